"""Applications, decisions and deadlines over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs, signed_in
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.grants import deadlines, decisions, service
from app.grants.rules import Rules, rules_of
from app.grants.views import (
    AssessmentIn,
    DeadlinesOut,
    DecisionIn,
    DecisionOut,
    FormRejectionIn,
    GrantIn,
    GrantList,
    GrantOut,
    GrantPatch,
)
from app.organisations.states import Programme

router = GatedRouter(prefix="/v1/grants", tags=["Grants"])
_APPLY = ("municipality", "ngo")
_DECIDE = ("agency",)
rule_router = GatedRouter(prefix="/v1/grant-rules", tags=["Grants"])


@rule_router.get("/{programme}", operation_id="getGrantRules")
async def rules(programme: Programme, _desk: Annotated[Desk, signed_in("the law, and nothing of anybody")]) -> Rules:
    """What an applicant must know (R48, R52): the programme's rules with codes, items of the law, limits, checklist.

    Where a rule's `source` says "placeholder", the programme's documents do not have the number or the item.
    """
    return rules_of(programme)


@router.post("", status_code=201, operation_id="createGrant")
async def create(new: GrantIn, response: Response, desk: Annotated[Desk, needs("grant", CREATE)]) -> GrantOut:
    """Begin an application (ansøgning) as a draft, which nobody but the applicant sees.

    In the intervention model an NGO applies, in the municipal programme a municipality; else 409 `programme-rule`.
    """
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/grants/{created.view.id}")


@router.get("", operation_id="listGrants")
async def page(
    query: Annotated[GrantList, Query()], desk: Annotated[Desk, needs("grant", READ, action="list")]
) -> Page[GrantOut]:
    """One's own applications and grants; for the agency all that are submitted. Newest first."""
    return await service.page(desk, query)


@router.get("/{grant_id}", operation_id="getGrant")
async def get(grant_id: UUID, response: Response, desk: Annotated[Desk, needs("grant", READ)]) -> GrantOut:
    """An application, and the grant that it became; with its receipt once it is submitted."""
    return answer(response, await service.get(desk, grant_id))


@router.patch("/{grant_id}", operation_id="patchGrant")
async def patch(
    grant_id: UUID, changes: GrantPatch, response: Response, desk: Annotated[Desk, needs("grant", UPDATE)]
) -> GrantOut:
    """Change a draft; what is submitted stays as it is."""
    return answer(response, await service.patch(desk, grant_id, changes))


@router.post("/{grant_id}/submit", operation_id="submitGrant")
async def submit(
    grant_id: UUID, response: Response, desk: Annotated[Desk, needs("grant", UPDATE, action="submit", only=_APPLY)]
) -> GrantOut:
    """Hand it in: draft -> submitted. The answer has the receipt; no e-mail is sent (R51).

    Refused with 409 `programme-rule` while anything is missing: the form as PDF, an item of the checklist (§ 6), or
    where the budget breaks a rule or does not agree with the amount. `rules` names every one.
    """
    return answer(response, await service.submit(desk, grant_id))


@router.post("/{grant_id}/withdraw", operation_id="withdrawGrant")
async def withdraw(
    grant_id: UUID, response: Response, desk: Annotated[Desk, needs("grant", UPDATE, action="withdraw", only=_APPLY)]
) -> GrantOut:
    """The applicant takes it back (trækker tilbage), until it is decided on; a draft the agency never saw stays so."""
    return answer(response, await service.withdraw(desk, grant_id))


@router.post("/{grant_id}/assess", operation_id="assessGrant")
async def assess(
    grant_id: UUID, response: Response, desk: Annotated[Desk, needs("grant", UPDATE, action="assess", only=_DECIDE)]
) -> GrantOut:
    """The agency takes it up: submitted -> under_assessment."""
    return answer(response, await decisions.assess(desk, grant_id))


@router.post("/{grant_id}/reject-on-form", operation_id="rejectGrantOnForm")
async def reject_on_form(
    grant_id: UUID,
    given: FormRejectionIn,
    response: Response,
    desk: Annotated[Desk, needs("grant", UPDATE, action="reject_on_form", only=_DECIDE)],
) -> GrantOut:
    """The agency rejects it without an assessment (formalia): form or attachments missing, late, not of the circle."""
    return answer(response, await decisions.reject_on_form(desk, grant_id, given))


@router.get("/{grant_id}/decision", operation_id="getGrantDecision")
async def decision(
    grant_id: UUID, response: Response, desk: Annotated[Desk, needs("grant_decision", READ)]
) -> DecisionOut:
    """The assessment by criteria, and the decision (afgørelse); the applicant reads it once it is made.

    Its ETag is the grant's.
    """
    return answer(response, await decisions.get(desk, grant_id))


@router.put("/{grant_id}/assessment", operation_id="putGrantAssessment")
async def write_assessment(
    grant_id: UUID,
    given: AssessmentIn,
    response: Response,
    desk: Annotated[Desk, needs("grant_decision", CREATE, action="assess")],
) -> DecisionOut:
    """The agency writes the criteria with their grounds; If-Match and ETag are the grant's."""
    return answer(response, await decisions.write_assessment(desk, grant_id, given))


@router.post("/{grant_id}/decide", operation_id="decideGrant")
async def decide(
    grant_id: UUID,
    given: DecisionIn,
    response: Response,
    desk: Annotated[Desk, needs("grant", UPDATE, action="decide", only=_DECIDE)],
) -> GrantOut:
    """The agency grants or refuses, once every criterion is assessed.

    Granted in full, the application's budget comes into force. Granted less, the grantee proposes a budget that agrees
    (`/amendments`), and nothing may be spent before it is approved.
    """
    return answer(response, await decisions.decide(desk, grant_id, given))


@router.post("/{grant_id}/lapse", operation_id="lapseGrant")
async def lapse(
    grant_id: UUID, response: Response, desk: Annotated[Desk, needs("grant", UPDATE, action="lapse", only=_DECIDE)]
) -> GrantOut:
    """The agency lets a grant lapse (bortfald) whose project did not begin in time."""
    return answer(response, await decisions.lapse(desk, grant_id))


@router.post("/{grant_id}/close", operation_id="closeGrant")
async def close(
    grant_id: UUID, response: Response, desk: Annotated[Desk, needs("grant", UPDATE, action="close", only=_DECIDE)]
) -> GrantOut:
    """The agency closes it: the final accounts are approved, and what was not used is paid back."""
    return answer(response, await decisions.close(desk, grant_id))


@router.get("/{grant_id}/deadlines", operation_id="listGrantDeadlines")
async def listed(
    grant_id: UUID,
    desk: Annotated[
        Desk,
        needs(
            "grant_notice",
            READ,
            also=("grant", "grant_budget", "grant_instalment", "grant_account", "grant_voucher"),
        ),
    ],
) -> DeadlinesOut:
    """Deadlines with their rule: begin in time, tell of material changes, pay back; `met`, `due` or `overdue`."""
    return await deadlines.listed(desk, grant_id)
