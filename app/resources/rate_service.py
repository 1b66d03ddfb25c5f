"""Hourly rates: one for a function on a day, and none that locked time rests on changes."""

from uuid import UUID

from app.boundary.triggers.accounts import RATE_OVERLAP
from app.common.errors import InvalidContent
from app.common.problem import Problem
from app.database.columns import fresh
from app.gate.desk import Desk
from app.gate.resources import Tagged, matched, tagged
from app.resources.errors import RateInUse, RateOverlap, as_rules
from app.resources.rate_views import EndsBeforeItBegins, HourlyRateIn, HourlyRateOut, HourlyRatePatch


def _refusal(rule: str, _rate_id: str) -> Problem:
    return RateOverlap() if rule == RATE_OVERLAP else RateInUse()


async def create(desk: Desk, new: HourlyRateIn) -> Tagged[HourlyRateOut]:
    """A rate of one's own organisation."""
    row = {**fresh(), **new.model_dump(), "organisation_id": desk.organisation_id}
    with as_rules(_refusal):
        await desk.insert("hourly_rate", row)
    desk.did("create", row["id"])
    return tagged(HourlyRateOut, "hourly_rate", row)


async def get(desk: Desk, rate_id: UUID) -> Tagged[HourlyRateOut]:
    """A rate."""
    return tagged(HourlyRateOut, "hourly_rate", await desk.find("hourly_rate", rate_id))


async def patch(desk: Desk, rate_id: UUID, changes: HourlyRatePatch) -> Tagged[HourlyRateOut]:
    """End a rate, or correct it while nothing locked rests on it."""
    row = await matched(desk, "hourly_rate", rate_id)
    given = changes.model_dump(exclude_unset=True)
    until = given.get("valid_until")
    if until is not None and until < row["valid_from"]:
        raise InvalidContent(errors=[EndsBeforeItBegins.at("/valid_until")])
    with as_rules(_refusal):
        return tagged(HourlyRateOut, "hourly_rate", await desk.update("hourly_rate", row, given))
