"""Endpoints: registered, changed, disabled and enabled, given a new secret, and told everything again."""

from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Select, func, select, update

from app.boundary.policy import Operation
from app.common.errors import ForbiddenTransition, InvalidContent
from app.common.problem import InvalidValue
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, matched, page_of, row_etag
from app.integration.changes.reading import carried
from app.integration.changes.tables import Collection
from app.integration.webhooks import numbers, sealing, signing
from app.integration.webhooks.addresses import target_of
from app.integration.webhooks.deliveries import DELIVERIES, DELIVERY, delivery_view, require_enabled
from app.integration.webhooks.errors import TooManyEndpoints
from app.integration.webhooks.scopes import ENDPOINT, looked_into, own
from app.integration.webhooks.states import WebhookDeliveryStatus, WebhookDisabledBecause, WebhookEndpointStatus
from app.integration.webhooks.tables import WebhookEndpoint
from app.integration.webhooks.views import (
    NotReadByToken,
    SecretRotation,
    WebhookDeliveryOut,
    WebhookEndpointIn,
    WebhookEndpointList,
    WebhookEndpointOut,
    WebhookEndpointPatch,
    WebhookEndpointWithSecret,
    WebhookHealth,
    WebhookReplay,
    WebhookReplayOut,
)

TESTED = "webhook-endpoints"
"""The collection of a test, whose record is the endpoint itself."""
_WELL = {"failures_in_a_row": 0, "failing_since": None, "resting_until": None}


async def create(desk: Desk, new: WebhookEndpointIn, *, most: int, local: bool) -> Tagged[WebhookEndpointWithSecret]:
    """An endpoint that is told what changes from now on.

    Args:
        most: how many an organisation (or its side) may have enabled.
        local: whether http and this machine will do (the demo's).

    Raises:
        TooManyEndpoints: so many are.
    """
    _check(new.url, local=local)
    await _require_room(desk, most)
    chosen = _chosen(desk, new.collections)
    secret, base = signing.new_secret(), fresh()
    key = sealing.new_key(desk.keys, base["id"], desk.organisation_id)
    row: dict[str, Any] = {
        **base,
        "url": new.url,
        "label": new.label,
        "collections": chosen,
        "organisation_id": desk.organisation_id,
        "client_id": desk.principal.client_id,
        "track": desk.principal.track,
        "status": WebhookEndpointStatus.ENABLED,
        "disabled_because": None,
        "disabled_at": None,
        "data_key": key,
        "secret_at": base["created_at"],
        "former_secret": None,
        "former_until": None,
        "position": await numbers.last(desk),
        "missed_from": None,
        "missed_until": None,
        "last_success_at": None,
        "last_failure_at": None,
        "last_failure": None,
        **_WELL,
    }
    row["secret"] = sealing.sealed(desk.keys, row, secret)
    await desk.insert(ENDPOINT, row)
    desk.did("create", row["id"])
    return await _told(desk, row, secret)


async def get(desk: Desk, endpoint_id: UUID) -> Tagged[WebhookEndpointOut]:
    """An endpoint and how it goes."""
    return await _tagged(desk, await desk.find(ENDPOINT, endpoint_id))


async def page(desk: Desk, query: WebhookEndpointList) -> Page[WebhookEndpointOut]:
    """The organisation's endpoints, newest first."""
    waiting = {row["endpoint_id"]: row for row in await desk.rows(_waiting(desk))}
    return await page_of(
        desk, ENDPOINT, query, WebhookEndpointOut, shown=lambda row: _shown(row, waiting.get(row["id"]))
    )


async def patch(
    desk: Desk, endpoint_id: UUID, changes: WebhookEndpointPatch, *, local: bool
) -> Tagged[WebhookEndpointOut]:
    """Another address, label or choice of collections; another address is tried without a rest."""
    row = await own(desk, endpoint_id)
    given = changes.model_dump(exclude_unset=True, mode="json")
    if "url" in given:
        _check(given["url"], local=local)
        given["resting_until"] = None
    if "collections" in given:
        given["collections"] = _chosen(desk, changes.collections)
    return await _tagged(desk, await desk.update(ENDPOINT, row, given))


async def disable(desk: Desk, endpoint_id: UUID) -> Tagged[WebhookEndpointOut]:
    """Nothing is sent from now on; what happens meanwhile is told once it is enabled."""
    row = await matched(desk, ENDPOINT, endpoint_id)
    if row["status"] == WebhookEndpointStatus.DISABLED:
        raise ForbiddenTransition(state=row["status"], allowed=[WebhookEndpointStatus.ENABLED])
    changes = {
        "status": WebhookEndpointStatus.DISABLED,
        "disabled_because": WebhookDisabledBecause.BY_OWNER,
        "disabled_at": utc_now(),
    }
    return await _tagged(desk, await desk.update(ENDPOINT, row, changes))


async def enable(desk: Desk, endpoint_id: UUID, *, most: int) -> Tagged[WebhookEndpointOut]:
    """Send again: what waits at once and with all its attempts, then what happened meanwhile.

    From now on the endpoint goes with the client that asks for it.

    Raises:
        TooManyEndpoints: as many are enabled as may be.
    """
    row = await own(desk, endpoint_id)
    if row["status"] == WebhookEndpointStatus.ENABLED:
        raise ForbiddenTransition(state=row["status"], allowed=[WebhookEndpointStatus.DISABLED])
    await _require_room(desk, most)
    changes = {
        "status": WebhookEndpointStatus.ENABLED,
        "client_id": desk.principal.client_id,
        "disabled_because": None,
        "disabled_at": None,
        **_WELL,
    }
    changed = await desk.update(ENDPOINT, row, changes)
    waits = update(DELIVERIES).where(
        DELIVERIES.c.endpoint_id == endpoint_id,
        DELIVERIES.c.status == WebhookDeliveryStatus.PENDING,
        desk.may(DELIVERY, Operation.UPDATE),
    )
    await desk.change_all(waits.values(due_at=utc_now(), attempts=0, begun_at=None))
    return await _tagged(desk, changed)


async def rotate(desk: Desk, endpoint_id: UUID, rotation: SecretRotation) -> Tagged[WebhookEndpointWithSecret]:
    """A new secret; for the hours of the overlap the present one signs beside it."""
    row = await own(desk, endpoint_id)
    secret, now = signing.new_secret(), utc_now()
    overlaps = rotation.overlap_hours > 0
    changes = {
        "secret": sealing.sealed(desk.keys, row, secret),
        "secret_at": now,
        "former_secret": row["secret"] if overlaps else None,
        "former_until": now + timedelta(hours=rotation.overlap_hours) if overlaps else None,
    }
    return await _told(desk, await desk.update(ENDPOINT, row, changes), secret)


async def send_test(desk: Desk, endpoint_id: UUID) -> Tagged[WebhookDeliveryOut]:
    """A delivery that is about no change, to see that it arrives.

    Raises:
        ForbiddenTransition: the endpoint is disabled, and nothing would be sent.
    """
    endpoint = await looked_into(desk, endpoint_id)
    require_enabled(endpoint)
    base = fresh()
    row = {
        **base,
        "organisation_id": desk.organisation_id,
        "track": endpoint["track"],
        "endpoint_id": endpoint_id,
        "change_id": None,
        "sequence": 0,
        "happened_at": base["created_at"],
        "collection": TESTED,
        "record_id": endpoint_id,
        "kind": "test",
        "status": WebhookDeliveryStatus.PENDING,
        "attempts": 0,
        "due_at": base["created_at"],
        "begun_at": None,
        "delivered_at": None,
        "last_outcome": None,
        "last_status": None,
    }
    await desk.insert(DELIVERY, row)
    desk.did("test", row["id"])
    return Tagged(delivery_view(row), row_etag(DELIVERY, row))


async def replay(desk: Desk, endpoint_id: UUID, where: WebhookReplay) -> Tagged[WebhookReplayOut]:
    """Everything after a time or a cursor again, what had been delivered too, in the order of its numbers.

    Raises:
        ForbiddenTransition: the endpoint is disabled.
        InvalidContent: the cursor is none of the caller's.
    """
    row = await own(desk, endpoint_id)
    require_enabled(row)
    before = await numbers.before(desk, where)
    changed = await desk.update(ENDPOINT, row, {"position": min(before, row["position"])})
    told = WebhookReplayOut(endpoint_id=endpoint_id, asked_at=changed["updated_at"])
    return Tagged(told, row_etag(ENDPOINT, changed))


def _chosen(desk: Desk, wanted: Sequence[Collection] | None) -> list[str]:
    """The collections to tell of: of those that the token reads, as in the feed.

    Raises:
        InvalidContent: pointing at the first that it does not.
    """
    readable = carried(desk)
    if wanted is None:
        return readable
    for index, each in enumerate(wanted):
        if each not in readable:
            raise InvalidContent(errors=[NotReadByToken.at(f"/collections/{index}")])
    return sorted({each.value for each in wanted})


def _check(url: str, *, local: bool) -> None:
    try:
        target_of(url, local=local)
    except InvalidValue as refused:
        raise InvalidContent(errors=[refused.at("/url")]) from None


async def _require_room(desk: Desk, most: int) -> None:
    """Refuse to tell more endpoints than each change is to be sent to; those of another side are not counted.

    Raises:
        TooManyEndpoints: so many are enabled.
    """
    await desk.alone("webhook endpoints", desk.organisation_id)
    table = table_of(WebhookEndpoint.__tablename__)
    enabled = select(func.count().label("count")).where(
        table.c.organisation_id == desk.organisation_id,
        table.c.status == WebhookEndpointStatus.ENABLED,
        desk.readable(ENDPOINT),
    )
    row = await desk.row(enabled)
    if row is not None and row["count"] >= most:
        raise TooManyEndpoints(extensions={"limit": most})


async def _told(desk: Desk, row: Mapping[Any, Any], secret: str) -> Tagged[WebhookEndpointWithSecret]:
    """The one answer that holds the secret; its replay does not."""
    shown = await _tagged(desk, row)
    view = WebhookEndpointWithSecret(**shown.view.model_dump(), secret=secret)
    desk.kept_answer = view.model_copy(update={"secret": None}).model_dump_json().encode()
    return Tagged(view, shown.etag)


async def _tagged(desk: Desk, row: Mapping[Any, Any]) -> Tagged[WebhookEndpointOut]:
    waiting = await desk.row(_waiting(desk).where(DELIVERIES.c.endpoint_id == row["id"]))
    return Tagged(WebhookEndpointOut.model_validate(_shown(row, waiting)), row_etag(ENDPOINT, row))


def _shown(row: Mapping[Any, Any], waiting: Mapping[Any, Any] | None) -> dict[str, Any]:
    """What is shown of a row: nothing of its secrets, and how it goes."""
    health = {"queue_length": 0, "oldest_undelivered_at": None, **row, **(waiting or {})}
    return {**row, "health": WebhookHealth.model_validate(health)}


def _waiting(desk: Desk) -> Select[Any]:
    """What waits for each endpoint, and since when."""
    return (
        select(
            DELIVERIES.c.endpoint_id,
            func.count().label("queue_length"),
            func.min(DELIVERIES.c.happened_at).label("oldest_undelivered_at"),
        )
        .where(DELIVERIES.c.status == WebhookDeliveryStatus.PENDING, desk.readable(DELIVERY))
        .group_by(DELIVERIES.c.endpoint_id)
    )
