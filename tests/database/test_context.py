"""Who asked is forgotten with the transaction, however it ended: the next on the same connection is nobody."""

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import suppress
from typing import Any

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError

from app.database.engines import Databases, Transaction
from app.installation import Installation

NAMES = ("organisation", "track", "staff", "functions")
SET = "SELECT set_config('boundary.' || $1, '00000000-0000-4000-8000-000000000001', true)"

Run = Callable[[Transaction, str], Awaitable[Any]]
"""Runs a statement in a transaction: there are two ways to."""


async def by_driver(transaction: Transaction, statement: str) -> Any:
    return await transaction.driver.fetch(statement)


async def by_sqlalchemy(transaction: Transaction, statement: str) -> Any:
    return await transaction.sql.execute(text(statement))


async def asks(databases: Databases, then: str, run: Run) -> int:
    """Somebody's transaction, which goes the way of `then`; the server process it was in."""
    async with databases.transaction("case", "ngo") as transaction:
        await run(transaction, "SET LOCAL ROLE ngo")
        for name in NAMES:
            await transaction.driver.execute(SET, name)
        pid = transaction.driver.get_server_pid()
        if then == "commit":
            await transaction.commit()
        elif then == "rollback and begin":
            await transaction.rollback()
            await transaction.begin()
            await run(transaction, "SET LOCAL ROLE ngo")
        elif then == "error":
            with suppress(DBAPIError, asyncpg.PostgresError):
                await run(transaction, "SELECT 1/0")
        elif then == "timeout":
            await run(transaction, "SET LOCAL statement_timeout = 50")
            with pytest.raises((DBAPIError, asyncpg.PostgresError)):
                await run(transaction, "SELECT pg_sleep(30)")
        elif then == "cancel":
            await cancelled(transaction, run)
    return pid


async def cancelled(transaction: Transaction, run: Run) -> None:
    """The client goes away in the middle of a statement."""
    sleeping = asyncio.ensure_future(run(transaction, "SELECT pg_sleep(30)"))
    await asyncio.sleep(0.05)
    sleeping.cancel()
    with suppress(asyncio.CancelledError, DBAPIError):
        await sleeping


@pytest.mark.parametrize("run", [by_driver, by_sqlalchemy])
@pytest.mark.parametrize("then", ["commit", "rollback", "rollback and begin", "error", "timeout", "cancel"])
async def test_a_pooled_connection_carries_no_context(
    installation: Installation, app: Any, then: str, run: Run
) -> None:
    databases = installation.databases()
    used = {await asks(databases, then, run) for _ in range(2)}
    async with databases.transaction("case", "ngo") as transaction:
        driver = transaction.driver
        # A connection that was broken off is thrown away; any other is the same again.
        assert driver.get_server_pid() in used or then == "cancel"
        assert await driver.fetchval("SELECT current_user") == "app_case"
        for name in NAMES:
            assert not await driver.fetchval("SELECT current_setting('boundary.' || $1, true)", name), name
    await databases.close()


async def test_what_is_not_committed_is_undone(installation: Installation, app: Any) -> None:
    """Also what SQLAlchemy ran, whose connection is one that commits by itself."""
    databases = installation.databases()
    denial = "INSERT INTO token_denial (token_id, expires_at) VALUES ('{}', now())"
    for run, name in ((by_driver, "driver"), (by_sqlalchemy, "SQLAlchemy")):
        async with databases.transaction("case") as transaction:
            await run(transaction, denial.format(f"{name} committed"))
            await transaction.commit()
        async with databases.transaction("case") as transaction:
            await run(transaction, denial.format(f"{name} left"))
    async with databases.transaction("case") as transaction:
        kept = await transaction.driver.fetch("SELECT token_id FROM token_denial WHERE token_id ~ 'committed|left'")
        assert {row["token_id"] for row in kept} == {"driver committed", "SQLAlchemy committed"}
    await databases.close()
