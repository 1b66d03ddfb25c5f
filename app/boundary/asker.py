"""Who asks, as SQL expressions: parameters in the application, settings of the transaction in PostgreSQL.

A condition is written against these expressions, so that the where-clause and the row-level policy are
the same rule with another way of saying "me".
"""

from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Text, Uuid, any_, bindparam, literal_column
from sqlalchemy.dialects.postgresql import ARRAY

_TEXTS: Any = ARRAY(Text)  # SQLAlchemy's own annotations do not admit an ARRAY here


@dataclass(frozen=True, slots=True)
class Asker:
    """The one who asks, expressed in SQL."""

    organisation: ColumnElement[UUID]
    track: ColumnElement[str]
    """NULL where the user works in no single track."""
    staff: ColumnElement[UUID]
    """NULL for a case system."""
    functions: ColumnElement[list[str]]
    link: ColumnElement[str]
    """Hash of the secret of an answer link (`questionnaire_link`); NULL for everybody who has signed in."""

    def has_function(self, name: str) -> ColumnElement[bool]:
        """Whether one of the asker's functions inside the organisation is `name`."""
        return literal_column(f"'{name}'", Text) == any_(self.functions)


def _setting(name: str, cast: str) -> str:
    # Not wrapped in a sub-select: that saves a call a row, but each becomes an InitPlan of its own, and a statement
    # over several categories has thousands (docs/decisions: "Settings are read plainly").
    return f"NULLIF(current_setting('{name}', true), ''){cast}"


SETTINGS_ASKER = Asker(
    organisation=literal_column(_setting("boundary.organisation", "::uuid"), Uuid),
    track=literal_column(_setting("boundary.track", ""), Text),
    staff=literal_column(_setting("boundary.staff", "::uuid"), Uuid),
    functions=literal_column(
        f"string_to_array({_setting('boundary.functions', '')}, ' ')",
        _TEXTS,
    ),
    link=literal_column(_setting("boundary.link", ""), Text),
)
"""Without a context every setting is NULL: no row is visible and none can be written."""

PARAMETER_ASKER = Asker(
    organisation=bindparam("asker_organisation", type_=Uuid),
    track=bindparam("asker_track", type_=Text),
    staff=bindparam("asker_staff", type_=Uuid),
    functions=bindparam("asker_functions", type_=_TEXTS),
    link=bindparam("asker_link", type_=Text),
)
"""For statements compiled once and run with parameters; the values come from `AskerValues.parameters`."""


@dataclass(frozen=True, slots=True)
class AskerValues:
    """The asker of one request, as the database knows it (never as a token claims it)."""

    role: str
    organisation: UUID
    track: str | None
    staff: UUID | None
    functions: frozenset[str]
    link: str | None = None

    def parameters(self) -> dict[str, object]:
        """Values for the parameters of `PARAMETER_ASKER`."""
        return {
            "asker_organisation": self.organisation,
            "asker_track": self.track,
            "asker_staff": self.staff,
            "asker_functions": sorted(self.functions),
            "asker_link": self.link,
        }

    def settings(self) -> dict[str, str]:
        """Values of the transaction's settings; the empty string is read back as NULL."""
        return {
            "boundary.organisation": str(self.organisation),
            "boundary.track": self.track or "",
            "boundary.staff": str(self.staff) if self.staff else "",
            "boundary.functions": " ".join(sorted(self.functions)),
            "boundary.link": self.link or "",
        }
