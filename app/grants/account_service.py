"""Accounts: opened, audited, submitted; approved or returned by the agency."""

from collections.abc import Mapping
from datetime import date
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import select

from app.common.errors import ForbiddenTransition
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page
from app.gate.resources import Tagged, require_transition, row_etag
from app.grants.account_views import AccountDecisionIn, AccountIn, AccountList, AccountOut, AccountPatch, StatementOut
from app.grants.budgets import beyond_equipment
from app.grants.errors import AlreadyGiven, invalid
from app.grants.finals import accounts_alone, others_of, require_unsettled
from app.grants.lists import page_of_grant
from app.grants.reading import Held, decides, held, part, require_status
from app.grants.rules import Rule, refusal
from app.grants.spending import Sums, booked, budgeted, covered, spent
from app.grants.states import (
    ACCOUNT_TRANSITIONS,
    HANDED_IN_ACCOUNTS,
    OPEN_ACCOUNTS,
    AccountKind,
    AccountStatus,
    AttachmentKind,
    AuditorKind,
    GrantStatus,
)
from app.resources.eligibility import EQUIPMENT

_RANK = {kind: rank for rank, kind in enumerate(AuditorKind)}
_OPTIONAL = ("auditor", "auditor_report_id", "submitted_at", "decided_at", "decision_note")


def _view(it: Held, row: Mapping[Any, Any]) -> AccountOut:
    duty = it.rules.duty(it.row["granted_oere"])
    kept = date(row["ends_on"].year + it.rules.keep_years, 12, 31)
    return AccountOut.model_validate(
        {**row, "auditor_duty": duty.model_dump(exclude={"above_oere"}), "retained_until": kept}
    )


def _tagged(it: Held, row: Mapping[Any, Any]) -> Tagged[AccountOut]:
    return Tagged(_view(it, row), row_etag("grant_account", row))


async def create(desk: Desk, grant_id: UUID, new: AccountIn) -> Tagged[AccountOut]:
    """Open accounts.

    Raises:
        AlreadyGiven: there are such accounts.
        ExpenseRule: the final ones are handed in.
    """
    it = await held(desk, grant_id)
    require_status(desk, it, GrantStatus.GRANTED)
    await accounts_alone(desk, grant_id)
    await require_unsettled(desk, it)
    if (new.kind is AccountKind.ANNUAL) != (new.year is not None) or (new.year or it.range[0]) not in it.range:
        raise invalid(
            "/year", "year_and_kind", "Annual accounts, and no others, are of a year of the grant.",
            "Årsregnskaber, og ingen andre, er for et af tilskuddets år.",
        )  # fmt: skip
    ends_on = it.row["ends_on"] if new.year is None else min(it.years.last_day(new.year), it.row["ends_on"])
    about = {"ends_on": ends_on, "status": AccountStatus.DRAFT, "performance_audit": False}
    row = {**fresh(), **it.keys, **new.model_dump(), **dict.fromkeys(_OPTIONAL), **about}
    try:
        await desk.insert("grant_account", row)
    except asyncpg.UniqueViolationError as error:
        raise AlreadyGiven from error
    desk.event.record_id = row["id"]
    return _tagged(it, row)


async def get(desk: Desk, grant_id: UUID, account_id: UUID) -> Tagged[AccountOut]:
    """Accounts."""
    it = await held(desk, grant_id)
    return _tagged(it, await part(desk, "grant_account", grant_id, account_id))


async def page(desk: Desk, grant_id: UUID, query: AccountList) -> Page[AccountOut]:
    """The grant's accounts; for the agency those that were submitted."""
    it = await held(desk, grant_id)
    return await page_of_grant(desk, "grant_account", grant_id, query, lambda row: _view(it, row))


async def _matched(desk: Desk, grant_id: UUID, account_id: UUID) -> tuple[Held, Mapping[str, Any]]:
    it = await held(desk, grant_id)
    row = await part(desk, "grant_account", grant_id, account_id, lock=True)
    desk.require_match(row_etag("grant_account", row))
    return it, row


def require_open(row: Mapping[Any, Any]) -> None:
    """Refuse a change of accounts that were submitted.

    Raises:
        ForbiddenTransition: with what the grantee can ask for, which is nothing.
    """
    status = AccountStatus(row["status"])
    if status not in OPEN_ACCOUNTS:
        raise ForbiddenTransition(state=status, allowed=sorted(ACCOUNT_TRANSITIONS[False][status]))


async def patch(desk: Desk, grant_id: UUID, account_id: UUID, changes: AccountPatch) -> Tagged[AccountOut]:
    """Say how they were audited."""
    it, row = await _matched(desk, grant_id, account_id)
    require_open(row)
    if changes.auditor_report_id is not None:
        file = await attached(desk, grant_id, changes.auditor_report_id, "/auditor_report_id")
        if file["kind"] != AttachmentKind.AUDITOR_REPORT:
            raise unknown_reference("/auditor_report_id")
    return _tagged(it, await desk.update("grant_account", row, changes.model_dump(exclude_unset=True)))


async def attached(desk: Desk, grant_id: UUID, attachment_id: UUID, pointer: str) -> Mapping[Any, Any]:
    """A file of the grant whose content is there.

    Raises:
        InvalidContent: there is no such file for the asker.
    """
    files = table_of("grant_attachment")
    row = await desk.row(
        select(files).where(
            files.c.id == attachment_id,
            files.c.grant_id == grant_id,
            files.c.sha256.is_not(None),
            files.c.withdrawn_at.is_(None),
            desk.readable("grant_attachment"),
        )
    )
    if row is None:
        raise unknown_reference(pointer)
    return row


async def submit(desk: Desk, grant_id: UUID, account_id: UUID) -> Tagged[AccountOut]:
    """Hand them in.

    Raises:
        ExpenseRule: naming each rule that they break.
    """
    it, row = await _matched(desk, grant_id, account_id)
    require_transition(ACCOUNT_TRANSITIONS[False], AccountStatus(row["status"]), AccountStatus.SUBMITTED)
    await accounts_alone(desk, grant_id)
    await desk.alone("vouchers", account_id)
    await require_unsettled(desk, it, account_id)
    others = await others_of(desk, it, account_id)
    counting = [each["id"] for each in others if each["status"] in HANDED_IN_ACCOUNTS]
    budget, used = await budgeted(desk, it), await spent(desk, it, account_id)
    together = await spent(desk, it, account_id, *counting)
    broken = [*_of_auditor(it, row), *of_expenditures(it, budget, used, together)]
    final = row["kind"] == AccountKind.FINAL
    if covered(budget, together if final else used) < 0:
        broken.append((it.rules["expenditure_sum"], ""))
    if final and len(counting) < len(others):
        broken.append((it.rules["final_accounts"], ""))
    if broken:
        raise refusal(broken)
    changes = {"status": AccountStatus.SUBMITTED, "submitted_at": utc_now()}
    return _tagged(it, await desk.update("grant_account", row, changes))


def _of_auditor(it: Held, row: Mapping[Any, Any]) -> list[tuple[Rule, str]]:
    duty = it.rules.duty(it.row["granted_oere"])
    broken = []
    if row["auditor"] is None or _RANK[AuditorKind(row["auditor"])] < _RANK[duty.at_least]:
        broken.append((it.rules["auditor"], "/auditor"))
    elif row["auditor_report_id"] is None:
        broken.append((it.rules["auditor"], "/auditor_report_id"))
    if duty.performance_audit and not row["performance_audit"]:
        broken.append((it.rules["performance_audit"], "/performance_audit"))
    return broken


def of_expenditures(it: Held, budget: Sums, used: Sums, together: Sums) -> list[tuple[Rule, str]]:
    """What expenditures break: they stand in the budget in force, and keep the limit for equipment.

    Args:
        together: with those of the grant's other accounts that count, since the limit is of a year.
    """
    broken = []
    if any(line not in budget for line, amount in used.items() if amount):
        broken.append((it.rules["amendment"], ""))
    equipment = [together[line] for line, amount in used.items() if line[1] == EQUIPMENT and amount > 0]
    if any(beyond_equipment(it.rules.programme, amount) for amount in equipment):
        broken.append((it.rules["equipment"], ""))
    return broken


async def settle(
    desk: Desk, grant_id: UUID, account_id: UUID, to: AccountStatus, given: AccountDecisionIn
) -> Tagged[AccountOut]:
    """Approve them, or send them back to be mended.

    Raises:
        ExpenseRule: final ones are approved after all others, and until they are sent back no others are.
    """
    it, row = await _matched(desk, grant_id, account_id)
    require_transition(ACCOUNT_TRANSITIONS[decides(desk)], AccountStatus(row["status"]), to)
    await accounts_alone(desk, grant_id)
    if to is AccountStatus.RETURNED:
        await require_unsettled(desk, it, account_id)
    elif row["kind"] == AccountKind.FINAL:
        if any(each["status"] != AccountStatus.APPROVED for each in await others_of(desk, it, account_id)):
            raise it.rules["final_accounts"].refusal()
        # No instalment slips in beside it.
        await desk.alone("instalments", grant_id)
    changes = {"status": to, "decided_at": utc_now(), "decision_note": given.note}
    return _tagged(it, await desk.update("grant_account", row, changes))


async def statement(desk: Desk, grant_id: UUID, account_id: UUID) -> StatementOut:
    """The accounts against budget and booked costs; final ones over the whole grant.

    What was approved stays: approved accounts are held against the budget that was in force then.

    Raises:
        ForbiddenTransition: the agency returned them, and their vouchers are the grantee's until they come back.
    """
    it = await held(desk, grant_id)
    row = await part(desk, "grant_account", grant_id, account_id)
    if decides(desk) and row["status"] == AccountStatus.RETURNED:
        raise ForbiddenTransition(state=row["status"], allowed=[])
    annual = row["kind"] == AccountKind.ANNUAL
    at = row["decided_at"] if row["status"] == AccountStatus.APPROVED else None

    def of_time(sums: Sums) -> Sums:
        return {line: amount for line, amount in sums.items() if not annual or line[0] == row["year"]}

    budget, costs = of_time(await budgeted(desk, it, at)), of_time(await booked(desk, it))
    used = of_time(await spent(desk, it, *([account_id] if annual else [])))
    lines = sorted({*budget, *used, *costs})
    pays = covered(budget, used)
    return StatementOut.model_validate(
        {
            "items": [_line(line, budget.get(line, 0), used.get(line, 0), costs.get(line, 0)) for line in lines],
            "budget_as_of": at,
            "budget_oere": sum(budget.values()),
            "spent_oere": sum(used.values()),
            "covered_oere": pays,
            "booked_cost_oere": sum(costs.values()),
            "unused_oere": (sum(budget.values()) if annual else it.row["granted_oere"]) - pays,
        }
    )


def _line(line: tuple[int, str], budget: int, used: int, costs: int) -> dict[str, Any]:
    year, category = line
    return {
        "year": year,
        "category": category,
        "budget_oere": budget,
        "spent_oere": used,
        "covered_oere": min(budget, used),
        "booked_cost_oere": costs,
        "difference_oere": used - costs,
    }
