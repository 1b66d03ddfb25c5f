"""Meetings from plan to approved minutes, and what stays whose."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest
from fastapi import FastAPI

from app.common.days import today
from tests.journey.test_worklist import tasks
from tests.programme.support import SOON, Programme, hours, municipal, rules
from tests.support.statements import statements
from tests.support.world import World, nobody

PATH = "/v1/meetings"


@pytest.fixture(scope="module")
async def it(world: World) -> Programme:
    return await municipal(world)


async def test_a_row_of_the_plan_gives_what_is_left_out(world: World) -> None:
    it = await municipal(world)
    await it.plan()
    first = it.municipalities[0].organisation_id
    joint = await it.meeting(plan_row=4, **hours("2023-05-09"))
    assert joint["meeting_type"] == "development_meeting"
    assert joint["place"] == "Odense (Socialstyrelsens lokaler), fysisk som udgangspunkt"
    assert len(joint["required"]) == 5  # three municipalities, the evaluator, the agency
    assert joint["optional"] == [it.trainer.organisation_id]
    assert (joint["starts_at"], joint["local_start"]) == ("2023-05-09T08:00:00Z", "2023-05-09T10:00:00+02:00")
    dialogue = await it.meeting(plan_row=5, municipality_id=first, **hours("2023-09-12"))
    assert {*dialogue["required"]} == {first, it.agency.organisation_id}
    assert {*dialogue["organisers"]} == {first, it.agency.organisation_id}
    assert dialogue["optional"] == [it.evaluator.organisation_id]
    virtual = await it.meeting(plan_row=6, **hours("2023-11-14"), virtual_link="https://video.example/m/1")
    assert (virtual["place"], virtual["virtual_link"]) == (None, "https://video.example/m/1")
    for members, refused in (
        ({"plan_row": 5}, ["missing"]),
        ({"plan_row": 4, "municipality_id": first}, ["joint_meeting"]),
        ({"plan_row": 5, "municipality_id": nobody()}, ["unknown_reference"]),
        ({"plan_row": 4, "meeting_type": "kick_off"}, ["not_of_the_row"]),
        ({"plan_row": 2}, ["teaching_days_apart"]),
        ({"plan_row": 17}, ["unknown_reference"]),
        ({}, ["missing"]),
        ({"plan_row": 4, "required": []}, ["nobody_required"]),
        ({"plan_row": 4, "required": [world.organisation("tryg_vej")]}, ["unknown_reference"]),
    ):
        answer = await it.agency.post(PATH, {"project_id": it.project, **hours("2023-05-09"), **members})
        assert rules(answer) == (422, refused), members
    plan = await it.agency.get(f"/v1/meeting-plans?project_id={it.project}")
    path = f"/v1/meeting-plans/{plan.json()['items'][0]['id']}/adjust"
    changed = await it.agency.act(path, {"reason": "Udgår", "changes": [{"number": 16, "cancelled": True}]})
    assert changed.status_code == 201
    answer = await it.agency.post(PATH, {"project_id": it.project, "plan_row": 16, **hours("2025-11-11")})
    assert (answer.status_code, answer.json()["rules"]) == (409, ["plan_row_cancelled"])


async def test_a_meeting_goes_its_way(it: Programme) -> None:
    meeting = await it.meeting(meeting_type="kick_off", **hours("2022-11-08"))
    path = f"{PATH}/{meeting['id']}"
    early = await it.agency.act(f"{path}/hold", {"attendance": [{"organisation_id": nobody(), "persons": 1}]})
    assert (early.status_code, early.json()["allowed"]) == (409, ["cancelled", "invited"])
    assert (await it.agency.post(f"{path}/invite")).status_code == 428
    assert (await it.agency.act(f"{path}/invite")).json()["status"] == "invited"
    unknown = await it.agency.act(f"{path}/hold", {"attendance": [{"organisation_id": nobody(), "persons": 1}]})
    assert rules(unknown) == (422, ["unknown_reference"])
    present = [{"organisation_id": it.agency.organisation_id, "persons": 3}]
    held = await it.agency.act(f"{path}/hold", {"attendance": present})
    assert (held.json()["status"], held.json()["attendance"]) == ("held", present)
    without = await it.agency.act(f"{path}/approve-minutes")
    assert (without.status_code, without.json()["rules"]) == (409, ["minutes_required"])
    late = await it.agency.patch(path, {"agenda": "Ny"}, if_match=held.headers["etag"])
    assert (late.status_code, late.json()["allowed"]) == (409, ["minutes_approved"])
    words = {"minutes": "Vi gennemgik planen.\nAlle var enige."}
    written = await it.agency.put(f"{path}/minutes", words, if_match=held.headers["etag"])
    assert written.json() == {"meeting_id": meeting["id"], "status": "held", **words, "decisions": []}
    body = {"decision": "Planen følges.", "owner_id": it.municipalities[1].organisation_id, "due_on": "2022-12-01"}
    before = await it.agency.post(f"{path}/decisions", body | {"due_on": "2001-11-01"})
    assert rules(before) == (422, ["before_meeting"])
    decided = await it.agency.post(f"{path}/decisions", body)
    assert decided.status_code == 201, decided.text
    approved = await it.agency.act(f"{path}/approve-minutes")
    assert (approved.json()["status"], approved.json()["has_minutes"]) == ("minutes_approved", True)
    for refused in (
        await it.agency.put(f"{path}/minutes", words, if_match=approved.headers["etag"]),
        await it.agency.post(f"{path}/decisions", body),
        await it.agency.patch(decided.headers["location"], {"decision": "Andet."}, if_match=decided.headers["etag"]),
        await it.agency.post(f"{path}/cancel", {"reason": "Fortrudt"}, if_match=approved.headers["etag"]),
    ):
        assert (refused.status_code, refused.json()["state"]) == (409, "minutes_approved")
    minutes = await it.municipalities[0].get(f"{path}/minutes")
    assert [each["decision"] for each in minutes.json()["decisions"]] == ["Planen følges."]


async def test_who_owes_a_decision_says_that_it_is_done(it: Programme) -> None:
    meeting = await it.meeting("held", meeting_type="development_meeting", required=[
        it.agency.organisation_id, it.municipalities[0].organisation_id, it.municipalities[1].organisation_id,
    ])  # fmt: skip
    body = {"decision": "Skriver et udkast.", "owner_id": it.municipalities[0].organisation_id}
    stranger = {**body, "owner_id": it.municipalities[2].organisation_id}
    path = f"{PATH}/{meeting['id']}/decisions"
    assert rules(await it.agency.post(path, stranger)) == (422, ["unknown_reference"])
    decided = (await it.agency.post(path, body)).headers["location"]
    assert (await it.municipalities[1].get(decided)).status_code == 200
    assert (await it.municipalities[1].act(f"{decided}/complete")).status_code == 404
    assert (await it.municipalities[2].get(decided)).status_code == 404
    words = await it.municipalities[0].patch(
        decided, {"decision": "Intet."}, if_match=(await it.agency.get(decided)).headers["etag"]
    )
    assert (words.status_code, words.json()["type"].rsplit("/", 1)[1]) == (403, "role-cannot")
    moved = await it.agency.patch(
        decided, {"due_on": "2024-06-01"}, if_match=(await it.agency.get(decided)).headers["etag"]
    )
    assert moved.json()["due_on"] == "2024-06-01"
    done = await it.municipalities[0].act(f"{decided}/complete")
    assert (done.json()["status"], done.json()["done_on"] is not None) == ("done", True)
    again = await it.agency.act(f"{decided}/complete")
    assert (again.status_code, again.json()["allowed"]) == (409, [])
    mine = await it.municipalities[0].get(
        f"/v1/meeting-decisions?status=done&owner_id={it.municipalities[0].organisation_id}"
    )
    assert [each["decision"] for each in mine.json()["items"]] == ["Skriver et udkast."]


async def test_what_lies_ahead_cannot_have_been_held(it: Programme) -> None:
    meeting = await it.dialogue("invited", **hours(SOON))
    body = {"attendance": [{"organisation_id": it.agency.organisation_id, "persons": 1}]}
    answer = await it.agency.act(f"{PATH}/{meeting['id']}/hold", body)
    assert (answer.status_code, answer.json()["rules"]) == (409, ["not_yet_begun"])


async def test_a_municipality_sees_its_own_dialogue_meeting_once_invited(it: Programme) -> None:
    first, second = it.municipalities[:2]
    meeting = await it.dialogue(**hours(SOON))
    path = f"{PATH}/{meeting['id']}"
    assert (await first.get(path)).status_code == 404
    await it.agency.act(f"{path}/invite")
    seen = await first.get(path)
    assert seen.status_code == 200
    for other in (second, it.trainer):
        for each in (path, f"{path}/minutes", f"{path}.ics"):
            assert (await other.get(each)).status_code == 404
        listed = await other.get(f"{PATH}?project_id={it.project}&meeting_type=dialogue_meeting")
        assert meeting["id"] not in [each["id"] for each in listed.json()["items"]]
    assert (await it.evaluator.get(path)).status_code == 404  # only as needed (R9): not invited by default
    patched = await first.patch(
        path, {"agenda": "Status på screeningen", "place": "Rådhuset"}, if_match=seen.headers["etag"]
    )
    assert (patched.status_code, patched.json()["place"]) == (200, "Rådhuset")
    for refused in (
        await first.patch(path, hours(SOON + timedelta(days=1)), if_match=patched.headers["etag"]),
        await first.patch(path, {"optional": [it.evaluator.organisation_id]}, if_match=patched.headers["etag"]),
        await first.post(f"{path}/cancel", {"reason": "Nej"}, if_match=patched.headers["etag"]),
        await first.post(PATH, {"project_id": it.project, "meeting_type": "kick_off", **hours("2024-05-14")}),
    ):
        assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (403, "role-cannot")
    assert (await it.agency.get(path)).json()["starts_at"] == meeting["starts_at"]


async def test_a_municipality_writes_the_minutes_of_its_own_dialogue_meeting_alone(it: Programme) -> None:
    first = it.municipalities[0]
    own = await it.dialogue("held")
    path = f"{PATH}/{own['id']}"
    etag = (await first.get(path)).headers["etag"]
    written = await first.put(f"{path}/minutes", {"minutes": "Godt møde."}, if_match=etag)
    assert written.status_code == 200, written.text
    decided = await first.post(f"{path}/decisions", {"decision": "Følger op.", "owner_id": first.organisation_id})
    assert decided.status_code == 201, decided.text
    assert (await first.post(f"{path}/approve-minutes", if_match=written.headers["etag"])).status_code == 403
    joint = await it.meeting("held", meeting_type="development_meeting")
    joint_path = f"{PATH}/{joint['id']}"
    etag = (await it.agency.get(joint_path)).headers["etag"]
    assert (await first.put(f"{joint_path}/minutes", {"minutes": "Nej."}, if_match=etag)).status_code == 404


async def test_participants_can_be_widened(it: Programme) -> None:
    meeting = await it.dialogue("invited", **hours(SOON))
    path = f"{PATH}/{meeting['id']}"
    etag = (await it.agency.get(path)).headers["etag"]
    twice = await it.agency.patch(path, {"optional": [it.agency.organisation_id]}, if_match=etag)
    assert rules(twice) == (422, ["duplicate_item"])
    widened = await it.agency.patch(path, {"optional": [it.evaluator.organisation_id]}, if_match=etag)
    assert widened.status_code == 200, widened.text
    assert (await it.evaluator.get(path)).status_code == 200
    assert (await it.evaluator.patch(path, {"agenda": "x"}, if_match=widened.headers["etag"])).status_code == 403


async def test_texts_hold_no_citizen(it: Programme) -> None:
    meeting = await it.dialogue("held")
    path, etag = f"{PATH}/{meeting['id']}", (await it.agency.get(f"{PATH}/{meeting['id']}")).headers["etag"]
    for words in (
        "Borgeren 010190-1234",
        "cpr 01 01 90 1234",
        "０１０１９０１２３４",
        "010190\u200b1234",
        "310190-AB12",
        "010190\n1234",
        "01 01 90 12 34",
    ):
        answer = await it.agency.put(f"{path}/minutes", {"minutes": words}, if_match=etag)
        assert rules(answer) == (422, ["citizen_data_in_text"]), words
        assert words not in answer.text
    body = {"project_id": it.project, "meeting_type": "kick_off", **hours("2024-05-14")}
    for name in ("agenda", "place"):
        answer = await it.agency.post(PATH, {**body, name: "Om 0101901234"})
        assert rules(answer) == (422, ["citizen_data_in_text"]), name
    for link in (
        "http://video.example",
        "javascript:alert(1)",
        "https://video.example/a b",
        'https://video.example/"><script>',
    ):
        answer = await it.agency.post(PATH, {**body, "virtual_link": link})
        assert answer.status_code == 422, link
    for link in ("https://video.example/010190-1234", "https://video.example/?room=%30101901234"):
        answer = await it.agency.post(PATH, {**body, "virtual_link": link})
        assert rules(answer) == (422, ["citizen_data_in_text"]), link
    fine = await it.agency.put(f"{path}/minutes", {"minutes": "Tlf. 20 00 00 01, den 14.05.2024."}, if_match=etag)
    assert fine.status_code == 200, fine.text


async def test_minutes_show_decisions_as_far_as_the_token_reads(it: Programme, world: World) -> None:
    meeting = await it.meeting("held", meeting_type="kick_off", **hours("2022-10-12"))
    path = f"{PATH}/{meeting['id']}"
    body = {"decision": "Planen følges.", "owner_id": meeting["required"][0]}
    assert (await it.agency.post(f"{path}/decisions", body)).status_code == 201
    token = await world.token("agency-secretary", scope="meeting:read")
    narrow = await replace(it.agency, token=token).get(f"{path}/minutes")
    assert (narrow.status_code, narrow.json()["decisions"]) == (200, [])
    assert len((await it.agency.get(f"{path}/minutes")).json()["decisions"]) == 1


async def test_decisions_are_found_by_when_they_are_due(it: Programme) -> None:
    meeting = await it.meeting("held", meeting_type="kick_off", **hours("2022-10-13"))
    path, list_path = f"{PATH}/{meeting['id']}/decisions", f"/v1/meeting-decisions?meeting_id={meeting['id']}"
    for due in ("2022-12-01", "2199-01-01", None):
        body = {"decision": f"Frist {due}", "owner_id": meeting["required"][0], "due_on": due}
        assert (await it.agency.post(path, body)).status_code == 201

    async def found(query: str) -> list[str | None]:
        answer = await it.agency.get(f"{list_path}&{query}")
        assert answer.status_code == 200, answer.text
        return [each["due_on"] for each in answer.json()["items"]]

    assert await found("overdue=true") == await found("due_before=2022-12-02") == ["2022-12-01"]
    assert await found("due_before=2022-12-01") == []
    assert await found("overdue=false") == [None, "2199-01-01"]
    assert await found("due_after=2022-12-01") == ["2199-01-01"]
    (late,) = (await it.agency.get(f"{list_path}&overdue=true")).json()["items"]
    assert (await it.agency.act(f"/v1/meeting-decisions/{late['id']}/complete")).status_code == 200
    assert await found("overdue=true") == []


async def test_an_open_decision_is_put_off_and_the_minutes_stay(it: Programme, world: World) -> None:
    meeting = await it.dialogue("held", **hours("2023-09-12"))
    owner, other = it.municipalities[0], it.municipalities[1]
    for party in (owner, other):
        await world.agreement_in_force(party, it.project)
    path, soon = f"{PATH}/{meeting['id']}", today() + timedelta(days=30)
    body = {"decision": "Følger op.", "owner_id": owner.organisation_id, "due_on": "2023-12-01"}
    made = await it.agency.post(f"{path}/decisions", body)
    decision = made.headers["location"]
    etag = (await it.agency.get(path)).headers["etag"]
    assert (await it.agency.put(f"{path}/minutes", {"minutes": "Enige."}, if_match=etag)).status_code == 200
    assert (await it.agency.act(f"{path}/approve-minutes")).status_code == 200
    (task,) = await tasks(owner, made.json()["id"])
    assert (task["kind"], task["due_on"], task["overdue"], task["track"]) == ("decision_due", "2023-12-01", True, None)
    for party in (other, await world.user_of(owner.organisation_id, "caseworker")):
        assert await tasks(party, made.json()["id"]) == []
    assert (await owner.act(f"{decision}/postpone", {"due_on": soon.isoformat()})).status_code == 403
    assert rules(await it.agency.act(f"{decision}/postpone", {"due_on": "2023-12-01"})) == (422, ["not_later"])
    put_off = await it.agency.act(f"{decision}/postpone", {"due_on": soon.isoformat()})
    assert (put_off.json()["due_on"], put_off.json()["postponed_to"]) == ("2023-12-01", soon.isoformat())
    assert rules(await it.agency.act(f"{decision}/postpone", {"due_on": soon.isoformat()})) == (422, ["not_later"])
    assert await tasks(owner, made.json()["id"]) == []
    late = await it.agency.get(f"/v1/meeting-decisions?meeting_id={meeting['id']}&overdue=true")
    assert late.json()["items"] == []
    assert (await owner.act(f"{decision}/complete")).status_code == 200
    done = await it.agency.act(f"{decision}/postpone", {"due_on": "2199-01-01"})
    assert (done.status_code, done.json()["state"]) == (409, "done")


async def test_a_meeting_ends_after_it_begins(it: Programme) -> None:
    body = {"project_id": it.project, "meeting_type": "kick_off"}
    times = {"starts_at": "2024-05-14T10:00:00Z", "ends_at": "2024-05-14T10:00:00Z"}
    assert rules(await it.agency.post(PATH, {**body, **times})) == (422, ["ends_before_start"])
    meeting = await it.meeting(meeting_type="kick_off", **hours("2024-05-14"))
    path = f"{PATH}/{meeting['id']}"
    etag = (await it.agency.get(path)).headers["etag"]
    late = await it.agency.patch(path, {"starts_at": "2024-05-14T20:00:00Z"}, if_match=etag)
    assert rules(late) == (422, ["ends_before_start"])


@pytest.mark.parametrize(
    ("starts", "ends", "pointer", "code"),
    [
        ("2024-05-14T08:00:00Z", "2024-05-15T08:00:01Z", "/ends_at", "longer_than_a_day"),
        ("2021-09-29T08:00:00Z", "2021-09-29T10:00:00Z", "/starts_at", "outside_project"),
        ("2032-01-02T08:00:00Z", "2032-01-02T10:00:00Z", "/starts_at", "outside_project"),
    ],
)
async def test_a_meeting_is_at_a_plausible_time(it: Programme, starts: str, ends: str, pointer: str, code: str) -> None:
    times = {"starts_at": starts, "ends_at": ends}
    meeting = await it.meeting(meeting_type="kick_off", **hours("2024-05-14"))
    path = f"{PATH}/{meeting['id']}"
    etag = (await it.agency.get(path)).headers["etag"]
    for answer in (
        await it.agency.post(PATH, {"project_id": it.project, "meeting_type": "kick_off", **times}),
        await it.agency.patch(path, times, if_match=etag),
    ):
        assert rules(answer) == (422, [code])
        assert answer.json()["errors"][0]["pointer"] == pointer


async def test_a_meeting_may_be_a_whole_day_and_close_to_the_project(it: Programme) -> None:
    for starts, ends in (
        ("2024-05-14T08:00:00Z", "2024-05-15T08:00:00Z"),
        ("2021-10-04T08:00:00Z", "2021-10-04T09:00:00Z"),
        ("2031-12-30T08:00:00Z", "2031-12-30T09:00:00Z"),
    ):
        await it.meeting(meeting_type="kick_off", starts_at=starts, ends_at=ends)


async def test_a_project_of_the_other_programme_may_meet_too(world: World) -> None:
    agency, police = await world.party("agency-secretary"), await world.party("police-coordinator")
    ngo = await world.party("tryg-vej-coordinator-victim")
    starts = datetime.now(UTC) + timedelta(days=3)
    body = {
        "project_id": world.project(),
        "meeting_type": "development_meeting",
        "required": [agency.organisation_id, police.organisation_id],
        **hours(starts.replace(microsecond=0)),
    }
    made = await agency.post(PATH, body)
    path = made.headers["location"]
    await agency.act(f"{path}/invite")
    assert (await police.get(path)).status_code == 200
    assert (await ngo.get(path)).status_code == 404


async def test_the_list_takes_as_many_statements_for_many(it: Programme, app: FastAPI) -> None:
    await it.meeting("invited", meeting_type="development_meeting")
    path = f"{PATH}?project_id={it.project}"
    await it.municipalities[0].get(f"{path}&limit=1")
    with statements(app) as one:
        first = await it.municipalities[0].get(f"{path}&limit=1")
    with statements(app) as many:
        all_of_them = await it.municipalities[0].get(f"{path}&limit=100")
    assert len(many) == len(one)
    assert len(all_of_them.json()["items"]) > len(first.json()["items"]) == 1
    next_page = await it.municipalities[0].get(f"{path}&limit=1&cursor={first.json()['next_cursor']}")
    assert next_page.json()["items"][0]["id"] == all_of_them.json()["items"][1]["id"]
    ranged = await it.agency.get(f"{path}&from_day=2022-11-08&to_day=2022-11-08")
    assert {each["starts_at"][:10] for each in ranged.json()["items"]} == {"2022-11-08"}
