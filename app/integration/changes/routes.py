"""The feed over HTTP, with those who wait for it."""

import asyncio
from collections.abc import Callable, Coroutine
from time import monotonic
from typing import Annotated, Any
from uuid import UUID

from fastapi import Query
from starlette.requests import Request
from starlette.responses import Response
from starlette.types import Message

from app.gate.cells import READ, needs
from app.gate.desk import Desk
from app.gate.route import GatedRoute, GatedRouter
from app.integration.changes import service
from app.integration.changes.views import ChangesOut, ChangesQuery
from app.integration.changes.waiting import Waiting


class WaitingRoute(GatedRoute):
    """A route whose handler may find nothing yet. It is asked again, through every gate, when there may be something.

    In between it holds neither connection nor transaction: what is withdrawn or disabled meanwhile bites.
    """

    def get_route_handler(self) -> Callable[[Request], Coroutine[Any, Any, Response]]:
        """Wrap the gates in the wait."""
        through = super().get_route_handler()

        async def waiting(request: Request) -> Response:
            state = request.scope.setdefault("state", {})
            response = await through(request)
            while (asked := state.pop("waits", None)) is not None and await _over(request, *asked):
                state["again"] = True
                response = await through(Request(request.scope, _nothing_more))
            return response

        return waiting


async def _nothing_more() -> Message:
    """The body of a request whose body was read, for the next time through the gates."""
    return {"type": "http.request", "body": b"", "more_body": False}


async def _over(request: Request, organisation_id: UUID, last: int, until: float) -> bool:
    """Wait; whether to ask once more, and not to stop because the client is gone, or we are about to be."""
    everybody: Waiting = request.app.state.waiting
    change = asyncio.create_task(everybody.change(organisation_id, last))
    gone = asyncio.ensure_future(request.receive())  # the body is read: what comes now is the end
    try:
        await asyncio.wait({change, gone}, timeout=until - monotonic(), return_when=asyncio.FIRST_COMPLETED)
        return not gone.done() and not everybody.ended
    finally:
        for task in (change, gone):
            task.cancel()
        await asyncio.gather(change, gone, return_exceptions=True)


router = GatedRouter(prefix="/v1/changes", tags=["Changes"], route_class=WaitingRoute)


@router.get("", operation_id="listChanges", responses={410: {}})
async def changes(
    query: Annotated[ChangesQuery, Query()],
    request: Request,
    desk: Annotated[Desk, needs("change", READ, action="list")],
) -> ChangesOut:
    """What changed of all that the caller may see, in order: for a case system (fagsystem) that keeps itself in step.

    An answer names records, and says nothing of what they hold: read them at their paths. `removed` says that a record
    is not the caller's to see any more, whether it was withdrawn, ended or ran out. Of two changes of one record the
    later one never comes first; nothing is passed over. What one has read may come again as `updated`.

    Send `next_cursor` as `after` the next time. `wait` holds the request until there is something, at most so long; the
    answer may still be empty. 410 where changes after the place are no longer kept (90 days, unless the installation
    says otherwise): get a new place by `latest=true` first, then read the lists, then go on from that place.

    For coordinators and case systems. Collections that the token does not read are left out; with a token that reads
    one of them the place is 400 `invalid-cursor`, since what happened there was passed over: begin as after 410.
    """
    state = request.scope["state"]
    until: float = state.setdefault("waits_until", monotonic() + query.wait)
    read = await service.page(desk, query)
    if not read.page.items and not read.page.has_more and not query.latest and monotonic() < until:
        state["waits"] = (desk.organisation_id, read.last, until)
    return read.page
