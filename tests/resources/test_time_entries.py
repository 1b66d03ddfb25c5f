"""Time entries: whose, on what, how long, in which state; a locked one never changes."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from tests.resources.support import code_of, entry, faults, house, own_day, time
from tests.support.statements import statements
from tests.support.world import JSON, World, nobody

PATH = "/v1/time-entries"


async def test_an_entry_goes_from_draft_to_locked(world: World) -> None:
    worker = await world.party("aarhus-caseworker")
    coordinator = await world.party("aarhus-coordinator")
    body = time(world.project(), task="meetings", minutes=45, grant_funded=True, evaluation=True, note="Netværksmøde")
    made = await worker.post(PATH, body)
    assert made.status_code == 201, made.text
    path = made.headers["location"]
    known = made.json()
    assert {**known, **body} == known
    assert (known["status"], known["function"], known["course_id"]) == ("draft", "caseworker", None)
    assert known["staff_pseudonym"].startswith("M-")
    assert (await worker.get(path)).json() == known
    patched = await worker.patch(path, {"minutes": 50, "note": None}, if_match=made.headers["etag"])
    assert (patched.json()["minutes"], patched.json()["note"], patched.json()["version"]) == (50, None, 2)
    stale = await worker.patch(path, {"minutes": 51}, if_match=made.headers["etag"])
    assert stale.status_code == 412
    for verb, status in (("approve", "approved"), ("lock", "locked")):
        assert (await coordinator.post(f"{path}/{verb}")).status_code == 428
        done = await coordinator.act(f"{path}/{verb}")
        assert (done.status_code, done.json()["status"]) == (200, status)
        late = await worker.patch(path, {"minutes": 52}, if_match=done.headers["etag"])
        assert (late.status_code, code_of(late), late.json()["state"]) == (409, "forbidden-transition", status)
    for verb in ("approve", "lock"):
        again = await coordinator.act(f"{path}/{verb}")
        assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "locked", [])


async def test_a_draft_entered_by_mistake_is_cancelled_and_counts_nowhere(world: World) -> None:
    it = await house(world)
    worker, secretary = it.users["caseworker"], it.users["secretary"]
    made = await entry(worker, it.project, minutes=1440)
    path, again = f"{PATH}/{made['id']}", {**time(it.project), "day": made["day"], "minutes": 1440}
    assert faults(await worker.post(PATH, again)) == [("/minutes", "day_full")]
    assert (await secretary.act(f"{path}/cancel")).json()["allowed"] == []
    gone = await worker.act(f"{path}/cancel")
    assert (gone.status_code, gone.json()["status"]) == (200, "cancelled")
    assert (await worker.post(PATH, again)).status_code == 201
    for party, verb in ((it.coordinator, "approve"), (worker, "cancel"), (it.coordinator, "lock")):
        late = await party.act(f"{path}/{verb}")
        assert (late.status_code, late.json()["state"], late.json()["allowed"]) == (409, "cancelled", [])
    changed = await worker.patch(path, {"minutes": 1}, if_match=gone.headers["etag"])
    assert changed.json()["state"] == "cancelled"
    report = await it.coordinator.get(f"/v1/reports/course-cost?project_id={it.project}")
    assert report.json()["totals"]["minutes"] == 0
    approved = await entry(worker, it.project, "approved", it.coordinator)
    assert (await it.coordinator.act(f"{PATH}/{approved['id']}/cancel")).json()["state"] == "approved"


async def test_who_approves_and_who_locks(world: World) -> None:
    it = await house(world)
    worker, secretary = it.users["caseworker"], it.users["secretary"]
    made = await entry(worker, it.project)
    path = f"{PATH}/{made['id']}"
    for party, allowed in ((worker, ["cancelled"]), (it.system, ["cancelled"]), (secretary, [])):
        answer = await party.act(f"{path}/approve")
        assert (answer.status_code, answer.json()["allowed"]) == (409, allowed), party.client_id
    draft = await secretary.patch(path, {"minutes": 1}, if_match=(await secretary.get(path)).headers["etag"])
    assert (draft.status_code, draft.json()["state"]) == (409, "draft")
    early = await secretary.act(f"{path}/lock")
    assert (early.status_code, early.json()["state"], early.json()["allowed"]) == (409, "draft", [])
    await it.coordinator.act(f"{path}/approve")
    for party in (worker, it.system):
        assert (await party.act(f"{path}/lock")).json()["allowed"] == []
    assert (await secretary.act(f"{path}/lock")).json()["status"] == "locked"


async def test_a_caseworker_writes_and_reads_their_own_time(world: World) -> None:
    it = await house(world)
    worker = it.users["caseworker"]
    other = await world.user_of(it.organisation, "caseworker", "victim")
    of_other = await worker.post(PATH, time(it.project, staff_id=other.staff_id))
    assert (of_other.status_code, faults(of_other)) == (422, [("/staff_id", "unknown_reference")])
    made = await entry(it.coordinator, it.project, staff_id=other.staff_id)
    assert (made["staff_id"], made["function"]) == (other.staff_id, "caseworker")
    assert (await worker.get(f"{PATH}/{made['id']}")).status_code == 404
    assert (await other.get(f"{PATH}/{made['id']}")).status_code == 200
    own = await entry(worker, it.project)
    assert [each["id"] for each in (await worker.get(PATH)).json()["items"]] == [own["id"]]
    assert len((await it.coordinator.get(PATH)).json()["items"]) == 2


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"minutes": 0}, "/minutes", "greater_than_equal"),
        ({"minutes": 1441}, "/minutes", "less_than_equal"),
        ({"minutes": "60"}, "/minutes", "int_type"),
        ({"minutes": 60.0}, "/minutes", "int_type"),
        ({"task": "coffee"}, "/task", "not_a_choice"),
        ({"day": (today() + timedelta(days=1)).isoformat()}, "/day", "date_in_future"),
        ({"function": "coordinator"}, "/function", "function_of_staff"),
        ({"staff_id": nobody()}, "/staff_id", "unknown_reference"),
        ({"course_id": nobody()}, "/course_id", "unknown_reference"),
        ({"project_id": nobody()}, "/project_id", "unknown_reference"),
        ({"note": "x" * 201}, "/note", "string_too_long"),
        ({"note": "a\u0007b"}, "/note", "control_character"),
        ({"status": "locked"}, "/status", "extra_forbidden"),
        ({"grant_funded": 1}, "/grant_funded", "bool_type"),
    ],
)
async def test_an_entry_that_cannot_be(world: World, change: JSON, pointer: str, code: str) -> None:
    worker = await world.party("aarhus-caseworker")
    answer = await worker.post(PATH, time(world.project(), **change))
    assert (answer.status_code, faults(answer)) == (422, [(pointer, code)])
    many = await worker.post(f"{PATH}/bulk", {"items": [time(world.project()), time(world.project(), **change)]})
    assert (many.status_code, faults(many)) == (422, [(f"/items/1{pointer}", code)])


async def test_refusals_are_in_danish_too(world: World) -> None:
    worker = await world.party("aarhus-caseworker")
    body = time(world.project(), minutes=1440)
    assert (await worker.post(PATH, body)).status_code == 201
    refused = await worker.post(PATH, {**body, "minutes": 1}, accept_language="da")
    assert refused.json()["errors"][0]["message"] == "Medarbejderens tid den dag ville blive mere end 1440 minutter."


async def test_today_in_denmark_is_no_future_day(world: World) -> None:
    worker = await world.party("randers-caseworker")
    assert (await worker.post(PATH, time(world.project(), day=today().isoformat()))).status_code == 201


async def test_a_workers_day_has_1440_minutes_over_all_projects(world: World) -> None:
    worker = await world.party("favrskov-caseworker")
    day = own_day()
    first = await entry(worker, world.project("model"), day=day, minutes=1000)
    second = await entry(worker, world.project("maturation"), day=day, minutes=440)
    over = await worker.post(PATH, time(world.project("model"), day=day, minutes=1))
    assert (over.status_code, faults(over)) == (422, [("/minutes", "day_full")])
    path = f"{PATH}/{second['id']}"
    grown = await worker.patch(path, {"minutes": 441}, if_match=(await worker.get(path)).headers["etag"])
    assert faults(grown) == [("/minutes", "day_full")]
    path = f"{PATH}/{first['id']}"
    shrunk = await worker.patch(path, {"minutes": 999}, if_match=(await worker.get(path)).headers["etag"])
    assert shrunk.status_code == 200
    assert (await worker.post(PATH, time(world.project("model"), day=day, minutes=1))).status_code == 201


async def test_of_two_at_once_the_second_sees_the_first(world: World) -> None:
    worker = await world.party("favrskov-caseworker")
    body = time(world.project(), minutes=721)
    answers = await asyncio.gather(*(worker.post(PATH, body) for _ in range(4)))
    assert sorted(each.status_code for each in answers) == [201, 422, 422, 422]


async def test_time_of_a_course(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    made = await entry(ngo, world.project(), course_id=course["id"], task="sessions")
    assert made["course_id"] == course["id"]
    found = (await ngo.get(f"{PATH}?course_id={course['id']}")).json()["items"]
    assert [each["id"] for each in found] == [made["id"]]
    path = f"{PATH}/{made['id']}"
    freed = await ngo.patch(path, {"course_id": None}, if_match=(await ngo.get(path)).headers["etag"])
    assert freed.json()["course_id"] is None
    back = await ngo.patch(path, {"course_id": course["id"]}, if_match=freed.headers["etag"])
    assert back.json()["course_id"] == course["id"]
    # Another's course is as good as none; so is one of another project, or to whom keeps no courses.
    for client in ("tryg-vej-coordinator-perpetrator", "lysningen-coordinator-victim", "police-coordinator"):
        other = await world.party(client)
        answer = await other.post(PATH, time(world.project(), course_id=course["id"]))
        assert faults(answer) == [("/course_id", "unknown_reference")], client
    municipality = await world.party("aarhus-coordinator")
    of_maturation = await world.running(municipality, await world.unaided(municipality))
    answer = await municipality.post(PATH, time(world.project("model"), course_id=of_maturation["id"]))
    assert faults(answer) == [("/course_id", "unknown_reference")]
    assert (await entry(municipality, world.project("maturation"), course_id=of_maturation["id"]))["course_id"]


async def test_in_an_ngo_one_side_does_not_see_the_others_time(world: World) -> None:
    victims = await world.party("tryg-vej-coordinator-victim")
    perpetrators = await world.party("tryg-vej-coordinator-perpetrator")
    made = await entry(victims, world.project())
    path = f"{PATH}/{made['id']}"
    assert (await perpetrators.get(path)).status_code == 404
    assert (await perpetrators.act(f"{path}/approve")).status_code == 404
    of_other_side = await perpetrators.post(PATH, time(world.project(), staff_id=made["staff_id"]))
    assert faults(of_other_side) == [("/staff_id", "unknown_reference")]
    listed = (await perpetrators.get(f"{PATH}?limit=200")).json()["items"]
    assert made["id"] not in {each["id"] for each in listed}


@pytest.mark.parametrize("client", ["agency-secretary", "vive-researcher", "trainer-secretary", "operator-operator"])
async def test_nobody_else_reads_time(world: World, client: str) -> None:
    made = await entry(await world.party("aarhus-coordinator"), world.project())
    other = await world.party(client)
    for answer in (await other.get(PATH), await other.get(f"{PATH}/{made['id']}"), await other.post(PATH, made)):
        assert (answer.status_code, code_of(answer)) == (403, "role-cannot")


async def test_without_an_agreement_in_force_there_is_no_time(world: World) -> None:
    it = await house(world)
    made = await entry(it.coordinator, it.project)
    operator = await world.party("operator-operator")
    agreements = (await operator.get(f"/v1/agreements?project_id={it.project}&limit=200")).json()["items"]
    mine = next(each for each in agreements if each["organisation_id"] == it.organisation)
    assert (await operator.act(f"/v1/agreements/{mine['id']}/suspend")).status_code == 200
    assert (await it.coordinator.get(f"{PATH}/{made['id']}")).status_code in {403, 404}


async def test_many_at_once_are_all_or_nothing(world: World, app: FastAPI) -> None:
    it = await house(world)
    worker = it.users["caseworker"]
    items = [time(it.project, staff_id=worker.staff_id, minutes=number) for number in range(1, 501)]
    # The first time, the driver asks PostgreSQL for the types of what it sends.
    assert (await it.system.post(f"{PATH}/bulk", {"items": [time(it.project, staff_id=worker.staff_id)]})).is_success
    with statements(app) as seen:
        done = await it.system.post(f"{PATH}/bulk", {"items": items})
    assert done.status_code == 201, done.text
    # Who asks, the key, the workers, the entries, the log, the answer kept.
    assert len(seen) == 6, seen
    assert [each["minutes"] for each in done.json()["items"]] == [*range(1, 501)]
    assert (await it.system.post(f"{PATH}/bulk", {"items": [*items, items[0]]})).status_code == 422
    assert (await it.system.post(f"{PATH}/bulk", {"items": []})).status_code == 422
    fresh = [time(it.project, staff_id=worker.staff_id, minutes=700) for _ in range(3)]
    full = {**fresh[0], "minutes": 741}
    refused = await it.system.post(f"{PATH}/bulk", {"items": [*fresh, full]})
    assert (refused.status_code, faults(refused)) == (422, [("/items/3/minutes", "day_full")])
    found = (await it.system.get(f"{PATH}?from_day={fresh[0]['day']}&to_day={fresh[0]['day']}")).json()["items"]
    assert found == []
    for wrong, pointer in (({"staff_id": None}, "staff_id"), ({"project_id": world.project()}, "project_id")):
        refused = await it.system.post(f"{PATH}/bulk", {"items": [*fresh, {**fresh[0], "minutes": 1, **wrong}]})
        assert (refused.status_code, faults(refused)[0][0]) == (422, f"/items/3/{pointer}")


async def test_a_retry_gets_the_first_answer(world: World) -> None:
    it = await house(world)
    body = {"items": [time(it.project), time(it.project)]}
    answers = [await it.coordinator.post(f"{PATH}/bulk", body, idempotency_key="0001") for _ in range(2)]
    assert answers[0].json() == answers[1].json()
    assert answers[1].headers["idempotency-replayed"] == "true"
    assert len((await it.coordinator.get(PATH)).json()["items"]) == 2


async def test_bulks_in_opposite_orders_do_not_wait_for_each_other(world: World) -> None:
    it = await house(world)
    workers = [it.users["caseworker"], await world.user_of(it.organisation, "caseworker", "victim")]
    items = [time(it.project, staff_id=each.staff_id, minutes=1) for each in workers for _ in range(20)]
    answers = await asyncio.gather(
        *(it.system.post(f"{PATH}/bulk", {"items": items[:: 1 if number % 2 else -1]}) for number in range(4))
    )
    assert {each.status_code for each in answers} == {201}


async def test_the_list_filters_and_pages_newest_first(world: World, app: FastAPI) -> None:
    it = await house(world)
    worker = it.users["caseworker"]
    made = [await entry(worker, it.project, task=task) for task in ("contact", "contact", "sessions", "transport")]
    late = await entry(it.coordinator, it.project, "locked", grant_funded=True, evaluation=True)

    async def found(query: str) -> list[str]:
        answer = await it.coordinator.get(f"{PATH}?{query}")
        assert answer.status_code == 200, answer.text
        return [each["id"] for each in answer.json()["items"]]

    ids = [each["id"] for each in made]
    assert await found("task=contact") == ids[1::-1]
    assert await found("status=locked") == await found("grant_funded=true") == await found("evaluation=true")
    assert await found("status=locked") == [late["id"]]
    assert await found("grant_funded=false") == ids[::-1]
    assert await found(f"staff_id={worker.staff_id}") == ids[::-1]
    assert await found(f"project_id={nobody()}") == []
    assert await found(f"to_day={made[1]['day']}") == ids[1::-1]
    assert await found(f"from_day={made[3]['day']}") == [late["id"], ids[3]]
    assert await found(f"updated_since={late['updated_at']}") == [late["id"]]
    first = (await it.coordinator.get(f"{PATH}?limit=3")).json()
    second = (await it.coordinator.get(f"{PATH}?limit=3&cursor={first['next_cursor']}")).json()
    assert [each["id"] for each in first["items"] + second["items"]] == [late["id"], *ids[::-1]]
    assert (await worker.get(f"{PATH}?limit=3&cursor={first['next_cursor']}")).status_code == 400
    with statements(app) as seen:
        await it.coordinator.get(f"{PATH}?limit=200")
    # Who asks, the page, the log.
    assert len(seen) == 3, seen


async def test_every_reading_is_logged(world: World, superuser: AsyncEngine) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    made = await entry(ngo, world.project(), "approved", course_id=course["id"])
    async with superuser.connect() as connection:
        rows = await connection.exec_driver_sql(
            "SELECT e.action, s.access, s.citizen_id FROM audit_event AS e "
            "JOIN audit_subject AS s ON s.event_id = e.id "
            "WHERE s.record_id = $1 AND s.category = 'time_entry' ORDER BY e.at",
            (made["id"],),
        )
        seen: list[Any] = [*rows]
    assert [(row.action, row.access) for row in seen] == [("create", "create"), ("read", "read"), ("approve", "update")]
    assert {str(row.citizen_id) for row in seen} == {course["citizen_id"]}


async def test_the_pseudonym_is_a_projects_own(world: World) -> None:
    worker = await world.party("aarhus-caseworker")
    here = await entry(worker, world.project("model"))
    again = await entry(worker, world.project("model"))
    there = await entry(worker, world.project("maturation"))
    assert here["staff_pseudonym"] == again["staff_pseudonym"] != there["staff_pseudonym"]
    assert here["staff_id"].replace("-", "") not in here["staff_pseudonym"].lower()


async def test_the_database_holds_the_states_itself(world: World, superuser: AsyncEngine) -> None:
    """Whoever gets past the application still meets the trigger."""
    coordinator = await world.party("aarhus-coordinator")
    made = await entry(coordinator, world.project(), "locked")
    async with superuser.connect() as connection:
        await connection.exec_driver_sql(
            "SELECT set_config('boundary.organisation', $1, true), "
            "set_config('boundary.functions', 'coordinator', true)",
            (coordinator.organisation_id,),
        )
        for change in ("minutes = 1", "status = 'draft'", "version = 9"):
            savepoint = await connection.begin_nested()
            with pytest.raises(Exception, match=r"only a draft changes|locked for good"):
                await connection.exec_driver_sql(f"UPDATE time_entry SET {change} WHERE id = $1", (made["id"],))
            await savepoint.rollback()


async def test_a_note_never_holds_a_cpr_number(world: World) -> None:
    worker = await world.party("aarhus-caseworker")
    body = time(world.project(), task="meetings")
    refused = (422, [("/note", "citizen_data_in_text")])
    for note in ("Om 010190-1234", "0101901234", "01 01 90 12 34", "010190:1234"):
        answer = await worker.post("/v1/time-entries", {**body, "note": note})
        assert (answer.status_code, faults(answer)) == refused, note
        assert note not in answer.text
    bulk = await worker.post("/v1/time-entries/bulk", {"items": [body, {**body, "note": "0101901234"}]})
    assert (bulk.status_code, faults(bulk)) == (422, [("/items/1/note", "citizen_data_in_text")])
    made = await worker.post("/v1/time-entries", {**body, "note": "Tlf. 20 12 34 56, sag 2024-12345, 14.05.2024 10:30"})
    assert made.status_code == 201, made.text
    path = made.headers["location"]
    answer = await worker.patch(path, {"note": "010190 1234"}, if_match=made.headers["etag"])
    assert (answer.status_code, faults(answer)) == refused
