"""The rank test: do all the means of a variable together, as equations, determine what few persons contribute?

Each published mean with its n is one equation in the sums over persons. Persons who stand behind the very same
figures can only be known together: they are one unknown. An unknown is determined exactly where its unit vector lies
in the space that the equations span, whichever and however many of them it takes. Pairs and threes are the shortest
such combinations, for which `differences` also counts near misses.

Beside it the rules about single contributors, who know their own part.
"""

from collections.abc import Iterator

import numpy as np
import polars as pl

from app.evaluation.attack.findings import Coordinates, Finding
from app.evaluation.attack.members import Members, things
from app.evaluation.disclosure.declared import COORDINATES, Thresholds

_EXACT = 1e-6


def determined(members: Members, least: int) -> Iterator[Finding]:
    """Groups of fewer than `least` persons whose sum follows from the figures of one variable."""
    for variable, group in members.by(things).items():
        by_person = group.who.T.toarray().astype(np.int8)
        unknowns, counts = np.unique(by_person[by_person.any(axis=1)], axis=0, return_counts=True)
        if not (counts < least).any():
            continue
        _, strengths, space = np.linalg.svd(unknowns.T.astype(float), full_matrices=False)
        space = space[strengths > _EXACT * max(strengths[0], 1)]
        for unknown in np.flatnonzero(((space**2).sum(axis=0) > 1 - _EXACT) & (counts < least)):
            figure = group.figures[int(np.flatnonzero(unknowns[unknown])[0])]
            what = f"{variable}: the figures together determine {counts[unknown]} persons"
            yield Finding("ranks", figure.release, figure.table, figure.cell, what)


def dominated(release: str, costs: pl.DataFrame, limits: Thresholds) -> Iterator[Finding]:
    """Costs of too few workers, or mostly of one: that one, knowing what is their own, works out the others'.

    `costs` has what is true of each figure shown: how many workers, all hours and DKK, and the largest worker's and
    course's of both.
    """
    largest = {what: pl.max_horizontal(f"course_{what}", f"staff_{what}") / pl.col(what) for what in ("hours", "dkk")}
    for row in costs.with_columns(share=pl.max_horizontal(*largest.values())).iter_rows(named=True):
        if row["staff"] < limits.cost_staff or row["share"] > limits.cost_share:
            what = f"{row['staff']} workers; the largest part is {row['share']:.0%}"
            yield Finding("ranks", release, row["table"], _at(row), what)


def of_few_cases(release: str, means: pl.DataFrame, limits: Thresholds) -> Iterator[Finding]:
    """Means of fewer cases than declared: of a couple, one knows what the other answered, or may."""
    for row in means.filter(pl.col("cases") < limits.means_cases).iter_rows(named=True):
        yield Finding("ranks", release, row["table"], _at(row), f"rests on {row['cases']} cases")


def _at(row: dict[str, str]) -> Coordinates:
    return tuple((column, row[column]) for column in COORDINATES if column != "table")
