"""Budgets and their amendments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged
from app.gate.route import GatedRouter
from app.grants import budget_service as service
from app.grants.budget_views import AmendmentIn, BudgetDecisionIn, BudgetIn, BudgetList, BudgetOut, CarryOverIn
from app.grants.states import BudgetStatus

router = GatedRouter(prefix="/v1/grants", tags=["Grants"])


def _made(response: Response, grant_id: UUID, created: Tagged[BudgetOut]) -> BudgetOut:
    return answer(response, created, location=f"/v1/grants/{grant_id}/amendments/{created.view.id}")


@router.get("/{grant_id}/budget", operation_id="getGrantBudget")
async def current(grant_id: UUID, response: Response, desk: Annotated[Desk, needs("grant_budget", READ)]) -> BudgetOut:
    """The budget in force; before there is one, what is proposed or drafted. Its ETag is the grant's."""
    return answer(response, await service.current(desk, grant_id))


@router.put("/{grant_id}/budget", operation_id="putGrantBudget")
async def put(
    grant_id: UUID,
    given: BudgetIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_budget", CREATE, action="write")],
) -> BudgetOut:
    """Write the draft's budget (budget), whole; If-Match and ETag are the grant's.

    A draft may break rules; submission tells which.
    """
    return answer(response, await service.put(desk, grant_id, given))


@router.post("/{grant_id}/amendments", status_code=201, operation_id="createGrantAmendment")
async def propose(
    grant_id: UUID,
    given: AmendmentIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_budget", CREATE, action="propose")],
) -> BudgetOut:
    """Propose a changed budget (budgetændring); the one in force stays until the agency approves (§ 17).

    It keeps every rule, agrees with the grant, takes from no line what is spent of it, and comes before the final
    accounts are handed in; else 409 `programme-rule`.
    """
    return _made(response, grant_id, await service.propose(desk, grant_id, given))


@router.post("/{grant_id}/carry-overs", status_code=201, operation_id="createGrantCarryOver")
async def carry_over(
    grant_id: UUID,
    given: CarryOverIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_budget", CREATE, action="carry_over")],
) -> BudgetOut:
    """Move unused grant to a later year (overførsel).

    Less than 10 % of the year's grant, and at most DKK 100,000: in force at once. More: a proposal (§ 18). What was
    carried over from the year before counts along. Not after the final accounts are handed in.
    """
    return _made(response, grant_id, await service.carry_over(desk, grant_id, given))


@router.get("/{grant_id}/amendments", operation_id="listGrantAmendments")
async def page(
    grant_id: UUID,
    query: Annotated[BudgetList, Query()],
    desk: Annotated[Desk, needs("grant_budget", READ, action="list")],
) -> Page[BudgetOut]:
    """All versions of the budget, newest first; those that were superseded stay."""
    return await service.page(desk, grant_id, query)


@router.get("/{grant_id}/amendments/{amendment_id}", operation_id="getGrantAmendment")
async def get(
    grant_id: UUID, amendment_id: UUID, response: Response, desk: Annotated[Desk, needs("grant_budget", READ)]
) -> BudgetOut:
    """A version of the budget."""
    return answer(response, await service.get(desk, grant_id, amendment_id))


@router.post("/{grant_id}/amendments/{amendment_id}/approve", operation_id="approveGrantAmendment")
async def approve(
    grant_id: UUID,
    amendment_id: UUID,
    given: BudgetDecisionIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_budget", UPDATE, action="approve")],
) -> BudgetOut:
    """The agency approves: proposed -> in_force; the version before is superseded.

    409 `programme-rule` where it would take from a line what stands in accounts that were handed in meanwhile, or the
    final ones are handed in.
    """
    return answer(response, await service.settle(desk, grant_id, amendment_id, BudgetStatus.IN_FORCE, given))


@router.post("/{grant_id}/amendments/{amendment_id}/reject", operation_id="rejectGrantAmendment")
async def reject(
    grant_id: UUID,
    amendment_id: UUID,
    given: BudgetDecisionIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_budget", UPDATE, action="reject")],
) -> BudgetOut:
    """The agency does not approve; the budget in force stays."""
    return answer(response, await service.settle(desk, grant_id, amendment_id, BudgetStatus.REJECTED, given))


@router.post("/{grant_id}/amendments/{amendment_id}/withdraw", operation_id="withdrawGrantAmendment")
async def withdraw(
    grant_id: UUID,
    amendment_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("grant_budget", UPDATE, action="withdraw")],
) -> BudgetOut:
    """The grantee takes its proposal back."""
    return answer(response, await service.settle(desk, grant_id, amendment_id, BudgetStatus.WITHDRAWN))
