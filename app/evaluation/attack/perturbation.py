"""Do the published counts carry the noise that is declared? All other tests of counts rest on it.

A builder that forgot the noise would publish figures that the linear programme takes for noisy ones. The ledger
knows the true counts, so the noise itself can be looked at: values that the table never makes, and noise that over
all figures of a release is far too small, or too great, or leans to one side.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from scipy.stats import binomtest

from app.evaluation.attack.findings import Finding
from app.evaluation.attack.members import Members
from app.evaluation.disclosure.noise import Perturbation

_CHANCE = 2e-9
_FAR = 6.0
"""In standard errors. Chance goes so far once in half a billion releases."""

_ENOUGH = 30


def impossible(members: Members, shown: Sequence[int], table: Perturbation) -> Iterator[Finding]:
    """Figures that the declared noise never makes of their true count."""
    for figure, true, count in zip(members.figures, members.sizes, shown, strict=True):
        if table.row(int(true)).get(count, 0.0) <= 0.0:
            yield Finding("perturbation", figure.release, figure.table, figure.cell, "no declared noise makes it")


def unlike_declared(members: Members, shown: Sequence[int], table: Perturbation) -> Iterator[Finding]:
    """The noise of a release's figures together, against its declared mean and variance."""
    free = len(table.rows) - 1
    # The same persons always carry the same noise, so they are asked once.
    noise = np.array(
        list(
            {
                members.who[[row]].indices.tobytes(): count - size
                for row, (size, count) in enumerate(zip(members.sizes, shown, strict=True))
                if size >= free
            }.values()
        ),
        dtype=float,
    )
    if len(noise) < _ENOUGH:
        return
    odds = table.row(free)
    variance, fourth = (sum(odd * (count - free) ** power for count, odd in odds.items()) for power in (2, 4))
    if variance <= 0:
        return
    unmoved = int((noise == 0).sum())
    if binomtest(unmoved, len(noise), odds.get(free, 0.0)).pvalue < _CHANCE:
        yield _of_all(members, f"{unmoved} of {len(noise)} carry no noise, not as many as declared")
    off_mean = noise.mean() / np.sqrt(variance / len(noise))
    off_variance = ((noise**2).mean() - variance) / np.sqrt((fourth - variance**2) / len(noise))
    for name, off in (("mean", off_mean), ("variance", off_variance)):
        if abs(off) > _FAR:
            yield _of_all(members, f"the noise's {name} is {off:+.1f} standard errors from what is declared")


def _of_all(members: Members, what: str) -> Finding:
    return Finding("perturbation", members.figures[0].release, "cells", (), what)
