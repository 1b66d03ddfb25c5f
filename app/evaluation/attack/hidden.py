"""What a release in place of a recalled one tells by not showing it any more.

Limits are exact. A class that is hidden because a few left tells whoever has the recalled release that it stood on its
limit, and that one of it is gone. So it is hidden only where many came or went, or with the whole place that it is of.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

import polars as pl

from app.evaluation.attack.findings import Finding
from app.evaluation.disclosure.costs import TABLE as COST
from app.evaluation.disclosure.declared import COORDINATES, PLACE, Thresholds
from app.evaluation.disclosure.moments import MEASURE as MOMENTS
from app.evaluation.disclosure.withheld import within

_KEY = ["file", *COORDINATES]
_CLASS = ["file", *PLACE, "type"]
"""What is shown together or not at all."""
_PLACES = ["place_level", "place_code"]


class _Release(Protocol):
    @property
    def release(self) -> str: ...
    @property
    def cells(self) -> pl.DataFrame: ...
    @property
    def ledger(self) -> pl.DataFrame: ...
    @property
    def unshown(self) -> pl.DataFrame: ...


def hidden_by_few(
    release: _Release, before: pl.DataFrame, closed: pl.DataFrame, limits: Thresholds
) -> Iterator[Finding]:
    """Classes that the recalled release showed (`before` is its ledger) and this one does not, though few came or went.

    `closed` are the places of which nothing is shown, whoever is counted in them.
    """
    was, shown, would = (_of_class(each) for each in (before, release.ledger, release.unshown))
    # Rows that nobody's agreement brings into the grid any more are gone with their place.
    here = release.cells.select(_PLACES).unique()
    lost = was.select(_CLASS).unique().join(shown, on=_CLASS, how="anti").join(here, on=_PLACES, how="semi")
    lost = lost.join(closed, on=_PLACES, how="anti")
    both = was.join(would, on=[*_KEY, "type"], how="full", coalesce=True, suffix="_now")
    nobody = pl.lit([], pl.List(pl.String))
    then, now = (pl.col(each).fill_null(nobody) for each in ("persons", "persons_now"))
    changed = then.list.set_symmetric_difference(now).list.len().cast(pl.Int64) + pl.col("removed").fill_null(0)
    many = pl.when(pl.col("measure") == MOMENTS).then(limits.moments_complement).otherwise(limits.difference)
    found = (
        both.join(lost, on=_CLASS, how="semi")
        .with_columns(changed=changed, many=many)
        .group_by(_CLASS)
        .agg(pl.col("changed").max(), pl.col("many").first())
    )
    for row in found.filter(pl.col("changed") < pl.col("many")).sort(_CLASS).iter_rows(named=True):
        what = f"hidden, though {row['changed']} came or went at most: it stood on its limit"
        yield _finding(release.release, row, what)


def shown_all_the_same(
    release: str, cells: pl.DataFrame, ledger: pl.DataFrame, closed: pl.DataFrame
) -> Iterator[Finding]:
    """Figures of places of which nothing is to be shown: those that are hidden tell then of whom the others are."""
    figures = pl.concat([each.select(COORDINATES) for each in (cells.filter(pl.col("n").is_not_null()), ledger)])
    for row in within(figures, closed).unique().sort(COORDINATES).iter_rows(named=True):
        yield _finding(release, row, "shown, of a place that is withheld")


def _of_class(ledger: pl.DataFrame) -> pl.DataFrame:
    kind = pl.when(pl.col("measure") == COST).then("category").otherwise(pl.lit(""))
    return ledger.select(*_KEY, "persons", "removed", type=kind)


def _finding(release: str, row: Mapping[str, Any], what: str) -> Finding:
    cell = tuple((column, row[column]) for column in COORDINATES if column != "table" and column in row)
    return Finding("differences", release, row["table"], cell, what)
