"""A release in place of a recalled one: it and the recalled one, which was read, differ in a cell by nobody or by many.

What the recalled one did not show stays hidden. A cell whose persons changed by a few, or from which one to four were
erased, is not computed again: it keeps what was published.
"""

import polars as pl

from app.evaluation.disclosure.declared import COORDINATES, PUBLISHED, SUPPRESSED, Declared
from app.evaluation.disclosure.frames import LEDGER

_AT = list(COORDINATES)


def again(
    declared: Declared, now: pl.DataFrame, ledger: pl.DataFrame, before: pl.DataFrame, ledger_before: pl.DataFrame
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One file's frame and its part of the ledger, both with all coordinates; `before` is the recalled release's."""
    kept = _kept(declared, ledger, ledger_before, before)
    rows = [*_AT, *(each for each in ("statistic", "variable_1", "variable_2") if each in now.columns)]
    values = [each for each in before.columns if each not in (*rows, "release", "status")]
    earlier = before.select(*rows, *(pl.col(each).alias(f"{each}_before") for each in (*values, "status")))
    joined = now.join(earlier, on=rows, how="left", validate="1:1", maintain_order="left").join(
        kept.with_columns(pl.lit(value=True).alias("kept")), on=_AT, how="left", maintain_order="left"
    )
    keeps, was = pl.col("kept").fill_null(value=False), pl.col("status_before")
    status = (
        pl.when(keeps | was.is_null() | ((was == PUBLISHED) & (pl.col("status") == PUBLISHED)))
        .then(pl.when(keeps).then(pl.lit(PUBLISHED)).otherwise("status"))
        .otherwise(pl.when(was == PUBLISHED).then(pl.lit(SUPPRESSED)).otherwise(was))
    )
    joined = joined.with_columns(status.alias("status"))
    shown = pl.col("status") == PUBLISHED
    frame = joined.with_columns(
        pl.when(keeps).then(pl.col(f"{each}_before")).when(shown).then(each).alias(each) for each in values
    ).select(now.columns)
    published = frame.filter(shown).select(_AT).unique()
    fresh = ledger.join(published, on=_AT, how="semi").join(kept, on=_AT, how="anti")
    old = ledger_before.join(kept, on=_AT, how="semi").with_columns(pl.lit(_name(ledger)).alias("release"))
    return frame, pl.concat([fresh.select(list(LEDGER)), old.select(list(LEDGER))]).sort(_AT)


def _kept(declared: Declared, ledger: pl.DataFrame, ledger_before: pl.DataFrame, before: pl.DataFrame) -> pl.DataFrame:
    """The cells that keep what was published."""
    nobody = pl.lit([], pl.List(pl.String))
    both = ledger.join(
        ledger_before.select(*_AT, "persons", "removed"), on=_AT, how="full", coalesce=True, suffix="_before"
    )
    removed = pl.col("removed_before").fill_null(0)
    inside, earlier = (pl.col(each).fill_null(nobody) for each in ("persons", "persons_before"))
    changed = inside.list.set_symmetric_difference(earlier).list.len().cast(pl.Int64) + removed
    few = changed.is_between(1, declared.thresholds.difference - 1)
    erased = removed.is_between(1, declared.noise.blocked_below - 1)
    published = before.filter(pl.col("status") == PUBLISHED).select(_AT).unique()
    return both.filter(few | erased).select(_AT).join(published, on=_AT, how="semi")


def _name(ledger: pl.DataFrame) -> str | None:
    return ledger["release"][0] if ledger.height else None
