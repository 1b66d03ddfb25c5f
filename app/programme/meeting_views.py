"""Meetings as they go in and out."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field, model_validator

from app.common.days import Day
from app.common.lists import distinct
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.views import Strict, example, unless_given
from app.gate.paging import PageQuery
from app.programme.plan_views import RowNumber
from app.programme.states import MeetingStatus, MeetingType
from app.programme.texts import Line, Link, Words

MAX_PARTICIPANTS = 50
_ID, _OTHER = "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10", "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10"


class EndsBeforeBeginning(InvalidValue):
    """A meeting that ends before it begins, or at that moment."""

    code = "ends_before_start"
    message_en = "The end must lie after the beginning."
    message_da = "Slutningen skal ligge efter begyndelsen."


Organisations = Annotated[
    list[UUID],
    Field(max_length=MAX_PARTICIPANTS, description="Partners of the project."),
    AfterValidator(distinct),
]
Municipality = Annotated[
    UUID, Field(description="The municipality that it is held in; needed of a dialogue meeting and of a workshop.")
]


class MeetingIn(Strict):
    """A meeting, of the plan or beside it."""

    model_config = example(
        {
            "project_id": _ID,
            "plan_row": 5,
            "municipality_id": _OTHER,
            "starts_at": "2023-09-12T08:00:00Z",
            "ends_at": "2023-09-12T10:00:00Z",
        }
    )

    project_id: UUID
    plan_row: RowNumber | None = Field(default=None, description="A row of the plan, which gives what is left out.")
    meeting_type: MeetingType | None = Field(default=None, description="Needed where there is no row of the plan.")
    municipality_id: Municipality | None = None
    starts_at: Moment
    ends_at: Moment
    place: Line | None = Field(default=None, description="By default the plan's (R10), where there is no link.")
    virtual_link: Link | None = None
    agenda: Words | None = None
    required: Organisations | None = Field(default=None, description="Who must come; by default as the plan has it.")
    optional: Organisations | None = Field(default=None, description="Who may come; by default as the plan has it.")

    @model_validator(mode="after")
    def _forwards(self) -> "MeetingIn":
        if self.ends_at <= self.starts_at:
            raise EndsBeforeBeginning
        return self


class MeetingPatch(Strict):
    """A merge patch of a meeting that has not been held: what is left out stays."""

    model_config = example({"starts_at": "2023-09-19T08:00:00Z", "ends_at": "2023-09-19T10:00:00Z"})

    starts_at: Moment = unless_given()
    ends_at: Moment = unless_given()
    place: Line | None = None
    virtual_link: Link | None = None
    agenda: Words | None = None
    required: Organisations = unless_given()
    optional: Organisations = unless_given()


class Attendance(Strict):
    """How many came from an organisation; never who."""

    organisation_id: UUID
    persons: int = Field(ge=1, le=500)


class HeldIn(Strict):
    """Who came."""

    model_config = example({"attendance": [{"organisation_id": _OTHER, "persons": 4}]})

    attendance: list[Attendance] = Field(min_length=1, max_length=MAX_PARTICIPANTS)


class CancelledIn(Strict):
    """Why it is cancelled."""

    model_config = example({"reason": "Flyttes til efteråret."})

    reason: Words


class MinutesIn(Strict):
    """Decision minutes (beslutningsreferat); the decisions themselves stand beside them."""

    model_config = example({"minutes": "Kommunen gennemgik sine erfaringer med screeningen."})

    minutes: Words


class MeetingOut(BaseModel):
    """A meeting."""

    id: UUID
    project_id: UUID
    organisation_id: UUID
    plan_row: int | None
    meeting_type: MeetingType
    municipality_id: UUID | None
    organisers: list[UUID]
    required: list[UUID]
    optional: list[UUID]
    starts_at: datetime
    ends_at: datetime
    local_start: datetime = Field(description="The same in Europe/Copenhagen.")
    local_end: datetime = Field(description="The same in Europe/Copenhagen.")
    place: str | None
    virtual_link: str | None
    agenda: str | None
    status: MeetingStatus
    invited_at: datetime | None
    attendance: list[Attendance]
    has_minutes: bool
    cancelled_reason: str | None
    created_at: datetime
    updated_at: datetime
    version: int


class MeetingList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    meeting_type: MeetingType | None = None
    municipality_id: UUID | None = None
    plan_row: RowNumber | None = None
    status: MeetingStatus | None = None
    from_day: Day | None = Field(default=None, description="Begins on this day or later, in Europe/Copenhagen.")
    to_day: Day | None = Field(default=None, description="Begins on this day or earlier, in Europe/Copenhagen.")
    updated_since: Moment | None = None
