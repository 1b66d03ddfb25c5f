"""What resources that are one row have in common: a view with its ETag, a change from what was seen, and a page.

Everyone who may read such a row reads it alike, so its version is all that its ETag is made of. Where somebody is shown
less of it, the row that is given here is the row as they see it.
"""

from collections.abc import Callable, Mapping, Sequence
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
    route: str | None = None,
    where: Sequence[ColumnElement[bool]] | None = None,
    shown: Callable[[Mapping[Any, Any]], dict[str, Any]] = dict,
) -> Page[View]:
    """The rows of a category that the caller may read, newest first, logged as seen.

    Args:
        route: names the list where the category has several, e.g. one for each citizen; a cursor serves one of them.
        where: what is asked for, where the query's members are not simply columns of the row.
        shown: what of a row goes into its view.
    """
    table = table_of(desk.policy[category].table)
    keys = keyset(desk, query, route or category)
    wanted = filters(query, table) if where is None else where
    rows = await desk.rows(
        select(*desk.columns(category))
        .where(*keys.where(table.c.created_at, table.c.id), *wanted, desk.readable(category))
        .order_by(table.c.created_at.desc(), table.c.id.desc())
        .limit(query.limit + 1)
    )
    for row in rows[: query.limit]:
        desk.saw(category, row)
    return keys.page(rows, [view.model_validate(shown(row)) for row in rows[: query.limit]])
