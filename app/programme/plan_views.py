"""The meeting plan as it goes in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, model_validator

from app.common.days import Day
from app.common.lists import distinct
from app.common.views import Strict, example, unless_given
from app.gate.paging import PageQuery
from app.organisations.project_views import EndsBeforeStartError
from app.programme.states import MeetingParty, MeetingScope, MeetingType
from app.programme.texts import Line, Words

MAX_ROWS = 200
Parties = Annotated[list[MeetingParty], Field(max_length=len(MeetingParty)), AfterValidator(distinct)]
RowNumber = Annotated[int, Field(ge=1, le=MAX_ROWS, description="The row's number, the same in every version.")]


class PlanRow(BaseModel):
    """One row: an activity, when, with whom."""

    number: int
    when: str = Field(description="The period in words, in Danish.")
    period_start: date
    period_end: date
    meeting_type: MeetingType
    scope: MeetingScope = Field(description="`per_municipality`: one meeting in each.")
    required: list[MeetingParty]
    optional: list[MeetingParty] = Field(description="Evt.: may take part.")
    organisers: list[MeetingParty]
    place: str | None = Field(description="Where by default (R10).")
    cancelled: bool


class MeetingPlanIn(Strict):
    """The programme's own plan for a project."""

    model_config = example({"project_id": "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10"})

    project_id: UUID = Field(description="Of the municipal programme; one plan a project.")


class NewPlanRow(Strict):
    """A row that the plan did not have."""

    when: Line
    period_start: Day
    period_end: Day
    meeting_type: MeetingType
    scope: MeetingScope
    required: Parties = Field(min_length=1)
    optional: Parties = Field(default=[])
    place: Line | None = None

    @model_validator(mode="after")
    def _forwards(self) -> "NewPlanRow":
        if self.period_end < self.period_start:
            raise EndsBeforeStartError
        return self


class PlanRowChange(Strict):
    """What changes of a row: moved, cancelled, with other or more participants (R3, R7)."""

    number: RowNumber
    when: Line = unless_given()
    period_start: Day = unless_given()
    period_end: Day = unless_given()
    required: Parties = unless_given()
    optional: Parties = unless_given()
    place: Line | None = None
    cancelled: bool = unless_given()


class PlanAdjustment(Strict):
    """An adjustment of the plan: what it changes and adds, and why."""

    model_config = example(
        {
            "reason": "Dialogmødet i efteråret 2024 flyttes efter ønske fra kommunerne.",
            "changes": [{"number": 10, "period_start": "2024-11-01", "period_end": "2024-11-30"}],
        }
    )

    reason: Words
    changes: list[PlanRowChange] = Field(default=[], max_length=MAX_ROWS)
    additions: list[NewPlanRow] = Field(default=[], max_length=MAX_ROWS)


class MeetingPlanOut(BaseModel):
    """One version of a project's meeting plan (mødeplan)."""

    id: UUID
    project_id: UUID
    plan_version: int
    rows: list[PlanRow]
    reason: str | None = Field(description="Why it was adjusted; null of the first version.")
    supersedes_id: UUID | None
    superseded_at: datetime | None = Field(description="Null of the version that applies.")
    created_at: datetime
    updated_at: datetime
    version: int


class MeetingPlanList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
