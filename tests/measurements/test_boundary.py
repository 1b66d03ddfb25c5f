"""Who must not see a questionnaire or its answers, and what reading them costs."""

from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.courses.test_sessions import me
from tests.measurements.test_change import score
from tests.measurements.test_instruments import code, in_use
from tests.measurements.test_responses import PATH, answered, assigned, filled, running
from tests.referrals.test_statements import counted
from tests.support.statements import statements
from tests.support.world import JSON, Party, World, nobody

ACTIONS: dict[str, Any] = {
    "hand-out": None,
    "answer": filled(1, 1, 1, 1, 1),
    "decline": None,
    "not-answered": None,
}


async def knock(party: Party, record_id: str) -> list[tuple[int, JSON]]:
    path = f"{PATH}/{record_id}"
    answers = [await party.get(path)]
    answers += [await party.post(f"{path}/{verb}", body, if_match='"x"') for verb, body in ACTIONS.items()]
    return [(each.status_code, {**each.json(), "trace_id": "", "instance": ""}) for each in answers]


@pytest.mark.parametrize(
    "stranger",
    [
        "lysningen-coordinator-victim",
        "lysningen-integration-victim",
        "tryg-vej-coordinator-perpetrator",
        "tryg-vej-integration-perpetrator",
        "aarhus-coordinator",
        "aarhus-integration",
    ],
)
async def test_what_is_not_yours_is_as_if_it_never_was(world: World, stranger: str) -> None:
    ngo, other = await world.party("tryg-vej-coordinator-victim"), await world.party(stranger)
    made = await answered(world, ngo, await running(world, ngo), 1, 1, 1, 1, 1)
    foreign, absent = [await knock(other, each) for each in (made["id"], nobody())]
    assert foreign == absent
    assert {status for status, _ in foreign} == {404}
    for query in (f"citizen_id={made['citizen_id']}", f"course_id={made['course_id']}"):
        assert (await other.get(f"{PATH}?{query}")).json() == {"items": [], "next_cursor": None}


async def test_one_municipality_sees_nothing_of_anothers(world: World) -> None:
    favrskov, randers = await world.party("favrskov-coordinator"), await world.party("randers-coordinator")
    made = await answered(world, favrskov, await running(world, favrskov), 1, 1, 1, 1, 1)
    assert {status for status, _ in await knock(randers, made["id"])} == {404}


@pytest.mark.parametrize(
    "client",
    ["police-coordinator", "police-caseworker", "vive-researcher", "agency-secretary", "trainer-secretary"],
)
async def test_police_evaluator_and_the_others_can_never(world: World, client: str) -> None:
    party = await world.party(client)
    assert {status for status, _ in await knock(party, nobody())} == {403}
    assert (await party.get(PATH)).status_code == 403
    body = {"course_id": nobody(), "instrument_id": nobody(), "wave": "start"}
    assert (await party.post(PATH, body)).status_code == 403


async def test_a_bridged_course_opens_no_questionnaire(world: World) -> None:
    """The municipality that receives a course by bridging sees the course, and nothing of what was measured."""
    ngo, aarhus = await world.party("tryg-vej-coordinator-victim"), await world.party("aarhus-coordinator")
    citizen = await world.measured(ngo)
    course = await world.running(ngo, citizen)
    made = await answered(world, ngo, course, 1, 1, 1, 1, 1)
    need = {"citizen_id": citizen["id"], "theme": "housing", "level": "high"}
    path = f"/v1/support-needs/{(await ngo.post('/v1/support-needs', need)).json()['id']}"
    await ngo.act(f"{path}/agree")
    consent = await world.consent(ngo, citizen, [aarhus.organisation_id], ["contact", "bridging"])
    terms = {"consent_id": consent["id"], "recipient_id": aarhus.organisation_id, "scopes": ["contact", "bridging"]}
    referral = (await ngo.act(f"{path}/handover", terms)).json()["referral_id"]
    assert (await aarhus.act(f"/v1/referrals/{referral}/accept")).status_code == 200
    assert (await aarhus.get(f"/v1/courses/{course['id']}")).status_code == 200
    assert {status for status, _ in await knock(aarhus, made["id"])} == {404}
    assert (await aarhus.get(f"/v1/courses/{course['id']}/change")).status_code == 404
    body = {"course_id": course["id"], "instrument_id": made["instrument_id"], "wave": "end"}
    refused = await aarhus.post(PATH, body)
    assert [each["code"] for each in refused.json()["errors"]] == ["unknown_reference"]
    kinds = {each["kind"] for each in (await aarhus.get(f"/v1/citizens/{citizen['id']}/timeline")).json()["items"]}
    assert not {each for each in kinds if each.startswith("questionnaire")}


async def test_a_worker_to_whom_the_citizen_is_not_assigned_finds_nothing(world: World) -> None:
    coordinator, worker = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-caseworker-victim"),
    )
    course = await running(world, coordinator)
    made = await answered(world, coordinator, course, 1, 1, 1, 1, 1)
    assert (await worker.get(f"{PATH}/{made['id']}")).json() == made  # nobody's yet
    etag = (await coordinator.get(f"/v1/courses/{course['id']}")).headers["etag"]
    charge = {"assigned_to": await me(coordinator)}
    assert (await coordinator.patch(f"/v1/courses/{course['id']}", charge, if_match=etag)).status_code == 200
    assert {status for status, _ in await knock(worker, made["id"])} == {404}
    assert (await worker.get(f"{PATH}?citizen_id={made['citizen_id']}")).json()["items"] == []
    assert (await worker.get(f"/v1/courses/{course['id']}/change")).status_code == 404


async def test_the_score_is_for_whom_the_instrument_names(world: World) -> None:
    """Coordinators of an NGO only: whoever enters the answers does not read them back."""
    coordinator, worker, system = [
        await world.party(f"tryg-vej-{each}-victim") for each in ("coordinator", "caseworker", "integration")
    ]
    course, instrument = await running(world, coordinator), await in_use(world, code())
    await score(worker, course, instrument, "start", 1)
    path = f"{PATH}?course_id={course['id']}"
    (seen,) = (await coordinator.get(path)).json()["items"]
    assert (seen["answers"]["score"], seen["withheld"]) == (25, [])
    for party in (worker, system):
        (listed,) = (await party.get(path)).json()["items"]
        assert listed == {**seen, "answers": None, "withheld": ["answers"]}
        assert (await party.get(f"{PATH}/{seen['id']}")).json() == listed
    municipality = await world.party("favrskov-coordinator")
    own = await running(world, municipality)
    await score(municipality, own, instrument, "start", 1)
    (listed,) = (await municipality.get(f"{PATH}?course_id={own['id']}")).json()["items"]
    assert (listed["answers"], listed["withheld"]) == (None, ["answers"])


async def test_nobody_changes_what_was_answered(world: World, superuser: AsyncEngine) -> None:
    async with superuser.connect() as connection:
        granted = await connection.execute(
            text(
                "SELECT grantee, privilege_type FROM information_schema.table_privileges "
                "WHERE table_name = 'questionnaire_answers' AND privilege_type NOT IN ('SELECT', 'INSERT') "
                "AND grantee NOT IN ('app_owner', 'postgres')"
            )
        )
        assert granted.all() == []


async def test_it_is_logged_who_saw_the_answers(world: World) -> None:
    ngo, worker = await world.party("tryg-vej-coordinator-victim"), await world.party("tryg-vej-caseworker-victim")
    made = await answered(world, ngo, await running(world, ngo), 1, 1, 1, 1, 1)
    await worker.get(f"{PATH}/{made['id']}")
    log = (await ngo.get(f"/v1/citizens/{made['citizen_id']}/access-log?limit=200")).json()["items"]
    found = {(each["category"], each["access"], each["action"]) for each in log}
    assert ("questionnaire_answers", "create", "answer") in found
    assert ("questionnaire_answers", "read", "read") in found
    assert ("questionnaire_response", "update", "hand_out") in found


async def test_access_to_answers_is_explained(world: World) -> None:
    coordinator, worker = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-caseworker-victim"),
    )
    course = await running(world, coordinator)
    await score(coordinator, course, await in_use(world, code()), "start", 1)

    async def explained(party: Party) -> dict[str, tuple[int, list[str]]]:
        found = (await party.get(f"/v1/citizens/{course['citizen_id']}/access-explanation")).json()["categories"]
        return {
            each["category"]: (each["records"], [word["word"] for way in each["ways"] for word in way["conditions"]])
            for each in found
        }

    seen, hidden = await explained(coordinator), await explained(worker)
    assert (seen["questionnaire_response"][0], seen["questionnaire_answers"][0]) == (1, 1)
    assert (hidden["questionnaire_response"][0], hidden["questionnaire_answers"][0]) == (1, 0)
    assert "shown_to_function" in hidden["questionnaire_answers"][1]
    assert "instrument" not in seen


async def test_reading_costs_the_same_however_much_there_is(world: World, app: FastAPI) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await running(world, ngo)
    for wave in ("start", "end"):
        await answered(world, ngo, course, 1, 1, 1, 1, 1, wave=wave)
    made = await answered(world, ngo, await running(world, ngo), 1, 1, 1, 1, 1)
    # Who asks, the questionnaires, their answers, the log.
    assert await counted(app, ngo, f"{PATH}/{made['id']}") == (4, 1)
    assert await counted(app, ngo, f"{PATH}?limit=1") == (4, 1)
    assert await counted(app, ngo, f"{PATH}?limit=3") == (4, 3)
    assert await counted(app, ngo, f"{PATH}?limit=3&course_id={course['id']}&status=answered") == (4, 2)
    # Who asks, the course, the measurements, the log.
    assert await counted(app, ngo, f"/v1/courses/{course['id']}/change") == (4, 1)
    assert (await counted(app, ngo, "/v1/instruments?limit=2"))[0] == (await counted(app, ngo, "/v1/instruments"))[0]


async def test_answering_is_twelve_statements(world: World, app: FastAPI) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    path = f"{PATH}/{(await world.questionnaire(ngo, await running(world, ngo)))['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    with statements(app) as seen:
        assert (await ngo.post(f"{path}/answer", filled(1, 1, 1, 1, 1), if_match=etag)).status_code == 200
    # Who asks, the key, the response, instrument, consent, course, a link to end, answers, the response again, what may
    # be seen of it, the log, the answer kept.
    assert len(seen) == 12, seen


async def test_an_assigned_one_shows_no_answers(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = (await assigned(world, ngo, await running(world, ngo))).json()
    assert (made["answers"], made["withheld"]) == (None, [])
