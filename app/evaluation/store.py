"""What the builder reads and writes of releases, as its own login. All that a build made is written at once, or not."""

import hashlib
import json
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from io import BytesIO
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import polars as pl

from app.evaluation.disclosure.declared import ALL, COORDINATES, PUBLISHED
from app.evaluation.disclosure.frames import FILES, LEDGER, Built
from app.evaluation.disclosure.microdata import KNOWN
from app.evaluation.given_up import empty_given_up
from app.evaluation.making import MOST_FINDINGS, File, Order
from app.evaluation.secret import SECRETS_USED
from app.evaluation.states import ReleaseKind

CONTRIBUTORS = "contributors"
"""The ledger's row of everyone whose data entered; publishing looks whether one of them withdrew."""
HANDED_OUT = "handed_out"
"""Its row, for each evaluator, of those of them of whom it had pseudonymised rows; publishing looks for more."""


KNEW = "known"
"""Its row, for each column and controller, of those behind means and moments of whom it knew it."""


@dataclass(frozen=True, slots=True)
class Result:
    """All that a build made."""

    built: Built
    findings: Sequence[Mapping[str, Any]]
    files: Sequence[File]
    taken_at: datetime
    people: Sequence[str]
    sources: Sequence[Mapping[str, Any]]
    """Controller and project from which data entered, with what its agreement covered (`categories`)."""
    secret_check: str
    handed_out: Mapping[str, Sequence[str]] = field(default_factory=dict)
    """By evaluator those of the people of whom it has had pseudonymised rows."""
    known: pl.DataFrame = field(default_factory=lambda: pl.DataFrame(schema=KNOWN))
    """Of whom of those behind means and moments each had known what."""

    @property
    def controllers(self) -> list[str]:
        """Whose data entered."""
        return sorted({each["organisation_id"] for each in self.sources})

    @property
    def projects(self) -> list[str]:
        """The projects from which they did."""
        return sorted({each["project_id"] for each in self.sources})


class LeaseLostError(Exception):
    """Another worker has the build by now."""


_TAKEN_BACK = """
WITH RECURSIVE chain (id, name, supersedes_id, place) AS (
  SELECT id, name, supersedes_id, 0 FROM release WHERE id = $1
  UNION ALL
  SELECT before.id, before.name, before.supersedes_id, chain.place + 1
  FROM chain JOIN release AS before ON before.id = chain.supersedes_id
)
SELECT name FROM chain WHERE place > 0 ORDER BY place
"""


# --- what is to be built ------------------------------------------------------------------------------


async def order_of(connection: "asyncpg.Connection[asyncpg.Record]", release_id: UUID) -> tuple[Order, list[UUID]]:
    """What is to be built, and whose data do not enter."""
    row = await connection.fetchrow("SELECT * FROM release WHERE id = $1", release_id)
    assert row is not None  # noqa: S101 - a job's foreign key
    before = await connection.fetch(_TAKEN_BACK, release_id)
    projects = await connection.fetch("SELECT id::text, name FROM project ORDER BY id")
    order = Order(
        release_id=str(release_id),
        name=row["name"],
        starts_on=row["starts_on"],
        ends_on=row["ends_on"],
        final=row["final"],
        sandbox=row["kind"] == ReleaseKind.SANDBOX,
        supersedes=tuple(each["name"] for each in before),
        projects={} if row["kind"] == ReleaseKind.SANDBOX else {each["id"]: each["name"] for each in projects},
    )
    return order, list(row["excluded_ids"])


async def secrets_used(connection: "asyncpg.Connection[asyncpg.Record]") -> set[str]:
    """By which secrets the releases that are out were built."""
    return {row["secret_check"] for row in await connection.fetch(SECRETS_USED)}


async def earlier(connection: "asyncpg.Connection[asyncpg.Record]", release_id: UUID) -> list[Built]:
    """Every other release that there is, as it is published or would be, with its ledger; also what was recalled."""
    rows = await connection.fetch(
        "SELECT build_id, parameters FROM release WHERE kind = 'programme' AND build_id IS NOT NULL AND id <> $1 "
        "ORDER BY starts_on, name",
        release_id,
    )
    return [await _built(connection, row["build_id"], json.loads(row["parameters"])) for row in rows]


async def _built(
    connection: "asyncpg.Connection[asyncpg.Record]", build_id: UUID, parameters: Mapping[str, Any]
) -> Built:
    frames = {}
    for name, schema in FILES.items():
        content = await connection.fetchval(
            "SELECT content FROM release_file_content JOIN release_file ON release_file.id = file_id "
            "WHERE release_file.build_id = $1 AND release_file.project_id IS NULL AND name = $2",
            build_id,
            f"{name}.parquet",
        )
        frame = pl.read_parquet(BytesIO(content))
        frames[name] = frame.select(pl.col(column).cast(kind) for column, kind in schema.items())
    ledger = await ledger_of(connection, [build_id], [*FILES])
    return Built(**frames, ledger=ledger, parameters=parameters, internal={})


async def ledger_of(
    connection: "asyncpg.Connection[asyncpg.Record]", build_ids: Sequence[UUID], files: Sequence[str]
) -> pl.DataFrame:
    """Who is behind what these builds show in these files."""
    rows = await connection.fetch(
        "SELECT statistic, cell, person_ids, removed FROM release_ledger "
        "WHERE build_id = ANY ($1) AND statistic = ANY ($2)",
        build_ids,
        files,
    )
    ledger = [
        {
            **json.loads(row["cell"]),
            "file": row["statistic"],
            "persons": [*map(str, row["person_ids"])],
            "removed": row["removed"],
        }
        for row in rows
    ]
    return pl.DataFrame(ledger, schema=LEDGER)


async def knew(connection: "asyncpg.Connection[asyncpg.Record]", release_id: UUID) -> pl.DataFrame:
    """Of whom each had known what, of those behind every other release that there is, when it was built."""
    rows = await connection.fetch(
        "SELECT cell ->> 'variable', cell ->> 'by', person_ids FROM release_ledger JOIN release USING (build_id) "
        "WHERE kind = 'programme' AND release.id <> $1 AND statistic = $2",
        release_id,
        KNEW,
    )
    known = [(variable, by, [*map(str, people)]) for variable, by, people in rows]
    return pl.DataFrame(known, schema=KNOWN, orient="row")


# --- what was made ------------------------------------------------------------------------------------


async def write(
    connection: "asyncpg.Connection[asyncpg.Record]", job: Mapping[str, Any], worker: str, result: Result
) -> None:
    """Everything, in one transaction that also ends the job.

    Raises:
        LeaseLostError: nothing is written.
    """
    async with connection.transaction():
        # Held to the end: nobody takes the build over in between.
        held = await connection.fetchval(
            "SELECT id FROM release_job WHERE id = $1 AND worker = $2 AND status = 'running' FOR UPDATE",
            job["id"],
            worker,
        )
        if held is None:
            raise LeaseLostError
        for file in result.files:
            await _write_file(connection, job, file)
        await _write_ledger(connection, job, result)
        await connection.execute(
            "INSERT INTO release_report (id, created_at, updated_at, version, release_id, build_id, report) "
            "VALUES ($1, now(), now(), 1, $2, $3, $4)",
            uuid4(),
            job["release_id"],
            job["id"],
            json.dumps(_internal(result)),
        )
        await connection.execute(
            "UPDATE release SET status = 'built', build_id = $2, project_ids = $3, controller_ids = $4, findings = $5, "
            "parameters = $6, report = $7, secret_check = $8, taken_at = $9, built_at = clock_timestamp(), "
            "built_by = $10, sources = $11, updated_at = clock_timestamp(), version = version + 1 WHERE id = $1",
            job["release_id"],
            job["id"],
            [UUID(each) for each in result.projects],
            [UUID(each) for each in result.controllers],
            len(result.findings),
            json.dumps(dict(result.built.parameters)),
            json.dumps(_public(result, await _people_before(connection, job["release_id"]))),
            result.secret_check,
            result.taken_at,
            job["asked_by"],
            json.dumps([*map(dict, result.sources)]),
        )
        await connection.execute(
            "UPDATE release_job SET status = 'done', percent = 100, worker = NULL, leased_until = NULL, "
            "finished_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1 WHERE id = $1",
            job["id"],
        )
    await empty_given_up(connection)


async def _write_file(connection: "asyncpg.Connection[asyncpg.Record]", job: Mapping[str, Any], file: File) -> None:
    file_id, project = uuid4(), UUID(file.project) if file.project else None
    await connection.execute(
        "INSERT INTO release_file (id, created_at, updated_at, version, release_id, build_id, project_id, name, "
        "media_type, size_bytes, sha256) VALUES ($1, now(), now(), 1, $2, $3, $4, $5, $6, $7, $8)",
        file_id,
        job["release_id"],
        job["id"],
        project,
        file.name,
        file.media_type,
        len(file.content),
        hashlib.sha256(file.content).hexdigest(),
    )
    await connection.execute(
        "INSERT INTO release_file_content (id, created_at, updated_at, version, file_id, release_id, build_id, "
        "project_id, content) VALUES ($1, now(), now(), 1, $2, $3, $4, $5, $6)",
        uuid4(),
        file_id,
        job["release_id"],
        job["id"],
        project,
        file.content,
    )


async def _write_ledger(
    connection: "asyncpg.Connection[asyncpg.Record]", job: Mapping[str, Any], result: Result
) -> None:
    coordinates = ("release", *COORDINATES)
    rows: list[tuple[str, str, list[UUID], int]] = [(CONTRIBUTORS, "{}", [UUID(each) for each in result.people], 0)]
    rows += [
        (HANDED_OUT, json.dumps({"recipient": each}), [*map(UUID, people)], 0)
        for each, people in result.handed_out.items()
    ]
    rows += [
        (KNEW, json.dumps({"variable": variable, "by": by}), [*map(UUID, people)], 0)
        for variable, by, people in result.known.iter_rows()
    ]
    rows += [
        (
            row["file"],
            json.dumps({name: row[name] for name in coordinates}),
            [UUID(each) for each in row["persons"]],
            row["removed"],
        )
        for row in result.built.ledger.iter_rows(named=True)
    ]
    await connection.executemany(
        "INSERT INTO release_ledger (id, created_at, updated_at, version, release_id, build_id, statistic, cell, "
        "person_ids, removed) VALUES ($1, now(), now(), 1, $2, $3, $4, $5, $6, $7)",
        [(uuid4(), job["release_id"], job["id"], *row) for row in rows],
    )


def _internal(result: Result) -> dict[str, Any]:
    """Exact, for who builds and who checks."""
    return {
        "people": len(result.people),
        "controllers": list(result.controllers),
        "findings": len(result.findings),
        "found": list(result.findings[:MOST_FINDINGS]),
        **{name: _plain(each) for name, each in result.built.internal.items()},
    }


def _plain(value: Any) -> Any:
    """As JSON has it: a frame as its published rows that count somebody, by the truth or as it is published."""
    if isinstance(value, Mapping):
        return {str(name): _plain(each) for name, each in value.items()}
    if isinstance(value, pl.DataFrame):
        rows = value.filter(pl.col("status") == PUBLISHED, (pl.col("true") > 0) | (pl.col("n") > 0))
        return [{name: each for name, each in row.items() if each not in (None, ALL)} for row in rows.to_dicts()]
    return value


async def _people_before(connection: "asyncpg.Connection[asyncpg.Record]", release_id: UUID) -> int | None:
    """How many people the recalled release told of, if it is in place of one."""
    told: int | None = await connection.fetchval(
        "SELECT (before.report ->> 'people_rounded')::integer FROM release AS before "
        "JOIN release ON release.supersedes_id = before.id WHERE release.id = $1",
        release_id,
    )
    return told


def _public(result: Result, people_before: int | None) -> dict[str, Any]:
    """What anybody may know of how it was made: how many figures there are, shown and not, and nobody's number.

    In place of a recalled release the number of people is that one's: both told how many have left.
    """
    files = {
        name: {
            "rows": frame.height,
            "published": int((frame["status"] == PUBLISHED).sum()),
            "suppressed": int((frame["status"] != PUBLISHED).sum()),
        }
        for name, frame in result.built.published().items()
    }
    return {
        "taken_on": result.taken_at.date().isoformat(),
        "people_rounded": round(len(result.people) / 10) * 10 if people_before is None else people_before,
        "controllers": len(result.controllers),
        "projects": len(result.projects),
        "files": files,
        "findings": len(result.findings),
    }
