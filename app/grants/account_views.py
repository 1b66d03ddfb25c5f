"""Accounts, vouchers and the statement of both against the budget, as they go in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.days import PastDay
from app.common.views import Strict, example, unless_given
from app.gate.paging import PageQuery
from app.grants.states import AccountKind, AccountStatus, AuditorKind
from app.grants.texts import Category, Line, VoucherNumber, Words, Year

VoucherAmount = Annotated[
    int, Field(ge=-100_000_000_000, le=100_000_000_000, description="In øre; negative for a credit note; never 0.")
]


class AccountIn(Strict):
    """Accounts of a year, or final ones."""

    model_config = example({"kind": "annual", "year": 2026})

    kind: AccountKind
    year: Year | None = Field(default=None, description="Of annual accounts, and of no others.")


class AccountPatch(Strict):
    """A merge patch: how they were audited."""

    model_config = example({"auditor": "registered", "performance_audit": True})

    auditor: AuditorKind | None = None
    auditor_report_id: UUID | None = Field(default=None, description="A file of the kind `auditor_report`.")
    performance_audit: Annotated[bool, Field(strict=True)] = unless_given()


class AuditorDutyOut(BaseModel):
    """What the size of the grant asks for (§§ 23, 26)."""

    at_least: AuditorKind
    performance_audit: bool


class AccountOut(BaseModel):
    """Accounts (regnskab)."""

    id: UUID
    grant_id: UUID
    kind: AccountKind
    year: int | None
    status: AccountStatus
    auditor: AuditorKind | None
    auditor_report_id: UUID | None
    performance_audit: bool
    auditor_duty: AuditorDutyOut
    submitted_at: datetime | None
    decided_at: datetime | None
    decision_note: str | None
    retained_until: date = Field(description="Kept to this day (bogføringslovens § 12), with its vouchers.")
    created_at: datetime
    updated_at: datetime
    version: int


class AccountList(PageQuery):
    """Filters of the list."""

    kind: AccountKind | None = None
    status: AccountStatus | None = None


class AccountDecisionIn(Strict):
    """The agency's word on accounts."""

    model_config = example({"note": "Godkendt."})

    note: Words


class VoucherIn(Strict):
    """An expenditure (bilag)."""

    model_config = example(
        {
            "voucher_number": "2026-0017",
            "day": "2026-02-10",
            "words": "Tog til netværksmøde",
            "category": "transport",
            "amount_oere": 24_050,
        }
    )

    voucher_number: VoucherNumber
    day: PastDay
    words: Line
    category: Category
    amount_oere: VoucherAmount
    attachment_id: UUID | None = Field(default=None, description="A file of the grant.")


class VoucherPatch(Strict):
    """A merge patch, while the accounts are open. What was entered by mistake is cancelled."""

    model_config = example({"cancelled": True})

    day: PastDay = unless_given()
    words: Line = unless_given()
    category: Category = unless_given()
    amount_oere: VoucherAmount = unless_given()
    attachment_id: UUID | None = None
    cancelled: Annotated[bool, Field(strict=True)] = unless_given()


class VoucherOut(BaseModel):
    """An expenditure."""

    id: UUID
    grant_id: UUID
    account_id: UUID
    voucher_number: str
    day: date
    words: str
    category: str
    amount_oere: int
    attachment_id: UUID | None
    cancelled: bool
    created_at: datetime
    updated_at: datetime
    version: int


class VoucherList(PageQuery):
    """Filters of the list."""

    category: Category | None = None


class StatementLine(BaseModel):
    """A category in a year."""

    year: int
    category: str
    budget_oere: int = Field(description="Of the budget in force (`budget_as_of`).")
    spent_oere: int = Field(description="By the vouchers.")
    covered_oere: int = Field(description="What the grant pays of it: at most the budget in force (§ 17).")
    booked_cost_oere: int = Field(description="The grantee's booked costs in the project (`/v1/costs`).")
    difference_oere: int = Field(description="Vouchers less booked costs; 0 where the two agree.")


class StatementOut(BaseModel):
    """Accounts against the budget and against booked costs (afstemning)."""

    items: list[StatementLine]
    budget_as_of: datetime | None = Field(
        description="Of approved accounts: when they were approved; the budget is the one in force then, whatever was "
        "changed or carried over since. Else null: the budget in force now. Booked costs are those of now."
    )
    budget_oere: int
    spent_oere: int
    covered_oere: int
    booked_cost_oere: int
    unused_oere: int = Field(description="The grant less what it pays, of these accounts' time.")
