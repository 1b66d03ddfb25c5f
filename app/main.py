"""The application, assembled."""

import asyncio
from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager
from functools import cache
from typing import TYPE_CHECKING

from fastapi import FastAPI, Request
from fastapi.middleware.cors import CORSMiddleware
from starlette.responses import Response
from starlette.types import ASGIApp, Scope

from app.api import ROUTERS
from app.auth.external import ExternalTokens
from app.auth.issuers import load_issuers
from app.auth.keys import KeyRingFile
from app.auth.purpose import refuse_wrong_keys
from app.auth.tokens import VerifiedTokens
from app.boundary.policy import load
from app.common.http_context import AccessLog, Answered, RequestId, SecurityHeaders
from app.common.http_limits import Limits, RequestLimits, UploadLimit
from app.common.problem import Problem
from app.common.problem_responses import install, problem_response
from app.contract import document, document_of_role, routes
from app.database import migrations
from app.database.engines import Databases
from app.documents import ServedContract
from app.gate.cells import Cell, declaration_of
from app.gate.rates import RateLimits
from app.gate.service import Services
from app.integration.changes.waiting import Waiting
from app.measurements.links import PATH
from app.measurements.page_routes import MOST_BYTES, is_page, problem_page
from app.metrics import Metrics
from app.settings import Settings

EXPOSED = [
    *("ETag", "Location", "Idempotency-Replayed", "X-Request-ID", "traceparent", "Retry-After", "Allow"),
    *("RateLimit", "RateLimit-Policy", "Content-Digest", "Content-Range", "Content-Disposition", "Accept-Ranges"),
    *("Deprecation", "Sunset", "Link", "WWW-Authenticate"),
]
"""What a browser's script may read of an answer, besides what it always may."""
if TYPE_CHECKING:
    from app.tracing import Traces


def create_app(settings: Settings, keys: KeyRingFile, databases: Databases) -> FastAPI:
    """The application over given keys and databases; it closes the databases at shutdown."""
    refuse_wrong_keys(settings, keys.current())
    metrics = Metrics(databases) if settings.metrics_port else None
    traces = _traces(settings)
    external = ExternalTokens(load_issuers(settings.issuers_file, own=settings.issuer))

    @asynccontextmanager
    async def lifespan(_app: FastAPI) -> AsyncIterator[None]:
        async with databases.engine("case").connect() as connection:
            await migrations.require_current(connection)
        yield
        app.state.waiting.end()
        await external.close()
        await databases.close()
        if traces is not None:
            await asyncio.to_thread(traces.close)

    app = FastAPI(
        lifespan=lifespan,
        docs_url=None,
        redoc_url=None,
        openapi_url=None,
        redirect_slashes=False,
    )
    app.state.services = Services(
        settings=settings,
        policy=load(),
        keys=keys,
        databases=databases,
        rates=RateLimits(settings),
        tokens=VerifiedTokens(issuer=settings.issuer, audience=settings.audience),
        external=external,
    )
    app.state.metrics = metrics
    app.state.waiting = Waiting(databases)
    install(app, respond=_respond)
    _add_middleware(app, settings, [each.answered for each in (metrics, traces) if each is not None])
    for router in ROUTERS:
        app.include_router(router)
    app.state.contract = cache(lambda role: _contract(app, role))
    # Made once: it takes a third of a second, and anybody may ask.
    app.openapi = cache(lambda: document(app, server=settings.issuer))  # type: ignore[method-assign]  # as FastAPI documents
    return app


def _contract(app: FastAPI, role: str | None) -> ServedContract:
    """The contract as it is served, whole or for a role."""
    whole = app.openapi()
    return ServedContract.of(document_of_role(whole, role) if role else whole)


def _traces(settings: Settings) -> "Traces | None":
    if settings.traces_url is None:
        return None
    # Packages that only whoever collects traces has installed.
    from app.tracing import Traces

    return Traces.to(settings.traces_url, share=settings.traces_share)


def _respond(problem: Problem, request: Request) -> Response:
    """A problem document; on a citizen's page, a page."""
    request.scope.setdefault("state", {})["problem"] = problem.code
    return problem_page(problem, request) if is_page(request.scope["path"]) else problem_response(problem, request)


def _render(problem: Problem, scope: Scope) -> ASGIApp:
    return _respond(problem, Request(scope))


def _uploads(settings: Settings) -> Iterator[UploadLimit]:
    """The routes that declare that they take files, and how large these may be."""
    for route in routes():
        declared = declaration_of(route.dependant, route.path)
        if isinstance(declared, Cell) and declared.uploads:
            for method in sorted(route.methods or ()):
                yield UploadLimit(method, route.path_regex, getattr(settings, declared.limit))


def _add_middleware(app: FastAPI, settings: Settings, observers: list[Callable[[Answered], None]]) -> None:
    """From the inside out: the last one added is the first that a request meets."""
    limits = Limits(body=settings.body_limit_bytes, below={f"{PATH}/": MOST_BYTES}, uploads=tuple(_uploads(settings)))
    app.add_middleware(RequestLimits, render=_render, limits=limits)
    if settings.cors_origins:
        app.add_middleware(
            CORSMiddleware,
            allow_origins=list(settings.cors_origins),
            allow_methods=["GET", "HEAD", "POST", "PUT", "PATCH"],
            allow_headers=[
                *("Authorization", "Content-Type", "Idempotency-Key", "If-Match", "If-None-Match"),
                *("If-Range", "Range", "X-Request-ID", "traceparent"),
            ],
            expose_headers=EXPOSED,
        )
    app.add_middleware(SecurityHeaders, hsts=settings.issuer.startswith("https://"))
    app.add_middleware(AccessLog, observers=observers)
    app.add_middleware(RequestId)
