"""The worker that sends webhooks: numbers, makes deliveries, claims what is due, sends, records.

Nothing is held while it sends: neither a transaction nor a connection to the database. A process that ends between
sending and recording leaves a lease that runs out, and the delivery goes again with the same `webhook-id`: at least
once, and twice only then.
"""

import asyncio
import random
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from datetime import datetime
from uuid import uuid4

import asyncpg
import structlog

from app.auth.keys import KeyRing
from app.common.encryption import DecryptionFailed
from app.database.columns import utc_now
from app.database.failures import GONE
from app.integration.webhooks import sealing, signing
from app.integration.webhooks.judging import Judge
from app.integration.webhooks.outcomes import Result
from app.integration.webhooks.queue import Claimed, Queue
from app.integration.webhooks.sending import Sender

CONCURRENCY = 32
"""Attempts under way at a time; one for each endpoint."""
POLL_SECONDS = 1.0
RECONNECT_SECONDS = 5.0
STATEMENT_TIMEOUT_MS = 10_000
GRACE_SECONDS = 5.0
"""Told to stop, it lets what is under way come to its end for so long: a restart need not tell anything twice."""
POOL = 4

_AWAY = (OSError, TimeoutError, asyncpg.PostgresError, *GONE)
logger = structlog.get_logger(__name__)
_SYSTEM = random.SystemRandom()


@dataclass(slots=True)
class Deliverer:
    """Works on what is due, as the deliverer's login."""

    url: str = field(repr=False)
    judging_url: str = field(repr=False)
    """The login that steps into an organisation's role, to ask whether a record is there for it."""
    keys: Callable[[], KeyRing]
    sender: Sender
    clock: Callable[[], datetime] = utc_now
    chance: Callable[[], float] = _SYSTEM.random
    concurrency: int = CONCURRENCY
    grace_seconds: float = GRACE_SECONDS
    name: str = field(default_factory=lambda: str(uuid4()))

    async def once(self) -> int:
        """Everything that is due now, one delivery an endpoint; how many there were."""
        async with self._connected() as (queue, judge):
            await queue.fan_out(self.clock())
            claimed = await queue.claim(self.clock(), self.concurrency)
            await asyncio.gather(*(self._deliver(queue, judge, each) for each in claimed))
            return len(claimed)

    async def serve(self, stop: asyncio.Event) -> None:
        """Work until told to stop; a database that is away is waited for."""
        while not stop.is_set():
            try:
                async with self._connected() as (queue, judge):
                    await self._serve(queue, judge, stop)
            except _AWAY as error:
                logger.warning("webhook_deliverer_waits", kind=type(error).__name__)
                await _pause(stop, RECONNECT_SECONDS)

    async def _serve(self, queue: Queue, judge: Judge, stop: asyncio.Event) -> None:
        ended = asyncio.create_task(stop.wait())
        under_way: set[asyncio.Task[None]] = set()
        loop = asyncio.get_running_loop()
        look_at = loop.time()
        try:
            while not stop.is_set():
                if loop.time() >= look_at:
                    await queue.fan_out(self.clock())
                    look_at = loop.time() + POLL_SECONDS
                free = self.concurrency - len(under_way)
                claimed = await queue.claim(self.clock(), free) if free else []
                under_way |= {asyncio.create_task(self._deliver(queue, judge, each)) for each in claimed}
                # Whoever is done is seen to at once: the next of that endpoint waits.
                done, _ = await asyncio.wait(
                    {ended, *under_way}, timeout=POLL_SECONDS, return_when=asyncio.FIRST_COMPLETED
                )
                for each in under_way & done:
                    under_way.discard(each)
                    _see_to(each.exception())
            if under_way:
                await asyncio.wait(under_way, timeout=self.grace_seconds)
        finally:
            for task in (ended, *under_way):
                task.cancel()
            await asyncio.gather(ended, *under_way, return_exceptions=True)

    async def _deliver(self, queue: Queue, judge: Judge, claimed: Claimed) -> None:
        delivery = claimed.delivery
        kind = await judge.kind(delivery)
        present = await queue.present(claimed, self.clock())
        if present is None:
            return
        endpoint, started = present.endpoint, self.clock()
        message_id = delivery["change_id"] or delivery["id"]
        body = signing.body_of(
            change_id=message_id,
            happened_at=delivery["happened_at"],
            collection=delivery["collection"],
            record_id=delivery["record_id"],
            kind=kind,
        )
        try:
            secrets = sealing.secrets_of(self.keys(), endpoint, started)
        except DecryptionFailed:
            # Of another key ring: the lease runs out, and nothing is counted against the receiver.
            logger.error("webhook_secret_unreadable", endpoint_id=str(endpoint["id"]))  # noqa: TRY400 - no trace
            return
        headers = signing.headers_of(secrets, message_id, started, body)
        result: Result = await self.sender.send(endpoint["url"], headers, body)
        await queue.record(present, kind, (started, self.clock()), result, self.chance())
        logger.info(
            "webhook_attempt",
            endpoint_id=str(endpoint["id"]),
            delivery_id=str(delivery["id"]),
            outcome=result.outcome.value,
            status=result.status,
        )

    @asynccontextmanager
    async def _connected(self) -> AsyncIterator[tuple[Queue, Judge]]:
        settings = {
            "application_name": "webhook deliverer",
            "jit": "off",
            "TimeZone": "UTC",
            "statement_timeout": str(STATEMENT_TIMEOUT_MS),
        }
        size = {"min_size": 0, "max_size": POOL, "server_settings": settings}
        async with (
            asyncpg.create_pool(self.url, **size) as pool,
            asyncpg.create_pool(self.judging_url, **size) as judging,
        ):
            yield Queue(pool, self.name), Judge(judging)


def _see_to(error: BaseException | None) -> None:
    """A database that is away ends the connection; what else broke one attempt ends no other: its lease runs out."""
    if isinstance(error, _AWAY):
        raise error
    if error is not None:
        logger.error("webhook_attempt_broken", kind=type(error).__name__)


async def _pause(stop: asyncio.Event, seconds: float) -> None:
    try:
        async with asyncio.timeout(seconds):
            await stop.wait()
    except TimeoutError:
        return
