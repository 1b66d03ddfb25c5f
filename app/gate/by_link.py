"""A citizen's page through the gates: no token and no cookie, an answer link's secret in the path.

1. the secret's shape, and its hash: the secret itself goes no further, and nothing of it into a log
2. one transaction of the login `app_answerer`, bound to that hash (`app.auth.link_holder`)
3. the handler: every statement carries the clause of the role's cell, and PostgreSQL's policies judge it again
4. the log, where something was done; one commit

Whatever the link's fault is, the answer is the same as for one that never was.
"""

import re
from collections.abc import Awaitable, Callable

from starlette.requests import Request
from starlette.responses import Response

from app.audit import events
from app.auth.link_holder import ANSWERER, hash_of, hold
from app.common.errors import NotFound
from app.gate.cells import ByLink
from app.gate.database_errors import as_problems
from app.gate.desk import Desk
from app.gate.service import Services

_SECRET = re.compile(r"[A-Za-z0-9_-]{43}", re.ASCII)


async def through(request: Request, declared: ByLink, handler: Callable[[Request], Awaitable[Response]]) -> Response:
    """Answer a request to a citizen's page.

    Raises:
        NotFound: there is no such link.
    """
    secret = request.path_params["secret"]
    if not _SECRET.fullmatch(secret):
        raise NotFound
    await request.body()  # whoever sends it slowly holds no connection meanwhile
    services: Services = request.app.state.services
    with as_problems():
        async with services.databases.connection(ANSWERER) as connection:
            principal = await hold(connection, hash_of(secret))
            if principal is None:
                raise NotFound
            event = events.Event("", declared.category)
            desk = await Desk.of(connection, principal, services.policy, services.keys.current(), event)
            request.scope["state"]["desk"] = desk
            response = await handler(request)
            if event.action:
                await events.write(connection, principal, request.scope["state"].get("request_id", "-"), event)
            await connection.commit()
    return response
