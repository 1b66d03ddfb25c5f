"""What a request may be before any of our code reads it: bounded, unambiguous, uncompressed.

Pure ASGI. Answers are problem documents, made by the callable that is handed in, so that this
file knows neither the framework nor the language of the caller.
"""

import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field

from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.common import errors
from app.common.problem import Problem

Render = Callable[[Problem, Scope], ASGIApp]
"""Makes a response of a problem, e.g. `lambda p, s: problem_response(p, Request(s))`."""

_HOST = re.compile(rb"(?:[A-Za-z0-9._-]{1,253}|\[[0-9A-Fa-f:.]{2,45}\])(?::[0-9]{1,5})?")
_LENGTH = re.compile(rb"[0-9]{1,18}")
# Once decoded these end a string, split a segment or climb out of it somewhere along the way.
_ENCODED = re.compile(rb"(?i)%(?:00|2f|5c)|[\x00-\x20\x7f\\]")
_CONTROL = re.compile("[\x00-\x1f\x7f-\x9f\\\\\ufffd]")
# Twice the same header, and two readers may choose differently.
_SINGLE = (b"content-type", b"content-length", b"idempotency-key", b"if-match", b"range")


@dataclass(frozen=True, slots=True)
class Limits:
    """Bounds of a request, all in bytes. `bodies` gives single paths a bound of their own, `uploads` routes."""

    path: int = 2048
    query: int = 4096
    header: int = 8 * 1024
    headers: int = 16 * 1024
    body: int = 1024 * 1024
    bodies: Mapping[str, int] = field(default_factory=dict)
    below: Mapping[str, int] = field(default_factory=dict)
    """Likewise for every path that begins so."""
    uploads: tuple["UploadLimit", ...] = ()

    def of_body(self, scope: Scope) -> int:
        """The bound of this request's body."""
        for each in self.uploads:
            if each.method == scope["method"] and each.path.fullmatch(scope["path"]):
                return each.body
        prefix = next((each for each in self.below if scope["path"].startswith(each)), None)
        return self.bodies.get(scope["path"], self.body if prefix is None else self.below[prefix])


@dataclass(frozen=True, slots=True)
class UploadLimit:
    """The bound of one route that takes files."""

    method: str
    path: re.Pattern[str]
    body: int


class RequestLimits:
    """Refuses a request that is too large or can be read in two ways, with a problem document.

    The body is counted while it streams, whatever Content-Length says; passing the bound gives
    413 even where the application has swallowed the exception, unless its answer has begun.
    """

    def __init__(self, app: ASGIApp, render: Render, limits: Limits | None = None) -> None:
        """Wrap `app`."""
        self.app = app
        self.render = render
        self.limits = limits or Limits()

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Answer for a request that is refused, else pass it on."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        body_limit = self.limits.of_body(scope)
        problem = self._target(scope) or self._headers(scope, body_limit)
        if problem is not None:
            await self.render(problem, scope)(scope, receive, send)
            return
        counter = _BodyCounter(receive, send, body_limit)
        try:
            await self.app(scope, counter.receive, counter.send)
        except errors.PayloadTooLarge:
            if counter.started or not counter.exceeded:
                raise
        if counter.exceeded and not counter.started:
            too_large = errors.PayloadTooLarge(body_limit)
            await self.render(too_large, scope)(scope, receive, send)

    def _target(self, scope: Scope) -> Problem | None:
        """Check path and query."""
        path: str = scope["path"]
        raw: bytes = scope.get("raw_path") or path.encode("utf-8", "surrogatepass")
        if len(raw) > self.limits.path or len(scope["query_string"]) > self.limits.query:
            return errors.UriTooLong()
        segments = path.split("/")
        odd = (
            not path.startswith("/")
            or "//" in path
            or not {".", ".."}.isdisjoint(segments)
            or _ENCODED.search(raw) is not None
            or _CONTROL.search(path) is not None
        )
        return errors.NotFound() if odd else None

    def _headers(self, scope: Scope, body_limit: int) -> Problem | None:
        """Check the sizes of headers, those that may come once, and what they say of the body."""
        total = 0
        by_name: dict[bytes, list[bytes]] = {}
        for name, value in scope["headers"]:
            size = len(name) + len(value) + 4  # colon, space and line end
            total += size
            if size > self.limits.header or total > self.limits.headers:
                return errors.HeaderFieldsTooLarge()
            by_name.setdefault(name.lower(), []).append(value)
        hosts = by_name.get(b"host", [])
        if len(hosts) != 1 or not _HOST.fullmatch(hosts[0]):
            return errors.MalformedRequest()
        if len(by_name.get(b"authorization", [])) > 1:
            return errors.Unauthenticated(token_presented=True)
        if any(len(by_name.get(name, [])) > 1 for name in _SINGLE):
            return errors.InvalidHeader()
        encodings = b",".join(by_name.get(b"content-encoding", []))
        if encodings.strip().lower() not in {b"", b"identity"}:
            return errors.UnsupportedMediaType(headers={"Accept-Encoding": "identity"})
        length = by_name.get(b"content-length", [b"0"])[0]
        if not _LENGTH.fullmatch(length):
            return errors.MalformedRequest()
        return errors.PayloadTooLarge(body_limit) if int(length) > body_limit else None


class _BodyCounter:
    """Counts the body on its way in, and holds back an answer to one that was too long."""

    def __init__(self, receive: Receive, send: Send, limit: int) -> None:
        self._receive = receive
        self._send = send
        self._limit = limit
        self._seen = 0
        self.started = False
        self.exceeded = False

    async def receive(self) -> Message:
        message = await self._receive()
        if message["type"] == "http.request":
            self._seen += len(message.get("body", b""))
            if self._seen > self._limit:
                self.exceeded = True
                raise errors.PayloadTooLarge(self._limit)
        return message

    async def send(self, message: Message) -> None:
        if self.exceeded and not self.started:
            return
        self.started = True
        await self._send(message)
