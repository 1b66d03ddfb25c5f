"""An incident with every part that the asker may read, in one statement.

The police read from their file; a recipient reads from the parts that were disclosed to it, and learns neither
number, time nor place, nor when the police wrote them down.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Select, Uuid, bindparam, null, select, union

from app.boundary.policy import Operation
from app.citizens.disclosures import standing
from app.citizens.incident_tables import Incident, IncidentAccount, IncidentOffence, IncidentSummary
from app.citizens.incident_views import Block, IncidentList, IncidentOut, RegistrationOut, SummaryOut
from app.citizens.parts import as_json, ids_of, key_beside
from app.citizens.vault import OpenKey, unwrapped
from app.common.conditional import etag_of
from app.common.errors import NotFound
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.paging import Keyset, Page, keyset
from app.gate.resources import Tagged

_PARTS: dict[Block, tuple[str, str]] = {
    "registration": ("incident", Incident.__tablename__),
    "summary": ("incident_summary", IncidentSummary.__tablename__),
    "account": ("incident_account", IncidentAccount.__tablename__),
    "offences": ("incident_offence", IncidentOffence.__tablename__),
}
"""Each block's category and table."""


async def get(desk: Desk, incident_id: UUID) -> Tagged[IncidentOut]:
    """One incident."""
    this = bindparam("incident_id", type_=Uuid)

    def build(template: Desk) -> Select[Any]:
        chosen = _visible(template, None, incident_id=this)
        return _with_parts(template, chosen).add_columns(*template.referenced("incident", chosen))

    rows = await desk.fetch("incident", build, incident_id=incident_id)
    if not rows:
        raise NotFound
    row = rows[0]
    desk.event.record_id = incident_id
    return Tagged(_out(desk, row), _etag(desk, row))


async def page(desk: Desk, query: IncidentList) -> Page[IncidentOut]:
    """Incidents, newest first."""
    keys = keyset(desk, query, "incidents")
    chosen = _visible(desk, keys, citizen_id=query.citizen_id)
    rows = await desk.rows(_with_parts(desk, chosen).add_columns(*desk.referenced("incident", chosen)))
    return keys.page(rows, [_out(desk, row) for row in rows[: query.limit]])


def _visible(
    desk: Desk, keys: Keyset | None, *, citizen_id: UUID | None = None, incident_id: ColumnElement[UUID] | None = None
) -> FromClause:
    """Which incidents the asker sees anything of: those of its file, or those with a part disclosed to it."""
    parts: tuple[Block, ...] = ("registration",) if _reads(desk, "registration") else ("summary", "account", "offences")
    sources = [_of_part(desk, block, keys, citizen_id, incident_id) for block in parts if _reads(desk, block)]
    both = union(*sources).subquery("visible")
    chosen = select(both).order_by(both.c.created_at.desc(), both.c.id.desc())
    return (chosen if keys is None else chosen.limit(keys.limit + 1)).subquery("chosen")


def _reads(desk: Desk, block: Block) -> bool:
    return desk.policy[_PARTS[block][0]].allows(desk.role, Operation.READ)


def _of_part(
    desk: Desk, block: Block, keys: Keyset | None, citizen_id: UUID | None, incident_id: ColumnElement[UUID] | None
) -> Select[Any]:
    """Incidents by one of their parts, driven from what one owns or from what was disclosed to one."""
    category, name = _PARTS[block]
    row = table_of(name).alias(f"seen_{block}")
    identity = row.c.id if block == "registration" else row.c.incident_id
    found = select(
        identity.label("id"), row.c.project_id, row.c.organisation_id, row.c.citizen_id, row.c.track, row.c.created_at
    ).where(desk.shown(category, row))
    if incident_id is not None:
        return found.where(identity == incident_id)
    if citizen_id is not None:
        found = found.where(row.c.citizen_id == citizen_id)
    elif block == "registration":
        found = found.where(row.c.organisation_id == desk.asker.organisation)
    else:
        opened = table_of("disclosure").alias(f"opened_{block}")
        found = found.select_from(
            opened.join(
                row,
                (row.c.citizen_id == opened.c.citizen_id)
                & (row.c.organisation_id == opened.c.source_organisation_id)
                & (opened.c.category == category),
            )
        ).where(*standing(desk, opened))
        # Passed on twice, an incident still counts once against the page's size.
        found = found.distinct()
    if keys is None:
        return found
    return (
        found.where(*keys.where(row.c.created_at, identity))
        .order_by(row.c.created_at.desc(), identity.desc())
        .limit(keys.limit + 1)
    )


def _with_parts(desk: Desk, chosen: FromClause) -> Select[Any]:
    return select(
        *chosen.c, *(_part(desk, block, chosen) for block in _PARTS), key_beside(desk, chosen).label("key")
    ).order_by(chosen.c.created_at.desc(), chosen.c.id.desc())


def _part(desk: Desk, block: Block, chosen: FromClause) -> ColumnElement[Any]:
    category, name = _PARTS[block]
    if not _reads(desk, block):
        return null().label(block)
    row = table_of(name).alias(f"part_{block}")
    identity = row.c.id if block == "registration" else row.c.incident_id
    return (
        select(as_json(row))
        .select_from(row)
        .where(identity == chosen.c.id, desk.shown(category, row))
        .correlate(chosen)
        .scalar_subquery()
        .label(block)
    )


def _etag(desk: Desk, row: Mapping[Any, Any]) -> str:
    # What is sealed is not there for one without the key.
    there = _PARTS if row["key"] else ("registration", "summary")
    parts = [f"{block}:{row[block]['version']}" for block in there if row[block] is not None]
    return etag_of("incident", desk.organisation_id, row["id"], *parts)


def _out(desk: Desk, row: Mapping[Any, Any]) -> IncidentOut:
    key = unwrapped(desk, row["key"]) if row["key"] else None
    registration, summary = row["registration"], row["summary"]
    account = _open(key, "account", row, "account")
    offences = _open(key, "offences", row, "offences")
    for block, (category, _) in _PARTS.items():
        if (part := row[block]) is not None:
            desk.saw(category, {**ids_of(part), "track": row["track"]})
    shown: dict[Block, Any] = {
        "registration": _registration(key, row) if registration else None,
        "summary": SummaryOut.model_validate(summary) if summary else None,
        "account": account,
        "offences": offences.split("\n") if offences else None,
    }
    own = row["organisation_id"] == desk.organisation_id
    return IncidentOut(
        id=row["id"],
        project_id=row["project_id"],
        citizen_id=row["citizen_id"],
        track=row["track"],
        controller_id=row["organisation_id"],
        external_reference=row.get("external_reference"),
        withheld=[] if own else [block for block in _PARTS if shown[block] is None],
        **shown,
    )


def _registration(key: OpenKey | None, row: Mapping[Any, Any]) -> RegistrationOut:
    registration = row["registration"]
    return RegistrationOut(
        number=_open(key, "registration", row, "number") or "",
        occurred_at=registration["occurred_at"],
        place=_open(key, "registration", row, "place"),
        status=registration["status"],
        created_at=registration["created_at"],
        version=registration["version"],
    )


def _open(key: OpenKey | None, block: Block, row: Mapping[Any, Any], column: str) -> str | None:
    """A recipient without the key (no consent to contact) gets nothing, as for any part withheld."""
    part = row[block]
    return key.open(_PARTS[block][1], part, column) if key and part is not None else None
