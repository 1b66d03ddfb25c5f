"""An installation made once for a whole run of the tests, of which those that need one get a copy.

Making one takes some ten seconds of a processor, copying it a third of one. How one is made from nothing is what
`tests/cli/test_serve.py` and `tests/cli/test_production.py` are about.
"""

import asyncio
import os
import shutil
import subprocess
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any

from pydantic import TypeAdapter
from sqlalchemy.ext.asyncio import create_async_engine

from app.auth.keys import KeyRing
from app.database.embedded import EmbeddedServer
from app.database.file_lock import FileLock
from app.database.urls import asyncpg_url
from app.demo.credentials import path_in, write
from app.demo.programme import Loaded, load_programme
from app.installation import Installation
from app.settings import Settings
from tests.support.server import Installed, Served, free_port, own_folder

_OF_THIS_RUN = "TEST_PREPARED"
"""Tells the run's other processes where: they inherit it."""
_LOADED = "loaded.json"
_ADAPTER = TypeAdapter(Loaded)


def begin() -> None:
    """A place for it; it is made by who needs it first."""
    # Not pytest's folders, which are closed to the account that PostgreSQL runs as under root.
    os.environ[_OF_THIS_RUN] = tempfile.mkdtemp(prefix="interventionsmodellen-")


def end() -> None:
    """The run is over."""
    shutil.rmtree(os.environ.pop(_OF_THIS_RUN), ignore_errors=True)


def fill(folder: Path) -> Loaded:
    """A copy of it in an empty folder: keys, credentials, and a database with the schema and the demo programme."""
    subprocess.run(["cp", "-a", f"{_made()}/.", str(folder)], check=True)  # owners too: PostgreSQL's is another's
    return _ADAPTER.validate_json((folder / _LOADED).read_bytes())


def credentials_in(folder: Path) -> list[dict[str, Any]]:
    """What the programme was loaded with, in a folder that has been filled."""
    return [each.as_json() for each in _ADAPTER.validate_json((folder / _LOADED).read_bytes()).credentials]


@contextmanager
def served(**more: str) -> Iterator[Served]:
    """The application as a process of its own, on a copy."""
    with own_folder() as folder:
        fill(folder)
        # Nobody misses what a test wrote, and the disk is shared.
        hurried = "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\nautovacuum = off\n"
        (folder / "postgres/cluster/postgresql.auto.conf").write_text(hurried)
        running = Installed(folder, free_port(), more).start()
        try:
            yield running
        finally:
            running.stop()


def _made() -> Path:
    place = Path(os.environ[_OF_THIS_RUN])
    whole, unfinished = place / "whole", place / "unfinished"
    lock = FileLock(place / "lock")
    lock.acquire()
    try:
        if not whole.exists():
            shutil.rmtree(unfinished, ignore_errors=True)
            unfinished.mkdir()
            _make(unfinished)
            unfinished.rename(whole)
    finally:
        lock.release()
    return whole


def _make(folder: Path) -> None:
    settings = Settings(data_dir=folder)
    keys = KeyRing.generate("demo")
    keys.save(settings.key_ring_path)
    with EmbeddedServer(settings.database_dir, durable=False) as server:
        this = Installation(settings, keys, asyncpg_url(server.url("app_owner")), asyncpg_url(server.url()))
        loaded = asyncio.run(_loaded(this))
    write(path_in(folder), loaded.credentials)
    (folder / _LOADED).write_bytes(_ADAPTER.dump_json(loaded))


async def _loaded(this: Installation) -> Loaded:
    await this.migrate()
    engine = create_async_engine(this.owner)
    async with engine.begin() as connection:
        loaded = await load_programme(connection)
    await engine.dispose()
    return loaded
