"""Registering costs, booking them and having them audited."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, null, select

from app.boundary.policy import Operation
from app.common.errors import ForbiddenTransition, NotFound
from app.database.columns import fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.external_references import refer
from app.gate.paging import Page, keyset
from app.gate.references import kept
from app.gate.resources import Tagged, matched, require_transition, row_etag
from app.organisations.states import Programme
from app.resources.cost_views import CostIn, CostList, CostOut, CostPatch
from app.resources.eligibility import equipment_limit, require_eligible, require_within
from app.resources.errors import as_rules
from app.resources.states import COST_TRANSITIONS, CostStatus
from app.resources.tables import Cost, CostCourse

COSTS = table_of(Cost.__tablename__)
LINKS = table_of(CostCourse.__tablename__)
_LINK = ("course_id", "citizen_id", "link_track")


def _shown(desk: Desk) -> Select[Any]:
    """Costs that the asker may read, each with its course where that is the asker's to read."""
    if not desk.policy["cost_course"].allows(desk.role, Operation.READ):
        none = (null().cast(Uuid).label(name) for name in (*_LINK, "link_id"))
        return select(COSTS, *none).where(desk.readable("cost"))
    link = LINKS.alias("link")
    return (
        select(COSTS, link.c.course_id, link.c.citizen_id, link.c.track.label("link_track"), link.c.id.label("link_id"))
        .select_from(COSTS.outerjoin(link, (link.c.cost_id == COSTS.c.id) & desk.shown("cost_course", link)))
        .where(desk.readable("cost"))
    )


def _out(desk: Desk, row: Mapping[Any, Any]) -> CostOut:
    if row["link_id"] is not None:
        desk.saw("cost_course", {**row, "track": row["link_track"], "id": row["link_id"]})
    return CostOut.model_validate(dict(row))


def _tagged(desk: Desk, row: Mapping[Any, Any]) -> Tagged[CostOut]:
    desk.event.record_id = row["id"]
    return Tagged(_out(desk, row), row_etag("cost", row))


async def _project(desk: Desk, project_id: UUID) -> Mapping[Any, Any]:
    project = table_of("project")
    row = await desk.row(select(project).where(project.c.id == project_id, desk.readable("project")))
    if row is None:
        raise unknown_reference("/project_id")
    return row


async def create(desk: Desk, new: CostIn) -> Tagged[CostOut]:
    """A draft, in a category that the project's programme pays for."""
    if new.course_id and desk.policy["cost_course"].allows(desk.role, Operation.CREATE):
        desk.require_scope("cost_course", Operation.CREATE)
    project = await _project(desk, new.project_id)
    require_eligible(Programme(project["programme"]), new.category, new.note)
    require_within(project["starts_on"], project["ends_on"], new.day)
    given = new.model_dump(exclude={"course_id"})
    row = {**fresh(), **given, "organisation_id": desk.organisation_id, "status": CostStatus.DRAFT}
    row["track"] = desk.principal.track if desk.role == "ngo" else None
    course = await _course(desk, new.course_id, new.project_id) if new.course_id else None
    await desk.insert("cost", row, refers="/project_id")
    await refer(desk, "cost", row, new.external_reference)
    if course is None:
        return _tagged(desk, {**row, **dict.fromkeys((*_LINK, "link_id"))})
    about = {name: course[name] for name in ("project_id", "organisation_id", "citizen_id", "track")}
    link = {**fresh(), **about, "cost_id": row["id"], "course_id": course["id"]}
    await desk.insert("cost_course", link, refers="/course_id")
    return _tagged(desk, {**row, "course_id": link["course_id"], **dict.fromkeys(_LINK[1:]), "link_id": None})


async def _course(desk: Desk, course_id: UUID, project_id: UUID) -> Mapping[Any, Any]:
    course = await kept(desk, "course", course_id, "/course_id")
    if course["project_id"] != project_id:
        raise unknown_reference("/course_id")
    return course


async def get(desk: Desk, cost_id: UUID) -> Tagged[CostOut]:
    """A cost."""
    row = await desk.row(_shown(desk).add_columns(*desk.referenced("cost", COSTS)).where(COSTS.c.id == cost_id))
    if row is None:
        raise NotFound
    return _tagged(desk, row)


async def page(desk: Desk, query: CostList) -> Page[CostOut]:
    """Costs of one's own organisation, or for the agency what its projects' parties have booked; newest first."""
    keys = keyset(desk, query, "costs")
    given = query.model_dump(exclude={"limit", "cursor"}, exclude_none=True)
    ranges = {
        "updated_since": lambda value: COSTS.c.updated_at >= value,
        "from_day": lambda value: COSTS.c.day >= value,
        "to_day": lambda value: COSTS.c.day <= value,
    }
    wanted = [ranges[name](value) if name in ranges else COSTS.c[name] == value for name, value in given.items()]
    rows = await desk.rows(
        _shown(desk)
        .add_columns(*desk.referenced("cost", COSTS))
        .where(*keys.where(COSTS.c.created_at, COSTS.c.id), *wanted)
        .order_by(COSTS.c.created_at.desc(), COSTS.c.id.desc())
        .limit(query.limit + 1)
    )
    return keys.page(rows, [_out(desk, row) for row in rows[: query.limit]])


async def _after(desk: Desk, row: Mapping[Any, Any], changes: Mapping[str, Any]) -> Tagged[CostOut]:
    await desk.update("cost", row, changes)
    return await get(desk, row["id"])


async def patch(desk: Desk, cost_id: UUID, changes: CostPatch) -> Tagged[CostOut]:
    """Change a draft."""
    row = await matched(desk, "cost", cost_id)
    if row["status"] != CostStatus.DRAFT:
        raise ForbiddenTransition(state=row["status"], allowed=sorted(COST_TRANSITIONS[CostStatus(row["status"])]))
    given = changes.model_dump(exclude_unset=True)
    becoming = {**row, **given}
    project = await _project(desk, row["project_id"])
    require_eligible(Programme(project["programme"]), becoming["category"], becoming["note"])
    require_within(project["starts_on"], project["ends_on"], becoming["day"])
    return await _after(desk, row, given)


async def book(desk: Desk, cost_id: UUID) -> Tagged[CostOut]:
    """Enter it into the accounts.

    Raises:
        ExpenseRule: the year's equipment would pass the programme's limit.
    """
    row = await matched(desk, "cost", cost_id)
    require_transition(COST_TRANSITIONS, CostStatus(row["status"]), CostStatus.BOOKED)
    programme = Programme((await _project(desk, row["project_id"]))["programme"])
    with as_rules(lambda _rule, _id: equipment_limit(programme)):
        return await _after(desk, row, {"status": CostStatus.BOOKED})


async def cancel(desk: Desk, cost_id: UUID) -> Tagged[CostOut]:
    """A draft that should not be."""
    row = await matched(desk, "cost", cost_id)
    require_transition(COST_TRANSITIONS, CostStatus(row["status"]), CostStatus.CANCELLED)
    return await _after(desk, row, {"status": CostStatus.CANCELLED})


async def audit(desk: Desk, cost_id: UUID) -> Tagged[CostOut]:
    """The auditor has been through it."""
    row = await matched(desk, "cost", cost_id)
    require_transition(COST_TRANSITIONS, CostStatus(row["status"]), CostStatus.AUDITED)
    return await _after(desk, row, {"status": CostStatus.AUDITED})
