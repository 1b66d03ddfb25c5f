"""The builder, and an invented programme in the database for it to read."""

from pathlib import Path

import pytest

from app.demo.programme import Loaded
from app.evaluation.job import Builder
from app.evaluation.secret import make_secret
from app.installation import Installation
from app.settings import Settings
from tests.evaluation.programme import Parties


@pytest.fixture(scope="session")
def secret_path(settings: Settings) -> Path:
    make_secret(settings.release_secret_path)
    return settings.release_secret_path


@pytest.fixture(scope="session")
def builder(installation: Installation, secret_path: Path) -> Builder:
    url = installation.builder.set(drivername="postgresql").render_as_string(hide_password=False)
    return Builder(url, secret_path)


@pytest.fixture(scope="session")
def parties(loaded: Loaded) -> Parties:
    return Parties.of(loaded)
