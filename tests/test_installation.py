"""One start at a time brings the schema up to date."""

import asyncio

import pytest

from app.installation import Installation, OtherStartError


async def test_a_second_start_says_that_it_waits_and_goes_on_after_the_first(installation: Installation) -> None:
    told: list[int] = []
    done: list[str] = []
    waits = asyncio.Event()

    def waiting(seconds: int) -> None:
        told.append(seconds)
        waits.set()

    async def second() -> None:
        async with installation.alone(waiting, seconds=60):
            done.append("second")

    async with installation.alone(told.append):
        other = asyncio.create_task(second())
        await waits.wait()
        done.append("first")
    await other
    assert told == [60]
    assert done == ["first", "second"]


async def test_a_second_start_waits_so_long_and_no_longer(installation: Installation) -> None:
    async with installation.alone(lambda _: None):
        with pytest.raises(OtherStartError, match="start again when it has ended"):
            async with installation.alone(lambda _: None, seconds=1):
                pass
    async with installation.alone(lambda _: pytest.fail("nobody is at it any more")):
        pass
