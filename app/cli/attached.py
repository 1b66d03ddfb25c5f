"""A process that `serve` has started beside it ends with it, however the server ends."""

import asyncio
import os
import sys
import threading
from contextlib import suppress

GRACE_SECONDS = 1.0
"""For work that is nearly done. What is broken off begins anew, or goes on with its next batch, at another's."""


def end_with_parent(stop: asyncio.Event, *, grace: float = GRACE_SECONDS) -> None:
    """Set `stop` when standard input ends, and soon break off the task that asks for this.

    Standard input is a pipe whose other end the server holds: the system closes it for one that is killed.
    """
    task = asyncio.current_task()
    args = (asyncio.get_running_loop(), stop, task, grace)
    threading.Thread(target=_until_closed, args=args, daemon=True).start()


def _until_closed(
    loop: asyncio.AbstractEventLoop, stop: asyncio.Event, task: "asyncio.Task[object] | None", grace: float
) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    with suppress(RuntimeError):  # it has ended by itself
        loop.call_soon_threadsafe(stop.set)
        if task is not None:
            loop.call_soon_threadsafe(lambda: loop.call_later(grace, task.cancel))
