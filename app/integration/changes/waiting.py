"""Waiting for a change without a connection: one look for all who wait in this process, about three times a second.

Not LISTEN and NOTIFY: a NOTIFY in a writer's transaction makes all commits of the database wait for one another.
"""

import asyncio
from uuid import UUID

import structlog

from app.database.engines import Databases

SECONDS_BETWEEN = 0.3
_LOOK = "SELECT changes_waiting($1, $2)"

log = structlog.get_logger()


class Waiting:
    """Those who wait in this process."""

    def __init__(self, databases: Databases) -> None:
        self._databases = databases
        self._waiters: dict[asyncio.Future[None], tuple[UUID, int]] = {}
        self._looking: asyncio.Task[None] | None = None
        self._ended = False

    @property
    def ended(self) -> bool:
        """Whether nobody is to wait any more: the process is about to stop."""
        return self._ended

    async def change(self, organisation_id: UUID, after: int) -> None:
        """Return when there is something after this number for the organisation; perhaps not for all in it."""
        if self._ended:
            return
        waiter = asyncio.get_running_loop().create_future()
        self._waiters[waiter] = (organisation_id, after)
        if self._looking is None or self._looking.done():
            self._looking = asyncio.create_task(self._look())
        try:
            await waiter
        finally:
            self._waiters.pop(waiter, None)

    def end(self) -> None:
        """Let everyone go on at once, and nobody wait from now on."""
        self._ended = True
        self._wake(*self._waiters)

    async def _look(self) -> None:
        while self._waiters:
            await asyncio.sleep(SECONDS_BETWEEN)
            waiters = list(self._waiters.items())
            if not waiters:
                return
            try:
                found = await self._found([about for _, about in waiters])
            except Exception:  # noqa: BLE001 - each who waits asks for itself then, and answers what is wrong
                log.warning("changes.look_failed")
                found = [*range(1, len(waiters) + 1)]
            self._wake(*(waiters[place - 1][0] for place in found))

    async def _found(self, asked: list[tuple[UUID, int]]) -> list[int]:
        async with self._databases.transaction("case") as transaction:
            rows = await transaction.driver.fetch(_LOOK, [each for each, _ in asked], [after for _, after in asked])
        return [row[0] for row in rows]

    def _wake(self, *waiters: asyncio.Future[None]) -> None:
        for waiter in waiters:
            if not waiter.done():
                waiter.set_result(None)
