"""One attempt: to the addresses that were checked and no others, within a time and a length, and nothing kept.

The name is resolved once for each attempt, each address that it has must be public, and the connection is made to one
of these very addresses; TLS and `Host` keep to the name. Nothing is followed, and the environment's proxy not asked.
"""

import asyncio
import socket
import ssl
from collections.abc import Awaitable, Callable, Iterable, Mapping, Sequence
from concurrent.futures import ThreadPoolExecutor
from contextlib import aclosing
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from email.utils import parsedate_to_datetime
from typing import Any

import httpcore

from app.common.problem import InvalidValue
from app.common.tls import is_of_tls
from app.integration.webhooks.addresses import Target, may_connect, target_of
from app.integration.webhooks.outcomes import Result, outcome_of
from app.integration.webhooks.states import WebhookOutcome

DEADLINE_SECONDS = 15.0
MOST_BYTES = 16 * 1024
MOST_READ = 64 * 1024
"""Of everything, from the first byte on: of lines that announce an answer there may be no end, and each costs time."""
MOST_ADDRESSES = 4
"""A name with more is tried at the first of them."""
RESOLVERS = 64
"""Threads that look names up: a slow one of theirs keeps one busy longer than we wait for it."""
USER_AGENT = "Interventionsmodellen-Webhooks/1"

Resolve = Callable[[str, int], Awaitable[Sequence[str]]]


class NoPublicAddressError(Exception):
    """The name leads nowhere, or somewhere that is not public."""


class AnswerTooLongError(Exception):
    """What came has no end, or a far one."""


_resolvers = ThreadPoolExecutor(RESOLVERS, thread_name_prefix="resolver")


async def resolved(host: str, port: int) -> Sequence[str]:
    """The addresses of a name."""
    found = await asyncio.get_running_loop().run_in_executor(
        _resolvers, lambda: socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    )
    return [str(each[4][0]) for each in found]


class _Bounded(httpcore.AsyncNetworkStream):
    """Reads so much and no more, whatever it is."""

    def __init__(self, stream: httpcore.AsyncNetworkStream) -> None:
        self._stream = stream
        self._left = MOST_READ

    async def read(self, max_bytes: int, timeout: float | None = None) -> bytes:  # noqa: ASYNC109 - httpcore's signature
        if self._left <= 0:
            raise AnswerTooLongError
        part = await self._stream.read(max_bytes, timeout)
        self._left -= len(part)
        return part

    async def write(self, buffer: bytes, timeout: float | None = None) -> None:  # noqa: ASYNC109 - httpcore's signature
        await self._stream.write(buffer, timeout)

    async def aclose(self) -> None:
        await self._stream.aclose()

    async def start_tls(
        self,
        ssl_context: ssl.SSLContext,
        server_hostname: str | None = None,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
    ) -> httpcore.AsyncNetworkStream:
        return _Bounded(await self._stream.start_tls(ssl_context, server_hostname, timeout))

    def get_extra_info(self, info: str) -> Any:
        return self._stream.get_extra_info(info)


class _Pinned(httpcore.AsyncNetworkBackend):
    """Connects to addresses that have been checked, whatever name it is given."""

    def __init__(self, addresses: Sequence[str]) -> None:
        self._addresses = addresses
        self._backend = httpcore.AnyIOBackend()
        self._opened: list[httpcore.AsyncNetworkStream] = []

    async def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - the pinned ones in its place
        port: int,
        timeout: float | None = None,  # noqa: ASYNC109 - httpcore's signature
        local_address: str | None = None,
        socket_options: Iterable[Any] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        refused: Exception | None = None
        share = None if timeout is None else timeout / len(self._addresses)
        for address in self._addresses:
            try:
                stream = await self._backend.connect_tcp(address, port, share, local_address, socket_options)
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                refused = error
            else:
                self._opened.append(stream)
                return _Bounded(stream)
        raise refused or httpcore.ConnectError

    async def sleep(self, seconds: float) -> None:
        await self._backend.sleep(seconds)

    async def aclose(self) -> None:
        """Whatever is open still: of a handshake that is broken off nobody else has the socket."""
        for stream in self._opened:
            await stream.aclose()


@dataclass(frozen=True, slots=True)
class Sender:
    """Makes attempts."""

    local: bool
    """Whether http and this machine will do (the demo's)."""
    resolve: Resolve = resolved
    tls: ssl.SSLContext = field(default_factory=ssl.create_default_context)
    deadline_seconds: float = DEADLINE_SECONDS

    async def send(self, url: str, headers: Mapping[str, str], body: bytes) -> Result:
        """Post once, and say how it went; never raises for what the other side does."""
        try:
            target = target_of(url, local=self.local)
            async with asyncio.timeout(self.deadline_seconds):
                return await self._posted(target, await self._checked(target), headers, body)
        except (NoPublicAddressError, InvalidValue):
            return Result(WebhookOutcome.NO_PUBLIC_ADDRESS)
        except (TimeoutError, httpcore.TimeoutException):
            return Result(WebhookOutcome.TIMEOUT)
        except AnswerTooLongError:
            return Result(WebhookOutcome.TOO_LONG)
        except httpcore.ConnectError as error:
            return Result(WebhookOutcome.TLS if is_of_tls(error) else WebhookOutcome.CONNECTION)
        except (httpcore.NetworkError, httpcore.ProtocolError, OSError):
            return Result(WebhookOutcome.CONNECTION)

    async def _checked(self, target: Target) -> Sequence[str]:
        try:
            found = await self.resolve(target.host, target.port)
        except (OSError, UnicodeError) as error:
            raise NoPublicAddressError from error
        if not found or not all(may_connect(each, local=self.local) for each in found):
            raise NoPublicAddressError
        return list(dict.fromkeys(found))[:MOST_ADDRESSES]

    async def _posted(
        self, target: Target, addresses: Sequence[str], headers: Mapping[str, str], body: bytes
    ) -> Result:
        sent = {
            "host": target.authority,
            "user-agent": USER_AGENT,
            "content-type": "application/json",
            "content-length": str(len(body)),
            "accept-encoding": "identity",
            "connection": "close",
            **headers,
        }
        url = httpcore.URL(scheme=target.scheme, host=target.host, port=target.port, target=target.path)
        seconds = self.deadline_seconds
        async with (
            aclosing(_Pinned(addresses)) as pinned,
            httpcore.AsyncConnectionPool(
                ssl_context=self.tls, max_connections=1, retries=0, network_backend=pinned
            ) as pool,
            pool.stream(
                "POST",
                url,
                headers=list(sent.items()),
                content=body,
                extensions={"timeout": dict.fromkeys(("connect", "read", "write", "pool"), seconds)},
            ) as answer,
        ):
            length = 0
            async for part in answer.aiter_stream():
                length += len(part)
                if length > MOST_BYTES:
                    return Result(WebhookOutcome.TOO_LONG, answer.status)
            retry_after = next((value for name, value in answer.headers if name.lower() == b"retry-after"), None)
            return Result(outcome_of(answer.status), answer.status, _wait(retry_after))


def _wait(retry_after: bytes | None) -> timedelta | None:
    """Retry-After in either of its forms; what is neither asks for nothing."""
    if retry_after is None:
        return None
    said = retry_after.decode("ascii", "replace").strip()
    if said.isascii() and said.isdigit():
        return timedelta(seconds=min(int(said[:9]), 10**8))
    try:
        moment = parsedate_to_datetime(said)
    except (ValueError, IndexError, TypeError, OverflowError):
        return None
    aware = moment if moment.tzinfo else moment.replace(tzinfo=UTC)
    return max(timedelta(0), aware - datetime.now(UTC))
