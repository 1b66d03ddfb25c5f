"""What the police write to one side never points at the other."""

from typing import Any

import pytest

from tests.support.world import JSON, Party, World

OTHER = {
    "given_name": "Søren Ægidius",
    "family_name": "Kærsgård",
    "municipality_code": "0751",
    "address_protection": "none",
}
CONTACT = {"phone": "+4561626364", "email": "s.kaersgaard@eksempel.dk", "safe_channels": ["phone"]}
ADDRESS = {"lines": ["Gyvelstien 14"], "postcode": "8000", "source": "cpr_register", "protection": "none"}


async def couple(world: World, client: str = "police-coordinator") -> tuple[Party, JSON, JSON]:
    """The police, a victim whose identity they hold, and the other side with every identifier."""
    police = await world.party(client)
    identity = {**world.identity(), **OTHER}
    victim = await world.citizen(police, identity=world.identity(given_name="Ingeborg", family_name="Holm"))
    other = await world.citizen(
        police, track="perpetrator", identity=identity, contact={**world.contact(), **CONTACT}, address=ADDRESS
    )
    linked = await police.post("/v1/pair-links", {"victim_id": victim["id"], "perpetrator_id": other["id"]})
    assert linked.status_code == 201, linked.text
    return police, victim, {**other, "cpr": identity["cpr"]}


async def to_ngo(world: World, police: Party, citizen: JSON, summary: str, **members: Any) -> Any:
    consent = await world.consent(police, citizen, [world.organisation("tryg_vej")], ["contact", "bridging"])
    body = {
        "citizen_id": citizen["id"],
        "consent_id": consent["id"],
        "recipient_id": world.organisation("tryg_vej"),
        "kind": "initial",
        "scopes": ["contact"],
        "summary": summary,
        **members,
    }
    return await police.post("/v1/referrals", body)


def blocked(answer: Any, pointer: str = "/summary") -> bool:
    if answer.status_code in {200, 201}:
        return False
    assert answer.status_code == 422, answer.text
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [
        (pointer, "counterpart_identified")
    ]
    for secret in ("aersg", "ærsg", "61626364", "yvelst", "eksempel.dk", "ren"):
        assert secret not in answer.json()["errors"][0]["message"].lower().replace("anden", "")
    return True


@pytest.mark.parametrize(
    "words",
    [
        "Bor sammen med Søren.",
        "Hun er bange for KÆRSGAARD",
        "Ring til 61 62 63 64 efter kl. 17",
        "Skriv til S.Kaersgaard@Eksempel.dk",
        "Flyttet fra Gyvelstien",
    ],
)
async def test_a_text_that_points_at_the_other_side_is_refused_at_drafting(world: World, words: str) -> None:
    police, victim, _ = await couple(world)
    answer = await to_ngo(world, police, victim, f"Ønsker hjælp. {words}")
    assert blocked(answer)
    assert words not in answer.text


async def test_the_number_in_any_spelling(world: World) -> None:
    police, victim, other = await couple(world)
    cpr = other["cpr"]
    for spelt in (cpr, f"{cpr[:6]}-{cpr[6:]}", f"{cpr[:2]} {cpr[2:4]} {cpr[4:6]} {cpr[6:]}"):
        assert blocked(await to_ngo(world, police, victim, f"Se {spelt}."))


async def test_the_wall_stands_both_ways_and_lets_the_rest_through(world: World) -> None:
    police, victim, other = await couple(world)
    assert blocked(await to_ngo(world, police, other, "Bor med Ingeborg Holm."))
    assert not blocked(await to_ngo(world, police, victim, "Ingeborg Holm ønsker en samtale. Den anden er ikke nævnt."))
    stranger = await world.citizen(police)
    assert not blocked(await to_ngo(world, police, stranger, "Søren Kærsgård er ingen her."))


async def test_a_patch_is_screened_and_so_is_the_sending_of_what_was_written_before_the_link(world: World) -> None:
    police = await world.party("police-coordinator")
    victim = await world.citizen(police)
    other = await world.citizen(police, track="perpetrator", identity={**world.identity(), **OTHER})
    drafted = await to_ngo(world, police, victim, "Kærsgård er set ved boligen.")
    assert drafted.status_code == 201
    path = f"/v1/referrals/{drafted.json()['id']}"
    await police.post("/v1/pair-links", {"victim_id": victim["id"], "perpetrator_id": other["id"]})
    assert blocked(await police.act(f"{path}/send"))
    assert (await police.get(path)).json()["status"] == "draft"
    etag = (await police.get(path)).headers["etag"]
    assert blocked(await police.patch(path, {"summary": "Set: k æ r s g å r d"}, if_match=etag))
    mended = await police.patch(path, {"summary": "Set ved boligen."}, if_match=etag)
    assert mended.status_code == 200, mended.text
    assert (await police.act(f"{path}/send")).status_code == 200


async def test_accounts_that_go_along_to_a_municipality_are_screened_too(world: World) -> None:
    police, victim, _ = await couple(world)
    incident = {
        "citizen_id": victim["id"],
        "number": "4200-1",
        "occurred_at": "2023-01-02T21:00:00Z",
        "relation": "current_partner",
        "violence_forms": ["physical"],
        "account": "Kærsgård blev bortvist.",
    }
    assert (await police.post("/v1/incidents", incident)).status_code == 201
    aarhus, tryg_vej = world.organisation("aarhus"), world.organisation("tryg_vej")
    consent = await world.consent(police, victim, [aarhus, tryg_vej], ["contact", "incident"])
    draft = await world.referral(police, consent, aarhus, sent=False, summary=None)
    assert blocked(await police.act(f"/v1/referrals/{draft['id']}/send"), "/incidents")
    # An NGO is never given the account.
    draft = await world.referral(police, consent, tryg_vej, sent=False, summary=None)
    assert (await police.act(f"/v1/referrals/{draft['id']}/send")).status_code == 200


async def test_a_colleagues_case_counts_as_well(world: World) -> None:
    """The other side is assigned to somebody else, so this caseworker cannot even see it."""
    coordinator, victim, other = await couple(world)
    caseworker = await world.party("police-caseworker")
    colleague = await world.user_of(coordinator.organisation_id, "caseworker")
    path = f"/v1/citizens/{other['id']}/assignments"
    assert (await coordinator.post(path, {"staff_id": colleague.staff_id})).status_code == 201
    assert (await caseworker.get(f"/v1/citizens/{other['id']}")).status_code == 404
    assert blocked(await to_ngo(world, caseworker, victim, "Kærsgård er set ved boligen."))
    # And nothing of that wider view remains.
    assert not blocked(await to_ngo(world, caseworker, victim, "Ønsker en samtale."))
    assert (await caseworker.get(f"/v1/citizens/{other['id']}")).status_code == 404
