"""From the first consent to the last withdrawal: who sees what when, told as stories over HTTP."""

from typing import Any
from uuid import uuid4

import pytest

from tests.journey.test_worklist import kinds, tasks
from tests.stories.couple import bare, seen_by, side
from tests.support.world import JSON, Party, World, nobody

REGISTER = {"lines": ["Registervej 3"], "postcode": "8000", "source": "cpr_register", "protection": "none"}
GIVEN = {**REGISTER, "lines": ["Oplystvej 5"], "source": "citizen"}


async def passed_on(world: World, scopes: list[str], **blocks: Any) -> tuple[JSON, JSON, Party, Party]:
    """A victim of the police's, passed on to an NGO under these scopes."""
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police, **blocks)
    consent = await world.consent(police, citizen, [ngo.organisation_id], scopes)
    await world.referral(police, consent, accepted_by=ngo)
    return citizen, consent, police, ngo


# --- before ------------------------------------------------------------------------------------------


async def test_before_acceptance_a_referral_tells_no_more_than_that_someone_needs_help(world: World) -> None:
    one = await side(world, "victim", accept=False)
    ngo = await world.party("tryg-vej-coordinator-victim")
    told = (await ngo.get(f"/v1/referrals/{one.referral['id']}")).json()
    assert (told["citizen_id"], told["consent_id"], told["summary"]) == (None, None, None)
    assert (told["kind"], told["track"]) == ("initial", "victim")
    for end in ("", "/timeline", "/access-explanation", "/access-log"):
        assert (await ngo.get(f"/v1/citizens/{one.id}{end}")).status_code == 404
    assert (await ngo.post("/v1/citizens/search", {"cpr": one.identity["cpr"]})).json()["items"] == []


async def test_before_acceptance_the_task_on_the_worklist_names_no_citizen(world: World) -> None:
    one = await side(world, "victim", accept=False)
    ngo = await world.party("tryg-vej-coordinator-victim")
    page = (await ngo.get("/v1/worklist?kind=referral_to_answer&limit=200")).json()
    task = next(each for each in page["items"] if each["record"]["id"] == one.referral["id"])
    assert task["citizen_id"] is None


async def test_a_rejected_referral_leaves_nothing_behind(world: World) -> None:
    one = await side(world, "victim", accept=False)
    ngo = await world.party("tryg-vej-coordinator-victim")
    answer = await ngo.act(f"/v1/referrals/{one.referral['id']}/reject", {"reason": "no_capacity"})
    assert answer.json()["citizen_id"] is None
    assert (await ngo.get(f"/v1/citizens/{one.id}")).status_code == 404


async def test_a_refused_consent_is_the_holders_alone(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    draft = await world.consent(police, citizen, [ngo.organisation_id], signed=False)
    assert (await ngo.get(f"/v1/consents/{draft['id']}")).status_code == 404
    assert (await police.act(f"/v1/consents/{draft['id']}/refuse")).status_code == 200
    assert (await ngo.get(f"/v1/consents/{draft['id']}")).status_code == 404
    assert (await ngo.get(f"/v1/consents?citizen_id={citizen['id']}")).json()["items"] == []


async def test_who_is_not_named_in_the_consent_can_be_sent_nothing(world: World) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [world.organisation("tryg_vej")])
    body = {
        "citizen_id": citizen["id"],
        "consent_id": consent["id"],
        "recipient_id": world.organisation("lysningen"),
        "kind": "initial",
        "scopes": ["contact"],
    }
    assert (await police.post("/v1/referrals", body)).status_code == 422
    other = await world.party("lysningen-coordinator-victim")
    assert (await other.get(f"/v1/consents/{consent['id']}")).status_code == 404


async def test_no_more_is_passed_on_than_was_ticked(world: World) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [world.organisation("tryg_vej")], ["contact"])
    body = {
        "citizen_id": citizen["id"],
        "consent_id": consent["id"],
        "recipient_id": world.organisation("tryg_vej"),
        "kind": "initial",
        "scopes": ["contact", "address"],
    }
    assert (await police.post("/v1/referrals", body)).status_code == 422


async def test_a_second_referral_is_not_tied_to_a_citizen_one_knows_until_it_is_accepted(world: World) -> None:
    citizen, consent, police, ngo = await passed_on(world, ["contact", "identity"])
    pending = await world.referral(police, consent)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await ngo.get(f"/v1/referrals/{pending['id']}")).json()["citizen_id"] is None
    for end in ("/timeline", "/access-explanation", "/access-log"):
        assert pending["id"] not in (await ngo.get(f"{path}{end}")).text, end
    explained = (await ngo.get(f"{path}/access-explanation")).json()["categories"]
    assert next(each["records"] for each in explained if each["category"] == "referral") == 1


# --- while it lasts ------------------------------------------------------------------------------------


async def test_the_recipient_sees_what_was_ticked_and_is_told_what_is_withheld(world: World) -> None:
    citizen, _, _, ngo = await passed_on(world, ["contact"], address=GIVEN)
    told = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()
    assert told["contact"]["phone"] == "+4520000001"
    assert told["identity"] is told["address"] is None
    assert sorted(told["withheld"]) == ["address", "background", "cpr", "identity", "residence"]


async def test_what_is_withheld_is_the_same_whether_there_is_any_or_not(world: World) -> None:
    some, _, _, ngo = await passed_on(world, ["contact"], address=GIVEN)
    none, _, _, _ = await passed_on(world, ["contact"], identity=None)
    told = [(await ngo.get(f"/v1/citizens/{each['id']}")).json() for each in (some, none)]
    assert told[0]["withheld"] == told[1]["withheld"]
    explained = [
        [
            (each["category"], each["readable"], each["records"], each["reason_en"])
            for each in (await ngo.get(f"/v1/citizens/{citizen['id']}/access-explanation")).json()["categories"]
        ]
        for citizen in (some, none)
    ]
    assert explained[0] == explained[1]


async def test_a_citizen_who_moves_stays_where_they_were_to_those_who_were_told(world: World) -> None:
    """The wall, rule 7: neither what one reads nor a version, an ETag or a line of the feed tells of the change."""
    known = world.identity()
    citizen, consent, police, ngo = await passed_on(world, ["contact", "identity"], identity=known)
    path = f"/v1/citizens/{citizen['id']}"
    told = await ngo.get(path)
    assert told.json()["identity"]["municipality_code"] == "0751"
    after = (await ngo.get("/v1/changes?latest=true")).json()["next_cursor"]
    for code in ("0730", "0740"):
        etag = (await police.get(path)).headers["etag"]
        moved = await police.put(f"{path}/identity", {**known, "municipality_code": code}, if_match=etag)
        assert moved.json()["identity"]["municipality_code"] == code
        still = await ngo.get(path)
        assert (still.json(), still.headers["etag"]) == (told.json(), told.headers["etag"])
    assert (await ngo.get(f"/v1/changes?after={after}")).json()["items"] == []
    # Passed on once more, it is the present one that is given.
    await world.referral(police, consent, accepted_by=ngo)
    assert (await ngo.get(path)).json()["identity"]["municipality_code"] == "0740"


async def test_special_protection_hides_what_one_was_told_before_as_well(world: World) -> None:
    citizen, _, police, ngo = await passed_on(world, ["contact", "identity"])
    path = f"/v1/citizens/{citizen['id']}"
    for changed in (
        {"municipality_code": "0730"},
        {"municipality_code": "0730", "address_protection": "special"},
    ):
        etag = (await police.get(path)).headers["etag"]
        assert (await police.put(f"{path}/identity", world.identity(**changed), if_match=etag)).status_code == 200
        seen = (await ngo.get(path)).json()["identity"]["municipality_code"]
        assert seen == (None if "address_protection" in changed else "0751")


async def test_a_cpr_number_needs_a_tick_of_its_own(world: World) -> None:
    citizen, _, police, ngo = await passed_on(world, ["contact", "identity"])
    told = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()
    assert (told["identity"]["cpr"], told["identity"]["given_name"]) == (None, "Ågot")
    cpr = (await police.get(f"/v1/citizens/{citizen['id']}")).json()["identity"]["cpr"]
    assert (await ngo.post("/v1/citizens/search", {"cpr": cpr})).json()["items"] == []


@pytest.mark.parametrize(("address", "seen"), [(REGISTER, False), (GIVEN, True)])
async def test_an_address_from_the_register_never_reaches_a_private_party(
    world: World, address: JSON, *, seen: bool
) -> None:
    citizen, _, _, ngo = await passed_on(world, ["contact", "identity", "address"], address=address)
    text = await seen_by(ngo, citizen["id"])
    assert (address["lines"][0] in text) is seen


async def test_a_victims_consent_never_opens_anyones_offences(world: World) -> None:
    one = await side(world, "victim")
    told = (await (await world.party("tryg-vej-coordinator-victim")).get(f"/v1/incidents/{one.incident['id']}")).json()
    assert told["offences"] is told["account"] is told["registration"] is None
    police = await world.party("police-coordinator")
    body = {
        "citizen_id": one.id,
        "number": "1461-7",
        "occurred_at": "2026-01-01T00:00:00Z",
        "relation": "current_partner",
        "violence_forms": ["physical"],
        "offences": ["straffelovens § 244"],
    }
    assert (await police.post("/v1/incidents", body)).status_code == 422


async def test_not_even_the_perpetrators_own_consent_opens_offences_to_an_ngo(world: World) -> None:
    one = await side(world, "perpetrator")
    ngo = await world.party("tryg-vej-coordinator-perpetrator")
    assert (await ngo.get(f"/v1/incidents/{one.incident['id']}")).json()["offences"] is None
    assert "§ 244" not in await seen_by(ngo, one.id)


async def test_the_recipient_cannot_change_what_is_the_senders(world: World) -> None:
    citizen, consent, police, ngo = await passed_on(world, ["contact", "identity"])
    path = f"/v1/citizens/{citizen['id']}"
    before = (await police.get(path)).json()
    etag = (await ngo.get(path)).headers["etag"]
    assert (await ngo.put(f"{path}/identity", world.identity(), if_match=etag)).status_code in {403, 404}
    assert (await ngo.act(f"{path}/close")).status_code == 404
    assert (await ngo.act(f"/v1/consents/{consent['id']}/refuse")).status_code in {404, 409}
    await ngo.put(f"{path}/contact", world.contact(phone="+4520777777"), if_match=etag)
    assert (await police.get(path)).json() == before, "the NGO's contact is a row of its own"


# --- after ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("teller", ["police-coordinator", "tryg-vej-coordinator-victim"])
async def test_a_withdrawal_closes_everything_at_once_whoever_is_told(world: World, teller: str) -> None:
    one = await side(world, "victim")
    ngo = await world.party("tryg-vej-coordinator-victim")
    assert (await ngo.get(f"/v1/citizens/{one.id}")).status_code == 200
    await world.withdrawn(await world.party(teller), one.consent)

    absent = nobody()
    for end in ("", "/timeline", "/access-explanation"):
        gone, never = [await ngo.get(f"/v1/citizens/{each}{end}") for each in (one.id, absent)]
        assert bare(gone) == bare(never)
    assert (await ngo.get(f"/v1/incidents/{one.incident['id']}")).status_code == 404
    assert (await ngo.get(f"/v1/referrals/{one.referral['id']}")).json()["summary"] is None
    assert (await ngo.post("/v1/citizens/search", {"cpr": one.identity["cpr"]})).json()["items"] == []
    assert one.id not in (await ngo.get("/v1/citizens?limit=200")).text


async def test_after_a_withdrawal_nobody_is_told_to_contact_the_citizen(world: World) -> None:
    one = await side(world, "victim")
    ngo = await world.party("tryg-vej-coordinator-victim")

    async def waiting() -> set[str]:
        return kinds(await tasks(ngo, one.id, one.referral["id"], one.consent["id"]))

    assert await waiting() == {"contact_due", "citizen_unassigned"}
    await world.withdrawn(ngo, one.consent)
    assert await waiting() == {"withdrawal_to_acknowledge"}
    body = {"attempted_at": one.referral["responded_at"], "channel": "phone", "outcome": "reached"}
    assert (await ngo.post(f"/v1/referrals/{one.referral['id']}/contact-attempts", body)).status_code in {404, 409}
    await ngo.post(f"/v1/consents/{one.consent['id']}/acknowledge")
    assert await waiting() == set()


async def test_what_was_sent_but_not_accepted_can_no_longer_be(world: World) -> None:
    one = await side(world, "victim", accept=False)
    ngo, police = await world.party("tryg-vej-coordinator-victim"), await world.party("police-coordinator")
    await world.withdrawn(police, one.consent)
    answer = await ngo.act(f"/v1/referrals/{one.referral['id']}/accept")
    assert answer.status_code == 409
    assert (await ngo.get(f"/v1/citizens/{one.id}")).status_code == 404


async def test_the_recipients_own_journal_stays_with_it_and_with_nobody_else(world: World) -> None:
    one = await side(world, "victim")
    ngo, police = await world.party("tryg-vej-coordinator-victim"), await world.party("police-coordinator")
    course = await world.running(ngo, one.citizen, referral_id=one.referral["id"])
    await world.withdrawn(ngo, one.consent)
    assert (await ngo.get(f"/v1/courses/{course['id']}")).status_code == 200
    assert (await ngo.get(f"/v1/citizens/{one.id}/access-log")).status_code == 200
    assert (await police.get(f"/v1/courses/{course['id']}")).status_code == 403


async def test_a_repeated_request_does_not_replay_what_may_no_longer_be_seen(world: World) -> None:
    one = await side(world, "victim", accept=False)
    ngo = await world.party("tryg-vej-coordinator-victim")
    path, key = f"/v1/referrals/{one.referral['id']}", str(uuid4())
    etag = (await ngo.get(path)).headers["etag"]
    first = await ngo.post(f"{path}/accept", if_match=etag, idempotency_key=key)
    assert first.json()["summary"] == "Ønsker hjælp hurtigst muligt."
    await world.withdrawn(await world.party("police-coordinator"), one.consent)
    again = await ngo.post(f"{path}/accept", if_match=etag, idempotency_key=key)
    assert again.status_code == 404
    assert "hjælp" not in again.text


async def test_another_consent_to_less_does_not_keep_open_what_was_withdrawn(world: World) -> None:
    citizen, consent, police, ngo = await passed_on(world, ["contact", "identity", "cpr"])
    await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity", "cpr"])
    await world.withdrawn(police, consent)
    assert (await ngo.get(f"/v1/citizens/{citizen['id']}")).status_code == 404
