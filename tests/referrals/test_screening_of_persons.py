"""A person is not a record: the police may have several of one, and what goes along may name somebody else."""

import asyncio

import pytest

from tests.referrals.test_screening import ADDRESS, CONTACT, OTHER, blocked, couple, to_ngo
from tests.support.world import JSON, Party, World

SCOPES = ["contact", "identity", "cpr", "bridging"]


async def _sent(police: Party, drafted: JSON) -> str:
    path = f"/v1/referrals/{drafted['id']}"
    answer = await police.act(f"{path}/send")
    assert answer.status_code == 200, answer.text
    return path


async def _linked(world: World, police: Party) -> tuple[JSON, JSON, JSON, JSON]:
    """Both sides' identities, and their linked records."""
    hers, his = world.identity(given_name="Ingeborg", family_name="Holm"), {**world.identity(), **OTHER}
    victim = await world.citizen(police, identity=hers)
    other = await world.citizen(police, "perpetrator", identity=his, contact={**world.contact(), **CONTACT})
    pair = {"victim_id": victim["id"], "perpetrator_id": other["id"]}
    assert (await police.post("/v1/pair-links", pair)).status_code == 201
    return hers, his, victim, other


async def _status(police: Party, path: str) -> str:
    return str((await police.get(path)).json()["status"])


# --- several records of one person --------------------------------------------------------------------


async def test_a_new_record_of_the_same_citizen_is_screened_as_the_linked_one(world: World) -> None:
    police = await world.party("police-coordinator")
    hers, his, _, _ = await _linked(world, police)
    again = await world.citizen(police, identity=hers)
    for words in ("Kærsgård er set.", his["cpr"], "Ring 61 62 63 64"):
        assert blocked(await to_ngo(world, police, again, words)), words
    assert not blocked(await to_ngo(world, police, again, "Ønsker en samtale."))
    his_again = await world.citizen(police, "perpetrator", identity=his)
    assert blocked(await to_ngo(world, police, his_again, "Bor med Ingeborg."))


async def test_what_the_other_sides_new_record_adds_is_compared_and_recalls_what_was_sent(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    hers, his, victim, _ = await _linked(world, police)
    sent = [
        await _sent(police, (await to_ngo(world, police, each, "Ring 71 72 73 74")).json())
        for each in (victim, await world.citizen(police, identity=hers))
    ]
    harmless = await _sent(police, (await to_ngo(world, police, victim, "Ønsker en samtale.")).json())
    contact = world.contact(phone="+4571727374")
    await world.citizen(police, "perpetrator", identity=his, contact=contact)
    assert [await _status(police, each) for each in (*sent, harmless)] == ["recalled", "recalled", "sent"]
    assert (await ngo.act(f"{sent[0]}/accept")).status_code == 409
    assert blocked(await to_ngo(world, police, victim, "Ring 71 72 73 74"))


async def test_a_number_that_is_set_later_makes_it_the_same_person(world: World) -> None:
    police = await world.party("police-coordinator")
    hers, _, _, _ = await _linked(world, police)
    nameless = await world.citizen(police, identity=None)
    path = await _sent(police, (await to_ngo(world, police, nameless, "Kærsgård er set.")).json())
    record = f"/v1/citizens/{nameless['id']}"
    etag = (await police.get(record)).headers["etag"]
    assert (await police.put(f"{record}/identity", hers, if_match=etag)).status_code == 200
    assert await _status(police, path) == "recalled"
    assert blocked(await to_ngo(world, police, nameless, "Kærsgård er set."))


async def test_linking_screens_what_was_sent_from_every_record(world: World) -> None:
    police = await world.party("police-coordinator")
    hers, his = world.identity(given_name="Ingeborg", family_name="Holm"), {**world.identity(), **OTHER}
    first, second = [await world.citizen(police, identity=hers) for _ in range(2)]
    other = await world.citizen(police, "perpetrator", identity=his)
    path = await _sent(police, (await to_ngo(world, police, second, "Kærsgård er set.")).json())
    pair = {"victim_id": first["id"], "perpetrator_id": other["id"]}
    assert (await police.post("/v1/pair-links", pair)).status_code == 201
    assert await _status(police, path) == "recalled"


async def test_a_record_made_at_the_moment_of_the_link(world: World) -> None:
    police = await world.party("police-coordinator")
    for _ in range(5):
        victim = await world.citizen(police)
        his = {**world.identity(), **OTHER}
        other = await world.citizen(police, "perpetrator", identity=his)
        path = await _sent(police, (await to_ngo(world, police, victim, "Ring 71 72 73 74")).json())
        new = {
            "project_id": victim["project_id"],
            "track": "perpetrator",
            "identity": his,
            "contact": world.contact(phone="+4571727374"),
        }
        pair = {"victim_id": victim["id"], "perpetrator_id": other["id"]}
        answers = await asyncio.gather(police.post("/v1/citizens", new), police.post("/v1/pair-links", pair))
        assert [each.status_code for each in answers] == [201, 201]
        assert await _status(police, path) == "recalled"


async def test_a_number_by_mistake_on_both_sides_does_not_take_down_the_wall(world: World) -> None:
    police = await world.party("police-coordinator")
    _, his, victim, _ = await _linked(world, police)
    record = f"/v1/citizens/{victim['id']}"
    etag = (await police.get(record)).headers["etag"]
    mistaken = {**his, "given_name": "Ingeborg", "family_name": "Holm"}
    assert (await police.put(f"{record}/identity", mistaken, if_match=etag)).status_code == 200
    assert blocked(await to_ngo(world, police, victim, "Kærsgård er set."))
    assert not blocked(await to_ngo(world, police, victim, "Ingeborg ønsker en samtale."))
    consent = await world.consent(police, victim, [world.organisation("tryg_vej")], SCOPES)
    draft = await world.referral(police, consent, sent=False, summary=None)
    assert blocked(await police.act(f"/v1/referrals/{draft['id']}/send"), "/identity/cpr")


# --- what goes along -----------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("name", "refused"),
    [
        ("Ingeborg (61 62 63 64)", True),
        ("Ingeborg, g.m. Søren Kærsgård", True),
        ("Ingeborg Gyvelstien", True),
        ("Ingeborg Kærsgård", False),
        ("Søren", False),
    ],
)
async def test_names_that_go_along_may_be_shared_but_not_point_at_the_other(
    world: World, name: str, refused: bool
) -> None:
    police = await world.party("police-coordinator")
    identity = world.identity(given_name=name, family_name="Kærsgård")
    victim = await world.citizen(police, identity=identity)
    other = await world.citizen(
        police,
        "perpetrator",
        identity={**world.identity(), **OTHER},
        contact={**world.contact(), **CONTACT},
        address=ADDRESS,
    )
    consent = await world.consent(police, victim, [world.organisation("tryg_vej")], SCOPES)
    draft = await world.referral(police, consent, sent=False, summary=None)
    pair = {"victim_id": victim["id"], "perpetrator_id": other["id"]}
    assert (await police.post("/v1/pair-links", pair)).status_code == 201
    assert blocked(await police.act(f"/v1/referrals/{draft['id']}/send"), "/identity/given_name") == refused


async def test_a_name_is_not_changed_into_one_after_acceptance(world: World) -> None:
    police, victim, other = await couple(world)
    ngo = await world.party("tryg-vej-coordinator-victim")
    consent = await world.consent(police, victim, [ngo.organisation_id], SCOPES)
    await world.referral(police, consent, accepted_by=ngo, summary=None)
    record = f"/v1/citizens/{victim['id']}"
    same = (await police.get(record)).json()["identity"]["cpr"]
    born = (await police.get(record)).json()["identity"]["birth_date"]
    for changes, pointer in (
        ({"given_name": f"Ingeborg {other['cpr']}"}, "/given_name"),
        ({"family_name": "Holm, Søren Kærsgård"}, "/family_name"),
    ):
        etag = (await police.get(record)).headers["etag"]
        identity = world.identity(given_name="Ingeborg", family_name="Holm", cpr=same, birth_date=born)
        assert blocked(await police.put(f"{record}/identity", {**identity, **changes}, if_match=etag), pointer)
    seen = (await ngo.get(record)).json()["identity"]
    assert (seen["given_name"], seen["family_name"]) == ("Ingeborg", "Holm")


@pytest.mark.parametrize(
    ("channel", "pointer"),
    [
        ({"phone": "+4561626364"}, "/contact/phone"),
        ({"phone": None, "email": "S.Kaersgaard@eksempel.dk"}, "/contact/email"),
        ({"email": "soeren.kaersgaard@arbejde.eksempel.dk"}, "/contact/email"),
    ],
)
async def test_a_shared_channel_does_not_go_along_until_another_is_written(
    world: World, channel: JSON, pointer: str
) -> None:
    police, victim, _ = await couple(world)
    record = f"/v1/citizens/{victim['id']}"
    etag = (await police.get(record)).headers["etag"]
    # The police may know of it; to pass it on would send the victim's helpers to the other side.
    assert (await police.put(f"{record}/contact", world.contact(**channel), if_match=etag)).status_code == 200
    consent = await world.consent(police, victim, [world.organisation("tryg_vej")])
    draft = await world.referral(police, consent, sent=False, summary=None)
    assert blocked(await police.act(f"/v1/referrals/{draft['id']}/send"), pointer)
    etag = (await police.get(record)).headers["etag"]
    another = world.contact(email="ingeborg.kaersgaard@eksempel.dk")
    assert (await police.put(f"{record}/contact", another, if_match=etag)).status_code == 200
    path = await _sent(police, draft)
    # Under way, the number is not put back: it would go along at once.
    etag = (await police.get(record)).headers["etag"]
    answer = await police.put(f"{record}/contact", world.contact(**channel), if_match=etag)
    assert blocked(answer, pointer.removeprefix("/contact"))
    assert await _status(police, path) == "sent"


async def test_a_channel_that_turns_out_to_be_the_other_sides_recalls_the_referral(world: World) -> None:
    police, victim, other = await couple(world)
    consent = await world.consent(police, victim, [world.organisation("tryg_vej")])
    path = await _sent(police, await world.referral(police, consent, sent=False, summary=None))
    record = f"/v1/citizens/{other['id']}"
    etag = (await police.get(record)).headers["etag"]
    same = {**CONTACT, "phone": victim["contact"]["phone"]}
    assert (await police.put(f"{record}/contact", world.contact(**same), if_match=etag)).status_code == 200
    assert await _status(police, path) == "recalled"
