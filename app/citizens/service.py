"""Registering citizens and keeping their categories: the verbs. How a category is written stands in `blocks`."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam

from app.citizens.blocks import write_address, write_background, write_contact, write_identity
from app.citizens.disclosures import passed_on
from app.citizens.envelope import CITIZENS, citizen_out, envelopes, etag, log_seen
from app.citizens.remainder import own_of
from app.citizens.screening import hold_circle, hold_pair, more_is_known, refuse_counterpart, refuse_counterparts
from app.citizens.states import ASKED_FOR, CITIZEN_TRANSITIONS, AddressProtection, CitizenStatus, IdentifiedBy
from app.citizens.stem import hold_protection, of_asker, require_open
from app.citizens.vault import cpr_index
from app.citizens.views import AddressIn, BackgroundIn, CitizenIn, CitizenOut, ContactIn, IdentityIn
from app.common.errors import ForbiddenTransition, NotFound
from app.gate.desk import Desk
from app.gate.external_references import refer
from app.gate.resources import Tagged
from app.organisations.project_service import require_open_to


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
    stem = of_asker(desk, new.project_id, new.track)
    identified_by = new.identified_by or found_by(desk)
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
    await refer(desk, "citizen", stem, new.external_reference)
    if new.identity:
        await write_identity(desk, stem, new.identity)
    if new.contact:
        await write_contact(desk, stem, new.contact)
    if new.address:
        await write_address(desk, stem, new.address)
    if new.background:
        await write_background(desk, stem, new.background)
    if numbers:
        await more_is_known(desk, stem["id"])
    return await get(desk, stem["id"])


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
    if await write_identity(desk, stem, new):
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
    if await write_contact(desk, stem, new):
        await _touch(desk, stem, special=stem["specially_protected"])
    return await get(desk, citizen_id)


async def put_address(desk: Desk, citizen_id: UUID, new: AddressIn) -> Tagged[CitizenOut]:
    """Write the asker's own registration of the address."""
    stem = await _writable(desk, citizen_id)
    await refuse_counterpart(desk, citizen_id, "\n".join(new.lines), "/lines")
    if await write_address(desk, stem, new):
        await _touch(desk, stem, special=new.specially_protected or _special(stem, "identity", "address_protection"))
    return await get(desk, citizen_id)


async def put_background(desk: Desk, citizen_id: UUID, new: BackgroundIn) -> Tagged[CitizenOut]:
    """Write what the citizen said of themselves to the asker."""
    stem = await _writable(desk, citizen_id)
    await write_background(desk, stem, new)
    return await get(desk, citizen_id)


async def change_status(desk: Desk, citizen_id: UUID, to: CitizenStatus) -> Tagged[CitizenOut]:
    """Close or reopen the citizen's record."""
    stem = await _matched(desk, citizen_id)
    state = CitizenStatus(stem["status"])
    if to not in CITIZEN_TRANSITIONS[state]:
        raise ForbiddenTransition(state=state, allowed=sorted(CITIZEN_TRANSITIONS[state] & ASKED_FOR))
    await desk.update("citizen", stem, {"status": to})
    return await get(desk, citizen_id)


async def hold(desk: Desk, citizen_id: UUID, identity: IdentityIn | None) -> None:
    """Let nobody else of the organisation change the citizen before the transaction has ended.

    Args:
        identity: what is about to be written, if any.
    """
    await _held(desk, citizen_id, *_numbers(desk, identity))


# --- what the verbs share -----------------------------------------------------------------------------------


async def _held(desk: Desk, citizen_id: UUID, *numbers: bytes) -> None:
    await hold_pair(desk, citizen_id, *numbers)
    await desk.alone("citizen", desk.organisation_id, citizen_id)


async def _matched(desk: Desk, citizen_id: UUID, *numbers: bytes) -> Mapping[Any, Any]:
    """The citizen, if the caller writes from what it last saw of them; one writer of an organisation at a time."""
    await _held(desk, citizen_id, *numbers)
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


def found_by(desk: Desk) -> IdentifiedBy:
    """Who found a citizen of whom it is not said."""
    return {
        "police_district": IdentifiedBy.POLICE_DISTRICT,
        "municipality": IdentifiedBy.MUNICIPALITY,
    }.get(desk.role, IdentifiedBy.SELF)


async def _touch(desk: Desk, row: Mapping[Any, Any], *, special: bool) -> None:
    """Let the controller's stem show that the citizen changed, and whether they are under special protection."""
    if row["organisation_id"] == desk.organisation_id:
        await more_is_known(desk, row["id"])
        await hold_protection(desk, row["id"])
        await desk.update("citizen", row, {"specially_protected": special})


def _special(row: Mapping[Any, Any], category: str, column: str) -> bool:
    """Whether a block that was read says special protection."""
    return bool(row[category]) and row[category][column] == AddressProtection.SPECIAL
