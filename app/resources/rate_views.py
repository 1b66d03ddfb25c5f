"""Hourly rates as they go in and out."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, Field, model_validator

from app.common.days import Day
from app.common.moments import Moment
from app.common.problem import InvalidValue
from app.common.views import Strict, example, unless_given
from app.gate.paging import PageQuery
from app.organisations.states import Function

OerePerHour = Annotated[int, Field(ge=1, le=100_000_000, description="In øre per hour.")]


class EndsBeforeItBegins(InvalidValue):
    """The last day lies before the first."""

    code = "before_valid_from"
    message_en = "The last day is before the first."
    message_da = "Den sidste dag ligger før den første."


class HourlyRateIn(Strict):
    """What an hour costs (timesats), by what the worker works as."""

    model_config = example({"function": "caseworker", "oere_per_hour": 41250, "valid_from": "2026-01-01"})

    function: Function
    oere_per_hour: OerePerHour
    valid_from: Day
    valid_until: Day | None = Field(default=None, description="The last day it applies; open-ended unless given.")

    @model_validator(mode="after")
    def _some_days(self) -> "HourlyRateIn":
        if self.valid_until is not None and self.valid_until < self.valid_from:
            raise EndsBeforeItBegins
        return self


class HourlyRatePatch(Strict):
    """A merge patch: what is left out stays."""

    model_config = example({"valid_until": "2026-12-31"})

    oere_per_hour: OerePerHour = unless_given()
    valid_until: Day | None = None


class HourlyRateOut(BaseModel):
    """What an hour costs."""

    id: UUID
    organisation_id: UUID
    function: Function
    oere_per_hour: int
    valid_from: date
    valid_until: date | None
    created_at: datetime
    updated_at: datetime
    version: int


class HourlyRateList(PageQuery):
    """Filters of the list."""

    function: Function | None = None
    updated_since: Moment | None = None
