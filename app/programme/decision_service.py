"""Decisions of a meeting, and the minutes that they stand in."""

from collections.abc import Iterator, Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, and_, false, func, not_, select

from app.common.days import today
from app.common.errors import ForbiddenTransition
from app.common.workdays import danish_date
from app.database.columns import fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page
from app.gate.resources import Tagged, filters, matched, page_of, require_transition, row_etag, tagged
from app.programme.decision_views import (
    DecisionIn,
    DecisionList,
    DecisionOut,
    DecisionPatch,
    DecisionPostponed,
    MinutesOut,
)
from app.programme.errors import invalid
from app.programme.meeting_actions import write_minutes
from app.programme.states import DECISION_TRANSITIONS, MEETING_TRANSITIONS, DecisionStatus, MeetingStatus
from app.programme.tables import MeetingDecision

DECISIONS = table_of(MeetingDecision.__tablename__)


def due_day(decision: FromClause) -> ColumnElement[Any]:
    """The day by which a decision is to be carried out: as it was put off, or as the minutes say."""
    return func.coalesce(decision.c.postponed_to, decision.c.due_on)


async def minutes(desk: Desk, meeting_id: UUID) -> Tagged[MinutesOut]:
    """The minutes of a meeting, with its decisions in the order they were taken."""
    return await _minutes(desk, await desk.find("meeting", meeting_id))


async def write(desk: Desk, meeting_id: UUID, words: str) -> Tagged[MinutesOut]:
    """Write the minutes, until they are approved."""
    return await _minutes(desk, await write_minutes(desk, meeting_id, words))


async def _minutes(desk: Desk, meeting: Mapping[Any, Any]) -> Tagged[MinutesOut]:
    desk.event.record_id = meeting["id"]
    rows = await desk.rows(
        select(DECISIONS)
        .where(DECISIONS.c.meeting_id == meeting["id"], desk.shown("meeting_decision"))
        .order_by(DECISIONS.c.created_at, DECISIONS.c.id)
    )
    view = MinutesOut(
        meeting_id=meeting["id"],
        status=meeting["status"],
        minutes=meeting["minutes"],
        decisions=[DecisionOut.model_validate(dict(row)) for row in rows],
    )
    return Tagged(view, row_etag("meeting", meeting))


async def _held(desk: Desk, meeting_id: UUID) -> Mapping[Any, Any]:
    """The meeting, whose minutes are not approved yet."""
    meeting = await desk.find("meeting", meeting_id)
    if meeting["status"] != MeetingStatus.HELD:
        raise ForbiddenTransition(state=meeting["status"], allowed=sorted(MEETING_TRANSITIONS[meeting["status"]]))
    return meeting


async def create(desk: Desk, meeting_id: UUID, new: DecisionIn) -> Tagged[DecisionOut]:
    """A decision of a meeting that was held."""
    meeting = await _held(desk, meeting_id)
    await desk.alone("meeting_decision", meeting_id)
    _require_owner(meeting, new.owner_id)
    _require_due_after(meeting, new.due_on)
    row = {
        **fresh(),
        **new.model_dump(),
        "project_id": meeting["project_id"],
        "organisation_id": desk.organisation_id,
        "meeting_id": meeting_id,
        "status": DecisionStatus.OPEN,
        "postponed_to": None,
        "done_on": None,
    }
    await desk.insert("meeting_decision", row)
    desk.did("create", row["id"])
    return tagged(DecisionOut, "meeting_decision", row)


def _require_owner(meeting: Mapping[Any, Any], owner_id: UUID) -> None:
    if owner_id not in {*meeting["required_ids"], *meeting["optional_ids"]}:
        raise unknown_reference("/owner_id")


def _require_due_after(meeting: Mapping[Any, Any], due_on: date | None) -> None:
    if due_on is not None and due_on < danish_date(meeting["starts_at"]):
        raise invalid(
            "/due_on", "before_meeting", "Before the meeting that decided it.", "Før mødet, der besluttede det."
        )


async def get(desk: Desk, decision_id: UUID) -> Tagged[DecisionOut]:
    """A decision."""
    return tagged(DecisionOut, "meeting_decision", await desk.find("meeting_decision", decision_id))


async def page(desk: Desk, query: DecisionList) -> Page[DecisionOut]:
    """Decisions of the caller's meetings, newest first."""
    plain = query.model_copy(update={"due_after": None, "due_before": None, "overdue": None})
    wanted = [*filters(plain, DECISIONS), *_due(query)]
    return await page_of(desk, "meeting_decision", query, DecisionOut, where=wanted)


def _due(query: DecisionList) -> Iterator[ColumnElement[bool]]:
    due_on = due_day(DECISIONS)
    if query.due_after is not None:
        yield due_on > query.due_after
    if query.due_before is not None:
        yield due_on < query.due_before
    if query.overdue is not None:
        late = and_(DECISIONS.c.status == DecisionStatus.OPEN, func.coalesce(due_on < today(), false()))
        yield late if query.overdue else not_(late)


async def patch(desk: Desk, decision_id: UUID, changes: DecisionPatch) -> Tagged[DecisionOut]:
    """Correct a decision until the minutes are approved."""
    row = await matched(desk, "meeting_decision", decision_id)
    meeting = await _held(desk, row["meeting_id"])
    if changes.owner_id is not None:
        _require_owner(meeting, changes.owner_id)
    _require_due_after(meeting, changes.due_on)
    given = changes.model_dump(exclude_unset=True)
    return tagged(DecisionOut, "meeting_decision", await desk.update("meeting_decision", row, given))


async def postpone(desk: Desk, decision_id: UUID, given: DecisionPostponed) -> Tagged[DecisionOut]:
    """Put off what is open; the day in the minutes stays as it was decided."""
    row = await matched(desk, "meeting_decision", decision_id)
    require_transition(DECISION_TRANSITIONS, DecisionStatus(row["status"]), DecisionStatus.DONE)
    due_on = row["postponed_to"] or row["due_on"]
    if due_on is not None and given.due_on <= due_on:
        raise invalid(
            "/due_on", "not_later", "It is due then already, or later.", "Det skal være færdigt da eller før."
        )
    changes = {"postponed_to": given.due_on}
    return tagged(DecisionOut, "meeting_decision", await desk.update("meeting_decision", row, changes))


async def complete(desk: Desk, decision_id: UUID) -> Tagged[DecisionOut]:
    """It is done, today; said by who owes it, or by the secretariat."""
    row = await matched(desk, "meeting_decision", decision_id)
    require_transition(DECISION_TRANSITIONS, DecisionStatus(row["status"]), DecisionStatus.DONE)
    changes = {"status": DecisionStatus.DONE, "done_on": today()}
    return tagged(DecisionOut, "meeting_decision", await desk.update("meeting_decision", row, changes))
