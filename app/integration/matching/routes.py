"""Blind match requests over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.integration.matching import service
from app.integration.matching.tables import Answer
from app.integration.matching.views import MatchRequestIn, MatchRequestList, MatchRequestOut

router = GatedRouter(prefix="/v1/match-requests", tags=["Blind match"])

_EITHER = ("match_question",)


@router.post("", status_code=201, operation_id="createMatchRequest")
async def create(
    new: MatchRequestIn,
    response: Response,
    desk: Annotated[Desk, needs("match_request", CREATE, action="ask", rates=("match",))],
) -> MatchRequestOut:
    """Ask one partner whether it knows a citizen, by CPR number (blindt opslag, forespørgsel om kendskab).

    The answer is the same whether it does or not. Only a confirmation is ever told (`known`): a refusal, a number that
    nobody knows and silence are `waiting` until the end of the fifth working day, then `no_answer`. The consent's end
    ends the request (409 `consent-not-active` where it has ended already).
    """
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/match-requests/{created.view.id}")


@router.get("", operation_id="listMatchRequests")
async def page(
    query: Annotated[MatchRequestList, Query()],
    desk: Annotated[Desk, needs("match_request", READ, action="list", otherwise=_EITHER)],
) -> Page[MatchRequestOut]:
    """What the caller asked, or with `direction=received` what it is asked of citizens of its own; newest first."""
    return await service.page(desk, query)


@router.get("/{match_request_id}", operation_id="getMatchRequest")
async def get(
    match_request_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("match_request", READ, otherwise=_EITHER)],
) -> MatchRequestOut:
    """A request that the caller made, or one that it is asked."""
    return answer(response, await service.get(desk, match_request_id))


@router.post("/{match_request_id}/confirm", operation_id="confirmMatchRequest")
async def confirm(
    match_request_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("match_question", UPDATE, action="confirm")],
) -> MatchRequestOut:
    """Confirm that one knows the citizen: to_answer -> confirmed, which the asker is told, and nothing else."""
    return answer(response, await service.answer(desk, match_request_id, Answer.CONFIRMED))


@router.post("/{match_request_id}/decline", operation_id="declineMatchRequest")
async def decline(
    match_request_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("match_question", UPDATE, action="decline")],
) -> MatchRequestOut:
    """Do not say: to_answer -> declined, which the asker is never told."""
    return answer(response, await service.answer(desk, match_request_id, Answer.DECLINED))
