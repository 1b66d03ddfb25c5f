"""Health, and the documentation page."""

import re
from contextlib import AsyncExitStack
from html.parser import HTMLParser
from unittest.mock import patch

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from app import health
from app.auth import keys as keys_module
from app.database import migrations
from app.database.engines import PoolExhaustedError
from tests.support.world import World


@pytest.fixture
def http(world: World) -> httpx.AsyncClient:
    return world.http


async def test_alive_and_ready_without_a_token(http: httpx.AsyncClient) -> None:
    alive, ready = await http.get("/health/live"), await http.get("/health/ready")
    assert (alive.status_code, alive.json()) == (200, {"status": "ok"})
    assert (ready.status_code, ready.json()) == (200, {"status": "ok", "degraded": []})


def _problem_of(answer: httpx.Response) -> str:
    assert answer.status_code == 503
    assert answer.headers["content-type"].startswith("application/problem+json")
    assert int(answer.headers["retry-after"]) >= 1
    return str(answer.json()["part"])


async def test_another_schema_is_not_ready(http: httpx.AsyncClient) -> None:
    with patch.object(migrations, "heads", lambda: frozenset({"9999"})):
        assert _problem_of(await http.get("/health/ready")) == "schema"
        assert (await http.get("/health/live")).status_code == 200


@pytest.mark.parametrize("failure", [PoolExhaustedError(), OSError(), TimeoutError()])
async def test_a_silent_database_is_not_ready(http: httpx.AsyncClient, app: FastAPI, failure: Exception) -> None:
    with patch.object(migrations, "require_current", side_effect=failure), capture_logs() as logged:
        assert _problem_of(await http.get("/health/ready")) == "database"
    causes = [each["failure"][0]["class"] for each in logged if each["event"] == "not_ready"]
    assert causes == [f"{type(failure).__module__}.{type(failure).__qualname__}"]


async def test_a_slow_database_is_not_ready(http: httpx.AsyncClient, superuser: AsyncEngine) -> None:
    with patch.object(health, "DEADLINE_SECONDS", 0.0):
        assert _problem_of(await http.get("/health/ready")) == "database"
    assert (await http.get("/health/ready")).status_code == 200


async def test_a_busy_process_is_ready(http: httpx.AsyncClient, app: FastAPI) -> None:
    """Its requests wait for a turn; taking it out of service would make the others busier."""
    databases = app.state.services.databases
    async with AsyncExitStack() as busy:
        for _ in range(app.state.services.settings.pool_size):
            await busy.enter_async_context(databases.transaction("case"))
        assert (await http.get("/health/ready")).status_code == 200


async def test_a_slip_in_the_key_file_is_told_and_logged_once(http: httpx.AsyncClient, app: FastAPI) -> None:
    keys = app.state.services.keys
    mode = keys.path.stat().st_mode
    keys.path.chmod(0o644)
    try:
        with capture_logs() as logged, patch.object(keys_module, "RECHECK_SECONDS", 0.0):
            answers = [await http.get("/health/ready") for _ in range(3)]
    finally:
        keys.path.chmod(mode)
        with patch.object(keys_module, "RECHECK_SECONDS", 0.0):
            keys.current()

    for answer in answers:
        assert (answer.status_code, answer.json()) == (200, {"status": "ok", "degraded": ["keys"]})
    told = [each for each in logged if each["event"] == "key_file_unreadable"]
    assert len(told) == 1
    assert told[0]["log_level"] == "error"
    assert "chmod 600" in told[0]["problem"]
    assert (await http.get("/health/ready")).json()["degraded"] == []


class _Resources(HTMLParser):
    """What a page loads, and what it says inline."""

    def __init__(self) -> None:
        super().__init__()
        self.addresses: list[str] = []
        self.inline = ""
        self._in_script = False

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        self._in_script = tag in {"script", "style"}
        self.addresses += [str(given[name]) for name in ("src", "href") if given.get(name)]
        assert not any(name.startswith("on") or name == "style" for name in given)

    def handle_data(self, data: str) -> None:
        self.inline += data.strip() if self._in_script else ""

    def handle_endtag(self, tag: str) -> None:
        self._in_script = False


async def test_documentation_needs_nobody_else(http: httpx.AsyncClient) -> None:
    page = await http.get("/docs")
    policy = page.headers["content-security-policy"]
    read = _Resources()
    read.feed(page.text)

    assert page.status_code == 200
    assert not re.search(r"https?:|unsafe|\*", policy)
    assert "default-src 'none'" in policy
    assert read.inline == ""
    assert "docs/start.js" in read.addresses
    for address in read.addresses:
        answer = await http.get(f"/{address}")
        assert answer.status_code == 200, address
        assert answer.headers["x-content-type-options"] == "nosniff"


@pytest.mark.parametrize("name", ["..%2fmain.py", "%2e%2e/main.py", "index.html", "redoc.standalone.js", "x"])
async def test_documentation_is_a_closed_list(http: httpx.AsyncClient, name: str) -> None:
    assert (await http.get(f"/docs/{name}")).status_code == 404
