"""What is to be sent, in SQL, as the login `app_deliverer`: each step is a short transaction of its own.

Changes are read of one organisation at a time, which the transaction names; policies hold it to that.
An endpoint is leased, and not a delivery: so of one endpoint one delivery is under way at a time, whoever works, and
its first attempts come in the order of the changes' numbers. A lease that was left is taken over when it has run out,
and the same delivery goes again, under the same id.
"""

from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID, uuid4

import asyncpg

from app.integration.changes.numbering import number
from app.integration.webhooks import schedule
from app.integration.webhooks.outcomes import Result
from app.integration.webhooks.states import WebhookDisabledBecause, WebhookOutcome

Times = tuple[datetime, datetime]

LEASE = timedelta(seconds=60)
"""Much longer than an attempt may last."""
AT_ONCE = 1000
"""Changes of which deliveries are made in one transaction."""

_ACTIVE = "status = 'enabled' AND organisation_id IN (SELECT id FROM organisation WHERE status = 'active')"
"""An endpoint to which something may be sent: nothing is, to an organisation that would be given no token."""
_ENDPOINTS = f"""
SELECT organisation_id, min(position) AS seen FROM webhook_endpoint WHERE {_ACTIVE}
GROUP BY organisation_id
"""  # noqa: S608 - constants of this file
_WAITING = "SELECT place FROM changes_waiting($1::uuid[], $2::bigint[]) AS place"
_BEHIND = f"""
SELECT id, position, track, collections FROM webhook_endpoint
WHERE organisation_id = $1 AND {_ACTIVE} AND position < $2 FOR UPDATE SKIP LOCKED
"""  # noqa: S608 - constants of this file
_REACHED = """
SELECT max(sequence) FROM (
  SELECT sequence FROM change WHERE organisation_id = $1 AND sequence > $2 ORDER BY sequence LIMIT $3
) AS page
"""
# Of one track's endpoint nothing else's: what names no side is told to nobody who has one.
_FAN_OUT = """
INSERT INTO webhook_delivery (id, created_at, updated_at, version, organisation_id, track, endpoint_id, change_id,
  sequence, happened_at, collection, record_id, kind, status, attempts, due_at)
SELECT gen_random_uuid(), $6, $6, 1, change.organisation_id, $4, $2, change.id, change.sequence, change.happened_at,
  change.collection, change.record_id, change.kind, 'pending', 0, $6
FROM change
WHERE change.organisation_id = $1 AND change.sequence > $3 AND change.sequence <= $7
  AND ($4::text IS NULL OR change.track = $4) AND change.collection = ANY ($5)
ON CONFLICT (endpoint_id, change_id) DO UPDATE
SET status = 'pending', attempts = 0, due_at = $6, begun_at = NULL, kind = excluded.kind,
  updated_at = $6, version = webhook_delivery.version + 1
"""
_MOVE = "UPDATE webhook_endpoint SET position = $2 WHERE id = $1"

_LEASE = f"""
UPDATE webhook_endpoint SET worker = $2, leased_until = $1 + $4::interval, served_at = $1
WHERE id = ANY (ARRAY(
  SELECT id FROM webhook_endpoint AS endpoint
  WHERE {_ACTIVE} AND (leased_until IS NULL OR leased_until <= $1)
    AND (resting_until IS NULL OR resting_until <= $1)
    AND EXISTS (
      SELECT FROM webhook_delivery AS delivery
      WHERE delivery.endpoint_id = endpoint.id AND delivery.status = 'pending' AND delivery.due_at <= $1
    )
  ORDER BY served_at NULLS FIRST LIMIT $3 FOR UPDATE SKIP LOCKED
))
RETURNING *
"""  # noqa: S608 - constants of this file
_HEAD = """
UPDATE webhook_delivery SET attempts = attempts + 1, begun_at = coalesce(begun_at, $2), updated_at = $2,
  version = version + 1
WHERE id = (
  SELECT id FROM webhook_delivery WHERE endpoint_id = $1 AND status = 'pending' AND due_at <= $2
  ORDER BY sequence, created_at, id LIMIT 1 FOR UPDATE
)
RETURNING *
"""
_PRESENT = f"SELECT * FROM webhook_endpoint WHERE id = $1 AND worker = $2 AND {_ACTIVE}"  # noqa: S608 - a constant
_NOT_TRIED = """
UPDATE webhook_delivery SET attempts = attempts - 1, begun_at = CASE WHEN attempts > 1 THEN begun_at END,
  updated_at = $4, version = version + 1
WHERE id = $1 AND status = 'pending' AND attempts = $2 AND begun_at = $3
"""
"""Not of one that another has claimed, or that was meanwhile asked for again."""
_RELEASE = "UPDATE webhook_endpoint SET worker = NULL, leased_until = NULL WHERE id = $1 AND worker = $2"
WAITING = f"""
SELECT count(*) AS deliveries, min(delivery.due_at) AS since
FROM webhook_delivery AS delivery
JOIN (SELECT id, served_at FROM webhook_endpoint WHERE {_ACTIVE}) AS endpoint ON endpoint.id = delivery.endpoint_id
WHERE delivery.status = 'pending'
  AND delivery.due_at < clock_timestamp() - $1::interval
  AND coalesce(endpoint.served_at, '-infinity') < clock_timestamp() - $1::interval
"""  # noqa: S608 - constants of this file
"""Deliveries that are due for so long, of endpoints to which nothing was sent in that time."""

_ATTEMPT = """
INSERT INTO webhook_attempt (id, created_at, updated_at, version, organisation_id, track, delivery_id, number,
  started_at, finished_at, outcome, status_code)
VALUES ($1, $2, $2, 1, $3, $4, $5, $6, $7, $2, $8, $9)
"""
_HEALTH = """
UPDATE webhook_endpoint SET worker = NULL, leased_until = NULL, last_success_at = $3, last_failure_at = $4,
  last_failure = $5, failures_in_a_row = $6, failing_since = $7, resting_until = $8
WHERE id = $1 AND worker = $2
"""
_DISABLE = """
UPDATE webhook_endpoint SET status = 'disabled', disabled_because = $2, disabled_at = $3, updated_at = $3,
  version = version + 1
WHERE id = $1 AND status = 'enabled'
"""
_OUTCOME = """
UPDATE webhook_delivery SET status = $3, due_at = $4, delivered_at = $5, kind = $6, last_outcome = $7, last_status = $8,
  updated_at = $9, version = version + 1
WHERE id = $1 AND status = 'pending' AND begun_at = $10 AND (attempts = $2 OR $3 = 'delivered')
"""
"""Not of one that was meanwhile asked for again, and has begun anew."""


@dataclass(frozen=True, slots=True)
class Claimed:
    """A delivery that is this worker's to send, and the endpoint as it was when it was leased."""

    endpoint: Mapping[str, Any]
    delivery: Mapping[str, Any]


@dataclass(slots=True)
class Queue:
    """The tables, as one worker sees them."""

    pool: "asyncpg.Pool[asyncpg.Record]"
    worker: str

    async def fan_out(self, at: datetime) -> None:
        """Number what has been committed, and make a delivery of each change for each endpoint that is to be told."""
        async with self.pool.acquire() as connection:
            known = await connection.fetch(_ENDPOINTS)
            organisations = [each["organisation_id"] for each in known]
            places = await connection.fetch(_WAITING, organisations, [each["seen"] for each in known])
        for each in places:
            found = known[each["place"] - 1]
            await self._fan_out_of(found["organisation_id"], found["seen"], at)

    async def _fan_out_of(self, organisation: UUID, seen: int, at: datetime) -> None:
        async with self._of(organisation) as connection:
            last = await number(connection)
        if last is None or last <= seen:
            return
        async with self._of(organisation) as connection:
            for endpoint in await connection.fetch(_BEHIND, organisation, last):
                reached = await connection.fetchval(_REACHED, organisation, endpoint["position"], AT_ONCE)
                if reached is None:
                    continue
                await connection.execute(
                    _FAN_OUT,
                    organisation,
                    endpoint["id"],
                    endpoint["position"],
                    endpoint["track"],
                    endpoint["collections"],
                    at,
                    reached,
                )
                await connection.execute(_MOVE, endpoint["id"], reached)

    async def claim(self, at: datetime, most: int) -> list[Claimed]:
        """Lease up to so many endpoints that have something due, each with the first of what is."""
        taken: list[Claimed] = []
        async with self.pool.acquire() as connection, connection.transaction():
            for endpoint in await connection.fetch(_LEASE, at, self.worker, most, LEASE):
                # A statement of its own, which sees what the last holder of the lease had written.
                delivery = await connection.fetchrow(_HEAD, endpoint["id"], at)
                if delivery is None:
                    await connection.execute(_RELEASE, endpoint["id"], self.worker)
                else:
                    taken.append(Claimed(dict(endpoint), dict(delivery)))
        return taken

    async def present(self, claimed: Claimed, at: datetime) -> Claimed | None:
        """The same with the endpoint as it is now, right before it is sent to.

        None where nothing is to be sent any more: it was disabled since, or the lease is another's. The delivery then
        waits as if it had not been claimed.
        """
        endpoint, delivery = claimed.endpoint["id"], claimed.delivery
        async with self.pool.acquire() as connection, connection.transaction():
            if found := await connection.fetchrow(_PRESENT, endpoint, self.worker):
                return replace(claimed, endpoint=dict(found))
            await connection.execute(_NOT_TRIED, delivery["id"], delivery["attempts"], delivery["begun_at"], at)
            await connection.execute(_RELEASE, endpoint, self.worker)
        return None

    async def record(self, claimed: Claimed, kind: str, times: Times, result: Result, chance: float) -> None:
        """Write how an attempt went, what it told, and what follows from it.

        Args:
            kind: what became of the record, as it was told.
            times: when it began and ended.
            chance: from 0 to 1, for the jitter of the next.
        """
        started, at = times
        endpoint, delivery = claimed.endpoint, claimed.delivery
        well = result.outcome is WebhookOutcome.DELIVERED
        again = None if well else schedule.next_attempt(delivery["attempts"], at, result.retry_after, chance)
        because = None if well else _disables(endpoint, delivery, result, last=again is None)
        if because is not None:
            again = at  # waits for whoever enables the endpoint
        status = "delivered" if well else "pending" if again is not None else "failed"
        failures = 0 if well else endpoint["failures_in_a_row"] + 1
        async with self.pool.acquire() as connection, connection.transaction():
            await connection.execute(
                _HEALTH,
                endpoint["id"],
                self.worker,
                at if well else endpoint["last_success_at"],
                endpoint["last_failure_at"] if well else at,
                endpoint["last_failure"] if well else result.outcome,
                failures,
                None if well else endpoint["failing_since"] or at,
                schedule.rest_after(failures, at),
            )
            await connection.execute(
                _ATTEMPT,
                uuid4(),
                at,
                delivery["organisation_id"],
                delivery["track"],
                delivery["id"],
                delivery["attempts"],
                # How long a name took that leads nowhere public would tell whether it leads somewhere inside.
                at if result.outcome is WebhookOutcome.NO_PUBLIC_ADDRESS else started,
                result.outcome,
                result.status,
            )
            await connection.execute(
                _OUTCOME,
                delivery["id"],
                delivery["attempts"],
                status,
                again or delivery["due_at"],
                at if well else delivery["delivered_at"],
                kind,
                result.outcome,
                result.status,
                at,
                delivery["begun_at"],
            )
            if because is not None:
                await connection.execute(_DISABLE, endpoint["id"], because, at)

    @asynccontextmanager
    async def _of(self, organisation: UUID) -> "AsyncIterator[asyncpg.pool.PoolConnectionProxy[asyncpg.Record]]":
        """A transaction that sees this organisation's changes."""
        async with self.pool.acquire() as connection, connection.transaction():
            await connection.execute("SELECT set_config('boundary.organisation', $1, true)", str(organisation))
            yield connection


def _disables(
    endpoint: Mapping[str, Any], delivery: Mapping[str, Any], result: Result, *, last: bool
) -> WebhookDisabledBecause | None:
    """What ends an endpoint: that it says so, or that nothing got through in all the days of a delivery's attempts."""
    if result.outcome is WebhookOutcome.GONE:
        return WebhookDisabledBecause.GONE
    succeeded = endpoint["last_success_at"]
    if last and (succeeded is None or succeeded < delivery["begun_at"]):
        return WebhookDisabledBecause.FAILING
    return None
