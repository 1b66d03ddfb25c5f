"""Contacts for interviews as the evaluator reads them, and what came of each."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.citizens.vault import OpenKey
from app.common.encryption import DataKey, FieldCipher, unwrap_key
from app.common.workdays import danish_date
from app.courses.errors import day_before
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged, filters, matched, row_etag
from app.interviews.tables import HELD, NOT_HELD, InterviewContact
from app.interviews.views import ContactBrief, ContactList, ContactOut, InterviewClosed, InterviewHeld

Row = Mapping[Any, Any]

CONTACTS = table_of(InterviewContact.__tablename__)


def bound_to(contact_id: UUID, organisation_id: UUID) -> bytes:
    """What the contact's wrapped key is bound to."""
    return f"key of interview contact {contact_id} from {organisation_id}".encode()


def opened_with(key: DataKey, row: Row) -> OpenKey:
    """The contact's own key; it has no id but the contact's."""
    return OpenKey(row["id"], row["organisation_id"], FieldCipher(key))


async def page(desk: Desk, query: ContactList) -> Page[ContactBrief]:
    """Contacts that wait for an interview, the last passed on first; what is in them is read one at a time."""
    keys = keyset(desk, query, "interview-contacts")
    rows = await desk.rows(
        select(CONTACTS)
        .where(
            *keys.where(CONTACTS.c.created_at, CONTACTS.c.id),
            *filters(query, CONTACTS),
            desk.readable("interview_contact"),
        )
        .order_by(CONTACTS.c.created_at.desc(), CONTACTS.c.id.desc())
        .limit(query.limit + 1)
    )
    shown = rows[: query.limit]
    for row in shown:
        desk.saw("interview_contact", row)
    return keys.page(rows, [ContactBrief.model_validate(_brief(row)) for row in shown])


async def get(desk: Desk, contact_id: UUID) -> Tagged[ContactOut]:
    """A contact with what is in it; the citizen's log tells of it."""
    row = await desk.find("interview_contact", contact_id)
    desk.event.record_id = contact_id
    masters = {name: each.key for name, each in desk.keys.master_keys.items()}
    key = opened_with(unwrap_key(masters, row["wrapped"], bound_to(row["id"], row["organisation_id"])), row)
    opened = {name: key.open("interview_contact", row, name) for name in ("call_name", "phone", "email")}
    return Tagged(ContactOut.model_validate({**row, **_brief(row), **opened}), row_etag("interview_contact", row))


async def complete(desk: Desk, contact_id: UUID, held: InterviewHeld) -> InterviewClosed:
    """The interview was held. A trigger tells the candidate, ends the contact and erases it."""
    row = await matched(desk, "interview_contact", contact_id)
    if held.held_on < danish_date(row["opened_at"]):
        raise day_before("/held_on", "before_passed_on", "the passing on", "videregivelsen af kontakten")
    return await _close(desk, row, HELD, held_on=held.held_on)


async def not_held(desk: Desk, contact_id: UUID) -> InterviewClosed:
    """No interview came of it: the citizen said no after all, or was not reached."""
    row = await matched(desk, "interview_contact", contact_id)
    return await _close(desk, row, NOT_HELD)


async def _close(desk: Desk, row: Row, outcome: str, **changes: Any) -> InterviewClosed:
    closed = await desk.update("interview_contact", row, {"outcome": outcome, **changes})
    return InterviewClosed(id=closed["id"], project_id=closed["project_id"], held_on=closed["held_on"])


def _brief(row: Row) -> dict[str, Any]:
    names = ("id", "project_id", "version")
    until = row["valid_until"]
    days = {"passed_on": danish_date(row["opened_at"]), "valid_until": until and danish_date(until)}
    return {**{name: row[name] for name in names}, **days}
