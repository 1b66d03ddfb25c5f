"""The caller's own part: citizens counted from records that the caller may read anyway, so it tells nothing new."""

from collections.abc import Callable, Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import (
    BindParameter,
    ColumnElement,
    FromClause,
    Select,
    Subquery,
    false,
    func,
    or_,
    select,
    true,
    union_all,
)

from app.boundary.policy import Operation
from app.consents.states import ConsentStatus
from app.courses.states import FOLLOWED_UP, CourseStatus
from app.database.columns import table_of
from app.follow_ups.states import FollowUpStatus
from app.gate.desk import Desk
from app.programme.flow_views import FlowStep
from app.referrals.states import ContactOutcome, Outcome, ReferralKind

EVER_ACTIVE = (ConsentStatus.ACTIVE, ConsentStatus.WITHDRAWN, ConsentStatus.EXPIRED, ConsentStatus.SUPERSEDED)
SPOKEN_WITH = (ContactOutcome.REACHED, ContactOutcome.APPOINTMENT_MADE, ContactOutcome.DECLINED_OFFER)
NOT_BEGUN = (CourseStatus.CREATED, CourseStatus.NOT_STARTED)
RUN_TO_AN_END = (Outcome.COMPLETED, Outcome.REFERRED_ON)


def _among(column: ColumnElement[str], codes: Iterable[str]) -> ColumnElement[bool]:
    # Written out: a statement that is kept has no list to be filled in.
    return or_(*(column == code for code in codes))


Which = Callable[[FromClause], ColumnElement[bool]]

SOURCES: Mapping[str, Mapping[FlowStep, Which]] = {
    "citizen": {FlowStep.IDENTIFIED: lambda _: true()},
    "consent": {FlowStep.CONSENTED: lambda row: _among(row.c.status, EVER_ACTIVE)},
    "referral": {
        FlowStep.IDENTIFIED: lambda row: row.c.sent_at.is_not(None),
        FlowStep.PASSED_ON: lambda row: row.c.sent_at.is_not(None) & (row.c.kind == ReferralKind.INITIAL),
    },
    "contact_attempt": {FlowStep.CONTACTED: lambda row: _among(row.c.outcome, SPOKEN_WITH)},
    "course": {
        FlowStep.CONTACTED: lambda _: true(),
        FlowStep.STARTED: lambda row: ~_among(row.c.status, NOT_BEGUN),
        FlowStep.ENDED: lambda row: _among(row.c.status, FOLLOWED_UP),
    },
    "referral_outcome": {
        FlowStep.CONTACTED: lambda row: row.c.course_started,
        FlowStep.STARTED: lambda row: row.c.course_started,
        FlowStep.ENDED: lambda row: row.c.course_started & _among(row.c.outcome, RUN_TO_AN_END),
    },
    "follow_up": {FlowStep.FOLLOWED_UP: lambda row: row.c.status == FollowUpStatus.COMPLETED},
}
"""Which records say that a citizen has come so far; the same as `app.boundary.counts` counts of the others."""


def own_counts(desk: Desk, project_id: BindParameter[UUID]) -> Subquery | None:
    """One row with a number for each step; without the steps of which the role has no records."""
    readable = [each for each in SOURCES if desk.policy[each].allows(desk.role, Operation.READ)]
    steps = [step for step in FlowStep if any(step in SOURCES[each] for each in readable)]
    if not steps:
        return None
    records = union_all(*(_records(desk, project_id, each, steps) for each in readable)).subquery()
    came = [func.bool_or(records.c[step]).label(step) for step in steps]
    citizens = select(*came).group_by(records.c.citizen_id).subquery()
    return select(*(func.count().filter(citizens.c[step]).label(step) for step in steps)).subquery("own")


def _records(desk: Desk, project_id: BindParameter[UUID], category: str, steps: list[FlowStep]) -> Select[Any]:
    row = table_of(desk.policy[category].table).alias(f"own_{category}")
    citizen = row.c.id if category == "citizen" else row.c.citizen_id
    says = SOURCES[category]
    came = [(says[step](row) if step in says else false()).label(step) for step in steps]
    chosen = select(citizen.label("citizen_id"), *came)
    return chosen.where(row.c.project_id == project_id, desk.readable(category, row))
