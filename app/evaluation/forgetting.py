"""A citizen's erasure from the ledgers of releases: the id goes, the number of those behind a figure stays.

It is the builder's to do, and the database lets the ledger forget and nothing else. The figures are anonymous and stay.
"""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from uuid import UUID

import asyncpg
from sqlalchemy import exists, select, text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.boundary.asker import SETTINGS_ASKER
from app.boundary.conditions import WORDS
from app.boundary.policy import load
from app.database.columns import table_of

# A build that has begun has read who is behind what is out, and may write it again; one that waits waits for this.
_BUILDING = "SELECT status FROM release_job WHERE status IN ('queued', 'running') FOR UPDATE"
# What is published then asks whether those who entered still consent: it must go on knowing whom to ask about.
_ENTERED = """
SELECT release.name FROM release JOIN release_ledger AS ledger ON ledger.build_id = release.build_id
WHERE release.status NOT IN ('published', 'recalled') AND ledger.statistic = 'contributors' AND $1 = ANY (person_ids)
ORDER BY 1
"""
_FORGET = """
WITH forgotten AS (
  UPDATE release_ledger SET person_ids = array_remove(person_ids, $1), removed = removed + 1
  WHERE $1 = ANY (person_ids) RETURNING release_id
)
SELECT count(*) AS entries, count(DISTINCT release_id) AS releases FROM forgotten
"""


@dataclass(frozen=True, slots=True)
class Forgotten:
    """How much the id was taken out of; or why it was not."""

    entries: int = 0
    releases: int = 0
    refused: str | None = None
    """A code, which the log has."""
    why: str = ""


async def consent_stands(connection: AsyncConnection, citizen: UUID) -> bool:
    """Whether a consent of the citizen's ticks the evaluation, whatever agreement covers it.

    Asked as the wall's keeper: the builder sees no consent whose agreement does not cover the evaluation just now.

    Args:
        connection: the owner's; it is the wall's keeper to the transaction's end.
        citizen: the record's id.
    """
    consent = table_of("consent")
    stands = WORDS["ticks_evaluation"](consent, SETTINGS_ASKER, load().categories["consent"])
    await connection.execute(text("SET LOCAL ROLE wall_keeper"))
    return bool(await connection.scalar(select(exists().where(consent.c.citizen_id == citizen, stands))))


@asynccontextmanager
async def forgotten(url: str, citizen: UUID, *, consents: bool) -> AsyncIterator[Forgotten]:
    """Take a citizen's id out of every ledger, as the builder's login; it is done when the block ends without an error.

    What the block does besides, such as logging it, is so done before, or neither is. `consents` says that the
    citizen's consent stands: then nothing is erased.
    """
    connection = await asyncpg.connect(url, server_settings={"application_name": "release builder"})
    try:
        async with connection.transaction():
            yield await _forgotten(connection, citizen, consents=consents)
    finally:
        await connection.close()


async def _forgotten(connection: "asyncpg.Connection[asyncpg.Record]", citizen: UUID, *, consents: bool) -> Forgotten:
    if any(row["status"] == "running" for row in await connection.fetch(_BUILDING)):
        why = "A build is under way, which has read who is behind what is out: try again when it is done."
        return Forgotten(refused="build-under-way", why=why)
    if consents:
        why = "The consent to the evaluation stands, and the next release would count the citizen: withdraw it first."
        return Forgotten(refused="consent-stands", why=why)
    if entered := await connection.fetch(_ENTERED, citizen):
        names = ", ".join(row["name"] for row in entered)
        why = f"The citizen's data entered what is not out: {names}. Build it anew, or cancel it, and try again."
        return Forgotten(refused="not-out", why=why)
    done = await connection.fetchrow(_FORGET, citizen)
    assert done is not None  # noqa: S101 - of counts there is a row
    return Forgotten(done["entries"], done["releases"])
