"""The programme's secret, which the builder reads."""

from pathlib import Path

import pytest

from app.evaluation.secret import make_secret
from app.settings import Settings


@pytest.fixture(scope="session")
def secret_path(settings: Settings) -> Path:
    if not settings.release_secret_path.exists():
        make_secret(settings.release_secret_path)
    return settings.release_secret_path
