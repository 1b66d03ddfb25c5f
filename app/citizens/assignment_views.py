"""Assignments as they go in and out."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.views import Strict
from app.gate.paging import Flag, PageQuery


class AssignmentIn(Strict):
    """Who takes charge of the citizen."""

    staff_id: UUID = Field(description="A user of one's own organisation who works in the citizen's track.")


class AssignmentOut(BaseModel):
    """A worker's charge of a citizen."""

    id: UUID
    citizen_id: UUID
    staff_id: UUID
    created_at: datetime
    ended_at: datetime | None
    version: int


class AssignmentList(PageQuery):
    """Filters of the list."""

    active: Flag | None = Field(default=None, description="True: those that have not ended.")
