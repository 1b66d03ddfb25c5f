"""The desk: what a verb needs to do its work for one request.

It holds who asks, their transaction and their clauses; it writes only through guarded statements, and it
remembers what was shown or changed for the log. Services get a desk and know nothing of HTTP.
"""

import dataclasses
from collections.abc import Callable, Hashable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ClauseElement,
    ColumnElement,
    CursorResult,
    Executable,
    FromClause,
    Integer,
    RowMapping,
    Select,
    Text,
    Update,
    Uuid,
    and_,
    bindparam,
    func,
    literal_column,
    select,
    update,
)
from sqlalchemy.ext.asyncio import AsyncConnection

from app.audit.events import Access, Event, Subject
from app.auth.keys import KeyRing
from app.auth.principal import Principal
from app.auth.scopes import scope_of
from app.boundary.asker import PARAMETER_ASKER, Asker
from app.boundary.clauses import allowed, guarded_change, guarded_insert, guarded_inserts, refused_inserts
from app.boundary.conditions.base import relied_on
from app.boundary.policy import Category, Operation, Policy
from app.boundary.rls import changeable, readable
from app.common.conditional import require_match
from app.common.errors import InsufficientScope, InvalidContent, NotFound, PreconditionFailed, RoleCannot
from app.common.problem import FieldError, Language
from app.database.columns import table_of, utc_now
from app.database.driver import Driver, count_of
from app.database.engines import Transaction
from app.gate.prepared import prepared
from app.gate.referable import reference_columns
from app.gate.values import all_written, complete, written


@dataclass(slots=True)
class Desk:
    """One request's work at the database."""

    transaction: Transaction
    principal: Principal
    policy: Policy
    keys: KeyRing
    event: Event
    language: Language = "en"
    if_match: str | None = None
    if_none_match: str | None = None
    kept_answer: bytes | None = None
    """What a replay of this request answers, where the first answer holds what is told only once."""
    touched: set[tuple[str, UUID | None]] = dataclasses.field(default_factory=set)
    """Records without citizens' data that were found or changed: the log does not name them, a replay looks again."""

    @property
    def connection(self) -> AsyncConnection:
        """For SQLAlchemy's statements."""
        return self.transaction.sql

    @property
    def driver(self) -> Driver:
        """The driver's connection in the same transaction, for statements compiled once."""
        return self.transaction.driver

    @property
    def organisation_id(self) -> UUID:
        """The asker's organisation."""
        return self.principal.organisation_id

    @property
    def role(self) -> str:
        """The asker's organisation type, which is its role in the policy."""
        return self.principal.organisation_type

    # --- the boundary ---------------------------------------------------------------------------

    @property
    def asker(self) -> Asker:
        """Who asks, as parameters of a statement: their values are given when it runs, and only here."""
        return PARAMETER_ASKER

    def may(self, category: str, operation: Operation, row: FromClause | None = None) -> ColumnElement[bool]:
        """The where-clause of the asker's cell; `row` is the category's table unless an alias is given."""
        found = self.policy[category]
        if row is None or row is table_of(found.table):
            return kept_clause(found, operation, self.role)
        return allowed(found, operation, self.role, row, self.asker)

    def readable(self, category: str, row: FromClause | None = None) -> ColumnElement[bool]:
        """Rows the asker may read; for looking something up. What an answer shows is `shown`."""
        return self.may(category, Operation.READ, row)

    def relied_on(self, consent: FromClause) -> ColumnElement[bool]:
        """Consents that the asker may act on now; whom they name and what they tick is the caller's to ask."""
        return and_(self.readable("consent", consent), relied_on(consent, self.asker))

    def shown(self, category: str, row: FromClause | None = None) -> ColumnElement[bool]:
        """Rows that an answer may show: those the asker may read, if the token was also given for reading them.

        For every category of an answer besides the route's own, of which the gate has asked already.
        """
        # A statement holds nobody's scopes: each who asks brings their own.
        scope = literal_column(f"' {scope_of(category, Operation.READ)} '", Text)
        return and_(func.strpos(_SCOPES, scope) > 0, self.readable(category, row))

    def referenced(self, category: str, record: FromClause) -> list[ColumnElement[Any]]:
        """The asker's own `external_reference` for the record, where records of the category have such."""
        return reference_columns(self.policy, self.role, category, record, self.shown)

    def carries(self, category: str, operation: Operation = Operation.READ) -> bool:
        """Whether the token was given for it."""
        return scope_of(category, operation) in self.principal.scopes

    def require_scope(self, category: str, operation: Operation) -> None:
        """Refuse what the token was not given for.

        Raises:
            InsufficientScope: naming the scope.
        """
        if not self.carries(category, operation):
            raise InsufficientScope(scope_of(category, operation))

    def require_function(self, category: str, operation: Operation, *columns: str) -> None:
        """Refuse what no user in the asker's functions ever does, whatever the row and its state.

        Args:
            columns: what the change is about, where cells differ by that.

        Raises:
            RoleCannot: it is another function's.
        """
        if not self.policy[category].open_to(self.role, operation, self.principal.functions, columns):
            raise RoleCannot

    # --- reading ----------------------------------------------------------------------------------

    def columns(self, category: str) -> list[ColumnElement[Any]]:
        """The columns of a category's table that the asker's role reads: mostly all."""
        found = self.policy[category]
        table = table_of(found.table)
        return [table.c[name] for name in readable(found, self.role)] or [*table.c]

    async def rows(self, query: Executable) -> Sequence[RowMapping]:
        """All rows of a query that carries its clause."""
        return (await self._run(query)).mappings().all()

    async def row(self, query: Executable) -> RowMapping | None:
        """The first row, if any."""
        return (await self._run(query)).mappings().first()

    async def _run(self, statement: Executable) -> CursorResult[Any]:
        return await self.connection.execute(statement, self._values())

    async def fetch(self, key: Hashable, build: Callable[["Desk"], Select[Any]], **values: Any) -> list[dict[str, Any]]:
        """All rows of a query that is compiled once and kept; for whatever is asked often.

        Args:
            key: what the query's text depends on, besides the role: its name, and which filters it has.
            build: makes the query from this desk; what varies is `bindparam(name)`.
            values: of those parameters.
        """
        statement = prepared((key, self.role), lambda: build(self))
        rows = await self.driver.fetch(statement.text, *statement.arguments(self._values(**values)))
        return [statement.row(row) for row in rows]

    async def find(self, category: str, record_id: UUID, *, lock: bool = False) -> Mapping[str, Any]:
        """One readable row by id, logged as seen.

        Args:
            lock: hold it against concurrent changes until the end of the transaction (needs the update cell).

        Raises:
            NotFound: absent, or not the asker's to see; the answer is the same.
        """
        found = self.policy[category]
        table = table_of(found.table)

        def build() -> Select[Any]:
            query = select(*self.columns(category), *self.referenced(category, table)).where(
                table.c.id == bindparam("record_id", type_=Uuid),
                allowed(found, Operation.READ, self.role, table, self.asker),
            )
            if lock:
                may_update = allowed(found, Operation.UPDATE, self.role, table, self.asker)
                query = query.where(may_update).with_for_update()
            return query

        statement = prepared(("find", category, self.role, lock), build)
        row = await self.driver.fetchrow(statement.text, *statement.arguments(self._values(record_id=record_id)))
        if row is None:
            raise NotFound
        known = statement.row(row)
        self.saw(category, known)
        return known

    # --- writing ------------------------------------------------------------------------------------

    async def alone(self, *names: object) -> None:
        """Wait until no other transaction holds these names, and hold them to the end of this one.

        For what one looks at before writing and no row lock covers: rows that are not there yet, or another's.
        """
        await self.driver.execute(_ALONE, "/".join(map(str, names)))

    async def each_alone(self, names: Iterable[str]) -> None:
        """As `alone`, of many names in their order; those of several parts come joined by slashes."""
        await self.driver.execute(_EACH_ALONE, list(names))

    async def beside(self, *names: object) -> None:
        """Hold these names together with others who do so, and wait until nobody holds them alone."""
        await self.driver.execute(_BESIDE, "/".join(map(str, names)))

    async def insert(
        self, category: str, values: Mapping[str, Any], *, refers: str | None = None, shown: bool = True
    ) -> None:
        """Write a row where the policy allows it.

        Args:
            refers: JSON pointer of the member of the body that the row hangs on, if it was given there.
            shown: whether the row is a record that the log names; the gate's own bookkeeping is none.

        Raises:
            NotFound: the policy does not allow it; what the row refers to might as well not exist.
            InvalidContent: likewise, pointing at `refers`.
        """
        found = self.policy[category]
        target = table_of(found.table)
        row = complete(target, values)
        statement = prepared(
            ("insert", category, self.role, *row),
            lambda: guarded_insert(found, self.role, target, list(row), self.asker),
        )
        given = {f"new_{name}": written(target, name, value) for name, value in row.items()}
        if count_of(await self.driver.execute(statement.text, *statement.arguments(self._values(**given)))) != 1:
            raise unknown_reference(refers) if refers else NotFound()
        if shown:
            self.saw(category, values, "create")

    async def insert_all(
        self, category: str, rows: Sequence[Mapping[str, Any]], refers: Sequence[str], *, shown: bool = True
    ) -> None:
        """Write all rows in one statement, or none of them. All have the same columns, none of which is a list.

        Args:
            refers: for each row the JSON pointer to blame should the policy refuse it.
            shown: as of `insert`.

        Raises:
            InvalidContent: the policy refuses one; it points at the first of them.
        """
        found = self.policy[category]
        target = table_of(found.table)
        columns = list(complete(target, rows[0]))
        listed = {name: all_written(target, name, [row.get(name) for row in rows]) for name in columns}
        values = self._values(**{f"new_{name}": each for name, each in listed.items()})
        statement = prepared(
            ("insert_all", category, self.role, *columns),
            lambda: guarded_inserts(found, self.role, target, columns, self.asker),
        )
        if count_of(await self.driver.execute(statement.text, *statement.arguments(values))) != len(rows):
            which = prepared(
                ("insert_all refused", category, self.role, *columns),
                lambda: refused_inserts(found, self.role, target, columns, self.asker),
            )
            places = await self.driver.fetch(which.text, *which.arguments(values))
            raise unknown_reference(refers[places[0]["place"] - 1] if places else "")
        for row in rows if shown else ():
            self.saw(category, row, "create")

    async def update(
        self, category: str, record: Mapping[Any, Any], changes: Mapping[str, Any], *, check_version: bool = True
    ) -> dict[str, Any]:
        """Change a row as the asker may, from the version that was read.

        Returns:
            The row as it now is.

        Raises:
            NotFound: the asker may not (any longer).
            PreconditionFailed: somebody else changed it in between.
            RoleCannot: the cell has other columns only.
        """
        found = self.policy[category]
        table = table_of(found.table)
        if not changes.keys() <= {*changeable(found, self.role, table)}:
            raise RoleCannot
        new = {**changes, "updated_at": utc_now(), "version": record["version"] + 1}

        def build() -> ClauseElement:
            statement = (
                update(table)
                .where(
                    table.c.id == bindparam("record_id", type_=Uuid),
                    guarded_change(found, self.role, table, list(new), self.asker),
                )
                .values({name: bindparam(f"new_{name}", type_=table.c[name].type) for name in new})
            )
            if check_version:
                statement = statement.where(table.c.version == bindparam("old_version", type_=Integer))
            return statement

        statement = prepared(("update", category, self.role, check_version, *new), build)
        given = {f"new_{name}": written(table, name, value) for name, value in new.items()}
        values = self._values(record_id=record["id"], old_version=record["version"], **given)
        if count_of(await self.driver.execute(statement.text, *statement.arguments(values))) != 1:
            newer = select(table.c.id).where(
                table.c.id == record["id"],
                table.c.version != record["version"],
                self.may(category, Operation.UPDATE),
            )
            raise PreconditionFailed if check_version and await self.row(newer) else NotFound
        changed = {**record, **new}
        self.saw(category, changed, "update")
        return changed

    async def change_all(self, change: Update) -> int:
        """Run an UPDATE of many rows that carries its clause; how many it changed."""
        return (await self._run(change)).rowcount

    def _values(self, **given: Any) -> dict[str, Any]:
        return {**self.principal.asker.parameters(), _SCOPES.key: f" {' '.join(self.principal.scopes)} ", **given}

    def require_match(self, etag: str) -> None:
        """Refuse a change that was not made from the present version (If-Match)."""
        require_match(self.if_match, etag)

    # --- the log --------------------------------------------------------------------------------------

    def saw(self, category: str, row: Mapping[Any, Any], access: Access = "read") -> None:
        """Remember that a record was shown or changed."""
        if not self.policy[category].citizen_data:
            self.touched.add((category, row.get("id")))
            return
        citizen_id = row.get("citizen_id", row["id"] if category == "citizen" else None)
        self.event.subjects.append(
            Subject(category, row["id"], row["organisation_id"], citizen_id, row.get("track"), access)
        )

    def did(self, action: str, record_id: UUID | None = None) -> None:
        """Name what this request did, where the cell's operation does not say it."""
        self.event.action = action
        self.event.record_id = record_id or self.event.record_id


_SCOPES = bindparam("asker_scopes", type_=Text)
"""One text with a space around each: of an array the driver looks at each, and there are over a hundred."""
_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended($1, 0))"
_EACH_ALONE = "SELECT pg_advisory_xact_lock(hashtextextended(name, 0)) FROM unnest($1::text[]) AS name"
_BESIDE = "SELECT pg_advisory_xact_lock_shared(hashtextextended($1, 0))"

UNKNOWN_REFERENCE = "unknown_reference"
COUNTERPART_IDENTIFIED = "counterpart_identified"
"""The wall's refusal of a text (rule 5). Whoever tries names until one is refused learns of the other side by it."""
TELLING = frozenset({UNKNOWN_REFERENCE, COUNTERPART_IDENTIFIED})
"""Codes of 422 that say something of what the asker may not see: the log keeps them as denials."""


def unknown_reference(pointer: str) -> InvalidContent:
    """The answer for an id in a body that is not there, or not there for the asker; one for both."""
    return InvalidContent(
        errors=[
            FieldError(
                pointer,
                UNKNOWN_REFERENCE,
                "There is no such record for you.",
                "Der er ingen sådan post for jer.",
            )
        ]
    )


_CLAUSES: dict[tuple[str, Operation, str], ColumnElement[bool]] = {}


def kept_clause(category: Category, operation: Operation, role: str) -> ColumnElement[bool]:
    """The clause of a cell on the category's own table, built once a process: all in the role have the same."""
    key = (category.name, operation, role)
    if key not in _CLAUSES:
        _CLAUSES[key] = allowed(category, operation, role, table_of(category.table), PARAMETER_ASKER)
    return _CLAUSES[key]
