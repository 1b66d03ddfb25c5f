"""Courses, sessions, notes and support needs."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from app.courses.states import (
    ClosingReason,
    CourseStatus,
    SessionForm,
    SessionStatus,
    SupportLevel,
    SupportNeedStatus,
    SupportTheme,
)
from app.database.columns import CitizenRow, day, encrypted, moment, of_citizen, one_of


class Course(CitizenRow, table=True):
    """A course for one side. Journey start and end are kept apart from the course's own."""

    __tablename__ = "course"
    __table_args__ = (
        of_citizen(),
        one_of("status", CourseStatus),
        ForeignKeyConstraint(["referral_id", "citizen_id"], ["referral.id", "referral.citizen_id"]),
        ForeignKeyConstraint(["assigned_to", "organisation_id"], ["staff.id", "staff.organisation_id"]),
        one_of("closing_reason", ClosingReason),
        one_of("form", SessionForm),
        UniqueConstraint("id", "organisation_id", "citizen_id"),
        CheckConstraint("ended_on >= started_on", name="dates"),
        CheckConstraint("journey_ended_on >= journey_started_on", name="journey_dates"),
        Index("ix_course_citizen_id", "citizen_id"),
        Index("ix_course_page", "organisation_id", "track", "created_at", "id"),
        Index("ix_course_updated_at", "organisation_id", "updated_at", "id"),
        Index("ix_course_project_id", "project_id"),
    )

    referral_id: UUID | None = None
    assigned_to: UUID | None = None
    status: str = Field(default=CourseStatus.CREATED, sa_type=Text)
    form: str = Field(sa_type=Text)
    journey_started_on: date = day(nullable=False)
    journey_ended_on: date | None = day()
    started_on: date | None = day()
    ended_on: date | None = day()
    closing_reason: str | None = Field(default=None, sa_type=Text)
    shown_version: int | None = None
    """The version to those it was passed on to, and below since when; NULL while these are the row's own. A trigger
    writes both, since neither counts what they are not shown (who has the course)."""
    shown_updated_at: datetime | None = moment()


def of_course() -> ForeignKeyConstraint:
    """Ties a row to a course of the same organisation and citizen."""
    return ForeignKeyConstraint(
        ["course_id", "organisation_id", "citizen_id"], ["course.id", "course.organisation_id", "course.citizen_id"]
    )


class Session(CitizenRow, table=True):
    """One meeting of worker and citizen; what was said is another record."""

    __tablename__ = "session"
    __table_args__ = (
        of_citizen(),
        of_course(),
        one_of("form", SessionForm),
        one_of("status", SessionStatus),
        CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
        UniqueConstraint("id", "organisation_id", "citizen_id"),
        Index("ix_session_course_id", "course_id", "held_on", "id"),
        Index("ix_session_citizen_id", "citizen_id"),
        Index("ix_session_planned", "organisation_id", "held_on", postgresql_where="status = 'planned'"),
    )

    course_id: UUID
    held_on: date = day(nullable=False)
    minutes: int | None = None
    form: str = Field(sa_type=Text)
    status: str = Field(default=SessionStatus.PLANNED, sa_type=Text)


class SessionNote(CitizenRow, table=True):
    """What was said: for the assigned worker and the coordinator alone."""

    __tablename__ = "session_note"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(
            ["session_id", "organisation_id", "citizen_id"],
            ["session.id", "session.organisation_id", "session.citizen_id"],
        ),
        Index("uq_session_note_session_id", "session_id", unique=True),
    )

    session_id: UUID
    note: bytes = encrypted()


class SupportNeed(CitizenRow, table=True):
    """A need that others must meet, and how the bridge to them went."""

    __tablename__ = "support_need"
    __table_args__ = (
        of_citizen(),
        of_course(),
        ForeignKeyConstraint(["referral_id", "citizen_id"], ["referral.id", "referral.citizen_id"]),
        one_of("theme", SupportTheme),
        one_of("level", SupportLevel),
        one_of("status", SupportNeedStatus),
        CheckConstraint("(recipient_id IS NULL) = (referral_id IS NULL)", name="handover"),
        Index("ix_support_need_citizen_id", "citizen_id"),
        Index("ix_support_need_organisation_id", "organisation_id", "created_at", "id"),
        Index("ix_support_need_recipient_id", "recipient_id"),
        Index("ix_support_need_referral_id", "referral_id"),
    )

    course_id: UUID | None = None
    theme: str = Field(sa_type=Text)
    level: str = Field(sa_type=Text)
    description: bytes | None = encrypted(nullable=True)
    recipient_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    referral_id: UUID | None = None
    status: str = Field(default=SupportNeedStatus.IDENTIFIED, sa_type=Text)
