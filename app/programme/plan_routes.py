"""The meeting plan over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.programme import plan_service as service
from app.programme.plan_views import MeetingPlanIn, MeetingPlanList, MeetingPlanOut, PlanAdjustment

router = GatedRouter(prefix="/v1/meeting-plans", tags=["Meetings and training"])


@router.post("", status_code=201, operation_id="createMeetingPlan")
async def create(
    new: MeetingPlanIn, response: Response, desk: Annotated[Desk, needs("meeting_plan", CREATE)]
) -> MeetingPlanOut:
    """Instantiate the programme's meeting plan (mødeplan, 16 rows) for a project of the municipal programme."""
    created = await service.instantiate(desk, new)
    return answer(response, created, location=f"/v1/meeting-plans/{created.view.id}")


@router.get("", operation_id="listMeetingPlans")
async def page(
    query: Annotated[MeetingPlanList, Query()], desk: Annotated[Desk, needs("meeting_plan", READ, action="list")]
) -> Page[MeetingPlanOut]:
    """All versions of one's own projects' plans, newest first."""
    return await service.page(desk, query)


@router.get("/{meeting_plan_id}", operation_id="getMeetingPlan")
async def get(
    meeting_plan_id: UUID, response: Response, desk: Annotated[Desk, needs("meeting_plan", READ)]
) -> MeetingPlanOut:
    """One version of a plan; older ones stay as they were."""
    return answer(response, await service.get(desk, meeting_plan_id))


@router.post("/{meeting_plan_id}/adjust", status_code=201, operation_id="adjustMeetingPlan")
async def adjust(
    meeting_plan_id: UUID,
    adjustment: PlanAdjustment,
    response: Response,
    desk: Annotated[Desk, needs("meeting_plan", UPDATE, action="adjust")],
) -> MeetingPlanOut:
    """Adjust the version that applies (R3, R7): rows are moved, cancelled, added, participants widened.

    The answer is the new version, with the reason; meetings already planned stay as they are.
    """
    created = await service.adjust(desk, meeting_plan_id, adjustment)
    return answer(response, created, location=f"/v1/meeting-plans/{created.view.id}")
