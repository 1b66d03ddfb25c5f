"""A release in place of a recalled one: it and the recalled one, which was read, differ in a figure by none or by many.

What the recalled one did not show stays hidden. A figure is made again where many persons came or went, many also
besides those whom any one controller knows. Else it keeps what was published, also where nobody came or went: one
corrected value would be told by the difference. What was kept once stays kept in whatever comes in its place: whoever
left last would have made it enough. So does what one to four were erased from, and so does every tally: who withdraws
is tallied from then on, so that one made again rises by just those, and nobody stands behind it of whom to tell how
many came or went. A distribution is made again as a whole, or kept as a whole; else it is hidden: a single category
that moves tells where those stood who left. So is what a release that came before the recalled one showed of nearly the
same persons: whoever left in between may have come back.
"""

from collections.abc import Sequence

import polars as pl

from app.evaluation.disclosure.besides import few_besides_changed
from app.evaluation.disclosure.costs import TABLE as COST
from app.evaluation.disclosure.declared import COORDINATES, PLACE, PUBLISHED, SUPPRESSED, Declared
from app.evaluation.disclosure.frames import LEDGER
from app.evaluation.disclosure.moments import MEASURE as MOMENTS

_AT = list(COORDINATES)
_CLASS = [*PLACE, pl.when(pl.col("measure") == COST).then("category")]
"""What is shown together or not at all: what each type of course cost is no distribution."""


def again(  # noqa: PLR0917 - of one file, beside all that was read
    declared: Declared,
    now: pl.DataFrame,
    ledger: pl.DataFrame,
    before: pl.DataFrame,
    read: Sequence[pl.DataFrame],
    known: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """One file's frame and its part of the ledger, both with all coordinates.

    `before` is the recalled release's; `read` are the ledgers of it and of those that it came in place of; `known` is
    of whom each controller has known what was counted.
    """
    kept, mixed = settled(declared, now, ledger, before, read, known)
    ledger_before = read[0]
    rows = [*_AT, *(each for each in ("statistic", "variable_1", "variable_2") if each in now.columns)]
    values = [each for each in before.columns if each not in (*rows, "release", "status")]
    earlier = before.select(*rows, *(pl.col(each).alias(f"{each}_before") for each in (*values, "status")))
    joined = now.join(earlier, on=rows, how="left", validate="1:1", maintain_order="left").join(
        kept.with_columns(pl.lit(value=True).alias("kept")), on=_AT, how="left", maintain_order="left"
    )
    hidden = mixed.with_columns(pl.lit(SUPPRESSED).alias("hidden"))
    joined = joined.join(hidden, on=_AT, how="left", maintain_order="left")
    joined = joined.with_columns(pl.coalesce("hidden", "status").alias("status"))
    was, all_kept = pl.col("status_before"), pl.col("kept").is_not_null().all().over(_CLASS)
    # What may no longer be shown is shown as it was, or not at all.
    keeps = pl.col("kept").is_not_null() & ((pl.col("status") == PUBLISHED) | all_kept)
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
    stay = kept.join(published, on=_AT, how="semi")
    old = ledger_before.join(stay, on=_AT, how="semi").with_columns(pl.lit(_name(ledger)).alias("release"))
    return frame, pl.concat([fresh.select(list(LEDGER)), old.select(list(LEDGER))]).sort(_AT)


def settled(  # noqa: PLR0917 - as again
    declared: Declared,
    now: pl.DataFrame,
    ledger: pl.DataFrame,
    before: pl.DataFrame,
    read: Sequence[pl.DataFrame],
    known: pl.DataFrame,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    """The cells that keep what was published, and those of classes that can neither be kept nor computed again.

    `ledger` also has who is now in what the recalled release showed and this one could not.
    """
    limits = declared.thresholds
    published = before.filter(pl.col("status") == PUBLISHED).select(_AT).unique()
    published = published.join(now.select(_AT).unique(), on=_AT, how="semi")
    both = published.join(ledger.select(*_AT, "persons"), on=_AT, how="left").join(
        read[0].select(*_AT, "persons", "removed"), on=_AT, how="left", suffix="_before"
    )
    both = both.with_columns(file=pl.lit(pl.concat([ledger["file"], read[0]["file"]]).first()))
    removed, changed = pl.col("removed").fill_null(0), _changed()
    inside, earlier = (pl.col(each).list.len().fill_null(0) for each in ("persons", "persons_before"))
    many = pl.when(pl.col("measure") == MOMENTS).then(limits.moments_complement).otherwise(limits.difference)
    erased = removed.is_between(1, declared.noise.blocked_below - 1)
    somebody = (inside > 0) | (earlier > 0) | (removed > 0)
    both = both.join(_nearly(ledger, read[1:], many), on=_AT, how="left").with_columns(
        (_few_besides(both, many, known, declared) | (changed < many) | erased).alias("few"),
        pl.col("nearly").fill_null(value=False),
        _kept_before(both, read).alias("kept"),
    )
    kept = pl.col("kept").all().over(_CLASS)
    many_changed, few_changed = ~pl.col("few"), somebody & pl.col("few")
    mixed = (pl.col("measure") != COST) & (many_changed.any() & few_changed.any()).over(PLACE)
    mixed = ~kept & (mixed | (pl.col("nearly") & many_changed).any().over(_CLASS))
    tally = pl.col("measure").is_in(list(declared.tally))
    stays = tally | kept | (~mixed & pl.col("few"))
    return both.filter(stays).select(_AT), both.filter(mixed & ~tally).select(_AT)


def _few_besides(both: pl.DataFrame, many: pl.Expr, known: pl.DataFrame, declared: Declared) -> pl.Series:
    """Where all but a few of those who came or went are one's own; asked of what many came to or left, no more."""
    few = pl.Series([False] * both.height, dtype=pl.Boolean)
    rows = both.with_row_index().filter(_changed() >= many)
    persons, removed = _apart().alias("persons"), pl.col("removed").fill_null(0)
    told = few_besides_changed(rows.select("file", "measure", persons, removed, many.alias("many")), known, declared)
    few[rows["index"].filter(told).to_list()] = True
    return few


def _kept_before(both: pl.DataFrame, read: Sequence[pl.DataFrame]) -> pl.Series:
    """Where the recalled release was in place of another, and kept that one's: of the same persons, as many erased."""
    if len(read) == 1:
        return pl.Series([False] * both.height, dtype=pl.Boolean)
    then = read[1].select(*_AT, now="persons", gone="removed")
    return (
        both.join(then, on=_AT, how="left", maintain_order="left")
        .select(
            (_between("persons_before", "now") == 0) & (pl.col("removed").fill_null(0) == pl.col("gone").fill_null(0))
        )
        .to_series()
    )


def _changed() -> pl.Expr:
    """How many came or went, of `persons` now and before, with those who were erased."""
    return _between("persons", "persons_before") + pl.col("removed").fill_null(0)


def _apart(one: str = "persons", other: str = "persons_before") -> pl.Expr:
    nobody = pl.lit([], pl.List(pl.String))
    first, second = (pl.col(each).fill_null(nobody) for each in (one, other))
    return first.list.set_symmetric_difference(second)


def _between(one: str, other: str) -> pl.Expr:
    return _apart(one, other).list.len().cast(pl.Int64)


def _nearly(ledger: pl.DataFrame, older: Sequence[pl.DataFrame], many: pl.Expr) -> pl.DataFrame:
    """The cells that one of these showed, too, a few persons apart."""
    nothing = pl.DataFrame(schema={**dict.fromkeys(_AT, pl.String), "nearly": pl.Boolean})
    found = [
        ledger.select(*_AT, "persons")
        .join(each.select(*_AT, "persons", "removed"), on=_AT, how="inner", suffix="_before")
        .filter(_changed().is_between(1, many - 1))
        .select(*_AT, pl.lit(value=True).alias("nearly"))
        for each in older
    ]
    return pl.concat([nothing, *found]).unique()


def _name(ledger: pl.DataFrame) -> str | None:
    return ledger["release"][0] if ledger.height else None
