"""Acknowledging a withdrawal: each recipient says that it has acted on it, within three working days (GDPR 19).

So does a recipient whose access ended with a renewal: the consent that replaced its own carries it on no more.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from asyncpg import UniqueViolationError
from sqlalchemy import TIMESTAMP, ColumnElement, Uuid, exists, literal, select

from app.boundary.policy import Operation
from app.citizens.stem import about
from app.common.errors import ForbiddenTransition
from app.common.workdays import danish_date, workdays_after
from app.consents.errors import AlreadyAcknowledged
from app.consents.states import ASKED_FOR, TRANSITIONS, ConsentStatus
from app.consents.tables import WithdrawalAcknowledgement
from app.consents.terms import status_now
from app.consents.views import AcknowledgementList, AcknowledgementOut
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk

ACKNOWLEDGEMENTS = table_of(WithdrawalAcknowledgement.__tablename__)
WORKDAYS = 3


async def acknowledge(desk: Desk, consent_id: UUID) -> AcknowledgementOut:
    """Register the asker's acknowledgement.

    Raises:
        AlreadyAcknowledged: a second one.
        ForbiddenTransition: nothing was withdrawn, nor lost by a renewal.
    """
    consent = await desk.find("consent", consent_id)
    desk.event.record_id = consent_id
    if not await _ended(desk, consent):
        status = status_now(consent)
        raise ForbiddenTransition(state=status, allowed=sorted(TRANSITIONS[status] & ASKED_FOR))
    now = utc_now()
    row = {
        **about(desk, consent),
        "consent_id": consent_id,
        "holder_id": consent["organisation_id"],
        "acknowledged_at": now,
    }
    try:
        await desk.insert("withdrawal_acknowledgement", row)
    except UniqueViolationError as error:
        raise AlreadyAcknowledged from error
    return _out(consent, {"organisation_id": desk.organisation_id, "acknowledged_at": now})


async def acknowledgements(desk: Desk, consent_id: UUID) -> AcknowledgementList:
    """Who has acknowledged and who has not: all recipients to the holder, to a recipient itself.

    Only those who can act on a withdrawal here are asked for one: the holder knows, and the evaluator's data are
    governed by its releases.
    """
    consent = await desk.find("consent", consent_id)
    desk.event.record_id = consent_id
    if consent["status"] not in {ConsentStatus.WITHDRAWN, ConsentStatus.SUPERSEDED}:
        return AcknowledgementList(items=[])
    organisation = table_of("organisation")
    rows = await desk.rows(
        select(organisation.c.id.label("organisation_id"), ACKNOWLEDGEMENTS.c.acknowledged_at)
        .select_from(organisation)
        .outerjoin(
            ACKNOWLEDGEMENTS,
            (ACKNOWLEDGEMENTS.c.consent_id == consent_id)
            & (ACKNOWLEDGEMENTS.c.organisation_id == organisation.c.id)
            & desk.readable("withdrawal_acknowledgement"),
        )
        .where(*_asked(desk, consent), desk.readable("organisation"))
        .order_by(organisation.c.id)
    )
    return AcknowledgementList(items=[_out(consent, row) for row in rows])


def access_lost(
    desk: Desk,
    consent_id: ColumnElement[UUID],
    replaced_at: ColumnElement[datetime],
    organisation_id: ColumnElement[UUID],
) -> ColumnElement[bool]:
    """A citizen was open to the organisation under the consent until this was replaced, and is so no more.

    What the new consent covers went on under that one; what still rested on the old one ended with it. What had ended
    before, as with a partnership, was not lost by the renewal.
    """
    lost = table_of("disclosure").alias("lost")
    return exists().where(
        lost.c.consent_id == consent_id,
        lost.c.recipient_id == organisation_id,
        lost.c.category == "citizen",
        lost.c.opened_at.is_not(None),
        lost.c.ended_at >= replaced_at,
        desk.readable("disclosure", lost),
    )


async def _ended(desk: Desk, consent: Mapping[Any, Any]) -> bool:
    if consent["status"] != ConsentStatus.SUPERSEDED:
        return bool(consent["status"] == ConsentStatus.WITHDRAWN)
    mine = access_lost(desk, *_replaced(consent), desk.asker.organisation)
    return await desk.row(select(literal(value=True)).where(mine)) is not None


def _replaced(consent: Mapping[Any, Any]) -> tuple[ColumnElement[UUID], ColumnElement[datetime]]:
    # A consent that was replaced never changes again.
    return literal(consent["id"], Uuid), literal(consent["updated_at"], TIMESTAMP(timezone=True))


def _asked(desk: Desk, consent: Mapping[Any, Any]) -> list[ColumnElement[bool]]:
    organisation = table_of("organisation")
    category = desk.policy["withdrawal_acknowledgement"]
    able = sorted({cell.role for cell in category.cells if Operation.CREATE in cell.operations})
    holds = consent["organisation_id"] == desk.organisation_id
    replaced = consent["status"] == ConsentStatus.SUPERSEDED
    return [
        *([access_lost(desk, *_replaced(consent), organisation.c.id)] if replaced else []),
        organisation.c.id.in_(consent["recipients"] if holds else [desk.organisation_id]),
        organisation.c.id != consent["organisation_id"],
        organisation.c.type.in_(able),
    ]


def _out(consent: Mapping[Any, Any], row: Mapping[Any, Any]) -> AcknowledgementOut:
    due_on = workdays_after(danish_date(consent["withdrawn_at"] or consent["updated_at"]), WORKDAYS)
    return AcknowledgementOut(
        organisation_id=row["organisation_id"],
        acknowledged_at=row["acknowledged_at"],
        due_on=due_on,
        overdue=row["acknowledged_at"] is None and danish_date(utc_now()) > due_on,
    )
