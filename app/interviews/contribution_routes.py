"""Contributions to the evaluation over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.interviews import contributions as service
from app.interviews.contribution_views import (
    ContributionAgreed,
    ContributionDone,
    ContributionIn,
    ContributionList,
    ContributionNotDone,
    ContributionOut,
    ContributionPatch,
)

router = GatedRouter(prefix="/v1/evaluation-contributions", tags=["Interviews"])


@router.post("", status_code=201, operation_id="planContribution")
async def plan(
    new: ContributionIn, response: Response, desk: Annotated[Desk, needs("evaluation_contribution", CREATE)]
) -> ContributionOut:
    """The evaluator plans what a party contributes (evalueringsbidrag) in a round of the evaluation.

    One for each party, round and kind (409 `contribution-exists`). The parties are the project's municipalities, police
    district and NGOs (422 `not_a_party`).
    """
    made = await service.plan(desk, new)
    return answer(response, made, location=f"/v1/evaluation-contributions/{made.view.id}")


@router.get("", operation_id="listContributions")
async def page(
    query: Annotated[ContributionList, Query()],
    desk: Annotated[Desk, needs("evaluation_contribution", READ, action="list")],
) -> Page[ContributionOut]:
    """A party's own contributions, or for evaluator and agency those of their projects, newest first."""
    return await service.page(desk, query)


@router.get("/{contribution_id}", operation_id="getContribution")
async def get(
    contribution_id: UUID, response: Response, desk: Annotated[Desk, needs("evaluation_contribution", READ)]
) -> ContributionOut:
    """A contribution."""
    return answer(response, await service.get(desk, contribution_id))


@router.patch("/{contribution_id}", operation_id="patchContribution")
async def patch(
    contribution_id: UUID,
    changes: ContributionPatch,
    response: Response,
    # Whoever plans also moves what was planned.
    desk: Annotated[Desk, needs("evaluation_contribution", CREATE, action="move")],
) -> ContributionOut:
    """The evaluator moves a contribution that is still to come to another last day."""
    return answer(response, await service.patch(desk, contribution_id, changes))


@router.post("/{contribution_id}/agree", operation_id="agreeContribution")
async def agree(
    contribution_id: UUID,
    agreed: ContributionAgreed,
    response: Response,
    desk: Annotated[Desk, needs("evaluation_contribution", UPDATE, action="agree")],
) -> ContributionOut:
    """A day was agreed on: planned -> agreed. By the party's coordinator or case system."""
    return answer(response, await service.agree(desk, contribution_id, agreed))


@router.post("/{contribution_id}/done", operation_id="contributionDone")
async def done(
    contribution_id: UUID,
    what: ContributionDone,
    response: Response,
    desk: Annotated[Desk, needs("evaluation_contribution", UPDATE, action="done")],
) -> ContributionOut:
    """It was contributed: agreed -> done, with how many took part and how long the party's staff worked."""
    return answer(response, await service.done(desk, contribution_id, what))


@router.post("/{contribution_id}/not-done", operation_id="contributionNotDone")
async def not_done(
    contribution_id: UUID,
    why: ContributionNotDone,
    response: Response,
    desk: Annotated[Desk, needs("evaluation_contribution", UPDATE, action="not_done")],
) -> ContributionOut:
    """Nothing came of it: planned or agreed -> not_done, with the reason."""
    return answer(response, await service.not_done(desk, contribution_id, why))
