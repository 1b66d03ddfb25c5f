"""Maturation: criteria in versions, and one gate after the other."""

import pytest

from app.programme.shipped import maturation_gates
from tests.programme.support import Programme, municipal, rules
from tests.support.world import World

CRITERIA, PATH = "/v1/maturation-criteria", "/v1/maturation-assessments"


@pytest.fixture
async def it(world: World) -> Programme:
    it = await municipal(world)
    made = await it.agency.post(CRITERIA, {"project_id": it.project})
    assert made.status_code == 201, made.text
    return it


def rated(gate: str, rating: str = "met") -> list[dict[str, str]]:
    codes = next(each for each in maturation_gates() if each["gate"] == gate)["criteria"]
    return [{"criterion": each["code"], "rating": rating, "grounds": "Set ved besøg."} for each in codes]


async def test_a_project_goes_through_the_gates_in_order(it: Programme) -> None:
    skipped = await it.agency.post(PATH, {"project_id": it.project, "gate": "maturation"})
    assert (skipped.status_code, skipped.json()["rules"]) == (409, ["gates_in_order"])
    for gate, beyond in (("screening", "maturation"), ("maturation", "trial"), ("trial", "dissemination")):
        begun = await it.agency.post(PATH, {"project_id": it.project, "gate": gate})
        assert begun.status_code == 201, begun.text
        path = begun.headers["location"]
        ratings = rated(gate)
        assert (begun.json()["leads_to"], begun.json()["missing"]) == (beyond, [each["criterion"] for each in ratings])
        some = await it.agency.patch(path, {"ratings": ratings[:1]}, if_match=begun.headers["etag"])
        assert some.json()["missing"] == [each["criterion"] for each in ratings[1:]]
        early = await it.agency.act(f"{path}/pass", {})
        assert (early.status_code, early.json()["rules"]) == (409, ["all_criteria_assessed"])
        rest = await it.agency.patch(path, {"ratings": ratings[1:]}, if_match=some.headers["etag"])
        assert (rest.json()["missing"], rest.json()["ratings"]) == ([], ratings)
        passed = await it.agency.act(f"{path}/pass", {})
        assert (passed.json()["status"], passed.json()["reason"]) == ("passed", None)
        late = await it.agency.patch(path, {"ratings": ratings}, if_match=passed.headers["etag"])
        assert (late.status_code, late.json()["state"]) == (409, "passed")
    listed = await it.municipalities[0].get(f"{PATH}?project_id={it.project}&status=passed")
    assert [each["gate"] for each in listed.json()["items"]] == ["trial", "maturation", "screening"]
    last = await it.agency.post(PATH, {"project_id": it.project, "gate": "dissemination"})
    assert last.status_code == 422
    twice = await it.agency.post(PATH, {"project_id": it.project, "gate": "trial"})
    assert (twice.status_code, twice.json()["rules"]) == (409, ["one_assessment_per_gate"])
    assert twice.json()["errors"][0]["pointer"] == "/gate"


@pytest.mark.parametrize("rating", ["partly_met", "not_met"])
async def test_what_is_not_met_takes_a_reason(it: Programme, rating: str) -> None:
    path = (await it.agency.post(PATH, {"project_id": it.project, "gate": "screening"})).headers["location"]
    ratings = [*rated("screening")[1:], *rated("screening", rating)[:1]]
    rows = await it.agency.patch(path, {"ratings": ratings}, if_match=(await it.agency.get(path)).headers["etag"])
    assert rows.status_code == 200, rows.text
    refused = await it.agency.act(f"{path}/pass", {})
    assert (refused.status_code, refused.json()["rules"]) == (409, ["reason_required"])
    passed = await it.agency.act(f"{path}/pass", {"reason": "Kommer på plads til foråret."})
    assert (passed.json()["status"], passed.json()["reason"]) == ("passed", "Kommer på plads til foråret.")


async def test_the_criteria_are_data_in_versions(it: Programme) -> None:
    begun = await it.agency.post(PATH, {"project_id": it.project, "gate": "screening"})
    (first,) = (await it.agency.get(f"{CRITERIA}?project_id={it.project}")).json()["items"]
    one = {"code": "ready", "label_da": "Klar", "label_en": "Ready"}
    gates = [{"gate": gate, "criteria": [one]} for gate in ("trial", "screening", "maturation")]
    body = {"reason": "Færre kriterier", "gates": gates}
    new = await it.agency.act(f"{CRITERIA}/{first['id']}/revise", body)
    assert new.status_code == 201, new.text
    assert [each["gate"] for each in new.json()["gates"]] == ["screening", "maturation", "trial"]
    assert (new.json()["criteria_version"], new.json()["supersedes_id"]) == (2, first["id"])
    old = await it.municipalities[0].get(f"{CRITERIA}/{first['id']}")
    assert (old.json()["gates"], old.json()["superseded_at"] is not None) == (first["gates"], True)
    again = await it.agency.act(f"{CRITERIA}/{first['id']}/revise", body)
    assert (again.status_code, again.json()["rules"]) == (409, ["version_superseded"])
    kept = await it.agency.get(begun.headers["location"])
    assert kept.json()["criteria_id"] == first["id"]
    unknown = await it.agency.patch(
        begun.headers["location"],
        {"ratings": [{"criterion": "ready", "rating": "met", "grounds": "Ja."}]},
        if_match=kept.headers["etag"],
    )
    assert rules(unknown) == (422, ["unknown_reference"])
    twice = [{"gate": "screening", "criteria": [one, one]}, *gates[::2]]
    refused = await it.agency.act(f"{CRITERIA}/{new.json()['id']}/revise", {"reason": "x", "gates": twice})
    assert rules(refused) == (422, ["duplicate_item"])


async def test_who_may(it: Programme, world: World) -> None:
    path = (await it.agency.post(PATH, {"project_id": it.project, "gate": "screening"})).headers["location"]
    assert (await it.municipalities[0].get(path)).status_code == 200
    assert (await it.municipalities[0].act(f"{path}/pass", {})).status_code == 403
    assert (await (await world.party("aarhus-coordinator")).get(path)).status_code == 404
    for client in ("vive-researcher", "trainer-secretary", "police-coordinator", "tryg-vej-coordinator-victim"):
        assert (await (await world.party(client)).get(path)).status_code == 403, client
    model = await it.agency.post(CRITERIA, {"project_id": world.project("model")})
    assert (model.status_code, model.json()["rules"]) == (409, ["municipal_programme_only"])
    again = await it.agency.post(CRITERIA, {"project_id": it.project})
    assert (again.status_code, again.json()["rules"]) == (409, ["one_set_per_project"])
