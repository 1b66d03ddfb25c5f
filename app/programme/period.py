"""When a meeting or a training day can plausibly be: near the project's period. Which year the plan has only warns."""

from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy import select

from app.common.workdays import danish_date
from app.database.columns import table_of
from app.gate.desk import Desk
from app.programme.errors import invalid

LONGEST = timedelta(hours=24)
MARGIN = timedelta(days=366)
"""Before the project begins and after it ends: it is prepared, and looked back upon."""


async def require_times(desk: Desk, project_id: UUID, starts_at: datetime, ends_at: datetime) -> None:
    """Refuse a meeting of more than a day, or far from its project's period.

    Raises:
        InvalidContent: pointing at the end, or at the beginning.
    """
    if ends_at - starts_at > LONGEST:
        raise invalid(
            "/ends_at", "longer_than_a_day", "A meeting is at most 24 hours.", "Et møde varer højst 24 timer."
        )
    await require_day(desk, project_id, "/starts_at", danish_date(starts_at))


async def require_day(desk: Desk, project_id: UUID, pointer: str, day: date) -> None:
    """Refuse a day that lies more than a year outside the project's period.

    Raises:
        InvalidContent: pointing at the day. Of a project that the asker may not see nothing is said.
    """
    project = table_of("project")
    found = await desk.row(
        select(project.c.starts_on, project.c.ends_on).where(project.c.id == project_id, desk.readable("project"))
    )
    if found is not None and not found["starts_on"] - MARGIN <= day <= found["ends_on"] + MARGIN:
        raise invalid(
            pointer,
            "outside_project",
            "More than a year before the project begins, or after it ends.",
            "Mere end et år før projektet begynder eller efter det slutter.",
        )
