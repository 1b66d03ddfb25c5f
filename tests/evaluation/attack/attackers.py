"""Attackers by what they know: of rows, of tables, and of what changes between two looks.

Each answers with the part of its targets that it got right and was certain of (or, where it guesses, got right).
"""

from collections.abc import Mapping, Sequence
from typing import Any

import numpy as np
import polars as pl

from app.evaluation.attack.audit import public
from app.evaluation.attack.counts import ANY, Bounds, known
from app.evaluation.attack.linear import tightened
from app.evaluation.disclosure.declared import COORDINATES, PLACE, PUBLISHED, Declared
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.noise import Perturbation

Floats = np.ndarray[Any, np.dtype[np.float64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]

STRANGER = ("age", "sex", "municipality", "quarter")
"""Read in a newspaper: how old, which sex, from where, and about when it began."""
COLLEAGUE = ("project", "track", "age", "sex", "month")
"""Works next door: which project and side, and the month."""
PARTNER = ("identified_on", "started_on", "sex")
"""Was there on the day."""
RESEARCHER = ("who5_start", "who5_end", "recovery_start", "recovery_end", "sessions", "hours")
"""Has an earlier file of the same people without quasi-identifiers: links rows by what was measured."""


def part(hits: pl.Series) -> float:
    """How many of them, from 0 to 1."""
    return float(hits.cast(pl.Float64).to_numpy().mean()) if len(hits) else 0.0


def singled_out(rows: pl.DataFrame, knows: Sequence[str]) -> float:
    """The part of rows that nobody shares with what the attacker knows of its person."""
    return part(rows.select(knows).is_unique())


def recovered(
    cells: pl.DataFrame,
    true: Mapping[tuple[str, ...], int],
    table: Perturbation,
    declared: Declared,
    *,
    unseen: Bounds = ANY,
    small: int = 5,
) -> tuple[float, float]:
    """By linear programme: the parts of the small cells known exactly, and to within one."""
    knowledge = known(cells, table, public(cells, declared), unseen)
    targets = {number: _at(row) for number, row in knowledge.rows.items() if 0 < true.get(_at(row), 0) < small}
    if not targets:
        return 0.0, 0.0
    found = knowledge.given_away(small=small, among=targets)
    right = [low == high == true[targets[number]] for number, (low, high) in found.items()]
    return sum(right) / len(targets), len(found) / len(targets)


def _at(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[column] for column in COORDINATES)


def inferred(
    cells: pl.DataFrame, behind: pl.DataFrame, table: Perturbation, declared: Declared, *, unseen: Bounds = ANY
) -> float:
    """Knows in which class of an outcome its target stands (place, track, sex, age, year): the part of persons in some
    class of which the figures leave one category only. `behind` has a row for each person and true cell.
    """
    knowledge = known(cells, table, public(cells, declared), unseen)
    _, high = tightened(knowledge.system)
    most = {_at(row): high[number] for number, row in knowledge.rows.items()}
    outcomes = behind.filter(pl.col("measure").is_in(list(declared.outcomes)))
    certain = set()
    for row in outcomes.iter_rows(named=True):
        others = [each for each in declared.categories(row["measure"]) if each != row["category"]]
        at = tuple(row[column] for column in PLACE)
        if all(most.get((*at, other), np.inf) < 1 for other in others):
            certain.add(row["person"])
    return len(certain) / max(outcomes["person"].n_unique(), 1)


def insider(cells: pl.DataFrame, ledger: pl.DataFrame, table: Perturbation) -> tuple[float, float]:
    """Knows everybody in a cell but its target: the parts certain that the target is there, by cell and by measure."""
    inside = ledger.filter(pl.col("file") == "cells").join(
        cells.drop_nulls("n"), on=["release", *COORDINATES], how="inner"
    )
    sizes, shown = inside["persons"].list.len().to_list(), inside["n"].to_list()
    certain = [count not in table.row(size - 1) for size, count in zip(sizes, shown, strict=True)]
    each = inside.select("persons", "measure", pl.Series("certain", certain)).explode("persons")
    by_measure = each.group_by("persons", "measure").agg(pl.col("certain").any())
    return part(each["certain"]), part(by_measure["certain"])


SCALES: Mapping[str, tuple[float, float, float]] = {
    "who5": (0, 100, 4),
    "recovery": (0, 100, 5),
    "benefit": (1, 5, 1),
    "sessions": (0, 60, 1),
    "hours": (0, 100, 0.25),
}
"""Least, greatest and step of what one person can have answered, or had."""


def insider_of_means(built: Built, persons: pl.DataFrame, declared: Declared) -> dict[str, float]:
    """Knows what everybody else behind a mean answered: the part of persons of whom the mean and its spread leave one
    value at start, at end, or in all. By measure.
    """
    of = {row["person"]: row for row in persons.iter_rows(named=True)}
    shown = {_of(row): row for row in built.means.filter(pl.col("status") == PUBLISHED).iter_rows(named=True)}
    certain: dict[str, list[bool]] = {}
    for figure in built.ledger.filter(pl.col("file") == "means").iter_rows(named=True):
        mean, row = declared.means[figure["measure"]], shown[_of(figure)]
        finer = len(figure["persons"]) >= declared.thresholds.finer_rounding_from
        reach = mean.unit / (4 if finer else 2) + 1e-9
        answers = np.array([[of[each][name] for name in mean.variables] for each in figure["persons"]], float)
        found = certain.setdefault(figure["measure"], [])
        for at in range(len(answers)):
            possible = _possible(np.delete(answers, at, axis=0), SCALES[figure["measure"]], row, reach)
            found.append(any(each.sum() == 1 for each in possible))
    return {measure: float(np.mean(of_measure)) for measure, of_measure in certain.items()}


def _of(row: Mapping[str, str]) -> tuple[str, ...]:
    return tuple(row[column] for column in PLACE)


def _possible(others: Floats, scale: tuple[float, float, float], row: Mapping[str, float], reach: float) -> list[Flags]:
    """Which values of one more person give what is published: at start and at end, or the only one."""
    least, most, step = scale
    values = np.arange(least, most + step / 2, step)
    number, sums = len(others) + 1, others.sum(axis=0)
    if others.shape[1] == 1:
        last, known = values, others[:, 0]
        fits = np.abs((sums[0] + values) / number - row["mean"]) <= reach
    else:
        start, end = np.meshgrid(values, values, indexing="ij")
        last, known = end - start, others[:, 1] - others[:, 0]
        means = {"start": sums[0] + start, "end": sums[1] + end, "change": known.sum() + last}
        fits = np.logical_and.reduce([np.abs(each / number - row[name]) <= reach for name, each in means.items()])
    squares = (known**2).sum() + last**2 - (known.sum() + last) ** 2 / number
    fits &= np.abs(np.sqrt(np.maximum(squares, 0) / (number - 1)) - row["sd"]) <= reach
    return [fits.any(axis=1), fits.any(axis=0)] if fits.ndim > 1 else [fits]


def after_a_withdrawal(
    before: pl.DataFrame, after: pl.DataFrame, gone: pl.DataFrame, declared: Declared
) -> tuple[float, float]:
    """Knows who withdrew, and in which class they stood: the parts guessed right of their outcomes, from both looks and
    from the first alone. `gone` has a row for each class and category in which somebody was who is no longer.
    """
    first, second = ({_at(row): row["n"] for row in each.iter_rows(named=True)} for each in (before, after))
    right, usual = [], []
    for row in gone.filter(pl.col("measure").is_in(list(declared.outcomes))).iter_rows(named=True):
        at = tuple(row[column] for column in PLACE)
        shown = {each: first.get((*at, each)) for each in declared.categories(row["measure"])}
        if all(count is None for count in shown.values()):
            continue
        largest = max(shown, key=lambda each: shown[each] or 0)
        changed = [each for each, count in shown.items() if second.get((*at, each), count) != count]
        usual.append(largest == row["category"])
        right.append((changed[0] if len(changed) == 1 else largest) == row["category"])
    return float(np.mean(right or [0.0])), float(np.mean(usual or [0.0]))
