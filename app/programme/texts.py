"""Free text of the programme: no citizen's data in it (the wall, rule 8).

Names cannot be told from other words, but a CPR number can: wherever a text of meetings, training or maturation holds
what looks like one, it is refused.
"""

from typing import Annotated
from urllib.parse import unquote

from pydantic import AfterValidator, BeforeValidator, Field

from app.common.citizen_text import screened
from app.common.text import clean_line, clean_long

_NEVER = "Never a citizen's name, CPR number or address: what looks like a CPR number is refused."


Line = Annotated[
    str,
    Field(min_length=1, max_length=200, description=_NEVER),
    BeforeValidator(clean_line),
    AfterValidator(screened),
]
"""One line."""
Words = Annotated[
    str,
    Field(min_length=1, max_length=10_000, description=_NEVER),
    BeforeValidator(clean_long),
    AfterValidator(screened),
]
"""Several lines: agendas, minutes, grounds."""


def _link_screened(value: str) -> str:
    screened(unquote(value))
    return value


Link = Annotated[
    str,
    Field(
        # The characters of RFC 3986 and no other: what calendars show as a link is one.
        pattern=r"^https://[A-Za-z0-9.-]+(:[0-9]{1,5})?([/?#]([A-Za-z0-9._~:/?#@!$&'()*+,;=-]|%[0-9A-Fa-f]{2})*)?$",
        max_length=1000,
        description="An https address, without what looks like a CPR number: calendars show it.",
    ),
    AfterValidator(_link_screened),
]
"""Where a virtual meeting is. A room whose number looks like a CPR number needs another link."""
