"""What a build reads: everyone with an active evaluation consent at the snapshot, once, and nobody else."""

from dataclasses import dataclass, field
from datetime import date, datetime
from typing import Any

import polars as pl

PERSONS: dict[str, Any] = {
    "person": pl.String,
    "case": pl.String,
    "project": pl.String,
    "programme": pl.String,
    "track": pl.String,
    "municipality": pl.String,
    "referrer": pl.String,
    "age": pl.Int64,
    "sex": pl.String,
    "identified_on": pl.Date,
    "consented_on": pl.Date,
    "passed_on_on": pl.Date,
    "contacted_on": pl.Date,
    "started_on": pl.Date,
    "ended_on": pl.Date,
    "followed_up_on": pl.Date,
    "closing": pl.String,
    "who5_start": pl.Float64,
    "who5_end": pl.Float64,
    "recovery_start": pl.Float64,
    "recovery_end": pl.Float64,
    "benefit": pl.Float64,
    "sessions": pl.Int64,
    "hours": pl.Float64,
    "controllers": pl.List(pl.String),
    "told_by": pl.List(pl.Struct({"variable": pl.String, "by": pl.String})),
    "recipients": pl.List(pl.String),
}
COSTS: dict[str, Any] = {
    "course": pl.String,
    "person": pl.String,
    "project": pl.String,
    "course_type": pl.String,
    "year": pl.Int64,
    "staff": pl.String,
    "hours": pl.Float64,
    "dkk": pl.Float64,
}
TALLIES: dict[str, Any] = {"project": pl.String, "quarter": pl.String, "n": pl.Int64}
KNOWN: dict[str, Any] = {"variable": pl.String, "by": pl.String, "persons": pl.List(pl.String)}
PLACES: dict[str, Any] = {"level": pl.String, "code": pl.String, "programme": pl.String}


@dataclass(frozen=True, slots=True)
class Microdata:
    """One snapshot.

    A person is one row, `case` the pseudonym that both sides of a couple share (else the person). Days are when
    something happened. Scales are 0-100, `benefit` 1-5. `controllers` are whose rows
    tell of a person, `told_by` which controller's rows which column was read from (`costs`: what was spent),
    `recipients` who has ever had a pseudonymised row of what the person answered. `costs` has a row for each course,
    worker and year.
    `tallies` are those identified without consent, of whom there are no rows, by quarter (`2025Q1`).

    `places` are the projects and municipalities that a release writes out whether or not anybody lives there: what
    the grid holds must never depend on who takes part. Without it, the places of the persons are taken.

    `knew` is of whom each controller had known a column, and an evaluator all of them, when earlier releases were
    built: of those who have withdrawn since no snapshot tells it, and it is known still.
    """

    persons: pl.DataFrame
    costs: pl.DataFrame
    tallies: pl.DataFrame
    taken_at: datetime
    places: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=PLACES))
    knew: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=KNOWN))

    def __post_init__(self) -> None:
        for name, schema in (("persons", PERSONS), ("costs", COSTS), ("tallies", TALLIES), ("places", PLACES)):
            frame: pl.DataFrame = getattr(self, name)
            if frame.is_empty() and not frame.columns:
                object.__setattr__(self, name, pl.DataFrame(schema=schema))
                continue
            object.__setattr__(self, name, frame.select(pl.col(column).cast(kind) for column, kind in schema.items()))
        if self.persons["person"].n_unique() != self.persons.height:
            raise ValueError("A person is one row.")
        if self.places.is_empty():
            object.__setattr__(self, "places", self._places_of_persons())

    def without(self, *people: str) -> "Microdata":
        """The same snapshot had these not taken part (the places stay)."""
        gone = list(people)
        return Microdata(
            self.persons.filter(~pl.col("person").is_in(gone)),
            self.costs.filter(~pl.col("person").is_in(gone)),
            self.tallies,
            self.taken_at,
            self.places,
            self.knew,
        )

    def without_controllers(self, *organisations: str) -> "Microdata":
        """The same snapshot without those whose data these controllers have not approved (the places stay)."""
        closed = list(organisations)
        entering = pl.col("controllers").list.eval(pl.element().is_in(closed)).list.any()
        return self.without(*self.persons.filter(entering.fill_null(value=False))["person"])

    @property
    def last_day(self) -> date:
        """The last day that the snapshot holds in full."""
        return date.fromordinal(self.taken_at.date().toordinal() - 1)

    def _places_of_persons(self) -> pl.DataFrame:
        projects = self.persons.select(pl.lit("project").alias("level"), pl.col("project").alias("code"), "programme")
        towns = self.persons.select(
            pl.lit("municipality").alias("level"), pl.col("municipality").alias("code"), "programme"
        )
        both = pl.concat([projects, towns]).drop_nulls().unique()
        return both.sort("level", "code", "programme")
