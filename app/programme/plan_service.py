"""The meeting plan in versions (R3): instantiated from the programme's own, adjusted with a reason."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.common.errors import InvalidContent
from app.common.problem import FieldError
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page
from app.gate.resources import Tagged, matched, page_of, tagged
from app.organisations.states import Programme
from app.programme.errors import invalid, one_plan, only_municipal, superseded
from app.programme.plan_views import (
    MAX_ROWS,
    MeetingPlanIn,
    MeetingPlanList,
    MeetingPlanOut,
    PlanAdjustment,
    PlanRow,
    PlanRowChange,
)
from app.programme.shipped import meeting_plan
from app.programme.states import MeetingParty
from app.programme.tables import MeetingPlan

PLANS = table_of(MeetingPlan.__tablename__)


async def require_municipal(desk: Desk, project_id: UUID) -> None:
    """Refuse a project of the other programme.

    Raises:
        InvalidContent: there is no such project for the caller.
        ProgrammeRule: it is of the other programme.
    """
    project = table_of("project")
    found = await desk.row(select(project.c.programme).where(project.c.id == project_id, desk.readable("project")))
    if found is None:
        raise unknown_reference("/project_id")
    if found["programme"] != Programme.MUNICIPAL_MATURATION:
        raise only_municipal()


async def current_plan(desk: Desk, project_id: UUID) -> Mapping[Any, Any] | None:
    """The version that applies, if there is a plan."""
    return await desk.row(
        select(PLANS).where(
            PLANS.c.project_id == project_id, PLANS.c.superseded_at.is_(None), desk.readable("meeting_plan")
        )
    )


def rows_of(plan: Mapping[Any, Any]) -> list[PlanRow]:
    """A version's rows."""
    return [PlanRow.model_validate(each) for each in plan["rows"]]


async def instantiate(desk: Desk, new: MeetingPlanIn) -> Tagged[MeetingPlanOut]:
    """The programme's plan as a project's first version."""
    await require_municipal(desk, new.project_id)
    await desk.alone("meeting_plan", new.project_id)
    if await current_plan(desk, new.project_id) is not None:
        raise one_plan()
    return await _write(desk, new.project_id, [*meeting_plan()], plan_version=1, reason=None, supersedes_id=None)


async def _write(desk: Desk, project_id: UUID, rows: list[PlanRow], **members: Any) -> Tagged[MeetingPlanOut]:
    row = {
        **fresh(),
        "project_id": project_id,
        "organisation_id": desk.organisation_id,
        "rows": [each.model_dump(mode="json") for each in rows],
        "superseded_at": None,
        **members,
    }
    await desk.insert("meeting_plan", row, refers="/project_id")
    desk.did("create", row["id"])
    return tagged(MeetingPlanOut, "meeting_plan", row)


async def adjust(desk: Desk, plan_id: UUID, adjustment: PlanAdjustment) -> Tagged[MeetingPlanOut]:
    """A new version with the changes; the one before it stays readable."""
    plan = await matched(desk, "meeting_plan", plan_id)
    if plan["superseded_at"] is not None:
        raise superseded()
    rows = _adjusted(rows_of(plan), adjustment)
    await desk.update("meeting_plan", plan, {"superseded_at": utc_now()})
    version = plan["plan_version"] + 1
    return await _write(
        desk, plan["project_id"], rows, plan_version=version, reason=adjustment.reason, supersedes_id=plan_id
    )


def _adjusted(rows: list[PlanRow], adjustment: PlanAdjustment) -> list[PlanRow]:
    by_number = {each.number: each for each in rows}
    for place, change in enumerate(adjustment.changes):
        by_number[change.number] = _changed(by_number.get(change.number), change, f"/changes/{place}")
    last = max(by_number, default=0)
    added = [
        PlanRow(number=number, organisers=[MeetingParty.AGENCY], cancelled=False, **each.model_dump())
        for number, each in enumerate(adjustment.additions, last + 1)
    ]
    if not adjustment.changes and not added:
        raise invalid("/changes", "nothing_adjusted", "Nothing is changed or added.", "Intet er ændret eller tilføjet.")
    if last + len(added) > MAX_ROWS:
        raise invalid("/additions", "too_many_rows", "A plan has at most 200 rows.", "En plan har højst 200 rækker.")
    return [*by_number.values(), *added]


def _changed(row: PlanRow | None, change: PlanRowChange, pointer: str) -> PlanRow:
    if row is None:
        raise unknown_reference(f"{pointer}/number")
    after = row.model_copy(update=change.model_dump(exclude_unset=True, exclude={"number"}))
    if after.period_end < after.period_start:
        raise invalid(
            f"{pointer}/period_end",
            "ends_before_start",
            "The last day may not lie before the first.",
            "Sidste dag kan ikke ligge før første dag.",
        )
    if not after.required:
        raise InvalidContent(
            errors=[
                FieldError(f"{pointer}/required", "nobody_required", "Somebody must take part.", "Nogen skal deltage.")
            ]
        )
    return after


async def get(desk: Desk, plan_id: UUID) -> Tagged[MeetingPlanOut]:
    """One version."""
    return tagged(MeetingPlanOut, "meeting_plan", await desk.find("meeting_plan", plan_id))


async def page(desk: Desk, query: MeetingPlanList) -> Page[MeetingPlanOut]:
    """Versions, newest first."""
    return await page_of(desk, "meeting_plan", query, MeetingPlanOut)
