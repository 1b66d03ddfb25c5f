"""The caller's own part: citizens counted from records that the caller may read anyway, so it tells nothing new."""

from collections.abc import Callable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Select, distinct, func, select, true, union_all

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

Which = Callable[[FromClause], ColumnElement[bool]]

SOURCES: Mapping[FlowStep, Mapping[str, Which]] = {
    FlowStep.IDENTIFIED: {"citizen": lambda _: true(), "referral": lambda row: row.c.sent_at.is_not(None)},
    FlowStep.CONSENTED: {"consent": lambda row: row.c.status.in_(EVER_ACTIVE)},
    FlowStep.PASSED_ON: {
        "referral": lambda row: row.c.sent_at.is_not(None) & (row.c.kind == ReferralKind.INITIAL),
    },
    FlowStep.CONTACTED: {
        "contact_attempt": lambda row: row.c.outcome.in_(SPOKEN_WITH),
        "course": lambda _: true(),
        "referral_outcome": lambda row: row.c.course_started,
    },
    FlowStep.STARTED: {
        "course": lambda row: row.c.status.not_in(NOT_BEGUN),
        "referral_outcome": lambda row: row.c.course_started,
    },
    FlowStep.ENDED: {
        "course": lambda row: row.c.status.in_(FOLLOWED_UP),
        "referral_outcome": lambda row: row.c.course_started & row.c.outcome.in_(RUN_TO_AN_END),
    },
    FlowStep.FOLLOWED_UP: {"follow_up": lambda row: row.c.status == FollowUpStatus.COMPLETED},
}
"""Which records say that a citizen has come so far; the same as `app.boundary.counts` counts of the others."""


def own_counts(desk: Desk, project_id: UUID) -> list[Any]:
    """For each step a number to select, labelled with it; none for a step of which the role has no records."""
    return [
        select(func.count(distinct(union_all(*found).subquery().c.citizen_id))).scalar_subquery().label(step.value)
        for step, sources in SOURCES.items()
        if (found := [*_readable(desk, project_id, sources)])
    ]


def _readable(desk: Desk, project_id: UUID, sources: Mapping[str, Which]) -> list[Select[Any]]:
    found = []
    for category, which in sources.items():
        if not desk.policy[category].allows(desk.role, Operation.READ):
            continue
        row = table_of(desk.policy[category].table).alias(f"own_{category}")
        citizen = row.c.id if category == "citizen" else row.c.citizen_id
        chosen = select(citizen.label("citizen_id"))
        found.append(chosen.where(row.c.project_id == project_id, which(row), desk.readable(category, row)))
    return found
