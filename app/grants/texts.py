"""Words and amounts that grants have in common."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from app.common.cpr import holds_cpr
from app.common.problem import InvalidValue
from app.common.text import clean_line, clean_long

Amount = Annotated[int, Field(ge=1, le=100_000_000_000, description="In øre.")]
Year = Annotated[
    int,
    Field(
        ge=2000,
        le=2199,
        description="A calendar year; in the municipal programme a project year, by the year in which it begins.",
    ),
]
_NEVER = "Never a citizen's name, CPR number or address: what looks like a CPR number is refused."


class CitizenInGrantText(InvalidValue):
    """Something that looks like a CPR number: the agency reads these texts (the wall, rule 8)."""

    code = "citizen_data_in_text"
    message_en = "The text holds what looks like a CPR number; texts of grants never hold citizens' data."
    message_da = "Teksten indeholder noget, der ligner et CPR-nummer; tekster om tilskud må aldrig rumme borgeres data."


def _screened(value: str) -> str:
    if holds_cpr(value):
        raise CitizenInGrantText
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
    Field(min_length=1, max_length=4000, description=_NEVER),
    BeforeValidator(clean_long),
    AfterValidator(_screened),
]
"""Several lines."""
VoucherNumber = Annotated[
    str,
    Field(pattern=r"^[A-Za-z0-9][A-Za-z0-9._/-]{0,39}$", description="What looks like a CPR number is refused."),
    AfterValidator(_screened),
]
"""The number of a voucher in its own bookkeeping: the agency reads it too."""
Category = Annotated[
    str,
    Field(pattern=r"^[a-z_]{1,60}$", description="A code of `/v1/reference/expense-categories` of the programme."),
]
