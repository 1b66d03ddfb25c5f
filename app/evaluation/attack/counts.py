"""From published counts to the linear programme, and from its answer to findings."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass

import numpy as np
import polars as pl
from numpy.typing import NDArray

from app.evaluation.attack.findings import Finding
from app.evaluation.attack.linear import UNBOUNDED, ContradictionError, System, connected, deduced
from app.evaluation.attack.relations import Count, Public, Relations, related
from app.evaluation.disclosure.declared import ALL, COORDINATES, SUPPRESSED
from app.evaluation.disclosure.noise import Perturbation

Floats = NDArray[np.float64]


Bounds = tuple[float, float]
ANY: Bounds = (0.0, UNBOUNDED)


@dataclass(frozen=True, slots=True)
class Knowledge:
    """All published counts of some releases as one system."""

    relations: Relations
    system: System
    rows: Mapping[int, dict[str, str]]
    """A published or suppressed cell by its number."""

    @property
    def counts(self) -> Mapping[int, Count]:
        """What each number is a count of, where it has a name."""
        return {number: count for count, number in self.relations.numbers.items()}

    def given_away(
        self, width: float = 1.0, small: float = 10.0, among: Collection[int] | None = None
    ) -> dict[int, tuple[int, int]]:
        """Small counts that follow to within `width`: cells, and what is left of a total besides its shown parts."""
        wanted = np.arange(self.relations.size) if among is None else np.array(sorted(among), np.int64)
        return deduced(self.system, wanted, width=width, small=small)

    def given_away_with(self, release: str) -> dict[int, tuple[int, int]]:
        """The same of what a release's cells are in some sum with; the rest was judged without it."""
        own = [number for number, row in self.rows.items() if row["release"] == release]
        label = connected(self.system.sums)
        return deduced(self.system, np.flatnonzero(np.isin(label, label[own])))


def known(cells: pl.DataFrame, table: Perturbation, public: Public, unseen: Bounds = ANY) -> Knowledge:
    """What the `cells` of all releases say together, to somebody who knows which counts are published as what.

    `unseen` is what a suppressed cell may hold, where that is known.
    """
    rows = list(cells.iter_rows(named=True))
    counts = [_count(row) for row in rows]
    relations = related(counts, public)
    numbers = [relations.numbers[count] for count in counts]
    low, high = np.zeros(relations.size), np.full(relations.size, UNBOUNDED)
    for number, row in zip(numbers, rows, strict=True):
        if row["status"] == SUPPRESSED:
            low[number], high[number] = unseen
        elif row["n"] is not None:
            truths = table.truths(row["n"])
            if not truths:
                raise ContradictionError(f"no count is published as {row['n']}")
            low[number] = max(low[number], min(truths))
            high[number] = min(high[number], max(truths))
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


def given_away(cells: pl.DataFrame, table: Perturbation, public: Public, release: str) -> list[Finding]:
    """What the linear programme finds of a release and all others, as findings; a contradiction is one, too."""
    try:
        knowledge = known(cells, table, public)
        found = knowledge.given_away_with(release)
    except ContradictionError as error:
        return [Finding("linear", "", "cells", (), str(error))]
    findings, counts = [], knowledge.counts
    for number, (low, high) in found.items():
        row = knowledge.rows.get(number, {})
        count = counts.get(number)
        cell = tuple(zip(Count._fields, count, strict=True)) if count else (("besides", "the parts that are shown"),)
        what = f"the figures leave {low} to {high}" if high > low else f"the figures give it away: {low}"
        findings.append(Finding("linear", row.get("release", ""), row.get("table", ""), cell, what))
    return findings
