"""Removing what was there to read for long enough: done by the owner, since no cell lets anybody delete."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.database.pruning import unforced
from app.integration.webhooks.spent import MISSED

AT_ONCE = 5_000
"""So many rows are removed in a transaction, for as long as which nobody writes a change."""

_UNNUMBERED = text("SELECT DISTINCT organisation_id FROM change WHERE sequence IS NULL AND due_at <= clock_timestamp()")
_NUMBER = text("SELECT set_config('boundary.organisation', :organisation, true), number_changes(NULL)")
_KEPT = text("SELECT max(sequence) FROM change WHERE organisation_id = :organisation AND sequence IS NOT NULL")
# The newest stays, so that numbers go on from it, and a place before it is told from one that is up to date.
_OLD = text(
    """
    SELECT organisation_id, min(sequence) AS first,
      least(max(sequence) FILTER (WHERE numbered_at < now() - make_interval(days => :days)), max(sequence) - 1) AS last
    FROM change WHERE sequence IS NOT NULL
    GROUP BY organisation_id HAVING min(numbered_at) < now() - make_interval(days => :days)
    """
)
_TELL_ENDPOINTS = text(
    f"""
    WITH missed AS (
      SELECT endpoint.id AS endpoint_id, min(change.numbered_at) AS first, max(change.numbered_at) AS last
      FROM webhook_endpoint AS endpoint JOIN change ON change.organisation_id = endpoint.organisation_id
      WHERE endpoint.organisation_id = :organisation AND change.sequence BETWEEN :first AND :last
        AND change.sequence > endpoint.position AND change.collection = ANY (endpoint.collections)
        AND (endpoint.track IS NULL OR change.track = endpoint.track)
      GROUP BY endpoint.id
    ) {MISSED}
    """  # noqa: S608 - constants
)
_REMOVE = text("DELETE FROM change WHERE organisation_id = :organisation AND sequence BETWEEN :first AND :last")


async def number_all(connection: AsyncConnection) -> bool:
    """Number what nobody has read, so that it can grow old; whether some is left for another transaction.

    Args:
        connection: the owner's.
    """
    await connection.execute(text("SET LOCAL ROLE wall_keeper"))
    organisations = [row.organisation_id for row in await connection.execute(_UNNUMBERED)]
    moved = False
    for organisation in organisations:
        before = (await connection.execute(_KEPT, {"organisation": organisation})).scalar()
        await connection.execute(_NUMBER, {"organisation": str(organisation)})
        moved |= before != (await connection.execute(_KEPT, {"organisation": organisation})).scalar()
    return moved


async def old(connection: AsyncConnection, days: int) -> list[tuple[UUID, int, int]]:
    """Of each organisation, from which number to which its changes have been readable for more than so many days."""
    await connection.execute(text("SET LOCAL ROLE wall_keeper"))
    rows = await connection.execute(_OLD, {"days": days})
    return [(row.organisation_id, row.first, row.last) for row in rows if row.last >= row.first]


async def remove(connection: AsyncConnection, organisation: UUID, first: int, last: int) -> None:
    """Remove these, from the oldest on, in a transaction of their own; endpoints show what they were not told of."""
    which = {"organisation": organisation, "first": first, "last": last}
    async with unforced(connection, "webhook_endpoint", "change"):
        await connection.execute(_TELL_ENDPOINTS, which)
        await connection.execute(_REMOVE, which)
