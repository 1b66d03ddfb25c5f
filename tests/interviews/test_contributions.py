"""What the parties contribute to the evaluation: planned by VIVE, told by the party, read by the agency."""

from datetime import timedelta

import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from tests.interviews.support import CONTRIBUTIONS, TODAY, code_of, contribution, faults, gone_unnoticed
from tests.journey.test_worklist import tasks
from tests.referrals.test_statements import counted
from tests.support.world import World, nobody

DONE = {"done_on": TODAY, "participants": 6, "staff_minutes": 540}
YESTERDAY, SOON, LATE = ((today() + timedelta(days=days)).isoformat() for days in (-1, 14, 15))


async def test_a_round_is_planned_agreed_and_done(world: World) -> None:
    police, vive = await world.party("police-coordinator"), await world.party("vive-researcher")
    made = await contribution(world, police)
    assert (made["status"], made["overdue"], made["participants"]) == ("planned", False, None)
    path = f"{CONTRIBUTIONS}/{made['id']}"
    agreed = await police.act(f"{path}/agree", {"agreed_for": YESTERDAY})
    assert (agreed.json()["status"], agreed.json()["overdue"]) == ("agreed", True)
    done = await police.act(f"{path}/done", DONE)
    assert {**done.json(), **DONE, "status": "done", "overdue": False} == done.json()
    assert (await vive.get(path)).json() == (await police.get(path)).json() == done.json()
    for verb, body in (("agree", {"agreed_for": TODAY}), ("done", DONE), ("not-done", {"reason": "other"})):
        answer = await police.act(f"{path}/{verb}", body)
        assert (answer.status_code, answer.json()["allowed"]) == (409, [])


async def test_the_party_alone_tells_what_came_of_it(world: World) -> None:
    police, vive = await world.party("police-coordinator"), await world.party("vive-researcher")
    path = f"{CONTRIBUTIONS}/{(await contribution(world, police))['id']}"
    assert (await vive.act(f"{path}/agree", {"agreed_for": TODAY})).status_code == 403
    assert (await vive.act(f"{path}/not-done", {"reason": "other"})).status_code == 403
    assert (await police.act(f"{path}/agree", {"agreed_for": TODAY})).status_code == 200
    assert (await vive.act(f"{path}/done", DONE)).status_code == 403
    assert (await police.get(path)).json()["status"] == "agreed"


async def test_a_replay_tells_an_evaluator_that_left_nothing(world: World, superuser: AsyncEngine) -> None:
    vive, police = await world.party("vive-researcher"), await world.party("police-coordinator")
    names = ("project_id", "organisation_id", "kind", "due_on")
    made = await contribution(world, police)
    body = {**{name: made[name] for name in names}, "round": 20}
    first, again = [await vive.post(CONTRIBUTIONS, body, idempotency_key="contribution-1") for _ in range(2)]
    assert (first.status_code, again.status_code, again.content) == (201, 201, first.content)
    async with gone_unnoticed(superuser, made["project_id"], vive):
        replayed = await vive.post(CONTRIBUTIONS, body, idempotency_key="contribution-1")
        assert replayed.status_code == 404


async def test_what_comes_to_nothing_has_a_reason(world: World) -> None:
    aarhus = await world.party("aarhus-integration")
    for agree in (False, True):
        path = f"{CONTRIBUTIONS}/{(await contribution(world, aarhus))['id']}"
        if agree:
            assert (await aarhus.act(f"{path}/agree", {"agreed_for": TODAY})).status_code == 200
        else:
            assert code_of(await aarhus.act(f"{path}/done", DONE)) == "forbidden-transition"
        closed = (await aarhus.act(f"{path}/not-done", {"reason": "staffing"})).json()
        assert (closed["status"], closed["reason"]) == ("not_done", "staffing")


async def test_only_the_evaluator_plans_and_moves(world: World) -> None:
    vive, aarhus = await world.party("vive-researcher"), await world.party("aarhus-coordinator")
    made = await contribution(world, aarhus)
    path = f"{CONTRIBUTIONS}/{made['id']}"
    etag = (await vive.get(path)).headers["etag"]
    body = {"project_id": world.project(), "organisation_id": aarhus.organisation_id, "round": 1, "kind": "interview"}
    for client in ("aarhus-coordinator", "police-coordinator", "tryg-vej-coordinator-victim", "agency-secretary"):
        party = await world.party(client)
        assert (await party.post(CONTRIBUTIONS, {**body, "due_on": TODAY})).status_code == 403, client
        assert (await party.patch(path, {"due_on": LATE}, if_match=etag)).status_code == 403, client
    moved = await vive.patch(path, {"due_on": LATE}, if_match=etag)
    assert (moved.status_code, moved.json()["due_on"]) == (200, LATE)
    assert (await vive.patch(path, {"due_on": LATE}, if_match=etag)).status_code == 412
    await aarhus.act(f"{path}/not-done", {"reason": "other"})
    etag = (await vive.get(path)).headers["etag"]
    assert (await vive.patch(path, {"due_on": TODAY}, if_match=etag)).status_code == 409


async def test_one_for_each_party_round_and_kind(world: World) -> None:
    vive, randers = await world.party("vive-researcher"), await world.party("randers-coordinator")
    made = await contribution(world, randers)
    names = ("project_id", "organisation_id", "round", "kind", "due_on")
    answer = await vive.post(CONTRIBUTIONS, {name: made[name] for name in names})
    assert (answer.status_code, code_of(answer)) == (409, "contribution-exists")


async def test_it_is_planned_of_the_projects_own_parties(world: World) -> None:
    vive = await world.party("vive-researcher")
    about = {"round": 1, "kind": "interview", "due_on": TODAY}
    foreign = await world.project_made()
    for project, party, wanted in (
        (world.project(), world.organisation("agency"), ("/organisation_id", "not_a_party")),
        (world.project(), world.organisation("vive"), ("/organisation_id", "not_a_party")),
        (world.project(), world.organisation("trainer"), ("/organisation_id", "not_a_party")),
        (world.project("maturation"), world.organisation("police"), ("/organisation_id", "not_a_party")),
        (world.project(), nobody(), ("/organisation_id", "not_a_party")),
        (foreign["id"], world.organisation("aarhus"), ("/project_id", "unknown_reference")),
        (nobody(), world.organisation("aarhus"), ("/project_id", "unknown_reference")),
    ):
        answer = await vive.post(CONTRIBUTIONS, {"project_id": project, "organisation_id": party, **about})
        assert faults(answer) == [wanted]


async def test_a_party_sees_its_own_and_evaluator_and_agency_their_projects(world: World) -> None:
    aarhus, randers = await world.party("aarhus-coordinator"), await world.party("randers-coordinator")
    made = await contribution(world, aarhus)
    path = f"{CONTRIBUTIONS}/{made['id']}"
    for client in ("vive-researcher", "agency-secretary", "aarhus-caseworker", "aarhus-integration"):
        assert (await (await world.party(client)).get(path)).json() == made, client
    for client in ("randers-coordinator", "police-coordinator", "tryg-vej-coordinator-victim"):
        assert (await (await world.party(client)).get(path)).status_code == 404, client
    for client in ("trainer-secretary", "operator-operator"):
        assert (await (await world.party(client)).get(path)).status_code == 403, client
    stranger, _ = await world.newcomer("evaluator", "researcher")
    assert (await stranger.get(path)).status_code == 404
    assert (await stranger.act(f"{path}/agree", {"agreed_for": TODAY})).status_code == 404
    agency, worker = await world.party("agency-secretary"), await world.party("aarhus-caseworker")
    assert (await agency.act(f"{path}/agree", {"agreed_for": TODAY})).status_code == 403
    # Who answers for their own work alone reads it, and does not speak for the organisation.
    assert (await worker.act(f"{path}/agree", {"agreed_for": TODAY})).status_code == 404
    assert (await randers.get(f"{CONTRIBUTIONS}?organisation_id={aarhus.organisation_id}")).json()["items"] == []


async def test_the_list_filters_pages_and_costs_the_same(world: World, app: FastAPI) -> None:
    vive, favrskov = await world.party("vive-researcher"), await world.party("favrskov-coordinator")
    late = await contribution(world, favrskov, round=7, kind="interview", due_on=YESTERDAY)
    due = await contribution(world, favrskov, round=7, kind="focus_group")
    done = await contribution(world, favrskov, round=8, kind="interview", due_on=YESTERDAY)
    await favrskov.act(f"{CONTRIBUTIONS}/{done['id']}/not-done", {"reason": "no_participants"})
    mine = f"organisation_id={favrskov.organisation_id}"

    async def found(query: str) -> list[str]:
        return [each["id"] for each in (await vive.get(f"{CONTRIBUTIONS}?{mine}&{query}")).json()["items"]]

    assert await found("round=7") == [due["id"], late["id"]]
    assert await found("round=7&kind=interview") == await found("overdue=true") == [late["id"]]
    assert await found("status=not_done") == [done["id"]]
    assert set(await found("overdue=false")) >= {due["id"], done["id"]}
    assert await found(f"updated_since={done['updated_at']}") == [done["id"]]
    first = (await vive.get(f"{CONTRIBUTIONS}?{mine}&limit=2")).json()
    rest = (await vive.get(f"{CONTRIBUTIONS}?{mine}&limit=2&cursor={first['next_cursor']}")).json()
    assert [each["id"] for each in first["items"] + rest["items"]] == [done["id"], due["id"], late["id"]]
    # Who asks, the page, the log.
    assert await counted(app, vive, f"{CONTRIBUTIONS}?{mine}&limit=1") == (3, 1)
    assert await counted(app, vive, f"{CONTRIBUTIONS}?{mine}&limit=3") == (3, 3)


@pytest.mark.parametrize(("due_on", "waits"), [(YESTERDAY, True), (SOON, True), (LATE, False)])
async def test_what_is_due_waits_on_the_partys_worklist(world: World, due_on: str, waits: bool) -> None:
    police, worker = await world.party("police-coordinator"), await world.party("police-caseworker")
    made = await contribution(world, police, due_on=due_on)
    found = await tasks(police, made["id"])
    assert len(found) == waits
    if waits:
        assert found == [
            {
                "kind": "contribution_due",
                "label_da": "Yd evalueringsbidrag",
                "label_en": "Make a contribution to the evaluation",
                "due_on": due_on,
                "overdue": due_on < TODAY,
                "citizen_id": None,
                "record": {"category": "evaluation_contribution", "id": made["id"]},
                "project_id": world.project(),
                "track": None,
            }
        ]
    assert await tasks(worker, made["id"], kind="contribution_due") == []
    assert await tasks(await world.party("aarhus-coordinator"), made["id"]) == []
    await police.act(f"{CONTRIBUTIONS}/{made['id']}/not-done", {"reason": "other"})
    assert await tasks(police, made["id"]) == []


async def test_an_agreed_day_moves_the_task(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await contribution(world, ngo, due_on=YESTERDAY)
    await ngo.act(f"{CONTRIBUTIONS}/{made['id']}/agree", {"agreed_for": SOON})
    (task,) = await tasks(ngo, made["id"])
    assert (task["due_on"], task["overdue"]) == (SOON, False)
