"""Who is counted in which cell, at every step of every ladder: one row a person and cell."""

from collections.abc import Collection, Iterator, Mapping

import polars as pl

from app.evaluation.disclosure.declared import ALL, COORDINATES, Declared
from app.evaluation.disclosure.ladders import LATE, MUNICIPALITY, PROGRAMME, Span, period_of

Known = Mapping[str, Collection[str]]
"""Who was counted in a measure by an earlier release."""
_KEPT = ("person", "hi", "lo")
_PROJECT = {"place_level": pl.col("place_level"), "place_code": pl.col("place_code")}
_PROGRAMME = {"place_level": pl.lit(PROGRAMME), "place_code": pl.col("programme")}
_LATE = {"period_type": pl.lit(LATE), "period": pl.lit(LATE)}


def part(frame: pl.DataFrame, table: str, measure: str, **coordinates: pl.Expr) -> pl.DataFrame:
    """The persons of a frame in their cells; a dimension that is not named is `all`, one without a code counts not."""
    named = {"table": pl.lit(table), "measure": pl.lit(measure), **coordinates}
    whole = [named.get(name, pl.lit(ALL)).cast(pl.String).alias(name) for name in COORDINATES]
    return frame.select(*whole, *_KEPT).drop_nulls()


def _not_yet(known: Known, *measures: str) -> pl.Expr:
    """Whom no earlier release counted in these: a date moved over New Year, or a consent given anew, is no event."""
    return ~pl.col("person").is_in(list({each for measure in measures for each in known.get(measure, ())}))


def members(persons: pl.DataFrame, declared: Declared, span: Span, known: Known) -> Iterator[pl.DataFrame]:
    """All memberships of the counts, in parts of which no two share a cell."""
    yield from _flow(persons, declared, span, known)
    yield from _referrer(persons, span, known)
    yield from _contact_time(persons, span, known)
    for measure in declared.outcomes:
        yield from outcome_members(persons, span, known, measure, f"c_{measure}")


def outcome_members(
    persons: pl.DataFrame, span: Span, known: Known, measure: str, category: str | None
) -> Iterator[pl.DataFrame]:
    """Memberships of one measure in both tables of outcomes, at every step; of means where there is no category."""
    having = persons.filter(pl.col("ended_on").is_not_null())
    shown = {"category": pl.col(category)} if category else {}
    if category:
        having = having.filter(pl.col(category).is_not_null())
    here = having.filter(span.within("ended_on"), _not_yet(known, measure))
    cohort = {"period_type": pl.lit("cohort"), "period": period_of("ended_on", "year")}
    whole = {"period_type": pl.lit("cohort"), "period": pl.lit(span.whole)}
    track = {"track": pl.col("track")}
    for period in (cohort,) if len(span.years) == 1 else (cohort, whole):
        for place in (_PROJECT, _PROGRAMME):
            for side in (track, {}):
                yield part(here, "outcome_place", measure, **period, **place, **side, **shown)
    if span.final:
        late = having.filter(span.late("ended_on", known.get(measure, ())))
        yield part(late, "outcome_place", measure, **_LATE, **_PROGRAMME, **shown)
    sex, age = {"sex": pl.col("sex_code")}, {"age_group": pl.col("age_group")}
    for people in ({**sex, **age}, sex, {}):
        yield part(here, "outcome_people", measure, **whole, **_PROGRAMME, **track, **people, **shown)


def _flow(persons: pl.DataFrame, declared: Declared, span: Span, known: Known) -> Iterator[pl.DataFrame]:
    for measure, flow in declared.flow.items():
        here = persons.filter(span.within(flow.day), _not_yet(known, measure))
        quarter = {"period_type": pl.lit("quarter"), "period": period_of(flow.day, "quarter")}
        year = {"period_type": pl.lit("year"), "period": period_of(flow.day, "year")}
        town = {"place_level": pl.lit(MUNICIPALITY), "place_code": pl.col("municipality")}
        yield part(here, "flow_municipality", measure, **year, **town)
        for place in (_PROJECT, _PROGRAMME):
            yield part(here, "flow_quarter", measure, **quarter, **place)
            yield part(here, "flow_track", measure, **year, **place, track=pl.col("track"))
        if span.final:
            late = persons.filter(span.late(flow.day, known.get(measure, ())))
            yield part(late, "flow_quarter", measure, **_LATE, **_PROGRAMME)


def _referrer(persons: pl.DataFrame, span: Span, known: Known) -> Iterator[pl.DataFrame]:
    here = persons.filter(span.within("identified_on"), _not_yet(known, "referrer", "identified"))
    year = {"period_type": pl.lit("year"), "period": period_of("identified_on", "year")}
    by = {"track": pl.col("track"), "category": pl.col("c_referrer")}
    for place in (_PROJECT, _PROGRAMME):
        yield part(here, "flow_track", "referrer", **year, **place, **by)


def _contact_time(persons: pl.DataFrame, span: Span, known: Known) -> Iterator[pl.DataFrame]:
    here = persons.filter(span.within("passed_on_on"), _not_yet(known, "contact_time", "passed_on"))
    for kind in ("half_year", "year"):
        period = {"period_type": pl.lit(kind), "period": period_of("passed_on_on", kind)}
        for place in (_PROJECT, _PROGRAMME):
            yield part(here, "contact_time", "contact_time", **period, **place, category=pl.col("c_contact_time"))
