"""The tasks of the pathway in SQL: a part for each kind, each under its category's clause.

Whose task it is follows from whose records one may see: a caseworker gets what is theirs or nobody's. Only the
handing out of new citizens is the coordinator's.
"""

from collections.abc import Callable, Mapping
from datetime import timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Integer,
    Interval,
    Select,
    Text,
    Uuid,
    any_,
    bindparam,
    case,
    cast,
    exists,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import Grouping

from app.boundary.policy import Operation
from app.citizens.disclosures import opened, standing
from app.common.workdays import danish_date, workdays_between
from app.consents.states import ConsentStatus
from app.consents.withdrawal import WORKDAYS as WORKDAYS_TO_ACKNOWLEDGE
from app.consents.withdrawal import access_lost
from app.courses.states import SessionStatus
from app.database.columns import Timestamp, table_of, utc_now
from app.follow_ups.states import FollowUpStatus
from app.gate.desk import Desk
from app.integration.matching.service import own_citizen
from app.integration.matching.tables import Answer
from app.journey.kinds import TaskKind
from app.journey.ordering import NO_DATE
from app.measurements.missing import DAYS_TO_ANSWER, first_missing
from app.organisations.states import Function
from app.referrals.states import ReferralStatus, Urgency

WORKDAYS_TO_ACT: Mapping[Urgency, int] = {Urgency.ACUTE: 1, Urgency.SOON: 3, Urgency.ROUTINE: 5}
"""Working days within which a referral is answered, and a citizen contacted once it is accepted."""
WORKDAYS_TO_ASSIGN = 1
FOLLOW_UP_HORIZON = timedelta(days=14)
EXPIRY_HORIZON = timedelta(days=30)
_CALENDAR = (timedelta(days=800), timedelta(days=60))
"""How far back and ahead deadlines are counted; one that began before is overdue anyway."""

_RANKS = {kind: rank for rank, kind in enumerate(TaskKind)}
_DATES: Any = ARRAY(Date)


Parts = Mapping[TaskKind, tuple[str, Operation, Callable[[Desk], Select[Any]]]]

TODAY = bindparam("today", type_=Date)
NOW = bindparam("now", type_=Timestamp)
WORKDAYS = bindparam("workdays", type_=_DATES)


def values() -> dict[str, Any]:
    """The parameters of the parts: this moment, the day in Denmark, and the working days around it."""
    now = utc_now()
    day = danish_date(now)
    return {"now": now, "today": day, "workdays": workdays_between(day - _CALENDAR[0], day + _CALENDAR[1])}


def danish_day(moment: ColumnElement[Any]) -> ColumnElement[Any]:
    """The day in Denmark."""
    return cast(func.timezone("Europe/Copenhagen", moment), Date)


def _workdays_after(moment: ColumnElement[Any], count: Any) -> ColumnElement[Any]:
    """The working day `count` working days after a moment."""
    passed = func.width_bucket(danish_day(moment), WORKDAYS)
    return Grouping(cast(WORKDAYS, _DATES))[passed + count]


def task(
    desk: Desk, kind: TaskKind, category: str, row: FromClause, due_on: ColumnElement[Any], **columns: Any
) -> Select[Any]:
    """A row for each task; `columns` may say otherwise what is overdue, whose citizen is named, or whose row it is."""
    of_citizen = "citizen_id" in row.c  # which an interviewer's contact is not
    citizen_id = row.c.id if category == "citizen" else row.c.citizen_id if of_citizen else cast(null(), Uuid)
    return select(
        func.coalesce(func.timezone("Europe/Copenhagen", due_on), literal(NO_DATE)).label("sorted_at"),
        literal(_RANKS[kind], Integer).label("rank"),
        literal(kind.value, Text).label("kind"),
        cast(due_on, Date).label("due_on"),
        func.coalesce(columns.get("overdue", due_on < TODAY), literal(value=False)).label("overdue"),
        cast(columns.get("citizen_id", citizen_id), Uuid).label("citizen_id"),
        columns.get("about", citizen_id).label("about"),
        literal(category, Text).label("category"),
        row.c.id.label("record_id"),
        columns.get("organisation_id", row.c.organisation_id).label("organisation_id"),
        row.c.project_id if "project_id" in row.c else cast(null(), Uuid).label("project_id"),
        row.c.track if "track" in row.c else cast(null(), Text).label("track"),
    ).where(desk.shown(category, row))


def alias(desk: Desk, category: str, name: str) -> FromClause:
    """A category's table under a name of its own."""
    return table_of(desk.policy[category].table).alias(name)


def _days_to_act(row: FromClause) -> ColumnElement[int]:
    return case({each.value: days for each, days in WORKDAYS_TO_ACT.items()}, value=row.c.urgency)


def _referral_to_answer(desk: Desk) -> Select[Any]:
    row = alias(desk, "referral", "to_answer")
    due_on = _workdays_after(row.c.sent_at, _days_to_act(row))
    # Before acceptance a referral belongs to no citizen, as far as its recipient is concerned.
    return task(desk, TaskKind.REFERRAL_TO_ANSWER, "referral", row, due_on, citizen_id=null()).where(
        row.c.recipient_id == desk.asker.organisation,
        or_(row.c.status == ReferralStatus.SENT, row.c.status == ReferralStatus.RECEIVED),
    )


def _match_to_answer(desk: Desk) -> Select[Any]:
    row = alias(desk, "match_question", "asked")
    about = own_citizen(desk, row)
    last = danish_day(row.c.closes_at - literal(timedelta(microseconds=1), Interval))
    # In the log it is the citizen's, who is the asker's own: who asked controls the row, and would read of the look.
    whose = {"citizen_id": about, "about": about, "organisation_id": row.c.recipient_id}
    return task(desk, TaskKind.MATCH_TO_ANSWER, "match_question", row, last, **whose).where(
        row.c.recipient_id == desk.asker.organisation,
        row.c.status == Answer.TO_ANSWER,
        row.c.closes_at > NOW,
        desk.asker.has_function(Function.COORDINATOR),
    )


def _accepted(desk: Desk, row: FromClause) -> list[ColumnElement[bool]]:
    """A referral accepted by the asker, not completed, whose citizen is still open to it: not after a withdrawal."""
    stem, outcome = alias(desk, "citizen", "accepted_stem"), alias(desk, "referral_outcome", "accepted_outcome")
    opening = alias(desk, "disclosure", "accepted_opening")
    reached = select(opening.c.id).where(
        opening.c.referral_id == row.c.id,
        opening.c.category == "citizen",
        *standing(desk, opening),
        desk.readable("disclosure", opening),
    )
    citizen = select(stem.c.id).where(
        stem.c.id == row.c.citizen_id, desk.readable("citizen", stem), exists(reached.correlate(row))
    )
    completed = select(outcome.c.id).where(
        outcome.c.referral_id == row.c.id,
        outcome.c.completed_at.is_not(None),
        desk.readable("referral_outcome", outcome),
    )
    return [
        row.c.recipient_id == desk.asker.organisation,
        row.c.status == ReferralStatus.ACCEPTED,
        exists(citizen.correlate(row)),
        ~exists(completed.correlate(row)),
    ]


def _contact_due(desk: Desk) -> Select[Any]:
    row, attempt = alias(desk, "referral", "to_contact"), alias(desk, "contact_attempt", "attempt")
    attempted = select(attempt.c.id).where(attempt.c.referral_id == row.c.id, desk.readable("contact_attempt", attempt))
    due_on = _workdays_after(row.c.responded_at, _days_to_act(row))
    return task(desk, TaskKind.CONTACT_DUE, "referral", row, due_on).where(
        *_accepted(desk, row), ~exists(attempted.correlate(row))
    )


def _citizen_unassigned(desk: Desk) -> Select[Any]:
    referral = alias(desk, "referral", "to_assign")
    accepted = (
        select(referral.c.citizen_id, func.min(referral.c.responded_at).label("accepted_at"))
        .where(*_accepted(desk, referral), desk.readable("referral", referral))
        .group_by(referral.c.citizen_id)
        .subquery("accepted")
    )
    row, charge = alias(desk, "citizen", "unassigned"), alias(desk, "assignment", "charge")
    taken = select(charge.c.id).where(
        charge.c.citizen_id == row.c.id, charge.c.ended_at.is_(None), desk.readable("assignment", charge)
    )
    due_on = _workdays_after(accepted.c.accepted_at, WORKDAYS_TO_ASSIGN)
    return (
        task(desk, TaskKind.CITIZEN_UNASSIGNED, "citizen", row, due_on)
        .join(accepted, accepted.c.citizen_id == row.c.id)
        .where(
            ~exists(taken.correlate(row)),
            desk.asker.has_function(Function.COORDINATOR),
        )
    )


def _session_without_outcome(desk: Desk) -> Select[Any]:
    row = alias(desk, "session", "past_session")
    return task(desk, TaskKind.SESSION_WITHOUT_OUTCOME, "session", row, row.c.held_on).where(
        row.c.organisation_id == desk.asker.organisation,
        row.c.status == SessionStatus.PLANNED,
        row.c.held_on <= TODAY,
    )


def _follow_up_due(desk: Desk) -> Select[Any]:
    row = alias(desk, "follow_up", "coming")
    return task(desk, TaskKind.FOLLOW_UP_DUE, "follow_up", row, row.c.due_on).where(
        row.c.organisation_id == desk.asker.organisation,
        row.c.status == FollowUpStatus.PLANNED,
        row.c.due_on <= TODAY + literal(FOLLOW_UP_HORIZON, Interval),
    )


def _answer_missing(desk: Desk) -> Select[Any]:
    """One task a course, however many answers of it are missing; due by the earliest of them."""
    row = alias(desk, "course", "measured")
    missing = first_missing(desk, row, TODAY)
    due_on = missing.c.day + literal(DAYS_TO_ANSWER, Interval)
    return (
        task(desk, TaskKind.ANSWER_MISSING, "course", row, cast(due_on, Date))
        .select_from(row.join(missing, true()))
        .where(
            row.c.organisation_id == desk.asker.organisation,
            row.c.started_on.is_not(None),
            missing.c.day.is_not(None),
        )
    )


def _consent_expiring(desk: Desk) -> Select[Any]:
    """For who obtained the consent, and for who has access by it, from a month before to a month after.

    One that the same party has replaced by a longer one waits for nobody.
    """
    row, held = alias(desk, "consent", "expiring"), alias(desk, "consent", "held")
    newer_one = alias(desk, "consent", "newer")
    newer = select(newer_one.c.id).where(
        newer_one.c.citizen_id == row.c.citizen_id,
        newer_one.c.status == ConsentStatus.ACTIVE,
        newer_one.c.signed_at > row.c.signed_at,
        newer_one.c.organisation_id == row.c.organisation_id,
        or_(newer_one.c.valid_until.is_(None), newer_one.c.valid_until > row.c.valid_until),
        desk.readable("consent", newer_one),
    )
    opening = alias(desk, "disclosure", "opened_by_consent")
    concerned = union(
        select(held.c.id).where(held.c.organisation_id == desk.asker.organisation),
        select(opening.c.consent_id).where(*opened(desk, opening)),
    ).subquery("concerned")
    return task(
        desk,
        TaskKind.CONSENT_EXPIRING,
        "consent",
        row,
        danish_day(row.c.valid_until),
        overdue=row.c.valid_until <= NOW,
    ).where(
        row.c.status == ConsentStatus.ACTIVE,
        row.c.valid_until <= NOW + literal(EXPIRY_HORIZON, Interval),
        row.c.valid_until > NOW - literal(EXPIRY_HORIZON, Interval),
        ~exists(newer.correlate(row)),
        row.c.id.in_(select(concerned.c.id)),
    )


def _consent_unsigned(desk: Desk) -> Select[Any]:
    row = alias(desk, "consent", "unsigned")
    return task(desk, TaskKind.CONSENT_UNSIGNED, "consent", row, cast(null(), Date)).where(
        row.c.organisation_id == desk.asker.organisation, row.c.status == ConsentStatus.DRAFT
    )


def _unacknowledged(desk: Desk, row: FromClause, name: str) -> list[ColumnElement[bool]]:
    """A consent that names the asker, who has not acknowledged its end."""
    own = alias(desk, "withdrawal_acknowledgement", name)
    acknowledged = select(own.c.id).where(
        own.c.consent_id == row.c.id,
        own.c.organisation_id == desk.asker.organisation,
        desk.readable("withdrawal_acknowledgement", own),
    )
    return [desk.asker.organisation == any_(row.c.recipients), ~exists(acknowledged.correlate(row))]


def _withdrawal_to_acknowledge(desk: Desk) -> Select[Any]:
    row = alias(desk, "consent", "withdrawn")
    due_on = _workdays_after(row.c.withdrawn_at, WORKDAYS_TO_ACKNOWLEDGE)
    return task(desk, TaskKind.WITHDRAWAL_TO_ACKNOWLEDGE, "consent", row, due_on).where(
        row.c.status == ConsentStatus.WITHDRAWN, *_unacknowledged(desk, row, "acknowledgement")
    )


def _access_end_to_acknowledge(desk: Desk) -> Select[Any]:
    """For whom a renewed consent leaves out."""
    row = alias(desk, "consent", "replaced")
    due_on = _workdays_after(row.c.updated_at, WORKDAYS_TO_ACKNOWLEDGE)
    return task(desk, TaskKind.ACCESS_END_TO_ACKNOWLEDGE, "consent", row, due_on).where(
        row.c.status == ConsentStatus.SUPERSEDED,
        *_unacknowledged(desk, row, "acknowledged_end"),
        access_lost(desk, row.c.id, row.c.updated_at, desk.asker.organisation),
    )


PARTS: Parts = {
    TaskKind.WITHDRAWAL_TO_ACKNOWLEDGE: ("withdrawal_acknowledgement", Operation.CREATE, _withdrawal_to_acknowledge),
    TaskKind.ACCESS_END_TO_ACKNOWLEDGE: ("withdrawal_acknowledgement", Operation.CREATE, _access_end_to_acknowledge),
    TaskKind.REFERRAL_TO_ANSWER: ("referral_outcome", Operation.CREATE, _referral_to_answer),
    TaskKind.MATCH_TO_ANSWER: ("match_question", Operation.UPDATE, _match_to_answer),
    TaskKind.CONTACT_DUE: ("referral_outcome", Operation.CREATE, _contact_due),
    TaskKind.CITIZEN_UNASSIGNED: ("referral_outcome", Operation.CREATE, _citizen_unassigned),
    TaskKind.SESSION_WITHOUT_OUTCOME: ("session", Operation.UPDATE, _session_without_outcome),
    TaskKind.FOLLOW_UP_DUE: ("follow_up", Operation.UPDATE, _follow_up_due),
    TaskKind.ANSWER_MISSING: ("questionnaire_response", Operation.CREATE, _answer_missing),
    TaskKind.CONSENT_EXPIRING: ("consent", Operation.READ, _consent_expiring),
    TaskKind.CONSENT_UNSIGNED: ("consent", Operation.CREATE, _consent_unsigned),
}
"""Each kind of task, with the cell that a role must have for the task ever to be its own."""
