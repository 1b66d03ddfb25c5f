"""Webhook endpoints over HTTP, their deliveries, and what one may ask of them."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.gate.service import Services
from app.integration.webhooks import deliveries, service
from app.integration.webhooks.views import (
    SecretRotation,
    WebhookDeliveryList,
    WebhookDeliveryOut,
    WebhookDeliveryWithAttempts,
    WebhookEndpointIn,
    WebhookEndpointList,
    WebhookEndpointOut,
    WebhookEndpointPatch,
    WebhookEndpointWithSecret,
    WebhookReplay,
    WebhookReplayOut,
)
from app.settings import Settings

router = GatedRouter(prefix="/v1/webhook-endpoints", tags=["Case systems"])


def _settings(request: Request) -> Settings:
    services: Services = request.app.state.services
    return services.settings


def _local(request: Request) -> bool:
    return _settings(request).mode == "demo"


@router.post("", status_code=201, operation_id="createWebhookEndpoint", responses={409: {}})
async def create(
    new: WebhookEndpointIn,
    request: Request,
    response: Response,
    desk: Annotated[Desk, needs("webhook_endpoint", CREATE, also=("change",))],
) -> WebhookEndpointWithSecret:
    """Be told of what changes from now on, by ids alone: at this URL, signed by Standard Webhooks.

    The secret stands in this answer and nowhere else. Of an NGO's client it is told its own side's changes. What a URL
    leads to is looked at with each attempt, and only public addresses are connected to.
    """
    most = _settings(request).webhook_endpoints_most
    created = await service.create(desk, new, most=most, local=_local(request))
    return answer(response, created, location=f"/v1/webhook-endpoints/{created.view.id}")


@router.get("", operation_id="listWebhookEndpoints")
async def page(
    query: Annotated[WebhookEndpointList, Query()],
    desk: Annotated[Desk, needs("webhook_endpoint", READ, action="list", also=("webhook_delivery",))],
) -> Page[WebhookEndpointOut]:
    """One's own organisation's endpoints and how they go, newest first."""
    return await service.page(desk, query)


@router.get("/{webhook_endpoint_id}", operation_id="getWebhookEndpoint")
async def get(
    webhook_endpoint_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("webhook_endpoint", READ, also=("webhook_delivery",))],
) -> WebhookEndpointOut:
    """A webhook endpoint and how it goes: last success and failure, what waits, and for how long."""
    return answer(response, await service.get(desk, webhook_endpoint_id))


@router.patch("/{webhook_endpoint_id}", operation_id="patchWebhookEndpoint")
async def patch(
    webhook_endpoint_id: UUID,
    changes: WebhookEndpointPatch,
    request: Request,
    response: Response,
    desk: Annotated[Desk, needs("webhook_endpoint", UPDATE)],
) -> WebhookEndpointOut:
    """Another URL, label or choice of collections."""
    return answer(response, await service.patch(desk, webhook_endpoint_id, changes, local=_local(request)))


@router.post("/{webhook_endpoint_id}/enable", operation_id="enableWebhookEndpoint")
async def enable(
    webhook_endpoint_id: UUID,
    request: Request,
    response: Response,
    desk: Annotated[Desk, needs("webhook_endpoint", UPDATE, action="enable", also=("webhook_delivery",))],
) -> WebhookEndpointOut:
    """Send again: what waits, and what happened while nothing was sent.

    Where some of that is not kept any more `health.missed_from` and `missed_until` say of when: read the lists anew.
    """
    most = _settings(request).webhook_endpoints_most
    return answer(response, await service.enable(desk, webhook_endpoint_id, most=most))


@router.post("/{webhook_endpoint_id}/disable", operation_id="disableWebhookEndpoint")
async def disable(
    webhook_endpoint_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("webhook_endpoint", UPDATE, action="disable")],
) -> WebhookEndpointOut:
    """Send nothing from now on; what happens meanwhile is kept as long as changes are (90 days by default)."""
    return answer(response, await service.disable(desk, webhook_endpoint_id))


@router.post("/{webhook_endpoint_id}/rotate-secret", operation_id="rotateWebhookSecret")
async def rotate(
    webhook_endpoint_id: UUID,
    rotation: SecretRotation,
    response: Response,
    desk: Annotated[Desk, needs("webhook_endpoint", UPDATE, action="rotate_secret")],
) -> WebhookEndpointWithSecret:
    """A new secret, told in this answer alone; until the overlap has ended the one of before signs as well."""
    return answer(response, await service.rotate(desk, webhook_endpoint_id, rotation))


@router.post("/{webhook_endpoint_id}/test", status_code=201, operation_id="testWebhookEndpoint")
async def test(
    webhook_endpoint_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("webhook_delivery", CREATE, action="test", also=("webhook_endpoint",))],
) -> WebhookDeliveryOut:
    """Send something that is about no change (`webhook-endpoints.test`), before all that waits."""
    made = await service.send_test(desk, webhook_endpoint_id)
    location = f"/v1/webhook-endpoints/{webhook_endpoint_id}/deliveries/{made.view.id}"
    return answer(response, made, location=location)


@router.post("/{webhook_endpoint_id}/replay", operation_id="replayWebhookEndpoint", responses={410: {}})
async def replay(
    webhook_endpoint_id: UUID,
    where: WebhookReplay,
    response: Response,
    desk: Annotated[Desk, needs("webhook_endpoint", UPDATE, action="replay", also=("change",))],
) -> WebhookReplayOut:
    """Tell everything again that could be read since a time or after a cursor, under the same ids, delivered or not.

    410 where what follows the cursor is no longer kept.
    """
    return answer(response, await service.replay(desk, webhook_endpoint_id, where))


@router.get("/{webhook_endpoint_id}/deliveries", operation_id="listWebhookDeliveries")
async def page_of_deliveries(
    webhook_endpoint_id: UUID,
    query: Annotated[WebhookDeliveryList, Query()],
    desk: Annotated[Desk, needs("webhook_delivery", READ, action="list", also=("webhook_endpoint",))],
) -> Page[WebhookDeliveryOut]:
    """What the endpoint was told or is to be told, newest first."""
    return await deliveries.page(desk, webhook_endpoint_id, query)


@router.get("/{webhook_endpoint_id}/deliveries/{delivery_id}", operation_id="getWebhookDelivery")
async def get_delivery(
    webhook_endpoint_id: UUID,
    delivery_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("webhook_delivery", READ)],
) -> WebhookDeliveryWithAttempts:
    """A delivery with its attempts."""
    return answer(response, await deliveries.get(desk, webhook_endpoint_id, delivery_id))


@router.post("/{webhook_endpoint_id}/deliveries/{delivery_id}/resend", operation_id="resendWebhookDelivery")
async def resend(
    webhook_endpoint_id: UUID,
    delivery_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("webhook_delivery", UPDATE, action="resend", also=("webhook_endpoint",))],
) -> WebhookDeliveryOut:
    """Send a delivery once more, at once and under the same `webhook-id`, whatever became of it."""
    return answer(response, await deliveries.resend(desk, webhook_endpoint_id, delivery_id))
