"""Projects and who takes part in them. The operator and the agency keep both; a partner reads its own projects."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, select

from app.boundary.triggers import PARTNERS_HELD
from app.common.errors import ForbiddenTransition, InvalidContent, NotFound
from app.database.columns import Track, fresh, table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged, matched, require_transition, row_etag, tagged
from app.organisations import programmes
from app.organisations.errors import ProgrammeRule, ProjectClosed
from app.organisations.project_views import PartnerIn, PartnerList, PartnerOut, ProjectIn, ProjectOut
from app.organisations.service import employer
from app.organisations.states import PROJECT_TRANSITIONS, OrganisationType, Programme, ProjectStatus


async def create(desk: Desk, new: ProjectIn) -> Tagged[ProjectOut]:
    """Plan a project; its partners come in one by one."""
    row = {**fresh(), **new.model_dump(), "status": ProjectStatus.PLANNED}
    await desk.insert("project", row)
    desk.did("create", row["id"])
    return tagged(ProjectOut, "project", row)


async def get(desk: Desk, project_id: UUID) -> Tagged[ProjectOut]:
    """A project that one takes part in."""
    return tagged(ProjectOut, "project", await desk.find("project", project_id))


async def activate(desk: Desk, project_id: UUID) -> Tagged[ProjectOut]:
    """Set a planned project going, once it has the partners that its programme requires."""
    row = await matched(desk, "project", project_id)
    require_transition(PROJECT_TRANSITIONS, ProjectStatus(row["status"]), ProjectStatus.ACTIVE)
    if lacking := programmes.missing(Programme(row["programme"]), await _present(desk, project_id)):
        raise ProgrammeRule(lacking)
    return tagged(ProjectOut, "project", await desk.update("project", row, {"status": ProjectStatus.ACTIVE}))


async def close(desk: Desk, project_id: UUID) -> Tagged[ProjectOut]:
    """Close a project for good; agreements end on their own."""
    row = await matched(desk, "project", project_id)
    require_transition(PROJECT_TRANSITIONS, ProjectStatus(row["status"]), ProjectStatus.CLOSED)
    return tagged(ProjectOut, "project", await desk.update("project", row, {"status": ProjectStatus.CLOSED}))


async def require_open_to(desk: Desk, project_id: UUID, track: Track) -> None:
    """Refuse a new citizen whom a project that the caller takes part in is not for, or no longer.

    One that is still planned may get its first citizens while its partners are gathered. Of a project that is not
    the caller's to see nothing is said: what is then written refuses.

    Raises:
        InvalidContent: the programme is not for the track.
        ProjectClosed: it takes no new citizens.
    """
    project = table_of("project")
    row = await desk.row(
        select(project.c.programme, project.c.status).where(project.c.id == project_id, desk.readable("project"))
    )
    if row is None:
        return
    if outside := programmes.not_for(Programme(row["programme"]), track):
        raise InvalidContent(errors=outside)
    if row["status"] == ProjectStatus.CLOSED:
        raise ProjectClosed


async def hold_partners(desk: Desk, project_id: UUID) -> None:
    """Let no partner leave before this transaction has ended, for whoever passes on or accepts.

    What a partnership opened ends with it: an acceptance at the same moment comes before, and is ended, or after, and
    finds no partner.
    """
    await desk.beside(PARTNERS_HELD, project_id)


# --- partners -------------------------------------------------------------------------------------------


def _partners(desk: Desk, project_id: UUID) -> Select[Any]:
    partner, organisation = table_of("project_partner"), table_of("organisation")
    return (
        select(
            *partner.c,
            organisation.c.type.label("organisation_type"),
            organisation.c.name.label("organisation_name"),
            organisation.c.municipality_code,
            organisation.c.police_district_code,
        )
        .select_from(partner.join(organisation, organisation.c.id == partner.c.organisation_id))
        .where(partner.c.project_id == project_id, desk.readable("project_partner"), desk.readable("organisation"))
    )


async def _present(desk: Desk, project_id: UUID) -> list[programmes.Party]:
    partner = table_of("project_partner")
    rows = await desk.rows(_partners(desk, project_id).where(partner.c.ended_at.is_(None)))
    return [
        programmes.Party(
            organisation_id=row["organisation_id"],
            type=OrganisationType(row["organisation_type"]),
            lead=row["lead"],
            municipality_code=row["municipality_code"],
            police_district_code=row["police_district_code"],
        )
        for row in rows
    ]


async def _partner(desk: Desk, project_id: UUID, partner_id: UUID) -> Mapping[Any, Any]:
    row = await desk.row(_partners(desk, project_id).where(table_of("project_partner").c.id == partner_id))
    if row is None:
        raise NotFound
    return row


async def partners(desk: Desk, project_id: UUID, query: PartnerList) -> Page[PartnerOut]:
    """Who takes part, newest first."""
    await desk.find("project", project_id)
    partner = table_of("project_partner")
    keys = keyset(desk, query, f"project_partner/{project_id}")
    statement = _partners(desk, project_id).where(*keys.where(partner.c.created_at, partner.c.id))
    if not query.include_ended:
        statement = statement.where(partner.c.ended_at.is_(None))
    rows = await desk.rows(statement.order_by(partner.c.created_at.desc(), partner.c.id.desc()).limit(query.limit + 1))
    return keys.page(rows, [PartnerOut.model_validate(dict(row)) for row in rows[: query.limit]])


async def get_partner(desk: Desk, project_id: UUID, partner_id: UUID) -> Tagged[PartnerOut]:
    """One organisation's part in a project that one may see."""
    await desk.find("project", project_id)
    return tagged(PartnerOut, "project_partner", await _partner(desk, project_id, partner_id))


async def admit(desk: Desk, project_id: UUID, new: PartnerIn) -> Tagged[PartnerOut]:
    """Let an organisation in, where the programme's rules allow it.

    The project's row is held meanwhile, so that two that come in at once cannot break a rule together.
    """
    project = await desk.find("project", project_id, lock=True)
    if project["status"] == ProjectStatus.CLOSED:
        raise ForbiddenTransition(state=ProjectStatus.CLOSED, allowed=[])
    organisation = await employer(desk, new.organisation_id)
    party = programmes.Party(
        organisation_id=new.organisation_id,
        type=OrganisationType(organisation["type"]),
        lead=new.lead,
        municipality_code=organisation["municipality_code"],
        police_district_code=organisation["police_district_code"],
    )
    programme = Programme(project["programme"])
    if impossible := programmes.never(programme, party):
        raise InvalidContent(errors=impossible)
    present = await _present(desk, project_id)
    leaving = await _replaced(desk, project_id, new.replaces_id) if new.replaces_id else None
    staying = [each for each in present if leaving is None or each.organisation_id != leaving["organisation_id"]]
    if broken := programmes.not_beside(programme, staying, party):
        raise ProgrammeRule(broken)
    if leaving is not None:
        _require_complete(project, present, [*staying, party])
        await desk.update("project_partner", leaving, {"ended_at": utc_now()})
    row = {**fresh(), "project_id": project_id, "organisation_id": new.organisation_id, "lead": new.lead}
    await desk.insert("project_partner", row)
    desk.did("create", row["id"])
    names = {"organisation_type": organisation["type"], "organisation_name": organisation["name"]}
    return tagged(PartnerOut, "project_partner", {**row, **names, "ended_at": None})


async def end(desk: Desk, project_id: UUID, partner_id: UUID) -> Tagged[PartnerOut]:
    """End an organisation's part; a trigger ends what was passed on to it there, in the same transaction.

    Raises:
        ProgrammeRule: the active project would no longer have what its programme requires.
    """
    project = await desk.find("project", project_id, lock=True)
    row = await _partner(desk, project_id, partner_id)
    desk.event.record_id = partner_id
    desk.require_match(row_etag("project_partner", row))
    if row["ended_at"] is not None:
        raise ForbiddenTransition(state="ended", allowed=[])
    present = await _present(desk, project_id)
    _require_complete(project, present, [each for each in present if each.organisation_id != row["organisation_id"]])
    changed = await desk.update("project_partner", row, {"ended_at": utc_now()})
    return tagged(PartnerOut, "project_partner", changed)


async def _replaced(desk: Desk, project_id: UUID, partner_id: UUID) -> Mapping[Any, Any]:
    """The present partner in whose place another comes."""
    try:
        row = await _partner(desk, project_id, partner_id)
    except NotFound:
        raise unknown_reference("/replaces_id") from None
    if row["ended_at"] is not None:
        raise unknown_reference("/replaces_id")
    return row


def _require_complete(
    project: Mapping[Any, Any], before: list[programmes.Party], after: list[programmes.Party]
) -> None:
    """An active project keeps what its programme requires; what it lacked before is no new fault."""
    if project["status"] != ProjectStatus.ACTIVE:
        return
    programme = Programme(project["programme"])
    known = {each.code for each in programmes.missing(programme, before)}
    if lacking := [each for each in programmes.missing(programme, after) if each.code not in known]:
        raise ProgrammeRule(lacking)
