"""Small releases written by hand, to see what an attack makes of them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

import polars as pl

from app.evaluation.attack.members import Members
from app.evaluation.disclosure.declared import ALL, COORDINATES, PUBLISHED, SUPPRESSED, declared
from app.evaluation.disclosure.frames import CELLS, LEDGER
from app.evaluation.disclosure.noise import Perturbation

EXACT = Perturbation(rows=({0: 1.0},), most=0, variance=0.0)
"""Counts as they are: what an attacker may assume where only small cells are hidden."""

USUAL = {"period_type": "year", "period": "2023", "place_level": "programme", "place_code": "p"}


def cell(n: int | None, **codes: str) -> dict[str, object]:
    given = {"release": "r1", "table": "flow", "measure": "started", **USUAL, **codes}
    status = SUPPRESSED if n is None else PUBLISHED
    return {
        "release": given["release"],
        **{each: given.get(each, ALL) for each in COORDINATES},
        "n": n,
        "status": status,
    }


def cells(*rows: Mapping[str, object]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=CELLS)


def behind(persons: Iterable[object], **codes: str) -> dict[str, object]:
    """A row of the ledger: of a mean, if nothing else is said."""
    given = {"file": "means", "release": "r1", "table": "outcome_place", "measure": "who5", **USUAL, **codes}
    row = {each: given.get(each, ALL) for each in COORDINATES}
    return {
        "file": given["file"],
        "release": given["release"],
        **row,
        "persons": sorted(map(str, persons)),
        "removed": 0,
    }


def ledger(*rows: Mapping[str, object]) -> pl.DataFrame:
    return pl.DataFrame(rows, schema=LEDGER)


def members(*rows: Mapping[str, object]) -> Members:
    return Members.of_ledger(ledger(*rows), lambda row: [row["measure"]])


def answered(runs: pl.Expr) -> pl.Expr:
    """`told_by` of a snapshot's persons: who runs the courses has every answer, and nobody else has."""
    columns = declared().moments.variables
    return pl.concat_list(*(pl.struct(pl.lit(each).alias("variable"), runs.alias("by")) for each in columns))


@dataclass(frozen=True)
class Release:
    release: str
    cells: pl.DataFrame
    ledger: pl.DataFrame


def snapshot_of(people: Iterable[int]) -> pl.DataFrame:
    """Of people whose answers one NGO has."""
    named = pl.DataFrame({"person": [str(each) for each in people]}, schema={"person": pl.String})
    nobody = pl.lit(None, pl.List(pl.String))
    return named.with_columns(told_by=answered(pl.lit("ngo")), recipients=nobody)
