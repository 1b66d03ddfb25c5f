"""New time entries as rows: who worked as what, on which course, on which side."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.database.columns import fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.organisations.errors import invalid
from app.organisations.states import Function
from app.resources.states import TimeEntryStatus
from app.resources.time_views import TimeEntryIn

Found = Mapping[UUID, Mapping[Any, Any]]


async def rows_of(desk: Desk, items: Sequence[TimeEntryIn], pointers: Sequence[str]) -> list[dict[str, Any]]:
    """The rows of new entries; at most two statements however many there are.

    Args:
        pointers: where each stands in the body.

    Raises:
        InvalidContent: no such worker or course for the caller, or unclear what the worker worked as.
    """
    known = await staff_of(desk, {each for item in items if (each := item.staff_id or desk.principal.staff_id)})
    courses = await courses_of(desk, {item.course_id for item in items if item.course_id})
    return [_row(desk, item, pointer, known, courses) for item, pointer in zip(items, pointers, strict=True)]


def _row(desk: Desk, item: TimeEntryIn, pointer: str, known: Found, courses: Found) -> dict[str, Any]:
    staff_id = item.staff_id or desk.principal.staff_id
    if staff_id is None:
        raise invalid(
            f"{pointer}/staff_id",
            "staff_required",
            "A case system says whose time it is.",
            "Et fagsystem oplyser, hvis tid det er.",
        )
    if staff_id not in known:
        raise unknown_reference(f"{pointer}/staff_id")
    worker = known[staff_id]
    given = item.model_dump()
    return {
        **fresh(),
        **given,
        "organisation_id": desk.organisation_id,
        "staff_id": staff_id,
        "function": worked_as(worker, item.function, f"{pointer}/function"),
        **on_course(worker, item.course_id, item.project_id, courses, pointer),
        "status": TimeEntryStatus.DRAFT,
    }


def worked_as(worker: Mapping[Any, Any], function: Function | None, pointer: str) -> Function:
    """What the worker worked as: one of their functions, the only one unless given."""
    if function is None and len(worker["functions"]) == 1:
        return Function(worker["functions"][0])
    if function is None:
        raise invalid(
            pointer,
            "function_required",
            "The worker has several functions: say which.",
            "Medarbejderen har flere roller: angiv hvilken.",
        )
    if function not in worker["functions"]:
        raise invalid(
            pointer, "function_of_staff", "The worker has no such function.", "Medarbejderen har ikke den rolle."
        )
    return function


def on_course(
    worker: Mapping[Any, Any], course_id: UUID | None, project_id: UUID, courses: Found, pointer: str
) -> dict[str, Any]:
    """The columns that tie an entry to its course; without one it stands on the worker's side.

    Raises:
        InvalidContent: no such course for the caller, or no such worker on its side (the wall, rule 4).
    """
    if course_id is None:
        return {"course_id": None, "citizen_id": None, "track": worker["track"]}
    course = courses.get(course_id)
    if course is None or course["project_id"] != project_id:
        raise unknown_reference(f"{pointer}/course_id")
    if worker["track"] not in {None, course["track"]}:
        raise unknown_reference(f"{pointer}/staff_id")
    return {"course_id": course_id, "citizen_id": course["citizen_id"], "track": course["track"]}


async def staff_of(desk: Desk, ids: Iterable[UUID]) -> Found:
    """Workers of the asker's organisation, by id; those who left as well, whose time was spent."""
    staff = table_of("staff")
    query = select(staff.c.id, staff.c.track, staff.c.functions).where(
        staff.c.id.in_(sorted(ids)), staff.c.organisation_id == desk.organisation_id, desk.readable("staff")
    )
    return {row["id"]: row for row in await desk.rows(query)}


async def courses_of(desk: Desk, ids: set[UUID]) -> Found:
    """Courses that the asker itself keeps, by id."""
    if not ids or not desk.policy["course"].allows(desk.role, Operation.UPDATE):
        return {}
    course = table_of("course")
    query = select(course.c.id, course.c.project_id, course.c.citizen_id, course.c.track).where(
        course.c.id.in_(sorted(ids)), desk.readable("course"), desk.may("course", Operation.UPDATE)
    )
    return {row["id"]: row for row in await desk.rows(query)}
