"""Organisations and their staff over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import page_of
from app.gate.route import GatedRouter
from app.organisations import service
from app.organisations.states import OrganisationStatus
from app.organisations.views import (
    OrganisationIn,
    OrganisationList,
    OrganisationOut,
    OrganisationPatch,
    StaffIn,
    StaffList,
    StaffOut,
)

router = GatedRouter(prefix="/v1/organisations", tags=["Organisations"])
staff_router = GatedRouter(prefix="/v1/staff", tags=["Organisations"])


@router.post("", status_code=201, operation_id="createOrganisation")
async def create(
    new: OrganisationIn, response: Response, desk: Annotated[Desk, needs("organisation", CREATE)]
) -> OrganisationOut:
    """Take an organisation in (operator only).

    It is active at once, and reaches no citizen before it has a databehandleraftale in force.
    """
    made = await service.create(desk, new)
    return answer(response, made, location=f"/v1/organisations/{made.view.id}")


@router.get("", operation_id="listOrganisations")
async def page(
    query: Annotated[OrganisationList, Query()], desk: Annotated[Desk, needs("organisation", READ, action="list")]
) -> Page[OrganisationOut]:
    """All organisations on the platform, newest first."""
    return await page_of(desk, "organisation", query, OrganisationOut)


@router.get("/{organisation_id}", operation_id="getOrganisation")
async def get(
    organisation_id: UUID, response: Response, desk: Annotated[Desk, needs("organisation", READ)]
) -> OrganisationOut:
    """One organisation."""
    return answer(response, await service.get(desk, organisation_id))


@router.patch("/{organisation_id}", operation_id="patchOrganisation")
async def patch(
    organisation_id: UUID,
    changes: OrganisationPatch,
    response: Response,
    desk: Annotated[Desk, needs("organisation", UPDATE)],
) -> OrganisationOut:
    """Another name or CVR number (application/merge-patch+json; operator only).

    External issuers name an organisation by its CVR number: from the next request on by the new one alone.
    """
    return answer(response, await service.patch(desk, organisation_id, changes))


@router.post("/{organisation_id}/deactivate", operation_id="deactivateOrganisation")
async def deactivate(
    organisation_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("organisation", UPDATE, action="deactivate")],
) -> OrganisationOut:
    """Keep the organisation's users out, from their next request on."""
    return answer(response, await service.change_status(desk, organisation_id, OrganisationStatus.INACTIVE))


@router.post("/{organisation_id}/activate", operation_id="activateOrganisation")
async def activate(
    organisation_id: UUID, response: Response, desk: Annotated[Desk, needs("organisation", UPDATE, action="activate")]
) -> OrganisationOut:
    """Let the organisation's users in again."""
    return answer(response, await service.change_status(desk, organisation_id, OrganisationStatus.ACTIVE))


@staff_router.post("", status_code=201, operation_id="createStaff")
async def hire(new: StaffIn, response: Response, desk: Annotated[Desk, needs("staff", CREATE)]) -> StaffOut:
    """Register a user of an organisation (medarbejder; operator only)."""
    made = await service.hire(desk, new)
    return answer(response, made, location=f"/v1/staff/{made.view.id}")


@staff_router.get("", operation_id="listStaff")
async def staff_page(
    query: Annotated[StaffList, Query()], desk: Annotated[Desk, needs("staff", READ, action="list")]
) -> Page[StaffOut]:
    """One's own organisation's users, newest first: whom a citizen can be assigned to."""
    return await page_of(desk, "staff", query, StaffOut)


@staff_router.get("/{staff_id}", operation_id="getStaff")
async def get_staff(staff_id: UUID, response: Response, desk: Annotated[Desk, needs("staff", READ)]) -> StaffOut:
    """One user of one's own organisation."""
    return answer(response, await service.get_staff(desk, staff_id))


@staff_router.post("/{staff_id}/deactivate", operation_id="deactivateStaff")
async def deactivate_staff(
    staff_id: UUID, response: Response, desk: Annotated[Desk, needs("staff", UPDATE, action="deactivate")]
) -> StaffOut:
    """Keep the user out, from their next request on, whatever client they use."""
    return answer(response, await service.set_active(desk, staff_id, active=False))


@staff_router.post("/{staff_id}/activate", operation_id="activateStaff")
async def activate_staff(
    staff_id: UUID, response: Response, desk: Annotated[Desk, needs("staff", UPDATE, action="activate")]
) -> StaffOut:
    """Let the user in again."""
    return answer(response, await service.set_active(desk, staff_id, active=True))
