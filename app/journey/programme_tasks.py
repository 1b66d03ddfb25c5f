"""The tasks around the pathway in SQL: evaluation, releases, meetings and grants. None of them names a citizen."""

from typing import Any

from sqlalchemy import ColumnElement, Date, Interval, Select, any_, cast, exists, literal, null, or_, select

from app.boundary.policy import Operation
from app.evaluation.states import ApprovalStatus, ReleaseStatus
from app.gate.desk import Desk
from app.grants.states import AccountStatus, BudgetStatus, GrantStatus
from app.interviews.contributions import day_of, is_to_come
from app.journey.kinds import TaskKind
from app.journey.tasks import FOLLOW_UP_HORIZON, TODAY, Parts, alias, danish_day, task
from app.organisations.states import Function
from app.programme.decision_service import due_day
from app.programme.states import DecisionStatus, MeetingStatus, TrainingDayStatus

_SOON = TODAY + literal(FOLLOW_UP_HORIZON, Interval)
_NO_DAY = cast(null(), Date)


def _speaks(desk: Desk) -> ColumnElement[bool]:
    """Who answers for the organisation in the programme: each party calls them otherwise."""
    return or_(
        *(desk.asker.has_function(each) for each in (Function.COORDINATOR, Function.SECRETARY, Function.RESEARCHER))
    )


# --- the evaluation ---------------------------------------------------------------------------------------


def _interview_to_hold(desk: Desk) -> Select[Any]:
    """Until the citizen's consent runs out."""
    row = alias(desk, "interview_contact", "to_interview")
    return task(desk, TaskKind.INTERVIEW_TO_HOLD, "interview_contact", row, danish_day(row.c.valid_until)).where(
        desk.may("interview_contact", Operation.UPDATE, row)
    )


def _contribution_due(desk: Desk) -> Select[Any]:
    """For those who may tell what came of it."""
    row = alias(desk, "evaluation_contribution", "contribution")
    due_on = day_of(row)
    return task(desk, TaskKind.CONTRIBUTION_DUE, "evaluation_contribution", row, due_on).where(
        row.c.organisation_id == desk.asker.organisation,
        is_to_come(row),
        due_on <= _SOON,
        desk.may("evaluation_contribution", Operation.UPDATE, row),
    )


def _contribution_expected(desk: Desk) -> Select[Any]:
    """For the evaluator, who planned it."""
    row = alias(desk, "evaluation_contribution", "expected")
    due_on = day_of(row)
    return task(desk, TaskKind.CONTRIBUTION_EXPECTED, "evaluation_contribution", row, due_on).where(
        is_to_come(row), due_on <= _SOON
    )


# --- releases ---------------------------------------------------------------------------------------------


def _release_to_check(desk: Desk) -> Select[Any]:
    """What the attacker found something in is built anew before anybody checks it."""
    row = alias(desk, "release", "to_check")
    return task(desk, TaskKind.RELEASE_TO_CHECK, "release", row, _NO_DAY).where(
        row.c.status == ReleaseStatus.BUILT,
        row.c.findings == 0,
        desk.asker.has_function(Function.DISCLOSURE_OFFICER),
    )


def _release_approval_due(desk: Desk) -> Select[Any]:
    """Asked for; what was asked of a build that is given up has lapsed."""
    row = alias(desk, "release_approval", "to_approve")
    return task(desk, TaskKind.RELEASE_APPROVAL_DUE, "release_approval", row, _NO_DAY).where(
        row.c.organisation_id == desk.asker.organisation,
        row.c.status == ApprovalStatus.PENDING,
        desk.may("release_approval", Operation.UPDATE, row),
    )


def _release_to_publish(desk: Desk) -> Select[Any]:
    row = alias(desk, "release", "to_publish")
    return task(desk, TaskKind.RELEASE_TO_PUBLISH, "release", row, _NO_DAY).where(
        row.c.status == ReleaseStatus.APPROVED, desk.asker.has_function(Function.OPERATOR)
    )


# --- meetings and training --------------------------------------------------------------------------------


def _meeting_to_hold(desk: Desk) -> Select[Any]:
    """For the secretariat: invited to and held, or cancelled."""
    row = alias(desk, "meeting", "to_hold")
    due_on = danish_day(row.c.starts_at)
    return task(desk, TaskKind.MEETING_TO_HOLD, "meeting", row, due_on).where(
        or_(row.c.status == MeetingStatus.PLANNED, row.c.status == MeetingStatus.INVITED), due_on <= _SOON
    )


def _meeting_to_attend(desk: Desk) -> Select[Any]:
    """For whom it is required, until the day is over; the secretariat holds it."""
    row = alias(desk, "meeting", "to_attend")
    due_on = danish_day(row.c.starts_at)
    return task(desk, TaskKind.MEETING_TO_ATTEND, "meeting", row, due_on).where(
        row.c.organisation_id != desk.asker.organisation,
        desk.asker.organisation == any_(row.c.required_ids),
        row.c.status == MeetingStatus.INVITED,
        due_on.between(TODAY, _SOON),
        _speaks(desk),
    )


def _training_day_to_hold(desk: Desk) -> Select[Any]:
    """For who gives it."""
    row = alias(desk, "training_day", "to_teach")
    return task(desk, TaskKind.TRAINING_DAY_TO_HOLD, "training_day", row, row.c.day).where(
        row.c.organiser_id == desk.asker.organisation,
        row.c.status == TrainingDayStatus.PLANNED,
        row.c.day <= _SOON,
        desk.may("training_day", Operation.UPDATE, row),
    )


def _minutes_to_approve(desk: Desk) -> Select[Any]:
    row = alias(desk, "meeting", "held_meeting")
    return task(desk, TaskKind.MINUTES_TO_APPROVE, "meeting", row, _NO_DAY).where(row.c.status == MeetingStatus.HELD)


def _decision_due(desk: Desk) -> Select[Any]:
    """For who owes it, and says that it is done."""
    row = alias(desk, "meeting_decision", "decision")
    due_on = due_day(row)
    return task(desk, TaskKind.DECISION_DUE, "meeting_decision", row, due_on).where(
        row.c.owner_id == desk.asker.organisation,
        row.c.status == DecisionStatus.OPEN,
        or_(due_on.is_(None), due_on <= _SOON),
        _speaks(desk),
        desk.may("meeting_decision", Operation.UPDATE, row),
    )


# --- grants: what the agency decides ----------------------------------------------------------------------


def _grant_to_receive(desk: Desk) -> Select[Any]:
    row = alias(desk, "grant", "handed_in")
    return task(desk, TaskKind.GRANT_TO_RECEIVE, "grant", row, _NO_DAY).where(row.c.status == GrantStatus.SUBMITTED)


def _grant_to_decide(desk: Desk) -> Select[Any]:
    row = alias(desk, "grant", "assessed")
    return task(desk, TaskKind.GRANT_TO_DECIDE, "grant", row, _NO_DAY).where(
        row.c.status == GrantStatus.UNDER_ASSESSMENT
    )


def _budget_to_decide(desk: Desk) -> Select[Any]:
    """A change; the application's own budget is decided with the application."""
    row, grant = alias(desk, "grant_budget", "proposal"), alias(desk, "grant", "changed_grant")
    granted = select(grant.c.id).where(
        grant.c.id == row.c.grant_id, grant.c.status == GrantStatus.GRANTED, desk.readable("grant", grant)
    )
    return task(desk, TaskKind.BUDGET_TO_DECIDE, "grant_budget", row, _NO_DAY).where(
        row.c.status == BudgetStatus.PROPOSED, exists(granted.correlate(row))
    )


def _accounts_to_decide(desk: Desk) -> Select[Any]:
    row = alias(desk, "grant_account", "accounts")
    return task(desk, TaskKind.ACCOUNTS_TO_DECIDE, "grant_account", row, _NO_DAY).where(
        row.c.status == AccountStatus.SUBMITTED
    )


_DECIDES = ("grant_decision", Operation.CREATE)
PARTS: Parts = {
    TaskKind.INTERVIEW_TO_HOLD: ("interview_contact", Operation.UPDATE, _interview_to_hold),
    TaskKind.CONTRIBUTION_DUE: ("evaluation_contribution", Operation.UPDATE, _contribution_due),
    TaskKind.CONTRIBUTION_EXPECTED: ("evaluation_contribution", Operation.CREATE, _contribution_expected),
    TaskKind.RELEASE_TO_CHECK: ("release", Operation.UPDATE, _release_to_check),
    TaskKind.RELEASE_APPROVAL_DUE: ("release_approval", Operation.UPDATE, _release_approval_due),
    TaskKind.RELEASE_TO_PUBLISH: ("release", Operation.UPDATE, _release_to_publish),
    TaskKind.MEETING_TO_HOLD: ("meeting", Operation.CREATE, _meeting_to_hold),
    TaskKind.MEETING_TO_ATTEND: ("meeting", Operation.READ, _meeting_to_attend),
    TaskKind.TRAINING_DAY_TO_HOLD: ("training_day", Operation.UPDATE, _training_day_to_hold),
    TaskKind.MINUTES_TO_APPROVE: ("meeting", Operation.CREATE, _minutes_to_approve),
    TaskKind.DECISION_DUE: ("meeting_decision", Operation.UPDATE, _decision_due),
    TaskKind.GRANT_TO_RECEIVE: (*_DECIDES, _grant_to_receive),
    TaskKind.GRANT_TO_DECIDE: (*_DECIDES, _grant_to_decide),
    TaskKind.BUDGET_TO_DECIDE: (*_DECIDES, _budget_to_decide),
    TaskKind.ACCOUNTS_TO_DECIDE: (*_DECIDES, _accounts_to_decide),
}
"""Each kind of task, with the cell that a role must have for the task ever to be its own."""
