"""The rank test: do all the means of a variable together, as equations, determine what few persons contribute?

Each published mean with its n is one equation in the sums over persons. Persons who stand behind the very same
figures can only be known together: they are one unknown. An unknown is determined exactly where its unit vector lies
in the space that the equations span, whichever and however many of them it takes. Pairs and threes are the shortest
such combinations, for which `differences` also counts near misses.

Beside it the rules about single contributors, who know their own part. What they contributed is looked up in the
snapshot for everyone in the ledger, not taken from what the builder says of its figures.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from app.evaluation.attack.findings import Coordinates, Finding
from app.evaluation.attack.members import Members, things
from app.evaluation.disclosure.declared import COORDINATES, Thresholds

Group = tuple[str, frozenset[str]]
"""A variable, and persons whose sum of it is determined. It never leaves the build."""
_EXACT = 1e-6


def determined(members: Members, least: int) -> Iterator[Finding]:
    """Groups of fewer than `least` persons whose sum follows from the figures of one variable."""
    for finding, _ in determined_groups(members, least):
        yield finding


def determined_groups(members: Members, least: int) -> Iterator[tuple[Finding, Group]]:
    """The same, each with its variable and those who are in it."""
    for variable, group in members.by(things).items():
        by_person = group.who.T.toarray().astype(np.int8)
        behind = np.flatnonzero(by_person.any(axis=1))
        unknowns, which, counts = np.unique(by_person[behind], axis=0, return_inverse=True, return_counts=True)
        if not (counts < least).any():
            continue
        _, strengths, space = np.linalg.svd(unknowns.T.astype(float), full_matrices=False)
        space = space[strengths > _EXACT * max(strengths[0], 1)]
        for unknown in np.flatnonzero(((space**2).sum(axis=0) > 1 - _EXACT) & (counts < least)):
            figure = group.figures[int(np.flatnonzero(unknowns[unknown])[0])]
            what = f"{variable}: the figures together determine {counts[unknown]} persons"
            persons = frozenset(group.people[behind[which.reshape(-1) == unknown]])
            yield Finding("ranks", figure.release, figure.table, figure.cell, what), (variable, persons)


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
