"""Cells as where-clauses: the first of the two enforcements.

`allowed` is the one function that turns cells into SQL; `rls` compiles the very same expression into
policies. A write is guarded in its own statement: an UPDATE by its WHERE, an INSERT by selecting the new
row only where the clause holds of it, so that nothing is checked before and written after.
"""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Insert,
    Integer,
    Select,
    Table,
    and_,
    bindparam,
    cast,
    column,
    false,
    func,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY, insert
from sqlalchemy.sql.visitors import iterate

from app.boundary.asker import Asker
from app.boundary.conditions import WORDS
from app.boundary.policy import Category, Cell, Operation


def allowed(
    category: Category, operation: Operation, role: str, row: FromClause, asker: Asker, *, after: bool = False
) -> ColumnElement[bool]:
    """Whether `role` may do `operation` with `row`; false where no cell stands.

    Args:
        after: judge the row as it will be after an update (adds the cells' `check` words).
    """
    cells = list(category.cells_for(role, operation))
    if not cells:
        return false()
    return and_(
        *(
            WORDS[word](row, asker, category)
            for word in (*category.always.get(role, ()), *category.every.get(role, ()))
        ),
        or_(false(), *(_cell(cell, row, asker, category, after=after) for cell in cells)),
        *_narrowed(category, operation, role, row, asker),
    )


_IMPLIES: dict[str, frozenset[str]] = {
    "disclosed": frozenset({"consented"}),
    "as_passed_on": frozenset({"consented", "disclosed"}),
    "bridging_active": frozenset({"consented", "disclosed"}),
}
"""Words that say what another of the cell says already: written out for who reads the table, looked up once."""


def _cell(cell: Cell, row: FromClause, asker: Asker, category: Category, *, after: bool) -> ColumnElement[bool]:
    written = (*cell.when, *cell.check) if after else cell.when
    implied = frozenset(word for each in written for word in _IMPLIES.get(each, ()))
    words = [word for word in written if word not in implied]
    return and_(*(WORDS[word](row, asker, category) for word in words))


def _narrowed(
    category: Category, operation: Operation, role: str, row: FromClause, asker: Asker
) -> list[ColumnElement[bool]]:
    if not category.narrow or role not in category.every:
        return []
    return [
        or_(
            false(),  # an empty or_() would allow everything
            *(
                and_(
                    asker.has_function(narrowing.function),
                    *(WORDS[word](row, asker, category) for word in narrowing.when),
                )
                for narrowing in category.narrow
                if operation in narrowing.operations
            ),
        )
    ]


def guarded_insert(category: Category, role: str, target: Table, columns: Sequence[str], asker: Asker) -> Insert:
    """An INSERT that writes its row only where the policy allows it; otherwise it writes none."""
    new = select(
        *(
            cast(bindparam(f"new_{name}", type_=target.c[name].type), target.c[name].type).label(name)
            for name in columns
        )
    ).subquery("new_row")
    chosen = select(*(new.c[name] for name in columns)).where(
        allowed(category, Operation.CREATE, role, new, asker, after=True)
    )
    return insert(target).from_select(list(columns), chosen, include_defaults=False)


def _new_rows(target: Table, columns: Sequence[str]) -> FromClause:
    """Rows to be, from one array a column, with their place in them."""
    kinds: dict[str, Any] = {name: target.c[name].type for name in columns}
    arrays = (cast(bindparam(f"new_{name}", type_=ARRAY(kind)), ARRAY(kind)) for name, kind in kinds.items())
    listed = func.unnest(*arrays).table_valued(
        *(column(name, kind) for name, kind in kinds.items()), with_ordinality="place", name="listed"
    )
    return select(listed.render_derived()).subquery("new_row")


def guarded_inserts(category: Category, role: str, target: Table, columns: Sequence[str], asker: Asker) -> Insert:
    """As `guarded_insert`, for many rows in one statement; no column may be a list itself."""
    new = _new_rows(target, columns)
    chosen = (
        select(*(new.c[name] for name in columns))
        .where(allowed(category, Operation.CREATE, role, new, asker, after=True))
        .order_by(new.c.place)
    )
    return insert(target).from_select(list(columns), chosen, include_defaults=False)


def refused_inserts(category: Category, role: str, target: Table, columns: Sequence[str], asker: Asker) -> Select[Any]:
    """The places, from 1, of the rows that `guarded_inserts` leaves out."""
    new = _new_rows(target, columns)
    let_through = func.coalesce(allowed(category, Operation.CREATE, role, new, asker, after=True), false())
    return select(cast(new.c.place, Integer).label("place")).where(~let_through).order_by(new.c.place)


class _Columns(dict[str, ColumnElement[Any]]):
    __getattr__ = dict.__getitem__


class _Becoming:
    """A row as it will be: new values where there are any, otherwise the columns as they are."""

    def __init__(self, table: Table, changes: Sequence[str]) -> None:
        new = {name: bindparam(f"new_{name}", type_=table.c[name].type) for name in changes}
        self.c = _Columns({**dict(table.c.items()), **new})
        self._table = table

    def __clause_element__(self) -> Table:
        return self._table


def guarded_change(
    category: Category, role: str, table: Table, changes: Sequence[str], asker: Asker
) -> ColumnElement[bool]:
    """Whether `role` may change these columns of a row as it is and, where it hangs on one of them, as it will be.

    Args:
        changes: the columns; their values are the parameters `new_<column>`.
    """
    before = allowed(category, Operation.UPDATE, role, table, asker)
    becoming: Any = _Becoming(table, changes)
    after = allowed(category, Operation.UPDATE, role, becoming, asker, after=True)
    checked = any(cell.check for cell in category.cells_for(role, Operation.UPDATE))
    return and_(before, after) if checked or _reads(after, changes) else before


def _reads(clause: ColumnElement[bool], changes: Sequence[str]) -> bool:
    """Whether a clause on the row as it will be asks for one of the new values."""
    new = {f"new_{name}" for name in changes}
    return any(each.key in new for each in iterate(clause) if isinstance(each, BindParameter))
