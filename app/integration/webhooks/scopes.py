"""What an endpoint tells of, and what the token at hand was given for."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.auth.scopes import scope_of
from app.boundary.policy import Operation
from app.common.errors import InsufficientScope
from app.gate.desk import Desk
from app.gate.resources import matched
from app.integration.changes.reading import CATEGORIES, carried
from app.integration.changes.tables import Collection

ENDPOINT = "webhook_endpoint"


def require_read(desk: Desk, endpoint: Mapping[Any, Any]) -> None:
    """Let nobody lead elsewhere, or look at, what is told of records that the token may not read.

    Raises:
        InsufficientScope: naming the first scope that is lacking.
    """
    readable = carried(desk)
    for each in endpoint["collections"]:
        if each not in readable:
            raise InsufficientScope(scope_of(CATEGORIES[Collection(each)][0], Operation.READ))


async def own(desk: Desk, endpoint_id: UUID) -> Mapping[str, Any]:
    """The endpoint that If-Match names, of somebody who may read all that it tells of."""
    row = await matched(desk, ENDPOINT, endpoint_id)
    require_read(desk, row)
    return row


async def looked_into(desk: Desk, endpoint_id: UUID) -> Mapping[str, Any]:
    """The same, to look at what it was told."""
    row = await desk.find(ENDPOINT, endpoint_id)
    require_read(desk, row)
    return row
