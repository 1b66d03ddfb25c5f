"""Planning and holding sessions."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, literal, select, tuple_

from app.citizens.stem import about
from app.common.days import DayInFuture, today
from app.common.errors import ForbiddenTransition, InvalidContent
from app.courses import ground
from app.courses.errors import CourseNotRunning, day_before
from app.courses.session_views import (
    MinutesMissing,
    SessionHold,
    SessionIn,
    SessionList,
    SessionOut,
    SessionPatch,
)
from app.courses.states import IN_SESSION, SESSION_TRANSITIONS, SessionStatus
from app.courses.tables import Session
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.external_references import refer
from app.gate.paging import Keyset, Page, keyset
from app.gate.references import kept
from app.gate.resources import Tagged, matched, require_transition, tagged

SESSIONS = table_of(Session.__tablename__)
CHANGEABLE = frozenset({SessionStatus.PLANNED, SessionStatus.HELD})


def _tagged(desk: Desk, row: Mapping[Any, Any]) -> Tagged[SessionOut]:
    desk.event.record_id = row["id"]
    return tagged(SessionOut, "session", row)


async def create(desk: Desk, course_id: UUID, new: SessionIn) -> Tagged[SessionOut]:
    """Plan a session, or register one that was held.

    Raises:
        ConsentNotActive: to plan one is a new contact; what was held before a withdrawal may still be written down.
    """
    # Held, so that the course does not end in the same moment.
    course = await desk.find("course", course_id, lock=True)
    if course["status"] not in IN_SESSION:
        raise CourseNotRunning
    _within(course, new.held_on)
    if new.status is SessionStatus.PLANNED:
        await _may_be_planned(desk, course)
    row = {**about(desk, course), "course_id": course_id, **new.model_dump()}
    await desk.insert("session", row)
    await refer(desk, "session", row, new.external_reference)
    return _tagged(desk, row)


async def get(desk: Desk, session_id: UUID) -> Tagged[SessionOut]:
    """A session."""
    return _tagged(desk, await desk.find("session", session_id))


async def page(desk: Desk, course_id: UUID, query: SessionList) -> Page[SessionOut]:
    """The sessions of a course that the asker keeps, latest day first."""
    keys = keyset(desk, query, f"courses/{course_id}/sessions")
    await kept(desk, "course", course_id)
    statement = (
        select(SESSIONS, *desk.referenced("session", SESSIONS))
        .where(SESSIONS.c.course_id == course_id, *_after(keys), desk.readable("session"))
        .order_by(SESSIONS.c.held_on.desc(), SESSIONS.c.id.desc())
        .limit(query.limit + 1)
    )
    if query.status:
        statement = statement.where(SESSIONS.c.status == query.status)
    rows = await desk.rows(statement)
    shown = rows[: query.limit]
    for row in shown:
        desk.saw("session", row)
    return keys.page(rows, [SessionOut.model_validate({**row}) for row in shown], time="held_on")


def _after(keys: Keyset) -> list[ColumnElement[bool]]:
    if keys.after is None:
        return []
    day, last = keys.after
    return [tuple_(SESSIONS.c.held_on, SESSIONS.c.id) < tuple_(literal(day.date()), literal(last))]


async def patch(desk: Desk, session_id: UUID, changes: SessionPatch) -> Tagged[SessionOut]:
    """Move a planned session, or correct one that was held.

    Raises:
        CourseNotRunning: to move one is to plan it anew.
        ConsentNotActive: likewise.
    """
    row = await matched(desk, "session", session_id)
    if row["status"] not in CHANGEABLE:
        raise ForbiddenTransition(state=row["status"], allowed=[])
    given = changes.model_dump(exclude_unset=True)
    if "held_on" in given:
        course = await desk.find("course", row["course_id"], lock=True)
        _within(course, given["held_on"])
        if row["status"] == SessionStatus.PLANNED:
            await _may_be_planned(desk, course)
    if row["status"] == SessionStatus.HELD:
        _must_have_been({**row, **given})
    return _tagged(desk, await desk.update("session", row, given))


async def hold(desk: Desk, session_id: UUID, held: SessionHold) -> Tagged[SessionOut]:
    """It took place."""
    row = await _about_to(desk, session_id, SessionStatus.HELD)
    course = await desk.find("course", row["course_id"], lock=True)
    if course["status"] not in IN_SESSION:
        raise CourseNotRunning
    given = held.model_dump(exclude_unset=True)
    _within(course, given.get("held_on", row["held_on"]))
    _must_have_been({**row, **given})
    return _tagged(desk, await desk.update("session", row, {"status": SessionStatus.HELD, **given}))


async def not_held(desk: Desk, session_id: UUID, to: SessionStatus) -> Tagged[SessionOut]:
    """The citizen did not come, or it was cancelled; also after the course has ended, to tidy what was planned."""
    row = await _about_to(desk, session_id, to)
    return _tagged(desk, await desk.update("session", row, {"status": to}))


async def _may_be_planned(desk: Desk, course: Mapping[Any, Any]) -> None:
    """A session to come is a new contact: while the course runs and the citizen consents to it."""
    if course["status"] not in IN_SESSION:
        raise CourseNotRunning
    await ground.consented_since(desk, course["citizen_id"])


def _within(course: Mapping[Any, Any], day: date) -> None:
    """Worker and citizen meet on the citizen's journey, not before it."""
    if day < course["journey_started_on"]:
        raise day_before("/held_on", "before_journey_start", "the journey's start", "borgerforløbets start")


def _must_have_been(session: Mapping[Any, Any]) -> None:
    day: date = session["held_on"]
    if day > today():
        raise InvalidContent(errors=[DayInFuture.at("/held_on")])
    if session["minutes"] is None:
        raise InvalidContent(errors=[MinutesMissing.at("/minutes")])


async def _about_to(desk: Desk, session_id: UUID, to: SessionStatus) -> Mapping[Any, Any]:
    row = await matched(desk, "session", session_id)
    require_transition(SESSION_TRANSITIONS, SessionStatus(row["status"]), to)
    return row
