"""What time ends, the builder's process erases as it passes by: the database's time, and nothing that still lasts."""

import asyncio
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.cli import releases
from app.evaluation import waiting
from app.installation import Installation
from app.pseudonymised.running_out import erase
from tests.boundary.sql import refused, session
from tests.pseudonymised.support import tier, url_of
from tests.pseudonymised.test_ending import left, row_of
from tests.support.world import World

FORBIDDEN = "42501"


async def test_rows_of_a_consent_that_has_run_out_are_erased(
    world: World, installation: Installation, superuser: AsyncEngine, secret_path: Path
) -> None:
    it = await tier(world)
    tomorrow = (datetime.now(UTC) + timedelta(hours=1)).isoformat()  # its quarter has begun
    going, staying = await it.citizen(valid_until=tomorrow), await it.citizen(valid_until="2030-05-20T10:00:00Z")
    await it.extract(installation, secret_path)
    gone, stays = await row_of(superuser, going), await row_of(superuser, staying)
    assert await it.by_sql(installation) == {stays}
    assert await left(superuser, gone) == (False, False)
    await erase(url_of(installation))
    assert await left(superuser, gone) == (True, True)
    assert await left(superuser, stays) == (False, False)
    assert await it.by_sql(installation) == {stays}


async def test_rows_of_a_declaration_that_has_run_out_are_erased_also_while_it_is_suspended(
    world: World, installation: Installation, superuser: AsyncEngine, secret_path: Path
) -> None:
    it = await tier(world, declared=False)
    it.term = "2099-05-20T10:00:00+00:00"
    declaration = await it.declare()
    citizen = await it.citizen()
    await it.extract(installation, secret_path)
    row = await row_of(superuser, citizen)
    assert (await it.ngo.act(f"/v1/agreements/{declaration['id']}/suspend")).status_code == 200
    await erase(url_of(installation))
    assert await left(superuser, row) == (False, False)
    async with superuser.begin() as connection:
        until = text("SELECT declared_until FROM pseudonymised_record WHERE id = :id")
        assert (await connection.execute(until, {"id": row})).scalar_one() == datetime.fromisoformat(it.term)
        past = text("UPDATE pseudonymised_record SET declared_until = now() - interval '1 second' WHERE id = :id")
        await connection.execute(past, {"id": row})
    await erase(url_of(installation))
    assert await left(superuser, row) == (True, True)


async def test_the_builder_reads_of_a_row_no_more_than_that_it_has_run_out(
    world: World, installation: Installation, secret_path: Path
) -> None:
    it = await tier(world)
    await it.citizen()
    await it.extract(installation, secret_path)
    async with session(installation.builder) as connection:
        count = "SELECT count(*) FROM pseudonymised_record WHERE valid_until IS NULL AND declared_until IS NULL"
        assert await connection.fetchval(count) == 0
        assert await refused(connection, "SELECT sealed FROM pseudonymised_record") == FORBIDDEN
        assert await refused(connection, "UPDATE pseudonymised_record SET valid_until = NULL") == FORBIDDEN


async def test_the_process_that_builds_erases_in_passing(
    installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    erased = []

    async def erasing(url: str) -> int:
        erased.append(url)
        return 0

    async def nothing(*_given: Any) -> None:
        return

    async def served(url: str, work: Any, stop: asyncio.Event, **given: Any) -> None:
        async def and_stop() -> None:
            await given["in_passing"]()
            stop.set()

        await asyncio.wait_for(waiting.serve(url, nothing, stop, in_passing=and_stop), 10)

    monkeypatch.setattr(releases, "erase", erasing)
    monkeypatch.setattr(releases, "_once", nothing)
    monkeypatch.setattr(releases, "serve", served)
    await releases._passing(installation)
    await releases._always(installation, attached=False)
    assert erased == [url_of(installation)] * 2
