"""Agreements over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.agreements import service
from app.agreements.views import AgreementIn, AgreementList, AgreementOut
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import page_of
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/agreements", tags=["Agreements"])


@router.post("", status_code=201, operation_id="draftAgreement")
async def draft(
    new: AgreementIn, response: Response, desk: Annotated[Desk, needs("agreement", CREATE)]
) -> AgreementOut:
    """Draft an agreement (aftale) as one of its sides, or as the operator.

    A databehandleraftale is between a partner of the project and the operator. To change what is signed, draft a
    new agreement that `supersedes_id` the old one.
    """
    made = await service.draft(desk, new)
    return answer(response, made, location=f"/v1/agreements/{made.view.id}")


@router.get("", operation_id="listAgreements")
async def page(
    query: Annotated[AgreementList, Query()], desk: Annotated[Desk, needs("agreement", READ, action="list")]
) -> Page[AgreementOut]:
    """The agreements one is a side of, newest first; all of them for the operator."""
    return await page_of(desk, "agreement", query, AgreementOut)


@router.get("/{agreement_id}", operation_id="getAgreement")
async def get(agreement_id: UUID, response: Response, desk: Annotated[Desk, needs("agreement", READ)]) -> AgreementOut:
    """One agreement."""
    return answer(response, await service.get(desk, agreement_id))


@router.post("/{agreement_id}/submit", operation_id="submitAgreement")
async def submit(
    agreement_id: UUID, response: Response, desk: Annotated[Desk, needs("agreement", UPDATE, action="submit")]
) -> AgreementOut:
    """Close the terms and lay the draft before both sides for signature."""
    return answer(response, await service.submit(desk, agreement_id))


@router.post("/{agreement_id}/sign", operation_id="signAgreement")
async def sign(
    agreement_id: UUID, response: Response, desk: Annotated[Desk, needs("agreement", UPDATE, action="sign")]
) -> AgreementOut:
    """Sign for one's own side.

    With the second signature the agreement is in force, and one that it supersedes ends in the same moment.
    """
    return answer(response, await service.sign(desk, agreement_id))


@router.post("/{agreement_id}/suspend", operation_id="suspendAgreement")
async def suspend(
    agreement_id: UUID, response: Response, desk: Annotated[Desk, needs("agreement", UPDATE, action="suspend")]
) -> AgreementOut:
    """Suspend an agreement: what rests on it is unreachable from the next request on."""
    return answer(response, await service.suspend(desk, agreement_id))


@router.post("/{agreement_id}/resume", operation_id="resumeAgreement")
async def resume(
    agreement_id: UUID, response: Response, desk: Annotated[Desk, needs("agreement", UPDATE, action="resume")]
) -> AgreementOut:
    """Put an agreement that one has suspended into force again."""
    return answer(response, await service.resume(desk, agreement_id))


@router.post("/{agreement_id}/end", operation_id="endAgreement")
async def end(
    agreement_id: UUID, response: Response, desk: Annotated[Desk, needs("agreement", UPDATE, action="end")]
) -> AgreementOut:
    """End an agreement for good: what rests on it is unreachable from the next request on."""
    return answer(response, await service.end(desk, agreement_id))
