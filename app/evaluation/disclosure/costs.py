"""What courses cost: of enough courses and workers, none of whom makes up more than half of it."""

from collections.abc import Iterator, Mapping, Sequence
from itertools import product

import polars as pl

from app.evaluation.disclosure.counts import with_noise
from app.evaluation.disclosure.declared import ALL, PLACE, PUBLISHED, ROLLED_UP, SUPPRESSED, Declared
from app.evaluation.disclosure.grid import Class
from app.evaluation.disclosure.ladders import MUNICIPALITY, Place, Span
from app.evaluation.disclosure.means import Shown
from app.evaluation.disclosure.together import Together

TABLE = "cost"
_TYPE = "measure"
"""Where the course's type stands among the coordinates of a class."""


def cost(  # noqa: PLR0917 - costs of a programme over a span
    costs: pl.DataFrame,
    keys: pl.DataFrame,
    declared: Declared,
    places: Sequence[Place],
    span: Span,
    project_at: Mapping[str, Sequence[tuple[str, str]]],
) -> Shown:
    """The grid of costs. A course that ran over several years is one in each of them.

    `project_at` names the places (level, code) that a project's courses are counted at.
    """
    limits = declared.thresholds
    members = _members(costs, keys, declared, span, project_at)
    courses = members.group_by(*PLACE, "course").agg(pl.col("hours", "dkk").sum(), pl.col("person", "hi", "lo").first())
    exact = (
        courses.group_by(PLACE)
        .agg(
            pl.len().cast(pl.Int64).alias("true"),
            pl.col("hours", "dkk", "hi", "lo").sum(),
            *(pl.col(each).max().alias(f"course_{each}") for each in ("hours", "dkk")),
        )
        .join(_workers(members), on=PLACE, validate="1:1")
    )
    largest = [
        pl.col(f"{who}_{what}") <= limits.cost_share * pl.col(what)
        for who, what in product(("course", "staff"), ("hours", "dkk"))
    ]
    allowed = (pl.col("true") >= limits.cost_courses) & (pl.col("staff") >= limits.cost_staff)
    enough = exact.filter(allowed, *largest).select(PLACE).sort(PLACE)
    counted = courses.select(*PLACE, "person").unique()
    shown = set(Together.of([tuple(row) for row in enough.iter_rows()], counted, limits.cost_courses).settle())
    hidden = {(place.level, place.code) for place in places if not place.shown}
    rows = [
        (*each, PUBLISHED if each in shown else ROLLED_UP if each[3:5] in hidden else SUPPRESSED)
        for each in _classes(declared, places, span)
    ]
    grid = pl.DataFrame(rows, schema=[*PLACE, "status"], orient="row")
    grid = grid.join(exact, on=PLACE, how="left", validate="1:1").with_columns(pl.col("true", "hi", "lo").fill_null(0))
    told = pl.col("status") == PUBLISHED
    mean = pl.col("hours", "dkk") / pl.col("true")
    grid = grid.with_columns(with_noise(grid, declared), mean.name.prefix("true_")).with_columns(
        pl.when(told).then("n").alias("n"),
        pl.when(told).then(_rounded("true_hours", limits.cost_hours_to)).alias("mean_hours"),
        pl.when(told).then(_rounded("true_dkk", limits.cost_dkk_to)).cast(pl.Int64).alias("mean_dkk"),
    )
    return Shown(_by_category(grid), _by_category(courses.select(*PLACE, "person")))


def _classes(declared: Declared, places: Sequence[Place], span: Span) -> Iterator[Class]:
    for place in places:
        if place.level != MUNICIPALITY:
            for year, kind in product(span.codes("year"), declared.codes["course_type"]):
                yield (TABLE, "year", year, place.level, place.code, ALL, ALL, ALL, kind)


def _members(
    costs: pl.DataFrame,
    keys: pl.DataFrame,
    declared: Declared,
    span: Span,
    project_at: Mapping[str, Sequence[tuple[str, str]]],
) -> pl.DataFrame:
    """Each row of the costs at each place that it counts at."""
    places = pl.DataFrame(
        [(project, *at) for project, several in project_at.items() for at in several],
        schema=dict.fromkeys(("project", "place_level", "place_code"), pl.String),
        orient="row",
    )
    named = {"table": pl.lit(TABLE), "period_type": pl.lit("year"), "period": pl.col("year").cast(pl.String)}
    named |= {"place_level": pl.col("place_level"), "place_code": pl.col("place_code"), _TYPE: pl.col("course_type")}
    return (
        costs.filter(pl.col("year").is_in(list(span.years)))
        .filter(pl.col("course_type").is_in(list(declared.codes["course_type"])))
        .join(keys, on="person", validate="m:1")
        .join(places, on="project")
        .sort("course", "staff")
        .select(
            *(named.get(name, pl.lit(ALL)).alias(name) for name in PLACE),
            *("course", "person", "staff", "hours", "dkk", "hi", "lo"),
        )
    )


def _workers(members: pl.DataFrame) -> pl.DataFrame:
    """How many workers, and what the largest has."""
    by_worker = members.group_by(*PLACE, "staff").agg(pl.col("hours", "dkk").sum())
    return by_worker.group_by(PLACE).agg(
        pl.col("staff").n_unique(), *(pl.col(each).max().alias(f"staff_{each}") for each in ("hours", "dkk"))
    )


def _by_category(frame: pl.DataFrame) -> pl.DataFrame:
    """The type of course as a category of the measure "cost"."""
    return frame.with_columns(pl.col(_TYPE).alias("category"), pl.lit(TABLE).alias("measure"))


def _rounded(column: str, unit: float) -> pl.Expr:
    return (pl.col(column) / unit).round() * unit
