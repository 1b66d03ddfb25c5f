"""Means, moments and costs made again in place of recalled ones: what both releases together tell of a few persons.

Whoever has both has one equation a figure in the sums over persons. What lets them work out fewer persons than declared
is withdrawn from what was made again, the smallest group first: what was recalled has been read.
"""

from collections.abc import Iterator, Sequence

import numpy as np
import polars as pl

from app.evaluation.disclosure.costs import TABLE as COST
from app.evaluation.disclosure.declared import COORDINATES, Declared
from app.evaluation.disclosure.moments import MEASURE as MOMENTS

_CLOSE = 1e-6
_AT = ["file", *COORDINATES]


def withdrawn(declared: Declared, ledger: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    """The figures of a release, by file and coordinates, that may not stand beside the recalled one's."""
    gone = pl.DataFrame(schema=dict.fromkeys(_AT, pl.String))
    new = ledger.join(before, on=[*_AT, "persons"], how="anti")
    for chosen, least in _comparable(declared):
        old, made = before.filter(chosen), new.filter(chosen).join(gone, on=_AT, how="anti")
        made = made.sort(pl.col("persons").list.len(), *_AT)
        while made.height:
            groups = [*made["persons"].to_list(), *old["persons"].to_list()]
            first = next((each for each in _involved(groups, least) if each < made.height), None)
            if first is None:
                break
            gone = pl.concat([gone, made[first].select(_AT)])
            made = made.join(gone, on=_AT, how="anti", maintain_order="left")
    return gone


def _comparable(declared: Declared) -> Iterator[tuple[pl.Expr, int]]:
    """Figures that are equations in the same unknowns, and how many persons must stand behind what they tell."""
    limits, measure = declared.thresholds, pl.col("measure")
    means, moments = (pl.col("file") == file for file in ("means", "moments"))
    vector = set(declared.moments.variables)
    for name, mean in declared.means.items():
        within = moments & (measure == MOMENTS) if vector.issuperset(mean.variables) else pl.lit(value=False)
        yield (means & (measure == name)) | within, limits.means_complement
    yield moments, limits.moments_complement
    yield pl.col("file") == COST, limits.cost_courses


def _involved(groups: Sequence[Sequence[str]], least: int) -> Sequence[int]:
    """The groups by which fewer than `least` persons are worked out, or none."""
    numbers: dict[str, int] = {}
    inside = [[numbers.setdefault(person, len(numbers)) for person in group] for group in groups]
    who = np.zeros((len(numbers), len(groups)), np.int8)
    for at, people in enumerate(inside):
        who[people, at] = 1
    unknowns, counts = np.unique(who, axis=0, return_counts=True)
    equations = unknowns.T.astype(float)
    _, strengths, space = np.linalg.svd(equations, full_matrices=False)
    space = space[strengths > _CLOSE * max(strengths[0], 1.0)]
    told = np.flatnonzero(((space**2).sum(axis=0) > 1 - _CLOSE) & (counts < least))
    if not len(told):
        return []
    unit = np.zeros(len(counts))
    unit[told[0]] = 1
    parts = np.linalg.lstsq(equations.T, unit, rcond=None)[0]
    return np.flatnonzero(np.abs(parts) > _CLOSE).tolist()
