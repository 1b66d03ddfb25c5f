"""Sessions and their notes as they go in and out."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from app.common.citizen_text import CaseReference
from app.common.days import Day, DayInFuture, today
from app.common.problem import InvalidValue
from app.common.text import LongText
from app.common.views import Strict, example, own_reference, unless_given
from app.courses.states import SessionForm, SessionStatus
from app.gate.paging import PageQuery

Minutes = Annotated[int, Field(strict=True, ge=1, le=1440, description="How long, in minutes.")]


class MinutesMissing(InvalidValue):
    """A session that was held took some time."""

    code = "minutes_missing"
    message_en = "A session that was held has minutes."
    message_da = "En samtale, der er holdt, har et antal minutter."


class SessionIn(Strict):
    """A session (samtale) that is planned, or one that was held."""

    model_config = example({"held_on": "2026-02-10", "form": "individual"})

    held_on: Day = Field(description="The day it is planned for, or was held on; the latter not in the future.")
    form: SessionForm
    minutes: Minutes | None = Field(default=None, description="Required of one that was held.")
    status: Literal[SessionStatus.PLANNED, SessionStatus.HELD] = SessionStatus.PLANNED
    external_reference: CaseReference | None = None

    @model_validator(mode="after")
    def _of_one_that_was_held(self) -> "SessionIn":
        if self.status == SessionStatus.HELD:
            if self.held_on > today():
                raise DayInFuture
            if self.minutes is None:
                raise MinutesMissing
        return self


class SessionPatch(Strict):
    """A merge patch of a session that is planned, or a correction of one that was held."""

    model_config = example({"held_on": "2026-02-12", "form": "video"})

    held_on: Day = unless_given()
    form: SessionForm = unless_given()
    minutes: Minutes | None = None


class SessionHold(Strict):
    """The session took place."""

    model_config = example({"minutes": 50})

    minutes: Minutes
    held_on: Annotated[Day, Field(description="If it was another day than planned.")] = unless_given()


class SessionOut(BaseModel):
    """A session; what was said is another record."""

    id: UUID
    course_id: UUID
    held_on: date
    minutes: int | None
    form: SessionForm
    status: SessionStatus
    external_reference: str | None = own_reference()
    created_at: datetime
    updated_at: datetime
    version: int


class SessionList(PageQuery):
    """Filters of the list."""

    status: SessionStatus | None = None


class NoteIn(Strict):
    """What was said."""

    model_config = example({"text": "Vi talte om, hvad der skal til, for at hverdagen føles tryg."})

    text: LongText


class NoteOut(BaseModel):
    """The note of a session (samtalenotat)."""

    session_id: UUID
    text: str
    created_at: datetime
    updated_at: datetime
    version: int
