"""Counts: exact by cell, then their noise, then what of them is shown."""

from collections.abc import Iterable, Mapping, Sequence

import numpy as np
import polars as pl

from app.evaluation.disclosure.declared import ALL, COORDINATES, PUBLISHED, ROLLED_UP, Declared
from app.evaluation.disclosure.grid import classes_of
from app.evaluation.disclosure.homogeneity import Distributions, choose
from app.evaluation.disclosure.ladders import Place, Span
from app.evaluation.disclosure.noise import Keys, perturbation, record_key

_HALF = np.uint64(32)


def keys_of(hi: pl.Series, lo: pl.Series) -> Keys:
    """Sums of 32-bit halves as sums of keys modulo 2^64."""
    high: Keys = hi.to_numpy().astype(np.uint64)
    low: Keys = lo.to_numpy().astype(np.uint64)
    return (high << _HALF) + low


def with_noise(frame: pl.DataFrame, declared: Declared) -> pl.Series:
    """What is published for `true` persons whose keys sum up to `hi` and `lo`."""
    noisy = perturbation(declared.noise).published(
        frame["true"].to_numpy().astype(np.int64), keys_of(frame["hi"], frame["lo"])
    )
    return pl.Series("n", noisy)


def exact(parts: Iterable[pl.DataFrame]) -> pl.DataFrame:
    """Persons and key of every cell that somebody is in."""
    sums = (pl.len().alias("true").cast(pl.Int64), pl.col("hi").sum(), pl.col("lo").sum())
    return pl.concat([part.group_by(COORDINATES).agg(*sums) for part in parts])


def tallied(tallies: pl.DataFrame, project_at: Mapping[str, Sequence[tuple[str, str]]], secret: bytes) -> pl.DataFrame:
    """Tallies as cells. There are no persons to take keys from: a tally has one for its project and quarter."""
    rows = []
    for project, quarter, number in tallies.filter(pl.col("n") > 0).iter_rows():
        key = record_key(secret, f"tally {project} {quarter}")
        for level, code in project_at.get(project, ()):
            at = ("flow_quarter", "quarter", quarter, level, code, ALL, ALL, ALL, "identified_without_consent", ALL)
            rows.append((*at, number, key >> 32, key & 0xFFFFFFFF))
    sums = {"true": pl.Int64, "hi": pl.UInt64, "lo": pl.UInt64}
    frame = pl.DataFrame(rows, schema={**dict.fromkeys(COORDINATES, pl.String), **sums}, orient="row")
    return frame.group_by(COORDINATES).agg(pl.col("true", "hi", "lo").sum())


def count(declared: Declared, places: Sequence[Place], span: Span, counted: pl.DataFrame) -> pl.DataFrame:
    """The complete grid with `true`, `n` and `status`."""
    classes = list(classes_of(declared, places, span))
    status = choose(declared, classes, span, Distributions.of(declared, counted)).status
    hidden = {(place.level, place.code) for place in places if not place.shown}
    rows = [
        (*each, category, ROLLED_UP if each[3:5] in hidden else status.get(each, PUBLISHED))
        for each in classes
        for category in declared.categories(each[-1])
    ]
    grid = pl.DataFrame(rows, schema=[*COORDINATES, "status"], orient="row")
    cells = grid.join(counted, on=COORDINATES, how="left", validate="1:1").with_columns(
        pl.col("true", "hi", "lo").fill_null(0)
    )
    return cells.with_columns(with_noise(cells, declared)).with_columns(
        pl.when(pl.col("status") == PUBLISHED).then("n").alias("n")
    )
