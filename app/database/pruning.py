"""Removing rows that are spent: by the owner, since no cell lets anybody delete, some thousand in a transaction."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

AT_ONCE = 5_000
"""So many rows are removed in a transaction, for as long as which nobody writes to their table."""


@dataclass(frozen=True, slots=True)
class Spent:
    """Rows of which nobody has any more use."""

    name: str
    tables: tuple[str, ...]
    """Those that are read or written. The owner sees no row of theirs either, unless FORCE is lifted."""
    statement: str
    """Removes those older than `:days`, at most `:most`, and answers `removed`, how many."""

    async def remove(self, connection: AsyncConnection, days: int) -> int:
        """Remove a batch in the owner's transaction; 0 when there are none left."""
        async with unforced(connection, *self.tables):
            found = await connection.execute(text(self.statement), {"days": days, "most": AT_ONCE})
            return int(found.scalar_one())


@asynccontextmanager
async def unforced(connection: AsyncConnection, *tables: str) -> AsyncIterator[None]:
    """Let the owner see all rows of these tables, which nobody else reads until the transaction ends.

    It gives up before it waits so long that PostgreSQL would take it for a deadlock, and end the other.
    """
    await connection.execute(text("SET LOCAL lock_timeout = '500ms'"))
    for table in tables:
        await connection.execute(text(f"ALTER TABLE {table} NO FORCE ROW LEVEL SECURITY"))
    yield
    for table in tables:
        await connection.execute(text(f"ALTER TABLE {table} FORCE ROW LEVEL SECURITY"))
