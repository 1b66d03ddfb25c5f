"""Instruments; questionnaire responses, and the answers as a category of their own."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.courses.tables import of_course
from app.database.columns import CitizenRow, Row, all_of, day, moment, of_citizen, one_of, texts
from app.measurements.states import InstrumentStatus, ResponseStatus, Wave
from app.organisations.states import Function

SHOWABLE = (Function.CASEWORKER, Function.COORDINATOR, Function.INTEGRATION)
"""The functions to which an instrument may show the answers; `shown_to_function` knows the same ones."""


def _document(name: str) -> Any:
    return Field(sa_column=Column(name, JSONB, nullable=False))


class Instrument(Row, table=True):
    """One version of a questionnaire: scale and scoring as data. A trigger keeps it once it is active (R36)."""

    __tablename__ = "instrument"
    __table_args__ = (
        one_of("status", InstrumentStatus),
        all_of("waves", Wave),
        CheckConstraint("scale_min >= 0 AND scale_min < scale_max", name="scale"),
        CheckConstraint("(status = 'draft') = (activated_at IS NULL)", name="activated"),
        CheckConstraint("(status = 'retired') = (retired_at IS NOT NULL)", name="retired"),
        UniqueConstraint("code", "instrument_version"),
        UniqueConstraint("id", "code"),
        Index("uq_instrument_active", "code", unique=True, postgresql_where="status = 'active'"),
    )

    code: str = Field(sa_type=Text)
    instrument_version: int
    title_da: str = Field(sa_type=Text)
    title_en: str = Field(sa_type=Text)
    items: list[dict[str, Any]] = _document("items")
    scale_min: int
    scale_max: int
    scoring: dict[str, Any] = _document("scoring")
    bands: list[dict[str, Any]] = _document("bands")
    waves: list[str] = Field(sa_column=texts("waves"))
    relevant_change: int | None = None
    score_seen_by: list[dict[str, Any]] = _document("score_seen_by")
    requires_evaluation_consent: bool
    status: str = Field(default=InstrumentStatus.DRAFT, sa_type=Text)
    activated_at: datetime | None = moment()
    retired_at: datetime | None = moment()
    supersedes_id: UUID | None = Field(default=None, foreign_key="instrument.id")


class QuestionnaireResponse(CitizenRow, table=True):
    """That a citizen is asked, and what became of it; not what they answered."""

    __tablename__ = "questionnaire_response"
    __table_args__ = (
        of_citizen(),
        of_course(),
        ForeignKeyConstraint(["instrument_id", "instrument_code"], ["instrument.id", "instrument.code"]),
        one_of("status", ResponseStatus),
        one_of("wave", Wave),
        CheckConstraint("(status = 'answered') = (answered_on IS NOT NULL)", name="answered"),
        UniqueConstraint("id", "organisation_id", "citizen_id"),
        # By code and not by version: a new version does not ask the same citizen again.
        UniqueConstraint("course_id", "instrument_code", "wave"),
        Index("ix_questionnaire_response_citizen_id", "citizen_id"),
        Index("ix_questionnaire_response_page", "organisation_id", "track", "created_at", "id"),
    )

    course_id: UUID
    instrument_id: UUID
    instrument_code: str = Field(sa_type=Text)
    wave: str = Field(sa_type=Text)
    status: str = Field(default=ResponseStatus.ASSIGNED, sa_type=Text)
    handed_out_at: datetime | None = moment()
    answered_on: date | None = day()


class QuestionnaireAnswers(CitizenRow, table=True):
    """What the citizen answered, with score and band. Written once: nobody has a cell to change it."""

    __tablename__ = "questionnaire_answers"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(
            ["response_id", "organisation_id", "citizen_id"],
            [
                "questionnaire_response.id",
                "questionnaire_response.organisation_id",
                "questionnaire_response.citizen_id",
            ],
        ),
        all_of("shown_to", SHOWABLE),
        Index("uq_questionnaire_answers_response_id", "response_id", unique=True),
        Index("ix_questionnaire_answers_citizen_id", "citizen_id"),
    )

    response_id: UUID
    answers: list[dict[str, Any]] = _document("answers")
    """Item and value, in the instrument's order."""
    score: int | None = None
    band: str | None = Field(default=None, sa_type=Text)
    shown_to: list[str] = Field(sa_column=texts("shown_to"))
    """The functions of this controller that the instrument's version names, copied: it never changes."""
