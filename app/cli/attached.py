"""A process that `serve` has started beside it ends with it, however the server ends."""

import asyncio
import os
import sys
import threading


def end_with_parent(stop: asyncio.Event) -> None:
    """Set `stop` when standard input ends: it is a pipe whose other end the server holds."""
    threading.Thread(target=_until_closed, args=(asyncio.get_running_loop(), stop), daemon=True).start()


def _until_closed(loop: asyncio.AbstractEventLoop, stop: asyncio.Event) -> None:
    while os.read(sys.stdin.fileno(), 1024):
        pass
    loop.call_soon_threadsafe(stop.set)
