"""Each attack against figures small enough to check with a pencil."""

from collections.abc import Iterable, Mapping
from typing import Any

import numpy as np
import polars as pl
import pytest

from app.evaluation.attack.besides import known_but_for_a_few, known_but_for_a_few_by_rows, newly_together
from app.evaluation.attack.counts import known
from app.evaluation.attack.differences import between_pairs, between_releases, between_threes
from app.evaluation.attack.homogeneity import alike
from app.evaluation.attack.linear import ContradictionError, System, deduced, tightened
from app.evaluation.attack.perturbation import impossible, unlike_declared
from app.evaluation.attack.ranks import determined_groups
from app.evaluation.attack.relations import Public
from app.evaluation.attack.sets import left_over, overexposed, too_few
from app.evaluation.disclosure.besides import known_to_each
from app.evaluation.disclosure.declared import declared
from app.evaluation.disclosure.noise import perturbation
from tests.evaluation.attack.by_hand import EXACT, behind, cell, cells, ledger, members, snapshot_of

QUARTER = {"period_type": "quarter"}
NOISY = perturbation(declared().noise)


def test_one_hidden_quarter_is_the_year_less_the_others() -> None:
    shown = cells(
        cell(40),
        *(cell(n, period=f"2023Q{quarter}", **QUARTER) for quarter, n in enumerate((12, 11, None, 14), start=1)),
    )

    found = known(shown, EXACT, Public("p")).given_away()

    assert set(found.values()) == {(3, 3)}


def test_two_tables_together_give_away_what_neither_does() -> None:
    """Projects by quarter and projects by track share no cell, but the year's total of each project."""
    places = {"place_level": "project"}
    shown = cells(
        *(
            cell(n, period=f"2023Q{quarter}", place_code="a", **QUARTER, **places)
            for quarter, n in enumerate((10, 11, 12, 13), start=1)
        ),
        cell(44, place_code="a", track="victim", **places),
        cell(None, place_code="a", track="perpetrator", **places),
    )

    found = known(shown, EXACT, Public("p")).given_away()

    assert set(found.values()) == {(2, 2)}


def test_two_hidden_cells_are_given_away_together_though_neither_is_alone() -> None:
    quarters = ((20, 1), (20, 2), (None, 3), (None, 4))
    shown = cells(cell(43), *(cell(n, period=f"2023Q{quarter}", **QUARTER) for n, quarter in quarters))

    found = known(shown, EXACT, Public("p")).given_away()

    # Either may be 0 to 3; but that both together are 3 is told exactly: the half-year that nobody shows.
    assert set(found.values()) == {(3, 3)}


def test_the_noise_hides_what_suppression_does_not() -> None:
    noise = (12, 11, 5, 14)
    shown = cells(cell(40), *(cell(n, period=f"2023Q{quarter}", **QUARTER) for quarter, n in enumerate(noise, start=1)))

    assert known(shown, NOISY, Public("p")).given_away() == {}


def test_whoever_lives_in_no_known_municipality_leaves_the_sum_open() -> None:
    towns = {"place_level": "municipality"}
    shown = cells(cell(40), cell(37, place_code="0101", **towns), cell(None, place_code="0147", **towns))

    assert known(shown, EXACT, Public("p")).given_away() == {}


def test_the_programme_narrows_where_the_sums_one_by_one_cannot() -> None:
    """x + y = 10, y + z = 10, z + x = 10 for integers from 0 to 10: each is 5, but no sum alone says so."""
    low, high = np.zeros(6), np.array([10.0, 10.0, 10.0, 10.0, 10.0, 10.0])
    low[3:] = 10
    system = System.of(low, high, [(3, [0, 1]), (4, [1, 2]), (5, [2, 0])])

    assert (tightened(system)[1][:3] == 10).all()
    assert deduced(system, np.arange(3)) == {0: (5, 5), 1: (5, 5), 2: (5, 5)}


def test_figures_that_cannot_all_be_true_are_no_answer() -> None:
    with pytest.raises(ContradictionError):
        tightened(System.of(np.array([3.0, 1.0, 1.0]), np.array([3.0, 1.0, 1.0]), [(0, [1, 2])]))


def test_two_means_that_differ_by_few() -> None:
    found = list(between_pairs(members(behind(range(20)), behind(range(17), track="victim")), 10))

    assert [each.persons for each in found] == [3]
    assert list(between_pairs(members(behind(range(20)), behind(range(10), track="victim")), 10)) == []
    assert list(between_pairs(members(behind(range(20)), behind(range(20), track="victim")), 10)) == []


def test_a_mean_less_two_others() -> None:
    rows = behind(range(40)), behind(range(20), track="victim"), behind(range(20, 35), track="perpetrator")

    assert not list(between_pairs(members(*rows), 10))
    assert [each.persons for each in between_threes(members(*rows), 10)] == [5]


def test_a_count_made_again_after_somebody_has_gone() -> None:
    counts = {"file": "cells", "measure": "started"}
    again = members(behind(range(20), **counts), behind(range(1, 20), release="r2", **counts))
    other = members(behind(range(20), **counts), behind(range(20, 39), release="r2", **counts))

    assert [each.persons for each in between_releases(again, 10)] == [1]
    assert not list(between_releases(other, 10))


def test_what_is_left_of_a_whole_when_all_its_parts_are_taken_away() -> None:
    parts = [behind(range(12 * at, 12 * at + 12), place_level="project", place_code=f"{at}") for at in range(4)]

    found = list(left_over(members(behind(range(52)), *parts), 10))

    assert ["4 persons are left" in each.what for each in found] == [True]


def test_too_few_and_too_often() -> None:
    assert [each.what for each in too_few(members(behind(range(9))), 10)] == ["rests on 9 persons, fewer than 10"]
    seven = [behind(range(20), place_code=f"{at}") for at in range(7)]
    assert len(list(overexposed(members(*seven), 6))) == 1
    assert not list(overexposed(members(*seven[:6]), 6))


def test_overlapping_means_determine_what_no_pair_or_three_of_them_does() -> None:
    """Four overlapping groups, each 10 or more apart from any other; one combination of all leaves 4 persons."""
    a, b, c, d = (set(range(start, start + 15)) for start in (0, 100, 200, 300))
    few = set(range(400, 404))
    rows = [behind(a | b), behind(b | c), behind(c | d), behind(a | d | few)]

    found = [each for each, _ in determined_groups(members(*rows), 10)]

    assert not list(between_pairs(members(*rows), 10))
    assert not list(between_threes(members(*rows), 10))
    assert ["4 figures together tell of 4 persons" in each.what for each in found] == [True]


def test_a_class_that_is_all_alike() -> None:
    outcome = {"file": "cells", "measure": "benefit", "table": "outcome_people"}
    rows = behind(range(19), category="4_5", **outcome), behind(range(30, 32), category="3", **outcome)

    assert len(list(alike(members(*rows), 2, 0.9))) == 1
    assert not list(alike(members(*rows), 2, 0.95))
    assert len(list(alike(members(rows[0]), 2, 1.0))) == 1


def test_the_noise_is_looked_at_itself() -> None:
    counts = {"file": "cells", "measure": "started"}
    figures = members(*(behind(range(100 * at, 100 * at + 20 + at), place_code=f"{at}", **counts) for at in range(60)))
    noise = np.random.default_rng(0)
    usual = NOISY.row(20)
    shown = figures.sizes + noise.choice(list(usual), len(figures.figures), p=list(usual.values())) - 20

    assert not list(unlike_declared(figures, shown.tolist(), NOISY))
    assert not list(impossible(figures, shown.tolist(), NOISY))
    assert any("carry no noise" in each.what for each in unlike_declared(figures, figures.sizes.tolist(), NOISY))
    assert len(list(impossible(figures, (figures.sizes + 6).tolist(), NOISY))) == 60
    assert any("mean" in each.what for each in unlike_declared(figures, (shown + 3).tolist(), NOISY))


def test_what_is_out_is_not_judged_by_whom_one_knows_now() -> None:
    """Of somebody who is gone since, the snapshot does not say whose answers those were."""
    out = [behind(range(30)), behind(range(29), table="outcome_people")]
    cases = pl.DataFrame({"person": [str(each) for each in range(60)]}).with_columns(case="person")
    known = pl.DataFrame([{"variable": "who5_end", "by": "ngo", "persons": ["0", "1", "40"]}])

    def found(*fresh: Mapping[str, object]) -> set[str]:
        rows = known_but_for_a_few("r2", ledger(*out, *fresh), cases, known, declared())
        return {each.what for each in rows}

    assert (
        found(behind(range(30, 60), release="r2"), behind([*range(15), *range(40, 60)], release="r2", track="t"))
        == set()
    )
    assert any("differs by 1 persons" in each for each in found(behind(range(28), release="r2")))


def test_what_one_knew_of_those_who_are_gone_is_known_still() -> None:
    out, fresh = behind(range(40)), behind(range(30), release="r2")
    gone = known_to_each(snapshot_of(range(30, 38)))
    cases = pl.DataFrame({"person": [str(each) for each in range(40)]}).with_columns(case="person")

    def found(*knew: pl.DataFrame) -> set[str]:
        known = known_to_each(snapshot_of([]), *knew)
        rows = known_but_for_a_few("r2", ledger(out, fresh), cases, known, declared())
        return {each.what for each in rows}

    assert found() == set()
    assert any("differs by 2 persons" in each for each in found(gone))


def test_what_is_new_is_told_by_who_they_are_and_not_by_its_words() -> None:
    """Two who follow from what is out are split by a figure of now, and another two follow in the same words."""
    old, told, *others = (range(2), range(10, 12), *(range(at, at + 40) for at in (100, 200, 300, 400)))
    out = [behind([*old, *told, *others[0]]), behind([*told, *others[0]], table="outcome_people")]
    chained = (
        behind([*others[0], *others[1]], release="r2", track="a"),
        behind([*others[1], *others[2]], release="r2", track="b"),
        behind(others[2], release="r2", track="c"),
    )
    splitting = [behind([each, *others[3]], release="r2", track="d") for each in (0, 10)]

    for fresh in (chained, *((*chained, each) for each in splitting)):
        found = newly_together(members(*out, *fresh).reached_from("r2"), "r2", 10)
        assert any("together tell of 2 persons" in each.what for each in found)
    for each in splitting:
        assert not list(newly_together(members(*out, each).reached_from("r2"), "r2", 10))


def test_rows_that_tell_of_another_few_in_the_same_words_tell_more() -> None:
    """Two follow from what is out; with rows of fifteen others another two do, by the same figure."""
    old, told, *others = (range(2), range(2, 4), *(range(100 * at, 100 * at + 40) for at in range(1, 6)))
    had = range(900, 915)
    figures = (
        behind([*old, *told, *others[0]]),
        behind([*told, *others[0], *others[1]], track="a"),
        behind([*others[1], *others[2]], track="b"),
        behind(others[2], track="c"),
        behind([*old, *others[0], *others[3], *had], sex="d"),
        behind([*others[3], *others[4]], sex="e"),
        behind(others[4], sex="f"),
    )

    def found(rows: Iterable[int]) -> set[Any]:
        return set(known_but_for_a_few_by_rows(ledger(*figures), frozenset(map(str, rows)), declared()))

    assert not found(had) <= found([])
