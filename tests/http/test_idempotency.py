"""A repeatable write happens once, for its own client alone."""

import asyncio
import hashlib
import json
from uuid import uuid4

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
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


async def test_what_was_sent_cannot_be_guessed_from_what_is_kept(world: World, superuser: AsyncEngine) -> None:
    """A number that was erased for good must not be found again by trying all numbers."""
    police, key = await world.party("police-coordinator"), str(uuid4())
    body = new(world)
    await police.post("/v1/citizens", body, idempotency_key=key)
    async with superuser.connect() as connection:
        kept = await connection.scalar(text("SELECT request_hash FROM idempotency WHERE key = :key"), {"key": key})
    sent = [json.dumps(body, separators=each).encode() for each in ((",", ":"), (", ", ": "))]
    assert bytes(kept) not in [hashlib.sha256(b"/v1/citizens\0" + each).digest() for each in sent]
    assert bytes(kept) != b""


async def test_a_replay_does_not_tell_whose_the_records_are_once_that_is_hidden(world: World) -> None:
    sender, ngo = await world.party("aarhus-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(sender)
    consent = await world.consent(sender, citizen, [ngo.organisation_id])
    referral = await world.referral(sender, consent)
    path = f"/v1/referrals/{referral['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    accepted = await ngo.post(f"{path}/accept", idempotency_key="accepted-once", if_match=etag)
    assert (accepted.status_code, accepted.json()["sender_id"]) == (200, sender.organisation_id)
    replay = await ngo.post(f"{path}/accept", idempotency_key="accepted-once", if_match=etag)
    assert replay.headers["idempotency-replayed"] == "true"

    stem = await sender.get(f"/v1/citizens/{citizen['id']}")
    identity = {**stem.json()["identity"], "address_protection": "special"}
    del identity["source_organisation_id"]
    raised = await sender.put(f"/v1/citizens/{citizen['id']}/identity", identity, if_match=stem.headers["etag"])
    assert raised.status_code == 200, raised.text
    assert (await ngo.get(path)).json()["sender_id"] is None
    replay = await ngo.post(f"{path}/accept", idempotency_key="accepted-once", if_match=etag)
    assert replay.status_code == 404, replay.text


async def test_an_answer_is_replayed_to_one_who_may_register_but_not_read_it(world: World) -> None:
    ngo, system = await world.party("tryg-vej-coordinator-victim"), await world.party("tryg-vej-integration-victim")
    course = await world.running(ngo, await world.measured(ngo))
    response = await world.questionnaire(ngo, course)
    path = f"/v1/questionnaire-responses/{response['id']}"
    body = {
        "answered_on": today().isoformat(),
        "answers": [{"item": each["id"], "value": 3} for each in (await world.instrument(ngo))["items"]],
    }
    etag = (await system.get(path)).headers["etag"]
    first = await system.post(f"{path}/answer", body, idempotency_key="answered-once", if_match=etag)
    assert (first.status_code, first.json()["answers"]) == (200, None), first.text
    again = await system.post(f"{path}/answer", body, idempotency_key="answered-once", if_match=etag)
    assert (again.status_code, again.headers.get("idempotency-replayed")) == (200, "true"), again.text
