"""An invented programme as rows of the database: what a snapshot of them must be is known beforehand."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import UTC, datetime
from functools import partial
from typing import Any
from uuid import UUID, uuid4, uuid5

import asyncpg
import polars as pl
from sqlalchemy.engine import URL

from app.demo import past_rows
from app.demo.programme import Loaded
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.synthetic import Shape, synthetic
from tests.boundary.scene import columns_of, full, record
from tests.support.world import World

_NAMES = UUID("6f0c2a5e-0000-4000-8000-000000000000")
MUNICIPALITIES = ("0751", "0730", "0710")
"""Those that take part in the project."""


@dataclass(frozen=True)
class Parties:
    """Who registers, and who runs the courses."""

    project: UUID
    police: UUID
    ngo: UUID
    form: UUID

    @classmethod
    def of(cls, loaded: Loaded) -> "Parties":
        organisations = loaded.organisations
        return cls(loaded.projects["model"], organisations["police"], organisations["tryg_vej"], loaded.forms["model"])

    @property
    def of_rows(self) -> past_rows.Parties:
        instruments = {code: uuid4() for code, *_ in past_rows.SCALES}
        return past_rows.Parties(self.project, self.police, self.ngo, self.form, instruments)


def invented(year: int, citizens: int, seed: int = 1) -> Microdata:
    """Citizens of one year and one project, born from 1858 to 1899."""
    made = synthetic(seed, Shape(citizens=citizens, years=(year,), projects=1, small_project=citizens))
    identified = pl.col("identified_on").dt.year()
    age = pl.col("age").clip(identified - 1899, identified - 1858)
    place = (pl.int_range(pl.len()) % len(MUNICIPALITIES)).replace_strict(dict(enumerate(MUNICIPALITIES)))
    home = pl.when(pl.col("municipality").is_not_null()).then(place)
    return replace(made, persons=made.persons.with_columns(age.alias("age"), home.alias("municipality")))


def id_of(year: int, name: str) -> UUID:
    """Of whatever has a name in the microdata."""
    return uuid5(_NAMES, f"{year}/{name}")


async def lay_out(superuser: URL, parties: Parties, year: int, microdata: Microdata) -> None:
    """Write the rows that this would be the snapshot of; no trigger looks at them."""
    rows: dict[str, list[dict[str, Any]]] = {}
    known = parties.of_rows
    for table, row in past_rows.rows_of(microdata, lambda _: known, partial(id_of, year)):
        rows.setdefault(table, []).append(full(table, row))
    async with written(superuser) as connection:
        for table, of_table in rows.items():
            await copied(connection, table, of_table)


@asynccontextmanager
async def written(superuser: URL) -> AsyncIterator["asyncpg.Connection[Any]"]:
    """A transaction in which no trigger looks."""
    connection: asyncpg.Connection[Any] = await asyncpg.connect(
        superuser.set(drivername="postgresql").render_as_string(hide_password=False)
    )
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL session_replication_role = replica")
            yield connection
    finally:
        await connection.close()


async def copied(connection: "asyncpg.Connection[Any]", table: str, rows: list[dict[str, Any]]) -> None:
    """Write whole rows."""
    await connection.copy_records_to_table(
        table, records=[record(table, row) for row in rows], columns=columns_of(table)
    )
    await connection.execute(f"ANALYZE {table}")


async def release_rows(superuser: URL, world: World, status: str, asked: str | None = None) -> dict[str, str]:
    """A release in this state with a file, as rows; its ids, as paths name them.

    Args:
        asked: the organisation whose approval is asked for.
    """
    operator, officer = await world.party("operator-operator"), await world.party("operator-disclosure_officer")
    staff = [UUID((await each.get("/v1/me")).json()["staff_id"]) for each in (operator, officer)]
    release, job, file, approval, now = uuid4(), uuid4(), uuid4(), uuid4(), datetime.now(UTC)
    whose, of = {"organisation_id": UUID(operator.organisation_id)}, {"release_id": release, "build_id": job}
    people = {"built_by": staff[0], "checked_by": staff[1], "findings": 0}
    out = {"kind": "sandbox", "status": status, "published_at": now if status == "published" else None}
    done = {"id": job, "release_id": release, "asked_by": staff[0], "status": "done", "finished_at": now}
    rows: list[tuple[str, dict[str, Any]]] = [
        ("release", {**whose, **people, **out, "id": release, "build_id": job, "report": {}, "parameters": {}}),
        ("release_job", {**whose, **done}),
        ("release_file", {**of, "id": file, "name": "cells.csv", "sha256": "a" * 64}),
        ("release_file_content", {**of, "file_id": file}),
        ("release_report", {**of, "report": {}}),
        ("release_ledger", {**of, "person_ids": [uuid4(), uuid4()], "removed": 0}),
    ]
    if asked is not None:
        rows.append(("release_approval", {**of, "id": approval, "organisation_id": UUID(asked)}))
    async with written(superuser) as connection:
        for table, row in rows:
            await copied(connection, table, [full(table, row)])
    return {
        "release_id": str(release),
        "build_id": str(job),
        "file_id": str(file),
        "approval_id": str(approval),
        "name": "cells.csv",
    }
