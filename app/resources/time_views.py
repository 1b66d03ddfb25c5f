"""Time entries as they go in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.citizen_text import CaseReference
from app.common.days import Day, PastDay
from app.common.moments import Moment
from app.common.views import Strict, example, own_reference, unless_given
from app.gate.paging import Flag, PageQuery
from app.organisations.states import Function
from app.resources.states import TimeEntryStatus, TimeTask
from app.resources.texts import Note

MAX_ITEMS = 500

_EXAMPLE = {
    "project_id": "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
    "course_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
    "task": "sessions",
    "day": "2026-02-10",
    "minutes": 90,
    "grant_funded": True,
}

Minutes = Annotated[int, Field(ge=1, le=1440, description="How long, in minutes.")]
EntryDay = Annotated[PastDay, Field(description="Not in the future, in Europe/Copenhagen.")]
WorkedAs = Annotated[
    Function, Field(description="What the worker worked as, for the hourly rate; needed of one with several functions.")
]


class TimeEntryIn(Strict):
    """Time spent (tidsforbrug) on one task."""

    model_config = example(_EXAMPLE)

    project_id: UUID
    staff_id: UUID | None = Field(default=None, description="The worker; the caller itself unless given.")
    function: WorkedAs | None = None
    course_id: UUID | None = Field(default=None, description="A course (forløb) of one's own in the project.")
    task: TimeTask
    day: EntryDay
    minutes: Minutes
    grant_funded: bool = Field(default=False, description="Whether the grant (tilskud) pays for it.")
    evaluation: bool = Field(default=False, description="Whether it was for the evaluation (R37).")
    note: Note | None = None
    external_reference: CaseReference | None = None


class TimeEntriesIn(Strict):
    """Many at once: all of them, or none."""

    model_config = example({"items": [_EXAMPLE]})

    items: list[TimeEntryIn] = Field(min_length=1, max_length=MAX_ITEMS)


class TimeEntryPatch(Strict):
    """A merge patch of a draft: what is left out stays."""

    model_config = example({"minutes": 75})

    function: WorkedAs = unless_given()
    course_id: UUID | None = Field(default=None, description="Null: of no course.")
    task: TimeTask = unless_given()
    day: EntryDay = unless_given()
    minutes: Minutes = unless_given()
    grant_funded: bool = unless_given()
    evaluation: bool = unless_given()
    note: Note | None = None


class TimeEntryOut(BaseModel):
    """Time spent on one task."""

    id: UUID
    project_id: UUID
    organisation_id: UUID
    staff_id: UUID
    staff_pseudonym: str = Field(description="How reports of the project name the worker.")
    function: Function
    course_id: UUID | None
    task: TimeTask
    day: date
    minutes: int
    grant_funded: bool
    evaluation: bool
    note: str | None
    status: TimeEntryStatus
    external_reference: str | None = own_reference()
    created_at: datetime
    updated_at: datetime
    version: int


class TimeEntriesOut(BaseModel):
    """What was written, in the order it was sent."""

    items: list[TimeEntryOut]


class TimeEntryList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    staff_id: UUID | None = None
    course_id: UUID | None = None
    task: TimeTask | None = None
    status: TimeEntryStatus | None = None
    grant_funded: Flag | None = None
    evaluation: Flag | None = None
    from_day: Day | None = Field(default=None, description="On this day or later.")
    to_day: Day | None = Field(default=None, description="On this day or earlier.")
    updated_since: Moment | None = None
