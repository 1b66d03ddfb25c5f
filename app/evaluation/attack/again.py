"""What a release in place of a recalled one tells beside it: nothing, where each of its figures is that one's.

Whoever has both has their difference. A figure that moved tells who came, left or was corrected; one that was hidden
and is shown, or is shown of others, likewise. One that is hidden now tells that those whom it was of are too few, since
limits are exact; so only whole places are hidden, and which those are follows from the projects that are withheld.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Protocol

import polars as pl

from app.evaluation.attack.findings import Finding
from app.evaluation.disclosure.costs import TABLE as COST
from app.evaluation.disclosure.declared import ALL, COORDINATES, PUBLISHED
from app.evaluation.disclosure.withheld import within

_WITHIN = ("statistic", "variable_1", "variable_2")
_KEY = ["file", *COORDINATES]


class _Release(Protocol):
    @property
    def release(self) -> str: ...
    @property
    def ledger(self) -> pl.DataFrame: ...
    def published(self) -> Mapping[str, pl.DataFrame]: ...


def unlike_recalled(release: _Release, before: _Release, closed: pl.DataFrame) -> Iterator[Finding]:
    """Whatever of a release is not as the recalled one in whose place it is had it.

    `closed` are the places of which nothing is to be shown.
    """
    then = before.published()
    for file, frame in release.published().items():
        now, was = whole(file, frame), whole(file, then[file])
        at = [*COORDINATES, *(each for each in _WITHIN if each in now.columns)]
        values = [each for each in now.columns if each not in (*at, "release", "status")]
        both = now.join(was, on=at, how="full", coalesce=True, suffix="_before")
        shown, seen = (pl.col(each).eq_missing(pl.lit(PUBLISHED)) for each in ("status", "status_before"))
        unlike = pl.any_horizontal(pl.col(each).ne_missing(pl.col(f"{each}_before")) for each in values)
        other = unlike | pl.col("status").ne_missing(pl.col("status_before"))
        inside, here = within(both, closed), both.join(closed, on=closed.columns, how="anti")
        told = shown | pl.any_horizontal(pl.col(each).is_not_null() for each in values)
        for rows, what in (
            (here.filter(shown & seen & unlike), "made again: another figure was read before"),
            (here.filter(shown & ~seen), "shown, where nothing was shown before"),
            (here.filter(seen & ~shown), "hidden, though it was read: it stood on its limit"),
            (here.filter(~shown & ~seen & other), "hidden otherwise than before"),
            (inside.filter(told), "shown, of a place that is withheld"),
        ):
            for row in rows.select(COORDINATES).unique().sort(COORDINATES).iter_rows(named=True):
                yield _finding(release.release, row, what)
    yield from _of_others(release, before, closed)


def _of_others(release: _Release, before: _Release, closed: pl.DataFrame) -> Iterator[Finding]:
    """Figures that others stand behind, by the ledger, than behind the recalled one's."""
    kept = before.ledger.join(closed, on=closed.columns, how="anti")
    now, then = (each.select(*_KEY, "persons", "removed") for each in (release.ledger, kept))
    both = now.join(then, on=_KEY, how="full", coalesce=True, suffix="_before")
    nobody = pl.lit([], pl.List(pl.String))
    people, earlier = (pl.col(each).fill_null(nobody) for each in ("persons", "persons_before"))
    apart = people.list.set_symmetric_difference(earlier).list.len() > 0
    others = both.filter(apart | pl.col("removed").ne_missing(pl.col("removed_before")))
    for row in others.sort(_KEY).iter_rows(named=True):
        yield _finding(release.release, row, "of others than the recalled release's figure")


def whole(file: str, frame: pl.DataFrame) -> pl.DataFrame:
    """A published file with all coordinates of the ledger, those that it lacks being `all`."""
    if file == COST:
        frame = frame.rename({"course_type": "category"}).with_columns(measure=pl.lit(COST))
    return frame.with_columns(pl.lit(ALL).alias(each) for each in COORDINATES if each not in frame.columns)


def _finding(release: str, row: Mapping[str, Any], what: str) -> Finding:
    cell = tuple((column, row[column]) for column in COORDINATES if column != "table")
    return Finding("differences", release, row["table"], cell, what)
