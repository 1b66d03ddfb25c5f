"""Who did and saw what: a citizen's access log, and the organisation's own users' events.

Reading the log is an event of its own; the entries that are read are not logged one by one, or the log would grow by
being read.
"""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Text,
    and_,
    bindparam,
    exists,
    literal,
    or_,
    select,
    true,
)

from app.common.errors import NotFound
from app.database.columns import Timestamp, table_of
from app.gate.desk import Desk
from app.gate.paging import Keyset, Page, keyset
from app.journey.events import CITIZEN_ID
from app.journey.log_views import AccessLogQuery, AccessOut, AuditEventOut, AuditEventQuery
from app.journey.ordering import Ordering, ordering
from app.referrals.states import ReferralStatus

_FILTERS = ("since", "until", "category", "action", "outcome")


def _chosen(query: AccessLogQuery | AuditEventQuery) -> dict[str, Any]:
    """The filters that are set."""
    return {name: value for name in _FILTERS if (value := getattr(query, name, None)) is not None}


def _filtered(row: FromClause, names: Iterable[str]) -> list[ColumnElement[bool]]:
    conditions = {
        "since": lambda: row.c.at >= bindparam("since", type_=Timestamp),
        "until": lambda: row.c.at < bindparam("until", type_=Timestamp),
    }
    return [conditions[name]() if name in conditions else row.c[name] == bindparam(name, type_=Text) for name in names]


def _once_seen(desk: Desk) -> ColumnElement[bool]:
    """Whether the citizen was ever shown to the asker's organisation."""
    row = table_of("audit_subject").alias("seen")
    query = select(row.c.event_id).where(
        row.c.citizen_id == CITIZEN_ID, row.c.category == "citizen", desk.readable("audit_subject", row)
    )
    return exists(query)


def _tied_to_citizen(desk: Desk, row: FromClause) -> ColumnElement[bool]:
    """To its recipient a referral belongs to no citizen until it is accepted; nor does what was done with it."""
    referral = table_of("referral").alias("unanswered")
    query = select(referral.c.id).where(
        referral.c.id == row.c.record_id,
        referral.c.organisation_id != desk.asker.organisation,
        referral.c.status != ReferralStatus.ACCEPTED,
    )
    return or_(row.c.category != "referral", ~exists(query.correlate(row)))


def _accesses(desk: Desk, place: Ordering, filters: Iterable[str]) -> Select[Any]:
    row, event = table_of("audit_subject").alias("subject"), table_of("audit_event").alias("event")
    stem = table_of("citizen").alias("stem")
    own_event = and_(event.c.id == row.c.event_id, desk.readable("audit_event", event))
    part = place.part(
        select(
            row.c.at.label("sorted_at"),
            row.c.position.label("rank"),
            *(row.c[name] for name in ("event_id", "at", "organisation_id", "access", "category", "record_id")),
            event.c.staff_id,
            event.c.action,
        )
        .select_from(row.outerjoin(event, own_event))
        .where(
            row.c.citizen_id == CITIZEN_ID,
            desk.readable("audit_subject", row),
            _tied_to_citizen(desk, row),
            *_filtered(row, filters),
        )
    )
    visible = exists(select(stem.c.id).where(stem.c.id == CITIZEN_ID, desk.readable("citizen", stem)))
    known = select(literal(1).label("one")).where(or_(visible, _once_seen(desk))).subquery("known")
    return select(*part.c).select_from(known.outerjoin(part, true())).order_by(*place.key(part))


async def access_log(desk: Desk, citizen_id: UUID, query: AccessLogQuery) -> Page[AccessOut]:
    """What the asker's own users did with the citizen's data, and what others did with the asker's own, newest first.

    It stays readable when the citizen no longer is: what was done before a withdrawal stays the asker's to answer for.

    Raises:
        NotFound: the citizen neither is nor was the asker's to see.
    """
    place = ordering(desk, query, f"citizens/{citizen_id}/access-log", identity="event_id", newest_first=True)
    filters = _chosen(query)
    rows = await desk.fetch(
        ("access-log", *place.form, *filters),
        lambda template: _accesses(template, place, filters),
        citizen_id=citizen_id,
        **place.values(),
        **filters,
    )
    if not rows:
        raise NotFound
    found = [each for each in rows if each["event_id"] is not None]
    desk.event.record_id = citizen_id
    return place.page(found, [_access(each) for each in found[: query.limit]])


def _access(row: Mapping[Any, Any]) -> AccessOut:
    names = ("at", "organisation_id", "staff_id", "access", "action", "category", "record_id")
    return AccessOut.model_validate({name: row[name] for name in names})


def _events(desk: Desk, keys: Keyset, filters: Iterable[str]) -> Select[Any]:
    row = table_of("audit_event")
    return (
        select(*(row.c[name] for name in AuditEventOut.model_fields))
        .where(
            row.c.organisation_id == desk.asker.organisation,
            desk.readable("audit_event"),
            *_filtered(row, filters),
            *keys.seek(row.c.at, row.c.id),
        )
        .order_by(row.c.at.desc(), row.c.id.desc())
        .limit(keys.count)
    )


async def audit_events(desk: Desk, query: AuditEventQuery) -> Page[AuditEventOut]:
    """What the organisation's own clients did, newest first; a caseworker's own only."""
    keys, filters = keyset(desk, query, "audit-events"), _chosen(query)
    rows = await desk.fetch(
        ("audit-events", keys.after is None, *filters),
        lambda template: _events(template, keys, filters),
        **keys.values(),
        **filters,
    )
    return keys.page(rows, [AuditEventOut.model_validate(each) for each in rows[: query.limit]], time="at")
