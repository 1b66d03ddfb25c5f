"""The attacker that is a controller: it knows what its own citizens answered, takes them out, and has the others'.

Who is whose is looked up in the snapshot, not taken from what the builder says of its figures.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import replace
from itertools import chain

import polars as pl

from app.evaluation.attack.differences import between_pairs, between_threes
from app.evaluation.attack.findings import Finding
from app.evaluation.attack.members import Members
from app.evaluation.attack.ranks import of_few_cases
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
    """Means and moments, one by one and from one another, of a few persons or cases besides those of a controller.

    Args:
        release: whose figures are judged.
        ledger: of means and moments, of all releases.
        persons: the snapshot's.
        limits: how many there must be.
        of: what a figure is a figure of.
    """
    files = {"means": limits.means_persons, "moments": limits.moments_persons}
    for one in own_of_each(persons):
        left = without_own(ledger, one)
        for file, least in files.items():
            figures = Members.of_ledger(left.filter(pl.col("file") == file), of).reached_from(release)
            own = figures.where(lambda figure: figure.release == release)
            found = chain(
                too_few(own, least),
                left_over(figures, least),
                (each.finding() for each in chain(between_pairs(figures, least), between_threes(figures, least))),
            )
            yield from map(_besides, found)
        # Of a class that is all one's own nothing is left, and one of others alone is judged as it is.
        touched = left.filter(pl.col("release") == release, pl.col("persons").list.len() > 0)
        yield from map(_besides, of_few_cases(release, touched, persons, limits))


def _besides(found: Finding) -> Finding:
    return replace(found, attack=ATTACK, what=f"besides one controller's own: {found.what}")
