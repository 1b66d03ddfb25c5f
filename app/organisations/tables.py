"""Organisations, staff, projects and partners: no citizen's data."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from app.database.columns import Row, Track, all_of, day, moment, one_of, texts
from app.organisations.states import Function, OrganisationStatus, OrganisationType, Programme, ProjectStatus


class Organisation(Row, table=True):
    """A party; a municipality or police district carries its official code."""

    __tablename__ = "organisation"
    __table_args__ = (
        one_of("type", OrganisationType),
        one_of("status", OrganisationStatus),
        UniqueConstraint("cvr"),
    )

    type: str = Field(sa_type=Text)
    name: str = Field(sa_type=Text)
    cvr: str | None = Field(default=None, sa_type=Text)
    municipality_code: str | None = Field(default=None, sa_type=Text)
    police_district_code: str | None = Field(default=None, sa_type=Text)
    tracks: list[str] = Field(sa_column=texts("tracks"))
    """The sides an NGO serves; both for authorities."""
    status: str = Field(default=OrganisationStatus.ACTIVE, sa_type=Text)


class Staff(Row, table=True):
    """A user of an organisation, known outside it only by id. An NGO's user works in one track."""

    __tablename__ = "staff"
    __table_args__ = (
        one_of("track", Track),
        all_of("functions", Function),
        UniqueConstraint("id", "organisation_id"),
        Index("ix_staff_organisation_id", "organisation_id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    initials: str = Field(sa_type=Text)
    """How colleagues know the user; never a full name."""
    track: str | None = Field(default=None, sa_type=Text)
    functions: list[str] = Field(sa_column=texts("functions"))
    active: bool = Field(default=True)


class Project(Row, table=True):
    """One cooperation under one of the two programmes."""

    __tablename__ = "project"
    __table_args__ = (
        one_of("programme", Programme),
        one_of("status", ProjectStatus),
        CheckConstraint("ends_on >= starts_on", name="dates"),
    )

    name: str = Field(sa_type=Text)
    programme: str = Field(sa_type=Text)
    starts_on: date = day(nullable=False)
    ends_on: date = day(nullable=False)
    status: str = Field(default=ProjectStatus.PLANNED, sa_type=Text)


class ProjectPartner(Row, table=True):
    """An organisation's part in a project, until it ends."""

    __tablename__ = "project_partner"
    __table_args__ = (
        Index(
            "uq_project_partner_current",
            "project_id",
            "organisation_id",
            unique=True,
            postgresql_where="ended_at IS NULL",
        ),
        Index("ix_project_partner_organisation_id", "organisation_id"),
    )

    project_id: UUID = Field(foreign_key="project.id")
    organisation_id: UUID = Field(foreign_key="organisation.id")
    lead: bool = Field(default=False)
    ended_at: datetime | None = moment()
