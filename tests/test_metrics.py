"""What Prometheus is told: routes and codes, on a port of its own; nothing that a request was about."""

import json
import re
from collections.abc import AsyncIterator
from pathlib import Path
from uuid import uuid4

import httpx
import pytest
from fastapi import FastAPI
from prometheus_client import generate_latest

from app.auth.keys import KeyRingFile
from app.installation import Installation
from app.main import create_app
from app.metrics import Metrics
from app.settings import Settings
from tests.support.server import free_port
from tests.support.world import World

DASHBOARD = Path(__file__).parents[1] / "docs" / "dashboard.json"


@pytest.fixture(scope="module")
async def measured(installation: Installation, settings: Settings, app: FastAPI) -> AsyncIterator[FastAPI]:
    databases = installation.databases()
    chosen = settings.model_copy(update={"metrics_port": free_port()})
    yield create_app(chosen, KeyRingFile(settings.key_ring_path), databases)
    await databases.close()


def numbers(app: FastAPI) -> str:
    return generate_latest(app.state.metrics.registry).decode()


async def test_requests_are_counted_by_route_and_never_by_path(measured: FastAPI, world: World) -> None:
    token = await world.token("police-coordinator")
    citizen = str(uuid4())
    transport = httpx.ASGITransport(app=measured, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as http:
        for path in (f"/v1/citizens/{citizen}", f"/nowhere/{citizen}", "/q/a-secret-of-somebody"):
            assert (await http.get(path, headers={"authorization": f"Bearer {token}"})).status_code == 404
        assert (await http.request("BREW", "/health/live")).status_code == 405

    told = numbers(measured)
    assert 'http_requests_total{method="GET",route="/v1/citizens/{citizen_id}",status="404"} 1.0' in told
    assert 'http_requests_total{method="GET",route="-",status="404"} 1.0' in told
    assert 'http_requests_total{method="GET",route="/q/{secret}",status="404"} 1.0' in told
    assert 'http_requests_total{method="OTHER",route="/health/live",status="405"} 1.0' in told
    assert 'http_request_duration_seconds_count{method="GET",route="/v1/citizens/{citizen_id}"} 1.0' in told
    assert 'problems_total{code="method-not-allowed"} 1.0' in told
    assert 'database_connections_turns{login="case"} 4.0' in told
    assert 'database_connections_at_work{login="case"} 0.0' in told
    assert citizen not in told
    assert "a-secret-of-somebody" not in told
    assert token not in told


async def test_who_may_call_the_api_is_not_who_may_read_them(measured: FastAPI, settings: Settings) -> None:
    transport = httpx.ASGITransport(app=measured, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as http:
        assert (await http.get("/metrics")).status_code == 404
    metrics: Metrics = measured.state.metrics
    port = free_port()
    metrics.serve(settings.metrics_host, port)
    async with httpx.AsyncClient() as http:
        answer = await http.get(f"http://127.0.0.1:{port}/metrics")
    assert answer.status_code == 200
    assert "process_open_fds" in answer.text


async def test_no_port_no_counting(app: FastAPI) -> None:
    assert app.state.metrics is None


async def test_the_dashboard_shows_what_there_is(measured: FastAPI) -> None:
    panels = json.loads(DASHBOARD.read_text(encoding="utf-8"))["panels"]
    asked = {
        name for each in panels for target in each["targets"] for name in re.findall(r"[a-z_]{8,}", target["expr"])
    }
    told = set(re.findall(r"^([a-z_]+)", numbers(measured), re.MULTILINE))
    words = {"histogram_quantile", "status", "method"}
    assert asked - words <= told
    assert {"http_requests_total", "problems_total", "database_requests_waiting"} <= asked
