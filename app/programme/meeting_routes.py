"""Meetings over HTTP."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.programme import calendar
from app.programme import meeting_actions as actions
from app.programme import meeting_service as service
from app.programme.meeting_views import CancelledIn, HeldIn, MeetingIn, MeetingList, MeetingOut, MeetingPatch

router = GatedRouter(prefix="/v1/meetings", tags=["Meetings and training"])

_ICS: dict[str, Any] = {
    "description": "iCalendar (RFC 5545).",
    "content": {calendar.MEDIA: {"schema": {"type": "string"}}},
}


@router.post("", status_code=201, operation_id="createMeeting")
async def create(new: MeetingIn, response: Response, desk: Annotated[Desk, needs("meeting", CREATE)]) -> MeetingOut:
    """Plan a meeting; a row of the plan gives its type, participants and place unless they are given.

    Days of competence development are not meetings but `/v1/training-days`. It may lie in the past.
    """
    created = await service.create(desk, new)
    return answer(response, created, location=f"/v1/meetings/{created.view.id}")


@router.get("", operation_id="listMeetings")
async def page(
    query: Annotated[MeetingList, Query()], desk: Annotated[Desk, needs("meeting", READ, action="list")]
) -> Page[MeetingOut]:
    """The meetings one is invited to, newest first; for the agency, those of its projects."""
    return await service.page(desk, query)


@router.get("/{meeting_id}.ics", operation_id="getMeetingCalendar", response_class=Response, responses={200: _ICS})
async def ics(
    meeting_id: UUID,
    desk: Annotated[Desk, needs("meeting", READ, action="calendar", media=(calendar.MEDIA,))],
) -> Response:
    """One meeting for a calendar (iCalendar): type, time, place and link; never agenda or minutes."""
    document = await calendar.of_meeting(desk, meeting_id)
    return Response(document.body, media_type=calendar.MEDIA, headers=document.headers("meeting.ics"))


@router.get("/{meeting_id}", operation_id="getMeeting")
async def get(meeting_id: UUID, response: Response, desk: Annotated[Desk, needs("meeting", READ)]) -> MeetingOut:
    """A meeting."""
    return answer(response, await service.get(desk, meeting_id))


@router.patch("/{meeting_id}", operation_id="patchMeeting")
async def patch(
    meeting_id: UUID, changes: MeetingPatch, response: Response, desk: Annotated[Desk, needs("meeting", UPDATE)]
) -> MeetingOut:
    """Reschedule or change a meeting before it is held.

    A municipality changes agenda, place and link of its own dialogue meeting; the rest is the agency's (403).
    """
    return answer(response, await service.patch(desk, meeting_id, changes))


@router.post("/{meeting_id}/invite", operation_id="inviteToMeeting")
async def invite(
    meeting_id: UUID, response: Response, desk: Annotated[Desk, needs("meeting", UPDATE, action="invite")]
) -> MeetingOut:
    """Send the invitation: planned -> invited. From now on those invited see the meeting."""
    return answer(response, await actions.invite(desk, meeting_id))


@router.post("/{meeting_id}/hold", operation_id="holdMeeting")
async def hold(
    meeting_id: UUID, held: HeldIn, response: Response, desk: Annotated[Desk, needs("meeting", UPDATE, action="hold")]
) -> MeetingOut:
    """It took place: invited -> held, with how many came from whom. 409 `not_yet_begun` while it lies ahead."""
    return answer(response, await actions.hold(desk, meeting_id, held))


@router.post("/{meeting_id}/cancel", operation_id="cancelMeeting")
async def cancel(
    meeting_id: UUID,
    why: CancelledIn,
    response: Response,
    desk: Annotated[Desk, needs("meeting", UPDATE, action="cancel")],
) -> MeetingOut:
    """Cancel a meeting that was not held; calendars show it as cancelled."""
    return answer(response, await actions.cancel(desk, meeting_id, why))


@router.post("/{meeting_id}/approve-minutes", operation_id="approveMinutes")
async def approve_minutes(
    meeting_id: UUID, response: Response, desk: Annotated[Desk, needs("meeting", UPDATE, action="approve_minutes")]
) -> MeetingOut:
    """Approve the minutes: held -> minutes_approved. Minutes and decisions' words never change again."""
    return answer(response, await actions.approve_minutes(desk, meeting_id))
