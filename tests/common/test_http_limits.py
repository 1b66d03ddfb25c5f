from collections.abc import AsyncIterator
from typing import Any

import httpx
import pytest
from fastapi import FastAPI, Request
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.common import errors, problem_responses
from app.common.http_limits import Limits, RequestLimits
from app.common.problem import Problem

LIMITS = Limits(body=100, bodies={"/imports": 1000})


def render(problem: Problem, scope: Scope) -> ASGIApp:
    return problem_responses.problem_response(problem, Request(scope))


def build() -> ASGIApp:
    app = FastAPI(redirect_slashes=False)
    problem_responses.install(app)

    @app.post("/json")
    @app.post("/imports")
    async def read(content: dict[str, Any]) -> dict[str, int]:
        return {"members": len(content)}

    @app.post("/swallow")
    async def swallow(request: Request) -> dict[str, str]:
        try:
            await request.body()
        except errors.PayloadTooLarge:
            return {"swallowed": "yes"}
        return {}

    @app.get("/{path:path}")
    async def get(path: str) -> dict[str, str]:
        return {"path": path}

    return RequestLimits(app, render, LIMITS)


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build())
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as opened:
        yield opened


async def call(
    app: ASGIApp | None = None,
    *,
    path: str = "/x",
    raw_path: bytes | None = None,
    method: str = "GET",
    headers: tuple[tuple[bytes, bytes], ...] = ((b"host", b"test"),),
    query: bytes = b"",
) -> tuple[int, dict[bytes, bytes]]:
    """Call with a scope of which no client would make the like."""
    sent: list[Message] = []
    scope = {
        "type": "http",
        "method": method,
        "path": path,
        "raw_path": path.encode() if raw_path is None else raw_path,
        "query_string": query,
        "headers": list(headers),
        "http_version": "1.1",
        "scheme": "http",
        "root_path": "",
        "server": ("test", 80),
    }

    async def receive() -> Message:
        return {"type": "http.request", "body": b"", "more_body": False}

    async def send(message: Message) -> None:
        sent.append(message)

    await (app or build())(scope, receive, send)
    return sent[0]["status"], dict(sent[0]["headers"])


async def chunks(size: int, times: int) -> AsyncIterator[bytes]:
    for _ in range(times):
        yield b" " * size


async def test_a_body_is_bounded_with_and_without_its_length(client: httpx.AsyncClient) -> None:
    json_type = {"Content-Type": "application/json"}
    response = await client.post("/json", content=b"{" + b" " * 98 + b"}", headers=json_type)
    assert response.json() == {"members": 0}
    for content in (b"{" + b" " * 99 + b"}", chunks(60, 2), chunks(10, 1000)):
        response = await client.post("/json", content=content, headers=json_type)
        assert response.status_code == 413
        assert response.headers["content-type"] == "application/problem+json"
        assert response.json()["limit_bytes"] == 100
        assert response.headers["connection"] == "close"
    response = await client.post("/imports", content=b"{" + b" " * 500 + b"}", headers=json_type)
    assert response.status_code == 200


async def test_a_body_too_long_is_refused_even_where_the_application_swallows_it(
    client: httpx.AsyncClient,
) -> None:
    assert (await client.post("/swallow", content=chunks(60, 2))).status_code == 413
    assert (await client.post("/swallow", content=chunks(60, 1))).status_code == 200


async def test_an_application_without_handlers_gives_413_too() -> None:
    async def bare(scope: Scope, receive: Receive, send: Send) -> None:
        while (await receive())["more_body"]:
            pass

    transport = httpx.ASGITransport(RequestLimits(bare, render, LIMITS))
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as client:
        assert (await client.post("/x", content=chunks(60, 2))).status_code == 413


@pytest.mark.parametrize(
    ("path", "raw"),
    [
        ("/a//b", None),
        ("//a", None),
        ("/a/../b", None),
        ("/..", None),
        ("/./a", None),
        ("/a/..", b"/a/%2e%2E"),
        ("/a/../b", b"/a/%2e./b"),
        ("/a\x00", b"/a%00"),
        ("/a/b", b"/a%2Fb"),
        ("/a\\b", b"/a\\b"),
        ("/a\\b", b"/a%5Cb"),
        ("/a\r\nb", b"/a%0d%0ab"),
        ("/a\ufffd", b"/a%ff"),
        ("*", None),
        ("", b""),
        ("http://x/", None),
    ],
)
async def test_odd_paths_are_not_found(path: str, raw: bytes | None) -> None:
    status, headers = await call(path=path, raw_path=raw)
    assert status == 404
    assert headers[b"content-type"] == b"application/problem+json"


async def test_ordinary_paths_pass(client: httpx.AsyncClient) -> None:
    for path in ("/", "/a/b", "/a/%C3%A6%C3%B8%C3%A5", "/a/...", "/.well-known/jwks.json", "/a%25"):
        assert (await client.get(path)).status_code == 200


async def test_addresses_are_bounded() -> None:
    assert (await call(path="/" + "a" * 2047))[0] == 200
    assert (await call(path="/" + "a" * 2048))[0] == 414
    assert (await call(query=b"a" * 4097))[0] == 414


HOST = (b"host", b"test")


@pytest.mark.parametrize(
    ("headers", "status"),
    [
        ((HOST, (b"x", b"a" * 8000)), 200),
        ((HOST, (b"x", b"a" * 8192)), 431),
        ((HOST, (b"authorization", b"a" * 8192)), 431),
        ((HOST, *((b"x", b"a" * 4000),) * 5), 431),
        ((HOST, *((b"x", b""),) * 4000), 431),
        ((), 400),
        ((HOST, HOST), 400),
        (((b"host", b""),), 400),
        (((b"host", b"a b"),), 400),
        (((b"host", b"a/b"),), 400),
        (((b"host", b"a@b"),), 400),
        (((b"host", b"[::1]:8000"),), 200),
        (((b"host", b"a.example:8000"),), 200),
        ((HOST, (b"authorization", b"a"), (b"Authorization", b"b")), 401),
        ((HOST, (b"idempotency-key", b"a"), (b"idempotency-key", b"b")), 400),
        ((HOST, (b"content-type", b"a/b"), (b"content-type", b"a/c")), 400),
        ((HOST, (b"content-encoding", b"gzip")), 415),
        ((HOST, (b"content-encoding", b"identity"), (b"content-encoding", b"br")), 415),
        ((HOST, (b"content-encoding", b" Identity ")), 200),
        ((HOST, (b"content-length", b"-1")), 400),
        ((HOST, (b"content-length", b"1_0")), 400),
        ((HOST, (b"content-length", b"9" * 5000)), 400),
        ((HOST, (b"content-length", b"101")), 413),
        ((HOST, (b"x-http-method-override", b"DELETE")), 200),
    ],
)
async def test_headers(headers: tuple[tuple[bytes, bytes], ...], status: int) -> None:
    assert (await call(headers=headers))[0] == status


async def test_what_is_no_http_passes() -> None:
    seen = []

    async def app(scope: Scope, receive: Receive, send: Send) -> None:
        seen.append(scope["type"])

    await RequestLimits(app, render)({"type": "lifespan"}, None, None)  # type: ignore[arg-type]
    assert seen == ["lifespan"]
