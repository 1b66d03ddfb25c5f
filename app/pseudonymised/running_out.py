"""Erasing rows that have run out: with the consent, or with the declaration. Nobody reads them any more by then.

No event ends them, only time, so the builder's process does as it passes by.
"""

import asyncpg
import structlog

from app.database.driver import count_of

logger = structlog.get_logger(__name__)

# Which rows have run out is the boundary's to say: the builder's login sees no others.
_ERASE = """
WITH held AS (SELECT id FROM pseudonymised_record WHERE ended_at IS NULL ORDER BY id FOR UPDATE)
UPDATE pseudonymised_record AS record
SET sealed = NULL, ended_at = clock_timestamp(), updated_at = clock_timestamp(), version = record.version + 1
FROM held WHERE record.id = held.id
"""


async def erase(url: str) -> int:
    """Erase what has run out, as the builder's login; how many rows."""
    connection = await asyncpg.connect(url, server_settings={"application_name": "pseudonymiser"})
    try:
        erased = count_of(await connection.execute(_ERASE))
    finally:
        await connection.close()
    if erased:
        logger.info("pseudonymised_rows_erased", rows=erased)
    return erased
