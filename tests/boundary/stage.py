"""One superuser's transaction in which cases are laid out, asked about in the roles' own names, and undone."""

from collections.abc import AsyncIterator, Iterable, Mapping, Sequence
from contextlib import asynccontextmanager
from dataclasses import dataclass
from functools import partial
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import ColumnElement, Select, column, literal_column, select
from sqlalchemy import table as sql_table
from sqlalchemy.dialects.postgresql import asyncpg as driver
from sqlalchemy.engine import URL

from app.boundary.asker import PARAMETER_ASKER, AskerValues
from app.boundary.clauses import allowed, guarded_change
from app.boundary.policy import ENTRANCES, Operation, load
from app.models import metadata
from tests.boundary.model import NOW, Asker, Case, Row
from tests.boundary.scene import columns_of, key_of, record

_dialect: Any = driver.dialect
DIALECT = _dialect()
TRIED_ALONE = 12
"""Of the rows that a policy refuses, about so many are tried."""
MARK = "2001-01-01 00:00:00+00"
CANDIDATES = "candidate"
VERDICTS = "verdict"
MADE_UP = "PW900"
"""SQLSTATE by which a write that was allowed is undone."""

Keys = frozenset[UUID]


def login_of(role: str) -> str:
    """Who may be the role: machine roles are nobody's to step into but the owner's."""
    others = {
        "evaluator": "app_evaluator",
        "evaluator_entrance": "app_evaluator",
        "answerer": "app_answerer",
        "builder": "app_builder",
        "deliverer": "app_deliverer",
        "wall_keeper": "app_owner",
        "flow_counter": "app_owner",
        "auditor": "app_owner",
    }
    return others.get(role, "app_case")


def _among(key: str, keys: Iterable[str]) -> str:
    listed = ", ".join(f"'{each}'" for each in keys)
    return f"{key}::text = ANY (ARRAY[{listed}]::text[])"


@dataclass
class Stage:
    """Where the cases stand."""

    connection: "asyncpg.Connection[Any]"

    @asynccontextmanager
    async def undone(self) -> AsyncIterator[None]:
        """Whatever happens in here is undone."""
        transaction = self.connection.transaction()
        await transaction.start()
        try:
            yield
        finally:
            await transaction.rollback()

    @asynccontextmanager
    async def as_role(self, role: str, asker: Asker) -> AsyncIterator[None]:
        """As the role's login, stepped into the role, in the asker's context, as a request is."""
        settings = values_of(role, asker).settings() if asker.organisation else dict.fromkeys(_SETTINGS, "")
        await self.connection.execute(f"SET LOCAL SESSION AUTHORIZATION {login_of(role)}")
        given = {**settings, **({} if role in ENTRANCES.values() else {"role": role})}
        calls = ", ".join(f"set_config('{name}', '{value}', true)" for name, value in given.items())
        await self.connection.execute(f"SELECT {calls}")
        yield
        # After a refusal nothing can be said any more, and the savepoint's end resets it.
        await self.connection.execute("RESET SESSION AUTHORIZATION")

    async def lay_out(self, rows: dict[str, list[Row]]) -> None:
        """Copy rows in; no trigger and no foreign key stands in the way."""
        for name, of_table in rows.items():
            unique = list({id(row): row for row in of_table}.values())
            await self.connection.copy_records_to_table(
                name, records=[record(name, row) for row in unique], columns=columns_of(name)
            )
            await self.connection.execute(f"ANALYZE {name}")

    async def lay_out_candidates(self, name: str, cases: Sequence[Case]) -> None:
        """Rows that could be written."""
        await self.connection.execute(f"DROP TABLE IF EXISTS pg_temp.{CANDIDATES}, pg_temp.{VERDICTS}")
        await self.connection.execute(f"CREATE TEMP TABLE {CANDIDATES} AS SELECT * FROM {name} WHERE false")
        await self.connection.copy_records_to_table(
            CANDIDATES,
            schema_name="pg_temp",
            records=[record(name, each.row) for each in cases],
            columns=columns_of(name),
        )
        await self.connection.execute(f"CREATE TEMP TABLE {VERDICTS} (key text)")
        await self.connection.execute(f"GRANT SELECT ON {CANDIDATES} TO PUBLIC; GRANT ALL ON {VERDICTS} TO PUBLIC")

    # --- the where-clause alone, which nobody's policy stands behind -------------------------------

    async def by_clause(
        self, category: str, role: str, operation: Operation, asker: Asker, *, candidates: bool = False
    ) -> frozenset[str]:
        """Keys of the rows that the application's clause lets through."""
        found = load()[category]
        target: Any = metadata.tables[found.table]
        if candidates:
            target = sql_table(CANDIDATES, *(column(each.name, each.type) for each in target.columns))
        clause = allowed(found, operation, role, target, PARAMETER_ASKER, after=operation is Operation.CREATE)
        return await self._let_through(key_of(found.table), target, clause, values_of(role, asker).parameters())

    async def by_change_clause(self, category: str, role: str, asker: Asker, values: Row) -> frozenset[str]:
        """Keys of the rows that the application's clause lets this change through to."""
        found = load()[category]
        target = metadata.tables[found.table]
        clause = guarded_change(found, role, target, list(values), PARAMETER_ASKER)
        given = {f"new_{name}": value for name, value in values.items()} | values_of(role, asker).parameters()
        return await self._let_through(key_of(found.table), target, clause, given)

    async def _let_through(
        self, key: str, target: Any, clause: ColumnElement[bool], given: Mapping[str, object]
    ) -> frozenset[str]:
        query: Select[Any] = select(literal_column(f"{key}::text")).select_from(target).where(clause)
        compiled: Any = query.compile(dialect=DIALECT)
        values = {**compiled.params, **given}
        arguments = [values[name] for name in compiled.positiontup]
        return frozenset(row[0] for row in await self.connection.fetch(str(compiled), *arguments))

    # --- row-level security alone: bare statements ------------------------------------------------

    async def read_by_policy(self, name: str, role: str, asker: Asker) -> frozenset[str]:
        """Keys that a bare SELECT shows."""
        async with self.undone():
            try:
                async with self.as_role(role, asker):
                    rows = await self.connection.fetch(f"SELECT {key_of(name)}::text FROM {name}")
            except asyncpg.InsufficientPrivilegeError:
                return frozenset()
        return frozenset(row[0] for row in rows)

    async def updated_by_policy(
        self, name: str, role: str, asker: Asker, marked: str, *, looking: bool = False
    ) -> frozenset[str]:
        """Keys that a bare UPDATE reaches; `looking` has it look at a column, which takes the right to read as well."""
        where = f" WHERE {key_of(name)} IS NOT NULL" if looking else ""
        async with self.undone():
            try:
                async with self.as_role(role, asker):
                    await self.connection.execute(f"UPDATE {name} SET {marked} = '{MARK}'{where}")
            except asyncpg.InsufficientPrivilegeError:
                return frozenset()
            rows = await self.connection.fetch(f"SELECT {key_of(name)}::text FROM {name} WHERE {marked} = '{MARK}'")
        return frozenset(row[0] for row in rows)

    async def written_by_policy(self, name: str, role: str, asker: Asker) -> frozenset[str]:
        """Keys of the candidates that a bare INSERT takes.

        To begin an INSERT under these policies takes longer than to judge a hundred rows by them. So what the policy
        as the catalogue has it lets through is inserted at once, and of the rest some, each alone. Where either comes
        out otherwise than the policy says, every candidate is tried alone, and the answer is what the INSERTs did.
        """
        key, names = key_of(name), ", ".join(columns_of(name))
        candidates = frozenset(row[0] for row in await self.connection.fetch(f"SELECT {key}::text FROM {CANDIDATES}"))
        expected = await self._by_expression(name, role, asker)
        refused = sorted(candidates - expected)
        some = refused[:: max(1, len(refused) // TRIED_ALONE)]
        alone = partial(
            self._one_by_one,
            role,
            asker,
            statement=f"INSERT INTO {name} ({names}) VALUES ({', '.join(f'each.{each}' for each in columns_of(name))})",
            key=f"each.{key}",
        )
        at_once = f"INSERT INTO {name} ({names}) SELECT {names} FROM {CANDIDATES} WHERE {_among(key, expected)}"
        if await self._takes(role, asker, at_once, len(expected)) and not await alone(
            source=f"SELECT * FROM {CANDIDATES} WHERE {_among(key, some)}"
        ):
            return expected
        return await alone(source=f"SELECT * FROM {CANDIDATES}")

    async def _by_expression(self, name: str, role: str, asker: Asker) -> frozenset[str]:
        """Keys of the candidates that the role's policy for INSERT, as the catalogue has it, lets through."""
        policies = await self.connection.fetch(
            "SELECT with_check FROM pg_policies "
            "WHERE tablename = $1 AND cmd IN ('INSERT', 'ALL') AND $2::name = ANY (roles)",
            name,
            role,
        )
        if not policies:
            return frozenset()
        [(policy,)] = policies
        async with self.undone():
            try:
                async with self.as_role(role, asker):
                    rows = await self.connection.fetch(
                        f"SELECT {key_of(name)}::text FROM {CANDIDATES} AS {name} WHERE {policy}"
                    )
            except asyncpg.InsufficientPrivilegeError:
                return frozenset()
        return frozenset(row[0] for row in rows)

    async def _takes(self, role: str, asker: Asker, statement: str, count: int) -> bool:
        """Whether the statement writes so many rows."""
        if not count:
            return True
        async with self.undone():
            try:
                async with self.as_role(role, asker):
                    return await self.connection.execute(statement) == f"INSERT 0 {count}"
            except (asyncpg.InsufficientPrivilegeError, asyncpg.IntegrityConstraintViolationError):
                return False

    async def changed_by_policy(self, name: str, role: str, asker: Asker, change: str) -> frozenset[str]:
        """Keys of the rows that an UPDATE with this change reaches, each tried alone."""
        return await self._one_by_one(
            role,
            asker,
            f"SELECT {key_of(name)} FROM {CANDIDATES}",
            f"UPDATE {name} SET {change} WHERE {key_of(name)} = each.{key_of(name)}",
            f"each.{key_of(name)}",
        )

    async def _one_by_one(self, role: str, asker: Asker, source: str, statement: str, key: str) -> frozenset[str]:
        block = f"""
            DO $do$
            DECLARE each record; reached boolean; n bigint;
            BEGIN
              FOR each IN {source} LOOP
                reached := false;
                BEGIN
                  {statement};
                  GET DIAGNOSTICS n = ROW_COUNT;
                  reached := n = 1;
                  RAISE EXCEPTION USING ERRCODE = '{MADE_UP}';
                EXCEPTION
                  WHEN SQLSTATE '{MADE_UP}' THEN NULL;
                  WHEN insufficient_privilege THEN reached := false;
                  WHEN check_violation THEN reached := true; -- the table's own checks come after the policies
                END;
                IF reached THEN
                  INSERT INTO {VERDICTS} VALUES ({key}::text);
                END IF;
              END LOOP;
            END $do$
            """
        async with self.undone():
            async with self.as_role(role, asker):
                await self.connection.execute(block)
            rows = await self.connection.fetch(f"SELECT key FROM {VERDICTS}")
        return frozenset(row[0] for row in rows)


_SETTINGS = ("boundary.organisation", "boundary.track", "boundary.staff", "boundary.functions", "boundary.link")


def values_of(role: str, asker: Asker) -> AskerValues:
    """The asker as the application binds it."""
    assert asker.organisation is not None
    return AskerValues(role, asker.organisation, asker.track, asker.staff, frozenset(asker.functions), asker.link)


BECOMING: dict[str, tuple[Row, ...]] = {
    "consent": ({}, {"status": "withdrawn"}, {"status": "active"}),
    "questionnaire_response": (
        {},
        {"status": "answered", "answered_on": NOW.date(), "answered_through": "link"},
        {"status": "answered", "answered_on": NOW.date(), "answered_through": "worker"},
        {"status": "declined", "answered_on": None, "answered_through": None},
    ),
}
"""What is tried of a category where the row as it becomes is judged as well; the second is what a cell asks for."""


def as_change(marked: str, values: Row) -> str:
    """The SET of an update, with the mark."""
    written = {name: "NULL" if value is None else f"'{value}'" for name, value in values.items()}
    return ", ".join(f"{name} = {value}" for name, value in {marked: f"'{MARK}'", **written}.items())


def around_all(cases: Iterable[Case]) -> dict[str, list[Row]]:
    """The rows around all cases, by table."""
    found: dict[str, list[Row]] = {}
    for case in cases:
        for name, rows in case.around.items():
            # Those of the projects are laid out once, with the projects.
            if name not in {"project", "project_partner"} or (name == "project_partner" and "programme" in case.row):
                found.setdefault(name, []).extend(rows)
    return found


@asynccontextmanager
async def stage(url: URL) -> AsyncIterator[Stage]:
    """A stage; nothing of what happens on it stays."""
    connection: asyncpg.Connection[Any] = await asyncpg.connect(
        url.set(drivername="postgresql").render_as_string(hide_password=False),
        # As the application's own (`engines`): else each candidate's policies are planned anew, a third of the time.
        server_settings={"jit": "off", "plan_cache_mode": "force_generic_plan"},
    )
    transaction = connection.transaction()
    await transaction.start()
    try:
        # Neither triggers nor foreign keys: the policies are to stand alone.
        await connection.execute("SET LOCAL session_replication_role = replica")
        yield Stage(connection)
    finally:
        await transaction.rollback()
        await connection.close()
