"""Keyset paging: a page is one index walk from where the last one ended, newest first.

No totals and no offsets: both tell of, and cost for, rows one does not see.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Generic, Protocol, TypeVar
from uuid import UUID

from pydantic import BaseModel, BeforeValidator, ConfigDict, Field
from sqlalchemy import BindParameter, ColumnElement, Integer, Uuid, bindparam, literal, tuple_

from app.common.cursors import MAX_CURSOR_LENGTH, open_cursor, seal_cursor
from app.common.errors import InvalidCursor
from app.common.problem import InvalidValue
from app.database.columns import Timestamp
from app.gate.desk import Desk

Item = TypeVar("Item")

_PLAIN = re.compile("0|[1-9][0-9]*")
DEFAULT_LIMIT = 50
MAX_LIMIT = 200


class NotPlainDigitsError(InvalidValue):
    """Python reads a 5 of another alphabet, ` 5`, `05` and `5.0` as five; a contract does not."""

    code = "int_parsing"
    message_en = "A whole number in the digits 0-9 is required."
    message_da = "Et helt tal med cifrene 0-9 er påkrævet."


class NotPlainFlagError(InvalidValue):
    """Another spelling of a truth value."""

    code = "bool_parsing"
    message_en = "Must be `true` or `false`."
    message_da = "Skal være `true` eller `false`."


def plain_digits(value: object) -> object:
    """A number as it stands in a URL."""
    if isinstance(value, str) and not _PLAIN.fullmatch(value):
        raise NotPlainDigitsError
    return value


def plain_flag(value: object) -> object:
    """A truth value as it stands in a URL: not `1`, `yes` or `TRUE`, which Python's readers take too."""
    if isinstance(value, str) and value not in {"true", "false"}:
        raise NotPlainFlagError
    return value


Flag = Annotated[bool, BeforeValidator(plain_flag)]
Limit = Annotated[int, BeforeValidator(plain_digits), Field(ge=1, le=MAX_LIMIT, description="Items on the page.")]


class PageQuery(BaseModel):
    """The query parameters that every list has; unknown ones are refused."""

    model_config = ConfigDict(extra="forbid")

    limit: Limit = DEFAULT_LIMIT
    cursor: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=MAX_CURSOR_LENGTH,
            description="`next_cursor` of the page before; bound to caller, route and filters.",
        ),
    ] = None

    def filters(self) -> dict[str, str]:
        """The filters, as the cursor is bound to them."""
        return {
            name: str(value)
            for name, value in self.model_dump(exclude={"limit", "cursor"}, mode="json").items()
            if value is not None
        }


class Filtered(Protocol):
    """A query that says what its cursor is bound to."""

    def filters(self) -> dict[str, str]:
        """The filters by name."""


class Page(BaseModel, Generic[Item]):
    """A page of a list."""

    items: list[Item]
    next_cursor: str | None = Field(
        max_length=MAX_CURSOR_LENGTH, description="Send it as `cursor` for the next page; null on the last."
    )


_AFTER_TIME = bindparam("after_time", type_=Timestamp)
_AFTER_ID = bindparam("after_id", type_=Uuid)
_COUNT = bindparam("page_count", type_=Integer)


@dataclass(frozen=True, slots=True)
class Keyset:
    """Where a page starts: after (time, id), newest first."""

    after: tuple[datetime, UUID] | None
    limit: int
    context: Mapping[str, str]
    secret: bytes

    def where(self, time: ColumnElement[Any], identity: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        """Rows that come after the cursor."""
        if self.after is None:
            return []
        return [tuple_(time, identity) < tuple_(literal(self.after[0]), literal(self.after[1]))]

    def seek(self, time: ColumnElement[Any], identity: ColumnElement[Any]) -> list[ColumnElement[bool]]:
        """As `where`, for a statement that is compiled once: give it `values`."""
        return [] if self.after is None else [tuple_(time, identity) < tuple_(_AFTER_TIME, _AFTER_ID)]

    @property
    def count(self) -> BindParameter[int]:
        """The LIMIT: one more than the page, to know whether there is another."""
        return _COUNT

    def values(self) -> dict[str, Any]:
        """The parameters of `seek` and `count`."""
        after = {} if self.after is None else {"after_time": self.after[0], "after_id": self.after[1]}
        return {"page_count": self.limit + 1, **after}

    def page(self, rows: Sequence[Mapping[Any, Any]], items: list[Item], *, time: str = "created_at") -> Page[Item]:
        """The page of `items` made from the first `limit` of `rows` (of which one more was asked for)."""
        more = len(rows) > self.limit
        last = rows[self.limit - 1] if more else None
        cursor = (
            seal_cursor(self.secret, context=self.context, position=[last[time].isoformat(), str(last["id"])])
            if last is not None
            else None
        )
        return Page(items=items[: self.limit], next_cursor=cursor)


def bound_to(desk: Desk, query: Filtered, route: str) -> dict[str, str]:
    """What a cursor is bound to: who asks, for which list, with which filters."""
    principal = desk.principal
    return {
        "organisation": str(principal.organisation_id),
        "client": principal.client_id,
        "track": principal.track or "",
        "route": route,
        **{f"filter.{name}": value for name, value in query.filters().items()},
    }


def keyset(desk: Desk, query: PageQuery, route: str) -> Keyset:
    """Open the cursor of a list request.

    Raises:
        InvalidCursor: altered, or of another caller, route or filter.
    """
    context, secret = bound_to(desk, query, route), desk.keys.cursor_secret
    return Keyset(_position(secret, query.cursor, context), query.limit, context, secret)


def _position(secret: bytes, cursor: str | None, context: Mapping[str, str]) -> tuple[datetime, UUID] | None:
    if not cursor:
        return None
    match open_cursor(secret, cursor, context=context):
        case [str(time), str(identity)]:
            return datetime.fromisoformat(time), UUID(identity)
        case _:
            raise InvalidCursor
