"""Noise on counts by the cell-key method: the same persons always get the same noise, whichever table counts them.

A person's record key is HMAC-SHA256(programme secret, id), of which 64 bits are used; a cell's key is the sum of its
persons' keys modulo 2^64, so uniform to whoever lacks the secret. The key picks the published count from the row of the
perturbation table that belongs to the true count. Each row is the distribution of maximum entropy whose noise has mean
zero, the declared variance, and never more than the declared size, over results that are not blocked.
"""

import hmac
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import numpy as np
from scipy.optimize import linprog, minimize

from app.evaluation.disclosure.declared import Noise

_UNIT = 1 << 32
"""Probabilities are kept as whole parts of this, so that the table is the same on every machine."""
_MASK = (1 << 64) - 1
_CLOSE = 1e-7
_ROOM = 1.25
"""Beside the smallest possible variance, so that every result within reach stays possible."""
Floats = np.ndarray[Any, np.dtype[np.float64]]
Counts = np.ndarray[Any, np.dtype[np.int64]]
Keys = np.ndarray[Any, np.dtype[np.uint64]]


def record_key(secret: bytes, identity: str) -> int:
    """64 bits that only the builder can tell."""
    return int.from_bytes(hmac.digest(secret, identity.encode(), "sha256")[:8], "big")


def cell_key(keys: Iterable[int]) -> int:
    """The key of a set of records."""
    return sum(keys) & _MASK


@dataclass(frozen=True, slots=True)
class Perturbation:
    """What is published for a true count, and how probably. The attacker inside the build knows this table."""

    rows: tuple[Mapping[int, float], ...]
    """For each true count: published count -> probability. Counts beyond the last row behave like it, shifted."""
    most: int
    variance: float

    def row(self, true: int) -> Mapping[int, float]:
        """The distribution of what is published for a true count."""
        last = len(self.rows) - 1
        if true <= last:
            return self.rows[true]
        return {published + true - last: part for published, part in self.rows[last].items()}

    def truths(self, published: int) -> tuple[int, ...]:
        """Every true count that could have been published so."""
        near = range(max(0, published - self.most), published + self.most + 1)
        return tuple(true for true in near if self.row(true).get(published, 0.0) > 0.0)

    def published(self, counts: Counts, keys: Keys) -> Counts:
        """What is published for true counts with these cell keys."""
        drawn = (keys >> np.uint64(32)).astype(np.int64)
        row = np.minimum(counts, len(self.rows) - 1)
        noise = np.zeros(len(counts), np.int64)
        for true, limits, steps in _limits(self):
            here = row == true
            noise[here] = steps[np.searchsorted(limits, drawn[here], side="right")]
        return counts + noise


@lru_cache
def perturbation(noise: Noise) -> Perturbation:
    """The table for the declared variance, size and blocked results."""
    rows = [_row(true, noise) for true in range(noise.most + noise.blocked_below + 1)]
    return Perturbation(tuple(rows), noise.most, noise.variance)


@lru_cache
def _limits_of(rows: tuple[tuple[tuple[int, float], ...], ...]) -> Sequence[tuple[int, Counts, Counts]]:
    found = []
    for true, row in enumerate(rows):
        parts = np.array([round(part * _UNIT) for _, part in row], np.int64)
        steps = np.array([published - true for published, _ in row], np.int64)
        found.append((true, np.cumsum(parts)[:-1], steps))
    return found


def _limits(table: Perturbation) -> Sequence[tuple[int, Counts, Counts]]:
    return _limits_of(tuple(tuple(row.items()) for row in table.rows))


def _row(true: int, noise: Noise) -> dict[int, float]:
    """Maximum entropy with mean zero and the declared variance.

    Near the blocked results the variance is larger where it cannot be so small, and smaller where entropy is greatest
    so: a forced one would put its weight on results that only this true count, or all but this one, can have. An
    insider who knows everybody else in a cell would be certain of the last far more often.
    """
    if true == 0:
        return {0: 1.0}
    near = range(max(0, true - noise.most), true + noise.most + 1)
    results = [each for each in near if each == 0 or each >= noise.blocked_below]
    steps = np.array(results, float) - true
    parts = _maximum_entropy(np.vstack([steps]))
    variance = max(noise.variance, _ROOM * _least_variance(steps))
    if parts @ steps**2 > variance:
        parts = _maximum_entropy(np.vstack([steps, steps**2 - variance]))
    whole = np.round(parts * _UNIT).astype(np.int64)
    whole[np.argmax(whole)] += _UNIT - int(whole.sum())
    return {result: int(part) / _UNIT for result, part in zip(results, whole, strict=True) if part > 0}


def _least_variance(steps: Floats) -> float:
    """The smallest variance that noise of mean zero can have over these steps."""
    found = linprog(steps**2, A_eq=np.vstack([steps, np.ones_like(steps)]), b_eq=[0.0, 1.0], bounds=(0, 1))
    return float(found.fun)


def _maximum_entropy(features: Floats) -> Floats:
    """The distribution of greatest entropy under which each feature has mean zero.

    It is exp(multipliers x features), normalised; the multipliers are the minimum of the convex dual.
    """

    def weighted(multipliers: Floats) -> tuple[float, Floats]:
        exponents = multipliers @ features
        weights = np.exp(exponents - exponents.max())
        return float(exponents.max() + np.log(weights.sum())), weights / weights.sum()

    def dual(multipliers: Floats) -> tuple[float, Floats]:
        value, parts = weighted(multipliers)
        return value, features @ parts

    found = minimize(dual, np.zeros(len(features)), jac=True, method="BFGS", options={"gtol": 1e-10, "maxiter": 1000})
    _, parts = weighted(found.x)
    if np.abs(features @ parts).max() > _CLOSE:
        raise ArithmeticError("The perturbation table has no solution for these parameters.")
    return parts
