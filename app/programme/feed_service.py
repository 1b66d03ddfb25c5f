"""Calendar feeds: a secret link each, of which only the hash is kept."""

import secrets
from uuid import UUID

from app.auth.link_holder import CALENDAR_READER, hash_of
from app.common.errors import ForbiddenTransition
from app.database.columns import fresh, utc_now
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, matched, page_of, row_etag, tagged
from app.programme.feed_views import CalendarFeedCreated, CalendarFeedIn, CalendarFeedList, CalendarFeedOut

_SECRET_BYTES = 32


async def create(desk: Desk, new: CalendarFeedIn, base: str) -> Tagged[CalendarFeedCreated]:
    """A feed of one's organisation's meetings.

    Args:
        base: what the link begins with.
    """
    secret = secrets.token_urlsafe(_SECRET_BYTES)
    row = {
        **fresh(),
        "organisation_id": desk.organisation_id,
        "client_id": desk.principal.client_id,
        "staff_id": desk.principal.staff_id,
        "label": new.label,
        "secret_hash": hash_of(secret, CALENDAR_READER),
        "revoked_at": None,
    }
    await desk.insert("calendar_feed", row)
    desk.did("create", row["id"])
    view = CalendarFeedCreated.model_validate({**row, "url": f"{base}/v1/calendar/{secret}.ics"})
    desk.kept_answer = view.model_copy(update={"url": None}).model_dump_json().encode()
    return Tagged(view, row_etag("calendar_feed", row))


async def get(desk: Desk, feed_id: UUID) -> Tagged[CalendarFeedOut]:
    """A feed, without its link."""
    return tagged(CalendarFeedOut, "calendar_feed", await desk.find("calendar_feed", feed_id))


async def page(desk: Desk, query: CalendarFeedList) -> Page[CalendarFeedOut]:
    """The organisation's feeds, newest first."""
    return await page_of(desk, "calendar_feed", query, CalendarFeedOut)


async def revoke(desk: Desk, feed_id: UUID) -> Tagged[CalendarFeedOut]:
    """The link leads nowhere any more."""
    row = await matched(desk, "calendar_feed", feed_id)
    if row["revoked_at"] is not None:
        raise ForbiddenTransition(state="revoked", allowed=[])
    changed = await desk.update("calendar_feed", row, {"revoked_at": utc_now()})
    return tagged(CalendarFeedOut, "calendar_feed", changed)
