"""One PostgreSQL a test process, with the demo programme; tests never clean up after themselves.

Each test makes citizens of its own, and the boundary keeps them apart: what one test leaves is what another must
not see.
"""

import gc
from collections.abc import AsyncIterator, Iterator
from pathlib import Path

import httpx
import pytest
from fastapi import FastAPI
from hypothesis import HealthCheck
from hypothesis import settings as hypothesis_settings
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from app.auth.keys import KeyRing, KeyRingFile
from app.database.embedded import EmbeddedServer
from app.database.urls import asyncpg_url
from app.demo.programme import Loaded
from app.installation import Installation
from app.main import create_app
from app.settings import Settings
from tests.support import prepared
from tests.support.server import UNHURRIED, Served, own_folder
from tests.support.world import World

# The same examples each time, however slow the machine: whether a change is let in hangs on no chance.
# `--hypothesis-profile=default` looks for new ones.
hypothesis_settings.register_profile(
    "repeated", deadline=None, derandomize=True, suppress_health_check=[HealthCheck.too_slow]
)
hypothesis_settings.load_profile("repeated")


def pytest_configure(config: pytest.Config) -> None:
    """The installation that tests get copies of is made once a run, not once a worker."""
    if not hasattr(config, "workerinput"):
        prepared.begin()


def pytest_unconfigure(config: pytest.Config) -> None:
    if not hasattr(config, "workerinput"):
        prepared.end()


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
    with own_folder() as folder:
        yield folder


@pytest.fixture(scope="session")
def loaded(data_dir: Path) -> Loaded:
    """The programme that the data folder's database is filled with."""
    return prepared.fill(data_dir)


@pytest.fixture(scope="session")
def settings(data_dir: Path, loaded: Loaded) -> Settings:
    return Settings.model_validate({"data_dir": data_dir, "log_level": "WARNING", **UNHURRIED})


@pytest.fixture(scope="session")
def keys(settings: Settings) -> KeyRing:
    return KeyRing.load(settings.key_ring_path)


@pytest.fixture(scope="session")
def server(settings: Settings) -> Iterator[EmbeddedServer]:
    with EmbeddedServer(settings.database_dir, durable=False) as running:
        yield running


@pytest.fixture(scope="session")
def installation(settings: Settings, keys: KeyRing, server: EmbeddedServer) -> Installation:
    return Installation(settings, keys, asyncpg_url(server.url("app_owner")), asyncpg_url(server.url()))


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
    with prepared.served(APP_DELIVER_WEBHOOKS="true") as this:
        yield this
