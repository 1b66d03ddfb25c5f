"""Calendar feeds as they go in and out."""

from datetime import datetime
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.views import Strict, example
from app.gate.paging import PageQuery
from app.programme.texts import Line


class CalendarFeedIn(Strict):
    """A subscription to one's organisation's meetings."""

    model_config = example({"label": "Kontorets fælles kalender"})

    label: Line | None = Field(default=None, description="To tell one feed from another.")


class CalendarFeedOut(BaseModel):
    """A calendar feed; its link is shown once, when it is made."""

    id: UUID
    organisation_id: UUID
    staff_id: UUID | None = Field(description="Who made it; it ends with that user's access.")
    label: str | None
    revoked_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


class CalendarFeedCreated(CalendarFeedOut):
    """A new feed, with its secret link."""

    url: str | None = Field(
        description="Whoever has it reads the calendar without signing in. Told once: null in a replay."
    )


class CalendarFeedList(PageQuery):
    """Paging only."""
