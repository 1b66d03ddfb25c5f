"""The events of a journey in SQL: each category's rows under its own clause, each row's events.

What the asker should not know is left out here, beyond the policy's rows: a recipient is shown when access was
opened and never when the police registered (the wall, rule 1), and a referral that it has not accepted is not yet
tied to a citizen.
"""

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from sqlalchemy import (
    ColumnElement,
    CompoundSelect,
    Date,
    FromClause,
    Integer,
    Select,
    Text,
    Uuid,
    and_,
    bindparam,
    case,
    cast,
    column,
    func,
    literal,
    null,
    or_,
    select,
    true,
    union_all,
)
from sqlalchemy.dialects.postgresql import array

from app.boundary.policy import Operation
from app.citizens.disclosures import first_opened
from app.consents.states import ConsentStatus
from app.courses.states import CourseStatus, SessionStatus, SupportNeedStatus
from app.database.columns import Timestamp, table_of
from app.follow_ups.states import FollowUpStatus
from app.gate.desk import Desk
from app.interviews.states import InterviewStatus
from app.journey.kinds import EventKind
from app.measurements.states import ResponseStatus
from app.referrals.states import ReferralStatus

CITIZEN_ID = bindparam("citizen_id", type_=Uuid)
_RANKS = {kind: rank for rank, kind in enumerate(EventKind)}


@dataclass(frozen=True, slots=True)
class _Source:
    """One category's rows, and the events that each row may tell of."""

    category: str
    row: FromClause
    instants: Mapping[EventKind, ColumnElement[Any]] = field(default_factory=dict)
    days: Mapping[EventKind, ColumnElement[Any]] = field(default_factory=dict)
    where: tuple[ColumnElement[bool], ...] = ()


def _when(condition: ColumnElement[bool], value: ColumnElement[Any]) -> ColumnElement[Any]:
    return case((condition, value), else_=None)


def _day_of(moment: ColumnElement[Any]) -> ColumnElement[Any]:
    return cast(func.timezone("Europe/Copenhagen", moment), Date)


def _own(desk: Desk, row: FromClause) -> ColumnElement[bool]:
    return row.c.organisation_id == desk.asker.organisation


def _citizen(desk: Desk, row: FromClause) -> _Source:
    opened = first_opened(desk, row)
    own = _own(desk, row)
    return _Source(
        "citizen",
        row,
        {EventKind.REGISTERED: _when(own, row.c.created_at), EventKind.ACCESS_OPENED: _when(~own, opened)},
    )


def _incident(_desk: Desk, row: FromClause) -> _Source:
    return _Source("incident", row, {EventKind.INCIDENT_OCCURRED: row.c.occurred_at})


def _consent(desk: Desk, row: FromClause) -> _Source:
    status = row.c.status
    superseded = status == ConsentStatus.SUPERSEDED
    own = _own(desk, row)
    ran_out = and_(status == ConsentStatus.ACTIVE, row.c.valid_until <= func.now())
    return _Source(
        "consent",
        row,
        {
            EventKind.CONSENT_SIGNED: _when(
                and_(status != ConsentStatus.DRAFT, status != ConsentStatus.REFUSED), row.c.signed_at
            ),
            EventKind.CONSENT_REFUSED: _when(status == ConsentStatus.REFUSED, row.c.updated_at),
            EventKind.CONSENT_SUPERSEDED: _when(and_(superseded, own), row.c.updated_at),
            EventKind.CONSENT_EXPIRED: _when(or_(status == ConsentStatus.EXPIRED, ran_out), row.c.valid_until),
            EventKind.CONSENT_WITHDRAWN: row.c.withdrawn_at,
        },
        # To whom it only names, by the day, as everything that the holder writes.
        {EventKind.CONSENT_SUPERSEDED: _when(and_(superseded, ~own), _day_of(row.c.updated_at))},
    )


def _acknowledgement(_desk: Desk, row: FromClause) -> _Source:
    return _Source("withdrawal_acknowledgement", row, {EventKind.WITHDRAWAL_ACKNOWLEDGED: row.c.acknowledged_at})


def _referral(desk: Desk, row: FromClause) -> _Source:
    return _Source(
        "referral",
        row,
        {
            EventKind.REFERRAL_SENT: row.c.sent_at,
            EventKind.REFERRAL_RECEIVED: row.c.received_at,
            EventKind.REFERRAL_ACCEPTED: _when(row.c.status == ReferralStatus.ACCEPTED, row.c.responded_at),
            EventKind.REFERRAL_REJECTED: _when(row.c.status == ReferralStatus.REJECTED, row.c.responded_at),
            EventKind.REFERRAL_RECALLED: row.c.recalled_at,
        },
        # To a recipient a referral belongs to no citizen until it is accepted.
        where=(or_(_own(desk, row), row.c.status == ReferralStatus.ACCEPTED),),
    )


def _outcome(_desk: Desk, row: FromClause) -> _Source:
    return _Source("referral_outcome", row, {EventKind.REFERRAL_COMPLETED: row.c.completed_at})


def _contact_attempt(_desk: Desk, row: FromClause) -> _Source:
    return _Source("contact_attempt", row, {EventKind.CONTACT_ATTEMPTED: row.c.attempted_at})


def _course(desk: Desk, row: FromClause) -> _Source:
    own, not_started = _own(desk, row), row.c.status == CourseStatus.NOT_STARTED
    return _Source(
        "course",
        row,
        {
            EventKind.COURSE_CREATED: _when(own, row.c.created_at),
            EventKind.COURSE_NOT_STARTED: _when(and_(own, not_started), row.c.updated_at),
        },
        {
            EventKind.JOURNEY_STARTED: row.c.journey_started_on,
            EventKind.COURSE_STARTED: row.c.started_on,
            EventKind.COURSE_ENDED: _when(~not_started, row.c.ended_on),
            EventKind.JOURNEY_ENDED: row.c.journey_ended_on,
        },
    )


def _session(_desk: Desk, row: FromClause) -> _Source:
    kinds = {
        EventKind.SESSION_PLANNED: SessionStatus.PLANNED,
        EventKind.SESSION_HELD: SessionStatus.HELD,
        EventKind.SESSION_NO_SHOW: SessionStatus.NO_SHOW,
        EventKind.SESSION_CANCELLED: SessionStatus.CANCELLED,
    }
    days = {kind: _when(row.c.status == status, row.c.held_on) for kind, status in kinds.items()}
    return _Source("session", row, days=days)


def _support_need(desk: Desk, row: FromClause) -> _Source:
    own = _own(desk, row)
    referral = table_of("referral").alias("bridge")
    received = select(referral.c.responded_at).where(referral.c.id == row.c.referral_id).correlate(row)
    return _Source(
        "support_need",
        row,
        {
            EventKind.SUPPORT_NEED_IDENTIFIED: _when(own, row.c.created_at),
            EventKind.SUPPORT_NEED_RECEIVED: _when(~own, received.scalar_subquery()),
            EventKind.SUPPORT_NEED_DECLINED: _when(row.c.status == SupportNeedStatus.DECLINED, row.c.updated_at),
            EventKind.SUPPORT_NEED_CLOSED: _when(row.c.status == SupportNeedStatus.CLOSED, row.c.updated_at),
        },
    )


def _follow_up(_desk: Desk, row: FromClause) -> _Source:
    status = row.c.status
    return _Source(
        "follow_up",
        row,
        {
            EventKind.FOLLOW_UP_NOT_REACHED: _when(status == FollowUpStatus.NOT_REACHED, row.c.updated_at),
            EventKind.FOLLOW_UP_CANCELLED: _when(status == FollowUpStatus.CANCELLED, row.c.updated_at),
        },
        {
            EventKind.FOLLOW_UP_PLANNED: _when(status == FollowUpStatus.PLANNED, row.c.due_on),
            EventKind.FOLLOW_UP_COMPLETED: row.c.completed_on,
        },
    )


def _questionnaire(_desk: Desk, row: FromClause) -> _Source:
    status = row.c.status
    return _Source(
        "questionnaire_response",
        row,
        {
            EventKind.QUESTIONNAIRE_ASSIGNED: row.c.created_at,
            EventKind.QUESTIONNAIRE_HANDED_OUT: row.c.handed_out_at,
            EventKind.QUESTIONNAIRE_DECLINED: _when(status == ResponseStatus.DECLINED, row.c.updated_at),
            EventKind.QUESTIONNAIRE_NOT_ANSWERED: _when(status == ResponseStatus.NOT_ANSWERED, row.c.updated_at),
        },
        {EventKind.QUESTIONNAIRE_ANSWERED: row.c.answered_on},
    )


def _interview(_desk: Desk, row: FromClause) -> _Source:
    status = row.c.status
    declined = status == InterviewStatus.DECLINED
    return _Source(
        "interview_candidate",
        row,
        {
            EventKind.INTERVIEW_PROPOSED: row.c.created_at,
            EventKind.INTERVIEW_CONTACT_PASSED_ON: row.c.contact_passed_on_at,
            EventKind.INTERVIEW_CANCELLED: _when(status == InterviewStatus.CANCELLED, row.c.updated_at),
        },
        {
            EventKind.INTERVIEW_ASKED: row.c.asked_on,
            EventKind.INTERVIEW_CONSENTED: _when(~declined, row.c.answered_on),
            EventKind.INTERVIEW_DECLINED: _when(declined, row.c.answered_on),
            EventKind.INTERVIEW_COMPLETED: row.c.completed_on,
        },
    )


SOURCES = (
    ("citizen", _citizen),
    ("incident", _incident),
    ("consent", _consent),
    ("withdrawal_acknowledgement", _acknowledgement),
    ("referral", _referral),
    ("referral_outcome", _outcome),
    ("contact_attempt", _contact_attempt),
    ("course", _course),
    ("session", _session),
    ("support_need", _support_need),
    ("follow_up", _follow_up),
    ("questionnaire_response", _questionnaire),
    ("interview_candidate", _interview),
)


def _end_of(day: ColumnElement[Any]) -> ColumnElement[Any]:
    """When a Danish day ends: what is dated stands after what is timed on that day."""
    return func.timezone("Europe/Copenhagen", cast(day, Date) + 1)


def _of_source(desk: Desk, source: _Source) -> Select[Any]:
    """A row for each event of each row."""
    row = source.row
    kinds = [*source.instants, *source.days]
    no_time, no_day = cast(null(), Timestamp), cast(null(), Date)
    columns = ("rank", "kind", "at", "on")
    event = (
        func.unnest(
            array([literal(_RANKS[kind], Integer) for kind in kinds]),
            array([literal(kind.value, Text) for kind in kinds]),
            array([*(cast(each, Timestamp) for each in source.instants.values()), *(no_time for _ in source.days)]),
            array([*(no_day for _ in source.instants), *(cast(each, Date) for each in source.days.values())]),
        )
        .table_valued(
            column("rank", Integer), column("kind", Text), column("at", Timestamp), column("on", Date), name="event"
        )
        .render_derived()
    )
    return (
        select(
            func.coalesce(event.c.at, _end_of(event.c.on)).label("sorted_at"),
            *(event.c[name] for name in columns),
            literal(source.category, Text).label("category"),
            row.c.id.label("record_id"),
            row.c.organisation_id.label("controller_id"),
        )
        .select_from(row.join(event, true()))
        .where(
            (row.c.id if source.category == "citizen" else row.c.citizen_id) == CITIZEN_ID,
            or_(event.c.at.is_not(None), event.c.on.is_not(None)),
            desk.shown(source.category, row),
            *source.where,
        )
    )


def events(desk: Desk) -> CompoundSelect[Any]:
    """Every event that the asker may see of the citizen `CITIZEN_ID`, in no order."""
    return union_all(
        *(
            _of_source(desk, source(desk, table_of(desk.policy[category].table).alias(f"of_{category}_row")))
            for category, source in SOURCES
            if desk.policy[category].allows(desk.role, Operation.READ)
        )
    )
