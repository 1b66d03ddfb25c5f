"""Who must not see a candidate or a contact, what the citizen's log tells, and what reading costs."""

from typing import Any

import pytest
from fastapi import FastAPI

from tests.interviews.support import (
    CONTACTS,
    PATH,
    TODAY,
    consented,
    contact,
    faults,
    lent,
    on_course,
    proposed,
    step,
    waiting,
)
from tests.referrals.test_statements import counted
from tests.stories.couple import couple
from tests.support.statements import statements
from tests.support.world import JSON, Party, World, nobody

ACTIONS: dict[str, Any] = {
    "ask": {"asked_on": TODAY},
    "consent": None,
    "decline": {"answered_on": TODAY},
    "pass-on-contact": contact(),
    "cancel": None,
}
CLOSINGS: dict[str, Any] = {"complete": {"held_on": TODAY}, "not-held": None}


async def knock(party: Party, path: str, verbs: dict[str, Any]) -> list[tuple[int, JSON]]:
    answers = [await party.get(path)]
    answers += [await party.post(f"{path}/{verb}", body, if_match='"x"') for verb, body in verbs.items()]
    return [(each.status_code, {**each.json(), "trace_id": "", "instance": ""}) for each in answers]


@pytest.mark.parametrize(
    "stranger",
    [
        "lysningen-coordinator-victim",
        "tryg-vej-coordinator-perpetrator",
        "tryg-vej-integration-perpetrator",
        "aarhus-coordinator",
    ],
)
async def test_anothers_candidate_is_as_if_it_never_was(world: World, stranger: str) -> None:
    ngo, other = await world.party("tryg-vej-coordinator-victim"), await world.party(stranger)
    candidate, contact_id = await lent(world, ngo)
    foreign, absent = [await knock(other, f"{PATH}/{each}", ACTIONS) for each in (candidate["id"], nobody())]
    assert foreign == absent
    assert {status for status, _ in foreign} == {404}
    assert (await other.get(f"{PATH}?citizen_id={candidate['citizen_id']}")).json()["items"] == []
    # Nobody but the evaluator reads a contact, not even who wrote it: they have the citizen's own.
    assert {status for status, _ in await knock(other, f"{CONTACTS}/{contact_id}", CLOSINGS)} == {403}
    assert (await ngo.get(f"{CONTACTS}/{contact_id}")).status_code == 403


@pytest.mark.parametrize(
    "client", ["police-coordinator", "vive-researcher", "agency-secretary", "trainer-secretary", "operator-operator"]
)
async def test_police_evaluator_agency_and_the_others_never_see_a_candidate(world: World, client: str) -> None:
    party = await world.party(client)
    assert {status for status, _ in await knock(party, f"{PATH}/{nobody()}", ACTIONS)} == {403}
    assert (await party.get(PATH)).status_code == 403
    assert (await party.post(PATH, {"course_id": nobody(), "evaluator_id": nobody()})).status_code == 403


@pytest.mark.parametrize(
    "client",
    [
        "police-coordinator",
        "aarhus-coordinator",
        "tryg-vej-coordinator-victim",
        "agency-secretary",
        "trainer-secretary",
        "operator-operator",
        "operator-disclosure_officer",
    ],
)
async def test_only_the_evaluator_reads_contacts(world: World, client: str) -> None:
    party = await world.party(client)
    assert {status for status, _ in await knock(party, f"{CONTACTS}/{nobody()}", CLOSINGS)} == {403}
    assert (await party.get(CONTACTS)).status_code == 403


async def test_another_evaluator_and_the_evaluators_case_system_find_nothing(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    _, contact_id = await lent(world, ngo)
    stranger, _ = await world.newcomer("evaluator", "researcher")
    for party in (stranger, await world.party("vive-integration")):
        assert {status for status, _ in await knock(party, f"{CONTACTS}/{contact_id}", CLOSINGS)} == {404}
        assert await waiting(party) == []


async def test_the_contact_leads_to_nothing_else_of_the_citizen(world: World) -> None:
    """VIVE with everything that it was told, at every door with an id."""
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    shown = (await vive.get(f"{CONTACTS}/{contact_id}")).text
    for name in ("id", "citizen_id", "course_id", "consent_id", "track"):
        assert candidate[name] not in shown, name
    assert ngo.organisation_id not in shown
    for known in (contact_id, candidate["citizen_id"]):
        for path in (f"/v1/citizens/{known}", f"/v1/citizens/{known}/timeline", f"/v1/citizens/{known}/access-log"):
            assert (await vive.get(path)).status_code == 403
    for path in (f"/v1/consents/{candidate['consent_id']}", f"/v1/courses/{candidate['course_id']}"):
        assert (await vive.get(path)).status_code == 403
    log = (await vive.get("/v1/audit-events?category=interview_contact&limit=200")).text
    assert candidate["citizen_id"] not in log


async def test_each_read_stands_in_the_citizens_log(world: World) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate, contact_id = await lent(world, ngo)
    assert (await vive.get(f"{CONTACTS}/{contact_id}")).status_code == 200
    assert (await vive.act(f"{CONTACTS}/{contact_id}/complete", {"held_on": TODAY})).status_code == 200
    path = f"/v1/citizens/{candidate['citizen_id']}/access-log?category=interview_contact&limit=200"
    log = (await ngo.get(path)).json()["items"]
    assert {each["record_id"] for each in log} == {contact_id}
    own = [each for each in log if each["organisation_id"] == ngo.organisation_id]
    theirs = [each for each in log if each["organisation_id"] == vive.organisation_id]
    assert [(each["access"], each["action"]) for each in own] == [("create", "pass_on_contact")]
    # The list, the contact, the contact again for its ETag, the end.
    assert [each["access"] for each in theirs] == ["update", "read", "read", "read"]
    assert {each["staff_id"] for each in theirs} == {None}
    other_side = await world.party("tryg-vej-coordinator-perpetrator")
    assert (await other_side.get(path)).status_code == 404


async def test_the_two_sides_of_a_couple_learn_nothing_of_each_others_interviews(world: World) -> None:
    pair = await couple(world)
    victims = await world.party("tryg-vej-coordinator-victim")
    others = await world.party("tryg-vej-coordinator-perpetrator")
    made: dict[str, JSON] = {}
    for side, party in ((pair.victim, victims), (pair.perpetrator, others)):
        citizen = {"id": side.id, "project_id": world.project()}
        course = await world.running(party, citizen)
        candidate = await proposed(world, party, course)
        made[side.track] = await step(party, candidate, "ask", {"asked_on": TODAY})
    for mine, theirs, party in (("victim", "perpetrator", victims), ("perpetrator", "victim", others)):
        assert made[theirs]["id"] not in (await party.get(f"{PATH}?limit=200")).text
        assert (await party.get(f"{PATH}/{made[theirs]['id']}")).status_code == 404
        assert (await party.get(f"{PATH}/{made[mine]['id']}")).status_code == 200
        body = {"course_id": made[theirs]["course_id"], "evaluator_id": world.organisation("vive")}
        assert faults(await party.post(PATH, body)) == [("/course_id", "unknown_reference")]


async def test_reading_costs_the_same_however_much_there_is(world: World, app: FastAPI) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    made = [await lent(world, ngo) for _ in range(3)]
    # Who asks, the candidates or contacts, the log.
    assert await counted(app, ngo, f"{PATH}/{made[0][0]['id']}") == (3, 1)
    assert await counted(app, ngo, f"{PATH}?limit=1") == (3, 1)
    assert await counted(app, ngo, f"{PATH}?limit=3") == (3, 3)
    assert await counted(app, vive, f"{CONTACTS}/{made[0][1]}") == (3, 1)
    assert await counted(app, vive, f"{CONTACTS}?limit=1") == (3, 1)
    assert await counted(app, vive, f"{CONTACTS}?limit=3&project_id={world.project()}") == (3, 3)


async def test_passing_on_is_thirteen_statements(world: World, app: FastAPI) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    path = f"{PATH}/{(await consented(world, ngo, await on_course(world, ngo)))['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    with statements(app) as seen:
        assert (await ngo.post(f"{path}/pass-on-contact", contact(), if_match=etag)).status_code == 200
    # Who asks, the key, the candidate, the lock against protection, the candidate held, the consent held, protection,
    # the safe contact, the contact, the candidate, the log, the answer kept.
    assert len(seen) == 13, seen


async def test_a_repeated_passing_on_happens_once(world: World) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    path = f"{PATH}/{(await consented(world, ngo))['id']}"
    before, etag = set(await waiting(vive)), (await ngo.get(path)).headers["etag"]
    sent = {"if_match": etag, "idempotency_key": "interview-0001"}
    first, second = [await ngo.post(f"{path}/pass-on-contact", contact(), **sent) for _ in range(2)]
    assert (first.status_code, second.status_code) == (200, 200)
    assert first.json() == second.json()
    assert len(set(await waiting(vive)) - before) == 1
