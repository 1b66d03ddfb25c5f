"""Figures of a recalled release that were made again in the one in its place: whoever has both has their difference.

Of whom that tells is looked up in both ledgers; whether a figure moved is seen in what is published. One corrected
value moves a mean as well as somebody who left, so a figure that moved rests on many who came or went, and on many
besides those whom any one controller knows. One that was kept before, and moves now, tells who made it enough.
"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Any, Protocol

import polars as pl

from app.evaluation.attack.findings import Finding
from app.evaluation.disclosure.besides import few_besides_changed
from app.evaluation.disclosure.costs import TABLE as COST
from app.evaluation.disclosure.declared import ALL, COORDINATES, PUBLISHED, Declared
from app.evaluation.disclosure.moments import MEASURE as MOMENTS

_KEY = ["file", *COORDINATES]
_WITHIN = ("statistic", "variable_1", "variable_2")


class _Release(Protocol):
    @property
    def release(self) -> str: ...
    @property
    def ledger(self) -> pl.DataFrame: ...
    def published(self) -> Mapping[str, pl.DataFrame]: ...


def moved_by_few(
    release: _Release, chain: Sequence[_Release], declared: Declared, known: pl.DataFrame
) -> Iterator[Finding]:
    """Figures that are not what the recalled release showed, though few came or went.

    `chain` begins with the recalled release, the one that that came in place of follows; `known` is of whom each
    controller has known what was counted.
    """
    if not chain:
        return
    limits, moved = declared.thresholds, _moved(release, chain[0], declared)
    now, before = (each.ledger.select(*_KEY, "persons", "removed") for each in (release, chain[0]))
    both = moved.join(now, on=_KEY, how="left").join(before, on=_KEY, how="left", suffix="_before")
    nobody = pl.lit([], pl.List(pl.String))
    persons, then = (pl.col(each).fill_null(nobody) for each in ("persons", "persons_before"))
    both = both.select(
        *_KEY,
        persons.list.set_symmetric_difference(then).alias("persons"),
        pl.col("removed_before").fill_null(0).alias("removed"),
        pl.when(pl.col("measure") == MOMENTS)
        .then(limits.moments_complement)
        .otherwise(limits.difference)
        .alias("many"),
    ).sort(_KEY)
    changed = pl.col("persons").list.len() + pl.col("removed")
    for row in both.filter(changed < pl.col("many")).iter_rows(named=True):
        number = len(row["persons"]) + row["removed"]
        yield _finding("differences", release.release, row, f"made again, though {number} came or went")
    few = few_besides_changed(both, known, declared)
    for row in both.filter(few, changed >= pl.col("many")).iter_rows(named=True):
        what = "made again, though few came or went besides those whom one knows"
        yield _finding("ranks", release.release, row, what)
    if len(chain) > 1:
        kept = before.join(chain[1].ledger.select(*_KEY, "persons", "removed"), on=[*_KEY, "persons", "removed"])
        for row in both.join(kept, on=_KEY, how="semi").sort(_KEY).iter_rows(named=True):
            yield _finding("differences", release.release, row, "made again, though it was kept before")


def _moved(release: _Release, before: _Release, declared: Declared) -> pl.DataFrame:
    """The coordinates of what both show with another value. Of tallies nobody stands in the ledger."""
    found, then = [], before.published()
    for file, frame in release.published().items():
        one, other = (_whole(file, each) for each in (frame, then[file]))
        at = [*COORDINATES, *(each for each in _WITHIN if each in frame.columns)]
        values = [each for each in one.columns if each not in (*at, "release", "status")]
        shown = pl.col("status") == PUBLISHED
        both = one.filter(shown).join(other.filter(shown), on=at, suffix="_before")
        unlike = pl.any_horizontal(pl.col(each).ne_missing(pl.col(f"{each}_before")) for each in values)
        tally = pl.col("measure").is_in(list(declared.tally))
        found.append(both.filter(unlike, ~tally).select(pl.lit(file).alias("file"), *COORDINATES).unique())
    return pl.concat(found)


def _whole(file: str, frame: pl.DataFrame) -> pl.DataFrame:
    if file == COST:
        frame = frame.rename({"course_type": "category"}).with_columns(measure=pl.lit(COST))
    return frame.with_columns(pl.lit(ALL).alias(each) for each in COORDINATES if each not in frame.columns)


def _finding(attack: str, release: str, row: Mapping[str, Any], what: str) -> Finding:
    cell = tuple((column, row[column]) for column in COORDINATES if column != "table")
    return Finding(attack, release, row["table"], cell, what)
