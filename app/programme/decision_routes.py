"""Minutes and decisions over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.programme import decision_service as service
from app.programme.decision_views import (
    DecisionIn,
    DecisionList,
    DecisionOut,
    DecisionPatch,
    DecisionPostponed,
    MinutesOut,
)
from app.programme.meeting_views import MinutesIn

minutes_router = GatedRouter(prefix="/v1/meetings", tags=["Meetings and training"])
router = GatedRouter(prefix="/v1/meeting-decisions", tags=["Meetings and training"])


@minutes_router.get("/{meeting_id}/minutes", operation_id="getMinutes")
async def minutes(
    meeting_id: UUID, response: Response, desk: Annotated[Desk, needs("meeting", READ, action="minutes")]
) -> MinutesOut:
    """The decision minutes (beslutningsreferat) of a meeting; its ETag is the meeting's."""
    return answer(response, await service.minutes(desk, meeting_id))


@minutes_router.put("/{meeting_id}/minutes", operation_id="putMinutes")
async def write(
    meeting_id: UUID,
    new: MinutesIn,
    response: Response,
    desk: Annotated[Desk, needs("meeting", UPDATE, action="minutes")],
) -> MinutesOut:
    """Write the minutes of a meeting that was held, until they are approved."""
    return answer(response, await service.write(desk, meeting_id, new.minutes))


@minutes_router.post("/{meeting_id}/decisions", status_code=201, operation_id="createDecision")
async def create(
    meeting_id: UUID, new: DecisionIn, response: Response, desk: Annotated[Desk, needs("meeting_decision", CREATE)]
) -> DecisionOut:
    """Write down a decision of a meeting that was held: who carries it out, by when."""
    created = await service.create(desk, meeting_id, new)
    return answer(response, created, location=f"/v1/meeting-decisions/{created.view.id}")


@router.get("", operation_id="listDecisions")
async def page(
    query: Annotated[DecisionList, Query()], desk: Annotated[Desk, needs("meeting_decision", READ, action="list")]
) -> Page[DecisionOut]:
    """Decisions of the meetings one is invited to, newest first; `status=open` for what is to be done."""
    return await service.page(desk, query)


@router.get("/{decision_id}", operation_id="getDecision")
async def get(
    decision_id: UUID, response: Response, desk: Annotated[Desk, needs("meeting_decision", READ)]
) -> DecisionOut:
    """A decision."""
    return answer(response, await service.get(desk, decision_id))


@router.patch("/{decision_id}", operation_id="patchDecision")
async def patch(
    decision_id: UUID,
    changes: DecisionPatch,
    response: Response,
    desk: Annotated[Desk, needs("meeting_decision", UPDATE)],
) -> DecisionOut:
    """Correct a decision; the secretariat's, until the minutes are approved."""
    return answer(response, await service.patch(desk, decision_id, changes))


@router.post("/{decision_id}/postpone", operation_id="postponeDecision")
async def postpone(
    decision_id: UUID,
    given: DecisionPostponed,
    response: Response,
    desk: Annotated[Desk, needs("meeting_decision", UPDATE, action="postpone")],
) -> DecisionOut:
    """Put an open decision off to a later day: the secretariat's. The minutes keep the day that was decided."""
    return answer(response, await service.postpone(desk, decision_id, given))


@router.post("/{decision_id}/complete", operation_id="completeDecision")
async def complete(
    decision_id: UUID, response: Response, desk: Annotated[Desk, needs("meeting_decision", UPDATE, action="complete")]
) -> DecisionOut:
    """It is done: open -> done. By who owes it, or the agency."""
    return answer(response, await service.complete(desk, decision_id))
