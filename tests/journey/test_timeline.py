"""The timeline, as each party sees the same journey."""

from typing import Any

from fastapi import FastAPI

from tests.interviews.support import TODAY, asked, passed_on, step
from tests.stories.couple import HAPPENED_AT, side
from tests.support.statements import statements
from tests.support.world import JSON, Party, World, nobody


async def timeline(party: Party, citizen_id: str, **query: Any) -> list[JSON]:
    parameters = "&".join(f"{name}={value}" for name, value in query.items())
    answer = await party.get(f"/v1/citizens/{citizen_id}/timeline?{parameters}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def kinds(events: list[JSON]) -> list[str]:
    return [each["kind"] for each in events]


async def test_an_own_citizen_begins_with_the_registration(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police)
    assert await timeline(police, citizen["id"]) == [
        {
            "at": citizen["created_at"],
            "on": None,
            "kind": "registered",
            "label_da": "Borger registreret",
            "label_en": "Citizen registered",
            "category": "citizen",
            "record_id": citizen["id"],
            "controller_id": police.organisation_id,
        }
    ]


async def test_a_citizen_one_may_not_see_has_no_timeline(world: World) -> None:
    citizen = await world.citizen(await world.party("police-caseworker"))
    other = await world.party("tryg-vej-coordinator-victim")
    foreign = await other.get(f"/v1/citizens/{citizen['id']}/timeline")
    absent = await other.get(f"/v1/citizens/{nobody()}/timeline")
    assert foreign.status_code == absent.status_code == 404
    assert {**foreign.json(), "trace_id": "", "instance": ""} == {**absent.json(), "trace_id": "", "instance": ""}


async def test_the_same_journey_as_the_police_and_as_the_recipient_see_it(world: World) -> None:
    one = await side(world, "victim")
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")

    events = await timeline(police, one.id)
    assert kinds(events) == [
        "incident_occurred",
        "registered",
        "consent_signed",
        "referral_sent",
        "referral_accepted",
    ]
    assert events[0]["at"] == HAPPENED_AT
    assert {each["controller_id"] for each in events} == {police.organisation_id}

    events = await timeline(ngo, one.id)
    assert kinds(events) == ["consent_signed", "referral_sent", "referral_accepted", "access_opened"]
    opened = (await ngo.get(f"/v1/citizens/{one.id}")).json()["created_at"]
    assert events[-1]["at"] == opened


async def test_a_whole_journey_in_the_ngo(world: World) -> None:
    one = await side(world, "victim")
    ngo = await world.party("tryg-vej-coordinator-victim")
    attempt = {"attempted_at": one.referral["responded_at"], "channel": "phone", "outcome": "reached"}
    await ngo.post(f"/v1/referrals/{one.referral['id']}/contact-attempts", attempt)
    course = await world.running(ngo, one.citizen, referral_id=one.referral["id"])
    day = course["started_on"]
    held = {"held_on": day, "form": "individual", "minutes": 45, "status": "held"}
    await ngo.post(f"/v1/courses/{course['id']}/sessions", held)
    await ngo.post(f"/v1/courses/{course['id']}/sessions", {"held_on": "2030-01-02", "form": "phone"})
    need = {"citizen_id": one.id, "theme": "economy", "level": "light"}
    declined = (await ngo.post("/v1/support-needs", need)).json()
    await ngo.act(f"/v1/support-needs/{declined['id']}/decline")
    await ngo.act(f"/v1/courses/{course['id']}/complete", {"ended_on": day, "closing_reason": "planned"})
    await ngo.post("/v1/follow-ups", {"course_id": course["id"], "due_on": "2030-03-01"})

    events = await timeline(ngo, one.id)
    assert kinds(events) == [
        "journey_started",
        "consent_signed",
        "referral_sent",
        "referral_accepted",
        "access_opened",
        "contact_attempted",
        "course_created",
        "support_need_identified",
        "support_need_declined",
        "course_started",
        "session_held",
        "course_ended",
        "session_planned",
        "follow_up_planned",
    ]
    dated = {each["kind"]: (each["at"], each["on"]) for each in events}
    assert dated["course_started"] == (None, day)
    assert dated["session_planned"] == (None, "2030-01-02")
    assert dated["access_opened"][1] is None
    police = await timeline(await world.party("police-coordinator"), one.id)
    assert "course_created" not in kinds(police)


async def test_what_ends_by_a_withdrawal(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    one = await side(world, "victim", accept=False)
    await world.withdrawn(police, one.consent)
    await ngo.post(f"/v1/consents/{one.consent['id']}/acknowledge")
    assert kinds(await timeline(police, one.id))[-3:] == [
        "consent_withdrawn",
        "referral_recalled",
        "withdrawal_acknowledged",
    ]
    drafted = await world.consent(police, one.citizen, [ngo.organisation_id], signed=False)
    await police.act(f"/v1/consents/{drafted['id']}/refuse")
    assert kinds(await timeline(police, one.id))[-1] == "consent_refused"


async def test_a_need_that_was_bridged_reads_as_received(world: World) -> None:
    ngo, aarhus = await world.party("tryg-vej-coordinator-victim"), await world.party("aarhus-coordinator")
    citizen = await world.unaided(ngo)
    body = {"citizen_id": citizen["id"], "theme": "housing", "level": "high"}
    path = f"/v1/support-needs/{(await ngo.post('/v1/support-needs', body)).json()['id']}"
    await ngo.act(f"{path}/agree")
    consent = await world.consent(ngo, citizen, [aarhus.organisation_id], ["contact", "bridging"])
    terms = {"consent_id": consent["id"], "recipient_id": aarhus.organisation_id, "scopes": ["contact", "bridging"]}
    referral_id = (await ngo.act(f"{path}/handover", terms)).json()["referral_id"]
    accepted = (await aarhus.act(f"/v1/referrals/{referral_id}/accept")).json()

    events = await timeline(aarhus, citizen["id"])
    received = next(each for each in events if each["kind"] == "support_need_received")
    assert received["at"] == accepted["responded_at"]
    assert received["controller_id"] == ngo.organisation_id
    assert "support_need_identified" not in kinds(events)


async def test_pages_join_into_the_whole(world: World) -> None:
    one = await side(world, "victim")
    police = await world.party("police-coordinator")
    path = f"/v1/citizens/{one.id}/timeline"
    whole = (await police.get(path)).json()["items"]
    found, cursor = [], ""
    for _ in whole:
        page = (await police.get(f"{path}?limit=2&cursor={cursor}" if cursor else f"{path}?limit=2")).json()
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert found == whole
    first = (await police.get(f"{path}?limit=2")).json()["next_cursor"]
    other = await side(world, "victim", accept=False)
    assert (await police.get(f"/v1/citizens/{other.id}/timeline?limit=2&cursor={first}")).status_code == 400
    stranger = await world.party("police-caseworker")
    assert (await stranger.get(f"{path}?limit=2&cursor={first}")).status_code == 400


async def test_it_is_one_statement(world: World, app: FastAPI) -> None:
    one = await side(world, "victim")
    ngo = await world.party("tryg-vej-coordinator-victim")
    with statements(app) as seen:
        await timeline(ngo, one.id)
    assert len([each for each in seen if "UNION ALL" in each]) == 1
    # Who asks, the timeline, the log.
    assert len(seen) == 3


async def test_interviews_stand_on_the_timeline_of_who_proposed_the_citizen(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    candidate = await passed_on(world, ngo)
    path = f"/v1/interview-candidates/{candidate['id']}"
    found = [each for each in await timeline(ngo, candidate["citizen_id"]) if each["record_id"] == candidate["id"]]
    assert set(kinds(found)) == {
        "interview_proposed", "interview_asked", "interview_consented", "interview_contact_passed_on"
    }  # fmt: skip
    assert (await ngo.act(f"{path}/cancel")).status_code == 200
    later = await timeline(ngo, candidate["citizen_id"])
    assert "interview_cancelled" in kinds([each for each in later if each["record_id"] == candidate["id"]])
    declined = await step(ngo, await asked(world, ngo), "decline", {"answered_on": TODAY})
    no = kinds([each for each in await timeline(ngo, declined["citizen_id"]) if each["record_id"] == declined["id"]])
    assert set(no) == {"interview_proposed", "interview_asked", "interview_declined"}
    other = await world.party("tryg-vej-coordinator-perpetrator")
    assert (await other.get(f"/v1/citizens/{declined['citizen_id']}/timeline")).status_code == 404
