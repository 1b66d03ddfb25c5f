"""What is told of a record at the moment of telling, as the feed tells it: that it is gone, where it is.

What sends has no right to any record. So whether one is there is asked with the rights of the organisation that is
told: one transaction in its role and track, as a request of its case system is, under the row-level policies. Nothing
comes back but yes or no.
"""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

import asyncpg

from app.boundary.asker import AskerValues
from app.boundary.policy import Operation, load
from app.database.columns import table_of
from app.integration.changes.reading import CATEGORIES
from app.integration.changes.tables import ChangeKind, Collection

_TYPE = "SELECT type FROM organisation WHERE id = $1"
CASE_SYSTEM = frozenset({"integration"})


@cache
def _there(role: str, collection: Collection) -> str | None:
    """The question, over the categories that the role may ever read; None where there is none."""
    policy = load()
    looks = []
    for name in CATEGORIES[collection]:
        if policy[name].allows(role, Operation.READ):
            table = table_of(policy[name].table)
            key = "incident_id" if "incident_id" in table.c else "id"
            looks.append(f"EXISTS (SELECT FROM {table.name} WHERE {key} = $1)")
    return f"SELECT {' OR '.join(looks)}" if looks else None


@dataclass(frozen=True, slots=True)
class Judge:
    """Asks as the login of requests, which steps into the role of whoever is told."""

    pool: "asyncpg.Pool[asyncpg.Record]"

    async def kind(self, delivery: Mapping[str, Any]) -> str:
        """What became of the record, to the one who is told now."""
        if delivery["change_id"] is None:
            return str(delivery["kind"])
        if not await self._is_there(delivery):
            return ChangeKind.REMOVED.value
        # It was to end, and did not; or it has come back.
        kept = delivery["kind"] != ChangeKind.REMOVED
        return str(delivery["kind"]) if kept else ChangeKind.UPDATED.value

    async def _is_there(self, delivery: Mapping[str, Any]) -> bool:
        async with self.pool.acquire() as connection, connection.transaction():
            role = await connection.fetchval(_TYPE, delivery["organisation_id"])
            question = _there(role, Collection(delivery["collection"])) if role is not None else None
            if question is None:
                return False
            asker = AskerValues(role, delivery["organisation_id"], delivery["track"], None, CASE_SYSTEM)
            settings = {**asker.settings(), "role": role}
            calls = ", ".join(f"set_config('{name}', ${place}, true)" for place, name in enumerate(settings, 1))
            await connection.execute(f"SELECT {calls}", *settings.values())
            return bool(await connection.fetchval(question, delivery["record_id"]))
