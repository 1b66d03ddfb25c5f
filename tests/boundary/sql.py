"""Somebody with a login's password and any SQL they like."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from typing import Any

import asyncpg
from sqlalchemy.engine import URL

from tests.support.world import Party

Connection = "asyncpg.Connection[Any]"


async def logged_in(url: URL) -> "asyncpg.Connection[Any]":
    return await asyncpg.connect(url.set(drivername="postgresql").render_as_string(hide_password=False))


@asynccontextmanager
async def session(url: URL) -> AsyncIterator["asyncpg.Connection[Any]"]:
    """A login's own session, in a transaction that is undone."""
    connection = await logged_in(url)
    transaction = connection.transaction()
    await transaction.start()
    try:
        yield connection
    finally:
        await transaction.rollback()
        await connection.close()


async def step_into(
    connection: "asyncpg.Connection[Any]",
    role: str,
    organisation: str = "",
    *,
    track: str = "",
    staff: str = "",
    functions: str = "coordinator",
) -> None:
    """As a request does it, with whatever context one likes to claim."""
    await connection.execute(
        "SELECT set_config('boundary.organisation', $1, true), set_config('boundary.track', $2, true), "
        "set_config('boundary.staff', $3, true), set_config('boundary.functions', $4, true), "
        "set_config('role', $5, true)",
        organisation,
        track,
        staff,
        functions if organisation else "",
        role,
    )


async def as_party(connection: "asyncpg.Connection[Any]", role: str, party: Party, track: str = "") -> None:
    """A coordinator of the party's organisation."""
    await step_into(connection, role, party.organisation_id, track=track)


async def refused(connection: "asyncpg.Connection[Any]", statement: str, *values: Any) -> str | None:
    """The SQLSTATE by which a statement is refused; None where it is not. The session goes on."""
    transaction = connection.transaction()
    await transaction.start()
    try:
        await connection.execute(statement, *values)
    except asyncpg.PostgresError as error:
        await transaction.rollback()
        return str(error.sqlstate)
    await transaction.rollback()
    return None


async def reached(connection: "asyncpg.Connection[Any]", statement: str, *values: Any) -> int:
    """How many rows a statement reaches, undone again."""
    transaction = connection.transaction()
    await transaction.start()
    try:
        return int((await connection.execute(statement, *values)).rsplit(" ", 1)[1])
    finally:
        await transaction.rollback()
