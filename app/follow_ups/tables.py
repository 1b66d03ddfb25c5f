"""Follow-ups."""

from datetime import date
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text
from sqlmodel import Field

from app.courses.states import SupportTheme
from app.courses.tables import of_course
from app.database.columns import CitizenRow, all_of, day, of_citizen, one_of, texts
from app.follow_ups.states import ChangeSustained, FollowUpStatus


class FollowUp(CitizenRow, table=True):
    """One look back after a course's end."""

    __tablename__ = "follow_up"
    __table_args__ = (
        of_citizen(),
        of_course(),
        one_of("status", FollowUpStatus),
        one_of("change_sustained", ChangeSustained),
        all_of("new_needs", SupportTheme),
        CheckConstraint("status <> 'completed' OR completed_on IS NOT NULL", name="completed"),
        Index("ix_follow_up_citizen_id", "citizen_id"),
        Index("ix_follow_up_page", "organisation_id", "track", "created_at", "id"),
        Index("ix_follow_up_due_on", "organisation_id", "due_on", postgresql_where="status = 'planned'"),
        Index("ix_follow_up_course_id", "course_id"),
        Index("ix_follow_up_project_id", "project_id"),
    )

    course_id: UUID
    due_on: date = day(nullable=False)
    completed_on: date | None = day()
    status: str = Field(default=FollowUpStatus.PLANNED, sa_type=Text)
    contact_to_other_services: bool | None = None
    change_sustained: str | None = Field(default=None, sa_type=Text)
    new_needs: list[str] = Field(sa_column=texts("new_needs"))
