"""Blind match: the asker learns of a confirmation and of nothing else, by whichever way it looks."""

from datetime import UTC, date, datetime
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from app.common.workdays import workdays_after
from app.installation import Installation
from app.integration.matching.asking import closing
from app.integration.matching.states import Direction, MatchStatus
from app.reference.lists import code_lists
from tests.boundary.sql import session, step_into
from tests.consents.support import codes, kind, stored, withdraw
from tests.integration.matching.support import PATH, SCOPES, asked
from tests.support.statements import statements
from tests.support.world import JSON, World, invented_cpr, nobody

OF_ITS_OWN = {"x-request-id", "traceparent", "ratelimit", "date", "location", "etag"}


def bare(answer: httpx.Response) -> tuple[Any, ...]:
    """An answer without what is each request's own."""
    own = {"id", "citizen_id", "consent_id", "created_at", "updated_at"}
    told = {name: "own" if name in own else value for name, value in answer.json().items()}
    headers = {name: value for name, value in answer.headers.items() if name not in OF_ITS_OWN}
    return answer.status_code, len(answer.content), told, headers


async def test_whatever_the_other_knows_the_asker_gets_the_same(world: World, app: FastAPI) -> None:
    cases = [
        await asked(world),
        await asked(world, knows="nothing"),
        await asked(world, knows="other_track"),
        await asked(world, address_protection="special"),
        await asked(world, address_protection="unknown"),
    ]
    await (await asked(world)).ask()  # what a process computes once
    answers, made = [], []
    for each in cases:
        with statements(app) as seen:
            answers.append(await each.ask())
        made.append(seen[:])
    assert [each.status_code for each in answers] == [201] * 5, answers[0].text
    assert [bare(each) for each in answers[1:]] == [bare(answers[0])] * 4
    assert made[1:] == [made[0]] * 4
    assert answers[0].json()["status"] == "waiting"
    assert answers[0].json()["answer_by"] == workdays_after(today(), 5).isoformat()
    assert [len(await each.received()) for each in cases] == [1, 0, 0, 0, 0]
    for each, answer in zip(cases, answers, strict=True):
        assert each.body["cpr"] not in answer.text + str(answer.headers)
        # The asker's own id opens nothing to the one asked, nor does the question's to the asker.
        assert (await each.aarhus.get(f"{PATH}/{answer.json()['id']}")).status_code == 404
        for verb in ("confirm", "decline"):
            refused = await each.police.post(f"{PATH}/{answer.json()['id']}/{verb}", if_match=answer.headers["etag"])
            assert refused.status_code == 404


async def test_only_a_confirmation_is_told(world: World, superuser: AsyncEngine) -> None:
    yes, no, silent = await asked(world), await asked(world), await asked(world, knows="nothing")
    requests = [(await each.ask()).json() for each in (yes, no, silent)]
    before = await no.police.get(f"{PATH}/{requests[1]['id']}")
    (question,), (other,) = await yes.received(), await no.received()

    assert yes.known is not None
    assert question == {
        **question,
        "direction": "received",
        "status": "to_answer",
        "citizen_id": yes.known["id"],
        "organisation_id": yes.police.organisation_id,
        "consent_id": None,
    }
    asker_s = {yes.citizen["id"], yes.consent["id"], requests[0]["id"], yes.body["cpr"]}
    assert not {*map(str, question.values())} & asker_s
    waiting = (await yes.aarhus.get("/v1/worklist?kind=match_to_answer&limit=100")).json()["items"]
    (task,) = [each for each in waiting if each["record"]["id"] == question["id"]]
    assert (task["citizen_id"], task["due_on"]) == (yes.known["id"], question["answer_by"])

    worker = await world.party("aarhus-caseworker")
    assert (await worker.get(f"{PATH}/{question['id']}")).status_code == 404
    assert (await yes.aarhus.post(f"{PATH}/{question['id']}/confirm")).status_code == 428
    confirmed = await yes.aarhus.act(f"{PATH}/{question['id']}/confirm")
    assert (confirmed.status_code, confirmed.json()["status"]) == (200, "confirmed"), confirmed.text
    declined = await no.aarhus.act(f"{PATH}/{other['id']}/decline")
    assert (declined.status_code, declined.json()["status"]) == (200, "declined")
    again = await no.aarhus.act(f"{PATH}/{other['id']}/confirm")
    assert (again.status_code, kind(again), again.json()["state"]) == (409, "forbidden-transition", "declined")

    known = (await yes.police.get(f"{PATH}/{requests[0]['id']}")).json()
    assert (known["status"], known["organisation_id"]) == ("known", yes.aarhus.organisation_id)
    assert not {*map(str, known.values())} & {question["id"], yes.known["id"]}
    after = await no.police.get(f"{PATH}/{requests[1]['id']}")
    assert (after.content, after.headers["etag"]) == (before.content, before.headers["etag"])
    assert [await each.status(it) for each, it in zip((yes, no, silent), requests, strict=True)] == [
        "known",
        "waiting",
        "waiting",
    ]
    # Who asked reads in its own log who looked at what it controls: nothing of what the one asked does is there.
    log = await yes.police.get("/v1/audit-events?limit=100")
    assert requests[0]["id"] in log.text
    assert not [each for each in (question["id"], other["id"]) if each in log.text]
    looked = "SELECT DISTINCT controller_id FROM audit_subject WHERE record_id = :id"
    assert await stored(superuser, looked, id=question["id"]) is not None
    async with superuser.connect() as connection:
        found = await connection.execute(text(looked), {"id": question["id"]})
        assert {str(each[0]) for each in found} == {yes.aarhus.organisation_id}
        written = await connection.execute(text("SELECT to_jsonb(m)::text FROM match_request m"))
        asked_for = await connection.execute(text("SELECT to_jsonb(m)::text FROM match_question m"))
        rows = [each[0] for each in (*written, *asked_for)]
    assert rows
    assert not [each for each in rows if yes.body["cpr"] in each or no.body["cpr"].encode().hex() in each]


async def test_after_five_working_days_nothing_is_told(world: World, superuser: AsyncEngine) -> None:
    assert closing(datetime(2026, 4, 1, 12, tzinfo=UTC)).date() == date(2026, 4, 14)  # Easter lies between
    it = await asked(world)
    request = (await it.ask()).json()
    (question,) = await it.received()
    async with superuser.begin() as connection:
        for table, key in (("match_request", request["id"]), ("match_question", question["id"])):
            await connection.execute(text(f"UPDATE {table} SET closes_at = now() WHERE id = :id"), {"id": key})
    assert await it.status(request) == "no_answer"
    late = await it.aarhus.act(f"{PATH}/{question['id']}/confirm")
    assert (late.status_code, late.json()["state"], late.json()["allowed"]) == (409, "expired", [])
    assert question["id"] not in (await it.aarhus.get("/v1/worklist?kind=match_to_answer&limit=100")).text
    assert await it.status(request) == "no_answer"


@pytest.mark.parametrize("confirmed", [False, True])
async def test_a_withdrawal_ends_it_on_both_sides_at_once(
    world: World, superuser: AsyncEngine, confirmed: bool
) -> None:
    it = await asked(world)
    request = (await it.ask()).json()
    (question,) = await it.received()
    path = f"{PATH}/{question['id']}"
    if confirmed:
        assert (await it.aarhus.act(f"{path}/confirm")).status_code == 200
    etag = (await it.aarhus.get(path)).headers["etag"]

    assert (await withdraw(it.aarhus, it.consent)).status_code == 200

    assert await it.status(request) == "ended"
    assert await stored(superuser, "SELECT known_at FROM match_request WHERE id = :id", id=request["id"]) is None
    assert (await it.aarhus.get(path)).status_code == 404
    assert (await it.aarhus.post(f"{path}/confirm", if_match=etag)).status_code == 404
    assert await it.received() == []
    again = await it.ask()
    assert (again.status_code, kind(again)) == (409, "consent-not-active")


async def test_who_may_be_asked_about_whom(world: World) -> None:
    it = await asked(world, knows="nothing")
    other = await asked(world, knows="nothing")
    narrow = await world.consent(it.police, it.citizen, [it.aarhus.organisation_id], ["contact", "identity"])
    ngo = await world.party("tryg-vej-coordinator-victim")
    wrong: list[tuple[JSON, set[tuple[str, str]]]] = [
        ({"cpr": other.body["cpr"]}, {("/cpr", "not_of_citizen")}),
        ({"consent_id": nobody()}, {("/consent_id", "unknown_reference")}),
        ({"consent_id": narrow["id"]}, {("/consent_id", "not_consented")}),
        ({"project_id": world.project("maturation")}, {("/project_id", "other_project")}),
        ({"organisation_id": it.police.organisation_id}, {("/organisation_id", "own_organisation")}),
        ({"organisation_id": ngo.organisation_id}, {("/organisation_id", "not_named")}),
        (
            {"organisation_id": world.organisation("vive")},
            {("/organisation_id", "not_named"), ("/organisation_id", "cannot_be_asked")},
        ),
    ]
    for changes, expected in wrong:
        answer = await it.police.post(PATH, {**it.body, **changes})
        assert answer.status_code == 422, answer.text
        assert expected <= codes(answer), changes
        assert it.body["cpr"] not in answer.text
        assert other.body["cpr"] not in answer.text
    # Nobody asks on a consent that another obtained, though it names them.
    theirs = await it.aarhus.post(PATH, {**it.body, "organisation_id": it.police.organisation_id})
    assert ("/consent_id", "not_obtained_here") in codes(theirs)
    for client in ("vive-researcher", "agency-secretary", "trainer-secretary"):
        party = await world.party(client)
        assert (await party.post(PATH, it.body)).status_code == 403
        assert (await party.get(PATH)).status_code == 403


async def test_protection_hides_who_asks_and_a_replay_asks_once(world: World, superuser: AsyncEngine) -> None:
    aarhus, randers = await world.party("aarhus-coordinator"), await world.party("randers-coordinator")
    cpr, born = invented_cpr()
    who = world.identity(cpr=cpr, birth_date=born)
    mine = await world.citizen(randers, identity=who, project="maturation")
    await world.citizen(aarhus, identity=who, project="maturation")
    consent = await world.consent(randers, mine, [aarhus.organisation_id], SCOPES)
    about = {"project_id": mine["project_id"], "organisation_id": aarhus.organisation_id}
    body = {**about, "cpr": cpr, "consent_id": consent["id"]}
    first = await randers.post(PATH, body, idempotency_key="7d1f0f0e-53a1-4c08-9d3e-0b2b1f1e9a10")
    assert first.status_code == 201, first.text
    again = await randers.post(PATH, body, idempotency_key="7d1f0f0e-53a1-4c08-9d3e-0b2b1f1e9a10")
    assert (again.status_code, again.content) == (201, first.content)
    query = "SELECT count(*) FROM match_question WHERE request_id = :id"
    assert await stored(superuser, query, id=first.json()["id"]) == 1
    received = (await aarhus.get(f"{PATH}?direction=received&limit=100")).json()["items"]
    (one,) = [each for each in received if each["project_id"] == mine["project_id"]]
    assert (one["organisation_id"], one["status"]) == (randers.organisation_id, "to_answer")
    path = f"{PATH}/{one['id']}"
    replayed = {"if_match": (await aarhus.get(path)).headers["etag"], "idempotency_key": first.json()["id"]}
    assert (await aarhus.post(f"{path}/confirm", **replayed)).json()["organisation_id"] == randers.organisation_id

    protected = {**who, "address_protection": "special"}
    current = (await randers.get(f"/v1/citizens/{mine['id']}")).headers["etag"]
    raised = await randers.put(f"/v1/citizens/{mine['id']}/identity", protected, if_match=current)
    assert raised.status_code == 200, raised.text

    now = (await aarhus.get(path)).json()
    assert (now["organisation_id"], now["status"], now["citizen_id"]) == (None, "confirmed", one["citizen_id"])
    assert (await aarhus.post(f"{path}/confirm", **replayed)).status_code == 404


async def test_with_sql_of_ones_own_the_asker_reads_no_question(world: World, installation: Installation) -> None:
    it, unknown = await asked(world), await asked(world, knows="nothing")
    await it.ask()
    await unknown.ask()
    (question,) = await it.received()
    sides = {"police_district": it.police.organisation_id, "municipality": it.aarhus.organisation_id}
    async with session(installation.case) as case:
        for role, organisation in sides.items():
            await step_into(case, role, organisation=organisation, functions="coordinator")
            mine = {str(each["id"]) for each in await case.fetch("SELECT id FROM match_question")}
            asked_here = await case.fetch("SELECT citizen_id FROM match_request")
            if role == "police_district":
                assert mine == set()
                assert it.citizen["id"] in {str(each["citizen_id"]) for each in asked_here}
            else:
                assert question["id"] in mine
                assert it.citizen["id"] not in {str(each["citizen_id"]) for each in asked_here}
                ours = await case.fetchval(
                    "SELECT count(*) FROM match_question AS q WHERE NOT EXISTS (SELECT FROM citizen_cpr AS c "
                    "WHERE c.blind_index = q.blind_index AND c.organisation_id = q.recipient_id)"
                )
                assert ours == 0
                changed = "UPDATE match_question SET status = 'confirmed', decided_at = now() WHERE id = $1"
                assert await case.execute(changed, question["id"]) == "UPDATE 1"
            await case.execute("RESET ROLE")


def test_the_code_lists_are_those_of_the_contract() -> None:
    for name, enumeration in (("match_direction", Direction), ("match_status", MatchStatus)):
        assert {each.code for each in code_lists()[name].codes} == {*enumeration}
