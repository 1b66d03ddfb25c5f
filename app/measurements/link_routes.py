"""Answer links over HTTP, for the worker who hands the questionnaire out."""

from typing import Annotated
from uuid import UUID

from fastapi import Request, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.route import GatedRouter
from app.gate.service import Services
from app.measurements import links
from app.measurements.link_views import LinkIn, LinkMade, LinkOut

router = GatedRouter(prefix="/v1/questionnaire-responses", tags=["Measuring"])


@router.post("/{response_id}/link", status_code=201, operation_id="createAnswerLink")
async def make(
    response_id: UUID,
    new: LinkIn,
    request: Request,
    response: Response,
    desk: Annotated[Desk, needs("questionnaire_link", CREATE, action="make_link", changes=True)],
) -> LinkMade:
    """Make a link (svarlink) by which the citizen answers without an account; what was assigned is handed out by it.

    The link can be used once, holds for 14 days unless `days` says otherwise, carries no name, and ends the former one.
    `If-Match` is the questionnaire's. Give the citizen the `url` by a channel that is safe: whoever has it can answer.
    Refused where the instrument has no wording (409 `wording-missing`) or the consent it needs is missing (409
    `evaluation-consent-missing`).
    """
    services: Services = request.app.state.services
    made = await links.make(desk, response_id, new, services.settings.answer_base)
    return answer(response, made, location=f"/v1/questionnaire-responses/{response_id}/link")


@router.get("/{response_id}/link", operation_id="getAnswerLink")
async def get(
    response_id: UUID, response: Response, desk: Annotated[Desk, needs("questionnaire_link", READ)]
) -> LinkOut:
    """The newest link of a questionnaire, and what became of it; never its URL."""
    return answer(response, await links.get(desk, response_id))


@router.post("/{response_id}/link/revoke", operation_id="revokeAnswerLink")
async def revoke(
    response_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("questionnaire_link", UPDATE, action="revoke_link")],
) -> LinkOut:
    """End the link: open -> ended, at once. `If-Match` is the link's. The questionnaire stays handed out."""
    return answer(response, await links.revoke(desk, response_id))
