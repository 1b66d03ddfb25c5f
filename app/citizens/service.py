"""Registering citizens and keeping their categories."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import Uuid, bindparam, select

from app.boundary.policy import Operation
from app.citizens.disclosures import passed_on
from app.citizens.envelope import CITIZENS, citizen_out, envelopes, etag, log_seen
from app.citizens.errors import CitizenClosed, PassedOn, UnderAge
from app.citizens.refusals import refused
from app.citizens.remainder import own_of
from app.citizens.screening import hold_circle, hold_pair, more_is_known, refuse_counterpart, refuse_counterparts
from app.citizens.states import ASKED_FOR, CITIZEN_TRANSITIONS, AddressProtection, CitizenStatus, IdentifiedBy
from app.citizens.vault import OpenKey, cpr_index, own_key
from app.citizens.views import AddressIn, BackgroundIn, CitizenIn, CitizenOut, ContactIn, IdentityIn
from app.common.days import is_adult
from app.common.errors import Conflict, ForbiddenTransition, NotFound, RoleCannot
from app.common.problem import FieldError
from app.common.workdays import danish_date
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk
from app.gate.resources import Tagged
from app.organisations.project_service import require_open_to

_REFERENCE_TAKEN = FieldError(
    "/external_reference",
    "already_registered",
    "Another citizen of yours has this reference.",
    "En anden af jeres borgere har dette sagsnummer.",
)


async def _load(desk: Desk, citizen_id: UUID, *, whole: bool = False) -> Mapping[Any, Any]:
    rows = await desk.fetch(
        ("citizen", whole),
        lambda template: envelopes(template, whole=whole).where(CITIZENS.c.id == bindparam("citizen_id", type_=Uuid)),
        citizen_id=citizen_id,
    )
    if not rows:
        raise NotFound
    return rows[0]


async def get(desk: Desk, citizen_id: UUID) -> Tagged[CitizenOut]:
    """A citizen with what the asker may read of them; after a withdrawal, what it registered itself."""
    try:
        row = await _load(desk, citizen_id)
    except NotFound:
        return await own_of(desk, citizen_id)
    log_seen(desk, row)
    desk.event.record_id = citizen_id
    return Tagged(citizen_out(desk, row), etag(desk, row))


async def register(desk: Desk, new: CitizenIn) -> Tagged[CitizenOut]:
    """Register a citizen as the asker's own. Never says whether they are known to anyone else.

    Raises:
        InvalidContent: the project's programme is not for the track, or there is no such project for the asker.
        ProjectClosed: the project takes no new citizens.
        ConsentRequired: with what an NGO writes only once the citizen has consented.
    """
    await require_open_to(desk, new.project_id, new.track)
    stem = _fresh(desk, new.project_id, new.track)
    identified_by = new.identified_by or _found_by(desk)
    special = any(each and each.specially_protected for each in (new.identity, new.address))
    # Another record of somebody whose other side is known: what it adds is compared with what was sent already.
    numbers = _numbers(desk, new.identity)
    if numbers:
        await hold_circle(desk, [stem["id"]], numbers)
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
    if new.background:
        await _put_background(desk, stem, new.background)
    if numbers:
        await more_is_known(desk, stem["id"])
    return await get(desk, stem["id"])


def require_open(desk: Desk, citizen: Mapping[Any, Any]) -> None:
    """Refuse to begin anything new about a citizen whose record the asker has closed.

    Args:
        citizen: the stem. A recipient of what was passed on goes on with its own, whatever the sender closes.

    Raises:
        CitizenClosed: until it is reopened.
    """
    if citizen["organisation_id"] == desk.organisation_id and citizen["status"] != CitizenStatus.ACTIVE:
        raise CitizenClosed


async def require_still_open(desk: Desk, citizen_id: UUID) -> None:
    """As `require_open`, where the stem is not at hand."""
    own = await desk.row(
        select(CITIZENS).where(
            CITIZENS.c.id == citizen_id, CITIZENS.c.organisation_id == desk.organisation_id, desk.readable("citizen")
        )
    )
    if own is not None:
        require_open(desk, own)


async def put_identity(desk: Desk, citizen_id: UUID, new: IdentityIn) -> Tagged[CitizenOut]:
    """Write the asker's own registration of identity, CPR number and municipality.

    Raises:
        InvalidContent: a name holds what identifies the other side; who was given it reads what is written now.
    """
    stem = await _writable(desk, citizen_id, *_numbers(desk, new))
    words = {"/given_name": new.given_name, "/family_name": new.family_name}
    if new.cpr and await passed_on(desk, citizen_id, "cpr"):
        words["/cpr"] = new.cpr
    await refuse_counterparts(desk, citizen_id, words)
    await _put_identity(desk, stem, new)
    await _touch(desk, stem, special=new.specially_protected or _special(stem, "address", "protection"))
    return await get(desk, citizen_id)


async def put_contact(desk: Desk, citizen_id: UUID, new: ContactIn) -> Tagged[CitizenOut]:
    """Write the asker's own registration of contact; one that was passed on stays as it was.

    Raises:
        InvalidContent: the code phrase identifies the other side (the wall, rule 5); so does a number or an address
            that both sides share, once it is on its way to a recipient.
    """
    stem = await _writable(desk, citizen_id)
    words = {"/code_phrase": new.code_phrase or ""}
    if await passed_on(desk, citizen_id, "contact"):
        words |= {"/phone": new.phone or "", "/email": new.email or ""}
    await refuse_counterparts(desk, citizen_id, words)
    await _put_contact(desk, stem, new)
    await _touch(desk, stem, special=stem["specially_protected"])
    return await get(desk, citizen_id)


async def put_address(desk: Desk, citizen_id: UUID, new: AddressIn) -> Tagged[CitizenOut]:
    """Write the asker's own registration of the address."""
    stem = await _writable(desk, citizen_id)
    await refuse_counterpart(desk, citizen_id, "\n".join(new.lines), "/lines")
    await _put_address(desk, stem, new)
    await _touch(desk, stem, special=new.specially_protected or _special(stem, "identity", "address_protection"))
    return await get(desk, citizen_id)


async def put_background(desk: Desk, citizen_id: UUID, new: BackgroundIn) -> Tagged[CitizenOut]:
    """Write what the citizen said of themselves to the asker."""
    stem = await _writable(desk, citizen_id)
    await _put_background(desk, stem, new)
    return await get(desk, citizen_id)


async def change_status(desk: Desk, citizen_id: UUID, to: CitizenStatus) -> Tagged[CitizenOut]:
    """Close or reopen the citizen's record."""
    stem = await _matched(desk, citizen_id)
    state = CitizenStatus(stem["status"])
    if to not in CITIZEN_TRANSITIONS[state]:
        raise ForbiddenTransition(state=state, allowed=sorted(CITIZEN_TRANSITIONS[state] & ASKED_FOR))
    await desk.update("citizen", stem, {"status": to})
    return await get(desk, citizen_id)


# --- the categories -----------------------------------------------------------------------------------


async def _matched(desk: Desk, citizen_id: UUID, *numbers: bytes) -> Mapping[Any, Any]:
    """The citizen, if the caller writes from what it last saw of them; one writer of an organisation at a time."""
    await hold_pair(desk, citizen_id, *numbers)
    await desk.alone("citizen", desk.organisation_id, citizen_id)
    # Whole: what a token without the scope is not shown still decides on special protection.
    row = await _load(desk, citizen_id, whole=True)
    desk.require_match(etag(desk, row))
    desk.event.record_id = citizen_id
    return row


async def _writable(desk: Desk, citizen_id: UUID, *numbers: bytes) -> Mapping[Any, Any]:
    stem = await _matched(desk, citizen_id, *numbers)
    require_open(desk, stem)
    return stem


def _numbers(desk: Desk, identity: IdentityIn | None) -> list[bytes]:
    """The blind index of the CPR number that is about to be known, if any."""
    return [cpr_index(desk, desk.organisation_id, identity.cpr)] if identity and identity.cpr else []


def _fresh(desk: Desk, project_id: UUID, track: str) -> dict[str, Any]:
    """The columns that every row of the asker's own has."""
    return {**fresh(), "project_id": project_id, "organisation_id": desk.organisation_id, "track": track}


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


async def _refer(desk: Desk, stem: Mapping[Any, Any], reference: str) -> None:
    desk.require_scope("external_reference", Operation.CREATE)
    row = {
        **about(desk, stem),
        "view": desk.principal.track or "",
        "collection": "citizens",
        "reference": reference,
        "record_id": stem["id"],
    }
    try:
        await desk.insert("external_reference", row)
    except asyncpg.UniqueViolationError as error:
        raise Conflict(errors=[_REFERENCE_TAKEN]) from error


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
    operation = Operation.CREATE if old is None else Operation.UPDATE
    if not desk.policy[category].allows(desk.role, operation):
        raise RoleCannot
    desk.require_scope(category, operation)
    base = about(desk, stem)
    row_id = old["id"] if old is not None else base["id"]
    values = {**fields, **(key.seal(table, row_id, **sealed) if key else {})}
    if old is None:
        await _insert_own(desk, category, stem, {**base, **values})
        return
    try:
        await desk.update(category, old, values)
    except NotFound as error:
        cells = desk.policy[category].cells_for(desk.role, Operation.UPDATE)
        if any("not_passed_on" in cell.when for cell in cells):
            raise PassedOn from error
        raise await refused(desk, category, Operation.UPDATE, stem) from error


async def _insert_own(desk: Desk, category: str, stem: Mapping[Any, Any], row: Mapping[str, Any]) -> None:
    try:
        await desk.insert(category, row)
    except NotFound as error:
        raise await refused(desk, category, Operation.CREATE, stem) from error


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
        await more_is_known(desk, row["id"])
        await hold_protection(desk, row["id"])
        await desk.update("citizen", row, {"specially_protected": special})


async def hold_protection(desk: Desk, citizen_id: UUID) -> None:
    """Let nobody read or change whether the citizen is under special protection before this transaction has ended.

    For what is copied from the stem: a referral drafted while protection is raised would keep the old word.
    """
    await desk.alone("protection of", citizen_id)


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
    index = cpr_index(desk, desk.organisation_id, cpr)
    old = await _own_block(desk, "cpr", stem)
    if old is not None and old["blind_index"] == index:
        return
    if old is not None:
        if not desk.policy["cpr"].allows(desk.role, Operation.UPDATE):
            raise RoleCannot
        await desk.update("cpr", old, {"superseded_at": utc_now()})
    base = about(desk, stem)
    row = {**base, **key.seal("citizen_cpr", base["id"], cpr=cpr), "blind_index": index}
    await _insert_own(desk, "cpr", stem, row)


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


async def _put_background(desk: Desk, stem: Mapping[Any, Any], new: BackgroundIn) -> None:
    await _put_block(desk, "background", stem, {"birth_year": new.birth_year, "sex": new.sex})
