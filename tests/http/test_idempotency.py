"""A repeatable write happens once, for its own client alone."""

import asyncio
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.support.world import World


def new(world: World, reference: str | None = None) -> dict[str, str]:
    return {
        "project_id": world.project(),
        "track": "victim",
        **({"external_reference": reference} if reference else {}),
    }


async def test_a_repetition_gets_the_first_answer(world: World) -> None:
    police, key = await world.party("police-coordinator"), str(uuid4())
    first = await police.post("/v1/citizens", new(world), idempotency_key=key)
    second = await police.post("/v1/citizens", new(world), idempotency_key=key)
    assert first.status_code == second.status_code == 201
    assert first.content == second.content
    assert {name: first.headers[name] for name in ("etag", "location")} == {
        name: second.headers[name] for name in ("etag", "location")
    }
    assert second.headers["idempotency-replayed"] == "true"
    assert "idempotency-replayed" not in first.headers


async def test_the_same_key_with_another_body_is_refused(world: World) -> None:
    police, key = await world.party("police-coordinator"), str(uuid4())
    await police.post("/v1/citizens", new(world), idempotency_key=key)
    other = await police.post("/v1/citizens", new(world, str(uuid4())), idempotency_key=key)
    assert other.status_code == 422
    assert other.json()["type"].endswith("/idempotency-key-reused")


async def test_keys_are_each_clients_own(world: World) -> None:
    key = str(uuid4())
    answers = [
        await (await world.party(client)).post("/v1/citizens", new(world), idempotency_key=key)
        for client in ("police-coordinator", "police-caseworker", "aarhus-coordinator")
    ]
    assert [each.status_code for each in answers] == [201, 201, 201]
    assert len({each.json()["id"] for each in answers}) == 3


async def test_double_submits_make_one_citizen(world: World, superuser: AsyncEngine) -> None:
    police, key, reference = await world.party("police-coordinator"), str(uuid4()), str(uuid4())
    answers = await asyncio.gather(
        *(police.post("/v1/citizens", new(world, reference), idempotency_key=key) for _ in range(8))
    )
    assert {each.status_code for each in answers} <= {201, 409}
    assert any(each.status_code == 201 for each in answers)
    async with superuser.connect() as connection:
        count = await connection.scalar(
            text("SELECT count(*) FROM external_reference WHERE reference = :reference"), {"reference": reference}
        )
    assert count == 1


async def test_a_failed_attempt_keeps_nothing(world: World) -> None:
    police, key = await world.party("police-coordinator"), str(uuid4())
    refused = await police.post("/v1/citizens", {"track": "victim"}, idempotency_key=key)
    mended = await police.post("/v1/citizens", new(world), idempotency_key=key)
    assert (refused.status_code, mended.status_code) == (422, 201)


async def test_what_is_kept_is_ciphertext(world: World, superuser: AsyncEngine) -> None:
    police, key = await world.party("police-coordinator"), str(uuid4())
    await police.post("/v1/citizens", {**new(world), "identity": world.identity()}, idempotency_key=key)
    async with superuser.connect() as connection:
        row = (
            await connection.execute(text("SELECT body, headers FROM idempotency WHERE key = :key"), {"key": key})
        ).one()
    assert b"S\xc3\xb8rensen" not in row.body
    assert b"location" not in row.headers
