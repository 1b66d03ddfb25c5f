"""Extracts, their sealed rows, and apart from them whose row each is.

`organisation_id` of all of them is the controller whose citizens they are about.
"""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from app.database.columns import CitizenRow, ControlledRow, encrypted, moment, of_citizen, one_of
from app.pseudonymised.states import PseudonymisedExtractError, PseudonymisedExtractStatus

_DECLARED = ("agreement_id", "project_id", "organisation_id", "recipient_id")


class PseudonymisedExtract(ControlledRow, table=True):
    """What an evaluator asked for under a recipient declaration, as the citizens' data were at one moment."""

    __tablename__ = "pseudonymised_extract"
    __table_args__ = (
        ForeignKeyConstraint(
            _DECLARED,
            [f"recipient_declaration.{name}" for name in _DECLARED],
            name="fk_pseudonymised_extract_declaration",
        ),
        one_of("status", PseudonymisedExtractStatus),
        one_of("error", PseudonymisedExtractError),
        CheckConstraint("(status = 'built') = (taken_at IS NOT NULL)", name="built"),
        CheckConstraint("(status = 'failed') = (error IS NOT NULL)", name="failed"),
        UniqueConstraint("id", *_DECLARED, name="uq_pseudonymised_extract_whole"),
        Index("ix_pseudonymised_extract_page", "created_at", "id"),
        # One at a time.
        Index("uq_pseudonymised_extract_waiting", "agreement_id", unique=True, postgresql_where="status = 'waiting'"),
    )

    agreement_id: UUID
    recipient_id: UUID
    status: str = Field(default=PseudonymisedExtractStatus.WAITING, sa_type=Text)
    error: str | None = Field(default=None, sa_type=Text)
    attempts: int = Field(default=0)
    """Begun so often, by processes that may have ended over it."""
    taken_at: datetime | None = moment()
    """The snapshot's time."""


class PseudonymisedRecord(ControlledRow, table=True):
    """One citizen in one extract. The evaluator reads the whole row, so neither citizen nor track stands in it.

    All rows of an extract are of one moment, and their ids are random: the order tells nothing.
    """

    __tablename__ = "pseudonymised_record"
    __table_args__ = (
        ForeignKeyConstraint(
            ["extract_id", *_DECLARED],
            [f"pseudonymised_extract.{name}" for name in ("id", *_DECLARED)],
            name="fk_pseudonymised_record_extract",
        ),
        CheckConstraint("ended_at IS NULL OR sealed IS NULL", name="erased"),
        UniqueConstraint("id", "project_id", "organisation_id"),
        Index("ix_pseudonymised_record_page", "extract_id", "created_at", "id"),
        Index("ix_pseudonymised_record_agreement_id", "agreement_id"),
    )

    extract_id: UUID
    agreement_id: UUID
    recipient_id: UUID
    sealed: bytes | None = encrypted(nullable=True)
    """JWE to the declaration's key; gone for good once the row has ended."""
    ended_at: datetime | None = moment()
    valid_until: datetime | None = moment()
    """The start of the quarter in which the consent runs out: the day would tell when it was signed."""
    declared_until: datetime | None = moment()
    """When the declaration runs out by its terms."""


class PseudonymisedSubject(CitizenRow, table=True):
    """Whose a row is. A trigger ends the row with the citizen's consent, and tells the citizen's log who read it."""

    __tablename__ = "pseudonymised_subject"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(
            ["record_id", "project_id", "organisation_id"],
            ["pseudonymised_record.id", "pseudonymised_record.project_id", "pseudonymised_record.organisation_id"],
        ),
        UniqueConstraint("record_id"),
        Index("ix_pseudonymised_subject_citizen_id", "citizen_id"),
    )

    record_id: UUID
