"""With a login's password and SQL of one's own: what a calendar's link opens, and what no state or column lets pass."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.installation import Installation
from app.models import metadata
from tests.boundary.sql import reached, refused, session, step_into
from tests.programme.support import SOON, Programme, hours, municipal
from tests.support.world import World

FORBIDDEN, FROZEN = "42501", "PW002"
READABLE = {"meeting", "project_partner"}


@pytest.fixture(scope="module")
async def it(world: World) -> Programme:
    return await municipal(world)


@pytest.fixture
async def case(installation: Installation, app: Any) -> AsyncIterator[Any]:
    async with session(installation.case) as connection:
        yield connection


async def test_a_calendar_s_link_reads_its_organisation_s_meetings_and_nothing_else(it: Programme, case: Any) -> None:
    mine = await it.dialogue("invited", **hours(SOON))
    await it.dialogue("invited", of=1, **hours(SOON))
    await it.dialogue(**hours(SOON))
    await step_into(case, "calendar_reader", it.municipalities[0].organisation_id)
    rows = await case.fetch("SELECT id FROM meeting")
    assert [str(row["id"]) for row in rows] == [mine["id"]]
    for table in metadata.tables:
        wanted = None if table in READABLE else FORBIDDEN
        assert await refused(case, f"SELECT FROM {table} LIMIT 1") == wanted, table
        assert await refused(case, f"DELETE FROM {table}") == FORBIDDEN, table
    assert await refused(case, "UPDATE meeting SET place = 'x'") == FORBIDDEN


async def test_a_municipality_changes_what_is_its_own_and_no_other_column(it: Programme, case: Any) -> None:
    mine = await it.dialogue("invited", **hours(SOON))
    await it.meeting("invited", meeting_type="development_meeting", **hours(SOON))
    await step_into(case, "municipality", it.municipalities[0].organisation_id, functions="coordinator")
    assert await reached(case, "UPDATE meeting SET agenda = 'x' RETURNING id") >= 1
    others = await case.fetch("SELECT meeting_type FROM meeting WHERE agenda = 'x'")
    assert {row["meeting_type"] for row in others} <= {"dialogue_meeting"}
    for column in ("status", "starts_at", "required_ids", "attendance", "municipality_id", "invited_at"):
        change = f"UPDATE meeting SET {column} = {column} WHERE id = $1"
        assert await refused(case, change, mine["id"]) == FORBIDDEN, column


async def test_states_are_not_skipped(it: Programme, case: Any) -> None:
    planned = await it.dialogue(**hours(SOON))
    ahead = await it.dialogue("invited", **hours(SOON))
    approved = await it.dialogue("minutes_approved")
    await step_into(case, "agency", it.agency.organisation_id, functions="secretary")
    for meeting, change in (
        (planned, "status = 'held', invited_at = now()"),
        (ahead, "status = 'held'"),
        (ahead, "status = 'planned'"),
        (ahead, "invited_at = now()"),
        (ahead, "sequence = sequence - 1"),
        (approved, "minutes = 'Andet'"),
    ):
        assert await refused(case, f"UPDATE meeting SET {change} WHERE id = $1", meeting["id"]) == FROZEN, change
    plan = await it.plan()
    assert await refused(case, "UPDATE meeting_plan SET reason = 'x' WHERE id = $1", plan["id"]) == FORBIDDEN
    assert await refused(case, "UPDATE meeting_plan SET superseded_at = now() WHERE id = $1", plan["id"]) is None
