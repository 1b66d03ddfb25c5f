"""Codes, states and transitions of follow-ups."""

from enum import StrEnum


class FollowUpStatus(StrEnum):
    """planned -> completed / not_reached / cancelled; overdue is computed, never stored."""

    PLANNED = "planned"
    COMPLETED = "completed"
    NOT_REACHED = "not_reached"
    CANCELLED = "cancelled"


FOLLOW_UP_TRANSITIONS: dict[FollowUpStatus, frozenset[FollowUpStatus]] = {
    FollowUpStatus.PLANNED: frozenset({FollowUpStatus.COMPLETED, FollowUpStatus.NOT_REACHED, FollowUpStatus.CANCELLED}),
    FollowUpStatus.COMPLETED: frozenset(),
    FollowUpStatus.NOT_REACHED: frozenset(),
    FollowUpStatus.CANCELLED: frozenset(),
}


class ChangeSustained(StrEnum):
    """Whether the change lasts, as the citizen tells it."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"
    NOT_STATED = "not_stated"
