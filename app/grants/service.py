"""An application by its applicant: drafted, changed, submitted."""

import secrets
from collections.abc import Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page
from app.gate.resources import Tagged, page_of, row_etag
from app.grants import budgets
from app.grants.media import MediaType
from app.grants.reading import Held, budget_in, held, require_status, require_way
from app.grants.rules import Rule, refusal, rules_of
from app.grants.states import AttachmentKind, BudgetStatus, GrantStatus
from app.grants.views import GrantIn, GrantList, GrantOut, GrantPatch
from app.organisations.errors import invalid

_ALPHABET = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ"
"""Without letters and digits that are taken for one another on the telephone."""
_RECEIPT_LENGTH = 10


def _fields(row: Mapping[Any, Any]) -> dict[str, Any]:
    receipt = None
    if row["submitted_at"] is not None:
        receipt = {"receipt_number": row["receipt_number"], "received_at": row["submitted_at"]}
    return {**row, "receipt": receipt}


def shown(row: Mapping[Any, Any]) -> Tagged[GrantOut]:
    """The grant as its view shows it."""
    return Tagged(GrantOut.model_validate(_fields(row)), row_etag("grant", row))


async def create(desk: Desk, new: GrantIn) -> Tagged[GrantOut]:
    """A draft in a project that the applicant takes part in.

    Raises:
        ExpenseRule: the programme's grants are not for this kind of organisation.
    """
    project = table_of("project")
    found = await desk.row(select(project).where(project.c.id == new.project_id, desk.readable("project")))
    if found is None:
        raise unknown_reference("/project_id")
    rules = rules_of(found["programme"])
    if desk.role != rules.applicant:
        raise rules["applicant"].refusal()
    row = {
        **fresh(),
        **new.model_dump(mode="json", include={"checklist"}),
        **new.model_dump(exclude={"checklist"}),
        "organisation_id": desk.organisation_id,
        "status": GrantStatus.DRAFT,
    }
    _require_period(row, found)
    await desk.insert("grant", row, refers="/project_id")
    desk.event.record_id = row["id"]
    empty = dict.fromkeys(
        ("submitted_at", "receipt_number", "form_faults", "form_fault_note", "granted_oere", "granted_on", "ended_on")
    )
    return shown({**row, **empty})


def _require_period(row: Mapping[Any, Any], project: Mapping[Any, Any]) -> None:
    if row["ends_on"] < row["starts_on"]:
        raise invalid("/ends_on", "ends_before_start", "It ends before it begins.", "Det slutter, før det begynder.")
    if not project["starts_on"] <= row["starts_on"] <= row["ends_on"] <= project["ends_on"]:
        raise invalid(
            "/starts_on",
            "outside_project",
            "The grant's time is not within the project's.",
            "Tilskuddets periode ligger ikke inden for projektets.",
        )


async def get(desk: Desk, grant_id: UUID) -> Tagged[GrantOut]:
    """A grant."""
    row = await desk.find("grant", grant_id)
    desk.event.record_id = grant_id
    return shown(row)


async def page(desk: Desk, query: GrantList) -> Page[GrantOut]:
    """One's own applications; for the agency all that are submitted; newest first."""
    return await page_of(desk, "grant", query, GrantOut, shown=_fields)


async def patch(desk: Desk, grant_id: UUID, changes: GrantPatch) -> Tagged[GrantOut]:
    """Change a draft."""
    it = await held(desk, grant_id, match=True)
    require_status(desk, it, GrantStatus.DRAFT)
    given = changes.model_dump(exclude_unset=True, exclude={"checklist"})
    if "checklist" in changes.model_fields_set:
        given |= changes.model_dump(mode="json", include={"checklist"})
    _require_period({**it.row, **given}, it.project)
    return shown(await desk.update("grant", it.row, given))


async def submit(desk: Desk, grant_id: UUID) -> Tagged[GrantOut]:
    """Hand the application in, with its budget; the answer has the receipt.

    Raises:
        ExpenseRule: naming all that is missing, and each rule that the budget breaks.
    """
    it = await held(desk, grant_id, match=True)
    require_way(desk, it, GrantStatus.SUBMITTED)
    budget = await budget_in(desk, grant_id, BudgetStatus.DRAFT)
    if missing := [*await _of_checklist(desk, it), *_of_budget(it, budget)]:
        raise refusal(missing)
    now = utc_now()
    if budget is not None:
        await desk.update("grant_budget", budget, {"status": BudgetStatus.PROPOSED, "submitted_at": now})
    number = f"T-{now.year}-{''.join(secrets.choice(_ALPHABET) for _ in range(_RECEIPT_LENGTH))}"
    changes = {"status": GrantStatus.SUBMITTED, "submitted_at": now, "receipt_number": number}
    return shown(await desk.update("grant", it.row, changes))


async def withdraw(desk: Desk, grant_id: UUID) -> Tagged[GrantOut]:
    """Take an application back that is not decided on; its budget with it."""
    it = await held(desk, grant_id, match=True)
    require_way(desk, it, GrantStatus.WITHDRAWN)
    budget = await budget_in(desk, grant_id, BudgetStatus.PROPOSED)
    if budget is not None:
        await desk.update("grant_budget", budget, {"status": BudgetStatus.WITHDRAWN})
    return shown(await desk.update("grant", it.row, {"status": GrantStatus.WITHDRAWN}))


async def _of_checklist(desk: Desk, it: Held) -> list[tuple[Rule, str]]:
    files = await _files(desk, it.row["id"])
    answers = {each["item"]: (place, each) for place, each in enumerate(it.row["checklist"])}
    missing = []
    if not any(
        each["kind"] == AttachmentKind.APPLICATION_FORM and each["media_type"] == MediaType.PDF
        for each in files.values()
    ):
        missing.append((it.rules["application_form"], "/attachments"))
    for item in it.rules.checklist:
        place, answer = answers.get(item.item, (None, None))
        pointer = "/checklist" if place is None else f"/checklist/{place}"
        attached = [] if answer is None else answer["attachment_ids"]
        if (
            answer is None
            or not (answer["fulfilled"] and answer["words"])
            or not {*attached} <= files.keys()
            or (item.documentation and not attached)
        ):
            missing.append((it.rules[item.rule], pointer))
    return missing


async def _files(desk: Desk, grant_id: UUID) -> dict[str, Mapping[Any, Any]]:
    """The files that are there, by id as the checklist names them."""
    files = table_of("grant_attachment")
    rows = await desk.rows(
        select(files.c.id, files.c.kind, files.c.media_type).where(
            files.c.grant_id == grant_id,
            files.c.sha256.is_not(None),
            files.c.withdrawn_at.is_(None),
            desk.readable("grant_attachment"),
        )
    )
    return {str(each["id"]): each for each in rows}


def _of_budget(it: Held, budget: Mapping[Any, Any] | None) -> list[tuple[Rule, str]]:
    if budget is None:
        return [(it.rules["budget_required"], "/budget")]
    lines: Sequence[budgets.Line] = budget["budget_lines"]
    found = list(budgets.faults(it.rules, lines, it.range))
    if budgets.total(lines) != it.row["amount_oere"]:
        found.append((it.rules["budget_agrees"], "/amount_oere"))
    return found
