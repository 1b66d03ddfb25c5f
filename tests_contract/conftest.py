"""One server for all generated clients, and the contract that it serves."""

import json
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.support.server import Served, served


@pytest.fixture(scope="session")
def running() -> Iterator[Served]:
    with served() as this:
        yield this


@pytest.fixture(scope="session")
def credentials(running: Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's clients, as `python -m app credentials --json` prints them."""
    path = tmp_path_factory.mktemp("credentials") / "credentials.json"
    path.write_text(json.dumps(running.installed.credentials()), encoding="utf-8")
    return path
