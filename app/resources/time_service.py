"""Registering time, approving and locking it."""

from collections.abc import Callable, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Date, bindparam

from app.boundary.policy import Operation
from app.common.errors import ForbiddenTransition, NotFound
from app.common.problem import Problem
from app.courses.listing import Walk, filters_of, newest_first
from app.database.columns import table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.external_references import refer_all
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged, matched, row_etag
from app.organisations.states import Function
from app.resources.errors import as_rules, day_full
from app.resources.pseudonyms import staff_pseudonym
from app.resources.states import TIME_ENTRY_TRANSITIONS, TimeEntryStatus
from app.resources.tables import TimeEntry
from app.resources.time_rows import courses_of, on_course, rows_of, staff_of, worked_as
from app.resources.time_views import (
    TimeEntriesIn,
    TimeEntriesOut,
    TimeEntryIn,
    TimeEntryList,
    TimeEntryOut,
    TimeEntryPatch,
)

ENTRIES = table_of(TimeEntry.__tablename__)
WRITERS = frozenset({Function.CASEWORKER, Function.COORDINATOR, Function.INTEGRATION})
"""Who changes a draft."""
WHO: Mapping[TimeEntryStatus, frozenset[Function]] = {
    TimeEntryStatus.APPROVED: frozenset({Function.COORDINATOR}),
    TimeEntryStatus.LOCKED: frozenset({Function.COORDINATOR, Function.SECRETARY}),
    TimeEntryStatus.CANCELLED: WRITERS,
}
"""Who brings an entry into a state. The trigger `keep_time_entry_path` holds both of these; here they are worded."""


def _out(desk: Desk, row: Mapping[Any, Any]) -> TimeEntryOut:
    pseudonym = staff_pseudonym(desk.keys, row["project_id"], row["staff_id"])
    return TimeEntryOut.model_validate({**row, "staff_pseudonym": pseudonym})


def _tagged(desk: Desk, row: Mapping[Any, Any]) -> Tagged[TimeEntryOut]:
    desk.event.record_id = row["id"]
    return Tagged(_out(desk, row), row_etag("time_entry", row))


async def create(desk: Desk, new: TimeEntryIn) -> Tagged[TimeEntryOut]:
    """One entry, a draft."""
    return _tagged(desk, (await _write(desk, [new], [""]))[0])


async def create_many(desk: Desk, new: TimeEntriesIn) -> TimeEntriesOut:
    """All of them or none; as many statements as for one."""
    rows = await _write(desk, new.items, [f"/items/{number}" for number in range(len(new.items))])
    return TimeEntriesOut(items=[_out(desk, row) for row in rows])


async def _write(desk: Desk, items: Sequence[TimeEntryIn], pointers: Sequence[str]) -> list[dict[str, Any]]:
    rows = await rows_of(desk, items, pointers)
    places = {str(row["id"]): pointer for row, pointer in zip(rows, pointers, strict=True)}
    last = {(row["staff_id"], row["day"]): pointer for row, pointer in zip(rows, pointers, strict=True)}
    # The trigger takes the workers' locks as the rows come: always in the same order, or two could wait for each other.
    ordered = sorted(rows, key=lambda row: (row["staff_id"], row["day"]))
    with as_rules(_day_full({str(row["id"]): last[row["staff_id"], row["day"]] for row in rows})):
        await desk.insert_all("time_entry", ordered, [_refused(desk, row, places[str(row["id"])]) for row in ordered])
    await refer_all(desk, "time_entry", rows, "/items" if pointers[0] else "/external_reference")
    return rows


def _day_full(places: Mapping[str, str]) -> Callable[[str, str], Problem]:
    """Pointing at the last entry of the worker's day: all of them are judged together."""
    return lambda _rule, row_id: day_full(f"{places.get(row_id, '')}/minutes")


def _refused(desk: Desk, row: Mapping[str, Any], pointer: str) -> str:
    """What to point at should the policy refuse the row: another worker's time, or the project."""
    mine = row["staff_id"] == desk.principal.staff_id
    same_side = desk.principal.track in {None, row["track"]}
    anybodys = desk.policy["time_entry"].reaches_all(Operation.CREATE, desk.principal.functions)
    return f"{pointer}/project_id" if same_side and (mine or anybodys) else f"{pointer}/staff_id"


async def get(desk: Desk, entry_id: UUID) -> Tagged[TimeEntryOut]:
    """An entry."""
    return _tagged(desk, await desk.find("time_entry", entry_id))


async def page(desk: Desk, query: TimeEntryList) -> Page[TimeEntryOut]:
    """Entries of one's own organisation, newest first: a caseworker's own, on one's own side."""
    keys = keyset(desk, query, "time-entries")
    wanted = filters_of(query, ENTRIES, _special())
    rows = await newest_first(desk, "time_entry", keys, _walk, wanted)
    return keys.page(rows, [_out(desk, row) for row in rows[: query.limit]])


def _special() -> dict[str, ColumnElement[bool]]:
    day = ENTRIES.c.day
    return {
        "from_day": day >= bindparam("from_day", type_=Date),
        "to_day": day <= bindparam("to_day", type_=Date),
    }


def _walk(template: Desk) -> list[Walk]:
    own = ENTRIES.c.organisation_id == template.asker.organisation
    return [[own, ENTRIES.c.track == template.asker.track]] if template.principal.track else [[own]]


async def patch(desk: Desk, entry_id: UUID, changes: TimeEntryPatch) -> Tagged[TimeEntryOut]:
    """Change a draft."""
    row = await matched(desk, "time_entry", entry_id)
    if row["status"] != TimeEntryStatus.DRAFT or not desk.principal.functions & WRITERS:
        raise ForbiddenTransition(state=row["status"], allowed=_allowed(desk, row))
    given = changes.model_dump(exclude_unset=True)
    if given.keys() & {"function", "course_id"}:
        worker = (await staff_of(desk, [row["staff_id"]])).get(row["staff_id"])
        if worker is None:
            raise unknown_reference("/staff_id")
        if "function" in given:
            given["function"] = worked_as(worker, changes.function, "/function")
        if "course_id" in given:
            courses = await courses_of(desk, {given["course_id"]} - {None})
            given |= on_course(worker, given["course_id"], row["project_id"], courses, "")
    with as_rules(lambda _rule, _id: day_full("/minutes")):
        return _tagged(desk, await _changed(desk, row, given))


async def _changed(desk: Desk, row: Mapping[Any, Any], given: Mapping[str, Any]) -> dict[str, Any]:
    try:
        return await desk.update("time_entry", row, given)
    except NotFound as refused:
        if given.get("track", row["track"]) == row["track"]:
            raise
        # Without its course it would be on no side, or on another than the asker's.
        raise unknown_reference("/course_id") from refused


async def move(desk: Desk, entry_id: UUID, to: TimeEntryStatus) -> Tagged[TimeEntryOut]:
    """Approve, lock or cancel."""
    row = await matched(desk, "time_entry", entry_id)
    allowed = _allowed(desk, row)
    if to not in allowed:
        raise ForbiddenTransition(state=row["status"], allowed=allowed)
    return _tagged(desk, await desk.update("time_entry", row, {"status": to}))


def _allowed(desk: Desk, row: Mapping[Any, Any]) -> list[str]:
    return sorted(
        to for to in TIME_ENTRY_TRANSITIONS[TimeEntryStatus(row["status"])] if WHO[to] & desk.principal.functions
    )
