"""What runs beside a server and lives no longer than it."""

import asyncio
import os
import sys

import pytest

from app.cli.attached import end_with_parent


async def test_work_that_does_not_look_up_is_broken_off_when_the_server_is_gone(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    read, write = os.pipe()
    stop = asyncio.Event()

    async def work() -> None:
        end_with_parent(stop, grace=0)
        os.close(write)  # as the system does for a process that is killed
        await asyncio.Event().wait()

    with os.fdopen(read) as standard_input:
        monkeypatch.setattr(sys, "stdin", standard_input)
        async with asyncio.timeout(10):
            with pytest.raises(asyncio.CancelledError):
                await asyncio.create_task(work())
    assert stop.is_set()
