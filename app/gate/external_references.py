"""A record's number in the case system of whoever keeps it: given once, and found by it again.

Unique within one's own view: a worker of one track must not learn from a refusal what the other track uses.
"""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import Text, any_, bindparam, func, select
from sqlalchemy.dialects.postgresql import ARRAY

from app.boundary.policy import Operation
from app.common.errors import Conflict
from app.common.problem import FieldError
from app.database.columns import fresh, table_of
from app.gate.desk import Desk
from app.gate.referable import REFERABLE, Referable

_TEXTS: Any = ARRAY(Text)  # SQLAlchemy's own annotations do not admit an ARRAY here
_TAKEN = (
    "already_registered",
    "Another record of yours has this reference.",
    "En anden af jeres registreringer har dette sagsnummer.",
)


async def refer(desk: Desk, category: str, record: Mapping[Any, Any], reference: str | None) -> None:
    """Give a new record its reference, if it has one.

    Args:
        record: as it was written.

    Raises:
        Conflict: another record of the collection has it.
    """
    await refer_all(desk, category, [{**record, "external_reference": reference}])


async def refer_all(
    desk: Desk, category: str, records: Sequence[Mapping[Any, Any]], pointer: str = "/external_reference"
) -> None:
    """Give each new record its `external_reference`, if it has one; one statement at most.

    Args:
        pointer: to what a refusal points.

    Raises:
        Conflict: another record of the collection has one of them.
    """
    of = REFERABLE[category]
    rows = [_row(desk, of, each) for each in records if each["external_reference"] is not None]
    if not rows:
        return
    desk.require_scope(of.category, Operation.CREATE)
    try:
        await desk.insert_all(of.category, rows, [pointer] * len(rows))
    except asyncpg.UniqueViolationError as error:
        raise Conflict(errors=[FieldError(pointer, *_TAKEN)]) from error


def _row(desk: Desk, of: Referable, record: Mapping[Any, Any]) -> dict[str, Any]:
    """A reference of a citizen's record is on the record's side; of any other, on the side of whoever gives it."""
    row = {
        **fresh(),
        "project_id": record["project_id"],
        "organisation_id": desk.organisation_id,
        "collection": of.collection,
        "reference": record["external_reference"],
        "record_id": record["id"],
    }
    if of.category == "external_reference":
        citizen_id = record.get("citizen_id", record["id"])
        return {**row, "citizen_id": citizen_id, "track": record["track"], "view": _view(desk)}
    return {**row, "track": desk.principal.track}


async def record_of(desk: Desk, category: str, reference: str) -> UUID | None:
    """The record that bears the reference in the asker's own view.

    None where there is none, where it is another's, and where the asker may not see the record itself: one statement
    for all, so that nothing tells them apart.
    """
    if not desk.policy[category].allows(desk.role, Operation.READ):
        return None  # such a role has no right to the records' table either
    of = REFERABLE[category]
    table, records = table_of(desk.policy[of.category].table), table_of(desk.policy[category].table)
    rows = await desk.fetch(
        ("record of", category),
        lambda template: (
            select(table.c.record_id)
            .select_from(table.join(records, records.c.id == table.c.record_id))
            .where(
                table.c.organisation_id == template.asker.organisation,
                (table.c.view if "view" in table.c else func.coalesce(table.c.track, ""))
                == bindparam("view", type_=Text),
                table.c.collection == bindparam("collection", type_=Text),
                table.c.reference == bindparam("reference", type_=Text),
                template.readable(of.category),
                template.readable(category),
            )
        ),
        view=_view(desk),
        collection=of.collection,
        reference=reference,
    )
    return rows[0]["record_id"] if rows else None


async def known_of(desk: Desk, category: str, references: Sequence[str]) -> set[str]:
    """Which of these references are taken, whether the asker may see their records or not (`record_of` tells)."""
    of = REFERABLE[category]
    table = table_of(desk.policy[of.category].table)
    rows = await desk.fetch(
        ("known of", of.category),
        lambda template: select(table.c.reference).where(
            table.c.organisation_id == template.asker.organisation,
            (table.c.view if "view" in table.c else func.coalesce(table.c.track, "")) == bindparam("view", type_=Text),
            table.c.collection == bindparam("collection", type_=Text),
            table.c.reference == any_(bindparam("references", type_=_TEXTS)),
            template.readable(of.category),
        ),
        view=_view(desk),
        collection=of.collection,
        references=list(references),
    )
    return {row["reference"] for row in rows}


async def hold_references(desk: Desk, category: str, references: Iterable[str]) -> None:
    """As `hold_reference`, of many: always in the same order, so that two who hold some wait for each other in turn."""
    before = "/".join((str(desk.organisation_id), _view(desk), REFERABLE[category].collection))
    await desk.each_alone(f"reference/{before}/{each}" for each in sorted(references))


async def hold_reference(desk: Desk, category: str, reference: str) -> None:
    """Let nobody else give this reference to a record before the transaction has ended: of two, the second finds it."""
    await desk.alone("reference", desk.organisation_id, _view(desk), REFERABLE[category].collection, reference)


def _view(desk: Desk) -> str:
    return desk.principal.track or ""
