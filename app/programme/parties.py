"""Who the plan's words stand for among a project's partners, and who may be invited at all."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.common.errors import InvalidContent
from app.common.problem import FieldError
from app.database.columns import table_of
from app.gate.desk import UNKNOWN_REFERENCE, Desk
from app.organisations.states import OrganisationType
from app.programme.states import MeetingParty

_MUNICIPAL = frozenset(
    {
        MeetingParty.MUNICIPALITIES,
        MeetingParty.MUNICIPALITY,
        MeetingParty.MUNICIPAL_STAFF,
        MeetingParty.MANAGERS,
        MeetingParty.IMPLEMENTATION_TEAM,
        MeetingParty.RELEVANT_STAFF,
    }
)
"""Who in the municipality comes is its own affair (R6): organisations are invited, not persons."""


@dataclass(frozen=True, slots=True)
class Partner:
    """An organisation that takes part in the project."""

    organisation_id: UUID
    type: str
    name: str


async def partners_of(desk: Desk, project_id: UUID) -> list[Partner]:
    """The project's partners at present, in the order they came in."""
    partner, organisation = table_of("project_partner"), table_of("organisation")
    rows = await desk.rows(
        select(organisation.c.id, organisation.c.type, organisation.c.name)
        .select_from(partner.join(organisation, organisation.c.id == partner.c.organisation_id))
        .where(
            partner.c.project_id == project_id,
            partner.c.ended_at.is_(None),
            desk.readable("project_partner"),
            desk.readable("organisation"),
        )
        .order_by(partner.c.created_at, partner.c.id)
    )
    return [Partner(row["id"], row["type"], row["name"]) for row in rows]


def stand_for(parties: Iterable[MeetingParty], partners: Sequence[Partner], municipality: UUID | None) -> list[UUID]:
    """The organisations that the plan's words mean, for one municipality or for all."""
    found: list[UUID] = []
    for party in parties:
        for each in partners:
            if party in _MUNICIPAL:
                fits = each.type == OrganisationType.MUNICIPALITY and municipality in {None, each.organisation_id}
            else:
                fits = each.type == party.value
            if fits and each.organisation_id not in found:
                found.append(each.organisation_id)
    return found


def require_partners(partners: Sequence[Partner], given: Mapping[str, Iterable[UUID]]) -> None:
    """Refuse organisations that do not take part in the project.

    Args:
        given: ids by the pointer of the list that they stand in.

    Raises:
        InvalidContent: pointing at each of them.
    """
    known = {each.organisation_id for each in partners}
    errors = [
        FieldError(f"{pointer}/{place}", UNKNOWN_REFERENCE, "No such partner.", "Ingen sådan partner.")
        for pointer, ids in given.items()
        for place, each in enumerate(ids)
        if each not in known
    ]
    if errors:
        raise InvalidContent(errors=errors)


def counted(attendance: Iterable[Any]) -> list[dict[str, Any]]:
    """Attendance as it is stored."""
    return [each.model_dump(mode="json") for each in attendance]
