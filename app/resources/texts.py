"""Words that time and cost have in common."""

from typing import Annotated

from pydantic import AfterValidator, BeforeValidator, Field

from app.common.citizen_text import screened
from app.common.text import clean_line

Note = Annotated[
    str,
    Field(
        min_length=1,
        max_length=200,
        description="One line on the matter. Never a citizen's name, CPR number or address (the wall, rule 8): "
        "accounts are read by people who must not learn them. What looks like a CPR number is refused.",
    ),
    BeforeValidator(clean_line),
    AfterValidator(screened),
]
"""Kept short on purpose: what needs more words belongs in the voucher."""
