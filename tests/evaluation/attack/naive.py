"""What others publish, and what the attacks must break, or they are no attacks: rows, suppression, live answers."""

import polars as pl

from app.evaluation.disclosure.counts import exact, with_noise
from app.evaluation.disclosure.declared import COORDINATES, PUBLISHED, ROLLED_UP, SUPPRESSED, Declared
from app.evaluation.disclosure.frames import CELLS
from app.evaluation.disclosure.grid import classes_of
from app.evaluation.disclosure.ladders import Span, coded, places_of
from app.evaluation.disclosure.members import members
from app.evaluation.disclosure.microdata import Microdata

SECRET = b"a secret of the tests, 32 bytes."
BELOW = 5


def rows(microdata: Microdata, *, band: int = 1) -> pl.DataFrame:
    """A row for each course, names and numbers removed; ages in bands of so many years."""
    return microdata.persons.filter(pl.col("started_on").is_not_null()).with_columns(
        pl.col("age") // band,
        quarter=pl.col("started_on").dt.truncate("1q"),
        month=pl.col("started_on").dt.truncate("1mo"),
    )


def exact_cells(microdata: Microdata, declared: Declared, years: tuple[int, ...]) -> pl.DataFrame:
    """The true counts of the whole programme of tables, zeros included, with the keys' sums.

    `shown` is false in a place that is counted among "others" instead.
    """
    span = Span(years, frozenset(), final=False)
    places, shown = places_of(microdata, declared, max(years))
    counted = exact(members(coded(microdata, declared, SECRET, shown), declared, span, {}))
    elsewhere = {(place.level, place.code) for place in places if not place.shown}
    grid = pl.DataFrame(
        [
            (*each, category, each[3:5] not in elsewhere)
            for each in classes_of(declared, places, span)
            for category in declared.categories(each[-1])
        ],
        schema=[*COORDINATES, "shown"],
        orient="row",
    )
    return grid.join(counted, on=COORDINATES, how="left").with_columns(pl.col("true", "hi", "lo").fill_null(0))


def suppressed(cells: pl.DataFrame) -> pl.DataFrame:
    """Every count as it is, but none of 1 to 4."""
    hidden = pl.col("true").is_between(1, BELOW - 1) | ~pl.col("shown")
    return cells.select(
        pl.lit("naive").alias("release"),
        *COORDINATES,
        pl.when(~hidden).then("true").alias("n"),
        pl.when(~pl.col("shown"))
        .then(pl.lit(ROLLED_UP))
        .otherwise(pl.when(hidden).then(pl.lit(SUPPRESSED)).otherwise(pl.lit(PUBLISHED)))
        .alias("status"),
    ).cast(CELLS)


def answered(cells: pl.DataFrame, declared: Declared, *, noise: bool) -> pl.DataFrame:
    """A live table, asked now: true counts, or with the noise that belongs to who is in them now."""
    return cells.with_columns(with_noise(cells, declared) if noise else pl.col("true").alias("n"))
