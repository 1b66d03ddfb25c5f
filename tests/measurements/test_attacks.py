"""With a login's password and SQL of one's own: no measuring without the consent it needs, and no second answer."""

from collections.abc import AsyncIterator
from typing import Any

import pytest

from app.installation import Installation
from tests.boundary.sql import refused, session, step_into
from tests.measurements.test_responses import answered, running
from tests.support.world import JSON, World

FORBIDDEN, FROZEN = "42501", "PW002"
ASK = """
    INSERT INTO questionnaire_response (id, created_at, updated_at, version, project_id, organisation_id, citizen_id,
      track, course_id, instrument_id, instrument_code, wave, status, answered_on, answered_through, handed_out_at)
    SELECT gen_random_uuid(), now(), now(), 1, $1, $2, $3, 'victim', $4, instrument.id, instrument.code, 'start',
      $6::text, CASE WHEN $6::text = 'answered' THEN current_date END,
      CASE WHEN $6::text = 'answered' THEN 'worker' END, NULL
    FROM instrument WHERE instrument.id = $5
    """
ANSWER = """
    INSERT INTO questionnaire_answers (id, created_at, updated_at, version, project_id, organisation_id, citizen_id,
      track, response_id, answers, score, shown_to)
    SELECT gen_random_uuid(), now(), now(), 1, project_id, organisation_id, citizen_id, track, id,
      COALESCE($3::jsonb, (SELECT jsonb_agg(jsonb_build_object('item', 'who5_' || n, 'value', 5))
                           FROM generate_series(1, 5) AS n)),
      $4::integer, $2::text[]
    FROM questionnaire_response WHERE id = $1
    """
CLOSE = "UPDATE questionnaire_response SET status = $2 WHERE id = $1"


@pytest.fixture
async def case(installation: Installation, app: Any) -> AsyncIterator[Any]:
    async with session(installation.case) as connection:
        yield connection


def asking(course: JSON, organisation: str, instrument: JSON, status: str = "assigned") -> tuple[str, ...]:
    return (course["project_id"], organisation, course["citizen_id"], course["id"], instrument["id"], status)


async def test_without_the_consent_nobody_is_asked_and_nothing_answered(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    measured = await running(world, ngo)
    unmeasured = await world.running(ngo, await world.unaided(ngo))
    instrument = await world.instrument(ngo)
    assert instrument["requires_evaluation_consent"]
    await step_into(case, "ngo", ngo.organisation_id, track="victim")
    for course, answer in ((unmeasured, FROZEN), (measured, None)):
        assert await refused(case, ASK, *asking(course, ngo.organisation_id, instrument)) == answer
    skipped = asking(measured, ngo.organisation_id, instrument, "answered")
    assert await refused(case, ASK, *skipped) == FROZEN
    await case.execute("RESET ROLE")
    made = await world.questionnaire(ngo, measured)
    await step_into(case, "ngo", ngo.organisation_id, track="victim")
    assert await refused(case, ANSWER, made["id"], ["coordinator"], None, 100) is None
    assert await refused(case, CLOSE, made["id"], "declined") is None
    consents = (await ngo.get(f"/v1/consents?citizen_id={measured['citizen_id']}")).json()["items"]
    for each in consents:
        if "evaluation_questionnaire" in each["scopes"]:
            await world.withdrawn(ngo, each)
    assert await refused(case, ANSWER, made["id"], ["coordinator"], None, 100) == FROZEN
    assert await refused(case, CLOSE, made["id"], "declined") is None


async def test_an_answer_is_final_and_shown_to_whom_the_instrument_shows_it(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    done = await answered(world, ngo, await running(world, ngo), 1, 1, 1, 1, 1)
    made = await world.questionnaire(ngo, await running(world, ngo))
    await step_into(case, "ngo", ngo.organisation_id, track="victim")
    for status in ("assigned", "handed_out", "declined", "not_answered"):
        change = (
            "UPDATE questionnaire_response SET status = $2, answered_on = NULL, answered_through = NULL WHERE id = $1"
        )
        assert await refused(case, change, done["id"], status) == FROZEN, status
    later = "UPDATE questionnaire_response SET answered_on = answered_on - 1 WHERE id = $1"
    assert await refused(case, later, done["id"]) == FROZEN
    assert await refused(case, CLOSE, made["id"], "assigned") == FROZEN
    assert await refused(case, ANSWER, made["id"], ["coordinator", "integration"], None, 100) == FROZEN
    assert await refused(case, ANSWER, made["id"], ["coordinator", "caseworker"], None, 100) is None


async def test_a_score_is_what_the_answers_say(world: World, case: Any) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await world.questionnaire(ngo, await running(world, ngo))
    await step_into(case, "ngo", ngo.organisation_id, track="victim")
    short = '[{"item": "who5_1", "value": 5}]'
    off = '[{"item": "who5_1", "value": 99}, {"item": "who5_2", "value": 5}]'
    for answers, score in ((None, 99), (None, None), (short, 20), (off, 100), ("[]", None)):
        assert await refused(case, ANSWER, made["id"], ["coordinator"], answers, score) == FROZEN, (answers, score)
