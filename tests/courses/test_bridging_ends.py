"""What was opened to bridge, or to make contact, ends with the bridging, or where no contact came about."""

import pytest

from tests.courses.test_support_needs import NEED, Bridge
from tests.support.world import Party, World


async def bridged(world: World) -> tuple[Bridge, str, str]:
    """A bridge that the municipality crosses; the paths of the need and of the course that it reads meanwhile."""
    bridge = await Bridge.of(world)
    course = f"/v1/courses/{(await world.running(bridge.ngo, bridge.citizen))['id']}"
    need = await bridge.accepted()
    assert (await bridge.municipality.act(f"{need}/establish-contact")).status_code == 200
    assert (await bridge.municipality.get(course)).status_code == 200
    return bridge, need, course


async def complete(party: Party, referral_id: str, outcome: str) -> None:
    answer = await party.act(f"/v1/referrals/{referral_id}/complete", {"outcome": outcome})
    assert (answer.status_code, answer.json()["outcome"]) == (200, outcome), answer.text


@pytest.mark.parametrize("who", ["ngo", "municipality"])
async def test_the_course_is_read_until_the_need_is_closed(world: World, who: str) -> None:
    bridge, need, course = await bridged(world)
    assert (await getattr(bridge, who).act(f"{need}/close")).status_code == 200
    assert (await bridge.municipality.get(course)).status_code == 404
    assert (await bridge.municipality.get(f"/v1/courses?citizen_id={bridge.citizen['id']}")).json()["items"] == []
    # The need was handed over to it, and so was the citizen, who goes on with it.
    assert (await bridge.municipality.get(need)).json()["status"] == "closed"
    assert (await bridge.municipality.get(f"/v1/citizens/{bridge.citizen['id']}")).status_code == 200


async def test_the_course_is_read_until_the_bridging_is_completed(world: World) -> None:
    bridge, need, course = await bridged(world)
    referral = (await bridge.ngo.get(need)).json()["referral_id"]
    await complete(bridge.municipality, referral, "completed")
    assert (await bridge.municipality.get(course)).status_code == 404
    assert (await bridge.municipality.get(f"/v1/citizens/{bridge.citizen['id']}")).status_code == 200
    # How it went is told with the citizen's consent alone, and this had none.
    assert (await bridge.ngo.get(f"/v1/referrals/{referral}")).json()["status"] == "accepted"


@pytest.mark.parametrize("outcome", ["declined", "not_reached"])
async def test_a_bridging_that_came_to_nothing_ends_all_that_it_opened(world: World, outcome: str) -> None:
    bridge, need, course = await bridged(world)
    referral = (await bridge.ngo.get(need)).json()["referral_id"]
    await complete(bridge.municipality, referral, outcome)
    for path in (course, need, f"/v1/citizens/{bridge.citizen['id']}"):
        assert (await bridge.municipality.get(path)).status_code == 404, path
    seen = (await bridge.municipality.get(f"/v1/referrals/{referral}")).json()
    assert (seen["status"], seen["outcome"], seen["summary"]) == ("completed", outcome, None)


@pytest.mark.parametrize("outcome", ["declined", "not_reached"])
async def test_a_need_that_waits_is_answered_first_and_then_closed(world: World, outcome: str) -> None:
    bridge = await Bridge.of(world)
    need = await bridge.accepted()
    referral = f"/v1/referrals/{(await bridge.ngo.get(need)).json()['referral_id']}"
    early = await bridge.municipality.act(f"{referral}/complete", {"outcome": outcome})
    assert (early.status_code, [each["code"] for each in early.json()["errors"]]) == (422, ["need_waits"])
    assert (await bridge.municipality.act(f"{need}/fail-contact")).status_code == 200
    assert (await bridge.municipality.act(f"{referral}/complete", {"outcome": outcome})).status_code == 200
    assert (await bridge.municipality.get(need)).status_code == 404
    assert (await bridge.ngo.act(f"{need}/close")).json()["status"] == "closed"


@pytest.mark.parametrize("outcome", ["declined", "not_reached"])
async def test_who_made_no_contact_keeps_its_own_journal_and_begins_nothing(world: World, outcome: str) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity"])
    referral = await world.referral(police, consent, accepted_by=ngo)
    course = await world.course(ngo, citizen)
    path = f"/v1/citizens/{citizen['id']}"
    before = (await police.get(f"{path}/access-explanation")).json()["seen_by"]

    await complete(ngo, referral["id"], outcome)

    seen = await ngo.get(path)
    assert seen.status_code == 404 or (seen.json()["identity"], seen.json()["contact"]) == (None, None)
    assert (await ngo.get(f"/v1/courses/{course['id']}")).status_code == 200
    new = {"citizen_id": citizen["id"], "form": "individual", "journey_started_on": "2024-03-01"}
    assert (await ngo.post("/v1/courses", new)).status_code == 422
    assert (await ngo.post("/v1/support-needs", {**NEED, "citizen_id": citizen["id"]})).status_code == 422
    # The police learn nothing of it without the citizen's `feedback_to_sender` (the wall, rule 9).
    assert (await police.get(f"{path}/access-explanation")).json()["seen_by"] == before
    assert (await police.get(f"/v1/referrals/{referral['id']}")).json()["status"] == "accepted"

    # Passed on anew, and accepted anew: a standing access.
    await world.referral(police, consent, accepted_by=ngo)
    assert (await ngo.get(path)).json()["identity"] is not None
    assert (await ngo.post("/v1/courses", new)).status_code == 201


async def test_a_referral_that_came_to_something_stays_open(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    consent = await world.consent(police, await world.citizen(police), [ngo.organisation_id], ["contact", "identity"])
    referral = await world.referral(police, consent, accepted_by=ngo)
    await complete(ngo, referral["id"], "course_started")
    assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).json()["identity"] is not None
