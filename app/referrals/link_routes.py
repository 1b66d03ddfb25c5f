"""Linking the two sides of a relationship, over HTTP: it acts on what was sent of either of them."""

from typing import Annotated

from fastapi import Response

from app.citizens.incident_views import PairLinkIn, PairLinkOut
from app.gate.answers import answer
from app.gate.cells import CREATE, needs
from app.gate.desk import Desk
from app.gate.route import GatedRouter
from app.referrals import linking

router = GatedRouter(prefix="/v1/pair-links", tags=["Incidents"])


@router.post("", status_code=201, operation_id="linkPair")
async def link(new: PairLinkIn, response: Response, desk: Annotated[Desk, needs("pair_link", CREATE)]) -> PairLinkOut:
    """Link (parkobling) a victim and a perpetrator, both one's own. Nobody but the police ever reads it.

    What was sent of either of them and not answered yet is screened once more, now that the other side is known; a
    referral whose words point at the other side is recalled.
    """
    made = await linking.link(desk, new)
    return answer(response, made, location=f"/v1/pair-links/{made.view.id}")
