"""Means and their spread, of enough persons and cases, rounded; no minimum, maximum or percentile."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import polars as pl

from app.evaluation.disclosure.besides import Besides, few_besides, own_of_each
from app.evaluation.disclosure.counts import with_noise
from app.evaluation.disclosure.declared import ALL, PLACE, PUBLISHED, ROLLED_UP, SUPPRESSED, Declared, Mean
from app.evaluation.disclosure.grid import Class, outcome_classes
from app.evaluation.disclosure.ladders import Place, Span
from app.evaluation.disclosure.members import Known, outcome_members
from app.evaluation.disclosure.together import Together, candidates

_VALUES = ("start", "end", "change", "mean", "sd")


@dataclass(frozen=True, slots=True)
class Shown:
    """A file's whole grid, and who is counted in each of its classes, shown or not."""

    frame: pl.DataFrame
    members: pl.DataFrame


def statuses(classes: Sequence[Class], places: Sequence[Place], shown: Sequence[Class]) -> Mapping[Class, str]:
    """Published, shown at another step of its ladder, or not at all."""
    hidden = {(place.level, place.code) for place in places if not place.shown}
    published = set(shown)
    elsewhere = {_ladder(each) for each in shown}
    return {
        each: PUBLISHED
        if each in published
        else ROLLED_UP
        if each[3:5] in hidden or _ladder(each) in elsewhere
        else SUPPRESSED
        for each in classes
    }


def _ladder(which: Class) -> tuple[str, ...]:
    """What the steps of one ladder share: table, place, measure, and among people the track and sex."""
    of_people = which[5:7] if which[0] == "outcome_people" else ()
    return (which[0], *which[3:5], *of_people, which[-1])


def means(  # noqa: PLR0917 - of a programme over a span, beside what is known
    persons: pl.DataFrame,
    declared: Declared,
    places: Sequence[Place],
    span: Span,
    known: Known,
    besides: Besides,
) -> Shown:
    """The grid of all means."""
    frames, members = [], []
    for measure, mean in declared.means.items():
        frame, counted = _of_measure(persons, declared, places, span, known, besides, measure, mean)
        frames.append(frame)
        members.append(counted)
    return Shown(pl.concat(frames), pl.concat(members))


def _of_measure(  # noqa: PLR0917 - one measure of a programme over a span
    persons: pl.DataFrame,
    declared: Declared,
    places: Sequence[Place],
    span: Span,
    known: Known,
    besides: Besides,
    measure: str,
    mean: Mean,
) -> tuple[pl.DataFrame, pl.DataFrame]:
    limits = declared.thresholds
    having = persons.drop_nulls(list(mean.variables))
    members = pl.concat(list(outcome_members(having, span, known, measure, None)))
    exact = _exact(members, having, mean)
    enough = {
        tuple(row)
        for row in exact.filter(
            (pl.col("true") >= limits.means_persons) & (pl.col("cases") >= limits.means_cases) & _spread(mean, declared)
        )
        .select(PLACE)
        .iter_rows()
    }
    own = own_of_each(besides.answers, mean.variables)
    enough -= few_besides(members, having, own, limits.means_persons, limits.means_cases)
    at = list(candidates(declared, places, span, measure, enough.__contains__))
    out = besides.means_out(declared, measure)
    shown = Together.of(at, members, limits.means_complement, own=own, out=out).settle()
    status = statuses(list(outcome_classes(declared, places, span, (measure,))), places, shown)
    grid = pl.DataFrame([(*each, told) for each, told in status.items()], schema=[*PLACE, "status"], orient="row")
    grid = grid.join(exact, on=PLACE, how="left", validate="1:1").with_columns(pl.col("true", "hi", "lo").fill_null(0))
    finer = pl.when(pl.col("true") >= limits.finer_rounding_from).then(mean.unit / 2).otherwise(mean.unit)
    grid = grid.with_columns(
        with_noise(grid, declared),
        *((pl.col(f"true_{each}") / finer).round().mul(finer).round(4).alias(each) for each in _VALUES),
    )
    told = pl.col("status") == PUBLISHED
    return (
        grid.select(
            *PLACE,
            *(pl.when(told).then(pl.col(each)).alias(each) for each in ("n", *_VALUES)),
            *("status", "true", "cases"),
            *(f"true_{each}" for each in _VALUES),
        ),
        members,
    )


def _exact(members: pl.DataFrame, having: pl.DataFrame, mean: Mean) -> pl.DataFrame:
    """Every class's true values; of a scale with a start and an end the spread is that of the change."""
    nothing = pl.lit(None, pl.Float64)
    if mean.value:
        columns = {"value": pl.col(mean.value), "change": pl.col(mean.value)}
        told = {"start": nothing, "end": nothing, "change": nothing, "mean": pl.col("value").mean()}
    else:
        start, end = pl.col(mean.start or ALL), pl.col(mean.end or ALL)
        columns = {"start": start, "end": end, "change": end - start}
        told = {"start": pl.col("start").mean(), "end": pl.col("end").mean(), "change": pl.col("change").mean()}
        told["mean"] = nothing
    values = having.select("person", "case", *(column.cast(pl.Float64).alias(name) for name, column in columns.items()))
    spread = {f"spread_{name}": pl.col(name).std() for name in columns}
    return (
        members.join(values, on="person", validate="m:1", maintain_order="left")
        .group_by(PLACE, maintain_order=True)
        .agg(
            pl.len().cast(pl.Int64).alias("true"),
            pl.col("case").n_unique().alias("cases"),
            pl.col("hi", "lo").sum(),
            *(value.alias(f"true_{name}") for name, value in told.items()),
            pl.col("change").std().alias("true_sd"),
            **spread,
        )
    )


def _spread(mean: Mean, declared: Declared) -> pl.Expr:
    """Whether no spread would be rounded to nothing: else everybody has the same value."""
    names = ("value",) if mean.value else ("start", "end", "change")
    fewer = pl.col("true") < declared.thresholds.finer_rounding_from
    unit = pl.when(fewer).then(mean.unit).otherwise(mean.unit / 2)
    return pl.all_horizontal((pl.col(f"spread_{name}") / unit).round() > 0 for name in names)
