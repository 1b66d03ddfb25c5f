"""Interview candidates, the contacts that the evaluator reads, and contributions to the evaluation."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.citizens.states import Channel
from app.courses.tables import of_course
from app.database.columns import CitizenRow, ControlledRow, all_of, day, encrypted, moment, of_citizen, one_of, texts
from app.interviews.states import (
    ContributionKind,
    ContributionStatus,
    InterviewStatus,
    NotDoneReason,
)

CHANNELS = (Channel.PHONE, Channel.SMS, Channel.EMAIL)
"""How an interviewer makes an appointment: no channel that takes an address or a CPR number."""

HELD, NOT_HELD = "held", "not_held"
"""What came of a contact, as the evaluator's row keeps it; to everyone else it is the candidate's status."""


class InterviewCandidate(CitizenRow, table=True):
    """A citizen on a course who is proposed for an interview. A trigger keeps the path."""

    __tablename__ = "interview_candidate"
    __table_args__ = (
        of_citizen(),
        of_course(),
        ForeignKeyConstraint(["consent_id", "citizen_id"], ["consent.id", "consent.citizen_id"]),
        ForeignKeyConstraint(
            ["contact_id", "organisation_id"], ["interview_contact.id", "interview_contact.organisation_id"]
        ),
        one_of("status", InterviewStatus),
        CheckConstraint(
            "status NOT IN ('contact_passed_on', 'completed') OR (contact_id IS NOT NULL AND consent_id IS NOT NULL)",
            name="passed_on",
        ),
        CheckConstraint("(status = 'completed') = (completed_on IS NOT NULL)", name="completed"),
        # Nobody is asked twice; only what was cancelled may be proposed anew.
        Index(
            "uq_interview_candidate_asked_once",
            "citizen_id",
            "organisation_id",
            "evaluator_id",
            unique=True,
            postgresql_where="status <> 'cancelled'",
        ),
        Index("uq_interview_candidate_contact_id", "contact_id", unique=True),
        Index("ix_interview_candidate_citizen_id", "citizen_id"),
        Index("ix_interview_candidate_consent_id", "consent_id"),
        Index("ix_interview_candidate_course_id", "course_id"),
        Index("ix_interview_candidate_page", "organisation_id", "track", "created_at", "id"),
    )

    course_id: UUID
    evaluator_id: UUID = Field(foreign_key="organisation.id")
    consent_id: UUID | None = None
    contact_id: UUID | None = None
    """The evaluator knows the contact by it and nothing else of the citizen, so it is shown to nobody else."""
    status: str = Field(default=InterviewStatus.PROPOSED, sa_type=Text)
    asked_on: date | None = day()
    answered_on: date | None = day()
    contact_passed_on_at: datetime | None = moment()
    completed_on: date | None = day()


class InterviewContact(ControlledRow, table=True):
    """What an interviewer needs to reach one citizen, and no more.

    Neither citizen, course nor track stands here: the evaluator reads the whole row. The controller does, since its
    agreement must be in force. The fields are encrypted under a key of the row's own, as the citizen's data key is not
    the evaluator's to read; without `wrapped` they are gone for good, also in backups.
    """

    __tablename__ = "interview_contact"
    __table_args__ = (
        all_of("safe_channels", CHANNELS),
        one_of("outcome", (HELD, NOT_HELD)),
        CheckConstraint("ended_at IS NULL OR wrapped IS NULL", name="erased"),
        CheckConstraint("(outcome IS NOT NULL AND outcome = 'held') = (held_on IS NOT NULL)", name="held"),
        UniqueConstraint("id", "organisation_id"),
        Index("ix_interview_contact_recipient_id", "recipient_id", "created_at", "id"),
    )

    recipient_id: UUID = Field(foreign_key="organisation.id")
    wrapped: bytes | None = encrypted(nullable=True)
    call_name: bytes | None = encrypted(nullable=True)
    phone: bytes | None = encrypted(nullable=True)
    email: bytes | None = encrypted(nullable=True)
    safe_channels: list[str] = Field(sa_column=texts("safe_channels"))
    safe_hours: list[dict[str, Any]] = Field(sa_column=Column("safe_hours", JSONB, nullable=False))
    never_leave_message: bool = Field(default=True)
    shared_device: bool = Field(default=True)
    opened_at: datetime | None = moment()
    ended_at: datetime | None = moment()
    holder_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    """Who obtained the consent, since its agreement must be in force as well; a trigger writes it."""
    valid_until: datetime | None = moment()
    """The consent's."""
    outcome: str | None = Field(default=None, sa_type=Text)
    held_on: date | None = day()


class EvaluationContribution(ControlledRow, table=True):
    """What one party contributes in one round: days and numbers, no names and no citizens."""

    __tablename__ = "evaluation_contribution"
    __table_args__ = (
        one_of("kind", ContributionKind),
        one_of("status", ContributionStatus),
        one_of("reason", NotDoneReason),
        CheckConstraint("round BETWEEN 1 AND 20", name="round"),
        CheckConstraint("(status = 'done') = (done_on IS NOT NULL)", name="done"),
        CheckConstraint("(status = 'not_done') = (reason IS NOT NULL)", name="not_done"),
        CheckConstraint("participants BETWEEN 0 AND 1000", name="participants"),
        CheckConstraint("staff_minutes BETWEEN 0 AND 600000", name="staff_minutes"),
        UniqueConstraint("project_id", "organisation_id", "round", "kind"),
        Index("ix_evaluation_contribution_page", "organisation_id", "created_at", "id"),
        Index("ix_evaluation_contribution_project_id", "project_id", "created_at", "id"),
    )

    round: int
    kind: str = Field(sa_type=Text)
    due_on: date = day(nullable=False)
    agreed_for: date | None = day()
    done_on: date | None = day()
    participants: int | None = None
    staff_minutes: int | None = None
    """The party's own staff's working time: wages for it are eligible (R37)."""
    reason: str | None = Field(default=None, sa_type=Text)
    status: str = Field(default=ContributionStatus.PLANNED, sa_type=Text)
