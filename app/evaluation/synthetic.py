"""An invented programme of any size, the same for the same seed: for the sandbox release, the tests, the attacks.

Distributions are shaped like the programme's (about 57 courses for 100 citizens, WHO-5 in steps of 4, rising by some 12
points), of people who never were.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

import numpy as np
import polars as pl

from app.evaluation.disclosure.microdata import COSTS, PERSONS, PLACES, TALLIES, Microdata

PROGRAMME = "intervention_model_2022_2024"
MUNICIPALITIES = (
    *("0101", "0147", "0151", "0153", "0157", "0159", "0161", "0163", "0165", "0167", "0169"),
    *("0173", "0175", "0183", "0185", "0187", "0190", "0201", "0210", "0217", "0219", "0223"),
)
CANARY = "canary"
_EPOCH = date(1970, 1, 1).toordinal()
_DAYS = ("identified_on", "consented_on", "passed_on_on", "contacted_on", "started_on", "ended_on", "followed_up_on")
_ANSWERED = ("who5_start", "who5_end", "recovery_start", "recovery_end", "benefit")
Floats = np.ndarray[Any, np.dtype[np.float64]]
Ints = np.ndarray[Any, np.dtype[np.int64]]
Flags = np.ndarray[Any, np.dtype[np.bool_]]


@dataclass(frozen=True, slots=True)
class Shape:
    """What the invented programme is like."""

    citizens: int = 1000
    years: Sequence[int] = (2022, 2023, 2024)
    projects: int = 8
    small_project: int = 30
    """Citizens of the last project."""
    usual_sex: float = 0.95
    """The part of women among victims, and of men among those who use violence."""
    linked: float = 0.3
    """The part of citizens whose partner takes part too, both with a consent to be linked."""
    canary: bool = True
    """Whether an 84-year-old male victim is among them, with a course that ended."""


def synthetic(seed: int, shape: Shape | None = None) -> Microdata:
    """Everything as known two months after the last year."""
    shape = shape or Shape()
    rng = np.random.default_rng(seed)
    taken_at = datetime(max(shape.years) + 1, 3, 1, tzinfo=UTC)
    persons = _persons(rng, shape)
    if shape.canary:
        persons = pl.concat([persons[:-1], _canary(persons[-1], shape)])
    whole = Microdata(
        persons.sort("person"),
        _costs(rng, persons),
        _tallies(rng, shape),
        taken_at,
        _places(shape),
    )
    return as_known(whole, taken_at)


def as_known(whole: Microdata, taken_at: datetime) -> Microdata:
    """What a snapshot would have held earlier: nothing that had not happened yet."""
    day = taken_at.date()
    persons = whole.persons.filter(pl.col("identified_on") < day).with_columns(
        pl.when(pl.col(each) < day).then(pl.col(each)) for each in _DAYS
    )
    started, ended = pl.col("started_on").is_not_null(), pl.col("ended_on").is_not_null()
    persons = persons.with_columns(
        *(pl.when(started).then(pl.col(each)) for each in ("who5_start", "recovery_start")),
        *(pl.when(ended).then(pl.col(each)) for each in ("who5_end", "recovery_end", "benefit", "closing")),
        *(pl.when(started).then(pl.col(each)).otherwise(0) for each in ("sessions", "hours")),
    )
    costs = whole.costs.filter(
        (pl.col("year") <= day.year)
        & pl.col("person").is_in(persons.filter(pl.col("started_on").is_not_null())["person"].to_list())
    )
    quarter = f"{day.year}Q{(day.month - 1) // 3 + 1}"
    return Microdata(persons, costs, whole.tallies.filter(pl.col("quarter") < quarter), taken_at, whole.places)


def _names(rng: np.random.Generator, count: int) -> list[str]:
    raw = rng.bytes(16 * count).hex()
    return [raw[32 * at : 32 * at + 32] for at in range(count)]


def _projects(shape: Shape) -> list[str]:
    return [f"project-{number:02}" for number in range(1, shape.projects + 1)]


def _towns_of(shape: Shape, project: int) -> tuple[str, ...]:
    return MUNICIPALITIES[project % len(MUNICIPALITIES) :: shape.projects] or MUNICIPALITIES[:1]


def _persons(rng: np.random.Generator, shape: Shape) -> pl.DataFrame:
    count, names = shape.citizens, _projects(shape)
    project = _spread(rng, shape)
    person = np.array(_names(rng, count))
    victim = rng.random(count) < 0.62
    town = np.array([_towns_of(shape, at)[int(rng.integers(len(_towns_of(shape, at))))] for at in project])
    first = date(min(shape.years), 1, 1).toordinal()
    days = date(max(shape.years), 12, 31).toordinal() - first + 1
    identified = first + rng.integers(0, days, count)
    case = person.copy()
    _couples(rng, shape, (project, victim, town, identified, person, case))
    woman = np.where(victim, rng.random(count) < shape.usual_sex, rng.random(count) >= shape.usual_sex)
    sex = np.where(woman, "female", "male").astype(object)
    odd = rng.random(count)
    sex[odd < 0.004] = "other"
    sex[odd > 0.994] = "unknown"
    age = np.clip(np.round(rng.gamma(6.0, 3.2, count) + 18), 18, 83).astype(int)
    flow = _flow(rng, identified)
    measured = _measured(rng, victim, flow)
    frame: dict[str, Any] = {
        "person": person.tolist(),
        "case": case.tolist(),
        "project": [names[at] for at in project],
        "programme": [PROGRAMME] * count,
        "track": np.where(victim, "victim", "perpetrator").tolist(),
        "municipality": [None if rolled < 0.01 else code for code, rolled in zip(town, rng.random(count), strict=True)],
        "referrer": np.where(rng.random(count) < 0.7, "police", "other").tolist(),
        "age": [None if rolled < 0.01 else int(years) for years, rolled in zip(age, rng.random(count), strict=True)],
        "sex": sex.tolist(),
        **{name: pl.Series(np.asarray(flow[name]) - _EPOCH).fill_nan(None).cast(pl.Int32) for name in _DAYS},
        **measured,
        "recipients": [None] * len(project),
        "told_by": [_told_by(at) for at in project],
        "controllers": [[f"police-{at + 1:02}", f"ngo-{at + 1:02}"] for at in project],
    }
    return pl.DataFrame(frame).select(pl.col(name).cast(kind) for name, kind in PERSONS.items())


def _told_by(project: int) -> list[dict[str, str]]:
    """The police register and pass on; who runs the courses knows all that is answered and done there."""
    passed_on = ("identified_on", "consented_on", "passed_on_on")
    return [
        {"variable": column, "by": f"police-{project + 1:02}" if column in passed_on else f"ngo-{project + 1:02}"}
        for column in (*_DAYS, *_ANSWERED, "closing", "sessions", "hours", "costs")
    ]


def _spread(rng: np.random.Generator, shape: Shape) -> Ints:
    """Everyone's project: the last one small, the others of different sizes."""
    large = shape.projects - 1
    small = min(shape.small_project, shape.citizens // 4) if large else shape.citizens
    weights = np.linspace(1.6, 0.7, large) if large else np.ones(1)
    others = rng.choice(max(large, 1), shape.citizens - small, p=weights / weights.sum())
    spread = np.concatenate([others, np.full(small, shape.projects - 1)])
    rng.shuffle(spread[: shape.citizens - 1])
    return spread


def _couples(rng: np.random.Generator, shape: Shape, columns: tuple[Any, ...]) -> None:
    """Two neighbours of a project become a couple: one side each, one place, one day, one case."""
    project, victim, town, identified, person, case = columns
    order = np.lexsort((rng.random(len(project)), project))
    wanted = int(shape.citizens * shape.linked / 2)
    for one, other in list(zip(order[0::2], order[1::2], strict=False))[:: max(1, len(order) // 2 // max(wanted, 1))]:
        if project[one] != project[other]:
            continue
        victim[one], victim[other] = True, False
        town[other], identified[other] = town[one], identified[one]
        case[one] = case[other] = "couple-" + min(person[one], person[other])[:24]


def _flow(rng: np.random.Generator, identified: Ints) -> dict[str, Floats]:
    """Days of the steps as ordinals, NaN where the step was not reached."""
    count = len(identified)
    flow: dict[str, Floats] = {"identified_on": identified.astype(float)}
    steps = (
        ("consented_on", 1.0, 2.0),
        ("passed_on_on", 0.86, 2.0),
        ("contacted_on", 0.89, 11.0),
        ("started_on", 0.78, 12.0),
        ("ended_on", 0.9, 110.0),
        ("followed_up_on", 0.72, 100.0),
    )
    before = flow["identified_on"]
    for name, part, lag in steps:
        wait = np.floor(rng.gamma(1.3, lag / 1.3, count)) + (20 if name in ("ended_on", "followed_up_on") else 0)
        before = np.where(rng.random(count) < part, before + wait, np.nan)
        flow[name] = before
    return flow


def _measured(rng: np.random.Generator, victim: Flags, flow: dict[str, Floats]) -> dict[str, Any]:
    count = len(victim)
    begun, done = ~np.isnan(flow["started_on"]), ~np.isnan(flow["ended_on"])
    closing = np.where(rng.random(count) < 0.7, "planned", rng.choice(["citizen_stops", "no_show", "moved"], count))
    start = np.clip(rng.normal(np.where(victim, 34.0, 43.0), 16.0), 0, 100)
    rise = rng.normal(np.where(victim, 14.0, 9.0), 15.0)
    recovery = np.clip(0.5 * start + rng.normal(24.0, 12.0, count), 0, 100)
    values = {
        "who5_start": (np.round(start / 4) * 4, begun & (rng.random(count) < 0.94)),
        "who5_end": (np.round(np.clip(start + rise, 0, 100) / 4) * 4, done & (rng.random(count) < 0.87)),
        "recovery_start": (np.round(recovery / 5) * 5, begun & (rng.random(count) < 0.92)),
        "recovery_end": (
            np.round(np.clip(recovery + 0.4 * rise + rng.normal(3.0, 9.0, count), 0, 100) / 5) * 5,
            done & (rng.random(count) < 0.85),
        ),
        "benefit": (
            np.clip(np.round(3.7 + rise / 25 + rng.normal(0, 0.8, count)), 1, 5),
            done & (rng.random(count) < 0.85),
        ),
    }
    sessions = np.where(begun, 1 + rng.poisson(np.where(closing == "planned", 8.0, 3.5)), 0)
    hours = np.round(np.where(begun, sessions * rng.uniform(0.9, 1.5, count), 0.0) * 4) / 4
    return {
        "closing": pl.Series(np.where(done, closing, "")).replace("", None),
        **{name: pl.Series(np.where(given, value, np.nan)).fill_nan(None) for name, (value, given) in values.items()},
        "sessions": sessions,
        "hours": hours,
    }


def _canary(like: pl.DataFrame, shape: Shape) -> pl.DataFrame:
    year = min(shape.years)
    days = zip(_DAYS, ((2, 3), (2, 4), (2, 6), (2, 12), (2, 20), (9, 10), (12, 1)), strict=True)
    known: dict[str, Any] = {
        "person": CANARY,
        "case": CANARY,
        "track": "victim",
        "sex": "male",
        "age": 84,
        "referrer": "police",
        **{name: date(year, month, day) for name, (month, day) in days},
        "who5_start": 12.0,
        "who5_end": 88.0,
        "recovery_start": 10.0,
        "recovery_end": 90.0,
        "benefit": 5.0,
        "sessions": 17,
        "hours": 21.0,
        "closing": "planned",
        "municipality": _towns_of(shape, shape.projects - 1)[0],
    }
    return like.with_columns(pl.lit(value).cast(PERSONS[name]).alias(name) for name, value in known.items())


def _costs(rng: np.random.Generator, persons: pl.DataFrame) -> pl.DataFrame:
    rows: list[tuple[Any, ...]] = []
    courses = persons.filter(pl.col("started_on").is_not_null())
    kinds = rng.choice(["individual", "group", "mixed"], courses.height, p=[0.7, 0.12, 0.18])
    for row, kind in zip(courses.iter_rows(named=True), kinds, strict=True):
        ended = row["ended_on"]
        years = range(row["started_on"].year, (ended or row["started_on"]).year + 1)
        workers = rng.choice(8, int(rng.integers(1, 4)), replace=False)
        whole = (row["hours"] * 1.6 + 4) / (len(years) * len(workers))
        for year in years:
            for worker in workers:
                hours = round(float(whole * rng.uniform(0.6, 1.4)) * 4) / 4
                staff = f"{row['project']}-worker-{worker + 1}"
                course = f"course-{row['person']}"
                dkk = round(hours * float(rng.uniform(380, 460)))
                rows.append((course, row["person"], row["project"], str(kind), year, staff, hours, dkk))
    return pl.DataFrame(rows, schema=COSTS, orient="row", strict=False)


def _tallies(rng: np.random.Generator, shape: Shape) -> pl.DataFrame:
    quarters = [f"{year}Q{quarter}" for year in sorted(shape.years) for quarter in (1, 2, 3, 4)]
    each = shape.citizens / shape.projects / len(quarters) / 2
    rows = [(project, quarter, int(rng.poisson(each))) for project in _projects(shape) for quarter in quarters]
    return pl.DataFrame(rows, schema=TALLIES, orient="row")


def _places(shape: Shape) -> pl.DataFrame:
    towns = sorted({town for at in range(shape.projects) for town in _towns_of(shape, at)})
    rows = [("municipality", town, PROGRAMME) for town in towns]
    rows += [("project", project, PROGRAMME) for project in _projects(shape)]
    return pl.DataFrame(rows, schema=PLACES, orient="row")
