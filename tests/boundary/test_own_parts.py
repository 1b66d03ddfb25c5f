"""Of a row that two parties write, each its own part: held by the database, whatever SQL one of them sends."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.installation import Installation
from tests.boundary.sql import as_party, reached, refused, session
from tests.courses.test_support_needs import Bridge
from tests.support.world import World

FROZEN = "PW002"


@pytest.fixture
async def case(installation: Installation) -> AsyncIterator[Any]:
    async with session(installation.case) as connection:
        yield connection


async def test_the_one_a_need_was_handed_over_to_says_how_it_went_and_nothing_else(world: World, case: Any) -> None:
    bridge = await Bridge.of(world)
    need = (await bridge.accepted()).rpartition("/")[2]
    await as_party(case, "municipality", bridge.municipality)
    where = f"WHERE id = '{need}'"
    for change in (
        "level = 'high'",
        "description = 'x'",
        "theme = 'economy'",
        "recipient_id = NULL, referral_id = NULL",
    ):
        assert await refused(case, f"UPDATE support_need SET {change} {where}") == FROZEN, change
    for status in ("declined", "agreed"):
        assert await refused(case, f"UPDATE support_need SET status = '{status}' {where}") == FROZEN, status
    told = f"UPDATE support_need SET status = 'contact_established' {where} RETURNING id"
    assert await reached(case, told) == 1
    # Nor does its controller say for it how the contact went.
    await as_party(case, "ngo", bridge.ngo, "victim")
    failed = f"UPDATE support_need SET status = 'contact_not_established' {where}"
    assert await refused(case, failed) == FROZEN
    assert await reached(case, f"UPDATE support_need SET level = 'high' {where} RETURNING id") == 1


@pytest.mark.parametrize("answered", [False, True])
async def test_each_party_of_a_referral_tells_its_own_times(world: World, case: Any, *, answered: bool) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    consent = await world.consent(police, await world.citizen(police), [ngo.organisation_id])
    referral = await world.referral(police, consent, accepted_by=ngo if answered else None)
    where = f"WHERE id = '{referral['id']}'"
    own = {
        "police_district": ("sent_at = now()", "recalled_at = now()"),
        "ngo": ("received_at = now()", "responded_at = now()", "rejected_reason = 'other'"),
    }
    for role, party, track in (("police_district", police, ""), ("ngo", ngo, "victim")):
        await as_party(case, role, party, track)
        for changes in own.values():
            for change in changes:  # neither the other's, nor its own once more
                assert await refused(case, f"UPDATE referral SET {change} {where}") == FROZEN, (role, change)
    if not answered:
        accept = f"UPDATE referral SET status = 'accepted', responded_at = now(), sent_at = now() {where}"
        assert await refused(case, accept) == FROZEN
        assert await reached(case, accept.replace(", sent_at = now()", "") + " RETURNING id") == 1
