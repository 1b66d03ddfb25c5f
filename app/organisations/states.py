"""Codes and states of organisations, projects and staff."""

from enum import StrEnum


class OrganisationType(StrEnum):
    """The parties; each is a role of the database and a column of the boundary matrix."""

    POLICE_DISTRICT = "police_district"
    MUNICIPALITY = "municipality"
    NGO = "ngo"
    EVALUATOR = "evaluator"
    AGENCY = "agency"
    TRAINING_PROVIDER = "training_provider"
    OPERATOR = "operator"


class OrganisationStatus(StrEnum):
    """An inactive organisation's users cannot sign in."""

    ACTIVE = "active"
    INACTIVE = "inactive"


ORGANISATION_TRANSITIONS: dict[OrganisationStatus, frozenset[OrganisationStatus]] = {
    OrganisationStatus.ACTIVE: frozenset({OrganisationStatus.INACTIVE}),
    OrganisationStatus.INACTIVE: frozenset({OrganisationStatus.ACTIVE}),
}


class Programme(StrEnum):
    """The two programmes, whose rules are never mixed."""

    INTERVENTION_MODEL = "intervention_model_2022_2024"
    MUNICIPAL_MATURATION = "municipal_maturation_2022_2025"


class ProjectStatus(StrEnum):
    """planned -> active -> closed."""

    PLANNED = "planned"
    ACTIVE = "active"
    CLOSED = "closed"


PROJECT_TRANSITIONS: dict[ProjectStatus, frozenset[ProjectStatus]] = {
    ProjectStatus.PLANNED: frozenset({ProjectStatus.ACTIVE, ProjectStatus.CLOSED}),
    ProjectStatus.ACTIVE: frozenset({ProjectStatus.CLOSED}),
    ProjectStatus.CLOSED: frozenset(),
}


class Function(StrEnum):
    """What a user or a case system is inside its organisation."""

    CASEWORKER = "caseworker"
    COORDINATOR = "coordinator"
    INTEGRATION = "integration"
    RESEARCHER = "researcher"
    SECRETARY = "secretary"
    OPERATOR = "operator"
    DISCLOSURE_OFFICER = "disclosure_officer"
