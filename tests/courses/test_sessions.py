"""Sessions of a course, and what was said in them."""

from datetime import timedelta
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from tests.courses.test_courses import TODAY, TOMORROW, VERBS, WAYS, ago, in_state
from tests.support.world import JSON, Party, World, nobody

PLANNED = {"held_on": TOMORROW, "form": "individual"}
HELD = {"held_on": TODAY, "form": "phone", "minutes": 45, "status": "held"}
SECRET = "Hun fortalte om sin søster på Ærø."


async def session(world: World, party: Party, body: JSON = PLANNED, **members: Any) -> JSON:
    course = await world.running(party, await world.unaided(party), **members)
    answer = await party.post(f"/v1/courses/{course['id']}/sessions", body)
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/v1/sessions/{answer.json()['id']}"
    return dict(answer.json())


async def me(party: Party) -> str:
    return str((await party.get("/v1/me")).json()["staff_id"])


async def test_a_session_is_planned_moved_and_held(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-perpetrator")
    course = await world.running(ngo, await world.unaided(ngo, "perpetrator"))
    planned = await ngo.post(f"/v1/courses/{course['id']}/sessions", PLANNED)
    path = planned.headers["location"]
    assert planned.json() == {
        "id": path.rsplit("/", 1)[1],
        "course_id": course["id"],
        "held_on": TOMORROW,
        "minutes": None,
        "form": "individual",
        "status": "planned",
        "external_reference": None,
        "created_at": planned.json()["created_at"],
        "updated_at": planned.json()["updated_at"],
        "version": 1,
    }
    too_soon = await ngo.act(f"{path}/hold", {"minutes": 50})
    assert (too_soon.status_code, too_soon.json()["errors"][0]["code"]) == (422, "date_in_future")
    assert (await ngo.patch(path, {"held_on": TODAY})).status_code == 428
    moved = await ngo.patch(path, {"held_on": TODAY, "form": "video"}, if_match=planned.headers["etag"])
    assert (moved.json()["held_on"], moved.json()["form"], moved.json()["version"]) == (TODAY, "video", 2)
    held = await ngo.act(f"{path}/hold", {"minutes": 50})
    assert (held.json()["status"], held.json()["minutes"]) == ("held", 50)
    corrected = await ngo.patch(path, {"minutes": 55}, if_match=held.headers["etag"])
    assert corrected.json()["minutes"] == 55
    for body, pointer in (({"minutes": None}, "/minutes"), ({"held_on": TOMORROW}, "/held_on")):
        answer = await ngo.patch(path, body, if_match=corrected.headers["etag"])
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    another_day = await ngo.post(f"/v1/courses/{course['id']}/sessions", PLANNED)
    held = await ngo.act(f"{another_day.headers['location']}/hold", {"minutes": 5, "held_on": ago(2)})
    assert (held.status_code, held.json()["held_on"]) == (200, ago(2))


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"status": "held"}, "", "date_in_future"),
        ({"status": "held", "held_on": TODAY}, "", "minutes_missing"),
        ({"status": "no_show"}, "/status", "not_a_choice"),
        ({"minutes": 0}, "/minutes", "greater_than_equal"),
        ({"minutes": 1441}, "/minutes", "less_than_equal"),
        ({"minutes": "45"}, "/minutes", "int_type"),
        ({"minutes": True}, "/minutes", "int_type"),
        ({"held_on": "31-12-2025"}, "/held_on", "date_parsing"),
        ({"held_on": "1066-10-14"}, "/held_on", "implausible_date"),
        ({"held_on": "2200-01-01"}, "/held_on", "implausible_date"),
        ({"held_on": "2024-02-29"}, "/held_on", "before_journey_start"),
        ({**HELD, "held_on": "2024-02-29"}, "/held_on", "before_journey_start"),
        ({"note": "x"}, "/note", "extra_forbidden"),
    ],
)
async def test_a_session_that_cannot_be(world: World, change: JSON, pointer: str, code: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    answer = await ngo.post(f"/v1/courses/{course['id']}/sessions", {**PLANNED, **change})
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]


@pytest.mark.parametrize("status", WAYS)
async def test_sessions_belong_to_clarification_and_to_what_is_ongoing(world: World, status: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await in_state(world, ngo, status)
    answer = await ngo.post(f"/v1/courses/{course['id']}/sessions", HELD)
    if status in {"clarification", "ongoing"}:
        assert answer.status_code == 201
    else:
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "course-not-running")


async def test_after_the_course_what_was_planned_can_only_be_tidied_away(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    planned = await session(world, ngo, {**PLANNED, "held_on": TODAY})
    assert (await ngo.act(f"/v1/courses/{planned['course_id']}/complete", VERBS["complete"])).status_code == 200
    path = f"/v1/sessions/{planned['id']}"
    assert (await ngo.act(f"{path}/hold", {"minutes": 5})).json()["type"].endswith("/course-not-running")
    assert (await ngo.act(f"{path}/cancel")).json()["status"] == "cancelled"


@pytest.mark.parametrize("verb", ["hold", "no-show", "cancel"])
async def test_what_happened_to_a_session_is_final(world: World, verb: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    body = {"minutes": 30}
    made = await session(world, ngo, {**PLANNED, "held_on": TODAY})
    path = f"/v1/sessions/{made['id']}"
    done = await ngo.act(f"{path}/{verb}", body if verb == "hold" else None)
    assert done.status_code == 200
    for again in ("hold", "no-show", "cancel"):
        answer = await ngo.act(f"{path}/{again}", body if again == "hold" else None)
        assert (answer.status_code, answer.json()["allowed"]) == (409, [])
        assert answer.json()["state"] == done.json()["status"]
    if verb != "hold":
        patched = await ngo.patch(path, {"form": "group"}, if_match=done.headers["etag"])
        assert (patched.status_code, patched.json()["allowed"]) == (409, [])


async def test_the_list_is_of_one_course_latest_day_first(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    one, other = await world.running(ngo, citizen), await world.running(ngo, citizen)
    days = [(today() - timedelta(days=day)).isoformat() for day in (3, 1, 1, 2, 0)]
    for day in days:
        await ngo.post(f"/v1/courses/{one['id']}/sessions", {**HELD, "held_on": day})
    await ngo.post(f"/v1/courses/{one['id']}/sessions", PLANNED)
    path, seen, cursor = f"/v1/courses/{one['id']}/sessions", [], ""
    for _ in range(3):
        page = (await ngo.get(f"{path}?limit=2{cursor}")).json()
        seen += page["items"]
        cursor = f"&cursor={page['next_cursor']}"
    assert page["next_cursor"] is None
    assert [each["held_on"] for each in seen] == sorted([*days, TOMORROW], reverse=True)
    assert len({each["id"] for each in seen}) == 6
    assert len((await ngo.get(f"{path}?status=planned")).json()["items"]) == 1
    assert (await ngo.get(f"/v1/courses/{other['id']}/sessions")).json()["items"] == []
    first = (await ngo.get(f"{path}?limit=2")).json()["next_cursor"]
    assert (await ngo.get(f"/v1/courses/{other['id']}/sessions?limit=2&cursor={first}")).status_code == 400
    assert (await ngo.get(f"/v1/courses/{nobody()}/sessions")).status_code == 404


# --- notes ------------------------------------------------------------------------------------------


async def test_a_note_is_for_the_assigned_worker_and_the_coordinator(world: World, superuser: AsyncEngine) -> None:
    coordinator = await world.party("tryg-vej-coordinator-victim")
    worker = await world.party("tryg-vej-caseworker-victim")
    made = await session(world, coordinator, HELD, assigned_to=await me(worker))
    path = f"/v1/sessions/{made['id']}"
    note = f"{path}/note"
    assert (await worker.get(note)).status_code == 404

    of_session = (await worker.get(path)).headers["etag"]
    assert (await worker.put(note, {"text": SECRET})).status_code == 428
    assert (await worker.put(note, {"text": SECRET}, if_match='"none"')).status_code == 412
    first = await worker.put(note, {"text": SECRET}, if_match=of_session)
    assert (first.status_code, first.json()["text"], first.json()["session_id"]) == (201, SECRET, made["id"])
    assert (await coordinator.put(note, {"text": "x"}, if_match=of_session)).status_code == 412
    read = await coordinator.get(note)
    assert (read.json(), read.headers["etag"]) == (first.json(), first.headers["etag"])
    second = await coordinator.put(note, {"text": "Linje 1\nLinje 2"}, if_match=read.headers["etag"])
    assert (second.status_code, second.json()["version"]) == (200, 2)
    assert (await worker.put(note, {"text": "x"}, if_match=read.headers["etag"])).status_code == 412
    assert (await worker.get(note)).json()["text"] == "Linje 1\nLinje 2"
    # The session is another record, and has not changed.
    assert (await worker.get(path)).headers["etag"] == of_session

    async with superuser.connect() as connection:
        stored = (await connection.execute(text("SELECT note FROM session_note"))).scalars().all()
    assert stored
    assert not any(b"Linje" in each or "søster".encode() in each for each in stored)


@pytest.mark.parametrize(
    "body", [{"text": ""}, {"text": "   "}, {"text": "x" * 10_001}, {"text": "a\u0000b"}, {"text": None}, {}]
)
async def test_a_note_that_cannot_be(world: World, body: JSON) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await session(world, ngo)
    answer = await ngo.put(f"/v1/sessions/{made['id']}/note", body, if_match='"any"')
    assert answer.status_code in {400, 422}
    assert answer.headers["content-type"].startswith("application/problem+json")


async def test_a_worker_without_the_charge_reads_no_note_even_of_an_unassigned_citizen(world: World) -> None:
    coordinator = await world.party("tryg-vej-coordinator-victim")
    worker = await world.party("tryg-vej-caseworker-victim")
    made = await session(world, coordinator, HELD)
    path = f"/v1/sessions/{made['id']}"
    etag = (await worker.get(path)).headers["etag"]
    assert (await worker.put(f"{path}/note", {"text": SECRET}, if_match=etag)).status_code == 404
    assert (await coordinator.put(f"{path}/note", {"text": SECRET}, if_match=etag)).status_code == 201
    assert (await worker.get(f"{path}/note")).status_code == 404


async def test_a_case_system_has_no_notes(world: World) -> None:
    coordinator = await world.party("tryg-vej-coordinator-victim")
    system = await world.party("tryg-vej-integration-victim")
    made = await session(world, coordinator, HELD)
    path = f"/v1/sessions/{made['id']}"
    etag = (await system.get(path)).headers["etag"]
    for answer in (
        await system.get(f"{path}/note"),
        await system.put(f"{path}/note", {"text": SECRET}, if_match=etag),
    ):
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (403, "insufficient-scope")


async def test_in_the_municipal_programme_the_municipality_keeps_sessions_and_notes(world: World) -> None:
    municipality = await world.party("randers-coordinator")
    made = await session(world, municipality, HELD)
    path = f"/v1/sessions/{made['id']}"
    etag = (await municipality.get(path)).headers["etag"]
    assert (await municipality.put(f"{path}/note", {"text": SECRET}, if_match=etag)).status_code == 201
    neighbour = await world.party("favrskov-coordinator")
    for each in (path, f"{path}/note", f"/v1/courses/{made['course_id']}/sessions"):
        assert (await neighbour.get(each)).status_code == 404


async def test_no_session_lies_before_the_journey(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    planned = await session(world, ngo)
    path, early, first = f"/v1/sessions/{planned['id']}", "2024-02-29", "2024-03-01"
    etag = (await ngo.get(path)).headers["etag"]
    for answer in (
        await ngo.patch(path, {"held_on": early}, if_match=etag),
        await ngo.post(f"{path}/hold", {"held_on": early, "minutes": 45}, if_match=etag),
    ):
        assert answer.status_code == 422
        assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [
            ("/held_on", "before_journey_start")
        ]
    held = await ngo.post(f"{path}/hold", {"held_on": first, "minutes": 45}, if_match=etag)
    assert (held.status_code, held.json()["held_on"]) == (200, first)
