"""Calendar feeds over HTTP: kept by those who sign in, read by whoever has the link."""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Path, Query, Request, Response

from app.auth.link_holder import CALENDAR_READER
from app.common.conditional import not_modified
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, by_link, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.gate.service import Services
from app.programme import calendar
from app.programme import feed_service as service
from app.programme.feed_views import CalendarFeedCreated, CalendarFeedIn, CalendarFeedList, CalendarFeedOut

router = GatedRouter(prefix="/v1/calendar-feeds", tags=["Meetings and training"])
public_router = GatedRouter(prefix="/v1/calendar", tags=["Meetings and training"])

_ICS: dict[str, Any] = {
    "description": "iCalendar (RFC 5545).",
    "content": {calendar.MEDIA: {"schema": {"type": "string"}}},
}
Secret = Annotated[str, Path(alias="secret", min_length=1, max_length=200, description="The secret of the link.")]


@router.post("", status_code=201, operation_id="createCalendarFeed")
async def create(
    new: CalendarFeedIn,
    request: Request,
    response: Response,
    desk: Annotated[Desk, needs("calendar_feed", CREATE, also=("meeting",))],
) -> CalendarFeedCreated:
    """Subscribe to the meetings that one's organisation is invited to: a secret link, shown this once.

    The token must be one that reads meetings itself.
    """
    services: Services = request.app.state.services
    created = await service.create(desk, new, services.settings.issuer)
    return answer(response, created, location=f"/v1/calendar-feeds/{created.view.id}")


@router.get("", operation_id="listCalendarFeeds")
async def page(
    query: Annotated[CalendarFeedList, Query()], desk: Annotated[Desk, needs("calendar_feed", READ, action="list")]
) -> Page[CalendarFeedOut]:
    """One's own organisation's feeds, newest first."""
    return await service.page(desk, query)


@router.get("/{calendar_feed_id}", operation_id="getCalendarFeed")
async def get(
    calendar_feed_id: UUID, response: Response, desk: Annotated[Desk, needs("calendar_feed", READ)]
) -> CalendarFeedOut:
    """A feed, without its link."""
    return answer(response, await service.get(desk, calendar_feed_id))


@router.post("/{calendar_feed_id}/revoke", operation_id="revokeCalendarFeed")
async def revoke(
    calendar_feed_id: UUID, response: Response, desk: Annotated[Desk, needs("calendar_feed", UPDATE, action="revoke")]
) -> CalendarFeedOut:
    """Revoke the link; it answers 404 from now on, like one that never was."""
    return answer(response, await service.revoke(desk, calendar_feed_id))


@public_router.get("/{secret}.ics", operation_id="readCalendarFeed", response_class=Response, responses={200: _ICS})
async def read(
    _secret: Secret, request: Request, desk: Annotated[Desk, by_link("meeting", READ, CALENDAR_READER)]
) -> Response:
    """The calendar of a feed (iCalendar), for calendar programs: without a token, by the secret link alone.

    The meetings that the feed's organisation is invited to, since the beginning of the year two years back: type, time,
    place and link. A rescheduled meeting is the same event with a higher sequence, a cancelled one says so.
    """
    document = await calendar.of_organisation(desk)
    if not_modified(request.headers.get("if-none-match"), document.etag):
        return Response(status_code=304, headers={"ETag": document.etag, "Cache-Control": "private, no-cache"})
    return Response(document.body, media_type=calendar.MEDIA, headers=document.headers("calendar.ics"))
