"""Connections of the logins, handed out fairly, each in UTC and with a deadline.

A pool's own queue is not fair, so a semaphore of the pool's size stands before it: the tail of the
response times is what the person at the other end feels.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Literal

from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

Login = Literal["case", "evaluator"]

WAIT_SECONDS = 2.0
"""How long a request waits for a connection before it is told to come back (503)."""


class PoolExhaustedError(Exception):
    """No connection became free in time."""


@dataclass(frozen=True, slots=True)
class _Pool:
    engine: AsyncEngine
    turn: asyncio.Semaphore


class Databases:
    """The engines of one process, one for each login that serves requests."""

    def __init__(self, urls: dict[Login, URL], *, pool_size: int, statement_timeout_ms: int) -> None:
        self._pools = {
            login: _Pool(_engine(url, pool_size, statement_timeout_ms), asyncio.Semaphore(pool_size))
            for login, url in urls.items()
        }

    def engine(self, login: Login) -> AsyncEngine:
        """The engine itself, for start-up checks."""
        return self._pools[login].engine

    @asynccontextmanager
    async def connection(self, login: Login) -> AsyncIterator[AsyncConnection]:
        """A connection whose transaction the caller commits; otherwise it is rolled back.

        Raises:
            PoolExhaustedError: none became free within `WAIT_SECONDS`.
        """
        pool = self._pools[login]
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await pool.turn.acquire()
        except TimeoutError as error:
            raise PoolExhaustedError from error
        try:
            async with pool.engine.connect() as connection:
                yield connection
        finally:
            pool.turn.release()

    async def close(self) -> None:
        """Close every connection."""
        for pool in self._pools.values():
            await pool.engine.dispose()


def _engine(url: URL, pool_size: int, statement_timeout_ms: int) -> AsyncEngine:
    return create_async_engine(
        url,
        pool_size=pool_size,
        max_overflow=0,
        pool_timeout=WAIT_SECONDS,
        pool_pre_ping=False,  # a broken connection is found by the first statement, and answered 503
        connect_args={
            "timeout": 5,
            "command_timeout": statement_timeout_ms / 1000 + 1,
            "server_settings": {
                "application_name": "interventionsmodellen",
                "TimeZone": "UTC",
                "statement_timeout": str(statement_timeout_ms),
                "idle_in_transaction_session_timeout": str(statement_timeout_ms * 4),
                "jit": "off",  # compiling costs more than any statement of ours
            },
        },
    )
