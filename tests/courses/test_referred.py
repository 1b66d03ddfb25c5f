"""A course that rests on a referral which the police sent."""

import asyncio
from datetime import timedelta

from app.common.days import today
from tests.courses.test_courses import TODAY
from tests.support.world import JSON, Party, World

SCOPES = ["contact", "identity", "bridging"]


async def referred(world: World, ngo: Party, *scopes: str) -> tuple[Party, JSON, JSON]:
    """The police, a consent of a citizen found by them, and the referral that `ngo` accepted."""
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id], [*SCOPES, *scopes])
    return police, consent, await world.referral(police, consent, accepted_by=ngo)


async def test_a_course_finds_its_referral_and_tells_the_sender_only_if_allowed(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    for scopes, told in (((), None), (("feedback_to_sender",), True)):
        police, consent, referral = await referred(world, ngo, *scopes)
        course = await world.course(ngo, {"id": consent["citizen_id"]})
        assert course["referral_id"] == referral["id"]
        path = f"/v1/referrals/{referral['id']}"
        assert (await police.get(path)).json()["course_started"] in {None, False}
        started = await ngo.act(f"/v1/courses/{course['id']}/start", {"started_on": TODAY})
        assert started.status_code == 200
        assert (await ngo.get(path)).json()["course_started"] is True
        assert (await police.get(path)).json()["course_started"] is told
        assert (await police.get(f"/v1/courses/{course['id']}")).status_code == 403


async def test_a_course_rests_on_the_citizens_own_accepted_referral(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    _, consent, referral = await referred(world, ngo)
    _, other_consent, other = await referred(world, ngo)
    citizen = {"id": consent["citizen_id"]}
    assert (await world.course(ngo, citizen, referral_id=referral["id"]))["referral_id"] == referral["id"]
    body = {"form": "group", "journey_started_on": TODAY}
    wrong = await ngo.post(
        "/v1/courses", {**body, "citizen_id": other_consent["citizen_id"], "referral_id": referral["id"]}
    )
    assert (wrong.status_code, wrong.json()["errors"][0]["pointer"]) == (422, "/referral_id")
    assert other["id"] != referral["id"]


async def test_not_before_the_referral_is_accepted(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id], SCOPES)
    referral = await world.referral(police, consent)
    body = {"citizen_id": citizen["id"], "form": "group", "journey_started_on": TODAY}
    for members in ({}, {"referral_id": referral["id"]}):
        answer = await ngo.post("/v1/courses", {**body, **members})
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/citizen_id")


async def test_after_a_withdrawal_the_journal_stays_and_nothing_new_begins(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    police, consent, _ = await referred(world, ngo)
    citizen = {"id": consent["citizen_id"]}
    created, running = await world.course(ngo, citizen), await world.running(ngo, citizen)
    sessions = f"/v1/courses/{running['id']}/sessions"
    before = (await ngo.post(sessions, {"held_on": TODAY, "form": "phone"})).json()
    await world.withdrawn(police, consent)

    assert (await ngo.get(f"/v1/citizens/{citizen['id']}")).status_code == 404
    assert (await ngo.get(f"/v1/courses/{running['id']}")).json() == running
    body = {"citizen_id": citizen["id"], "form": "group", "journey_started_on": TODAY}
    again = await ngo.post("/v1/courses", body)
    assert (again.status_code, again.json()["errors"][0]["code"]) == (422, "unknown_reference")
    need = await ngo.post("/v1/support-needs", {"citizen_id": citizen["id"], "theme": "legal", "level": "light"})
    assert need.status_code == 422
    start = await ngo.act(f"/v1/courses/{created['id']}/start", {"started_on": TODAY})
    assert (start.status_code, start.json()["type"].rsplit("/", 1)[1]) == (409, "consent-not-active")
    planned = await ngo.post(sessions, {"held_on": TODAY, "form": "phone"})
    assert (planned.status_code, planned.json()["type"].rsplit("/", 1)[1]) == (409, "consent-not-active")
    held = await ngo.post(sessions, {"held_on": TODAY, "form": "phone", "minutes": 30, "status": "held"})
    assert held.status_code == 201, "what took place may be written down"
    path = f"/v1/sessions/{before['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    moved = await ngo.patch(path, {"held_on": (today() + timedelta(days=7)).isoformat()}, if_match=etag)
    assert (moved.status_code, moved.json()["type"].rsplit("/", 1)[1]) == (409, "consent-not-active")
    assert (await ngo.patch(path, {"minutes": 20}, if_match=etag)).status_code == 200
    assert (await ngo.act(f"{path}/cancel")).json()["status"] == "cancelled"
    end = {"ended_on": TODAY, "closing_reason": "consent_withdrawn"}
    assert (await ngo.act(f"/v1/courses/{running['id']}/interrupt", end)).status_code == 200


async def test_a_start_and_a_withdrawal_at_once_come_one_after_the_other(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    for _ in range(5):
        police, consent, _ = await referred(world, ngo)
        course = await world.course(ngo, {"id": consent["citizen_id"]})
        start = ngo.act(f"/v1/courses/{course['id']}/start", {"started_on": TODAY})
        answer, _ = await asyncio.gather(start, world.withdrawn(police, consent))
        now = (await ngo.get(f"/v1/courses/{course['id']}")).json()["status"]
        assert (answer.status_code, now) in {(200, "ongoing"), (409, "created")}
        late = await ngo.act(f"/v1/courses/{course['id']}/{'pause' if now == 'ongoing' else 'clarify'}")
        assert late.status_code == (200 if now == "ongoing" else 409)


async def test_after_a_withdrawal_nobody_plans_a_follow_up(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    police, consent, _ = await referred(world, ngo)
    course = await world.ended(ngo, {"id": consent["citizen_id"]}, TODAY)
    planned = await ngo.post("/v1/follow-ups", {"course_id": course["id"], "due_on": TODAY})
    assert planned.status_code == 201
    await world.withdrawn(police, consent)
    later = (today() + timedelta(days=90)).isoformat()
    again = await ngo.post("/v1/follow-ups", {"course_id": course["id"], "due_on": later})
    assert (again.status_code, again.json()["type"].rsplit("/", 1)[1]) == (409, "consent-not-active")
    path = f"/v1/follow-ups/{planned.json()['id']}"
    moved = await ngo.patch(path, {"due_on": later}, if_match=planned.headers["etag"])
    assert (moved.status_code, moved.json()["type"].rsplit("/", 1)[1]) == (409, "consent-not-active")
    assert (await ngo.act(f"{path}/cancel")).json()["status"] == "cancelled"
