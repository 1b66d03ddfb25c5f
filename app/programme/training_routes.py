"""Training days over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.programme import training_service as service
from app.programme.training_views import HeldIn, TrainingDayIn, TrainingDayList, TrainingDayOut, TrainingDayPatch

router = GatedRouter(prefix="/v1/training-days", tags=["Meetings and training"])


@router.post("", status_code=201, operation_id="createTrainingDay")
async def create(
    new: TrainingDayIn, response: Response, desk: Annotated[Desk, needs("training_day", CREATE)]
) -> TrainingDayOut:
    """Plan a day of competence development (undervisningsdag), given by a training provider; also of the past."""
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/training-days/{created.view.id}")


@router.get("", operation_id="listTrainingDays")
async def page(
    query: Annotated[TrainingDayList, Query()], desk: Annotated[Desk, needs("training_day", READ, action="list")]
) -> Page[TrainingDayOut]:
    """The days that one gives or takes part in, newest first; for the agency, those of its projects."""
    return await service.page(desk, query)


@router.get("/{training_day_id}", operation_id="getTrainingDay")
async def get(
    training_day_id: UUID, response: Response, desk: Annotated[Desk, needs("training_day", READ)]
) -> TrainingDayOut:
    """A training day."""
    return answer(response, await service.get(desk, training_day_id))


@router.patch("/{training_day_id}", operation_id="patchTrainingDay")
async def patch(
    training_day_id: UUID,
    changes: TrainingDayPatch,
    response: Response,
    desk: Annotated[Desk, needs("training_day", UPDATE)],
) -> TrainingDayOut:
    """Change a day before it is held: the agency, or the training provider that gives it."""
    return answer(response, await service.patch(desk, training_day_id, changes))


@router.post("/{training_day_id}/hold", operation_id="holdTrainingDay")
async def hold(
    training_day_id: UUID,
    held: HeldIn,
    response: Response,
    desk: Annotated[Desk, needs("training_day", UPDATE, action="hold")],
) -> TrainingDayOut:
    """It was held: planned -> held, with how many came from whom. 409 `not_yet_begun` before the day."""
    return answer(response, await service.hold(desk, training_day_id, held))


@router.post("/{training_day_id}/cancel", operation_id="cancelTrainingDay")
async def cancel(
    training_day_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("training_day", UPDATE, action="cancel")],
) -> TrainingDayOut:
    """It will not be held: planned -> cancelled; it counts in no status of the plan."""
    return answer(response, await service.cancel(desk, training_day_id))
