"""Passing a citizen's contact on to the evaluator, apart from all research data."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.citizens.states import Channel
from app.citizens.stem import hold_protection
from app.citizens.vault import keys_of
from app.common.encryption import DataKey, wrap_key
from app.common.errors import InvalidContent
from app.common.problem import FieldError
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk
from app.gate.resources import Tagged
from app.interviews import errors
from app.interviews.candidates import about_to_by_consent, tagged
from app.interviews.contacts import bound_to, opened_with
from app.interviews.states import InterviewStatus
from app.interviews.views import CandidateOut, ContactPassedOn
from app.referrals.contact_attempts import safe_contact

Row = Mapping[Any, Any]

CONTACT = "interview_contact"


async def pass_on(desk: Desk, candidate_id: UUID, given: ContactPassedOn) -> Tagged[CandidateOut]:
    """Write the contact and open it to the evaluator.

    Raises:
        InterviewConsentMissing: the consent has ended since.
        ContactProtected: the citizen is under special protection.
        InvalidContent: outside the citizen's safe contact.
    """
    desk.require_scope(CONTACT, Operation.CREATE)
    known = await desk.find("interview_candidate", candidate_id)
    # First, as whoever raises protection does: neither waits for the other in a circle.
    await hold_protection(desk, known["citizen_id"])
    row, _ = await about_to_by_consent(desk, known, InterviewStatus.CONTACT_PASSED_ON)
    await _require_unprotected(desk, row["citizen_id"])
    safe = await safe_contact(desk, row["citizen_id"])
    if faults := [*_faults(safe, given), *await _not_registered(desk, safe, given)]:
        raise InvalidContent(errors=faults)
    contact = _sealed(desk, row, given)
    await desk.insert(CONTACT, contact)
    changes = {
        "status": InterviewStatus.CONTACT_PASSED_ON,
        "contact_id": contact["id"],
        "contact_passed_on_at": utc_now(),
    }
    return tagged(desk, await desk.update("interview_candidate", row, changes))


def _sealed(desk: Desk, candidate: Row, given: ContactPassedOn) -> dict[str, Any]:
    """The row, closed, under a key of its own."""
    base = fresh()
    master, plain = desk.keys.current_master, DataKey.generate()
    row = {
        **base,
        "project_id": candidate["project_id"],
        "organisation_id": desk.organisation_id,
        "recipient_id": candidate["evaluator_id"],
        "wrapped": wrap_key(master.key, master.id, plain, bound_to(base["id"], desk.organisation_id)),
        "safe_channels": [*given.safe_channels],
        "safe_hours": [each.model_dump() for each in given.safe_hours],
        "never_leave_message": given.never_leave_message,
        "shared_device": given.shared_device,
    }
    key = opened_with(plain, row)
    return {**row, **key.seal(CONTACT, row["id"], call_name=given.call_name, phone=given.phone, email=given.email)}


async def _require_unprotected(desk: Desk, citizen_id: UUID) -> None:
    stem = table_of("citizen")
    found = await desk.row(
        select(stem.c.id).where(stem.c.id == citizen_id, ~stem.c.specially_protected, desk.readable("citizen"))
    )
    if found is None:
        raise errors.ContactProtected


async def _not_registered(desk: Desk, safe: Row | None, given: ContactPassedOn) -> list[FieldError]:
    """Where a number or an address is another than the one known to be safe; a new one is registered first."""
    if safe is None:
        return []
    keys = await keys_of(desk, [safe["citizen_id"]])
    key = keys[safe["citizen_id"], safe["organisation_id"]]
    faults = []
    if given.phone is not None and given.phone != key.open("citizen_contact", safe, "phone"):
        faults.append(errors.ANOTHER_NUMBER)
    known = key.open("citizen_contact", safe, "email")
    if given.email is not None and given.email.casefold() != (known or "").casefold():
        faults.append(errors.ANOTHER_ADDRESS)
    return faults


def _faults(safe: Row | None, given: ContactPassedOn) -> list[FieldError]:
    """Where what is passed on would reach further than the citizen's safe contact."""
    if safe is None:
        return [errors.NO_SAFE_CONTACT]
    faults = [
        errors.unsafe_channel(place)
        for place, channel in enumerate(given.safe_channels)
        if channel not in safe["safe_channels"]
    ]
    faults += [
        errors.outside_safe_hours(place)
        for place, hours in enumerate(given.safe_hours)
        if not any(
            each["weekday"] == hours.weekday
            and each["from_time"] <= hours.from_time
            and hours.to_time <= each["to_time"]
            for each in safe["safe_hours"]
        )
    ]
    if safe["never_leave_message"] and not given.never_leave_message:
        faults.append(errors.MESSAGE_NOT_SAFE)
    if safe["shared_device"] and not given.shared_device:
        faults.append(errors.DEVICE_SHARED)
    if {Channel.PHONE, Channel.SMS} & {*given.safe_channels} and given.phone is None:
        faults.append(errors.PHONE_MISSING)
    if Channel.EMAIL in given.safe_channels and given.email is None:
        faults.append(errors.EMAIL_MISSING)
    if given.phone is not None and not {Channel.PHONE, Channel.SMS} & {*given.safe_channels}:
        faults.append(errors.PHONE_UNUSED)
    if given.email is not None and Channel.EMAIL not in given.safe_channels:
        faults.append(errors.EMAIL_UNUSED)
    return faults
