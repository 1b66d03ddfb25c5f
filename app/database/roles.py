"""The roles and logins of the database, made before migrations and idempotent.

Owner: owns the tables, runs migrations, never serves a request. `app_case`, `app_evaluator`, `app_answerer`,
`app_builder`, `app_deliverer`: the logins of requests, of the release builder and of what sends webhooks; they own
nothing, and of the parties' roles they have only the right to step into them (`SET ROLE`), one transaction at a time.
Who asks is read by the one role that each inherits (`ENTRANCES`); `app_answerer` inherits its one role and steps into
none.
"""

from collections.abc import Iterator, Mapping
from typing import Any, Literal

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.boundary.policy import CASE_ROLES, ENTRANCES, MACHINE_ROLES, ROLES
from app.database import counters
from app.database.scram import verifier

LOGINS: Mapping[str, tuple[str, ...]] = {
    "app_case": (*CASE_ROLES, "calendar_reader"),
    "app_evaluator": ("evaluator",),
    "app_answerer": (),
    "app_builder": (),
    "app_deliverer": (),
}
"""Each login, and the roles it may step into."""

LoginName = Literal["case", "evaluator", "answerer", "builder", "deliverer"]

_LOCK = 7_302_022  # any constant: two processes of one installation do not make roles at the same moment

_OTHER_DATABASES = text(
    """
    SELECT datname FROM pg_database
    WHERE datname <> current_database() AND EXISTS (
      SELECT FROM aclexplode(datacl) AS acl
      JOIN pg_roles ON pg_roles.oid = acl.grantee
      WHERE rolname = ANY (:logins) AND privilege_type = 'CONNECT'
    )
    ORDER BY datname
    """
)


class ServerTakenError(RuntimeError):
    """The server's roles are another installation's."""


def _statements(passwords: Mapping[Any, str], owner: str, database: str) -> Iterator[str]:
    for role in (*ROLES, *MACHINE_ROLES):
        yield _create(role, "NOLOGIN")
    for login, roles in LOGINS.items():
        yield _create(login, "LOGIN NOINHERIT")
        yield f"ALTER ROLE {login} LOGIN PASSWORD '{verifier(passwords[login.removeprefix('app_')])}'"
        yield f'GRANT CONNECT ON DATABASE "{database}" TO {login}'
        if entrance := ENTRANCES.get(login.removeprefix("app_")):
            yield f"GRANT {entrance} TO {login} WITH INHERIT TRUE, SET FALSE"
        for role in roles:
            yield f"GRANT {role} TO {login} WITH INHERIT FALSE, SET TRUE"
    # The owner hands the wall's triggers to their keeper, and what counts to the counter; it must not inherit what
    # they may see.
    yield f'GRANT wall_keeper TO "{owner}" WITH INHERIT FALSE, SET TRUE'
    yield f'GRANT flow_counter TO "{owner}" WITH INHERIT FALSE, SET TRUE'
    yield f'GRANT auditor TO "{owner}" WITH INHERIT FALSE, SET TRUE'
    # For the first organisation and client of an installation, made on the command line.
    yield f'GRANT operator TO "{owner}" WITH INHERIT FALSE, SET TRUE'
    yield f'REVOKE ALL ON DATABASE "{database}" FROM PUBLIC'
    yield "REVOKE CREATE ON SCHEMA public FROM PUBLIC"


def _create(role: str, attributes: str) -> str:
    return (
        f"DO $$ BEGIN IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = '{role}') "
        f"THEN CREATE ROLE {role} {attributes}; END IF; END $$"
    )


async def require_own_server(connection: AsyncConnection) -> None:
    """Refuse a server where another database's installation has the roles, which are the whole server's.

    Its logins would get our passwords, and be locked out.

    Raises:
        ServerTakenError: saying what to do.
    """
    found = (await connection.execute(_OTHER_DATABASES, {"logins": [*LOGINS]})).scalars().all()
    if found:
        message = (
            f"An installation uses this server already, in the database {', '.join(found)}, and roles with their "
            "passwords are the whole server's: give this one a server of its own. If that one is not used any more: "
            f"REVOKE ALL ON DATABASE {', '.join(found)} FROM {', '.join(LOGINS)}."
        )
        raise ServerTakenError(message)


async def ensure_roles(connection: AsyncConnection, passwords: Mapping[LoginName, str]) -> None:
    """Make what is missing. The connection's user needs CREATEROLE and owns the database.

    Args:
        connection: as the owner.
        passwords: of each login, by its name without `app_`.
    """
    await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    owner, database = (await connection.execute(text("SELECT current_user, current_database()"))).one()
    for statement in _statements(passwords, owner, database):
        await connection.exec_driver_sql(statement)


async def as_operator(connection: AsyncConnection) -> None:
    """Step into the operator's role for this transaction, as who runs the platform; the connection is the owner's."""
    await connection.execute(
        text("SELECT set_config('role', 'operator', true), set_config('boundary.functions', 'operator', true)")
    )


async def ensure_owner(connection: AsyncConnection, database: str) -> None:
    """Make `app_owner` in an embedded server, give it the database, and keep the counters; needs a superuser."""
    await connection.execute(text(f"SELECT pg_advisory_xact_lock({_LOCK})"))
    await connection.exec_driver_sql(_create("app_owner", "LOGIN CREATEROLE"))
    await connection.exec_driver_sql(f'ALTER DATABASE "{database}" OWNER TO app_owner')
    await connection.exec_driver_sql(counters.KEEP)
