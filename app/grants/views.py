"""Applications and decisions as they go in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from app.common.days import Day
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.views import Strict, example, unless_given
from app.gate.paging import PageQuery
from app.grants.states import DeadlineStatus, DecisionOutcome, FormFault, GrantStatus
from app.grants.texts import Amount, Line, Words

Item = Annotated[str, Field(pattern=r"^[a-z_]{1,60}$", description="An item of `/v1/grant-rules`.")]


class ChecklistAnswer(Strict):
    """The answer to one item of the checklist (§ 6)."""

    item: Item
    fulfilled: bool
    words: Words | None = Field(description="How; required at submission.")
    attachment_ids: Annotated[list[UUID], Field(max_length=20), AfterValidator(distinct)]


class ChecklistAnswerOut(BaseModel):
    """The answer to one item of the checklist, as it was given."""

    item: str
    fulfilled: bool
    words: str | None
    attachment_ids: list[UUID]


Checklist = Annotated[list[ChecklistAnswer], Field(max_length=20)]
_EXAMPLE = {
    "project_id": "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
    "title": "Interventionsmodellen i Østjylland",
    "purpose": "Tidligere hjælp til flere voksne i voldelige relationer.",
    "amount_oere": 250_000_000,
    "starts_on": "2026-09-01",
    "ends_on": "2028-08-31",
    "checklist": [
        {
            "item": "existing_specialised_service",
            "fulfilled": True,
            "words": "Ambulant rådgivning siden 2011.",
            "attachment_ids": [],
        }
    ],
}


class GrantIn(Strict):
    """A draft of an application."""

    model_config = example(_EXAMPLE)

    project_id: UUID
    title: Line
    purpose: Words
    amount_oere: Amount
    starts_on: Day
    ends_on: Day
    checklist: Checklist = Field(default_factory=list)


class GrantPatch(Strict):
    """A merge patch of a draft: what is left out stays."""

    model_config = example({"amount_oere": 240_000_000})

    title: Line = unless_given()
    purpose: Words = unless_given()
    amount_oere: Amount = unless_given()
    starts_on: Day = unless_given()
    ends_on: Day = unless_given()
    checklist: Checklist = unless_given()


class Receipt(BaseModel):
    """That it was received, and when. Nothing is sent by e-mail (R51)."""

    receipt_number: str
    received_at: datetime


class GrantOut(BaseModel):
    """An application, and the grant that it became."""

    id: UUID
    project_id: UUID
    organisation_id: UUID = Field(description="The applicant.")
    title: str
    purpose: str
    amount_oere: int
    starts_on: date
    ends_on: date
    checklist: list[ChecklistAnswerOut]
    status: GrantStatus
    receipt: Receipt | None
    form_faults: list[FormFault] | None = Field(description="Of one rejected on its form: why.")
    form_fault_note: str | None
    granted_oere: int | None
    granted_on: date | None
    ended_on: date | None
    created_at: datetime
    updated_at: datetime
    version: int


class GrantList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    organisation_id: UUID | None = Field(default=None, description="For the agency; others have their own.")
    status: GrantStatus | None = None
    updated_since: Moment | None = None


class FormRejectionIn(Strict):
    """Why an application is not assessed."""

    model_config = example({"form_faults": ["attachments_missing"], "note": "Samarbejdsaftalen mangler."})

    form_faults: Annotated[list[FormFault], Field(min_length=1, max_length=len(FormFault)), AfterValidator(distinct)]
    note: Words


class Criterion(Strict):
    """One criterion of the assessment, with its grounds."""

    item: Item
    met: bool
    grounds: Words


class CriterionOut(BaseModel):
    """One criterion of the assessment, as it was written."""

    item: str
    met: bool
    grounds: str


class AssessmentIn(Strict):
    """The assessment so far; it replaces what was there."""

    model_config = example(
        {
            "criteria": [
                {
                    "item": "existing_specialised_service",
                    "met": True,
                    "grounds": "Tilbuddet er beskrevet og har visitation.",
                }
            ]
        }
    )

    criteria: Annotated[list[Criterion], Field(min_length=1, max_length=20)]


class DecisionIn(Strict):
    """The decision."""

    model_config = example(
        {
            "outcome": "granted",
            "granted_oere": 250_000_000,
            "conditions": ["Styrelsen deltager i styregruppen."],
            "grounds": "Ansøgningen opfylder kriterierne.",
        }
    )

    outcome: DecisionOutcome
    granted_oere: Amount | None = None
    conditions: Annotated[list[Line], Field(max_length=50)] = Field(default_factory=list)
    grounds: Words


class DecisionOut(BaseModel):
    """Assessment and decision; the outcome and what goes with it is null until it is decided."""

    id: UUID
    grant_id: UUID
    criteria: list[CriterionOut]
    outcome: DecisionOutcome | None
    granted_oere: int | None
    conditions: list[str] | None
    grounds: str | None
    decided_at: datetime | None
    updated_at: datetime
    version: int


class DeadlineOut(BaseModel):
    """A deadline, with the rule that sets it."""

    rule: str
    legal_basis: str
    due_on: date
    done_on: date | None
    status: DeadlineStatus
    subject_id: UUID | None = Field(description="The notice or the accounts that it is about.")


class DeadlinesOut(BaseModel):
    """All deadlines of a grant, by the day."""

    items: list[DeadlineOut]
