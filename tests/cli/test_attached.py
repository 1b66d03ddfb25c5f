"""What runs beside a server and lives no longer than it."""

import asyncio
import os
import sys
import threading

import pytest

from app.cli.attached import end_with_parent
from app.cli.serve import BESIDE_AGAIN_SECONDS, _keep


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


def test_one_that_ended_is_replaced_at_once_and_one_that_cannot_live_now_and_then() -> None:
    pauses: list[float] = []

    class Stop(threading.Event):
        def wait(self, timeout: float | None = None) -> bool:
            if timeout == 1:  # while it lives
                return super().wait(0.01)
            pauses.append(timeout or 0)
            if len(pauses) == 3:
                self.set()
            return self.is_set()

    _keep((sys.executable, "-I", "-S", "-c", ""), Stop())

    assert pauses[0] == 0
    assert all(0 < each <= BESIDE_AGAIN_SECONDS for each in pauses[1:])
