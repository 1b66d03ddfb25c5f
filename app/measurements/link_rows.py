"""The rows of answer links: what all who deal with them share."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.database.columns import table_of, utc_now
from app.gate.desk import Desk
from app.measurements.tables import QuestionnaireLink

LINKS = table_of(QuestionnaireLink.__tablename__)

Row = Mapping[Any, Any]


async def end_link(desk: Desk, response_id: UUID) -> None:
    """End the response's open link, if there is one.

    Whoever calls holds the response (`matched`): so does a citizen who answers, and only then the link. Neither waits
    for the other in a circle.
    """
    row = await desk.row(
        select(LINKS).where(
            LINKS.c.response_id == response_id,
            LINKS.c.used_at.is_(None),
            LINKS.c.ended_at.is_(None),
            desk.readable("questionnaire_link"),
        )
    )
    if row is not None:
        await desk.update("questionnaire_link", row, {"ended_at": utc_now()})
