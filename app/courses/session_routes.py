"""Sessions and notes over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.courses import notes, sessions
from app.courses.session_views import (
    NoteIn,
    NoteOut,
    SessionHold,
    SessionIn,
    SessionList,
    SessionOut,
    SessionPatch,
)
from app.courses.states import SessionStatus
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1", tags=["Sessions"])


@router.post("/courses/{course_id}/sessions", status_code=201, operation_id="createSession")
async def create(
    course_id: UUID, new: SessionIn, response: Response, desk: Annotated[Desk, needs("session", CREATE)]
) -> SessionOut:
    """Plan a session (samtale), or register one that was held.

    Only while the course is in clarification or ongoing (409 `course-not-running`). To plan one the citizen's consent
    must still stand (409 `consent-not-active`); what was held may be written down after a withdrawal.
    """
    created = await sessions.create(desk, course_id, new)
    return answer(response, created, location=f"/v1/sessions/{created.view.id}")


@router.get("/courses/{course_id}/sessions", operation_id="listSessions")
async def page(
    course_id: UUID,
    query: Annotated[SessionList, Query()],
    desk: Annotated[Desk, needs("session", READ, action="list")],
) -> Page[SessionOut]:
    """The sessions of one's own course, latest day first. A course that was only passed on has none to see (404)."""
    return await sessions.page(desk, course_id, query)


@router.get("/sessions/{session_id}", operation_id="getSession")
async def get(session_id: UUID, response: Response, desk: Annotated[Desk, needs("session", READ)]) -> SessionOut:
    """A session."""
    return answer(response, await sessions.get(desk, session_id))


@router.patch("/sessions/{session_id}", operation_id="patchSession")
async def patch(
    session_id: UUID, changes: SessionPatch, response: Response, desk: Annotated[Desk, needs("session", UPDATE)]
) -> SessionOut:
    """Move a planned session, or correct one that was held; one that was not is final (409).

    To another day it is moved while the course runs (409 `course-not-running`) and the consent stands (409
    `consent-not-active`).
    """
    return answer(response, await sessions.patch(desk, session_id, changes))


@router.post("/sessions/{session_id}/hold", operation_id="holdSession")
async def hold(
    session_id: UUID,
    held: SessionHold,
    response: Response,
    desk: Annotated[Desk, needs("session", UPDATE, action="hold")],
) -> SessionOut:
    """It took place: planned -> held. The day has come, and the course is in clarification or ongoing."""
    return answer(response, await sessions.hold(desk, session_id, held))


@router.post("/sessions/{session_id}/no-show", operation_id="sessionNoShow")
async def no_show(
    session_id: UUID, response: Response, desk: Annotated[Desk, needs("session", UPDATE, action="no_show")]
) -> SessionOut:
    """The citizen did not come (udeblivelse): planned -> no_show."""
    return answer(response, await sessions.not_held(desk, session_id, SessionStatus.NO_SHOW))


@router.post("/sessions/{session_id}/cancel", operation_id="cancelSession")
async def cancel(
    session_id: UUID, response: Response, desk: Annotated[Desk, needs("session", UPDATE, action="cancel")]
) -> SessionOut:
    """Cancel it (aflyst): planned -> cancelled."""
    return answer(response, await sessions.not_held(desk, session_id, SessionStatus.CANCELLED))


@router.get("/sessions/{session_id}/note", operation_id="getSessionNote")
async def get_note(session_id: UUID, response: Response, desk: Annotated[Desk, needs("session_note", READ)]) -> NoteOut:
    """What was said (samtalenotat), for the worker the citizen is assigned to and for the coordinator.

    404 while there is none. A case system needs the scope `session_note:read`, which it is not given (403).
    """
    return answer(response, await notes.get(desk, session_id))


@router.put(
    "/sessions/{session_id}/note",
    operation_id="putSessionNote",
    responses={201: {"model": NoteOut, "description": "The first note."}},
)
async def put_note(
    session_id: UUID, new: NoteIn, response: Response, desk: Annotated[Desk, needs("session_note", CREATE)]
) -> NoteOut:
    """Write the note: 201 the first time, 200 afterwards.

    If-Match is the session's ETag for the first note, and the note's own from then on: two workers who both
    write the first cannot overwrite each other (412).
    """
    note, first = await notes.put(desk, session_id, new.text)
    response.status_code = 201 if first else 200
    return answer(response, note, location=f"/v1/sessions/{session_id}/note" if first else None)
