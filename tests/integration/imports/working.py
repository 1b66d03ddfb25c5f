"""What works through imports beside a server of the tests, whose own worker is not started."""

import asyncio
import threading
from collections.abc import Iterator
from contextlib import contextmanager

from app.auth.keys import KeyRing
from app.boundary.policy import load
from app.database.engines import Databases
from app.installation import installation
from app.integration.imports.running import Importer
from app.integration.imports.waiting import serve
from app.settings import Settings
from tests.support.server import Served


@contextmanager
def importer_of(served: Served) -> Iterator[None]:
    """In a thread: a process of its own would take longer to start than to import."""
    settings = Settings(data_dir=served.installed.data_dir)
    keys = KeyRing.load(settings.key_ring_path)
    with installation(settings, keys) as this:
        loop, stop = asyncio.new_event_loop(), asyncio.Event()

        async def work() -> None:
            databases = Databases({"case": this.case}, pool_size=2, statement_timeout_ms=settings.statement_timeout_ms)
            try:
                await serve(Importer(databases, load(), lambda: keys).once, stop)
            finally:
                await databases.close()

        thread = threading.Thread(target=loop.run_until_complete, args=(work(),))
        thread.start()
        try:
            yield
        finally:
            loop.call_soon_threadsafe(stop.set)
            thread.join()
            loop.close()
