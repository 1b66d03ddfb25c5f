"""Everyone's codes on the declared ladders: bands, groups, places, periods. Steps are declared and never optimised."""

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import polars as pl

from app.evaluation.disclosure.declared import Band, Declared
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.noise import record_key

LATE = "late"
PROGRAMME, PROJECT, OTHERS, MUNICIPALITY = "programme", "project", "others", "municipality"


@dataclass(frozen=True, slots=True)
class Place:
    """A place of the grid, and whether this release shows it."""

    level: str
    code: str
    shown: bool = True


@dataclass(frozen=True, slots=True)
class Span:
    """The years of a release, and whether it is the last one, which also shows what came late."""

    years: tuple[int, ...]
    before: frozenset[int]
    final: bool

    @property
    def whole(self) -> str:
        """All its years as one code."""
        return str(self.years[0]) if len(self.years) == 1 else f"{self.years[0]}-{self.years[-1]}"

    @property
    def cohorts(self) -> tuple[str, ...]:
        """Its years, each a cohort by when the course ended."""
        return tuple(str(each) for each in self.years)

    def codes(self, period_type: str) -> Iterator[str]:
        """The codes of a type of period."""
        for year in self.years:
            if period_type == "quarter":
                yield from (f"{year}Q{quarter}" for quarter in (1, 2, 3, 4))
            elif period_type == "half_year":
                yield from (f"{year}H{half}" for half in (1, 2))
            else:
                yield str(year)

    def within(self, day: str) -> pl.Expr:
        """Whether a day lies in it."""
        return pl.col(day).dt.year().is_in(list(self.years)).fill_null(value=False)

    def late(self, day: str, known: Collection[str]) -> pl.Expr:
        """Whether a day lies in a period released earlier, of somebody who was not counted in that."""
        if not self.final:
            return pl.lit(value=False)
        earlier = pl.col(day).dt.year().is_in(sorted(self.before)).fill_null(value=False)
        return earlier & ~pl.col("person").is_in(sorted(known))


def period_of(day: str, period_type: str) -> pl.Expr:
    """A day's period, as its code."""
    year = pl.col(day).dt.year().cast(pl.String)
    if period_type == "quarter":
        return year + "Q" + pl.col(day).dt.quarter().cast(pl.String)
    if period_type == "half_year":
        return year + "H" + ((pl.col(day).dt.month() + 5) // 6).cast(pl.String)
    return year


def banded(value: pl.Expr, bands: Sequence[Band]) -> pl.Expr:
    """A value's band; null where there is no value."""
    found = pl.lit(bands[-1].code)
    for band in reversed(bands[:-1]):
        under = value <= band.to if band.to is not None else value < band.below
        found = pl.when(under).then(pl.lit(band.code)).otherwise(found)
    return pl.when(value.is_not_null()).then(found)


def places_of(microdata: Microdata, declared: Declared, last_year: int) -> tuple[tuple[Place, ...], dict[str, Place]]:
    """The grid's places, and the place that each project is shown at.

    A project with few starts so far goes into "others" of its programme if at least as many as declared do; else it is
    counted in the programme alone. Starts are all up to the release's end, so a project does not fall back by years.
    A municipality with few identified so far is counted in its project alone.
    """
    limits = declared.thresholds
    last = date(last_year, 12, 31)
    until = microdata.persons.filter(pl.col("identified_on") <= last)
    started = microdata.persons.filter(pl.col("started_on") <= last)
    starts = dict(started.group_by("project").len().iter_rows())
    grid: list[Place] = []
    shown: dict[str, Place] = {}
    for programme in sorted(set(microdata.places["programme"])):
        here = microdata.places.filter((pl.col("programme") == programme) & (pl.col("level") == PROJECT))["code"]
        small = {each for each in here if starts.get(each, 0) < limits.small_project_starts}
        others = Place(OTHERS, f"{OTHERS}_{programme}", len(small) >= limits.others_at_least)
        for code in sorted(here):
            place = Place(PROJECT, code, code not in small)
            grid.append(place)
            if place.shown or others.shown:
                shown[code] = place if place.shown else others
        grid += [others, Place(PROGRAMME, programme)]
    towns = microdata.places.filter(pl.col("level") == MUNICIPALITY)["code"].unique().sort()
    identified = dict(until.group_by("municipality").len().iter_rows())
    enough = limits.small_municipality_identified
    return (*grid, *(Place(MUNICIPALITY, code, identified.get(code, 0) >= enough) for code in towns)), shown


def keyed(people: pl.Series, secret: bytes) -> pl.DataFrame:
    """Record keys in two halves of 32 bits, whose sums cannot overflow."""
    keys = [record_key(secret, each) for each in people]
    halves = {"hi": [each >> 32 for each in keys], "lo": [each & 0xFFFFFFFF for each in keys]}
    return pl.DataFrame({"person": people, **halves}, schema_overrides={"hi": pl.UInt64, "lo": pl.UInt64})


def coded(microdata: Microdata, declared: Declared, secret: bytes, shown: Mapping[str, Place]) -> pl.DataFrame:
    """The persons with keys, place and every code that a table breaks down by; null where somebody has none."""
    persons = microdata.persons.sort("person")
    places = pl.DataFrame(
        [(project, place.level, place.code) for project, place in shown.items()],
        schema={"project": pl.String, "place_level": pl.String, "place_code": pl.String},
        orient="row",
    )
    age = pl.lit(None, pl.String)
    for group in declared.ladders.age:
        inside = (pl.col("age") >= group.since) & (pl.col("age") <= (group.to or pl.col("age")))
        age = pl.when(inside).then(pl.lit(group.code)).otherwise(age)
    return (
        persons.join(keyed(persons["person"], secret), on="person", validate="1:1", maintain_order="left")
        .join(places, on="project", how="left", validate="m:1", maintain_order="left")
        .with_columns(
            pl.when(pl.col("sex").is_in(declared.ladders.sex)).then("sex").alias("sex_code"),
            age.alias("age_group"),
            *_outcomes(declared),
        )
    )


def _outcomes(declared: Declared) -> Iterator[pl.Expr]:
    bands, ended = declared.bands, pl.col("ended_on").is_not_null()
    change = banded(pl.col("who5_end") - pl.col("who5_start"), bands["change"])
    yield (banded(pl.col("who5_start"), bands["who5"]) + "_" + change).alias("c_who5_band_change")
    yield change.alias("c_who5_change")
    yield banded(pl.col("recovery_end") - pl.col("recovery_start"), bands["change"]).alias("c_recovery_change")
    yield banded(pl.col("benefit"), bands["benefit"]).alias("c_benefit")
    held = pl.when(pl.col("sessions") > 0).then("sessions")
    yield banded(held, bands["sessions"]).alias("c_sessions")
    ending = pl.lit("other")
    for code, closings in declared.closings.items():
        ending = pl.when(pl.col("closing").is_in(closings)).then(pl.lit(code)).otherwise(ending)
    yield pl.when(ended).then(ending).alias("c_ending")
    followed = pl.when(pl.col("followed_up_on").is_not_null()).then(pl.lit("yes")).otherwise(pl.lit("no"))
    yield pl.when(ended).then(followed).alias("c_follow_up")
    yield pl.when(pl.col("referrer") == "police").then(pl.lit("police")).otherwise(pl.lit("other")).alias("c_referrer")
    days = (pl.col("contacted_on") - pl.col("passed_on_on")).dt.total_days()
    yield banded(days, bands["contact"]).fill_null("none").alias("c_contact_time")
