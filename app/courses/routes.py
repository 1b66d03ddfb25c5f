"""Courses over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.courses import service
from app.courses.states import CourseStatus
from app.courses.views import (
    CourseCompletion,
    CourseEnd,
    CourseIn,
    CourseList,
    CourseNotStarted,
    CourseOut,
    CoursePatch,
    CourseStart,
)
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/courses", tags=["Courses"])


@router.post("", status_code=201, operation_id="createCourse")
async def create(new: CourseIn, response: Response, desk: Annotated[Desk, needs("course", CREATE)]) -> CourseOut:
    """Set up a course (forløb) for one's own citizen or for one whose referral was accepted.

    Needs an active consent that names the organisation with the scope `contact` (409 `consent-not-active`). In
    the municipal programme the municipality itself runs the courses. A worker who may not have the course is
    refused with 409 `cannot-be-assigned`, which says no more on purpose.
    """
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/courses/{created.view.id}")


@router.get("", operation_id="listCourses")
async def page(
    query: Annotated[CourseList, Query()], desk: Annotated[Desk, needs("course", READ, action="list")]
) -> Page[CourseOut]:
    """One's own courses and, for a municipality with an accepted bridging (brobygning), those passed on to it."""
    return await service.page(desk, query)


@router.get("/{course_id}", operation_id="getCourse")
async def get(course_id: UUID, response: Response, desk: Annotated[Desk, needs("course", READ)]) -> CourseOut:
    """A course; sessions and notes are records of their own and stay with the controller."""
    return answer(response, await service.get(desk, course_id))


@router.patch("/{course_id}", operation_id="patchCourse")
async def patch(
    course_id: UUID, changes: CoursePatch, response: Response, desk: Annotated[Desk, needs("course", UPDATE)]
) -> CourseOut:
    """Correct the form, the journey's start and end (borgerforløbets start og slutning), or the worker.

    The journey is kept apart from the course and may be ended before or after it. The form stays once the course
    has ended (409). Only a coordinator, or a worker for themselves, moves the charge (409 `cannot-be-assigned`).
    """
    return answer(response, await service.patch(desk, course_id, changes))


@router.post("/{course_id}/clarify", operation_id="clarifyCourse")
async def clarify(
    course_id: UUID, response: Response, desk: Annotated[Desk, needs("course", UPDATE, action="clarify")]
) -> CourseOut:
    """Begin the clarification (afklaring): created -> clarification.

    As a partner of the project only (409 `no-longer-partner`).
    """
    return answer(response, await service.clarify(desk, course_id))


@router.post("/{course_id}/start", operation_id="startCourse")
async def start(
    course_id: UUID,
    beginning: CourseStart,
    response: Response,
    desk: Annotated[Desk, needs("course", UPDATE, action="start")],
) -> CourseOut:
    """Start the course: clarification -> ongoing, or from created in one step.

    Not before the day of the consent (422), and only while it is active (409 `consent-not-active`), by a partner
    of the project (409 `no-longer-partner`). A referral that the course rests on gets the outcome `course_started`,
    which its sender reads only if the citizen consented to feedback.
    """
    return answer(response, await service.start(desk, course_id, beginning.started_on))


@router.post("/{course_id}/not-start", operation_id="notStartCourse")
async def not_start(
    course_id: UUID,
    closing: CourseNotStarted,
    response: Response,
    desk: Annotated[Desk, needs("course", UPDATE, action="not_start")],
) -> CourseOut:
    """Nothing comes of the course: created -> not_started."""
    return answer(response, await service.not_start(desk, course_id, closing.closing_reason))


@router.post("/{course_id}/pause", operation_id="pauseCourse")
async def pause(
    course_id: UUID, response: Response, desk: Annotated[Desk, needs("course", UPDATE, action="pause")]
) -> CourseOut:
    """Let the course rest: ongoing -> paused."""
    return answer(response, await service.pause(desk, course_id))


@router.post("/{course_id}/resume", operation_id="resumeCourse")
async def resume(
    course_id: UUID, response: Response, desk: Annotated[Desk, needs("course", UPDATE, action="resume")]
) -> CourseOut:
    """Take the course up again: paused -> ongoing, while the consent is active."""
    return answer(response, await service.resume(desk, course_id))


@router.post("/{course_id}/complete", operation_id="completeCourse")
async def complete(
    course_id: UUID,
    closing: CourseCompletion,
    response: Response,
    desk: Annotated[Desk, needs("course", UPDATE, action="complete")],
) -> CourseOut:
    """End the course as planned: ongoing or paused -> completed."""
    return answer(
        response,
        await service.end(desk, course_id, CourseStatus.COMPLETED, closing.ended_on, closing.closing_reason),
    )


@router.post("/{course_id}/interrupt", operation_id="interruptCourse")
async def interrupt(
    course_id: UUID,
    closing: CourseEnd,
    response: Response,
    desk: Annotated[Desk, needs("course", UPDATE, action="interrupt")],
) -> CourseOut:
    """Break the course off: clarification, ongoing or paused -> interrupted."""
    return answer(
        response,
        await service.end(desk, course_id, CourseStatus.INTERRUPTED, closing.ended_on, closing.closing_reason),
    )


@router.post("/{course_id}/refer-on", operation_id="referCourseOn")
async def refer_on(
    course_id: UUID,
    closing: CourseEnd,
    response: Response,
    desk: Annotated[Desk, needs("course", UPDATE, action="refer_on")],
) -> CourseOut:
    """End the course because others take over: clarification, ongoing or paused -> referred_on."""
    return answer(
        response,
        await service.end(desk, course_id, CourseStatus.REFERRED_ON, closing.ended_on, closing.closing_reason),
    )
