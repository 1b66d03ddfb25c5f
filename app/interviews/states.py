"""Codes, states and transitions of interview candidates and of contributions to the evaluation."""

from enum import StrEnum


class InterviewStatus(StrEnum):
    """proposed -> asked -> consented / declined -> contact_passed_on -> completed; cancelled from any open one."""

    PROPOSED = "proposed"
    ASKED = "asked"
    CONSENTED = "consented"
    DECLINED = "declined"
    CONTACT_PASSED_ON = "contact_passed_on"
    COMPLETED = "completed"
    CANCELLED = "cancelled"


_STOP = frozenset({InterviewStatus.CANCELLED})
INTERVIEW_TRANSITIONS: dict[InterviewStatus, frozenset[InterviewStatus]] = {
    InterviewStatus.PROPOSED: frozenset({InterviewStatus.ASKED}) | _STOP,
    InterviewStatus.ASKED: frozenset({InterviewStatus.CONSENTED, InterviewStatus.DECLINED}) | _STOP,
    InterviewStatus.CONSENTED: frozenset({InterviewStatus.CONTACT_PASSED_ON}) | _STOP,
    # That the interview was held is the evaluator's to say.
    InterviewStatus.CONTACT_PASSED_ON: _STOP,
    InterviewStatus.DECLINED: frozenset(),
    InterviewStatus.COMPLETED: frozenset(),
    InterviewStatus.CANCELLED: frozenset(),
}
"""What the party that proposed the citizen may ask for."""


class ContributionKind(StrEnum):
    """How a party contributes; the code list `evaluation_contribution_kind`."""

    INTERVIEW = "interview"
    CASE_VISIT = "case_visit"
    FOCUS_GROUP = "focus_group"
    QUESTIONNAIRE = "questionnaire"
    TIME_REGISTRATION = "time_registration"
    COST_DATA = "cost_data"
    INTERVENTION_DESCRIPTION = "intervention_description"


class ContributionStatus(StrEnum):
    """planned -> agreed -> done / not_done; not_done also straight from planned. Overdue is computed."""

    PLANNED = "planned"
    AGREED = "agreed"
    DONE = "done"
    NOT_DONE = "not_done"


CONTRIBUTION_TRANSITIONS: dict[ContributionStatus, frozenset[ContributionStatus]] = {
    ContributionStatus.PLANNED: frozenset({ContributionStatus.AGREED, ContributionStatus.NOT_DONE}),
    ContributionStatus.AGREED: frozenset({ContributionStatus.DONE, ContributionStatus.NOT_DONE}),
    ContributionStatus.DONE: frozenset(),
    ContributionStatus.NOT_DONE: frozenset(),
}
TO_COME = frozenset({ContributionStatus.PLANNED, ContributionStatus.AGREED})
"""What is still waited for."""


class NotDoneReason(StrEnum):
    """Why nothing came of a contribution."""

    STAFFING = "staffing"
    NO_PARTICIPANTS = "no_participants"
    MOVED_TO_NEXT_ROUND = "moved_to_next_round"
    NOT_RELEVANT = "not_relevant"
    OTHER = "other"
