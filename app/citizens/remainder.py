"""What is left to a recipient of a citizen who is no longer open to it: the rows it registered itself.

They stay with their controller after a withdrawal (boundaries: "a recipient's own journal stays"). Of the citizen's
stem, which is another's, nothing is shown, and nothing new can begin here.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, func, literal, null, select, union_all

from app.citizens.envelope import BLOCKS, block_of, citizen_out, keys_of_stem, log_blocks
from app.citizens.states import CitizenStatus
from app.citizens.views import CitizenOut
from app.common.conditional import etag_of
from app.common.errors import NotFound
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.resources import Tagged


def _statement(desk: Desk) -> Select[Any]:
    rows = [
        select(table.c.citizen_id, table.c.project_id, table.c.track, table.c.created_at, table.c.updated_at).where(
            table.c.citizen_id == bindparam("citizen_id", type_=Uuid),
            table.c.organisation_id == desk.asker.organisation,
            desk.readable(category, table),
        )
        for category in BLOCKS
        for table in [table_of(desk.policy[category].table).alias(f"own_{category}")]
    ]
    every = union_all(*rows).subquery("every")
    left = (
        select(
            every.c.citizen_id.label("id"),
            every.c.project_id,
            every.c.track,
            func.min(every.c.created_at).label("created_at"),
            func.max(every.c.updated_at).label("updated_at"),
        )
        .group_by(every.c.citizen_id, every.c.project_id, every.c.track)
        .subquery("left")
    )
    return select(
        *left.c,
        left.c.updated_at.label("shown_at"),
        literal(CitizenStatus.CLOSED.value).label("status"),
        literal(1).label("version"),
        literal(value=True).label("specially_protected"),
        null().label("organisation_id"),
        null().label("identified_by"),
        null().label("external_reference"),
        keys_of_stem(desk, left),
        *(block_of(desk, category, left) for category in BLOCKS),
    )


async def own_of(desk: Desk, citizen_id: UUID) -> Tagged[CitizenOut]:
    """The asker's own rows, as a citizen of whom nothing else is known.

    Raises:
        NotFound: it has none.
    """
    rows = await desk.fetch("own rows of a citizen", _statement, citizen_id=citizen_id)
    if not rows:
        raise NotFound
    row: Mapping[str, Any] = rows[0]
    log_blocks(desk, row)
    desk.event.record_id = citizen_id
    versions = [f"{category}:{row[category]['version']}" for category in BLOCKS if row[category]]
    return Tagged(citizen_out(desk, row), etag_of("own rows", desk.organisation_id, citizen_id, *versions))
