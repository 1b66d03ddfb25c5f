"""Costs over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.resources import cost_service as service
from app.resources.cost_views import CostIn, CostList, CostOut, CostPatch

router = GatedRouter(prefix="/v1/costs", tags=["Time and cost"])


@router.post("", status_code=201, operation_id="createCost")
async def create(new: CostIn, response: Response, desk: Annotated[Desk, needs("cost", CREATE)]) -> CostOut:
    """Register a cost (udgift) as a draft.

    What the project's programme does not pay for is 409 `programme-rule`: `rules` names the rule, `legal_basis` its
    item in the law. `/v1/grants` names the same rules by the codes of `/v1/grant-rules/{programme}`: `not_eligible` for
    an excluded category's code, `eligible` for `not_eligible_in_programme`, `equipment` for `equipment_limit`.
    """
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/costs/{created.view.id}")


@router.get("", operation_id="listCosts")
async def page(
    query: Annotated[CostList, Query()], desk: Annotated[Desk, needs("cost", READ, action="list")]
) -> Page[CostOut]:
    """One's own costs, newest first; the agency reads what the parties of its projects have booked, without courses."""
    return await service.page(desk, query)


@router.get("/{cost_id}", operation_id="getCost")
async def get(cost_id: UUID, response: Response, desk: Annotated[Desk, needs("cost", READ)]) -> CostOut:
    """A cost."""
    return answer(response, await service.get(desk, cost_id))


@router.patch("/{cost_id}", operation_id="patchCost")
async def patch(
    cost_id: UUID, changes: CostPatch, response: Response, desk: Annotated[Desk, needs("cost", UPDATE)]
) -> CostOut:
    """Change a draft; what is booked stays as it is."""
    return answer(response, await service.patch(desk, cost_id, changes))


@router.post("/{cost_id}/book", operation_id="bookCost")
async def book(
    cost_id: UUID, response: Response, desk: Annotated[Desk, needs("cost", UPDATE, action="book")]
) -> CostOut:
    """Enter it into the accounts (bogfør): draft -> booked.

    Equipment: what a grant's holder has booked stays below DKK 50,000 a calendar year (intervention model: one holder
    for the whole project), or at most 50,000 a project year (municipal programme: each municipality its own); else 409
    `programme-rule` with `equipment_limit`.
    """
    return answer(response, await service.book(desk, cost_id))


@router.post("/{cost_id}/cancel", operation_id="cancelCost")
async def cancel(
    cost_id: UUID, response: Response, desk: Annotated[Desk, needs("cost", UPDATE, action="cancel")]
) -> CostOut:
    """Cancel what was entered by mistake (annullér): draft -> cancelled. What is booked stays."""
    return answer(response, await service.cancel(desk, cost_id))


@router.post("/{cost_id}/audit", operation_id="auditCost")
async def audit(
    cost_id: UUID, response: Response, desk: Annotated[Desk, needs("cost", UPDATE, action="audit")]
) -> CostOut:
    """The auditor has been through it (revideret): booked -> audited."""
    return answer(response, await service.audit(desk, cost_id))
