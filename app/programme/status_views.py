"""The plan's status as it comes out."""

from datetime import date
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.programme.states import MeetingType, PlanWarning, WarningCause


class StatusQuery(BaseModel):
    """Whose plan."""

    model_config = ConfigDict(extra="forbid")

    project_id: UUID


class RowStatus(BaseModel):
    """A row of the plan against what became of it; one for each municipality where it meets by itself."""

    number: int
    meeting_type: MeetingType
    when: str
    period_start: date
    period_end: date
    municipality_id: UUID | None
    cancelled: bool
    scheduled: int = Field(description="Meetings (or training days) that are planned or held.")
    held: int


class PlanWarningOut(BaseModel):
    """A rule of thumb that the plan or the programme's course deviates from. It never refuses anything."""

    code: PlanWarning
    rule: str = Field(description="R8, R9 or R11.")
    year: int
    municipality_id: UUID | None
    municipality: str | None
    expected: int
    expected_at_most: int | None
    planned: int
    held: int
    causes: list[WarningCause]
    explanation: str = Field(description="In the caller's language.")


class PlanStatus(BaseModel):
    """The plan against what was held."""

    project_id: UUID
    plan_id: UUID
    plan_version: int
    rows: list[RowStatus]
    warnings: list[PlanWarningOut]
