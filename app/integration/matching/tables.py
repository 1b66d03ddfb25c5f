"""A blind match request is two rows: the asker's request, and the question that only the one asked may read.

Neither holds the number. The question has the index by which the one asked finds it among its own (and nobody else
anything), and nothing of the asker's record; the request has nothing of the answer but that it was a confirmation.
"""

from datetime import datetime
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, LargeBinary, Text, UniqueConstraint
from sqlmodel import Field

from app.database.columns import CitizenRow, ControlledRow, Track, moment, of_citizen, one_of


class Answer(StrEnum):
    """What the one asked has said, as its own row has it: to_answer -> confirmed / declined."""

    TO_ANSWER = "to_answer"
    CONFIRMED = "confirmed"
    DECLINED = "declined"


class MatchRequest(CitizenRow, table=True):
    """The asker's part."""

    __tablename__ = "match_request"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(["consent_id", "citizen_id"], ["consent.id", "consent.citizen_id"]),
        UniqueConstraint("id", "organisation_id"),
        CheckConstraint("recipient_id <> organisation_id", name="not_oneself"),
        Index("ix_match_request_page", "organisation_id", "created_at", "id"),
        Index("ix_match_request_consent_id", "consent_id"),
        Index("ix_match_request_citizen_id", "citizen_id"),
    )

    consent_id: UUID
    recipient_id: UUID = Field(foreign_key="organisation.id")
    closes_at: datetime = moment(nullable=False)
    """From then on no answer is told."""
    valid_until: datetime | None = moment()
    """Of the consent."""
    ended_at: datetime | None = moment()
    """When the consent was withdrawn or replaced."""
    known_at: datetime | None = moment()
    """When it was confirmed; a trigger writes it, and nothing of any other answer."""


class MatchQuestion(ControlledRow, table=True):
    """What the one asked sees, if the number is that of a citizen of its own; the asker never reads it back."""

    __tablename__ = "match_question"
    __table_args__ = (
        ForeignKeyConstraint(["request_id", "organisation_id"], ["match_request.id", "match_request.organisation_id"]),
        UniqueConstraint("request_id"),
        one_of("track", Track),
        one_of("status", Answer),
        CheckConstraint("recipient_id <> organisation_id", name="not_oneself"),
        CheckConstraint("(status = 'to_answer') = (decided_at IS NULL)", name="decided"),
        Index("ix_match_question_page", "recipient_id", "created_at", "id"),
    )

    track: str = Field(sa_type=Text)
    request_id: UUID
    recipient_id: UUID = Field(foreign_key="organisation.id")
    blind_index: bytes = Field(sa_type=LargeBinary)
    """Of the number, by the key of the one asked."""
    asker_withheld: bool = Field(default=False)
    """Special protection of the asker's citizen hides who asks (the wall, rule 11)."""
    status: str = Field(default=Answer.TO_ANSWER, sa_type=Text)
    decided_at: datetime | None = moment()
    closes_at: datetime = moment(nullable=False)
    valid_until: datetime | None = moment()
    ended_at: datetime | None = moment()
