"""With a login's password and SQL of one's own: a contact opens on its way, and on no other."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.installation import Installation
from tests.boundary.sql import reached, refused, session, step_into
from tests.interviews.support import asked, consented, contribution, interview_consent, lent, proposed
from tests.support.world import World

FORBIDDEN, FROZEN, NO_SUCH_KEY = "42501", "PW002", "23503"


@pytest.fixture
async def case(installation: Installation, app: Any) -> AsyncIterator[Any]:
    async with session(installation.case) as connection:
        yield connection


@pytest.fixture
async def evaluator(installation: Installation, app: Any, world: World) -> AsyncIterator[Any]:
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator", world.organisation("vive"), functions="researcher")
        yield connection


CONTACT = """
    INSERT INTO interview_contact (id, created_at, updated_at, version, project_id, organisation_id, recipient_id,
      safe_channels, safe_hours, never_leave_message, shared_device, opened_at)
    SELECT gen_random_uuid(), now(), now(), 1, project_id, $2, evaluator_id, '{}', '[]', true, true, $3
    FROM interview_candidate WHERE id = $1
    """


async def test_a_contact_is_written_closed_and_as_oneself(world: World, case: Any) -> None:
    ngo, other = await world.party("tryg-vej-coordinator-victim"), world.organisation("lysningen")
    candidate = await consented(world, ngo)
    await step_into(case, "ngo", ngo.organisation_id, track="victim")
    now = await case.fetchval("SELECT now()")
    assert await refused(case, CONTACT, candidate["id"], ngo.organisation_id, None) is None
    assert await refused(case, CONTACT, candidate["id"], ngo.organisation_id, now) == FORBIDDEN
    assert await refused(case, CONTACT, candidate["id"], other, None) == FORBIDDEN
    assert await refused(case, "UPDATE interview_contact SET opened_at = now()") == FORBIDDEN
    assert await refused(case, "SELECT FROM interview_contact") == FORBIDDEN


async def test_no_step_of_a_candidate_is_skipped(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    fresh, waiting = await proposed(world, ngo), await asked(world, ngo)
    foreign = await consented(world, ngo)
    passed, contact_id = await lent(world, ngo)
    await step_into(case, "ngo", ngo.organisation_id, track="victim")

    async def moved(candidate: Any, change: str, *values: Any) -> str | None:
        return await refused(case, f"UPDATE interview_candidate SET {change} WHERE id = $1", candidate["id"], *values)

    for status in ("consented", "declined", "contact_passed_on", "completed"):
        assert await moved(fresh, f"status = '{status}', completed_on = NULL") in {FROZEN, "23514"}, status
    consent = foreign["consent_id"]
    assert await moved(waiting, "status = 'consented'") == FROZEN
    assert await moved(waiting, "status = 'consented', consent_id = $2", consent) == FROZEN
    assert await moved(foreign, "consent_id = NULL") == FROZEN
    assert await moved(foreign, "status = 'contact_passed_on', contact_id = $2", contact_id) in {FROZEN, "23505"}
    assert await moved(passed, "contact_id = NULL, status = 'consented'") == FROZEN
    assert await moved(passed, "status = 'completed', completed_on = current_date") == FROZEN
    assert await refused(case, "UPDATE interview_candidate SET evaluator_id = evaluator_id") == FORBIDDEN


async def test_a_consent_that_was_withdrawn_carries_nothing(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    candidate = await asked(world, ngo)
    consent = await interview_consent(world, ngo, candidate)
    await step_into(case, "ngo", ngo.organisation_id, track="victim")
    take = "UPDATE interview_candidate SET status = 'consented', consent_id = $2 WHERE id = $1"
    assert await refused(case, take, candidate["id"], consent["id"]) is None
    await world.withdrawn(ngo, consent)
    assert await refused(case, take, candidate["id"], consent["id"]) == FROZEN


async def test_the_evaluators_login_reads_its_contacts_and_no_citizen(world: World, evaluator: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    candidate, contact_id = await lent(world, ngo)
    row = dict(await evaluator.fetchrow("SELECT * FROM interview_contact WHERE id = $1", contact_id))
    told = {str(each) for each in row.values()}
    assert not told & {candidate[name] for name in ("id", "citizen_id", "course_id", "consent_id", "track")}
    assert not any(b"\xc3\x85got" in each for each in row.values() if isinstance(each, bytes))
    for table in (
        "interview_candidate",
        "citizen",
        "citizen_contact",
        "consent",
        "course",
        "data_key",
        "audit_subject",
    ):
        assert await refused(evaluator, f"SELECT FROM {table}") == FORBIDDEN, table
    for change in ("opened_at = now()", "ended_at = NULL", "valid_until = NULL", "recipient_id = recipient_id"):
        assert await refused(evaluator, f"UPDATE interview_contact SET {change}") == FORBIDDEN, change
    assert await refused(evaluator, "DELETE FROM interview_contact") == FORBIDDEN
    await step_into(evaluator, "evaluator", world.organisation("tryg_vej"), functions="researcher")
    assert await reached(evaluator, "SELECT FROM interview_contact") == 0
    await step_into(evaluator, "evaluator", world.organisation("vive"), functions="integration")
    assert await reached(evaluator, "SELECT FROM interview_contact") == 0


async def test_no_contact_is_ended_without_its_candidate(world: World, evaluator: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    _, contact_id = await lent(world, ngo)
    tell = "UPDATE interview_contact SET outcome = 'held', held_on = current_date WHERE id = $1"
    assert await refused(evaluator, tell, contact_id) is None
    await evaluator.execute(tell, contact_id)
    assert await reached(evaluator, tell, contact_id) == 0


async def test_nobody_writes_a_read_of_nobodys_contact_into_the_log(world: World, evaluator: Any) -> None:
    write = """
        INSERT INTO audit_subject (event_id, position, at, organisation_id, controller_id, category, record_id, access)
        SELECT gen_random_uuid(), 1, now(), $1, $1, 'interview_contact', gen_random_uuid(), 'read'
        """
    assert await refused(evaluator, write, world.organisation("vive")) == FROZEN


async def test_a_contribution_is_told_once_and_planned_by_no_party(world: World, case: Any) -> None:
    aarhus = await world.party("aarhus-coordinator")
    made = await contribution(world, aarhus)
    await step_into(case, "municipality", aarhus.organisation_id)
    done = "status = 'done', done_on = current_date"
    for change, state in (
        (done, FROZEN),
        ("status = 'not_done', reason = 'other'", None),
        ("status = 'agreed', agreed_for = current_date", None),
        ("due_on = current_date", FORBIDDEN),
        ("round = 2", FORBIDDEN),
        ("organisation_id = organisation_id", FORBIDDEN),
    ):
        found = await refused(case, f"UPDATE evaluation_contribution SET {change} WHERE id = $1", made["id"])
        assert found == state, change
    assert await refused(case, "INSERT INTO evaluation_contribution DEFAULT VALUES") == FORBIDDEN
    await step_into(case, "municipality", aarhus.organisation_id, functions="caseworker")
    assert await reached(case, "UPDATE evaluation_contribution SET reason = 'other' WHERE id = $1", made["id"]) == 0
    await step_into(case, "agency", world.organisation("agency"), functions="secretary")
    assert await refused(case, "UPDATE evaluation_contribution SET status = 'done'") == FORBIDDEN


async def test_the_evaluators_login_moves_a_contribution_and_tells_nothing_of_it(world: World, evaluator: Any) -> None:
    made = await contribution(world, await world.party("aarhus-coordinator"))
    move = "UPDATE evaluation_contribution SET {} WHERE id = $1"
    assert await refused(evaluator, move.format("due_on = current_date"), made["id"]) is None
    for change in ("status = 'agreed'", "agreed_for = current_date", "participants = 999", "reason = 'other'"):
        assert await refused(evaluator, move.format(change), made["id"]) == FORBIDDEN, change
