"""Whose a course or a need is, which special protection hides (the wall, rule 11)."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.database.columns import table_of
from app.gate.desk import Desk

Row = Mapping[Any, Any]


async def hidden(desk: Desk, rows: Iterable[Row]) -> frozenset[UUID]:
    """The citizens among other controllers' rows whose controllers are not named; those one cannot look up as well.

    One statement, and none where all the rows are one's own.
    """
    others = {row["citizen_id"] for row in rows if row["organisation_id"] != desk.organisation_id}
    if not others:
        return frozenset()
    stem = table_of("citizen")
    known = await desk.rows(
        select(stem.c.id).where(stem.c.id.in_(others), ~stem.c.specially_protected, desk.readable("citizen"))
    )
    return frozenset(others - {each["id"] for each in known})


def controller_of(row: Row, of_hidden: frozenset[UUID]) -> UUID | None:
    """Whose the row is, where that may be known."""
    organisation_id: UUID = row["organisation_id"]
    return None if row["citizen_id"] in of_hidden else organisation_id
