"""Who of one's own people has charge of a citizen; with it, what a caseworker sees.

A citizen assigned to nobody is seen by every caseworker of the track; once assigned, by the assigned alone.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.citizens.assignment_views import AssignmentIn, AssignmentList, AssignmentOut
from app.citizens.stem import about
from app.citizens.tables import Assignment
from app.common.errors import Conflict, ForbiddenTransition, NotFound
from app.database.columns import table_of, utc_now
from app.gate.database_errors import CannotBeAssigned, as_problems
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, page_of, row_etag, tagged

ASSIGNMENTS = table_of(Assignment.__tablename__)


async def assign(desk: Desk, citizen_id: UUID, new: AssignmentIn) -> Tagged[AssignmentOut]:
    """Give a worker charge of the citizen.

    Raises:
        NotFound: the citizen is not there, or not the asker's to see.
        CannotBeAssigned: as `give`.
    """
    row = await give(desk, await desk.find("citizen", citizen_id), new.staff_id)
    desk.event.record_id = row["id"]
    return tagged(AssignmentOut, "assignment", row)


async def give(desk: Desk, citizen: Mapping[Any, Any], staff_id: UUID) -> dict[str, Any]:
    """Write the charge of a citizen (a stem, or any row about them).

    Raises:
        CannotBeAssigned: whatever is in the way, and always in the same words (the wall, rule 4): no such
            worker, another track, one who has worked for the other side, one who has the charge already, or a
            caseworker who is not the one to decide.
    """
    row = {**about(desk, citizen), "staff_id": staff_id, "ended_at": None}
    try:
        with as_problems():
            await desk.insert("assignment", row)
    except (NotFound, Conflict) as refused:
        raise CannotBeAssigned from refused
    return row


async def get(desk: Desk, citizen_id: UUID, assignment_id: UUID) -> Tagged[AssignmentOut]:
    """One of the citizen's assignments."""
    return tagged(AssignmentOut, "assignment", await _find(desk, citizen_id, assignment_id))


async def end(desk: Desk, citizen_id: UUID, assignment_id: UUID) -> Tagged[AssignmentOut]:
    """Relieve a worker of the charge; the assignment stays as history."""
    row = await _find(desk, citizen_id, assignment_id)
    desk.require_match(row_etag("assignment", row))
    if row["ended_at"] is not None:
        raise ForbiddenTransition(state="ended", allowed=[])
    return tagged(AssignmentOut, "assignment", await desk.update("assignment", row, {"ended_at": utc_now()}))


async def page(desk: Desk, citizen_id: UUID, query: AssignmentList) -> Page[AssignmentOut]:
    """The citizen's assignments in the asker's organisation, the latest first.

    Raises:
        NotFound: no such citizen for the asker; who assigns still sees the charges of one whom it no longer sees.
    """
    wanted = [ASSIGNMENTS.c.citizen_id == citizen_id, ASSIGNMENTS.c.organisation_id == desk.organisation_id]
    known = select(ASSIGNMENTS.c.id).where(*wanted, desk.readable("assignment")).limit(1)
    if not _assigns(desk) or await desk.row(known) is None:
        await desk.find("citizen", citizen_id)
    if query.active is not None:
        wanted.append(ASSIGNMENTS.c.ended_at.is_(None) == query.active)
    return await page_of(desk, "assignment", query, AssignmentOut, route=f"assignments of {citizen_id}", where=wanted)


def _assigns(desk: Desk) -> bool:
    """Whether the asker's function reaches all citizens of the organisation, and not only whom they have charge of."""
    return desk.policy["citizen"].reaches_all(Operation.READ, desk.principal.functions)


async def _find(desk: Desk, citizen_id: UUID, assignment_id: UUID) -> Mapping[Any, Any]:
    if not _assigns(desk):
        await desk.find("citizen", citizen_id)  # who has charge of a colleague's citizen is not told either
    row = await desk.find("assignment", assignment_id)
    if row["citizen_id"] != citizen_id:
        raise NotFound
    desk.event.record_id = assignment_id
    return row
