"""A citizen's no is taken down whatever has become of an agreement; and nothing but the consent is open meanwhile."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest

from tests.consents.support import kind, sign, withdraw
from tests.interviews.support import CONTACTS, PATH, TODAY, contact, proposed, step
from tests.support.world import JSON, Party, World

OTHERS = ("citizens", "referrals", "courses", "support-needs")


@asynccontextmanager
async def suspended(world: World, party: Party) -> AsyncIterator[None]:
    """The party's agreement in the model project, suspended meanwhile."""
    operator = await world.party("operator-operator")
    listed = (await party.get("/v1/agreements?limit=200")).json()["items"]
    (path,) = (
        f"/v1/agreements/{each['id']}"
        for each in listed
        if each["project_id"] == world.project()
        and each["organisation_id"] == party.organisation_id
        and each["status"] == "in_force"
    )
    assert (await operator.act(f"{path}/suspend")).status_code == 200
    try:
        yield
    finally:
        assert (await operator.act(f"{path}/resume")).status_code == 200


async def passed_on(world: World) -> tuple[Party, Party, JSON]:
    """The police, the NGO that accepted, and the consent by which it reads the citizen."""
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    recipients = [ngo.organisation_id, world.organisation("aarhus")]
    consent = await world.consent(police, citizen, recipients)
    await world.referral(police, consent, accepted_by=ngo)
    return police, ngo, consent


@pytest.mark.parametrize("whose", ["the holder's", "the recipient's"])
@pytest.mark.parametrize("who", ["holder", "recipient"])
async def test_whoever_holds_a_consent_withdraws_it_while_an_agreement_is_suspended(
    world: World, whose: str, who: str
) -> None:
    police, ngo, consent = await passed_on(world)
    party = police if who == "holder" else ngo
    path, citizen = f"/v1/consents/{consent['id']}", f"/v1/citizens/{consent['citizen_id']}"
    async with suspended(world, police if whose == "the holder's" else ngo):
        assert (await party.get(path)).json()["status"] == "active"
        assert (await ngo.get(citizen)).status_code in {403, 404}
        answer = await withdraw(party, consent)
        assert (answer.status_code, answer.json()["status"]) == (200, "withdrawn")
    assert (await ngo.get(citizen)).status_code == 404
    assert (await police.get(path)).json()["status"] == "withdrawn"


async def test_nothing_else_is_open_while_the_agreement_is_suspended(world: World) -> None:
    police, ngo, consent = await passed_on(world)
    drafted = await world.consent(
        police, await world.citizen(police), [ngo.organisation_id], ["contact", "identity"], signed=False
    )
    another = {**drafted, "recipients": [ngo.organisation_id]}
    async with suspended(world, police):
        for place in OTHERS[:2]:
            assert kind(await police.get(f"/v1/{place}")) == "agreement-not-in-force"
        asked = {name: another[name] for name in ("citizen_id", "form_version_id", "language", "method", "scopes")}
        new = await police.post("/v1/consents", {**asked, "recipients": another["recipients"], "informed_by": "PBA"})
        assert (new.status_code, kind(new)) == (403, "agreement-not-in-force")
        assert (await sign(police, drafted)).status_code in {404, 409, 422}
        # Of the recipient's: the consent alone, and whom else it names only with the citizen.
        seen = (await ngo.get(f"/v1/consents/{consent['id']}")).json()
        assert (seen["recipients"], seen["informed_by"]) == ([ngo.organisation_id], None)
        assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).status_code == 404
        assert (await ngo.get(f"/v1/referrals?citizen_id={consent['citizen_id']}")).json()["items"] == []
    async with suspended(world, ngo):
        for place in OTHERS:
            assert kind(await ngo.get(f"/v1/{place}")) == "agreement-not-in-force"
    assert (await police.get(f"/v1/consents/{drafted['id']}")).json()["status"] == "draft"


async def test_what_rests_on_a_consent_rests_on_its_holders_agreement(world: World) -> None:
    """Also what is the recipient's own to begin, or was passed onward by another whose agreement is in force."""
    police, ngo, consent = await passed_on(world)
    aarhus = await world.party("aarhus-coordinator")
    citizen = {"id": consent["citizen_id"], "project_id": consent["project_id"]}
    course = await world.course(ngo, citizen)
    await world.referral(ngo, consent, aarhus.organisation_id, accepted_by=aarhus, kind="bridging")
    theirs = f"/v1/courses/{course['id']}"
    assert (await aarhus.get(theirs)).status_code == 200
    async with suspended(world, police):
        assert (await aarhus.get(theirs)).status_code == 404
        assert (await ngo.act(f"{theirs}/clarify")).status_code == 409
    assert (await aarhus.get(theirs)).status_code == 200


async def test_an_interview_contact_rests_on_the_agreement_of_who_obtained_the_consent(world: World) -> None:
    police, ngo, vive = [
        await world.party(each) for each in ("police-coordinator", "tryg-vej-coordinator-victim", "vive-researcher")
    ]
    citizen = await world.citizen(police)
    consent = await world.consent(
        police,
        citizen,
        [ngo.organisation_id, vive.organisation_id],
        ["contact", "identity", "evaluation_interview"],
    )
    await world.referral(police, consent, ngo.organisation_id, accepted_by=ngo, scopes=["contact", "identity"])
    candidate = await proposed(world, ngo, await world.running(ngo, citizen))
    await step(ngo, candidate, "ask", {"asked_on": TODAY})
    before = {each["id"] for each in (await vive.get(f"{CONTACTS}?limit=200")).json()["items"]}
    async with suspended(world, police):
        assert kind(await ngo.act(f"{PATH}/{candidate['id']}/consent")) == "interview-consent-missing"
    await step(ngo, candidate, "consent")
    await step(ngo, candidate, "pass-on-contact", contact())
    (lent,) = {each["id"] for each in (await vive.get(f"{CONTACTS}?limit=200")).json()["items"]} - before
    async with suspended(world, police):
        assert (await vive.get(f"{CONTACTS}/{lent}")).status_code == 404
    assert (await vive.get(f"{CONTACTS}/{lent}")).status_code == 200
    async with suspended(world, police):
        assert (await withdraw(ngo, consent)).status_code == 200
    assert (await vive.get(f"{CONTACTS}/{lent}")).status_code == 404
