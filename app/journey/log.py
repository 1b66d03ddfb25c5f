"""Who did and saw what: a citizen's access log, and the organisation's own users' events.

Reading the log is an event of its own; the entries that are read are not logged one by one, or the log would grow by
being read.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, and_, exists, literal, or_, select, true

from app.common.errors import NotFound
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.paging import Page, keyset
from app.journey.log_views import AccessLogQuery, AccessOut, AuditEventOut, AuditEventQuery
from app.journey.ordering import ordering
from app.referrals.states import ReferralStatus


def _between(row: FromClause, query: AccessLogQuery | AuditEventQuery) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.since:
        conditions.append(row.c.at >= query.since)
    if query.until:
        conditions.append(row.c.at < query.until)
    if query.category:
        conditions.append(row.c.category == query.category)
    return conditions


def _once_seen(desk: Desk, citizen_id: UUID) -> ColumnElement[bool]:
    """Whether the citizen was ever shown to the asker's organisation."""
    row = table_of("audit_subject").alias("seen")
    query = select(row.c.event_id).where(
        row.c.citizen_id == citizen_id, row.c.category == "citizen", desk.readable("audit_subject", row)
    )
    return exists(query)


def _tied_to_citizen(desk: Desk, row: FromClause) -> ColumnElement[bool]:
    """To its recipient a referral belongs to no citizen until it is accepted; nor does what was done with it."""
    referral = table_of("referral").alias("unanswered")
    query = select(referral.c.id).where(
        referral.c.id == row.c.record_id,
        referral.c.organisation_id != desk.organisation_id,
        referral.c.status != ReferralStatus.ACCEPTED,
    )
    return or_(row.c.category != "referral", ~exists(query.correlate(row)))


async def access_log(desk: Desk, citizen_id: UUID, query: AccessLogQuery) -> Page[AccessOut]:
    """What the asker's own users did with the citizen's data, and what others did with the asker's own, newest first.

    It stays readable when the citizen no longer is: what was done before a withdrawal stays the asker's to answer for.

    Raises:
        NotFound: the citizen neither is nor was the asker's to see.
    """
    place = ordering(desk, query, f"citizens/{citizen_id}/access-log", identity="event_id", newest_first=True)
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
            row.c.citizen_id == citizen_id,
            desk.readable("audit_subject", row),
            _tied_to_citizen(desk, row),
            *_between(row, query),
        )
    )
    visible = exists(select(stem.c.id).where(stem.c.id == citizen_id, desk.readable("citizen", stem)))
    known = select(literal(1).label("one")).where(or_(visible, _once_seen(desk, citizen_id))).subquery("known")
    rows = await desk.rows(select(*part.c).select_from(known.outerjoin(part, true())).order_by(*place.key(part)))
    if not rows:
        raise NotFound
    found = [each for each in rows if each["event_id"] is not None]
    desk.event.record_id = citizen_id
    return place.page(found, [_access(each) for each in found[: query.limit]])


def _access(row: Mapping[Any, Any]) -> AccessOut:
    names = ("at", "organisation_id", "staff_id", "access", "action", "category", "record_id")
    return AccessOut.model_validate({name: row[name] for name in names})


async def audit_events(desk: Desk, query: AuditEventQuery) -> Page[AuditEventOut]:
    """What the organisation's own clients did, newest first; a caseworker's own only."""
    keys = keyset(desk, query, "audit-events")
    row = table_of("audit_event")
    conditions = _between(row, query)
    if query.action:
        conditions.append(row.c.action == query.action)
    if query.outcome:
        conditions.append(row.c.outcome == query.outcome)
    rows = await desk.rows(
        select(*(row.c[name] for name in AuditEventOut.model_fields))
        .where(
            row.c.organisation_id == desk.organisation_id,
            desk.readable("audit_event"),
            *conditions,
            *keys.where(row.c.at, row.c.id),
        )
        .order_by(row.c.at.desc(), row.c.id.desc())
        .limit(query.limit + 1)
    )
    items = [AuditEventOut.model_validate(dict(each)) for each in rows[: query.limit]]
    return keys.page(rows, items, time="at")
