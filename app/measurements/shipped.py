"""The instruments that ship as data: scales and scoring, no wording.

Written once by the owner, stepping into the operator's role, whenever the schema is brought up to date; a version
that is there already stays as it is. They come as drafts: the administrator enters the wording and takes them into use.
"""

import json
from collections.abc import Collection
from functools import lru_cache
from pathlib import Path

from sqlalchemy import update
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncConnection

from app.database.columns import fresh, table_of, utc_now
from app.database.roles import as_operator
from app.measurements.instrument_views import InstrumentIn
from app.measurements.states import InstrumentStatus
from app.measurements.tables import Instrument

_DATA = Path(__file__).with_name("data") / "instruments.json"


@lru_cache
def shipped() -> tuple[InstrumentIn, ...]:
    """The first version of each, read as strictly as if it had been sent in."""
    return tuple(InstrumentIn.model_validate(each) for each in json.loads(_DATA.read_text(encoding="utf-8")))


async def ship(connection: AsyncConnection) -> None:
    """Write those that are not there, in the caller's transaction; the connection is the owner's."""
    await as_operator(connection)
    for each in shipped():
        row = {**fresh(), **each.model_dump(mode="json"), "instrument_version": 1, "status": InstrumentStatus.DRAFT}
        await connection.execute(insert(table_of(Instrument.__tablename__)).values(**row).on_conflict_do_nothing())


async def take_into_use(connection: AsyncConnection, codes: Collection[str]) -> None:
    """Activate the shipped drafts of these, as a demo's administrator would; likewise."""
    instruments = table_of(Instrument.__tablename__)
    await connection.execute(
        update(instruments)
        .where(
            instruments.c.code.in_(codes),
            instruments.c.instrument_version == 1,
            instruments.c.status == InstrumentStatus.DRAFT,
        )
        .values(status=InstrumentStatus.ACTIVE, activated_at=utc_now(), version=instruments.c.version + 1)
    )
