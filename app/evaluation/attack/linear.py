"""The linear programme: between which bounds does all that is published hold one true count?

Each figure bounds its true count (by the noise that it may carry), and sums bind counts to each other. A suppressed
cell is a count of unknown size in the same sums. What an attacker then knows of a count is its least and its greatest
value over everything that fits. Two linear programmes a count would take hours for a national release; three things
make it seconds: bounds are first tightened sum by sum; the counts fall into parts that no sum connects; and a count
that two solutions give values far apart needs no programme of its own.
"""

from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray
from scipy.optimize import linprog
from scipy.sparse import coo_array, csr_array
from scipy.sparse.csgraph import connected_components

Floats = NDArray[np.float64]
Integers = NDArray[np.int64]

UNBOUNDED = 1e7
"""No count is greater; stands for "anything" so that sums of unknowns stay numbers."""

_SLACK = 1e-6
_ROUNDS = 60
_PLAIN = {"presolve": False}
"""The bounds are tight already: looking for what can be left out takes longer than solving."""


class ContradictionError(Exception):
    """The figures cannot all be true: a sum is not what it is taken for, or a figure was made by other rules."""


@dataclass(frozen=True, slots=True)
class System:
    """Counts by their number; each row of `sums` (1 for the total, -1 for its parts) is zero."""

    low: Floats
    high: Floats
    sums: csr_array

    @classmethod
    def of(cls, low: Floats, high: Floats, totals: list[tuple[int, list[int]]]) -> "System":
        """From each total with its parts."""
        rows = [row for row, (_, parts) in enumerate(totals) for _ in range(1 + len(parts))]
        columns = [column for total, parts in totals for column in (total, *parts)]
        signs = [sign for _, parts in totals for sign in (1.0, *([-1.0] * len(parts)))]
        return cls(low, high, csr_array(coo_array((signs, (rows, columns)), shape=(len(totals), len(low)))))


def tightened(system: System) -> tuple[Floats, Floats]:
    """Bounds after every sum has bounded its own members, again and again. Never too narrow, sometimes too wide."""
    low, high = np.ceil(system.low - _SLACK), np.floor(system.high + _SLACK)
    sums = system.sums.tocoo()
    rows, columns, signs = sums.coords[0], sums.coords[1], sums.data
    for _ in range(_ROUNDS):
        least = np.where(signs > 0, low[columns], -high[columns])
        most = np.where(signs > 0, high[columns], -low[columns])
        of_rest_least = np.bincount(rows, least, sums.shape[0])[rows] - least
        of_rest_most = np.bincount(rows, most, sums.shape[0])[rows] - most
        # A member times its sign is minus the rest of its row.
        new_low, new_high = low.copy(), high.copy()
        np.maximum.at(new_low, columns, np.where(signs > 0, -of_rest_most, of_rest_least))
        np.minimum.at(new_high, columns, np.where(signs > 0, -of_rest_least, of_rest_most))
        if np.any(new_low > new_high + _SLACK):
            raise ContradictionError("the figures contradict each other")
        if np.array_equal(new_low, low) and np.array_equal(new_high, high):
            break
        low, high = new_low, new_high
    return low, high


def deduced(system: System, wanted: Integers, *, width: float = 1.0, small: float = 10.0) -> dict[int, tuple[int, int]]:
    """Those of the wanted counts, below `small`, that the figures give away to within `width`; with their bounds."""
    low, high = tightened(system)
    open_ = np.zeros(len(low), dtype=bool)
    open_[wanted.astype(np.intp)] = True
    known = open_ & (high - low <= width + _SLACK)
    found = {int(i): (int(low[i]), int(high[i])) for i in np.flatnonzero(known & (high < small))}
    open_ &= ~known & (low < small)
    for part in _parts(system.sums, open_):
        programmes = _Part(system.sums, part, np.column_stack([low[part], high[part]]), width, small)
        found |= programmes.solve(np.flatnonzero(open_[part]))
    return found


def connected(sums: csr_array) -> Integers:
    """A label for each count; the same for those that sums connect."""
    return np.asarray(connected_components(sums.T @ sums, directed=False)[1], dtype=np.int64)


def _parts(sums: csr_array, open_: NDArray[np.bool_]) -> list[Integers]:
    """The counts in groups that no sum connects, where anything is left to find out."""
    label = connected(sums)
    order = np.argsort(label, kind="stable")
    groups = np.split(order, np.flatnonzero(np.diff(label[order])) + 1)
    return [group for group in groups if open_[group].any()]


class _Part:
    """The programmes over one connected group of counts."""

    def __init__(self, sums: csr_array, part: Integers, bounds: Floats, width: float, small: float) -> None:
        columns = sums[:, part]
        self._sums = columns[np.flatnonzero(np.diff(columns.indptr))]
        self._part, self._bounds, self._width, self._small = part, bounds, width, small
        self._seen_low = np.full(len(part), np.inf)
        self._seen_high = np.full(len(part), -np.inf)

    def solve(self, wanted: Integers) -> dict[int, tuple[int, int]]:
        left = self._without_the_spread(wanted)
        found = {}
        for index in left:
            if not self._narrow(np.array([index]))[0]:
                continue  # Another's extreme has shown it far apart meanwhile.
            high = self._extreme(index, -1.0)
            if not self._narrow(np.array([index]))[0]:
                continue  # The greatest value is far from one seen before: the least one need not be found.
            bottom, top = int(np.ceil(self._extreme(index, 1.0) - _SLACK)), int(np.floor(high + _SLACK))
            if top - bottom <= self._width and top < self._small:
                found[int(self._part[index])] = (bottom, top)
        return found

    def _without_the_spread(self, left: Integers) -> Integers:
        """Drops what solutions for all at once, in random directions, already give values far apart."""
        random = np.random.default_rng(0)
        direction = np.ones(len(left))
        while len(left):
            for sign in (1.0, -1.0):
                objective = np.zeros(len(self._part))
                objective[left] = sign * direction
                self._solution(objective)
            kept = left[self._narrow(left)]
            if len(left) - len(kept) < 0.05 * len(left) + 1:
                return kept
            left, direction = kept, random.choice([-1.0, 1.0], len(kept)) * random.uniform(0.5, 1.5, len(kept))
        return left

    def _narrow(self, these: Integers) -> NDArray[np.bool_]:
        """Whether all solutions so far leave a count small and within the width."""
        whole = np.floor(self._seen_high[these] + _SLACK) - np.ceil(self._seen_low[these] - _SLACK)
        return (whole <= self._width) & (self._seen_high[these] < self._small)

    def _extreme(self, index: int, sign: float) -> float:
        objective = np.zeros(len(self._part))
        objective[index] = sign
        return float(self._solution(objective)[index])

    def _solution(self, objective: Floats) -> Floats:
        zeros = np.zeros(self._sums.shape[0])
        solved = linprog(objective, A_eq=self._sums, b_eq=zeros, bounds=self._bounds, method="highs", options=_PLAIN)
        if solved.x is None:
            raise ContradictionError(solved.message)
        self._seen_low = np.minimum(self._seen_low, solved.x)
        self._seen_high = np.maximum(self._seen_high, solved.x)
        return np.asarray(solved.x)
