"""The application a second time over the same database: the engine runs it in a loop of its own."""

from collections.abc import Iterator

import pytest
from fastapi import FastAPI
from schemathesis.python import asgi

from app.auth.keys import KeyRingFile
from app.demo.programme import Loaded
from app.installation import Installation
from app.main import create_app
from app.settings import Settings


@pytest.fixture(scope="package")
def fuzzed(installation: Installation, settings: Settings, loaded: Loaded) -> Iterator[FastAPI]:
    yield create_app(settings, KeyRingFile(settings.key_ring_path), installation.databases())
    asgi.shutdown_lifespans()
