"""What acceptance opens: exactly the categories that were consented to, for this type of recipient."""

import asyncio
from typing import Any

import pytest
from sqlalchemy import text

from tests.support.world import JSON, Party, World

ADDRESS = {"lines": ["Æblevænget 7, 2. tv."], "postcode": "8000", "source": "citizen", "protection": "none"}
EVERYTHING = ["contact", "identity", "cpr", "address", "incident", "criminal_offences", "bridging"]
OPTIONAL = ["identity", "cpr", "address", "incident", "criminal_offences", "bridging"]


async def known_to_police(world: World, police: Party, **address: Any) -> JSON:
    """A perpetrator with every category, an incident with account and offences among them."""
    citizen = await world.citizen(police, track="perpetrator", address={**ADDRESS, **address})
    incident = await police.post(
        "/v1/incidents",
        {
            "citizen_id": citizen["id"],
            "number": "4200-12345",
            "occurred_at": "2023-01-02T21:00:00Z",
            "relation": "current_partner",
            "violence_forms": ["psychological"],
            "account": "Naboer hørte råb.",
            "offences": ["Straffelovens § 266"],
        },
    )
    assert incident.status_code == 201, incident.text
    return citizen


async def seen_by(recipient: Party, citizen: JSON) -> set[str]:
    """The names of everything that the recipient sees of the citizen."""
    answer = await recipient.get(f"/v1/citizens/{citizen['id']}")
    assert answer.status_code == 200, answer.text
    shown = answer.json()
    names = {name for name in ("identity", "contact", "address") if shown[name] is not None}
    if shown["identity"] is not None:
        names |= {name for name in ("cpr", "municipality_code") if shown["identity"][name] is not None}
        assert shown["identity"]["given_name"] == "Ågot"
    incidents = await recipient.get(f"/v1/incidents?citizen_id={citizen['id']}")
    assert incidents.status_code == 200, incidents.text
    for each in incidents.json()["items"]:
        assert each["registration"] is None
        names |= {name for name in ("summary", "account", "offences") if each[name] is not None}
    return names


async def passed_on(world: World, recipient: Party, scopes: list[str], **address: Any) -> JSON:
    police = await world.party("police-coordinator")
    citizen = await known_to_police(world, police, **address)
    consent = await world.consent(police, citizen, [recipient.organisation_id], EVERYTHING)
    await world.referral(police, consent, scopes=scopes, accepted_by=recipient)
    return citizen


def expected(recipient: str, scopes: list[str]) -> set[str]:
    names = {"contact"}
    if "identity" in scopes:
        names |= {"identity", "municipality_code"} | ({"cpr"} & set(scopes))
    if recipient == "ngo":
        return names | ({"address"} & set(scopes)) | ({"summary"} if "incident" in scopes else set())
    names |= {"summary", "account"} if "incident" in scopes else set()
    return names | ({"offences"} if "criminal_offences" in scopes else set())


@pytest.mark.parametrize(
    "scopes",
    [
        ["contact"],
        EVERYTHING,
        *(["contact", each] for each in OPTIONAL),
        *([each for each in EVERYTHING if each != left_out] for left_out in OPTIONAL),
    ],
    ids="-".join,
)
@pytest.mark.parametrize(
    ("kind", "client"), [("ngo", "tryg-vej-caseworker-perpetrator"), ("municipality", "aarhus-caseworker")]
)
async def test_each_scope_opens_its_categories_and_no_more(
    world: World, kind: str, client: str, scopes: list[str]
) -> None:
    recipient = await world.party(client)
    citizen = await passed_on(world, recipient, scopes)
    assert await seen_by(recipient, citizen) == expected(kind, scopes)


async def test_a_register_address_never_reaches_a_private_party(world: World) -> None:
    ngo = await world.party("tryg-vej-caseworker-perpetrator")
    citizen = await passed_on(world, ngo, EVERYTHING, source="cpr_register")
    assert "address" not in await seen_by(ngo, citizen)
    assert "address" in (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()["withheld"]


async def test_the_scopes_of_the_referral_bound_what_the_consent_would_allow(world: World, superuser: Any) -> None:
    ngo = await world.party("tryg-vej-caseworker-perpetrator")
    citizen = await passed_on(world, ngo, ["contact", "identity"])
    async with superuser.connect() as connection:
        rows = await connection.execute(
            text("SELECT category, valid_until, opened_at FROM disclosure WHERE citizen_id = :id"),
            {"id": citizen["id"]},
        )
        found = {row.category: row for row in rows}
        until = await connection.execute(
            text("SELECT valid_until FROM consent WHERE citizen_id = :id"), {"id": citizen["id"]}
        )
    assert set(found) == {"citizen", "contact", "identity"}
    assert {row.valid_until for row in found.values()} == {until.scalar_one()}
    assert all(row.opened_at is not None for row in found.values())


async def test_an_ngo_bridges_what_it_received_and_what_it_wrote(world: World) -> None:
    police, ngo, aarhus = [
        await world.party(each) for each in ("police-caseworker", "tryg-vej-caseworker-victim", "aarhus-caseworker")
    ]
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity", "bridging"])
    await world.referral(police, consent, accepted_by=ngo)
    etag = (await ngo.get(f"/v1/citizens/{citizen['id']}")).headers["etag"]
    written = await ngo.put(f"/v1/citizens/{citizen['id']}/contact", world.contact(phone="20000009"), if_match=etag)
    assert written.status_code == 200, written.text

    seen = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()
    bridging = await world.consent(ngo, seen, [aarhus.organisation_id], ["contact", "identity", "cpr", "bridging"])
    body = {
        "citizen_id": citizen["id"],
        "consent_id": bridging["id"],
        "recipient_id": aarhus.organisation_id,
        "kind": "initial",
        "scopes": ["contact", "identity"],
    }
    refused = await ngo.post("/v1/referrals", body)
    assert refused.status_code == 422
    assert [each["code"] for each in refused.json()["errors"]] == ["only_bridging"]

    referral = await world.referral(ngo, bridging, kind="bridging", summary="Ønsker bostøtte.")
    assert (await aarhus.get(f"/v1/citizens/{citizen['id']}")).status_code == 404
    accepted = await aarhus.act(f"/v1/referrals/{referral['id']}/accept")
    assert accepted.json()["summary"] == "Ønsker bostøtte."
    shown = (await aarhus.get(f"/v1/citizens/{citizen['id']}")).json()
    assert shown["identity"]["given_name"] == "Ågot"
    assert shown["identity"]["source_organisation_id"] == police.organisation_id
    # What the NGO itself was never given does not travel on, whatever the citizen ticks.
    assert shown["identity"]["cpr"] is None
    assert shown["contact"] is not None
    # The police learn nothing of the bridge.
    listed = await police.get(f"/v1/referrals?citizen_id={citizen['id']}")
    assert referral["id"] not in {each["id"] for each in listed.json()["items"]}
    assert (await police.get(f"/v1/referrals/{referral['id']}")).status_code == 404


async def test_the_senders_contact_stays_as_it_was_passed_on(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id])
    path = f"/v1/citizens/{citizen['id']}"

    referral = await world.referral(police, consent)
    etag = (await police.get(path)).headers["etag"]
    assert (await police.put(f"{path}/contact", world.contact(phone="20000002"), if_match=etag)).status_code == 200

    await ngo.act(f"/v1/referrals/{referral['id']}/accept")
    etag = (await police.get(path)).headers["etag"]
    refused = await police.put(f"{path}/contact", world.contact(phone="20000003"), if_match=etag)
    assert refused.status_code == 409
    assert refused.json()["type"].endswith("/passed-on")
    assert (await police.get(path)).json()["contact"]["phone"] == "+4520000002"
    assert (await ngo.get(path)).json()["contact"]["phone"] == "+4520000002"


async def test_a_later_change_of_address_is_never_pushed(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(police, address=ADDRESS)
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "address"])
    await world.referral(police, consent, accepted_by=ngo)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await ngo.get(path)).json()["address"]["lines"] == ADDRESS["lines"]
    moved = {**ADDRESS, "lines": ["Hemmelig Sti 1"]}
    etag = (await police.get(path)).headers["etag"]
    assert (await police.put(f"{path}/address", moved, if_match=etag)).status_code == 200
    shown = await ngo.get(path)
    assert "Hemmelig" not in shown.text
    assert shown.json()["address"] is None


@pytest.mark.parametrize("_round", range(4))
async def test_a_contact_changed_while_the_recipient_accepts_is_read_old_or_new(world: World, _round: int) -> None:
    """Who is first has written it; who comes after the acceptance is told that it was passed on."""
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id])
    referral = f"/v1/referrals/{(await world.referral(police, consent))['id']}"
    path = f"/v1/citizens/{citizen['id']}"
    old, new = citizen["contact"]["phone"], "+4529999999"
    etag = (await police.get(path)).headers["etag"]
    changed, accepted = await asyncio.gather(
        police.put(f"{path}/contact", world.contact(phone=new), if_match=etag), ngo.act(f"{referral}/accept")
    )
    assert accepted.status_code == 200, accepted.text
    assert changed.status_code in {200, 409}
    seen = (await ngo.get(path)).json()["contact"]
    assert seen is not None
    assert seen["phone"] == (new if changed.status_code == 200 else old)
