"""The driver's own connection beneath SQLAlchemy's, for statements whose text is known."""

from typing import TypeAlias

import asyncpg
from sqlalchemy.ext.asyncio import AsyncConnection

Driver: TypeAlias = "asyncpg.Connection[asyncpg.Record]"


async def driver_of(connection: AsyncConnection) -> Driver:
    """The driver's connection, which is open: where the server has gone away since it was used last, a new one."""
    beneath = connection.sync_connection
    found: Driver | None = beneath.connection.driver_connection if beneath is not None else None
    if found is None or found.is_closed():
        await connection.invalidate()
        found = (await connection.get_raw_connection()).driver_connection
    assert found is not None  # noqa: S101 - of asyncpg there is always one
    return found


def count_of(status: str) -> int:
    """The number of rows in a command's status, such as `INSERT 0 1`."""
    return int(status.rsplit(" ", 1)[1])
