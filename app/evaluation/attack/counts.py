"""From published counts to the linear programme, and from its answer to findings."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from app.evaluation.attack.findings import Finding
from app.evaluation.attack.linear import UNBOUNDED, ContradictionError, System, deduced
from app.evaluation.attack.relations import ALL, Count, Public, Relations, related

Floats = NDArray[np.float64]

COORDINATES = ("period_type", "period", "place_level", "place_code", "track", "sex", "age_group", "measure", "category")
"""The columns that say what a count is of."""


@dataclass(frozen=True, slots=True)
class Noise:
    """What is publicly known of the noise: `table[true, shown]` as odds, its last row repeating itself from there on.

    Without noise, `table` is the identity of one row.
    """

    table: Floats

    def reach(self, shown: int) -> tuple[int, int]:
        """The least and the greatest true count that may be published so."""
        last, width = len(self.table) - 1, self.table.shape[1]
        could = [true for true in range(last) if shown < width and self.table[true, shown] > 0]
        steps = np.flatnonzero(self.table[last] > 0) - last
        could += [shown - int(step) for step in steps if shown - step >= last]
        if not could:
            raise ContradictionError(f"no count is published as {shown}")
        return min(could), max(could)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All published counts of some releases as one system."""

    relations: Relations
    system: System
    rows: Mapping[int, dict[str, str]]
    """A published or suppressed cell by its number."""

    def given_away(self, width: float = 1.0, small: float = 10.0) -> dict[int, tuple[int, int]]:
        """Small counts that follow to within `width`: cells, and what is left of a total besides its shown parts."""
        return deduced(self.system, np.arange(self.relations.size), width=width, small=small)


def known(frames: Sequence[pl.DataFrame], noise: Noise, public: Public) -> Knowledge:
    """What the `cells` of all releases say together."""
    rows = [row for frame in frames for row in frame.iter_rows(named=True)]
    counts = [_count(row) for row in rows]
    relations = related(counts, public)
    numbers = [relations.numbers[count] for count in counts]
    low, high = np.zeros(relations.size), np.full(relations.size, UNBOUNDED)
    for number, row in zip(numbers, rows, strict=True):
        if row["n"] is not None:
            least, most = noise.reach(row["n"])
            low[number], high[number] = max(low[number], least), min(high[number], most)
    system = System.of(low, high, relations.totals)
    return Knowledge(relations, system, dict(zip(numbers, rows, strict=True)))


def _count(row: Mapping[str, str | None]) -> Count:
    codes = {column: row[column] or ALL for column in COORDINATES}
    # What arrived late is no part of the period that it names: that was published without it.
    period = f"late {codes['period']}" if codes["period_type"] == "late" else codes["period"]
    return Count(
        measure=codes["measure"],
        category=codes["category"],
        period=period,
        place_level=codes["place_level"],
        place=codes["place_code"],
        track=codes["track"],
        sex=codes["sex"],
        age_group=codes["age_group"],
    )


def linear_findings(knowledge: Knowledge) -> list[Finding]:
    """What the linear programme finds, as findings; figures that contradict each other are one, too."""
    try:
        found = knowledge.given_away()
    except ContradictionError as error:
        return [Finding("linear", "", "cells", (), str(error))]
    findings = []
    for number, (low, high) in found.items():
        row = knowledge.rows.get(number, {})
        cell = tuple((column, row.get(column) or "") for column in COORDINATES)
        what = f"the figures leave {low} to {high}" if high > low else f"the figures give it away: {low}"
        findings.append(Finding("linear", row.get("release", ""), row.get("table", ""), cell, what))
    return findings
