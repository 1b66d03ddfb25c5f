"""What an NGO passes on of what it received: never newer than what it was given, and never longer."""

import asyncio
from datetime import UTC, datetime, timedelta

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.support.world import JSON, Party, World

SCOPES = ["contact", "identity", "cpr", "address", "bridging"]
OLD, NEW = "Gammelvej 1", "Hemmelig Nyvej 99"


def address(line: str) -> JSON:
    return {"lines": [line], "postcode": "8000", "source": "citizen", "protection": "none"}


async def bridged(world: World, sender: Party, citizen: JSON, receiver: Party, *, accept: bool = True) -> JSON:
    """The sender obtains a consent of its own and passes on what it received."""
    consent = await world.consent(sender, citizen, [receiver.organisation_id, sender.organisation_id], SCOPES)
    referral = await world.referral(
        sender, consent, receiver.organisation_id, kind="bridging", accepted_by=receiver if accept else None
    )
    return {"consent": consent, "referral": referral}


async def given_to(world: World, ngo: Party) -> tuple[Party, JSON, JSON]:
    """A citizen of the police, accepted by the NGO."""
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police, address=address(OLD))
    consent = await world.consent(police, citizen, [ngo.organisation_id], SCOPES)
    await world.referral(police, consent, accepted_by=ngo)
    return police, citizen, consent


async def put(party: Party, citizen: JSON, block: str, body: JSON) -> int:
    path = f"/v1/citizens/{citizen['id']}"
    etag = (await party.get(path)).headers["etag"]
    return (await party.put(f"{path}/{block}", body, if_match=etag)).status_code


async def test_a_changed_address_does_not_travel_by_a_second_hand(world: World) -> None:
    first, second = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    police, citizen, _ = await given_to(world, first)
    path = f"/v1/citizens/{citizen['id']}"
    assert await put(police, citizen, "address", address(NEW)) == 200
    assert (await first.get(path)).json()["address"] is None

    await bridged(world, first, citizen, second)
    shown = await second.get(path)
    assert shown.status_code == 200
    assert shown.json()["address"] is None
    assert NEW not in shown.text

    await bridged(world, second, citizen, first)
    assert (await first.get(path)).json()["address"] is None, "nor back to the first"


async def test_what_did_not_change_travels_on(world: World) -> None:
    first, second = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    _, citizen, _ = await given_to(world, first)
    await bridged(world, first, citizen, second)
    shown = (await second.get(f"/v1/citizens/{citizen['id']}")).json()
    assert shown["address"]["lines"] == [OLD]
    assert shown["identity"]["cpr"]


async def test_a_withdrawal_ends_what_was_passed_onward_and_round_about(world: World) -> None:
    first, second = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    police, citizen, consent = await given_to(world, first)
    await bridged(world, first, citizen, second)
    await bridged(world, second, citizen, first)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await second.get(path)).status_code == 200

    await world.withdrawn(police, consent)
    assert (await first.get(path)).status_code == 404
    assert (await second.get(path)).status_code == 404


async def test_a_withdrawal_recalls_what_was_passed_onward_and_not_answered(world: World) -> None:
    first, second = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    police, citizen, consent = await given_to(world, first)
    onward = (await bridged(world, first, citizen, second, accept=False))["referral"]
    await world.withdrawn(police, consent)
    refused = await second.act(f"/v1/referrals/{onward['id']}/accept")
    assert refused.status_code == 409
    assert refused.json()["state"] == "recalled"
    assert (await second.get(f"/v1/citizens/{citizen['id']}")).status_code == 404


async def test_nothing_is_sent_of_a_citizen_of_whom_only_ones_own_registration_is_left(world: World) -> None:
    first, second = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    police, citizen, consent = await given_to(world, first)
    own = await world.consent(first, citizen, [second.organisation_id, first.organisation_id], SCOPES)
    assert await put(first, citizen, "contact", world.contact(phone="+4520000007")) == 200
    draft = await world.referral(first, own, second.organisation_id, kind="bridging", sent=False)
    await world.withdrawn(police, consent)
    sent = await first.act(f"/v1/referrals/{draft['id']}/send")
    assert sent.status_code == 409
    assert (await second.get(f"/v1/referrals/{draft['id']}")).status_code == 404


async def test_what_one_registered_oneself_stays_in_reach_after_a_withdrawal(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    police, citizen, consent = await given_to(world, ngo)
    assert await put(ngo, citizen, "contact", world.contact(phone="+4520000008")) == 200
    await world.withdrawn(police, consent)
    path = f"/v1/citizens/{citizen['id']}"
    shown = (await ngo.get(path)).json()
    assert shown["contact"]["phone"] == "+4520000008"
    assert shown["contact"]["source_organisation_id"] == ngo.organisation_id
    assert (shown["identity"], shown["address"]) == (None, None)
    assert (shown["controller_id"], shown["status"]) == (None, "closed")
    etag = (await ngo.get(path)).headers["etag"]
    # Of the police's own record it shows nothing, also not that it changes.
    assert await put(police, citizen, "identity", world.identity(address_protection="special", cpr=None)) == 200
    assert (await ngo.get(path)).headers["etag"] == etag
    assert (await ngo.get(path)).json() == shown
    # And nothing new begins.
    for end in ("timeline", "access-explanation", "assignments"):
        assert (await ngo.get(f"{path}/{end}")).status_code == 404
    assert (await ngo.put(f"{path}/contact", world.contact(), if_match=etag)).status_code == 404
    body = {"citizen_id": citizen["id"], "form": "group", "journey_started_on": "2024-03-01"}
    assert (await ngo.post("/v1/courses", body)).status_code == 422
    other = await world.party("tryg-vej-coordinator-perpetrator")
    assert (await other.get(path)).status_code == 404


async def test_a_renewal_for_a_shorter_time_shortens_what_was_passed_onward(
    world: World, superuser: AsyncEngine
) -> None:
    first, second = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    police, citizen, consent = await given_to(world, first)
    onward = (await bridged(world, first, citizen, second))["referral"]
    soon = (datetime.now(UTC) + timedelta(days=2)).isoformat()
    drafted = await world.consent(
        police, citizen, [first.organisation_id], SCOPES, signed=False, supersedes_id=consent["id"]
    )
    body = {"signed_at": datetime.now(UTC).isoformat(), "valid_until": soon}
    assert (await police.act(f"/v1/consents/{drafted['id']}/sign", body)).status_code == 200
    query = "SELECT max(valid_until) FROM disclosure WHERE referral_id = :id AND source_organisation_id = :police"
    async with superuser.connect() as connection:
        until = await connection.scalar(text(query), {"id": onward["id"], "police": police.organisation_id})
    assert until == datetime.fromisoformat(soon)


async def test_onward_ends_with_that_which_it_rests_on(world: World) -> None:
    """Another, older access of the same sender does not keep open what is newer than it."""
    first, second = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    police, citizen, _ = await given_to(world, first)
    assert await put(police, citizen, "address", address(NEW)) == 200
    newer = await world.consent(police, citizen, [first.organisation_id], SCOPES)
    await world.referral(police, newer, accepted_by=first)
    await bridged(world, first, citizen, second)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await second.get(path)).json()["address"]["lines"] == [NEW]
    await world.withdrawn(police, newer)
    assert (await first.get(path)).json()["address"] is None
    assert NEW not in (await second.get(path)).text


@pytest.mark.parametrize("move", ["send", "accept"])
async def test_passing_onward_against_a_withdrawal(world: World, move: str) -> None:
    """Whatever wins, afterwards the next recipient reads nothing, and the withdrawal is never the one that loses."""
    first, second = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    for _ in range(8):
        police, citizen, consent = await given_to(world, first)
        own = await world.consent(first, citizen, [second.organisation_id, first.organisation_id], SCOPES)
        sent = move == "accept"
        referral = await world.referral(first, own, second.organisation_id, kind="bridging", sent=sent)
        mover = second if sent else first
        moving = mover.act(f"/v1/referrals/{referral['id']}/{move}")
        answer, _ = await asyncio.gather(moving, world.withdrawn(police, consent))
        assert answer.status_code in {200, 404, 409, 412, 422}, answer.text
        late = await second.act(f"/v1/referrals/{referral['id']}/accept")
        assert late.status_code < 500
        assert (await second.get(f"/v1/citizens/{citizen['id']}")).status_code == 404


async def test_what_an_organisation_passed_on_rests_on_its_own_agreement_too(world: World) -> None:
    operator, receiver = await world.party("operator-operator"), await world.party("aarhus-coordinator")
    ngo = await world.party("lysningen-coordinator-victim")
    _, citizen, _ = await given_to(world, ngo)
    await bridged(world, ngo, citizen, receiver)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await receiver.get(path)).json()["identity"] is not None

    agreements = (await ngo.get(f"/v1/agreements?project_id={citizen['project_id']}")).json()["items"]
    agreement = next(f"/v1/agreements/{each['id']}" for each in agreements if each["status"] == "in_force")
    assert (await operator.act(f"{agreement}/suspend")).status_code == 200
    try:
        assert (await receiver.get(path)).status_code == 404
    finally:
        assert (await operator.act(f"{agreement}/resume")).status_code == 200
    assert (await receiver.get(path)).json()["identity"] is not None
