"""uvicorn's HTTP/1.1 protocol with what it lacks: deadlines, and one reading of each request.

By itself uvicorn waits for ever for a slow client, accepts any number of Hosts and headers of any
size, and merges the trailers of a chunked body into the headers, where they pass for what a
proxy has checked. Give it to the server as `uvicorn.Config(..., http=guarded_protocol(limits))`.
"""

import asyncio
import json
import uuid
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, ClassVar

from uvicorn.protocols.http.httptools_impl import (
    STATUS_LINE,
    HttpToolsProtocol,
    RequestResponseCycle,
)

from app.common import errors
from app.common.languages import preferred_language
from app.common.problem import PROBLEM_MEDIA_TYPE, Problem

_FRAMING_SLACK = 64 * 1024


@dataclass(frozen=True, slots=True)
class ProtocolLimits:
    """Deadlines in seconds, sizes in bytes. Idle keep-alive is uvicorn's `timeout_keep_alive`."""

    headers: float = 10.0
    """From the first byte (or from the connection, at first) to the end of the headers."""
    body: float = 10.0
    """From the end of the headers to the end of the body, and longer by what has come of it at `body_rate`."""
    body_rate: int = 16 * 1024
    """Bytes a second: who sends as fast goes on for as long as the body's own bound lets it be."""
    write: float = 30.0
    """For a reader to take what waits to be sent, before the connection is aborted."""
    linger: float = 1.0
    """How long the rest of a refused request is read and dropped, so that the answer arrives."""
    header_section: int = 32 * 1024
    """Request line and headers; trailers are counted with them."""


class _Refused(Exception):  # noqa: N818 - stops the parser; never leaves this file
    """Raised in a callback of the parser, which then stops and reports an error."""


class GuardedProtocol(HttpToolsProtocol):
    """One connection. Refusals are problem documents, after which the connection ends."""

    limits: ClassVar[ProtocolLimits] = ProtocolLimits()

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        """Take what uvicorn gives."""
        super().__init__(*args, **kwargs)
        self._phase: str = "idle"  # idle -> head -> body -> idle
        self._timers: dict[str, asyncio.TimerHandle] = {}
        self._refusal: Problem | None = None
        self._ended = False  # nothing more is parsed on this connection
        self._begun = 0  # requests on this connection
        self._section_bytes = 0
        self._framing_bytes = 0
        self._body_bytes = 0
        self._body_begun = 0.0

    # Connection

    def connection_made(self, transport: asyncio.Transport) -> None:  # type: ignore[override]  # as uvicorn has it
        """Start the clock: a connection on which nothing is sent costs as much as another."""
        super().connection_made(transport)
        self._set_timer("head", self.limits.headers, self._too_slow)

    def connection_lost(self, exc: Exception | None) -> None:
        """Stop the clocks."""
        self._cancel(*self._timers)
        super().connection_lost(exc)

    def data_received(self, data: bytes) -> None:
        """Feed the parser, unless the connection has ended for us."""
        if not self._ended:
            before, begun = self._phase, self._begun
            super().data_received(data)
            self._after_feeding(len(data), before, begun)

    def _after_feeding(self, size: int, before: str, begun: int) -> None:
        """Bound what the parser takes in without calling back."""
        if self._ended:
            return
        if before == self._phase == "idle" and begun == self._begun:
            # Empty lines before a request: uvicorn's idle timer is off now, and no other runs.
            self._set_timer("head", self.limits.headers, self._too_slow, restart=False)
        if before != "idle" and before == self._phase:
            self._framing_bytes += size
            allowed = self.limits.header_section
            if self._phase == "body":
                # Chunk sizes and extensions, at up to seven bytes for each byte of the body.
                allowed = _FRAMING_SLACK + 8 * self._body_bytes
            if self._framing_bytes > allowed:
                self._refuse(errors.HeaderFieldsTooLarge())

    # Parser callbacks

    def on_message_begin(self) -> None:
        """Begin a request."""
        super().on_message_begin()
        self._phase = "head"
        self._begun += 1
        self._section_bytes = self._framing_bytes = self._body_bytes = 0
        self._set_timer("head", self.limits.headers, self._too_slow, restart=False)

    def on_url(self, url: bytes) -> None:
        """Count the request line with the headers."""
        self._count(len(url))
        super().on_url(url)

    def on_header(self, name: bytes, value: bytes) -> None:
        """Keep a header, or drop a trailer (RFC 9110 § 6.5.1)."""
        self._count(len(name) + len(value) + 4)
        if self._phase == "head":
            super().on_header(name, value)

    def on_headers_complete(self) -> None:
        """Check what decides where the request ends and for whom it is, then start it."""
        self._cancel("head")
        self._phase = "body"
        self._framing_bytes = 0
        if not self._unambiguous():
            self._stop(errors.MalformedRequest())
        super().on_headers_complete()
        if self.parser.should_upgrade():
            self.cycle.keep_alive = False  # what follows would be another protocol
        self._body_begun = self.loop.time()
        self._set_timer("body", self.limits.body, self._judge_body)

    def on_body(self, body: bytes) -> None:
        """Count the body against its framing."""
        self._body_bytes += len(body)
        super().on_body(body)

    def on_message_complete(self) -> None:
        """End a request; its answer may still be under way."""
        self._cancel("body")
        self._phase = "idle"
        super().on_message_complete()

    # Writing

    def pause_writing(self) -> None:
        """Give the reader its time when more waits to be sent than the transport will hold."""
        super().pause_writing()
        self._set_timer("write", self.limits.write, self._abort)

    def resume_writing(self) -> None:
        """Stop that clock."""
        self._cancel("write")
        super().resume_writing()

    def on_response_complete(self) -> None:
        """See to it that the answer is taken: a closing transport waits for its reader too."""
        cycle = self.cycle

        def abort_if_not_taken() -> None:
            if self.cycle is cycle and self.transport.get_write_buffer_size() > 0:
                self._abort()

        self._set_timer("drain", self.limits.write, abort_if_not_taken)
        super().on_response_complete()

    # Refusing

    def send_400_response(self, msg: str) -> None:  # noqa: ARG002 - uvicorn's text is not shown
        """Answer what the parser did not accept."""
        self._refuse(self._refusal or errors.MalformedRequest())

    def _unambiguous(self) -> bool:
        names = [name for name, _ in self.headers]
        hosts, version = names.count(b"host"), self.parser.get_http_version()
        if version not in {"1.0", "1.1"} or hosts > 1 or (hosts == 0 and version == "1.1"):
            return False
        codings = [value.strip().lower() for n, value in self.headers if n == b"transfer-encoding"]
        if not codings:
            return names.count(b"content-length") <= 1
        chunked = codings == [b"chunked"] and version == "1.1"
        return chunked and b"content-length" not in names

    def _count(self, size: int) -> None:
        self._section_bytes += size
        if self._section_bytes > self.limits.header_section:
            self._stop(errors.HeaderFieldsTooLarge())

    def _stop(self, problem: Problem) -> None:
        self._refusal = problem
        raise _Refused

    def _too_slow(self) -> None:
        if self._phase != "idle":
            self._refuse(errors.RequestTimeout())
            return
        self._end()
        if (cycle := self._unanswered()) is None:
            self.transport.close()
        else:
            cycle.keep_alive = False

    def _judge_body(self) -> None:
        """Let a large body go on that comes as fast as is asked."""
        due = self._body_begun + self.limits.body + self._body_bytes / self.limits.body_rate
        left = due - self.loop.time()
        if left > 0:
            self._set_timer("body", left, self._judge_body)
        else:
            self._too_slow()

    def _refuse(self, problem: Problem) -> None:
        """Answer with `problem` if no other answer is in its way, and end the connection."""
        self._end()
        if (cycle := self._unanswered()) is not None:
            if not cycle.more_body:
                cycle.keep_alive = False  # an earlier request: it gets its answer, as the last
                return
            if cycle.response_started or self.pipeline:
                self._abort()
                return
            # For the access log: what the application would answer now reaches nobody.
            cycle.scope.setdefault("state", {})["refused_with"] = problem.status
            cycle.disconnected = True
            cycle.message_event.set()
        self.transport.write(self._rendered(problem))
        if self.transport.can_write_eof():
            # Closing with data unread resets the connection, and the answer may be lost with it.
            self.transport.write_eof()
            self._set_timer("linger", self.limits.linger, self._abort)
        else:
            self.transport.close()

    def _unanswered(self) -> RequestResponseCycle | None:
        """Return the latest request if its answer is not complete."""
        cycle: RequestResponseCycle | None = getattr(self, "cycle", None)
        return None if cycle is None or cycle.response_complete else cycle

    def _rendered(self, problem: Problem) -> bytes:
        accepted = [v for n, v in self.headers or () if n == b"accept-language"]
        language = preferred_language(b",".join(accepted).decode("latin-1"))
        trace_id = uuid.uuid4().hex
        document = problem.document(language, instance="/", trace_id=trace_id)
        body = json.dumps(document, ensure_ascii=False).encode()
        head = (
            f"content-type: {PROBLEM_MEDIA_TYPE}\r\ncontent-length: {len(body)}\r\n"
            f"content-language: {language}\r\ncache-control: no-store\r\n"
            f"x-content-type-options: nosniff\r\nx-request-id: {trace_id}\r\n"
            "connection: close\r\n\r\n"
        )
        return STATUS_LINE[problem.status] + head.encode() + body

    def _end(self) -> None:
        self._ended = True
        self._unset_keepalive_if_required()
        self._cancel("head", "body")

    def _abort(self) -> None:
        self.transport.abort()

    def _set_timer(self, name: str, seconds: float, callback: Callable[[], None], *, restart: bool = True) -> None:
        if restart or name not in self._timers:
            self._cancel(name)
            self._timers[name] = self.loop.call_later(seconds, callback)

    def _cancel(self, *names: str) -> None:
        for name in names:
            if timer := self._timers.pop(name, None):
                timer.cancel()

    def _should_upgrade_to_ws(self) -> bool:
        return False

    def _unsupported_upgrade_warning(self) -> None:
        """Say nothing: ignoring an upgrade is what RFC 9110 § 7.8 lets a server do."""


def guarded_protocol(limits: ProtocolLimits | None = None) -> type[GuardedProtocol]:
    """Return the protocol class to hand to uvicorn, with `limits` of its own."""
    chosen = limits or ProtocolLimits()
    return type("ConfiguredProtocol", (GuardedProtocol,), {"limits": chosen})
