"""Codes, states and transitions of instruments and questionnaire responses."""

from enum import StrEnum


class InstrumentStatus(StrEnum):
    """draft -> active -> retired; a version never changes once it is active."""

    DRAFT = "draft"
    ACTIVE = "active"
    RETIRED = "retired"


INSTRUMENT_TRANSITIONS: dict[InstrumentStatus, frozenset[InstrumentStatus]] = {
    InstrumentStatus.DRAFT: frozenset({InstrumentStatus.ACTIVE}),
    InstrumentStatus.ACTIVE: frozenset({InstrumentStatus.RETIRED}),
    InstrumentStatus.RETIRED: frozenset(),
}


class ScoringRule(StrEnum):
    """How the answers become one whole number."""

    SUM_TIMES_FACTOR = "sum_times_factor"
    SHARE_OF_MAX = "share_of_max"


class Wave(StrEnum):
    """When the citizen is asked, of a course."""

    START = "start"
    END = "end"
    FOLLOW_UP = "follow_up"


class ResponseStatus(StrEnum):
    """assigned -> handed_out -> answered / declined / not_answered; the last two also straight from assigned."""

    ASSIGNED = "assigned"
    HANDED_OUT = "handed_out"
    ANSWERED = "answered"
    DECLINED = "declined"
    NOT_ANSWERED = "not_answered"


class AnsweredThrough(StrEnum):
    """Who put the answers in."""

    WORKER = "worker"
    LINK = "link"


class LinkStatus(StrEnum):
    """What has become of an answer link; only an open one leads to the questionnaire."""

    OPEN = "open"
    USED = "used"
    ENDED = "ended"
    EXPIRED = "expired"


_UNANSWERED = frozenset({ResponseStatus.DECLINED, ResponseStatus.NOT_ANSWERED})
RESPONSE_TRANSITIONS: dict[ResponseStatus, frozenset[ResponseStatus]] = {
    # What was assigned before a withdrawal cannot be handed out any more, and must still come to an end.
    ResponseStatus.ASSIGNED: frozenset({ResponseStatus.HANDED_OUT}) | _UNANSWERED,
    ResponseStatus.HANDED_OUT: frozenset({ResponseStatus.ANSWERED}) | _UNANSWERED,
    ResponseStatus.ANSWERED: frozenset(),
    ResponseStatus.DECLINED: frozenset(),
    ResponseStatus.NOT_ANSWERED: frozenset(),
}
CLOSED = frozenset({ResponseStatus.ANSWERED}) | _UNANSWERED
"""Nothing more is waited for."""
