import re
from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
import structlog
from fastapi import APIRouter, FastAPI, Request
from starlette.responses import Response
from starlette.types import ASGIApp, Receive, Scope, Send

from app.common.http_context import AccessLog, RequestId, SecurityHeaders, route_template

TRACE = "4bf92f3577b34da6a3ce929d0e0e4736"
PARENT = f"00-{TRACE}-00f067aa0ba902b7-01"


def build(*, hsts: bool = False) -> ASGIApp:
    app = FastAPI()
    inner = APIRouter(prefix="/things")
    outer = APIRouter(prefix="/v1")

    @inner.get("/{thing_id}")
    async def thing(thing_id: str, request: Request) -> dict[str, Any]:
        request.state.client_id = "c1"
        request.state.organisation_id = "o1"
        bound = structlog.contextvars.get_contextvars()
        return {"state": dict(request.scope["state"]), "bound": bound}

    @app.get("/own")
    async def own() -> Response:
        headers = {"Cache-Control": "public", "Content-Security-Policy": "default-src 'self'"}
        return Response(headers=headers)

    @app.get("/fail")
    async def fail() -> Response:
        raise RuntimeError

    outer.include_router(inner)
    app.include_router(outer)
    return RequestId(AccessLog(SecurityHeaders(app, hsts=hsts)))


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build(), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as opened:
        yield opened


@pytest.mark.parametrize("given", ["abc", "a.b_c-1", "x" * 64])
async def test_a_harmless_request_id_is_kept(client: httpx.AsyncClient, given: str) -> None:
    response = await client.get("/v1/things/1", headers={"X-Request-ID": given})
    assert response.headers["x-request-id"] == given
    assert response.json()["state"]["request_id"] == given
    assert response.json()["bound"]["request_id"] == given
    assert "request_id" not in structlog.contextvars.get_contextvars()


@pytest.mark.parametrize("given", ["", "x" * 65, "a b", "a;b", "<x>", "æ".encode().decode("latin-1")])
async def test_another_request_id_is_replaced(client: httpx.AsyncClient, given: str) -> None:
    response = await client.get("/v1/things/1", headers=[(b"X-Request-ID", given.encode("latin-1"))])
    assert re.fullmatch("[0-9a-f]{32}", response.headers["x-request-id"])


async def test_two_request_ids_are_none(client: httpx.AsyncClient) -> None:
    response = await client.get("/v1/things/1", headers=[("X-Request-ID", "a"), ("X-Request-ID", "b")])
    assert re.fullmatch("[0-9a-f]{32}", response.headers["x-request-id"])


@pytest.mark.parametrize(
    ("given", "kept"),
    [
        (PARENT, True),
        (PARENT.replace("00-", "01-", 1) + "-later", True),
        (PARENT.replace("00-", "ff-", 1), False),
        (PARENT + "-x", False),
        (PARENT.upper(), False),
        (PARENT.replace(TRACE, "0" * 32), False),
        (PARENT.replace("00f067aa0ba902b7", "0" * 16), False),
        ("x", False),
    ],
)
async def test_a_valid_trace_is_continued(client: httpx.AsyncClient, given: str, *, kept: bool) -> None:
    response = await client.get("/v1/things/1", headers={"traceparent": given})
    out = response.headers["traceparent"]
    assert re.fullmatch("00-[0-9a-f]{32}-[0-9a-f]{16}-0[01]", out)
    assert (TRACE in out) is kept
    assert out != given
    assert response.json()["state"]["traceparent"] == out


async def test_every_answer_has_the_headers_unless_it_has_its_own(
    client: httpx.AsyncClient,
) -> None:
    for path in ("/v1/things/1", "/nothing"):
        headers = (await client.get(path)).headers
        assert headers["x-content-type-options"] == "nosniff"
        assert headers["referrer-policy"] == "no-referrer"
        assert headers["content-security-policy"].startswith("default-src 'none'")
        assert headers["cache-control"] == "no-store"
        assert "strict-transport-security" not in headers
    headers = (await client.get("/own")).headers
    assert headers.get_list("cache-control") == ["public"]
    assert headers.get_list("content-security-policy") == ["default-src 'self'"]


async def test_hsts_by_flag_only() -> None:
    transport = httpx.ASGITransport(build(hsts=True))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        assert "strict-transport-security" in (await client.get("/own")).headers


async def test_one_line_a_request_without_its_path(client: httpx.AsyncClient) -> None:
    with structlog.testing.capture_logs() as logs:
        await client.get("/v1/things/0101901234?q=0101901234")
        await client.get("/nothing/0101901234")
        await client.request("FROB", "/nothing")
        await client.get("/fail")
    assert "0101901234" not in repr(logs)
    shown = [(x["method"], x["route"], x["status"], x["client_id"]) for x in logs]
    assert shown == [
        ("GET", "/v1/things/{thing_id}", 200, "c1"),
        ("GET", "-", 404, None),
        ("OTHER", "-", 404, None),
        ("GET", "/fail", 500, None),
    ]
    assert [x["log_level"] for x in logs] == ["info", "info", "info", "error"]
    assert logs[0]["organisation_id"] == "o1"
    assert all(x["duration_ms"] >= 0 for x in logs)


async def test_a_client_that_left_is_told_apart() -> None:
    async def silent(scope: Scope, receive: Receive, send: Send) -> None:
        """Answer nothing, as happens when the client has gone."""

    scope = {"type": "http", "method": "GET", "headers": []}
    with structlog.testing.capture_logs() as logs:
        await AccessLog(silent)(scope, None, None)  # type: ignore[arg-type]
    assert logs[0]["status"] == 499


def test_no_route_is_a_dash() -> None:
    assert route_template({}) == "-"
