"""The collections that a case system writes by its own reference."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic import BaseModel
from sqlalchemy import select

from app.citizens import service as citizens
from app.citizens.views import CitizenIn
from app.database.columns import table_of
from app.gate.desk import Desk


@dataclass(frozen=True, slots=True)
class Upserted:
    """What became of a record."""

    record_id: UUID
    created: bool
    changed: bool
    answer: BaseModel
    version: int


@dataclass(frozen=True, slots=True)
class Collection:
    """What a case system owns records of."""

    name: str
    category: str
    body: type[BaseModel]
    upsert: Callable[[Desk, str, Any], Awaitable[Upserted]]


async def _citizen(desk: Desk, reference: str, body: CitizenIn) -> Upserted:
    known = table_of("external_reference")
    row = await desk.row(
        select(known.c.record_id).where(
            known.c.organisation_id == desk.organisation_id,
            known.c.view == (desk.principal.track or ""),
            known.c.collection == "citizens",
            known.c.reference == reference,
            desk.readable("external_reference"),
        )
    )
    if row is not None:
        found = await citizens.get(desk, row["record_id"])
        return Upserted(row["record_id"], created=False, changed=False, answer=found.view, version=found.view.version)
    made = await citizens.register(desk, body.model_copy(update={"external_reference": reference}))
    return Upserted(made.view.id, created=True, changed=True, answer=made.view, version=made.view.version)


COLLECTIONS: dict[str, Collection] = {"citizens": Collection("citizens", "citizen", CitizenIn, _citizen)}
