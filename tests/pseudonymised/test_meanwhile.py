"""What ends while an extract is made, at the one moment or the other: no sealed row is left that rests on nothing."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from itertools import count
from pathlib import Path
from typing import Any
from uuid import UUID, uuid4

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.installation import Installation
from app.pseudonymised import beside, extracting
from tests.pseudonymised.support import PATH, Tier, tier, worked
from tests.pseudonymised.test_ending import (
    Ending,
    agreement_suspended,
    controller_left,
    declaration_ended,
    evaluator_left,
    left,
    row_of,
)
from tests.support.world import JSON, World

Then = Callable[[], Awaitable[Any]]


def _before_written(monkeypatch: pytest.MonkeyPatch, extract: str, then: Then) -> None:
    """The rows are sealed, and nobody is held up yet; from then on to the end all others wait."""
    told, asked = beside.tell_of_a_few, iter([then])

    async def first_then(connection: Any, *given: Any) -> bool:
        for ending in asked:
            await ending()
        return await told(connection, *given)

    monkeypatch.setattr(extracting, "tell_of_a_few", first_then)


def _after_reading(monkeypatch: pytest.MonkeyPatch, extract: str, then: Then) -> None:
    read = extracting._snapshot

    async def and_then(url: str, row: Mapping[str, Any]) -> Any:
        found = await read(url, row)
        if str(row["id"]) == extract:
            await then()
        return found

    monkeypatch.setattr(extracting, "_snapshot", and_then)


@pytest.mark.parametrize(
    ("at", "ending"),
    [
        (_before_written, declaration_ended),
        (_before_written, agreement_suspended),
        (_after_reading, declaration_ended),
        (_after_reading, evaluator_left),
        (_after_reading, controller_left),
        (_after_reading, agreement_suspended),
    ],
)
async def test_an_extract_that_rests_on_nothing_once_it_is_made_is_not_there(
    world: World,
    installation: Installation,
    superuser: AsyncEngine,
    secret_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    at: Callable[[pytest.MonkeyPatch, str, Then], None],
    ending: Ending,
) -> None:
    it = await tier(world)
    citizen = await it.citizen()
    asked = await it.asked()
    with monkeypatch.context() as patched:
        at(patched, asked["id"], lambda: ending(it, citizen))
        await worked(installation, secret_path)
    async with superuser.connect() as connection:
        found = text("SELECT status, error FROM pseudonymised_extract WHERE id = :id")
        assert tuple((await connection.execute(found, {"id": asked["id"]})).one()) == ("failed", "not_declared")
        rows = text("SELECT count(*) FROM pseudonymised_record WHERE extract_id = :id")
        assert (await connection.execute(rows, {"id": asked["id"]})).scalar_one() == 0


@pytest.mark.parametrize("ending", [declaration_ended, evaluator_left])
async def test_what_ends_as_the_extract_is_looked_through_erases_it_afterwards(
    world: World,
    installation: Installation,
    superuser: AsyncEngine,
    secret_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    ending: Ending,
) -> None:
    it = await tier(world)
    citizen = await it.citizen()
    asked = await it.asked()
    execute = asyncpg.Connection.execute
    ends: list[asyncio.Future[Any]] = []

    async def executed(self: Any, statement: str, *given: Any, **named: Any) -> str:
        said = await execute(self, statement, *given, **named)
        if statement == extracting._BUILT and str(given[0]) == asked["id"]:
            ends.append(asyncio.ensure_future(ending(it, citizen)))
            await _waits_or_done(superuser, ends[0], "advisory", "transactionid")
        return str(said)

    with monkeypatch.context() as patched:
        patched.setattr(asyncpg.Connection, "execute", executed)
        await worked(installation, secret_path)
    await ends[0]
    assert await left(superuser, await row_of(superuser, citizen)) == (True, True)


async def _waits_or_done(superuser: AsyncEngine, task: "asyncio.Future[Any]", *kinds: str) -> None:
    """Until somebody waits for a lock of these kinds, or the task has not had to."""
    waiting = text("SELECT EXISTS (SELECT FROM pg_locks WHERE NOT granted AND locktype = ANY (:kinds))")
    async with superuser.connect() as connection:
        while not task.done():
            if (await connection.execute(waiting, {"kinds": [*kinds]})).scalar_one():
                return
            await asyncio.wait({task}, timeout=0.01)


async def test_who_ends_many_rows_takes_them_in_one_order(
    world: World, installation: Installation, superuser: AsyncEngine, secret_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Two who end some of the same rows at the same moment wait for each other, and never in a circle."""
    it = await tier(world)
    for _ in range(2):
        await it.citizen()
    numbers = count(uuid4().int, -1)
    with monkeypatch.context() as patched:  # the first in the table is the last in order
        patched.setattr(extracting, "uuid4", lambda: UUID(int=next(numbers)))
        extract = await it.extract(installation, secret_path)
    of = {"id": extract["id"]}
    first = "(SELECT id FROM pseudonymised_record WHERE extract_id = :id ORDER BY id LIMIT 1)"
    async with superuser.begin() as connection:
        await connection.execute(text(f"SELECT FROM pseudonymised_record WHERE id = {first} FOR UPDATE"), of)
        ends = asyncio.ensure_future(declaration_ended(it, {}))
        await _waits_or_done(superuser, ends, "transactionid", "tuple")
        free = text("SELECT id FROM pseudonymised_record WHERE extract_id = :id FOR UPDATE SKIP LOCKED")
        assert len((await connection.execute(free, of)).all()) == 2
    await ends
    assert await it.by_sql(installation) == set()


class Killed(BaseException):
    """What ends the process."""


async def test_an_extract_that_ends_every_process_is_given_up(
    world: World, installation: Installation, secret_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = await tier(world)
    await it.citizen()
    await worked(installation, secret_path)
    asked, path = await it.asked(), f"{PATH}/"

    async def killed(*_given: Any) -> Any:
        raise Killed

    with monkeypatch.context() as patched:
        patched.setattr(extracting, "_snapshot", killed)
        for _ in range(extracting.MOST_ATTEMPTS):
            with pytest.raises(Killed):
                await worked(installation, secret_path)
            assert (await _said(it, path + asked["id"]))["status"] == "waiting"
        await worked(installation, secret_path)
    found = await _said(it, path + asked["id"])
    assert (found["status"], found["error"]) == ("failed", "interrupted")


async def _said(it: Tier, path: str) -> JSON:
    return dict((await it.evaluator.get(path)).json())
