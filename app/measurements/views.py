"""Questionnaire responses as they go in and out."""

from datetime import date, datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import BaseModel, Field

from app.common.citizen_text import CaseReference
from app.common.days import PastDay
from app.common.moments import Moment
from app.common.views import Strict, example, own_reference
from app.database.columns import Track
from app.gate.paging import PageQuery
from app.measurements.instrument_views import ItemId
from app.measurements.states import AnsweredThrough, ResponseStatus, Wave


class ResponseIn(Strict):
    """A questionnaire (spørgeskema) that the citizen is going to be asked to answer."""

    model_config = example(
        {
            "course_id": "2f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10",
            "instrument_id": "8c7c2f0e-5d0b-4c39-9a51-0e6a4f6b7d21",
            "wave": "start",
        }
    )

    course_id: UUID
    instrument_id: UUID = Field(description="The version in use.")
    wave: Wave
    external_reference: CaseReference | None = None


class ItemAnswer(Strict):
    """One answer."""

    item: ItemId = Field(description="The item's id in the instrument.")
    value: int = Field(description="On the instrument's scale.")


class ResponseAnswers(Strict):
    """What the citizen answered."""

    model_config = example(
        {"answered_on": "2026-02-03", "answers": [{"item": "who5_1", "value": 3}, {"item": "who5_2", "value": 2}]}
    )

    answered_on: PastDay = Field(description="Not before the journey's start.")
    answers: Annotated[list[ItemAnswer], Field(min_length=1, max_length=100)]


class AnswersBlock(BaseModel):
    """Answers, score and band: a category of its own."""

    answers: list[ItemAnswer] = Field(description="In the instrument's order.")
    score: int | None = Field(
        description="Computed by the instrument's rule; null where that wants every item and some are missing."
    )
    band: str | None = Field(description="The code of the instrument's band; null above the highest.")


class ResponseOut(BaseModel):
    """A questionnaire of one course, instrument and wave."""

    id: UUID
    project_id: UUID
    course_id: UUID
    citizen_id: UUID
    track: Track
    instrument_id: UUID
    instrument_code: str
    wave: Wave
    status: ResponseStatus
    handed_out_at: datetime | None
    answered_on: date | None
    answered_through: AnsweredThrough | None = Field(
        description="Who put the answers in: a worker, or the citizen by link. Null until answered."
    )
    answers: AnswersBlock | None = Field(description="Null until answered, and where `withheld`.")
    external_reference: str | None = own_reference()
    withheld: list[Literal["answers"]] = Field(
        description="`answers`: the instrument does not show answers and score to the caller's function."
    )
    created_at: datetime
    updated_at: datetime
    version: int


class ResponseList(PageQuery):
    """Filters of the list."""

    course_id: UUID | None = None
    citizen_id: UUID | None = None
    status: ResponseStatus | None = None
    wave: Wave | None = None
    instrument_id: UUID | None = None
    track: Track | None = None
    updated_since: Moment | None = None


class Measurement(BaseModel):
    """One wave's result."""

    response_id: UUID
    answered_on: date
    score: int | None
    band: str | None


class Change(BaseModel):
    """What changed in one instrument, from the start of the course to its end."""

    instrument_code: str
    title_da: str
    title_en: str
    start: Measurement | None = Field(description="Null until answered.")
    end: Measurement | None = Field(description="Null until answered.")
    change: int | None = Field(description="End minus start; null unless both are there, scored by the same version.")
    relevant_change: int | None = Field(description="The difference that counts; null where the instrument has none.")
    relevant: bool | None = Field(description="Whether the change is as large as that, upwards or downwards.")


class CourseChange(BaseModel):
    """What changed over a course."""

    course_id: UUID
    items: list[Change] = Field(description="An entry for each instrument with an answer that the caller may see.")
    withheld: list[Literal["answers"]] = Field(
        description="`answers`: there are answers that the instrument does not show to the caller's function."
    )
