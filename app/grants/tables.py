"""A grant's application with what hangs on it. No citizen's data; everything but the application is tied to it."""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BigInteger,
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.database.columns import ControlledRow, day, moment, one_of
from app.grants.media import MediaType
from app.grants.states import (
    AccountKind,
    AccountStatus,
    AttachmentKind,
    AuditorKind,
    BudgetKind,
    BudgetStatus,
    DecisionOutcome,
    GrantStatus,
    InstalmentStatus,
    NoticeKind,
)
from app.reference.lists import expense_categories

CARRY_OVER_OERE, CARRY_OVER_PERCENT = 10_000_000, 10
"""BEK 267/2022 § 18; a test holds them to `rules/`."""


def _document(name: str, *, nullable: bool = False) -> Any:
    return Field(default=None, sa_column=Column(name, JSONB, nullable=nullable))


def _of_grant() -> ForeignKeyConstraint:
    """Ties a row to a grant of the same applicant and project."""
    return ForeignKeyConstraint(
        ["grant_id", "organisation_id", "project_id"],
        ["grant_application.id", "grant_application.organisation_id", "grant_application.project_id"],
    )


def _of(column: str, table: str) -> ForeignKeyConstraint:
    """Ties a row to another of the same grant."""
    return ForeignKeyConstraint([column, "grant_id"], [f"{table}.id", f"{table}.grant_id"])


class GrantApplication(ControlledRow, table=True):
    """An application, and the grant that it becomes; `organisation_id` is the applicant."""

    __tablename__ = "grant_application"
    __table_args__ = (
        one_of("status", GrantStatus),
        CheckConstraint("amount_oere > 0", name="amount"),
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint(
            "CASE status WHEN 'draft' THEN submitted_at IS NULL WHEN 'withdrawn' THEN true "
            "ELSE submitted_at IS NOT NULL END",
            name="submitted",
        ),
        CheckConstraint("(submitted_at IS NULL) = (receipt_number IS NULL)", name="receipt"),
        CheckConstraint(
            "(status IN ('granted', 'closed', 'lapsed')) = (granted_oere IS NOT NULL AND granted_on IS NOT NULL)",
            name="granted",
        ),
        CheckConstraint("granted_oere BETWEEN 1 AND amount_oere", name="granted_oere"),
        UniqueConstraint("id", "organisation_id", "project_id"),
        UniqueConstraint("receipt_number"),
        Index("ix_grant_application_organisation_id", "organisation_id", "created_at", "id"),
        Index("ix_grant_application_page", "created_at", "id"),
    )

    title: str = Field(sa_type=Text)
    purpose: str = Field(sa_type=Text)
    amount_oere: int = Field(sa_type=BigInteger)
    starts_on: date = day(nullable=False)
    ends_on: date = day(nullable=False)
    checklist: list[dict[str, Any]] = _document("checklist")
    status: str = Field(default=GrantStatus.DRAFT, sa_type=Text)
    submitted_at: datetime | None = moment()
    receipt_number: str | None = Field(default=None, sa_type=Text)
    form_faults: list[str] | None = _document("form_faults", nullable=True)
    form_fault_note: str | None = Field(default=None, sa_type=Text)
    granted_oere: int | None = Field(default=None, sa_type=BigInteger)
    granted_on: date | None = day()
    ended_on: date | None = day()
    """When it was closed, or lapsed."""


class GrantDecision(ControlledRow, table=True):
    """The agency's assessment, and then its decision; the applicant reads it once it is made."""

    __tablename__ = "grant_decision"
    __table_args__ = (
        _of_grant(),
        one_of("outcome", DecisionOutcome),
        CheckConstraint("(outcome IS NULL) = (decided_at IS NULL)", name="decided"),
        UniqueConstraint("grant_id"),
    )

    grant_id: UUID
    criteria: list[dict[str, Any]] = _document("criteria")
    outcome: str | None = Field(default=None, sa_type=Text)
    granted_oere: int | None = Field(default=None, sa_type=BigInteger)
    conditions: list[str] | None = _document("conditions", nullable=True)
    grounds: str | None = Field(default=None, sa_type=Text)
    decided_at: datetime | None = moment()


class GrantBudget(ControlledRow, table=True):
    """One version of the budget, with its lines; the one in force is what may be spent."""

    __tablename__ = "grant_budget"
    __table_args__ = (
        _of_grant(),
        one_of("kind", BudgetKind),
        one_of("status", BudgetStatus),
        CheckConstraint("(status = 'draft') = (submitted_at IS NULL)", name="submitted"),
        # What comes into force without the agency is a carry-over under both limits (§ 18), and nothing else.
        CheckConstraint(
            "status <> 'in_force' OR decided_at IS NOT NULL OR (kind = 'carry_over' AND moved_oere IS NOT NULL "
            f"AND year_oere IS NOT NULL AND moved_oere <= {CARRY_OVER_OERE} "
            f"AND moved_oere * 100 < year_oere * {CARRY_OVER_PERCENT})",
            name="approved",
        ),
        UniqueConstraint("grant_id", "budget_version"),
        Index("uq_grant_budget_in_force", "grant_id", unique=True, postgresql_where="status = 'in_force'"),
        Index("uq_grant_budget_proposed", "grant_id", unique=True, postgresql_where="status = 'proposed'"),
        Index("ix_grant_budget_page", "grant_id", "created_at", "id"),
    )

    grant_id: UUID
    budget_version: int
    kind: str = Field(sa_type=Text)
    status: str = Field(default=BudgetStatus.DRAFT, sa_type=Text)
    budget_lines: list[dict[str, Any]] = _document("budget_lines")
    reason: str | None = Field(default=None, sa_type=Text)
    from_year: int | None = None
    to_year: int | None = None
    moved_oere: int | None = Field(default=None, sa_type=BigInteger)
    """Of a carry-over: how much of `from_year`."""
    year_oere: int | None = Field(default=None, sa_type=BigInteger)
    """Of a carry-over: the grant of `from_year` as first approved."""
    submitted_at: datetime | None = moment()
    decided_at: datetime | None = moment()
    decision_note: str | None = Field(default=None, sa_type=Text)


class GrantInstalment(ControlledRow, table=True):
    """A part of the grant that is paid out, or will be."""

    __tablename__ = "grant_instalment"
    __table_args__ = (
        _of_grant(),
        one_of("status", InstalmentStatus),
        CheckConstraint("amount_oere > 0", name="amount"),
        CheckConstraint("(status = 'paid') = (paid_on IS NOT NULL)", name="paid"),
        Index("ix_grant_instalment_page", "grant_id", "created_at", "id"),
    )

    grant_id: UUID
    amount_oere: int = Field(sa_type=BigInteger)
    due_on: date = day(nullable=False)
    paid_on: date | None = day()
    status: str = Field(default=InstalmentStatus.PLANNED, sa_type=Text)


class GrantNotice(ControlledRow, table=True):
    """What the grantee told the agency: that it began, that something changed, that it paid back."""

    __tablename__ = "grant_notice"
    __table_args__ = (
        _of_grant(),
        one_of("kind", NoticeKind),
        CheckConstraint("(kind = 'repayment') = (amount_oere IS NOT NULL)", name="repayment"),
        CheckConstraint("amount_oere > 0", name="amount"),
        Index("ix_grant_notice_page", "grant_id", "created_at", "id"),
        Index("uq_grant_notice_start", "grant_id", unique=True, postgresql_where="kind = 'start'"),
    )

    grant_id: UUID
    kind: str = Field(sa_type=Text)
    occurred_on: date = day(nullable=False)
    notified_on: date = day(nullable=False)
    words: str | None = Field(default=None, sa_type=Text)
    amount_oere: int | None = Field(default=None, sa_type=BigInteger)


class GrantAccount(ControlledRow, table=True):
    """Accounts of a year, or final ones; their vouchers are rows of their own."""

    __tablename__ = "grant_account"
    __table_args__ = (
        _of_grant(),
        ForeignKeyConstraint(["auditor_report_id", "grant_id"], ["grant_attachment.id", "grant_attachment.grant_id"]),
        one_of("kind", AccountKind),
        one_of("status", AccountStatus),
        one_of("auditor", AuditorKind),
        CheckConstraint("(kind = 'annual') = (year IS NOT NULL)", name="year"),
        CheckConstraint("(status = 'draft') = (submitted_at IS NULL)", name="submitted"),
        UniqueConstraint("id", "grant_id"),
        Index("uq_grant_account_year", "grant_id", "year", unique=True, postgresql_where="kind = 'annual'"),
        Index("uq_grant_account_final", "grant_id", unique=True, postgresql_where="kind = 'final'"),
        Index("ix_grant_account_page", "grant_id", "created_at", "id"),
    )

    grant_id: UUID
    kind: str = Field(sa_type=Text)
    year: int | None = None
    ends_on: date = day(nullable=False)
    """The last day of what they are about: they are kept for five years after its year."""
    status: str = Field(default=AccountStatus.DRAFT, sa_type=Text)
    auditor: str | None = Field(default=None, sa_type=Text)
    auditor_report_id: UUID | None = None
    performance_audit: bool = Field(default=False)
    submitted_at: datetime | None = moment()
    decided_at: datetime | None = moment()
    decision_note: str | None = Field(default=None, sa_type=Text)


class GrantVoucher(ControlledRow, table=True):
    """One expenditure (bilag) of the accounts. What was entered by mistake is cancelled, never deleted."""

    __tablename__ = "grant_voucher"
    __table_args__ = (
        _of_grant(),
        _of("account_id", "grant_account"),
        _of("attachment_id", "grant_attachment"),
        one_of("category", sorted({each.code for each in expense_categories() if each.eligible})),
        CheckConstraint("amount_oere <> 0", name="amount"),
        # By which the trigger finds the same expenditure in other accounts of the grant.
        Index("ix_grant_voucher_number", "grant_id", "voucher_number"),
        Index("ix_grant_voucher_page", "account_id", "created_at", "id"),
    )

    grant_id: UUID
    account_id: UUID
    voucher_number: str = Field(sa_type=Text)
    day: date = day(nullable=False)
    words: str = Field(sa_type=Text)
    category: str = Field(sa_type=Text)
    amount_oere: int = Field(sa_type=BigInteger)
    attachment_id: UUID | None = None
    cancelled: bool = Field(default=False)


class GrantAttachment(ControlledRow, table=True):
    """What a file is; its bytes lie where `storage` says."""

    __tablename__ = "grant_attachment"
    __table_args__ = (
        _of_grant(),
        one_of("kind", AttachmentKind),
        one_of("media_type", MediaType),
        CheckConstraint(
            "(sha256 IS NULL) = (size_bytes IS NULL) AND (sha256 IS NULL) = (storage IS NULL)", name="content"
        ),
        UniqueConstraint("id", "grant_id"),
        UniqueConstraint("id", "grant_id", "organisation_id", "project_id"),
        Index("ix_grant_attachment_page", "grant_id", "created_at", "id"),
    )

    grant_id: UUID
    kind: str = Field(sa_type=Text)
    file_name: str = Field(sa_type=Text)
    media_type: str = Field(sa_type=Text)
    size_bytes: int | None = None
    sha256: str | None = Field(default=None, sa_type=Text)
    storage: str | None = Field(default=None, sa_type=Text)
    withdrawn_at: datetime | None = moment()
    """When the applicant took it back from a draft; its bytes are gone since."""


class GrantAttachmentContent(ControlledRow, table=True):
    """A file's bytes, where they are kept in the database. Written once."""

    __tablename__ = "grant_attachment_content"
    __table_args__ = (
        ForeignKeyConstraint(
            ["attachment_id", "grant_id", "organisation_id", "project_id"],
            [
                "grant_attachment.id",
                "grant_attachment.grant_id",
                "grant_attachment.organisation_id",
                "grant_attachment.project_id",
            ],
        ),
        UniqueConstraint("attachment_id"),
    )

    grant_id: UUID
    attachment_id: UUID = Field(sa_type=Uuid)
    content: bytes = Field(sa_type=LargeBinary)
