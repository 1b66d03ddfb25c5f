"""Questionnaire responses over HTTP, and what changed over a course."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer as answered
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.measurements import change, service
from app.measurements.states import ResponseStatus
from app.measurements.views import CourseChange, ResponseAnswers, ResponseIn, ResponseList, ResponseOut

router = GatedRouter(prefix="/v1/questionnaire-responses", tags=["Measuring"])
change_router = GatedRouter(prefix="/v1/courses", tags=["Measuring"])


@router.post("", status_code=201, operation_id="assignQuestionnaire")
async def assign(
    new: ResponseIn, response: Response, desk: Annotated[Desk, needs("questionnaire_response", CREATE)]
) -> ResponseOut:
    """Assign a questionnaire (spørgeskema) to a citizen in one's own course, for one wave (måletidspunkt).

    One for each course, instrument and wave, whatever the version (409 `already-assigned`). Only a version in use (409
    `instrument-not-active`), and where the instrument asks for it only with the citizen's active consent to
    `evaluation_questionnaire` that names the organisation (409 `evaluation-consent-missing`). The wave `follow_up`
    comes after the course's end (409 `course-not-ended`).
    """
    made = await service.assign(desk, new)
    return answered(response, made, location=f"/v1/questionnaire-responses/{made.view.id}")


@router.get("", operation_id="listQuestionnaireResponses")
async def page(
    query: Annotated[ResponseList, Query()],
    desk: Annotated[Desk, needs("questionnaire_response", READ, action="list")],
) -> Page[ResponseOut]:
    """One's own questionnaires, newest first; answers and score where the instrument shows them to the caller."""
    return await service.page(desk, query)


@router.get("/{response_id}", operation_id="getQuestionnaireResponse")
async def get(
    response_id: UUID, response: Response, desk: Annotated[Desk, needs("questionnaire_response", READ)]
) -> ResponseOut:
    """A questionnaire; answers and score where the instrument shows them to the caller."""
    return answered(response, await service.get(desk, response_id))


@router.post("/{response_id}/hand-out", operation_id="handOutQuestionnaire")
async def hand_out(
    response_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("questionnaire_response", UPDATE, action="hand_out")],
) -> ResponseOut:
    """The citizen got the questionnaire: assigned -> handed_out. The consent must still be active."""
    return answered(response, await service.hand_out(desk, response_id))


@router.post("/{response_id}/answer", operation_id="answerQuestionnaire")
async def answer(
    response_id: UUID,
    given: ResponseAnswers,
    response: Response,
    desk: Annotated[Desk, needs("questionnaire_response", UPDATE, action="answer")],
) -> ResponseOut:
    """Register the citizen's answers: handed_out -> answered. It is final.

    Each value is a whole number on the instrument's scale; `errors` points at each one that isn't, and names each
    required item that is missing. The server computes score and band.
    """
    return answered(response, await service.answer(desk, response_id, given))


@router.post("/{response_id}/decline", operation_id="declineQuestionnaire")
async def decline(
    response_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("questionnaire_response", UPDATE, action="decline")],
) -> ResponseOut:
    """The citizen does not want to answer (frasagt): assigned or handed_out -> declined. Help goes on as before."""
    return answered(response, await service.close(desk, response_id, ResponseStatus.DECLINED))


@router.post("/{response_id}/not-answered", operation_id="questionnaireNotAnswered")
async def not_answered(
    response_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("questionnaire_response", UPDATE, action="not_answered")],
) -> ResponseOut:
    """The answer never came: assigned or handed_out -> not_answered."""
    return answered(response, await service.close(desk, response_id, ResponseStatus.NOT_ANSWERED))


@change_router.get("/{course_id}/change", operation_id="getCourseChange")
async def course_change(
    course_id: UUID, desk: Annotated[Desk, needs("questionnaire_answers", READ, action="change")]
) -> CourseChange:
    """What changed from the start of one's own course to its end, for each instrument.

    `relevant` says whether the change is at least as large as the instrument's relevant change (WHO-5: 10 points).
    """
    return await change.change(desk, course_id)
