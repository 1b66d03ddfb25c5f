"""Time entries, costs, the courses that costs were for, and hourly rates."""

from datetime import date
from uuid import UUID

from sqlalchemy import BigInteger, CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from app.courses.tables import of_course
from app.database.columns import CitizenRow, ControlledRow, Row, Track, day, of_citizen, one_of
from app.organisations.states import Function
from app.reference.lists import expense_categories
from app.resources.states import CostStatus, TimeEntryStatus, TimeTask


def of_staff() -> ForeignKeyConstraint:
    """Ties a row to a worker of the same organisation."""
    return ForeignKeyConstraint(["staff_id", "organisation_id"], ["staff.id", "staff.organisation_id"])


class TimeEntry(ControlledRow, table=True):
    """A worker's time on one task of one day; of a course it is held to the course's citizen, project and track."""

    __tablename__ = "time_entry"
    __table_args__ = (
        of_citizen(),
        of_course(),
        of_staff(),
        one_of("track", Track),
        one_of("function", Function),
        one_of("task", TimeTask),
        one_of("status", TimeEntryStatus),
        CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
        # The keys above hold only where all their columns are given.
        CheckConstraint(
            "(course_id IS NULL) = (citizen_id IS NULL) AND (course_id IS NULL OR track IS NOT NULL)", name="course"
        ),
        Index("ix_time_entry_organisation_id", "organisation_id", "created_at", "id"),
        Index("ix_time_entry_page", "organisation_id", "track", "created_at", "id"),
        Index("ix_time_entry_staff_id", "staff_id", "day"),
        Index("ix_time_entry_course_id", "course_id"),
        Index("ix_time_entry_citizen_id", "citizen_id"),
        Index("ix_time_entry_report", "organisation_id", "project_id", "day"),
        Index("ix_time_entry_locked", "organisation_id", "function", "day", postgresql_where="status = 'locked'"),
    )

    staff_id: UUID
    function: str = Field(sa_type=Text)
    """What the worker worked as: the hourly rate is by it."""
    course_id: UUID | None = None
    citizen_id: UUID | None = None
    track: str | None = Field(default=None, sa_type=Text)
    """The course's, else the worker's; NULL of a worker who works in no single track."""
    task: str = Field(sa_type=Text)
    day: date = day(nullable=False)
    minutes: int
    grant_funded: bool = Field(default=False)
    evaluation: bool = Field(default=False)
    note: str | None = Field(default=None, sa_type=Text)
    status: str = Field(default=TimeEntryStatus.DRAFT, sa_type=Text)


class Cost(ControlledRow, table=True):
    """Money spent, in øre. Whom it was for stands in `CostCourse`, which has other readers."""

    __tablename__ = "cost"
    __table_args__ = (
        one_of("category", sorted({each.code for each in expense_categories() if each.eligible})),
        one_of("status", CostStatus),
        one_of("track", Track),
        CheckConstraint("amount_oere > 0", name="amount"),
        UniqueConstraint("id", "organisation_id", "project_id"),
        Index("ix_cost_organisation_id", "organisation_id", "created_at", "id"),
        Index("ix_cost_project_id", "project_id", "created_at", "id"),
        Index("ix_cost_equipment", "project_id", "day", postgresql_where="category = 'equipment'"),
    )

    category: str = Field(sa_type=Text)
    amount_oere: int = Field(sa_type=BigInteger)
    day: date = day(nullable=False)
    note: str | None = Field(default=None, sa_type=Text)
    status: str = Field(default=CostStatus.DRAFT, sa_type=Text)
    track: str | None = Field(default=None, sa_type=Text)
    """Of an NGO's user's cost, that user's; NULL of all others."""


class CostCourse(CitizenRow, table=True):
    """The course that a cost was for."""

    __tablename__ = "cost_course"
    __table_args__ = (
        of_citizen(),
        of_course(),
        ForeignKeyConstraint(
            ["cost_id", "organisation_id", "project_id"], ["cost.id", "cost.organisation_id", "cost.project_id"]
        ),
        UniqueConstraint("cost_id"),
        Index("ix_cost_course_course_id", "course_id"),
        Index("ix_cost_course_citizen_id", "citizen_id"),
    )

    cost_id: UUID
    course_id: UUID


class ResourceReference(ControlledRow, table=True):
    """The number of a time entry or a cost in the case system of its own organisation; it says nothing of a citizen.

    Unique on each side by itself, and beside them for those who work on no single one: see `ExternalReference`.
    """

    __tablename__ = "resource_reference"
    __table_args__ = (
        one_of("track", Track),
        one_of("collection", ("time-entries", "costs")),
        UniqueConstraint("organisation_id", "collection", "reference", "track", postgresql_nulls_not_distinct=True),
        UniqueConstraint("organisation_id", "collection", "record_id"),
    )

    track: str | None = Field(default=None, sa_type=Text)
    """Of whoever gave it; NULL of who works in no single one."""
    collection: str = Field(sa_type=Text)
    reference: str = Field(sa_type=Text)
    record_id: UUID


class HourlyRate(Row, table=True):
    """What an hour of an organisation's workers costs, in øre, by what they work as."""

    __tablename__ = "hourly_rate"
    __table_args__ = (
        one_of("function", Function),
        CheckConstraint("oere_per_hour > 0", name="oere_per_hour"),
        CheckConstraint("valid_until >= valid_from", name="valid"),
        Index("ix_hourly_rate_organisation_id", "organisation_id", "function", "valid_from"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    function: str = Field(sa_type=Text)
    oere_per_hour: int = Field(sa_type=BigInteger)
    valid_from: date = day(nullable=False)
    valid_until: date | None = day()
