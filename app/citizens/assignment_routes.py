"""Assignments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.citizens import assignment_service as service
from app.citizens.assignment_views import AssignmentIn, AssignmentList, AssignmentOut
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/citizens/{citizen_id}/assignments", tags=["Citizens"])


@router.post("", status_code=201, operation_id="assignCitizen")
async def assign(
    citizen_id: UUID, new: AssignmentIn, response: Response, desk: Annotated[Desk, needs("assignment", CREATE)]
) -> AssignmentOut:
    """Give a worker charge of the citizen (tildeling). A caseworker takes on whom nobody has, and for oneself.

    Whatever stands in the way, the answer is 409 `cannot-be-assigned` and says no more.
    """
    tagged = await service.assign(desk, citizen_id, new)
    return answer(response, tagged, location=f"/v1/citizens/{citizen_id}/assignments/{tagged.view.id}")


@router.get("", operation_id="listAssignments")
async def page(
    citizen_id: UUID,
    query: Annotated[AssignmentList, Query()],
    desk: Annotated[Desk, needs("assignment", READ, action="list")],
) -> Page[AssignmentOut]:
    """Who in one's own organisation has, or had, charge of the citizen; the latest first."""
    return await service.page(desk, citizen_id, query)


@router.get("/{assignment_id}", operation_id="getAssignment")
async def get(
    citizen_id: UUID, assignment_id: UUID, response: Response, desk: Annotated[Desk, needs("assignment", READ)]
) -> AssignmentOut:
    """One assignment."""
    return answer(response, await service.get(desk, citizen_id, assignment_id))


@router.post("/{assignment_id}/end", operation_id="endAssignment")
async def end(
    citizen_id: UUID,
    assignment_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("assignment", UPDATE, action="end")],
) -> AssignmentOut:
    """Relieve the worker; a caseworker relieves only oneself."""
    return answer(response, await service.end(desk, citizen_id, assignment_id))
