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
    body = {"project_id": it.project, "day": "2031-12-30"}
    for members, refused in (
        ({"organiser_id": it.municipalities[0].organisation_id}, ["unknown_reference"]),
        ({"participants": [nobody()]}, ["unknown_reference"]),
        ({"participants": []}, ["nobody_required"]),
        ({"project_id": nobody()}, ["unknown_reference"]),
        ({"topic": "Om 010190-1234"}, ["citizen_data_in_text"]),
        ({"day": "2032-01-03"}, ["outside_project"]),
    ):
        assert rules(await it.agency.post(PATH, {**body, **members})) == (422, refused), members
    made = await it.agency.post(PATH, body)
    attended = {"attendance": [{"organisation_id": made.json()["participants"][0], "persons": 1}]}
    early = await it.trainer.act(made.headers["location"] + "/hold", attended)
    assert (early.status_code, early.json()["rules"]) == (409, ["not_yet_begun"])
    of_today = await it.agency.post(PATH, {**body, "day": today().isoformat()})
    assert (await it.trainer.act(of_today.headers["location"] + "/hold", attended)).status_code == 200


async def test_a_day_is_cancelled_and_counts_no_more(world: World) -> None:
    it = await municipal(world)
    await it.plan()
    day, other = await it.taught("2023-02-07", held=False), await it.taught("2023-03-07")
    path = f"{PATH}/{day['id']}"
    cancelled = await it.trainer.act(f"{path}/cancel")
    assert (cancelled.status_code, cancelled.json()["status"]) == (200, "cancelled")
    again = await it.agency.act(f"{path}/cancel")
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "cancelled", [])
    assert (await it.agency.act(f"{PATH}/{other['id']}/cancel")).status_code == 409
    (warning,) = [each for each in await it.warnings() if each["rule"] == "R11" and each["year"] == 2023]
    assert (warning["planned"], warning["held"], warning["causes"]) == (1, 1, ["not_scheduled"])


async def test_days_are_found_by_when_they_are(world: World) -> None:
    it = await municipal(world)
    ids = [(await it.taught(day, held=False))["id"] for day in ("2023-02-07", "2023-03-07", "2023-04-07")]

    async def found(query: str) -> list[str]:
        listed = await it.agency.get(f"{PATH}?project_id={it.project}&{query}")
        return [each["id"] for each in listed.json()["items"]]

    assert await found("from_day=2023-03-07") == ids[:0:-1]
    assert await found("to_day=2023-03-07") == ids[1::-1]
    assert await found("from_day=2023-02-08&to_day=2023-04-06") == ids[1:2]
