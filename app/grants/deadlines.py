"""The deadlines of a grant: begin, tell of changes, pay back; computed from what was told and when."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.common.days import today
from app.common.workdays import danish_date
from app.database.columns import table_of
from app.gate.desk import Desk
from app.grants.reading import Held, held
from app.grants.rules import Rule
from app.grants.spending import budgeted, covered, spent
from app.grants.states import AccountKind, AccountStatus, DeadlineStatus, InstalmentStatus, NoticeKind
from app.grants.views import DeadlineOut, DeadlinesOut
from app.grants.years import months_later

NOTICES = table_of("grant_notice")
ACCOUNTS = table_of("grant_account")
INSTALMENTS = table_of("grant_instalment")


def status_of(due_on: date, done_on: date | None, now: date, ended_on: date | None = None) -> DeadlineStatus:
    """Met in time, due, or overdue: too late is overdue for good.

    Args:
        ended_on: when the grant ended, of a deadline that ends with it.
    """
    if done_on is not None and done_on <= due_on:
        return DeadlineStatus.MET
    if done_on is not None or (ended_on or now) > due_on:
        return DeadlineStatus.OVERDUE
    return DeadlineStatus.DUE if ended_on is None else DeadlineStatus.NO_LONGER


async def listed(desk: Desk, grant_id: UUID) -> DeadlinesOut:
    """All deadlines of a grant, by the day."""
    it = await held(desk, grant_id)
    if it.row["granted_on"] is None:
        return DeadlinesOut(items=[])
    notices = await _notices(desk, grant_id)
    found = [_start(it, notices), *_changes(it, notices), *await _repayment(desk, it, notices)]
    return DeadlinesOut(items=sorted(found, key=lambda each: (each.due_on, each.rule)))


async def start_missed(desk: Desk, it: Held) -> bool:
    """Whether the project did not begin in time: not at all, or too late."""
    return _start(it, await _notices(desk, it.row["id"])).status is DeadlineStatus.OVERDUE


async def unused(desk: Desk, it: Held) -> int | None:
    """What is left to pay back, in øre; None until the final accounts are approved."""
    if await approved_final(desk, it.row["id"]) is None:
        return None
    return await _left(desk, it) - await _repaid(desk, it)


async def repayable(desk: Desk, it: Held) -> int:
    """What can be paid back, in øre: before the final accounts all that was paid out, then what is left."""
    left = await unused(desk, it)
    return await _paid(desk, it) - await _repaid(desk, it) if left is None else left


async def _left(desk: Desk, it: Held) -> int:
    """What was paid out and not spent: only what one was given can be given back."""
    return await _paid(desk, it) - covered(await budgeted(desk, it), await spent(desk, it))


async def _paid(desk: Desk, it: Held) -> int:
    rows = await desk.rows(
        select(INSTALMENTS.c.amount_oere).where(
            INSTALMENTS.c.grant_id == it.row["id"],
            INSTALMENTS.c.status == InstalmentStatus.PAID,
            desk.readable("grant_instalment"),
        )
    )
    return sum(row["amount_oere"] for row in rows)


async def paid_since(desk: Desk, it: Held) -> date | None:
    """The day of the first payment, if there is one."""
    found = await desk.row(
        select(func.min(INSTALMENTS.c.paid_on).label("since")).where(
            INSTALMENTS.c.grant_id == it.row["id"], desk.readable("grant_instalment")
        )
    )
    return found["since"] if found is not None else None


async def _repaid(desk: Desk, it: Held) -> int:
    return sum(each["amount_oere"] for each in _of(await _notices(desk, it.row["id"]), NoticeKind.REPAYMENT))


async def _notices(desk: Desk, grant_id: UUID) -> Sequence[Mapping[Any, Any]]:
    wanted = (NOTICES.c.grant_id == grant_id, desk.readable("grant_notice"))
    return await desk.rows(select(NOTICES).where(*wanted).order_by(NOTICES.c.occurred_on, NOTICES.c.id))


def _of(notices: Sequence[Mapping[Any, Any]], kind: NoticeKind) -> list[Mapping[Any, Any]]:
    return [each for each in notices if each["kind"] == kind]


async def approved_final(desk: Desk, grant_id: UUID) -> Mapping[Any, Any] | None:
    """The final accounts, once they are approved."""
    return await desk.row(
        select(ACCOUNTS).where(
            ACCOUNTS.c.grant_id == grant_id,
            ACCOUNTS.c.kind == AccountKind.FINAL,
            ACCOUNTS.c.status == AccountStatus.APPROVED,
            desk.readable("grant_account"),
        )
    )


def _deadline(
    rule: Rule, due_on: date, done_on: date | None, subject_id: UUID | None = None, ended_on: date | None = None
) -> DeadlineOut:
    return DeadlineOut(
        rule=rule.code,
        legal_basis=rule.legal_basis,
        due_on=due_on,
        done_on=done_on,
        status=status_of(due_on, done_on, today(), ended_on),
        subject_id=subject_id,
    )


def _start(it: Held, notices: Sequence[Mapping[Any, Any]]) -> DeadlineOut:
    due_on = months_later(it.row["granted_on"], it.rules.start_within_months)
    begun = _of(notices, NoticeKind.START)
    if not begun:
        # What is to be paid back is owed after the end as well; to begin is not.
        return _deadline(it.rules["start"], due_on, None, ended_on=it.row["ended_on"])
    return _deadline(it.rules["start"], due_on, begun[0]["occurred_on"], begun[0]["id"])


def _changes(it: Held, notices: Sequence[Mapping[Any, Any]]) -> Iterator[DeadlineOut]:
    for each in _of(notices, NoticeKind.MATERIAL_CHANGE):
        due_on = each["occurred_on"] + timedelta(days=it.rules.notify_within_days)
        yield _deadline(it.rules["notify"], due_on, each["notified_on"], each["id"])


async def _repayment(desk: Desk, it: Held, notices: Sequence[Mapping[Any, Any]]) -> list[DeadlineOut]:
    account = await approved_final(desk, it.row["id"])
    if account is None:
        return []
    left = await _left(desk, it)
    if left <= 0:
        return []
    done_on = None
    for each in _of(notices, NoticeKind.REPAYMENT):
        left -= each["amount_oere"]
        done_on = each["occurred_on"] if left <= 0 and done_on is None else done_on
    due_on = danish_date(account["decided_at"]) + timedelta(days=it.rules.repay_within_days)
    return [_deadline(it.rules["repay"], due_on, done_on, account["id"])]
