from collections import defaultdict
from typing import Any

import polars as pl
import pytest

from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.microdata import Microdata
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, Case, case, programme

YEARS = (2022, 2023, 2024)


def rows_of(one: Case, row: dict[str, Any]) -> list[dict[str, Any]]:
    """The costs that a published line is about, from the microdata."""
    programmes = {each["person"]: each["programme"] for each in one.persons}
    return [
        each
        for each in one.microdata.costs.to_dicts()
        if each["course_type"] == row["course_type"]
        and str(each["year"]) == row["period"]
        and row["place_code"] in (each["project"], programmes[each["person"]])
    ]


def _sum(rows: list[dict[str, Any]], by: str, what: str) -> dict[str, float]:
    sums: dict[str, float] = defaultdict(float)
    for row in rows:
        sums[row[by]] += row[what]
    return sums


@pytest.mark.parametrize("seed", range(1, 4))
def test_every_cost_is_of_enough_courses_and_workers_and_the_truth_rounded(seed: int) -> None:
    one = case(seed)
    published = one.built.cost.filter(pl.col("status") == "published")
    assert published.height > 10
    for row in published.iter_rows(named=True):
        rows = rows_of(one, row)
        courses = {each["course"] for each in rows}
        assert len(courses) >= 10
        assert len({each["staff"] for each in rows}) >= 3
        for by in ("staff", "course"):
            for what in ("hours", "dkk"):
                sums = _sum(rows, by, what)
                assert max(sums.values()) <= 0.5 * sum(sums.values())
        assert abs(row["mean_hours"] - sum(each["hours"] for each in rows) / len(courses)) <= 0.25 + 1e-9
        assert abs(row["mean_dkk"] - sum(each["dkk"] for each in rows) / len(courses)) <= 50 + 1e-9
        assert row["mean_dkk"] % 100 == 0
        assert abs(row["n"] - len(courses)) <= 5


@pytest.mark.parametrize("seed", range(1, 4))
def test_a_programmes_costs_leave_nobody_or_ten_courses_beside_its_projects(seed: int) -> None:
    one = case(seed)
    published = one.built.cost.filter(pl.col("status") == "published").to_dicts()
    sets = {
        (row["period"], row["course_type"], row["place_code"]): {each["course"] for each in rows_of(one, row)}
        for row in published
    }
    for (period, kind, place), whole in sets.items():
        inside = [part for other, part in sets.items() if other[:2] == (period, kind) and part < whole]
        if inside:
            assert not 0 < len(whole.difference(*inside)) < 10, place
            assert not any(0 < len(whole - part) < 10 for part in inside)


def _with_costs(costs: pl.DataFrame) -> pl.DataFrame:
    whole = programme(1)
    changed = Microdata(whole.persons, costs, whole.tallies, whole.taken_at, whole.places)
    return build(changed, DECLARED, SECRET, "r", YEARS).cost


def test_one_who_makes_up_more_than_half_hides_the_sum() -> None:
    costs = programme(1).costs
    usual = _with_costs(costs).filter((pl.col("place_code") == "project-01") & (pl.col("status") == "published"))
    assert usual.height
    large = costs.with_columns(
        pl.when(pl.col("staff") == "project-01-worker-1").then(pl.col("hours") * 100).otherwise("hours").alias("hours")
    )
    assert (
        _with_costs(large).filter((pl.col("place_code") == "project-01") & (pl.col("status") == "published")).is_empty()
    )


def test_two_workers_are_too_few() -> None:
    two = programme(1).costs.with_columns(
        pl.col("project") + "-worker-" + (pl.int_range(pl.len()) % 2).cast(pl.String).alias("staff")
    )
    shown = _with_costs(two.with_columns(pl.col("project").alias("staff"))).filter(pl.col("status") == "published")
    assert not set(shown["place_level"]) & {"project", "others"}
