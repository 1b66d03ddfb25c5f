"""Courses as they go in and out."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.citizen_text import CaseReference
from app.common.days import PastDay
from app.common.moments import Moment
from app.common.views import Strict, example, own_reference, unless_given
from app.courses.states import ClosingReason, CourseStatus, SessionForm
from app.database.columns import Track
from app.gate.paging import PageQuery


class CourseIn(Strict):
    """A new course (forløb)."""

    model_config = example(
        {"citizen_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10", "form": "individual", "journey_started_on": "2026-01-12"}
    )

    citizen_id: UUID
    referral_id: UUID | None = Field(
        default=None,
        description="The accepted referral it rests on. Left out, it is found; one's own citizen has none.",
    )
    form: SessionForm
    journey_started_on: PastDay = Field(
        description="Borgerforløbets start: when the citizen's journey began, apart from the course's own start."
    )
    assigned_to: UUID | None = Field(default=None, description="The worker (staff id) who takes the course.")
    external_reference: CaseReference | None = None


class CoursePatch(Strict):
    """A merge patch: what is left out stays, null empties."""

    model_config = example({"form": "group", "journey_ended_on": "2026-06-30"})

    form: SessionForm = unless_given()
    journey_started_on: PastDay = unless_given()
    journey_ended_on: PastDay | None = Field(
        default=None, description="Borgerforløbets slutning, apart from the course's own end."
    )
    assigned_to: UUID | None = Field(default=None, description="Staff id; null takes the course from its worker.")


class CourseStart(Strict):
    """The first day of the course."""

    model_config = example({"started_on": "2026-02-03"})

    started_on: PastDay = Field(description="Not before the day of the consent (Europe/Copenhagen).")


class CourseNotStarted(Strict):
    """Why nothing came of it."""

    model_config = example({"closing_reason": "citizen_stops"})

    closing_reason: ClosingReason


class CourseCompletion(Strict):
    """The last day of a course that ran as planned."""

    model_config = example({"ended_on": "2026-06-12", "closing_reason": "planned"})

    ended_on: PastDay = Field(description="Not before the start.")
    closing_reason: ClosingReason = ClosingReason.PLANNED


class CourseEnd(Strict):
    """The last day of a course that was broken off or went over to others, and why."""

    model_config = example({"ended_on": "2026-06-12", "closing_reason": "moved"})

    ended_on: PastDay = Field(description="Not before the start.")
    closing_reason: ClosingReason


class CourseOut(BaseModel):
    """A course as its controller keeps it, or as it was passed on (bridging)."""

    id: UUID
    project_id: UUID
    citizen_id: UUID
    track: Track
    controller_id: UUID | None = Field(description="Whose course it is; null where protection hides it.")
    external_reference: str | None = own_reference()
    referral_id: UUID | None = Field(description="What it rests on; null to others than the controller.")
    status: CourseStatus
    assigned_to: UUID | None = Field(description="The worker (staff id); null to others than the controller.")
    form: SessionForm
    journey_started_on: date
    journey_ended_on: date | None
    started_on: date | None
    ended_on: date | None
    closing_reason: ClosingReason | None
    created_at: datetime = Field(description="UTC. To others than the controller the day alone: when it began.")
    updated_at: datetime = Field(description="UTC. To others than the controller the day alone: when it began.")
    version: int


class CourseList(PageQuery):
    """Filters of the list."""

    citizen_id: UUID | None = None
    status: CourseStatus | None = None
    track: Track | None = None
    assigned_to: UUID | None = None
    updated_since: Moment | None = None
