"""Waiting for imports: whenever one waits or was left, it is given a turn."""

import asyncio
from collections.abc import Awaitable, Callable

import structlog

from app.common.problem import Problem

POLL_SECONDS = 1.0
AGAIN_SECONDS = 5.0
WAITING = """
SELECT count(*) FILTER (WHERE since < clock_timestamp() - $1::interval) AS imports, min(since) AS since,
  coalesce(bool_or(since > clock_timestamp()), false) AS others_go_on
FROM (
  SELECT CASE status WHEN 'received' THEN created_at ELSE leased_until END AS since FROM import_job
  WHERE status IN ('received', 'running')
) AS open
"""
"""Imports that nobody has worked on for so long; a lease that is held ends in time to come."""
logger = structlog.get_logger(__name__)


async def serve(once: Callable[[], Awaitable[bool]], stop: asyncio.Event) -> None:
    """Work until told to stop; a database that is away is waited for. A turn under way is finished first."""
    while not stop.is_set():
        try:
            if not await once():
                await _pause(stop, POLL_SECONDS)
        except Problem as problem:
            logger.warning("importer_waits", code=problem.code)
            await _pause(stop, AGAIN_SECONDS)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
