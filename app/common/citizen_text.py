"""Free text that must hold no citizen's data (the wall, rule 8).

Names cannot be told from other words, but a CPR number can: what looks like one is refused.
"""

from app.common.cpr import holds_cpr
from app.common.problem import InvalidValue


class CitizenInText(InvalidValue):
    """Something that looks like a CPR number."""

    code = "citizen_data_in_text"
    message_en = "The text holds what looks like a CPR number; it must never hold citizens' data."
    message_da = "Teksten indeholder noget, der ligner et CPR-nummer; den må aldrig rumme borgeres data."


def screened(value: str) -> str:
    """Give the text back, or raise `CitizenInText`, which never holds it."""
    if holds_cpr(value):
        raise CitizenInText
    return value
