"""The rank test: do all the means of a variable together, as equations, tell what few persons contribute?

Pairs and threes of figures are the shortest combinations, of which `differences` tells by name; here are all of them,
whichever and however many figures they take.

Beside it the rules about single contributors, who know their own part. What they contributed is looked up in the
snapshot for everyone in the ledger, not taken from what the builder says of its figures.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from app.evaluation.attack.findings import Coordinates, Finding
from app.evaluation.attack.members import Figure, Members, things
from app.evaluation.disclosure.combined import TooManyError, of_few
from app.evaluation.disclosure.declared import COORDINATES, Thresholds

Group = tuple[str, frozenset[str]]
"""A variable, and persons of whom a combination of its figures tells. It never leaves the build."""


def determined_groups(members: Members, least: int) -> Iterator[tuple[Finding, Group]]:
    """Combinations of the figures of one variable that tell of fewer than `least` persons, with whom they tell of.

    Where there are more combinations than can be looked through, it is taken that they tell of everybody in them.
    """
    for variable, group in members.by(things).items():
        inside = group.who.toarray() > 0
        try:
            for each in of_few(inside, np.ones(inside.shape[1], np.int64), least):
                what = f"{variable}: {len(each.figures)} figures together tell of {len(each.persons)} persons"
                persons = frozenset(group.people[sorted(each.persons)])
                yield _told(group.figures[each.figures[0]], what), (variable, persons)
        except TooManyError:
            what = f"{variable}: the figures combine in more ways than can be looked through"
            yield _told(group.figures[0], what), (variable, frozenset(group.people[np.unique(group.who.indices)]))


def _told(figure: Figure, what: str) -> Finding:
    return Finding("ranks", figure.release, figure.table, figure.cell, what)


def dominated(release: str, behind: pl.DataFrame, costs: pl.DataFrame, limits: Thresholds) -> Iterator[Finding]:
    """Costs of too few workers, or mostly of one: that one, knowing what is their own, works out the others'.

    `behind` is the ledger of the figures; `costs` are the snapshot's.
    """
    year, kind = pl.col("year").cast(pl.String), pl.col("course_type")
    of_figure = (
        behind.select(*COORDINATES, person="persons")
        .explode("person")
        .join(costs.with_columns(period=year, category=kind), on=["person", "period", "category"], how="left")
    )
    parts = [_largest_part(of_figure, who) for who in ("staff", "course")]
    workers = of_figure.group_by(COORDINATES).agg(workers=pl.col("staff").drop_nulls().n_unique())
    found = workers.join(pl.concat(parts).group_by(COORDINATES).agg(pl.col("part").max()), on=COORDINATES)
    few, large = pl.col("workers") < limits.cost_staff, pl.col("part") > limits.cost_share
    for row in found.filter(few | large).sort(COORDINATES).iter_rows(named=True):
        what = f"{row['workers']} workers; the largest part is {row['part']:.0%}"
        yield Finding("ranks", release, row["table"], _at(row), what)


def _largest_part(costs: pl.DataFrame, who: str) -> pl.DataFrame:
    """Of hours or of DKK, whichever is larger, by figure; nobody's costs are all one's."""
    by_one = costs.group_by(*COORDINATES, who).agg(pl.col("hours", "dkk").sum())
    parts = [pl.col(what).max() / pl.col(what).sum() for what in ("hours", "dkk")]
    return by_one.group_by(COORDINATES).agg(part=pl.max_horizontal(*parts).fill_nan(1.0))


def of_few_cases(release: str, behind: pl.DataFrame, persons: pl.DataFrame, limits: Thresholds) -> Iterator[Finding]:
    """Means of fewer cases than declared: of a couple, one knows what the other answered, or may."""
    return too_few_cases(release, with_cases(behind, persons), limits)


def with_cases(behind: pl.DataFrame, persons: pl.DataFrame) -> pl.DataFrame:
    """A row for each person behind each figure of a ledger, with the person's case."""
    cases = persons.select("person", "case")
    return behind.select(*COORDINATES, person="persons").explode("person").join(cases, on="person", how="left")


def too_few_cases(release: str, of_figure: pl.DataFrame, limits: Thresholds) -> Iterator[Finding]:
    """The figures of these rows that are of fewer cases than declared."""
    found = of_figure.group_by(COORDINATES).agg(cases=pl.col("case").drop_nulls().n_unique())
    for row in found.filter(pl.col("cases") < limits.means_cases).sort(COORDINATES).iter_rows(named=True):
        yield Finding("ranks", release, row["table"], _at(row), f"rests on {row['cases']} cases")


def _at(row: dict[str, str]) -> Coordinates:
    return tuple((column, row[column]) for column in COORDINATES if column != "table")
