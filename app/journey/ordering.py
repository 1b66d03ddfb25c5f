"""Paging of lists that are assembled from several tables, or from a log: by (sorted_at, rank, id).

That is unique: a record gives at most one row of a kind, and an event of the log one of a position.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    FromClause,
    Integer,
    Select,
    Subquery,
    Uuid,
    bindparam,
    select,
    tuple_,
)

from app.common.cursors import open_cursor, seal_cursor
from app.common.errors import InvalidCursor
from app.database.columns import Timestamp
from app.gate.desk import Desk
from app.gate.paging import Item, Page, PageQuery, bound_to

NO_DATE = datetime(9999, 1, 1, tzinfo=UTC)
"""Sorts what has no date last."""

_AFTER = ("after_time", "after_rank", "after_id")
_THERE = tuple_(
    bindparam("after_time", type_=Timestamp), bindparam("after_rank", type_=Integer), bindparam("after_id", type_=Uuid)
)
_COUNT = bindparam("page_count", type_=Integer)


@dataclass(frozen=True, slots=True)
class Ordering:
    """One page of an assembled list."""

    after: tuple[datetime, int, UUID] | None
    limit: int
    context: Mapping[str, str]
    secret: bytes
    identity: str = "record_id"
    newest_first: bool = False

    def key(self, found: FromClause) -> list[ColumnElement[Any]]:
        """What the list sorts by."""
        columns: list[ColumnElement[Any]] = [found.c.sorted_at, found.c.rank, found.c[self.identity]]
        return [each.desc() for each in columns] if self.newest_first else columns

    def part(self, rows: CompoundSelect[Any] | Select[Any]) -> Subquery:
        """The page's rows and one more, in order; for a statement that is compiled once: give it `values`."""
        found = rows.subquery("found")
        query: Select[Any] = select(*found.c).order_by(*self.key(found)).limit(_COUNT)
        if self.after is not None:
            here = tuple_(found.c.sorted_at, found.c.rank, found.c[self.identity])
            query = query.where(here < _THERE if self.newest_first else here > _THERE)
        return query.subquery("part")

    @property
    def form(self) -> tuple[str, bool]:
        """What a statement's text depends on."""
        return self.identity, self.after is None

    def values(self) -> dict[str, Any]:
        """The parameters of `part`."""
        there = {} if self.after is None else dict(zip(_AFTER, self.after, strict=True))
        return {"page_count": self.limit + 1, **there}

    def page(self, rows: Sequence[Mapping[Any, Any]], items: list[Item]) -> Page[Item]:
        """The page of `items`, made from the first `limit` of `rows`."""
        cursor = None
        if len(rows) > self.limit:
            last = rows[self.limit - 1]
            position = [last["sorted_at"].isoformat(), last["rank"], str(last[self.identity])]
            cursor = seal_cursor(self.secret, context=self.context, position=position)
        return Page(items=items[: self.limit], next_cursor=cursor)


def ordering(
    desk: Desk, query: PageQuery, route: str, *, identity: str = "record_id", newest_first: bool = False
) -> Ordering:
    """Open the cursor of a list request.

    Args:
        route: names the list, and whose it is.
        identity: the column that tells rows of one time and rank apart.

    Raises:
        InvalidCursor: altered, or of another caller, list or filter.
    """
    context, secret = bound_to(desk, query, route), desk.keys.cursor_secret
    position = _position(secret, query.cursor, context)
    return Ordering(position, query.limit, context, secret, identity, newest_first)


def _position(secret: bytes, cursor: str | None, context: Mapping[str, str]) -> tuple[datetime, int, UUID] | None:
    if cursor is None:
        return None
    match open_cursor(secret, cursor, context=context):
        case [str(time), int(rank), str(identity)]:
            return datetime.fromisoformat(time), rank, UUID(identity)
        case _:
            raise InvalidCursor
