"""With a login's password and SQL of one's own: time stays on its side, and the agency reads accounts only."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.installation import Installation
from tests.boundary.sql import reached, refused, session, step_into
from tests.resources.support import YESTERDAY, cost, entry
from tests.support.world import World

FORBIDDEN, NO_SUCH_KEY, FROZEN = "42501", "23503", "PW002"


@pytest.fixture
async def case(installation: Installation, app: Any) -> AsyncIterator[Any]:
    async with session(installation.case) as connection:
        yield connection


async def test_a_draft_moves_to_no_course_of_the_other_side(world: World, case: Any) -> None:
    victims = await world.party("tryg-vej-coordinator-victim")
    others = await world.party("tryg-vej-coordinator-perpetrator")
    elsewhere = await world.party("lysningen-coordinator-victim")
    own = await world.running(victims, await world.unaided(victims))
    other_side = await world.running(others, await world.unaided(others, "perpetrator"))
    foreign = await world.running(elsewhere, await world.unaided(elsewhere))
    made = await entry(victims, world.project())
    await step_into(case, "ngo", victims.organisation_id, track="victim")
    move = "UPDATE time_entry SET course_id = $1, citizen_id = $2, track = $3 WHERE id = $4"
    for course, track, state in (
        (own, "victim", None),
        (own, "perpetrator", FORBIDDEN),
        (other_side, "perpetrator", FORBIDDEN),
        (foreign, "victim", NO_SUCH_KEY),
    ):
        values = (course["id"], course["citizen_id"], track, made["id"])
        assert await refused(case, move, *values) == state, (course, track)
    # The key is looked at when the statement ends: a course of the other side under one's own track is none.
    values = (other_side["id"], other_side["citizen_id"], "victim", made["id"])
    assert await refused(case, move, *values) == NO_SUCH_KEY
    # Nor to another worker, project or organisation.
    for column in ("staff_id", "project_id", "organisation_id"):
        assert await refused(case, f"UPDATE time_entry SET {column} = {column}") == FORBIDDEN, column


async def test_states_are_not_skipped_and_functions_not_passed_over(world: World, case: Any) -> None:
    coordinator = await world.party("aarhus-coordinator")
    made = await entry(coordinator, world.project())
    spent = await cost(coordinator, world.project())
    await step_into(case, "municipality", coordinator.organisation_id, functions="secretary")
    for status in ("approved", "locked"):
        assert await refused(case, f"UPDATE time_entry SET status = '{status}' WHERE id = $1", made["id"]) == FROZEN
    assert await refused(case, "UPDATE cost SET status = 'audited' WHERE id = $1", spent["id"]) == FROZEN
    assert await refused(case, "UPDATE cost SET status = 'booked' WHERE id = $1", spent["id"]) is None
    await step_into(case, "municipality", coordinator.organisation_id, functions="caseworker")
    for table in ("time_entry", "cost", "hourly_rate"):
        assert await reached(case, f"SELECT FROM {table}") == 0, table


async def test_the_agency_reads_what_is_booked_and_nothing_else(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    draft = await cost(ngo, world.project(), course_id=course["id"])
    booked = await cost(ngo, world.project(), "booked", course_id=course["id"], day=YESTERDAY)
    await step_into(case, "agency", world.organisation("agency"), functions="secretary")
    for each, count in ((draft, 0), (booked, 1)):
        assert await reached(case, "SELECT FROM cost WHERE id = $1", each["id"]) == count
    for table in ("time_entry", "cost_course", "hourly_rate"):
        assert await refused(case, f"SELECT FROM {table}") == FORBIDDEN, table
    assert await refused(case, "UPDATE cost SET status = 'audited'") == FORBIDDEN
