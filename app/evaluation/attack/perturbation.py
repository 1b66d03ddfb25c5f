"""Do the published counts carry the noise that is declared? All other tests of counts rest on it.

A builder that forgot the noise would publish figures that the linear programme takes for noisy ones. The ledger
knows the true counts, so the noise itself can be looked at: values that the table never makes, and noise that over
all figures of a release is far too small, or too great, or leans to one side.
"""

from collections.abc import Iterator, Sequence

import numpy as np
from numpy.typing import NDArray

from app.evaluation.attack.findings import Finding
from app.evaluation.attack.members import Figure

Integers = NDArray[np.int64]
Floats = NDArray[np.float64]

_FAR = 6.0
"""Standard errors: chance goes so far once in half a billion releases."""

_ENOUGH = 30


def impossible(figures: Sequence[Figure], true: Integers, shown: Integers, table: Floats) -> Iterator[Finding]:
    """Figures that the declared noise never makes of their true count."""
    last = len(table) - 1
    # From the last row on, the table repeats itself: what counts is the noise, not the count.
    row = np.minimum(true, last)
    column = shown - (true - row)
    outside = (column < 0) | (column >= table.shape[1])
    odds = np.where(outside, 0.0, table[row, np.clip(column, 0, table.shape[1] - 1)])
    for figure, odd in zip(figures, odds, strict=True):
        if odd <= 0:
            yield Finding("perturbation", figure.release, figure.table, figure.cell, "no declared noise makes it")


def unlike_declared(figures: Sequence[Figure], true: Integers, shown: Integers, table: Floats) -> Iterator[Finding]:
    """The noise of a release's figures together, against its declared mean and variance."""
    free = true >= len(table) - 1
    last = len(table) - 1
    noise = (shown - true)[free].astype(float)
    if len(noise) < _ENOUGH:
        return
    steps = np.arange(table.shape[1]) - last
    odds = table[last]
    variance, fourth = (odds * steps**2).sum(), (odds * steps**4).sum()
    off_mean = noise.mean() / np.sqrt(variance / len(noise))
    off_variance = ((noise**2).mean() - variance) / np.sqrt((fourth - variance**2) / len(noise))
    for name, off in (("mean", off_mean), ("variance", off_variance)):
        if abs(off) > _FAR:
            what = f"the noise's {name} is {off:+.1f} standard errors from what is declared"
            yield Finding("perturbation", figures[0].release, figures[0].table, (), what)
