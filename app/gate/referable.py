"""Which records bear a reference of their keeper's, and how a statement reads it along."""

from collections.abc import Callable, Mapping
from typing import Any, NamedTuple

from sqlalchemy import ColumnElement, FromClause, select

from app.boundary.policy import Operation, Policy
from app.database.columns import table_of


class Referable(NamedTuple):
    """A collection whose records may bear one."""

    collection: str
    """As in the path."""
    category: str = "external_reference"
    """Of the references themselves."""


REFERABLE: Mapping[str, Referable] = {
    "citizen": Referable("citizens"),
    "consent": Referable("consents"),
    "course": Referable("courses"),
    "session": Referable("sessions"),
    "follow_up": Referable("follow-ups"),
    "time_entry": Referable("time-entries", "resource_reference"),
    "referral": Referable("referrals"),
    "incident": Referable("incidents"),
    "support_need": Referable("support-needs"),
    "cost": Referable("costs", "resource_reference"),
    "questionnaire_response": Referable("questionnaire-responses"),
}
"""By the category of the records."""

Shown = Callable[[str, FromClause], ColumnElement[bool]]


def reference_columns(
    policy: Policy, role: str, category: str, record: FromClause, shown: Shown
) -> list[ColumnElement[Any]]:
    """The asker's own reference for each record as `external_reference`; no column where there never is one."""
    of = REFERABLE.get(category)
    if of is None or not policy[of.category].allows(role, Operation.READ):
        return []
    row = table_of(policy[of.category].table).alias("reference")
    query = select(row.c.reference).where(
        row.c.record_id == record.c.id, row.c.collection == of.collection, shown(of.category, row)
    )
    return [query.correlate(record).scalar_subquery().label("external_reference")]
