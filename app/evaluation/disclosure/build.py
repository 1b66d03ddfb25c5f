"""A release from a snapshot: `build`. The attacker (app/evaluation/attack) decides whether it may leave."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from types import MappingProxyType
from typing import Any

import polars as pl

from app.evaluation.disclosure.again import as_it_was
from app.evaluation.disclosure.besides import Besides, known_to_each
from app.evaluation.disclosure.costs import TABLE as COST
from app.evaluation.disclosure.costs import cost
from app.evaluation.disclosure.counts import count, exact, tallied
from app.evaluation.disclosure.declared import ALL, COORDINATES, PLACE, PUBLISHED, Declared
from app.evaluation.disclosure.frames import FILES, LEDGER, Built
from app.evaluation.disclosure.ladders import PROGRAMME, PROJECT, Place, Span, coded, keyed, places_of
from app.evaluation.disclosure.ledger import counted, entries, known_to, require_few_cells
from app.evaluation.disclosure.means import means
from app.evaluation.disclosure.members import members
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.moments import moments
from app.evaluation.disclosure.noise import perturbation
from app.evaluation.disclosure.withheld import PARAMETER, withheld_places

_KEYS = ("hi", "lo")
"""Sums of record keys, and one's own where somebody is alone: no report has them."""
NOTHING: Mapping[str, str] = MappingProxyType({})


class PeriodsError(ValueError):
    """The years of a release are not over yet, or were released before."""


@dataclass(frozen=True, slots=True)
class _File:
    """One file of the release: its whole grid with what is true, and who is counted in what is or was shown."""

    grid: pl.DataFrame
    members: pl.DataFrame


def build(  # noqa: PLR0917 - what a release is made of
    microdata: Microdata,
    declared: Declared,
    secret: bytes,
    release: str,
    periods: Sequence[int],
    earlier: Sequence[Built] = (),
    *,
    final: bool = False,
    supersedes: Built | None = None,
    withheld: Mapping[str, str] = NOTHING,
) -> Built:
    """Build a release of whole calendar years.

    `periods` are its years; each year is released once. `earlier` are all releases that were ever published, recalled
    ones included. `final` also shows what came after the release of its period. `supersedes` names, among `earlier`,
    a recalled release of the same years, in whose place this one is: it shows what that one did. Of its projects that
    are `withheld` (with their programmes) nothing is shown, nor of what they are counted in.

    Raises:
        PeriodsError: a year is not over at the snapshot, or was released before.
        TooManyCellsError: the declared tables show somebody too often.
    """
    if supersedes is not None:
        return _in_place(microdata, release, periods, supersedes, withheld)
    span = _span(microdata, periods, earlier, final=final)
    places, shown = places_of(microdata, declared, span.years[-1])
    persons = coded(microdata, declared, secret, shown)
    out = pl.concat([pl.DataFrame(schema=LEDGER), *(each.ledger for each in earlier)])
    besides = Besides(known_to_each(microdata.persons, microdata.knew), out)
    files = _files(microdata, persons, declared, secret, (places, shown), span, counted(declared, earlier), besides)
    frames = {name: file.grid for name, file in files.items()}
    ledger = pl.concat([entries(name, release, file.members) for name, file in files.items()])
    require_few_cells(ledger, declared)
    return Built(
        **{name: _leaving(name, release, frame) for name, frame in frames.items()},
        ledger=ledger,
        parameters=_parameters(declared, release, span),
        internal=_internal(microdata, frames, {name: _exact(frame) for name, frame in frames.items()}),
    )


def _in_place(
    microdata: Microdata, release: str, periods: Sequence[int], before: Built, withheld: Mapping[str, str]
) -> Built:
    if before.years != tuple(sorted(periods)):
        raise PeriodsError("A release takes the place of one of the same years.")
    # What is withheld once stays withheld.
    projects = dict(sorted({**before.parameters.get(PARAMETER, NOTHING), **withheld}.items()))
    frames, ledger = as_it_was(before, release, withheld_places(projects, microdata.places, before.cells))
    return Built(
        **frames,
        ledger=ledger,
        parameters={**before.parameters, "release": release, "supersedes": before.release, PARAMETER: projects},
        internal=_internal(microdata, frames, {}),
    )


def _span(microdata: Microdata, periods: Sequence[int], earlier: Sequence[Built], *, final: bool) -> Span:
    years = tuple(sorted(set(periods)))
    before = frozenset(year for each in earlier for year in each.years)
    if not years or len(years) != len(periods) or years[-1] - years[0] != len(years) - 1:
        raise PeriodsError("A release covers one or more years in a row.")
    if microdata.last_day < date(years[-1], 12, 31):
        raise PeriodsError(f"{years[-1]} is not over yet.")
    if again := before & set(years):
        raise PeriodsError(f"{min(again)} was released before.")
    return Span(years, before, final)


def _files(  # noqa: PLR0917 - as build
    microdata: Microdata,
    persons: pl.DataFrame,
    declared: Declared,
    secret: bytes,
    where: tuple[Sequence[Place], Mapping[str, Place]],
    span: Span,
    known: Mapping[str, frozenset[str]],
    besides: Besides,
) -> dict[str, _File]:
    places, shown = where
    projects = microdata.places.filter(pl.col("level") == PROJECT)
    programmes = dict(projects.select("code", "programme").iter_rows())
    project_at = {
        project: [(PROGRAMME, programme), *([(shown[project].level, shown[project].code)] if project in shown else [])]
        for project, programme in programmes.items()
    }
    by_cell = known_to("cells", known)
    counts = exact(members(persons, declared, span, by_cell))
    cells = count(declared, places, span, pl.concat([counts, tallied(microdata.tallies, project_at, secret)]))
    # Made a second time rather than kept: most memberships are of steps that are not shown.
    parts = members(persons, declared, span, by_cell)
    shown_at = _shown(cells)
    inside = pl.concat([part.join(shown_at, on=COORDINATES, how="semi") for part in parts])
    averages = means(persons, declared, places, span, known_to("means", known), besides)
    of_means = averages.members.join(_shown(averages.frame), on=PLACE, how="semi")
    vectors = moments(persons, declared, places, span, known_to("moments", known), besides, of_means)
    costs = cost(microdata.costs, keyed(persons["person"], secret), declared, places, span, project_at)
    found = {"cells": _File(cells, inside)}
    for name, file in {"means": averages, "moments": vectors, COST: costs}.items():
        grid, counted = _whole(file.frame), _whole(file.members)
        shown_at = _shown(grid)
        found[name] = _File(grid, counted.join(shown_at, on=COORDINATES, how="semi"))
    return found


def _shown(grid: pl.DataFrame) -> pl.DataFrame:
    """The coordinates of what it shows."""
    at = [each for each in COORDINATES if each in grid.columns]
    return grid.filter(pl.col("status") == PUBLISHED).select(at).unique()


def _whole(frame: pl.DataFrame) -> pl.DataFrame:
    """With all coordinates, those that a file lacks being `all`."""
    return frame.with_columns(pl.lit(ALL).alias(each) for each in COORDINATES if each not in frame.columns)


def _leaving(name: str, release: str, frame: pl.DataFrame) -> pl.DataFrame:
    """A file as it is published: its own columns alone, sorted by code."""
    named = frame.with_columns(pl.lit(release).alias("release"))
    if name == COST:
        named = named.rename({"category": "course_type"})
    columns = FILES[name]
    ordered = [each for each, kind in columns.items() if kind == pl.String and each != "status"]
    return named.select(pl.col(each).cast(kind) for each, kind in columns.items()).sort(ordered)


def _parameters(declared: Declared, release: str, span: Span) -> Mapping[str, Any]:
    """What may be told of how it was made: neither how large the noise can be, nor any key."""
    return {
        "release": release,
        "years": list(span.years),
        "final": span.final,
        "supersedes": None,
        PARAMETER: {},
        "noise": {
            "method": "cell-key",
            "standard_deviation": round(declared.noise.variance**0.5, 2),
            "standard_deviation_near_zero": _largest_deviation(declared),
            "near_zero_below": 2 * declared.noise.blocked_below,
            "never_published": list(range(1, declared.noise.blocked_below)),
        },
        "thresholds": declared.thresholds.model_dump(),
        "ladders": declared.ladders.model_dump(by_alias=True),
    }


def _largest_deviation(declared: Declared) -> float:
    """Of the counts that blocked results make the least sure."""
    rows = enumerate(perturbation(declared.noise).rows)
    variances = [sum(part * (result - true) ** 2 for result, part in row.items()) for true, row in rows]
    return round(math.sqrt(max(variances)), 2)


def _exact(frame: pl.DataFrame) -> pl.DataFrame:
    return frame.drop(_KEYS, strict=False)


def _internal(
    microdata: Microdata, frames: Mapping[str, pl.DataFrame], exact: Mapping[str, pl.DataFrame]
) -> Mapping[str, Any]:
    """For those who check: whom the snapshot has, and the exact figures beside what is published, where it was made."""
    persons = microdata.persons
    return {
        "taken_at": microdata.taken_at.isoformat(),
        "persons": persons.height,
        "cases": persons["case"].n_unique(),
        "by_project": dict(persons.group_by("project").len().sort("project").iter_rows()),
        "statuses": {
            name: dict(frame["status"].value_counts().sort("status").iter_rows()) for name, frame in frames.items()
        },
        "exact": exact,
    }
