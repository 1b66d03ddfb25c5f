"""With the answerer's login and SQL of one's own: the one questionnaire whose link one holds, and nothing else."""

from collections.abc import AsyncIterator
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.auth.link_holder import ANSWERER, hash_of
from app.boundary.policy import CASE_ROLES, MACHINE_ROLES, ROLES, Operation, load
from app.installation import Installation
from app.models import metadata
from tests.boundary.sql import reached, refused, session
from tests.measurements.linked import Linked, linked, send
from tests.support.world import World

FORBIDDEN, FROZEN = "42501", "PW002"
READS = {"questionnaire_link", "questionnaire_response", "instrument", "agreement_coverage"}
WRITES = {"questionnaire_answers", "audit_event", "audit_subject"}


@pytest.fixture
async def citizen(installation: Installation, app: Any) -> AsyncIterator["Any"]:
    async with session(installation.answerer) as connection:
        yield connection


async def hold(citizen: Any, secret: str) -> None:
    await citizen.execute("SELECT set_config('boundary.link', $1, true)", hash_of(secret, ANSWERER))


async def counts(citizen: Any) -> dict[str, int]:
    return {table: await citizen.fetchval(f"SELECT count(*) FROM {table}") for table in sorted(READS)}


def test_the_cells_are_these_and_no_more() -> None:
    categories = load().categories.values()
    reads, creates, updates = (
        {each.table for each in categories if each.allows("answerer", operation)}
        for operation in (Operation.READ, Operation.CREATE, Operation.UPDATE)
    )
    assert (reads, creates, updates) == (READS, WRITES, {"questionnaire_link", "questionnaire_response"})


async def test_without_a_link_there_is_nothing(world: World, citizen: Any) -> None:
    await linked(world)
    for table in metadata.tables:
        if table in READS:
            assert await citizen.fetchval(f"SELECT count(*) FROM {table}") == 0, table
        else:
            assert await refused(citizen, f"SELECT FROM {table}") == FORBIDDEN, table
        assert await refused(citizen, f"DELETE FROM {table}") == FORBIDDEN, table
        if table not in WRITES:
            assert await refused(citizen, f"INSERT INTO {table} DEFAULT VALUES") == FORBIDDEN, table
    assert await reached(citizen, "UPDATE questionnaire_response SET status = 'answered'") == 0
    assert await reached(citizen, "UPDATE questionnaire_link SET used_at = now()") == 0


async def test_the_login_steps_into_no_role(citizen: Any) -> None:
    for role in {*ROLES, *CASE_ROLES, *MACHINE_ROLES, "app_owner", "app_case", "postgres"} - {"answerer"}:
        assert await refused(citizen, f"SET ROLE {role}") == FORBIDDEN, role
        assert await refused(citizen, f"SELECT set_config('role', '{role}', true)") == FORBIDDEN, role


@pytest.mark.parametrize("setting", ["organisation", "track", "staff", "functions"])
async def test_no_claim_of_being_somebody_opens_anything(world: World, citizen: Any, setting: str) -> None:
    it = await linked(world)
    before = await counts(citizen)
    claims = {"organisation": it.ngo.organisation_id, "track": "victim", "staff": it.ngo.organisation_id}
    value = claims.get(setting, "coordinator integration")
    await citizen.execute("SELECT set_config($1, $2, true)", f"boundary.{setting}", value)
    assert await counts(citizen) == before == dict.fromkeys(sorted(READS), 0)


async def test_a_link_opens_its_one_questionnaire(world: World, citizen: Any) -> None:
    one, other = await linked(world), await linked(world)
    await hold(citizen, one.secret)
    found = await counts(citizen)
    coverage = found.pop("agreement_coverage")
    assert found == dict.fromkeys(sorted(READS - {"agreement_coverage"}), 1)
    controllers = await citizen.fetch("SELECT DISTINCT organisation_id::text FROM agreement_coverage")
    assert coverage > 0
    assert [each[0] for each in controllers] == [one.ngo.organisation_id]
    assert str(await citizen.fetchval("SELECT id FROM questionnaire_response")) == one.response_id
    assert await citizen.fetchval("SELECT count(*) FROM questionnaire_link WHERE secret_hash <> $1", "x") == 1
    assert hash_of(other.secret, ANSWERER) not in str(await citizen.fetch("SELECT * FROM questionnaire_link"))


@pytest.mark.parametrize(
    "change",
    [
        "status = 'declined'",
        "status = 'not_answered'",
        "status = 'answered', answered_on = current_date, answered_through = 'worker'",
        "answered_on = current_date, answered_through = 'link'",
        "citizen_id = gen_random_uuid()",
        "handed_out_at = NULL",
        "wave = 'end'",
    ],
)
async def test_a_link_does_nothing_to_it_but_answer(world: World, citizen: Any, change: str) -> None:
    it = await linked(world)
    await hold(citizen, it.secret)
    assert await refused(citizen, f"UPDATE questionnaire_response SET {change}") in {FORBIDDEN, "23514"}
    for column in ("secret_hash", "expires_at", "ended_at", "response_id", "requires_consent", "shown_to"):
        assert await refused(citizen, f"UPDATE questionnaire_link SET {column} = {column}") == FORBIDDEN, column


GIVEN = """'[{"item": "calm", "value": 3}, {"item": "slept", "value": 1}]'::jsonb"""


async def answered(citizen: Any, it: Linked, **changes: str) -> str | None:
    """An answer written by hand; the SQLSTATE by which it is refused."""
    values = {
        "response_id": "r.id",
        "citizen_id": "r.citizen_id",
        "organisation_id": "r.organisation_id",
        "answers": GIVEN,
        "shown_to": "'{}'",
        "score": "50",
        "band": "'low'",
        **changes,
    }
    return await refused(
        citizen,
        f"""
        INSERT INTO questionnaire_answers (id, created_at, updated_at, version, project_id, track,
          {", ".join(values)})
        SELECT gen_random_uuid(), now(), now(), 1, r.project_id, r.track, {", ".join(values.values())}
        FROM questionnaire_response AS r WHERE r.id = $1
        """,
        it.response_id,
    )


async def test_answers_go_to_the_one_questionnaire(world: World, citizen: Any) -> None:
    it, other = await linked(world), await linked(world)
    await hold(citizen, it.secret)
    assert await answered(citizen, it) is None
    assert await answered(citizen, it, response_id=f"'{other.response_id}'") == FORBIDDEN
    assert await answered(citizen, it, citizen_id=f"'{other.citizen['id']}'") == "23503"
    assert await refused(citizen, "SELECT FROM questionnaire_answers") == FORBIDDEN


async def test_an_answer_by_hand_is_judged_like_any(world: World, citizen: Any, superuser: AsyncEngine) -> None:
    it = await linked(world)
    await hold(citizen, it.secret)
    assert await answered(citizen, it) is None
    wrong = """'[{"item": "calm", "value": 99}, {"item": "slept", "value": 1}]'::jsonb"""
    for changes in (
        {"score": "99"},
        {"band": "NULL"},
        {"shown_to": "'{integration}'"},
        {"answers": "'[]'::jsonb"},
        {"answers": wrong},
    ):
        assert await answered(citizen, it, **changes) == FROZEN, changes
    async with superuser.begin() as connection:
        # A consent that has run out, and whose links nothing has ended yet.
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        # Long before the citizen's transaction began, whose time stands still.
        over = "UPDATE consent SET valid_until = now() - interval '1 hour' WHERE citizen_id = :id"
        await connection.execute(text(over), {"id": it.citizen["id"]})
    assert await answered(citizen, it) == FROZEN


async def test_a_used_link_opens_nothing_more(world: World, citizen: Any) -> None:
    it = await linked(world)
    assert (await send(world, it.page)).status_code == 303
    await hold(citizen, it.secret)
    found = await counts(citizen)
    assert (found["questionnaire_response"], found["instrument"]) == (0, 0)
    assert await refused(citizen, "UPDATE questionnaire_link SET used_at = NULL") == FROZEN


async def test_the_log_takes_what_the_link_did_and_nothing_of_others(world: World, citizen: Any) -> None:
    it, other = await linked(world), await linked(world)
    await hold(citizen, it.secret)
    event = """
        INSERT INTO audit_event (id, at, organisation_id, client_id, request_id, action, category, record_id, outcome)
        VALUES (gen_random_uuid(), now(), $1, 'answerer', '-', 'answer_by_link', 'questionnaire_answers', $2, 'done')
        """
    police = world.organisation("police")
    assert await refused(citizen, event, it.ngo.organisation_id, it.response_id) is None
    assert await refused(citizen, event, it.ngo.organisation_id, other.response_id) == FORBIDDEN
    assert await refused(citizen, event, police, it.response_id) == FORBIDDEN


async def test_a_party_gains_nothing_by_a_link(world: World, installation: Installation, app: Any) -> None:
    it = await linked(world)
    async with session(installation.case) as connection:
        await hold(connection, it.secret)
        await connection.execute("SELECT set_config('role', 'ngo', true)")
        assert await connection.fetchval("SELECT count(*) FROM questionnaire_link") == 0
        assert await connection.fetchval("SELECT count(*) FROM questionnaire_response") == 0


async def test_a_closed_questionnaire_stays_closed(world: World, installation: Installation, app: Any) -> None:
    """For its own organisation, too: an answer is final."""
    it = await linked(world)
    assert (await send(world, it.page)).status_code == 303
    async with session(installation.case) as connection:
        await connection.execute(
            "SELECT set_config('boundary.organisation', $1, true), set_config('boundary.track', 'victim', true), "
            "set_config('boundary.functions', 'coordinator', true), set_config('role', 'ngo', true)",
            it.ngo.organisation_id,
        )
        change = "UPDATE questionnaire_response SET status = 'declined', answered_on = NULL, answered_through = NULL"
        assert await refused(connection, f"{change} WHERE id = $1", it.response_id) == FROZEN
