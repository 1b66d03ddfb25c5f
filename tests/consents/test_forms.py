from typing import Any

import pytest

from tests.consents.support import codes, kind
from tests.support.world import JSON, World, nobody


def form(world: World, **changes: Any) -> JSON:
    return {
        "project_id": world.project(),
        "name": "Samtykke til videregivelse",
        "languages": ["da"],
        "notice_da": "Du bestemmer selv, og du kan altid ændre det.",
        "recipients": [world.organisation("tryg_vej"), world.organisation("aarhus")],
        "scopes": ["contact", "identity"],
        "valid_months": 12,
        **changes,
    }


async def test_versions_count_up_within_project_and_name(world: World) -> None:
    agency = await world.party("agency-secretary")
    body = form(world, name="Tæller")
    first = await agency.post("/v1/consent-forms", body)
    assert first.status_code == 201, first.text
    assert first.headers["location"] == f"/v1/consent-forms/{first.json()['id']}"
    second = await agency.post("/v1/consent-forms", body)
    other = await agency.post("/v1/consent-forms", form(world, name="En anden"))
    assert [each.json()["form_version"] for each in (first, second, other)] == [1, 2, 1]
    assert (await agency.get(first.headers["location"])).headers["etag"] == first.headers["etag"]


async def test_the_operator_may_and_partners_only_read(world: World) -> None:
    made = await (await world.party("operator-operator")).post("/v1/consent-forms", form(world, name="Driftens"))
    assert made.status_code == 201
    path = f"/v1/consent-forms/{made.json()['id']}"
    for client in ("police-caseworker", "aarhus-coordinator", "tryg-vej-caseworker-victim", "vive-researcher"):
        party = await world.party(client)
        assert (await party.get(path)).json()["name"] == "Driftens"
        assert (await party.post("/v1/consent-forms", form(world))).status_code == 403
        assert (await party.post(f"{path}/retire")).status_code == 403
    trainer = await world.party("trainer-secretary")
    assert (await trainer.get(path)).status_code == 403


async def test_forms_of_projects_one_is_not_in_are_absent(world: World) -> None:
    agency, police = await world.party("agency-secretary"), await world.party("police-integration")
    body = form(
        world, project_id=world.project("maturation"), recipients=[world.organisation("aarhus")], name="Kommunernes"
    )
    made = await agency.post("/v1/consent-forms", body)
    assert (await police.get(f"/v1/consent-forms/{made.json()['id']}")).status_code == 404
    listed = (await police.get("/v1/consent-forms?limit=200")).json()["items"]
    assert {each["project_id"] for each in listed} == {world.project()}


async def test_retiring_is_once_and_from_the_present_version(world: World) -> None:
    agency = await world.party("agency-secretary")
    made = await agency.post("/v1/consent-forms", form(world, name="Udgår"))
    path = f"/v1/consent-forms/{made.json()['id']}"
    assert (await agency.post(f"{path}/retire")).status_code == 428
    retired = await agency.post(f"{path}/retire", if_match=made.headers["etag"])
    assert retired.status_code == 200
    assert retired.json()["retired_at"] is not None
    assert (await agency.post(f"{path}/retire", if_match=made.headers["etag"])).status_code == 412
    again = await agency.act(f"{path}/retire")
    assert (again.status_code, kind(again), again.json()["allowed"]) == (409, "forbidden-transition", [])
    names = {
        flag: [
            each["name"] for each in (await agency.get(f"/v1/consent-forms?retired={flag}&limit=200")).json()["items"]
        ]
        for flag in ("true", "false")
    }
    assert "Udgår" in names["true"]
    assert "Udgår" not in names["false"]


@pytest.mark.parametrize(
    ("changes", "expected"),
    [
        ({"project_id": nobody()}, ("/project_id", "unknown_reference")),
        ({"recipients": [nobody()]}, ("/recipients/0", "not_a_partner")),
        ({"recipients": []}, ("/recipients", "too_short")),
        ({"scopes": []}, ("/scopes", "too_short")),
        ({"scopes": ["contact", "contact"]}, ("/scopes", "duplicate_item")),
        ({"scopes": ["everything"]}, ("/scopes/0", "not_a_choice")),
        ({"languages": ["da", "en"]}, ("", "notice_missing")),
        ({"languages": ["en"], "notice_en": "You decide."}, ("", "notice_missing")),
        ({"valid_months": 61}, ("/valid_months", "less_than_equal")),
        ({"form_version": 7}, ("/form_version", "extra_forbidden")),
    ],
)
async def test_what_a_form_may_not_say(world: World, changes: JSON, expected: tuple[str, str]) -> None:
    agency = await world.party("agency-secretary")
    answer = await agency.post("/v1/consent-forms", form(world, **changes))
    assert answer.status_code == 422
    assert codes(answer) == {expected}
