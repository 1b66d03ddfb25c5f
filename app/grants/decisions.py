"""What the agency does with an application: rejects it on its form, assesses and decides; and how a grant ends."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.common.days import today
from app.common.errors import NotFound
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk
from app.gate.resources import Tagged
from app.grants.deadlines import start_missed, unused
from app.grants.errors import NotEnded
from app.grants.finals import settling
from app.grants.reading import Held, budget_in, held, require_status, require_way
from app.grants.rules import Rule, refusal
from app.grants.service import shown
from app.grants.states import BudgetStatus, DecisionOutcome, GrantStatus
from app.grants.views import AssessmentIn, DecisionIn, DecisionOut, FormRejectionIn, GrantOut
from app.organisations.errors import invalid

DECISIONS = table_of("grant_decision")


async def _decision(desk: Desk, grant_id: UUID) -> Mapping[Any, Any] | None:
    return await desk.row(select(DECISIONS).where(DECISIONS.c.grant_id == grant_id, desk.readable("grant_decision")))


async def get(desk: Desk, grant_id: UUID) -> Tagged[DecisionOut]:
    """Assessment and decision; to the applicant once it is made. Its ETag is the grant's."""
    it = await held(desk, grant_id)
    row = await _decision(desk, grant_id)
    if row is None:
        raise NotFound
    return Tagged(DecisionOut.model_validate(dict(row)), it.etag)


async def assess(desk: Desk, grant_id: UUID) -> Tagged[GrantOut]:
    """Take it up: submitted -> under_assessment."""
    it = await held(desk, grant_id, match=True)
    require_way(desk, it, GrantStatus.UNDER_ASSESSMENT)
    return shown(await desk.update("grant", it.row, {"status": GrantStatus.UNDER_ASSESSMENT}))


async def reject_on_form(desk: Desk, grant_id: UUID, given: FormRejectionIn) -> Tagged[GrantOut]:
    """Reject it without an assessment."""
    it = await held(desk, grant_id, match=True)
    require_way(desk, it, GrantStatus.REJECTED_ON_FORM)
    await _settle_budget(desk, it, BudgetStatus.REJECTED)
    changes = {
        "status": GrantStatus.REJECTED_ON_FORM,
        "form_faults": [*given.form_faults],
        "form_fault_note": given.note,
    }
    return shown(await desk.update("grant", it.row, changes))


async def write_assessment(desk: Desk, grant_id: UUID, given: AssessmentIn) -> Tagged[DecisionOut]:
    """Write the criteria with their grounds.

    Raises:
        InvalidContent: a criterion that the programme does not have, or twice.
    """
    it = await held(desk, grant_id, match=True)
    require_status(desk, it, GrantStatus.UNDER_ASSESSMENT)
    _require_known(it, given)
    criteria = given.model_dump(mode="json")["criteria"]
    row = await _decision(desk, grant_id)
    if row is None:
        empty = dict.fromkeys(("outcome", "granted_oere", "conditions", "grounds", "decided_at"))
        written = {**fresh(), **it.keys, "criteria": criteria, **empty}
        await desk.insert("grant_decision", written)
    else:
        written = await desk.update("grant_decision", row, {"criteria": criteria})
    after = Held(await desk.update("grant", it.row, {}), it.project)
    return Tagged(DecisionOut.model_validate(written), after.etag)


def _require_known(it: Held, given: AssessmentIn) -> None:
    known = {each.item for each in it.rules.checklist}
    seen: set[str] = set()
    for place, each in enumerate(given.criteria):
        if each.item not in known or each.item in seen:
            raise invalid(
                f"/criteria/{place}/item",
                "not_a_choice",
                "There is no such criterion, or it stands twice.",
                "Der er intet sådant kriterium, eller det står to gange.",
            )
        seen.add(each.item)


async def decide(desk: Desk, grant_id: UUID, given: DecisionIn) -> Tagged[GrantOut]:
    """Grant or refuse. Granted in full, the application's budget comes into force.

    Raises:
        InvalidContent: a criterion is not assessed, or an amount goes not with the outcome.
        ExpenseRule: a criterion is assessed as not met, or it is more than was applied for.
    """
    desk.require_scope("grant_decision", Operation.UPDATE)
    it = await settling(desk, grant_id, match=True)
    require_way(desk, it, GrantStatus(given.outcome))
    row = await _decision(desk, grant_id)
    _require_assessed(it, row)
    granted = given.outcome is DecisionOutcome.GRANTED
    if granted != (given.granted_oere is not None):
        raise invalid(
            "/granted_oere",
            "amount_and_outcome",
            "A grant has an amount, a refusal none.",
            "Et tilsagn har et beløb, et afslag intet.",
        )
    if granted and row is not None:
        _require_met(it, row)
    if given.granted_oere is not None and given.granted_oere > it.row["amount_oere"]:
        raise it.rules["granted_amount"].refusal("/granted_oere")
    if row is None:
        raise NotFound
    await desk.update("grant_decision", row, {**given.model_dump(mode="json"), "decided_at": utc_now()})
    in_full = given.granted_oere == it.row["amount_oere"]
    await _settle_budget(desk, it, BudgetStatus.IN_FORCE if in_full else BudgetStatus.REJECTED)
    changes: dict[str, Any] = {"status": GrantStatus.REFUSED}
    if granted:
        changes = {"status": GrantStatus.GRANTED, "granted_oere": given.granted_oere, "granted_on": today()}
    return shown(await desk.update("grant", it.row, changes))


def _require_assessed(it: Held, row: Mapping[Any, Any] | None) -> None:
    assessed = {each["item"] for each in row["criteria"]} if row is not None else set()
    if any(each.item not in assessed for each in it.rules.checklist):
        raise invalid(
            "", "not_assessed", "Not every criterion is assessed yet.", "Ikke alle kriterier er vurderet endnu."
        )


def _require_met(it: Held, row: Mapping[Any, Any]) -> None:
    """Refuse to grant what does not meet every criterion (§ 6).

    Raises:
        ExpenseRule: naming each that is not met.
    """
    unmet = {each["item"] for each in row["criteria"] if not each["met"]}
    if broken := [(it.rules[each.rule], "/outcome") for each in it.rules.checklist if each.item in unmet]:
        raise refusal(broken)


async def _settle_budget(desk: Desk, it: Held, status: BudgetStatus) -> None:
    budget = await budget_in(desk, it.row["id"], BudgetStatus.PROPOSED)
    if budget is not None:
        await desk.update("grant_budget", budget, {"status": status, "decided_at": utc_now()})


def _not_ended(rule: Rule) -> NotEnded:
    return NotEnded([rule.broken()], [rule.legal_basis])


async def lapse(desk: Desk, grant_id: UUID) -> Tagged[GrantOut]:
    """A grant whose project did not begin in time lapses.

    Raises:
        NotEnded: it began in time, or still may.
    """
    it = await held(desk, grant_id, match=True)
    require_way(desk, it, GrantStatus.LAPSED)
    if not await start_missed(desk, it):
        raise _not_ended(it.rules["start"])
    return shown(await desk.update("grant", it.row, {"status": GrantStatus.LAPSED, "ended_on": today()}))


async def close(desk: Desk, grant_id: UUID) -> Tagged[GrantOut]:
    """Close a grant whose final accounts are approved and whose unused part is paid back.

    Raises:
        NotEnded: naming what is missing.
    """
    it = await held(desk, grant_id, match=True)
    require_way(desk, it, GrantStatus.CLOSED)
    left = await unused(desk, it)
    if left is None:
        raise _not_ended(it.rules["final_accounts"])
    if left > 0:
        raise _not_ended(it.rules["repay"])
    return shown(await desk.update("grant", it.row, {"status": GrantStatus.CLOSED, "ended_on": today()}))
