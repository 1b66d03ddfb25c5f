"""Follow-ups: after the course's end, due, overdue, completed once."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI

from app.common.days import today
from tests.courses.test_courses import WAYS, in_state
from tests.support.statements import statements
from tests.support.world import JSON, Party, World

TODAY = today().isoformat()
FOUND = {
    "completed_on": TODAY,
    "contact_to_other_services": True,
    "change_sustained": "partly",
    "new_needs": ["economy", "network"],
}
VERBS: dict[str, Any] = {"complete": FOUND, "not-reached": None, "cancel": None}


def day(offset: int) -> str:
    return (today() + timedelta(days=offset)).isoformat()


async def follow_up(world: World, party: Party, due_on: str = TODAY, ended_on: str | None = None) -> JSON:
    course = await world.ended(party, await world.unaided(party, days_ago=90), ended_on or day(-60))
    answer = await party.post("/v1/follow-ups", {"course_id": course["id"], "due_on": due_on})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def test_a_follow_up_is_planned_moved_and_completed(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await follow_up(world, ngo, day(14))
    path = f"/v1/follow-ups/{made['id']}"
    read = await ngo.get(path)
    assert read.json() == made
    assert made["overdue"] is False
    moved = await ngo.patch(path, {"due_on": day(7)}, if_match=read.headers["etag"])
    assert (moved.json()["due_on"], moved.json()["version"]) == (day(7), 2)
    done = await ngo.act(f"{path}/complete", FOUND)
    assert done.json() | {"updated_at": ""} == {
        **made,
        **FOUND,
        "due_on": day(7),
        "status": "completed",
        "updated_at": "",
        "version": 3,
    }
    late = await ngo.patch(path, {"due_on": day(8)}, if_match=done.headers["etag"])
    assert (late.status_code, late.json()["state"]) == (409, "completed")


async def test_in_the_municipal_programme_the_municipality_follows_up(world: World) -> None:
    municipality = await world.party("favrskov-caseworker")
    made = await follow_up(world, municipality)
    assert (await municipality.act(f"/v1/follow-ups/{made['id']}/not-reached")).json()["status"] == "not_reached"


@pytest.mark.parametrize("status", WAYS)
async def test_only_after_the_end_of_a_course_that_has_run(world: World, status: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await in_state(world, ngo, status)
    answer = await ngo.post("/v1/follow-ups", {"course_id": course["id"], "due_on": TODAY})
    if status in {"completed", "interrupted", "referred_on"}:
        assert answer.status_code == 201
    else:
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "course-not-ended")


async def test_days_lie_after_the_courses_end(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await follow_up(world, ngo, day(-5), day(-10))
    path = f"/v1/follow-ups/{made['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    answers = (
        (await ngo.post("/v1/follow-ups", {"course_id": made["course_id"], "due_on": day(-11)}), "/due_on"),
        (await ngo.patch(path, {"due_on": day(-11)}, if_match=etag), "/due_on"),
        (await ngo.act(f"{path}/complete", {**FOUND, "completed_on": day(-11)}), "/completed_on"),
        (await ngo.act(f"{path}/complete", {**FOUND, "completed_on": day(1)}), "/completed_on"),
    )
    for answer, pointer in answers:
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    assert (await ngo.act(f"{path}/complete", {**FOUND, "completed_on": day(-10)})).status_code == 200


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"contact_to_other_services": "yes"}, "/contact_to_other_services", "bool_type"),
        ({"contact_to_other_services": None}, "/contact_to_other_services", "bool_type"),
        ({"change_sustained": "maybe"}, "/change_sustained", "not_a_choice"),
        ({"new_needs": ["economy", "economy"]}, "/new_needs", "duplicate_item"),
        ({"new_needs": ["gold"]}, "/new_needs/0", "not_a_choice"),
        ({"completed_on": 20240101}, "/completed_on", "date_parsing"),
        ({"overdue": True}, "/overdue", "extra_forbidden"),
    ],
)
async def test_a_completion_that_cannot_be(world: World, change: JSON, pointer: str, code: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await follow_up(world, ngo)
    answer = await ngo.act(f"/v1/follow-ups/{made['id']}/complete", {**FOUND, **change})
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]


@pytest.mark.parametrize("verb", VERBS)
async def test_what_came_of_it_is_final(world: World, verb: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await follow_up(world, ngo)
    path = f"/v1/follow-ups/{made['id']}"
    assert (await ngo.post(f"{path}/{verb}", VERBS[verb])).status_code == 428
    status = (await ngo.act(f"{path}/{verb}", VERBS[verb])).json()["status"]
    for again, body in VERBS.items():
        answer = await ngo.act(f"{path}/{again}", body)
        assert (answer.status_code, answer.json()["state"], answer.json()["allowed"]) == (409, status, [])


async def test_of_two_who_complete_at_once_one_wins(world: World) -> None:
    coordinator = await world.party("tryg-vej-coordinator-victim")
    system = await world.party("tryg-vej-integration-victim")
    made = await follow_up(world, coordinator)
    path = f"/v1/follow-ups/{made['id']}"
    etag = (await coordinator.get(path)).headers["etag"]
    answers = await asyncio.gather(
        *(party.post(f"{path}/complete", FOUND, if_match=etag) for party in (coordinator, system) for _ in range(2))
    )
    assert sorted(each.status_code for each in answers) == [200, 412, 412, 412]
    assert (await coordinator.get(path)).json()["version"] == 2


async def test_overdue_is_computed_from_the_day_in_denmark(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    late, due, done = [await follow_up(world, ngo, each) for each in (day(-1), TODAY, day(-2))]
    assert (late["overdue"], due["overdue"], done["overdue"]) == (True, False, True)
    done = (await ngo.act(f"/v1/follow-ups/{done['id']}/complete", FOUND)).json()
    assert done["overdue"] is False

    async def found(query: str) -> set[str]:
        items = (await ngo.get(f"/v1/follow-ups?limit=200&{query}")).json()["items"]
        return {each["id"] for each in items} & {late["id"], due["id"], done["id"]}

    assert await found("overdue=true") == {late["id"]}
    assert await found("overdue=false") == {due["id"], done["id"]}
    assert await found("status=planned") == {late["id"], due["id"]}
    assert await found(f"due_before={TODAY}") == {late["id"], done["id"]}
    assert await found(f"citizen_id={late['citizen_id']}") == {late["id"]}
    assert await found(f"course_id={due['course_id']}") == {due["id"]}
    assert await found("track=perpetrator") == set()
    assert await found(f"updated_since={done['updated_at']}") == {done["id"]}
    for query in ("overdue=maybe", "due_before=1700000000", "status=overdue", "overdue=true&overdue=true"):
        assert (await ngo.get(f"/v1/follow-ups?{query}")).status_code == 400, query


async def test_the_list_pages_newest_first(world: World) -> None:
    ngo = await world.party("lysningen-integration-victim")
    ids = [(await follow_up(world, ngo))["id"] for _ in range(4)]
    first = (await ngo.get("/v1/follow-ups?limit=2")).json()
    second = (await ngo.get(f"/v1/follow-ups?limit=2&cursor={first['next_cursor']}")).json()
    assert [each["id"] for each in first["items"] + second["items"]] == ids[::-1]
    other = await world.party("tryg-vej-integration-victim")
    assert (await other.get(f"/v1/follow-ups?limit=2&cursor={first['next_cursor']}")).status_code == 400


async def test_planning_one_is_seven_statements(world: World, app: FastAPI) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await follow_up(world, ngo)
    with statements(app) as seen:
        answer = await ngo.post("/v1/follow-ups", {"course_id": made["course_id"], "due_on": TODAY})
    assert answer.status_code == 201
    # Who asks, the key, the course, the consent, the follow-up, the log, the answer kept.
    assert len(seen) == 7, seen


async def test_a_withdrawal_leaves_the_follow_up_to_its_controller(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await follow_up(world, ngo)
    consent = (await ngo.get(f"/v1/consents?citizen_id={made['citizen_id']}")).json()["items"][0]
    await world.withdrawn(ngo, consent)
    path = f"/v1/follow-ups/{made['id']}"
    assert (await ngo.get(path)).status_code == 200
    assert (await ngo.act(f"{path}/cancel")).json()["status"] == "cancelled"
