"""Types, states and transitions of agreements."""

from enum import StrEnum


class AgreementType(StrEnum):
    """What kind of agreement; only `data_processing` opens the platform to an organisation's data."""

    DATA_PROCESSING = "data_processing"
    DISCLOSURE = "disclosure"
    JOINT_CONTROLLERS = "joint_controllers"
    RESEARCH_DECLARATION = "research_declaration"


class AgreementStatus(StrEnum):
    """draft -> awaiting_signature -> in_force <-> suspended -> ended."""

    DRAFT = "draft"
    AWAITING_SIGNATURE = "awaiting_signature"
    IN_FORCE = "in_force"
    SUSPENDED = "suspended"
    ENDED = "ended"


class Purpose(StrEnum):
    """What the data may be processed for."""

    INTERVENTION = "intervention"
    EVALUATION = "evaluation"


TRANSITIONS: dict[AgreementStatus, frozenset[AgreementStatus]] = {
    AgreementStatus.DRAFT: frozenset({AgreementStatus.AWAITING_SIGNATURE, AgreementStatus.ENDED}),
    AgreementStatus.AWAITING_SIGNATURE: frozenset({AgreementStatus.IN_FORCE, AgreementStatus.ENDED}),
    AgreementStatus.IN_FORCE: frozenset({AgreementStatus.SUSPENDED, AgreementStatus.ENDED}),
    AgreementStatus.SUSPENDED: frozenset({AgreementStatus.IN_FORCE, AgreementStatus.ENDED}),
    AgreementStatus.ENDED: frozenset(),
}

OPEN = frozenset({AgreementStatus.IN_FORCE, AgreementStatus.SUSPENDED})
"""Signed and not yet ended: what a new agreement may supersede."""

PSEUDONYMISED = "pseudonymised"
"""The category that a recipient declaration is about."""
