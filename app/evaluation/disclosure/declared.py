"""The table programme as typed data: `programme.toml`, with its labels in both languages."""

import tomllib
from collections.abc import Mapping
from functools import lru_cache
from pathlib import Path

from pydantic import BaseModel, ConfigDict, Field

_FILE = Path(__file__).with_name("programme.toml")

ALL = "all"
PUBLISHED = "published"
ROLLED_UP = "rolled_up"
SUPPRESSED = "suppressed"

PLACE = ("table", "period_type", "period", "place_level", "place_code", "track", "sex", "age_group", "measure")
COORDINATES = (*PLACE, "category")
"""What names a cell within a release; a dimension that a table lacks is `all`."""


class _Data(BaseModel):
    model_config = ConfigDict(extra="forbid", frozen=True)


class Label(_Data):
    """What a code is called."""

    da: str
    en: str


class Noise(_Data):
    """The perturbation of counts; only its standard deviation is told."""

    variance: float
    most: int
    blocked_below: int


class Thresholds(_Data):
    """Each as `programme.toml` explains it."""

    cells_per_person: int
    small_project_starts: int
    small_municipality_identified: int
    others_at_least: int
    outcome_categories: int
    outcome_share: float
    outcome_persons_per_category: int
    means_persons: int
    means_cases: int
    means_complement: int
    finer_rounding_from: int
    moments_persons: int
    moments_complement: int
    moments_digits: int
    cost_courses: int
    cost_staff: int
    cost_share: float
    cost_hours_to: float
    cost_dkk_to: int
    difference: int


class AgeGroup(_Data):
    """Years of age, both ends included."""

    code: str
    since: int = Field(alias="from")
    to: int | None = None


class Ladders(_Data):
    """The declared steps, fine to coarse."""

    age: tuple[AgeGroup, ...]
    sex: tuple[str, ...]
    place: tuple[str, ...]
    time: tuple[str, ...]


class Band(_Data):
    """Values up to `to`, or under `below`; the last has neither."""

    code: str
    to: float | None = None
    below: float | None = None


class Flow(Label):
    """A step of the pathway, and the day that it is counted on."""

    day: str


class Outcome(Label):
    """A measure whose categories say something of a person."""

    categories: dict[str, Label]
    coarser: str | None = None


class Mean(Label):
    """A mean: of a start and an end, or of one value."""

    unit: float
    start: str | None = None
    end: str | None = None
    value: str | None = None

    @property
    def variables(self) -> tuple[str, ...]:
        """What a person must have to be counted in it."""
        return tuple(each for each in (self.start, self.end, self.value) if each is not None)


class Moments(_Data):
    """The vector whose means and covariances are told."""

    variables: tuple[str, ...]


class Declared(_Data):
    """All of the programme."""

    noise: Noise
    thresholds: Thresholds
    columns: dict[str, Label]
    codes: dict[str, dict[str, Label]]
    ladders: Ladders
    bands: dict[str, tuple[Band, ...]]
    closings: dict[str, tuple[str, ...]]
    tables: dict[str, Label]
    flow: dict[str, Flow]
    tally: dict[str, Label]
    referrer: Outcome
    contact_time: Outcome
    outcomes: dict[str, Outcome]
    means: dict[str, Mean]
    moments: Moments

    @property
    def tracks(self) -> tuple[str, ...]:
        """The tracks, without "all"."""
        return tuple(code for code in self.codes["track"] if code != ALL)

    def measures(self) -> Mapping[str, Label]:
        """Every code of the column `measure`, in all files."""
        named: dict[str, Label] = {**self.flow, **self.tally, "referrer": self.referrer}
        named |= {"contact_time": self.contact_time, **self.outcomes, "moments": Label(da="Momenter", en="Moments")}
        named["cost"] = self.tables["cost"]
        named |= {code: label for code, label in self.means.items() if code not in named}
        return {code: Label(da=label.da, en=label.en) for code, label in named.items()}

    def categories(self, measure: str) -> Mapping[str, Label]:
        """The codes of the column `category` for a measure; `all` for a plain count."""
        if measure == "referrer":
            return self.referrer.categories
        if measure == "contact_time":
            return self.contact_time.categories
        if measure in self.outcomes:
            return self.outcomes[measure].categories
        return {ALL: Label(da="Alle", en="All")}


@lru_cache
def declared() -> Declared:
    """The programme as shipped."""
    return Declared.model_validate(tomllib.loads(_FILE.read_text(encoding="utf-8")))
