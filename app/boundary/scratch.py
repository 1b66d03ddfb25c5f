"""How PostgreSQL prints what the boundary wants, found out beside the tables that are in use.

PostgreSQL keeps an expression parsed and prints it in words of its own, so what is wanted can be compared with what
is there only after PostgreSQL has read it. It reads it here on empty copies, in schemas that nobody else ever sees
since they are rolled back: a live table is locked no more than by a query (ACCESS SHARE), and no request waits.

Two schemas: the copies of the tables carry the policies and triggers, while what these look up in other tables is to
be found in `public`, as ever; functions have one of their own, which is searched first. There stand also, as they will
be, the tables and columns that the migration being written is about to make: a policy of today's table may look into
them.
"""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, replace

from sqlalchemy import Connection, MetaData, Table, text

from app.boundary.catalogue import (
    FunctionState,
    TriggerState,
    columns_in,
    functions_in,
    owner_in,
    policies_in,
    tables_in,
    triggers_in,
)
from app.boundary.counts import COUNTS
from app.boundary.lookups import LOOKUPS
from app.boundary.numbering import CHANGE_FUNCTIONS
from app.boundary.rls import RowPolicy, quoted
from app.boundary.triggers import Trigger
from app.common.statements import together

_UNREAD = "SET LOCAL check_function_bodies = off"
"""A function's own search path leads past these schemas, to tables that may be yet to come."""


@dataclass(frozen=True, slots=True)
class _Schemas:
    """The names of one connection's two schemas; two comparisons at once do not wait for each other."""

    tables: str
    functions: str

    def search(self, *first: str) -> str:
        """The statement that makes names be looked for in these, and in `public` after them."""
        return f"SET LOCAL search_path = {', '.join([*first, 'public'])}"

    def as_public(self, statement: str) -> str:
        """The same statement, about what is in `public`."""
        return statement.replace(f"{self.tables}.", "public.").replace(f"{self.functions}.", "public.")


@contextmanager
def _schemas(connection: Connection, tables: Iterable[str], metadata: MetaData) -> Iterator[_Schemas]:
    """Copies of tables without rows, and room for functions; all gone in the end."""
    number = connection.execute(text("SELECT pg_backend_pid()")).scalar_one()
    there = _Schemas(f"scratch_tables_{number}", f"scratch_functions_{number}")
    savepoint = connection.begin_nested()
    try:
        # What a superuser makes would be a superuser's.
        connection.exec_driver_sql(f"SET LOCAL ROLE {quoted(owner_in(connection))}")
        connection.exec_driver_sql(f"CREATE SCHEMA {there.tables}")
        connection.exec_driver_sql(f"CREATE SCHEMA {there.functions}")
        live, coming = columns_in(connection), set()
        for each in metadata.sorted_tables:
            if statements := list(_coming(each, live.get(each.name), there.functions, connection)):
                coming.add(each.name)
                _run(connection, statements)
        like = {each: f"{there.functions if each in coming else 'public'}.{quoted(each)}" for each in sorted(tables)}
        _run(connection, (f"CREATE TABLE {there.tables}.{quoted(each)} (LIKE {like[each]})" for each in like))
        yield there
    finally:
        savepoint.rollback()


def _run(connection: Connection, statements: Iterable[str]) -> None:
    for block in together(statements):
        connection.exec_driver_sql(block)


def _coming(table: Table, live: frozenset[str] | None, schema: str, connection: Connection) -> Iterator[str]:
    """What makes a table as it will be, where it is not so yet; nothing of its constraints."""
    missing = [each for each in table.columns if live is None or each.name not in live]
    if not missing:
        return
    place = f"{schema}.{quoted(table.name)}"
    yield f"CREATE TABLE {place} ({'' if live is None else f'LIKE public.{quoted(table.name)}'})"
    for column in missing:
        yield f"ALTER TABLE {place} ADD COLUMN {quoted(column.name)} {column.type.compile(connection.dialect)}"


def printed_policies(
    connection: Connection, policies: Iterable[RowPolicy], metadata: MetaData
) -> dict[RowPolicy, RowPolicy]:
    """Each desired policy beside the way PostgreSQL prints it, as far as its table is there."""
    live = tables_in(connection)
    wanted = [each for each in policies if each.table in live]
    with _schemas(connection, {each.table for each in wanted}, metadata) as there:
        connection.exec_driver_sql(there.search(there.functions))
        connection.exec_driver_sql(_UNREAD)
        _run(connection, (each.create() for each in LOOKUPS))
        _run(connection, (each.create(there.tables) for each in wanted))
        printed = {(each.table, each.name): each for each in policies_in(connection, there.tables)}
    return {policy: printed[policy.table, policy.name] for policy in wanted}


def printed_functions(
    connection: Connection, triggers: Iterable[Trigger], metadata: MetaData
) -> tuple[dict[tuple[str, str], TriggerState], dict[str, FunctionState]]:
    """How the desired triggers, of tables that are there, the lookups and the counts would read in the catalogue."""
    wanted = list(triggers)
    with _schemas(connection, {each.table for each in wanted}, metadata) as there:
        connection.exec_driver_sql(_UNREAD)
        connection.exec_driver_sql(f"GRANT CREATE ON SCHEMA {there.functions} TO wall_keeper, flow_counter")
        connection.exec_driver_sql(there.search(there.functions, there.tables))
        for each in (*LOOKUPS, *COUNTS, *CHANGE_FUNCTIONS, *wanted):
            _run(connection, each.statements())
        found_triggers = triggers_in(connection, there.tables)
        found_functions = functions_in(connection, there.functions)

    def public(function: FunctionState) -> FunctionState:
        return replace(function, definition=there.as_public(function.definition))

    return (
        {
            place: replace(each, trigger=there.as_public(each.trigger), function=public(each.function))
            for place, each in found_triggers.items()
        },
        {signature: public(each) for signature, each in found_functions.items()},
    )
