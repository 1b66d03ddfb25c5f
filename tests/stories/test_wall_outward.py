"""The wall, where it meets the world: words, channels, changes, feedback and protection, told as stories over HTTP."""

import json

import pytest

from tests.stories.couple import Couple, couple, seen_by, side
from tests.support.world import JSON, Party, World, nobody


@pytest.fixture(scope="module")
async def pair(world: World) -> Couple:
    """For the stories that only look."""
    return await couple(world)


# --- rule 5: free text -------------------------------------------------------------------------------


async def test_a_text_that_names_the_other_side_is_never_sent(world: World, pair: Couple) -> None:
    police = await world.party("police-coordinator")
    other = pair.perpetrator
    cpr = other.identity["cpr"]
    for words in (
        f"Bor fortsat sammen med {other.identity['given_name']} {other.identity['family_name']}.",
        f"Manden har {cpr[:6]}-{cpr[6:]}.",
        "Kan ringe på 20 99 99 99.",
        "Han bor nu på perpetratorvej 1.",
    ):
        body = {
            "citizen_id": pair.victim.id,
            "consent_id": pair.victim.consent["id"],
            "recipient_id": world.organisation("tryg_vej"),
            "kind": "initial",
            "scopes": ["contact"],
            "summary": words,
        }
        answer = await police.post("/v1/referrals", body)
        if answer.status_code == 201:
            answer = await police.post(f"/v1/referrals/{answer.json()['id']}/send", if_match=answer.headers["etag"])
        assert answer.status_code == 422, words
        for secret in (other.identity["given_name"], cpr[:6], cpr[6:], "99 99", "perpetratorvej"):
            assert secret not in answer.text


# --- rule 6: safe contact ----------------------------------------------------------------------------


async def test_nobody_registers_a_contact_outside_the_safe_channels(world: World) -> None:
    one = await side(world, "victim")
    worker = await world.party("tryg-vej-caseworker-victim")
    path = f"/v1/referrals/{one.referral['id']}/contact-attempts"
    attempted_at = one.referral["responded_at"]
    for channel, status in (("letter", 422), ("email", 422), ("in_person", 422), ("phone", 201)):
        body = {"attempted_at": attempted_at, "channel": channel, "outcome": "no_answer"}
        assert (await worker.post(path, body)).status_code == status, channel


async def test_what_is_not_said_about_contact_is_taken_for_unsafe(world: World) -> None:
    citizen = await world.citizen(await world.party("police-coordinator"), contact={"phone": "+4520000009"})
    contact = citizen["contact"]
    assert (contact["safe_channels"], contact["safe_hours"]) == ([], [])
    assert contact["never_leave_message"]
    assert contact["shared_device"]


# --- rule 7: no later change is pushed ----------------------------------------------------------------


async def test_a_new_address_is_never_pushed_to_whom_the_old_one_was_passed_on(world: World) -> None:
    one = await side(world, "victim")
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    before = (await ngo.get(f"/v1/citizens/{one.id}")).json()
    assert before["address"]["lines"] == ["victimvej 1"]
    address = {"lines": ["Hemmelig Vej 9"], "postcode": "9990", "source": "citizen", "protection": "none"}
    etag = (await police.get(f"/v1/citizens/{one.id}")).headers["etag"]
    await police.put(f"/v1/citizens/{one.id}/address", address, if_match=etag)
    assert "Hemmelig Vej" not in await seen_by(ngo, one.id)
    assert "9990" not in await seen_by(ngo, one.id)


async def test_a_new_phone_number_is_never_pushed_either(world: World) -> None:
    one = await side(world, "victim")
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    etag = (await police.get(f"/v1/citizens/{one.id}")).headers["etag"]
    answer = await police.put(f"/v1/citizens/{one.id}/contact", world.contact(phone="+4520555555"), if_match=etag)
    assert answer.status_code in {404, 409}
    assert "20555555" not in await seen_by(ngo, one.id)


# --- rule 8: no name, number or address anywhere else --------------------------------------------------


async def test_a_refused_value_is_never_repeated(world: World) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    etag = (await police.get(f"/v1/citizens/{citizen['id']}")).headers["etag"]
    identity = world.identity(cpr="3113991234", birth_date="3099-01-01", municipality_code="9999", nickname="Hemmelig")
    answer = await police.put(f"/v1/citizens/{citizen['id']}/identity", identity, if_match=etag)
    assert answer.status_code == 422
    for secret in ("3113991234", "3099", "9999", "Hemmelig", identity["given_name"]):
        assert secret not in answer.text


async def test_the_worklist_and_the_timeline_name_no_one(world: World) -> None:
    one = await side(world, "victim")
    for client in ("police-coordinator", "tryg-vej-coordinator-victim"):
        party = await world.party(client)
        for path in (f"/v1/citizens/{one.id}/timeline", f"/v1/citizens/{one.id}/access-log", "/v1/worklist?limit=200"):
            text = json.dumps((await party.get(path)).json(), ensure_ascii=False)
            for secret in (*one.identity.values(), one.contact["phone"], "victimvej"):
                assert str(secret) not in text or secret in {"0751", "none"}


# --- rule 9: feedback ---------------------------------------------------------------------------------


async def completed(world: World, scopes: list[str]) -> tuple[Party, JSON, JSON]:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [world.organisation("tryg_vej")], scopes)
    referral = await world.referral(police, consent, accepted_by=ngo)
    await world.running(ngo, citizen, referral_id=referral["id"])
    answer = await ngo.act(f"/v1/referrals/{referral['id']}/complete", {"outcome": "declined"})
    assert answer.status_code == 200, answer.text
    return police, citizen, referral


async def test_without_feedback_the_police_never_learn_how_it_went(world: World) -> None:
    police, citizen, referral = await completed(world, ["contact", "identity"])
    told = (await police.get(f"/v1/referrals/{referral['id']}")).json()
    assert (told["status"], told["outcome"], told["course_started"], told["completed_at"]) == (
        "accepted",
        None,
        None,
        None,
    )
    for status, found in (("accepted", True), ("completed", False)):
        listed = (await police.get(f"/v1/referrals?citizen_id={citizen['id']}&status={status}")).json()["items"]
        assert [each["id"] for each in listed] == ([referral["id"]] if found else [])
    seen = await seen_by_police(police, citizen["id"])
    for word in (
        "declined",
        "referral_completed",
        "course_",
        "startCourse",
        '"start"',
        '"complete"',
        "journey_started",
    ):
        assert word not in seen


async def seen_by_police(police: Party, citizen_id: str) -> str:
    ends = ("", "/timeline", "/access-log")
    return "".join([(await police.get(f"/v1/citizens/{citizen_id}{end}")).text for end in ends])


async def test_with_feedback_they_do(world: World) -> None:
    police, citizen, referral = await completed(world, ["contact", "feedback_to_sender"])
    told = (await police.get(f"/v1/referrals/{referral['id']}")).json()
    assert (told["status"], told["outcome"], told["course_started"]) == ("completed", "declined", True)
    kinds = [each["kind"] for each in (await police.get(f"/v1/citizens/{citizen['id']}/timeline")).json()["items"]]
    assert kinds[-1] == "referral_completed"


async def test_the_police_can_never_read_a_course(world: World) -> None:
    police = await world.party("police-coordinator")
    for path in ("courses", f"courses/{nobody()}", f"sessions/{nobody()}", f"sessions/{nobody()}/note", "follow-ups"):
        assert (await police.get(f"/v1/{path}")).status_code == 403


# --- rule 11: special protection ------------------------------------------------------------------------


async def test_special_protection_hides_municipality_and_organisation_from_all_but_the_controller(world: World) -> None:
    aarhus, ngo = await world.party("aarhus-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(aarhus, identity=world.identity(address_protection="special"))
    consent = await world.consent(aarhus, citizen, [world.organisation("tryg_vej")], ["contact", "identity", "address"])
    await world.referral(aarhus, consent, accepted_by=ngo)

    own = (await aarhus.get(f"/v1/citizens/{citizen['id']}")).json()
    assert (own["identity"]["municipality_code"], own["controller_id"]) == ("0751", aarhus.organisation_id)

    told = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()
    assert told["identity"]["municipality_code"] is None
    assert told["controller_id"] is told["identity"]["source_organisation_id"] is None
    for end in ("timeline", "access-explanation"):
        text = (await ngo.get(f"/v1/citizens/{citizen['id']}/{end}")).text
        assert aarhus.organisation_id not in text, end
        assert "0751" not in text
