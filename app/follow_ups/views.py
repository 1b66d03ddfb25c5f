"""Follow-ups as they go in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from app.common.citizen_text import CaseReference
from app.common.days import Day, PastDay
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.views import Strict, example, own_reference, unless_given
from app.courses.states import SupportTheme
from app.database.columns import Track
from app.follow_ups.states import ChangeSustained, FollowUpStatus
from app.gate.paging import Flag, PageQuery


class FollowUpIn(Strict):
    """A follow-up (opfølgning) to come."""

    model_config = example({"course_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10", "due_on": "2026-09-12"})

    course_id: UUID
    due_on: Day = Field(description="Not before the course's end.")
    external_reference: CaseReference | None = None


class FollowUpPatch(Strict):
    """A merge patch: what is left out stays."""

    model_config = example({"due_on": "2026-09-19"})

    due_on: Day = unless_given()


class FollowUpCompletion(Strict):
    """What the follow-up found."""

    model_config = example(
        {
            "completed_on": "2026-09-12",
            "contact_to_other_services": True,
            "change_sustained": "partly",
            "new_needs": ["economy"],
        }
    )

    completed_on: PastDay = Field(description="Not before the course's end.")
    contact_to_other_services: Annotated[
        bool, Field(strict=True, description="Whether the contact to the other services came about (R26).")
    ]
    change_sustained: ChangeSustained
    new_needs: Annotated[list[SupportTheme], AfterValidator(distinct)] = Field(default_factory=list, max_length=14)


class FollowUpOut(BaseModel):
    """A follow-up."""

    id: UUID
    project_id: UUID
    course_id: UUID
    citizen_id: UUID
    track: Track
    due_on: date
    completed_on: date | None
    status: FollowUpStatus
    overdue: bool = Field(description="Planned, and due before today in Europe/Copenhagen. Computed, never stored.")
    contact_to_other_services: bool | None
    change_sustained: ChangeSustained | None
    new_needs: list[SupportTheme]
    external_reference: str | None = own_reference()
    created_at: datetime
    updated_at: datetime
    version: int


class FollowUpList(PageQuery):
    """Filters of the list."""

    citizen_id: UUID | None = None
    course_id: UUID | None = None
    status: FollowUpStatus | None = None
    track: Track | None = None
    overdue: Flag | None = Field(default=None, description="Planned and due before today, or (false) all others.")
    due_before: Day | None = Field(default=None, description="Due on an earlier day than this.")
    updated_since: Moment | None = None
