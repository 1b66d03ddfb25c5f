"""What the parties contribute to the evaluation, round by round."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import ColumnElement, FromClause, and_, func, not_, or_, select

from app.common.conditional import etag_of
from app.common.days import today
from app.common.errors import ForbiddenTransition, InvalidContent
from app.database.columns import fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged, filters, require_transition
from app.interviews import errors
from app.interviews.contribution_views import (
    ContributionAgreed,
    ContributionDone,
    ContributionIn,
    ContributionList,
    ContributionNotDone,
    ContributionOut,
    ContributionPatch,
)
from app.interviews.states import CONTRIBUTION_TRANSITIONS, TO_COME, ContributionStatus
from app.interviews.tables import EvaluationContribution
from app.organisations.states import OrganisationType

Row = Mapping[Any, Any]

CONTRIBUTIONS = table_of(EvaluationContribution.__tablename__)
PARTIES = frozenset({OrganisationType.MUNICIPALITY, OrganisationType.POLICE_DISTRICT, OrganisationType.NGO})
_LATER = ("agreed_for", "done_on", "participants", "staff_minutes", "reason")


def day_of(row: FromClause) -> ColumnElement[Any]:
    """The day on which it is to be: the agreed one, else the last of the round."""
    return func.coalesce(row.c.agreed_for, row.c.due_on)


def is_to_come(row: FromClause) -> ColumnElement[bool]:
    """Neither done nor given up."""
    return or_(*(row.c.status == each.value for each in sorted(TO_COME)))


def is_overdue(row: Row) -> bool:
    """To come, and its day has passed."""
    return row["status"] in TO_COME and (row["agreed_for"] or row["due_on"]) < today()


def _tagged(desk: Desk, row: Row) -> Tagged[ContributionOut]:
    desk.event.record_id = row["id"]
    return Tagged(_out(row), _etag(row))


def _etag(row: Row) -> str:
    """Changes with every change of the contribution, and on the day it becomes overdue."""
    return etag_of("evaluation_contribution", row["id"], row["version"], is_overdue(row))


def _out(row: Row) -> ContributionOut:
    return ContributionOut.model_validate({**row, "overdue": is_overdue(row)})


async def plan(desk: Desk, new: ContributionIn) -> Tagged[ContributionOut]:
    """Plan what a party is asked for.

    Raises:
        ContributionExists: of the same party, round and kind.
    """
    await _require_party(desk, new)
    row = {**fresh(), **new.model_dump(), "status": ContributionStatus.PLANNED, **dict.fromkeys(_LATER)}
    try:
        await desk.insert("evaluation_contribution", row, refers="/project_id")
    except asyncpg.UniqueViolationError as error:
        raise errors.ContributionExists from error
    return _tagged(desk, row)


async def get(desk: Desk, contribution_id: UUID) -> Tagged[ContributionOut]:
    """A contribution."""
    return _tagged(desk, await desk.find("evaluation_contribution", contribution_id))


async def page(desk: Desk, query: ContributionList) -> Page[ContributionOut]:
    """Contributions, newest first."""
    keys = keyset(desk, query, "evaluation-contributions")
    late = and_(is_to_come(CONTRIBUTIONS), day_of(CONTRIBUTIONS) < today())
    wanted = [] if query.overdue is None else [late if query.overdue else not_(late)]
    rows = await desk.rows(
        select(CONTRIBUTIONS)
        .where(
            *keys.where(CONTRIBUTIONS.c.created_at, CONTRIBUTIONS.c.id),
            *filters(query.model_copy(update={"overdue": None}), CONTRIBUTIONS),
            *wanted,
            desk.readable("evaluation_contribution"),
        )
        .order_by(CONTRIBUTIONS.c.created_at.desc(), CONTRIBUTIONS.c.id.desc())
        .limit(query.limit + 1)
    )
    return keys.page(rows, [_out(row) for row in rows[: query.limit]])


async def patch(desk: Desk, contribution_id: UUID, changes: ContributionPatch) -> Tagged[ContributionOut]:
    """Move one that is still to come."""
    row = await _matched(desk, contribution_id)
    if row["status"] not in TO_COME:
        raise ForbiddenTransition(state=row["status"], allowed=[])
    return _tagged(desk, await desk.update("evaluation_contribution", row, changes.model_dump(exclude_unset=True)))


async def agree(desk: Desk, contribution_id: UUID, agreed: ContributionAgreed) -> Tagged[ContributionOut]:
    """A day was agreed on."""
    return await _move(desk, contribution_id, ContributionStatus.AGREED, agreed_for=agreed.agreed_for)


async def done(desk: Desk, contribution_id: UUID, what: ContributionDone) -> Tagged[ContributionOut]:
    """It was contributed."""
    return await _move(desk, contribution_id, ContributionStatus.DONE, **what.model_dump())


async def not_done(desk: Desk, contribution_id: UUID, why: ContributionNotDone) -> Tagged[ContributionOut]:
    """Nothing came of it."""
    return await _move(desk, contribution_id, ContributionStatus.NOT_DONE, reason=why.reason)


async def _move(
    desk: Desk, contribution_id: UUID, to: ContributionStatus, **changes: date | int | str
) -> Tagged[ContributionOut]:
    row = await _matched(desk, contribution_id)
    require_transition(CONTRIBUTION_TRANSITIONS, ContributionStatus(row["status"]), to)
    return _tagged(desk, await desk.update("evaluation_contribution", row, {"status": to, **changes}))


async def _matched(desk: Desk, contribution_id: UUID) -> Row:
    row = await desk.find("evaluation_contribution", contribution_id, lock=True)
    desk.require_match(_etag(row))
    return row


async def _require_party(desk: Desk, new: ContributionIn) -> None:
    """A partner of a project that the asker may see, of a kind that contributes."""
    organisation, partner, project = table_of("organisation"), table_of("project_partner"), table_of("project")
    found = await desk.row(
        select(project.c.id, organisation.c.type)
        .select_from(
            project.outerjoin(
                partner,
                (partner.c.project_id == project.c.id)
                & (partner.c.organisation_id == new.organisation_id)
                & partner.c.ended_at.is_(None)
                & desk.readable("project_partner"),
            ).outerjoin(organisation, (organisation.c.id == partner.c.organisation_id) & desk.readable("organisation"))
        )
        .where(project.c.id == new.project_id, desk.readable("project"))
    )
    if found is None:
        raise unknown_reference("/project_id")
    if found["type"] not in PARTIES:
        raise InvalidContent(errors=[errors.NOT_A_PARTY])
