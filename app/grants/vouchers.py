"""Vouchers (bilag) of open accounts."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg

from app.common.errors import NotFound
from app.database.columns import fresh
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, row_etag, tagged
from app.grants.account_service import attached, require_open
from app.grants.account_views import VoucherIn, VoucherList, VoucherOut, VoucherPatch
from app.grants.errors import AlreadyGiven, invalid
from app.grants.finals import require_unsettled
from app.grants.lists import page_of_grant
from app.grants.reading import Held, held, part, require_status
from app.grants.rules import refusal
from app.grants.spending import budgeted
from app.grants.states import AccountKind, GrantStatus

CATEGORY = "grant_voucher"


async def _account(desk: Desk, grant_id: UUID, account_id: UUID) -> tuple[Held, Mapping[str, Any]]:
    it = await held(desk, grant_id)
    row = await part(desk, "grant_account", grant_id, account_id)
    return it, row


async def _require_sound(desk: Desk, it: Held, account: Mapping[str, Any], row: Mapping[str, Any]) -> None:
    """Refuse what the grant cannot pay.

    Raises:
        ExpenseRule: outside the accounts' time, or in no line of the budget in force (§ 17).
    """
    broken = []
    if not _within(it, account, row["day"]):
        broken.append((it.rules["expenditure_period"], "/day"))
    if (it.years.of_day(row["day"]), row["category"]) not in await budgeted(desk, it):
        broken.append((it.rules["amendment"], "/category"))
    if row["amount_oere"] == 0:
        raise invalid("/amount_oere", "zero", "An amount is not 0.", "Et beløb er ikke 0.")
    if broken:
        raise refusal(broken)


def _within(it: Held, account: Mapping[str, Any], day: date) -> bool:
    of_year = account["kind"] == AccountKind.FINAL or it.years.of_day(day) == account["year"]
    return bool(of_year and it.row["starts_on"] <= day <= it.row["ends_on"])


async def create(desk: Desk, grant_id: UUID, account_id: UUID, new: VoucherIn) -> Tagged[VoucherOut]:
    """Enter an expenditure.

    Raises:
        AlreadyGiven: another voucher of the grant that counts has its number and day.
        ExpenseRule: the grant does not pay for it, or its final accounts are handed in.
    """
    it, account = await _account(desk, grant_id, account_id)
    require_status(desk, it, GrantStatus.GRANTED)
    require_open(account)
    await require_unsettled(desk, it, account_id)
    row = {**fresh(), **it.keys, **new.model_dump(), "account_id": account_id, "cancelled": False}
    await _require_sound(desk, it, account, row)
    if new.attachment_id is not None:
        await attached(desk, grant_id, new.attachment_id, "/attachment_id")
    try:
        await desk.insert(CATEGORY, row)
    except asyncpg.UniqueViolationError as error:
        raise AlreadyGiven from error
    desk.event.record_id = row["id"]
    return tagged(VoucherOut, CATEGORY, row)


async def _voucher(
    desk: Desk, grant_id: UUID, account_id: UUID, voucher_id: UUID, *, lock: bool = False
) -> Mapping[str, Any]:
    row = await part(desk, CATEGORY, grant_id, voucher_id, lock=lock)
    if row["account_id"] != account_id:
        raise NotFound
    return row


async def get(desk: Desk, grant_id: UUID, account_id: UUID, voucher_id: UUID) -> Tagged[VoucherOut]:
    """An expenditure."""
    await _account(desk, grant_id, account_id)
    return tagged(VoucherOut, CATEGORY, await _voucher(desk, grant_id, account_id, voucher_id))


async def page(desk: Desk, grant_id: UUID, account_id: UUID, query: VoucherList) -> Page[VoucherOut]:
    """The vouchers of accounts, newest first."""
    await part(desk, "grant_account", grant_id, account_id)
    return await page_of_grant(desk, CATEGORY, grant_id, query, _view, account_id=account_id)


def _view(row: Mapping[Any, Any]) -> VoucherOut:
    return VoucherOut.model_validate(dict(row))


async def patch(
    desk: Desk, grant_id: UUID, account_id: UUID, voucher_id: UUID, changes: VoucherPatch
) -> Tagged[VoucherOut]:
    """Change or cancel a voucher of open accounts.

    Raises:
        AlreadyGiven: another voucher of the grant that counts has its number and day.
    """
    it, account = await _account(desk, grant_id, account_id)
    row = await _voucher(desk, grant_id, account_id, voucher_id, lock=True)
    desk.require_match(row_etag(CATEGORY, row))
    require_open(account)
    await require_unsettled(desk, it, account_id)
    given = changes.model_dump(exclude_unset=True)
    becoming = {**row, **given}
    if not becoming["cancelled"]:
        await _require_sound(desk, it, account, becoming)
    if given.get("attachment_id") is not None:
        await attached(desk, grant_id, given["attachment_id"], "/attachment_id")
    try:
        changed = await desk.update(CATEGORY, row, given)
    except asyncpg.UniqueViolationError as error:
        raise AlreadyGiven from error
    return tagged(VoucherOut, CATEGORY, changed)
