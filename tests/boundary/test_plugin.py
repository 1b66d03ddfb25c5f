"""Whatever is changed by hand is found, and what is rendered mends it; what no migration mends is told."""

from collections.abc import AsyncIterator, Callable

import pytest
from sqlalchemy import Connection
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from app.boundary.inspection import problems
from app.boundary.migration import BoundarySQL, compare, differences, wanted, would_be
from app.boundary.scratch import printed_policies
from app.database.roles import LOGINS
from app.installation import Installation
from app.models import metadata

Found = Callable[..., BoundarySQL | None]

TAMPERINGS = {
    "a dropped policy": "DROP POLICY ngo_read ON citizen_contact",
    "a policy that lets everything through": "ALTER POLICY ngo_read ON citizen_contact USING (true)",
    "a check that lets everything through": "ALTER POLICY ngo_create ON citizen_contact WITH CHECK (true)",
    "a policy for one role more": "ALTER POLICY ngo_read ON citizen_contact TO ngo, municipality",
    "a policy made by hand": 'CREATE POLICY "By hand" ON citizen_contact FOR SELECT TO ngo USING (true)',
    "a policy for everybody": "CREATE POLICY extra ON citizen_contact USING (true)",
    "a policy that only restricts": (
        "DROP POLICY ngo_read ON citizen_contact;; "
        "CREATE POLICY ngo_read ON citizen_contact AS RESTRICTIVE FOR SELECT TO ngo USING (true)"
    ),
    "a missing grant": "REVOKE SELECT ON citizen_contact FROM ngo",
    "a missing grant on a column": "REVOKE UPDATE (status) ON consent FROM ngo",
    "one grant more": "GRANT DELETE ON citizen_contact TO ngo",
    "the grant to truncate": "GRANT TRUNCATE ON audit_event TO operator",
    "a grant on the whole table": "GRANT UPDATE ON consent TO ngo",
    "a grant on a fixed column": "GRANT UPDATE (organisation_id) ON consent TO ngo",
    "a grant to everybody": "GRANT SELECT ON citizen_contact TO PUBLIC",
    "a column's grant to everybody": "GRANT SELECT (phone) ON citizen_contact TO PUBLIC",
    "a grant to a login": "GRANT SELECT ON citizen_contact TO app_case",
    "a grant to somebody else's role": "CREATE ROLE tampering;; GRANT SELECT ON citizen_contact TO tampering",
    "a column's grant to another": "CREATE ROLE tampering;; GRANT SELECT (phone) ON citizen_contact TO tampering",
    "a grant to hand on": "GRANT SELECT ON citizen_contact TO ngo WITH GRANT OPTION",
    "a table that does not bind its owner": "ALTER TABLE citizen_contact NO FORCE ROW LEVEL SECURITY",
    "a table without row-level security": "ALTER TABLE citizen_contact DISABLE ROW LEVEL SECURITY",
    "another body of a trigger's function": (
        "CREATE OR REPLACE FUNCTION freeze_consent_terms() RETURNS trigger LANGUAGE plpgsql "
        "SET search_path = pg_catalog, public, pg_temp AS 'BEGIN RETURN NEW; END'"
    ),
    "a trigger's function without its search path": "ALTER FUNCTION end_what_consent_opened() RESET search_path",
    "a trigger's function with its caller's rights": "ALTER FUNCTION end_what_consent_opened() SECURITY INVOKER",
    "a disabled trigger": "ALTER TABLE consent DISABLE TRIGGER end_what_consent_opened",
    "a trigger for replication only": "ALTER TABLE consent ENABLE REPLICA TRIGGER freeze_consent_terms",
    "all triggers disabled": "ALTER TABLE audit_event DISABLE TRIGGER USER",
    "a dropped trigger": "DROP TRIGGER keep_audit_event ON audit_event",
    "a trigger that fires for less": (
        "DROP TRIGGER keep_audit_event ON audit_event;; CREATE TRIGGER keep_audit_event BEFORE UPDATE ON audit_event "
        "FOR EACH STATEMENT EXECUTE FUNCTION keep_audit_event()"
    ),
    "a trigger made by hand": (
        'CREATE TRIGGER "By hand" BEFORE UPDATE ON consent FOR EACH ROW EXECUTE FUNCTION keep_audit_event()'
    ),
    "a trigger's function of another owner": "ALTER FUNCTION end_what_consent_opened() OWNER TO postgres",
    "a trigger's function taken from its keeper": "ALTER FUNCTION end_what_consent_opened() OWNER TO app_owner",
    "a trigger's function that everybody may call": "GRANT EXECUTE ON FUNCTION end_what_consent_opened() TO PUBLIC",
    "another body of a lookup": (
        "CREATE OR REPLACE FUNCTION has_accepted(citizen uuid, organisation uuid) RETURNS boolean LANGUAGE plpgsql "
        "STABLE SET search_path = pg_catalog, public, pg_temp AS 'BEGIN RETURN true; END'"
    ),
    "a lookup with its owner's rights": "ALTER FUNCTION has_accepted(uuid, uuid) SECURITY DEFINER",
    "a lookup without its search path": "ALTER FUNCTION has_accepted(uuid, uuid) RESET ALL",
    "a lookup that everybody may call": "GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO PUBLIC",
    "a lookup that nobody may call": "REVOKE EXECUTE ON FUNCTION has_accepted(uuid, uuid) FROM ngo",
    "a lookup that is gone, and all that hung on it": "DROP FUNCTION has_accepted(uuid, uuid) CASCADE",
    "another body of what counts": (
        "CREATE OR REPLACE FUNCTION programme_flow(asked uuid) RETURNS TABLE (step text, at_least integer) "
        "LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp "
        "AS 'BEGIN RETURN QUERY SELECT ''identified'', count(*)::integer FROM citizen; END'"
    ),
    "what counts with its caller's rights": "ALTER FUNCTION programme_flow(uuid) SECURITY INVOKER",
    "what counts without its search path": "ALTER FUNCTION programme_flow(uuid) RESET ALL",
    "what counts for the evaluator too": "GRANT EXECUTE ON FUNCTION programme_flow(uuid) TO evaluator",
    "what counts for everybody": "GRANT EXECUTE ON FUNCTION programme_flow(uuid) TO PUBLIC",
    "what counts of another owner": "ALTER FUNCTION programme_flow(uuid) OWNER TO app_owner",
    "nothing that counts": "DROP FUNCTION programme_flow(uuid)",
    "one table more for what counts": "GRANT SELECT ON citizen_contact TO flow_counter",
}

BESIDE = {
    "CREATE VIEW everything AS SELECT * FROM citizen_contact": "there is a view public.everything",
    "CREATE MATERIALIZED VIEW kept AS SELECT * FROM citizen_contact": "there is a materialised view public.kept",
    "CREATE SCHEMA aside;; CREATE TABLE aside.copy AS SELECT * FROM citizen_contact": "there is a table aside.copy",
    "CREATE SCHEMA elsewhere": "there is a schema elsewhere",
    "CREATE FUNCTION peek() RETURNS bigint LANGUAGE sql SECURITY DEFINER AS 'SELECT count(*) FROM citizen'": (
        "peek() runs with its owner's rights"
    ),
    "CREATE FUNCTION spill(text) RETURNS boolean LANGUAGE sql LEAKPROOF AS 'SELECT true'": (
        "spill(text) is leakproof: it is let in before the policies"
    ),
    "ALTER FUNCTION has_accepted(uuid, uuid) LEAKPROOF": (
        "has_accepted(uuid,uuid) is leakproof: it is let in before the policies"
    ),
    "ALTER FUNCTION has_accepted(uuid, uuid) SECURITY DEFINER": "has_accepted(uuid,uuid) runs with its owner's rights",
    "GRANT EXECUTE ON FUNCTION has_accepted(uuid, uuid) TO PUBLIC": "everybody may call has_accepted(uuid,uuid)",
    "ALTER FUNCTION programme_flow(uuid) OWNER TO postgres": "programme_flow(uuid) belongs to postgres",
    "GRANT flow_counter TO app_case": "app_case is a member of flow_counter",
    "GRANT flow_counter TO app_owner WITH INHERIT TRUE": "app_owner has the rights of flow_counter",
    "ALTER FUNCTION has_accepted(uuid, uuid) OWNER TO postgres": "has_accepted(uuid,uuid) belongs to postgres",
    "ALTER TABLE consent DISABLE TRIGGER freeze_consent_terms": (
        "the trigger freeze_consent_terms on consent is not enabled as it was created"
    ),
    "ALTER ROLE app_case BYPASSRLS": "app_case: bypasses row-level security",
    "ALTER ROLE ngo SUPERUSER": "ngo: superuser",
    "ALTER ROLE ngo LOGIN": "ngo may log in",
    "ALTER ROLE app_evaluator CREATEROLE": "app_evaluator: makes roles",
    "GRANT pg_read_all_data TO app_case": "app_case is a member of pg_read_all_data",
    "GRANT evaluator TO app_case": "app_case is a member of evaluator",
    "GRANT wall_keeper TO app_builder": "app_builder is a member of wall_keeper",
    "GRANT ngo TO app_case WITH INHERIT TRUE": "app_case's membership in ngo is another than it was given",
    "GRANT authenticator TO app_case WITH SET TRUE": (
        "app_case's membership in authenticator is another than it was given"
    ),
    "GRANT ngo TO app_owner WITH INHERIT TRUE": "app_owner has the rights of ngo",
    "ALTER TABLE consent OWNER TO app_case": "public.consent belongs to app_case",
    "GRANT CREATE ON SCHEMA public TO app_case": "app_case may create in the schema public",
    "GRANT CREATE ON SCHEMA public TO PUBLIC": "public may create in the schema public",
    "ALTER DEFAULT PRIVILEGES FOR ROLE app_owner GRANT SELECT ON TABLES TO ngo": (
        "there is a default privileges of app_owner"
    ),
    "CREATE RULE spy AS ON UPDATE TO consent DO ALSO NOTHING": "there is a rule spy on consent",
    "CREATE PUBLICATION everywhere FOR ALL TABLES": "there is a publication everywhere",
    "CREATE TABLE child () INHERITS (consent)": "there is a inheritance of consent",
}


@pytest.fixture
async def connection(superuser: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """The superuser's, for one transaction that is undone."""
    async with superuser.connect() as connection:
        yield connection
        await connection.rollback()


async def tamper(connection: AsyncConnection, statements: str) -> None:
    for statement in statements.split(";; "):
        await connection.exec_driver_sql(statement)


def drift_in(connection: Connection) -> BoundarySQL | None:
    return differences(connection, metadata)


@pytest.fixture(scope="module")
async def found(superuser: AsyncEngine) -> Found:
    """The same comparison, with what does not change from test to test computed once."""
    want = wanted(metadata)
    async with superuser.connect() as connection:
        printed = await connection.run_sync(lambda sync: printed_policies(sync, want.policies, metadata))
        functions = await connection.run_sync(would_be, metadata)
        await connection.rollback()

    def compared(connection: Connection, *, anew: bool = False) -> BoundarySQL | None:
        return compare(connection, want, printed, would_be(connection, metadata) if anew else functions)

    return compared


async def run(connection: AsyncConnection, statements: list[str]) -> None:
    for statement in statements:
        await connection.exec_driver_sql(statement)


async def test_nothing_is_found_where_nothing_was_done(installation: Installation) -> None:
    engine = create_async_engine(installation.owner)
    async with engine.connect() as connection:
        assert await connection.run_sync(drift_in) is None
        assert await connection.run_sync(problems, LOGINS) == []
    await engine.dispose()


@pytest.mark.parametrize("statements", TAMPERINGS.values(), ids=list(TAMPERINGS))
async def test_tampering_is_found_mended_and_the_mending_undone(
    connection: AsyncConnection, found: Found, statements: str
) -> None:
    await tamper(connection, statements)
    drift = await connection.run_sync(found, anew=True)  # what is wanted is told right beside what was tampered with
    assert drift is not None
    async with connection.begin_nested() as there_and_back:
        await run(connection, [*drift.up, *drift.reverse().up])
        assert await connection.run_sync(found) is not None
        await there_and_back.rollback()
    await connection.exec_driver_sql("SET LOCAL SESSION AUTHORIZATION app_owner")
    await run(connection, drift.up)
    assert await connection.run_sync(found) is None


async def test_a_lookup_that_was_tampered_with_does_not_spoil_the_comparison(connection: AsyncConnection) -> None:
    tampered = ("has_accepted", "has_registered")
    for name in tampered:
        await tamper(connection, f"ALTER FUNCTION {name}(uuid, uuid) LEAKPROOF")
        await tamper(connection, f"ALTER FUNCTION {name}(uuid, uuid) COST 1")
    await connection.exec_driver_sql("SET LOCAL SESSION AUTHORIZATION app_owner")
    drift = await connection.run_sync(drift_in)
    assert drift is not None
    assert all(any(f" {name}(" in each or f".{name}(" in each for each in drift.up) for name in tampered)
    await run(connection, drift.up)
    assert await connection.run_sync(drift_in) is None


async def test_a_lookup_of_another_owner_is_found_and_mended_by_a_superuser(
    connection: AsyncConnection, found: Found
) -> None:
    await tamper(connection, "ALTER FUNCTION has_accepted(uuid, uuid) OWNER TO postgres")
    drift = await connection.run_sync(found, anew=True)
    assert drift is not None
    await run(connection, drift.up)
    assert await connection.run_sync(found) is None


@pytest.mark.parametrize(("statements", "problem"), BESIDE.items(), ids=list(BESIDE))
async def test_ways_around_are_told(connection: AsyncConnection, statements: str, problem: str) -> None:
    await tamper(connection, statements)
    assert problem in await connection.run_sync(problems, LOGINS)
