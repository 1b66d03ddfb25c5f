"""Consents and their forms over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.consents import forms, reading, service, withdrawal
from app.consents.views import (
    AcknowledgementList,
    AcknowledgementOut,
    ConsentFormIn,
    ConsentFormList,
    ConsentFormOut,
    ConsentIn,
    ConsentList,
    ConsentOut,
    ConsentPatch,
    SignatureIn,
    WithdrawalIn,
)
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

form_router = GatedRouter(prefix="/v1/consent-forms", tags=["Consents"])
router = GatedRouter(prefix="/v1/consents", tags=["Consents"])


@form_router.post("", status_code=201, operation_id="publishConsentForm")
async def publish_form(
    new: ConsentFormIn, response: Response, desk: Annotated[Desk, needs("consent_form", CREATE)]
) -> ConsentFormOut:
    """Publish a new version of a consent form (samtykkeerklæring).

    `form_version` counts up within project and name. A version never changes; earlier ones stay in use until they
    are retired. `recipients` and `scopes` are the outer bounds of what may be consented to on it.
    """
    made = await forms.publish(desk, new)
    return answer(response, made, location=f"/v1/consent-forms/{made.view.id}")


@form_router.get("", operation_id="listConsentForms")
async def page_forms(
    query: Annotated[ConsentFormList, Query()], desk: Annotated[Desk, needs("consent_form", READ, action="list")]
) -> Page[ConsentFormOut]:
    """Versions of the forms of one's projects, newest first."""
    return await forms.page(desk, query)


@form_router.get("/{form_id}", operation_id="getConsentForm")
async def get_form(
    form_id: UUID, response: Response, desk: Annotated[Desk, needs("consent_form", READ)]
) -> ConsentFormOut:
    """One version of a form."""
    return answer(response, await forms.get(desk, form_id))


@form_router.post("/{form_id}/retire", operation_id="retireConsentForm")
async def retire_form(
    form_id: UUID, response: Response, desk: Annotated[Desk, needs("consent_form", UPDATE, action="retire")]
) -> ConsentFormOut:
    """Take a version out of use. Consents signed on it stand."""
    return answer(response, await forms.retire(desk, form_id))


@router.post("", status_code=201, operation_id="draftConsent")
async def draft(new: ConsentIn, response: Response, desk: Annotated[Desk, needs("consent", CREATE)]) -> ConsentOut:
    """Draft a consent (samtykke) of a citizen whom one registered, or whose referral one accepted.

    Every scope and every recipient is named: none is ticked beforehand. The draft is seen by nobody else.
    """
    made = await service.draft(desk, new)
    return answer(response, made, location=f"/v1/consents/{made.view.id}")


@router.get("", operation_id="listConsents")
async def page(
    query: Annotated[ConsentList, Query()], desk: Annotated[Desk, needs("consent", READ, action="list")]
) -> Page[ConsentOut]:
    """Consents that one holds, and signed ones that name one, newest first."""
    return await reading.page(desk, query)


@router.get("/{consent_id}", operation_id="getConsent")
async def get(consent_id: UUID, response: Response, desk: Annotated[Desk, needs("consent", READ)]) -> ConsentOut:
    """One consent; `expired` is computed at the moment of asking."""
    return answer(response, await reading.get(desk, consent_id))


@router.patch("/{consent_id}", operation_id="amendConsentDraft")
async def amend(
    consent_id: UUID, patch: ConsentPatch, response: Response, desk: Annotated[Desk, needs("consent", UPDATE)]
) -> ConsentOut:
    """Change a draft. Signed terms never change: a change is a new consent that supersedes."""
    return answer(response, await service.amend(desk, consent_id, patch))


@router.post("/{consent_id}/sign", operation_id="signConsent")
async def sign(
    consent_id: UUID,
    given: SignatureIn,
    response: Response,
    desk: Annotated[Desk, needs("consent", UPDATE, action="sign")],
) -> ConsentOut:
    """Register that the citizen, an adult, signed; from now on it is active.

    A note of an oral consent cannot be signed. The consent named in `supersedes_id` ends in the same moment.
    """
    return answer(response, await service.sign(desk, consent_id, given))


@router.post("/{consent_id}/refuse", operation_id="refuseConsent")
async def refuse(
    consent_id: UUID, response: Response, desk: Annotated[Desk, needs("consent", UPDATE, action="refuse")]
) -> ConsentOut:
    """Record that the citizen refused. Only the holder sees it."""
    return answer(response, await service.refuse(desk, consent_id))


@router.post("/{consent_id}/withdraw", operation_id="withdrawConsent")
async def withdraw(
    consent_id: UUID,
    given: WithdrawalIn,
    response: Response,
    desk: Annotated[Desk, needs("consent", UPDATE, action="withdraw")],
) -> ConsentOut:
    """Register the citizen's withdrawal: by its holder or by anyone whom the consent names (GDPR 7(3)).

    Also while an agreement is suspended or ended: a no is taken down at any time. Before the answer comes, what was
    opened under it is closed and open referrals are recalled. What was lawful before stands; a recipient's own journal
    stays with that recipient.
    """
    return answer(response, await service.withdraw(desk, consent_id, given))


@router.post("/{consent_id}/acknowledge", operation_id="acknowledgeWithdrawal")
async def acknowledge(
    consent_id: UUID, desk: Annotated[Desk, needs("withdrawal_acknowledgement", CREATE, action="acknowledge")]
) -> AcknowledgementOut:
    """Acknowledge, as a recipient, that one has acted on a withdrawal; due within three working days (hverdage).

    Likewise that one's access ended when the consent was replaced by one that leaves one out.
    """
    return await withdrawal.acknowledge(desk, consent_id)


@router.get("/{consent_id}/acknowledgements", operation_id="listWithdrawalAcknowledgements")
async def acknowledgements(
    consent_id: UUID, desk: Annotated[Desk, needs("withdrawal_acknowledgement", READ, action="list")]
) -> AcknowledgementList:
    """Who has acknowledged a withdrawal and who has not: the holder sees all, a recipient itself."""
    return await withdrawal.acknowledgements(desk, consent_id)
