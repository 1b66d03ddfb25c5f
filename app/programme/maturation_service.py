"""Maturation (R30): criteria at each gate in versions, and a project's way through the gates."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.common.errors import ForbiddenTransition, InvalidContent
from app.common.problem import FieldError
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import UNKNOWN_REFERENCE, Desk
from app.gate.paging import Page, keyset
from app.gate.resources import Tagged, filters, matched, page_of, require_transition, row_etag, tagged
from app.programme.errors import rule, superseded
from app.programme.maturation_views import (
    GATES,
    AssessmentIn,
    AssessmentList,
    AssessmentOut,
    AssessmentPatch,
    CriteriaRevision,
    MaturationCriteriaIn,
    MaturationCriteriaList,
    MaturationCriteriaOut,
    PassIn,
)
from app.programme.plan_service import require_municipal
from app.programme.shipped import maturation_gates
from app.programme.states import GATE_TRANSITIONS, CriterionRating, GateStatus, MaturationPhase
from app.programme.tables import MaturationAssessment, MaturationCriteria

CRITERIA = table_of(MaturationCriteria.__tablename__)
ASSESSMENTS = table_of(MaturationAssessment.__tablename__)
_PHASES = [*MaturationPhase]


async def _current(desk: Desk, project_id: UUID) -> Mapping[Any, Any] | None:
    return await desk.row(
        select(CRITERIA).where(
            CRITERIA.c.project_id == project_id,
            CRITERIA.c.superseded_at.is_(None),
            desk.readable("maturation_criteria"),
        )
    )


async def define(desk: Desk, new: MaturationCriteriaIn) -> Tagged[MaturationCriteriaOut]:
    """The first version of a project's criteria."""
    await require_municipal(desk, new.project_id)
    await desk.alone("maturation_criteria", new.project_id)
    if await _current(desk, new.project_id) is not None:
        raise rule(
            "one_set_per_project",
            "The project has criteria: revise them.",
            "Projektet har kriterier: revidér dem.",
            "/project_id",
        )
    given = new.model_dump(mode="json")["gates"]
    return await _write(desk, new.project_id, given or maturation_gates(), criteria_version=1)


async def _write(
    desk: Desk, project_id: UUID, gates: list[dict[str, Any]], **members: Any
) -> Tagged[MaturationCriteriaOut]:
    ordered = sorted(gates, key=lambda each: _PHASES.index(each["gate"]))
    row = {
        **fresh(),
        "project_id": project_id,
        "organisation_id": desk.organisation_id,
        "gates": ordered,
        "reason": None,
        "supersedes_id": None,
        "superseded_at": None,
        **members,
    }
    await desk.insert("maturation_criteria", row, refers="/project_id")
    desk.did("create", row["id"])
    return tagged(MaturationCriteriaOut, "maturation_criteria", row)


async def revise(desk: Desk, criteria_id: UUID, revision: CriteriaRevision) -> Tagged[MaturationCriteriaOut]:
    """A new version; assessments begun before keep theirs."""
    former = await matched(desk, "maturation_criteria", criteria_id)
    if former["superseded_at"] is not None:
        raise superseded()
    await desk.update("maturation_criteria", former, {"superseded_at": utc_now()})
    return await _write(
        desk,
        former["project_id"],
        revision.model_dump(mode="json")["gates"],
        criteria_version=former["criteria_version"] + 1,
        reason=revision.reason,
        supersedes_id=criteria_id,
    )


async def get_criteria(desk: Desk, criteria_id: UUID) -> Tagged[MaturationCriteriaOut]:
    """One version."""
    found = await desk.find("maturation_criteria", criteria_id)
    return tagged(MaturationCriteriaOut, "maturation_criteria", found)


async def criteria_page(desk: Desk, query: MaturationCriteriaList) -> Page[MaturationCriteriaOut]:
    """Versions, newest first."""
    return await page_of(desk, "maturation_criteria", query, MaturationCriteriaOut)


# --- assessments ------------------------------------------------------------------------------------------


async def _codes(desk: Desk, rows: list[Mapping[Any, Any]]) -> dict[UUID, dict[str, list[str]]]:
    """The criteria's codes by version and gate, of all the assessments at once."""
    ids = {row["criteria_id"] for row in rows}
    found = await desk.rows(select(CRITERIA).where(CRITERIA.c.id.in_(ids), desk.readable("maturation_criteria")))
    return {
        each["id"]: {gate["gate"]: [one["code"] for one in gate["criteria"]] for gate in each["gates"]}
        for each in found
    }


def _view(row: Mapping[Any, Any], codes: Mapping[UUID, Mapping[str, list[str]]]) -> AssessmentOut:
    rated = {each["criterion"] for each in row["ratings"]}
    asked = codes[row["criteria_id"]][row["gate"]]
    return AssessmentOut.model_validate(
        {
            **row,
            "leads_to": _PHASES[_PHASES.index(row["gate"]) + 1],
            "missing": [each for each in asked if each not in rated],
        }
    )


async def _out(desk: Desk, row: Mapping[Any, Any]) -> Tagged[AssessmentOut]:
    desk.event.record_id = row["id"]
    return Tagged(_view(row, await _codes(desk, [row])), row_etag("maturation_assessment", row))


async def begin(desk: Desk, new: AssessmentIn) -> Tagged[AssessmentOut]:
    """Begin the assessment at a gate, once the gates before it are passed."""
    await require_municipal(desk, new.project_id)
    await desk.alone("maturation_assessment", new.project_id)
    criteria = await _current(desk, new.project_id)
    if criteria is None:
        raise rule("criteria_required", "The project has no criteria yet.", "Projektet har ingen kriterier endnu.")
    rows = await desk.rows(
        select(ASSESSMENTS).where(ASSESSMENTS.c.project_id == new.project_id, desk.readable("maturation_assessment"))
    )
    if any(each["gate"] == new.gate for each in rows):
        raise rule(
            "one_assessment_per_gate",
            "The gate has its assessment: go on with that one.",
            "Porten har sin vurdering: fortsæt på den.",
            "/gate",
        )
    passed = {each["gate"] for each in rows if each["status"] == GateStatus.PASSED}
    if not {*GATES[: GATES.index(new.gate)]} <= passed:
        raise rule(
            "gates_in_order", "The gate before it is not passed.", "Den foregående port er ikke passeret.", "/gate"
        )
    row = {
        **fresh(),
        **new.model_dump(),
        "organisation_id": desk.organisation_id,
        "criteria_id": criteria["id"],
        "ratings": [],
        "reason": None,
        "status": GateStatus.OPEN,
        "passed_at": None,
    }
    await desk.insert("maturation_assessment", row, refers="/project_id")
    desk.did("create", row["id"])
    return await _out(desk, row)


async def get(desk: Desk, assessment_id: UUID) -> Tagged[AssessmentOut]:
    """How a project stands at one gate."""
    return await _out(desk, await desk.find("maturation_assessment", assessment_id))


async def page(desk: Desk, query: AssessmentList) -> Page[AssessmentOut]:
    """Assessments, newest first."""
    keys = keyset(desk, query, "maturation-assessments")
    wanted = [*keys.where(ASSESSMENTS.c.created_at, ASSESSMENTS.c.id), *filters(query, ASSESSMENTS)]
    rows = await desk.rows(
        select(ASSESSMENTS)
        .where(*wanted, desk.readable("maturation_assessment"))
        .order_by(ASSESSMENTS.c.created_at.desc(), ASSESSMENTS.c.id.desc())
        .limit(query.limit + 1)
    )
    codes = await _codes(desk, [*rows])
    return keys.page(rows, [_view(row, codes) for row in rows[: query.limit]])


async def assess(desk: Desk, assessment_id: UUID, changes: AssessmentPatch) -> Tagged[AssessmentOut]:
    """Rate criteria, with the grounds."""
    row = await matched(desk, "maturation_assessment", assessment_id)
    if row["status"] != GateStatus.OPEN:
        raise ForbiddenTransition(state=row["status"], allowed=[])
    asked = (await _codes(desk, [row]))[row["criteria_id"]][row["gate"]]
    errors = [
        FieldError(f"/ratings/{place}/criterion", UNKNOWN_REFERENCE, "No such criterion.", "Intet sådant kriterium.")
        for place, each in enumerate(changes.ratings)
        if each.criterion not in asked
    ]
    if errors:
        raise InvalidContent(errors=errors)
    known = {each["criterion"]: each for each in row["ratings"]}
    known |= {each.criterion: each.model_dump(mode="json") for each in changes.ratings}
    ratings = [known[each] for each in asked if each in known]
    return await _out(desk, await desk.update("maturation_assessment", row, {"ratings": ratings}))


async def pass_gate(desk: Desk, assessment_id: UUID, given: PassIn) -> Tagged[AssessmentOut]:
    """Pass the gate: all criteria assessed, and a reason where one is not met in full."""
    row = await matched(desk, "maturation_assessment", assessment_id)
    require_transition(GATE_TRANSITIONS, GateStatus(row["status"]), GateStatus.PASSED)
    if _view(row, await _codes(desk, [row])).missing:
        raise rule("all_criteria_assessed", "Criteria are not assessed yet.", "Der er kriterier, som ikke er vurderet.")
    if given.reason is None and any(each["rating"] != CriterionRating.MET for each in row["ratings"]):
        raise rule(
            "reason_required",
            "A criterion is not met in full: why is the gate passed?",
            "Et kriterium er ikke helt opfyldt: hvorfor passeres porten?",
            "/reason",
        )
    changes = {"status": GateStatus.PASSED, "passed_at": utc_now(), "reason": given.reason}
    return await _out(desk, await desk.update("maturation_assessment", row, changes))
