"""Meetings as iCalendar (RFC 5545): neutral, and the same event whenever it is fetched anew.

Agenda, minutes and decisions are never in it: a calendar is synchronised to telephones and to other companies' servers
(the wall, rule 8). Times are in UTC, which every calendar shows in its own zone.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from typing import Any
from uuid import UUID

from icalendar import Calendar, Event
from sqlalchemy import select

from app.common.conditional import etag_of
from app.database.columns import utc_now
from app.gate.desk import Desk
from app.programme.meeting_service import MEETINGS
from app.programme.states import MeetingStatus
from app.reference.lists import code_lists

MEDIA = "text/calendar"
_DOMAIN = "interventionsmodellen.invalid"
"""Of the events' UIDs, which only have to differ from everybody else's (RFC 7986 § 5.3); the name is nobody's."""
_STATUS = {MeetingStatus.PLANNED: "TENTATIVE", MeetingStatus.CANCELLED: "CANCELLED"}
YEARS_BACK = 2
MOST_EVENTS = 1000


@dataclass(frozen=True, slots=True)
class Document:
    """A calendar, with the ETag of what it shows."""

    body: bytes
    etag: str

    def headers(self, name: str) -> dict[str, str]:
        """For the answer; a client asks again with If-None-Match."""
        return {
            "ETag": self.etag,
            "Content-Disposition": f'attachment; filename="{name}"',
            "Cache-Control": "private, no-cache",
        }


async def of_meeting(desk: Desk, meeting_id: UUID) -> Document:
    """One meeting that the caller may see."""
    row = await desk.find("meeting", meeting_id)
    desk.event.record_id = meeting_id
    return _document([row])


async def of_organisation(desk: Desk) -> Document:
    """What the organisation is invited to, since two years before the year began, as far as `desk` may read."""
    since = utc_now().replace(
        year=utc_now().year - YEARS_BACK, month=1, day=1, hour=0, minute=0, second=0, microsecond=0
    )
    rows = await desk.rows(
        select(MEETINGS)
        .where(desk.readable("meeting"), MEETINGS.c.ends_at >= since)
        .order_by(MEETINGS.c.starts_at.desc(), MEETINGS.c.id)
        .limit(MOST_EVENTS)
    )
    return _document(rows)


def _document(rows: Sequence[Mapping[Any, Any]]) -> Document:
    calendar = Calendar()
    calendar.add("prodid", "-//Interventionsmodellen//Møder//DA")
    calendar.add("version", "2.0")
    calendar.add("calscale", "GREGORIAN")
    calendar.add("method", "PUBLISH")
    calendar.add("x-wr-calname", "Møder")
    calendar.add("x-wr-timezone", "Europe/Copenhagen")
    for row in rows:
        calendar.add_component(_event(row))
    etag = etag_of(MEDIA, *(f"{row['id']}/{row['version']}" for row in rows))
    return Document(calendar.to_ical(), etag)


def _event(row: Mapping[Any, Any]) -> Event:
    event = Event()
    event.add("uid", f"{row['id']}@{_DOMAIN}")
    event.add("sequence", row["sequence"])
    event.add("dtstamp", row["updated_at"])
    event.add("last-modified", row["updated_at"])
    event.add("created", row["created_at"])
    event.add("dtstart", row["starts_at"])
    event.add("dtend", row["ends_at"])
    event.add("summary", _labels()[row["meeting_type"]])
    if row["place"]:
        event.add("location", row["place"])
    if row["virtual_link"]:
        event.add("url", row["virtual_link"])
    event.add("status", _STATUS.get(row["status"], "CONFIRMED"))
    event.add("class", "PRIVATE")
    return event


@cache
def _labels() -> dict[str, str]:
    return {each.code: each.label_da for each in code_lists()["meeting_type"].codes}
