"""Support needs over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.courses import support_needs
from app.courses.states import SupportNeedStatus
from app.courses.support_need_views import (
    Handover,
    SupportNeedIn,
    SupportNeedList,
    SupportNeedOut,
    SupportNeedPatch,
)
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/support-needs", tags=["Support needs"])


@router.post("", status_code=201, operation_id="createSupportNeed")
async def create(
    new: SupportNeedIn, response: Response, desk: Annotated[Desk, needs("support_need", CREATE)]
) -> SupportNeedOut:
    """Register a need for support (støttebehov) of one's own citizen, or of one whose referral was accepted."""
    created = await support_needs.create(desk, new)
    return answer(response, created, location=f"/v1/support-needs/{created.view.id}")


@router.get("", operation_id="listSupportNeeds")
async def page(
    query: Annotated[SupportNeedList, Query()],
    desk: Annotated[Desk, needs("support_need", READ, action="list")],
) -> Page[SupportNeedOut]:
    """One's own needs and, once the bridging was accepted, those handed over to one, newest first."""
    return await support_needs.page(desk, query)


@router.get("/{need_id}", operation_id="getSupportNeed")
async def get(need_id: UUID, response: Response, desk: Annotated[Desk, needs("support_need", READ)]) -> SupportNeedOut:
    """A need. Its recipient sees it once it has accepted the bridging referral, while the consent to it is active."""
    return answer(response, await support_needs.get(desk, need_id))


@router.patch("/{need_id}", operation_id="patchSupportNeed")
async def patch(
    need_id: UUID,
    changes: SupportNeedPatch,
    response: Response,
    desk: Annotated[Desk, needs("support_need", UPDATE)],
) -> SupportNeedOut:
    """Change level or description, by the one that registered the need, before it is handed over (409)."""
    return answer(response, await support_needs.patch(desk, need_id, changes))


@router.post("/{need_id}/agree", operation_id="agreeSupportNeed")
async def agree(
    need_id: UUID, response: Response, desk: Annotated[Desk, needs("support_need", UPDATE, action="agree")]
) -> SupportNeedOut:
    """The citizen wants help with it: identified -> agreed."""
    return answer(response, await support_needs.become(desk, need_id, SupportNeedStatus.AGREED))


@router.post("/{need_id}/decline", operation_id="declineSupportNeed")
async def decline(
    need_id: UUID, response: Response, desk: Annotated[Desk, needs("support_need", UPDATE, action="decline")]
) -> SupportNeedOut:
    """The citizen does not want help with it: identified, agreed or sent -> declined.

    A bridging referral that has not been answered is recalled with it. Once it was accepted, the need can no longer
    be declined (409): what the recipient reads ends with the consent.
    """
    return answer(response, await support_needs.decline(desk, need_id))


@router.post("/{need_id}/handover", operation_id="handOverSupportNeed")
async def hand_over(
    need_id: UUID,
    terms: Handover,
    response: Response,
    desk: Annotated[Desk, needs("support_need", UPDATE, action="handover")],
) -> SupportNeedOut:
    """Bridge the need to another service (brobygning): agreed -> sent; sent -> sent where it was rejected or recalled.

    Creates and sends a bridging referral on these terms, and links it: both or neither. The recipient sees the
    need once it has accepted the referral.
    """
    return answer(response, await support_needs.hand_over(desk, need_id, terms))


@router.post("/{need_id}/establish-contact", operation_id="establishSupportContact")
async def establish_contact(
    need_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("support_need", UPDATE, action="establish_contact")],
) -> SupportNeedOut:
    """The recipient has contact with the citizen: sent or contact_not_established -> contact_established."""
    return answer(response, await support_needs.become(desk, need_id, SupportNeedStatus.CONTACT_ESTABLISHED))


@router.post("/{need_id}/fail-contact", operation_id="failSupportContact")
async def fail_contact(
    need_id: UUID, response: Response, desk: Annotated[Desk, needs("support_need", UPDATE, action="fail_contact")]
) -> SupportNeedOut:
    """The recipient did not reach the citizen: sent -> contact_not_established."""
    return answer(response, await support_needs.become(desk, need_id, SupportNeedStatus.CONTACT_NOT_ESTABLISHED))


@router.post("/{need_id}/close", operation_id="closeSupportNeed")
async def close(
    need_id: UUID, response: Response, desk: Annotated[Desk, needs("support_need", UPDATE, action="close")]
) -> SupportNeedOut:
    """The matter is settled: contact_established or contact_not_established -> closed, by either party."""
    return answer(response, await support_needs.become(desk, need_id, SupportNeedStatus.CLOSED))
