"""Sending: the sender lays down what is passed on; nothing is open before the recipient accepts.

What is laid down is one `disclosure` for each category that the scopes cover and the recipient's type may ever
read, and for each controller whose rows those are: the sender's own, and those that were passed on to the sender
itself (onward, for bridging).
"""

from collections.abc import Collection, Iterator, Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.citizens.disclosures import standing
from app.citizens.screening import hold_words, refuse_counterpart, refuse_counterparts, words_along
from app.citizens.stem import about, hold_protection
from app.citizens.vault import own_key
from app.common.errors import InvalidContent
from app.consents import service as consents
from app.consents.errors import ConsentNotActive
from app.consents.states import ConsentStatus, Scope
from app.database.columns import table_of, utc_now
from app.gate.desk import Desk
from app.organisations.project_service import hold_partners
from app.organisations.states import OrganisationType
from app.referrals.states import ReferralKind, ReferralStatus, Urgency
from app.referrals.terms import Footing, Terms, check, citizen_of

_STEM = "citizen"


def terms_of(row: Mapping[Any, Any]) -> Terms:
    """The terms in a referral's row."""
    return Terms(row["recipient_id"], ReferralKind(row["kind"]), tuple(Scope(each) for each in row["scopes"]))


async def draft(
    desk: Desk,
    citizen: Mapping[Any, Any],
    consent_id: UUID,
    terms: Terms,
    *,
    urgency: Urgency,
    summary: str | None,
) -> dict[str, Any]:
    """Write a draft.

    Args:
        citizen: the stem, as the asker read it.

    Returns:
        The referral's row.

    Raises:
        InvalidContent: the terms, or a summary that identifies the other side.
        ConsentNotActive: the consent has ended.
    """
    await hold_partners(desk, citizen["project_id"])
    footing = await check(desk, citizen, consent_id, terms)
    if footing.consent["status"] == ConsentStatus.ACTIVE:
        # A withdrawal at the same moment recalls this draft, or refuses it.
        await consents.lock_active(desk, consent_id)
    await hold_words(desk, citizen["id"])
    row = {
        **about(desk, citizen),
        "consent_id": consent_id,
        "recipient_id": terms.recipient_id,
        "kind": terms.kind,
        "urgency": urgency,
        "scopes": [*terms.scopes],
        "status": ReferralStatus.DRAFT,
        "sender_withheld": desk.role != OrganisationType.POLICE_DISTRICT and await _protected(desk, citizen["id"]),
        **dict.fromkeys(("sent_at", "received_at", "responded_at", "recalled_at", "rejected_reason")),
    }
    await desk.insert("referral", row, refers="/citizen_id")
    if summary is not None:
        await write_summary(desk, row, summary)
    return row


async def _protected(desk: Desk, citizen_id: UUID) -> bool:
    await hold_protection(desk, citizen_id)
    stem = table_of("citizen")
    row = await desk.row(select(stem.c.specially_protected).where(stem.c.id == citizen_id, desk.readable("citizen")))
    return row is None or bool(row["specially_protected"])


async def write_summary(desk: Desk, referral: Mapping[Any, Any], summary: str) -> None:
    """Seal the summary with the sender's key; screened before it is written.

    Raises:
        InvalidContent: it identifies the other side of the relationship (the wall, rule 5).
    """
    await refuse_counterpart(desk, referral["citizen_id"], summary, "/summary")
    key = await own_key(desk, referral)
    table = table_of("referral_summary")
    old = await desk.row(select(table).where(table.c.referral_id == referral["id"], desk.readable("referral_summary")))
    if old is not None:
        await desk.update("referral_summary", old, key.seal("referral_summary", old["id"], summary=summary))
        return
    base = {**about(desk, referral), "referral_id": referral["id"]}
    await desk.insert("referral_summary", {**base, **key.seal("referral_summary", base["id"], summary=summary)})


async def send(desk: Desk, referral: Mapping[Any, Any], summary: str | None) -> dict[str, Any]:
    """Send a draft: its terms are judged again and all words that leave with it screened again, as things are now.

    Args:
        summary: the draft's summary in plain text.

    Returns:
        The referral's row as it now is.

    Raises:
        ConsentNotActive: not signed, or ended; or that on which the sender itself knew the citizen.
        InvalidContent: the terms no longer fit, or the summary (`/summary`), an account of the incidents
            (`/incidents`), the code phrase (`/contact`), the address (`/address`), or what the citizen is called or
            reached by (`/identity/given_name`, `/contact/phone`, ...) that goes along identifies the other side.
    """
    consent = await consents.lock_active(desk, referral["consent_id"])
    try:
        stem = await citizen_of(desk, referral["citizen_id"])
    except InvalidContent as gone:
        raise ConsentNotActive from gone
    await hold_partners(desk, referral["project_id"])
    footing = await check(desk, referral, referral["consent_id"], terms_of(referral))
    categories = _categories(desk, referral, footing)
    along = await words_along(desk, referral["citizen_id"], categories)
    await refuse_counterparts(desk, referral["citizen_id"], {"/summary": summary or "", **along})
    sent = await desk.update("referral", referral, {"status": ReferralStatus.SENT, "sent_at": utc_now()})
    laid_down = await _lay_down(desk, sent, categories, consent["valid_until"])
    if (_STEM, stem["organisation_id"]) not in laid_down:
        raise ConsentNotActive  # nobody could find the citizen by what is left
    return sent


async def create_and_send(
    desk: Desk,
    citizen: Mapping[Any, Any],
    consent_id: UUID,
    terms: Terms,
    *,
    urgency: Urgency,
    summary: str | None,
) -> dict[str, Any]:
    """Draft and send in one, e.g. to hand a support need over.

    Args:
        citizen: the stem, as the asker read it.

    Returns:
        The referral's row, sent.

    Raises:
        InvalidContent: as `draft`, with pointers of a referral's body (`/recipient_id`, `/scopes/0`, ...).
        ConsentNotActive: the consent is not signed, or has ended.
    """
    row = await draft(desk, citizen, consent_id, terms, urgency=urgency, summary=summary)
    return await send(desk, row, summary)


# --- what is passed on ----------------------------------------------------------------------------------


def _categories(desk: Desk, referral: Mapping[Any, Any], footing: Footing) -> dict[str, str | None]:
    """What the referral may open to this type of recipient, each with the scope that covers it."""
    found = desk.policy.disclosable(footing.recipient_type, frozenset(referral["scopes"]))
    return {each.name: each.scope for each in found}


async def _lay_down(
    desk: Desk, referral: Mapping[Any, Any], categories: Mapping[str, str | None], valid_until: datetime | None
) -> set[tuple[str, UUID]]:
    """Write what the recipient may open, until the consent ends (`valid_until`); a trigger bounds what was received."""
    received = await _received(desk, referral["citizen_id"])
    sources = set(_sources(desk, categories, received))
    for category, source in sorted(sources, key=str):
        await desk.insert(
            "disclosure",
            {
                **about(desk, referral),
                "category": category,
                "scope": categories[category],
                "source_organisation_id": source,
                "recipient_id": referral["recipient_id"],
                "consent_id": referral["consent_id"],
                "referral_id": referral["id"],
                "valid_until": valid_until,
            },
        )
    return sources


async def _received(desk: Desk, citizen_id: UUID) -> set[tuple[str, UUID]]:
    """Which categories of which controllers are open to the sender itself."""
    disclosures = table_of("disclosure")
    rows = await desk.rows(
        select(disclosures.c.category, disclosures.c.source_organisation_id)
        .where(disclosures.c.citizen_id == citizen_id, *standing(desk, disclosures), desk.readable("disclosure"))
        .distinct()
    )
    return {(row["category"], row["source_organisation_id"]) for row in rows}


def _sources(
    desk: Desk, categories: Mapping[str, str | None], received: Collection[tuple[str, UUID]]
) -> Iterator[tuple[str, UUID]]:
    """Each category with each controller whose rows of it there may be.

    The sender's own rows count where its role can have any. Every controller's stem goes along, since a stem
    opens that controller's data key.
    """
    for category in categories:
        if desk.policy[category].allows(desk.role, Operation.CREATE):
            yield category, desk.organisation_id
    for category, source in received:
        if category in categories:
            yield category, source
            if (_STEM, source) in received:
                yield _STEM, source
