"""What builds releases beside a server of the tests, whose own builder is not started."""

import asyncio
import threading
from collections.abc import Iterator
from concurrent.futures import ThreadPoolExecutor
from contextlib import contextmanager
from functools import partial
from typing import Any

from app.auth.keys import KeyRing
from app.evaluation import waiting
from app.evaluation.job import Builder
from app.evaluation.secret import make_secret
from app.installation import installation
from app.settings import Settings
from tests.support.server import Served


def nothing_found(*_given: Any) -> list[dict[str, Any]]:
    """Of an attacker that does not look: for what comes before and after the attack."""
    return []


@contextmanager
def builder_of(served: Served) -> Iterator[None]:
    """In a thread: a process of its own would take longer to start than to build, and the attack longer than both."""
    settings = Settings(data_dir=served.installed.data_dir)
    if not settings.release_secret_path.exists():
        make_secret(settings.release_secret_path)
    with installation(settings, KeyRing.load(settings.key_ring_path)) as this:
        url = this.builder.set(drivername="postgresql").render_as_string(hide_password=False)
        process = partial(ThreadPoolExecutor, 1)
        builder = Builder(url, settings.release_secret_path, process=process, attack=nothing_found)
        loop = asyncio.new_event_loop()
        stop = asyncio.Event()
        working = waiting.serve(url, builder.once, stop)
        thread = threading.Thread(target=loop.run_until_complete, args=(working,))
        thread.start()
        try:
            yield
        finally:
            loop.call_soon_threadsafe(stop.set)
            thread.join()
            loop.close()
