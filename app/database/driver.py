"""The driver's own connection beneath SQLAlchemy's, for statements whose text is known."""

import asyncpg
from sqlalchemy.ext.asyncio import AsyncConnection


async def driver_of(connection: AsyncConnection) -> "asyncpg.Connection[asyncpg.Record]":
    """The driver's connection; SQLAlchemy's must have begun its transaction by running a statement."""
    raw = await connection.get_raw_connection()
    found: asyncpg.Connection[asyncpg.Record] = raw.driver_connection
    return found


def count_of(status: str) -> int:
    """The number of rows in a command's status, such as `INSERT 0 1`."""
    return int(status.rsplit(" ", 1)[1])
