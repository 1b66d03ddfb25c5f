"""Forged, stale and misplaced tokens over HTTP; the pure verification is tested in tests/auth."""

import base64
import json
import time
from typing import Any

import httpx
import pytest
from fastapi import FastAPI

from app.auth.keys import KeyRing
from app.auth.tokens import issue_access_token
from app.gate.service import Services
from tests.support.world import World


def issue(app: FastAPI, world: World, **changes: object) -> str:
    services: Services = app.state.services
    claims = {
        "issuer": services.settings.issuer,
        "audience": services.settings.audience,
        "subject": "police-integration",
        "client_id": "police-integration",
        "organisation_id": world.loaded.organisations["police"],
        "organisation_type": "police_district",
        "scope": frozenset({"citizen:read"}),
        "roles": frozenset({"integration"}),
        "track": None,
        **changes,
        "now": time.time() + float(changes.get("now", 0)),  # type: ignore[arg-type]
    }
    key = claims.pop("key", services.keys.current().signing_key)
    return issue_access_token(key, **claims)  # type: ignore[arg-type]


async def status(world: World, *headers: tuple[str, str], path: str = "/v1/citizens") -> int:
    answer = await world.http.get(path, headers=list(headers))
    if answer.status_code == 401:
        assert answer.headers["www-authenticate"].startswith("Bearer")
        assert answer.headers["content-type"] == "application/problem+json"
    return answer.status_code


def bearer(token: str) -> tuple[str, str]:
    return ("Authorization", f"Bearer {token}")


async def test_a_good_token_is_accepted(app: FastAPI, world: World) -> None:
    assert await status(world, bearer(issue(app, world))) == 200


@pytest.mark.parametrize("header", ["", "Bearer", "Bearer ", "Basic eDp5", "bearer a.b.c", "Bearer a b", "Token x"])
async def test_no_token(world: World, header: str) -> None:
    assert await status(world, ("Authorization", header)) == 401


async def test_two_authorization_headers_are_refused(app: FastAPI, world: World) -> None:
    token = issue(app, world)
    assert await status(world, bearer(token), bearer(token)) == 401


async def test_a_token_elsewhere_than_in_the_header_is_none(app: FastAPI, world: World) -> None:
    token = issue(app, world)
    assert await status(world, ("Cookie", f"access_token={token}")) == 401
    assert await status(world, path=f"/v1/citizens?access_token={token}") in {400, 401}
    in_json = await world.http.post("/v1/citizens/search", json={"access_token": token, "cpr": "0101705000"})
    in_form = await world.http.post("/v1/citizens/search", data={"access_token": token})
    assert (in_json.status_code, in_form.status_code) == (401, 401)


@pytest.mark.parametrize(
    "changes",
    [
        {"issuer": "http://127.0.0.1:8000/"},
        {"audience": "somebody-else"},
        {"now": -3600.0},
        {"now": 60.0},
        {"client_id": "nobody"},
    ],
)
async def test_claims_that_do_not_hold(app: FastAPI, world: World, changes: dict[str, object]) -> None:
    assert await status(world, bearer(issue(app, world, **changes))) == 401


async def test_anothers_key(app: FastAPI, world: World) -> None:
    assert await status(world, bearer(issue(app, world, key=KeyRing.generate("demo").signing_key))) == 401


async def test_alg_none_over_http(app: FastAPI, world: World) -> None:
    _, payload, _ = issue(app, world).split(".")
    for algorithm in ("none", "None", "NONE", "nOnE", ""):
        header = (
            base64.urlsafe_b64encode(json.dumps({"alg": algorithm, "typ": "at+jwt"}).encode()).rstrip(b"=").decode()
        )
        assert await status(world, bearer(f"{header}.{payload}.")) == 401


async def test_large_tokens_are_refused_before_they_are_read(world: World) -> None:
    assert await status(world, bearer("a" * 9000)) in {401, 431}
    assert await status(world, bearer("a" * 5_000_000)) == 431


async def test_a_scope_that_is_missing(app: FastAPI, world: World) -> None:
    answer = await world.http.get(
        "/v1/citizens", headers=[bearer(issue(app, world, scope=frozenset({"consent:read"})))]
    )
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("/insufficient-scope")


async def test_a_revoked_token_is_refused_at_once(world: World) -> None:
    token = await world.token("randers-caseworker")
    other = await world.token("randers-caseworker")
    credential = next(each for each in world.loaded.credentials if each.client_id == "randers-caseworker")
    assert await status(world, bearer(token)) == 200
    revoked = await world.http.post(
        "/oauth/revoke", data={"token": token}, auth=(credential.client_id, credential.client_secret)
    )
    assert revoked.status_code == 200
    assert await status(world, bearer(token)) == 401
    assert await status(world, bearer(other)) == 200


async def test_nobody_revokes_anothers_token(world: World) -> None:
    token = await world.token("randers-caseworker")
    credential = next(each for each in world.loaded.credentials if each.client_id == "favrskov-caseworker")
    answer = await world.http.post(
        "/oauth/revoke", data={"token": token}, auth=(credential.client_id, credential.client_secret)
    )
    assert answer.status_code == 200
    assert await status(world, bearer(token)) == 200


@pytest.mark.parametrize(
    ("data", "auth", "error"),
    [
        ({"scope": "citizen:read"}, "good", "invalid_request"),
        ({"grant_type": "password"}, "good", "unsupported_grant_type"),
        ({"grant_type": "client_credentials"}, "wrong", "invalid_client"),
        ({"grant_type": "client_credentials"}, "unknown", "invalid_client"),
        ({"grant_type": "client_credentials"}, None, "invalid_client"),
        ({"grant_type": "client_credentials", "scope": "organisation:create"}, "good", "invalid_scope"),
        ({"grant_type": "client_credentials", "scope": "everything"}, "good", "invalid_scope"),
    ],
)
async def test_token_requests_that_are_refused(
    world: World, data: dict[str, str], auth: str | None, error: str
) -> None:
    credential = next(each for each in world.loaded.credentials if each.client_id == "police-coordinator")
    pairs: dict[str | None, Any] = {
        None: httpx.USE_CLIENT_DEFAULT,
        "good": (credential.client_id, credential.client_secret),
        "wrong": (credential.client_id, "not the secret"),
        "unknown": ("nobody", "nothing"),
    }
    answer = await world.http.post("/oauth/token", data=data, auth=pairs[auth])
    assert answer.status_code in {400, 401}
    assert answer.json()["error"] == error
    assert answer.headers["content-type"] == "application/problem+json"


async def test_a_token_may_ask_for_less(world: World) -> None:
    token = await world.token("police-coordinator", scope="citizen:read")
    assert await status(world, bearer(token)) == 200
    assert await status(world, bearer(token), path="/v1/consents") == 403


async def test_metadata_leads_to_the_token_endpoint(world: World) -> None:
    metadata = (await world.http.get("/.well-known/oauth-authorization-server")).json()
    keys = (await world.http.get("/.well-known/jwks.json")).json()["keys"]
    assert metadata["token_endpoint"].startswith(metadata["issuer"])
    assert keys
    assert all("d" not in key and key["crv"] == "P-256" for key in keys)
