"""Words and amounts that grants have in common."""

from typing import Annotated

from pydantic import BeforeValidator, Field

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
Line = Annotated[str, Field(min_length=1, max_length=200), BeforeValidator(clean_line)]
"""One line; never a citizen's name, CPR number or address (the wall, rule 8)."""
Words = Annotated[
    str,
    Field(min_length=1, max_length=4000, description="Never a citizen's name, CPR number or address."),
    BeforeValidator(clean_long),
]
Category = Annotated[
    str,
    Field(pattern=r"^[a-z_]{1,60}$", description="A code of `/v1/reference/expense-categories` of the programme."),
]
