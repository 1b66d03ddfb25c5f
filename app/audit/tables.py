"""The log: one event an operation, one subject a record it concerned."""

from datetime import datetime
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Column, Identity, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.database.columns import Timestamp


class AuditEvent(SQLModel, table=True):
    """One operation by one client. Nothing in it names a person.

    `sequence` is the order within the table for the chain; it is made by the database and never shown.
    """

    __tablename__ = "audit_event"
    __table_args__ = (
        Index("ix_audit_event_organisation_id", "organisation_id", "at", "id"),
        # Sealing asks for the last sequence and walks in its order while writers wait.
        Index("ix_audit_event_sequence", "sequence"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    sequence: int | None = Field(
        default=None, sa_column=Column("sequence", BigInteger, Identity(always=True), nullable=False)
    )
    at: datetime = Field(sa_type=Timestamp)
    organisation_id: UUID
    client_id: str = Field(sa_type=Text)
    staff_id: UUID | None = None
    track: str | None = Field(default=None, sa_type=Text)
    """The one track that the asker worked in, if any."""
    request_id: str = Field(sa_type=Text)
    action: str = Field(sa_type=Text)
    """read, list, search, create, update, or the name of a transition."""
    category: str = Field(sa_type=Text)
    record_id: UUID | None = None
    outcome: str = Field(sa_type=Text)
    """done, or denied."""
    code: str | None = Field(default=None, sa_type=Text)
    """The problem's code, of a denial; the range of bytes, of a file that was handed out in part."""


class AuditSubject(SQLModel, table=True):
    """One record that an event concerned, for the record's controller and the citizen's own log."""

    __tablename__ = "audit_subject"
    __table_args__ = (
        Index("ix_audit_subject_citizen_id", "citizen_id", "at"),
        Index("ix_audit_subject_organisation_id", "organisation_id", "at"),
        Index("ix_audit_subject_controller_id", "controller_id", "at"),
    )

    event_id: UUID = Field(primary_key=True)
    position: int = Field(primary_key=True)
    at: datetime = Field(sa_type=Timestamp)
    organisation_id: UUID
    """Who did it."""
    controller_id: UUID
    """Whose record it was."""
    citizen_id: UUID | None = None
    track: str | None = Field(default=None, sa_type=Text)
    """The record's; in an NGO one track's workers do not read of the other's."""
    category: str = Field(sa_type=Text)
    record_id: UUID
    access: str = Field(sa_type=Text)
    """read, update or create. Not the event's action: that an NGO "started a course" is none of the police's business
    when the police's record of the citizen was looked at in doing so (the wall, rule 9)."""


class AuditSeal(SQLModel, table=True):
    """What binds a batch of one organisation's events to all that came before them; see `app.audit.chain`."""

    __tablename__ = "audit_seal"
    __table_args__ = (UniqueConstraint("organisation_id", "number"), Index("ix_audit_seal_last", "last_sequence"))

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    organisation_id: UUID
    number: int
    """From 1, without gaps."""
    last_sequence: int = Field(sa_type=BigInteger)
    """Every event of the organisation after the seal before this one, up to and including this sequence."""
    events: int
    previous_hash: bytes = Field(sa_type=LargeBinary)
    hash: bytes = Field(sa_type=LargeBinary)
    sealed_at: datetime = Field(sa_type=Timestamp)
