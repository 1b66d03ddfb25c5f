"""A secret link through the gates: no token and no cookie, a citizen's page or a calendar's feed.

1. the secret's shape, and its hash: the secret itself goes no further, and nothing of it into a log; how often that
   hash was asked for, known or not, 429
2. one transaction, entered with that hash in the machine's role that the route declares (`app.auth.link_holder`)
3. the handler: every statement carries the clause of the role's cell, and PostgreSQL's policies judge it again
4. the log, where something was done or the link's owner is told of what was read; one commit

Whatever the link's fault is, the answer is the same as for one that never was.
"""

import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from app.audit import events
from app.auth.link_holder import KINDS, hash_of
from app.common.errors import NotFound
from app.gate.cells import ByLink
from app.gate.database_errors import as_problems
from app.gate.desk import Desk
from app.gate.service import Services

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


async def through(request: Request, declared: ByLink, handler: Callable[[Request], Awaitable[Response]]) -> Response:
    """Answer a request by a link.

    Raises:
        NotFound: there is no such link.
        TooManyRequests: it was followed too often, whether it is there or not.
    """
    secret = request.path_params["secret"]
    if not _SECRET.fullmatch(secret):
        raise NotFound
    services: Services = request.app.state.services
    secret_hash = hash_of(secret, declared.role)
    services.rates.follow(secret_hash)
    await request.body()  # whoever sends it slowly holds no connection meanwhile
    kind = KINDS[declared.role]
    with as_problems():
        async with services.databases.transaction(kind.login, kind.role) as transaction:
            held = await kind.enter(transaction.driver, secret_hash)
            if held is None:
                raise NotFound
            event = events.Event(*(kind.read or ("", declared.category)), held.record_id)
            desk = Desk(transaction, held.principal, services.policy, services.keys.current(), event)
            request.scope["state"]["desk"] = desk
            response = await handler(request)
            if event.action:
                await events.write(desk.driver, held.principal, request.scope["state"].get("request_id", "-"), event)
            await transaction.commit()
    return response
