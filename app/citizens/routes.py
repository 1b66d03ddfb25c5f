"""Citizens over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.citizens import listing, service
from app.citizens.states import CitizenStatus
from app.citizens.views import (
    AddressIn,
    BackgroundIn,
    CitizenIn,
    CitizenList,
    CitizenOut,
    ContactIn,
    CprSearch,
    IdentityIn,
)
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/citizens", tags=["Citizens"])


@router.post("", status_code=201, operation_id="registerCitizen")
async def register(new: CitizenIn, response: Response, desk: Annotated[Desk, needs("citizen", CREATE)]) -> CitizenOut:
    """Register a citizen (borger) as one's own.

    Never says whether the person is known to anyone else. Blocks may be given at once or put later; an NGO
    puts identity once the citizen, who came unaided, has signed a consent that names the NGO (409
    `consent-required` before). 409 `project-closed` for a project that takes no new citizens.
    """
    made = await service.register(desk, new)
    return answer(response, made, location=f"/v1/citizens/{made.view.id}")


@router.get("", operation_id="listCitizens")
async def page(
    query: Annotated[CitizenList, Query()], desk: Annotated[Desk, needs("citizen", READ, action="list")]
) -> Page[CitizenOut]:
    """One's own citizens and those passed on to one, newest access first."""
    return await listing.page(desk, query)


@router.post("/search", operation_id="searchCitizens")
async def search(
    search: CprSearch, desk: Annotated[Desk, needs("citizen", READ, action="search", also=("cpr",), rates=("search",))]
) -> Page[CitizenOut]:
    """Find by CPR number among one's own citizens and those passed on to one.

    The number travels in the body, never in a URL. At most 20 are answered, on one page.
    """
    return await listing.search_cpr(desk, search.cpr)


@router.get("/{citizen_id}", operation_id="getCitizen")
async def get(citizen_id: UUID, response: Response, desk: Annotated[Desk, needs("citizen", READ)]) -> CitizenOut:
    """A citizen with each category that the caller may read; `withheld` names those kept back."""
    return answer(response, await service.get(desk, citizen_id))


@router.put("/{citizen_id}/identity", operation_id="putCitizenIdentity")
async def put_identity(
    citizen_id: UUID, new: IdentityIn, response: Response, desk: Annotated[Desk, needs("identity", CREATE)]
) -> CitizenOut:
    """Write one's own registration of the citizen's identity.

    Names are screened against the other side: whoever was given the record reads them as they now are.
    """
    return answer(response, await service.put_identity(desk, citizen_id, new))


@router.put("/{citizen_id}/contact", operation_id="putCitizenContact")
async def put_contact(
    citizen_id: UUID, new: ContactIn, response: Response, desk: Annotated[Desk, needs("contact", CREATE)]
) -> CitizenOut:
    """Write one's own registration of safe contact (sikker kontakt).

    A sender's registration stays unchanged once a recipient has accepted: a change is never pushed to it.
    """
    return answer(response, await service.put_contact(desk, citizen_id, new))


@router.put("/{citizen_id}/address", operation_id="putCitizenAddress")
async def put_address(
    citizen_id: UUID, new: AddressIn, response: Response, desk: Annotated[Desk, needs("address", CREATE)]
) -> CitizenOut:
    """Write one's own registration of the address."""
    return answer(response, await service.put_address(desk, citizen_id, new))


@router.put("/{citizen_id}/background", operation_id="putCitizenBackground")
async def put_background(
    citizen_id: UUID, new: BackgroundIn, response: Response, desk: Annotated[Desk, needs("background", CREATE)]
) -> CitizenOut:
    """Write what the citizen said of themselves (baggrund): year of birth and sex, for the evaluation.

    Asked, never derived from the CPR number; passed on to nobody. An NGO asks once the citizen has consented to the
    evaluation (`evaluation_questionnaire`; 409 `consent-required` before).
    """
    return answer(response, await service.put_background(desk, citizen_id, new))


@router.post("/{citizen_id}/close", operation_id="closeCitizen")
async def close(
    citizen_id: UUID, response: Response, desk: Annotated[Desk, needs("citizen", UPDATE, action="close")]
) -> CitizenOut:
    """Close one's record of the citizen.

    Nothing new is begun about them until it is reopened (409 `citizen-closed`): no consent, referral, course or
    incident, and no change of identity, contact or address. What runs goes on to its end, and so do recipients.
    """
    return answer(response, await service.change_status(desk, citizen_id, CitizenStatus.CLOSED))


@router.post("/{citizen_id}/reopen", operation_id="reopenCitizen")
async def reopen(
    citizen_id: UUID, response: Response, desk: Annotated[Desk, needs("citizen", UPDATE, action="reopen")]
) -> CitizenOut:
    """Reopen a closed record."""
    return answer(response, await service.change_status(desk, citizen_id, CitizenStatus.ACTIVE))
