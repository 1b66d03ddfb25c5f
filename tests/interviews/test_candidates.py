"""Candidates on their way: who may be proposed, under which consent, and within which safe contact."""

from typing import Any

import pytest

from app.common.days import today
from tests.courses.test_sessions import me
from tests.interviews.support import (
    CONTACTS,
    PATH,
    TODAY,
    asked,
    code_of,
    consented,
    contact,
    faults,
    interview_consent,
    on_course,
    passed_on,
    proposed,
    step,
    waiting,
)
from tests.support.world import World, nobody

DAY = {"weekday": 2, "from_time": "10:00", "to_time": "14:00"}


async def test_a_candidate_is_proposed_asked_and_says_no(world: World) -> None:
    ngo = await world.party("tryg-vej-caseworker-victim")
    course = await on_course(world, ngo)
    candidate = await proposed(world, ngo, course)
    about = {name: course[name] for name in ("citizen_id", "track")}
    assert {name: candidate[name] for name in about} == about
    assert (candidate["status"], candidate["consent_id"], candidate["asked_on"]) == ("proposed", None, None)
    await step(ngo, candidate, "ask", {"asked_on": TODAY})
    declined = await step(ngo, candidate, "decline", {"answered_on": TODAY})
    assert (declined["status"], declined["answered_on"]) == ("declined", TODAY)
    again = await ngo.post(PATH, {"course_id": course["id"], "evaluator_id": world.organisation("vive")})
    assert (again.status_code, code_of(again)) == (409, "already-proposed")


async def test_only_what_was_cancelled_is_proposed_anew(world: World) -> None:
    ngo = await world.party("tryg-vej-caseworker-victim")
    course = await on_course(world, ngo)
    await step(ngo, await proposed(world, ngo, course), "cancel")
    assert (await proposed(world, ngo, course))["status"] == "proposed"


@pytest.mark.parametrize(
    "lacking", ["none", "another_scope", "another_recipient", "draft", "withdrawn", "other_citizen"]
)
async def test_it_needs_a_consent_of_its_own(world: World, lacking: str) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), world.organisation("vive")
    candidate = await asked(world, ngo)
    citizen = {"id": candidate["citizen_id"], "project_id": candidate["project_id"]}
    if lacking == "another_scope":
        await world.consent(ngo, citizen, [vive], ["evaluation_questionnaire", "contact"])
    elif lacking == "another_recipient":
        await world.consent(ngo, citizen, [ngo.organisation_id], ["evaluation_interview"])
    elif lacking == "draft":
        await interview_consent(world, ngo, candidate, signed=False)
    elif lacking == "withdrawn":
        await world.withdrawn(ngo, await interview_consent(world, ngo, candidate))
    elif lacking == "other_citizen":
        await interview_consent(world, ngo, await asked(world, ngo))
    answer = await ngo.act(f"{PATH}/{candidate['id']}/consent")
    assert (answer.status_code, code_of(answer)) == (409, "interview-consent-missing")
    await interview_consent(world, ngo, candidate)
    given = await step(ngo, candidate, "consent")
    assert (given["status"], given["answered_on"]) == ("consented", TODAY)


async def test_nobody_answered_before_being_asked(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    candidate = await asked(world, ngo)
    await interview_consent(world, ngo, candidate, days_ago=3)
    given = await step(ngo, candidate, "consent")
    assert (given["asked_on"], given["answered_on"]) == (TODAY, TODAY)


async def test_a_withdrawal_before_the_passing_on_cancels(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    candidate = await consented(world, ngo)
    await world.withdrawn(ngo, {"id": candidate["consent_id"]})
    assert (await ngo.get(f"{PATH}/{candidate['id']}")).json()["status"] == "cancelled"
    answer = await ngo.act(f"{PATH}/{candidate['id']}/pass-on-contact", contact())
    assert (answer.status_code, answer.json()["allowed"]) == (409, [])


@pytest.mark.parametrize(
    ("changes", "wanted"),
    [
        (
            {"safe_channels": ["email"], "email": "a@example.dk"},
            [("/safe_channels/0", "unsafe_channel"), ("/phone", "channel_missing"), ("/email", "not_registered")],
        ),
        (
            {"safe_channels": ["phone", "email"], "email": "a@example.dk"},
            [("/safe_channels/1", "unsafe_channel"), ("/email", "not_registered")],
        ),
        ({"phone": "+4520999999"}, [("/phone", "not_registered")]),
        ({"email": "Safe@example.dk"}, [("/email", "channel_missing")]),
        ({"safe_hours": [{**DAY, "to_time": "16:01"}]}, [("/safe_hours/0", "outside_safe_hours")]),
        ({"safe_hours": [DAY, {**DAY, "weekday": 3}]}, [("/safe_hours/1", "outside_safe_hours")]),
        ({"never_leave_message": False}, [("/never_leave_message", "message_not_safe")]),
        ({"shared_device": False}, [("/shared_device", "device_shared")]),
        (
            {"phone": None, "email": "safe@example.dk"},
            [("/phone", "number_missing"), ("/email", "channel_missing")],
        ),
        ({"phone": None}, [("", "no_way_of_contact")]),
        ({"email": "010190-1234@example.dk"}, [("/email", "citizen_data_in_text")]),
        ({"safe_channels": ["letter"]}, [("/safe_channels/0", "not_a_choice")]),
        ({"safe_channels": []}, [("/safe_channels", "too_short")]),
        ({"safe_hours": []}, [("/safe_hours", "too_short")]),
        ({"call_name": "x" * 41}, [("/call_name", "string_too_long")]),
        ({"call_name": "010190-1234"}, [("/call_name", "not_a_call_name")]),
        ({"call_name": "Ågot Skovvejen 14"}, [("/call_name", "not_a_call_name")]),
        ({"call_name": "Sørensen, Ågot"}, [("/call_name", "not_a_call_name")]),
        ({"call_name": "Ågot Marie Sørensen"}, [("/call_name", "not_a_call_name")]),
        ({"call_name": "aagot@example"}, [("/call_name", "not_a_call_name")]),
        ({"address": "Skovvejen 14"}, [("/address", "extra_forbidden")]),
    ],
)
async def test_nothing_reaches_further_than_the_safe_contact(world: World, changes: Any, wanted: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    safe: Any = {
        "safe_channels": ["phone"],
        "safe_hours": [{**DAY, "from_time": "09:00", "to_time": "16:00"}],
        "email": "safe@example.dk",
    }
    candidate = await consented(world, ngo, await on_course(world, ngo, **safe))
    answer = await ngo.act(f"{PATH}/{candidate['id']}/pass-on-contact", contact(**changes))
    assert faults(answer) == wanted
    assert "Ågot" not in answer.text
    assert "example.dk" not in answer.text
    assert (await ngo.get(f"{PATH}/{candidate['id']}")).json()["status"] == "consented"


async def test_a_message_may_be_left_where_the_citizen_said_so(world: World) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    course = await on_course(world, ngo, never_leave_message=False, shared_device=False)
    before = set(await waiting(vive))
    said = contact(never_leave_message=False, shared_device=False)
    await step(ngo, await consented(world, ngo, course), "pass-on-contact", said)
    (new,) = set(await waiting(vive)) - before
    read = (await vive.get(f"{CONTACTS}/{new}")).json()
    assert (read["never_leave_message"], read["shared_device"]) == (False, False)


async def test_without_a_safe_contact_nothing_is_passed_on(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    answer = await ngo.act(f"{PATH}/{(await consented(world, ngo, course))['id']}/pass-on-contact", contact())
    assert faults(answer) == [("", "no_safe_contact")]


async def test_special_protection_keeps_the_contact_here(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    candidate = await consented(world, ngo)
    path = f"/v1/citizens/{candidate['citizen_id']}"
    identity = world.identity(cpr=None, address_protection="special")
    etag = (await ngo.get(path)).headers["etag"]
    assert (await ngo.put(f"{path}/identity", identity, if_match=etag)).status_code == 200
    answer = await ngo.act(f"{PATH}/{candidate['id']}/pass-on-contact", contact())
    assert (answer.status_code, code_of(answer)) == (409, "interview-contact-protected")


async def test_what_is_proposed_is_a_course_of_ones_own_and_the_projects_evaluator(world: World) -> None:
    ngo, other = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    course, vive = await on_course(world, ngo), world.organisation("vive")
    for body, pointer in (
        ({"course_id": (await on_course(world, other))["id"], "evaluator_id": vive}, "/course_id"),
        ({"course_id": nobody(), "evaluator_id": vive}, "/course_id"),
        ({"course_id": course["id"], "evaluator_id": nobody()}, "/evaluator_id"),
        ({"course_id": course["id"], "evaluator_id": world.organisation("aarhus")}, "/evaluator_id"),
        ({"course_id": course["id"], "evaluator_id": world.organisation("trainer")}, "/evaluator_id"),
    ):
        assert faults(await ngo.post(PATH, body)) == [(pointer, "unknown_reference")]
    never = await world.course(ngo, await world.unaided(ngo))
    assert (await ngo.act(f"/v1/courses/{never['id']}/not-start", {"closing_reason": "no_show"})).status_code == 200
    answer = await ngo.post(PATH, {"course_id": never["id"], "evaluator_id": vive})
    assert (answer.status_code, code_of(answer)) == (409, "course-never-started")


async def test_in_the_municipal_programme_the_municipality_proposes(world: World) -> None:
    favrskov, aarhus = await world.party("favrskov-coordinator"), await world.party("aarhus-coordinator")
    candidate = await passed_on(world, favrskov)
    assert (candidate["status"], candidate["project_id"]) == ("contact_passed_on", world.project("maturation"))
    assert (await aarhus.get(f"{PATH}/{candidate['id']}")).status_code == 404


async def test_no_step_is_skipped_or_taken_twice(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    candidate = await proposed(world, ngo)
    path = f"{PATH}/{candidate['id']}"
    bodies: dict[str, Any] = {
        "ask": {"asked_on": TODAY},
        "consent": None,
        "decline": {"answered_on": TODAY},
        "pass-on-contact": contact(),
        "cancel": None,
    }

    async def refused(*verbs: str) -> None:
        for verb in verbs:
            answer = await ngo.act(f"{path}/{verb}", bodies[verb])
            assert (answer.status_code, code_of(answer)) == (409, "forbidden-transition"), verb

    await refused("consent", "decline", "pass-on-contact")
    await step(ngo, candidate, "ask", bodies["ask"])
    await refused("ask", "pass-on-contact")
    await interview_consent(world, ngo, candidate)
    await step(ngo, candidate, "consent")
    await refused("ask", "consent", "decline")
    await step(ngo, candidate, "pass-on-contact", contact())
    await refused("ask", "consent", "decline", "pass-on-contact")
    await step(ngo, candidate, "cancel")
    await refused(*bodies)
    assert (await ngo.post(f"{path}/cancel")).status_code == 428
    assert (await ngo.post(f"{path}/cancel", if_match='"x"')).status_code == 412


async def test_days_that_cannot_be(world: World) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    tomorrow = today().replace(year=today().year + 1).isoformat()
    candidate = await proposed(world, ngo)
    path = f"{PATH}/{candidate['id']}"
    assert faults(await ngo.act(f"{path}/ask", {"asked_on": tomorrow})) == [("/asked_on", "date_in_future")]
    await step(ngo, candidate, "ask", {"asked_on": TODAY})
    early = await ngo.act(f"{path}/decline", {"answered_on": "2024-01-01"})
    assert faults(early) == [("/answered_on", "before_asked")]
    await interview_consent(world, ngo, candidate)
    await step(ngo, candidate, "consent")
    before = set(await waiting(vive))
    await step(ngo, candidate, "pass-on-contact", contact())
    (new,) = set(await waiting(vive)) - before
    early = await vive.act(f"{CONTACTS}/{new}/complete", {"held_on": "2024-01-01"})
    assert faults(early) == [("/held_on", "before_passed_on")]


async def test_the_list_filters_and_pages(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    courses = [await on_course(world, ngo) for _ in range(2)]
    made = [await proposed(world, ngo, each) for each in courses]
    await step(ngo, made[0], "ask", {"asked_on": TODAY})

    async def found(query: str) -> list[str]:
        return [each["id"] for each in (await ngo.get(f"{PATH}?{query}")).json()["items"]]

    assert await found(f"course_id={courses[0]['id']}") == [made[0]["id"]]
    assert await found(f"citizen_id={courses[1]['citizen_id']}&status=proposed") == [made[1]["id"]]
    assert await found(f"citizen_id={courses[1]['citizen_id']}&status=asked") == []
    assert await found(f"updated_since={made[1]['updated_at']}&track=victim") == [made[1]["id"], made[0]["id"]]
    first = (await ngo.get(f"{PATH}?limit=1")).json()
    rest = (await ngo.get(f"{PATH}?limit=1&cursor={first['next_cursor']}")).json()
    assert [each["id"] for each in first["items"] + rest["items"]] == [made[1]["id"], made[0]["id"]]


async def test_a_worker_to_whom_the_citizen_is_not_assigned_finds_nothing(world: World) -> None:
    coordinator, worker = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-caseworker-victim"),
    )
    course = await on_course(world, coordinator)
    candidate = await proposed(world, coordinator, course)
    assert (await worker.get(f"{PATH}/{candidate['id']}")).status_code == 200  # nobody's yet
    etag = (await coordinator.get(f"/v1/courses/{course['id']}")).headers["etag"]
    charge = {"assigned_to": await me(coordinator)}
    assert (await coordinator.patch(f"/v1/courses/{course['id']}", charge, if_match=etag)).status_code == 200
    assert (await worker.get(f"{PATH}/{candidate['id']}")).status_code == 404
