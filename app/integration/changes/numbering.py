"""Numbering what changed, for one organisation: by whoever reads, in its own transaction."""

import asyncpg

_NUMBER = "SELECT number_changes($1)"


async def number(driver: "asyncpg.Connection[asyncpg.Record]", seen: int | None = None) -> int | None:
    """Number what is due to the organisation in whose context the transaction is (`boundary.organisation`).

    Until the transaction ends, others who number for the same organisation wait; writers never do.

    Args:
        driver: the driver's connection in that transaction, stepped into a role that reads changes.
        seen: the last number that the reader has.

    Returns:
        The organisation's last number, 0 before the first; None where what follows `seen` is not kept any more.
    """
    last: int | None = await driver.fetchval(_NUMBER, seen)
    return last
