"""The timeline of a citizen, in one statement."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import FromClause, Select, select, true

from app.common.errors import NotFound
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.paging import Page
from app.journey.events import CITIZEN_ID, events
from app.journey.kinds import EVENT_LABELS, EventKind
from app.journey.ordering import Ordering, ordering
from app.journey.views import TimelineEvent, TimelineQuery


def _statement(desk: Desk, place: Ordering) -> Select[Any]:
    stem: FromClause = table_of("citizen").alias("stem")
    part = place.part(events(desk))
    return (
        select(
            stem.c.id,
            stem.c.organisation_id,
            stem.c.track,
            stem.c.specially_protected,
            *part.c,
        )
        .select_from(stem.outerjoin(part, true()))
        .where(stem.c.id == CITIZEN_ID, desk.readable("citizen", stem))
        .order_by(*place.key(part))
    )


async def timeline(desk: Desk, citizen_id: UUID, query: TimelineQuery) -> Page[TimelineEvent]:
    """What happened, as far as the asker may see it, oldest first.

    Raises:
        NotFound: the citizen is not the asker's to see.
    """
    place = ordering(desk, query, f"citizens/{citizen_id}/timeline")
    rows = await desk.fetch(
        ("timeline", *place.form),
        lambda template: _statement(template, place),
        citizen_id=citizen_id,
        **place.values(),
    )
    if not rows:
        raise NotFound
    desk.event.record_id = citizen_id
    desk.saw("citizen", rows[0])
    found = [row for row in rows if row["record_id"] is not None]
    for row in found[: query.limit]:
        seen = {"id": row["record_id"], "organisation_id": row["controller_id"], "citizen_id": citizen_id}
        desk.saw(row["category"], {**seen, "track": row["track"]})
    return place.page(found, [_out(desk, row) for row in found[: query.limit]])


def _out(desk: Desk, row: Mapping[Any, Any]) -> TimelineEvent:
    kind = EventKind(row["kind"])
    hidden = row["specially_protected"] and row["controller_id"] != desk.organisation_id
    return TimelineEvent(
        at=row["at"],
        on=row["on"],
        kind=kind,
        label_da=EVENT_LABELS[kind].da,
        label_en=EVENT_LABELS[kind].en,
        category=row["category"],
        record_id=row["record_id"],
        controller_id=None if hidden else row["controller_id"],
    )
