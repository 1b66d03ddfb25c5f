"""Free text that must hold no citizen's data (the wall, rule 8).

Names cannot be told from other words, but a CPR number can: what looks like one is refused.
"""

from typing import Annotated

from pydantic import AfterValidator

from app.common.cpr import holds_cpr
from app.common.problem import InvalidValue
from app.common.text import ShortText


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


class NotInAPath(InvalidValue):
    """A reference that no path could hold: such paths are refused, since programs differ in how they read them."""

    code = "not_in_a_path"
    message_en = "Empty or dot segments between slashes, backslashes and U+FFFD cannot stand in a path."
    message_da = "Tomme led og punktled mellem skråstreger, omvendte skråstreger og U+FFFD kan ikke stå i en sti."


def in_a_path(value: str) -> str:
    """Give the text back, or raise `NotInAPath`."""
    if not {"", ".", ".."}.isdisjoint(value.split("/")) or not {"\\", "\ufffd"}.isdisjoint(value):
        raise NotInAPath
    return value


CaseReference = Annotated[ShortText, AfterValidator(in_a_path), AfterValidator(screened)]
"""A record's number in the case system of whoever keeps it: it stands in paths, and so never holds a CPR number."""
