"""What one attempt came to: all that is kept of an answer."""

from dataclasses import dataclass
from datetime import timedelta

from app.integration.webhooks.states import WebhookOutcome


@dataclass(frozen=True, slots=True)
class Result:
    """How one attempt ended."""

    outcome: WebhookOutcome
    status: int | None = None
    retry_after: timedelta | None = None


def outcome_of(status: int) -> WebhookOutcome:
    """The class of a status."""
    if status == 410:  # noqa: PLR2004 - HTTP's own number
        return WebhookOutcome.GONE
    classes = {2: WebhookOutcome.DELIVERED, 3: WebhookOutcome.REDIRECTED, 4: WebhookOutcome.REFUSED}
    return classes.get(status // 100, WebhookOutcome.FAILED)
