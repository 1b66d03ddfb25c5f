"""Courses: the way through the states, the days, and what a course rests on."""

from datetime import timedelta
from typing import Any

import pytest

from app.common.days import today
from tests.support.world import JSON, Party, World, nobody

TODAY = today().isoformat()
TOMORROW = (today() + timedelta(days=1)).isoformat()
YESTERDAY = (today() - timedelta(days=1)).isoformat()


def ago(days: int) -> str:
    return (today() - timedelta(days=days)).isoformat()


VERBS: dict[str, Any] = {
    "clarify": None,
    "start": {"started_on": TODAY},
    "not-start": {"closing_reason": "citizen_stops"},
    "pause": None,
    "resume": None,
    "complete": {"ended_on": TODAY},
    "interrupt": {"ended_on": TODAY, "closing_reason": "no_show"},
    "refer-on": {"ended_on": TODAY, "closing_reason": "other_service"},
}
WAYS: dict[str, tuple[str, ...]] = {
    "created": (),
    "clarification": ("clarify",),
    "ongoing": ("start",),
    "paused": ("start", "pause"),
    "completed": ("start", "complete"),
    "interrupted": ("clarify", "interrupt"),
    "referred_on": ("start", "refer-on"),
    "not_started": ("not-start",),
}
OPEN: dict[str, set[str]] = {
    "created": {"clarify", "start", "not-start"},
    "clarification": {"start", "interrupt", "refer-on"},
    "ongoing": {"pause", "complete", "interrupt", "refer-on"},
    "paused": {"resume", "complete", "interrupt", "refer-on"},
}


async def in_state(world: World, party: Party, status: str, **members: Any) -> JSON:
    course = await world.course(party, await world.unaided(party), **members)
    for verb in WAYS[status]:
        answer = await party.act(f"/v1/courses/{course['id']}/{verb}", VERBS[verb])
        assert answer.status_code == 200, answer.text
        course = answer.json()
    assert course["status"] == status
    return course


async def test_an_ngo_runs_a_course_from_beginning_to_end(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo, days_ago=40)
    created = await ngo.post(
        "/v1/courses", {"citizen_id": citizen["id"], "form": "individual", "journey_started_on": ago(60)}
    )
    course = created.json()
    path = f"/v1/courses/{course['id']}"
    assert (created.status_code, created.headers["location"]) == (201, path)
    assert (course["citizen_id"], course["track"], course["status"]) == (citizen["id"], "victim", "created")
    assert course["controller_id"] == ngo.organisation_id

    steps: tuple[tuple[str, Any, str], ...] = (
        ("clarify", None, "clarification"),
        ("start", {"started_on": ago(30)}, "ongoing"),
        ("pause", None, "paused"),
        ("resume", None, "ongoing"),
        ("complete", {"ended_on": ago(1), "closing_reason": "planned"}, "completed"),
    )
    for verb, body, status in steps:
        answer = await ngo.act(f"{path}/{verb}", body)
        assert (answer.status_code, answer.json()["status"]) == (200, status)
        assert answer.headers["etag"] == (await ngo.get(path)).headers["etag"]
    # The journey is apart from the course, and ends when it ends.
    assert answer.json()["journey_ended_on"] is None
    etag = answer.headers["etag"]
    done = await ngo.patch(path, {"journey_ended_on": TODAY}, if_match=etag)
    assert done.status_code == 200
    assert done.json() | {"updated_at": ""} == {
        **course,
        "status": "completed",
        "started_on": ago(30),
        "ended_on": ago(1),
        "closing_reason": "planned",
        "journey_ended_on": TODAY,
        "updated_at": "",
        "version": 7,
    }


async def test_the_municipality_runs_the_course_itself_in_its_own_programme(world: World) -> None:
    municipality = await world.party("aarhus-coordinator")
    course = await world.running(municipality, await world.unaided(municipality))
    assert (course["status"], course["controller_id"]) == ("ongoing", municipality.organisation_id)
    in_the_model = await world.citizen(municipality, identity=None, contact=None)
    await world.consent(municipality, in_the_model, [municipality.organisation_id])
    refused = await municipality.post(
        "/v1/courses", {"citizen_id": in_the_model["id"], "form": "group", "journey_started_on": TODAY}
    )
    assert (refused.status_code, refused.json()["errors"][0]["code"]) == (422, "unknown_reference")


@pytest.mark.parametrize("status", WAYS)
async def test_every_transition_that_the_state_forbids_is_refused(world: World, status: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await in_state(world, ngo, status)
    path = f"/v1/courses/{course['id']}"
    for verb in VERBS.keys() - OPEN.get(status, set()):
        answer = await ngo.act(f"{path}/{verb}", VERBS[verb])
        assert answer.status_code == 409, (verb, answer.text)
        problem = answer.json()
        assert problem["type"].endswith("/forbidden-transition")
        assert problem["state"] == status
        assert len(problem["allowed"]) == len(OPEN.get(status, set()))
    assert (await ngo.get(path)).json() == course


@pytest.mark.parametrize(
    ("status", "verb"), [(status, verb) for status, verbs in OPEN.items() for verb in sorted(verbs)]
)
async def test_every_transition_that_the_state_allows_is_made(world: World, status: str, verb: str) -> None:
    ngo = await world.party("lysningen-integration-victim")
    course = await in_state(world, ngo, status)
    answer = await ngo.act(f"/v1/courses/{course['id']}/{verb}", VERBS[verb])
    assert answer.status_code == 200
    assert answer.json()["status"] != status


async def test_an_action_needs_the_present_version(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.course(ngo, await world.unaided(ngo))
    path = f"/v1/courses/{course['id']}"
    old = (await ngo.get(path)).headers["etag"]
    assert (await ngo.post(f"{path}/clarify")).status_code == 428
    assert (await ngo.patch(path, {"form": "group"})).status_code == 428
    assert (await ngo.post(f"{path}/clarify", if_match=old)).status_code == 200
    assert (await ngo.post(f"{path}/start", VERBS["start"], if_match=old)).status_code == 412
    assert (await ngo.patch(path, {"form": "group"}, if_match=old)).status_code == 412
    assert (await ngo.post(f"{path}/start", VERBS["start"], if_match='"none"')).status_code == 412


# --- days -------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("verb", "body", "pointer", "code"),
    [
        ("start", {"started_on": TOMORROW}, "/started_on", "date_in_future"),
        ("start", {"started_on": YESTERDAY}, "/started_on", "before_consent"),
        ("start", {"started_on": 0}, "/started_on", "date_parsing"),
        ("start", {"started_on": "2026-1-1"}, "/started_on", "date_parsing"),
        ("start", {"started_on": "２０２６-01-01"}, "/started_on", "date_parsing"),
        ("start", {}, "/started_on", "missing"),
    ],
)
async def test_a_start_on_an_impossible_day(world: World, verb: str, body: JSON, pointer: str, code: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.course(ngo, await world.unaided(ngo))
    answer = await ngo.act(f"/v1/courses/{course['id']}/{verb}", body)
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]


@pytest.mark.parametrize("verb", ["complete", "interrupt", "refer-on"])
async def test_an_end_on_an_impossible_day(world: World, verb: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo, days_ago=9), ago(5))
    for day, code in ((ago(6), "before_start"), (TOMORROW, "date_in_future")):
        answer = await ngo.act(f"/v1/courses/{course['id']}/{verb}", {"ended_on": day, "closing_reason": "other"})
        assert answer.status_code == 422
        assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [("/ended_on", code)]
    answer = await ngo.act(f"/v1/courses/{course['id']}/{verb}", {"ended_on": ago(5), "closing_reason": "other"})
    assert (answer.status_code, answer.json()["closing_reason"]) == (200, "other")


async def test_the_journey_ends_after_it_began(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.course(ngo, await world.unaided(ngo), journey_started_on=ago(10))
    path = f"/v1/courses/{course['id']}"

    async def patched(body: JSON) -> Any:
        return await ngo.patch(path, body, if_match=(await ngo.get(path)).headers["etag"])

    for body, pointer, code in (
        ({"journey_ended_on": ago(11)}, "/journey_ended_on", "before_journey_start"),
        ({"journey_ended_on": TOMORROW}, "/journey_ended_on", "date_in_future"),
        ({"journey_started_on": TOMORROW}, "/journey_started_on", "date_in_future"),
        ({"journey_started_on": None}, "/journey_started_on", "date_parsing"),
        ({"form": None}, "/form", "not_a_choice"),
        ({"status": "completed"}, "/status", "extra_forbidden"),
    ):
        answer = await patched(body)
        assert answer.status_code == 422, body
        assert (answer.json()["errors"][0]["pointer"], answer.json()["errors"][0]["code"]) == (pointer, code), body
    assert (await patched({"journey_ended_on": ago(3)})).status_code == 200
    assert (await patched({"journey_started_on": ago(2)})).json()["errors"][0]["pointer"] == "/journey_started_on"
    assert (await patched({"journey_ended_on": None, "form": "video"})).json()["form"] == "video"
    unchanged = await patched({})
    assert (unchanged.status_code, unchanged.json()["journey_ended_on"]) == (200, None)


async def test_the_form_stays_once_the_course_has_ended(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.ended(ngo, await world.unaided(ngo))
    path = f"/v1/courses/{course['id']}"
    answer = await ngo.patch(path, {"form": "group"}, if_match=(await ngo.get(path)).headers["etag"])
    assert (answer.status_code, answer.json()["allowed"]) == (409, [])


# --- consent ----------------------------------------------------------------------------------------


async def test_no_course_without_a_consent_that_names_the_organisation(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(ngo, identity=None, contact=None)
    body = {"citizen_id": citizen["id"], "form": "phone", "journey_started_on": TODAY}

    async def refused() -> bool:
        answer = await ngo.post("/v1/courses", body)
        return answer.status_code == 409 and answer.json()["type"].endswith("/consent-not-active")

    assert await refused()
    await world.consent(ngo, citizen, [ngo.organisation_id], signed=False)
    assert await refused()
    await world.consent(ngo, citizen, [world.organisation("aarhus")])
    assert await refused()
    await world.consent(ngo, citizen, [ngo.organisation_id], ["identity"])
    assert await refused()
    await world.consent(ngo, citizen, [ngo.organisation_id], ["contact"])
    assert (await ngo.post("/v1/courses", body)).status_code == 201


async def test_a_withdrawal_keeps_the_journal_and_stops_what_is_new(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    created, paused = await world.course(ngo, citizen), await world.running(ngo, citizen)
    assert (await ngo.act(f"/v1/courses/{paused['id']}/pause")).status_code == 200
    consent = (await ngo.get(f"/v1/consents?citizen_id={citizen['id']}")).json()["items"][0]
    await world.withdrawn(ngo, consent)

    assert (await ngo.get(f"/v1/courses/{paused['id']}")).status_code == 200
    for path, body in (
        (f"{created['id']}/clarify", None),
        (f"{created['id']}/start", {"started_on": TODAY}),
        (f"{paused['id']}/resume", None),
    ):
        answer = await ngo.act(f"/v1/courses/{path}", body)
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "consent-not-active"), path
    again = {"citizen_id": citizen["id"], "form": "phone", "journey_started_on": TODAY}
    assert (await ngo.post("/v1/courses", again)).status_code == 409
    interrupt = {"ended_on": TODAY, "closing_reason": "consent_withdrawn"}
    assert (await ngo.act(f"/v1/courses/{paused['id']}/interrupt", interrupt)).status_code == 200


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"citizen_id": nobody()}, "/citizen_id", "unknown_reference"),
        ({"referral_id": nobody()}, "/referral_id", "unknown_reference"),
        ({"form": "letter"}, "/form", "not_a_choice"),
        ({"journey_started_on": TOMORROW}, "/journey_started_on", "date_in_future"),
        ({"status": "ongoing"}, "/status", "extra_forbidden"),
        ({"citizen_id": "1"}, "/citizen_id", "uuid_parsing"),
    ],
)
async def test_a_new_course_that_cannot_be(world: World, change: JSON, pointer: str, code: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    body = {"citizen_id": citizen["id"], "form": "phone", "journey_started_on": TODAY, **change}
    answer = await ngo.post("/v1/courses", body)
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]


async def test_a_repeated_creation_makes_one_course(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    body = {"citizen_id": citizen["id"], "form": "phone", "journey_started_on": TODAY}
    key = f"one-{citizen['id']}"
    first, second = [await ngo.post("/v1/courses", body, idempotency_key=key) for _ in range(2)]
    assert first.status_code == 201
    assert first.json() == second.json()
    assert len((await ngo.get(f"/v1/courses?citizen_id={citizen['id']}")).json()["items"]) == 1
