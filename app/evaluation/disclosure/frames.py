"""What a build gives: the published frames with their columns, and beside them what must stay inside."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

import polars as pl

from app.evaluation.disclosure.declared import COORDINATES, PLACE

_TEXT = pl.String
_AT: dict[str, Any] = {"release": _TEXT, **dict.fromkeys(PLACE, _TEXT)}

CELLS: dict[str, Any] = {**_AT, "category": _TEXT, "n": pl.Int64, "status": _TEXT}
MEANS: dict[str, Any] = {
    **_AT,
    "n": pl.Int64,
    **dict.fromkeys(("start", "end", "change", "mean", "sd"), pl.Float64),
    "status": _TEXT,
}
MOMENTS: dict[str, Any] = {
    **_AT,
    **dict.fromkeys(("statistic", "variable_1", "variable_2"), _TEXT),
    "n": pl.Int64,
    "value": pl.Float64,
    "status": _TEXT,
}
COST: dict[str, Any] = {
    **dict.fromkeys(("release", "table", "period_type", "period", "place_level", "place_code"), _TEXT),
    "course_type": _TEXT,
    "n": pl.Int64,
    "mean_hours": pl.Float64,
    "mean_dkk": pl.Int64,
    "status": _TEXT,
}
FILES: dict[str, dict[str, Any]] = {"cells": CELLS, "means": MEANS, "moments": MOMENTS, "cost": COST}
LEDGER: dict[str, Any] = {
    "file": _TEXT,
    "release": _TEXT,
    **dict.fromkeys(COORDINATES, _TEXT),
    "persons": pl.List(_TEXT),
    "removed": pl.Int64,
}


@dataclass(frozen=True, slots=True)
class Built:
    """One release: four published frames, the public parameters, and what never leaves.

    `ledger` (protected) has a row for each published statistic that somebody is counted in: `file` (which frame), its
    coordinates (`all` where the frame has none; a cost's type stands in `category`), the persons, and how many were
    removed from it after an erasure. `internal` holds exact counts for those who check.
    """

    cells: pl.DataFrame
    means: pl.DataFrame
    moments: pl.DataFrame
    cost: pl.DataFrame
    ledger: pl.DataFrame
    parameters: Mapping[str, Any]
    internal: Mapping[str, Any]

    @property
    def release(self) -> str:
        """The release's name."""
        return str(self.parameters["release"])

    @property
    def years(self) -> tuple[int, ...]:
        """The years that it covers, in order."""
        return tuple(self.parameters["years"])

    def published(self) -> dict[str, pl.DataFrame]:
        """What leaves, by the file's name."""
        return {"cells": self.cells, "means": self.means, "moments": self.moments, "cost": self.cost}
