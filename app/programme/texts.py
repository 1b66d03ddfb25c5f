"""Free text of the programme: no citizen's data in it (the wall, rule 8).

Names cannot be told from other words, but a CPR number can: wherever a text of meetings, training or maturation holds
what looks like one, it is refused.
"""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from app.common.cpr import holds_cpr
from app.common.problem import InvalidValue
from app.common.text import clean_line, clean_long

_NEVER = "Never a citizen's name, CPR number or address: what looks like a CPR number is refused."


class CitizenInText(InvalidValue):
    """Something that looks like a CPR number."""

    code = "citizen_data_in_text"
    message_en = "The text holds what looks like a CPR number; texts about meetings never hold citizens' data."
    message_da = "Teksten indeholder noget, der ligner et CPR-nummer; tekster om møder må aldrig rumme borgeres data."


def _screened(value: str) -> str:
    if holds_cpr(value):
        raise CitizenInText
    return value


Line = Annotated[
    str,
    Field(min_length=1, max_length=200, description=_NEVER),
    BeforeValidator(clean_line),
    AfterValidator(_screened),
]
"""One line."""
Words = Annotated[
    str,
    Field(min_length=1, max_length=10_000, description=_NEVER),
    BeforeValidator(clean_long),
    AfterValidator(_screened),
]
"""Several lines: agendas, minutes, grounds."""
Link = Annotated[
    str,
    Field(
        pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?(/[!-~]*)?$", max_length=1000, description="An https address."
    ),
]
"""Where a virtual meeting is. Not screened: the number of a meeting room may look like a CPR number."""
