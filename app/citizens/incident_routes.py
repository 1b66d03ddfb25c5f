"""Incidents and pair links over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.citizens import incident_reading as reading
from app.citizens import incident_service as service
from app.citizens.incident_views import (
    IncidentIn,
    IncidentList,
    IncidentOut,
    PairLinkIn,
    PairLinkList,
    PairLinkOut,
)
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/incidents", tags=["Incidents"])
link_router = GatedRouter(prefix="/v1/pair-links", tags=["Incidents"])


@router.post("", status_code=201, operation_id="registerIncident")
async def register(
    new: IncidentIn, response: Response, desk: Annotated[Desk, needs("incident", CREATE)]
) -> IncidentOut:
    """File an event (hændelse, often a husspektakel) about one's own citizen.

    An event with two people is two records, which share nothing. Number, time and place never leave the police;
    offences are the perpetrator's own only.
    """
    made = await service.register(desk, new)
    return answer(response, made, location=f"/v1/incidents/{made.view.id}")


@router.get("", operation_id="listIncidents")
async def page(
    query: Annotated[IncidentList, Query()], desk: Annotated[Desk, needs("incident_summary", READ, action="list")]
) -> Page[IncidentOut]:
    """Incidents, newest first: the police's own, or what was passed on to one of them."""
    return await reading.page(desk, query)


@router.get("/{incident_id}", operation_id="getIncident")
async def get(
    incident_id: UUID, response: Response, desk: Annotated[Desk, needs("incident_summary", READ)]
) -> IncidentOut:
    """One incident, with the blocks that the caller may read; `withheld` names those kept back."""
    return answer(response, await reading.get(desk, incident_id))


@router.post("/{incident_id}/close", operation_id="closeIncident")
async def close(
    incident_id: UUID, response: Response, desk: Annotated[Desk, needs("incident", UPDATE, action="close")]
) -> IncidentOut:
    """Close the event."""
    return answer(response, await service.close(desk, incident_id))


@link_router.post("", status_code=201, operation_id="linkPair")
async def link(new: PairLinkIn, response: Response, desk: Annotated[Desk, needs("pair_link", CREATE)]) -> PairLinkOut:
    """Link (parkobling) a victim and a perpetrator, both one's own. Nobody but the police ever reads it.

    What was sent of either of them and not answered yet is screened once more, now that the other side is known; a
    referral whose words point at the other side is recalled. The same happens when more of them becomes known.
    """
    made = await service.link(desk, new)
    return answer(response, made, location=f"/v1/pair-links/{made.view.id}")


@link_router.get("", operation_id="listPairLinks")
async def page_links(
    query: Annotated[PairLinkList, Query()], desk: Annotated[Desk, needs("pair_link", READ, action="list")]
) -> Page[PairLinkOut]:
    """The police's links, newest first."""
    return await service.page_links(desk, query)


@link_router.get("/{link_id}", operation_id="getPairLink")
async def get_link(link_id: UUID, response: Response, desk: Annotated[Desk, needs("pair_link", READ)]) -> PairLinkOut:
    """One link."""
    return answer(response, await service.get_link(desk, link_id))
