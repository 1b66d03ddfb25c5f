"""Health, and the documentation page."""

import re
from html.parser import HTMLParser
from unittest.mock import patch

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from app import health
from app.database import migrations
from app.database.engines import PoolExhaustedError
from tests.support.world import World


@pytest.fixture
def http(world: World) -> httpx.AsyncClient:
    return world.http


async def test_alive_and_ready_without_a_token(http: httpx.AsyncClient) -> None:
    for path in ("/health/live", "/health/ready"):
        answer = await http.get(path)
        assert (answer.status_code, answer.json()) == (200, {"status": "ok"})


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
    with patch.object(migrations, "require_current", side_effect=failure):
        assert _problem_of(await http.get("/health/ready")) == "database"


async def test_a_slow_database_is_not_ready(http: httpx.AsyncClient, superuser: AsyncEngine) -> None:
    with patch.object(health, "DEADLINE_SECONDS", 0.0):
        assert _problem_of(await http.get("/health/ready")) == "database"
    assert (await http.get("/health/ready")).status_code == 200


async def test_an_unreadable_key_file_is_not_ready(http: httpx.AsyncClient, app: FastAPI) -> None:
    keys = app.state.services.keys
    with patch.object(keys, "problem", "open to other users"), patch.object(keys, "current", lambda: None):
        answer = await http.get("/health/ready")
        assert _problem_of(answer) == "keys"
        assert "open to other users" not in answer.text


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
