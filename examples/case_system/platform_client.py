"""The platform as the synchroniser sees it: signing in, asking again where that helps, giving up where not."""

import asyncio
import sys
import time
from collections.abc import AsyncIterator, Awaitable, Callable
from pathlib import Path
from typing import Any

import httpx

sys.path.append(str(Path(__file__).parents[1]))
from sign_in import assertion  # the example beside this folder

JSON = dict[str, Any]
_AGAIN = {429, 502, 503, 504}
_ATTEMPTS = 8
_TOKEN_SECONDS = 300
_LONGEST_PAUSE = 60.0


class Refused(Exception):  # noqa: N818 - what the platform said, not a fault of ours
    """An answer that asking again does not change."""

    def __init__(self, problem: JSON) -> None:
        super().__init__(problem.get("type"))
        self.problem = problem
        self.status = int(problem["status"])


class Platform:
    """One client of the platform."""

    def __init__(
        self,
        http: httpx.AsyncClient,
        sign_in: Callable[[httpx.AsyncClient], Awaitable[str]],
        pause: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._http = http
        self._sign_in = sign_in
        self._pause = pause
        self._token = ""
        self._signed_in = -float("inf")

    async def ask(self, method: str, path: str, *, body: JSON | None = None, **headers: str) -> httpx.Response:
        """One request, again after a broken connection or a busy server: every request here may be repeated.

        Raises:
            Refused: the answer is an error that repeating does not change.
            httpx.TransportError: the platform cannot be reached for some minutes.
        """
        for attempt in range(1, _ATTEMPTS + 1):
            try:
                answer = await self._http.request(method, path, json=body, headers=await self._headers(headers))
            except httpx.TransportError:
                if attempt == _ATTEMPTS:
                    raise
                await self._pause(min(2.0**attempt, _LONGEST_PAUSE))
                continue
            if answer.is_success:
                return answer
            if answer.status_code == httpx.codes.UNAUTHORIZED and attempt == 1:
                self._signed_in = -float("inf")  # run out, or outdated: a new one, once
            elif answer.status_code in _AGAIN and attempt < _ATTEMPTS:
                await self._pause(min(float(answer.headers.get("retry-after", 2**attempt)), _LONGEST_PAUSE))
            elif answer.status_code == httpx.codes.CONFLICT and answer.json()["type"].endswith("idempotency-in-flight"):
                await self._pause(1)  # our own request of before the last end is still at work
            else:
                break
        raise Refused(_problem(answer))

    async def pages(self, path: str) -> AsyncIterator[JSON]:
        """Every item of a list."""
        cursor: str | None = None
        while True:
            page = (await self.ask("GET", f"{path}?limit=200" + (f"&cursor={cursor}" if cursor else ""))).json()
            for item in page["items"]:
                yield item
            cursor = page["next_cursor"]
            if cursor is None:
                return

    async def _headers(self, more: dict[str, str]) -> dict[str, str]:
        if time.monotonic() - self._signed_in > _TOKEN_SECONDS:
            self._token, self._signed_in = await self._sign_in(self._http), time.monotonic()
        return {"authorization": f"Bearer {self._token}", **{k.replace("_", "-"): v for k, v in more.items()}}


def _problem(answer: httpx.Response) -> JSON:
    """The problem document; of what stands between us and the platform there may be none."""
    try:
        return {**answer.json(), "status": answer.status_code}
    except ValueError:
        return {"type": "about:blank", "status": answer.status_code}


def with_key(path: Path, client_id: str, url: str, key_id: str) -> Callable[[httpx.AsyncClient], Awaitable[str]]:
    """Sign in with the client's private key (RFC 7523)."""
    from cryptography.hazmat.primitives.serialization import load_pem_private_key

    key: Any = load_pem_private_key(path.read_bytes(), password=None)

    async def sign_in(http: httpx.AsyncClient) -> str:
        form = {
            "grant_type": "client_credentials",
            "client_assertion_type": "urn:ietf:params:oauth:client-assertion-type:jwt-bearer",
            "client_assertion": assertion(key, client_id, url, key_id),
        }
        answer = await http.post("/oauth/token", data=form)
        if not answer.is_success:
            raise Refused(_problem(answer))
        return str(answer.json()["access_token"])

    return sign_in
