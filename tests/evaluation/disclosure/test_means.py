from collections.abc import Iterable, Mapping, Sequence
from itertools import combinations
from statistics import fmean, stdev
from typing import Any

import polars as pl
import pytest

from app.evaluation.disclosure.build import build
from app.evaluation.disclosure.declared import PLACE
from app.evaluation.disclosure.together import Together
from tests.evaluation.disclosure.conftest import DECLARED, SECRET, Case, case, programme
from tests.evaluation.disclosure.truth import MEANS

YEARS = (2022, 2023, 2024)
UNITS = {"who5": 1.0, "recovery": 1.0, "benefit": 0.5, "sessions": 0.5, "hours": 0.5}


def shown(one: Case, file: str = "means") -> list[tuple[dict[str, Any], list[dict[str, Any]]]]:
    """Each published mean, with the persons that it is of."""
    people = {each["person"]: each for each in one.persons}
    lines = one.built.ledger.filter(pl.col("file") == file).select(*PLACE, "persons")
    rows = one.built.published()[file].filter(pl.col("status") == "published").join(lines, on=PLACE, validate="m:1")
    return [(row, [people[each] for each in row.pop("persons")]) for row in rows.iter_rows(named=True)]


@pytest.mark.parametrize("seed", range(1, 5))
@pytest.mark.parametrize("citizens", [300, 1000])
def test_every_mean_is_of_enough_persons_and_cases_with_some_spread(seed: int, citizens: int) -> None:
    for row, persons in shown(case(seed, citizens)):
        assert len(persons) >= 10
        assert len({each["case"] for each in persons}) >= 8
        assert row["sd"] > 0
        for variable in MEANS[row["measure"]]:
            assert len({each[variable] for each in persons}) > 1


def test_every_mean_is_the_truth_rounded(usual: Case) -> None:
    for row, persons in shown(usual):
        unit = UNITS[row["measure"]] / (2 if len(persons) >= 30 else 1)
        first, *last = MEANS[row["measure"]]
        if last:
            start, end = ([each[name] for each in persons] for name in (first, *last))
            change = [after - before for before, after in zip(start, end, strict=True)]
            told = {"start": fmean(start), "end": fmean(end), "change": fmean(change), "sd": stdev(change)}
            assert row["mean"] is None
        else:
            values = [each[first] for each in persons]
            told = {"mean": fmean(values), "sd": stdev(values)}
            assert row["start"] is row["end"] is row["change"] is None
        for name, value in told.items():
            assert abs(row[name] - value) <= unit / 2 + 1e-6
            assert abs(row[name] / unit - round(row[name] / unit)) < 1e-6


def isolated(sets: Mapping[Any, frozenset[str]], fewest: int) -> list[tuple[Any, ...]]:
    """Differences of a set and one or two of its parts, and of a union and all parts in it, that are about few."""
    found: list[tuple[Any, ...]] = []
    for name, whole in sets.items():
        parts = [other for other, part in sets.items() if part < whole]
        for one in parts:
            if 0 < len(whole - sets[one]) < fewest:
                found.append((name, one))
        for one, other in combinations(parts, 2):
            if 0 < len(whole - sets[one] - sets[other]) < fewest:
                found.append((name, one, other))
        for level in ("outcome_place", "outcome_people"):
            of_level = [sets[each] for each in parts if each[0] == level]
            if of_level and 0 < len(whole.difference(*of_level)) < fewest:
                found.append((name, level))
    return found


@pytest.mark.parametrize("seed", range(1, 4))
@pytest.mark.parametrize("citizens", [300, 1000])
def test_nothing_that_follows_from_several_means_is_about_a_few(seed: int, citizens: int) -> None:
    one = case(seed, citizens)
    for measure in DECLARED.means:
        sets = {
            tuple(row[each] for each in PLACE): frozenset(each["person"] for each in persons)
            for row, persons in shown(one)
            if row["measure"] == measure
        }
        assert isolated(sets, 10) == []
        places = {at: persons for at, persons in sets.items() if at[0] == "outcome_place"}
        for tracks in (*((each,) for each in DECLARED.tracks), (*DECLARED.tracks, "all")):
            whole = _union(places[at] for at in places if at[3] == "programme" and at[5] in tracks)
            parts = _union(part for at, part in places.items() if at[3] != "programme" and part <= whole)
            assert not 0 < len(whole - parts) < 10 or not parts


def _union(sets: Iterable[frozenset[str]]) -> frozenset[str]:
    return frozenset[str]().union(*sets)


def _sets(*sets: tuple[tuple[str, ...], range], minimum: int = 10, out: Sequence[range] = ()) -> list[tuple[str, ...]]:
    rows = [(*at, str(person)) for at, persons in sets for person in persons]
    members = pl.DataFrame(rows, schema=[*PLACE, "person"], orient="row")
    behind = [frozenset(map(str, each)) for each in out]
    return Together.of([at for at, _ in sets], members, minimum, out=behind).settle()


def _at(level: str, code: str, table: str = "outcome_place", sex: str = "all") -> tuple[str, ...]:
    return (table, "cohort", "2022", level, code, "victim", sex, "all", "who5")


def test_a_part_that_leaves_a_few_is_withdrawn_and_one_that_leaves_ten_is_not() -> None:
    whole = (_at("programme", "p"), range(100))
    assert len(_sets(whole, (_at("project", "a"), range(90)), (_at("project", "b"), range(90, 100)))) == 3
    women = (_at("programme", "p", "outcome_people", "female"), range(91))
    assert _sets(whole, women) == [whole[0]]
    assert len(_sets(whole, (women[0], range(90)))) == 2


def test_what_leaves_a_few_with_what_is_out_is_not_shown() -> None:
    whole, part = (_at("programme", "p"), range(100)), (_at("project", "a"), range(40))
    assert len(_sets(whole, part, out=[range(100, 200), range(100, 195)])) == 2
    assert _sets(whole, part, out=[range(35)]) == [whole[0]]
    assert _sets(whole, part, out=[range(60), range(60, 95)]) == [part[0]]


def test_two_parts_that_leave_a_few_are_not_shown_together() -> None:
    whole = (_at("programme", "p"), range(100))
    parts = [(_at("project", "a"), range(50)), (_at("project", "b"), range(50, 95))]
    left = _sets(whole, *parts)
    assert left == [part[0] for part in parts]  # a project's only mean stays before the programme's


def test_a_project_keeps_its_only_mean() -> None:
    whole = (_at("programme", "p"), range(100))
    several = [(_at("project", f"{number}"), range(number * 16, number * 16 + 16)) for number in range(6)]
    assert {at[3] for at in _sets(whole, *several)} == {"project"}


def test_people_are_withdrawn_before_places() -> None:
    whole = (_at("programme", "p"), range(100))
    place = (_at("project", "a"), range(60))
    women = (_at("programme", "p", "outcome_people", "female"), range(60, 95))
    assert _sets(whole, place, women) == [whole[0], place[0]]


@pytest.mark.parametrize("years", [YEARS, (2023,), (2024,)])
def test_every_project_with_thirty_completers_has_a_mean(years: tuple[int, ...]) -> None:
    compared = 0
    for seed in range(1, 4):
        one = case(seed, 1000, years)
        having = {row["place_code"] for row, _ in shown(one) if row["measure"] == "who5"}
        completers: dict[str, int] = {}
        for each in one.persons:
            if each["ended_on"] is not None and each["ended_on"].year in years:
                completers[each["project"]] = completers.get(each["project"], 0) + 1
        large = {project for project, number in completers.items() if number >= 30}
        compared += len(large)
        assert large <= having
    assert compared >= 1


def test_the_change_that_is_told_is_not_biased() -> None:
    told, true = [], []
    for seed in range(1, 4):
        one = case(seed)
        for row, persons in shown(one):
            if row["measure"] == "who5":
                told.append(row["change"])
                true.append(fmean(each["who5_end"] - each["who5_start"] for each in persons))
    assert len(told) > 40
    assert abs(fmean(told) - fmean(true)) <= 0.1
    assert all(abs(one - other) <= 0.5 for one, other in zip(told, true, strict=True))


def test_the_programmes_change_is_told() -> None:
    """Every citizen who ended is in it, so that it is the programme's own effect within half a point."""
    for seed in range(1, 4):
        rows = [
            (row["change"], row["n"])
            for row, _ in shown(case(seed))
            if row["measure"] == "who5" and row["place_level"] == "programme" and row["table"] == "outcome_place"
        ]
        changes = [
            each["who5_end"] - each["who5_start"]
            for each in case(seed).persons
            if None not in (each["who5_start"], each["who5_end"]) and each["ended_on"].year <= 2024
        ]
        assert sum(n for _, n in rows) > 0.9 * len(changes)
        mean = sum(change * n for change, n in rows) / sum(n for _, n in rows)
        assert abs(mean - fmean(changes)) <= 0.5


def test_where_all_are_alike_nothing_is_told() -> None:
    microdata = programme(1)
    alike = type(microdata)(
        microdata.persons.with_columns(
            pl.when(pl.col("who5_end").is_not_null()).then(pl.col("who5_start") + 20).alias("who5_end"),
            pl.when(pl.col("benefit").is_not_null()).then(4.0).alias("benefit"),
        ),
        microdata.costs,
        microdata.tallies,
        microdata.taken_at,
        microdata.places,
    )
    means = build(alike, DECLARED, SECRET, "r", YEARS).means.filter(pl.col("status") == "published")
    assert not set(means["measure"]) & {"who5", "benefit"}
    assert set(means["measure"]) >= {"recovery", "sessions"}
