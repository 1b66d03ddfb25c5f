"""Clients over HTTP; the operator's alone."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from app.access import client_service as service
from app.access.client_views import ClientIn, ClientList, ClientOut, NewClientOut, PublicKeysIn
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.gate.service import Services

router = GatedRouter(prefix="/v1/clients", tags=["Organisations"])


@router.post("", status_code=201, operation_id="createClient")
async def create(
    new: ClientIn, request: Request, response: Response, desk: Annotated[Desk, needs("client", CREATE)]
) -> NewClientOut:
    """Make a client for an organisation.

    A case system registers public keys and signs in by private_key_jwt (RFC 7523). In demo mode a secret can be
    had instead: it stands in this answer, and in its replay, and nowhere else. A user of another identity provider
    signs in there: `external_identity` says which, and what it calls the user.
    """
    services: Services = request.app.state.services
    made = await service.create(
        desk, new, secrets_allowed=services.settings.mode == "demo", issuers=services.external.issuers
    )
    return answer(response, made, location=f"/v1/clients/{made.view.id}")


@router.get("", operation_id="listClients")
async def page(
    query: Annotated[ClientList, Query()], desk: Annotated[Desk, needs("client", READ, action="list")]
) -> Page[ClientOut]:
    """All clients, newest first."""
    return await service.page(desk, query)


@router.get("/{client_id}", operation_id="getClient")
async def get(client_id: UUID, response: Response, desk: Annotated[Desk, needs("client", READ)]) -> ClientOut:
    """One client, by the id of its record."""
    return answer(response, await service.get(desk, client_id))


@router.post("/{client_id}/disable", operation_id="disableClient")
async def disable(
    client_id: UUID, response: Response, desk: Annotated[Desk, needs("client", UPDATE, action="disable")]
) -> ClientOut:
    """Refuse the client, and every token it holds, from the next request on."""
    return answer(response, await service.set_enabled(desk, client_id, enabled=False))


@router.post("/{client_id}/enable", operation_id="enableClient")
async def enable(
    client_id: UUID, response: Response, desk: Annotated[Desk, needs("client", UPDATE, action="enable")]
) -> ClientOut:
    """Take the client again. Tokens from before it was disabled stay refused: it signs in anew."""
    return answer(response, await service.set_enabled(desk, client_id, enabled=True))


@router.put("/{client_id}/public-keys", operation_id="replaceClientKeys")
async def replace_keys(
    client_id: UUID,
    keys: PublicKeysIn,
    response: Response,
    desk: Annotated[Desk, needs("client", UPDATE, action="replace_keys")],
) -> ClientOut:
    """Replace the keys that the client signs in by, all of them.

    For a change without a break, put the new one beside the old, and leave the old one out once the client signs in
    with the new. Tokens that it has stay good; to end those, disable it and enable it again.
    """
    return answer(response, await service.replace_keys(desk, client_id, keys))
