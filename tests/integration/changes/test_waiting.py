"""Waiting for something to happen, without a connection, and only for as long as one may ask."""

import asyncio
from time import monotonic

import httpx
from fastapi import FastAPI

from app.database.engines import Databases
from app.integration.changes.waiting import Waiting
from tests.integration.changes.following import Follower
from tests.support.world import Party, World


async def waiting(app: FastAPI, party: Party, place: str, seconds: int = 20) -> "asyncio.Task[httpx.Response]":
    """A request that has come so far that it waits."""
    task = asyncio.create_task(party.get(f"/v1/changes?after={place}&wait={seconds}"))
    everybody: Waiting = app.state.waiting
    while not task.done() and not everybody.count:
        await asyncio.sleep(0)
    return task


async def test_whoever_waits_is_told_at_once_and_holds_nothing_meanwhile(app: FastAPI, world: World) -> None:
    police = await world.party("police-coordinator")
    follower = await Follower.from_now(police)
    task = await waiting(app, police, follower.place)
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


async def test_who_is_shut_out_while_waiting_is_told_so_and_nothing_else(app: FastAPI, world: World) -> None:
    police = await world.party("police-coordinator")
    system = await world.user_of(police.organisation_id, "integration")
    follower = await Follower.from_now(system)
    task = await waiting(app, system, follower.place)
    operator = await world.party("operator-operator")
    disabled = await operator.act(f"/v1/clients/{system.client_id}/disable")
    assert disabled.status_code == 200, disabled.text
    await world.citizen(police, identity=None, contact=None)
    assert (await task).status_code == 401


async def test_shutting_down_lets_everybody_go(app: FastAPI, world: World) -> None:
    police = await world.party("police-coordinator")
    follower = await Follower.from_now(police)
    everybody = app.state.waiting
    app.state.waiting = Waiting(app.state.services.databases)
    try:
        task = await waiting(app, police, follower.place)
        begun = monotonic()
        app.state.waiting.end()
        answer = await task
        assert (answer.status_code, answer.json()["items"]) == (200, [])
        # Nor does anybody begin to.
        assert (await police.get(f"/v1/changes?after={follower.place}&wait=20")).status_code == 200
        assert monotonic() - begun < 10
    finally:
        app.state.waiting = everybody


async def test_where_the_look_fails_each_asks_for_itself(app: FastAPI, world: World) -> None:
    class Broken(Waiting):
        async def _found(self, asked: object) -> list[int]:
            raise OSError

    police = await world.party("police-coordinator")
    follower = await Follower.from_now(police)
    everybody = app.state.waiting
    app.state.waiting = Broken(app.state.services.databases)
    try:
        answer = await police.get(f"/v1/changes?after={follower.place}&wait=1")
        assert (answer.status_code, answer.json()["items"]) == (200, [])
    finally:
        app.state.waiting = everybody
