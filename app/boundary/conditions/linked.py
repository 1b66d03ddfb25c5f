"""Words on who holds an answer link: a citizen without an account, and no more than one questionnaire."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, FromClause, and_, func, literal

from app.boundary.asker import Asker
from app.boundary.conditions.base import one, picture, there_is, word

if TYPE_CHECKING:
    from app.boundary.policy import Category

_ASKED = {
    "questionnaire_response": ("response_id", "id"),
    "questionnaire_answers": ("response_id", "response_id"),
    "instrument": ("instrument_id", "id"),
}
"""What the link opens: its own column, and the row's."""
_BESIDES = {
    "audit_event": ("response_id", "record_id"),
    "audit_subject": ("citizen_id", "citizen_id"),
    "agreement_coverage": ("project_id", "project_id"),
}
"""What goes with it, likewise; of the link's controller."""


def _links() -> FromClause:
    return picture(
        "questionnaire_link",
        "response_id instrument_id citizen_id project_id organisation_id secret_hash expires_at used_at ended_at",
    )


@word
def held(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker holds the secret of this link."""
    return row.c.secret_hash == asker.link


@word
def by_link(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row is what the link that the asker holds asks for, and the link is neither used, ended nor run out."""
    link = _links()
    own, theirs = _ASKED[category.name]
    return there_is(
        one(link).where(
            link.c.secret_hash == asker.link,
            link.c[own] == row.c[theirs],
            link.c.used_at.is_(None),
            link.c.ended_at.is_(None),
            link.c.expires_at > func.now(),
        ),
        row,
    )


@word
def of_link(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The row goes with the link that the asker holds, and is its controller's."""
    link = _links()
    own, theirs = _BESIDES[category.name]
    return there_is(
        one(link).where(
            link.c.secret_hash == asker.link,
            link.c[own] == row.c[theirs],
            link.c.organisation_id == row.c.organisation_id,
        ),
        row,
    )


@word
def becomes_answered(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The questionnaire becomes answered, by way of the link, and nothing else."""
    return and_(row.c.status == literal("answered"), row.c.answered_through == literal("link"))
