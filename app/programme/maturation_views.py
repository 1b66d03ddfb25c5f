"""Criteria of maturation and their assessment as they go in and out."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Literal
from uuid import UUID

from pydantic import AfterValidator, BaseModel, Field

from app.common.lists import DuplicateItem
from app.common.text import ShortText
from app.common.views import Strict, example
from app.gate.paging import PageQuery
from app.programme.states import CriterionRating, GateStatus, MaturationPhase
from app.programme.texts import Words

Gate = Literal[MaturationPhase.SCREENING, MaturationPhase.MATURATION, MaturationPhase.TRIAL]
"""A gate is named after the phase that it leads out of; nothing lies beyond dissemination."""
GATES: tuple[Gate, ...] = (MaturationPhase.SCREENING, MaturationPhase.MATURATION, MaturationPhase.TRIAL)
MAX_CRITERIA = 30
CriterionCode = Annotated[str, Field(pattern=r"^[a-z][a-z0-9_]{1,39}$")]


def _once(keys: Sequence[object]) -> None:
    if len(set(keys)) != len(keys):
        raise DuplicateItem


class Criterion(Strict):
    """What is asked at a gate."""

    code: CriterionCode
    label_da: ShortText
    label_en: ShortText


def _criteria_once(criteria: list[Criterion]) -> list[Criterion]:
    _once([each.code for each in criteria])
    return criteria


class GateCriteria(Strict):
    """The criteria at one gate."""

    gate: Gate
    criteria: Annotated[list[Criterion], Field(min_length=1, max_length=MAX_CRITERIA), AfterValidator(_criteria_once)]


def _gates_once(gates: list[GateCriteria]) -> list[GateCriteria]:
    _once([each.gate for each in gates])
    return gates


Gates = Annotated[
    list[GateCriteria],
    Field(min_length=len(GATES), max_length=len(GATES), description="Each gate once."),
    AfterValidator(_gates_once),
]

_CRITERION = {"code": "need_described", "label_da": "Behovet er beskrevet", "label_en": "The need is described"}


class MaturationCriteriaIn(Strict):
    """The criteria of a project, as they ship."""

    model_config = example({"project_id": "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10"})

    project_id: UUID
    gates: Gates | None = Field(default=None, description="Criteria of one's own; those that ship unless given.")


class CriteriaRevision(Strict):
    """A new version of the criteria, and why."""

    model_config = example(
        {
            "reason": "Kriterierne er gjort enklere efter drøftelse med kommunerne.",
            "gates": [{"gate": gate.value, "criteria": [_CRITERION]} for gate in GATES],
        }
    )

    reason: Words
    gates: Gates


class MaturationCriteriaOut(BaseModel):
    """One version of the criteria at each gate."""

    id: UUID
    project_id: UUID
    criteria_version: int
    gates: list[GateCriteria]
    reason: str | None
    supersedes_id: UUID | None
    superseded_at: datetime | None = Field(description="Null of the version that applies.")
    created_at: datetime
    updated_at: datetime
    version: int


class MaturationCriteriaList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None


class AssessmentIn(Strict):
    """The assessment of a project at a gate."""

    model_config = example({"project_id": "5f0a4f6e-7c0b-4d2e-9d55-1f7f0a4a2b10", "gate": "screening"})

    project_id: UUID
    gate: Gate


class Rating(Strict):
    """How far one criterion is met, and on what grounds."""

    criterion: CriterionCode
    rating: CriterionRating
    grounds: Words


def _ratings_once(ratings: list[Rating]) -> list[Rating]:
    _once([each.criterion for each in ratings])
    return ratings


class AssessmentPatch(Strict):
    """Ratings of some or all criteria; those left out stay as they are."""

    model_config = example(
        {"ratings": [{"criterion": "need_described", "rating": "met", "grounds": "Beskrevet i ansøgningen."}]}
    )

    ratings: Annotated[list[Rating], Field(min_length=1, max_length=MAX_CRITERIA), AfterValidator(_ratings_once)]


class PassIn(Strict):
    """The passing of a gate."""

    model_config = example({"reason": "Monitoreringen er på plads fra næste kvartal."})

    reason: Words | None = Field(default=None, description="Needed where a criterion is not met, or only partly.")


class AssessmentOut(BaseModel):
    """How a project stands at a gate."""

    id: UUID
    project_id: UUID
    gate: MaturationPhase = Field(description="The phase that the gate leads out of.")
    leads_to: MaturationPhase
    criteria_id: UUID
    ratings: list[Rating]
    missing: list[str] = Field(description="Criteria that are not assessed yet.")
    reason: str | None
    status: GateStatus
    passed_at: datetime | None
    created_at: datetime
    updated_at: datetime
    version: int


class AssessmentList(PageQuery):
    """Filters of the list."""

    project_id: UUID | None = None
    gate: Gate | None = None
    status: GateStatus | None = None
