"""The complete code grid: every cell that a release writes out, whoever takes part. A row's presence tells nothing."""

from collections.abc import Iterator, Sequence
from itertools import product

from app.evaluation.disclosure.declared import ALL, Declared
from app.evaluation.disclosure.ladders import LATE, MUNICIPALITY, PROGRAMME, Place, Span

Class = tuple[str, ...]
"""The coordinates of a cell without its category: those of a distribution, or of a mean."""


def classes_of(declared: Declared, places: Sequence[Place], span: Span) -> Iterator[Class]:
    """Every class that counts are broken down by."""
    yield from _flow(declared, places, span)
    for place in _projects(places):
        for kind in ("half_year", "year"):
            for period in span.codes(kind):
                yield ("contact_time", kind, period, place.level, place.code, ALL, ALL, ALL, "contact_time")
    yield from outcome_classes(declared, places, span, tuple(declared.outcomes))


def outcome_classes(
    declared: Declared, places: Sequence[Place], span: Span, measures: Sequence[str]
) -> Iterator[Class]:
    """The classes of both tables of outcomes, for these measures."""
    for measure in measures:
        for place in _projects(places):
            at = (place.level, place.code)
            for period in cohorts_of(span):
                for track in (*declared.tracks, ALL):
                    yield ("outcome_place", "cohort", period, *at, track, ALL, ALL, measure)
            if place.level == PROGRAMME and span.final:
                yield ("outcome_place", LATE, LATE, *at, ALL, ALL, ALL, measure)
        for place in places:
            if place.level == PROGRAMME:
                for track in declared.tracks:
                    for sex, age in people_of(declared):
                        at = (place.level, place.code)
                        yield ("outcome_people", "cohort", span.whole, *at, track, sex, age, measure)


def cohorts_of(span: Span) -> tuple[str, ...]:
    """The cohorts, and all of them together where there are several."""
    return tuple(dict.fromkeys((*span.cohorts, span.whole)))


def people_of(declared: Declared) -> list[tuple[str, str]]:
    """Sex and age group, each sex whole, and everybody."""
    ages = [group.code for group in declared.ladders.age]
    return [*((sex, age) for sex in declared.ladders.sex for age in (*ages, ALL)), (ALL, ALL)]


def _projects(places: Sequence[Place]) -> list[Place]:
    return [place for place in places if place.level != MUNICIPALITY]


def _flow(declared: Declared, places: Sequence[Place], span: Span) -> Iterator[Class]:
    counted, quarters, years = tuple(declared.flow), tuple(span.codes("quarter")), tuple(span.codes("year"))
    for place in places:
        at = (place.level, place.code)
        if place.level == MUNICIPALITY:
            for measure, year in product(counted, years):
                yield ("flow_municipality", "year", year, *at, ALL, ALL, ALL, measure)
            continue
        for measure, quarter in product((*counted, *declared.tally), quarters):
            yield ("flow_quarter", "quarter", quarter, *at, ALL, ALL, ALL, measure)
        for measure, track, year in product((*counted, "referrer"), declared.tracks, years):
            yield ("flow_track", "year", year, *at, track, ALL, ALL, measure)
        for measure in counted if place.level == PROGRAMME and span.final else ():
            yield ("flow_quarter", LATE, LATE, *at, ALL, ALL, ALL, measure)
