"""What is planned once stays planned: a prepared statement outlives a pause, and a hundred others."""

import asyncio

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.errors import Unavailable
from app.database.engines import STATEMENTS, Databases
from app.database.urls import login_url
from app.gate.database_errors import as_problems
from app.installation import Installation

QUERY = "SELECT 'kept'::text"
HOW_MANY = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE $1"


async def test_prepared_statements_stay(installation: Installation) -> None:
    databases = installation.databases()
    others = STATEMENTS // 2 - 10
    async with databases.transaction("case") as transaction:
        driver = transaction.driver
        await driver.fetch(QUERY)
        for number in range(others):
            await driver.fetch(f"SELECT {number}")
            await transaction.sql.exec_driver_sql(f"SELECT {number} AS beside")
        assert await driver.fetchval(HOW_MANY, "SELECT 'kept%") == 1
        assert await driver.fetchval(HOW_MANY, "%AS beside") == others
        assert driver._stmt_cache.get_max_lifetime() == 0
    await databases.close()


async def test_a_process_counts_all_its_connections(installation: Installation) -> None:
    """A pool for each role that a login steps into, and sign-in's, and the health check's one."""
    databases = installation.databases()
    pools = [pool for login in ("case", "evaluator", "answerer") for pool in databases.engines(login)]
    assert databases.most_connections == installation.settings.pool_size * len(pools) + 1
    await databases.close()


async def test_of_several_hosts_the_one_that_takes_writes_is_found(installation: Installation) -> None:
    """As docs/operations.md has it for a standby: here the first host is not there at all."""
    alive = installation.owner.query
    several = f"postgresql:///{installation.owner.database}?host=127.0.0.1:1&host={alive['host']}:{alive['port']}"
    url = login_url(f"{several}&target_session_attrs=read-write", "app_case", "")
    databases = Databases({"case": url}, pool_size=1, statement_timeout_ms=4000)
    async with databases.transaction("case") as transaction:
        assert await transaction.driver.fetchval("SELECT session_user") == "app_case"
    assert databases.usage()["case"].open == 1
    await databases.close()


async def test_a_connection_that_was_ended_is_replaced(installation: Installation, superuser: AsyncEngine) -> None:
    """Nobody is told of it who did not wait for a statement just then."""
    databases = installation.databases()
    async with databases.transaction("case") as transaction:
        ended = transaction.driver.get_server_pid()
    async with superuser.connect() as connection:
        await connection.execute(text("SELECT pg_terminate_backend(:pid, 5000)"), {"pid": ended})
    await asyncio.sleep(0)
    async with databases.transaction("case") as transaction:
        assert await transaction.driver.fetchval("SELECT pg_backend_pid()") not in {ended, None}
    await databases.close()


async def test_a_connection_that_ends_while_it_is_used_is_the_databases_fault(
    installation: Installation, superuser: AsyncEngine
) -> None:
    """Whatever the driver calls it: in one place or another a statement is under way, or about to be."""
    databases = installation.databases()

    async def used() -> None:
        with as_problems():
            async with databases.transaction("case") as transaction:
                ended.set_result(transaction.driver.get_server_pid())
                while True:
                    await transaction.driver.fetchval("SELECT 1")

    for _ in range(12):
        ended = asyncio.get_running_loop().create_future()
        using = asyncio.create_task(used())
        async with superuser.connect() as connection:
            await connection.execute(text("SELECT pg_terminate_backend(:pid)"), {"pid": await ended})
        with pytest.raises(Unavailable):
            await using
    await databases.close()


async def test_sqlalchemy_commits_nothing(installation: Installation) -> None:
    """It would say that it did."""
    databases = installation.databases()
    async with databases.transaction("case") as transaction:
        await transaction.sql.execute(text("SELECT 1"))
        with pytest.raises(RuntimeError, match="commit the Transaction"):
            await transaction.sql.commit()
    await databases.close()
