"""Consents: drafted, signed, refused, withdrawn. Whoever relies on one holds it with `lock_active` while it writes.

Signing and withdrawing hold the row alone (FOR UPDATE), those who rely on it hold it together (FOR SHARE), so
that nothing is passed on after a withdrawal was answered for.
"""

from collections.abc import Mapping
from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import Uuid, bindparam, select

from app.boundary.policy import Operation
from app.citizens.errors import UnderAge
from app.citizens.screening import refuse_counterpart
from app.citizens.stem import about, require_open, require_still_open
from app.citizens.vault import keys_of
from app.common.days import is_adult
from app.common.errors import ForbiddenTransition, InvalidContent, NotFound
from app.common.moments import MomentInFuture, is_ahead
from app.common.problem import FieldError
from app.common.workdays import danish_date
from app.consents import reading, terms
from app.consents.errors import ConsentNotActive, OralNoteNotEnough, ReplacedConsentEnded, TermsOutOfDate
from app.consents.reading import CONSENTS
from app.consents.states import ASKED_FOR, TRANSITIONS, ConsentStatus, Method
from app.consents.views import ConsentIn, ConsentOut, ConsentPatch, SignatureIn, WithdrawalIn
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.gate.external_references import refer
from app.gate.references import referred
from app.gate.resources import Tagged

BEFORE_PROJECT = ("before_project", "Before the project began.", "Før projektet begyndte.")
NOT_AFTER_SIGNING = ("not_after_signing", "Must be after signing.", "Skal ligge efter underskriften.")
TOO_LONG = ("too_long", "Longer than the form allows.", "Længere end formularen tillader.")
BEFORE_WITHDRAWAL = (
    "before_withdrawal",
    "Before the citizen withdrew a consent that named the same recipient.",
    "Før borgeren trak et samtykke med samme modtager tilbage.",
)
RUN_OUT = ("run_out", "Has already run out.", "Er allerede udløbet.")


async def lock_active(desk: Desk, consent_id: UUID) -> Mapping[Any, Any]:
    """A consent that is active, held so that it stays so until the caller's transaction ends.

    For whoever writes what rests on a consent (sending, accepting, bridging). A withdrawal that came first is
    waited for and then seen; one that comes later waits. Needs no right to change the consent but the one that
    its holder and whom it names have anyway.

    Raises:
        NotFound: absent, or not the caller's to see.
        ConsentNotActive: a draft, refused, withdrawn, superseded or run out; or an agreement that it needs is not in
            force, the caller's or its holder's.
    """
    rows = await desk.fetch(
        "consent held",
        lambda template: (
            select(*CONSENTS.c, template.relied_on(CONSENTS).label("stands"))
            .where(
                CONSENTS.c.id == bindparam("consent_id", type_=Uuid),
                template.readable("consent"),
                template.may("consent", Operation.UPDATE),
            )
            .with_for_update(read=True, of=CONSENTS)
        ),
        consent_id=consent_id,
    )
    if not rows:
        raise NotFound
    row = rows[0]
    desk.saw("consent", row)
    if not row["stands"]:
        raise ConsentNotActive
    return row


async def draft(desk: Desk, new: ConsentIn) -> Tagged[ConsentOut]:
    """Write down what the citizen is about to sign; nobody else sees it until it is signed."""
    citizen = await referred(desk, "citizen", new.citizen_id, "/citizen_id")
    require_open(desk, citizen)
    given = new.model_dump(exclude={"citizen_id"})
    await refuse_counterpart(desk, citizen["id"], new.informed_by, "/informed_by")
    await _require_terms(desk, citizen["project_id"], citizen["id"], given)
    row = {**about(desk, citizen), **given, "status": ConsentStatus.DRAFT}
    await desk.insert("consent", row, refers="/citizen_id")
    await refer(desk, "consent", row, new.external_reference)
    return await reading.get(desk, row["id"])


async def amend(desk: Desk, consent_id: UUID, patch: ConsentPatch) -> Tagged[ConsentOut]:
    """Change a draft; what is signed never changes."""
    row = await _held(desk, consent_id)
    if row["status"] != ConsentStatus.DRAFT:
        raise _forbidden(row)
    changes = patch.model_dump(exclude_unset=True)
    await refuse_counterpart(desk, row["citizen_id"], changes.get("informed_by", ""), "/informed_by")
    await _require_terms(desk, row["project_id"], row["citizen_id"], {**row, **changes})
    await desk.update("consent", row, changes)
    return await reading.get(desk, consent_id)


async def sign(desk: Desk, consent_id: UUID, given: SignatureIn) -> Tagged[ConsentOut]:
    """Make a draft active, and supersede the one it replaces, at once."""
    row = await _moving(desk, consent_id, ConsentStatus.ACTIVE)
    replaced = await _replaced(desk, row["supersedes_id"])
    await require_still_open(desk, row["citizen_id"])
    if row["method"] == Method.ORAL_NOTE:
        raise OralNoteNotEnough
    # Whom the consent names reads from now on who informed the citizen (the wall, rule 5).
    await refuse_counterpart(desk, row["citizen_id"], row["informed_by"], "/informed_by")
    checked = await terms.check(desk, row["project_id"], row, given.signed_at)
    if checked.faults:
        raise TermsOutOfDate(errors=checked.faults)
    latest = terms.months_after(given.signed_at, checked.valid_months)
    until = given.valid_until or latest
    await _require_adult(desk, row["citizen_id"], given.signed_at)
    await _require_times(desk, row["project_id"], given.signed_at, until, latest)
    await _require_after_withdrawals(desk, row, given.signed_at)
    await desk.update(
        "consent", row, {"status": ConsentStatus.ACTIVE, "signed_at": given.signed_at, "valid_until": until}
    )
    if replaced is not None and terms.status_now(replaced) is ConsentStatus.ACTIVE:
        # Last: a trigger carries over what the new consent covers, and ends the rest.
        await desk.update("consent", replaced, {"status": ConsentStatus.SUPERSEDED})
    return await reading.get(desk, consent_id)


async def refuse(desk: Desk, consent_id: UUID) -> Tagged[ConsentOut]:
    """Record that the citizen said no. Whom the draft named never learns of it."""
    row = await _moving(desk, consent_id, ConsentStatus.REFUSED)
    await desk.update("consent", row, {"status": ConsentStatus.REFUSED})
    return await reading.get(desk, consent_id)


async def withdraw(desk: Desk, consent_id: UUID, given: WithdrawalIn) -> Tagged[ConsentOut]:
    """Register a withdrawal, by whoever holds the consent (art. 7(3)).

    A trigger ends the disclosures under it and recalls open referrals in the same transaction.
    """
    row = await _moving(desk, consent_id, ConsentStatus.WITHDRAWN)
    await desk.update(
        "consent", row, {**given.model_dump(), "status": ConsentStatus.WITHDRAWN, "withdrawn_at": utc_now()}
    )
    return await reading.get(desk, consent_id)


# --- the rules ------------------------------------------------------------------------------------------


async def _held(desk: Desk, consent_id: UUID) -> Mapping[Any, Any]:
    """The row, held alone, if the caller acts from what it last saw of it."""
    row = await desk.find("consent", consent_id, lock=True)
    desk.event.record_id = consent_id
    desk.require_match((await reading.get(desk, consent_id)).etag)
    return row


async def _moving(desk: Desk, consent_id: UUID, to: ConsentStatus) -> Mapping[Any, Any]:
    row = await _held(desk, consent_id)
    if to not in TRANSITIONS[terms.status_now(row)]:
        raise _forbidden(row)
    return row


def _forbidden(row: Mapping[Any, Any]) -> ForbiddenTransition:
    status = terms.status_now(row)
    return ForbiddenTransition(state=status, allowed=sorted(TRANSITIONS[status] & ASKED_FOR))


async def _require_terms(desk: Desk, project_id: UUID, citizen_id: UUID, given: Mapping[str, Any]) -> None:
    checked = await terms.check(desk, project_id, given, utc_now())
    if checked.faults:
        raise InvalidContent(errors=checked.faults)
    if given["supersedes_id"] is not None:
        await _require_replaceable(desk, given["supersedes_id"], citizen_id)


async def _require_replaceable(desk: Desk, consent_id: UUID, citizen_id: UUID) -> None:
    """Only one's own consent of the same citizen can be replaced, and only while it stands or has run out."""
    row = await desk.row(
        select(CONSENTS.c.id).where(
            CONSENTS.c.id == consent_id,
            CONSENTS.c.citizen_id == citizen_id,
            CONSENTS.c.organisation_id == desk.organisation_id,
            CONSENTS.c.status.in_((ConsentStatus.ACTIVE, ConsentStatus.EXPIRED)),
            desk.readable("consent"),
        )
    )
    if row is None:
        raise unknown_reference("/supersedes_id")


async def _replaced(desk: Desk, consent_id: UUID | None) -> Mapping[str, Any] | None:
    """The consent that this one is to replace, held: of two renewals the second would stand beside the first.

    Raises:
        ReplacedConsentEnded: withdrawn, or replaced by another, since the draft was made.
    """
    if consent_id is None:
        return None
    old = await desk.find("consent", consent_id, lock=True)
    if terms.status_now(old) not in {ConsentStatus.ACTIVE, ConsentStatus.EXPIRED}:
        raise ReplacedConsentEnded
    return old


async def _require_after_withdrawals(desk: Desk, draft: Mapping[str, Any], signed_at: datetime) -> None:
    """What was signed before the citizen said no to the same recipient does not revive it."""
    later = await desk.row(
        select(CONSENTS.c.id).where(
            CONSENTS.c.citizen_id == draft["citizen_id"],
            CONSENTS.c.organisation_id == desk.organisation_id,
            CONSENTS.c.withdrawn_at >= signed_at,
            CONSENTS.c.recipients.overlap(draft["recipients"]),
            desk.readable("consent"),
        )
    )
    if later is not None:
        raise InvalidContent(errors=[FieldError("/signed_at", *BEFORE_WITHDRAWAL)])


async def _require_times(desk: Desk, project_id: UUID, signed_at: datetime, until: datetime, latest: datetime) -> None:
    now = utc_now()
    project = table_of("project")
    began = await desk.row(select(project.c.starts_on).where(project.c.id == project_id, desk.readable("project")))
    faults = [MomentInFuture.at("/signed_at")] if is_ahead(signed_at) else []
    faults += [
        FieldError(pointer, *what)
        for broken, pointer, what in (
            (began is not None and danish_date(signed_at) < began["starts_on"], "/signed_at", BEFORE_PROJECT),
            (until <= signed_at, "/valid_until", NOT_AFTER_SIGNING),
            (until > latest, "/valid_until", TOO_LONG),
            (signed_at < until <= now, "/valid_until", RUN_OUT),
        )
        if broken
    ]
    if faults:
        raise InvalidContent(errors=faults)


async def _require_adult(desk: Desk, citizen_id: UUID, signed_at: datetime) -> None:
    """Where the birth date is known to the one who registers the signature."""
    identity = table_of("citizen_identity")
    rows = await desk.rows(select(identity).where(identity.c.citizen_id == citizen_id, desk.readable("identity")))
    keys = await keys_of(desk, [citizen_id]) if rows else {}
    for row in rows:
        desk.saw("identity", row)
        key = keys.get((citizen_id, row["organisation_id"]))
        born = key.open("citizen_identity", row, "birth_date") if key else None
        if born and not is_adult(date.fromisoformat(born), danish_date(signed_at)):
            raise UnderAge
