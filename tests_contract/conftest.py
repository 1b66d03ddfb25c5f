"""One server for all generated clients, and the contract that it serves."""

import json
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from contextlib import ExitStack
from pathlib import Path

import pytest

from tests.support.server import Served, served


@pytest.fixture(scope="session")
def starting() -> Iterator[Future[Served]]:
    """Begun, so that something else can be done meanwhile."""
    with ExitStack() as stack, ThreadPoolExecutor(1) as aside:
        yield aside.submit(lambda: stack.enter_context(served()))


@pytest.fixture(scope="session")
def running(starting: "Future[Served]") -> Served:
    return starting.result()


@pytest.fixture(scope="session")
def credentials(running: Served, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The demo's clients, as `python -m app credentials --json` prints them."""
    path = tmp_path_factory.mktemp("credentials") / "credentials.json"
    path.write_text(json.dumps(running.installed.credentials()), encoding="utf-8")
    return path
