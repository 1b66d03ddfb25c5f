"""Codes, states and transitions of referrals and contact attempts."""

from enum import StrEnum


class ReferralKind(StrEnum):
    """The first passing on, or a bridge to another service."""

    INITIAL = "initial"
    BRIDGING = "bridging"


class Urgency(StrEnum):
    """How soon the citizen should be contacted."""

    ROUTINE = "routine"
    SOON = "soon"
    ACUTE = "acute"


class ReferralStatus(StrEnum):
    """draft -> sent -> received -> accepted / rejected -> completed; -> recalled.

    `completed` is never stored on the referral: it is the existence of a `referral_outcome` with
    `completed_at`, so that a sender without the citizen's feedback_to_sender goes on reading `accepted`.
    """

    DRAFT = "draft"
    SENT = "sent"
    RECEIVED = "received"
    ACCEPTED = "accepted"
    REJECTED = "rejected"
    COMPLETED = "completed"
    RECALLED = "recalled"


class RejectedReason(StrEnum):
    """Why a recipient cannot take it: the organisation's reasons, never the citizen's answer (wall, rule 9)."""

    NO_CAPACITY = "no_capacity"
    OUTSIDE_TARGET_GROUP = "outside_target_group"
    WRONG_RECIPIENT = "wrong_recipient"
    OTHER = "other"


class Outcome(StrEnum):
    """How it went; told to the sender only with the citizen's consent."""

    COURSE_STARTED = "course_started"
    DECLINED = "declined"
    NOT_REACHED = "not_reached"
    REFERRED_ON = "referred_on"
    COMPLETED = "completed"


class ContactOutcome(StrEnum):
    """What came of an attempt to reach the citizen."""

    REACHED = "reached"
    NO_ANSWER = "no_answer"
    WRONG_NUMBER = "wrong_number"
    DECLINED_OFFER = "declined_offer"
    APPOINTMENT_MADE = "appointment_made"
    NOT_SAFE_TO_TALK = "not_safe_to_talk"
    CITIZEN_WILL_CALL = "citizen_will_call"


SENDER_TRANSITIONS: dict[ReferralStatus, frozenset[ReferralStatus]] = {
    ReferralStatus.DRAFT: frozenset({ReferralStatus.SENT, ReferralStatus.RECALLED}),
    ReferralStatus.SENT: frozenset({ReferralStatus.RECALLED}),
    ReferralStatus.RECEIVED: frozenset({ReferralStatus.RECALLED}),
}
RECIPIENT_TRANSITIONS: dict[ReferralStatus, frozenset[ReferralStatus]] = {
    ReferralStatus.SENT: frozenset({ReferralStatus.RECEIVED, ReferralStatus.ACCEPTED, ReferralStatus.REJECTED}),
    ReferralStatus.RECEIVED: frozenset({ReferralStatus.ACCEPTED, ReferralStatus.REJECTED}),
    ReferralStatus.ACCEPTED: frozenset({ReferralStatus.COMPLETED}),
}


def transitions(status: ReferralStatus, *, sender: bool) -> frozenset[ReferralStatus]:
    """What the sender, or else the recipient, can make of a referral in this state."""
    return (SENDER_TRANSITIONS if sender else RECIPIENT_TRANSITIONS).get(status, frozenset())
