"""The plan's status over HTTP."""

from typing import Annotated

from fastapi import Query

from app.gate.cells import READ, needs
from app.gate.desk import Desk
from app.gate.route import GatedRouter
from app.programme import status
from app.programme.status_views import PlanStatus, StatusQuery

router = GatedRouter(prefix="/v1/programme", tags=["Meetings and training"])


@router.get("/plan-status", operation_id="getPlanStatus", openapi_extra={"x-statuses": [404]})
async def plan_status(
    query: Annotated[StatusQuery, Query()], desk: Annotated[Desk, needs("meeting_plan", READ, action="status")]
) -> PlanStatus:
    """The plan against what was held, by municipality and year; a municipality sees its own part.

    Warns, and never refuses: `r8_development_meetings` and `r8_evaluator` (two udviklingsmøder a year, the evaluator
    in one), `r9_dialogue_meetings` (two dialogmøder a year for each municipality), `r11_teaching_days` (6-8 in 2023,
    1-2 in 2024 and in 2025). `causes`: the plan itself deviates, or what was planned was not held by the year's end.
    """
    return await status.plan_status(desk, query.project_id)
