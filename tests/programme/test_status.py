"""The plan against what was held: warnings, and never a refusal."""

from collections import Counter

import pytest
from fastapi import FastAPI

from app.programme.shipped import meeting_plan
from app.programme.states import PlanWarning, WarningCause
from app.programme.status_rules import findings
from tests.programme.support import MONTHS, TEACHING, Programme, hours, municipal
from tests.support.statements import statements
from tests.support.world import World

STATUS = "/v1/programme/plan-status?project_id="


@pytest.fixture(scope="module")
async def it(world: World) -> Programme:
    """The whole of 2022-2025 as planned, but the second municipality's dialogue meeting of autumn 2024."""
    it = await municipal(world)
    rows = {each["number"]: each for each in (await it.plan())["rows"]}
    for number, day in MONTHS.items():
        if rows[number]["scope"] == "joint":
            await it.meeting("held", plan_row=number, **hours(day))
            continue
        for place, each in enumerate(it.municipalities):
            if (number, place) != (10, 1):
                await it.meeting("held", plan_row=number, municipality_id=each.organisation_id, **hours(day))
    for day in TEACHING:
        await it.taught(day)
    return it


async def test_one_round_missing_is_a_warning(it: Programme) -> None:
    missing = it.municipalities[1].organisation_id
    (found,) = [each for each in await it.warnings() if "not_held" in each["causes"]]
    assert found == {
        "code": "r9_dialogue_meetings",
        "rule": "R9",
        "year": 2024,
        "municipality_id": missing,
        "municipality": found["municipality"],
        "expected": 2,
        "expected_at_most": None,
        "planned": 2,
        "held": 1,
        "causes": ["not_held"],
        "explanation": "Each municipality takes part in two dialogue meetings a year (R9). 1 of 2 were held.",
    }
    (danish,) = [each for each in await it.warnings(accept_language="da") if "not_held" in each["causes"]]
    assert danish["explanation"] == "Hver kommune deltager i to dialogmøder om året (R9). 1 af 2 blev afholdt."


async def test_where_the_documents_themselves_deviate_the_warning_says_so(it: Programme) -> None:
    found = [each for each in await it.warnings() if each["causes"] == ["plan_deviates"]]
    assert Counter((each["code"], each["year"]) for each in found) == {
        ("r9_dialogue_meetings", 2023): 3,
        ("r9_dialogue_meetings", 2025): 3,
        ("r8_development_meetings", 2025): 1,
    }
    (closing,) = [each for each in found if each["rule"] == "R8"]
    assert (closing["expected"], closing["planned"], closing["held"]) == (2, 1, 1)
    assert (
        "The plan itself has 1 in 2025. A joint closing meeting stands in the place of one." in closing["explanation"]
    )
    assert len(await it.warnings()) == len(found) + 1


async def test_each_row_against_what_was_held(it: Programme) -> None:
    answer = await it.agency.get(STATUS + it.project)
    rows = answer.json()["rows"]
    by_row = {(each["number"], each["municipality_id"]): (each["scheduled"], each["held"]) for each in rows}
    assert len(rows) == 10 + 6 * 3
    assert by_row[10, it.municipalities[1].organisation_id] == (0, 0)
    assert by_row[10, it.municipalities[0].organisation_id] == (1, 1)
    assert (by_row[2, None], by_row[7, None], by_row[4, None]) == ((6, 6), (1, 1), (1, 1))


async def test_a_municipality_sees_its_own_part(it: Programme) -> None:
    for place, municipality in enumerate(it.municipalities):
        found = await it.warnings(municipality)
        assert {each["municipality_id"] for each in found} == {None, municipality.organisation_id}
        assert any("not_held" in each["causes"] for each in found) == (place == 1)
        answer = await municipality.get(STATUS + it.project)
        assert {each["municipality_id"] for each in answer.json()["rows"]} == {None, municipality.organisation_id}


async def test_who_has_no_part_in_it(it: Programme, world: World) -> None:
    for party, status in (
        (await world.party("police-coordinator"), 403),
        (await world.party("lysningen-coordinator-victim"), 403),
        (await world.party("operator-operator"), 403),
        (it.evaluator, 403),
        (it.trainer, 403),
        (await world.party("aarhus-coordinator"), 404),
    ):
        assert (await party.get(STATUS + it.project)).status_code == status
    assert (await it.agency.get(STATUS + world.project("model"))).status_code == 404
    assert (await it.agency.get(STATUS.partition("?")[0])).status_code == 400


async def test_as_many_statements_for_a_whole_plan(it: Programme, world: World, app: FastAPI) -> None:
    small = await municipal(world)
    await small.plan()
    await it.warnings()
    with statements(app) as empty:
        await small.warnings()
    with statements(app) as whole:
        await it.warnings()
    assert len(whole) == len(empty)


async def test_nothing_held_warns_of_everything_and_teaching_days_of_too_many(world: World) -> None:
    it = await municipal(world)
    await it.plan()
    found = Counter(each["code"] for each in await it.warnings())
    assert found == {"r8_development_meetings": 3, "r8_evaluator": 3, "r9_dialogue_meetings": 9, "r11_teaching_days": 3}
    for day in ("2024-01-09", "2024-01-10", "2024-01-11"):
        await it.taught(day, held=False)
    (teaching,) = [each for each in await it.warnings() if each["rule"] == "R11" and each["year"] == 2024]
    assert (teaching["expected"], teaching["expected_at_most"], teaching["planned"], teaching["held"]) == (1, 2, 3, 0)
    assert teaching["causes"] == ["plan_deviates", "not_held"]


async def test_a_dialogue_meeting_counts_for_whom_it_was_with_and_a_round_once(world: World) -> None:
    it = await municipal(world)
    await it.plan()
    (there, away, _), day = it.municipalities, MONTHS[10]
    for place in (0, 0):
        await it.dialogue("held", of=place, plan_row=10, **hours(day))
    made = await it.dialogue("planned", of=1, plan_row=10, **hours(day))
    path = f"/v1/meetings/{made['id']}"
    await it.agency.act(f"{path}/invite")
    held = await it.agency.act(
        f"{path}/hold", {"attendance": [{"organisation_id": it.agency.organisation_id, "persons": 2}]}
    )
    assert held.status_code == 200, held.text
    found = {each["municipality_id"]: each["held"] for each in await it.warnings() if each["year"] == 2024}
    assert (found[there.organisation_id], found[away.organisation_id]) == (1, 0)


def test_a_year_that_is_not_over_is_judged_by_the_plan_alone() -> None:
    found = findings(meeting_plan(), [], [], frozenset(), this_year=2024)
    causes = {(each.code, each.year): each.causes for each in found}
    assert causes[PlanWarning.DEVELOPMENT_MEETINGS, 2023] == (WarningCause.NOT_HELD,)
    assert (PlanWarning.DEVELOPMENT_MEETINGS, 2024) not in causes
    assert WarningCause.NOT_HELD in causes[PlanWarning.DEVELOPMENT_MEETINGS, 2023]
    assert causes[PlanWarning.DEVELOPMENT_MEETINGS, 2025] == (WarningCause.PLAN_DEVIATES,)
