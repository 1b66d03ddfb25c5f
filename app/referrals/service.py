"""Referrals: drafted and sent by one party, answered by another.

Whoever sends or accepts first holds the consent (FOR SHARE) and then touches the referral; a withdrawal holds the
consent alone and then recalls. Between the two they hold the project's partners together, so that none leaves; an
ending of a partnership holds those alone and then recalls. One order for all, so none waits for the other in a
circle, and what is opened is never opened under a consent whose withdrawal was answered for.
"""

from collections.abc import Collection, Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import Select, Uuid, bindparam, select, union_all, update

from app.boundary.policy import Operation
from app.citizens.disclosures import not_ended
from app.citizens.parts import ids_of
from app.citizens.stem import about
from app.common.errors import ForbiddenTransition, InvalidContent, NotFound
from app.common.problem import FieldError
from app.consents import service as consents
from app.consents.errors import ConsentNotActive
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk
from app.gate.external_references import refer
from app.gate.paging import Keyset, Page, keyset
from app.gate.resources import Tagged
from app.organisations.project_service import hold_partners
from app.referrals import sending
from app.referrals.envelope import REFERRALS, envelopes, etag, filters, log_seen, referral_out, status_of, summary_of
from app.referrals.states import Outcome, ReferralStatus, RejectedReason, transitions
from app.referrals.terms import Terms, check, citizen_of
from app.referrals.views import CompletionIn, ReferralIn, ReferralList, ReferralOut, ReferralPatch

_NEED_WAITS = FieldError(
    "/outcome",
    "need_waits",
    "Say on the support need first that no contact was established.",
    "Angiv først på støttebehovet, at kontakten ikke blev etableret.",
)


async def _load(desk: Desk, referral_id: UUID) -> Mapping[Any, Any]:
    rows = await desk.fetch(
        "referral",
        lambda template: (
            envelopes(template)
            .add_columns(*template.referenced("referral", REFERRALS))
            .where(REFERRALS.c.id == bindparam("referral_id", type_=Uuid))
        ),
        referral_id=referral_id,
    )
    if not rows:
        raise NotFound
    return rows[0]


async def get(desk: Desk, referral_id: UUID) -> Tagged[ReferralOut]:
    """A referral with what the asker may read of it."""
    row = await _load(desk, referral_id)
    log_seen(desk, row)
    desk.event.record_id = referral_id
    return Tagged(referral_out(desk, row), etag(desk, row))


async def page(desk: Desk, query: ReferralList) -> Page[ReferralOut]:
    """Referrals sent and received, the newest first."""
    keys = keyset(desk, query, "referrals")
    rows = await desk.fetch(
        ("referrals", query.direction, keys.after is None, *filters(desk, query)),
        lambda template: _page(template, keys, query),
        **keys.values(),
        **query.model_dump(include={"status", "citizen_id", "updated_since"}),
    )
    for row in rows[: query.limit]:
        log_seen(desk, row)
    return keys.page(rows, [referral_out(desk, row) for row in rows[: query.limit]])


def _page(desk: Desk, keys: Keyset, query: ReferralList) -> Select[Any]:
    """Each direction is one index walk; the policy stands behind both."""
    sides = {"sent": REFERRALS.c.organisation_id, "received": REFERRALS.c.recipient_id}
    walks = [
        select(REFERRALS.c.id, REFERRALS.c.created_at)
        .where(
            side == desk.asker.organisation,
            *keys.seek(REFERRALS.c.created_at, REFERRALS.c.id),
            *filters(desk, query).values(),
            desk.readable("referral"),
        )
        .order_by(REFERRALS.c.created_at.desc(), REFERRALS.c.id.desc())
        .limit(keys.count)
        .subquery(name)
        for name, side in sides.items()
        if query.direction in {None, name}
    ]
    both = union_all(*(each.select() for each in walks)).subquery("seen")
    chosen = select(both.c.id).order_by(both.c.created_at.desc(), both.c.id.desc()).limit(keys.count).subquery("chosen")
    return (
        envelopes(desk)
        .add_columns(*desk.referenced("referral", REFERRALS))
        .join_from(REFERRALS, chosen, chosen.c.id == REFERRALS.c.id)
        .order_by(REFERRALS.c.created_at.desc(), REFERRALS.c.id.desc())
    )


# --- the sender -----------------------------------------------------------------------------------------


async def create(desk: Desk, new: ReferralIn) -> Tagged[ReferralOut]:
    """Write a draft."""
    if new.summary is not None:
        desk.require_scope("referral_summary", Operation.CREATE)
    citizen = await citizen_of(desk, new.citizen_id)
    terms = Terms(new.recipient_id, new.kind, tuple(new.scopes))
    row = await sending.draft(desk, citizen, new.consent_id, terms, urgency=new.urgency, summary=new.summary)
    await refer(desk, "referral", row, new.external_reference)
    return await get(desk, row["id"])


async def amend(desk: Desk, referral_id: UUID, patch: ReferralPatch) -> Tagged[ReferralOut]:
    """Change a draft; what was sent never changes."""
    if patch.summary is not None:
        desk.require_scope("referral_summary", Operation.CREATE)
    row = await _matched(desk, referral_id)
    if row["status"] != ReferralStatus.DRAFT:
        raise _forbidden(desk, row)
    changes = patch.model_dump(exclude_unset=True, exclude={"summary"})
    await check(desk, row, row["consent_id"], sending.terms_of({**row, **changes}))
    changed = await desk.update("referral", row, changes)
    if patch.summary is not None:
        await sending.write_summary(desk, changed, patch.summary)
    return await get(desk, referral_id)


async def send(desk: Desk, referral_id: UUID) -> Tagged[ReferralOut]:
    """Send a draft: lay down what the recipient may open once it accepts."""
    row = await _moving(desk, referral_id, ReferralStatus.SENT)
    await sending.send(desk, row, summary_of(desk, row))
    return await get(desk, referral_id)


async def recall(desk: Desk, referral_id: UUID) -> Tagged[ReferralOut]:
    """Take back what has not been accepted."""
    await _moving(desk, referral_id, ReferralStatus.RECALLED)
    await take_back(desk, referral_id)
    return await get(desk, referral_id)


async def take_back(desk: Desk, referral_id: UUID) -> None:
    """Recall one's own referral that is known to be unanswered."""
    row = await _load(desk, referral_id)
    await desk.update("referral", row, {"status": ReferralStatus.RECALLED, "recalled_at": utc_now()})


async def recall_unanswered(desk: Desk, referral_id: UUID) -> None:
    """Recall one's own referral that has not been answered; one that has been is left as it is.

    Held meanwhile: an acceptance at the same moment came first, or finds it recalled.
    """
    row = await desk.find("referral", referral_id, lock=True)
    if ReferralStatus.RECALLED in transitions(ReferralStatus(row["status"]), sender=True):
        await desk.update("referral", row, {"status": ReferralStatus.RECALLED, "recalled_at": utc_now()})


async def came_to_nothing(desk: Desk, referral_id: UUID) -> bool:
    """Whether one's own referral was rejected or recalled: it opened nothing, and never will."""
    row = await desk.find("referral", referral_id)
    return row["status"] in {ReferralStatus.REJECTED, ReferralStatus.RECALLED}


async def is_open(desk: Desk, referral_id: UUID) -> bool:
    """Whether what one passed on with it can be read by its recipient now: it was accepted, and nothing ended that."""
    disclosures = table_of("disclosure")
    query = select(disclosures.c.id).where(
        disclosures.c.referral_id == referral_id,
        disclosures.c.opened_at.is_not(None),
        *not_ended(disclosures),
        desk.readable("disclosure"),
    )
    return await desk.row(query.limit(1)) is not None


async def summary(desk: Desk, referral_id: UUID) -> str | None:
    """The summary in plain text, where the asker may read it."""
    return summary_of(desk, await _load(desk, referral_id))


# --- the recipient --------------------------------------------------------------------------------------


async def receive(desk: Desk, referral_id: UUID) -> Tagged[ReferralOut]:
    """Say that it has arrived, before answering it."""
    row = await _moving(desk, referral_id, ReferralStatus.RECEIVED)
    await desk.update("referral", row, {"status": ReferralStatus.RECEIVED, "received_at": utc_now()})
    return await get(desk, referral_id)


async def reject(desk: Desk, referral_id: UUID, reason: RejectedReason) -> Tagged[ReferralOut]:
    """Answer no; nothing was opened."""
    row = await _moving(desk, referral_id, ReferralStatus.REJECTED)
    await desk.update(
        "referral",
        row,
        {"status": ReferralStatus.REJECTED, "responded_at": utc_now(), "rejected_reason": reason},
    )
    return await get(desk, referral_id)


async def accept(desk: Desk, referral_id: UUID) -> Tagged[ReferralOut]:
    """Take the citizen on: from this transaction's commit on, what the sender laid down is open.

    Raises:
        ConsentNotActive: withdrawn or run out, perhaps while this waited for it.
    """
    row = await _moving(desk, referral_id, ReferralStatus.ACCEPTED)
    await _hold_records(desk, referral_id)
    await consents.lock_active(desk, row["consent_id"])
    await hold_partners(desk, row["project_id"])
    now = utc_now()
    # First the referral: whether a disclosure may be opened is read from it.
    await desk.update("referral", row, {"status": ReferralStatus.ACCEPTED, "responded_at": now})
    disclosures = table_of("disclosure")
    opened = await desk.change_all(
        update(disclosures)
        .where(
            disclosures.c.referral_id == referral_id,
            disclosures.c.opened_at.is_(None),
            disclosures.c.ended_at.is_(None),
            desk.may("disclosure", Operation.UPDATE),
        )
        .values(opened_at=now, updated_at=now, version=disclosures.c.version + 1)
    )
    if not opened:
        raise ConsentNotActive
    # Seen here, so that a replay of this answer ends with the access that it gave.
    await desk.find("citizen", row["citizen_id"])
    return await get(desk, referral_id)


async def _hold_records(desk: Desk, referral_id: UUID) -> None:
    """Let nobody write what the referral opens before it is opened: who was first is read, who comes later is late.

    First of all locks, as those who write a citizen's blocks take it before any other of these.
    """
    disclosures = table_of("disclosure")
    rows = await desk.rows(
        select(disclosures.c.source_organisation_id, disclosures.c.citizen_id)
        .where(disclosures.c.referral_id == referral_id, desk.readable("disclosure"))
        .distinct()
        .order_by(disclosures.c.source_organisation_id)
    )
    for row in rows:
        await desk.beside("citizen", row["source_organisation_id"], row["citizen_id"])


async def complete(desk: Desk, referral_id: UUID, given: CompletionIn) -> Tagged[ReferralOut]:
    """Say how it went. It is the recipient's own record, and read by the sender only with the citizen's consent."""
    row = await _moving(desk, referral_id, ReferralStatus.COMPLETED)
    if given.outcome in {Outcome.DECLINED, Outcome.NOT_REACHED}:
        await _require_need_answered(desk, referral_id)
    known = bool(row["referral_outcome"] and row["referral_outcome"]["course_started"])
    started = given.course_started
    if started is None:
        started = known or given.outcome is Outcome.COURSE_STARTED
    await _write_outcome(desk, row, {"outcome": given.outcome, "course_started": started, "completed_at": utc_now()})
    return await get(desk, referral_id)


async def _require_need_answered(desk: Desk, referral_id: UUID) -> None:
    """Refuse to end a bridging whose need still waits: its controller could neither close it nor hand it over anew."""
    needs = table_of("support_need")
    waiting = await desk.row(
        select(needs.c.id).where(
            needs.c.referral_id == referral_id, needs.c.status == "sent", desk.readable("support_need")
        )
    )
    if waiting is not None:
        raise InvalidContent(errors=[_NEED_WAITS])


async def mark_course_started(desk: Desk, referral_id: UUID) -> None:
    """Note in the recipient's own record that a course began; for the courses' slice.

    Raises:
        NotFound: no such referral for the asker, or not one that it has accepted.
    """
    row = await _load(desk, referral_id)
    if row["recipient_id"] != desk.organisation_id or row["status"] != ReferralStatus.ACCEPTED:
        raise NotFound
    if not (row["referral_outcome"] and row["referral_outcome"]["course_started"]):
        await _write_outcome(desk, row, {"course_started": True})


async def _write_outcome(desk: Desk, referral: Mapping[Any, Any], values: Mapping[str, Any]) -> None:
    old = referral["referral_outcome"]
    if old is not None:
        await desk.update("referral_outcome", {**ids_of(old), "version": old["version"]}, values)
        return
    await desk.insert(
        "referral_outcome",
        {
            **about(desk, referral),
            "referral_id": referral["id"],
            "consent_id": referral["consent_id"],
            "sender_id": referral["organisation_id"],
            "course_started": False,
            **values,
        },
    )


# --- states ---------------------------------------------------------------------------------------------


async def _matched(desk: Desk, referral_id: UUID) -> Mapping[Any, Any]:
    """The referral, if the caller acts from what it last saw of it."""
    row = await _load(desk, referral_id)
    desk.event.record_id = referral_id
    desk.require_match(etag(desk, row))
    return row


async def _moving(desk: Desk, referral_id: UUID, to: ReferralStatus) -> Mapping[Any, Any]:
    row = await _matched(desk, referral_id)
    if to not in _allowed(desk, row):
        raise _forbidden(desk, row)
    return row


def _allowed(desk: Desk, row: Mapping[Any, Any]) -> Collection[ReferralStatus]:
    return transitions(status_of(row), sender=row["organisation_id"] == desk.organisation_id)


def _forbidden(desk: Desk, row: Mapping[Any, Any]) -> ForbiddenTransition:
    return ForbiddenTransition(state=status_of(row), allowed=sorted(_allowed(desk, row)))
