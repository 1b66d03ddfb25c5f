"""What a build reads, at one moment, as the builder's login: rows of citizens with an active evaluation consent.

PostgreSQL's policies leave no others; every statement asks for the citizen's consent again besides. A citizen with
several courses is followed on the first that started.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any
from uuid import UUID

import asyncpg
import polars as pl

from app.evaluation.disclosure.microdata import COSTS, PERSONS, TALLIES, Microdata
from app.evaluation.disclosure.microdata import PLACES as PLACE_COLUMNS
from app.evaluation.snapshot_sql import CONTROLLERS, COSTS_OF_COURSES, COVERED, HANDED_OUT, PEOPLE, PLACES, TALLY, TOLD
from app.evaluation.sources import categories_read

REGISTRARS = {"project": pl.String, "quarter": pl.String, "controller": pl.String, "n": pl.Int64}


@dataclass(frozen=True, slots=True)
class Snapshot:
    """What was read, and by whose leave."""

    microdata: Microdata
    registrars: pl.DataFrame
    """Who registered those that are in a tally."""
    covered: Mapping[tuple[str, str], Sequence[str]]
    """The categories that a build reads and a controller's agreement covers in a project."""


async def snapshot(connection: "asyncpg.Connection[asyncpg.Record]", excluded: Sequence[UUID]) -> Snapshot:
    """All of it, in one read-only transaction in which nothing moves.

    Args:
        connection: the builder's, in no transaction.
        excluded: controllers whose data do not enter.
    """
    async with connection.transaction(isolation="repeatable_read", readonly=True):
        taken_at: datetime = await connection.fetchval("SELECT now()")
        persons = await connection.fetch(PEOPLE)
        controllers = await connection.fetch(CONTROLLERS)
        told = await connection.fetch(TOLD)
        recipients = await connection.fetch(HANDED_OUT)
        costs = await connection.fetch(COSTS_OF_COURSES)
        registrars = _frame(await connection.fetch(TALLY, [*excluded]), REGISTRARS)
        covered = {(row[0], row[1]): row[2] for row in await connection.fetch(COVERED, categories_read())}
        places = await connection.fetch(PLACES)
    whole = Microdata(
        _persons(persons, controllers, told, recipients),
        _frame(costs, COSTS),
        registrars.group_by("project", "quarter", maintain_order=True).agg(pl.col("n").sum()).select([*TALLIES]),
        taken_at,
        _frame(places, PLACE_COLUMNS),
    )
    microdata = whole.without_controllers(*map(str, excluded)) if excluded else whole
    return Snapshot(microdata, registrars, covered)


def _persons(
    rows: Sequence[Any], controllers: Sequence[Any], told: Sequence[Any], recipients: Sequence[Any]
) -> pl.DataFrame:
    """The persons with the controllers whose rows tell of them, and of which columns, and who has rows of them."""
    of_columns = _frame(told, dict.fromkeys(("person", "variable", "by"), pl.String))
    several = {
        "controllers": _frame(controllers, {"person": pl.String, "controllers": PERSONS["controllers"]}),
        "told_by": of_columns.group_by("person").agg(told_by=pl.struct("variable", "by")),
        "recipients": _frame(recipients, {"person": pl.String, "recipients": PERSONS["recipients"]}),
    }
    persons = _frame(rows, {name: kind for name, kind in PERSONS.items() if name not in several})
    for of_each in several.values():
        persons = persons.join(of_each, on="person", how="left")
    return persons


def _frame(rows: Sequence[Any], schema: dict[str, Any]) -> pl.DataFrame:
    return pl.DataFrame([tuple(row) for row in rows], schema=schema, orient="row")
