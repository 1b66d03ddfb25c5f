"""What resources without citizens' data have in common: a view of a row with its ETag, and a page of them.

Everyone who may read such a row reads it alike, so its version is all that its ETag is made of.
"""

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import Any, Generic, NamedTuple, TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import ColumnElement, FromClause, select

from app.common.conditional import etag_of
from app.common.errors import ForbiddenTransition
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.paging import Page, PageQuery, keyset

View = TypeVar("View", bound=BaseModel)
State = TypeVar("State", bound=StrEnum)


class Tagged(NamedTuple, Generic[View]):
    """A view and the ETag of what it shows."""

    view: View
    etag: str


def row_etag(category: str, row: Mapping[Any, Any]) -> str:
    """The ETag of a row of this category."""
    return etag_of(category, row["id"], row["version"])


def tagged(view: type[View], category: str, row: Mapping[Any, Any]) -> Tagged[View]:
    """The row as its view shows it."""
    return Tagged(view.model_validate(dict(row)), row_etag(category, row))


async def matched(desk: Desk, category: str, record_id: UUID) -> Mapping[Any, Any]:
    """A row held for a change that the caller makes from its present version (If-Match).

    Raises:
        NotFound: absent, or not the caller's to change.
        PreconditionRequired: no If-Match.
        PreconditionFailed: somebody else changed it in between.
    """
    row = await desk.find(category, record_id, lock=True)
    desk.event.record_id = record_id
    desk.require_match(row_etag(category, row))
    return row


def require_transition(transitions: Mapping[State, frozenset[State]], state: State, to: State) -> None:
    """Refuse what the present state does not allow.

    Raises:
        ForbiddenTransition: with the states that it does allow.
    """
    if to not in transitions[state]:
        raise ForbiddenTransition(state=state, allowed=sorted(transitions[state]))


def filters(query: PageQuery, row: FromClause) -> list[ColumnElement[bool]]:
    """The filters of a list that are plain columns of the row, and `updated_since`."""
    given = query.model_dump(exclude={"limit", "cursor"}, exclude_none=True)
    since = given.pop("updated_since", None)
    conditions = [row.c[name] == value for name, value in given.items()]
    return conditions if since is None else [*conditions, row.c.updated_at >= since]


async def page_of(
    desk: Desk,
    category: str,
    query: PageQuery,
    view: type[View],
    *,
    shown: Callable[[Mapping[Any, Any]], dict[str, Any]] = dict,
) -> Page[View]:
    """The rows of a category that the caller may read, newest first.

    Args:
        shown: what of a row goes into its view.
    """
    table = table_of(desk.policy[category].table)
    keys = keyset(desk, query, category)
    rows = await desk.rows(
        select(table)
        .where(*keys.where(table.c.created_at, table.c.id), *filters(query, table), desk.readable(category))
        .order_by(table.c.created_at.desc(), table.c.id.desc())
        .limit(query.limit + 1)
    )
    return keys.page(rows, [view.model_validate(shown(row)) for row in rows[: query.limit]])
