"""A controller approves, or refuses, a build that its data are in. A trigger asks it when the build was checked."""

from uuid import UUID

from app.common.errors import ForbiddenTransition
from app.database.columns import utc_now
from app.evaluation.errors import of_rule
from app.evaluation.service import require_person
from app.evaluation.states import ApprovalStatus
from app.evaluation.views import ApprovalList, ApprovalOut, RefusalIn
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, matched, page_of, tagged
from app.resources.errors import as_rules

APPROVAL = "release_approval"
_NO_MORE: list[str] = []


async def page(desk: Desk, query: ApprovalList) -> Page[ApprovalOut]:
    """One's own, or for the operator all, newest first."""
    return await page_of(desk, APPROVAL, query, ApprovalOut)


async def get(desk: Desk, approval_id: UUID) -> Tagged[ApprovalOut]:
    """An approval."""
    row = await desk.find(APPROVAL, approval_id)
    desk.event.record_id = approval_id
    return tagged(ApprovalOut, APPROVAL, row)


async def approve(desk: Desk, approval_id: UUID) -> Tagged[ApprovalOut]:
    """Approve: the release is approved with the last of them.

    Raises:
        ForbiddenTransition: it was decided, or the release is being built anew.
    """
    return await _decided(desk, approval_id, ApprovalStatus.APPROVED, None)


async def refuse(desk: Desk, approval_id: UUID, refused: RefusalIn) -> Tagged[ApprovalOut]:
    """Refuse: the operator builds anew without this controller.

    Raises:
        ForbiddenTransition: it was decided, or the release is being built anew.
    """
    return await _decided(desk, approval_id, ApprovalStatus.REFUSED, refused.reason)


async def _decided(desk: Desk, approval_id: UUID, to: ApprovalStatus, reason: str | None) -> Tagged[ApprovalOut]:
    row = await matched(desk, APPROVAL, approval_id)
    person = require_person(desk)
    state = ApprovalStatus(row["status"])
    if state is not ApprovalStatus.PENDING:
        raise ForbiddenTransition(state=state, allowed=_NO_MORE)
    changes = {"status": to, "decided_at": utc_now(), "decided_by": person, "reason": reason}
    with as_rules(lambda code, _row: of_rule(code, state, _NO_MORE)):
        return tagged(ApprovalOut, APPROVAL, await desk.update(APPROVAL, row, changes))
