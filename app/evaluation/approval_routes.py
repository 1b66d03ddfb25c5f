"""Controllers' approvals of releases over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.evaluation import approvals
from app.evaluation.views import ApprovalList, ApprovalOut, RefusalIn
from app.gate.answers import answer
from app.gate.cells import READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/release-approvals", tags=["Releases"])


@router.get("", operation_id="listReleaseApprovals")
async def page(
    query: Annotated[ApprovalList, Query()],
    desk: Annotated[Desk, needs("release_approval", READ, action="list")],
) -> Page[ApprovalOut]:
    """What one is asked to approve (godkendelser), and what one said; the operator's all. Newest first.

    `about` has the years and the declared method. No figure of a build is shown before it is published: two builds, one
    before and one after a citizen withdrew, would tell what that citizen answered. `lapsed` where it is built anew.
    """
    return await approvals.page(desk, query)


@router.get("/{approval_id}", operation_id="getReleaseApproval")
async def get(
    approval_id: UUID, response: Response, desk: Annotated[Desk, needs("release_approval", READ)]
) -> ApprovalOut:
    """An approval."""
    return answer(response, await approvals.get(desk, approval_id))


@router.post("/{approval_id}/approve", operation_id="approveRelease")
async def approve(
    approval_id: UUID, response: Response, desk: Annotated[Desk, needs("release_approval", UPDATE, action="approve")]
) -> ApprovalOut:
    """The controller lets it be published: pending -> approved. With the last of them the release is approved."""
    return answer(response, await approvals.approve(desk, approval_id))


@router.post("/{approval_id}/refuse", operation_id="refuseRelease")
async def refuse(
    approval_id: UUID,
    refused: RefusalIn,
    response: Response,
    desk: Annotated[Desk, needs("release_approval", UPDATE, action="refuse")],
) -> ApprovalOut:
    """The controller does not: pending -> refused. The operator builds the release anew without its data."""
    return answer(response, await approvals.refuse(desk, approval_id, refused))
