"""Budgets, their amendments, instalments and notices as they go in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.days import Day, PastDay
from app.common.views import Strict, example, unless_given
from app.gate.paging import PageQuery
from app.grants.states import BudgetKind, BudgetStatus, InstalmentStatus, NoticeKind
from app.grants.texts import Amount, Category, Line, Words, Year

_LINE = {"year": 2026, "category": "salaries", "amount_oere": 90_000_000, "note": "Projektleder, 0,75 årsværk"}


class BudgetLine(Strict):
    """One line: what for, in which year, with a note (R49)."""

    year: Year
    category: Category
    amount_oere: Amount
    note: Line | None = Field(description="Required at submission, and of every change.")


class BudgetLineOut(BaseModel):
    """One line, as it was given."""

    year: int
    category: str
    amount_oere: int
    note: str | None


Lines = Annotated[list[BudgetLine], Field(min_length=1, max_length=200)]


class BudgetIn(Strict):
    """The draft's whole budget; it replaces what was there."""

    model_config = example({"budget_lines": [_LINE]})

    budget_lines: Lines


class AmendmentIn(Strict):
    """The whole budget as it is to be, and why (§ 17)."""

    model_config = example({"budget_lines": [_LINE], "reason": "Færre transportudgifter, flere timer."})

    budget_lines: Lines
    reason: Words


class CarriedLine(Strict):
    """What is moved of a category."""

    category: Category
    amount_oere: Amount
    note: Line


class CarryOverIn(Strict):
    """Unused grant moved to a later year (§ 18)."""

    model_config = example(
        {
            "from_year": 2026,
            "to_year": 2027,
            "carried": [{"category": "salaries", "amount_oere": 5_000_000, "note": "Senere ansættelse"}],
            "reason": "Ansættelsen faldt senere end ventet.",
        }
    )

    from_year: Year
    to_year: Year
    carried: Annotated[list[CarriedLine], Field(min_length=1, max_length=50)]
    reason: Words


class BudgetOut(BaseModel):
    """A version of the budget."""

    id: UUID
    grant_id: UUID
    budget_version: int = Field(description="Counts up within the grant, from 1.")
    kind: BudgetKind
    status: BudgetStatus
    budget_lines: list[BudgetLineOut]
    total_oere: int
    reason: str | None
    from_year: int | None
    to_year: int | None
    moved_oere: int | None = Field(
        description="Of a carry-over: what leaves `from_year` in all, earlier ones included."
    )
    year_oere: int | None = Field(description="Of a carry-over: the grant of `from_year`.")
    submitted_at: datetime | None
    decided_at: datetime | None = Field(description="Null of a carry-over in force: it needed no approval.")
    decision_note: str | None
    created_at: datetime
    updated_at: datetime
    version: int


class BudgetList(PageQuery):
    """Filters of the list of versions."""

    status: BudgetStatus | None = None


class BudgetDecisionIn(Strict):
    """The agency's word on a proposal."""

    model_config = example({"note": "Godkendt som foreslået."})

    note: Words


class InstalmentIn(Strict):
    """A part of the grant to be paid."""

    model_config = example({"amount_oere": 50_000_000, "due_on": "2026-10-01"})

    amount_oere: Amount
    due_on: Day


class InstalmentPatch(Strict):
    """A merge patch of what is planned."""

    model_config = example({"due_on": "2026-11-01"})

    amount_oere: Amount = unless_given()
    due_on: Day = unless_given()


class PaymentIn(Strict):
    """That it was paid."""

    model_config = example({"paid_on": "2026-10-01"})

    paid_on: PastDay


class InstalmentOut(BaseModel):
    """An instalment (rate)."""

    id: UUID
    grant_id: UUID
    amount_oere: int
    due_on: date
    paid_on: date | None
    status: InstalmentStatus
    created_at: datetime
    updated_at: datetime
    version: int


class InstalmentList(PageQuery):
    """Filters of the list."""

    status: InstalmentStatus | None = None


class NoticeIn(Strict):
    """What the grantee tells the agency."""

    model_config = example({"kind": "start", "occurred_on": "2026-02-01"})

    kind: NoticeKind
    occurred_on: PastDay
    words: Words | None = Field(default=None, description="Required of a material change.")
    amount_oere: Amount | None = Field(default=None, description="Of a repayment, and of nothing else.")


class NoticeOut(BaseModel):
    """A notice (meddelelse); it never changes."""

    id: UUID
    grant_id: UUID
    kind: NoticeKind
    occurred_on: date
    notified_on: date
    words: str | None
    amount_oere: int | None
    created_at: datetime


class NoticeList(PageQuery):
    """Filters of the list."""

    kind: NoticeKind | None = None
