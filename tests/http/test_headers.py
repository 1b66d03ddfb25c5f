"""What a caller may not achieve by a header: another origin let in, another address, another person."""

from collections.abc import AsyncIterator

import httpx
import pytest
from fastapi import FastAPI

from app.auth.keys import KeyRingFile
from app.installation import Installation
from app.main import create_app
from app.settings import Settings
from tests.support.world import World

SCREENS = "https://screens.example"
STRANGE_ORIGINS = [
    "null",
    "https://evil.example",
    "https://screens.example.evil.example",
    "http://screens.example",
    "*",
]
PREFLIGHT = {"Access-Control-Request-Method": "GET", "Access-Control-Request-Headers": "authorization"}


@pytest.fixture(scope="module")
async def with_screens(
    installation: Installation, settings: Settings, app: FastAPI
) -> AsyncIterator[httpx.AsyncClient]:
    """The application of an installation that lets one origin in."""
    databases = installation.databases()
    chosen = settings.model_copy(update={"cors_origins": (SCREENS,)})
    other = create_app(chosen, KeyRingFile(settings.key_ring_path), databases)
    transport = httpx.ASGITransport(app=other, raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as http:
        yield http
    await databases.close()


def let_in(answer: httpx.Response) -> dict[str, str]:
    return {name: value for name, value in answer.headers.items() if name.startswith("access-control-allow")}


@pytest.mark.parametrize("origin", [SCREENS, *STRANGE_ORIGINS])
async def test_by_default_no_origin_is_let_in(world: World, origin: str) -> None:
    police = await world.party("police-coordinator")
    assert let_in(await police.get("/v1/me", origin=origin)) == {}
    preflight = await world.http.options("/v1/me", headers={"Origin": origin, **PREFLIGHT})
    assert preflight.status_code == 405
    assert let_in(preflight) == {}


@pytest.mark.parametrize("origin", STRANGE_ORIGINS)
async def test_no_other_origin_than_the_named_is_let_in(
    world: World, with_screens: httpx.AsyncClient, origin: str
) -> None:
    police = await world.party("police-coordinator")
    headers = {"Origin": origin, "Authorization": f"Bearer {police.token}"}
    assert "access-control-allow-origin" not in (await with_screens.get("/v1/me", headers=headers)).headers
    preflight = await with_screens.options("/v1/me", headers={"Origin": origin, **PREFLIGHT})
    assert preflight.status_code == 400
    assert "access-control-allow-origin" not in preflight.headers


async def test_the_named_origin_is_let_in_without_cookies(world: World, with_screens: httpx.AsyncClient) -> None:
    preflight = await with_screens.options("/v1/me", headers={"Origin": SCREENS, **PREFLIGHT})
    assert preflight.status_code == 200
    assert preflight.headers["access-control-allow-origin"] == SCREENS
    assert "access-control-allow-credentials" not in preflight.headers
    assert "DELETE" not in preflight.headers["access-control-allow-methods"]
    assert "HEAD" in preflight.headers["access-control-allow-methods"]
    answer = await with_screens.get("/health/live", headers={"Origin": SCREENS})
    exposed = {each.strip().lower() for each in answer.headers["access-control-expose-headers"].split(",")}
    assert {"ratelimit", "ratelimit-policy", "content-digest", "deprecation", "sunset"} <= exposed
    ours = {"cache-control", "content-type", "content-length", "content-language", "vary"}  # these are read anyway
    shown = {*(await with_screens.get("/openapi.json", headers={"Origin": SCREENS})).headers}
    protecting = {each for each in shown if each.startswith(("access-control-", "x-content", "x-frame", "cross-"))}
    policies = {"content-security-policy", "permissions-policy", "referrer-policy", "strict-transport-security"}
    assert shown - exposed <= ours | protecting | policies


async def test_a_browser_may_write_and_reads_what_comes_with_an_answer(
    world: World, with_screens: httpx.AsyncClient
) -> None:
    """As a browser judges it: first whether it may send such a request, then what of the answer its script may see."""
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    wanted = "authorization,content-type,idempotency-key,if-match"
    for method, path in (
        ("POST", f"/v1/citizens/{citizen['id']}/close"),
        ("PUT", f"/v1/citizens/{citizen['id']}/contact"),
    ):
        asked = {"Access-Control-Request-Method": method, "Access-Control-Request-Headers": wanted}
        preflight = await with_screens.options(path, headers={"Origin": SCREENS, **asked})
        assert (preflight.status_code, preflight.headers["access-control-allow-origin"]) == (200, SCREENS)
        assert method in preflight.headers["access-control-allow-methods"].split(", ")
        assert {*wanted.split(",")} <= {*preflight.headers["access-control-allow-headers"].lower().split(", ")}
    sent = {"Origin": SCREENS, "Authorization": f"Bearer {police.token}"}
    body = {"project_id": world.project(), "track": "victim"}
    once = {"Idempotency-Key": "screens-1"}
    made = await with_screens.post("/v1/citizens", json=body, headers={**sent, **once})
    stale = await with_screens.post(
        f"{made.headers['location']}/close", headers={**sent, "Idempotency-Key": "screens-2", "If-Match": '"stale"'}
    )
    unknown = await with_screens.get("/v1/me", headers={"Origin": SCREENS})
    for answer, status in ((made, 201), (stale, 412), (unknown, 401)):
        assert (answer.status_code, answer.headers["access-control-allow-origin"]) == (status, SCREENS)
        exposed = {each.strip().lower() for each in answer.headers["access-control-expose-headers"].split(",")}
        assert {"etag", "location", "ratelimit", "retry-after", "link", "x-request-id", "www-authenticate"} <= exposed
    assert {"etag", "location", "ratelimit", "x-request-id"} <= {*made.headers}


FORGED = {
    "X-Forwarded-For": "10.0.0.7",
    "X-Forwarded-Host": "evil.example",
    "X-Forwarded-Proto": "https",
    "X-Forwarded-Prefix": "/evil",
    "Forwarded": "for=10.0.0.7;host=evil.example;proto=https",
    "X-Original-URL": "/v1/clients",
    "X-Rewrite-URL": "/v1/clients",
    "X-Real-IP": "127.0.0.1",
    "X-User-ID": "operator-operator",
    "X-Client-ID": "operator-operator",
    "X-Organisation-ID": "00000000-0000-4000-8000-000000000001",
}


async def test_what_a_proxy_would_say_is_nobodys_to_say(world: World) -> None:
    police = await world.party("police-coordinator")
    plain, forged = [
        await world.http.get("/.well-known/oauth-authorization-server", headers=each) for each in ({}, FORGED)
    ]
    assert plain.json() == forged.json()
    assert (await police.get("/v1/me", **FORGED)).json() == (await police.get("/v1/me")).json()
    body = {"project_id": world.project(), "track": "victim"}
    made = await police.post("/v1/citizens", body, **FORGED)
    assert made.headers["location"] == f"/v1/citizens/{made.json()['id']}"
    assert "evil" not in made.text + str(made.headers)


async def test_an_unknown_host_changes_no_address(world: World) -> None:
    answer = await world.http.get("/.well-known/oauth-authorization-server", headers={"Host": "evil.example"})
    assert "evil" not in answer.text
