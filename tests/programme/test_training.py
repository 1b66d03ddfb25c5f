"""Training days: planned by the agency, kept by who gives them."""

import pytest

from app.common.days import today
from tests.programme.support import Programme, municipal, rules
from tests.support.world import World, nobody

PATH = "/v1/training-days"


@pytest.fixture(scope="module")
async def it(world: World) -> Programme:
    return await municipal(world)


async def test_the_provider_keeps_its_own_days(it: Programme) -> None:
    made = await it.agency.post(PATH, {"project_id": it.project, "day": "2023-02-07"})
    assert made.status_code == 201, made.text
    path = made.headers["location"]
    assert made.json()["organiser_id"] == it.trainer.organisation_id
    assert len(made.json()["participants"]) == 3
    body = {"topic": "Screening for vold", "day": "2023-02-14"}
    seen = await it.trainer.get(path)
    moved = await it.trainer.patch(path, body, if_match=seen.headers["etag"])
    assert {**moved.json(), **body} == moved.json()
    attended = [{"organisation_id": each, "persons": 9} for each in made.json()["participants"]]
    wrong = await it.trainer.act(f"{path}/hold", {"attendance": [*attended, attended[0]]})
    assert rules(wrong) == (422, ["duplicate_item"])
    held = await it.trainer.act(f"{path}/hold", {"attendance": attended})
    assert (held.json()["status"], held.json()["attendance"]) == ("held", attended)
    late = await it.trainer.patch(path, body, if_match=held.headers["etag"])
    assert (late.status_code, late.json()["state"]) == (409, "held")
    assert (await it.municipalities[0].get(path)).status_code == 200
    assert (await it.municipalities[0].act(f"{path}/hold", {"attendance": attended})).status_code == 403


async def test_others_days_are_not_there(it: Programme, world: World) -> None:
    own = {"organiser_id": it.agency.organisation_id, "participants": [it.municipalities[0].organisation_id]}
    made = await it.agency.post(PATH, {"project_id": it.project, "day": "2024-06-04", **own})
    path = made.headers["location"]
    for party, status in (
        (it.trainer, 404),
        (it.municipalities[1], 404),
        (it.evaluator, 404),
        (await world.party("police-coordinator"), 403),
        (await world.party("tryg-vej-coordinator-victim"), 403),
    ):
        assert (await party.get(path)).status_code == status
    assert (await it.municipalities[0].get(path)).status_code == 200
    refused = await it.trainer.post(PATH, {"project_id": it.project, "day": "2024-06-04"})
    assert refused.status_code == 403


async def test_a_day_makes_sense(it: Programme) -> None:
    body = {"project_id": it.project, "day": "2150-01-01"}
    for members, refused in (
        ({"organiser_id": it.municipalities[0].organisation_id}, ["unknown_reference"]),
        ({"participants": [nobody()]}, ["unknown_reference"]),
        ({"participants": []}, ["nobody_required"]),
        ({"project_id": nobody()}, ["unknown_reference"]),
        ({"topic": "Om 010190-1234"}, ["citizen_data_in_text"]),
    ):
        assert rules(await it.agency.post(PATH, {**body, **members})) == (422, refused), members
    made = await it.agency.post(PATH, body)
    attended = {"attendance": [{"organisation_id": made.json()["participants"][0], "persons": 1}]}
    early = await it.trainer.act(made.headers["location"] + "/hold", attended)
    assert (early.status_code, early.json()["rules"]) == (409, ["not_yet_begun"])
    of_today = await it.agency.post(PATH, {**body, "day": today().isoformat()})
    assert (await it.trainer.act(of_today.headers["location"] + "/hold", attended)).status_code == 200
