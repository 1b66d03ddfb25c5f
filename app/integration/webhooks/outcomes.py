"""How an attempt ended: all that is kept of an answer."""

from dataclasses import dataclass
from datetime import timedelta
from enum import StrEnum


class Outcome(StrEnum):
    """The class of an attempt; the code list `webhook_outcome`."""

    DELIVERED = "delivered"
    """2xx."""
    GONE = "gone"
    """410: the receiver wants no more."""
    REDIRECTED = "redirected"
    """3xx, which is not followed."""
    REFUSED = "refused"
    """4xx."""
    FAILED = "failed"
    """5xx, or a status that means nothing."""
    TIMEOUT = "timeout"
    """No whole answer within the time, slow ones included."""
    TOO_LONG = "too_long"
    """An answer that does not end within what is read."""
    CONNECTION = "connection"
    """No connection, a broken one, or no HTTP."""
    TLS = "tls"
    """No certificate that holds for the host."""
    NO_PUBLIC_ADDRESS = "no_public_address"
    """The name leads nowhere, or not to public addresses alone: which of the two is not told."""


@dataclass(frozen=True, slots=True)
class Result:
    """What one attempt came to."""

    outcome: Outcome
    status: int | None = None
    retry_after: timedelta | None = None


def outcome_of(status: int) -> Outcome:
    """The class of a status."""
    if status == 410:  # noqa: PLR2004 - HTTP's own number
        return Outcome.GONE
    return {2: Outcome.DELIVERED, 3: Outcome.REDIRECTED, 4: Outcome.REFUSED}.get(status // 100, Outcome.FAILED)
