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
    """draft -> approved -> locked; a draft that should not be is cancelled."""

    DRAFT = "draft"
    APPROVED = "approved"
    LOCKED = "locked"
    CANCELLED = "cancelled"


TIME_ENTRY_TRANSITIONS: dict[TimeEntryStatus, frozenset[TimeEntryStatus]] = {
    TimeEntryStatus.DRAFT: frozenset({TimeEntryStatus.APPROVED, TimeEntryStatus.CANCELLED}),
    TimeEntryStatus.APPROVED: frozenset({TimeEntryStatus.LOCKED}),
    TimeEntryStatus.LOCKED: frozenset(),
    TimeEntryStatus.CANCELLED: frozenset(),
}
REGISTERED_TIME = frozenset({TimeEntryStatus.APPROVED, TimeEntryStatus.LOCKED})
"""What reports count."""


class CostStatus(StrEnum):
    """draft -> booked -> audited; a draft that should not be is cancelled."""

    DRAFT = "draft"
    BOOKED = "booked"
    AUDITED = "audited"
    CANCELLED = "cancelled"


COST_TRANSITIONS: dict[CostStatus, frozenset[CostStatus]] = {
    CostStatus.DRAFT: frozenset({CostStatus.BOOKED, CostStatus.CANCELLED}),
    CostStatus.BOOKED: frozenset({CostStatus.AUDITED}),
    CostStatus.AUDITED: frozenset(),
    CostStatus.CANCELLED: frozenset(),
}
ACCOUNTED = frozenset({CostStatus.BOOKED, CostStatus.AUDITED})
"""What stands in the accounts."""
