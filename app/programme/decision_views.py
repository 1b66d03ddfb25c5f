"""Minutes and decisions as they go in and out."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.days import Day
from app.common.moments import Moment
from app.common.views import Strict, example, unless_given
from app.gate.paging import Flag, PageQuery
from app.programme.states import DecisionStatus, MeetingStatus
from app.programme.texts import Words


class DecisionIn(Strict):
    """A decision, and who carries it out."""

    model_config = example(
        {
            "decision": "Kommunen opdaterer indsatsbeskrivelsen.",
            "owner_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
            "due_on": "2023-11-01",
        }
    )

    decision: Words
    owner_id: UUID = Field(description="An organisation that was invited to the meeting.")
    due_on: Day | None = None


class DecisionPatch(Strict):
    """A merge patch, by the secretariat, until the minutes are approved."""

    model_config = example({"due_on": "2023-12-01"})

    decision: Words = unless_given()
    owner_id: UUID = unless_given()
    due_on: Day | None = None


class DecisionPostponed(Strict):
    """A later day for a decision, by the secretariat, also when the minutes are approved."""

    model_config = example({"due_on": "2024-01-15"})

    due_on: Day = Field(description="Later than it is due now.")


class DecisionOut(BaseModel):
    """A decision (beslutning)."""

    id: UUID
    project_id: UUID
    organisation_id: UUID
    meeting_id: UUID
    decision: str
    owner_id: UUID
    due_on: date | None = Field(description="As it was decided.")
    postponed_to: date | None = Field(description="The day that counts, where it was put off since.")
    status: DecisionStatus
    done_on: date | None
    created_at: datetime
    updated_at: datetime
    version: int


class DecisionList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    meeting_id: UUID | None = None
    owner_id: UUID | None = None
    status: DecisionStatus | None = None
    due_after: Day | None = Field(default=None, description="Due after this day, as put off.")
    due_before: Day | None = Field(default=None, description="Due before this day, as put off.")
    overdue: Flag | None = Field(default=None, description="`true`: open, and the day it was due has passed.")
    updated_since: Moment | None = None


class MinutesOut(BaseModel):
    """Decision minutes (beslutningsreferat): what was said, and what was decided."""

    meeting_id: UUID
    status: MeetingStatus = Field(description="The meeting's: `minutes_approved` when they are final.")
    minutes: str | None
    decisions: list[DecisionOut] = Field(description="Empty to a token that was not given for reading decisions.")
