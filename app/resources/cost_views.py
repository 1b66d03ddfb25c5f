"""Costs as they go in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.citizen_text import CaseReference
from app.common.days import Day, PastDay
from app.common.moments import Moment
from app.common.views import Strict, example, own_reference, unless_given
from app.gate.paging import PageQuery
from app.resources.states import CostStatus
from app.resources.texts import Note

Amount = Annotated[int, Field(ge=1, le=100_000_000_000, description="In øre.")]
ExpenseCode = Annotated[
    str,
    Field(
        pattern=r"^[a-z_]{1,60}$",
        description="A code of `/v1/reference/expense-categories` that the project's programme pays for.",
    ),
]
CostDay = Annotated[PastDay, Field(description="The day it was spent: within the project, not in the future.")]


class CostIn(Strict):
    """Money spent (udgift) in an eligible category."""

    model_config = example(
        {
            "project_id": "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
            "category": "transport",
            "amount_oere": 24050,
            "day": "2026-02-10",
            "note": "Tog til netværksmøde",
        }
    )

    project_id: UUID
    category: ExpenseCode
    amount_oere: Amount
    day: CostDay
    note: Note | None = Field(default=None, description="Required of `other` in the intervention model.")
    course_id: UUID | None = Field(default=None, description="A course (forløb) of one's own in the project.")
    external_reference: CaseReference | None = None


class CostPatch(Strict):
    """A merge patch of a draft: what is left out stays."""

    model_config = example({"amount_oere": 24100})

    category: ExpenseCode = unless_given()
    amount_oere: Amount = unless_given()
    day: CostDay = unless_given()
    note: Note | None = None


class CostOut(BaseModel):
    """Money spent."""

    id: UUID
    project_id: UUID
    organisation_id: UUID
    category: str
    amount_oere: int
    day: date
    note: str | None
    course_id: UUID | None = Field(description="Null where there is none, or where it is not the caller's to see.")
    status: CostStatus
    external_reference: str | None = own_reference()
    created_at: datetime
    updated_at: datetime
    version: int


class CostList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    organisation_id: UUID | None = Field(default=None, description="For the agency; others have their own costs.")
    category: ExpenseCode | None = None
    status: CostStatus | None = None
    from_day: Day | None = Field(default=None, description="On this day or later.")
    to_day: Day | None = Field(default=None, description="On this day or earlier.")
    updated_since: Moment | None = None
