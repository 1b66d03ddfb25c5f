import asyncio
from typing import Any

import pytest

from tests.support.world import World, nobody

MODEL = "intervention_model_2022_2024"
MATURATION = "municipal_maturation_2022_2025"
EAST = ("0751", "0730", "0710", "0727", "0741")  # of Østjyllands Politi, 1461


async def admit(world: World, project: str, organisation: Any, **body: Any) -> Any:
    operator = await world.party("operator-operator")
    given = {"organisation_id": organisation["id"], **body}
    return await operator.post(f"/v1/projects/{project}/partners", given)


def rules(answer: Any) -> list[str]:
    assert answer.status_code in {409, 422}, answer.text
    if answer.status_code == 409:
        assert answer.json()["type"].endswith("/programme-rule")
        assert answer.json()["rules"] == [each["code"] for each in answer.json()["errors"]]
    return [each["code"] for each in answer.json()["errors"]]


async def police(world: World, code: str = "1461") -> Any:
    return await world.organisation_made("police_district", police_district_code=code)


async def municipality(world: World, code: str) -> Any:
    return await world.organisation_made("municipality", municipality_code=code)


async def ngo(world: World) -> Any:
    return await world.organisation_made("ngo", tracks=["victim"])


async def test_an_intervention_project_comes_to_life(world: World) -> None:
    agency = await world.party("agency-secretary")
    answer = await agency.post(
        "/v1/projects",
        {"name": "Østjylland", "programme": MODEL, "starts_on": "2022-09-01", "ends_on": "2024-12-31"},
    )
    assert answer.status_code == 201
    project = answer.json()
    path = f"/v1/projects/{project['id']}"
    assert (answer.headers["location"], project["status"]) == (path, "planned")

    lacking = await agency.act(f"{path}/activate")
    assert rules(lacking) == ["lead_ngo_required", "police_district_required", "municipality_required"]
    lead = await ngo(world)
    partner = await agency.post(f"{path}/partners", {"organisation_id": lead["id"], "lead": True})
    assert partner.status_code == 201
    assert partner.headers["location"] == f"{path}/partners/{partner.json()['id']}"
    assert rules(await agency.act(f"{path}/activate")) == ["police_district_required", "municipality_required"]
    assert (await admit(world, project["id"], await police(world))).status_code == 201
    for code in EAST[:4]:
        assert (await admit(world, project["id"], await municipality(world, code))).status_code == 201
    for kind in ("evaluator", "agency"):
        assert (await admit(world, project["id"], await world.organisation_made(kind))).status_code == 201
    assert (await agency.act(f"{path}/activate")).json()["status"] == "active"

    again = await agency.act(f"{path}/activate")
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "active", ["closed"])
    assert (await agency.act(f"{path}/close")).json()["status"] == "closed"
    assert (await agency.act(f"{path}/close")).json()["allowed"] == []
    late = await admit(world, project["id"], await ngo(world))
    assert (late.status_code, late.json()["state"]) == (409, "closed")


async def test_the_rules_of_the_intervention_model(world: World) -> None:
    project = (await world.project_made(MODEL))["id"]
    assert rules(await admit(world, project, await world.organisation_made("training_provider"))) == [
        "no_training_provider"
    ]
    operator = await world.organisation_made("operator")
    assert rules(await admit(world, project, operator)) == ["no_operator"]
    assert rules(await admit(world, project, await police(world), lead=True)) == ["lead_is_ngo"]

    first = await ngo(world)
    assert (await admit(world, project, first, lead=True)).status_code == 201
    assert rules(await admit(world, project, first)) == ["already_partner"]
    assert rules(await admit(world, project, await ngo(world), lead=True)) == ["one_lead"]
    assert (await admit(world, project, await ngo(world))).status_code == 201

    assert (await admit(world, project, await municipality(world, EAST[0]))).status_code == 201
    elsewhere = ["municipalities_within_district"]
    assert rules(await admit(world, project, await municipality(world, "0461"))) == elsewhere
    assert rules(await admit(world, project, await police(world, "1464"))) == elsewhere
    assert rules(await admit(world, project, await municipality(world, EAST[0]))) == ["municipality_once"]
    assert (await admit(world, project, await police(world))).status_code == 201
    assert rules(await admit(world, project, await police(world))) == ["one_police_district"]
    assert rules(await admit(world, project, await municipality(world, "0461"))) == elsewhere
    for code in EAST[1:4]:
        assert (await admit(world, project, await municipality(world, code))).status_code == 201
    assert rules(await admit(world, project, await municipality(world, EAST[4]))) == ["at_most_four_municipalities"]


async def test_two_that_come_in_at_once_break_no_rule_together(world: World) -> None:
    project = (await world.project_made(MODEL))["id"]
    districts = [await police(world), await police(world)]
    answers = await asyncio.gather(*(admit(world, project, each) for each in districts))
    assert sorted(each.status_code for each in answers) == [201, 409]


async def test_the_rules_of_the_municipal_programme(world: World) -> None:
    project = (await world.project_made(MATURATION))["id"]
    path = f"/v1/projects/{project}"
    operator = await world.party("operator-operator")
    assert rules(await admit(world, project, await police(world))) == ["no_police_district"]
    assert rules(await admit(world, project, await ngo(world))) == ["no_ngo"]
    assert rules(await admit(world, project, await world.organisation_made("evaluator"), lead=True)) == [
        "lead_is_municipality"
    ]
    for kind in ("training_provider", "evaluator", "agency"):
        assert (await admit(world, project, await world.organisation_made(kind))).status_code == 201
    for code in ("0751", "0461"):  # of different districts
        assert (await admit(world, project, await municipality(world, code))).status_code == 201
    assert rules(await operator.act(f"{path}/activate")) == ["three_municipalities_required"]
    for code in ("0101", "0851"):
        assert (await admit(world, project, await municipality(world, code))).status_code == 201
    assert rules(await admit(world, project, await municipality(world, "0730"))) == ["at_most_four_municipalities"]
    assert (await operator.act(f"{path}/activate")).json()["status"] == "active"


async def test_a_leaver_leaves_at_once_and_may_be_replaced(world: World) -> None:
    project = (await world.project_made(MODEL))["id"]
    operator = await world.party("operator-operator")
    made = (await admit(world, project, await police(world))).json()
    path = f"/v1/projects/{project}/partners"
    assert (await operator.post(f"{path}/{made['id']}/end")).status_code == 428
    ended = await operator.act(f"{path}/{made['id']}/end")
    assert ended.json()["ended_at"] is not None
    again = await operator.act(f"{path}/{made['id']}/end")
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "ended", [])
    replacement = (await admit(world, project, await police(world))).json()

    assert [each["id"] for each in (await operator.get(path)).json()["items"]] == [replacement["id"]]
    everyone = (await operator.get(f"{path}?include_ended=true")).json()["items"]
    assert [each["id"] for each in everyone] == [replacement["id"], made["id"]]


async def test_a_project_is_seen_by_its_partners_only(world: World) -> None:
    trainer = await world.party("trainer-secretary")
    seen = {each["id"] for each in (await trainer.get("/v1/projects?limit=200")).json()["items"]}
    assert world.project("maturation") in seen
    assert world.project("model") not in seen
    model = f"/v1/projects/{world.project('model')}"
    for path in (model, f"{model}/partners", f"{model}/partners/{nobody()}", f"/v1/projects/{nobody()}/partners"):
        assert (await trainer.get(path)).status_code == 404
    police = await world.party("police-caseworker")
    partners = (await police.get(f"{model}/partners?limit=3")).json()
    rest = (await police.get(f"{model}/partners?cursor={partners['next_cursor']}")).json()
    named = {each["organisation_name"]: each["lead"] for each in partners["items"] + rest["items"]}
    assert len(named) == 8
    assert [name for name, lead in named.items() if lead] == ["Tryg Vej (opdigtet)"]
    one = partners["items"][0]
    assert (await police.get(f"{model}/partners/{one['id']}")).json() == one
    other = f"/v1/projects/{world.project('maturation')}"
    assert (await (await world.party("aarhus-caseworker")).get(f"{other}/partners/{one['id']}")).status_code == 404


async def test_who_has_left_sees_the_project_no_more(world: World) -> None:
    project = (await world.project_made(MODEL))["id"]
    organisation = await ngo(world)
    partner = (await admit(world, project, organisation)).json()
    user = await world.user_of(organisation["id"], "coordinator", track="victim")
    assert (await user.get(f"/v1/projects/{project}")).status_code == 200
    operator = await world.party("operator-operator")
    await operator.act(f"/v1/projects/{project}/partners/{partner['id']}/end")
    assert (await user.get(f"/v1/projects/{project}")).status_code == 404


@pytest.mark.parametrize("client", ["tryg-vej-coordinator-victim", "aarhus-coordinator", "vive-researcher"])
async def test_partners_change_nothing(world: World, client: str) -> None:
    party = await world.party(client)
    path = f"/v1/projects/{world.project('model')}"
    body = {"name": "Eget", "programme": MODEL, "starts_on": "2023-01-01", "ends_on": "2023-12-31"}
    assert (await party.post("/v1/projects", body)).status_code == 403
    assert (await party.act(f"{path}/close")).status_code == 403
    assert (await party.post(f"{path}/partners", {"organisation_id": party.organisation_id})).status_code == 403
    partner = (await party.get(f"{path}/partners")).json()["items"][0]["id"]
    assert (await party.act(f"{path}/partners/{partner}/end")).status_code == 403


async def test_bodies_that_make_no_sense(world: World) -> None:
    operator = await world.party("operator-operator")
    project = (await world.project_made(MODEL))["id"]
    body = {"name": "Baglæns", "programme": MODEL, "starts_on": "2023-01-02", "ends_on": "2023-01-01"}
    assert rules(await operator.post("/v1/projects", body)) == ["ends_before_start"]
    assert rules(await admit(world, project, {"id": nobody()})) == ["unknown_reference"]
    inactive = await ngo(world)
    await operator.act(f"/v1/organisations/{inactive['id']}/deactivate")
    assert rules(await admit(world, project, inactive)) == ["organisation_inactive"]
    absent = await operator.post(f"/v1/projects/{nobody()}/partners", {"organisation_id": nobody()})
    assert absent.status_code == 404


async def test_a_repeated_admission_happens_once(world: World) -> None:
    operator = await world.party("operator-operator")
    project = (await world.project_made(MODEL))["id"]
    body = {"organisation_id": (await ngo(world))["id"]}
    path = f"/v1/projects/{project}/partners"
    first = await operator.post(path, body, Idempotency_Key="partner-once")
    again = await operator.post(path, body, Idempotency_Key="partner-once")
    assert (first.status_code, again.status_code) == (201, 201)
    assert again.json() == first.json()
