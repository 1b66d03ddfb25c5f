"""What is not logged must not happen, and what is logged stays."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

import pytest
from sqlalchemy import text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from app.boundary.triggers import APPEND_ONLY
from app.installation import Installation
from tests.support.world import World

TABLES = ("audit_event", "audit_subject")
CHANGES = (
    "UPDATE {} SET at = now()",
    "DELETE FROM {}",
    "TRUNCATE {}",
    "ALTER TABLE {} DISABLE TRIGGER ALL",
)


@asynccontextmanager
async def unwritable(superuser: AsyncEngine, table: str, role: str) -> AsyncIterator[None]:
    async with superuser.begin() as connection:
        await connection.execute(text(f"REVOKE INSERT ON {table} FROM {role}"))
    try:
        yield
    finally:
        async with superuser.begin() as connection:
            await connection.execute(text(f"GRANT INSERT ON {table} TO {role}"))


async def _citizens(superuser: AsyncEngine) -> int:
    async with superuser.connect() as connection:
        return int((await connection.execute(text("SELECT count(*) FROM citizen"))).scalar_one())


@pytest.mark.parametrize("table", TABLES)
async def test_a_write_that_cannot_be_logged_leaves_no_effect(world: World, superuser: AsyncEngine, table: str) -> None:
    police = await world.party("police-coordinator")
    body = {"project_id": world.project(), "track": "victim"}
    before = await _citizens(superuser)
    async with unwritable(superuser, table, "police_district"):
        answer = await police.post("/v1/citizens", body, idempotency_key="unlogged-" + table)
    assert answer.status_code == 503
    assert answer.headers["retry-after"]
    assert await _citizens(superuser) == before
    # Nor is the first answer kept: the repetition is the first.
    again = await police.post("/v1/citizens", body, idempotency_key="unlogged-" + table)
    assert again.status_code == 201
    assert "idempotency-replayed" not in again.headers


async def test_a_read_that_cannot_be_logged_shows_nothing(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    async with unwritable(superuser, "audit_event", "police_district"):
        answer = await police.get(f"/v1/citizens/{citizen['id']}")
    assert answer.status_code == 503
    assert citizen["identity"]["given_name"] not in answer.text


async def test_a_denial_that_cannot_be_logged_is_told_as_unavailable(world: World, superuser: AsyncEngine) -> None:
    citizen = await world.citizen(await world.party("police-coordinator"))
    other = await world.party("aarhus-coordinator")
    async with unwritable(superuser, "audit_event", "municipality"):
        assert (await other.get(f"/v1/citizens/{citizen['id']}")).status_code == 503


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES)
async def test_the_parties_cannot_change_the_log(installation: Installation, table: str, change: str) -> None:
    engine = create_async_engine(installation.case)
    try:
        async with engine.connect() as connection:
            await connection.execute(text("SET LOCAL ROLE police_district"))
            with pytest.raises(DBAPIError, match=r"permission denied|must be owner"):
                await connection.execute(text(change.format(table)))
    finally:
        await engine.dispose()


@pytest.mark.parametrize("table", TABLES)
@pytest.mark.parametrize("change", CHANGES[:3])
async def test_not_even_the_owner_changes_the_log_by_mistake(
    installation: Installation, world: World, table: str, change: str
) -> None:
    engine = create_async_engine(installation.owner)
    try:
        async with engine.connect() as connection:
            with pytest.raises(DBAPIError) as refused:
                await connection.execute(text(change.format(table)))
            assert getattr(refused.value.orig, "sqlstate", None) == APPEND_ONLY
    finally:
        await engine.dispose()


async def test_nobody_writes_in_another_organisations_name(installation: Installation, world: World) -> None:
    engine = create_async_engine(installation.case)
    mine, others = world.organisation("police"), world.organisation("aarhus")
    try:
        async with engine.connect() as connection:
            await connection.execute(text("SET LOCAL ROLE police_district"))
            await connection.execute(text(f"SET LOCAL boundary.organisation = '{mine}'"))
            with pytest.raises(DBAPIError, match="row-level security"):
                await connection.execute(
                    text(
                        "INSERT INTO audit_event (id, at, organisation_id, client_id, request_id, action, category, "
                        f"outcome) VALUES (gen_random_uuid(), now(), '{others}', 'x', 'x', 'read', 'citizen', 'done')"
                    )
                )
    finally:
        await engine.dispose()
