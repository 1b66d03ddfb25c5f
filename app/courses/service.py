"""Running courses."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import and_, bindparam, func, literal_column, or_

from app.boundary.asker import PARAMETER_ASKER
from app.boundary.policy import Operation
from app.citizens.stem import about, require_open
from app.common.days import start_of_day
from app.common.errors import ForbiddenTransition
from app.courses import ground
from app.courses.errors import day_before
from app.courses.listing import Walk, filters_of, newest_first, own_by_track, passed_on
from app.courses.protection import controller_of, hidden
from app.courses.states import (
    COURSE_TRANSITIONS,
    ENDED,
    NOT_YET_STARTED,
    ClosingReason,
    CourseStatus,
)
from app.courses.views import CourseIn, CourseList, CourseOut, CoursePatch
from app.gate.desk import Desk
from app.gate.external_references import refer
from app.gate.paging import Page, keyset
from app.gate.references import referred
from app.gate.resources import Tagged, matched, row_etag
from app.referrals import service as referrals

COURSES = ground.COURSES
_SINCE = bindparam("updated_since", type_=COURSES.c.updated_at.type)
_DAY = func.date_trunc(literal_column("'day'"), _SINCE, literal_column("'Europe/Copenhagen'"))
_OWN = COURSES.c.organisation_id == PARAMETER_ASKER.organisation
_SPECIAL = {
    # Of others' courses all of that day: a filter tells no more than what is shown, and leaves nothing out.
    "updated_since": and_(
        # Implied by the other, and has an index.
        COURSES.c.updated_at >= _DAY,
        or_(
            and_(_OWN, COURSES.c.updated_at >= _SINCE),
            and_(~_OWN, func.coalesce(COURSES.c.shown_updated_at, COURSES.c.updated_at) >= _DAY),
        ),
    )
}


def course_out(desk: Desk, row: Mapping[Any, Any], of_hidden: frozenset[UUID] = frozenset()) -> CourseOut:
    """Lay out a row; worker and referral are the controller's own business."""
    seen = _as_seen(desk, row)
    return CourseOut.model_validate({**seen, "controller_id": controller_of(row, of_hidden)})


def _as_seen(desk: Desk, row: Mapping[Any, Any]) -> Mapping[Any, Any]:
    """The row as the asker may know it: to another than the controller no version tells of who has the course.

    Nor does a moment tell what else happened then: the day alone.
    """
    if row["organisation_id"] == desk.organisation_id:
        return row
    moved = {
        "version": row["shown_version"] or row["version"],
        "created_at": start_of_day(row["created_at"]),
        "updated_at": start_of_day(row["shown_updated_at"] or row["updated_at"]),
    }
    return {**row, **moved, "assigned_to": None, "referral_id": None}


def _tagged(desk: Desk, row: Mapping[Any, Any], of_hidden: frozenset[UUID] = frozenset()) -> Tagged[CourseOut]:
    desk.event.record_id = row["id"]
    return Tagged(course_out(desk, row, of_hidden), row_etag("course", _as_seen(desk, row)))


async def create(desk: Desk, new: CourseIn) -> Tagged[CourseOut]:
    """Set up a course for a citizen who consented to it."""
    if new.assigned_to:
        desk.require_scope("assignment", Operation.CREATE)
    citizen = await referred(desk, "citizen", new.citizen_id, "/citizen_id")
    require_open(desk, citizen)
    row = {
        **about(desk, citizen),
        "referral_id": await ground.referral_of(desk, citizen, new.referral_id),
        "assigned_to": new.assigned_to,
        "status": CourseStatus.CREATED,
        "form": new.form,
        "journey_started_on": new.journey_started_on,
        "journey_ended_on": None,
        "started_on": None,
        "ended_on": None,
        "closing_reason": None,
        "external_reference": new.external_reference,
    }
    if new.assigned_to:
        # First: whom the wall or the policy refuses is refused in one way, whether there is such a worker or not.
        await ground.assign(desk, citizen, new.assigned_to)
    await desk.insert("course", row, refers="/citizen_id")
    await refer(desk, "course", row, new.external_reference)
    await ground.consented_since(desk, new.citizen_id)
    return _tagged(desk, row)


async def get(desk: Desk, course_id: UUID) -> Tagged[CourseOut]:
    """A course that the asker may read."""
    row = await desk.find("course", course_id)
    return _tagged(desk, row, await hidden(desk, [row]))


async def page(desk: Desk, query: CourseList) -> Page[CourseOut]:
    """One's own courses and those passed on to one, newest first."""
    keys = keyset(desk, query, "courses")
    wanted = filters_of(query, COURSES, _SPECIAL)

    def walks(template: Desk) -> list[Walk]:
        own = own_by_track(template, COURSES, wanted)
        # Whom another controller's course is assigned to is not shown, so nobody filters by it.
        return own if query.assigned_to else [*own, *passed_on(template, "course", COURSES)]

    rows = await newest_first(desk, "course", keys, walks, wanted)
    of_hidden = await hidden(desk, rows[: query.limit])
    return keys.page(rows, [course_out(desk, row, of_hidden) for row in rows[: query.limit]])


async def patch(desk: Desk, course_id: UUID, changes: CoursePatch) -> Tagged[CourseOut]:
    """Correct form, journey or worker."""
    given = changes.model_dump(exclude_unset=True)
    if given.get("assigned_to"):
        desk.require_scope("assignment", Operation.CREATE)
    row = await matched(desk, "course", course_id)
    if "form" in given and row["status"] in ENDED:
        raise ForbiddenTransition(state=row["status"], allowed=[])
    new = {**row, **given}
    if new["journey_ended_on"] and new["journey_ended_on"] < new["journey_started_on"]:
        pointer = "/journey_ended_on" if "journey_ended_on" in given else "/journey_started_on"
        raise day_before(pointer, "before_journey_start", "the journey's start", "borgerforløbets start")
    moved = new["assigned_to"] != row["assigned_to"]
    if moved and new["assigned_to"]:
        await ground.assign(desk, row, new["assigned_to"])
    changed = await desk.update("course", row, given)
    if moved and row["assigned_to"]:
        desk.require_scope("assignment", Operation.UPDATE)
        await ground.relieve(desk, row, row["assigned_to"])
    return _tagged(desk, changed)


async def clarify(desk: Desk, course_id: UUID) -> Tagged[CourseOut]:
    """Clarify with the citizen whether, and how, there will be a course."""
    row = await _about_to(desk, course_id, CourseStatus.CLARIFICATION)
    await ground.require_beginning(desk, row)
    await ground.consented_since(desk, row["citizen_id"])
    return await _become(desk, row, CourseStatus.CLARIFICATION)


async def start(desk: Desk, course_id: UUID, started_on: date) -> Tagged[CourseOut]:
    """Begin; the sender of the referral learns of it only as far as the citizen allowed."""
    row = await _about_to(desk, course_id, CourseStatus.ONGOING, out_of=NOT_YET_STARTED)
    await ground.require_beginning(desk, row)
    if started_on < await ground.consented_since(desk, row["citizen_id"]):
        raise day_before("/started_on", "before_consent", "the consent", "samtykket")
    if row["referral_id"]:
        await referrals.mark_course_started(desk, row["referral_id"])
    return await _become(desk, row, CourseStatus.ONGOING, started_on=started_on)


async def not_start(desk: Desk, course_id: UUID, reason: ClosingReason) -> Tagged[CourseOut]:
    """Nothing comes of it."""
    row = await _about_to(desk, course_id, CourseStatus.NOT_STARTED)
    return await _become(desk, row, CourseStatus.NOT_STARTED, closing_reason=reason)


async def pause(desk: Desk, course_id: UUID) -> Tagged[CourseOut]:
    """Let it rest."""
    return await _become(desk, await _about_to(desk, course_id, CourseStatus.PAUSED), CourseStatus.PAUSED)


async def resume(desk: Desk, course_id: UUID) -> Tagged[CourseOut]:
    """Take it up again, if the consent still holds."""
    row = await _about_to(desk, course_id, CourseStatus.ONGOING, out_of=frozenset({CourseStatus.PAUSED}))
    await ground.consented_since(desk, row["citizen_id"])
    return await _become(desk, row, CourseStatus.ONGOING)


async def end(
    desk: Desk, course_id: UUID, to: CourseStatus, ended_on: date, reason: ClosingReason
) -> Tagged[CourseOut]:
    """Complete, interrupt or refer on. The worker keeps the charge: the follow-up is still to come."""
    row = await _about_to(desk, course_id, to)
    if row["started_on"] and ended_on < row["started_on"]:
        raise day_before("/ended_on", "before_start", "the course's start", "forløbets start")
    return await _become(desk, row, to, ended_on=ended_on, closing_reason=reason)


async def _about_to(
    desk: Desk, course_id: UUID, to: CourseStatus, *, out_of: frozenset[CourseStatus] = frozenset(CourseStatus)
) -> Mapping[Any, Any]:
    row = await matched(desk, "course", course_id)
    status = CourseStatus(row["status"])
    allowed = COURSE_TRANSITIONS[status]
    if to not in allowed or status not in out_of:
        raise ForbiddenTransition(state=status, allowed=sorted(allowed))
    return row


async def _become(desk: Desk, row: Mapping[Any, Any], to: CourseStatus, **changes: Any) -> Tagged[CourseOut]:
    return _tagged(desk, await desk.update("course", row, {"status": to, **changes}))
