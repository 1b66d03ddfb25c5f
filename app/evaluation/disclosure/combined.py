"""What exact figures tell of few when any number of them are combined.

A mean with its n is an equation in what persons contribute. Equations can be added and taken from one another, as often
as one likes; what is left is told of those whom the combination does not cancel, be it their sum or a difference among
them. Two figures and three are the shortest combinations, but four or five that overlap leave a few persons as well.

Persons who stand behind the very same figures can only be told of together: they are one unknown. It is enough to find
the combinations that leave no fewer unknowns than any other of the same: all that tells of few is made up of these.
"""

from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

import numpy as np
from scipy.linalg import null_space

Flags = np.ndarray[Any, np.dtype[np.bool_]]
Sizes = np.ndarray[Any, np.dtype[np.int64]]
Floats = np.ndarray[Any, np.dtype[np.float64]]

_NOTHING = 1e-7
"""What is smaller is taken for rounding of the machine's: equations are of ones and noughts."""
_STEPS = 50_000
"""Of sixty searches in programmes of 20 and of 60 projects none took more than 7,000, or half a second."""


class TooManyError(Exception):
    """There are more combinations than can be looked through: it is not known that none tells of few."""


@dataclass(frozen=True, slots=True)
class Combination:
    """The figures that take part, and the persons that are left, by number."""

    figures: tuple[int, ...]
    persons: frozenset[int]


def of_few(inside: Flags, many: Sizes, least: int, steps: int = _STEPS) -> Iterator[Combination]:
    """Combinations of figures that leave some, but fewer than `least` persons.

    Args:
        inside: figure x column, whether the persons of a column are in the figure.
        many: how many persons each column is.
        least: how many have to be left.
        steps: how far to look.

    Raises:
        TooManyError: when that was not far enough.
    """
    _, first, unknown = np.unique(np.packbits(inside, axis=0), axis=1, return_index=True, return_inverse=True)
    unknown = unknown.reshape(-1)
    sizes = np.bincount(unknown, weights=many, minlength=len(first)).astype(np.int64)
    equations = inside[:, first].astype(np.float64)
    small = np.flatnonzero((sizes < least) & inside[:, first].any(axis=0))
    if not len(small):
        return
    for figures, left in _Search(sizes[small], least, steps).within(_without(equations, sizes >= least, small)):
        yield Combination(figures, frozenset(np.flatnonzero(np.isin(unknown, small[left])).tolist()))


@dataclass(frozen=True, slots=True)
class _Space:
    """Combinations that say different things, row by row: of which figures, and what they leave of which unknown."""

    figures: Floats
    left: Floats

    @classmethod
    def of(cls, figures: Floats, left: Floats) -> "_Space":
        """Each row with an unknown that none of the others leaves; rows that leave nothing say nothing."""
        both, wide = np.hstack([left, figures]), left.shape[1]
        for row in range(len(both)):
            rest = np.abs(both[row:, :wide])
            at, unknown = divmod(int(rest.argmax()), wide)
            if rest[at, unknown] < _NOTHING:
                both = both[:row]
                break
            both[[row, row + at]] = both[[row + at, row]]
            both[row] /= both[row, unknown]
            others = np.arange(len(both)) != row
            both[others] -= np.outer(both[others, unknown], both[row])
        return cls(both[:, wide:], both[:, :wide])

    def cancelling(self, unknown: int) -> "_Space":
        """Those of them that leave nothing of an unknown."""
        column = self.left[:, unknown]
        by = int(np.abs(column).argmax())
        others = np.arange(len(column)) != by
        times = (column / column[by])[others]
        return _Space(
            self.figures[others] - np.outer(times, self.figures[by]),
            self.left[others] - np.outer(times, self.left[by]),
        )


def _without(equations: Floats, large: Flags, small: Sizes) -> _Space:
    """Whatever leaves nothing of the unknowns that are enough by themselves."""
    figures = null_space(equations[:, large].T, rcond=_NOTHING).T if large.any() else np.eye(len(equations))
    return _Space.of(figures, figures @ equations[:, small])


@dataclass(slots=True)
class _Search:
    sizes: Sizes
    least: int
    steps: int

    def within(self, space: _Space, stay: tuple[int, ...] = ()) -> Iterator[tuple[tuple[int, ...], list[int]]]:
        """Of combinations that leave something of all that `stay`, those that leave few: the figures, the unknowns."""
        self.steps -= 1
        if self.steps < 0:
            raise TooManyError
        alive: Flags = np.any(np.abs(space.left) > _NOTHING, axis=0)
        if not alive[list(stay)].all():
            return
        if len(space.left) == 1:
            if self._few(unknowns := np.flatnonzero(alive).tolist()):
                weights = np.abs(space.figures[0])
                yield tuple(np.flatnonzero(weights > _NOTHING * weights.max()).tolist()), unknowns
            return
        alive[list(stay)] = False
        # Where all are to stay, fewer could: those are found where one of them goes.
        if not alive.any():
            return
        # The largest first: it is soonest too many.
        largest = int(np.where(alive, self.sizes, 0).argmax())
        yield from self.within(space.cancelling(largest), stay)
        if self._few([*stay, largest]):
            yield from self.within(space, (*stay, largest))

    def _few(self, unknowns: list[int]) -> bool:
        return int(self.sizes[unknowns].sum()) < self.least
