"""The plan against what was held, as far as the caller sees: for a municipality, its own."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy import select

from app.common.days import today
from app.common.errors import NotFound
from app.common.workdays import danish_date
from app.database.columns import table_of
from app.gate.desk import Desk
from app.organisations.states import OrganisationType
from app.programme.meeting_service import MEETINGS
from app.programme.parties import partners_of
from app.programme.plan_service import current_plan, rows_of
from app.programme.plan_views import PlanRow
from app.programme.states import MeetingScope, MeetingStatus, MeetingType, TrainingDayStatus
from app.programme.status_rules import Finding, Held, findings
from app.programme.status_views import PlanStatus, PlanWarningOut, RowStatus
from app.programme.tables import TrainingDay

_HELD = frozenset({MeetingStatus.HELD, MeetingStatus.MINUTES_APPROVED})
_DAYS = table_of(TrainingDay.__tablename__)


async def plan_status(desk: Desk, project_id: UUID) -> PlanStatus:
    """The plan that applies, row by row, and what the documents would have otherwise.

    Raises:
        NotFound: there is no plan that the caller sees.
    """
    plan = await current_plan(desk, project_id)
    if plan is None:
        raise NotFound
    desk.event.record_id = plan["id"]
    rows, partners = rows_of(plan), await partners_of(desk, project_id)
    judged = [each for each in partners if each.type == OrganisationType.MUNICIPALITY]
    if desk.role == OrganisationType.MUNICIPALITY:
        judged = [each for each in judged if each.organisation_id == desk.organisation_id]
    evaluators = frozenset(each.organisation_id for each in partners if each.type == OrganisationType.EVALUATOR)
    held = [*await _meetings(desk, project_id), *await _training_days(desk, project_id)]
    ids = [each.organisation_id for each in judged]
    found = findings(rows, held, ids, evaluators, today().year)
    names = {each.organisation_id: each.name for each in judged}
    return PlanStatus(
        project_id=project_id,
        plan_id=plan["id"],
        plan_version=plan["plan_version"],
        rows=[_row(row, where, held) for row in rows for where in _places(row, ids)],
        warnings=[_warning(desk, each, names) for each in found],
    )


async def _meetings(desk: Desk, project_id: UUID) -> list[Held]:
    rows = await desk.rows(
        select(
            MEETINGS.c.meeting_type,
            MEETINGS.c.starts_at,
            MEETINGS.c.plan_row,
            MEETINGS.c.municipality_id,
            MEETINGS.c.status,
            MEETINGS.c.attendance,
        ).where(
            MEETINGS.c.project_id == project_id,
            MEETINGS.c.status != MeetingStatus.CANCELLED,
            desk.readable("meeting"),
        )
    )
    return [
        Held(
            kind=MeetingType(row["meeting_type"]),
            year=danish_date(row["starts_at"]).year,
            plan_row=row["plan_row"],
            municipality_id=row["municipality_id"],
            held=row["status"] in _HELD,
            present=frozenset(UUID(each["organisation_id"]) for each in row["attendance"]),
        )
        for row in rows
    ]


async def _training_days(desk: Desk, project_id: UUID) -> list[Held]:
    rows = await desk.rows(
        select(_DAYS.c.day, _DAYS.c.status).where(
            _DAYS.c.project_id == project_id,
            _DAYS.c.status != TrainingDayStatus.CANCELLED,
            desk.readable("training_day"),
        )
    )
    return [
        Held(
            kind=MeetingType.COMPETENCE_DEVELOPMENT,
            year=row["day"].year,
            plan_row=None,
            municipality_id=None,
            held=row["status"] == TrainingDayStatus.HELD,
            present=frozenset(),
        )
        for row in rows
    ]


def _places(row: PlanRow, municipalities: Sequence[UUID]) -> Sequence[UUID | None]:
    return municipalities if row.scope is MeetingScope.PER_MUNICIPALITY else [None]


def _row(row: PlanRow, municipality: UUID | None, held: Sequence[Held]) -> RowStatus:
    if row.meeting_type is MeetingType.COMPETENCE_DEVELOPMENT:
        mine = [each for each in held if each.kind is row.meeting_type and each.year == row.period_start.year]
    else:
        mine = [each for each in held if each.plan_row == row.number and each.municipality_id == municipality]
    return RowStatus(
        **row.model_dump(include={"number", "meeting_type", "when", "period_start", "period_end", "cancelled"}),
        municipality_id=municipality,
        scheduled=len(mine),
        held=sum(each.held for each in mine),
    )


def _warning(desk: Desk, found: Finding, names: dict[UUID, str]) -> PlanWarningOut:
    return PlanWarningOut(
        code=found.code,
        rule=found.code.partition("_")[0].upper(),
        year=found.year,
        municipality_id=found.municipality_id,
        municipality=names[found.municipality_id] if found.municipality_id else None,
        expected=found.expected,
        expected_at_most=found.expected_at_most,
        planned=found.planned,
        held=found.held,
        causes=[*found.causes],
        explanation=found.text.da if desk.language == "da" else found.text.en,
    )
