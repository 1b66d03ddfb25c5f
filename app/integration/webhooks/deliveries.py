"""What an endpoint was told, with each attempt; and telling it once more."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.common.errors import ForbiddenTransition, NotFound
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, matched, page_of, row_etag
from app.integration.webhooks.scopes import looked_into
from app.integration.webhooks.states import WebhookDeliveryStatus, WebhookEndpointStatus
from app.integration.webhooks.tables import WebhookAttempt, WebhookDelivery
from app.integration.webhooks.views import (
    WebhookAttemptOut,
    WebhookDeliveryList,
    WebhookDeliveryOut,
    WebhookDeliveryWithAttempts,
)

DELIVERY = "webhook_delivery"
DELIVERIES, ATTEMPTS = table_of(WebhookDelivery.__tablename__), table_of(WebhookAttempt.__tablename__)
MOST_ATTEMPTS_SHOWN = 50


def delivery_view(row: Mapping[Any, Any]) -> WebhookDeliveryOut:
    """A delivery as it is shown."""
    return WebhookDeliveryOut.model_validate(_shown(row))


async def page(desk: Desk, endpoint_id: UUID, query: WebhookDeliveryList) -> Page[WebhookDeliveryOut]:
    """What an endpoint was told or is to be told, newest first."""
    await looked_into(desk, endpoint_id)
    where = [DELIVERIES.c.endpoint_id == endpoint_id]
    if query.status is not None:
        where.append(DELIVERIES.c.status == query.status)
    route = f"{DELIVERY}/{endpoint_id}"
    return await page_of(desk, DELIVERY, query, WebhookDeliveryOut, route=route, where=where, shown=_shown)


async def get(desk: Desk, endpoint_id: UUID, delivery_id: UUID) -> Tagged[WebhookDeliveryWithAttempts]:
    """A delivery with its attempts."""
    await looked_into(desk, endpoint_id)
    row = _of(endpoint_id, await desk.find(DELIVERY, delivery_id))
    tried = await desk.rows(
        select(ATTEMPTS)
        .where(ATTEMPTS.c.delivery_id == delivery_id, desk.shown("webhook_attempt"))
        .order_by(ATTEMPTS.c.created_at.desc(), ATTEMPTS.c.id.desc())
        .limit(MOST_ATTEMPTS_SHOWN)
    )
    log = [WebhookAttemptOut.model_validate(dict(each)) for each in tried]
    return Tagged(WebhookDeliveryWithAttempts(**_shown(row), attempt_log=log), row_etag(DELIVERY, row))


async def resend(desk: Desk, endpoint_id: UUID, delivery_id: UUID) -> Tagged[WebhookDeliveryOut]:
    """Send it at once, with all its attempts before it and under the same `webhook-id`.

    Raises:
        ForbiddenTransition: the endpoint is disabled, and nothing would be sent.
    """
    await looked_into(desk, endpoint_id)
    row = _of(endpoint_id, await matched(desk, DELIVERY, delivery_id))
    require_enabled(await desk.find("webhook_endpoint", endpoint_id))
    anew = {"status": WebhookDeliveryStatus.PENDING, "attempts": 0, "due_at": utc_now(), "begun_at": None}
    changed = await desk.update(DELIVERY, row, anew)
    return Tagged(delivery_view(changed), row_etag(DELIVERY, changed))


def require_enabled(endpoint: Mapping[Any, Any]) -> None:
    """Refuse to ask for what would not be sent.

    Raises:
        ForbiddenTransition: it is disabled.
    """
    if endpoint["status"] != WebhookEndpointStatus.ENABLED:
        raise ForbiddenTransition(state=endpoint["status"], allowed=[WebhookEndpointStatus.ENABLED])


def _of(endpoint_id: UUID, row: Mapping[Any, Any]) -> Mapping[Any, Any]:
    if row["endpoint_id"] != endpoint_id:
        raise NotFound
    return row


def _shown(row: Mapping[Any, Any]) -> dict[str, Any]:
    told = {"webhook_id": row["change_id"] or row["id"], "type": f"{row['collection']}.{row['kind']}"}
    shown = {name: row[name] for name in WebhookDeliveryOut.model_fields if name not in told}
    return {**shown, **told}
