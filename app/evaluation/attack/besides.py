"""The attacker that knows what some answered, takes them out, and has the others'.

A controller knows it of its own citizens, an evaluator of those of whom it has pseudonymised rows. Who is whose is
looked up in the snapshot, not taken from what the builder says of its figures.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import polars as pl

from app.evaluation.attack.differences import between_pairs, between_threes
from app.evaluation.attack.findings import Finding
from app.evaluation.attack.members import Members
from app.evaluation.attack.ranks import determined, of_few_cases
from app.evaluation.attack.sets import left_over, too_few
from app.evaluation.disclosure.besides import own_of_each, without_own
from app.evaluation.disclosure.declared import Thresholds

ATTACK = "ranks"


def known_but_for_a_few(
    release: str,
    ledger: pl.DataFrame,
    persons: pl.DataFrame,
    limits: Thresholds,
    of: Callable[[Mapping[str, str]], Sequence[str]],
) -> Iterator[Finding]:
    """Means and moments, one by one and from one another, of a few persons or cases besides those whom one knows.

    Args:
        release: whose figures are judged.
        ledger: of means and moments, of all releases.
        persons: the snapshot's.
        limits: how many there must be.
        of: what a figure is a figure of.
    """
    for one in own_of_each(persons):
        left = without_own(ledger, one)
        for file, least in _least(limits).items():
            figures = Members.of_ledger(left.filter(pl.col("file") == file), of).reached_from(release)
            own = figures.where(lambda figure: figure.release == release)
            yield from map(_besides, chain(too_few(own, least), _together(figures, least)))
        # Of a class that is all one's own nothing is left, and one of others alone is judged as it is.
        touched = left.filter(pl.col("release") == release, pl.col("persons").list.len() > 0)
        yield from map(_besides, of_few_cases(release, touched, persons, limits))


def known_but_for_a_few_by_rows(
    ledger: pl.DataFrame, rows: frozenset[str], limits: Thresholds
) -> Iterator[Finding]:
    """Figures of all releases, one by one and from one another, of a few persons besides those of these rows."""
    left = without_own(ledger, rows)
    for file, least in _least(limits).items():
        figures = Members.of_ledger(left.filter(pl.col("file") == file), lambda row: [row["measure"]])
        yield from map(_besides, chain(too_few(figures, least), _together(figures, least)))


def _least(limits: Thresholds) -> Mapping[str, int]:
    return {"means": limits.means_persons, "moments": limits.moments_persons}


def _together(figures: Members, least: int) -> Iterator[Finding]:
    yield from left_over(figures, least)
    yield from determined(figures, least)
    yield from (each.finding() for each in chain(between_pairs(figures, least), between_threes(figures, least)))


def _besides(found: Finding) -> Finding:
    return replace(found, attack=ATTACK, what=f"besides those whom one knows: {found.what}")
