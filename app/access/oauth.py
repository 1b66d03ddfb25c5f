"""The token endpoints (RFC 6749, 7009, 7662) and their metadata (RFC 8414, 7517)."""

import time
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Any
from urllib.parse import parse_qsl

from fastapi import Request
from fastapi.responses import JSONResponse
from sqlalchemy import Select, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from app.access.credentials import CLIENTS, Credentials, check_secret, offered, spend_assertion
from app.access.errors import InvalidClient, InvalidRequest, InvalidScope, UnsupportedGrantType
from app.audit import events
from app.auth.principal import enter
from app.auth.scopes import scopes_of_client, scopes_of_role
from app.auth.tables import TokenDenial
from app.auth.tokens import AccessClaims, InvalidToken, issue_access_token, verify_access_token
from app.boundary.policy import ROLES
from app.common.errors import Unauthenticated, UnsupportedMediaType
from app.database.columns import Track, table_of
from app.database.engines import Login
from app.gate.cells import open_to_all
from app.gate.database_errors import as_problems
from app.gate.rates import RateName
from app.gate.route import GatedRouter
from app.gate.service import Services

router = GatedRouter(tags=["Sign-in"])

LIFETIME_SECONDS = 600
FORM = "application/x-www-form-urlencoded"
_MAX_FIELDS = 12
_ENDPOINT_CALLER = "The client proves itself with its own credentials, not with a token."


@dataclass(frozen=True, slots=True)
class _SignedIn:
    """A client that has proved itself, and whom it acts for."""

    client: Mapping[Any, Any]
    organisation: Mapping[Any, Any]
    form: Mapping[str, str]
    track: str | None
    functions: frozenset[str]


async def _form(request: Request) -> dict[str, str]:
    if request.headers.get("content-type", "").partition(";")[0].strip().lower() != FORM:
        raise UnsupportedMediaType
    try:
        pairs = parse_qsl(
            (await request.body()).decode("ascii"),
            keep_blank_values=True,
            strict_parsing=True,
            max_num_fields=_MAX_FIELDS,
            errors="strict",
        )
    except (UnicodeDecodeError, ValueError) as error:
        raise InvalidRequest from error
    if len({name for name, _ in pairs}) != len(pairs) or any("\0" in value for _, value in pairs):
        raise InvalidRequest
    return dict(pairs)


async def _sign_in(request: Request, services: Services, *besides: RateName) -> _SignedIn:
    """Who asks, proved. An assertion is spent by that, whatever comes of the request.

    Args:
        request: with the client's credentials.
        services: the process's.
        besides: what it counts against besides the client's requests.

    Raises:
        InvalidClient: whatever is wrong; an unknown client is refused after as long a time as a wrong secret.
        TooManyRequests: too many wrong proofs, known client or not; or requests of a client that is proved.
    """
    form = await _form(request)
    given = offered(request.headers.get("authorization"), form)
    counted = services.rates.secret_of if given.assertion is None else services.rates.assertion_of
    with counted(given.client_id):
        known = await _proved(services, form, given)
    services.rates.ask(request.scope["state"], known.client["client_id"], *besides)
    return known


async def _proved(services: Services, form: Mapping[str, str], given: Credentials) -> _SignedIn:
    async with services.databases.transaction("case") as transaction:
        known = await _known(transaction.sql, form, given.client_id)
        if known is not None and given.assertion is not None:
            await spend_assertion(transaction.sql, known.client, given.assertion, services.settings.issuer)
        await transaction.commit()
    if given.assertion is None:
        # Without a connection: what takes this long must not keep others from the database.
        secrets_allowed = services.settings.mode == "demo"
        await check_secret(known.client if known else None, given.secret or "", allowed=secrets_allowed)
    if known is None:
        raise InvalidClient
    return known


async def _known(connection: AsyncConnection, form: Mapping[str, str], client_id: str) -> _SignedIn | None:
    """The enabled client with whom it acts for; None where any of them is not there or not active."""
    client = await _first(connection, select(CLIENTS).where(CLIENTS.c.client_id == client_id, CLIENTS.c.enabled))
    if client is None:
        return None
    organisations, staff = table_of("organisation"), table_of("staff")
    organisation = await _first(
        connection,
        select(organisations).where(
            organisations.c.id == client["organisation_id"], organisations.c.status == "active"
        ),
    )
    if organisation is None or organisation["type"] not in ROLES:
        return None
    track, functions = client["track"], frozenset(client["functions"])
    if client["staff_id"] is not None:
        user = await _first(connection, select(staff).where(staff.c.id == client["staff_id"], staff.c.active))
        if user is None:
            return None
        track, functions = user["track"], functions & frozenset(user["functions"])
    return _SignedIn(client, organisation, form, track, functions)


async def _first(connection: AsyncConnection, query: Select[Any]) -> Mapping[Any, Any] | None:
    found: Mapping[Any, Any] | None = (await connection.execute(query)).mappings().first()
    return found


@router.post("/oauth/token", operation_id="obtainToken", openapi_extra={"x-form": "TokenRequest"})
async def token(request: Request, _open: Any = open_to_all(_ENDPOINT_CALLER)) -> JSONResponse:
    """Obtain an access token (at most ten minutes) with the client's own credentials.

    `grant_type=client_credentials` and, optionally, `scope` to ask for less. The client proves itself by
    private_key_jwt; a client secret (HTTP Basic) serves the demo and development only.
    """
    services: Services = request.app.state.services
    with as_problems():
        signed_in = await _sign_in(request, services)
        if signed_in.form.get("grant_type") != "client_credentials":
            raise UnsupportedGrantType if "grant_type" in signed_in.form else InvalidRequest
        scopes = _scopes(services, signed_in)
        issued = _issue(services, signed_in, scopes)
        if (claims := _read(services, issued)) is not None:
            await _log(services, request, claims, "sign_in")
    return JSONResponse(
        {
            "access_token": issued,
            "token_type": "Bearer",
            "expires_in": LIFETIME_SECONDS,
            "scope": " ".join(sorted(scopes)),
        },
        headers={"Cache-Control": "no-store"},
    )


def _scopes(services: Services, signed_in: _SignedIn) -> frozenset[str]:
    possible = scopes_of_client(
        services.policy, signed_in.organisation["type"], frozenset(signed_in.client["scopes"]), signed_in.functions
    )
    asked = frozenset(signed_in.form.get("scope", "").split())
    if not asked <= possible or not possible:
        raise InvalidScope
    return asked or possible


def _issue(services: Services, signed_in: _SignedIn, scopes: frozenset[str]) -> str:
    client, now = signed_in.client, time.time()
    if client["tokens_from"] is not None:  # within the second in which it was disabled and enabled again
        now = max(now, client["tokens_from"].timestamp())
    return issue_access_token(
        services.keys.current().signing_key,
        issuer=services.settings.issuer,
        audience=services.settings.audience,
        subject=str(client["staff_id"] or client["client_id"]),  # as `app.auth.principal` holds against it
        client_id=client["client_id"],
        organisation_id=client["organisation_id"],
        organisation_type=signed_in.organisation["type"],
        scope=scopes,
        roles=signed_in.functions,
        track=Track(signed_in.track).value if signed_in.track else None,
        now=now,
        lifetime=LIFETIME_SECONDS,
    )


async def _log(services: Services, request: Request, claims: AccessClaims, action: str) -> None:
    """Log what a token's client did, as the party that it is."""
    async with services.databases.transaction(_login_of(claims), claims.organisation_type) as transaction:
        principal = await enter(transaction.driver, claims)
        request_id = request.scope["state"].get("request_id", "-")
        await events.write(transaction.driver, principal, request_id, events.Event(action, "token"))
        await transaction.commit()


def _login_of(claims: AccessClaims) -> Login:
    return "evaluator" if claims.organisation_type == "evaluator" else "case"


def _read(services: Services, presented: str) -> AccessClaims | None:
    try:
        return verify_access_token(
            presented,
            services.keys.current().verification_keys,
            issuer=services.settings.issuer,
            audience=services.settings.audience,
            now=time.time(),
        )
    except InvalidToken:
        return None


@router.post("/oauth/revoke", operation_id="revokeToken", openapi_extra={"x-form": "PresentedToken"})
async def revoke(request: Request, _open: Any = open_to_all(_ENDPOINT_CALLER)) -> JSONResponse:
    """Revoke a token of one's own client; it is refused from the next request on (RFC 7009).

    Answers the same for a token that is no longer, or never was, any token of this client.
    """
    services: Services = request.app.state.services
    with as_problems():
        signed_in = await _sign_in(request, services)
        if "token" not in signed_in.form:
            raise InvalidRequest
        claims = _read(services, signed_in.form["token"])
        if claims is not None and claims.client_id == signed_in.client["client_id"]:
            with suppress(Unauthenticated):  # revoked or out of date before
                await _log(services, request, claims, "revoke")
            await _deny(services, claims)
    return JSONResponse({}, headers={"Cache-Control": "no-store"})


async def _deny(services: Services, claims: AccessClaims) -> None:
    async with services.databases.transaction("case") as transaction:
        denial = insert(table_of(TokenDenial.__tablename__)).values(
            token_id=claims.token_id, expires_at=datetime.fromtimestamp(claims.expires_at, UTC)
        )
        await transaction.sql.execute(denial.on_conflict_do_nothing())
        await transaction.commit()


@router.post("/oauth/introspect", operation_id="introspectToken", openapi_extra={"x-form": "PresentedToken"})
async def introspect(request: Request, _open: Any = open_to_all(_ENDPOINT_CALLER)) -> JSONResponse:
    """Whether a token of one's own organisation is still accepted (RFC 7662)."""
    services: Services = request.app.state.services
    with as_problems():
        signed_in = await _sign_in(request, services, "introspection")
        if "token" not in signed_in.form:
            raise InvalidRequest
        claims = _read(services, signed_in.form["token"])
        if claims is None or claims.organisation_id != signed_in.client["organisation_id"]:
            return JSONResponse({"active": False}, headers={"Cache-Control": "no-store"})
        answer = await _introspected(services, claims)
    return JSONResponse(answer, headers={"Cache-Control": "no-store"})


async def _introspected(services: Services, claims: AccessClaims) -> dict[str, object]:
    try:
        async with services.databases.transaction(_login_of(claims), claims.organisation_type) as transaction:
            await enter(transaction.driver, claims)
    except Unauthenticated:
        return {"active": False}
    return {
        "active": True,
        "client_id": claims.client_id,
        "sub": claims.subject,
        "scope": " ".join(sorted(claims.scope)),
        "exp": claims.expires_at,
        "iat": claims.issued_at,
        "token_type": "Bearer",
        "organisation_id": str(claims.organisation_id),
    }


@router.get("/.well-known/oauth-authorization-server", operation_id="getAuthorizationServerMetadata")
async def metadata(request: Request, _open: Any = open_to_all("Metadata (RFC 8414) is public.")) -> JSONResponse:
    """Where and how tokens are obtained (RFC 8414)."""
    services: Services = request.app.state.services
    issuer = services.settings.issuer
    methods = ["private_key_jwt", *(["client_secret_basic"] if services.settings.mode == "demo" else [])]
    return JSONResponse(
        {
            "issuer": issuer,
            "token_endpoint": f"{issuer}/oauth/token",
            "revocation_endpoint": f"{issuer}/oauth/revoke",
            "introspection_endpoint": f"{issuer}/oauth/introspect",
            "jwks_uri": f"{issuer}/.well-known/jwks.json",
            "grant_types_supported": ["client_credentials"],
            "response_types_supported": [],
            "token_endpoint_auth_methods_supported": methods,
            "token_endpoint_auth_signing_alg_values_supported": ["ES256"],
            "scopes_supported": sorted({scope for role in ROLES for scope in scopes_of_role(services.policy, role)}),
        },
        headers={"Cache-Control": "public, max-age=300"},
    )


@router.get("/.well-known/jwks.json", operation_id="getSigningKeys")
async def jwks(request: Request, _open: Any = open_to_all("Public keys are public (RFC 7517).")) -> JSONResponse:
    """The keys that tokens are signed with, the next one among them before it is used (RFC 7517)."""
    services: Services = request.app.state.services
    return JSONResponse(services.keys.current().jwks(), headers={"Cache-Control": "public, max-age=300"})
