"""What is planned once stays planned: a prepared statement outlives a pause, and a hundred others."""

from app.database.driver import driver_of
from app.database.engines import STATEMENTS, Databases
from app.database.urls import login_url
from app.installation import Installation

QUERY = "SELECT 'kept'::text"
HOW_MANY = "SELECT count(*) FROM pg_prepared_statements WHERE statement LIKE $1"


async def test_prepared_statements_stay(installation: Installation) -> None:
    databases = installation.databases()
    others = STATEMENTS // 2 - 10
    async with databases.connection("case") as connection:
        await connection.exec_driver_sql("SELECT 1")
        driver = await driver_of(connection)
        await driver.fetch(QUERY)
        for number in range(others):
            await driver.fetch(f"SELECT {number}")
            await connection.exec_driver_sql(f"SELECT {number} AS beside")
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
    async with databases.connection("case") as connection:
        assert (await connection.exec_driver_sql("SELECT session_user")).scalar() == "app_case"
    assert databases.usage()["case"].open == 1
    await databases.close()
