"""Codes, states and transitions of consents."""

from enum import StrEnum


class Scope(StrEnum):
    """What a consent covers; each its own tick, none pre-ticked."""

    CONTACT = "contact"
    IDENTITY = "identity"
    CPR = "cpr"
    ADDRESS = "address"
    INCIDENT = "incident"
    CRIMINAL_OFFENCES = "criminal_offences"
    SENSITIVE = "sensitive"
    BRIDGING = "bridging"
    FEEDBACK_TO_SENDER = "feedback_to_sender"
    EVALUATION_QUESTIONNAIRE = "evaluation_questionnaire"
    EVALUATION_INTERVIEW = "evaluation_interview"
    EVALUATION_COUPLE_LINK = "evaluation_couple_link"


class Method(StrEnum):
    """How it was given; a note of an oral consent does not suffice in this model."""

    PAPER = "paper"
    DIGITAL = "digital"
    ORAL_NOTE = "oral_note"


class ConsentStatus(StrEnum):
    """draft -> active -> withdrawn / expired / superseded; draft -> refused."""

    DRAFT = "draft"
    ACTIVE = "active"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"
    EXPIRED = "expired"
    SUPERSEDED = "superseded"


class Withdrawer(StrEnum):
    """Who brought the withdrawal."""

    CITIZEN = "citizen"
    REPRESENTATIVE = "representative"


ASKED_FOR = frozenset({ConsentStatus.ACTIVE, ConsentStatus.REFUSED, ConsentStatus.WITHDRAWN})
"""What somebody may make of a consent; it expires by itself, and is superseded when another is signed."""

TRANSITIONS: dict[ConsentStatus, frozenset[ConsentStatus]] = {
    ConsentStatus.DRAFT: frozenset({ConsentStatus.ACTIVE, ConsentStatus.REFUSED}),
    ConsentStatus.ACTIVE: frozenset({ConsentStatus.WITHDRAWN, ConsentStatus.EXPIRED, ConsentStatus.SUPERSEDED}),
    ConsentStatus.REFUSED: frozenset(),
    ConsentStatus.WITHDRAWN: frozenset(),
    ConsentStatus.EXPIRED: frozenset(),
    ConsentStatus.SUPERSEDED: frozenset(),
}
