"""Referrals and contact attempts over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.referrals import contact_attempts, service
from app.referrals import linking as linking  # noqa: PLC0414 - for its effect: it watches what is known of pairs
from app.referrals.views import (
    CompletionIn,
    ContactAttemptIn,
    ContactAttemptList,
    ContactAttemptOut,
    ReferralIn,
    ReferralList,
    ReferralOut,
    ReferralPatch,
    RejectionIn,
)

router = GatedRouter(prefix="/v1/referrals", tags=["Referrals"])


@router.post("", status_code=201, operation_id="draftReferral")
async def create(new: ReferralIn, response: Response, desk: Annotated[Desk, needs("referral", CREATE)]) -> ReferralOut:
    """Draft a referral (videregivelse) of one's citizen to a party whom the citizen's consent names.

    A voluntary organisation passes on only to bridge (brobygning). Nothing leaves before it is sent.
    """
    tagged = await service.create(desk, new)
    return answer(response, tagged, location=f"/v1/referrals/{tagged.view.id}")


@router.get("", operation_id="listReferrals")
async def page(
    query: Annotated[ReferralList, Query()], desk: Annotated[Desk, needs("referral", READ, action="list")]
) -> Page[ReferralOut]:
    """Referrals one has sent and received, the newest first."""
    return await service.page(desk, query)


@router.get("/{referral_id}", operation_id="getReferral")
async def get(referral_id: UUID, response: Response, desk: Annotated[Desk, needs("referral", READ)]) -> ReferralOut:
    """A referral: to its recipient the minimum until it is accepted."""
    return answer(response, await service.get(desk, referral_id))


@router.patch("/{referral_id}", operation_id="amendReferral")
async def amend(
    referral_id: UUID,
    patch: ReferralPatch,
    response: Response,
    desk: Annotated[Desk, needs("referral", UPDATE, action="amend")],
) -> ReferralOut:
    """Change a draft (application/merge-patch+json)."""
    return answer(response, await service.amend(desk, referral_id, patch))


@router.post("/{referral_id}/send", operation_id="sendReferral")
async def send(
    referral_id: UUID, response: Response, desk: Annotated[Desk, needs("referral", UPDATE, action="send")]
) -> ReferralOut:
    """Send a draft. The consent must be active, and the terms are judged again.

    The police's summary, and what else goes along, is screened against the other side's name, numbers and address:
    `counterpart_identified`. A telephone number or e-mail that both sides share does not go along.
    """
    return answer(response, await service.send(desk, referral_id))


@router.post("/{referral_id}/receive", operation_id="receiveReferral")
async def receive(
    referral_id: UUID, response: Response, desk: Annotated[Desk, needs("referral", UPDATE, action="receive")]
) -> ReferralOut:
    """Say that it has arrived; the recipient may accept or reject without it."""
    return answer(response, await service.receive(desk, referral_id))


@router.post("/{referral_id}/accept", operation_id="acceptReferral")
async def accept(
    referral_id: UUID, response: Response, desk: Annotated[Desk, needs("referral", UPDATE, action="accept")]
) -> ReferralOut:
    """Take the citizen on. `citizen_id` and what was consented to are open from now on, while the consent lasts."""
    return answer(response, await service.accept(desk, referral_id))


@router.post("/{referral_id}/reject", operation_id="rejectReferral")
async def reject(
    referral_id: UUID,
    given: RejectionIn,
    response: Response,
    desk: Annotated[Desk, needs("referral", UPDATE, action="reject")],
) -> ReferralOut:
    """Say that one cannot take it."""
    return answer(response, await service.reject(desk, referral_id, given.reason))


@router.post("/{referral_id}/recall", operation_id="recallReferral")
async def recall(
    referral_id: UUID, response: Response, desk: Annotated[Desk, needs("referral", UPDATE, action="recall")]
) -> ReferralOut:
    """Take back what has not been accepted; a withdrawn consent does the same of itself."""
    return answer(response, await service.recall(desk, referral_id))


@router.post("/{referral_id}/complete", operation_id="completeReferral")
async def complete(
    referral_id: UUID,
    given: CompletionIn,
    response: Response,
    desk: Annotated[Desk, needs("referral_outcome", UPDATE, action="complete")],
) -> ReferralOut:
    """Say how it went. The sender reads it only with the citizen's `feedback_to_sender`, and else still `accepted`.

    With `declined` and `not_reached` all ends that it opened to the recipient, whose own records stay; a bridging's
    course is read no longer, whatever the outcome. Of a bridged need that is still `sent` say so first
    (`fail-contact`): else 422 `need_waits`.
    """
    return answer(response, await service.complete(desk, referral_id, given))


@router.post("/{referral_id}/contact-attempts", status_code=201, operation_id="registerContactAttempt")
async def attempt(
    referral_id: UUID,
    new: ContactAttemptIn,
    response: Response,
    desk: Annotated[Desk, needs("contact_attempt", CREATE)],
) -> ContactAttemptOut:
    """Register an attempt to reach the citizen (kontaktforsøg).

    Refused where channel or hour (Europe/Copenhagen) is outside the citizen's safe contact, as one may read it:
    `unsafe_channel`, `outside_safe_hours`, `no_safe_contact`.
    """
    tagged = await contact_attempts.register(desk, referral_id, new)
    return answer(response, tagged, location=f"/v1/referrals/{referral_id}/contact-attempts/{tagged.view.id}")


@router.get("/{referral_id}/contact-attempts", operation_id="listContactAttempts")
async def attempts(
    referral_id: UUID,
    query: Annotated[ContactAttemptList, Query()],
    desk: Annotated[Desk, needs("contact_attempt", READ, action="list")],
) -> Page[ContactAttemptOut]:
    """One's own attempts, the last registered first."""
    return await contact_attempts.page(desk, referral_id, query)


@router.get("/{referral_id}/contact-attempts/{attempt_id}", operation_id="getContactAttempt")
async def get_attempt(
    referral_id: UUID,
    attempt_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("contact_attempt", READ)],
) -> ContactAttemptOut:
    """One of one's own attempts."""
    return answer(response, await contact_attempts.get(desk, referral_id, attempt_id))
