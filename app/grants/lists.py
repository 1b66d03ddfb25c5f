"""A page of what hangs on a grant."""

from collections.abc import Callable, Mapping
from typing import Any, TypeVar
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import ColumnElement, select

from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.paging import Page, PageQuery, keyset
from app.gate.resources import filters
from app.grants.reading import held

View = TypeVar("View", bound=BaseModel)


async def page_of_grant(
    desk: Desk,
    category: str,
    grant_id: UUID,
    query: PageQuery,
    view: Callable[[Mapping[Any, Any]], View],
    **under: UUID,
) -> Page[View]:
    """The readable rows of a category that hang on a grant, newest first.

    Args:
        under: what else they hang on, by column.
    """
    await held(desk, grant_id)
    table = table_of(desk.policy[category].table)
    place = "/".join(str(each) for each in (grant_id, *under.values()))
    keys = keyset(desk, query, f"{category}/{place}")
    wanted: list[ColumnElement[bool]] = [table.c[name] == value for name, value in under.items()]
    rows = await desk.rows(
        select(table)
        .where(
            table.c.grant_id == grant_id,
            *wanted,
            *keys.where(table.c.created_at, table.c.id),
            *filters(query, table),
            desk.readable(category),
        )
        .order_by(table.c.created_at.desc(), table.c.id.desc())
        .limit(query.limit + 1)
    )
    return keys.page(rows, [view(row) for row in rows[: query.limit]])
