"""Two past years of the demo programme: some hundred invented citizens, of whom there is what a release counts.

No names, numbers or addresses, and nothing that is passed on: who looks them up finds a consent, a course, answers.
Over HTTP nothing can be dated back two years, so the rows are copied into the tables, by the owner and past triggers
and policies, which are in force again when the transaction ends. The database's own checks and keys hold all the time.
"""

import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from functools import cache
from typing import Any, TypeAlias
from uuid import UUID, uuid4

import asyncpg
import polars as pl
from sqlalchemy import JSON, Column, Table
from sqlalchemy.engine import URL

from app.common.days import today
from app.database.columns import table_of
from app.database.urls import driver_url
from app.demo.past_rows import INFORMED_BY, Parties, Row, rows_of, unconsented, worker
from app.demo.people import FIRST_BIRTH, LAST_BIRTH
from app.demo.programme import PARTIES, PROJECTS
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.synthetic import Shape, as_known, synthetic

CITIZENS, OF_MATURATION = 700, 250
"""In both projects, and in the municipal one."""
SEED = 1899
TABLES = (
    *("staff", "hourly_rate", "citizen", "citizen_background", "citizen_residence", "consent", "referral"),
    *("contact_attempt", "course", "session", "questionnaire_response", "questionnaire_answers", "follow_up"),
    *("pair_link", "time_entry"),
)
"""In the order of their foreign keys."""
MUNICIPALITIES = ("aarhus", "randers", "favrskov")
OERE_PER_HOUR = 41_250

_AS_OPERATOR = "SELECT set_config('role', 'operator', true), set_config('boundary.functions', 'operator', true)"
_OPEN = "ALTER TABLE {} NO FORCE ROW LEVEL SECURITY, DISABLE TRIGGER USER"
_CLOSED = "ALTER TABLE {} FORCE ROW LEVEL SECURITY, ENABLE TRIGGER USER"
_THERE = """
SELECT array_agg(DISTINCT extract(year FROM citizen.created_at)::integer) FROM citizen
WHERE EXISTS (SELECT FROM consent WHERE citizen_id = citizen.id AND informed_by = $1)
"""
_PARTIES = "SELECT name, id FROM organisation ORDER BY created_at DESC"
_PROJECTS = "SELECT name, id FROM project ORDER BY created_at DESC"
_FORMS = "SELECT project_id, id FROM consent_form ORDER BY created_at DESC"
_INSTRUMENTS = "SELECT code, id FROM instrument ORDER BY instrument_version DESC"
_PAID = "SELECT organisation_id FROM hourly_rate WHERE function = 'caseworker'"

Connection: TypeAlias = "asyncpg.Connection[asyncpg.Record]"


@dataclass(frozen=True, slots=True)
class Past:
    """What is there of the past."""

    years: tuple[int, ...]
    citizens: int
    """Loaded just now; 0 where they were there."""


async def ensure(owner: URL) -> Past:
    """Load the two calendar years before this one, unless two years are there.

    Args:
        owner: of a database of the demo's.
    """
    connection = await asyncpg.connect(driver_url(owner))
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL lock_timeout = '20s'")
            places = await _places(connection)
            for table in TABLES:
                await connection.execute(_OPEN.format(table))
            found = await _loaded(connection, places)
            for table in TABLES:
                await connection.execute(_CLOSED.format(table))
    finally:
        await connection.close()
    return found


async def _loaded(connection: Connection, places: "_Places") -> Past:
    there = await connection.fetchval(_THERE, INFORMED_BY)
    if there:
        return Past(tuple(sorted(there)), 0)
    this = today().year
    years = (this - 2, this - 1)
    paid = {row["organisation_id"] for row in await connection.fetch(_PAID)}
    rows: dict[str, list[Row]] = {table: [] for table in TABLES}
    for table, row in _rows(_invented(years, places), places, paid):
        rows[table].append(row)
    for table in TABLES:
        await _copy(connection, table_of(table), rows[table])
    return Past(years, len(rows["citizen"]))


@dataclass(frozen=True, slots=True)
class _Places:
    """The demo's parties in the database at hand."""

    by_project: Mapping[str, Parties]
    """Of each municipality in the municipal programme: `maturation-0751`; and `model`."""
    codes: tuple[str, ...]

    def of(self, person: Row) -> Parties:
        if person["project"] == "model":
            return self.by_project["model"]
        return self.by_project[f"maturation-{person['municipality'] or self.codes[0]}"]


async def _places(connection: Connection) -> _Places:
    """By name, as the operator reads them; what others have made beside them since is newer."""
    await connection.execute(_AS_OPERATOR)
    organisations = {row["name"]: row["id"] for row in await connection.fetch(_PARTIES)}
    by_key = {party.key: organisations[party.name] for party in PARTIES}
    projects = {row["name"]: row["id"] for row in await connection.fetch(_PROJECTS)}
    forms = {row["project_id"]: row["id"] for row in await connection.fetch(_FORMS)}
    instruments = {row["code"]: row["id"] for row in await connection.fetch(_INSTRUMENTS)}
    await connection.execute("SET LOCAL ROLE NONE")
    model, maturation = (projects[PROJECTS[key][0]] for key in ("model", "maturation"))
    codes = {party.key: str(party.municipality_code) for party in PARTIES if party.key in MUNICIPALITIES}
    vive = by_key["vive"]
    found = {"model": Parties(model, by_key["police"], by_key["tryg_vej"], forms[model], instruments, vive)}
    for key, code in codes.items():
        own = by_key[key]
        found[f"maturation-{code}"] = Parties(maturation, own, own, forms[maturation], instruments, vive)
    return _Places(found, tuple(codes.values()))


def _invented(years: tuple[int, ...], places: _Places) -> Microdata:
    """The synthetic programme in the demo's places, of people born from 1858 to 1899, as it is known today."""
    shape = Shape(citizens=CITIZENS, years=years, projects=2, small_project=OF_MATURATION, canary=False)
    made = as_known(synthetic(SEED, shape), datetime.combine(today(), datetime.min.time(), UTC))
    towns = sorted(made.persons["municipality"].drop_nulls().unique())
    here = {town: places.codes[at % len(places.codes)] for at, town in enumerate(towns)}
    names = {"project-01": "model", "project-02": "maturation"}
    # 18 to 83 years of age, over the births of those who are nobody alive.
    born = LAST_BIRTH.year - (pl.col("age") - 18) * (LAST_BIRTH.year - FIRST_BIRTH.year) // (83 - 18)
    persons = made.persons.with_columns(
        pl.col("project").replace_strict(names),
        pl.col("municipality").replace_strict(here, default=None),
        (pl.col("identified_on").dt.year() - born).alias("age"),
        # The municipal programme has no part for those who use violence.
        track=pl.when(pl.col("project") == "project-02").then(pl.lit("victim")).otherwise("track"),
    )
    tallies = made.tallies.with_columns(pl.col("project").replace_strict(names))
    return replace(made, persons=persons, tallies=tallies)


def _rows(microdata: Microdata, places: _Places, paid: set[UUID]) -> Iterator[tuple[str, Row]]:
    """All of them, with those who worked and what an hour costs."""

    @cache
    def ids(_name: str) -> UUID:
        return uuid4()

    people = {person["person"]: person for person in microdata.persons.iter_rows(named=True)}
    workers: set[tuple[str, UUID, str]] = set()
    for entry in microdata.costs.iter_rows(named=True):
        person = people[entry["person"]]
        runner = places.of(person).runner
        workers.add((worker(runner, entry, person["track"]), runner, person["track"]))
        if runner not in paid:
            paid.add(runner)
            since = date(min(microdata.costs["year"]), 1, 1)
            paid_by = {"organisation_id": runner, "function": "caseworker", "oere_per_hour": OERE_PER_HOUR}
            yield "hourly_rate", {**paid_by, "valid_from": since}
    for number, (name, runner, track) in enumerate(sorted(workers, key=str)):
        of = {"organisation_id": runner, "track": track, "initials": f"{INFORMED_BY[:3].upper()} {number + 1}"}
        yield "staff", {**of, "id": ids(name), "functions": ["caseworker"], "active": True}
    for project, quarter, count in microdata.tallies.iter_rows():
        code = "model" if project == "model" else f"maturation-{places.codes[0]}"
        yield from unconsented(places.by_project[code], quarter, count)
    yield from rows_of(microdata, places.of, ids)


async def _copy(connection: Connection, table: Table, rows: list[Row]) -> None:
    """Whole rows: what is not said is NULL, or as it is of any new row."""
    now = datetime.now(UTC)
    columns = [column for column in table.columns if column.identity is None]
    documents = {column.name for column in columns if isinstance(column.type, JSON)}

    def value(row: Row, column: Column[Any]) -> Any:
        if column.name in row:
            return json.dumps(row[column.name]) if column.name in documents else row[column.name]
        if column.nullable:
            return None
        return {"id": uuid4(), "created_at": now, "updated_at": now, "version": 1}[column.name]

    records = [tuple(value(row, column) for column in columns) for row in rows]
    await connection.copy_records_to_table(table.name, records=records, columns=[each.name for each in columns])
    await connection.execute(f"ANALYZE {table.name}")
