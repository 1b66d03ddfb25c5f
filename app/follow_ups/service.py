"""Following courses up."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, and_, bindparam, not_

from app.citizens.stem import about
from app.common.conditional import etag_of
from app.common.days import today
from app.common.errors import ForbiddenTransition
from app.courses import ground
from app.courses.errors import CourseNotEnded, day_before
from app.courses.listing import filters_of, newest_first, own_by_track
from app.courses.states import FOLLOWED_UP
from app.database.columns import table_of
from app.follow_ups.states import FOLLOW_UP_TRANSITIONS, FollowUpStatus
from app.follow_ups.tables import FollowUp
from app.follow_ups.views import FollowUpCompletion, FollowUpIn, FollowUpList, FollowUpOut, FollowUpPatch
from app.gate.desk import Desk
from app.gate.external_references import refer
from app.gate.paging import Page, keyset
from app.gate.references import kept
from app.gate.resources import Tagged, require_transition

FOLLOW_UPS = table_of(FollowUp.__tablename__)


def etag(row: Mapping[Any, Any]) -> str:
    """Changes with every change of the follow-up, and on the day it becomes overdue."""
    return etag_of("follow_up", row["id"], row["version"], is_overdue(row))


def is_overdue(row: Mapping[Any, Any]) -> bool:
    """Planned, and its day has passed."""
    return bool(row["status"] == FollowUpStatus.PLANNED and row["due_on"] < today())


def _out(row: Mapping[Any, Any]) -> FollowUpOut:
    return FollowUpOut.model_validate({**row, "overdue": is_overdue(row)})


def _tagged(desk: Desk, row: Mapping[Any, Any]) -> Tagged[FollowUpOut]:
    desk.event.record_id = row["id"]
    return Tagged(_out(row), etag(row))


async def create(desk: Desk, new: FollowUpIn) -> Tagged[FollowUpOut]:
    """Plan a follow-up of a course that has ended.

    Raises:
        ConsentNotActive: to plan one is a new contact; one whose day has passed may still be written down.
    """
    course = await kept(desk, "course", new.course_id, "/course_id")
    if course["status"] not in FOLLOWED_UP:
        raise CourseNotEnded
    _after_end(course, "/due_on", new.due_on)
    await _may_come(desk, course, new.due_on)
    row = {
        **about(desk, course),
        "course_id": new.course_id,
        "due_on": new.due_on,
        "completed_on": None,
        "status": FollowUpStatus.PLANNED,
        "contact_to_other_services": None,
        "change_sustained": None,
        "new_needs": [],
        "external_reference": new.external_reference,
    }
    await desk.insert("follow_up", row, refers="/course_id")
    await refer(desk, "follow_up", row, new.external_reference)
    return _tagged(desk, row)


async def get(desk: Desk, follow_up_id: UUID) -> Tagged[FollowUpOut]:
    """A follow-up."""
    return _tagged(desk, await desk.find("follow_up", follow_up_id))


async def page(desk: Desk, query: FollowUpList) -> Page[FollowUpOut]:
    """One's own follow-ups, newest first."""
    keys = keyset(desk, query, "follow-ups")
    wanted = filters_of(query, FOLLOW_UPS, _special(query), today=today())
    rows = await newest_first(
        desk, "follow_up", keys, lambda template: own_by_track(template, FOLLOW_UPS, wanted), wanted
    )
    return keys.page(rows, [_out(row) for row in rows[: query.limit]])


def _special(query: FollowUpList) -> dict[str, ColumnElement[bool]]:
    due_on = FOLLOW_UPS.c.due_on
    late = and_(FOLLOW_UPS.c.status == FollowUpStatus.PLANNED, due_on < bindparam("today", type_=Date))
    return {
        "overdue": late if query.overdue else not_(late),
        "due_before": due_on < bindparam("due_before", type_=Date),
    }


async def patch(desk: Desk, follow_up_id: UUID, changes: FollowUpPatch) -> Tagged[FollowUpOut]:
    """Move a planned follow-up to another day.

    Raises:
        ConsentNotActive: to a day that has not passed, which is to plan it anew.
    """
    row = await _matched(desk, follow_up_id)
    if row["status"] != FollowUpStatus.PLANNED:
        raise ForbiddenTransition(state=row["status"], allowed=[])
    given = changes.model_dump(exclude_unset=True)
    if "due_on" in given:
        course = await kept(desk, "course", row["course_id"])
        _after_end(course, "/due_on", given["due_on"])
        await _may_come(desk, course, given["due_on"])
    return _tagged(desk, await desk.update("follow_up", row, given))


async def complete(desk: Desk, follow_up_id: UUID, found: FollowUpCompletion) -> Tagged[FollowUpOut]:
    """What it found."""
    row = await _about_to(desk, follow_up_id, FollowUpStatus.COMPLETED)
    _after_end(await kept(desk, "course", row["course_id"]), "/completed_on", found.completed_on)
    changes = {"status": FollowUpStatus.COMPLETED, **found.model_dump()}
    return _tagged(desk, await desk.update("follow_up", row, changes))


async def close(desk: Desk, follow_up_id: UUID, to: FollowUpStatus) -> Tagged[FollowUpOut]:
    """The citizen was not reached, or there shall be none."""
    row = await _about_to(desk, follow_up_id, to)
    return _tagged(desk, await desk.update("follow_up", row, {"status": to}))


async def _may_come(desk: Desk, course: Mapping[Any, Any], day: date) -> None:
    if day >= today():
        await ground.consented_since(desk, course["citizen_id"])


def _after_end(course: Mapping[Any, Any], pointer: str, day: date) -> None:
    if day < course["ended_on"]:
        raise day_before(pointer, "before_course_end", "the course's end", "forløbets afslutning")


async def _matched(desk: Desk, follow_up_id: UUID) -> Mapping[Any, Any]:
    """Held until the end of the transaction: of two who write at once, the second finds a changed row."""
    row = await desk.find("follow_up", follow_up_id, lock=True)
    desk.require_match(etag(row))
    return row


async def _about_to(desk: Desk, follow_up_id: UUID, to: FollowUpStatus) -> Mapping[Any, Any]:
    row = await _matched(desk, follow_up_id)
    require_transition(FOLLOW_UP_TRANSITIONS, FollowUpStatus(row["status"]), to)
    return row
