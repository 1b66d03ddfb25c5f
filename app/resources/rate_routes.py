"""Hourly rates over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import page_of
from app.gate.route import GatedRouter
from app.resources import rate_service as service
from app.resources.rate_views import HourlyRateIn, HourlyRateList, HourlyRateOut, HourlyRatePatch

router = GatedRouter(prefix="/v1/hourly-rates", tags=["Time and cost"])


@router.post("", status_code=201, operation_id="createHourlyRate")
async def create(
    new: HourlyRateIn, response: Response, desk: Annotated[Desk, needs("hourly_rate", CREATE)]
) -> HourlyRateOut:
    """Register an hourly rate (timesats) of one's own organisation; one applies to a function on a day."""
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/hourly-rates/{created.view.id}")


@router.get("", operation_id="listHourlyRates")
async def page(
    query: Annotated[HourlyRateList, Query()], desk: Annotated[Desk, needs("hourly_rate", READ, action="list")]
) -> Page[HourlyRateOut]:
    """One's own organisation's rates, newest first; caseworkers do not see them."""
    return await page_of(desk, "hourly_rate", query, HourlyRateOut)


@router.get("/{hourly_rate_id}", operation_id="getHourlyRate")
async def get(
    hourly_rate_id: UUID, response: Response, desk: Annotated[Desk, needs("hourly_rate", READ)]
) -> HourlyRateOut:
    """An hourly rate."""
    return answer(response, await service.get(desk, hourly_rate_id))


@router.patch("/{hourly_rate_id}", operation_id="patchHourlyRate")
async def patch(
    hourly_rate_id: UUID,
    changes: HourlyRatePatch,
    response: Response,
    desk: Annotated[Desk, needs("hourly_rate", UPDATE)],
) -> HourlyRateOut:
    """End a rate, or correct it; 409 `rate-in-use` where locked time rests on what would change."""
    return answer(response, await service.patch(desk, hourly_rate_id, changes))
