"""Agreements, and what they cover as the boundary looks it up."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import CheckConstraint, Index, Text, UniqueConstraint
from sqlmodel import Field, SQLModel

from app.agreements.states import AgreementStatus, AgreementType, Purpose
from app.database.columns import Row, Timestamp, all_of, moment, one_of, texts


class Agreement(Row, table=True):
    """An agreement between an organisation and its counterparty (for data processing: the operator).

    Terms never change once both sides have signed; a change is a new agreement that supersedes this one.
    """

    __tablename__ = "agreement"
    __table_args__ = (
        one_of("type", AgreementType),
        one_of("status", AgreementStatus),
        all_of("purposes", Purpose),
        CheckConstraint("organisation_id <> counterparty_id", name="two_parties"),
        CheckConstraint("valid_until IS NULL OR valid_until > valid_from", name="validity"),
        CheckConstraint(
            "status NOT IN ('in_force', 'suspended')"
            " OR (signed_by_organisation_at IS NOT NULL AND signed_by_counterparty_at IS NOT NULL)",
            name="signed",
        ),
        CheckConstraint("recipient_key IS NULL OR type = 'research_declaration'", name="recipient_key"),
        Index("ix_agreement_organisation_id", "organisation_id", "project_id"),
        Index("ix_agreement_counterparty_id", "counterparty_id"),
    )

    project_id: UUID = Field(foreign_key="project.id")
    organisation_id: UUID = Field(foreign_key="organisation.id")
    counterparty_id: UUID = Field(foreign_key="organisation.id")
    type: str = Field(sa_type=Text)
    categories: list[str] = Field(sa_column=texts("categories"))
    purposes: list[str] = Field(sa_column=texts("purposes"))
    valid_from: datetime = moment(nullable=False)
    valid_until: datetime | None = moment()
    document_sha256: str | None = Field(default=None, sa_type=Text)
    recipient_key: str | None = Field(default=None, sa_type=Text)
    """Of a recipient declaration: the evaluator's public key as JSON (a JWK), to which everything is sealed."""
    supersedes_id: UUID | None = Field(default=None, foreign_key="agreement.id")
    signed_by_organisation_at: datetime | None = moment()
    signed_by_counterparty_at: datetime | None = moment()
    suspended_by_id: UUID | None = Field(default=None, foreign_key="organisation.id")
    """Who suspended it, who alone may resume it; NULL while it is not suspended."""
    ended_at: datetime | None = moment()
    status: str = Field(default=AgreementStatus.DRAFT, sa_type=Text)


class AgreementCoverage(SQLModel, table=True):
    """Which organisation is covered for which category in which project, for which purpose.

    Kept by a trigger from `agreement` (data_processing in force only), so that it cannot fall behind a
    suspension, whoever writes it. One index walk answers what every condition asks.
    """

    __tablename__ = "agreement_coverage"
    __table_args__ = (
        Index(
            "ix_agreement_coverage_question",
            "organisation_id",
            "project_id",
            "category",
            "purpose",
            postgresql_include=["valid_from", "valid_until"],
        ),
    )

    agreement_id: UUID = Field(primary_key=True, foreign_key="agreement.id")
    category: str = Field(primary_key=True, sa_type=Text)
    purpose: str = Field(primary_key=True, sa_type=Text)
    organisation_id: UUID
    project_id: UUID
    valid_from: datetime = Field(sa_type=Timestamp)
    valid_until: datetime | None = moment()


class RecipientDeclaration(SQLModel, table=True):
    """That a controller lets an evaluator have pseudonymised data of its citizens, sealed to this key.

    Kept by a trigger from `agreement` (research declarations in force only), as the coverage is.
    """

    __tablename__ = "recipient_declaration"
    __table_args__ = (
        UniqueConstraint(
            "agreement_id", "project_id", "organisation_id", "recipient_id", name="uq_recipient_declaration_whole"
        ),
        Index("ix_recipient_declaration_recipient_id", "recipient_id"),
        Index("ix_recipient_declaration_organisation_id", "organisation_id"),
    )

    agreement_id: UUID = Field(primary_key=True, foreign_key="agreement.id")
    project_id: UUID
    organisation_id: UUID
    recipient_id: UUID
    recipient_key: str = Field(sa_type=Text)
    valid_from: datetime = Field(sa_type=Timestamp)
    valid_until: datetime | None = moment()
