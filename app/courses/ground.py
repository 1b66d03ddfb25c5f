"""What a course rests on: the citizen's consent, the referral that was accepted, the worker who takes it."""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Text, Uuid, any_, bindparam, literal, select

from app.boundary.policy import Operation
from app.citizens import assignment_service as assignments
from app.common.errors import NotFound
from app.common.problem import Bilingual
from app.common.workdays import danish_date
from app.consents.errors import ConsentNotActive
from app.consents.states import Scope
from app.courses.errors import NoLongerPartner
from app.courses.tables import Course
from app.database.columns import table_of, utc_now
from app.gate.database_errors import CannotBeAssigned
from app.gate.desk import Desk, unknown_reference
from app.referrals.states import ReferralStatus

COURSES = table_of(Course.__tablename__)
CONSENTS = table_of("consent")
REFERRALS = table_of("referral")
ASSIGNMENTS = table_of("assignment")

_NO_CONSENT = Bilingual(
    "A course rests on an active consent that names your organisation with the scope `contact`.",
    "Et forløb hviler på et gældende samtykke, der nævner jeres organisation og omfatter kontakt.",
)


async def consented_since(desk: Desk, citizen_id: UUID) -> date:
    """The Danish day of the first signature among the active consents that name the asker for contact.

    Raises:
        ConsentNotActive: there is none (any longer).
    """
    signed = await signatures(desk, citizen_id, Scope.CONTACT)
    if not signed:
        raise ConsentNotActive(_NO_CONSENT)
    return min(map(danish_date, signed))


async def signatures(desk: Desk, citizen_id: UUID, scope: Scope) -> list[datetime]:
    """When the active consents were signed that name the asker with a scope.

    The consents are held until the end of the transaction, so that a withdrawal at the same moment comes either
    before, and refuses, or after, and finds what was done.
    """
    rows = await desk.fetch(
        "signatures",
        lambda template: (
            select(CONSENTS.c.signed_at)
            .where(
                CONSENTS.c.citizen_id == bindparam("citizen_id", type_=Uuid),
                template.relied_on(CONSENTS),
                template.asker.organisation == any_(CONSENTS.c.recipients),
                bindparam("scope", type_=Text) == any_(CONSENTS.c.scopes),
            )
            .with_for_update(read=True)
        ),
        citizen_id=citizen_id,
        scope=scope.value,
    )
    return [row["signed_at"] for row in rows]


async def require_beginning(desk: Desk, course: Mapping[Any, Any]) -> None:
    """What the policy asks of who sets a course up, it asks again as the course begins: whoever left has left.

    Raises:
        NoLongerPartner: the asker could not set it up now.
    """
    may = select(COURSES.c.id).where(COURSES.c.id == course["id"], desk.may("course", Operation.CREATE))
    if await desk.row(may) is None:
        raise NoLongerPartner


async def valid_until(desk: Desk, citizen_id: UUID, scope: Scope) -> datetime | None:
    """When the last of the active consents ends that name the asker with a scope; None where one has no end."""
    rows = await desk.rows(
        select(CONSENTS.c.valid_until).where(
            CONSENTS.c.citizen_id == citizen_id,
            desk.relied_on(CONSENTS),
            literal(desk.organisation_id) == any_(CONSENTS.c.recipients),
            literal(scope.value) == any_(CONSENTS.c.scopes),
        )
    )
    ends = [row["valid_until"] for row in rows]
    return None if None in ends else max(ends, default=utc_now())


async def referral_of(desk: Desk, citizen: Mapping[Any, Any], referral_id: UUID | None) -> UUID | None:
    """The accepted referral to the asker that a course of this citizen rests on; none for the asker's own citizen.

    Raises:
        InvalidContent: `referral_id` names none of the citizen's that the asker has accepted.
    """
    if referral_id is None and citizen["organisation_id"] == desk.organisation_id:
        return None
    query = (
        select(REFERRALS.c.id)
        .where(
            REFERRALS.c.citizen_id == citizen["id"],
            REFERRALS.c.recipient_id == desk.organisation_id,
            REFERRALS.c.status == ReferralStatus.ACCEPTED,
            desk.readable("referral"),
        )
        .order_by(REFERRALS.c.responded_at.desc())
        .limit(1)
    )
    if referral_id is not None:
        query = query.where(REFERRALS.c.id == referral_id)
    found = await desk.row(query)
    if found is None:
        raise unknown_reference("/referral_id" if referral_id else "/citizen_id")
    return UUID(str(found["id"]))


async def assign(desk: Desk, about_citizen: Mapping[Any, Any], staff_id: UUID) -> None:
    """Give the worker the charge of a citizen (a stem, or any row about them), unless they have it.

    Raises:
        CannotBeAssigned: by the wall, by the policy, or because there is no such worker; the answer is the same.
    """
    if not await _charges(desk, about_citizen, staff_id):
        await assignments.give(desk, about_citizen, staff_id)


async def relieve(desk: Desk, course: Mapping[Any, Any], staff_id: UUID) -> None:
    """Take the charge from a worker who has no other course of the citizen, open or to be followed up.

    Raises:
        CannotBeAssigned: the asker may not take it from them.
    """
    other = await desk.row(
        select(COURSES.c.id).where(
            COURSES.c.citizen_id == course["citizen_id"],
            COURSES.c.organisation_id == desk.organisation_id,
            COURSES.c.assigned_to == staff_id,
            COURSES.c.id != course["id"],
            desk.readable("course"),
        )
    )
    if other is not None:
        return
    try:
        for charge in await _charges(desk, course, staff_id):
            await desk.update("assignment", charge, {"ended_at": utc_now()})
    except NotFound:
        raise CannotBeAssigned from None


async def _charges(desk: Desk, row: Mapping[Any, Any], staff_id: UUID) -> list[Mapping[Any, Any]]:
    return [
        *await desk.rows(
            select(ASSIGNMENTS).where(
                ASSIGNMENTS.c.citizen_id == row.get("citizen_id", row["id"]),
                ASSIGNMENTS.c.organisation_id == desk.organisation_id,
                ASSIGNMENTS.c.staff_id == staff_id,
                ASSIGNMENTS.c.ended_at.is_(None),
                desk.readable("assignment"),
            )
        )
    ]
