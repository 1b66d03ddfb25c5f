"""Registering citizens and keeping their categories."""

from collections.abc import Mapping, Sequence
from datetime import date
from typing import Any, NamedTuple
from uuid import UUID, uuid4

from sqlalchemy import ColumnElement, Select, Text, Uuid, bindparam, func, select, tuple_, union_all

from app.boundary.policy import Operation
from app.citizens.envelope import CITIZENS, citizen_out, envelopes, etag, log_seen
from app.citizens.errors import PassedOn, UnderAge
from app.citizens.screening import refuse_counterpart
from app.citizens.states import CITIZEN_TRANSITIONS, AddressProtection, CitizenStatus, IdentifiedBy
from app.citizens.vault import OpenKey, own_key
from app.citizens.views import AddressIn, CitizenIn, CitizenList, CitizenOut, ContactIn, IdentityIn
from app.common.days import is_adult
from app.common.encryption import blind_index
from app.common.errors import ForbiddenTransition, NotFound, RoleCannot
from app.common.workdays import danish_date
from app.database.columns import Timestamp, table_of, utc_now
from app.gate.desk import Desk
from app.gate.paging import Keyset, Page, keyset

MAX_FOUND = 20


class Tagged(NamedTuple):
    """A citizen and the ETag of what the asker sees of them."""

    citizen: CitizenOut
    etag: str


async def _load(desk: Desk, citizen_id: UUID) -> Mapping[Any, Any]:
    rows = await desk.fetch(
        "citizen",
        lambda template: envelopes(template).where(CITIZENS.c.id == bindparam("citizen_id", type_=Uuid)),
        citizen_id=citizen_id,
    )
    if not rows:
        raise NotFound
    return rows[0]


async def get(desk: Desk, citizen_id: UUID) -> Tagged:
    """A citizen with what the asker may read of them."""
    row = await _load(desk, citizen_id)
    log_seen(desk, row)
    desk.event.record_id = citizen_id
    return Tagged(citizen_out(desk, row), etag(desk, row))


async def register(desk: Desk, new: CitizenIn) -> Tagged:
    """Register a citizen as the asker's own. Never says whether they are known to anyone else."""
    stem = _fresh(desk, new.project_id, new.track)
    identified_by = new.identified_by or _found_by(desk)
    special = any(each and each.specially_protected for each in (new.identity, new.address))
    row = {
        **stem,
        "identified_by": identified_by,
        "status": CitizenStatus.ACTIVE,
        "specially_protected": special,
    }
    await desk.insert("citizen", row, refers="/project_id")
    if new.external_reference:
        await _refer(desk, stem, new.external_reference)
    if new.identity:
        await _put_identity(desk, stem, new.identity)
    if new.contact:
        await _put_contact(desk, stem, new.contact)
    if new.address:
        await _put_address(desk, stem, new.address)
    return await get(desk, stem["id"])


async def put_identity(desk: Desk, citizen_id: UUID, new: IdentityIn) -> Tagged:
    """Write the asker's own registration of identity, CPR number and municipality."""
    stem = await _matched(desk, citizen_id)
    await _put_identity(desk, stem, new)
    await _touch(desk, stem, special=new.specially_protected or _special(stem, "address", "protection"))
    return await _reread(desk, citizen_id)


async def put_contact(desk: Desk, citizen_id: UUID, new: ContactIn) -> Tagged:
    """Write the asker's own registration of contact; one that was passed on stays as it was.

    Raises:
        InvalidContent: the code phrase identifies the other side (the wall, rule 5).
    """
    stem = await _matched(desk, citizen_id)
    await refuse_counterpart(desk, citizen_id, new.code_phrase or "", "/code_phrase")
    await _put_contact(desk, stem, new)
    await _touch(desk, stem, special=stem["specially_protected"])
    return await _reread(desk, citizen_id)


async def put_address(desk: Desk, citizen_id: UUID, new: AddressIn) -> Tagged:
    """Write the asker's own registration of the address."""
    stem = await _matched(desk, citizen_id)
    await _put_address(desk, stem, new)
    await _touch(desk, stem, special=new.specially_protected or _special(stem, "identity", "address_protection"))
    return await _reread(desk, citizen_id)


async def change_status(desk: Desk, citizen_id: UUID, to: CitizenStatus) -> Tagged:
    """Close or reopen the citizen's record."""
    stem = await _matched(desk, citizen_id)
    allowed = CITIZEN_TRANSITIONS[CitizenStatus(stem["status"])]
    if to not in allowed:
        raise ForbiddenTransition(state=stem["status"], allowed=sorted(allowed))
    await desk.update("citizen", _only_stem(stem), {"status": to})
    return await _reread(desk, citizen_id)


async def page(desk: Desk, query: CitizenList) -> Page[CitizenOut]:
    """The asker's own citizens and those disclosed to it, newest access first.

    Driven from ownership and from the disclosures, each one index walk; the policy stands behind both.
    """
    keys = keyset(desk, query, "citizens")
    filters = _filters(query)
    rows = await desk.fetch(
        ("citizens", keys.after is None, *filters),
        lambda template: _page(template, keys, filters),
        **keys.values(),
        **{name: getattr(query, name) for name in filters},
    )
    for row in rows[: query.limit]:
        log_seen(desk, row)
    return keys.page(rows, [citizen_out(desk, row) for row in rows[: query.limit]], time="sorted_at")


def _page(desk: Desk, keys: Keyset, filters: Sequence[str]) -> Select[Any]:
    disclosure = table_of("disclosure")
    conditions = [_FILTERS[name] for name in filters if name != "updated_since"]
    since = bindparam("updated_since", type_=Timestamp)
    own = select(CITIZENS.c.id, CITIZENS.c.created_at.label("shown_at")).where(
        CITIZENS.c.organisation_id == desk.asker.organisation,
        *keys.seek(CITIZENS.c.created_at, CITIZENS.c.id),
        *conditions,
        *([CITIZENS.c.updated_at >= since] if "updated_since" in filters else []),
        desk.readable("citizen"),
    )
    # A citizen referred twice was opened twice; the first opening is the time that the recipient is shown.
    opened = (
        select(disclosure.c.citizen_id, func.min(disclosure.c.opened_at).label("opened_at"))
        .where(
            disclosure.c.recipient_id == desk.asker.organisation,
            disclosure.c.category == "citizen",
            disclosure.c.opened_at.is_not(None),
        )
        .group_by(disclosure.c.citizen_id)
        .subquery("opened")
    )
    disclosed = (
        select(CITIZENS.c.id, opened.c.opened_at.label("shown_at"))
        .select_from(opened.join(CITIZENS, CITIZENS.c.id == opened.c.citizen_id))
        .where(
            CITIZENS.c.organisation_id != desk.asker.organisation,
            *keys.seek(opened.c.opened_at, CITIZENS.c.id),
            *conditions,
            # The time that the recipient is shown, not the one at which the sender wrote (the wall, rule 1).
            *([opened.c.opened_at >= since] if "updated_since" in filters else []),
            desk.readable("citizen"),
        )
    )
    newest = [
        each.order_by(*(column.desc() for column in each.selected_columns[::-1])).limit(keys.count)
        for each in (own, disclosed)
    ]
    both = union_all(*(each.subquery().select() for each in newest)).subquery("seen")
    chosen = select(both).order_by(both.c.shown_at.desc(), both.c.id.desc()).limit(keys.count).subquery("chosen")
    return (
        envelopes(desk)
        .add_columns(chosen.c.shown_at.label("sorted_at"))
        .join_from(CITIZENS, chosen, chosen.c.id == CITIZENS.c.id)
        .order_by(chosen.c.shown_at.desc(), CITIZENS.c.id.desc())
    )


_FILTERS: Mapping[str, ColumnElement[bool]] = {
    "project_id": CITIZENS.c.project_id == bindparam("project_id", type_=Uuid),
    "track": CITIZENS.c.track == bindparam("track", type_=Text),
    "status": CITIZENS.c.status == bindparam("status", type_=Text),
}


def _filters(query: CitizenList) -> list[str]:
    """The names of the filters that are set."""
    return [name for name in (*_FILTERS, "updated_since") if getattr(query, name) is not None]


async def search_cpr(desk: Desk, cpr: str) -> list[CitizenOut]:
    """Citizens with this CPR number among one's own and those disclosed to one; never anybody else's."""
    numbers = table_of("citizen_cpr")
    disclosure = table_of("disclosure")
    sources = await desk.rows(
        select(disclosure.c.source_organisation_id)
        .where(disclosure.c.recipient_id == desk.organisation_id, disclosure.c.category == "cpr")
        .distinct()
    )
    organisations = {desk.organisation_id, *(each["source_organisation_id"] for each in sources)}
    indexes = [(each, _blind(desk, each, cpr)) for each in organisations]
    found = (
        select(numbers.c.citizen_id)
        .where(tuple_(numbers.c.organisation_id, numbers.c.blind_index).in_(indexes), desk.readable("cpr"))
        .limit(MAX_FOUND)
        .subquery("found")
    )
    rows = await desk.rows(envelopes(desk).where(CITIZENS.c.id.in_(select(found.c.citizen_id))))
    for row in rows:
        log_seen(desk, row)
    return [citizen_out(desk, row) for row in rows]


# --- the categories -----------------------------------------------------------------------------------


async def _matched(desk: Desk, citizen_id: UUID) -> Mapping[Any, Any]:
    """The citizen, if the caller writes from what it last saw of them; one writer of an organisation at a time."""
    await desk.alone("citizen", desk.organisation_id, citizen_id)
    row = await _load(desk, citizen_id)
    desk.require_match(etag(desk, row))
    desk.event.record_id = citizen_id
    return row


async def _reread(desk: Desk, citizen_id: UUID) -> Tagged:
    return await get(desk, citizen_id)


def _only_stem(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {column.name: row[column.name] for column in CITIZENS.c}


def _fresh(desk: Desk, project_id: UUID, track: str) -> dict[str, Any]:
    """The columns that every row has."""
    now = utc_now()
    return {
        "id": uuid4(),
        "project_id": project_id,
        "organisation_id": desk.organisation_id,
        "track": track,
        "created_at": now,
        "updated_at": now,
        "version": 1,
    }


def about(desk: Desk, citizen: Mapping[Any, Any]) -> dict[str, Any]:
    """The columns of a new row about a citizen (a stem, or any row about them)."""
    return {
        **_fresh(desk, citizen["project_id"], citizen["track"]),
        "citizen_id": citizen.get("citizen_id", citizen["id"]),
    }


def _found_by(desk: Desk) -> IdentifiedBy:
    return {
        "police_district": IdentifiedBy.POLICE_DISTRICT,
        "municipality": IdentifiedBy.MUNICIPALITY,
    }.get(desk.role, IdentifiedBy.SELF)


def _blind(desk: Desk, organisation_id: UUID, cpr: str) -> bytes:
    return blind_index(desk.keys.index_secret, organisation_id=organisation_id, column="cpr", value=cpr)


async def _refer(desk: Desk, stem: Mapping[Any, Any], reference: str) -> None:
    await desk.insert(
        "external_reference",
        {
            **about(desk, stem),
            "view": desk.principal.track or "",
            "collection": "citizens",
            "reference": reference,
            "record_id": stem["id"],
        },
    )


async def _own_block(desk: Desk, category: str, stem: Mapping[Any, Any]) -> Mapping[Any, Any] | None:
    table = table_of(desk.policy[category].table)
    query = select(table).where(
        table.c.citizen_id == stem["id"], table.c.organisation_id == desk.organisation_id, desk.readable(category)
    )
    if "superseded_at" in table.c:
        query = query.where(table.c.superseded_at.is_(None))
    return await desk.row(query)


async def _put_block(
    desk: Desk,
    category: str,
    stem: Mapping[Any, Any],
    fields: Mapping[str, Any],
    key: OpenKey | None = None,
    **sealed: str | None,
) -> None:
    """Write one's own row of a category: a new one, or a change of the one there is."""
    table = desk.policy[category].table
    old = await _own_block(desk, category, stem)
    if old is not None and not desk.policy[category].allows(desk.role, Operation.UPDATE):
        raise RoleCannot
    base = about(desk, stem)
    row_id = old["id"] if old is not None else base["id"]
    values = {**fields, **(key.seal(table, row_id, **sealed) if key else {})}
    if old is None:
        await desk.insert(category, {**base, **values})
        return
    try:
        await desk.update(category, old, values)
    except NotFound as refused:
        cells = desk.policy[category].cells_for(desk.role, Operation.UPDATE)
        if any("not_passed_on" in cell.when for cell in cells):
            raise PassedOn from refused
        raise


async def _require_adult_signer(desk: Desk, stem: Mapping[Any, Any], born: date) -> None:
    """A birth date that comes after the signature must still be an adult's (R17)."""
    consents = table_of("consent")
    signed = await desk.rows(
        select(consents.c.signed_at).where(
            consents.c.citizen_id == stem["id"], consents.c.signed_at.is_not(None), desk.readable("consent")
        )
    )
    if any(not is_adult(born, danish_date(each["signed_at"])) for each in signed):
        raise UnderAge


async def _touch(desk: Desk, row: Mapping[Any, Any], *, special: bool) -> None:
    """Let the controller's stem show that the citizen changed, and whether they are under special protection."""
    if row["organisation_id"] == desk.organisation_id:
        await desk.update("citizen", _only_stem(row), {"specially_protected": special})


def _special(row: Mapping[Any, Any], category: str, column: str) -> bool:
    """Whether a block that was read says special protection."""
    return bool(row[category]) and row[category][column] == AddressProtection.SPECIAL


async def _put_identity(desk: Desk, stem: Mapping[Any, Any], new: IdentityIn) -> None:
    await _require_adult_signer(desk, stem, new.birth_date)
    key = await own_key(desk, stem)
    await _put_block(
        desk,
        "identity",
        stem,
        {"address_protection": new.address_protection, "interpreter_language": new.interpreter_language},
        key,
        given_name=new.given_name,
        family_name=new.family_name,
        birth_date=new.birth_date.isoformat(),
    )
    if new.cpr:
        await _put_cpr(desk, stem, key, new.cpr)
    if new.municipality_code:
        fields = {"municipality_code": new.municipality_code, "protection": new.address_protection}
        await _put_block(desk, "residence", stem, fields)
    elif (known := await _own_block(desk, "residence", stem)) and known["protection"] != new.address_protection:
        await desk.update("residence", known, {"protection": new.address_protection})


async def _put_cpr(desk: Desk, stem: Mapping[Any, Any], key: OpenKey, cpr: str) -> None:
    """A changed CPR number is a new row; the old one is kept and found still."""
    index = _blind(desk, desk.organisation_id, cpr)
    old = await _own_block(desk, "cpr", stem)
    if old is not None and old["blind_index"] == index:
        return
    if old is not None:
        if not desk.policy["cpr"].allows(desk.role, Operation.UPDATE):
            raise RoleCannot
        await desk.update("cpr", old, {"superseded_at": utc_now()})
    base = about(desk, stem)
    await desk.insert("cpr", {**base, **key.seal("citizen_cpr", base["id"], cpr=cpr), "blind_index": index})


async def _put_contact(desk: Desk, stem: Mapping[Any, Any], new: ContactIn) -> None:
    key = await own_key(desk, stem)
    await _put_block(
        desk,
        "contact",
        stem,
        {
            "safe_channels": [*new.safe_channels],
            "safe_hours": [each.model_dump() for each in new.safe_hours],
            "never_leave_message": new.never_leave_message,
            "shared_device": new.shared_device,
        },
        key,
        phone=new.phone,
        email=new.email,
        code_phrase=new.code_phrase,
    )


async def _put_address(desk: Desk, stem: Mapping[Any, Any], new: AddressIn) -> None:
    key = await own_key(desk, stem)
    await _put_block(
        desk,
        "address",
        stem,
        {"source": new.source, "protection": new.protection},
        key,
        lines="\n".join(new.lines),
        postcode=new.postcode,
    )
