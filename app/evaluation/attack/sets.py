"""The set audit: what published groups leave over when they are united and taken from a greater one.

A group too small to be shown is still shown by the others around it: the whole less its published parts. `least` is
how many must stand behind whatever can be worked out so.
"""

from collections import defaultdict
from collections.abc import Iterator

import numpy as np

from app.evaluation.attack.findings import Coordinates, Finding
from app.evaluation.attack.members import Figure, Members, things


def too_few(members: Members, least: int) -> Iterator[Finding]:
    """Figures with fewer than `least` persons behind them, to begin with."""
    for size, figure in zip(members.sizes, members.figures, strict=True):
        if 0 < size < least:
            yield _finding(figure, f"rests on {size} persons, fewer than {least}")


def left_over(members: Members, least: int) -> Iterator[Finding]:
    """What is left of a group when published groups within it, side by side in one dimension, are taken away."""
    for group in members.by(things).values():
        common = (group.who @ group.who.T).toarray()
        sizes = np.diag(common)
        for whole, families in enumerate(_families(group, common, sizes)):
            for name, parts in families:
                within = np.asarray(group.who[np.asarray(parts)].sum(axis=0)).ravel() > 0
                left = int(sizes[whole] - within.sum())
                if 0 < left < least:
                    what = f"{left} persons are left when its parts by {name} are taken away"
                    yield _finding(group.figures[whole], what)


def _families(group: Members, common: np.ndarray, sizes: np.ndarray) -> Iterator[list[tuple[str, list[int]]]]:
    """For each group, those strictly within it: in families that differ from one another in one code alone."""
    for whole in range(len(sizes)):
        inside = np.flatnonzero((common[whole] == sizes) & (sizes > 0) & (sizes < sizes[whole]))
        families: dict[tuple[str, str, Coordinates, str], list[int]] = defaultdict(list)
        for part in inside:
            figure = group.figures[int(part)]
            for column, _ in figure.cell:
                rest = tuple(pair for pair in figure.cell if pair[0] != column)
                families[figure.release, figure.table, rest, column].append(int(part))
        yield [(name, parts) for (_, _, _, name), parts in families.items() if len(parts) > 1]


def overexposed(members: Members, most: int) -> Iterator[Finding]:
    """Measures in which somebody stands behind more than `most` published figures: noise averages out over many."""
    for measure, group in members.by(things).items():
        times = np.asarray(group.who.sum(axis=0)).ravel()
        if times.max(initial=0) > most:
            persons = int((times > most).sum())
            figure = group.figures[int(group.who[:, [int(times.argmax())]].nonzero()[0][0])]
            yield _finding(figure, f"{measure}: {persons} persons stand behind more than {most} figures")


def _finding(figure: Figure, what: str) -> Finding:
    return Finding("sets", figure.release, figure.table, figure.cell, what)
