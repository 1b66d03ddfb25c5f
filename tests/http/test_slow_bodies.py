"""Whoever sends a body slowly waits alone: no connection to the database is held meanwhile."""

import asyncio
from collections.abc import AsyncIterator

import pytest
from fastapi import FastAPI

from tests.measurements.linked import linked
from tests.support.world import World


class Slow:
    """Bodies whose second half comes when it is let go."""

    def __init__(self, senders: int) -> None:
        self.released = asyncio.Event()
        self.all_wait = asyncio.Event()
        self._awaited = senders

    async def body(self, first: bytes, rest: bytes) -> AsyncIterator[bytes]:
        yield first
        self._awaited -= 1
        if self._awaited == 0:
            self.all_wait.set()
        await self.released.wait()
        yield rest


@pytest.mark.parametrize("method", ["GET", "POST"])
async def test_as_many_half_sent_bodies_as_there_are_connections(world: World, app: FastAPI, method: str) -> None:
    police = await world.party("police-coordinator")
    size = app.state.services.settings.pool_size
    slow, headers = Slow(size), {"Authorization": f"Bearer {police.token}", "Content-Type": "application/json"}
    async with asyncio.TaskGroup() as tasks:
        sent = [
            tasks.create_task(
                world.http.request(method, "/v1/referrals", content=slow.body(b"{", b"}"), headers=headers)
            )
            for _ in range(size)
        ]
        await slow.all_wait.wait()
        assert (await police.get("/v1/me")).status_code == 200
        slow.released.set()
    assert {each.result().status_code for each in sent} == {200 if method == "GET" else 400}


async def test_half_sent_answers_by_link(world: World, app: FastAPI) -> None:
    it = await linked(world)
    size = app.state.services.settings.pool_size
    slow, headers = Slow(size), {"Content-Type": "application/x-www-form-urlencoded"}
    async with asyncio.TaskGroup() as tasks:
        sent = [
            tasks.create_task(world.http.post(it.page, content=slow.body(b"calm=3", b""), headers=headers))
            for _ in range(size)
        ]
        await slow.all_wait.wait()
        assert (await world.http.get(it.page)).status_code == 200
        slow.released.set()
    assert {each.result().status_code for each in sent} == {422}
