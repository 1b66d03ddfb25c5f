"""Changes as the asker may know them at this moment, judged in the statement that reads them."""

from typing import Any

from sqlalchemy import (
    BigInteger,
    ColumnElement,
    FromClause,
    Integer,
    Select,
    any_,
    bindparam,
    case,
    exists,
    or_,
    select,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.types import Text

from app.boundary.policy import Operation
from app.database.columns import table_of
from app.gate.desk import Desk
from app.integration.changes.tables import Change, ChangeKind, Collection

CATEGORIES: dict[Collection, tuple[str, ...]] = {
    Collection.CITIZENS: ("citizen",),
    Collection.INCIDENTS: ("incident", "incident_summary", "incident_account", "incident_offence"),
    Collection.CONSENTS: ("consent",),
    Collection.REFERRALS: ("referral",),
    Collection.CONTACT_ATTEMPTS: ("contact_attempt",),
    Collection.COURSES: ("course",),
    Collection.SESSIONS: ("session",),
    Collection.SUPPORT_NEEDS: ("support_need",),
    Collection.FOLLOW_UPS: ("follow_up",),
    Collection.QUESTIONNAIRE_RESPONSES: ("questionnaire_response",),
    Collection.ASSIGNMENTS: ("assignment",),
}
"""Whose cells say whether a record of the collection is there for the asker; any of them is enough."""

_TEXTS: Any = ARRAY(Text)  # SQLAlchemy's own annotations do not admit an ARRAY here
_AFTER = bindparam("after", type_=BigInteger)
_COUNT = bindparam("page_count", type_=Integer)
_COLLECTIONS: Any = bindparam("collections", type_=_TEXTS)


def carried(desk: Desk) -> list[str]:
    """The collections that the token was given for; of the others its holder hears nothing, not even of an end."""
    return [name.value for name, categories in CATEGORIES.items() if any(desk.carries(each) for each in categories)]


def _there(desk: Desk, collection: Collection, change: FromClause) -> ColumnElement[bool]:
    """Whether the record is the asker's to read."""

    def in_category(name: str) -> ColumnElement[bool]:
        row = table_of(desk.policy[name].table).alias(f"the_{name}")
        identity = row.c.incident_id if "incident_id" in row.c else row.c.id
        return exists(select(row.c.id).where(identity == change.c.record_id, desk.shown(name, row)).correlate(change))

    allowed = [each for each in CATEGORIES[collection] if desk.policy[each].allows(desk.role, Operation.READ)]
    return or_(*(in_category(each) for each in allowed))


def statement(desk: Desk) -> Select[Any]:
    """A page in order, and one more."""
    table = table_of(Change.__tablename__)
    change = (
        select(table)
        .where(
            table.c.organisation_id == desk.asker.organisation,
            table.c.sequence > _AFTER,
            table.c.collection == any_(_COLLECTIONS),
            desk.readable("change", table),
        )
        .order_by(table.c.sequence)
        .limit(_COUNT)
        .subquery("page")
    )
    there = case(
        {
            name.value: _there(desk, name, change)
            for name, categories in CATEGORIES.items()
            if any(desk.policy[each].allows(desk.role, Operation.READ) for each in categories)
        },
        value=change.c.collection,
        else_=False,
    )
    kind = case(
        (~there, ChangeKind.REMOVED.value),
        # It was to end, and did not; or it has come back.
        (change.c.kind == ChangeKind.REMOVED.value, ChangeKind.UPDATED.value),
        else_=change.c.kind,
    )
    names = ("sequence", "id", "collection", "record_id", "citizen_id", "happened_at")
    return select(*(change.c[name] for name in names), kind.label("kind")).order_by(change.c.sequence)
