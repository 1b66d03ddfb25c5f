"""Organisations and their staff: who may be on the platform at all. The operator keeps both."""

from collections.abc import Iterable, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.common.errors import ForbiddenTransition
from app.database.columns import Track, fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.resources import Tagged, matched, require_transition, tagged
from app.organisations.errors import OwnAccess, invalid
from app.organisations.states import ORGANISATION_TRANSITIONS, Function, OrganisationStatus, OrganisationType
from app.organisations.views import OrganisationIn, OrganisationOut, OrganisationPatch, StaffIn, StaffOut

_CASEWORK = frozenset({Function.CASEWORKER, Function.COORDINATOR, Function.SECRETARY, Function.INTEGRATION})
_OFFICE = frozenset({Function.SECRETARY, Function.INTEGRATION})
FUNCTIONS: Mapping[OrganisationType, frozenset[Function]] = {
    OrganisationType.POLICE_DISTRICT: _CASEWORK,
    OrganisationType.MUNICIPALITY: _CASEWORK,
    OrganisationType.NGO: _CASEWORK,
    OrganisationType.EVALUATOR: frozenset({Function.RESEARCHER, Function.INTEGRATION}),
    OrganisationType.AGENCY: _OFFICE,
    OrganisationType.TRAINING_PROVIDER: _OFFICE,
    OrganisationType.OPERATOR: frozenset({Function.OPERATOR, Function.DISCLOSURE_OFFICER}),
}
"""What a user or system of each type of organisation can be."""


async def create(desk: Desk, new: OrganisationIn) -> Tagged[OrganisationOut]:
    """Take an organisation in; it is active at once and reaches nothing without an agreement."""
    row = {
        **fresh(),
        **new.model_dump(),
        "tracks": sorted(new.tracks or Track),
        "status": OrganisationStatus.ACTIVE,
    }
    await desk.insert("organisation", row)
    desk.did("create", row["id"])
    return tagged(OrganisationOut, "organisation", row)


async def get(desk: Desk, organisation_id: UUID) -> Tagged[OrganisationOut]:
    """An organisation."""
    return tagged(OrganisationOut, "organisation", await desk.find("organisation", organisation_id))


async def patch(desk: Desk, organisation_id: UUID, changes: OrganisationPatch) -> Tagged[OrganisationOut]:
    """Another name, or the CVR number that a party came without or got anew."""
    row = await matched(desk, "organisation", organisation_id)
    changed = await desk.update("organisation", row, changes.model_dump(exclude_unset=True))
    return tagged(OrganisationOut, "organisation", changed)


async def change_status(desk: Desk, organisation_id: UUID, to: OrganisationStatus) -> Tagged[OrganisationOut]:
    """Let an organisation's users in, or keep them out from their next request on."""
    row = await matched(desk, "organisation", organisation_id)
    require_transition(ORGANISATION_TRANSITIONS, OrganisationStatus(row["status"]), to)
    if organisation_id == desk.organisation_id:
        raise OwnAccess
    return tagged(OrganisationOut, "organisation", await desk.update("organisation", row, {"status": to}))


# --- staff ----------------------------------------------------------------------------------------------


async def employer(desk: Desk, organisation_id: UUID) -> Mapping[Any, Any]:
    """The organisation that a body names under `/organisation_id`, once it is active."""
    organisation = table_of("organisation")
    row = await desk.row(
        select(organisation).where(organisation.c.id == organisation_id, desk.readable("organisation"))
    )
    if row is None:
        raise unknown_reference("/organisation_id")
    if row["status"] != OrganisationStatus.ACTIVE:
        raise invalid(
            "/organisation_id", "organisation_inactive", "The organisation is inactive.", "Organisationen er inaktiv."
        )
    return row


def check_user(organisation: Mapping[Any, Any], track: Track | None, functions: Iterable[Function]) -> None:
    """Whether the organisation can have a user, or a system, with this track and these functions.

    Raises:
        InvalidContent: the NGO does not serve the track (the wall, rule 4: one track a user), the function is
            not one of the organisation's, or one person would both build and check releases.
    """
    if organisation["type"] == OrganisationType.NGO and (track is None or track not in organisation["tracks"]):
        raise invalid(
            "/track",
            "track_not_served",
            "A user of an NGO works in one track, which the NGO serves.",
            "En bruger i en forening arbejder i ét spor, som foreningen har.",
        )
    chosen = frozenset(functions)
    if not chosen <= FUNCTIONS[OrganisationType(organisation["type"])]:
        raise invalid(
            "/functions",
            "function_of_type",
            "An organisation of this type has no such function.",
            "En organisation af denne type har ikke den rolle.",
        )
    if chosen >= {Function.OPERATOR, Function.DISCLOSURE_OFFICER}:
        raise invalid(
            "/functions",
            "four_eyes",
            "Who builds releases does not check them.",
            "Den, der bygger udtræk, kontrollerer dem ikke.",
        )


async def hire(desk: Desk, new: StaffIn) -> Tagged[StaffOut]:
    """Register a user of an organisation."""
    check_user(await employer(desk, new.organisation_id), new.track, new.functions)
    if Function.INTEGRATION in new.functions:
        raise invalid(
            "/functions", "not_a_person", "A case system is no person.", "Et fagsystem er ikke en medarbejder."
        )
    row = {**fresh(), **new.model_dump(), "functions": sorted(new.functions), "active": True}
    await desk.insert("staff", row, refers="/organisation_id")
    desk.did("create", row["id"])
    return tagged(StaffOut, "staff", row)


async def get_staff(desk: Desk, staff_id: UUID) -> Tagged[StaffOut]:
    """A user of one's own organisation."""
    return tagged(StaffOut, "staff", await desk.find("staff", staff_id))


async def set_active(desk: Desk, staff_id: UUID, *, active: bool) -> Tagged[StaffOut]:
    """Let a user in again, or keep them out from their next request on."""
    row = await matched(desk, "staff", staff_id)
    if row["active"] == active:
        state, other = ("active", "inactive") if active else ("inactive", "active")
        raise ForbiddenTransition(state=state, allowed=[other])
    if staff_id == desk.principal.staff_id:
        raise OwnAccess
    return tagged(StaffOut, "staff", await desk.update("staff", row, {"active": active}))
