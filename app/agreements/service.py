"""Agreements from draft to end. What rests on one is reachable while it is in force, and not a moment longer.

What an agreement covers is kept by a trigger (`keep_agreement_coverage`) from its state, so a suspension or an end
written here is what the next statement of anybody sees.
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.agreements.errors import AlreadySigned, NotAParty, SuspendedByOther
from app.agreements.states import OPEN, TRANSITIONS, AgreementStatus, AgreementType
from app.agreements.views import AgreementIn, AgreementOut
from app.boundary.policy import Operation
from app.common.errors import ForbiddenTransition
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.gate.resources import Tagged, matched, tagged
from app.organisations.errors import invalid
from app.organisations.states import OrganisationStatus, OrganisationType

_SAME_TERMS = ("project_id", "organisation_id", "counterparty_id", "type")
"""What a new version of an agreement shares with the old one."""

_SIDES = (("organisation_id", "signed_by_organisation_at"), ("counterparty_id", "signed_by_counterparty_at"))
"""Each side, and the column of its signature."""


async def draft(desk: Desk, new: AgreementIn) -> Tagged[AgreementOut]:
    """Write the terms down. Nothing rests on them before both sides have signed."""
    await _check_parties(desk, new)
    if new.supersedes_id is not None:
        await _check_superseded(desk, new)
    row = {
        **fresh(),
        **new.model_dump(),
        "recipient_key": None if new.recipient_key is None else new.recipient_key.model_dump_json(),
        "signed_by_organisation_at": None,
        "signed_by_counterparty_at": None,
        "suspended_by_id": None,
        "ended_at": None,
        "status": AgreementStatus.DRAFT,
    }
    await desk.insert("agreement", row, refers="/organisation_id")
    desk.did("create", row["id"])
    return tagged(AgreementOut, "agreement", row)


async def get(desk: Desk, agreement_id: UUID) -> Tagged[AgreementOut]:
    """An agreement that one is a side of."""
    return tagged(AgreementOut, "agreement", await desk.find("agreement", agreement_id))


async def submit(desk: Desk, agreement_id: UUID) -> Tagged[AgreementOut]:
    """Close the terms; from here on they never change."""
    row = await _moved(desk, agreement_id, AgreementStatus.AWAITING_SIGNATURE)
    return await _write(desk, row, {"status": AgreementStatus.AWAITING_SIGNATURE})


async def sign(desk: Desk, agreement_id: UUID) -> Tagged[AgreementOut]:
    """Sign for one's own side; with the second signature it is in force, and what it supersedes ends."""
    row = await _moved(desk, agreement_id, AgreementStatus.IN_FORCE, only_from=AgreementStatus.AWAITING_SIGNATURE)
    mine, theirs = _signatures(desk, row)
    if row[mine] is not None:
        raise AlreadySigned
    changes: dict[str, Any] = {mine: utc_now()}
    if row[theirs] is not None:
        changes["status"] = AgreementStatus.IN_FORCE
        if row["supersedes_id"] is not None:
            await _end_superseded(desk, row["supersedes_id"])
    return await _write(desk, row, changes)


async def suspend(desk: Desk, agreement_id: UUID) -> Tagged[AgreementOut]:
    """Stop what rests on it, until the one who suspended it resumes it."""
    row = await _moved(desk, agreement_id, AgreementStatus.SUSPENDED)
    return await _write(desk, row, {"status": AgreementStatus.SUSPENDED, "suspended_by_id": desk.organisation_id})


async def resume(desk: Desk, agreement_id: UUID) -> Tagged[AgreementOut]:
    """Put a suspended agreement into force again."""
    row = await _moved(desk, agreement_id, AgreementStatus.IN_FORCE, only_from=AgreementStatus.SUSPENDED)
    if row["suspended_by_id"] != desk.organisation_id:
        raise SuspendedByOther
    return await _write(desk, row, {"status": AgreementStatus.IN_FORCE, "suspended_by_id": None})


async def end(desk: Desk, agreement_id: UUID) -> Tagged[AgreementOut]:
    """End it for good, from whatever state."""
    row = await _moved(desk, agreement_id, AgreementStatus.ENDED)
    return await _write(desk, row, {"status": AgreementStatus.ENDED, "ended_at": utc_now()})


# --- the parts ------------------------------------------------------------------------------------------


async def _moved(
    desk: Desk, agreement_id: UUID, to: AgreementStatus, *, only_from: AgreementStatus | None = None
) -> Mapping[Any, Any]:
    """The agreement, held, where its state allows the move; `only_from` tells signing and resuming apart."""
    row = await matched(desk, "agreement", agreement_id)
    state = AgreementStatus(row["status"])
    if to not in TRANSITIONS[state] or only_from not in {None, state}:
        raise ForbiddenTransition(state=state, allowed=sorted(_open_to(desk, row)))
    return row


def _open_to(desk: Desk, row: Mapping[Any, Any]) -> frozenset[AgreementStatus]:
    """What the asker itself can make of the agreement now."""
    state = AgreementStatus(row["status"])
    in_force = {
        AgreementStatus.AWAITING_SIGNATURE: any(
            desk.organisation_id == row[side] and row[signed] is None for side, signed in _SIDES
        ),
        AgreementStatus.SUSPENDED: row["suspended_by_id"] == desk.organisation_id,
    }
    return TRANSITIONS[state] if in_force.get(state, True) else TRANSITIONS[state] - {AgreementStatus.IN_FORCE}


async def _write(desk: Desk, row: Mapping[Any, Any], changes: Mapping[str, Any]) -> Tagged[AgreementOut]:
    return tagged(AgreementOut, "agreement", await desk.update("agreement", row, changes))


def _signatures(desk: Desk, row: Mapping[Any, Any]) -> tuple[str, str]:
    """The columns of the asker's signature and of the other side's."""
    mine = [signed for side, signed in _SIDES if desk.organisation_id == row[side]]
    if not mine:
        raise NotAParty
    (theirs,) = (signed for _, signed in _SIDES if signed != mine[0])
    return mine[0], theirs


async def _check_parties(desk: Desk, new: AgreementIn) -> None:
    """Project, partner and counterparty, each as the asker may see it."""
    project, partner, organisation = table_of("project"), table_of("project_partner"), table_of("organisation")
    found = await desk.row(select(project.c.id).where(project.c.id == new.project_id, desk.readable("project")))
    if found is None:
        raise unknown_reference("/project_id")
    takes_part = select(partner.c.id).where(
        partner.c.project_id == new.project_id,
        partner.c.organisation_id == new.organisation_id,
        partner.c.ended_at.is_(None),
        desk.readable("project_partner"),
    )
    if await desk.row(takes_part) is None:
        raise invalid(
            "/organisation_id",
            "not_a_partner",
            "The organisation is no partner of the project.",
            "Organisationen er ikke partner i projektet.",
        )
    other = await desk.row(
        select(organisation.c.type).where(
            organisation.c.id == new.counterparty_id,
            organisation.c.id != new.organisation_id,
            organisation.c.status == OrganisationStatus.ACTIVE,
            desk.readable("organisation"),
        )
    )
    if other is None:
        raise unknown_reference("/counterparty_id")
    if new.type is AgreementType.DATA_PROCESSING and other["type"] != OrganisationType.OPERATOR:
        raise invalid(
            "/counterparty_id",
            "counterparty_is_operator",
            "The processor in a data processing agreement is the platform's operator.",
            "Databehandleren i en databehandleraftale er platformens driftsorganisation.",
        )
    if new.recipient_key is not None and other["type"] != OrganisationType.EVALUATOR:
        raise invalid(
            "/counterparty_id",
            "counterparty_is_evaluator",
            "Pseudonymised data are declared to an evaluator.",
            "Modtageren af pseudonymiserede oplysninger er en evaluator.",
        )


async def _check_superseded(desk: Desk, new: AgreementIn) -> None:
    """The old agreement: between the same sides, signed, and not ended."""
    agreement = table_of("agreement")
    old = await desk.row(
        select(agreement).where(agreement.c.id == new.supersedes_id, desk.may("agreement", Operation.UPDATE))
    )
    if old is None or any(old[name] != getattr(new, name) for name in _SAME_TERMS):
        raise unknown_reference("/supersedes_id")
    if old["status"] not in OPEN:
        raise invalid(
            "/supersedes_id",
            "not_in_force",
            "Only an agreement in force, or suspended, can be superseded.",
            "Kun en aftale i kraft, eller en suspenderet, kan afløses.",
        )
    if new.valid_from > utc_now():
        # The old one ends with the second signature: what starts later would leave a gap between them.
        raise invalid(
            "/valid_from",
            "leaves_a_gap",
            "What supersedes an agreement is valid from its signing at the latest.",
            "Det, der afløser en aftale, gælder senest fra underskriften.",
        )


async def _end_superseded(desk: Desk, agreement_id: UUID) -> None:
    old = await desk.find("agreement", agreement_id, lock=True)
    if old["status"] in OPEN:
        await desk.update("agreement", old, {"status": AgreementStatus.ENDED, "ended_at": utc_now()})
