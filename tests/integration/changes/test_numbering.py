"""Numbers: without gaps, in an order that holds, for nobody but the one who asks."""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from fastapi import FastAPI

from app.boundary.asker import AskerValues
from app.installation import Installation
from app.integration.changes.numbering import number

_WRITE = (
    "INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, track, kind) "
    "VALUES (gen_random_uuid(), $1, $2, $3, $3, 'courses', $4, $5, 'removed')"
)
NOW = datetime.now(UTC)


@asynccontextmanager
async def writer(installation: Installation) -> AsyncIterator["asyncpg.Connection[Any]"]:
    """What the triggers write as, with a transaction open."""
    url = installation.owner.set(drivername="postgresql").render_as_string(hide_password=False)
    connection = await asyncpg.connect(url)
    try:
        async with connection.transaction():
            await connection.execute("SET LOCAL ROLE wall_keeper")
            yield connection
    finally:
        await connection.close()


async def tell(
    connection: "asyncpg.Connection[Any]",
    organisation: UUID,
    record: UUID,
    track: str = "victim",
    *,
    due: datetime = NOW,
) -> None:
    await connection.execute(_WRITE, organisation, uuid4(), due, record, track)


@asynccontextmanager
async def reader(
    app: FastAPI,
    organisation: UUID,
    role: str = "municipality",
    track: str | None = None,
    function: str = "integration",
) -> AsyncIterator["asyncpg.Connection[Any]"]:
    """A request's transaction of a case system."""
    settings = AskerValues(role, organisation, track, None, frozenset({function})).settings() | {"role": role}
    async with app.state.services.databases.transaction("case", role) as transaction:
        for name, value in settings.items():
            await transaction.driver.execute("SELECT set_config($1, $2, true)", name, value)
        yield transaction.driver
        await transaction.commit()


async def numbered(app: FastAPI, organisation: UUID) -> list[tuple[int, UUID]]:
    async with reader(app, organisation) as driver:
        rows = await driver.fetch("SELECT sequence, record_id FROM change WHERE sequence IS NOT NULL ORDER BY sequence")
    return [(row["sequence"], row["record_id"]) for row in rows]


async def test_what_commits_later_is_numbered_later_whenever_it_began(app: FastAPI, installation: Installation) -> None:
    mine, early, late = uuid4(), uuid4(), uuid4()
    async with writer(installation) as slow:
        await tell(slow, mine, early, due=NOW - timedelta(minutes=1))
        async with writer(installation) as quick:
            await tell(quick, mine, late)
        async with reader(app, mine) as driver:
            assert await number(driver) == 1
    async with reader(app, mine) as driver:
        assert await number(driver, 1) == 2
    assert await numbered(app, mine) == [(1, late), (2, early)]


async def test_two_who_read_at_once_number_one_after_the_other(app: FastAPI, installation: Installation) -> None:
    mine = uuid4()
    records = [uuid4() for _ in range(20)]

    async def write(record: UUID) -> None:
        async with writer(installation) as one:
            await tell(one, mine, record)

    async def read() -> None:
        async with reader(app, mine) as driver:
            await number(driver)

    for start in range(0, 20, 4):
        await asyncio.gather(*(write(each) for each in records[start : start + 4]), *(read() for _ in range(3)))
    await read()
    found = await numbered(app, mine)
    assert [sequence for sequence, _ in found] == [*range(1, 21)]
    assert {record for _, record in found} == {*records}


async def test_what_is_due_later_has_no_number_before(app: FastAPI, installation: Installation) -> None:
    mine, now, later = uuid4(), uuid4(), uuid4()
    async with writer(installation) as one:
        await tell(one, mine, later, due=NOW + timedelta(days=1))
        await tell(one, mine, now)
    async with reader(app, mine) as driver:
        assert await number(driver) == 1
    assert await numbered(app, mine) == [(1, now)]


async def test_nobody_numbers_or_reads_anothers_nor_writes_any(app: FastAPI, installation: Installation) -> None:
    mine, other = uuid4(), uuid4()
    async with writer(installation) as one:
        await tell(one, mine, uuid4())
        await tell(one, mine, uuid4(), "perpetrator")
        await tell(one, other, uuid4())
    async with reader(app, mine) as driver:
        assert await number(driver) == 2
        assert await driver.fetchval("SELECT count(*) FROM change") == 2
    async with reader(app, other) as driver:
        assert await driver.fetchval("SELECT count(*) FROM change WHERE sequence IS NOT NULL") == 0
    seen = {"victim": 1, "perpetrator": 1, None: 0}
    for track, count in seen.items():
        async with reader(app, mine, "ngo", track) as driver:
            assert await driver.fetchval("SELECT count(*) FROM change") == count
    async with reader(app, mine, function="caseworker") as driver:
        assert await driver.fetchval("SELECT count(*) FROM change") == 0
    for statement in (
        "INSERT INTO change DEFAULT VALUES",
        "UPDATE change SET sequence = 7",
        "DELETE FROM change",
        f"SELECT changes_waiting(ARRAY['{other}']::uuid[], ARRAY[0])",
    ):
        async with reader(app, mine) as driver:
            with pytest.raises(asyncpg.InsufficientPrivilegeError):
                await driver.execute(statement)


async def test_without_an_agreement_what_is_ones_own_waits(app: FastAPI, installation: Installation) -> None:
    mine = uuid4()
    async with writer(installation) as one:
        await one.execute(_WRITE.replace("'removed'", "'updated'"), mine, uuid4(), NOW, uuid4(), "victim")
    async with reader(app, mine) as driver:
        assert await number(driver) == 0
