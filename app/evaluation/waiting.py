"""Waiting for builds. A process that only waits is small: what builds is imported with the first build."""

import asyncio
from collections.abc import Awaitable, Callable

import asyncpg
import structlog

from app.database.failures import GONE

POLL_SECONDS = 1.0
PASSING_SECONDS = 600.0
RECONNECT_SECONDS = 5.0

Work = Callable[[], Awaitable[object]]
logger = structlog.get_logger(__name__)

_WAITS = """
SELECT EXISTS (
  SELECT FROM release_job WHERE status = 'queued' OR (status = 'running' AND leased_until < clock_timestamp())
) OR EXISTS (SELECT FROM pseudonymised_extract WHERE status = 'waiting')
"""
LEFT = """
SELECT count(*) AS builds, min(since) AS since FROM (
  SELECT coalesce(leased_until, created_at) AS since FROM release_job WHERE status IN ('queued', 'running')
  UNION ALL
  SELECT updated_at FROM pseudonymised_extract WHERE status = 'waiting'
) AS asked WHERE since < clock_timestamp() - $1::interval
"""
"""Builds, and extracts, that nobody has taken up for so long."""


async def serve(url: str, work: Work, stop: asyncio.Event, *, in_passing: Work | None = None) -> None:
    """Work whenever a build waits or was left, until told to stop; a database that is away is waited for.

    `in_passing` is done first, and again every ten minutes.
    """
    while not stop.is_set():
        try:
            await _serve(url, work, stop, in_passing)
        except (OSError, TimeoutError, asyncpg.PostgresError, *GONE) as error:
            logger.warning("release_builder_waits", kind=type(error).__name__)
            await _pause(stop, RECONNECT_SECONDS)


async def _serve(url: str, work: Work, stop: asyncio.Event, in_passing: Work | None) -> None:
    connection = await asyncpg.connect(url, server_settings={"application_name": "release builder"})
    loop = asyncio.get_running_loop()
    due = loop.time()
    try:
        while not stop.is_set():
            if in_passing is not None and loop.time() >= due:
                await in_passing()
                due = loop.time() + PASSING_SECONDS
            if await connection.fetchval(_WAITS):
                await work()
            else:
                await _pause(stop, POLL_SECONDS)
    finally:
        await connection.close()


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
