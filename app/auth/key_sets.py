"""The keys of another issuer: fetched, kept, and fetched again, but never more often than it is decent.

A set is fresh for five minutes; then the next token has it fetched anew while the old keys serve. They serve for a day
while the issuer cannot be reached, and not longer: what it has withdrawn meanwhile cannot be known.
"""

import asyncio
import time
from collections.abc import Callable
from typing import Final, Protocol

import httpx
import structlog

from app.auth._compact import RefusedError
from app.auth._jwks import IssuerKey, keys_in
from app.auth.issuers import Issuer
from app.common.tls import is_of_tls

FRESH_SECONDS: Final = 300.0
KEPT_SECONDS: Final = 86_400.0
COOLDOWN_SECONDS: Final = 30.0
"""Between two fetches, whatever came of the first and whatever tokens come: anybody can make up an unknown `kid`."""
DEADLINE_SECONDS: Final = 3.0
"""For all of a fetch."""
MOST_BYTES: Final = 64 * 1024
_OK = 200


class NoKeysError(Exception):
    """None can be had, so nothing can be said of any token; `wait` is the seconds until they are asked for again."""

    def __init__(self, wait: float) -> None:
        super().__init__(wait)
        self.wait = wait


class Keys(Protocol):
    """Where the key of a `kid` is found."""

    async def find(self, kid: str) -> IssuerKey | None:
        """The key; None where the issuer has no such one.

        Raises:
            NoKeysError: it is not known which ones it has.
        """

    async def close(self) -> None:
        """Leave nothing behind."""


class StaticKeys:
    """Those of the configuration."""

    def __init__(self, issuer: Issuer) -> None:
        self._keys = issuer.static_keys()

    async def find(self, kid: str) -> IssuerKey | None:
        """The key of that name."""
        return self._keys.get(kid)

    async def close(self) -> None:
        """Nothing is open."""


class FetchedKeys:
    """Those of a JWKS URL. It belongs to one event loop."""

    def __init__(
        self,
        issuer: Issuer,
        *,
        transport: httpx.AsyncBaseTransport | None = None,
        monotonic: Callable[[], float] = time.monotonic,
        deadline: float = DEADLINE_SECONDS,
    ) -> None:
        self._issuer = issuer
        self._transport = transport
        self._monotonic = monotonic
        self._deadline = deadline
        self._keys: dict[str, IssuerKey] = {}
        self._fetched_at = self._asked_at = float("-inf")
        self._fetching: asyncio.Task[None] | None = None

    async def find(self, kid: str) -> IssuerKey | None:
        """The key of that name, fetched where it must be and may be.

        Raises:
            NoKeysError: there was no set to be had for a day, or since this process began.
        """
        now = self._monotonic()
        if now - self._fetched_at > KEPT_SECONDS:
            self._keys = {}
        known = self._keys.get(kid)
        if known is None or now - self._fetched_at > FRESH_SECONDS:
            self._begin(now)
        if known is None and self._fetching is not None:
            # Shielded: whoever gives up waiting does not take it from the others.
            await asyncio.shield(self._fetching)
            known = self._keys.get(kid)
        if known is None and now - self._fetched_at > KEPT_SECONDS:
            raise NoKeysError(self._asked_at + COOLDOWN_SECONDS - now)
        return known

    async def close(self) -> None:
        """End a fetch under way."""
        if self._fetching is not None:
            self._fetching.cancel()
            await asyncio.gather(self._fetching, return_exceptions=True)

    def _begin(self, now: float) -> None:
        under_way = self._fetching is not None and not self._fetching.done()
        if not under_way and now - self._asked_at >= COOLDOWN_SECONDS:
            self._asked_at = now
            self._fetching = asyncio.get_running_loop().create_task(self._fetch())

    async def _fetch(self) -> None:
        """Take the new set; where it cannot be had, the old one stays, and the log says why."""
        try:
            self._keys = await fetch(self._issuer, transport=self._transport, deadline=self._deadline)
            self._fetched_at = self._monotonic()
        except RefusedError as refused:
            structlog.get_logger("app.issuers").warning(
                "issuer_keys_unreadable", issuer=self._issuer.name, reason=refused.reason
            )


async def fetch(
    issuer: Issuer, *, transport: httpx.AsyncBaseTransport | None = None, deadline: float = DEADLINE_SECONDS
) -> dict[str, IssuerKey]:
    """Fetch an issuer's set, once: no redirect, no compression, no more than is decent, no longer either.

    Raises:
        RefusedError: it cannot be had, or cannot be used.
    """
    content = bytearray()
    headers = {"Accept": "application/jwk-set+json, application/json", "Accept-Encoding": "identity"}
    try:
        async with (
            asyncio.timeout(deadline),
            # Not through a proxy of the environment: who sets that would choose whose keys are believed.
            httpx.AsyncClient(
                transport=transport,
                verify=issuer.trusted() or True,
                proxy=issuer.proxy,
                trust_env=False,
                follow_redirects=False,
                timeout=deadline,
            ) as client,
            client.stream("GET", str(issuer.jwks_url), headers=headers) as answer,
        ):
            if answer.status_code != _OK:
                raise RefusedError(f"status_{answer.status_code}")
            async for chunk in answer.aiter_raw():
                content += chunk
                if len(content) > MOST_BYTES:
                    raise RefusedError("too_large")
    except TimeoutError:
        raise RefusedError("too_slow") from None
    except (httpx.HTTPError, httpx.InvalidURL, httpx.StreamError, OSError) as error:
        raise RefusedError("certificate" if is_of_tls(error) else "unreachable") from None
    return keys_in(bytes(content), issuer.algorithms)
