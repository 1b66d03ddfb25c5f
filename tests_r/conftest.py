"""One server and one client of VIVE for all."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.evaluation.client import Client, registered
from tests.support.server import served


@pytest.fixture(scope="session")
def client(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Client]:
    with served() as running:
        yield registered(running, tmp_path_factory.mktemp("client"))


@pytest.fixture(scope="session")
def sandbox(client: Client) -> Path:
    """The sandbox release in the formats that R reads."""
    client.pull("--format", "csv", "dta")
    return client.folder / "sandbox"
