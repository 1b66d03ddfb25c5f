"""A record's number in the case system of whoever keeps it: given once, and found by it again.

Unique within one's own view: a worker of one track must not learn from a refusal what the other track uses.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import Text, bindparam, select

from app.boundary.policy import Operation
from app.common.errors import Conflict
from app.common.problem import FieldError
from app.database.columns import fresh, table_of
from app.gate.desk import Desk
from app.gate.referable import REFERABLE

_TAKEN = FieldError(
    "/external_reference",
    "already_registered",
    "Another record of yours has this reference.",
    "En anden af jeres registreringer har dette sagsnummer.",
)
_OF_CITIZENS = ("project_id", "track")


async def refer(desk: Desk, category: str, record: Mapping[Any, Any], reference: str | None) -> None:
    """Give a new record its reference, if it has one.

    Args:
        record: as it was written.

    Raises:
        Conflict: another record of the collection has it.
    """
    if reference is None:
        return
    of = REFERABLE[category]
    desk.require_scope(of.category, Operation.CREATE)
    row = {
        **fresh(),
        **{name: record[name] for name in _OF_CITIZENS},
        "organisation_id": desk.organisation_id,
        "citizen_id": record.get("citizen_id", record["id"]),
        "view": _view(desk),
        "collection": of.collection,
        "reference": reference,
        "record_id": record["id"],
    }
    try:
        await desk.insert(of.category, row)
    except asyncpg.UniqueViolationError as error:
        raise Conflict(errors=[_TAKEN]) from error


async def record_of(desk: Desk, category: str, reference: str) -> UUID | None:
    """The record that bears the reference in the asker's own view; None where there is none, or another's."""
    of = REFERABLE[category]
    table = table_of(desk.policy[of.category].table)
    rows = await desk.fetch(
        ("record of", of.category),
        lambda template: select(table.c.record_id).where(
            table.c.organisation_id == template.asker.organisation,
            table.c.view == bindparam("view", type_=Text),
            table.c.collection == bindparam("collection", type_=Text),
            table.c.reference == bindparam("reference", type_=Text),
            template.readable(of.category),
        ),
        view=_view(desk),
        collection=of.collection,
        reference=reference,
    )
    return rows[0]["record_id"] if rows else None


async def hold_reference(desk: Desk, category: str, reference: str) -> None:
    """Let nobody else give this reference to a record before the transaction has ended: of two, the second finds it."""
    await desk.alone("reference", desk.organisation_id, _view(desk), REFERABLE[category].collection, reference)


def _view(desk: Desk) -> str:
    return desk.principal.track or ""
