"""Meetings, their plan and decisions, training days, calendar feeds, maturation: no citizen's data."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.database.columns import ControlledRow, Row, day, moment, one_of, uuids
from app.programme.states import (
    DecisionStatus,
    GateStatus,
    MaturationPhase,
    MeetingStatus,
    MeetingType,
    TrainingDayStatus,
)


def _document(name: str) -> Any:
    return Field(sa_column=Column(name, JSONB, nullable=False))


def _current(table: str) -> Index:
    """One version of a project is the present one."""
    return Index(f"uq_{table}_current", "project_id", unique=True, postgresql_where="superseded_at IS NULL")


class MeetingPlan(ControlledRow, table=True):
    """One version of a project's meeting plan (R3): its rows never change, an adjustment is a new version."""

    __tablename__ = "meeting_plan"
    __table_args__ = (UniqueConstraint("project_id", "plan_version"), _current("meeting_plan"))

    plan_version: int
    rows: list[dict[str, Any]] = _document("rows")
    reason: str | None = Field(default=None, sa_type=Text)
    """Why it was adjusted; the first version is the programme's own."""
    supersedes_id: UUID | None = Field(default=None, foreign_key="meeting_plan.id")
    superseded_at: datetime | None = moment()


class Meeting(ControlledRow, table=True):
    """A meeting, from plan to approved minutes."""

    __tablename__ = "meeting"
    __table_args__ = (
        one_of("meeting_type", MeetingType),
        one_of("status", MeetingStatus),
        CheckConstraint("ends_at > starts_at", name="times"),
        CheckConstraint(
            "status NOT IN ('invited', 'held', 'minutes_approved') OR invited_at IS NOT NULL", name="invited"
        ),
        UniqueConstraint("id", "project_id"),
        Index("ix_meeting_project_id", "project_id", "created_at", "id"),
    )

    plan_row: int | None = None
    """The number of the plan's row; NULL of a meeting outside the plan."""
    meeting_type: str = Field(sa_type=Text)
    municipality_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    """The municipality that it is held in and about; NULL of a joint one."""
    organiser_ids: list[UUID] = Field(sa_column=uuids("organiser_ids"))
    required_ids: list[UUID] = Field(sa_column=uuids("required_ids"))
    optional_ids: list[UUID] = Field(sa_column=uuids("optional_ids"))
    starts_at: datetime = moment(nullable=False)
    ends_at: datetime = moment(nullable=False)
    place: str | None = Field(default=None, sa_type=Text)
    virtual_link: str | None = Field(default=None, sa_type=Text)
    agenda: str | None = Field(default=None, sa_type=Text)
    status: str = Field(default=MeetingStatus.PLANNED, sa_type=Text)
    invited_at: datetime | None = moment()
    attendance: list[dict[str, Any]] = _document("attendance")
    """Organisation and number of persons; never who."""
    minutes: str | None = Field(default=None, sa_type=Text)
    cancelled_reason: str | None = Field(default=None, sa_type=Text)
    sequence: int = Field(default=0)
    """Raised when time or place change, or it is cancelled (RFC 5545 § 3.8.7.4)."""


class MeetingDecision(ControlledRow, table=True):
    """A decision of a meeting's minutes (beslutningsreferat), with who owes it by when."""

    __tablename__ = "meeting_decision"
    __table_args__ = (
        one_of("status", DecisionStatus),
        CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name="done"),
        ForeignKeyConstraint(["meeting_id", "project_id"], ["meeting.id", "meeting.project_id"]),
        Index("ix_meeting_decision_meeting_id", "meeting_id", "created_at"),
        Index("ix_meeting_decision_project_id", "project_id", "created_at", "id"),
    )

    meeting_id: UUID
    decision: str = Field(sa_type=Text)
    owner_id: UUID = Field(foreign_key="organisation.id")
    due_on: date | None = day()
    status: str = Field(default=DecisionStatus.OPEN, sa_type=Text)
    done_on: date | None = day()
    postponed_to: date | None = day()
    """What the secretariat put it off to; `due_on` stays as the minutes say."""


class CalendarFeed(Row, table=True):
    """A secret link to an organisation's meetings. Only the secret's hash is kept; it lives as long as who made it."""

    __tablename__ = "calendar_feed"
    __table_args__ = (
        Index("uq_calendar_feed_secret_hash", "secret_hash", unique=True),
        Index("ix_calendar_feed_organisation_id", "organisation_id", "created_at", "id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    client_id: str = Field(sa_type=Text)
    staff_id: UUID | None = Field(default=None, foreign_key="staff.id")
    label: str | None = Field(default=None, sa_type=Text)
    secret_hash: str = Field(sa_type=Text)
    """SHA-256, in hexadecimal digits."""
    revoked_at: datetime | None = moment()


class TrainingDay(ControlledRow, table=True):
    """A day of competence development (R11)."""

    __tablename__ = "training_day"
    __table_args__ = (
        one_of("status", TrainingDayStatus),
        Index("ix_training_day_project_id", "project_id", "created_at", "id"),
    )

    organiser_id: UUID = Field(foreign_key="organisation.id")
    participant_ids: list[UUID] = Field(sa_column=uuids("participant_ids"))
    day: date = day(nullable=False)
    topic: str | None = Field(default=None, sa_type=Text)
    place: str | None = Field(default=None, sa_type=Text)
    virtual_link: str | None = Field(default=None, sa_type=Text)
    status: str = Field(default=TrainingDayStatus.PLANNED, sa_type=Text)
    attendance: list[dict[str, Any]] = _document("attendance")


class MaturationCriteria(ControlledRow, table=True):
    """One version of what is asked at each gate (R30): data of the agency's, never changed, only superseded."""

    __tablename__ = "maturation_criteria"
    __table_args__ = (UniqueConstraint("project_id", "criteria_version"), _current("maturation_criteria"))

    criteria_version: int
    gates: list[dict[str, Any]] = _document("gates")
    reason: str | None = Field(default=None, sa_type=Text)
    supersedes_id: UUID | None = Field(default=None, foreign_key="maturation_criteria.id")
    superseded_at: datetime | None = moment()


class MaturationAssessment(ControlledRow, table=True):
    """How a project stands at one gate, by the version of the criteria that was current when it was begun."""

    __tablename__ = "maturation_assessment"
    __table_args__ = (
        one_of("gate", MaturationPhase),
        one_of("status", GateStatus),
        CheckConstraint("(status = 'passed') = (passed_at IS NOT NULL)", name="passed"),
        UniqueConstraint("project_id", "gate"),
    )

    gate: str = Field(sa_type=Text)
    """The phase that the gate leads out of."""
    criteria_id: UUID = Field(foreign_key="maturation_criteria.id")
    ratings: list[dict[str, Any]] = _document("ratings")
    """Criterion, rating and grounds."""
    reason: str | None = Field(default=None, sa_type=Text)
    """Why the gate was passed although a criterion was not met in full."""
    status: str = Field(default=GateStatus.OPEN, sa_type=Text)
    passed_at: datetime | None = moment()
