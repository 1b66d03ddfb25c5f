"""Sealing the log: one hash chain an organisation, in batches, so that what was changed afterwards is found out.

Nobody can change the log through the application; the chain is against those who hold the database itself. A seal
binds the events of a batch, and the seal before it, with a key that is not in the database. Whoever cuts off the end
of a chain, seals and all, is found out by the heads of an earlier run, which is why those are kept elsewhere.

A chain a request would cost every write its turn; a batch costs none of them anything.
"""

import hashlib
import hmac
import json
from collections.abc import AsyncIterator, Iterable, Mapping
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import func, insert, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.audit.tables import AuditEvent, AuditSeal, AuditSubject
from app.database.columns import table_of, utc_now

EVENTS, SUBJECTS = table_of(AuditEvent.__tablename__), table_of(AuditSubject.__tablename__)
SEALS = table_of(AuditSeal.__tablename__)
_BATCH = 1000
_ONE_AT_A_TIME = 7_302_023  # any constant: two sealers do not number the same batch
_START = bytes(32)


@dataclass(frozen=True, slots=True)
class Head:
    """The end of an organisation's chain."""

    organisation_id: UUID
    number: int
    hash: str

    def as_json(self) -> dict[str, Any]:
        """As it is kept elsewhere."""
        return {"organisation_id": str(self.organisation_id), "number": self.number, "hash": self.hash}


@dataclass(frozen=True, slots=True)
class Fault:
    """Where the log is not what was sealed."""

    organisation_id: UUID
    number: int
    what: str


@dataclass(slots=True)
class _Batch:
    """The events between two seals, as they are read."""

    events: int = 0
    digest: Any = field(default_factory=hashlib.sha256)

    def add(self, event: Mapping[Any, Any], subjects: Iterable[Mapping[Any, Any]]) -> None:
        self.events += 1
        line = _canonical([dict(event), [dict(each) for each in subjects]])
        self.digest.update(len(line).to_bytes(8, "big") + line)

    def seal(self, key: bytes, organisation_id: UUID, number: int, last_sequence: int, previous: bytes) -> bytes:
        content = [organisation_id, number, last_sequence, self.events, previous.hex(), self.digest.hexdigest()]
        return hmac.digest(key, _canonical(content), "sha256")


def _canonical(value: Any) -> bytes:
    return json.dumps(value, default=str, sort_keys=True, separators=(",", ":"), ensure_ascii=False).encode()


async def horizon(connection: AsyncConnection) -> int:
    """The sequence below which no event can appear any more: those who are writing have finished.

    Args:
        connection: as the owner, in a transaction that ends right after, since writers wait until it does.
    """
    await connection.execute(text("SET LOCAL lock_timeout = '3s'"))
    await connection.execute(text("LOCK TABLE audit_event IN SHARE MODE"))
    await connection.execute(text("SET LOCAL ROLE auditor"))
    found = await connection.execute(select(func.coalesce(func.max(EVENTS.c.sequence), 0)))
    return int(found.scalar_one())


async def seal(connection: AsyncConnection, key: bytes, until: int) -> list[Head]:
    """Seal every event up to `until` that is not sealed yet; the heads of all chains.

    Args:
        connection: as the owner, in one transaction: all organisations are sealed to the same point, or none.
        key: kept outside the database.
    """
    await connection.execute(text(f"SELECT pg_advisory_xact_lock({_ONE_AT_A_TIME})"))
    await connection.execute(text("SET LOCAL ROLE auditor"))
    chains = await _chains(connection)
    since = max((each["last_sequence"] for chain in chains.values() for each in chain), default=0)
    batches: dict[UUID, _Batch] = {}
    async for event, subjects in _events(connection, since, until):
        batches.setdefault(event["organisation_id"], _Batch()).add(event, subjects)
    now = utc_now()
    for organisation_id, batch in batches.items():
        chain = chains.setdefault(organisation_id, [])
        number, previous = len(chain) + 1, chain[-1]["hash"] if chain else _START
        new = {
            "id": uuid4(),
            "organisation_id": organisation_id,
            "number": number,
            "last_sequence": until,
            "events": batch.events,
            "previous_hash": previous,
            "hash": batch.seal(key, organisation_id, number, until, previous),
            "sealed_at": now,
        }
        await connection.execute(insert(SEALS).values(**new))
        chain.append(new)
    return [
        Head(organisation_id, chain[-1]["number"], chain[-1]["hash"].hex())
        for organisation_id, chain in sorted(chains.items())
    ]


async def verify(connection: AsyncConnection, key: bytes, heads: Iterable[Head] = ()) -> list[Fault]:
    """Read the whole log again, and tell where it is not what was sealed.

    Args:
        connection: as the owner.
        key: the one that it was sealed with.
        heads: as an earlier sealing gave them, for what was cut off the end.
    """
    await connection.execute(text("SET LOCAL ROLE auditor"))
    chains = await _chains(connection)
    faults = [
        Fault(head.organisation_id, head.number, "the seal is gone, or another stands in its place")
        for head in heads
        if not _holds(chains.get(head.organisation_id, []), head)
    ]
    checks = {organisation_id: _Check(key, organisation_id, chain) for organisation_id, chain in chains.items()}
    until = max((each["last_sequence"] for chain in chains.values() for each in chain), default=0)
    async for event, subjects in _events(connection, 0, until):
        organisation_id = event["organisation_id"]
        check = checks.setdefault(organisation_id, _Check(key, organisation_id, []))
        check.read(event, subjects)
    return faults + [fault for check in checks.values() for fault in check.finish()]


def _holds(chain: list[Mapping[Any, Any]], head: Head) -> bool:
    return any(each["number"] == head.number and each["hash"].hex() == head.hash for each in chain)


class _Check:
    """One organisation's events against its seals."""

    def __init__(self, key: bytes, organisation_id: UUID, chain: list[Mapping[Any, Any]]) -> None:
        self.key = key
        self.organisation_id = organisation_id
        self.left = list(chain)
        self.number = 0
        self.previous = _START
        self.batch = _Batch()
        self.faults: list[Fault] = []

    def read(self, event: Mapping[Any, Any], subjects: Iterable[Mapping[Any, Any]]) -> None:
        while self.left and event["sequence"] > self.left[0]["last_sequence"]:
            self._close()
        self.batch.add(event, subjects)

    def finish(self) -> list[Fault]:
        while self.left:
            self._close()
        if self.batch.events:
            self._fault("events that were never sealed stand among those that were")
        return self.faults

    def _close(self) -> None:
        seal = self.left.pop(0)
        self.number += 1
        if seal["number"] != self.number or seal["previous_hash"] != self.previous:
            self._fault("a seal is missing before this one")
        made = self.batch.seal(
            self.key, self.organisation_id, seal["number"], seal["last_sequence"], seal["previous_hash"]
        )
        if not hmac.compare_digest(made, seal["hash"]):
            self._fault("an event was changed, removed or inserted")
        self.number, self.previous, self.batch = seal["number"], seal["hash"], _Batch()

    def _fault(self, what: str) -> None:
        self.faults.append(Fault(self.organisation_id, self.number, what))


async def _chains(connection: AsyncConnection) -> dict[UUID, list[Mapping[Any, Any]]]:
    rows = await connection.execute(select(SEALS).order_by(SEALS.c.organisation_id, SEALS.c.number))
    chains: dict[UUID, list[Mapping[Any, Any]]] = {}
    for row in rows.mappings():
        chains.setdefault(row["organisation_id"], []).append(row)
    return chains


async def _events(
    connection: AsyncConnection, after: int, until: int
) -> AsyncIterator[tuple[Mapping[Any, Any], list[Mapping[Any, Any]]]]:
    """Events with their subjects, in order, a batch at a time."""
    while True:
        found = await connection.execute(
            select(EVENTS)
            .where(EVENTS.c.sequence > after, EVENTS.c.sequence <= until)
            .order_by(EVENTS.c.sequence)
            .limit(_BATCH)
        )
        events = found.mappings().all()
        subjects: dict[UUID, list[Mapping[Any, Any]]] = {}
        rows = await connection.execute(
            select(SUBJECTS)
            .where(SUBJECTS.c.event_id.in_([each["id"] for each in events]))
            .order_by(SUBJECTS.c.event_id, SUBJECTS.c.position)
        )
        for row in rows.mappings():
            subjects.setdefault(row["event_id"], []).append(row)
        for event in events:
            yield event, subjects.get(event["id"], [])
        if len(events) < _BATCH:
            return
        after = events[-1]["sequence"]
