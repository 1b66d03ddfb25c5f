"""What was spent of a grant, by the vouchers, held against its budget."""

from collections import defaultdict
from collections.abc import Mapping
from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import BigInteger, cast, func, select

from app.database.columns import table_of
from app.gate.desk import Desk
from app.grants.budgets import by_year_and_category
from app.grants.reading import BUDGETS, Held, budget_in
from app.grants.states import BudgetStatus
from app.resources.states import ACCOUNTED

VOUCHERS = table_of("grant_voucher")
COSTS = table_of("cost")

Sums = Mapping[tuple[int, str], int]
"""Øre by year and category."""


async def spent(desk: Desk, it: Held, *account_ids: UUID) -> Sums:
    """Of these accounts, or of the whole grant; what is cancelled does not count."""
    wanted = [VOUCHERS.c.grant_id == it.row["id"], ~VOUCHERS.c.cancelled, desk.readable("grant_voucher")]
    if account_ids:
        wanted.append(VOUCHERS.c.account_id.in_(account_ids))
    return await _summed(desk, it, VOUCHERS, wanted)


async def booked(desk: Desk, it: Held) -> Sums:
    """The grantee's booked costs in the project (`/v1/costs`), on days of the grant's period."""
    wanted = [
        COSTS.c.project_id == it.row["project_id"],
        COSTS.c.organisation_id == it.row["organisation_id"],
        COSTS.c.status.in_(sorted(ACCOUNTED)),
        COSTS.c.day.between(it.row["starts_on"], it.row["ends_on"]),
        desk.readable("cost"),
    ]
    return await _summed(desk, it, COSTS, wanted)


async def _summed(desk: Desk, it: Held, table: Any, wanted: list[Any]) -> Sums:
    total = cast(func.sum(table.c.amount_oere), BigInteger).label("total")
    rows = await desk.rows(
        select(table.c.category, table.c.day, total).where(*wanted).group_by(table.c.category, table.c.day)
    )
    sums: dict[tuple[int, str], int] = defaultdict(int)
    for row in rows:
        sums[it.years.of_day(row["day"]), row["category"]] += row["total"]
    return dict(sums)


async def budgeted(desk: Desk, it: Held, at: datetime | None = None) -> Sums:
    """The budget in force, now or at a time; nothing where there is none."""
    row = await (budget_in(desk, it.row["id"], BudgetStatus.IN_FORCE) if at is None else _budget_at(desk, it, at))
    return {} if row is None else by_year_and_category(row["budget_lines"])


async def _budget_at(desk: Desk, it: Held, at: datetime) -> Mapping[Any, Any] | None:
    """Versions never change: the one in force at a time is the last that had come into force by then."""
    return await desk.row(
        select(BUDGETS)
        .where(
            BUDGETS.c.grant_id == it.row["id"],
            BUDGETS.c.status.in_([BudgetStatus.IN_FORCE, BudgetStatus.SUPERSEDED]),
            func.coalesce(BUDGETS.c.decided_at, BUDGETS.c.submitted_at) <= at,
            desk.readable("grant_budget"),
        )
        .order_by(BUDGETS.c.budget_version.desc())
        .limit(1)
    )


def covered(budget: Sums, used: Sums) -> int:
    """What the grant pays of it: of each line at most what the budget in force has (§ 17), in øre."""
    return sum(min(amount, budget.get(line, 0)) for line, amount in used.items())
