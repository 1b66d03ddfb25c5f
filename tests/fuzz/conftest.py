"""The application a second time over the same database: the engine runs it in a loop of its own."""

from collections.abc import Iterator
from dataclasses import replace

import pytest
from fastapi import FastAPI
from schemathesis.python import asgi

from app.auth.keys import KeyRingFile
from app.demo.programme import Loaded
from app.installation import Installation
from app.main import create_app
from app.settings import Settings
from tests.fuzz.run import PATIENT


@pytest.fixture(scope="package")
def fuzzed(app: FastAPI, installation: Installation, settings: Settings, loaded: Loaded) -> Iterator[FastAPI]:
    patient = settings.model_copy(update=PATIENT)
    databases = replace(installation, settings=patient).databases()
    again = create_app(patient, KeyRingFile(settings.key_ring_path), databases)
    again.openapi = app.openapi  # type: ignore[method-assign]  # the same contract, made once
    yield again
    asgi.shutdown_lifespans()
