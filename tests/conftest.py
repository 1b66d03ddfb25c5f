"""One PostgreSQL a test process, migrated once, with the demo programme; tests never clean up after themselves.

Each test makes citizens of its own, and the boundary keeps them apart: what one test leaves is what another must
not see.
"""

import gc
import shutil
import tempfile
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from app.auth.keys import KeyRing, KeyRingFile
from app.database.embedded import EmbeddedServer
from app.demo.programme import Loaded, load_programme
from app.installation import Installation
from app.main import create_app
from app.settings import Settings
from tests.support.server import UNHURRIED, Served, served
from tests.support.world import World


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    """Tests of the running server first: the workers share the others out, and only one of them has to start it."""
    items.sort(key=lambda item: item.get_closest_marker("server") is None)


def pytest_collection_finish() -> None:
    """What is loaded by now stays to the end: to look through it for garbage took a fifth of the tests' time."""
    gc.collect()
    gc.freeze()
    gc.set_threshold(100_000, 20, 50)


@pytest.fixture(scope="session")
def data_dir() -> Iterator[Path]:
    # Not pytest's tmp_path: it closes its folders to the account that PostgreSQL runs as under root.
    folder = Path(tempfile.mkdtemp(prefix="interventionsmodellen-"))
    yield folder
    shutil.rmtree(folder, ignore_errors=True)


@pytest.fixture(scope="session")
def settings(data_dir: Path) -> Settings:
    return Settings.model_validate({"data_dir": data_dir, "log_level": "WARNING", **UNHURRIED})


@pytest.fixture(scope="session")
def keys(settings: Settings) -> KeyRing:
    ring = KeyRing.generate("demo")
    ring.save(settings.key_ring_path)
    return ring


@pytest.fixture(scope="session")
def server(settings: Settings) -> Iterator[EmbeddedServer]:
    with EmbeddedServer(settings.database_dir, durable=False) as running:
        yield running


@pytest.fixture(scope="session")
async def installation(settings: Settings, keys: KeyRing, server: EmbeddedServer) -> Installation:
    from app.database.urls import asyncpg_url

    made = Installation(settings, keys, asyncpg_url(server.url("app_owner")), asyncpg_url(server.url()))
    await made.migrate()
    return made


@pytest.fixture(scope="session")
async def loaded(installation: Installation) -> Loaded:
    engine = create_async_engine(installation.owner)
    async with engine.begin() as connection:
        programme = await load_programme(connection)
    await engine.dispose()
    return programme


@pytest.fixture(scope="session")
async def superuser(installation: Installation) -> AsyncIterator[AsyncEngine]:
    """Sees everything; for looking at what a request did, never for doing it."""
    assert installation.superuser is not None
    engine = create_async_engine(installation.superuser)
    yield engine
    await engine.dispose()


@pytest.fixture(scope="session")
async def app(installation: Installation, settings: Settings, loaded: Loaded) -> AsyncIterator[FastAPI]:
    databases = installation.databases()
    yield create_app(settings, KeyRingFile(settings.key_ring_path), databases)
    await databases.close()


@pytest.fixture(scope="session")
async def world(app: FastAPI, loaded: Loaded) -> AsyncIterator[World]:
    """The parties, each with its tokens, over HTTP."""
    transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as http:
        yield World(http, loaded)


@pytest.fixture(scope="session")
def running() -> Iterator[Served]:
    """The whole application as a process of its own, with the demo programme."""
    with served(APP_DELIVER_WEBHOOKS="true") as this:
        yield this
