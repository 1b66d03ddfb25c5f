"""A citizen who comes to the NGO by themselves."""

from typing import Any

import pytest

from app.common.days import today
from tests.consents.support import draft_of, withdraw
from tests.support.world import JSON, Party, World


async def _came(world: World) -> tuple[Party, JSON]:
    ngo = await world.party("lysningen-caseworker-victim")
    return ngo, await world.citizen(ngo, identity=None, contact=None)


async def _put(ngo: Party, citizen: JSON, block: str, body: JSON) -> Any:
    path = f"/v1/citizens/{citizen['id']}"
    etag = (await ngo.get(path)).headers.get("etag", '"none"')
    answer = await ngo.put(f"{path}/{block}", body, if_match=etag)
    return _lacking(answer) if answer.status_code == 409 else answer.status_code


def _lacking(answer: Any) -> tuple[int, str, str]:
    assert answer.json()["type"].endswith("/consent-required")
    return answer.status_code, "consent-required", answer.json()["scope"]


async def test_identity_waits_for_the_signed_consent(world: World) -> None:
    ngo, citizen = await _came(world)
    me = world.organisation("lysningen")
    assert await _put(ngo, citizen, "identity", world.identity()) == (409, "consent-required", "identity")
    assert await _put(ngo, citizen, "contact", world.contact()) == (409, "consent-required", "contact")
    draft = await world.consent(ngo, citizen, [me], ["contact", "identity", "cpr"], signed=False)
    assert await _put(ngo, citizen, "identity", world.identity()) == (409, "consent-required", "identity")
    await ngo.act(f"/v1/consents/{draft['id']}/sign", {"signed_at": "2026-01-05T09:00:00+01:00"})
    identity = world.identity()
    assert await _put(ngo, citizen, "identity", identity) == 200
    assert await _put(ngo, citizen, "contact", world.contact()) == 200
    shown = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()
    assert (shown["identity"]["given_name"], shown["identity"]["cpr"]) == ("Ågot", identity["cpr"])


@pytest.mark.parametrize(
    ("recipients", "scopes"),
    [(["tryg_vej"], ["contact", "identity", "cpr"]), (["lysningen"], ["contact"])],
)
async def test_a_consent_that_names_another_or_ticks_less_does_not_do(
    world: World, recipients: list[str], scopes: list[str]
) -> None:
    ngo, citizen = await _came(world)
    await world.consent(ngo, citizen, [world.organisation(each) for each in recipients], scopes)
    assert await _put(ngo, citizen, "identity", world.identity()) == (409, "consent-required", "identity")


async def test_a_number_needs_the_scope_cpr_of_its_own(world: World) -> None:
    ngo, citizen = await _came(world)
    await world.consent(ngo, citizen, [world.organisation("lysningen")], ["contact", "identity"])
    assert await _put(ngo, citizen, "identity", world.identity()) == (409, "consent-required", "cpr")
    assert await _put(ngo, citizen, "identity", world.identity(cpr=None)) == 200


async def test_after_the_withdrawal_its_own_journal_stays_but_the_number_goes(world: World) -> None:
    ngo, citizen = await _came(world)
    consent = await world.consent(ngo, citizen, [world.organisation("lysningen")], ["contact", "identity", "cpr"])
    await _put(ngo, citizen, "identity", world.identity())
    assert (await withdraw(ngo, consent)).status_code == 200
    shown = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()
    assert (shown["identity"]["given_name"], shown["identity"]["cpr"]) == ("Ågot", None)
    assert await _put(ngo, citizen, "contact", world.contact()) == (409, "consent-required", "contact")
    # The holder knows of it: it has nothing to acknowledge to itself.
    assert (await ngo.get(f"/v1/consents/{consent['id']}/acknowledgements")).json()["items"] == []


async def test_what_needs_the_consent_is_refused_at_registration_too(world: World) -> None:
    ngo, _ = await _came(world)
    body = {"project_id": world.project(), "track": "victim"}
    for blocks, scope in (({"identity": world.identity()}, "identity"), ({"contact": world.contact()}, "contact")):
        answer = await ngo.post("/v1/citizens", {**body, **blocks}, accept_language="da")
        assert _lacking(answer) == (409, "consent-required", scope)
        assert answer.json()["title"] == "Samtykke kræves"
    address = {"lines": ["Vej 1"], "postcode": "8000", "source": "citizen"}
    assert (await ngo.post("/v1/citizens", {**body, "address": address})).status_code == 403


async def test_it_is_told_only_of_a_citizen_one_sees_and_might_write_of(world: World) -> None:
    ngo, police = await world.party("lysningen-caseworker-victim"), await world.party("police-caseworker")
    foreign = await world.citizen(police)
    assert await _put(ngo, foreign, "identity", world.identity()) == 404
    consent = await world.consent(police, foreign, [ngo.organisation_id], ["contact"])
    await world.referral(police, consent, accepted_by=ngo)
    # Identity is written by whoever registered the citizen: no consent would help.
    assert await _put(ngo, foreign, "identity", world.identity()) == 404
    assert await _put(ngo, foreign, "contact", world.contact()) == 200


async def test_the_municipal_programme_has_its_own_form(world: World) -> None:
    aarhus = await world.party("aarhus-caseworker")
    citizen = await world.citizen(aarhus, project="maturation")
    consent = await world.consent(aarhus, citizen, [world.organisation("vive")], ["evaluation_questionnaire"])
    assert (consent["status"], consent["project_id"]) == ("active", world.project("maturation"))
    police = draft_of(
        world, citizen, form_version_id=world.form("maturation"), recipients=[world.organisation("police")]
    )
    answer = await aarhus.post("/v1/consents", police)
    assert answer.json()["errors"][0]["code"] == "not_in_form"


async def test_a_birth_date_that_comes_after_the_signature_must_be_an_adults(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    citizen = await world.citizen(ngo, identity=None, contact=None)
    await world.consent(ngo, citizen, recipients=[ngo.organisation_id], scopes=["contact", "identity"])
    path = f"/v1/citizens/{citizen['id']}"
    minor = world.identity(cpr=None, birth_date=f"{today().year - 17}-01-01")
    minor.pop("cpr")
    answer = await ngo.put(f"{path}/identity", minor, if_match=(await ngo.get(path)).headers["etag"])
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/under-age")
