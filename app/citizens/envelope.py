"""A citizen with every category that the asker may read, in one statement, opened and laid out.

Of each category the asker gets its own row, else one that was disclosed to it. A recipient is shown the time at
which access was opened instead of the police's time of registration: a time shared with the other side's record
would join the two (the wall, rule 1).
"""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, Select, case, func, or_, select
from sqlalchemy.dialects.postgresql import JSONB

from app.boundary.policy import Operation
from app.citizens.disclosures import first_opened
from app.citizens.parts import as_json, ids_of
from app.citizens.tables import Citizen
from app.citizens.vault import OpenKey, unwrapped
from app.citizens.views import AddressOut, BackgroundOut, Category, CitizenOut, ContactOut, IdentityOut
from app.common.conditional import etag_of
from app.database.columns import table_of
from app.gate.desk import Desk

CITIZENS = table_of(Citizen.__tablename__)
BLOCKS: tuple[Category, ...] = ("identity", "cpr", "residence", "contact", "address", "background")


def block_of(desk: Desk, category: str, stem: FromClause, *, whole: bool = False) -> ColumnElement[Any]:
    """The category of a citizen, as JSON: one's own row, else one disclosed to one, else NULL."""
    row = table_of(desk.policy[category].table).alias(f"block_{category}")
    visible = desk.readable(category, row) if whole else desk.shown(category, row)
    query = select(as_json(row)).select_from(row).where(row.c.citizen_id == stem.c.id, visible).limit(1)
    own = row.c.organisation_id == desk.asker.organisation
    if "superseded_at" not in row.c:
        query = query.order_by(own.desc(), row.c.created_at)
    elif any("as_passed_on" in cell.when for cell in desk.policy[category].cells_for(desk.role, Operation.READ)):
        # What one was given before a change is superseded; one's own never shows what it was.
        current = row.c.superseded_at.is_(None)
        query = query.where(or_(current, ~own)).order_by(own.desc(), current.desc(), row.c.updated_at.desc())
    else:
        query = query.where(row.c.superseded_at.is_(None)).order_by(own.desc(), row.c.created_at)
    return query.correlate(stem).scalar_subquery().label(category)


def keys_of_stem(desk: Desk, stem: FromClause) -> ColumnElement[Any]:
    """The data keys of the citizen that the asker may read, as JSON."""
    row = table_of("data_key").alias("keys")
    query = (
        select(func.jsonb_agg(as_json(row), type_=JSONB))
        .select_from(row)
        .where(row.c.citizen_id == stem.c.id, desk.readable("data_key", row))
    )
    return query.correlate(stem).scalar_subquery().label("keys")


def _opened_at(desk: Desk, stem: FromClause) -> ColumnElement[Any]:
    own = stem.c.organisation_id == desk.asker.organisation
    return case((own, stem.c.created_at), else_=first_opened(desk, stem)).label("shown_at")


def envelopes(desk: Desk, stem: FromClause = CITIZENS, *, whole: bool = False) -> Select[Any]:
    """The statement; add which citizens are meant. It carries the clause of every category.

    Args:
        whole: also what the token was not given for, to compare with; never to be answered.
    """
    return select(
        *stem.c,
        _opened_at(desk, stem),
        *desk.referenced("citizen", stem),
        keys_of_stem(desk, stem),
        *(block_of(desk, category, stem, whole=whole) for category in BLOCKS),
    ).where(desk.readable("citizen", stem))


def log_seen(desk: Desk, row: Mapping[Any, Any]) -> None:
    """The stem, and every block shown, is a record seen."""
    desk.saw("citizen", row)
    log_blocks(desk, row)


def log_blocks(desk: Desk, row: Mapping[Any, Any]) -> None:
    """Every block shown is a record seen."""
    for category in BLOCKS:
        if (block := row[category]) is not None:
            desk.saw(category, {**block, **ids_of(block)})


def etag(desk: Desk, row: Mapping[Any, Any]) -> str:
    """Changes with every block the asker sees, and with the stem; a recipient's only with what it is shown of that.

    That the controller has written something is not the recipient's to know (the wall, rule 7).
    """
    parts = [
        f"{category}:{block['organisation_id']}:{block['version']}"
        for category in BLOCKS
        if (block := row[category]) is not None and desk.carries(category)
    ]
    if row["organisation_id"] == desk.organisation_id:
        return etag_of("citizen", desk.organisation_id, row["id"], row["version"], *parts)
    return etag_of("citizen", desk.organisation_id, row["id"], row["status"], row["specially_protected"], *parts)


def citizen_out(desk: Desk, row: Mapping[Any, Any]) -> CitizenOut:
    """Lay out a row of `envelopes`."""
    own = row["organisation_id"] == desk.organisation_id
    keys = {key.organisation_id: key for key in (unwrapped(desk, each) for each in row["keys"] or ())}
    shown_at = row["shown_at"] or row["created_at"]
    return CitizenOut(
        id=row["id"],
        project_id=row["project_id"],
        track=row["track"],
        status=row["status"],
        controller_id=_visible_source(desk, row, row["organisation_id"]),
        identified_by=row["identified_by"],
        external_reference=row.get("external_reference"),
        created_at=shown_at,
        updated_at=row["updated_at"] if own else shown_at,
        version=row["version"] if own else sum(row[category]["version"] for category in BLOCKS if row[category]) or 1,
        identity=_identity(desk, row, keys),
        contact=_contact(desk, row, keys),
        address=_address(desk, row, keys),
        background=_background(desk, row),
        # For one who did not register the citizen: whatever cannot be read, whether there is any or not.
        withheld=[category for category in BLOCKS if row[category] is None and not (own and desk.carries(category))],
    )


def _visible_source(desk: Desk, row: Mapping[Any, Any], source: UUID) -> UUID | None:
    """Special protection hides whose records they are from all but themselves (the wall, rule 11)."""
    return None if row["specially_protected"] and source != desk.organisation_id else source


def _identity(desk: Desk, row: Mapping[Any, Any], keys: Mapping[UUID, OpenKey]) -> IdentityOut | None:
    identity, cpr, residence = row["identity"], row["cpr"], row["residence"]
    if identity is None:
        return None
    source = UUID(identity["organisation_id"])
    return IdentityOut(
        source_organisation_id=_visible_source(desk, row, source),
        cpr=_open(keys, "citizen_cpr", cpr, "cpr") if cpr else None,
        given_name=_open(keys, "citizen_identity", identity, "given_name") or "",
        family_name=_open(keys, "citizen_identity", identity, "family_name") or "",
        birth_date=date.fromisoformat(_open(keys, "citizen_identity", identity, "birth_date") or ""),
        municipality_code=residence["municipality_code"] if residence else None,
        address_protection=identity["address_protection"],
        interpreter_language=identity["interpreter_language"],
    )


def _contact(desk: Desk, row: Mapping[Any, Any], keys: Mapping[UUID, OpenKey]) -> ContactOut | None:
    contact = row["contact"]
    if contact is None:
        return None
    return ContactOut(
        source_organisation_id=_visible_source(desk, row, UUID(contact["organisation_id"])),
        phone=_open(keys, "citizen_contact", contact, "phone"),
        email=_open(keys, "citizen_contact", contact, "email"),
        safe_channels=contact["safe_channels"],
        safe_hours=contact["safe_hours"],
        never_leave_message=contact["never_leave_message"],
        shared_device=contact["shared_device"],
        code_phrase=_open(keys, "citizen_contact", contact, "code_phrase"),
    )


def _address(desk: Desk, row: Mapping[Any, Any], keys: Mapping[UUID, OpenKey]) -> AddressOut | None:
    address = row["address"]
    if address is None:
        return None
    return AddressOut(
        source_organisation_id=_visible_source(desk, row, UUID(address["organisation_id"])),
        lines=(_open(keys, "citizen_address", address, "lines") or "").split("\n"),
        postcode=_open(keys, "citizen_address", address, "postcode") or "",
        source=address["source"],
        protection=address["protection"],
    )


def _background(desk: Desk, row: Mapping[Any, Any]) -> BackgroundOut | None:
    background = row["background"]
    if background is None:
        return None
    return BackgroundOut(
        source_organisation_id=_visible_source(desk, row, UUID(background["organisation_id"])),
        birth_year=background["birth_year"],
        sex=background["sex"],
    )


def _open(keys: Mapping[UUID, OpenKey], table: str, block: Mapping[str, Any], column: str) -> str | None:
    return keys[UUID(block["organisation_id"])].open(table, block, column)
