"""Attempts to reach the citizen: only after acceptance, only while the consent lasts, only where it is safe."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select

from app.citizens.stem import about
from app.common.errors import ForbiddenTransition, InvalidContent, NotFound
from app.common.moments import MomentInFuture, is_ahead
from app.common.problem import FieldError
from app.common.workdays import danish_date
from app.consents import service as consents
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged, tagged
from app.referrals.safe_contact import is_safe_hour
from app.referrals.states import ReferralStatus, transitions
from app.referrals.tables import ContactAttempt
from app.referrals.views import ContactAttemptIn, ContactAttemptList, ContactAttemptOut

ATTEMPTS = table_of(ContactAttempt.__tablename__)

_NO_SAFE_CONTACT = FieldError(
    "/channel",
    "no_safe_contact",
    "There is no safe contact that you may read; register it first.",
    "Der er ingen sikker kontakt, I må læse; registrér den først.",
)
_UNSAFE_CHANNEL = FieldError(
    "/channel",
    "unsafe_channel",
    "The citizen cannot be reached safely this way.",
    "Borgeren kan ikke kontaktes sikkert ad denne vej.",
)
_OUTSIDE_SAFE_HOURS = FieldError(
    "/attempted_at",
    "outside_safe_hours",
    "Outside the hours when the citizen can be reached safely (Europe/Copenhagen).",
    "Uden for det tidsrum, hvor borgeren kan kontaktes sikkert (dansk tid).",
)
_BEFORE_CONSENT = FieldError(
    "/attempted_at",
    "before_consent",
    "The day is before the consent.",
    "Dagen ligger før samtykket.",
)


async def register(desk: Desk, referral_id: UUID, new: ContactAttemptIn) -> Tagged[ContactAttemptOut]:
    """Register an attempt.

    Raises:
        ForbiddenTransition: the referral is not accepted.
        ConsentNotActive: its consent has ended.
        InvalidContent: outside the citizen's safe contact, in the future, or before the consent was signed. That it
            was before the acceptance was registered is no fault: notes are kept on paper first.
    """
    referral = await desk.find("referral", referral_id)
    if referral["status"] != ReferralStatus.ACCEPTED:
        sender = referral["organisation_id"] == desk.organisation_id
        open_to = transitions(ReferralStatus(referral["status"]), sender=sender)
        raise ForbiddenTransition(state=referral["status"], allowed=sorted(open_to))
    if await _completed(desk, referral_id):
        raise ForbiddenTransition(state=ReferralStatus.COMPLETED, allowed=[])
    consent = await consents.lock_active(desk, referral["consent_id"])
    early = [_BEFORE_CONSENT] if await _is_before(desk, danish_date(new.attempted_at), consent) else []
    if faults := [*early, *_faults(await safe_contact(desk, referral["citizen_id"]), new)]:
        raise InvalidContent(errors=faults)
    row = {**about(desk, referral), "referral_id": referral_id, **new.model_dump()}
    await desk.insert("contact_attempt", row)
    desk.event.record_id = row["id"]
    return tagged(ContactAttemptOut, "contact_attempt", row)


async def get(desk: Desk, referral_id: UUID, attempt_id: UUID) -> Tagged[ContactAttemptOut]:
    """One attempt of the referral."""
    row = await desk.find("contact_attempt", attempt_id)
    if row["referral_id"] != referral_id:
        raise NotFound
    desk.event.record_id = attempt_id
    return tagged(ContactAttemptOut, "contact_attempt", row)


async def page(desk: Desk, referral_id: UUID, query: ContactAttemptList) -> Page[ContactAttemptOut]:
    """The asker's own attempts under a referral that it may see, the last registered first."""
    await desk.find("referral", referral_id)
    keys = keyset(desk, query, f"contact-attempts of {referral_id}")
    rows = await desk.fetch(
        ("contact attempts", keys.after is None),
        lambda template: (
            select(ATTEMPTS)
            .where(
                ATTEMPTS.c.referral_id == bindparam("referral_id", type_=Uuid),
                *keys.seek(ATTEMPTS.c.created_at, ATTEMPTS.c.id),
                template.readable("contact_attempt"),
            )
            .order_by(ATTEMPTS.c.created_at.desc(), ATTEMPTS.c.id.desc())
            .limit(keys.count)
        ),
        referral_id=referral_id,
        **keys.values(),
    )
    shown = rows[: query.limit]
    for row in shown:
        desk.saw("contact_attempt", row)
    return keys.page(rows, [ContactAttemptOut.model_validate(row) for row in shown])


async def _completed(desk: Desk, referral_id: UUID) -> bool:
    outcomes = table_of("referral_outcome")
    row = await desk.row(
        select(outcomes.c.completed_at).where(outcomes.c.referral_id == referral_id, desk.readable("referral_outcome"))
    )
    return row is not None and row["completed_at"] is not None


async def safe_contact(desk: Desk, citizen_id: UUID) -> Mapping[Any, Any] | None:
    """The asker's own registration of the citizen's safe contact, else the one passed on to it."""
    contacts = table_of("citizen_contact")
    rows = await desk.fetch(
        "safe contact",
        lambda template: (
            select(contacts)
            .where(contacts.c.citizen_id == bindparam("citizen_id", type_=Uuid), template.readable("contact"))
            .order_by((contacts.c.organisation_id == template.asker.organisation).desc(), contacts.c.created_at)
            .limit(1)
        ),
        citizen_id=citizen_id,
    )
    for row in rows:
        desk.saw("contact", row)
    return rows[0] if rows else None


async def _is_before(desk: Desk, day: date, consent: Mapping[Any, Any]) -> bool:
    """Whether the day in Denmark lies before the consent was signed, and any that it renewed."""
    table = table_of("consent")
    signed: Mapping[Any, Any] | None = consent
    while signed is not None and day < danish_date(signed["signed_at"]):
        signed = await desk.row(
            select(table).where(
                table.c.id == signed["supersedes_id"], table.c.signed_at.is_not(None), desk.readable("consent")
            )
        )
    return signed is None


def _faults(contact: Mapping[Any, Any] | None, new: ContactAttemptIn) -> list[FieldError]:
    future = [MomentInFuture.at("/attempted_at")] if is_ahead(new.attempted_at) else []
    if contact is None:
        return [*future, _NO_SAFE_CONTACT]
    channel = [] if new.channel in contact["safe_channels"] else [_UNSAFE_CHANNEL]
    hour = [] if is_safe_hour(contact["safe_hours"], new.attempted_at) else [_OUTSIDE_SAFE_HOURS]
    return [*future, *channel, *hour]
