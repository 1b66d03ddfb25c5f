"""The citizen's stem and the categories of what a controller knows of them, one table each.

A row in a category belongs to one citizen and one controller: the police's contact row and the NGO's are
two rows. Personal fields are ciphertext; see `app.common.encryption`.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.citizens.states import AddressProtection, AddressSource, Channel, CitizenStatus, IdentifiedBy, Sex
from app.database.columns import (
    CitizenRow,
    ControlledRow,
    Track,
    all_of,
    encrypted,
    moment,
    of_citizen,
    one_of,
    one_per_controller,
    texts,
)


class Citizen(ControlledRow, table=True):
    """The bare stem: project, track, status, who registered it. Nothing personal."""

    __tablename__ = "citizen"
    __table_args__ = (
        one_of("track", Track),
        one_of("status", CitizenStatus),
        one_of("identified_by", IdentifiedBy),
        UniqueConstraint("id", "project_id", "track"),
        Index("ix_citizen_organisation_id", "organisation_id", "created_at", "id"),
        Index("ix_citizen_project_id", "project_id"),
    )

    track: str = Field(sa_type=Text)
    identified_by: str = Field(sa_type=Text)
    status: str = Field(default=CitizenStatus.ACTIVE, sa_type=Text)
    specially_protected: bool = Field(default=False)
    """Whether the controller knows of special protection: it hides municipality and NGO also from a recipient that
    may not read the identity (the wall, rule 11)."""


class DataKey(CitizenRow, table=True):
    """The key of one controller's fields on one citizen, wrapped by the master key; destroying it is erasure."""

    __tablename__ = "data_key"
    __table_args__ = (of_citizen(), one_per_controller())

    wrapped: bytes = encrypted()


class ExternalReference(CitizenRow, table=True):
    """The controller's own case number for a record; never shown to another party (the wall, rule 1).

    Unique within one's own view: a worker of one track must not learn from a refusal what the other track uses.
    """

    __tablename__ = "external_reference"
    __table_args__ = (
        of_citizen(),
        UniqueConstraint("organisation_id", "view", "collection", "reference"),
        UniqueConstraint("organisation_id", "collection", "record_id"),
        Index("ix_external_reference_citizen_id", "citizen_id"),
    )

    view: str = Field(sa_type=Text)
    """The asker's one track; empty where it works in no single one."""
    collection: str = Field(sa_type=Text)
    reference: str = Field(sa_type=Text)
    record_id: UUID


class Identity(CitizenRow, table=True):
    """Name, birth date, protection."""

    __tablename__ = "citizen_identity"
    __table_args__ = (of_citizen(), one_per_controller(), one_of("address_protection", AddressProtection))

    given_name: bytes = encrypted()
    family_name: bytes = encrypted()
    birth_date: bytes = encrypted()
    address_protection: str = Field(sa_type=Text)
    interpreter_language: str | None = Field(default=None, sa_type=Text)


class Cpr(CitizenRow, table=True):
    """The CPR number, and a blind index for exact search within the organisation.

    A CPR number can change: the old row stays, superseded, and is still found by a search.
    """

    __tablename__ = "citizen_cpr"
    __table_args__ = (
        of_citizen(),
        Index(
            "uq_citizen_cpr_current",
            "citizen_id",
            "organisation_id",
            unique=True,
            postgresql_where="superseded_at IS NULL",
        ),
        Index("ix_citizen_cpr_blind_index", "organisation_id", "blind_index"),
        Index("ix_citizen_cpr_citizen_id", "citizen_id"),
    )

    cpr: bytes = encrypted()
    blind_index: bytes = Field(sa_type=LargeBinary)
    superseded_at: datetime | None = moment()


class Residence(CitizenRow, table=True):
    """The municipality of residence, which special protection hides from all but the controller.

    After a change the old one stays as a row beside it, superseded: earlier recipients go on reading that one, so that
    nothing tells them of the change (the wall, rule 7).
    """

    __tablename__ = "citizen_residence"
    __table_args__ = (
        of_citizen(),
        one_of("protection", AddressProtection),
        Index(
            "uq_citizen_residence_current",
            "citizen_id",
            "organisation_id",
            unique=True,
            postgresql_where="superseded_at IS NULL",
        ),
        Index("ix_citizen_residence_citizen_id", "citizen_id"),
    )

    municipality_code: str = Field(sa_type=Text)
    protection: str = Field(sa_type=Text)
    superseded_at: datetime | None = moment()


class Background(CitizenRow, table=True):
    """Year of birth and sex, as the citizen says; for the evaluation. In the clear: the builder has no keys."""

    __tablename__ = "citizen_background"
    __table_args__ = (
        of_citizen(),
        one_per_controller(),
        one_of("sex", Sex),
        CheckConstraint("birth_year BETWEEN 1850 AND 2100", name="birth_year"),
    )

    birth_year: int | None = None
    sex: str = Field(default=Sex.UNKNOWN, sa_type=Text)


class Contact(CitizenRow, table=True):
    """How the citizen may be reached without danger."""

    __tablename__ = "citizen_contact"
    __table_args__ = (of_citizen(), one_per_controller(), all_of("safe_channels", Channel))

    phone: bytes | None = encrypted(nullable=True)
    email: bytes | None = encrypted(nullable=True)
    code_phrase: bytes | None = encrypted(nullable=True)
    safe_channels: list[str] = Field(sa_column=texts("safe_channels"))
    safe_hours: list[dict[str, Any]] = Field(sa_column=Column("safe_hours", JSONB, nullable=False))
    never_leave_message: bool = Field(default=True)
    shared_device: bool = Field(default=True)


class Address(CitizenRow, table=True):
    """Where the citizen lives."""

    __tablename__ = "citizen_address"
    __table_args__ = (
        of_citizen(),
        one_per_controller(),
        one_of("source", AddressSource),
        one_of("protection", AddressProtection),
    )

    lines: bytes = encrypted()
    postcode: bytes = encrypted()
    source: str = Field(sa_type=Text)
    protection: str = Field(sa_type=Text)


class Assignment(CitizenRow, table=True):
    """A worker's charge of a citizen within their organisation, until it ends."""

    __tablename__ = "assignment"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(["staff_id", "organisation_id"], ["staff.id", "staff.organisation_id"]),
        Index("ix_assignment_question", "citizen_id", "organisation_id", "staff_id", "ended_at"),
        Index("ix_assignment_staff_id", "staff_id", postgresql_where="ended_at IS NULL"),
        Index(
            "uq_assignment_active",
            "citizen_id",
            "organisation_id",
            "staff_id",
            unique=True,
            postgresql_where="ended_at IS NULL",
        ),
    )

    staff_id: UUID
    ended_at: datetime | None = moment()
