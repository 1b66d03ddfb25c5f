"""Calendars: one event a meeting whatever becomes of it, by token or by a secret link, and never a citizen's data."""

import re
from dataclasses import replace
from datetime import datetime, timedelta
from typing import Any

import httpx
import pytest
from icalendar import Calendar
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.audit.support import recording
from tests.programme.support import SOON, Programme, hours, municipal
from tests.support.world import JSON, Party, World

PATH = "/v1/calendar-feeds"


@pytest.fixture(scope="module")
async def it(world: World) -> Programme:
    return await municipal(world)


def events(answer: httpx.Response) -> dict[str, Any]:
    """As a calendar program reads it, by UID; and as RFC 5545 wants its lines."""
    assert answer.status_code == 200, answer.text
    assert answer.headers["content-type"].startswith("text/calendar")
    lines = answer.content.split(b"\r\n")
    assert all(len(each) <= 75 for each in lines)
    assert b"\n" not in b"".join(lines)
    calendar = Calendar.from_ical(answer.content)
    assert (calendar["VERSION"], calendar["METHOD"]) == ("2.0", "PUBLISH")
    found = {str(each["UID"]): each for each in calendar.walk("VEVENT")}
    assert len(found) == len(calendar.walk("VEVENT"))
    return found


def event_of(answer: httpx.Response, meeting: JSON) -> Any:
    return next(each for uid, each in events(answer).items() if uid.startswith(meeting["id"]))


async def feed(party: Party) -> tuple[JSON, str]:
    """A feed and its path."""
    made = await party.post(PATH, {"label": "Fælles kalender"})
    assert made.status_code == 201, made.text
    return dict(made.json()), "/v1/calendar/" + made.json()["url"].rpartition("/")[2]


async def test_a_meeting_as_a_calendar_has_it(it: Programme) -> None:
    place = 'Rådhuset, lokale Æ; 2. sal \\ "Mødesalen" ' + "på den anden side af gården " * 4
    meeting = await it.dialogue("invited", place=place.strip(), agenda="Om en borger", **hours(SOON))
    event = event_of(
        await it.municipalities[0].get(f"/v1/meetings/{meeting['id']}.ics", accept="text/calendar"), meeting
    )
    assert str(event["SUMMARY"]) == "Dialogmøde"
    assert str(event["LOCATION"]) == place.strip()
    assert event["DTSTART"].dt == datetime.fromisoformat(meeting["starts_at"])
    assert event["DTEND"].dt - event["DTSTART"].dt == timedelta(hours=2)
    assert (int(event["SEQUENCE"]), str(event["STATUS"])) == (0, "CONFIRMED")
    assert "DESCRIPTION" not in event  # agendas and minutes stay where one signs in


async def test_a_new_time_is_the_same_event_and_so_is_its_cancellation(it: Programme) -> None:
    meeting = await it.dialogue("invited", **hours(SOON))
    path = f"/v1/meetings/{meeting['id']}"
    _, link = await feed(it.municipalities[0])
    first = event_of(await it.agency.http.get(link), meeting)
    etag = (await it.agency.get(path)).headers["etag"]
    moved = await it.agency.patch(path, hours(SOON + timedelta(days=7)), if_match=etag)
    assert moved.status_code == 200, moved.text
    second = event_of(await it.agency.http.get(link), meeting)
    assert second["UID"] == first["UID"]
    assert int(second["SEQUENCE"]) == int(first["SEQUENCE"]) + 1
    assert second["DTSTART"].dt == first["DTSTART"].dt + timedelta(days=7)
    for name in ("DTSTAMP", "LAST-MODIFIED"):
        assert second[name].dt >= first[name].dt
    agenda = await it.agency.patch(path, {"agenda": "Ny dagsorden"}, if_match=moved.headers["etag"])
    assert int(event_of(await it.agency.http.get(link), meeting)["SEQUENCE"]) == int(second["SEQUENCE"])
    cancelled = await it.agency.post(f"{path}/cancel", {"reason": "Sygdom"}, if_match=agenda.headers["etag"])
    assert cancelled.status_code == 200, cancelled.text
    third = event_of(await it.agency.http.get(link), meeting)
    assert (str(third["STATUS"]), int(third["SEQUENCE"])) == ("CANCELLED", int(second["SEQUENCE"]) + 1)
    assert "Sygdom" not in (await it.agency.http.get(link)).text


async def test_a_feed_holds_what_its_organisation_is_invited_to(it: Programme) -> None:
    first, second = it.municipalities[:2]
    invited = await it.dialogue("invited", **hours(SOON))
    others = await it.dialogue("invited", of=1, **hours(SOON))
    planned = await it.dialogue(**hours(SOON))
    joint = await it.meeting("invited", meeting_type="development_meeting", **hours(SOON))
    for party, wanted in ((first, {invited["id"], joint["id"]}), (second, {others["id"], joint["id"]})):
        _, link = await feed(party)
        seen = {uid.partition("@")[0] for uid in events(await it.agency.http.get(link))}
        assert wanted <= seen
        assert not seen & ({invited["id"], others["id"], planned["id"]} - wanted)
    _, link = await feed(it.evaluator)
    assert not {uid.partition("@")[0] for uid in events(await it.agency.http.get(link))} & {invited["id"], others["id"]}


async def test_a_link_is_asked_again_without_being_sent_again(it: Programme) -> None:
    await it.dialogue("invited", of=2, **hours(SOON))
    _, link = await feed(it.municipalities[2])
    first = await it.agency.http.get(link)
    assert first.headers["cache-control"] == "private, no-cache"
    again = await it.agency.http.get(link, headers={"if-none-match": first.headers["etag"]})
    assert (again.status_code, again.content) == (304, b"")
    await it.dialogue("invited", of=2, **hours(SOON))
    newer = await it.agency.http.get(link, headers={"if-none-match": first.headers["etag"]})
    assert newer.status_code == 200


async def test_what_a_calendar_program_hangs_on_the_link_is_no_fault(it: Programme) -> None:
    _, link = await feed(it.municipalities[2])
    assert (await it.agency.http.get(f"{link}?nocache=17")).status_code == 200


async def test_what_a_link_reads_stands_in_the_log_of_whose_link_it_is(it: Programme, superuser: AsyncEngine) -> None:
    party = it.municipalities[0]
    made, link = await feed(party)
    async with recording(superuser, party) as log:
        first = await it.agency.http.get(link)
        again = await it.agency.http.get(link, headers={"if-none-match": first.headers["etag"]})
        never = await it.agency.http.get(f"/v1/calendar/{'X' + '1' * 42}.ics")
    assert (first.status_code, again.status_code, never.status_code) == (200, 304, 404)
    assert log.operations() == [("read_by_link", "calendar_feed", "done", None)] * 2
    assert {str(each["record_id"]) for each in log.events} == {made["id"]}
    assert log.subjects == []
    told = (await party.get("/v1/audit-events?limit=5")).json()["items"]
    assert [each["action"] for each in told[:2]] == ["read_by_link"] * 2
    assert made["id"] not in (await it.municipalities[1].get("/v1/audit-events?limit=200")).text


async def test_a_link_is_shown_once_and_can_be_revoked(it: Programme) -> None:
    first, second = it.municipalities[:2]
    made, link = await feed(first)
    assert re.fullmatch(r"/v1/calendar/[A-Za-z0-9_-]{43}\.ics", link)
    path = f"{PATH}/{made['id']}"
    assert "url" not in (await first.get(path)).json()
    assert link.split("/")[-1].removesuffix(".ics") not in (await first.get(PATH)).text
    for other in (second, it.agency, it.evaluator):
        assert (await other.get(path)).status_code == 404
        assert made["id"] not in (await other.get(PATH)).text
    revoked = await first.act(f"{path}/revoke")
    assert revoked.json()["revoked_at"] is not None
    assert (await first.act(f"{path}/revoke")).status_code == 409
    gone = await it.agency.http.get(link)
    never = await it.agency.http.get(f"/v1/calendar/{'X' + '1' * 42}.ics")
    assert (gone.status_code, never.status_code) == (404, 404)
    assert {**gone.json(), "trace_id": ""} == {**never.json(), "trace_id": ""}
    assert link.split("/")[-1] not in gone.text


async def test_a_replay_does_not_tell_the_link_again(it: Programme) -> None:
    party = it.municipalities[0]
    first, again = [await party.post(PATH, {"label": "Kontoret"}, idempotency_key="feed-0001") for _ in range(2)]
    assert (first.status_code, again.status_code) == (201, 201)
    assert first.json()["url"] is not None
    assert again.json() == {**first.json(), "url": None}


async def test_a_link_is_made_by_who_reads_meetings_themselves(it: Programme, world: World) -> None:
    token = await world.token("agency-secretary", scope="calendar_feed:create")
    refused = await replace(it.agency, token=token).post(PATH, {})
    assert (refused.status_code, refused.json()["scope"]) == (403, "meeting:read")
    token = await world.token("agency-secretary", scope="calendar_feed:create meeting:read")
    assert (await replace(it.agency, token=token).post(PATH, {})).status_code == 201


async def test_a_link_ends_with_the_access_of_who_made_it_and_with_the_organisation_s(world: World) -> None:
    it = await municipal(world)
    operator = await world.party("operator-operator")
    party = it.municipalities[0]
    _, link = await feed(party)
    assert (await it.agency.http.get(link)).status_code == 200
    staff = f"/v1/staff/{party.staff_id}"
    left = await operator.act(f"{staff}/deactivate")
    assert left.status_code == 200, left.text
    assert (await it.agency.http.get(link)).status_code == 404


async def test_who_leaves_the_project_sees_its_meetings_no_more(world: World) -> None:
    it = await municipal(world)
    party = it.municipalities[0]
    meeting = await it.dialogue("invited", **hours(SOON))
    _, link = await feed(party)
    assert events(await it.agency.http.get(link))
    partners = f"/v1/projects/{it.project}/partners"
    (mine,) = [
        each
        for each in (await it.agency.get(partners)).json()["items"]
        if each["organisation_id"] == party.organisation_id
    ]
    successor = await world.organisation_made("municipality", municipality_code="0101")
    body = {"organisation_id": successor["id"], "replaces_id": mine["id"]}  # the programme requires three
    replaced = await it.agency.post(partners, body)
    assert replaced.status_code == 201, replaced.text
    assert not events(await it.agency.http.get(link))
    assert (await party.get(f"/v1/meetings/{meeting['id']}")).status_code == 404


async def test_the_operator_has_no_calendar(world: World) -> None:
    operator = await world.party("operator-operator")
    assert (await operator.post(PATH, {})).status_code == 403
    assert (await operator.get("/v1/meetings")).status_code == 403


async def test_the_secret_is_in_no_log(it: Programme, capfd: pytest.CaptureFixture[str]) -> None:
    _, link = await feed(it.municipalities[0])
    await it.agency.http.get(link)
    await it.agency.http.get(link.replace("/v1/calendar/", "/v1/calendar/x"))
    told = capfd.readouterr()
    assert link.split("/")[-1].removesuffix(".ics") not in told.out + told.err
