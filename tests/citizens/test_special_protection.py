"""Special protection hides municipality and NGO from everyone but the controller (the wall, rule 11)."""

import asyncio

from tests.support.world import JSON, Party, World


async def passed_on(world: World, protection: str, scopes: list[str]) -> tuple[Party, Party, JSON, JSON]:
    """A municipality's citizen, accepted by an NGO."""
    sender, ngo = await world.party("aarhus-coordinator"), await world.party("lysningen-coordinator-victim")
    citizen = await world.citizen(sender, identity=world.identity(address_protection=protection))
    consent = await world.consent(sender, citizen, [ngo.organisation_id, world.organisation("tryg_vej")], scopes)
    referral = await world.referral(sender, consent)
    return sender, ngo, citizen, referral


async def put_identity(party: Party, citizen: JSON, identity: JSON) -> None:
    path = f"/v1/citizens/{citizen['id']}"
    etag = (await party.get(path)).headers["etag"]
    assert (await party.put(f"{path}/identity", identity, if_match=etag)).status_code == 200


async def everything(ngo: Party, citizen: JSON, referral: JSON) -> str:
    paths = [f"/v1/citizens/{citizen['id']}{end}" for end in ("", "/timeline", "/access-explanation")]
    paths += [f"/v1/referrals/{referral['id']}", "/v1/referrals?limit=200", f"/v1/consents?citizen_id={citizen['id']}"]
    return "".join([(await ngo.get(path)).text for path in paths])


async def test_without_the_identity_the_sender_is_hidden_all_the_same(world: World) -> None:
    sender, ngo, citizen, referral = await passed_on(world, "special", ["contact", "bridging"])
    before = (await ngo.get(f"/v1/referrals/{referral['id']}")).json()
    assert before["sender_id"] is None
    assert before["kind"] == "initial"
    assert (await ngo.act(f"/v1/referrals/{referral['id']}/accept")).status_code == 200
    shown = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()
    assert shown["identity"] is None
    assert shown["controller_id"] is None
    assert shown["contact"]["source_organisation_id"] is None
    assert (await sender.get(f"/v1/referrals/{referral['id']}")).json()["sender_id"] == sender.organisation_id
    of_this = [
        each for each in (await ngo.get("/v1/referrals?limit=200")).json()["items"] if each["id"] == referral["id"]
    ]
    assert [each["sender_id"] for each in of_this] == [None]


async def test_protection_raised_later_hides_from_then_on(world: World) -> None:
    sender, ngo, citizen, referral = await passed_on(world, "none", ["contact", "identity", "bridging"])
    assert (await ngo.act(f"/v1/referrals/{referral['id']}/accept")).status_code == 200
    path = f"/v1/citizens/{citizen['id']}"
    before = await ngo.get(path)
    assert before.json()["identity"]["municipality_code"] == "0751"
    assert sender.organisation_id in await everything(ngo, citizen, referral)

    identity = world.identity(address_protection="special", cpr=None)
    identity.pop("municipality_code")
    await put_identity(sender, citizen, identity)
    shown = (await ngo.get(path)).json()
    assert shown["identity"]["municipality_code"] is None
    assert shown["controller_id"] is None
    assert (await ngo.get(f"/v1/referrals/{referral['id']}")).json()["sender_id"] is None
    assert (await sender.get(path)).json()["identity"]["municipality_code"] == "0751"

    await put_identity(sender, citizen, world.identity(address_protection="name_and_address", cpr=None))
    assert (await ngo.get(path)).json()["controller_id"] == sender.organisation_id


async def test_a_municipality_does_not_learn_which_ngo_has_the_course(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("lysningen-coordinator-victim")
    aarhus = await world.party("aarhus-coordinator")
    for protection, shown in (("special", False), ("none", True)):
        citizen = await world.citizen(police, identity=world.identity(address_protection=protection))
        consent = await world.consent(police, citizen, [ngo.organisation_id])
        referral = await world.referral(police, consent, accepted_by=ngo)
        assert referral["sender_id"] == police.organisation_id, "the police are no secret"
        course = await world.running(ngo, citizen)
        onward = await world.consent(ngo, citizen, [aarhus.organisation_id, ngo.organisation_id])
        answer = await ngo.post(
            "/v1/support-needs", {"citizen_id": citizen["id"], "theme": "housing", "level": "moderate"}
        )
        assert answer.status_code == 201, answer.text
        need = f"/v1/support-needs/{answer.json()['id']}"
        assert (await ngo.act(f"{need}/agree")).status_code == 200
        handed = await ngo.act(
            f"{need}/handover",
            {"consent_id": onward["id"], "recipient_id": aarhus.organisation_id, "scopes": onward["scopes"]},
        )
        assert handed.status_code == 200, handed.text
        bridge = f"/v1/referrals/{handed.json()['referral_id']}"
        assert ((await aarhus.get(bridge)).json()["sender_id"] == ngo.organisation_id) == shown
        assert (await aarhus.act(f"{bridge}/accept")).status_code == 200
        listed = (await aarhus.get(f"/v1/courses?citizen_id={citizen['id']}")).json()["items"]
        needs = (await aarhus.get(f"/v1/support-needs?citizen_id={citizen['id']}")).json()["items"]
        found = [(await aarhus.get(f"/v1/courses/{course['id']}")).json(), (await aarhus.get(need)).json(), *listed]
        assert len(listed) == len(needs) == 1
        assert {each["controller_id"] for each in (*found, *needs)} == {ngo.organisation_id if shown else None}


async def test_protection_raised_while_a_referral_is_drafted(world: World) -> None:
    sender, ngo = await world.party("aarhus-coordinator"), await world.party("lysningen-coordinator-victim")
    for _ in range(8):
        citizen = await world.citizen(sender)
        consent = await world.consent(sender, citizen, [ngo.organisation_id])
        identity = world.identity(address_protection="special", cpr=None)
        drafted, _ = await asyncio.gather(
            world.referral(sender, consent, sent=False), put_identity(sender, citizen, identity)
        )
        path = f"/v1/referrals/{drafted['id']}"
        assert (await sender.act(f"{path}/send")).status_code == 200
        assert (await ngo.get(path)).json()["sender_id"] is None
