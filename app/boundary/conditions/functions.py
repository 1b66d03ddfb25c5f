"""Words on functions inside an organisation."""

from typing import TYPE_CHECKING

from sqlalchemy import ColumnElement, FromClause, and_, or_

from app.boundary.asker import Asker
from app.boundary.conditions.base import assignments, citizen_of, one, sees, there_is, word

if TYPE_CHECKING:
    from app.boundary.policy import Category


@word
def assigned(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen is assigned to the one who asks."""
    assignment = assignments()
    return there_is(
        one(assignment).where(
            assignment.c.citizen_id == citizen_of(row),
            assignment.c.organisation_id == asker.organisation,
            assignment.c.staff_id == asker.staff,
            assignment.c.ended_at.is_(None),
        ),
        row,
    )


@word
def unassigned(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen is assigned to nobody in the asker's organisation yet."""
    assignment = assignments()
    return and_(
        sees("citizen", row, asker),
        ~there_is(
            one(assignment).where(
                assignment.c.citizen_id == citizen_of(row),
                assignment.c.organisation_id == asker.organisation,
                assignment.c.ended_at.is_(None),
            ),
            row,
        ),
    )


@word
def oversees(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker has a function that answers for more than its own work; a caseworker alone does not."""
    return or_(*(asker.has_function(name) for name in ("coordinator", "integration")))


@word
def by_oneself(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The one who asks did it."""
    return row.c.staff_id == asker.staff


@word
def to_oneself(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The assignment is to the one who asks."""
    return row.c.staff_id == asker.staff
