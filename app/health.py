"""Whether the process lives, and whether it can serve: for load balancers and containers, without a token."""

import asyncio
from typing import Any, Literal

from fastapi import APIRouter, Request
from pydantic import BaseModel

from app.common.errors import Unavailable
from app.common.problem import Bilingual
from app.database import migrations
from app.gate.cells import open_to_all
from app.gate.database_errors import problem_of
from app.gate.route import GatedRoute
from app.gate.service import Services

router = APIRouter(prefix="/health", tags=["Operations"], route_class=GatedRoute)

DEADLINE_SECONDS = 1.0

Part = Literal["database", "schema", "keys"]

_NOT_READY: dict[Part, Bilingual] = {
    "database": Bilingual(
        "The database does not answer within a second.", "Databasen svarer ikke inden for et sekund."
    ),
    "schema": Bilingual(
        "The database's schema is not the one of this version.", "Databasens skema hører ikke til denne version."
    ),
    "keys": Bilingual(
        "The key file cannot be read; the last good keys are in use.",
        "Nøglefilen kan ikke læses; de sidste gyldige nøgler er i brug.",
    ),
}


class Health(BaseModel):
    """All is well; everything else is a problem document."""

    status: Literal["ok"] = "ok"


@router.get("/live", operation_id="getLiveness")
async def live(_open: Any = open_to_all("A health check has no client.")) -> Health:
    """The process answers. It says nothing of the database: restarting would not mend that."""
    return Health()


@router.get("/ready", operation_id="getReadiness")
async def ready(request: Request, _open: Any = open_to_all("A health check has no client.")) -> Health:
    """Requests can be served: the database answers within a second, its schema is this version's, the keys are there.

    Otherwise 503, with the member `part` telling which of `database`, `schema` and `keys` it is.
    """
    services: Services = request.app.state.services
    failed = await _failed(services)
    if failed is not None:
        raise Unavailable(_NOT_READY[failed], extensions={"part": failed})
    return Health()


async def _failed(services: Services) -> Part | None:
    services.keys.current()
    try:
        async with (
            asyncio.timeout(DEADLINE_SECONDS),
            services.databases.connection("case") as connection,
        ):
            await migrations.require_current(connection)
    except migrations.SchemaOutOfDateError:
        return "schema"
    except Exception as error:
        if problem_of(error) is None:
            raise
        return "database"
    return "keys" if services.keys.problem else None
