"""Training days as they go in and out."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.days import Day
from app.common.moments import Moment
from app.common.views import Strict, example, unless_given
from app.gate.paging import PageQuery
from app.programme.meeting_views import Attendance, HeldIn, Organisations
from app.programme.states import TrainingDayStatus
from app.programme.texts import Line, Link

__all__ = ["HeldIn", "TrainingDayIn", "TrainingDayList", "TrainingDayOut", "TrainingDayPatch"]


class TrainingDayIn(Strict):
    """A day of competence development (undervisningsdag)."""

    model_config = example(
        {"project_id": "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10", "day": "2023-02-07", "topic": "Screening for vold"}
    )

    project_id: UUID
    organiser_id: UUID | None = Field(default=None, description="The project's training provider unless given.")
    day: Day
    topic: Line | None = None
    place: Line | None = None
    virtual_link: Link | None = None
    participants: Organisations | None = Field(
        default=None, description="Whose staff it is for; the project's municipalities unless given."
    )


class TrainingDayPatch(Strict):
    """A merge patch of a day that has not been held."""

    model_config = example({"day": "2023-02-14"})

    day: Day = unless_given()
    topic: Line | None = None
    place: Line | None = None
    virtual_link: Link | None = None
    participants: Organisations = unless_given()


class TrainingDayOut(BaseModel):
    """A day of competence development."""

    id: UUID
    project_id: UUID
    organisation_id: UUID
    organiser_id: UUID
    day: date
    topic: str | None
    place: str | None
    virtual_link: str | None
    participants: list[UUID]
    status: TrainingDayStatus
    attendance: list[Attendance]
    created_at: datetime
    updated_at: datetime
    version: int


class TrainingDayList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    organiser_id: UUID | None = None
    status: TrainingDayStatus | None = None
    from_day: Day | None = Field(default=None, description="On this day or later.")
    to_day: Day | None = Field(default=None, description="On this day or earlier.")
    updated_since: Moment | None = None
