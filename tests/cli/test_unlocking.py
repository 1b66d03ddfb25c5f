"""A key ring that is not the one that the data were written under."""

import asyncio
from dataclasses import replace
from typing import Any

import pytest

from app.auth.keys import KeyRing
from app.cli import serve
from app.cli.console import Mistake
from app.cli.doctor import of_sealed
from app.cli.unlocking import locked
from app.installation import Installation
from tests.support.world import World


def under_another(installation: Installation, master: Any = None) -> Installation:
    """With the same passwords, and another master key."""
    content = installation.keys._content
    masters = [master or KeyRing.generate("demo")._content.master[0]]
    return replace(installation, keys=KeyRing(content.model_copy(update={"master": masters})))


async def test_the_doctor_sees_a_ring_that_does_not_open_what_is_there(
    installation: Installation, world: World
) -> None:
    await world.citizen(await world.party("police-coordinator"))
    [master] = installation.keys._content.master
    same_name = KeyRing.generate("demo")._content.master[0].model_copy(update={"id": master.id})

    assert await locked(installation) is None
    assert (await of_sealed(installation)).verdict == "ok"
    for other in (under_another(installation), under_another(installation, same_name)):
        found = await of_sealed(other)
        assert found.verdict == "WRONG"
        assert f"written under master key {master.id}" in found.says


async def test_nothing_is_served_under_such_a_ring(
    installation: Installation, world: World, monkeypatch: pytest.MonkeyPatch
) -> None:
    await world.citizen(await world.party("police-coordinator"))

    async def as_prepared(_: Installation) -> list[Any]:
        return []

    monkeypatch.setattr(serve, "prepared", as_prepared)
    with pytest.raises(Mistake, match="Not started: the key ring does not open"):
        await asyncio.to_thread(serve._run, under_another(installation), 0.0)
