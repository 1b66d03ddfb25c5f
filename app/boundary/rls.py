"""Cells as PostgreSQL's own grants and row-level policies: the second of the two enforcements.

What is desired is computed here from the policy and the tables' columns. `migration` compares it with what
a database has and renders the difference; migrations hold the frozen SQL and never import this package.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any

from sqlalchemy import Dialect, MetaData, Table, TableClause, literal_column, select
from sqlalchemy.dialects import postgresql
from sqlalchemy.dialects.postgresql.base import PGCompiler

from app.boundary.asker import SETTINGS_ASKER
from app.boundary.clauses import allowed
from app.boundary.policy import MACHINE_ROLES, ROLES, Category, Operation, Policy

ALWAYS_CHANGED = frozenset({"updated_at", "version"})
"""Columns that go with every update."""


class _Compiler(PGCompiler):
    """Each EXISTS of a policy with OFFSET 0: it is asked for each row, and planned once.

    Without, PostgreSQL plans it twice, as a question for each row and as all rows hashed, and what stands within it
    twice each time again: a condition of five levels 32 times, to choose the first after all, since policies look
    things up by their keys. Agreements alone may be hashed: the same few for all rows, and nothing stands within.
    """

    def visit_exists_unary_operator(self, element: Any, _operator: Any, **more: Any) -> str:
        subquery = self.process(element.element, **more)
        if "EXISTS" not in subquery and "agreement_coverage" in subquery:
            return f"EXISTS {subquery}"
        return f"EXISTS {subquery.removesuffix(')')} OFFSET 0)"


_DIALECT: Dialect = postgresql.dialect()  # type: ignore[no-untyped-call]  # SQLAlchemy's class has no annotations
_DIALECT.statement_compiler = _Compiler
_COMMANDS = {Operation.CREATE: "INSERT", Operation.READ: "SELECT", Operation.UPDATE: "UPDATE"}


_PLAIN_NAME = re.compile(r"[a-z_][a-z0-9_]*")


def quoted(name: str) -> str:
    """An identifier; one of ours needs no quotes, one made by hand may."""
    return name if _PLAIN_NAME.fullmatch(name) else '"' + name.replace('"', '""') + '"'


@dataclass(frozen=True, slots=True, order=True)
class RowPolicy:
    """One CREATE POLICY."""

    table: str
    name: str
    command: str
    role: str
    using: str | None
    check: str | None
    kind: str = "PERMISSIVE"

    def create(self, schema: str | None = None) -> str:
        """The statement; for the table in that schema, where one is given."""
        kind = "" if self.kind == "PERMISSIVE" else f" AS {self.kind}"
        table = f"{quoted(schema)}.{quoted(self.table)}" if schema else quoted(self.table)
        parts = [f"CREATE POLICY {quoted(self.name)} ON {table}{kind} FOR {self.command} TO {self.role}"]
        if self.using is not None:
            parts.append(f"USING ({self.using})")
        if self.check is not None:
            parts.append(f"WITH CHECK ({self.check})")
        return " ".join(parts)

    def drop(self) -> str:
        """Its undoing."""
        return f"DROP POLICY {quoted(self.name)} ON {quoted(self.table)}"


@dataclass(frozen=True, slots=True, order=True)
class Grant:
    """One privilege on a table, or on columns of it."""

    table: str
    role: str
    privilege: str
    columns: tuple[str, ...] = ()
    grantable: bool = False
    """With the right to hand it on, which nobody is given."""

    def _what(self) -> str:
        return f"{self.privilege} ({', '.join(map(quoted, self.columns))})" if self.columns else self.privilege

    def create(self) -> str:
        """The statement."""
        option = " WITH GRANT OPTION" if self.grantable else ""
        return f"GRANT {self._what()} ON {quoted(self.table)} TO {quoted(self.role)}{option}"

    def drop(self) -> str:
        """Its undoing."""
        further = " CASCADE" if self.grantable else ""
        return f"REVOKE {self._what()} ON {quoted(self.table)} FROM {quoted(self.role)}{further}"


@dataclass(frozen=True, slots=True)
class Desired:
    """All that the policy wants of the database."""

    protected_tables: frozenset[str]
    """ENABLE and FORCE ROW LEVEL SECURITY."""
    policies: frozenset[RowPolicy]
    grants: frozenset[Grant]


def as_sql(category: Category, operation: Operation, role: str, table: Table | TableClause, *, after: bool) -> str:
    """The condition of a role's cells, as a policy of the table (or a function that looks into it) says it."""
    # Compiled as the WHERE of a SELECT from the table: alone, each sub-select would not find the outer row
    # to correlate to and would add the table to its own FROM (PostgreSQL: infinite recursion).
    expression = allowed(category, operation, role, table, SETTINGS_ASKER, after=after)
    query: Any = select(literal_column("1")).select_from(table).where(expression)
    text = str(query.compile(dialect=_DIALECT, compile_kwargs={"literal_binds": True}))
    return " ".join(text.removeprefix(f"SELECT 1 \nFROM {table.name} \nWHERE ").split())


def _policies(category: Category, table: Table) -> Iterator[RowPolicy]:
    for role in (*ROLES, *MACHINE_ROLES):
        for operation in Operation:
            if not category.allows(role, operation):
                continue
            using = check = None
            if operation is not Operation.CREATE:
                using = as_sql(category, operation, role, table, after=False)
            if operation is Operation.CREATE or _judged_after(category, operation, role):
                check = as_sql(category, operation, role, table, after=True)
            yield RowPolicy(
                table=table.name,
                name=f"{role}_{operation.value}",
                command=_COMMANDS[operation],
                role=role,
                using=using,
                check=None if check == using else check,
            )


def _judged_after(category: Category, operation: Operation, role: str) -> bool:
    """Whether a changed row must be more than one that may be changed; else PostgreSQL takes USING for the check."""
    return operation is Operation.UPDATE and any(cell.check for cell in category.cells_for(role, operation))


def changeable(category: Category, role: str, table: Table) -> tuple[str, ...]:
    """The columns that a role's updates may change: those that its cells name, else all that are not fixed."""
    columns = {column.name for column in table.columns}
    cells = list(category.cells_for(role, Operation.UPDATE))
    if all(cell.columns for cell in cells):
        return tuple(sorted(columns & ALWAYS_CHANGED.union(*(cell.columns for cell in cells))))
    return tuple(sorted(columns - category.fixed))


def readable(category: Category, role: str) -> tuple[str, ...]:
    """The columns that a role reads; none named means all. PostgreSQL lets its policies look at the others."""
    cells = list(category.cells_for(role, Operation.READ))
    if not all(cell.reads_columns for cell in cells):
        return ()
    return tuple(sorted({column for cell in cells for column in cell.columns}))


def _grants(category: Category, table: Table) -> Iterator[Grant]:
    for role in (*ROLES, *MACHINE_ROLES):
        for operation in Operation:
            if category.allows(role, operation):
                columns: tuple[str, ...] = ()
                if operation is Operation.UPDATE:
                    columns = changeable(category, role, table)
                elif operation is Operation.READ:
                    columns = readable(category, role)
                yield Grant(table.name, role, _COMMANDS[operation], columns)


def desired(policy: Policy, metadata: MetaData) -> Desired:
    """What the policy wants, for every category's table in `metadata`."""
    tables = [(category, metadata.tables[category.table]) for category in policy.categories.values()]
    return Desired(
        protected_tables=frozenset(table.name for _, table in tables),
        policies=frozenset(each for category, table in tables for each in _policies(category, table)),
        grants=frozenset(each for category, table in tables for each in _grants(category, table)),
    )
