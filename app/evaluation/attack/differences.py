"""Differences between published figures: what two or three of them tell of the few persons in whom they differ.

A mean is exact but for its rounding, so whoever has the means of a group and of nearly all of it has the mean of the
rest; and so on with a group and two parts of it. Means are therefore compared with one another over all releases, and
so are the groups behind moments and costs. A count carries noise, which protects it in one release; but the same
count made again after somebody has gone carries other noise and other members, and the two together tell of who went.
"""

from collections.abc import Iterator
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from app.evaluation.attack.findings import Finding
from app.evaluation.attack.members import Figure, Members, things

Integers = NDArray[np.int64]


@dataclass(frozen=True, slots=True)
class Difference:
    """What is left of persons when figures are taken from one another."""

    figures: tuple[Figure, ...]
    persons: int

    def finding(self) -> Finding:
        """In words, which name the figures."""
        first, *others = self.figures
        what = f"differs by {self.persons} persons from {' and '.join(map(str, others))}"
        return Finding("differences", first.release, first.table, first.cell, what)


def between_pairs(members: Members, least: int) -> Iterator[Difference]:
    """Pairs of figures of one variable whose groups differ by fewer than `least`, but differ."""
    for group in members.by(things).values():
        sizes, common = group.sizes, (group.who @ group.who.T).tocoo()
        first, second = common.coords
        apart = sizes[first] + sizes[second] - 2 * common.data
        for at in np.flatnonzero((first < second) & (apart > 0) & (apart < least)):
            yield Difference((group.figures[first[at]], group.figures[second[at]]), int(apart[at]))


def between_releases(members: Members, least: int) -> Iterator[Difference]:
    """The same count in different releases, in whichever tables, with nearly the same persons in it.

    The builder shows no period twice, so there is none. Of one that does show a quarter of an earlier release again, no
    other attack sees it where nobody is in too many figures for that.
    """
    for group in members.by(_counted).values():
        releases = list(group.by(lambda figure: figure.release).items())
        for at, (_, earlier) in enumerate(releases):
            for _, later in releases[at + 1 :]:
                common = (earlier.who @ later.who.T).tocoo()
                first, second = common.coords
                apart = earlier.sizes[first] + later.sizes[second] - 2 * common.data
                for pair in np.flatnonzero((apart > 0) & (apart < least)):
                    pairs = (later.figures[second[pair]], earlier.figures[first[pair]])
                    yield Difference(pairs, int(apart[pair]))


def _counted(figure: Figure) -> str:
    return " ".join(code for column, code in figure.cell if column != "period_type")


def between_threes(members: Members, least: int) -> Iterator[Difference]:
    """A group and two others that nearly make it up: a total and two parts, or one group split in two ways."""
    for group in members.by(things).values():
        whos = group.who
        common = (whos @ whos.T).toarray().astype(np.int64)
        sizes = np.diag(common)
        for total in range(len(sizes)):
            # Only what lies in the total, but for a few, can be a part of it.
            parts = np.flatnonzero((sizes - common[total] < least) & (common[total] > 0) & (sizes <= sizes[total]))
            parts = parts[parts != total]
            # The squared length of "total - one - other" counts every person in whom they differ at least once.
            taken = sizes[parts] - 2 * common[total, parts]
            lengths = sizes[total] + taken[:, None] + taken[None, :] + 2 * common[np.ix_(parts, parts)]
            near = np.argwhere(np.triu((lengths > 0) & (lengths < 4 * least), k=1))
            if not len(near):
                continue
            of_total, inside = (whos[each].astype(np.int8).toarray() for each in ([total], parts))
            for one, other in near:
                persons = int(np.count_nonzero(of_total[0] != inside[one] + inside[other]))
                if 0 < persons < least:
                    rows = (total, int(parts[one]), int(parts[other]))
                    yield Difference(tuple(group.figures[row] for row in rows), persons)
