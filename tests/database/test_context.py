"""Who asked is forgotten with the transaction, however it ended: the next on the same connection is nobody."""

import asyncio
from contextlib import suppress
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.database.engines import Databases
from app.installation import Installation

NAMES = ("organisation", "track", "staff", "functions")
SET = "SELECT set_config('boundary.' || :name, '00000000-0000-4000-8000-000000000001', true)"


async def asks(databases: Databases, then: str) -> int:
    """Somebody's transaction, which goes the way of `then`; the server process it was in."""
    async with databases.connection("case", "ngo") as connection:
        await connection.execute(text("SET LOCAL ROLE ngo"))
        for name in NAMES:
            await connection.execute(text(SET), {"name": name})
        pid = int((await connection.execute(text("SELECT pg_backend_pid()"))).scalar_one())
        if then == "commit":
            await connection.commit()
        elif then == "error":
            with suppress(DBAPIError):
                await connection.execute(text("SELECT 1/0"))
        elif then == "timeout":
            await connection.execute(text("SET LOCAL statement_timeout = 50"))
            with pytest.raises(DBAPIError):
                await connection.execute(text("SELECT pg_sleep(30)"))
        elif then == "cancel":
            await cancelled(connection)
    return pid


async def cancelled(connection: AsyncConnection) -> None:
    """The client goes away in the middle of a statement."""
    sleeping = asyncio.create_task(connection.execute(text("SELECT pg_sleep(30)")))
    await asyncio.sleep(0.05)
    sleeping.cancel()
    with suppress(asyncio.CancelledError, DBAPIError):
        await sleeping


@pytest.mark.parametrize("then", ["commit", "rollback", "error", "timeout", "cancel"])
async def test_a_pooled_connection_carries_no_context(installation: Installation, app: Any, then: str) -> None:
    databases = installation.databases()
    used = {await asks(databases, then) for _ in range(2)}
    async with databases.connection("case", "ngo") as connection:
        pid = (await connection.execute(text("SELECT pg_backend_pid()"))).scalar_one()
        # A connection that was broken off is thrown away; any other is the same again.
        assert pid in used or then == "cancel"
        assert (await connection.execute(text("SELECT current_user"))).scalar_one() == "app_case"
        for name in NAMES:
            kept = await connection.execute(text("SELECT current_setting('boundary.' || :name, true)"), {"name": name})
            assert not kept.scalar_one(), name
    await databases.close()
