"""The builder, and an invented programme in the database for it to read."""

from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

import pytest

from app.database.urls import driver_url
from app.demo.programme import Loaded
from app.evaluation.attack import audit as audit_module
from app.evaluation.job import Builder
from app.evaluation.secret import make_secret
from app.installation import Installation
from app.settings import Settings
from tests.evaluation.building import nothing_found
from tests.evaluation.programme import Parties


@pytest.fixture(scope="session")
def secret_path(settings: Settings) -> Path:
    if not settings.release_secret_path.exists():
        make_secret(settings.release_secret_path)
    return settings.release_secret_path


@pytest.fixture(scope="session")
def builder(installation: Installation, secret_path: Path) -> Builder:
    return Builder(driver_url(installation.builder), secret_path)


def _something(*_given: Any) -> list[dict[str, Any]]:
    return [{"attack": "a test's", "release": "any", "table": "flow_quarter", "cell": {}, "what": "found"}]


@pytest.fixture(scope="session")
def hurried(builder: Builder) -> Builder:
    """One that works in a thread, and has no attacker: for what comes before and after the build."""
    return replace(builder, process=partial(ThreadPoolExecutor, 1), attack=nothing_found)


@pytest.fixture(scope="session")
def suspicious(hurried: Builder) -> Builder:
    """One whose attacker always finds something."""
    return replace(hurried, attack=_something)


@pytest.fixture
def quick(monkeypatch: pytest.MonkeyPatch) -> None:
    """An audit without the linear programme: for what that has nothing to say of, since it takes seconds."""
    monkeypatch.setattr(audit_module, "given_away", lambda *_: [])


@pytest.fixture(scope="session")
def parties(loaded: Loaded) -> Parties:
    return Parties.of(loaded)
