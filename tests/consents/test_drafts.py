from typing import Any

import pytest

from tests.consents.support import codes, draft_of, kind, sign
from tests.support.world import JSON, World, nobody


async def test_a_draft_is_seen_by_its_holder_only(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    draft = await world.consent(police, citizen, [world.organisation("tryg_vej")], signed=False)
    assert (draft["status"], draft["signed_at"], draft["valid_until"]) == ("draft", None, None)
    path = f"/v1/consents/{draft['id']}"
    foreign, absent = await ngo.get(path), await ngo.get(f"/v1/consents/{nobody()}")
    assert foreign.status_code == absent.status_code == 404
    assert {**foreign.json(), "trace_id": "", "instance": ""} == {**absent.json(), "trace_id": "", "instance": ""}
    withdrawal = await ngo.post(f"{path}/withdraw", {"withdrawn_by": "citizen", "withdrawal_channel": "sms"})
    assert withdrawal.status_code == 404
    listed = (await ngo.get(f"/v1/consents?citizen_id={citizen['id']}")).json()
    assert listed["items"] == []


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"citizen_id": nobody()}, ("/citizen_id", "unknown_reference")),
        ({"form_version_id": nobody()}, ("/form_version_id", "unknown_reference")),
        ({"scopes": []}, ("/scopes", "too_short")),
        ({"scopes": None}, ("/scopes", "list_type")),
        ({"recipients": []}, ("/recipients", "too_short")),
        ({"scopes": ["contact", "contact"]}, ("/scopes", "duplicate_item")),
        ({"recipients": [nobody()]}, ("/recipients/0", "not_in_form")),
        ({"language": "so"}, ("/language", "not_a_choice")),
        ({"document_sha256": "ABC"}, ("/document_sha256", "wrong_form")),
        ({"supersedes_id": nobody()}, ("/supersedes_id", "unknown_reference")),
        ({"status": "active"}, ("/status", "extra_forbidden")),
        ({"signed_at": "2026-01-01T00:00:00Z"}, ("/signed_at", "extra_forbidden")),
    ],
)
async def test_what_a_draft_may_not_say(world: World, changes: JSON, expected: tuple[str, str]) -> None:
    police = await world.party("police-integration")
    citizen = await world.citizen(police, identity=None, contact=None)
    answer = await police.post("/v1/consents", draft_of(world, citizen, **changes))
    assert answer.status_code == 422
    assert expected in codes(answer)
    assert not [str(value) for value in changes.values() if value and str(value) in answer.text]


@pytest.mark.parametrize("member", ["scopes", "recipients", "language", "method", "informed_by", "form_version_id"])
async def test_nothing_is_ticked_beforehand(world: World, member: str) -> None:
    police = await world.party("police-integration")
    citizen = await world.citizen(police, identity=None, contact=None)
    body = draft_of(world, citizen)
    del body[member]
    answer = await police.post("/v1/consents", body)
    assert (answer.status_code, codes(answer)) == (422, {(f"/{member}", "missing")})


async def _form(world: World, **changes: Any) -> str:
    agency = await world.party("agency-secretary")
    body = {
        "project_id": world.project(),
        "name": "Snæver",
        "languages": ["da"],
        "notice_da": "Kun det mindste.",
        "recipients": [world.organisation("tryg_vej")],
        "scopes": ["contact", "identity"],
        **changes,
    }
    answer = await agency.post("/v1/consent-forms", body)
    assert answer.status_code == 201, answer.text
    return str(answer.json()["id"])


async def test_a_consent_stays_within_its_form(world: World) -> None:
    police = await world.party("police-integration")
    citizen = await world.citizen(police, identity=None, contact=None)
    narrow = draft_of(world, citizen, form_version_id=await _form(world))
    assert (await police.post("/v1/consents", narrow)).status_code == 201
    wider = {
        **narrow,
        "language": "en",
        "scopes": ["contact", "cpr"],
        "recipients": [world.organisation("tryg_vej"), world.organisation("aarhus")],
    }
    answer = await police.post("/v1/consents", wider)
    assert answer.status_code == 422
    assert codes(answer) == {
        ("/language", "not_offered"),
        ("/scopes/1", "not_in_form"),
        ("/recipients/1", "not_in_form"),
    }


async def test_not_on_a_retired_form_nor_on_another_projects(world: World) -> None:
    police, agency = await world.party("police-integration"), await world.party("agency-secretary")
    citizen = await world.citizen(police, identity=None, contact=None)
    retired = await _form(world)
    assert (await agency.act(f"/v1/consent-forms/{retired}/retire")).status_code == 200
    answer = await police.post("/v1/consents", draft_of(world, citizen, form_version_id=retired))
    assert (answer.status_code, codes(answer)) == (422, {("/form_version_id", "form_retired")})
    elsewhere = await police.post("/v1/consents", draft_of(world, citizen, form_version_id=world.form("maturation")))
    assert (elsewhere.status_code, codes(elsewhere)) == (422, {("/form_version_id", "unknown_reference")})


async def test_nobody_drafts_for_a_citizen_of_others(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police)
    for client in ("aarhus-coordinator", "tryg-vej-coordinator-victim"):
        answer = await (await world.party(client)).post("/v1/consents", draft_of(world, citizen))
        assert (answer.status_code, codes(answer)) == (422, {("/citizen_id", "unknown_reference")})
    for client in ("vive-researcher", "agency-secretary", "operator-operator", "trainer-secretary"):
        party = await world.party(client)
        assert (await party.post("/v1/consents", draft_of(world, citizen))).status_code == 403
        assert (await party.get("/v1/consents")).status_code == 403


async def test_a_draft_is_patched_from_its_present_version(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police)
    sha = "a" * 64
    draft = await world.consent(
        police, citizen, [world.organisation("tryg_vej")], ["contact"], signed=False, document_sha256=sha
    )
    path = f"/v1/consents/{draft['id']}"
    etag = (await police.get(path)).headers["etag"]
    assert (await police.patch(path, {"language": "en"})).status_code == 428
    changed = await police.patch(path, {"language": "en", "document_sha256": None}, if_match=etag)
    assert changed.status_code == 200
    assert changed.json() == {**draft, "language": "en", "document_sha256": None, "version": 2}
    assert (await police.patch(path, {"language": "da"}, if_match=etag)).status_code == 412
    etag = changed.headers["etag"]
    wrong_type = await police.call("PATCH", path, {"language": "da"}, content_type="application/json", if_match=etag)
    assert wrong_type.status_code == 415
    for body, expected in (
        ({"scopes": None}, ("/scopes", "list_type")),
        ({"scopes": []}, ("/scopes", "too_short")),
        ({"recipients": [nobody()]}, ("/recipients/0", "not_in_form")),
        ({"citizen_id": nobody()}, ("/citizen_id", "extra_forbidden")),
        ({"status": "active"}, ("/status", "extra_forbidden")),
        ({"informed_by": None}, ("/informed_by", "string_type")),
    ):
        answer = await police.patch(path, body, if_match=etag)
        assert (answer.status_code, expected in codes(answer)) == (422, True), answer.text


async def test_what_is_signed_never_changes(world: World) -> None:
    police = await world.party("police-caseworker")
    consent = await world.consent(police, await world.citizen(police), [world.organisation("tryg_vej")])
    path = f"/v1/consents/{consent['id']}"
    etag = (await police.get(path)).headers["etag"]
    answer = await police.patch(path, {"scopes": ["contact", "cpr"]}, if_match=etag)
    assert (answer.status_code, kind(answer), answer.json()["state"]) == (409, "forbidden-transition", "active")
    assert (await police.get(path)).json() == consent
    assert kind(await sign(police, consent)) == "forbidden-transition"
