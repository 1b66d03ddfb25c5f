"""Whether the process lives, and whether it can serve: for load balancers and containers, without a token."""

import asyncio
from typing import Any, Literal

from fastapi import Request
from pydantic import BaseModel, Field

from app.common.errors import Unavailable
from app.common.problem import Bilingual
from app.database import migrations
from app.database.failures import log_failure
from app.gate.cells import open_to_all
from app.gate.database_errors import problem_of
from app.gate.route import GatedRouter
from app.gate.service import Services

router = GatedRouter(prefix="/health", tags=["Operations"])

DEADLINE_SECONDS = 1.0

Part = Literal["database", "schema"]

Degraded = Literal["keys"]

_NOT_READY: dict[Part, Bilingual] = {
    "database": Bilingual(
        "The database does not answer within a second.", "Databasen svarer ikke inden for et sekund."
    ),
    "schema": Bilingual(
        "The database's schema is not the one of this version.", "Databasens skema hører ikke til denne version."
    ),
}


class Health(BaseModel):
    """All is well; everything else is a problem document."""

    status: Literal["ok"] = "ok"


class Readiness(Health):
    """Requests are served."""

    degraded: list[Degraded] = Field(
        default=[],
        description="What an operator must put right though requests are served: `keys`, the key file cannot be read "
        "and the last good keys are in use.",
    )


@router.get("/live", operation_id="getLiveness")
async def live(_open: Any = open_to_all("A health check has no client.")) -> Health:
    """The process answers. It says nothing of the database: restarting would not mend that."""
    return Health()


@router.get("/ready", operation_id="getReadiness")
async def ready(request: Request, _open: Any = open_to_all("A health check has no client.")) -> Readiness:
    """Requests can be served: the database answers within a second, and its schema is this version's.

    Otherwise 503, with the member `part` telling which of `database` and `schema` it is. A process that is only busy
    is ready. One that cannot read a changed key file serves with the keys from before, and says so in `degraded`:
    taking every process out of service for a slip would help nobody.
    """
    services: Services = request.app.state.services
    services.keys.current()
    failed = await _failed(services)
    if failed is not None:
        raise Unavailable(_NOT_READY[failed], extensions={"part": failed})
    return Readiness(degraded=["keys"] if services.keys.problem else [])


async def _failed(services: Services) -> Part | None:
    try:
        async with (
            asyncio.timeout(DEADLINE_SECONDS),
            services.databases.beside("case") as connection,
        ):
            await migrations.require_current(connection)
    except migrations.SchemaOutOfDateError:
        return "schema"
    except Exception as error:
        if problem_of(error) is None:
            raise
        log_failure("not_ready", error)
        return "database"
    return None
