"""Codes, states and transitions of time and cost."""

from enum import StrEnum


class TimeTask(StrEnum):
    """What the time went to; the code list `time_task`."""

    IDENTIFICATION = "identification"
    CONSENT = "consent"
    REFERRAL = "referral"
    CONTACT = "contact"
    SESSIONS = "sessions"
    BRIDGING = "bridging"
    FOLLOW_UP = "follow_up"
    DOCUMENTATION = "documentation"
    EVALUATION = "evaluation"
    MEETINGS = "meetings"
    COMPETENCE_DEVELOPMENT = "competence_development"
    COORDINATION = "coordination"
    TRANSPORT = "transport"


class TimeEntryStatus(StrEnum):
    """draft -> approved -> locked."""

    DRAFT = "draft"
    APPROVED = "approved"
    LOCKED = "locked"


TIME_ENTRY_TRANSITIONS: dict[TimeEntryStatus, frozenset[TimeEntryStatus]] = {
    TimeEntryStatus.DRAFT: frozenset({TimeEntryStatus.APPROVED}),
    TimeEntryStatus.APPROVED: frozenset({TimeEntryStatus.LOCKED}),
    TimeEntryStatus.LOCKED: frozenset(),
}


class CostStatus(StrEnum):
    """draft -> booked -> audited."""

    DRAFT = "draft"
    BOOKED = "booked"
    AUDITED = "audited"


COST_TRANSITIONS: dict[CostStatus, frozenset[CostStatus]] = {
    CostStatus.DRAFT: frozenset({CostStatus.BOOKED}),
    CostStatus.BOOKED: frozenset({CostStatus.AUDITED}),
    CostStatus.AUDITED: frozenset(),
}
