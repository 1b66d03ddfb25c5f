"""Instalments that the agency plans and pays, and what the grantee tells the agency."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg

from app.common.days import today
from app.common.errors import ForbiddenTransition
from app.database.columns import fresh
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, require_transition, row_etag, tagged
from app.grants.budget_views import (
    InstalmentIn,
    InstalmentList,
    InstalmentOut,
    InstalmentPatch,
    NoticeIn,
    NoticeList,
    NoticeOut,
    PaymentIn,
)
from app.grants.deadlines import approved_final, paid_since, repayable
from app.grants.errors import AlreadyGiven, invalid
from app.grants.lists import page_of_grant
from app.grants.reading import Held, held, part, require_status
from app.grants.states import INSTALMENT_TRANSITIONS, GrantStatus, InstalmentStatus, NoticeKind
from app.resources.errors import as_rules


async def plan(desk: Desk, grant_id: UUID, new: InstalmentIn) -> Tagged[InstalmentOut]:
    """Plan an instalment.

    Raises:
        ExpenseRule: all together would be more than the grant, or its final accounts are approved.
    """
    it = await held(desk, grant_id)
    await _require_running(desk, it)
    about = {"status": InstalmentStatus.PLANNED, "paid_on": None}
    row = {**fresh(), **it.keys, **new.model_dump(), **about}
    with as_rules(lambda _rule, _id: it.rules["instalments"].refusal("/amount_oere")):
        await desk.insert("grant_instalment", row)
    desk.event.record_id = row["id"]
    return tagged(InstalmentOut, "grant_instalment", row)


async def _require_running(desk: Desk, it: Held) -> None:
    """Refuse instalments of a grant that is over, or whose final accounts are approved.

    Raises:
        ForbiddenTransition: it is no running grant.
        ExpenseRule: it ends on its accounts.
    """
    require_status(desk, it, GrantStatus.GRANTED)
    await desk.alone("instalments", it.row["id"])
    if await approved_final(desk, it.row["id"]) is not None:
        raise it.rules["final_accounts"].refusal()


async def instalment(desk: Desk, grant_id: UUID, instalment_id: UUID) -> Tagged[InstalmentOut]:
    """An instalment."""
    return tagged(InstalmentOut, "grant_instalment", await part(desk, "grant_instalment", grant_id, instalment_id))


async def instalments(desk: Desk, grant_id: UUID, query: InstalmentList) -> Page[InstalmentOut]:
    """The grant's instalments."""
    return await page_of_grant(desk, "grant_instalment", grant_id, query, _instalment)


def _instalment(row: Mapping[Any, Any]) -> InstalmentOut:
    return InstalmentOut.model_validate(dict(row))


async def _matched(desk: Desk, grant_id: UUID, instalment_id: UUID) -> tuple[Held, Mapping[str, Any]]:
    it = await held(desk, grant_id)
    row = await part(desk, "grant_instalment", grant_id, instalment_id, lock=True)
    desk.require_match(row_etag("grant_instalment", row))
    return it, row


async def replan(desk: Desk, grant_id: UUID, instalment_id: UUID, changes: InstalmentPatch) -> Tagged[InstalmentOut]:
    """Change what is planned."""
    it, row = await _matched(desk, grant_id, instalment_id)
    status = InstalmentStatus(row["status"])
    if status is not InstalmentStatus.PLANNED:
        raise ForbiddenTransition(state=status, allowed=sorted(INSTALMENT_TRANSITIONS[status]))
    await _require_running(desk, it)
    with as_rules(lambda _rule, _id: it.rules["instalments"].refusal("/amount_oere")):
        changed = await desk.update("grant_instalment", row, changes.model_dump(exclude_unset=True))
    return tagged(InstalmentOut, "grant_instalment", changed)


async def pay(desk: Desk, grant_id: UUID, instalment_id: UUID, given: PaymentIn) -> Tagged[InstalmentOut]:
    """Planned -> paid.

    Raises:
        InvalidContent: on a day before the grant.
    """
    it, row = await _matched(desk, grant_id, instalment_id)
    require_transition(INSTALMENT_TRANSITIONS, InstalmentStatus(row["status"]), InstalmentStatus.PAID)
    await _require_running(desk, it)
    _require_from(it.row["granted_on"], given.paid_on, "/paid_on")
    with as_rules(lambda _rule, _id: it.rules["instalments"].refusal()):
        changed = await desk.update(
            "grant_instalment", row, {"status": InstalmentStatus.PAID, "paid_on": given.paid_on}
        )
    return tagged(InstalmentOut, "grant_instalment", changed)


async def notify(desk: Desk, grant_id: UUID, new: NoticeIn) -> Tagged[NoticeOut]:
    """Tell the agency; the day is today's.

    Raises:
        InvalidContent: words or amount go not with the kind, or it began before the grant, or was paid back before
            anything was paid out.
        AlreadyGiven: it has begun once.
        ExpenseRule: a repayment of more than there is to pay back.
    """
    it = await held(desk, grant_id)
    require_status(desk, it, GrantStatus.GRANTED)
    if (new.kind is NoticeKind.REPAYMENT) != (new.amount_oere is not None):
        raise invalid(
            "/amount_oere", "amount_and_kind", "A repayment has an amount.", "En tilbagebetaling har et beløb."
        )
    if new.kind is NoticeKind.MATERIAL_CHANGE and new.words is None:
        raise invalid("/words", "words_required", "Say what has changed.", "Skriv, hvad der er ændret.")
    if new.amount_oere is not None:
        await desk.alone("repayments", grant_id)
        if new.amount_oere > await repayable(desk, it):
            raise it.rules["repay"].refusal("/amount_oere")
        _require_from(await paid_since(desk, it), new.occurred_on, "/occurred_on")
    if new.kind is NoticeKind.START:
        _require_from(it.row["granted_on"], new.occurred_on, "/occurred_on")
    row = {**fresh(), **it.keys, **new.model_dump(), "notified_on": today()}
    try:
        await desk.insert("grant_notice", row)
    except asyncpg.UniqueViolationError as error:
        raise AlreadyGiven from error
    desk.event.record_id = row["id"]
    return tagged(NoticeOut, "grant_notice", row)


def _require_from(since: date | None, day: date, pointer: str) -> None:
    """Refuse a day before that from which such a thing can happen.

    Raises:
        InvalidContent: `too_early`.
    """
    if since is not None and day < since:
        raise invalid(
            pointer,
            "too_early",
            f"The day is before {since}, when it could happen first.",
            f"Dagen ligger før {since}, hvor det tidligst kunne ske.",
        )


async def notice(desk: Desk, grant_id: UUID, notice_id: UUID) -> Tagged[NoticeOut]:
    """A notice."""
    return tagged(NoticeOut, "grant_notice", await part(desk, "grant_notice", grant_id, notice_id))


async def notices(desk: Desk, grant_id: UUID, query: NoticeList) -> Page[NoticeOut]:
    """What was told."""
    return await page_of_grant(desk, "grant_notice", grant_id, query, _notice)


def _notice(row: Mapping[Any, Any]) -> NoticeOut:
    return NoticeOut.model_validate(dict(row))
