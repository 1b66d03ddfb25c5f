"""A release from a snapshot: `build`. The attacker (app/evaluation/attack) decides whether it may leave."""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from types import MappingProxyType
from typing import Any

import polars as pl

from app.evaluation.disclosure.again import again
from app.evaluation.disclosure.besides import all_known, known_to_each
from app.evaluation.disclosure.costs import TABLE as COST
from app.evaluation.disclosure.costs import cost
from app.evaluation.disclosure.counts import count, exact, tallied
from app.evaluation.disclosure.declared import ALL, COORDINATES, PLACE, PUBLISHED, SUPPRESSED, Declared
from app.evaluation.disclosure.frames import FILES, Built
from app.evaluation.disclosure.ladders import PROGRAMME, PROJECT, Place, Span, coded, keyed, places_of
from app.evaluation.disclosure.ledger import KEY, counted, entries, known_to, require_few_cells
from app.evaluation.disclosure.means import means
from app.evaluation.disclosure.members import members
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.disclosure.moments import moments
from app.evaluation.disclosure.noise import perturbation
from app.evaluation.disclosure.remade import withdrawn
from app.evaluation.disclosure.withheld import PARAMETER, shown_alone, with_withheld, withheld_places, within

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
    a recalled release of the same years, in whose place this one is; all that came before that one have been read too.
    Of its projects that are `withheld` (with their programmes), and of those that were in what it is in place of,
    nothing is shown, nor of what they are counted in.

    Raises:
        PeriodsError: a year is not over at the snapshot, or was released before.
        TooManyCellsError: the declared tables show somebody too often.
    """
    chain = _chain(supersedes, earlier)
    replaced = {each.release for each in chain}
    others = [each for each in earlier if each.release not in replaced]
    span = _span(microdata, periods, others, supersedes, final=final)
    known = counted(declared, others)
    withheld = {**dict(pair for each in chain for pair in each.parameters.get(PARAMETER, NOTHING).items()), **withheld}
    microdata = replace(microdata, places=with_withheld(microdata.places, withheld))
    places, shown = places_of(microdata, declared, span.years[-1], _alone(supersedes))
    persons = coded(microdata, declared, secret, shown)
    before = _recalled(supersedes)
    files = _files(microdata, persons, declared, secret, (places, shown), span, known, before)
    frames: dict[str, pl.DataFrame] = {}
    ledgers: list[pl.DataFrame] = []
    own = known_to_each(microdata.persons)
    ever = all_known([own, *(each.known for each in chain)])
    inside: list[pl.DataFrame] = []
    for name, file in files.items():
        frame, ledger = file.grid, entries(name, release, file.members)
        inside.append(ledger)
        if supersedes is not None:
            of_file = [each.ledger.filter(pl.col("file") == name) for each in chain]
            frame, ledger = again(declared, frame, ledger, before[name], of_file, ever)
        frames[name] = frame
        ledgers.append(ledger)
    ledger = pl.concat(ledgers)
    if supersedes is not None:
        closed = withheld_places(withheld, microdata.places, supersedes.cells)
        read = pl.concat([each.ledger for each in chain])
        gone = pl.concat([withdrawn(declared, ledger, read, ever), within(ledger, closed).select(KEY)])
        ledger = ledger.join(gone, on=KEY, how="anti", maintain_order="left")
        frames = {
            name: _without(name, gone.filter(pl.col("file") == name), closed, frame) for name, frame in frames.items()
        }
    require_few_cells(ledger, declared)
    parameters = _parameters(declared, release, span, supersedes, withheld)
    leaving = {name: _leaving(name, release, frame) for name, frame in frames.items()}
    now = pl.concat(inside)
    left = ledger.join(now, on=KEY, how="anti").with_columns(pl.lit([], pl.List(pl.String)).alias("persons"))
    unshown = pl.concat([now, left]).join(ledger, on=[*KEY, "persons"], how="anti", maintain_order="left")
    return Built(
        **leaving,
        ledger=ledger,
        parameters=parameters,
        internal=_internal(microdata, frames),
        unshown=unshown,
        known=own,
    )


def _chain(supersedes: Built | None, earlier: Sequence[Built]) -> list[Built]:
    """The recalled release in whose place this one comes, the one that that came in place of, and so on."""
    by_name: dict[str | None, Built] = {each.release: each for each in earlier}
    found = []
    while supersedes is not None:
        found.append(supersedes)
        supersedes = by_name.get(supersedes.parameters["supersedes"])
    return found


def _recalled(supersedes: Built | None) -> Mapping[str, pl.DataFrame]:
    """What a recalled release published, with all coordinates."""
    if supersedes is None:
        return {}
    files = dict(supersedes.published())
    files[COST] = files[COST].rename({"course_type": "category"}).with_columns(pl.lit(COST).alias("measure"))
    return {name: _whole(frame) for name, frame in files.items()}


def _without(name: str, hidden: pl.DataFrame, closed: pl.DataFrame, frame: pl.DataFrame) -> pl.DataFrame:
    """A file with these figures, and all of these places, suppressed; what is true of them stays."""
    values = [each for each, kind in FILES[name].items() if kind != pl.String]
    figures = pl.concat([hidden.select(COORDINATES), within(frame, closed).select(COORDINATES)]).unique()
    marked = frame.join(
        figures.with_columns(hidden=pl.lit(value=True)), on=COORDINATES, how="left", maintain_order="left"
    )
    kept = pl.col("hidden").is_null()
    shown = kept | (pl.col("status") != PUBLISHED)
    return marked.with_columns(
        pl.when(shown).then("status").otherwise(pl.lit(SUPPRESSED)).alias("status"),
        *(pl.when(kept).then(each).alias(each) for each in values),
    ).select(frame.columns)


def _alone(supersedes: Built | None) -> set[str] | None:
    """The projects that a recalled release showed: "others" are the same ones in the release in its place."""
    return None if supersedes is None else shown_alone(supersedes.cells)


def _span(
    microdata: Microdata, periods: Sequence[int], others: Sequence[Built], supersedes: Built | None, *, final: bool
) -> Span:
    years = tuple(sorted(set(periods)))
    before = frozenset(year for each in others for year in each.years)
    if not years or len(years) != len(periods) or years[-1] - years[0] != len(years) - 1:
        raise PeriodsError("A release covers one or more years in a row.")
    if microdata.last_day < date(years[-1], 12, 31):
        raise PeriodsError(f"{years[-1]} is not over yet.")
    if again := before & set(years):
        raise PeriodsError(f"{min(again)} was released before.")
    if supersedes is not None and supersedes.years != years:
        raise PeriodsError("A release takes the place of one of the same years.")
    return Span(years, before, final)


def _files(  # noqa: PLR0917 - as build
    microdata: Microdata,
    persons: pl.DataFrame,
    declared: Declared,
    secret: bytes,
    where: tuple[Sequence[Place], Mapping[str, Place]],
    span: Span,
    known: Mapping[str, frozenset[str]],
    before: Mapping[str, pl.DataFrame],
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
    shown_at = _shown(cells, before.get("cells"))
    inside = pl.concat([part.join(shown_at, on=COORDINATES, how="semi") for part in parts])
    averages = means(persons, declared, places, span, known_to("means", known))
    of_means = averages.members.join(_shown(averages.frame), on=PLACE, how="semi")
    vectors = moments(persons, declared, places, span, known_to("moments", known), of_means)
    costs = cost(microdata.costs, keyed(persons["person"], secret), declared, places, span, project_at)
    found = {"cells": _File(cells, inside)}
    for name, file in {"means": averages, "moments": vectors, COST: costs}.items():
        grid, counted = _whole(file.frame), _whole(file.members)
        shown_at = _shown(grid, before.get(name))
        found[name] = _File(grid, counted.join(shown_at, on=COORDINATES, how="semi"))
    return found


def _shown(*grids: pl.DataFrame | None) -> pl.DataFrame:
    """The coordinates of what some of these show."""
    several = [grid.filter(pl.col("status") == PUBLISHED) for grid in grids if grid is not None]
    at = [each for each in COORDINATES if each in several[0].columns]
    return pl.concat([each.select(at) for each in several]).unique()


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


def _parameters(
    declared: Declared, release: str, span: Span, supersedes: Built | None, withheld: Mapping[str, str]
) -> Mapping[str, Any]:
    """What may be told of how it was made: neither how large the noise can be, nor any key."""
    return {
        "release": release,
        "years": list(span.years),
        "final": span.final,
        "supersedes": supersedes.release if supersedes is not None else None,
        PARAMETER: dict(sorted(withheld.items())),
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


def _internal(microdata: Microdata, frames: Mapping[str, pl.DataFrame]) -> Mapping[str, Any]:
    """Exact figures beside what is published, for those who check."""
    persons = microdata.persons
    return {
        "taken_at": microdata.taken_at.isoformat(),
        "persons": persons.height,
        "cases": persons["case"].n_unique(),
        "by_project": dict(persons.group_by("project").len().sort("project").iter_rows()),
        "statuses": {
            name: dict(frame["status"].value_counts().sort("status").iter_rows()) for name, frame in frames.items()
        },
        "exact": {name: frame.drop(_KEYS, strict=False) for name, frame in frames.items()},
    }
