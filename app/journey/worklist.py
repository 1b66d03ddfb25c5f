"""What waits for the asker, in one statement: one part for each kind of task, each under its category's clause.

Whose task it is follows from whose records one may see: a caseworker gets what is theirs or nobody's. Only the
handing out of new citizens is the coordinator's.
"""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from typing import Any

from sqlalchemy import (
    ColumnElement,
    Date,
    FromClause,
    Integer,
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
    select,
    union,
    union_all,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.sql.elements import Grouping

from app.boundary.policy import Operation
from app.common.workdays import danish_date, workdays_between
from app.consents.states import ConsentStatus
from app.consents.withdrawal import WORKDAYS as WORKDAYS_TO_ACKNOWLEDGE
from app.courses.states import SessionStatus
from app.database.columns import table_of, utc_now
from app.follow_ups.states import FollowUpStatus
from app.gate.desk import Desk
from app.gate.paging import Page
from app.journey.kinds import TASK_LABELS, TaskKind
from app.journey.ordering import NO_DATE, ordering
from app.journey.views import RecordBrief, Task, WorklistQuery
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


@dataclass(frozen=True, slots=True)
class _Today:
    """The day in Denmark, and the working days around it."""

    desk: Desk
    now: datetime
    day: date
    workdays: ColumnElement[Any]

    @classmethod
    def of(cls, desk: Desk) -> "_Today":
        now = utc_now()
        day = danish_date(now)
        days = workdays_between(day - _CALENDAR[0], day + _CALENDAR[1])
        return cls(desk, now, day, bindparam("workdays", days, type_=_DATES))

    def danish_day(self, moment: ColumnElement[Any]) -> ColumnElement[Any]:
        """The day in Denmark of a moment."""
        return cast(func.timezone("Europe/Copenhagen", moment), Date)

    def workdays_after(self, moment: ColumnElement[Any], count: Any) -> ColumnElement[Any]:
        """The working day `count` working days after a moment."""
        passed = func.width_bucket(self.danish_day(moment), self.workdays)
        return Grouping(cast(self.workdays, _DATES))[passed + count]


def _task(
    today: _Today, kind: TaskKind, category: str, row: FromClause, due_on: ColumnElement[Any], **columns: Any
) -> Select[Any]:
    """A row for each task; `columns` may say otherwise what is overdue, or whose citizen is named."""
    citizen_id = row.c.id if category == "citizen" else row.c.citizen_id
    return select(
        func.coalesce(func.timezone("Europe/Copenhagen", due_on), literal(NO_DATE)).label("sorted_at"),
        literal(_RANKS[kind], Integer).label("rank"),
        literal(kind.value, Text).label("kind"),
        cast(due_on, Date).label("due_on"),
        func.coalesce(columns.get("overdue", due_on < today.day), literal(value=False)).label("overdue"),
        cast(columns.get("citizen_id", citizen_id), Uuid).label("citizen_id"),
        citizen_id.label("about"),
        literal(category, Text).label("category"),
        row.c.id.label("record_id"),
        row.c.organisation_id,
        row.c.project_id,
        row.c.track,
    ).where(today.desk.readable(category, row))


def _alias(desk: Desk, category: str, name: str) -> FromClause:
    return table_of(desk.policy[category].table).alias(name)


def _days_to_act(row: FromClause) -> ColumnElement[int]:
    return case({each.value: days for each, days in WORKDAYS_TO_ACT.items()}, value=row.c.urgency)


def _referral_to_answer(today: _Today) -> Select[Any]:
    row = _alias(today.desk, "referral", "to_answer")
    due_on = today.workdays_after(row.c.sent_at, _days_to_act(row))
    # Before acceptance a referral belongs to no citizen, as far as its recipient is concerned.
    return _task(today, TaskKind.REFERRAL_TO_ANSWER, "referral", row, due_on, citizen_id=null()).where(
        row.c.recipient_id == today.desk.organisation_id,
        row.c.status.in_([ReferralStatus.SENT, ReferralStatus.RECEIVED]),
    )


def _accepted(desk: Desk, row: FromClause) -> list[ColumnElement[bool]]:
    """A referral accepted by the asker, not completed, whose citizen it may still see: not after a withdrawal."""
    stem, outcome = _alias(desk, "citizen", "accepted_stem"), _alias(desk, "referral_outcome", "accepted_outcome")
    citizen = select(stem.c.id).where(stem.c.id == row.c.citizen_id, desk.readable("citizen", stem))
    completed = select(outcome.c.id).where(
        outcome.c.referral_id == row.c.id,
        outcome.c.completed_at.is_not(None),
        desk.readable("referral_outcome", outcome),
    )
    return [
        row.c.recipient_id == desk.organisation_id,
        row.c.status == ReferralStatus.ACCEPTED,
        exists(citizen.correlate(row)),
        ~exists(completed.correlate(row)),
    ]


def _contact_due(today: _Today) -> Select[Any]:
    desk = today.desk
    row, attempt = _alias(desk, "referral", "to_contact"), _alias(desk, "contact_attempt", "attempt")
    attempted = select(attempt.c.id).where(attempt.c.referral_id == row.c.id, desk.readable("contact_attempt", attempt))
    due_on = today.workdays_after(row.c.responded_at, _days_to_act(row))
    return _task(today, TaskKind.CONTACT_DUE, "referral", row, due_on).where(
        *_accepted(desk, row), ~exists(attempted.correlate(row))
    )


def _citizen_unassigned(today: _Today) -> Select[Any]:
    desk = today.desk
    referral = _alias(desk, "referral", "to_assign")
    accepted = (
        select(referral.c.citizen_id, func.min(referral.c.responded_at).label("accepted_at"))
        .where(*_accepted(desk, referral), desk.readable("referral", referral))
        .group_by(referral.c.citizen_id)
        .subquery("accepted")
    )
    row, charge = _alias(desk, "citizen", "unassigned"), _alias(desk, "assignment", "charge")
    taken = select(charge.c.id).where(
        charge.c.citizen_id == row.c.id, charge.c.ended_at.is_(None), desk.readable("assignment", charge)
    )
    due_on = today.workdays_after(accepted.c.accepted_at, WORKDAYS_TO_ASSIGN)
    return (
        _task(today, TaskKind.CITIZEN_UNASSIGNED, "citizen", row, due_on)
        .join(accepted, accepted.c.citizen_id == row.c.id)
        .where(
            ~exists(taken.correlate(row)),
            literal(Function.COORDINATOR in desk.principal.functions),
        )
    )


def _session_without_outcome(today: _Today) -> Select[Any]:
    row = _alias(today.desk, "session", "past_session")
    return _task(today, TaskKind.SESSION_WITHOUT_OUTCOME, "session", row, row.c.held_on).where(
        row.c.organisation_id == today.desk.organisation_id,
        row.c.status == SessionStatus.PLANNED,
        row.c.held_on <= today.day,
    )


def _follow_up_due(today: _Today) -> Select[Any]:
    row = _alias(today.desk, "follow_up", "coming")
    return _task(today, TaskKind.FOLLOW_UP_DUE, "follow_up", row, row.c.due_on).where(
        row.c.organisation_id == today.desk.organisation_id,
        row.c.status == FollowUpStatus.PLANNED,
        row.c.due_on <= today.day + FOLLOW_UP_HORIZON,
    )


def _consent_expiring(today: _Today) -> Select[Any]:
    """For who obtained the consent, and for who has access by it."""
    desk = today.desk
    row, held = _alias(desk, "consent", "expiring"), _alias(desk, "consent", "held")
    opening = _alias(desk, "disclosure", "opened_by_consent")
    concerned = union(
        select(held.c.id).where(held.c.organisation_id == desk.organisation_id),
        select(opening.c.consent_id).where(
            opening.c.recipient_id == desk.organisation_id, opening.c.opened_at.is_not(None)
        ),
    ).subquery("concerned")
    return _task(
        today,
        TaskKind.CONSENT_EXPIRING,
        "consent",
        row,
        today.danish_day(row.c.valid_until),
        overdue=row.c.valid_until <= today.now,
    ).where(
        row.c.status == ConsentStatus.ACTIVE,
        row.c.valid_until <= today.now + EXPIRY_HORIZON,
        row.c.id.in_(select(concerned.c.id)),
    )


def _consent_unsigned(today: _Today) -> Select[Any]:
    row = _alias(today.desk, "consent", "unsigned")
    return _task(today, TaskKind.CONSENT_UNSIGNED, "consent", row, cast(null(), Date)).where(
        row.c.organisation_id == today.desk.organisation_id, row.c.status == ConsentStatus.DRAFT
    )


def _withdrawal_to_acknowledge(today: _Today) -> Select[Any]:
    desk = today.desk
    row, own = _alias(desk, "consent", "withdrawn"), _alias(desk, "withdrawal_acknowledgement", "acknowledgement")
    acknowledged = select(own.c.id).where(
        own.c.consent_id == row.c.id,
        own.c.organisation_id == desk.organisation_id,
        desk.readable("withdrawal_acknowledgement", own),
    )
    due_on = today.workdays_after(row.c.withdrawn_at, WORKDAYS_TO_ACKNOWLEDGE)
    return _task(today, TaskKind.WITHDRAWAL_TO_ACKNOWLEDGE, "consent", row, due_on).where(
        row.c.status == ConsentStatus.WITHDRAWN,
        literal(desk.organisation_id, Uuid) == any_(row.c.recipients),
        ~exists(acknowledged.correlate(row)),
    )


_PARTS: Mapping[TaskKind, tuple[str, Operation, Callable[[_Today], Select[Any]]]] = {
    TaskKind.WITHDRAWAL_TO_ACKNOWLEDGE: ("withdrawal_acknowledgement", Operation.CREATE, _withdrawal_to_acknowledge),
    TaskKind.REFERRAL_TO_ANSWER: ("referral_outcome", Operation.CREATE, _referral_to_answer),
    TaskKind.CONTACT_DUE: ("referral_outcome", Operation.CREATE, _contact_due),
    TaskKind.CITIZEN_UNASSIGNED: ("referral_outcome", Operation.CREATE, _citizen_unassigned),
    TaskKind.SESSION_WITHOUT_OUTCOME: ("session", Operation.UPDATE, _session_without_outcome),
    TaskKind.FOLLOW_UP_DUE: ("follow_up", Operation.UPDATE, _follow_up_due),
    TaskKind.CONSENT_EXPIRING: ("consent", Operation.READ, _consent_expiring),
    TaskKind.CONSENT_UNSIGNED: ("consent", Operation.CREATE, _consent_unsigned),
}
"""Each kind of task, with the cell that a role must have for the task ever to be its own."""


async def worklist(desk: Desk, query: WorklistQuery) -> Page[Task]:
    """What waits for the asker: what is due first, first; what has no date, last."""
    today = _Today.of(desk)
    kinds = [query.kind] if query.kind else [*TaskKind]
    parts = [
        part(today)
        for category, operation, part in (_PARTS[kind] for kind in kinds)
        if desk.policy[category].allows(desk.role, operation)
    ]
    place = ordering(desk, query, "worklist")
    part = place.part(union_all(*parts)) if parts else None
    rows = await desk.rows(select(*part.c).order_by(*place.key(part))) if part is not None else []
    for row in rows[: query.limit]:
        desk.saw(
            row["category"],
            {"id": row["record_id"], "organisation_id": row["organisation_id"], "citizen_id": row["about"]},
        )
    return place.page(rows, [_out(row) for row in rows[: query.limit]])


def _out(row: Mapping[Any, Any]) -> Task:
    kind = TaskKind(row["kind"])
    return Task(
        kind=kind,
        label_da=TASK_LABELS[kind].da,
        label_en=TASK_LABELS[kind].en,
        due_on=row["due_on"],
        overdue=row["overdue"],
        citizen_id=row["citizen_id"],
        record=RecordBrief(category=row["category"], id=row["record_id"]),
        project_id=row["project_id"],
        track=row["track"],
    )
