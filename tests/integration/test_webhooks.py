"""Webhooks from the change to the receiver: once, again, in order, until told, and to nobody else."""

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.cli.doctor import of_webhooks
from app.installation import Installation
from app.integration.webhooks.judging import Judge
from app.integration.webhooks.outcomes import Result
from app.integration.webhooks.queue import LEASE
from app.integration.webhooks.schedule import MOST_ATTEMPTS
from app.integration.webhooks.sending import Sender
from tests.integration.hooks import PATH, Clock, Hook, Make, hook, records, registered, told
from tests.integration.receivers import Receiver, receiving, silent, status
from tests.resources.support import faults
from tests.support.world import Party, World


async def test_a_change_is_told_by_ids_alone(world: World, aarhus: Party, make: Make, superuser: AsyncEngine) -> None:
    async with receiving() as receiver:
        it = await hook(aarhus, receiver, label="Sagssystem")
        citizen = await world.citizen(aarhus, project="maturation")
        assert await make().once() == 1
        while await make().once():
            pass
        came = told(receiver, it.secret)
    assert {each["data"]["record_id"] for each in came} == {citizen["id"]}
    assert {each["type"] for each in came} <= {"citizens.created", "citizens.updated"}
    assert came[0]["type"] == "citizens.created"
    for each, (_, headers, body) in zip(came, receiver.requests, strict=True):
        assert {*each["data"]} == {"change_id", "collection", "record_id", "kind"}
        assert each["id"] == each["data"]["change_id"] == headers["webhook-id"]
        assert not {*citizen["identity"].values(), "+4520000001"} & {*body.decode().split('"')}
    seen = await it.now()
    assert (seen["health"]["queue_length"], seen["health"]["failures_in_a_row"]) == (0, 0)
    assert seen["health"]["last_success_at"]
    first = (await it.deliveries())[0]
    assert (first["status"], first["webhook_id"], first["attempts"]) == ("delivered", came[0]["id"], 1)
    log = (await aarhus.get(f"{it.path}/deliveries/{first['id']}")).json()["attempt_log"]
    assert [(each["number"], each["outcome"], each["status_code"]) for each in log] == [(1, "delivered", 204)]


async def test_during_an_overlap_both_secrets_sign(world: World, aarhus: Party, make: Make, clock: Clock) -> None:
    async with receiving() as receiver:
        it = await hook(aarhus, receiver)
        rotated = (await it.act("rotate-secret", {"overlap_hours": 2})).json()
        await registered(world, aarhus)
        await make().once()
        assert len(told(receiver, it.secret, rotated["secret"])) == 1
        clock.on(hours=2)
        await registered(world, aarhus)
        receiver.requests.clear()
        await make().once()
        assert len(told(receiver, rotated["secret"])) == 1
    for hours, code in ((169, "less_than_equal"), (-1, "greater_than_equal")):
        assert faults(await it.act("rotate-secret", {"overlap_hours": hours})) == [("/overlap_hours", code)]


async def test_what_failed_comes_again_under_the_same_id(world: World, aarhus: Party, make: Make, clock: Clock) -> None:
    async with receiving(
        status(500), status(503, "retry-after: 3600"), status(302, "location: /"), status(204)
    ) as receiver:
        it = await hook(aarhus, receiver)
        await registered(world, aarhus)
        worker = make()
        for wait, failures in ((5, 1), (3600, 2), (1800, 3)):
            assert await worker.once() == 1
            assert await worker.once() == 0
            health = (await it.now())["health"]
            assert (health["failures_in_a_row"], health["queue_length"]) == (failures, 1)
            [one] = await it.deliveries()
            assert datetime.fromisoformat(one["due_at"]) == clock.now + timedelta(seconds=wait)
            clock.on(seconds=wait)
        assert health["resting_until"]
        assert await worker.once() == 1
        assert len(receiver.ids) == 4
        assert len({*receiver.ids}) == 1
    assert [each["outcome"] for each in await it.attempts()] == ["failed", "failed", "redirected", "delivered"]
    health = (await it.now())["health"]
    assert (health["failures_in_a_row"], health["failing_since"], health["queue_length"]) == (0, None, 0)
    assert health["last_failure"] == "redirected"


async def test_410_disables_and_nothing_is_lost_by_it(world: World, aarhus: Party, make: Make, clock: Clock) -> None:
    async with receiving(status(410), status(204)) as receiver:
        it = await hook(aarhus, receiver)
        first = await registered(world, aarhus)
        await make().once()
        seen = await it.now()
        assert (seen["status"], seen["disabled_because"]) == ("disabled", "gone")
        second = await registered(world, aarhus)
        clock.on(days=1)
        assert await make().once() == 0
        for verb, body in (("test", None), ("replay", {"since": "2026-01-01T00:00:00Z"}), ("disable", None)):
            assert (await it.act(verb, body)).status_code == 409
        assert (await it.act("enable")).status_code == 200
        clock.now = max(clock.now, datetime.now(clock.now.tzinfo))
        assert [await make().once() for _ in range(3)] == [1, 1, 0]
        assert await records(receiver) == [first, first, second]


async def test_a_deactivated_organisation_is_sent_nothing_and_misses_nothing(
    world: World, make: Make, clock: Clock, superuser: AsyncEngine
) -> None:
    organisation = (await world.organisation_made("municipality", municipality_code="0101"))["id"]
    owner, operator = await world.user_of(organisation, "integration"), await world.party("operator-operator")
    write = text(
        "INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, track, kind) "
        "VALUES (gen_random_uuid(), :mine, :project, now(), now(), 'courses', gen_random_uuid(), 'victim', 'removed') "
        "RETURNING record_id"
    )

    async def changed() -> str:
        async with superuser.begin() as connection:
            about = {"mine": organisation, "project": world.project()}
            return str((await connection.execute(write, about)).scalar_one())

    async with receiving(status(500), status(204)) as receiver:
        await hook(owner, receiver)
        first, worker = await changed(), make()
        assert await worker.once() == 1
        assert (await operator.act(f"/v1/organisations/{organisation}/deactivate")).status_code == 200
        second = await changed()
        clock.on(hours=1)  # the first is due again
        assert [await worker.once() for _ in range(2)] == [0, 0]
        assert (await operator.act(f"/v1/organisations/{organisation}/activate")).status_code == 200
        assert [await worker.once() for _ in range(3)] == [1, 1, 0]
        assert await records(receiver) == [first, first, second]


async def test_who_fails_throughout_the_days_is_disabled(world: World, aarhus: Party, make: Make, clock: Clock) -> None:
    it = await hook(aarhus, None)
    await registered(world, aarhus)
    begun, worker = clock.now, make()
    for count in range(1, MOST_ATTEMPTS + 1):
        assert await worker.once() == 1
        [one] = await it.deliveries()
        assert (one["attempts"], one["last_outcome"]) == (count, "connection")
        clock.now = max(clock.now + timedelta(minutes=5), datetime.fromisoformat(one["due_at"]))
    assert timedelta(hours=75) < clock.now - begun < timedelta(hours=77)
    seen = await it.now()
    assert (seen["status"], seen["disabled_because"]) == ("disabled", "failing")
    assert one["status"] == "pending"  # for whoever enables the endpoint
    assert await worker.once() == 0


async def test_what_one_receiver_chokes_on_is_given_up_alone(
    world: World, aarhus: Party, make: Make, clock: Clock, superuser: AsyncEngine
) -> None:
    """While others get through the endpoint stays enabled; what was given up can be sent again."""
    async with receiving(status(500), status(204)) as receiver:
        it = await hook(aarhus, receiver)
        await registered(world, aarhus)
        await registered(world, aarhus)
        worker = make()
        assert [await worker.once() for _ in range(3)] == [1, 1, 0]
        first, second = await it.deliveries()
        assert (first["status"], second["status"]) == ("pending", "delivered")
        receiver.answers = [status(500)]
        async with superuser.begin() as connection:
            tried = "UPDATE webhook_delivery SET attempts = :made WHERE id = :id"
            await connection.execute(text(tried), {"made": MOST_ATTEMPTS - 1, "id": first["id"]})
        clock.on(seconds=5)
        assert await worker.once() == 1
        assert (await it.deliveries())[0]["status"] == "failed"
        assert (await it.now())["status"] == "enabled"
        receiver.answers = [status(204)]
        assert (await aarhus.act(f"{it.path}/deliveries/{first['id']}/resend")).status_code == 200
        clock.on(seconds=1)
        assert await worker.once() == 1
        assert (await it.deliveries())[0]["status"] == "delivered"


async def test_a_worker_killed_between_sending_and_recording(
    world: World, aarhus: Party, make: Make, clock: Clock
) -> None:
    class Killed(Sender):
        async def send(self, *given: Any) -> Result:
            await super().send(*given)
            raise asyncio.CancelledError

    async with receiving() as receiver:
        it = await hook(aarhus, receiver)
        await registered(world, aarhus)
        with pytest.raises(asyncio.CancelledError):
            await make(sender=Killed(local=True)).once()
        assert len(receiver.ids) == 1
        assert await make().once() == 0  # the lease is held
        clock.on(seconds=LEASE.total_seconds())
        assert await make().once() == 1
        assert len(receiver.ids) == 2
        assert len({*receiver.ids}) == 1
    assert [each["number"] for each in await it.attempts()] == [2]


async def test_two_workers_send_each_change_once_and_in_order(world: World, aarhus: Party, make: Make) -> None:
    async with receiving() as receiver:
        await hook(aarhus, receiver)
        citizens = [await registered(world, aarhus) for _ in range(4)]
        workers = [make(), make()]
        while any(await asyncio.gather(*(each.once() for each in workers))):
            pass
        assert await records(receiver) == citizens
        assert len({*receiver.ids}) == 4


async def test_one_that_hangs_delays_no_other(world: World, aarhus: Party, make: Make, clock: Clock) -> None:
    async with receiving(silent) as hanging, receiving() as receiver:
        await hook(aarhus, hanging)
        await hook(aarhus, receiver)
        citizens = [await registered(world, aarhus) for _ in range(3)]
        stop = asyncio.Event()
        serving = asyncio.create_task(make(grace_seconds=0.1).serve(stop))
        async with asyncio.timeout(10):
            while len(receiver.requests) < 3:
                receiver.came.clear()
                await receiver.came.wait()
        stop.set()
        await serving
        assert await records(receiver) == citizens
        assert len(hanging.requests) == 1


async def test_resent_and_replayed(world: World, aarhus: Party, make: Make, superuser: AsyncEngine) -> None:
    async with receiving() as receiver:
        it = await hook(aarhus, receiver, collections=["citizens"])
        citizens = [await registered(world, aarhus) for _ in range(3)]
        worker = make()
        while await worker.once():
            pass
        place = (await aarhus.get("/v1/changes?latest=true")).json()["next_cursor"]
        ids = receiver.ids
        sent = await it.deliveries()
        path = f"{it.path}/deliveries/{sent[1]['id']}"
        assert (await aarhus.post(f"{path}/resend")).status_code == 428
        assert (await aarhus.act(f"{path}/resend")).status_code == 200
        assert await worker.once() == 1
        assert receiver.ids == [*ids, ids[1]]
        # What could be read since then, whatever day it tells: the first of them too, since all were numbered together.
        async with superuser.begin() as connection:
            day = "UPDATE change SET happened_at = date_trunc('day', happened_at) WHERE record_id = :first"
            await connection.execute(text(day), {"first": citizens[0]})
        answer = await it.act("replay", {"since": sent[1]["happened_at"]})
        assert answer.json()["endpoint_id"] == it.made["id"]
        while await worker.once():
            pass
        assert receiver.ids[4:] == ids
        assert await records(receiver) == [*citizens, citizens[1], *citizens]
        assert (await it.act("replay", {"after": place})).status_code == 200
        assert await worker.once() == 0
        wrong = await it.act("replay", {"after": f"{place[:-4]}AAAA"})
        assert faults(wrong) == [("/after", "invalid_cursor")]
        assert faults(await it.act("replay", {})) == [("", "since_or_after")]
        test = await aarhus.post(f"{it.path}/test")
        assert (test.status_code, test.json()["type"]) == (201, "webhook-endpoints.test")
        assert await worker.once() == 1
        last = told(receiver, it.secret)[-1]
        assert (last["type"], last["id"]) == ("webhook-endpoints.test", test.json()["id"])


async def test_what_is_withdrawn_meanwhile_is_told_as_gone(world: World, make: Make) -> None:
    """And of an NGO's client only its own side is told."""
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    other = await world.party("tryg-vej-coordinator-perpetrator")
    async with receiving() as receiver, receiving() as others:
        it, of_other = await hook(ngo, receiver), await hook(other, others)
        citizen = await world.citizen(police)
        consent = await world.consent(police, citizen, [ngo.organisation_id])
        await world.referral(police, consent, accepted_by=ngo)
        await world.withdrawn(police, consent)
        worker = make()
        while await worker.once():
            pass
        about = [each for each in told(receiver, it.secret) if each["data"]["record_id"] == citizen["id"]]
        assert about
        assert {each["data"]["kind"] for each in about} == {"removed"}
        assert others.requests == []
    assert (await ngo.get(of_other.path)).status_code == 404
    assert (await other.get(f"{PATH}")).json()["items"][0]["id"] == of_other.made["id"]


async def test_an_endpoint_is_sent_to_as_it_is_when_its_turn_has_come(
    world: World, aarhus: Party, make: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    """What was claimed does not go out to one that was disabled since, nor to an address that it had."""
    asks, begun = Judge.kind, asyncio.Event()

    async def later(judge: Judge, delivery: Mapping[str, Any]) -> str:
        begun.set()
        await changed.wait()
        return await asks(judge, delivery)

    async with receiving() as receiver, receiving() as new:
        it = await hook(aarhus, receiver)
        await registered(world, aarhus)
        with monkeypatch.context() as slow:
            slow.setattr(Judge, "kind", later)
            for change in (lambda: it.act("disable"), moved_to(it, new)):
                begun.clear()
                changed = asyncio.Event()
                attempt = asyncio.create_task(make().once())
                await begun.wait()
                assert (await change()).status_code == 200
                changed.set()
                assert await attempt == 1
                assert receiver.requests == []
                if not new.requests:
                    [waits] = await it.deliveries()
                    assert (waits["status"], waits["attempts"], waits["last_outcome"]) == ("pending", 0, None)
                    assert (await it.act("enable")).status_code == 200
    [sent] = await it.deliveries()
    assert (sent["status"], sent["attempts"], new.ids) == ("delivered", 1, [sent["webhook_id"]])


def moved_to(it: Hook, receiver: Receiver) -> Callable[[], Awaitable[httpx.Response]]:
    """Give an endpoint another address."""

    async def move() -> httpx.Response:
        etag = (await it.owner.get(it.path)).headers["etag"]
        return await it.owner.patch(it.path, {"url": receiver.url}, if_match=etag)

    return move


async def test_an_end_that_did_not_come_is_told_as_a_change(
    world: World, aarhus: Party, make: Make, superuser: AsyncEngine
) -> None:
    """What was to run out was renewed meanwhile: the record is there, and so it is told."""
    citizen = await registered(world, aarhus)
    async with receiving() as receiver:
        it = await hook(aarhus, receiver)
        async with superuser.begin() as connection:
            await connection.execute(
                text(
                    "INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, "
                    "citizen_id, track, kind) SELECT gen_random_uuid(), organisation_id, project_id, now(), now(), "
                    "'citizens', id, id, track, 'removed' FROM citizen WHERE id = :citizen"
                ),
                {"citizen": citizen},
            )
        assert await make().once() == 1
        assert [each["type"] for each in told(receiver, it.secret)] == ["citizens.updated"]
        [one] = await it.deliveries()
        assert one["type"] == "citizens.updated"


async def test_the_doctor_says_when_nobody_sends(
    world: World, aarhus: Party, make: Make, installation: Installation, superuser: AsyncEngine
) -> None:
    it = await hook(aarhus, None)
    assert (await it.owner.post(f"{it.path}/test")).status_code == 201
    assert [each.verdict for each in await of_webhooks(installation)] == ["ok"]
    async with superuser.begin() as connection:
        late = "UPDATE webhook_delivery SET due_at = now() - interval '1 hour' WHERE endpoint_id = :endpoint"
        await connection.execute(text(late), {"endpoint": it.made["id"]})
    [found] = await of_webhooks(installation)
    assert (found.verdict, found.says[:38]) == ("WRONG", "1 deliveries that nobody sends, since ")
