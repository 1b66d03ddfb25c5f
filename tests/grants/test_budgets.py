"""Budgets that break each rule by one øre; changes that wait for approval; carry-over at its limits."""

from datetime import timedelta
from typing import Any

import pytest

from app.common.days import today
from app.grants.budgets import needs_approval
from app.grants.rules import rules_of
from app.grants.tables import CARRY_OVER_OERE, CARRY_OVER_PERCENT
from app.organisations.states import Programme
from tests.grants.support import BEK, YEAR, Application, drafted, granted, line, refused
from tests.resources.support import code_of, faults
from tests.support.world import JSON, World

EQUIPMENT = 5_000_000
CARRY = 10_000_000


async def judged(world: World, *lines: JSON, amount_oere: int | None = None) -> Any:
    """What submission says of a budget."""
    it = await drafted(world)
    await it.complete(*lines)
    if amount_oere is not None:
        assert (await it.patch(amount_oere=amount_oere)).status_code == 200
    return await it.act("submit")


@pytest.mark.parametrize("off", [-1, 1])
async def test_the_budget_agrees_with_the_application_to_the_oere(world: World, off: int) -> None:
    answer = await judged(world, line(60_000_000), line(40_000_000, "premises"), amount_oere=100_000_000 + off)
    assert refused(answer) == [("/amount_oere", "bek_267_2022_budget_agrees")]


async def test_equipment_is_below_the_limit_of_each_calendar_year(world: World) -> None:
    over = (line(EQUIPMENT - 1, "equipment"), line(1, "equipment"), line(EQUIPMENT - 1, "equipment", YEAR + 1))
    answer = await judged(world, *over)
    assert refused(answer) == [("/budget_lines/1/amount_oere", "bek_267_2022_section_12_8")]
    within = (line(EQUIPMENT - 1, "equipment"), line(EQUIPMENT - 1, "equipment", YEAR + 1), line(EQUIPMENT))
    assert (await judged(world, *within)).status_code == 200


@pytest.mark.parametrize(
    ("bad", "at", "rule"),
    [
        (line(1, "contingency"), "category", "bek_267_2022_section_8_contingency"),
        (line(1, "overhead"), "category", "bek_267_2022_section_8_overhead"),
        (line(1, "other", note="Til uforudsete udgifter"), "note", "bek_267_2022_section_8_contingency"),
        (line(1, "office_costs", note="Overhead, 7 %"), "note", "bek_267_2022_section_8_overhead"),
        (line(1, "not_eligible_construction"), "category", "bek_267_2022_section_13"),
        (line(1, "maturation_activities"), "category", "bek_267_2022_section_12"),
        (line(1, note=None), "note", "bek_267_2022_budget_notes"),
        (line(1, year=YEAR + 3), "year", "bek_267_2022_budget_period"),
        (line(1, year=YEAR - 1), "year", "bek_267_2022_budget_period"),
    ],
)
async def test_one_oere_in_a_wrong_line_is_refused_by_its_rule(world: World, bad: JSON, at: str, rule: str) -> None:
    assert refused(await judged(world, line(99_999_999), bad)) == [(f"/budget_lines/1/{at}", rule)]


WORDS = {
    "overhead": (
        *("Overheadbidrag 7 %", "Administrationsbidraget", "Administrationsomkostninger 7 %", "Projektoverhead"),
        *("Fællesomkostninger", "Uden moms; overhead", "Ikke overhead, men administrationsbidrag"),
    ),
    "contingency": ("Bufferpost", "Uforudsigelige udgifter", "Til det uforudsete", "Budgetreserven", "Reservepulje"),
}


async def test_words_are_known_in_their_compounds(world: World) -> None:
    notes = [(note, f"bek_267_2022_section_8_{rule}") for rule, each in WORDS.items() for note in each]
    lines = [line(1, "other", note=note) for note, _ in notes]
    found = refused(await judged(world, *lines))
    assert found == [(f"/budget_lines/{place}/note", rule) for place, (_, rule) in enumerate(notes)]


async def test_words_that_only_look_alike_or_are_denied_are_fine(world: World) -> None:
    notes = (
        *("Reservedele til projektor", "Bil til møder, uden overhead", "Leje, ekskl. overhead og buffer"),
        *(
            "Overheadprojektor",
            "Administrationsmedarbejder, 0,2 årsværk",
            "Vi reserverer lokaler",
            "Ingen hensættelser",
        ),
    )
    assert (await judged(world, *(line(1, "other", note=note) for note in notes))).status_code == 200


async def test_amounts_are_whole_positive_oere(world: World) -> None:
    it = await drafted(world)
    for amount in (0, -1, 1.5, "1", True, 10**12):
        answer = await it.budget({**line(1), "amount_oere": amount})
        assert (answer.status_code, faults(answer)[0][0]) == (422, "/budget_lines/0/amount_oere"), amount


# --- changes ----------------------------------------------------------------------------------------


async def proposed(it: Application, *lines: JSON) -> Any:
    body = {"budget_lines": list(lines), "reason": "Ændrede behov."}
    return await it.applicant.post(f"{it.path}/amendments", body)


async def test_a_change_is_used_once_it_is_approved_and_the_old_stays(world: World) -> None:
    it = await granted(world, line(100_000_000))
    account = await it.account()
    made = await proposed(it, line(90_000_000), line(10_000_000, "premises"))
    assert (made.status_code, made.json()["status"], made.json()["budget_version"]) == (201, "proposed", 2)
    assert (await it.read("/budget"))["budget_version"] == 1
    assert refused(await it.voucher(account, 1, "premises")) == [("/category", "bek_267_2022_section_17")]
    again = await proposed(it, line(100_000_000))
    assert (again.status_code, code_of(again)) == (409, "proposal-pending")
    own = await it.applicant.act(f"{made.headers['location']}/approve", {"note": "Ja."})
    assert (own.status_code, own.json()["allowed"]) == (409, ["withdrawn"])
    approved = await it.agency.act(f"{made.headers['location']}/approve", {"note": "Ja."})
    assert (approved.status_code, approved.json()["decision_note"]) == (200, "Ja.")
    assert (await it.voucher(account, 1, "premises")).status_code == 201
    versions = (await it.read("/amendments"))["items"]
    assert [(each["budget_version"], each["status"]) for each in versions] == [(2, "in_force"), (1, "superseded")]
    assert versions[1]["budget_lines"] == [line(100_000_000)]


@pytest.mark.parametrize("off", [-1, 1])
async def test_a_change_agrees_with_the_grant_to_the_oere(world: World, off: int) -> None:
    it = await granted(world, line(100_000_000))
    answer = await proposed(it, line(100_000_000 + off))
    assert refused(answer) == [("/budget_lines", "bek_267_2022_budget_agrees")]


async def test_a_change_keeps_the_rules_and_can_be_rejected_or_withdrawn(world: World) -> None:
    it = await granted(world, line(100_000_000))
    bad = await proposed(it, line(100_000_000 - EQUIPMENT), line(EQUIPMENT, "equipment"))
    assert refused(bad) == [("/budget_lines/1/amount_oere", "bek_267_2022_section_12_8")]
    first = await proposed(it, line(100_000_000))
    rejected = await it.agency.act(f"{first.headers['location']}/reject", {"note": "Nej."})
    assert rejected.json()["status"] == "rejected"
    second = await proposed(it, line(100_000_000))
    assert (await it.applicant.act(f"{second.headers['location']}/withdraw")).json()["status"] == "withdrawn"
    assert (await it.read("/budget"))["budget_version"] == 1


# --- carry-over (§ 18) -------------------------------------------------------------------------------


async def carried(it: Application, amount: int, category: str = "salaries", **members: Any) -> Any:
    body = {
        "from_year": YEAR,
        "to_year": YEAR + 1,
        "carried": [{"category": category, "amount_oere": amount, "note": "Senere ansættelse"}],
        "reason": "Ansættelsen faldt senere.",
        **members,
    }
    return await it.applicant.post(f"{it.path}/carry-overs", body)


@pytest.mark.parametrize(
    ("year_oere", "moved", "status"),
    [
        (50_000_000, 4_999_999, "in_force"),  # one øre below 10 %
        (50_000_000, 5_000_000, "proposed"),  # 10 % is not below 10 %
        (100_000_001, CARRY, "in_force"),  # DKK 100,000 is at most DKK 100,000, and just below 10 %
        (100_000_000, CARRY, "proposed"),
        (200_000_000, CARRY, "in_force"),
        (200_000_000, CARRY + 1, "proposed"),
        (99_999_995, 9_999_999, "in_force"),  # 9.9999995 %
        (99_999_990, 9_999_999, "proposed"),  # 10 % exactly
    ],
)
async def test_carry_over_is_free_below_both_limits(world: World, year_oere: int, moved: int, status: str) -> None:
    it = await granted(world, line(year_oere), line(30_000_000, year=YEAR + 1))
    answer = await carried(it, moved)
    found = answer.json()
    assert (answer.status_code, found["status"], found["decided_at"]) == (201, status, None)
    assert (found["moved_oere"], found["year_oere"]) == (moved, year_oere)
    assert found["total_oere"] == year_oere + 30_000_000
    assert (await it.read("/budget"))["budget_version"] == (2 if status == "in_force" else 1)
    if status == "proposed":
        approved = await it.agency.act(f"{answer.headers['location']}/approve", {"note": "Ja."})
        assert approved.json()["status"] == "in_force"
    assert (await it.read("/budget"))["budget_lines"] == [
        line(year_oere - moved), line(30_000_000, year=YEAR + 1), line(moved, year=YEAR + 1, note="Senere ansættelse")
    ]  # fmt: skip


async def test_small_steps_do_not_pass_the_limit_together(world: World) -> None:
    it = await granted(world, line(50_000_000), line(10_000_000, year=YEAR + 1))
    assert (await carried(it, 2_500_000)).json()["status"] == "in_force"
    last = await carried(it, 2_499_999)
    assert (last.json()["status"], last.json()["moved_oere"], last.json()["year_oere"]) == (
        "in_force", 4_999_999, 50_000_000
    )  # fmt: skip
    assert (await carried(it, 1)).json()["status"] == "proposed"


async def test_only_what_is_left_is_carried_to_a_later_year(world: World) -> None:
    it = await granted(world, line(200_000_000), line(10_000_000, "premises"), line(1, year=YEAR + 1))
    account = await it.account()
    assert (await it.voucher(account, 9_000_000, "premises")).status_code == 201
    unavailable = "bek_267_2022_section_18_available"
    assert refused(await carried(it, 1_000_001, "premises")) == [("/carried", unavailable)]
    assert refused(await carried(it, 10_000_001, "premises")) == [("/carried", unavailable)]
    assert refused(await carried(it, 1, to_year=YEAR)) == [("/to_year", unavailable)]
    assert refused(await carried(it, 1, from_year=YEAR + 1)) == [("/to_year", unavailable)]
    assert refused(await carried(it, 1, to_year=YEAR + 3)) == [("/to_year", unavailable)]
    assert (await carried(it, 1_000_000, "premises")).json()["status"] == "in_force"


async def test_carried_equipment_counts_in_the_year_it_goes_to(world: World) -> None:
    it = await granted(
        world, line(200_000_000), line(2, "equipment"), line(EQUIPMENT - 2, "equipment", YEAR + 1)
    )  # fmt: skip
    assert refused(await carried(it, 2, "equipment")) == [("/budget_lines/2/amount_oere", "bek_267_2022_section_12_8")]
    assert (await carried(it, 1, "equipment")).status_code == 201


def test_the_limits_of_the_table_are_those_of_the_data() -> None:
    for programme in Programme:
        limits = rules_of(programme).carry_over
        assert (limits.at_most_oere, limits.below_percent) == (CARRY_OVER_OERE, CARRY_OVER_PERCENT)


def test_the_limit_is_exact_for_sums_that_no_float_holds() -> None:
    year = 90_071_992_547_409_930
    assert needs_approval(BEK, year // 10, year)
    assert needs_approval(BEK, 10_000_001, year)
    assert not needs_approval(BEK, 10_000_000, year)


async def test_in_the_municipal_programme_years_and_limit_are_the_projects(world: World) -> None:
    party = await world.party("randers-coordinator")
    since = today() - timedelta(days=400)
    starts = since.replace(day=min(since.day, 28))
    body = {
        "project_id": world.project("maturation"), "title": "Modning", "purpose": "Ja.", "amount_oere": EQUIPMENT + 1,
        "starts_on": starts.isoformat(), "ends_on": (starts + timedelta(days=700)).isoformat(), "checklist": [],
    }  # fmt: skip
    made = await party.post("/v1/grants", body)
    assert made.status_code == 201, made.text
    it = Application(party, await world.party("agency-secretary"), made.json())
    year = starts.year if (starts.month, starts.day) >= (10, 1) else starts.year - 1
    await it.attach("application_form")
    answers: list[JSON] = [
        {"item": item, "fulfilled": True, "words": "Ja.", "attachment_ids": []}
        for item in ("matures_the_model", "evaluation_cooperation")
    ]
    assert (await it.patch(checklist=answers)).status_code == 200
    await it.budget(line(EQUIPMENT + 1, "equipment", year))
    assert refused(await it.act("submit")) == [("/budget_lines/0/amount_oere", "bek_767_2022_section_12_6")]
    await it.patch(amount_oere=EQUIPMENT)
    await it.budget(line(EQUIPMENT, "equipment", year))
    assert (await it.act("submit")).status_code == 200
