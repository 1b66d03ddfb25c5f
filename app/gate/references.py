"""Records that a body or a path refers to: the asker's to use, or as good as never there."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select

from app.boundary.policy import Operation
from app.common.errors import NotFound
from app.database.columns import table_of
from app.gate.desk import Desk, unknown_reference


async def referred(desk: Desk, category: str, record_id: UUID, pointer: str) -> Mapping[Any, Any]:
    """A readable record named in the body at `pointer`.

    Raises:
        InvalidContent: `unknown_reference`, whether it is absent or somebody else's.
    """
    try:
        return await desk.find(category, record_id)
    except NotFound:
        raise unknown_reference(pointer) from None


async def kept(desk: Desk, category: str, record_id: UUID, pointer: str | None = None) -> Mapping[Any, Any]:
    """A record that the asker itself keeps (may change), and does not only read.

    Args:
        pointer: where the body names it, unless the path does.

    Raises:
        NotFound: absent, or another's.
        InvalidContent: likewise, pointing at `pointer`.
    """
    found = desk.policy[category]
    table = table_of(found.table)
    # A role that never keeps such records has no right to the table either.
    rows = found.allows(desk.role, Operation.UPDATE) and await desk.fetch(
        ("kept", category),
        lambda template: select(*template.columns(category)).where(
            table.c.id == bindparam("record_id", type_=Uuid),
            template.readable(category),
            template.may(category, Operation.UPDATE),
        ),
        record_id=record_id,
    )
    if not rows:
        raise unknown_reference(pointer) if pointer else NotFound()
    return rows[0]
