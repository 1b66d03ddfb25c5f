"""The budget of an application, and its changes: a proposal comes into force by the agency's approval (§ 17)."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.common.errors import NotFound
from app.database.columns import fresh, utc_now
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, require_transition, row_etag
from app.grants import budgets
from app.grants.budget_views import AmendmentIn, BudgetDecisionIn, BudgetIn, BudgetList, BudgetOut, CarryOverIn
from app.grants.errors import ProposalPending
from app.grants.finals import require_unsettled, settling
from app.grants.lists import page_of_grant
from app.grants.reading import BUDGETS, Held, budget_in, decides, held, part, require_status
from app.grants.rules import refusal
from app.grants.spending import budgeted, spent
from app.grants.states import PROPOSAL_TRANSITIONS, BudgetKind, BudgetStatus, GrantStatus

_ORDER = (BudgetStatus.IN_FORCE, BudgetStatus.PROPOSED, BudgetStatus.DRAFT)
_OPTIONAL = ("reason", "from_year", "to_year", "moved_oere", "year_oere", "submitted_at", "decided_at", "decision_note")


def _view(row: Mapping[Any, Any]) -> BudgetOut:
    return BudgetOut.model_validate({**row, "total_oere": budgets.total(row["budget_lines"])})


def _tagged(row: Mapping[Any, Any]) -> Tagged[BudgetOut]:
    return Tagged(_view(row), row_etag("grant_budget", row))


async def current(desk: Desk, grant_id: UUID) -> Tagged[BudgetOut]:
    """The budget in force; before there is one, what is proposed or drafted. Its ETag is the grant's."""
    it = await held(desk, grant_id)
    for status in _ORDER:
        if row := await budget_in(desk, grant_id, status):
            return Tagged(_view(row), it.etag)
    raise NotFound


async def put(desk: Desk, grant_id: UUID, given: BudgetIn) -> Tagged[BudgetOut]:
    """Write the draft's budget."""
    it = await held(desk, grant_id, match=True)
    require_status(desk, it, GrantStatus.DRAFT)
    lines = given.model_dump()["budget_lines"]
    row = await budget_in(desk, grant_id, BudgetStatus.DRAFT)
    if row is None:
        written: Mapping[Any, Any] = await _insert(desk, it, BudgetKind.APPLICATION, BudgetStatus.DRAFT, lines)
    else:
        written = await desk.update("grant_budget", row, {"budget_lines": lines})
    after = Held(await desk.update("grant", it.row, {}), it.project)
    return Tagged(_view(written), after.etag)


async def _insert(
    desk: Desk, it: Held, kind: BudgetKind, status: BudgetStatus, lines: list[dict[str, Any]], **more: Any
) -> dict[str, Any]:
    found = await desk.row(
        select(func.coalesce(func.max(BUDGETS.c.budget_version), 0).label("last")).where(
            BUDGETS.c.grant_id == it.row["id"], desk.readable("grant_budget")
        )
    )
    number = (found["last"] if found is not None else 0) + 1
    about = {"budget_version": number, "kind": kind, "status": status, "budget_lines": lines}
    row = {**fresh(), **dict.fromkeys(_OPTIONAL), **it.keys, **about, **more}
    await desk.insert("grant_budget", row)
    desk.event.record_id = row["id"]
    return row


async def _changeable(desk: Desk, grant_id: UUID) -> Held:
    """A grant whose budget may be changed, held against other changes.

    Raises:
        ProposalPending: another proposal waits.
        ExpenseRule: the final accounts are handed in.
    """
    it = await settling(desk, grant_id)
    require_status(desk, it, GrantStatus.GRANTED)
    await require_unsettled(desk, it)
    if await budget_in(desk, grant_id, BudgetStatus.PROPOSED) is not None:
        raise ProposalPending
    return it


async def propose(desk: Desk, grant_id: UUID, given: AmendmentIn) -> Tagged[BudgetOut]:
    """Propose a whole new budget; the one in force stays until the agency approves.

    Raises:
        ExpenseRule: it breaks a rule, or does not agree with the grant.
    """
    it = await _changeable(desk, grant_id)
    lines = given.model_dump()["budget_lines"]
    broken = list(budgets.faults(it.rules, lines, it.range))
    if budgets.total(lines) != it.row["granted_oere"]:
        broken.append((it.rules["budget_agrees"], "/budget_lines"))
    if broken:
        raise refusal(broken)
    await _require_left(desk, it, lines, BudgetKind.BUDGET_CHANGE, "/budget_lines")
    more = {"reason": given.reason, "submitted_at": utc_now()}
    return _tagged(await _insert(desk, it, BudgetKind.BUDGET_CHANGE, BudgetStatus.PROPOSED, lines, **more))


async def carry_over(desk: Desk, grant_id: UUID, given: CarryOverIn) -> Tagged[BudgetOut]:
    """Move unused grant to a later year: in force at once below the limits of § 18, else a proposal.

    Raises:
        ExpenseRule: there is not so much left, or the year is no later one of the grant's.
    """
    it = await _changeable(desk, grant_id)
    now = await budget_in(desk, grant_id, BudgetStatus.IN_FORCE)
    if now is None:
        raise it.rules["amendment"].refusal()
    moved = given.model_dump()["carried"]
    lines = await _carried(desk, it, now, given, moved)
    if broken := list(budgets.faults(it.rules, lines, it.range)):
        raise refusal(broken)
    before = await _moved_before(desk, grant_id, given.from_year)
    year_oere = budgets.of_year(now["budget_lines"], given.from_year) + before
    moved_oere = before + budgets.total(moved)
    proposed = budgets.needs_approval(it.rules, moved_oere, year_oere)
    if not proposed:
        await desk.update("grant_budget", now, {"status": BudgetStatus.SUPERSEDED})
    more = {
        **given.model_dump(include={"reason", "from_year", "to_year"}),
        "moved_oere": moved_oere,
        "year_oere": year_oere,
        "submitted_at": utc_now(),
    }
    status = BudgetStatus.PROPOSED if proposed else BudgetStatus.IN_FORCE
    return _tagged(await _insert(desk, it, BudgetKind.CARRY_OVER, status, lines, **more))


async def _carried(
    desk: Desk, it: Held, now: Mapping[Any, Any], given: CarryOverIn, moved: list[dict[str, Any]]
) -> list[dict[str, Any]]:
    """The lines as they would be.

    Raises:
        ExpenseRule: `carry_over_available`.
    """
    refused = it.rules["carry_over_available"]
    if given.to_year <= given.from_year or given.to_year not in it.range:
        raise refused.refusal("/to_year")
    lines = budgets.carried(now["budget_lines"], moved, given.from_year, given.to_year)
    if lines is None:
        raise refused.refusal("/carried")
    await _require_left(desk, it, lines, BudgetKind.CARRY_OVER, "/carried")
    return lines


async def _require_left(desk: Desk, it: Held, lines: list[dict[str, Any]], kind: BudgetKind, pointer: str = "") -> None:
    """Refuse to take from a line what is spent of it; to the agency that is what stands in accounts it was handed.

    Raises:
        ExpenseRule: `carry_over_available`, or for another change `amendment_left`.
    """
    before, after, used = await budgeted(desk, it), budgets.by_year_and_category(lines), await spent(desk, it)
    if any(after.get(line, 0) < min(amount, used.get(line, 0)) for line, amount in before.items()):
        raise it.rules["carry_over_available" if kind is BudgetKind.CARRY_OVER else "amendment_left"].refusal(pointer)


async def _moved_before(desk: Desk, grant_id: UUID, from_year: int) -> int:
    """What left the year before, in øre: limits are not passed by many small steps."""
    found = await desk.row(
        select(func.coalesce(func.max(BUDGETS.c.moved_oere), 0).label("moved")).where(
            BUDGETS.c.grant_id == grant_id,
            BUDGETS.c.from_year == from_year,
            BUDGETS.c.status.in_([BudgetStatus.IN_FORCE, BudgetStatus.SUPERSEDED]),
            desk.readable("grant_budget"),
        )
    )
    return int(found["moved"]) if found is not None else 0


async def get(desk: Desk, grant_id: UUID, amendment_id: UUID) -> Tagged[BudgetOut]:
    """A version."""
    return _tagged(await part(desk, "grant_budget", grant_id, amendment_id))


async def page(desk: Desk, grant_id: UUID, query: BudgetList) -> Page[BudgetOut]:
    """All versions, the newest first; old ones stay."""
    return await page_of_grant(desk, "grant_budget", grant_id, query, _view)


async def settle(
    desk: Desk, grant_id: UUID, amendment_id: UUID, to: BudgetStatus, given: BudgetDecisionIn | None = None
) -> Tagged[BudgetOut]:
    """Approve or reject (the agency), or withdraw (the grantee) a proposal.

    Raises:
        ExpenseRule: it would come into force after the final accounts, or take what was spent meanwhile.
    """
    it = await settling(desk, grant_id)
    row = await part(desk, "grant_budget", grant_id, amendment_id, lock=True)
    desk.require_match(row_etag("grant_budget", row))
    require_status(desk, it, GrantStatus.GRANTED)
    require_transition(PROPOSAL_TRANSITIONS[decides(desk)], BudgetStatus(row["status"]), to)
    if to is BudgetStatus.IN_FORCE:
        await require_unsettled(desk, it)
        await _require_left(desk, it, row["budget_lines"], BudgetKind(row["kind"]))
        if (now := await budget_in(desk, grant_id, BudgetStatus.IN_FORCE)) is not None:
            await desk.update("grant_budget", now, {"status": BudgetStatus.SUPERSEDED})
    changes: dict[str, Any] = {"status": to}
    if given is not None:
        changes |= {"decided_at": utc_now(), "decision_note": given.note}
    return _tagged(await desk.update("grant_budget", row, changes))
