"""Instruments; questionnaire responses, the answers as a category of their own, and links to answer by."""

from datetime import date, datetime
from typing import Any, get_args
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.common.problem import Language
from app.courses.tables import of_course
from app.database.columns import CitizenRow, Row, all_of, day, moment, of_citizen, one_of, texts
from app.measurements.states import AnsweredThrough, InstrumentStatus, ResponseStatus, Wave
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
    introduction_da: str | None = Field(default=None, sa_type=Text)
    introduction_en: str | None = Field(default=None, sa_type=Text)
    items: list[dict[str, Any]] = _document("items")
    scale_min: int
    scale_max: int
    scale_labels: list[dict[str, Any]] = _document("scale_labels")
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
        one_of("answered_through", AnsweredThrough),
        CheckConstraint("(status = 'answered') = (answered_on IS NOT NULL)", name="answered"),
        CheckConstraint("(answered_on IS NULL) = (answered_through IS NULL)", name="through"),
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
    answered_through: str | None = Field(default=None, sa_type=Text)


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


class QuestionnaireLink(CitizenRow, table=True):
    """A link by which a citizen answers without an account. Of its secret only the hash is kept.

    It repeats what answering needs of response and instrument, none of which changes as long as it is open.
    """

    __tablename__ = "questionnaire_link"
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
        ForeignKeyConstraint(["instrument_id"], ["instrument.id"]),
        one_of("language", get_args(Language)),
        all_of("shown_to", SHOWABLE),
        CheckConstraint("used_at IS NULL OR ended_at IS NULL", name="end"),
        # Of 256 bits no two are alike: the index is for looking up.
        Index("ix_questionnaire_link_secret_hash", "secret_hash"),
        Index("ix_questionnaire_link_response_id", "response_id"),
        Index("ix_questionnaire_link_citizen_id", "citizen_id"),
        Index(
            "uq_questionnaire_link_open",
            "response_id",
            unique=True,
            postgresql_where="used_at IS NULL AND ended_at IS NULL",
        ),
    )

    response_id: UUID
    instrument_id: UUID
    secret_hash: str = Field(sa_type=Text)
    """SHA-256, in hexadecimal: of a long random secret nobody can guess backwards."""
    language: str | None = Field(default=None, sa_type=Text)
    """NULL: the browser's, Danish otherwise."""
    shown_to: list[str] = Field(sa_column=texts("shown_to"))
    """See `QuestionnaireAnswers`."""
    requires_consent: bool
    """A trigger ends such a link with the consent that it needs."""
    expires_at: datetime = moment(nullable=False)
    used_at: datetime | None = moment()
    ended_at: datetime | None = moment()
