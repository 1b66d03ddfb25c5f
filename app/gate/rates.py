"""How often each caller may ask, before anything is read or computed for it (docs/decisions/0036-rate-limits.md).

A client's buckets are its own: what another does, of whatever organisation, moves none of them. The keys that strangers
choose (the client they say they are, the secret of a link) have a bucket whether there is such a one or not.
"""

from collections.abc import Iterator, MutableMapping
from contextlib import contextmanager
from hashlib import sha256
from time import monotonic_ns
from typing import Any, Literal

from app.common.errors import TooManyRequests
from app.common.http_context import ANSWER_FIELDS
from app.common.problem import Problem
from app.common.rates import Buckets, Clock, Standing
from app.settings import Settings

RateName = Literal["client", "search", "introspection", "match"]
"""Those that a client that has proved itself is held to; a route names what it asks besides `client`."""

_EVERYBODY = ""


class RateLimits:
    """The buckets of a process."""

    def __init__(self, settings: Settings, *, clock: Clock = monotonic_ns) -> None:
        """Grant this process's share of what the settings say."""

        def buckets(name: str, setting: str) -> Buckets:
            return Buckets(name, *getattr(settings, setting).shared(settings.rate_processes), clock=clock)

        self._of_clients: dict[RateName, Buckets] = {
            "client": buckets("client", "rate_client"),
            "search": buckets("search", "rate_search"),
            "introspection": buckets("introspection", "rate_introspection"),
            "match": buckets("match", "rate_match"),
        }
        self._wrong = buckets("wrong-sign-in", "rate_wrong_sign_in")
        self._wrong_by_all = buckets("wrong-sign-in-by-all", "rate_wrong_sign_in_by_all")
        self._links = buckets("link", "rate_link")

    def ask(self, state: MutableMapping[str, Any], client_id: str, *besides: RateName) -> None:
        """One request of a client that is who it says; how it stands goes on the answer, whatever that will be.

        Args:
            state: of the request.
            client_id: proved, by a token or at sign-in.
            besides: what else it counts against.

        Raises:
            TooManyRequests: it has had its share.
        """
        standings = [self._of_clients[name].take(client_id) for name in ("client", *besides)]
        state[ANSWER_FIELDS] = {
            "RateLimit-Policy": ", ".join(each.policy for each in standings),
            "RateLimit": ", ".join(each.field for each in standings),
        }
        _require(*standings)

    def follow(self, secret_hash: str) -> None:
        """One request by a secret link, which need not exist.

        Raises:
            TooManyRequests: this link was followed too often.
        """
        _require(self._links.take(secret_hash))

    @contextmanager
    def secret_of(self, client_id: str) -> Iterator[None]:
        """Around the check of a client's secret, which costs a processor: a wrong one counts, a right one does not.

        Raises:
            TooManyRequests: there were too many, of this client or of all; nothing was computed.
        """
        self._count_wrong(client_id)  # first, since as many may be under way at once
        wrong = False
        try:
            yield
        except Problem:
            wrong = True
            raise
        finally:
            if not wrong:
                self._wrong.give_back(_key(client_id))
                self._wrong_by_all.give_back(_EVERYBODY)

    @contextmanager
    def assertion_of(self, client_id: str) -> Iterator[None]:
        """Around the check of a client's assertion: a wrong one counts, a right one is let in whatever came before.

        Raises:
            TooManyRequests: it is wrong, and there were too many, of this client or of all.
        """
        try:
            yield
        except Problem:
            self._count_wrong(client_id)
            raise

    def _count_wrong(self, client_id: str) -> None:
        _require(self._wrong.take(_key(client_id)))  # first: one client's wrong ones are not everybody's
        _require(self._wrong_by_all.take(_EVERYBODY))


def _key(client_id: str) -> str:
    """Of what anybody may write there, so that it is never long."""
    return sha256(client_id.encode(errors="surrogatepass")).hexdigest()


def _require(*standings: Standing) -> None:
    refused = [each for each in standings if not each.granted]
    if refused:
        raise TooManyRequests(
            retry_after=max(each.more_in for each in refused), extensions={"policies": [each.name for each in refused]}
        )
