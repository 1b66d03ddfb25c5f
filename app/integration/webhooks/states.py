"""States of endpoints and deliveries, and how an attempt ended."""

from enum import StrEnum


class WebhookEndpointStatus(StrEnum):
    """Whether anything is sent there; the code list `webhook_endpoint_status`."""

    ENABLED = "enabled"
    DISABLED = "disabled"


class WebhookDisabledBecause(StrEnum):
    """Why nothing is; the code list `webhook_disabled_because`."""

    BY_OWNER = "by_owner"
    GONE = "gone"
    """The receiver answered 410."""
    FAILING = "failing"
    """Nothing got through in all the days of a delivery's attempts."""
    CLIENT_DISABLED = "client_disabled"
    """The client that answers for it was; it goes on when that one is enabled again, or another client enables it."""


class WebhookDeliveryStatus(StrEnum):
    """What became of a delivery; the code list `webhook_delivery_status`."""

    PENDING = "pending"
    DELIVERED = "delivered"
    FAILED = "failed"
    """Not tried any more, unless it is sent again."""


class WebhookOutcome(StrEnum):
    """How an attempt ended; the code list `webhook_outcome`."""

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
