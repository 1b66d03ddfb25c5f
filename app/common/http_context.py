"""Around every request: its id, the headers that every answer has, and one line in the log.

Pure ASGI. From the outside in: `RequestId`, `AccessLog`, `SecurityHeaders`, then the limits.
"""

import re
import secrets
import time
import uuid
from collections.abc import Callable, Sequence
from dataclasses import dataclass

import structlog
from starlette.datastructures import Headers, MutableHeaders
from starlette.types import ASGIApp, Message, Receive, Scope, Send

_REQUEST_ID = re.compile(r"[A-Za-z0-9._-]{1,64}", re.ASCII)
# W3C Trace Context: version 00 has exactly four parts; later versions may add to them.
_TRACEPARENT = re.compile(
    r"(?!ff)(?:00|(?!00)([0-9a-f]{2}))-(?!0{32})([0-9a-f]{32})-(?!0{16})[0-9a-f]{16}-([0-9a-f]{2})"
    r"(?(1)(?:-.{0,200})?)",
    re.ASCII,
)
_LOGGED_METHODS = frozenset({"GET", "HEAD", "POST", "PUT", "PATCH", "DELETE", "OPTIONS"})
_SERVER_ERROR = 500
ANSWER_FIELDS = "answer_fields"
"""Where a request's state holds header fields that its answer has, whatever comes of the request."""
_CLIENT_GONE = 499  # no status was sent; the number is the one nginx uses


def route_template(scope: Scope) -> str:
    """Return e.g. `/v1/citizens/{citizen_id}` once a route has been chosen, `-` before or without.

    FastAPI leaves the route as it was declared in `scope["route"]`; the prefixes of the routers
    it was included by are only in the context beside it.
    """
    context = scope.get("fastapi", {}).get("effective_route_context")
    path = getattr(context, "path", None) or getattr(scope.get("route"), "path", None)
    return path if isinstance(path, str) and path else "-"


@dataclass(frozen=True, slots=True)
class Answered:
    """One request as it went, without anything that it was about."""

    method: str
    """As sent, or OTHER."""
    route: str
    status: int
    """499 of a caller who did not wait for the answer."""
    problem: str | None
    """The code of the problem document that was answered."""
    began_at: float
    """Seconds since 1970."""
    seconds: float
    trace_id: str
    traceparent: str
    """What calls made on behalf of it bore."""
    parent_span_id: str | None
    """The caller's, where the request came with a trace."""


class RequestId:
    """Gives each request an id: the caller's `X-Request-ID` if harmless, else a new one.

    Kept as `scope["state"]["request_id"]`, bound to the log lines of the request and sent back.
    A valid `traceparent` is continued: its trace id is `state["trace_id"]`, and the parent for
    calls made on behalf of this request, `state["traceparent"]`, also goes back as a header.
    """

    def __init__(self, app: ASGIApp) -> None:
        """Wrap `app`."""
        self.app = app

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Bind the ids while the request lasts."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        headers = Headers(scope=scope)
        request_id = _single(headers, "x-request-id", _REQUEST_ID) or uuid.uuid4().hex
        parent = _TRACEPARENT.fullmatch(_single(headers, "traceparent", _TRACEPARENT) or "")
        trace_id = parent[2] if parent else secrets.token_hex(16)
        traceparent = f"00-{trace_id}-{secrets.token_hex(8)}-{parent[3] if parent else '00'}"
        scope.setdefault("state", {}).update(
            request_id=request_id,
            trace_id=trace_id,
            traceparent=traceparent,
            parent_span_id=parent[0].split("-")[2] if parent else None,
        )

        async def send_with_ids(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                out["X-Request-ID"] = request_id
                out["traceparent"] = traceparent
            await send(message)

        with structlog.contextvars.bound_contextvars(request_id=request_id, trace=trace_id):
            await self.app(scope, receive, send_with_ids)


class SecurityHeaders:
    """Adds the headers that an API answers with (OWASP REST), unless the response has its own.

    Without Cache-Control of its own a response is `no-store`: forgetting leaks nothing. `hsts`
    only where the service is reached by TLS, and for as many seconds as two years have.
    """

    def __init__(self, app: ASGIApp, *, hsts: bool = False) -> None:
        """Wrap `app`."""
        self.app = app
        self.defaults = {
            "X-Content-Type-Options": "nosniff",
            "Referrer-Policy": "no-referrer",
            "Content-Security-Policy": "default-src 'none'; frame-ancestors 'none'",
            "Cache-Control": "no-store",
        }
        if hsts:
            self.defaults["Strict-Transport-Security"] = "max-age=63072000; includeSubDomains"

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on and complete the headers of its answer."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return

        async def send_with_headers(message: Message) -> None:
            if message["type"] == "http.response.start":
                out = MutableHeaders(scope=message)
                for name, value in self.defaults.items():
                    out.setdefault(name, value)
                for name, value in scope.get("state", {}).get(ANSWER_FIELDS, {}).items():
                    out[name] = value
            await send(message)

        await self.app(scope, receive, send_with_headers)


class AccessLog:
    """Writes one line a request: route template, never the path, whose parts may be personal."""

    def __init__(
        self,
        app: ASGIApp,
        *,
        logger_name: str = "app.access",
        observers: Sequence[Callable[[Answered], None]] = (),
    ) -> None:
        """Wrap `app`; each observer is told of every request once it has been answered."""
        self.app = app
        self.log = structlog.get_logger(logger_name)
        self.observers = observers

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass the request on, and tell how it went."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        began_at, begun = time.time(), time.perf_counter()
        status = 0

        async def remember_status(message: Message) -> None:
            nonlocal status
            if message["type"] == "http.response.start":
                status = message["status"]
            await send(message)

        try:
            await self.app(scope, receive, remember_status)
        except BaseException:
            status = status or _SERVER_ERROR
            raise
        finally:
            state = scope.get("state", {})
            # What the connection was refused with, where it was while the application still read the body.
            status = state.get("refused_with", status)
            write = self.log.error if status >= _SERVER_ERROR else self.log.info
            answered = Answered(
                method=scope["method"] if scope["method"] in _LOGGED_METHODS else "OTHER",
                route=route_template(scope),
                status=status or _CLIENT_GONE,
                problem=state.get("problem"),
                began_at=began_at,
                seconds=time.perf_counter() - begun,
                trace_id=state.get("trace_id", ""),
                traceparent=state.get("traceparent", ""),
                parent_span_id=state.get("parent_span_id"),
            )
            for observe in self.observers:
                observe(answered)
            write(
                "request",
                method=answered.method,
                route=answered.route,
                status=answered.status,
                problem=answered.problem,
                duration_ms=round(answered.seconds * 1000, 1),
                client_id=state.get("client_id"),
                organisation_id=state.get("organisation_id"),
            )


def _single(headers: Headers, name: str, form: re.Pattern[str]) -> str | None:
    """Return the header if it came once and in `form`."""
    values = headers.getlist(name)
    return values[0] if len(values) == 1 and form.fullmatch(values[0]) else None
