"""Codes of blind match requests."""

from enum import StrEnum


class Direction(StrEnum):
    """Whose request it is."""

    SENT = "sent"
    RECEIVED = "received"


class MatchStatus(StrEnum):
    """As a request is told. The asker is told the first four, the one asked the others; times are computed."""

    WAITING = "waiting"
    KNOWN = "known"
    NO_ANSWER = "no_answer"
    ENDED = "ended"
    TO_ANSWER = "to_answer"
    CONFIRMED = "confirmed"
    DECLINED = "declined"
    EXPIRED = "expired"
