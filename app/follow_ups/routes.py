"""Follow-ups over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.follow_ups import service
from app.follow_ups.states import FollowUpStatus
from app.follow_ups.views import FollowUpCompletion, FollowUpIn, FollowUpList, FollowUpOut, FollowUpPatch
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/follow-ups", tags=["Follow-ups"])


@router.post("", status_code=201, operation_id="createFollowUp")
async def create(new: FollowUpIn, response: Response, desk: Annotated[Desk, needs("follow_up", CREATE)]) -> FollowUpOut:
    """Plan a follow-up (opfølgning) of one's own course, once it has run and ended (409 `course-not-ended`).

    From today on only while the consent stands (409 `consent-not-active`).
    """
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/follow-ups/{created.view.id}")


@router.get("", operation_id="listFollowUps")
async def page(
    query: Annotated[FollowUpList, Query()], desk: Annotated[Desk, needs("follow_up", READ, action="list")]
) -> Page[FollowUpOut]:
    """One's own follow-ups, newest first; `overdue=true` for those whose day has passed."""
    return await service.page(desk, query)


@router.get("/{follow_up_id}", operation_id="getFollowUp")
async def get(follow_up_id: UUID, response: Response, desk: Annotated[Desk, needs("follow_up", READ)]) -> FollowUpOut:
    """A follow-up."""
    return answer(response, await service.get(desk, follow_up_id))


@router.patch("/{follow_up_id}", operation_id="patchFollowUp")
async def patch(
    follow_up_id: UUID,
    changes: FollowUpPatch,
    response: Response,
    desk: Annotated[Desk, needs("follow_up", UPDATE)],
) -> FollowUpOut:
    """Move a planned follow-up; to today or later only while the consent stands (409 `consent-not-active`)."""
    return answer(response, await service.patch(desk, follow_up_id, changes))


@router.post("/{follow_up_id}/complete", operation_id="completeFollowUp")
async def complete(
    follow_up_id: UUID,
    found: FollowUpCompletion,
    response: Response,
    desk: Annotated[Desk, needs("follow_up", UPDATE, action="complete")],
) -> FollowUpOut:
    """Register what the follow-up found: planned -> completed."""
    return answer(response, await service.complete(desk, follow_up_id, found))


@router.post("/{follow_up_id}/not-reached", operation_id="followUpNotReached")
async def not_reached(
    follow_up_id: UUID, response: Response, desk: Annotated[Desk, needs("follow_up", UPDATE, action="not_reached")]
) -> FollowUpOut:
    """The citizen was not reached (ikke truffet): planned -> not_reached."""
    return answer(response, await service.close(desk, follow_up_id, FollowUpStatus.NOT_REACHED))


@router.post("/{follow_up_id}/cancel", operation_id="cancelFollowUp")
async def cancel(
    follow_up_id: UUID, response: Response, desk: Annotated[Desk, needs("follow_up", UPDATE, action="cancel")]
) -> FollowUpOut:
    """There shall be none: planned -> cancelled."""
    return answer(response, await service.close(desk, follow_up_id, FollowUpStatus.CANCELLED))
