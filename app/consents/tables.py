"""Consent forms, consents, and the recipients' acknowledgement of a withdrawal."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, ForeignKeyConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field

from app.citizens.states import Channel
from app.consents.states import ConsentStatus, Method, Scope, Withdrawer
from app.database.columns import CitizenRow, Row, all_of, moment, of_citizen, one_of, texts, uuids


class ConsentForm(Row, table=True):
    """One version of the form that a citizen signs; its notice bounds what a consent may cover (GDPR 7(2), 13)."""

    __tablename__ = "consent_form"
    __table_args__ = (
        all_of("scopes", Scope),
        all_of("languages", ("da", "en")),
        UniqueConstraint("project_id", "name", "form_version"),
        CheckConstraint("valid_months BETWEEN 1 AND 60", name="valid_months"),
    )

    project_id: UUID = Field(foreign_key="project.id")
    name: str = Field(sa_type=Text)
    form_version: int
    languages: list[str] = Field(sa_column=texts("languages"))
    notice_da: str = Field(sa_type=Text)
    notice_en: str | None = Field(default=None, sa_type=Text)
    recipients: list[UUID] = Field(sa_column=uuids("recipients"))
    scopes: list[str] = Field(sa_column=texts("scopes"))
    valid_months: int = Field(default=24)
    retired_at: datetime | None = moment()


class Consent(CitizenRow, table=True):
    """What one citizen consented to. A trigger keeps the terms from changing once it is no draft."""

    __tablename__ = "consent"
    __table_args__ = (
        of_citizen(),
        one_of("status", ConsentStatus),
        one_of("method", Method),
        one_of("withdrawn_by", Withdrawer),
        one_of("withdrawal_channel", Channel),
        all_of("scopes", Scope),
        UniqueConstraint("id", "citizen_id"),
        UniqueConstraint("id", "organisation_id"),
        CheckConstraint("status <> 'active' OR (signed_at IS NOT NULL AND method <> 'oral_note')", name="signed"),
        Index("ix_consent_citizen_id", "citizen_id", "status"),
        Index("ix_consent_withdrawn", "withdrawn_at", postgresql_where="status = 'withdrawn'"),
        Index("ix_consent_organisation_id", "organisation_id", "created_at", "id"),
        # For whom it names: no index on a list of recipients can be used under row-level security.
        Index("ix_consent_project_id", "project_id", "created_at", "id"),
    )

    form_version_id: UUID = Field(foreign_key="consent_form.id")
    language: str = Field(sa_type=Text)
    method: str = Field(sa_type=Text)
    scopes: list[str] = Field(sa_column=texts("scopes"))
    recipients: list[UUID] = Field(sa_column=uuids("recipients"))
    informed_by: str = Field(sa_type=Text)
    signed_at: datetime | None = moment()
    valid_until: datetime | None = moment()
    document_sha256: str | None = Field(default=None, sa_type=Text)
    supersedes_id: UUID | None = Field(default=None, foreign_key="consent.id")
    status: str = Field(default=ConsentStatus.DRAFT, sa_type=Text)
    withdrawn_at: datetime | None = moment()
    withdrawn_by: str | None = Field(default=None, sa_type=Text)
    withdrawal_channel: str | None = Field(default=None, sa_type=Text)


class WithdrawalAcknowledgement(CitizenRow, table=True):
    """A recipient's word that it has acted on a withdrawal; missing ones are listed with the holder."""

    __tablename__ = "withdrawal_acknowledgement"
    __table_args__ = (
        of_citizen(),
        ForeignKeyConstraint(["consent_id", "holder_id"], ["consent.id", "consent.organisation_id"]),
        ForeignKeyConstraint(["consent_id", "citizen_id"], ["consent.id", "consent.citizen_id"]),
        UniqueConstraint("consent_id", "organisation_id"),
        Index("ix_withdrawal_acknowledgement_holder_id", "holder_id"),
    )

    consent_id: UUID
    holder_id: UUID
    acknowledged_at: datetime = moment(nullable=False)
