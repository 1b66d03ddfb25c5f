"""Timeline and worklist as they go out."""

from datetime import date, datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.database.columns import Track
from app.gate.paging import PageQuery
from app.journey.kinds import EventKind, TaskKind


class TimelineQuery(PageQuery):
    """A timeline has no filters."""


class TimelineEvent(BaseModel):
    """One event of the journey."""

    at: datetime | None = Field(description="UTC; null where only the day is known.")
    on: date | None = Field(description="The day in Denmark, where only the day is known.")
    kind: EventKind
    label_da: str
    label_en: str
    category: str = Field(description="The category of data that the event is taken from.")
    record_id: UUID
    controller_id: UUID | None = Field(description="Whose record it is; null where special protection hides it.")


class WorklistQuery(PageQuery):
    """Filters of the worklist."""

    kind: TaskKind | None = None


class RecordBrief(BaseModel):
    """Where to go to do the task."""

    category: str
    id: UUID


class Task(BaseModel):
    """Something that waits for the caller."""

    kind: TaskKind
    label_da: str
    label_en: str
    due_on: date | None = Field(description="The day in Denmark by which it should be done; null where there is none.")
    overdue: bool
    citizen_id: UUID | None = Field(
        description="Null for a referral that is not accepted yet, and where a task is of no citizen."
    )
    record: RecordBrief
    project_id: UUID | None = Field(description="Null of a release, which is of several projects.")
    track: Track | None = Field(description="Null where a task is of no citizen.")
