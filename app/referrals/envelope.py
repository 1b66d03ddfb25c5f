"""A referral with as much of it as the asker may read, in one statement, opened and laid out.

Summary and outcome are categories of their own: which of their rows the asker may read decides what is null, and
whether an accepted referral reads `completed`.
"""

from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    ColumnElement,
    FromClause,
    Select,
    Text,
    Uuid,
    and_,
    bindparam,
    exists,
    literal_column,
    or_,
    select,
)

from app.citizens.parts import as_json, ids_of, key_beside
from app.citizens.vault import unwrapped
from app.common.conditional import etag_of
from app.database.columns import Timestamp, table_of
from app.gate.desk import Desk
from app.referrals.states import ReferralStatus
from app.referrals.tables import Referral
from app.referrals.views import ReferralList, ReferralOut

REFERRALS = table_of(Referral.__tablename__)


def _part(desk: Desk, category: str) -> ColumnElement[Any]:
    """The summary or the outcome, as JSON; NULL where the asker may not read it."""
    row = table_of(desk.policy[category].table).alias(f"part_{category}")
    query = select(as_json(row)).select_from(row).where(row.c.referral_id == REFERRALS.c.id, desk.shown(category, row))
    return query.correlate(REFERRALS).scalar_subquery().label(category)


def envelopes(desk: Desk) -> Select[Any]:
    """The statement; add which referrals are meant. It carries the clause of every category."""
    return select(
        *REFERRALS.c,
        _part(desk, "referral_summary"),
        _part(desk, "referral_outcome"),
        key_beside(desk, REFERRALS).label("sender_key"),
    ).where(desk.readable("referral"))


def filters(desk: Desk, query: ReferralList) -> dict[str, ColumnElement[bool]]:
    """The filters that are set, by a name that fixes their text; none looks at what the asker is not shown."""
    conditions: dict[str, ColumnElement[bool]] = {}
    if query.status in {ReferralStatus.ACCEPTED, ReferralStatus.COMPLETED}:
        conditions[query.status] = _answered(desk, completed=query.status is ReferralStatus.COMPLETED)
    elif query.status:
        conditions["status"] = REFERRALS.c.status == bindparam("status", type_=Text)
    if query.citizen_id:
        conditions["citizen_id"] = and_(
            REFERRALS.c.citizen_id == bindparam("citizen_id", type_=Uuid),
            or_(
                REFERRALS.c.organisation_id == desk.asker.organisation,
                REFERRALS.c.status == literal_column("'accepted'", Text),
            ),
        )
    if query.updated_since:
        since = bindparam("updated_since", type_=Timestamp)
        outcome = table_of("referral_outcome").alias("news")
        later = _readable_outcome(desk, outcome, outcome.c.updated_at >= since)
        conditions["updated_since"] = or_(REFERRALS.c.updated_at >= since, later)
    return conditions


def _answered(desk: Desk, *, completed: bool) -> ColumnElement[bool]:
    outcome = table_of("referral_outcome").alias("ending")
    ended = _readable_outcome(desk, outcome, outcome.c.completed_at.is_not(None))
    return and_(REFERRALS.c.status == literal_column("'accepted'", Text), ended if completed else ~ended)


def _readable_outcome(desk: Desk, outcome: FromClause, condition: ColumnElement[bool]) -> ColumnElement[bool]:
    query: Select[Any] = select(literal_column("1")).select_from(outcome)
    return exists(
        query.where(
            outcome.c.referral_id == REFERRALS.c.id, condition, desk.shown("referral_outcome", outcome)
        ).correlate(REFERRALS)
    )


def status_of(row: Mapping[Any, Any]) -> ReferralStatus:
    """The status as the asker may know it."""
    outcome = row["referral_outcome"]
    return ReferralStatus.COMPLETED if outcome and outcome["completed_at"] else ReferralStatus(row["status"])


def etag(desk: Desk, row: Mapping[Any, Any]) -> str:
    """Changes with the referral and with the parts of it that the asker sees, and with nothing else."""
    parts = [
        f"{name}:{part['version']}" for name in ("referral_summary", "referral_outcome") if (part := _shown(row, name))
    ]
    sender = _sender(desk, row) or "withheld"
    return etag_of("referral", desk.organisation_id, row["id"], row["version"], sender, *parts)


def _sender(desk: Desk, row: Mapping[Any, Any]) -> UUID | None:
    """Who sent it; not to the recipient under special protection."""
    hidden = row["sender_withheld"] and row["organisation_id"] != desk.organisation_id
    return None if hidden else row["organisation_id"]


def log_seen(desk: Desk, row: Mapping[Any, Any]) -> None:
    """The referral, and each part shown, is a record seen."""
    desk.saw("referral", row)
    for category in ("referral_summary", "referral_outcome"):
        if part := _shown(row, category):
            desk.saw(category, ids_of(part))


def summary_of(desk: Desk, row: Mapping[Any, Any]) -> str | None:
    """The sender's words, where the asker may read them."""
    part = _shown(row, "referral_summary")
    return unwrapped(desk, row["sender_key"]).open("referral_summary", part, "summary") if part else None


def _shown(row: Mapping[Any, Any], name: str) -> Mapping[str, Any] | None:
    """A part of the referral; a summary whose key is no longer open to the asker stays shut."""
    part: Mapping[str, Any] | None = row[name]
    return None if name == "referral_summary" and row["sender_key"] is None else part


def referral_out(desk: Desk, row: Mapping[Any, Any]) -> ReferralOut:
    """Lay out a row of `envelopes`: to its recipient, before acceptance, no more than the minimum."""
    sender = row["organisation_id"] == desk.organisation_id
    known = sender or row["status"] == ReferralStatus.ACCEPTED
    outcome = row["referral_outcome"] or {}
    changed = [row["updated_at"], *([datetime.fromisoformat(outcome["updated_at"])] if outcome else [])]
    return ReferralOut(
        id=row["id"],
        project_id=row["project_id"],
        track=row["track"],
        citizen_id=row["citizen_id"] if known else None,
        consent_id=row["consent_id"] if known else None,
        sender_id=_sender(desk, row),
        recipient_id=row["recipient_id"],
        kind=row["kind"],
        urgency=row["urgency"],
        scopes=row["scopes"],
        summary=summary_of(desk, row),
        status=status_of(row),
        created_at=row["created_at"] if sender else row["sent_at"],
        updated_at=max(changed),
        sent_at=row["sent_at"],
        received_at=row["received_at"],
        responded_at=row["responded_at"],
        recalled_at=row["recalled_at"],
        rejected_reason=row["rejected_reason"],
        outcome=outcome.get("outcome"),
        course_started=outcome.get("course_started"),
        completed_at=outcome.get("completed_at"),
        external_reference=row.get("external_reference"),
        version=row["version"],
    )
