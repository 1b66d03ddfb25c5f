"""What meetings, training and maturation refuse, beyond a forbidden transition."""

from app.common.problem import FieldError
from app.organisations.errors import ProgrammeRule, invalid


def rule(code: str, message_en: str, message_da: str, pointer: str = "") -> ProgrammeRule:
    """409: one rule of the programme, by name."""
    return ProgrammeRule([FieldError(pointer, code, message_en, message_da)])


def only_municipal() -> ProgrammeRule:
    """The plan and the phases belong to the one programme."""
    return rule(
        "municipal_programme_only",
        "Only projects of the municipal programme have this.",
        "Kun projekter i det kommunale program har dette.",
        "/project_id",
    )


def one_plan() -> ProgrammeRule:
    """There is a plan already."""
    return rule(
        "one_plan_per_project",
        "The project has a meeting plan: adjust it.",
        "Projektet har en mødeplan: justér den.",
        "/project_id",
    )


def superseded() -> ProgrammeRule:
    """Only the version that applies is adjusted."""
    return rule(
        "version_superseded",
        "A newer version applies: adjust that one.",
        "En nyere version gælder: justér den.",
    )


def not_yet_held() -> ProgrammeRule:
    """What lies in the future cannot have been held."""
    return rule(
        "not_yet_begun", "What has not begun cannot have been held.", "Det, der ikke er begyndt, er ikke afholdt."
    )


__all__ = ["invalid", "not_yet_held", "one_plan", "only_municipal", "rule", "superseded"]
