"""Words on functions inside an organisation."""

from typing import TYPE_CHECKING, Any

from sqlalchemy import ColumnElement, FromClause, and_, any_, literal, or_

from app.boundary.asker import Asker
from app.boundary.conditions.base import assignments, citizen_of, one, sees, there_is, word

if TYPE_CHECKING:
    from app.boundary.policy import Category

FUNCTIONS_OF = {
    "oversees": ("coordinator", "integration"),
    "keeps_accounts": ("coordinator", "secretary", "integration"),
    "operates": ("operator",),
    "checks_releases": ("disclosure_officer",),
}
"""Words that hold of a user in one of these functions, whatever the row."""


def _in_function(name: str, asker: Asker) -> ColumnElement[bool]:
    return or_(*(asker.has_function(each) for each in FUNCTIONS_OF[name]))


def _charge(citizen: ColumnElement[Any], row: FromClause, asker: Asker, *, own: bool) -> ColumnElement[bool]:
    """Whether somebody in the asker's organisation, or the one who asks, has a charge of the citizen."""
    assignment = assignments()
    query = one(assignment).where(
        assignment.c.citizen_id == citizen,
        assignment.c.organisation_id == asker.organisation,
        assignment.c.ended_at.is_(None),
    )
    return there_is(query.where(assignment.c.staff_id == asker.staff) if own else query, row)


@word
def assigned(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen is assigned to the one who asks."""
    return _charge(citizen_of(row), row, asker, own=True)


@word
def unassigned(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The citizen is assigned to nobody in the asker's organisation yet."""
    return and_(sees("citizen", row, asker), ~_charge(citizen_of(row), row, asker, own=False))


@word
def either_assigned(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """One of the two sides is assigned to the one who asks."""
    return or_(*(_charge(row.c[side], row, asker, own=True) for side in ("victim_id", "perpetrator_id")))


@word
def neither_assigned(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """Neither side is assigned to anybody in the asker's organisation yet."""
    charged = (_charge(row.c[side], row, asker, own=False) for side in ("victim_id", "perpetrator_id"))
    return and_(sees("citizen", row, asker), *(~each for each in charged))


@word
def oversees(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker has a function that answers for more than its own work; a caseworker alone does not."""
    return _in_function("oversees", asker)


@word
def keeps_accounts(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker has a function that keeps the organisation's accounts, and knows its wages."""
    return _in_function("keeps_accounts", asker)


@word
def operates(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker runs the platform; who checks releases for disclosure is another person, and does not."""
    return _in_function("operates", asker)


@word
def checks_releases(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The asker checks releases for disclosure, and is not who builds them."""
    return _in_function("checks_releases", asker)


@word
def by_oneself(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The one who asks did it."""
    return row.c.staff_id == asker.staff


@word
def to_oneself(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The assignment is to the one who asks."""
    return row.c.staff_id == asker.staff


@word
def shown_to_function(row: FromClause, asker: Asker, category: "Category") -> ColumnElement[bool]:
    """The instrument shows answers and score to one of the asker's functions (R43: each names who may see them)."""
    functions = ("caseworker", "coordinator", "integration")
    return or_(*(and_(asker.has_function(each), literal(each) == any_(row.c.shown_to)) for each in functions))
