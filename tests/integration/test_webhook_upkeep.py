"""Endpoints in the long run: how many, whose, what is asked again while it goes on, and what is not kept for ever."""

import asyncio
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.auth.spent import EXPIRED
from app.cli.prune import pruned, removed
from app.database import pruning
from app.database.columns import utc_now
from app.gate.spent import ANSWERS
from app.installation import Installation
from app.integration.webhooks.outcomes import Result
from app.integration.webhooks.sending import Sender
from app.integration.webhooks.spent import DELIVERIES, WAITING_IN_VAIN
from tests.integration.changes.following import Follower
from tests.integration.hooks import PATH, Make, hook, records, registered
from tests.integration.receivers import OK, receiving
from tests.support.world import Party, World


async def done(superuser: AsyncEngine, *statements: str, **given: Any) -> None:
    """Run them unseen by triggers; each must find something."""
    async with superuser.begin() as connection:
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        for each in statements:
            assert (await connection.execute(text(each), given)).rowcount > 0, each


async def count(superuser: AsyncEngine, query: str, **given: Any) -> int:
    async with superuser.connect() as connection:
        return int((await connection.execute(text(f"SELECT count(*) FROM {query}"), given)).scalar_one())


async def test_an_endpoint_goes_with_the_client_that_answers_for_it(
    world: World, aarhus: Party, make: Make, superuser: AsyncEngine
) -> None:
    operator, maker = await world.party("operator-operator"), await world.user_of(aarhus.organisation_id, "integration")
    async with superuser.connect() as connection:
        of = text("SELECT id FROM client WHERE client_id = :name")
        client = f"/v1/clients/{(await connection.execute(of, {'name': maker.client_id})).scalar_one()}"
    async with receiving() as receiver:
        it, others = await hook(maker, receiver), await hook(aarhus, None)
        assert it.made["client_id"] == maker.client_id
        it.owner = aarhus
        assert (await operator.act(f"{client}/disable")).status_code == 200
        seen = await it.now()
        assert (seen["status"], seen["disabled_because"]) == ("disabled", "client_disabled")
        assert (await others.now())["status"] == "enabled"
        await others.act("disable")
        first = await registered(world, aarhus)
        assert await make().once() == 0
        assert (await operator.act(f"{client}/enable")).status_code == 200
        assert (await it.now())["status"] == "enabled"
        assert (await others.now())["disabled_because"] == "by_owner"
        # Once another client has enabled it, it is that one's to go with.
        assert (await operator.act(f"{client}/disable")).status_code == 200
        enabled = await it.act("enable")
        assert (enabled.status_code, enabled.json()["client_id"]) == (200, aarhus.client_id)
        assert (await operator.act(f"{client}/enable")).status_code == 200
        assert (await operator.act(f"{client}/disable")).status_code == 200
        assert await make().once() == 1
        assert await records(receiver) == [first]


async def test_no_more_endpoints_than_the_installation_allows(
    aarhus: Party, make: Make, superuser: AsyncEngine
) -> None:
    it = await hook(aarhus, None)
    copies = (
        "INSERT INTO webhook_endpoint "
        "SELECT (jsonb_populate_record(one, jsonb_build_object('id', gen_random_uuid()))).* "
        "FROM webhook_endpoint AS one, generate_series(1, 18) WHERE one.id = :id"
    )
    await done(superuser, copies, id=it.made["id"])
    last = await hook(aarhus, None)
    for answer in (await aarhus.post(PATH, {"url": "https://x.org/"}), await _enabled_again(last)):
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "too-many-webhook-endpoints")
        assert answer.json()["limit"] == 20
    assert (await it.act("disable")).status_code == 200
    assert (await last.act("enable")).status_code == 200


async def _enabled_again(last: Any) -> Any:
    """Refused, since another one came in its place."""
    assert (await last.act("disable")).status_code == 200
    await hook(last.owner, None)
    return await last.act("enable")


async def test_what_is_sent_again_during_an_attempt_is_sent_again(world: World, aarhus: Party, make: Make) -> None:
    class Slow(Sender):
        async def send(self, *given: Any) -> Result:
            result = await super().send(*given)
            [one] = await it.deliveries()
            assert (await aarhus.act(f"{it.path}/deliveries/{one['id']}/resend")).status_code == 200
            return result

    async with receiving() as receiver:
        it = await hook(aarhus, receiver)
        await registered(world, aarhus)
        assert await make(sender=Slow(local=True)).once() == 1
        assert [each["status"] for each in await it.deliveries()] == ["pending"]
        worker = make()
        assert [await worker.once() for _ in range(2)] == [1, 0]
        assert [each["status"] for each in await it.deliveries()] == ["delivered"]
        assert len(receiver.ids) == 2
        assert len({*receiver.ids}) == 1


async def test_one_that_is_told_to_stop_records_what_is_under_way(world: World, aarhus: Party, make: Make) -> None:
    stop = asyncio.Event()

    async def after_the_end(_reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        stop.set()
        await asyncio.sleep(0)
        writer.write(OK)

    async with receiving(after_the_end) as receiver:
        it = await hook(aarhus, receiver)
        await registered(world, aarhus)
        async with asyncio.timeout(30):
            await make().serve(stop)
        assert len(receiver.ids) == 1
    assert [each["outcome"] for each in await it.attempts()] == ["delivered"]


async def test_what_grew_too_old_before_it_was_told_is_shown(
    world: World, make: Make, superuser: AsyncEngine, installation: Installation
) -> None:
    organisation = (await world.organisation_made("municipality", municipality_code="0147"))["id"]
    follower = await Follower.from_now(await world.user_of(organisation, "integration"))
    write = (
        "INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, track, kind) "
        "VALUES (gen_random_uuid(), :mine, :project, now(), now(), 'courses', :record, 'victim', 'removed')"
    )
    about, start = {"mine": organisation, "project": world.project()}, follower.place
    async with receiving() as receiver:
        it, of_other = await hook(follower.party, receiver), await hook(follower.party, None, collections=["citizens"])
        await done(superuser, write, record=uuid4(), **about)
        await make().once()
        for each in (it, of_other):
            assert (await each.act("disable")).status_code == 200
        for record in (uuid4(), uuid4(), newest := uuid4()):
            await done(superuser, write, record=record, **about)
            assert len(await follower.items()) >= 1
        old = "now() - interval '91 days' WHERE organisation_id = :mine"
        await done(superuser, f"UPDATE change SET numbered_at = {old}", mine=organisation)
        assert await pruned(installation, 90) >= 3
        health = (await it.now())["health"]
        assert health["missed_from"] is not None
        assert health["missed_from"] <= health["missed_until"]
        assert (await of_other.now())["health"]["missed_from"] is None
        gone = await it.act("enable")
        assert gone.json()["health"]["missed_until"] == health["missed_until"]
        refused = await it.act("replay", {"after": start})
        assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (410, "changes-gone")
        receiver.requests.clear()
        while await make().once():
            pass
        assert await records(receiver) == [str(newest)]


async def test_what_is_spent_is_removed_in_batches(
    world: World,
    aarhus: Party,
    make: Make,
    superuser: AsyncEngine,
    installation: Installation,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setattr(pruning, "AT_ONCE", 2)
    begun = utc_now()
    async with receiving() as receiver:
        it = await hook(aarhus, receiver)
        waiting = await hook(aarhus, None)
        citizens = [await registered(world, aarhus) for _ in range(4)]
        worker = make()
        for _ in range(4):
            await worker.once()
        sent = await it.deliveries()
        assert [each["status"] for each in sent] == ["delivered"] * 4
        await waiting.act("disable")
        await done(
            superuser,
            "UPDATE webhook_delivery SET updated_at = now() - interval '31 days' "
            "WHERE endpoint_id = :id AND id <> :kept",
            "UPDATE webhook_delivery SET updated_at = now() - interval '91 days' WHERE endpoint_id = :other",
            "UPDATE webhook_endpoint SET disabled_at = now() - interval '91 days' WHERE id = :other",
            "UPDATE idempotency SET created_at = now() - interval '31 days' WHERE record_id = ANY (:citizens)",
            "INSERT INTO used_assertion "
            "SELECT 'long-gone', i::text, now() - interval '2 days' FROM generate_series(1, 3) AS i",
            "INSERT INTO used_assertion VALUES ('long-gone', 'new', now())",
            "INSERT INTO token_denial VALUES (gen_random_uuid()::text, now() - interval '2 days')",
            id=it.made["id"],
            kept=sent[-1]["id"],
            other=waiting.made["id"],
            citizens=citizens[:3],
        )
        assert await removed(installation, WAITING_IN_VAIN, 90) == 4
        assert await removed(installation, DELIVERIES, 30) >= 3
        assert await removed(installation, ANSWERS, 30) >= 3
        assert await removed(installation, EXPIRED, 1) >= 4
        assert [each["id"] for each in await it.deliveries()] == [sent[-1]["id"]]
        health = (await waiting.now())["health"]
        assert (health["queue_length"], health["missed_from"] is None) == (0, False)
        assert await count(superuser, "idempotency WHERE record_id = ANY (:those)", those=citizens) == 1
        assert await count(superuser, "used_assertion WHERE client_id = 'long-gone'") == 1
        tables = "pg_class WHERE relname = ANY (:names) AND NOT relforcerowsecurity"
        names = [*WAITING_IN_VAIN.tables, *ANSWERS.tables, *EXPIRED.tables, "change"]
        assert await count(superuser, tables, names=names) == 0
        # Told again, they are made anew under the same ids.
        before = receiver.ids
        receiver.requests.clear()
        await it.act("replay", {"since": begun.isoformat()})
        while await worker.once():
            pass
        assert receiver.ids[-4:] == before


async def test_who_is_at_work_is_not_ended_by_the_removal(
    aarhus: Party, superuser: AsyncEngine, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    """It gives way to a transaction that has begun, and comes again."""
    monkeypatch.setattr("app.cli.prune.SECONDS_BETWEEN", 0)
    await done(superuser, "INSERT INTO used_assertion VALUES ('gone', :id, now() - interval '2 days')", id=str(uuid4()))
    async with superuser.connect() as connection:
        await connection.execute(text("INSERT INTO used_assertion VALUES ('gone', 'kept', now())"))
        removing = asyncio.create_task(removed(installation, EXPIRED, 1))
        await asyncio.wait({removing}, timeout=0.8)
        assert not removing.done()
        await connection.rollback()
    assert await removing >= 1
