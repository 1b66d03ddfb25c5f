"""What was opened to the asker, in the words that lists and details look it up with.

These choose where a statement begins (`performance`: lists are driven from what one owns and what was disclosed to
one). Whether a row may be seen is the policy's to say, and stands beside them in every statement.
"""

from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, func, or_, select

from app.database.columns import table_of
from app.gate.desk import Desk


def opened(desk: Desk, row: FromClause) -> list[ColumnElement[bool]]:
    """Opened to the asker at some time, and perhaps ended since."""
    return [row.c.recipient_id == desk.asker.organisation, row.c.opened_at.is_not(None)]


def standing(desk: Desk, row: FromClause) -> list[ColumnElement[bool]]:
    """Opened to the asker, and not ended yet."""
    return [*opened(desk, row), *not_ended(row)]


def not_ended(row: FromClause) -> list[ColumnElement[bool]]:
    """Neither ended nor run out."""
    return [row.c.ended_at.is_(None), or_(row.c.valid_until.is_(None), row.c.valid_until > func.now())]


def first_opened(desk: Desk, stem: FromClause) -> ColumnElement[Any]:
    """When the citizen was first opened to the asker: the time that a recipient is shown (the wall, rule 1)."""
    row = table_of("disclosure").alias("opening")
    query = select(func.min(row.c.opened_at)).where(
        row.c.citizen_id == stem.c.id, row.c.category == "citizen", *opened(desk, row)
    )
    return query.correlate(stem).scalar_subquery()


async def passed_on(desk: Desk, citizen_id: UUID, category: str) -> bool:
    """Whether what the asker writes of a category now is laid down for a recipient, so that writing it sends it."""
    disclosure = table_of("disclosure")
    row = await desk.row(
        select(func.count().label("open")).where(
            disclosure.c.citizen_id == citizen_id,
            disclosure.c.source_organisation_id == desk.organisation_id,
            disclosure.c.category == category,
            disclosure.c.ended_at.is_(None),
            desk.readable("disclosure"),
        )
    )
    return bool(row and row["open"])
