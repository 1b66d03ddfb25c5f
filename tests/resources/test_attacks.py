"""With a login's password and SQL of one's own: time stays on its side, and the agency reads accounts only."""

from collections.abc import AsyncIterator
from datetime import date
from typing import Any
from uuid import uuid4

import pytest

from app.installation import Installation
from tests.boundary.sql import as_party, reached, refused, session, step_into
from tests.grants.support import drafted_by, granted, line
from tests.resources.support import YESTERDAY, cost, entry, faults, house, time
from tests.support.world import World, nobody

PATH = "/v1/time-entries"
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


async def test_what_is_cancelled_stays_so(world: World, case: Any) -> None:
    party = await world.party("aarhus-coordinator")
    made, spent = await entry(party, world.project()), await cost(party, world.project())
    await step_into(case, "municipality", party.organisation_id, functions="secretary")
    assert await refused(case, "UPDATE time_entry SET status = 'cancelled' WHERE id = $1", made["id"]) == FROZEN
    for path in (f"{PATH}/{made['id']}", f"/v1/costs/{spent['id']}"):
        assert (await party.act(f"{path}/cancel")).status_code == 200
    await step_into(case, "municipality", party.organisation_id, functions="coordinator")
    for table, record, states in (
        ("time_entry", made["id"], ("draft", "approved", "locked")),
        ("cost", spent["id"], ("draft", "booked", "audited")),
    ):
        for status in states:
            change = f"UPDATE {table} SET status = '{status}' WHERE id = $1"
            assert await refused(case, change, record) == FROZEN, (table, status)


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


async def test_a_cost_is_of_its_track_or_of_none(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await cost(ngo, world.project())
    insert = (
        "INSERT INTO cost (id, created_at, updated_at, version, project_id, organisation_id, category, amount_oere, "
        "day, status, track) "
        "SELECT gen_random_uuid(), now(), now(), 1, $1, $2, 'transport', 1, current_date, 'draft', $3"
    )
    for track, count in (("victim", 1), ("perpetrator", 0), ("", 0)):
        await as_party(case, "ngo", ngo, track)
        assert await reached(case, "SELECT FROM cost WHERE id = $1", made["id"]) == count, track
        assert await reached(case, "UPDATE cost SET note = 'x' WHERE id = $1", made["id"]) == count, track
        assert await refused(case, "UPDATE cost SET track = track WHERE id = $1", made["id"]) == FORBIDDEN
        for other in ("victim", "perpetrator", None):
            wanted = None if (other or "") == track else FORBIDDEN
            assert await refused(case, insert, world.project(), ngo.organisation_id, other) == wanted, (track, other)


async def test_the_agency_reads_what_is_booked_and_nothing_else(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    await granted(world)
    course = await world.running(ngo, await world.unaided(ngo))
    draft = await cost(ngo, world.project(), course_id=course["id"])
    booked = await cost(ngo, world.project(), "booked", course_id=course["id"], day=YESTERDAY)
    await step_into(case, "agency", world.organisation("agency"), functions="secretary")
    for each, count in ((draft, 0), (booked, 1)):
        assert await reached(case, "SELECT FROM cost WHERE id = $1", each["id"]) == count
    for table in ("time_entry", "cost_course", "hourly_rate"):
        assert await refused(case, f"SELECT FROM {table}") == FORBIDDEN, table
    assert await refused(case, "UPDATE cost SET status = 'audited'") == FORBIDDEN


async def test_a_cost_of_the_other_side_is_tied_to_no_course(world: World, case: Any) -> None:
    """Nor does it tell whether it was for one: the key that a second course would hit speaks after the refusal."""
    victims = await world.party("tryg-vej-coordinator-victim")
    others = await world.party("tryg-vej-coordinator-perpetrator")
    course = await world.running(victims, await world.unaided(victims))
    other_side = await world.running(others, await world.unaided(others, "perpetrator"))
    tied = await cost(victims, world.project(), course_id=course["id"])
    free = await cost(victims, world.project())
    insert = (
        "INSERT INTO cost_course (id, created_at, updated_at, version, project_id, organisation_id, citizen_id, track, "
        "cost_id, course_id) SELECT gen_random_uuid(), now(), now(), 1, $1, $2, $3, $4, $5, $6"
    )
    for track, of, wanted in (
        ("perpetrator", other_side, {tied["id"]: FORBIDDEN, free["id"]: FORBIDDEN, str(uuid4()): FORBIDDEN}),
        ("victim", course, {tied["id"]: "23505", free["id"]: None, str(uuid4()): FORBIDDEN}),
    ):
        await as_party(case, "ngo", victims, track)
        for cost_id, state in wanted.items():
            values = (world.project(), victims.organisation_id, of["citizen_id"], track, cost_id, of["id"])
            assert await refused(case, insert, *values) == state, (track, cost_id == tied["id"])
        await case.execute("RESET ROLE")


# --- what no refusal tells --------------------------------------------------------------------------------

_INSERT = {
    "time_entry": """
        INSERT INTO time_entry (id, created_at, updated_at, version, project_id, organisation_id, staff_id, function,
          track, task, day, minutes, grant_funded, evaluation, status)
        VALUES (gen_random_uuid(), now(), now(), 1, $1, $2, $3, 'coordinator', $4, 'meetings', $5, $6, false, false,
          'draft')
        """,
    "hourly_rate": """
        INSERT INTO hourly_rate (id, created_at, updated_at, version, organisation_id, function, oere_per_hour,
          valid_from, valid_until)
        VALUES (gen_random_uuid(), now(), now(), 1, $1, 'caseworker', 1, $2, $2)
        """,
}


async def test_whose_day_is_full_or_has_a_rate_is_not_told_to_another(world: World, case: Any) -> None:
    it = await house(world, "municipality", municipality_code="0101")
    day, other_day = date(2024, 3, 1), date(2024, 3, 2)
    await entry(it.coordinator, it.project, day=day.isoformat(), minutes=1440)
    rate = {"function": "caseworker", "oere_per_hour": 1, "valid_from": day.isoformat(), "valid_until": day.isoformat()}
    assert (await it.coordinator.post("/v1/hourly-rates", rate)).status_code == 201
    project, worker = it.project, it.coordinator.staff_id
    for organisation in ("aarhus", None):
        await step_into(case, "municipality", world.organisation(organisation) if organisation else "")
        for when in (day, other_day):
            values = (project, it.organisation, worker, None, when, 1)
            assert await refused(case, _INSERT["time_entry"], *values) == FORBIDDEN, when
            assert await refused(case, _INSERT["hourly_rate"], it.organisation, when) == FORBIDDEN, when
        await case.execute("RESET ROLE")
    # Nor to a caseworker of the same house.
    await step_into(
        case, "municipality", it.organisation, staff=str(it.users["caseworker"].staff_id), functions="caseworker"
    )
    for when in (day, other_day):
        values = (project, it.organisation, worker, None, when, 1)
        assert await refused(case, _INSERT["time_entry"], *values) == FORBIDDEN, when


async def test_the_other_sides_worker_is_nobody(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    other = await world.user_of(ngo.organisation_id, "caseworker", "perpetrator")
    await entry(other, world.project(), day="2024-03-01", minutes=1440)
    course = await world.running(ngo, await world.unaided(ngo))
    for day in ("2024-03-01", "2024-03-02"):
        answers = [
            await ngo.post(PATH, time(world.project(), staff_id=each, day=day, **about))
            for each in (other.staff_id, nobody())
            for about in ({}, {"course_id": course["id"]})
        ]
        assert {each.status_code for each in answers} == {422}
        assert [faults(each) for each in answers] == [[("/staff_id", "unknown_reference")]] * 4
    seen = (await ngo.get("/v1/staff?limit=200")).json()["items"]
    assert {each["track"] for each in seen} == {"victim"}
    assert (await ngo.get(f"/v1/staff/{other.staff_id}")).status_code == 404
    await step_into(case, "ngo", ngo.organisation_id, track="victim")
    for when in (date(2024, 3, 1), date(2024, 3, 2)):
        values = (world.project(), ngo.organisation_id, other.staff_id, "victim", when, 1)
        assert await refused(case, _INSERT["time_entry"], *values) == FORBIDDEN, when
    values = (world.project(), ngo.organisation_id, ngo.staff_id or seen[0]["id"], "victim", date(2024, 3, 1), 1)
    assert await refused(case, _INSERT["time_entry"], *values) is None


async def test_an_entry_leaves_its_side_by_no_change(world: World, capsys: pytest.CaptureFixture[str]) -> None:
    """Of a worker without a track the track is the course's: without the course the entry would be out of sight."""
    whole = await world.party("favrskov-coordinator")
    party = await world.user_of(whole.organisation_id, "coordinator", "victim")
    shared = await world.user_of(whole.organisation_id, "caseworker")
    course = await world.running(whole, await world.unaided(whole))
    made = await entry(party, course["project_id"], staff_id=shared.staff_id, course_id=course["id"])
    path = f"{PATH}/{made['id']}"
    etag = (await party.get(path)).headers["etag"]
    refusal = await party.patch(path, {"course_id": None}, if_match=etag)
    assert (refusal.status_code, faults(refusal)) == (422, [("/course_id", "unknown_reference")])
    assert "database_refused" not in capsys.readouterr().out
    assert (await party.get(path)).headers["etag"] == etag


async def test_a_suspended_controllers_costs_are_nobodys_to_read(world: World) -> None:
    it = await house(world)
    agency = await world.party("agency-secretary")
    await world.made(f"/v1/projects/{it.project}/partners", {"organisation_id": agency.organisation_id, "lead": False})
    application = await drafted_by(it.coordinator, world, it.project)
    await application.complete(line(100_000_000))
    await application.submit()
    await application.grant_it()
    made = await cost(it.coordinator, it.project, "booked")
    path = f"/v1/costs/{made['id']}"
    assert (await agency.get(path)).status_code == 200
    operator = await world.party("operator-operator")
    agreements = (await operator.get(f"/v1/agreements?project_id={it.project}&limit=200")).json()["items"]
    mine = next(each for each in agreements if each["organisation_id"] == it.organisation)
    assert (await operator.act(f"/v1/agreements/{mine['id']}/suspend")).status_code == 200
    assert (await agency.get(path)).status_code == 404
