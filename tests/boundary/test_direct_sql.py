"""With a login's password and SQL of one's own: nothing without a context, nothing outside the role, nothing undone."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest

from app.boundary.policy import CASE_ROLES, MACHINE_ROLES, ROLES, Operation, load
from app.installation import Installation
from app.models import metadata
from tests.boundary.sql import logged_in, refused, session, step_into
from tests.support.world import World

FORBIDDEN = "42501"
APPEND_ONLY = "PW003"
POLICY = load()
OPEN = {
    "anyone",
    "handed_in",
    "grant_handed_in",
    "account_handed_in",
    "file_handed_in",
    "of_handed_in_file",
    "published",
    "of_published_release",
}
"""Words that look at the row and do not ask who asks: there is one agency, and what is published is published."""
TABLES = sorted(metadata.tables)
CITIZENS_TABLES = sorted(each.table for each in POLICY.categories.values() if each.citizen_data)

Connection = "asyncpg.Connection[Any]"


@pytest.fixture
async def case(installation: Installation, app: Any) -> AsyncIterator["asyncpg.Connection[Any]"]:
    async with session(installation.case) as connection:
        yield connection


@pytest.fixture
async def owner(installation: Installation, app: Any) -> AsyncIterator["asyncpg.Connection[Any]"]:
    async with session(installation.owner) as connection:
        yield connection


def may(role: str, operation: Operation) -> set[str]:
    return {each.table for each in POLICY.categories.values() if each.allows(role, operation)}


def open_to(role: str) -> set[str]:
    """Tables of which rows are the role's to read, whoever asks."""
    return {
        each.table
        for each in POLICY.categories.values()
        if any({*cell.when} <= OPEN for cell in each.cells_for(role, Operation.READ))
    }


async def test_the_case_login_itself_reads_what_sign_in_needs_and_no_more(case: "asyncpg.Connection[Any]") -> None:
    for table in TABLES:
        allowed = table in may("authenticator", Operation.READ)
        assert (await refused(case, f"SELECT count(*) FROM {table}") is None) == allowed, table
        column = next(iter(metadata.tables[table].columns)).name
        assert await refused(case, f"UPDATE {table} SET {column} = {column}") == FORBIDDEN, table
        assert await refused(case, f"DELETE FROM {table}") == FORBIDDEN, table
        assert await refused(case, f"TRUNCATE {table}") == FORBIDDEN, table
        writes = table in may("authenticator", Operation.CREATE)
        assert (await refused(case, f"INSERT INTO {table} DEFAULT VALUES") != FORBIDDEN) == writes, table


@pytest.mark.parametrize("role", CASE_ROLES)
async def test_a_role_without_a_context_sees_and_writes_nothing_of_a_citizens(
    case: "asyncpg.Connection[Any]", role: str
) -> None:
    await step_into(case, role)
    for table in TABLES:
        if table not in may(role, Operation.READ):
            assert await refused(case, f"SELECT FROM {table}") == FORBIDDEN, table
        elif table in open_to(role):
            assert table not in CITIZENS_TABLES
        else:
            assert await case.fetchval(f"SELECT count(*) FROM {table}") == 0, table
        assert await refused(case, f"DELETE FROM {table}") == FORBIDDEN, table
        assert await refused(case, f"TRUNCATE {table} CASCADE") == FORBIDDEN, table
        if table in may(role, Operation.UPDATE) and table not in open_to(role):
            changed = "updated_at" if "updated_at" in metadata.tables[table].columns else "valid_from"
            assert await case.execute(f"UPDATE {table} SET {changed} = now()") == "UPDATE 0", table


# What a calendar's link opens is the login's to step into (tests/programme/test_attacks.py): its cells are the fewest.
OTHERS = ["evaluator", *MACHINE_ROLES, "app_owner", "app_evaluator", "app_builder", "app_deliverer", "postgres"]


@pytest.mark.parametrize("role", sorted({*OTHERS} - {"calendar_reader"}))
async def test_the_case_login_steps_into_nobody_elses_role(case: "asyncpg.Connection[Any]", role: str) -> None:
    assert await refused(case, f"SET ROLE {role}") == FORBIDDEN
    assert await refused(case, f"SELECT set_config('role', '{role}', true)") == FORBIDDEN
    assert await refused(case, f"SET SESSION AUTHORIZATION {role}") == FORBIDDEN
    await step_into(case, "ngo")
    assert await refused(case, f"SET ROLE {role}") == FORBIDDEN


@pytest.mark.parametrize(
    "statement",
    [
        "CREATE TABLE mine (id int)",
        "CREATE SCHEMA mine",
        "CREATE FUNCTION mine() RETURNS int LANGUAGE sql AS 'SELECT 1'",
        "CREATE VIEW mine AS SELECT 1",
        "CREATE TEMP TABLE citizen (id int)",
        "ALTER TABLE citizen DISABLE ROW LEVEL SECURITY",
        "ALTER TABLE consent DISABLE TRIGGER ALL",
        "ALTER POLICY ngo_read ON citizen USING (true)",
        "SET session_replication_role = replica",
        "GRANT SELECT ON citizen TO app_case",
        "ALTER ROLE app_case BYPASSRLS",
        "COPY citizen TO PROGRAM 'cat'",
        "LOAD 'plpgsql'",
        "SELECT pg_read_file('PG_VERSION')",
        "SELECT rolpassword FROM pg_authid",
        "SELECT lo_import('/etc/hostname')",
    ],
)
async def test_neither_login_nor_role_changes_the_database(case: "asyncpg.Connection[Any]", statement: str) -> None:
    if not statement.startswith("LOAD"):
        assert await refused(case, statement) == FORBIDDEN
    await step_into(case, "operator")
    assert await refused(case, statement) in {FORBIDDEN, "42704", "58P01"}


async def test_row_security_cannot_be_switched_off(case: "asyncpg.Connection[Any]") -> None:
    """`row_security = off` makes a statement fail that policies would have narrowed; it lifts nothing."""
    await step_into(case, "ngo")
    await case.execute("SET LOCAL row_security = off")
    assert await refused(case, "SELECT FROM citizen") == FORBIDDEN


async def test_the_evaluators_login_itself_reads_who_asks_among_evaluators(
    installation: Installation, app: Any
) -> None:
    async with session(installation.evaluator) as connection:
        for table in TABLES:
            allowed = table in may("evaluator_entrance", Operation.READ)
            assert (await refused(connection, f"SELECT FROM {table}") is None) == allowed, table
            assert await refused(connection, f"INSERT INTO {table} DEFAULT VALUES") == FORBIDDEN, table
        for table in ("client", "staff", "agreement_coverage"):
            types = await connection.fetch(
                f"SELECT DISTINCT type FROM {table} JOIN organisation AS o ON o.id = {table}.organisation_id"
            )
            assert {each["type"] for each in types} <= {"evaluator"}, table
        assert await connection.fetchval("SELECT count(*) FROM client") > 0


async def test_the_evaluators_login_reads_its_own_cells_only(installation: Installation, app: Any) -> None:
    async with session(installation.evaluator) as connection:
        for role in (*CASE_ROLES, *MACHINE_ROLES):
            assert await refused(connection, f"SET ROLE {role}") == FORBIDDEN, role
        await step_into(connection, "evaluator")
        for table in TABLES:
            allowed = table in may("evaluator", Operation.READ)
            assert (await refused(connection, f"SELECT FROM {table}") is None) == allowed, table
        personal = set(CITIZENS_TABLES) - {"audit_event", "idempotency"}
        found = personal & may("evaluator", Operation.READ)
        assert found == {"interview_contact", "pseudonymised_record"}
        for table in found:
            assert await connection.fetchval(f"SELECT count(*) FROM {table}") == 0, table  # without a context


async def test_the_evaluators_login_reads_of_a_release_what_it_is_shown(installation: Installation, app: Any) -> None:
    """Who did not approve, from whom data entered and by which secret it was made is told to nobody by a route."""
    hidden = {"excluded_ids", "sources", "secret_check", "built_by", "checked_by"}
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator")
        for column in sorted(each.name for each in metadata.tables["release"].columns):
            refusal = await refused(connection, f"SELECT {column} FROM release")
            assert refusal == (FORBIDDEN if column in hidden else None), column


@pytest.mark.parametrize("name", ["police-coordinator", "tryg-vej-coordinator-victim", "operator-operator"])
async def test_the_evaluators_login_is_nobody_else_by_saying_so(
    installation: Installation, world: World, name: str
) -> None:
    """What a party has is there to be read, changed or written; the login that asks as that party gets none of it."""
    party = await world.party(name)
    assert (await party.get("/v1/agreements")).json()["items"]
    forged = """
        INSERT INTO audit_event (id, at, organisation_id, client_id, request_id, action, category, outcome)
        VALUES (gen_random_uuid(), now(), $1, 'somebody', 'x', 'read', 'citizen', 'done')
        """
    evaluator = await world.party("vive-researcher")
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator", evaluator.organisation_id, functions="researcher")
        assert await connection.fetchval("SELECT count(*) FROM staff") > 0
        assert await refused(connection, forged, evaluator.organisation_id) is None
        await connection.execute("RESET ROLE")
        functions = "coordinator researcher"
        await step_into(connection, "evaluator", party.organisation_id, track="victim", functions=functions)
        for table in sorted(may("evaluator", Operation.READ) - {"organisation"}):
            assert await connection.fetchval(f"SELECT count(*) FROM {table}") == 0, table
        assert await connection.execute("UPDATE agreement SET status = 'suspended'") == "UPDATE 0"
        assert await refused(connection, forged, party.organisation_id) == FORBIDDEN


async def test_the_builders_login_reads_and_writes_its_own_cells_only(installation: Installation, app: Any) -> None:
    never = {"citizen_identity", "citizen_cpr", "citizen_contact", "citizen_address", "data_key", "session_note"}
    never |= {"incident", "incident_account", "incident_summary", "incident_offence", "interview_contact"}
    assert not never & may("builder", Operation.READ)
    async with session(installation.builder) as connection:
        for role in (*ROLES, *MACHINE_ROLES):
            assert await refused(connection, f"SET ROLE {role}") == FORBIDDEN, role
        for table in TABLES:
            allowed = table in may("builder", Operation.READ)
            assert (await refused(connection, f"SELECT FROM {table}") is None) == allowed, table
            for statement in (f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
                assert await refused(connection, statement) == FORBIDDEN, statement
            writes = table in may("builder", Operation.CREATE)
            assert await connection.fetchval("SELECT has_table_privilege($1, 'INSERT')", table) == writes, table
        for category in POLICY.categories.values():
            told = {column for cell in category.cells_for("builder", Operation.READ) for column in cell.columns}
            if told and not category.allows("builder", Operation.UPDATE):
                for column in (each.name for each in metadata.tables[category.table].columns):
                    said = await refused(connection, f"SELECT {column} FROM {category.table}")
                    assert said == (None if column in told else FORBIDDEN), (category.name, column)


async def test_the_deliverers_login_reads_endpoints_and_ids_of_changes_only(
    installation: Installation, world: World
) -> None:
    """And changes of the one organisation that its transaction names."""
    assert may("deliverer", Operation.READ) == {"change", "organisation", "webhook_delivery", "webhook_endpoint"}
    assert may("deliverer", Operation.CREATE) == {"webhook_attempt", "webhook_delivery"}
    assert may("deliverer", Operation.UPDATE) == {"webhook_delivery", "webhook_endpoint"}
    party = await world.party("aarhus-integration")
    await world.citizen(party, project="maturation", identity=None, contact=None)
    async with session(installation.deliverer) as connection:
        for role in (*ROLES, *MACHINE_ROLES):
            assert await refused(connection, f"SET ROLE {role}") == FORBIDDEN, role
        for table in TABLES:
            allowed = table in may("deliverer", Operation.READ)
            assert (await refused(connection, f"SELECT FROM {table}") is None) == allowed, table
            for statement in (f"DELETE FROM {table}", f"TRUNCATE {table} CASCADE"):
                assert await refused(connection, statement) == FORBIDDEN, statement
            for privilege, operation in (("INSERT", Operation.CREATE), ("UPDATE", Operation.UPDATE)):
                writes = table in may("deliverer", operation)
                said = await connection.fetchval("SELECT has_any_column_privilege($1, $2)", table, privilege)
                assert said == writes, (table, privilege)
        for column in ("citizen_id", "project_id", "*"):
            assert await refused(connection, f"SELECT {column} FROM change") == FORBIDDEN, column
        for column in ("url", "secret", "data_key", "organisation_id", "track", "collections"):
            assert await refused(connection, f"UPDATE webhook_endpoint SET {column} = {column}") == FORBIDDEN, column
        for column in ("change_id", "record_id", "endpoint_id"):
            assert await refused(connection, f"UPDATE webhook_delivery SET {column} = {column}") == FORBIDDEN, column
        assert await connection.fetchval("SELECT count(id) FROM change") == 0
        await connection.execute("SELECT set_config('boundary.organisation', $1, true)", party.organisation_id)
        assert await connection.fetch("SELECT DISTINCT organisation_id::text AS whose FROM change") == [
            (party.organisation_id,)
        ]


@pytest.mark.parametrize("login", ["case", "evaluator", "answerer", "builder", "deliverer"])
async def test_no_login_counts_rows_by_postgresqls_own_counters(
    installation: Installation, app: Any, superuser: Any, login: str
) -> None:
    asked = [
        "SELECT n_live_tup FROM pg_stat_user_tables",
        "SELECT n_tup_ins + n_tup_upd + n_tup_del FROM pg_stat_all_tables",
        "SELECT n_mod_since_analyze, n_ins_since_vacuum, n_dead_tup FROM pg_stat_user_tables",
        "SELECT idx_tup_read, idx_tup_fetch, idx_scan FROM pg_stat_user_indexes",
        "SELECT heap_blks_read, idx_blks_hit FROM pg_statio_user_tables",
        "SELECT pg_stat_get_live_tuples('citizen'::regclass)",
        "SELECT pg_stat_get_tuples_inserted('consent'::regclass)",
    ]
    async with session(getattr(installation, login)) as connection:
        for statement in asked:
            assert await refused(connection, statement) == FORBIDDEN, statement
    async with superuser.connect() as connection:
        for statement in asked:
            await connection.exec_driver_sql(statement)
        watching = "SELECT has_function_privilege('pg_monitor', 'pg_stat_get_live_tuples(oid)', 'EXECUTE')"
        assert (await connection.exec_driver_sql(watching)).scalar()


@pytest.mark.parametrize("database", ["postgres", "template1"])
async def test_no_login_connects_to_another_database_of_the_embedded_server(
    installation: Installation, app: Any, database: str
) -> None:
    for login in (installation.case, installation.evaluator):
        with pytest.raises(asyncpg.InsufficientPrivilegeError):
            await logged_in(login.set(database=database))


async def test_the_owner_sees_no_row_and_cannot_alter_the_log(owner: "asyncpg.Connection[Any]", superuser: Any) -> None:
    for table in TABLES:
        assert await owner.fetchval(f"SELECT count(*) FROM {table}") == 0, table
    for table in ("audit_event", "audit_subject", "audit_seal"):
        for statement in (f"UPDATE {table} SET organisation_id = organisation_id", f"DELETE FROM {table}"):
            assert await refused(owner, statement) == APPEND_ONLY, statement
        assert await refused(owner, f"TRUNCATE {table} CASCADE") == APPEND_ONLY
    for role in set(ROLES) - {"operator"}:
        assert await refused(owner, f"SET ROLE {role}") == FORBIDDEN, role
    async with superuser.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        assert await refused(raw, "DELETE FROM audit_event") == APPEND_ONLY


@pytest.mark.parametrize("ending", ["COMMIT", "ROLLBACK", "error"])
async def test_a_pooled_connection_keeps_no_context(installation: Installation, app: Any, ending: str) -> None:
    connection = await logged_in(installation.case)
    try:
        await connection.execute("BEGIN")
        await step_into(connection, "ngo", "00000000-0000-4000-8000-000000000001", track="victim", staff="x")
        assert await connection.fetchval("SELECT current_user") == "ngo"
        if ending == "error":
            with pytest.raises(asyncpg.DivisionByZeroError):
                await connection.execute("SELECT 1/0")
        await connection.execute("ROLLBACK" if ending == "error" else ending)
        assert await connection.fetchval("SELECT current_user") == "app_case"
        for name in ("organisation", "track", "staff", "functions"):
            assert not await connection.fetchval("SELECT current_setting($1, true)", f"boundary.{name}"), name
    finally:
        await connection.close()
