"""Projects and their partners over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import page_of
from app.gate.route import GatedRouter
from app.organisations import project_service as service
from app.organisations.project_views import PartnerIn, PartnerList, PartnerOut, ProjectIn, ProjectList, ProjectOut

router = GatedRouter(prefix="/v1/projects", tags=["Projects"])


@router.post("", status_code=201, operation_id="createProject")
async def create(new: ProjectIn, response: Response, desk: Annotated[Desk, needs("project", CREATE)]) -> ProjectOut:
    """Plan a project under one of the two programmes (operator or agency)."""
    made = await service.create(desk, new)
    return answer(response, made, location=f"/v1/projects/{made.view.id}")


@router.get("", operation_id="listProjects")
async def page(
    query: Annotated[ProjectList, Query()], desk: Annotated[Desk, needs("project", READ, action="list")]
) -> Page[ProjectOut]:
    """The projects one takes part in, newest first; all of them for operator and agency."""
    return await page_of(desk, "project", query, ProjectOut)


@router.get("/{project_id}", operation_id="getProject")
async def get(project_id: UUID, response: Response, desk: Annotated[Desk, needs("project", READ)]) -> ProjectOut:
    """One project."""
    return answer(response, await service.get(desk, project_id))


@router.post("/{project_id}/activate", operation_id="activateProject")
async def activate(
    project_id: UUID, response: Response, desk: Annotated[Desk, needs("project", UPDATE, action="activate")]
) -> ProjectOut:
    """Set a planned project going.

    409 `programme-rule` names the partners that its programme still lacks: a lead NGO, a police district and a
    municipality in the intervention model; three municipalities in the municipal programme.
    """
    return answer(response, await service.activate(desk, project_id))


@router.post("/{project_id}/close", operation_id="closeProject")
async def close(
    project_id: UUID, response: Response, desk: Annotated[Desk, needs("project", UPDATE, action="close")]
) -> ProjectOut:
    """Close a project for good. Agreements in it stand until they are ended."""
    return answer(response, await service.close(desk, project_id))


@router.post("/{project_id}/partners", status_code=201, operation_id="addProjectPartner")
async def admit(
    project_id: UUID, new: PartnerIn, response: Response, desk: Annotated[Desk, needs("project_partner", CREATE)]
) -> PartnerOut:
    """Let an organisation into a project (operator or agency).

    422 for a party that the programme never admits, 409 `programme-rule` for one that would break a rule beside
    those already there; both name the rule. With `replaces_id` it comes in the place of another, whose part ends in
    the same moment: so is one replaced that an active project cannot be without.
    """
    made = await service.admit(desk, project_id, new)
    return answer(response, made, location=f"/v1/projects/{project_id}/partners/{made.view.id}")


@router.get("/{project_id}/partners", operation_id="listProjectPartners")
async def partners(
    project_id: UUID,
    query: Annotated[PartnerList, Query()],
    desk: Annotated[Desk, needs("project_partner", READ, action="list")],
) -> Page[PartnerOut]:
    """Who takes part in a project that one may see, newest first."""
    return await service.partners(desk, project_id, query)


@router.get("/{project_id}/partners/{partner_id}", operation_id="getProjectPartner")
async def get_partner(
    project_id: UUID, partner_id: UUID, response: Response, desk: Annotated[Desk, needs("project_partner", READ)]
) -> PartnerOut:
    """One organisation's part in a project."""
    return answer(response, await service.get_partner(desk, project_id, partner_id))


@router.post("/{project_id}/partners/{partner_id}/end", operation_id="endProjectPartner")
async def end(
    project_id: UUID,
    partner_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("project_partner", UPDATE, action="end")],
) -> PartnerOut:
    """End an organisation's part in a project.

    What was passed on to it in the project ends at once, and what is on its way to it is recalled; its own records
    stay. It registers nothing more there. While the project is active, 409 `programme-rule` names what its programme
    would then lack: let the successor in with `replaces_id` instead.
    """
    return answer(response, await service.end(desk, project_id, partner_id))
