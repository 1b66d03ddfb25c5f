"""The outbox: one row for each organisation that is to learn of a change. It names records, and no more."""

from datetime import datetime
from enum import StrEnum
from uuid import UUID, uuid4

from sqlalchemy import BigInteger, Column, Index, Text
from sqlmodel import Field, SQLModel

from app.database.columns import Timestamp, moment, one_of


class Collection(StrEnum):
    """Where the record is read, as in the path."""

    # A new one comes at the end: cursors know them by their place here.
    CITIZENS = "citizens"
    INCIDENTS = "incidents"
    CONSENTS = "consents"
    REFERRALS = "referrals"
    CONTACT_ATTEMPTS = "contact-attempts"
    COURSES = "courses"
    SESSIONS = "sessions"
    SUPPORT_NEEDS = "support-needs"
    FOLLOW_UPS = "follow-ups"
    QUESTIONNAIRE_RESPONSES = "questionnaire-responses"
    ASSIGNMENTS = "assignments"


class ChangeKind(StrEnum):
    """What became of the record, to the one that is told."""

    CREATED = "created"
    UPDATED = "updated"
    REMOVED = "removed"
    """Not the reader's to see any more: withdrawn, ended, run out, erased."""


class Change(SQLModel, table=True):
    """That a record changed, for one organisation. Triggers write it in the transaction of the effect.

    Without foreign keys: it says that something is gone when it is. Its number comes after the commit, by
    `number_changes` (`app.boundary.numbering`), since a number taken before it could become visible after a later one.
    """

    __tablename__ = "change"
    __table_args__ = (
        one_of("collection", Collection),
        one_of("kind", ChangeKind),
        Index(
            "uq_change_sequence", "organisation_id", "sequence", unique=True, postgresql_where="sequence IS NOT NULL"
        ),
        Index("ix_change_unnumbered", "organisation_id", "due_at", postgresql_where="sequence IS NULL"),
    )

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    organisation_id: UUID
    """For whom it is."""
    project_id: UUID
    sequence: int | None = Field(default=None, sa_column=Column("sequence", BigInteger, nullable=True))
    """From 1, without gaps within the organisation; NULL until numbered."""
    numbered_at: datetime | None = moment()
    """Since when it can be read; how long it is kept counts from then."""
    due_at: datetime = moment(nullable=False)
    """When it is to be told; ahead, of what ends by time alone."""
    happened_at: datetime = Field(sa_type=Timestamp)
    collection: str = Field(sa_type=Text)
    record_id: UUID
    citizen_id: UUID | None = None
    track: str | None = Field(default=None, sa_type=Text)
    kind: str = Field(sa_type=Text)
