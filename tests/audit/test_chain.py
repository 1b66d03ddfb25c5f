"""Whoever changes the log in the database itself is found out."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from app.audit import chain
from app.installation import Installation
from tests.support.world import World

KEY = b"k" * 32
EVENT = "(SELECT id FROM audit_event WHERE organisation_id = :mine ORDER BY sequence DESC LIMIT 1)"
TAMPERINGS = {
    "an event is changed": f"UPDATE audit_event SET action = 'list' WHERE id = {EVENT}",
    "its time is changed": f"UPDATE audit_event SET at = at - interval '1 second' WHERE id = {EVENT}",
    "an event is removed": f"DELETE FROM audit_event WHERE id = {EVENT}",
    "a subject is removed": f"DELETE FROM audit_subject WHERE event_id = {EVENT}",
    "a subject is added": (
        "INSERT INTO audit_subject SELECT event_id, position + 100, at, organisation_id, controller_id, citizen_id, "
        f"track, category, record_id, access FROM audit_subject WHERE event_id = {EVENT}"
    ),
    "an event is inserted": (
        "INSERT INTO audit_event (id, sequence, at, organisation_id, client_id, request_id, action, category, outcome) "
        "OVERRIDING SYSTEM VALUE SELECT gen_random_uuid(), sequence, at, organisation_id, client_id, request_id, "
        f"action, category, outcome FROM audit_event WHERE id = {EVENT}"
    ),
    "an event is given to another organisation": "UPDATE audit_event SET organisation_id = gen_random_uuid() "
    f"WHERE id = {EVENT}",
    "a seal is removed": "DELETE FROM audit_seal WHERE organisation_id = :mine AND number = 1",
    "a seal is rewritten": "UPDATE audit_seal SET events = events - 1, hash = decode(repeat('ab', 32), 'hex') "
    "WHERE organisation_id = :mine AND number = 1",
}


@asynccontextmanager
async def owned(installation: Installation) -> AsyncIterator[AsyncConnection]:
    engine = create_async_engine(installation.owner)
    try:
        async with engine.begin() as connection:
            yield connection
    finally:
        await engine.dispose()


async def sealed(installation: Installation) -> list[chain.Head]:
    async with owned(installation) as connection:
        until = await chain.horizon(connection)
    async with owned(installation) as connection:
        return await chain.seal(connection, KEY, until)


async def faults(installation: Installation, heads: list[chain.Head] | None = None) -> list[chain.Fault]:
    async with owned(installation) as connection:
        return await chain.verify(connection, KEY, heads or [])


async def logged(world: World) -> UUID:
    """Something more of one organisation's."""
    party = await world.party("favrskov-coordinator")
    await world.citizen(party)
    return UUID(party.organisation_id)


async def test_every_organisation_has_a_chain_of_its_own_that_grows(world: World, installation: Installation) -> None:
    mine = await logged(world)
    first = {head.organisation_id: head for head in await sealed(installation)}
    await logged(world)
    second = {head.organisation_id: head for head in await sealed(installation)}
    assert second[mine].number == first[mine].number + 1
    assert second[mine].hash != first[mine].hash
    others = first.keys() - {mine}
    assert {each: second[each] for each in others} == {each: first[each] for each in others}
    assert await sealed(installation) == list(second.values()), "nothing new, no seal"
    assert await faults(installation, [*first.values(), *second.values()]) == []


async def test_what_is_not_sealed_yet_is_no_fault(world: World, installation: Installation) -> None:
    await logged(world)
    await sealed(installation)
    await logged(world)
    assert await faults(installation) == []


@pytest.mark.parametrize("tampering", TAMPERINGS)
async def test_it_is_found_out_when(
    world: World, installation: Installation, superuser: AsyncEngine, tampering: str
) -> None:
    await logged(world)
    await sealed(installation)
    mine = await logged(world)
    await sealed(installation)
    async with superuser.connect() as connection:
        # One who holds the database: the triggers are off, and so is row-level security.
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        changed = await connection.execute(text(TAMPERINGS[tampering]), {"mine": mine})
        assert changed.rowcount > 0
        assert await chain.verify(connection, KEY), tampering
        await connection.rollback()
    assert await faults(installation) == []


async def test_what_is_cut_off_the_end_is_found_out_by_the_heads_kept_elsewhere(
    world: World, installation: Installation, superuser: AsyncEngine
) -> None:
    await logged(world)
    await sealed(installation)
    mine = await logged(world)
    heads = await sealed(installation)
    async with superuser.connect() as connection:
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        last = "number = (SELECT max(number) FROM audit_seal WHERE organisation_id = :mine)"
        before = "(SELECT coalesce(max(last_sequence), 0) FROM audit_seal WHERE organisation_id = :mine)"
        await connection.execute(
            text(f"DELETE FROM audit_seal WHERE organisation_id = :mine AND {last}"), {"mine": mine}
        )
        await connection.execute(
            text(f"DELETE FROM audit_event WHERE organisation_id = :mine AND sequence > {before}"), {"mine": mine}
        )
        assert await chain.verify(connection, KEY) == []
        found = await chain.verify(connection, KEY, heads)
        assert [each.organisation_id for each in found] == [mine]
        await connection.rollback()


async def test_without_the_key_no_seal_can_be_made(world: World, installation: Installation) -> None:
    await logged(world)
    await sealed(installation)
    async with owned(installation) as connection:
        assert await chain.verify(connection, b"another key entirely, of 32 bytes")


async def test_the_sealer_waits_for_those_who_are_writing(
    world: World, installation: Installation, superuser: AsyncEngine
) -> None:
    async with superuser.begin() as writing:
        await writing.execute(
            text(
                "INSERT INTO audit_event (id, at, organisation_id, client_id, request_id, action, category, outcome) "
                "VALUES (gen_random_uuid(), now(), gen_random_uuid(), 'x', 'x', 'read', 'citizen', 'done')"
            )
        )
        async with owned(installation) as connection:
            with pytest.raises(Exception, match="lock timeout"):
                await chain.horizon(connection)
        await writing.rollback()
