"""Looking at the log from outside, as the database's superuser."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.support.world import Party


@dataclass
class Recorded:
    """What one client's requests left in the log."""

    events: list[dict[str, Any]] = field(default_factory=list)
    subjects: list[dict[str, Any]] = field(default_factory=list)

    def operations(self) -> list[tuple[str, str, str, str | None]]:
        return [(each["action"], each["category"], each["outcome"], each["code"]) for each in self.events]

    def shown(self) -> set[tuple[str, str]]:
        return {(each["category"], str(each["record_id"])) for each in self.subjects}

    def accesses(self) -> dict[str, str]:
        return {each["category"]: each["access"] for each in self.subjects}


@asynccontextmanager
async def recording(superuser: AsyncEngine, party: Party) -> AsyncIterator[Recorded]:
    """Collects the events of the client that were written inside the block, in their order."""
    async with superuser.connect() as connection:
        before = (await connection.execute(text("SELECT coalesce(max(sequence), 0) FROM audit_event"))).scalar_one()
    recorded = Recorded()
    yield recorded
    async with superuser.connect() as connection:
        events = await connection.execute(
            text("SELECT * FROM audit_event WHERE client_id = :client AND sequence > :before ORDER BY sequence"),
            {"client": party.client_id, "before": before},
        )
        recorded.events = [dict(each) for each in events.mappings()]
        subjects = await connection.execute(
            text("SELECT * FROM audit_subject WHERE event_id = ANY (:events) ORDER BY at, event_id, position"),
            {"events": [each["id"] for each in recorded.events]},
        )
        recorded.subjects = [dict(each) for each in subjects.mappings()]
