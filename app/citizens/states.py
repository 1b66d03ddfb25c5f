"""Codes and states of citizens and incidents."""

from enum import StrEnum


class CitizenStatus(StrEnum):
    """active -> closed -> deleted or archived."""

    ACTIVE = "active"
    CLOSED = "closed"
    DELETED = "deleted"
    ARCHIVED = "archived"


CITIZEN_TRANSITIONS: dict[CitizenStatus, frozenset[CitizenStatus]] = {
    CitizenStatus.ACTIVE: frozenset({CitizenStatus.CLOSED}),
    CitizenStatus.CLOSED: frozenset({CitizenStatus.ACTIVE, CitizenStatus.DELETED, CitizenStatus.ARCHIVED}),
    CitizenStatus.DELETED: frozenset(),
    CitizenStatus.ARCHIVED: frozenset(),
}


ASKED_FOR = frozenset({CitizenStatus.ACTIVE, CitizenStatus.CLOSED})
"""What a party may make of its record; deletion and archiving are no party's request."""


class IdentifiedBy(StrEnum):
    """Who found the citizen (R21: the two ways in, and unaided)."""

    POLICE_DISTRICT = "police_district"
    MUNICIPALITY = "municipality"
    SELF = "self"


class AddressProtection(StrEnum):
    """Protection in the CPR register; unknown is treated as protected."""

    NONE = "none"
    NAME_AND_ADDRESS = "name_and_address"
    SPECIAL = "special"
    UNKNOWN = "unknown"


class AddressSource(StrEnum):
    """Where an address comes from; one from the register never reaches a private party."""

    CPR_REGISTER = "cpr_register"
    CITIZEN = "citizen"


class Channel(StrEnum):
    """Ways of contact."""

    PHONE = "phone"
    SMS = "sms"
    EMAIL = "email"
    DIGITAL_POST = "digital_post"
    LETTER = "letter"
    IN_PERSON = "in_person"


class IncidentStatus(StrEnum):
    """registered -> closed."""

    REGISTERED = "registered"
    CLOSED = "closed"


class Relation(StrEnum):
    """How the two sides stand to each other."""

    CURRENT_PARTNER = "current_partner"
    FORMER_PARTNER = "former_partner"
    FAMILY = "family"
    OTHER_CLOSE = "other_close"
    NOT_STATED = "not_stated"


class ViolenceForm(StrEnum):
    """Forms of violence."""

    PHYSICAL = "physical"
    PSYCHOLOGICAL = "psychological"
    SEXUAL = "sexual"
    ECONOMIC = "economic"
    MATERIAL = "material"
    DIGITAL = "digital"
    STALKING = "stalking"
    HONOUR_RELATED = "honour_related"
    NOT_STATED = "not_stated"


class Sex(StrEnum):
    """As the citizen says; the code list `sex`."""

    FEMALE = "female"
    MALE = "male"
    OTHER = "other"
    UNKNOWN = "unknown"
