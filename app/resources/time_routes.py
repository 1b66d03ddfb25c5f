"""Time entries over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.resources import time_service as service
from app.resources.states import TimeEntryStatus
from app.resources.time_views import (
    TimeEntriesIn,
    TimeEntriesOut,
    TimeEntryIn,
    TimeEntryList,
    TimeEntryOut,
    TimeEntryPatch,
)

router = GatedRouter(prefix="/v1/time-entries", tags=["Time and cost"])


@router.post("", status_code=201, operation_id="createTimeEntry")
async def create(
    new: TimeEntryIn, response: Response, desk: Annotated[Desk, needs("time_entry", CREATE)]
) -> TimeEntryOut:
    """Register time (tidsregistrering) as a draft: one's own, or as a coordinator or case system a worker's.

    A worker's entries of one day, drafts included, are at most 1440 minutes in all (422 `day_full`).
    """
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/time-entries/{created.view.id}")


@router.post("/bulk", status_code=201, operation_id="createTimeEntries")
async def create_many(
    new: TimeEntriesIn, desk: Annotated[Desk, needs("time_entry", CREATE, action="create_bulk")]
) -> TimeEntriesOut:
    """Register up to 500 entries at once, all of them or none; errors point at `/items/N/...`."""
    return await service.create_many(desk, new)


@router.get("", operation_id="listTimeEntries")
async def page(
    query: Annotated[TimeEntryList, Query()], desk: Annotated[Desk, needs("time_entry", READ, action="list")]
) -> Page[TimeEntryOut]:
    """Time of one's own organisation, newest first; a caseworker sees their own."""
    return await service.page(desk, query)


@router.get("/{time_entry_id}", operation_id="getTimeEntry")
async def get(
    time_entry_id: UUID, response: Response, desk: Annotated[Desk, needs("time_entry", READ)]
) -> TimeEntryOut:
    """A time entry."""
    return answer(response, await service.get(desk, time_entry_id))


@router.patch("/{time_entry_id}", operation_id="patchTimeEntry")
async def patch(
    time_entry_id: UUID,
    changes: TimeEntryPatch,
    response: Response,
    desk: Annotated[Desk, needs("time_entry", UPDATE)],
) -> TimeEntryOut:
    """Change a draft; what is approved or locked stays as it is."""
    return answer(response, await service.patch(desk, time_entry_id, changes))


@router.post("/{time_entry_id}/cancel", operation_id="cancelTimeEntry")
async def cancel(
    time_entry_id: UUID, response: Response, desk: Annotated[Desk, needs("time_entry", UPDATE, action="cancel")]
) -> TimeEntryOut:
    """Cancel what was entered by mistake (annullér): draft -> cancelled. It counts nowhere any more."""
    return answer(response, await service.move(desk, time_entry_id, TimeEntryStatus.CANCELLED))


@router.post("/{time_entry_id}/approve", operation_id="approveTimeEntry")
async def approve(
    time_entry_id: UUID, response: Response, desk: Annotated[Desk, needs("time_entry", UPDATE, action="approve")]
) -> TimeEntryOut:
    """The coordinator approves (godkender): draft -> approved."""
    return answer(response, await service.move(desk, time_entry_id, TimeEntryStatus.APPROVED))


@router.post("/{time_entry_id}/lock", operation_id="lockTimeEntry")
async def lock(
    time_entry_id: UUID, response: Response, desk: Annotated[Desk, needs("time_entry", UPDATE, action="lock")]
) -> TimeEntryOut:
    """The coordinator or a secretary locks (låser): approved -> locked. It never changes again."""
    return answer(response, await service.move(desk, time_entry_id, TimeEntryStatus.LOCKED))
