"""Builds that are no release's any more, since another took their place or the release was cancelled: emptied."""

import asyncpg

_GIVEN_UP = (
    "build_id NOT IN (SELECT build_id FROM release WHERE build_id IS NOT NULL) "
    "AND build_id NOT IN (SELECT id FROM release_job WHERE status IN ('queued', 'running'))"
)
_EMPTIED = f"UPDATE release_file_content SET content = '' WHERE content <> '' AND {_GIVEN_UP}"  # noqa: S608 - a constant
_FORGOTTEN = f"""
UPDATE release_ledger SET removed = removed + cardinality(person_ids), person_ids = '{{}}'
WHERE cardinality(person_ids) > 0 AND {_GIVEN_UP}
"""  # noqa: S608 - a constant


async def empty_given_up(connection: "asyncpg.Connection[asyncpg.Record]") -> None:
    """Take the bytes and the ids out of builds that are no release's any more."""
    await connection.execute(_EMPTIED)
    await connection.execute(_FORGOTTEN)


async def empty_in_passing(url: str) -> None:
    """Likewise, over a connection of its own."""
    connection = await asyncpg.connect(url, server_settings={"application_name": "release builder"})
    try:
        await empty_given_up(connection)
    finally:
        await connection.close()
