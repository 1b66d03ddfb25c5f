"""Means, moments and costs made again in place of recalled ones: what both releases together tell of a few persons.

Whoever has both has one equation a figure in the sums over persons. What lets them work out fewer persons than declared
is withdrawn from what was made again, the smallest group first: what was recalled has been read. The same holds of
what they work out besides those whom one knows.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from app.evaluation.disclosure.besides import own_of_each, variables
from app.evaluation.disclosure.costs import TABLE as COST
from app.evaluation.disclosure.declared import COORDINATES, Declared
from app.evaluation.disclosure.moments import MEASURE as MOMENTS

_CLOSE = 1e-6
_AT = ["file", *COORDINATES]


def withdrawn(
    declared: Declared, ledger: pl.DataFrame, before: pl.DataFrame, known: pl.DataFrame | None = None
) -> pl.DataFrame:
    """The figures of a release, by file and coordinates, that may not stand beside the recalled one's.

    `known` is of whom each controller has known what was counted.
    """
    gone = pl.DataFrame(schema=dict.fromkeys(_AT, pl.String))
    new = ledger.join(before, on=[*_AT, "persons"], how="anti")
    for chosen, least, columns in _comparable(declared):
        own = [frozenset[str](), *(own_of_each(known, columns) if known is not None else ())]
        old, made = before.filter(chosen), new.filter(chosen).join(gone, on=_AT, how="anti")
        made = made.sort(pl.col("persons").list.len(), *_AT)
        while made.height:
            groups = [frozenset(each) for each in (*made["persons"], *old["persons"])]
            told = (_involved([each - one for each in groups], least, made.height) for one in own)
            first = next((each for each in told if each is not None), None)
            if first is None:
                break
            gone = pl.concat([gone, made[first].select(_AT)])
            made = made.join(gone, on=_AT, how="anti", maintain_order="left")
    return gone


def _comparable(declared: Declared) -> Iterator[tuple[pl.Expr, int, Sequence[str]]]:
    """Figures that are equations in the same unknowns, how many must be behind what they tell, and of which columns."""
    limits, measure = declared.thresholds, pl.col("measure")
    means, moments = (pl.col("file") == file for file in ("means", "moments"))
    vector = set(declared.moments.variables)
    for name, mean in declared.means.items():
        within = moments & (measure == MOMENTS) if vector.issuperset(mean.variables) else pl.lit(value=False)
        yield (means & (measure == name)) | within, limits.means_complement, mean.variables
    yield moments, limits.moments_complement, declared.moments.variables
    yield pl.col("file") == COST, limits.cost_courses, variables(declared, COST, COST)


def _involved(groups: Sequence[frozenset[str]], least: int, made: int) -> int | None:
    """The first of so many groups, those made again, by which fewer than `least` persons are worked out."""
    numbers: dict[str, int] = {}
    inside = [[numbers.setdefault(person, len(numbers)) for person in sorted(group)] for group in groups]
    if not numbers:
        return None
    who = np.zeros((len(numbers), len(groups)), np.int8)
    for at, people in enumerate(inside):
        who[people, at] = 1
    unknowns, counts = np.unique(who, axis=0, return_counts=True)
    if not (counts < least).any():
        return None
    equations = unknowns.T.astype(float)
    _, strengths, space = np.linalg.svd(equations, full_matrices=False)
    space = space[strengths > _CLOSE * max(strengths[0], 1.0)]
    for told in np.flatnonzero(((space**2).sum(axis=0) > 1 - _CLOSE) & (counts < least)):
        unit = np.zeros(len(counts))
        unit[told] = 1
        parts = np.linalg.lstsq(equations.T, unit, rcond=None)[0]
        if len(of_them := np.flatnonzero(np.abs(parts[:made]) > _CLOSE)):
            return int(of_them[0])
    return None
