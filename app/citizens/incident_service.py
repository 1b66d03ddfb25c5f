"""The police's incidents, and which two citizens are the two sides of one relationship."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID, uuid4

import asyncpg
from sqlalchemy import or_, select

from app.boundary.policy import Operation
from app.citizens import incident_reading as reading
from app.citizens.disclosures import passed_on
from app.citizens.incident_tables import PairLink
from app.citizens.incident_views import IncidentIn, IncidentOut, PairLinkIn, PairLinkList, PairLinkOut
from app.citizens.screening import hold_circle, look_again, refuse_counterpart
from app.citizens.states import IncidentStatus
from app.citizens.stem import about, require_open
from app.citizens.tables import Citizen
from app.citizens.vault import own_key
from app.common.errors import Conflict, ForbiddenTransition, InvalidContent
from app.common.moments import MomentInFuture, is_ahead
from app.common.problem import FieldError
from app.database.columns import Track, fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.external_references import refer
from app.gate.paging import Page
from app.gate.references import referred
from app.gate.resources import Tagged, page_of, tagged

_PERPETRATOR_ONLY = (
    "perpetrator_only",
    "Offences belong to the one who uses violence.",
    "Strafbare forhold hører til den, der udøver vold.",
)
_WRONG_TRACK = ("wrong_track", "The citizen is on the other side.", "Borgeren hører til den anden side.")
_LINKED = ("already_linked", "The two are linked already.", "De to er allerede koblet.")
_OTHER_PROJECT = (
    "other_project",
    "The two belong to different projects.",
    "De to hører til forskellige projekter.",
)


async def register(desk: Desk, new: IncidentIn) -> Tagged[IncidentOut]:
    """File an event about one's own citizen, split by who may ever learn which part."""
    for given, category in ((new.account, "incident_account"), (new.offences, "incident_offence")):
        if given:
            desk.require_scope(category, Operation.CREATE)
    citizen = await referred(desk, "citizen", new.citizen_id, "/citizen_id")
    require_open(desk, citizen)
    _require_sense(new, citizen)
    for words, category, pointer in (
        (new.account, "incident_account", "/account"),
        ("\n".join(new.offences or ()), "incident_offence", "/offences"),
    ):
        if words and await passed_on(desk, citizen["id"], category):
            # An open disclosure makes this text readable the moment it is written: this is its sending.
            await refuse_counterpart(desk, citizen["id"], words, pointer)
    key = await own_key(desk, citizen)
    row = about(desk, citizen)
    await desk.insert(
        "incident",
        {
            **row,
            **key.seal("incident", row["id"], number=new.number, place=new.place),
            "occurred_at": new.occurred_at,
            "status": IncidentStatus.REGISTERED,
        },
        refers="/citizen_id",
    )
    await refer(desk, "incident", row, new.external_reference)
    part = {**row, "incident_id": row["id"]}
    await desk.insert(
        "incident_summary",
        {
            **part,
            "id": uuid4(),
            "relation": new.relation,
            "violence_forms": new.violence_forms,
            "children_present": new.children_present,
        },
    )
    if new.account:
        part_id = uuid4()
        sealed = key.seal("incident_account", part_id, account=new.account)
        await desk.insert("incident_account", {**part, "id": part_id, **sealed})
    if new.offences:
        part_id = uuid4()
        sealed = key.seal("incident_offence", part_id, offences="\n".join(new.offences))
        await desk.insert("incident_offence", {**part, "id": part_id, **sealed})
    return await reading.get(desk, row["id"])


async def close(desk: Desk, incident_id: UUID) -> Tagged[IncidentOut]:
    """Close the event; what is recorded stays."""
    row = await desk.find("incident", incident_id, lock=True)
    desk.require_match((await reading.get(desk, incident_id)).etag)
    if row["status"] != IncidentStatus.REGISTERED:
        raise ForbiddenTransition(state=row["status"], allowed=[])
    await desk.update("incident", row, {"status": IncidentStatus.CLOSED})
    return await reading.get(desk, incident_id)


def _require_sense(new: IncidentIn, citizen: Mapping[str, Any]) -> None:
    faults = []
    if is_ahead(new.occurred_at):
        faults.append(MomentInFuture.at("/occurred_at"))
    if new.offences and citizen["track"] != Track.PERPETRATOR:
        faults.append(FieldError("/offences", *_PERPETRATOR_ONLY))
    if faults:
        raise InvalidContent(errors=faults)


# --- pair links -----------------------------------------------------------------------------------------


async def link(desk: Desk, new: PairLinkIn) -> Tagged[PairLinkOut]:
    """Record that two of one's own citizens, one of each track, are the two sides of one relationship."""
    project_id = await _require_pair(desk, new)
    await hold_circle(desk, [new.victim_id, new.perpetrator_id])
    row = {**fresh(), **new.model_dump(), "project_id": project_id, "organisation_id": desk.organisation_id}
    try:
        await desk.insert("pair_link", row, refers="/victim_id")
    except asyncpg.UniqueViolationError as error:
        raise Conflict(
            errors=[FieldError(pointer, *_LINKED) for pointer in ("/victim_id", "/perpetrator_id")]
        ) from error
    await look_again(desk, new.victim_id, new.perpetrator_id)
    desk.event.record_id = row["id"]
    return tagged(PairLinkOut, "pair_link", row)


async def get_link(desk: Desk, link_id: UUID) -> Tagged[PairLinkOut]:
    """One link."""
    return tagged(PairLinkOut, "pair_link", await desk.find("pair_link", link_id))


async def page_links(desk: Desk, query: PairLinkList) -> Page[PairLinkOut]:
    """The links, newest first."""
    links = table_of(PairLink.__tablename__)
    sides = (links.c.victim_id, links.c.perpetrator_id)
    either = [or_(*(side == query.citizen_id for side in sides))] if query.citizen_id else []
    return await page_of(desk, "pair_link", query, PairLinkOut, where=either)


async def _require_pair(desk: Desk, new: PairLinkIn) -> UUID:
    citizens = table_of(Citizen.__tablename__)
    rows = await desk.rows(
        select(citizens).where(
            citizens.c.id.in_([new.victim_id, new.perpetrator_id]),
            citizens.c.organisation_id == desk.organisation_id,
            desk.readable("citizen"),
        )
    )
    found = {row["id"]: row for row in rows}
    sides = (("/victim_id", new.victim_id, Track.VICTIM), ("/perpetrator_id", new.perpetrator_id, Track.PERPETRATOR))
    faults: list[FieldError] = []
    for pointer, citizen_id, track in sides:
        if citizen_id not in found:
            faults += unknown_reference(pointer).errors
        elif found[citizen_id]["track"] != track:
            faults.append(FieldError(pointer, *_WRONG_TRACK))
    if not faults and found[new.victim_id]["project_id"] != found[new.perpetrator_id]["project_id"]:
        faults.append(FieldError("/perpetrator_id", *_OTHER_PROJECT))
    if faults:
        raise InvalidContent(errors=faults)
    for row in rows:
        desk.saw("citizen", row)
    project_id: UUID = found[new.victim_id]["project_id"]
    return project_id
