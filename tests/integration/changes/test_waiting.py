"""Waiting for something to happen, without a connection, and only for as long as one may ask."""

import asyncio
from collections.abc import Iterator
from time import monotonic
from uuid import UUID

import httpx
import pytest
import uvicorn
from fastapi import FastAPI

from app.cli import serve
from app.database.engines import Databases
from app.integration.changes.waiting import Waiting
from tests.integration.changes.following import Follower
from tests.support.world import Party, World


class Watched(Waiting):
    """Says when somebody has begun to wait."""

    def __init__(self, databases: Databases) -> None:
        super().__init__(databases)
        self.begun = asyncio.Event()

    async def change(self, organisation_id: UUID, after: int) -> None:
        self.begun.set()
        await super().change(organisation_id, after)


@pytest.fixture
def everybody(app: FastAPI) -> Iterator[Watched]:
    before, app.state.waiting = app.state.waiting, Watched(app.state.services.databases)
    yield app.state.waiting
    app.state.waiting = before


async def waiting(everybody: Watched, party: Party, place: str) -> "asyncio.Task[httpx.Response]":
    """A request that has come so far that it waits."""
    task = asyncio.create_task(party.get(f"/v1/changes?after={place}&wait=20"))
    await everybody.begun.wait()
    return task


async def test_whoever_waits_is_told_at_once_and_holds_nothing_meanwhile(
    app: FastAPI, everybody: Watched, world: World
) -> None:
    police = await world.party("police-coordinator")
    follower = await Follower.from_now(police)
    task = await waiting(everybody, police, follower.place)
    databases: Databases = app.state.services.databases
    assert databases.engine("case", "police_district").pool.checkedout() == 0  # type: ignore[attr-defined]  # of a queue
    begun = monotonic()
    citizen = await world.citizen(police, identity=None, contact=None)
    answer = await task
    assert [each["record_id"] for each in answer.json()["items"]] == [citizen["id"]]
    assert monotonic() - begun < 10
    # What was told is taken account of.
    follower.place = answer.json()["next_cursor"]
    assert await follower.items() == []


async def test_an_empty_wait_ends_with_an_empty_answer(world: World) -> None:
    police = await world.party("police-coordinator")
    follower = await Follower.from_now(police)
    answer = await police.get(f"/v1/changes?after={follower.place}&wait=1")
    assert (answer.status_code, answer.json()["items"], answer.json()["has_more"]) == (200, [], False)
    assert (await police.get(f"/v1/changes?after={follower.place}&wait=31")).status_code == 400


async def test_who_is_shut_out_while_waiting_is_told_so_and_nothing_else(everybody: Watched, world: World) -> None:
    police = await world.party("police-coordinator")
    system = await world.user_of(police.organisation_id, "integration")
    follower = await Follower.from_now(system)
    task = await waiting(everybody, system, follower.place)
    operator = await world.party("operator-operator")
    disabled = await operator.act(f"/v1/clients/{system.client_id}/disable")
    assert disabled.status_code == 200, disabled.text
    await world.citizen(police, identity=None, contact=None)
    assert (await task).status_code == 401


async def test_shutting_down_lets_everybody_go(everybody: Watched, world: World) -> None:
    police = await world.party("police-coordinator")
    follower = await Follower.from_now(police)
    task = await waiting(everybody, police, follower.place)
    begun = monotonic()
    everybody.end()
    answer = await task
    assert (answer.status_code, answer.json()["items"]) == (200, [])
    # Nor does anybody begin to.
    assert (await police.get(f"/v1/changes?after={follower.place}&wait=20")).status_code == 200
    assert monotonic() - begun < 10


async def test_the_server_lets_them_go_before_it_waits_for_requests(monkeypatch: pytest.MonkeyPatch) -> None:
    done = []

    async def shutdown(_server: uvicorn.Server, sockets: object = None) -> None:
        done.append("waited")

    monkeypatch.setattr(uvicorn.Server, "shutdown", shutdown)
    await serve._Server(uvicorn.Config("none"), lambda: None, lambda: done.append("let go")).shutdown()
    assert done == ["let go", "waited"]


async def test_where_the_look_fails_each_asks_for_itself(
    everybody: Watched, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    async def broken(_asked: object) -> list[int]:
        raise OSError

    monkeypatch.setattr(everybody, "_found", broken)
    police = await world.party("police-coordinator")
    follower = await Follower.from_now(police)
    answer = await police.get(f"/v1/changes?after={follower.place}&wait=1")
    assert (answer.status_code, answer.json()["items"]) == (200, [])


async def test_the_log_does_not_tell_when_one_was_woken_by_the_other_side(everybody: Watched, world: World) -> None:
    """An NGO's client of one side: what moves on the other side wakes it, and is nothing that it may learn of."""
    side = await world.party("tryg-vej-coordinator-perpetrator")
    follower = await Follower.from_now(side)
    task = asyncio.create_task(side.get(f"/v1/changes?after={follower.place}&wait=3", x_request_id="one-poll"))
    await everybody.begun.wait()
    other = await world.party("tryg-vej-coordinator-victim")
    for _ in range(3):
        everybody.begun.clear()
        await world.citizen(other, identity=None, contact=None)
        await everybody.begun.wait()  # woken, and waiting again
    answer = await task
    assert answer.json()["items"] == []
    logged = (await side.get("/v1/audit-events?limit=200")).json()["items"]
    assert len([each for each in logged if each["request_id"] == "one-poll"]) <= 2, "how it began and how it ended"
