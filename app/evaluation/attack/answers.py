"""Are means the means of those whom the ledger has behind them, and do they differ?

The other attacks on means go by the ledger. One that is wrong would silence them all, so what is shown is worked out
once more from the snapshot. And where everybody answered the same, a mean says what each of them did, however many
they are.
"""

from collections.abc import Iterator, Mapping

import polars as pl

from app.evaluation.attack.again import whole
from app.evaluation.attack.findings import Finding
from app.evaluation.disclosure.declared import ALL, COORDINATES, PLACE, PUBLISHED, Declared, Mean

_ENOUGH = 1e-6
_NAMES = {"means": "means", "moments": "moments", "cost": "costs"}


def behind_nothing(release: str, frames: Mapping[str, pl.DataFrame], ledger: pl.DataFrame) -> Iterator[Finding]:
    """Means, moments and costs that are shown, of whom the ledger has nobody."""
    for name, called in _NAMES.items():
        shown = whole(name, frames[name]).filter(pl.col("status") == PUBLISHED).select(COORDINATES).unique()
        of_file = ledger.filter(pl.col("file") == name)
        for row in shown.join(of_file, on=COORDINATES, how="anti").sort(COORDINATES).iter_rows(named=True):
            yield _finding("sets", release, row, f"{called} are shown of whom the ledger has nobody")


def unlike_answered(
    release: str, means: pl.DataFrame, ledger: pl.DataFrame, persons: pl.DataFrame, declared: Declared
) -> Iterator[Finding]:
    """Means that are not those of the persons in the ledger, and of persons who all have nearly the same."""
    of_file = ledger.filter(pl.col("file") == "means").select(*PLACE, person="persons").explode("person")
    shown = means.filter(pl.col("status") == PUBLISHED)
    for name, mean in declared.means.items():
        told = _told(mean)
        values = persons.select("person", *(value.cast(pl.Float64).alias(f"{each}_") for each, value in told.items()))
        inside = of_file.filter(pl.col("measure") == name).join(values, on="person", how="left")
        found = inside.group_by(PLACE).agg(
            pl.len().alias("many"),
            *(pl.col(f"{each}_").mean() for each in told),
            *(pl.col(f"{each}_").std().alias(f"{each}_spread") for each in told),
        )
        finer = pl.col("many") >= declared.thresholds.finer_rounding_from
        step = pl.when(finer).then(mean.unit / 2).otherwise(mean.unit)
        both = shown.filter(pl.col("measure") == name).join(found, on=PLACE).with_columns(step=step)
        off = pl.any_horizontal((pl.col(each) - pl.col(f"{each}_")).abs() > step / 2 + _ENOUGH for each in told)
        alike = pl.any_horizontal((pl.col(f"{each}_spread") / step).round() == 0 for each in told)
        for row in both.filter(off.fill_null(value=True)).sort(PLACE).iter_rows(named=True):
            yield _finding("sets", release, row, "not the mean of those whom the ledger has")
        for row in both.filter(alike.fill_null(value=True)).sort(PLACE).iter_rows(named=True):
            yield _finding("homogeneity", release, row, f"all {row['many']} persons have nearly the same")


def _told(mean: Mean) -> dict[str, pl.Expr]:
    if mean.value:
        return {"mean": pl.col(mean.value)}
    start, end = pl.col(mean.start or ALL), pl.col(mean.end or ALL)
    return {"start": start, "end": end, "change": end - start}


def _finding(attack: str, release: str, row: Mapping[str, str], what: str) -> Finding:
    cell = tuple((column, row.get(column, ALL)) for column in COORDINATES if column != "table")
    return Finding(attack, release, row["table"], cell, what)
