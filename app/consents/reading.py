"""Consents as each party reads them: the holder whole, a recipient what was signed.

Whom else a consent names tells of municipality and NGO, which special protection hides (the wall, rule 11). A
recipient therefore sees the others only once the citizen is open to it, and then not under special protection.
"""

from collections.abc import Mapping
from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    Interval,
    Select,
    Uuid,
    and_,
    any_,
    bindparam,
    case,
    func,
    literal,
    or_,
    select,
    union_all,
)

from app.boundary.policy import Operation
from app.common.conditional import etag_of
from app.common.errors import NotFound
from app.common.workdays import COPENHAGEN
from app.consents.states import ConsentStatus
from app.consents.tables import Consent
from app.consents.terms import status_now
from app.consents.views import ConsentList, ConsentOut
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged

CONSENTS = table_of(Consent.__tablename__)


async def get(desk: Desk, consent_id: UUID) -> Tagged[ConsentOut]:
    """One consent."""
    rows = await desk.fetch(
        "consent",
        lambda template: (
            _shown(template)
            .add_columns(*template.referenced("consent", CONSENTS))
            .where(CONSENTS.c.id == bindparam("consent_id", type_=Uuid), template.readable("consent"))
        ),
        consent_id=consent_id,
    )
    if not rows:
        raise NotFound
    row = rows[0]
    desk.saw("consent", row)
    desk.event.record_id = consent_id
    view = consent_out(desk, row)
    shown = (view.version, view.status, view.holder_id, *view.recipients)
    return Tagged(view, etag_of("consent", desk.organisation_id, view.id, *shown))


async def page(desk: Desk, query: ConsentList) -> Page[ConsentOut]:
    """Consents that the asker holds or is named in, newest first."""
    keys = keyset(desk, query, "consents")
    sides = _sides(desk)
    wanted = [*keys.where(CONSENTS.c.created_at, CONSENTS.c.id), *_filters(desk, query), desk.readable("consent")]
    newest = [
        _shown(desk)
        .where(side, *wanted)
        .order_by(CONSENTS.c.created_at.desc(), CONSENTS.c.id.desc())
        .limit(query.limit + 1)
        .subquery()
        for name, side in sides.items()
        if query.held in {None, name}
    ]
    if not newest:  # the police are named in none
        return keys.page([], [])
    both = union_all(*(select(*each.c) for each in newest)).subquery()
    chosen = select(both).order_by(both.c.created_at.desc(), both.c.id.desc()).limit(query.limit + 1).subquery()
    own = desk.referenced("consent", chosen)
    rows = await desk.rows(select(chosen, *own).order_by(chosen.c.created_at.desc(), chosen.c.id.desc()))
    shown = rows[: query.limit]
    for row in shown:
        desk.saw("consent", row)
    return keys.page(rows, [consent_out(desk, row) for row in shown])


def _sides(desk: Desk) -> dict[str, ColumnElement[bool]]:
    """One's own, and those of others within one's projects that may name one: each is one index walk."""
    own = CONSENTS.c.organisation_id == desk.organisation_id
    if not any("named" in cell.when for cell in desk.policy["consent"].cells_for(desk.role, Operation.READ)):
        return {"own": own}
    partner = table_of("project_partner")
    projects = select(partner.c.project_id).where(partner.c.organisation_id == desk.organisation_id)
    return {"own": own, "named": and_(~own, CONSENTS.c.project_id.in_(projects))}


def _filters(desk: Desk, query: ConsentList) -> list[ColumnElement[bool]]:
    conditions: list[ColumnElement[bool]] = []
    if query.citizen_id:
        conditions.append(CONSENTS.c.citizen_id == query.citizen_id)
    if query.status:
        conditions.append(_in_status(query.status))
    if query.recipient_id:
        # A filter must not tell what the view withholds.
        conditions.append(literal(query.recipient_id) == any_(CONSENTS.c.recipients))
        if query.recipient_id != desk.organisation_id:
            conditions.append(CONSENTS.c.organisation_id == desk.organisation_id)
    if query.updated_since:
        # To whom it only names, a consent is as new as the day: the moment of another's writing is not shown, and a
        # filter must not tell it either.
        day = func.date_trunc("day", CONSENTS.c.updated_at, COPENHAGEN.key) + literal(timedelta(days=1), Interval)
        own = CONSENTS.c.organisation_id == desk.organisation_id
        written = case((own, CONSENTS.c.updated_at), else_=day)
        conditions.append(written >= query.updated_since)
    return conditions


def _in_status(status: ConsentStatus) -> ColumnElement[bool]:
    until = CONSENTS.c.valid_until
    stored = CONSENTS.c.status == status
    if status is ConsentStatus.ACTIVE:
        return and_(stored, or_(until.is_(None), until > func.now()))
    if status is ConsentStatus.EXPIRED:
        return or_(stored, and_(CONSENTS.c.status == ConsentStatus.ACTIVE, until <= func.now()))
    return stored


def _shown(desk: Desk) -> Select[Any]:
    """Consents, each with whether the asker may know whom else it names."""
    stem = table_of("citizen").alias("known_citizen")
    unprotected = (
        select(~stem.c.specially_protected)
        .where(stem.c.id == CONSENTS.c.citizen_id, desk.readable("citizen", stem))
        .correlate(CONSENTS)
        .scalar_subquery()
    )
    own = CONSENTS.c.organisation_id == desk.asker.organisation
    return select(*CONSENTS.c, or_(own, func.coalesce(unprotected, False)).label("others_shown"))


def consent_out(desk: Desk, row: Mapping[Any, Any]) -> ConsentOut:
    """Lay out a row of `_shown`."""
    own = row["organisation_id"] == desk.organisation_id
    shown = row["others_shown"]
    return ConsentOut.model_validate(
        {
            **row,
            "holder_id": row["organisation_id"] if shown else None,
            "recipients": row["recipients"] if shown else [desk.organisation_id],
            "supersedes_id": row["supersedes_id"] if own else None,
            # Words of the holder's own, which nobody else needs (the wall, rule 5).
            "informed_by": row["informed_by"] if own else None,
            "status": status_now(row),
            "withheld": [] if shown else ["recipients"],
        }
    )
