"""Maturation over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.programme import maturation_service as service
from app.programme.maturation_views import (
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

criteria_router = GatedRouter(prefix="/v1/maturation-criteria", tags=["Maturation"])
router = GatedRouter(prefix="/v1/maturation-assessments", tags=["Maturation"])


@criteria_router.post("", status_code=201, operation_id="createMaturationCriteria")
async def define(
    new: MaturationCriteriaIn, response: Response, desk: Annotated[Desk, needs("maturation_criteria", CREATE)]
) -> MaturationCriteriaOut:
    """Give a project of the municipal programme its criteria at each gate: those that ship, or one's own."""
    created = await service.define(desk, new)
    return answer(response, created, location=f"/v1/maturation-criteria/{created.view.id}")


@criteria_router.get("", operation_id="listMaturationCriteria")
async def criteria_page(
    query: Annotated[MaturationCriteriaList, Query()],
    desk: Annotated[Desk, needs("maturation_criteria", READ, action="list")],
) -> Page[MaturationCriteriaOut]:
    """All versions of the criteria of one's own projects, newest first."""
    return await service.criteria_page(desk, query)


@criteria_router.get("/{criteria_id}", operation_id="getMaturationCriteria")
async def get_criteria(
    criteria_id: UUID, response: Response, desk: Annotated[Desk, needs("maturation_criteria", READ)]
) -> MaturationCriteriaOut:
    """One version of the criteria."""
    return answer(response, await service.get_criteria(desk, criteria_id))


@criteria_router.post("/{criteria_id}/revise", status_code=201, operation_id="reviseMaturationCriteria")
async def revise(
    criteria_id: UUID,
    revision: CriteriaRevision,
    response: Response,
    desk: Annotated[Desk, needs("maturation_criteria", UPDATE, action="revise")],
) -> MaturationCriteriaOut:
    """Replace the criteria by a new version; assessments begun before keep theirs."""
    created = await service.revise(desk, criteria_id, revision)
    return answer(response, created, location=f"/v1/maturation-criteria/{created.view.id}")


@router.post("", status_code=201, operation_id="createMaturationAssessment")
async def begin(
    new: AssessmentIn, response: Response, desk: Annotated[Desk, needs("maturation_assessment", CREATE)]
) -> AssessmentOut:
    """Begin to assess a project at a gate: Screening -> Modning -> Afprøvning -> Udbredelse, one after the other."""
    created = await service.begin(desk, new)
    return answer(response, created, location=f"/v1/maturation-assessments/{created.view.id}")


@router.get("", operation_id="listMaturationAssessments")
async def page(
    query: Annotated[AssessmentList, Query()],
    desk: Annotated[Desk, needs("maturation_assessment", READ, action="list")],
) -> Page[AssessmentOut]:
    """How one's projects stand at their gates, newest first."""
    return await service.page(desk, query)


@router.get("/{assessment_id}", operation_id="getMaturationAssessment")
async def get(
    assessment_id: UUID, response: Response, desk: Annotated[Desk, needs("maturation_assessment", READ)]
) -> AssessmentOut:
    """How a project stands at one gate."""
    return answer(response, await service.get(desk, assessment_id))


@router.patch("/{assessment_id}", operation_id="patchMaturationAssessment")
async def assess(
    assessment_id: UUID,
    changes: AssessmentPatch,
    response: Response,
    desk: Annotated[Desk, needs("maturation_assessment", UPDATE)],
) -> AssessmentOut:
    """Rate criteria as met, partly met or not met, each with its grounds."""
    return answer(response, await service.assess(desk, assessment_id, changes))


@router.post("/{assessment_id}/pass", operation_id="passMaturationGate")
async def pass_gate(
    assessment_id: UUID,
    given: PassIn,
    response: Response,
    desk: Annotated[Desk, needs("maturation_assessment", UPDATE, action="pass")],
) -> AssessmentOut:
    """Pass the gate. 409 `all_criteria_assessed`; `reason_required` where a criterion is not met in full."""
    return answer(response, await service.pass_gate(desk, assessment_id, given))
