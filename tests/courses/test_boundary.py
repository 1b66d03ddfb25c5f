"""Who must not see, start or find a course, and what those who may cannot do."""

from typing import Any

import pytest
from fastapi import FastAPI

from tests.courses.test_courses import TODAY, VERBS
from tests.courses.test_sessions import HELD, SECRET, me
from tests.support.statements import statements
from tests.support.world import JSON, Party, World, nobody

NEED = {"theme": "housing", "level": "moderate"}
FOLLOW_UP = {
    "completed_on": TODAY,
    "contact_to_other_services": True,
    "change_sustained": "yes",
}
ACTIONS: dict[str, dict[str, Any]] = {
    "courses": VERBS,
    "sessions": {"hold": {"minutes": 5}, "no-show": None, "cancel": None},
    "support-needs": {
        **dict.fromkeys(("agree", "decline", "establish-contact", "fail-contact", "close")),
        "handover": {"consent_id": nobody(), "recipient_id": nobody(), "scopes": ["contact", "bridging"]},
    },
    "follow-ups": {"complete": FOLLOW_UP, "not-reached": None, "cancel": None},
}
CHANGES: dict[str, JSON] = {
    "courses": {"form": "group"},
    "sessions": {"form": "group"},
    "support-needs": {"level": "high"},
    "follow-ups": {"due_on": TODAY},
}


async def made(party: Party, path: str, body: JSON) -> JSON:
    answer = await party.post(path, body)
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def journal(world: World, party: Party) -> dict[str, str]:
    """One record of each collection, by collection."""
    citizen = await world.unaided(party)
    course = await world.running(party, citizen)
    session = await made(party, f"/v1/courses/{course['id']}/sessions", HELD)
    need = await made(party, "/v1/support-needs", {**NEED, "citizen_id": citizen["id"], "course_id": course["id"]})
    ended = await world.ended(party, citizen)
    follow_up = await made(party, "/v1/follow-ups", {"course_id": ended["id"], "due_on": TODAY})
    ids = {"courses": course, "sessions": session, "support-needs": need, "follow-ups": follow_up}
    return {name: each["id"] for name, each in ids.items()}


def anonymous(problem: JSON, record_id: str) -> JSON:
    assert record_id not in problem["detail"]
    return {**problem, "trace_id": "", "instance": ""}


async def knock(party: Party, collection: str, record_id: str) -> list[tuple[int, JSON]]:
    """Every verb of one record, with a body that fits."""
    path = f"/v1/{collection}/{record_id}"
    tag = {"if_match": '"x"'}
    answers = [await party.get(path), await party.patch(path, CHANGES[collection], **tag)]
    answers += [await party.post(f"{path}/{verb}", body, **tag) for verb, body in ACTIONS[collection].items()]
    if collection == "courses":
        answers += [await party.get(f"{path}/sessions"), await party.post(f"{path}/sessions", HELD)]
    if collection == "sessions" and "integration" not in party.client_id:
        answers += [await party.get(f"{path}/note"), await party.put(f"{path}/note", {"text": SECRET}, **tag)]
    return [(each.status_code, anonymous(each.json(), record_id)) for each in answers]


@pytest.mark.parametrize(
    "stranger",
    [
        "lysningen-coordinator-victim",
        "lysningen-integration-victim",
        "tryg-vej-coordinator-perpetrator",
        "tryg-vej-caseworker-perpetrator",
        "tryg-vej-integration-perpetrator",
        "aarhus-coordinator",
        "aarhus-integration",
    ],
)
async def test_what_is_not_yours_is_as_if_it_never_was(world: World, stranger: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    other = await world.party(stranger)
    for collection, record_id in (await journal(world, ngo)).items():
        foreign, absent = [await knock(other, collection, each) for each in (record_id, nobody())]
        assert foreign == absent
        assert {status for status, _ in foreign} == {404}, collection


async def test_a_worker_to_whom_the_citizen_is_not_assigned_finds_nothing(world: World) -> None:
    coordinator = await world.party("tryg-vej-coordinator-victim")
    worker = await world.party("tryg-vej-caseworker-victim")
    records = await journal(world, coordinator)
    path = f"/v1/courses/{records['courses']}"
    assert (await worker.get(path)).status_code == 200  # nobody's yet
    etag = (await coordinator.get(path)).headers["etag"]
    taken = await coordinator.patch(path, {"assigned_to": await me(coordinator)}, if_match=etag)
    assert taken.status_code == 200
    for collection, record_id in records.items():
        assert {status for status, _ in await knock(worker, collection, record_id)} == {404}
        listed = (await worker.get(f"/v1/{collection}?limit=200")).json() if collection != "sessions" else {"items": []}
        assert record_id not in [each["id"] for each in listed["items"]]
    given = await coordinator.patch(path, {"assigned_to": await me(worker)}, if_match=taken.headers["etag"])
    assert given.status_code == 200
    assert (await worker.get(path)).json()["assigned_to"] == await me(worker)


@pytest.mark.parametrize(
    "client", ["police-coordinator", "police-integration", "vive-researcher", "agency-secretary", "operator-operator"]
)
async def test_police_evaluator_and_the_others_can_never(world: World, client: str) -> None:
    party = await world.party(client)
    for path in ("courses", "follow-ups", "support-needs", f"courses/{nobody()}", f"courses/{nobody()}/sessions"):
        answer = await party.get(f"/v1/{path}")
        assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (403, "role-cannot"), path
    for path in (f"sessions/{nobody()}", f"sessions/{nobody()}/note", f"follow-ups/{nobody()}"):
        assert (await party.get(f"/v1/{path}")).status_code == 403
    body = {"citizen_id": nobody(), "form": "group", "journey_started_on": TODAY}
    assert (await party.post("/v1/courses", body)).status_code == 403


async def test_a_body_cannot_name_what_is_not_yours(world: World) -> None:
    ngo, other = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    theirs, mine = await journal(world, other), await world.unaided(ngo)
    their_citizen = (await other.get(f"/v1/courses/{theirs['courses']}")).json()["citizen_id"]
    my_other = await world.course(ngo, await world.unaided(ngo))
    course = {"form": "group", "journey_started_on": TODAY}
    for path, body, pointer in (
        ("courses", {**course, "citizen_id": their_citizen}, "/citizen_id"),
        ("support-needs", {**NEED, "citizen_id": their_citizen}, "/citizen_id"),
        ("support-needs", {**NEED, "citizen_id": mine["id"], "course_id": theirs["courses"]}, "/course_id"),
        ("support-needs", {**NEED, "citizen_id": mine["id"], "course_id": my_other["id"]}, "/course_id"),
        ("support-needs", {**NEED, "citizen_id": mine["id"], "course_id": nobody()}, "/course_id"),
        ("follow-ups", {"course_id": theirs["courses"], "due_on": TODAY}, "/course_id"),
        ("follow-ups", {"course_id": nobody(), "due_on": TODAY}, "/course_id"),
    ):
        answer = await ngo.post(f"/v1/{path}", body)
        assert answer.status_code == 422, (path, body)
        errors = [(each["pointer"], each["code"]) for each in answer.json()["errors"]]
        assert errors == [(pointer, "unknown_reference")]


async def test_who_cannot_be_assigned_is_refused_in_one_way(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    refused = [
        await me(await world.party("tryg-vej-caseworker-perpetrator")),
        await me(await world.party("lysningen-caseworker-victim")),
        await me(await world.party("police-caseworker")),
        nobody(),
    ]
    course = await world.course(ngo, await world.unaided(ngo))
    path = f"/v1/courses/{course['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    citizen = await world.unaided(ngo)
    body = {"citizen_id": citizen["id"], "form": "group", "journey_started_on": TODAY}
    answers = [await ngo.patch(path, {"assigned_to": each}, if_match=etag) for each in refused]
    answers += [await ngo.post("/v1/courses", {**body, "assigned_to": each}) for each in refused]
    for answer in answers:
        problem = answer.json()
        assert (answer.status_code, problem["type"].rsplit("/", 1)[1]) == (409, "cannot-be-assigned")
        assert problem["detail"] == "The worker cannot be assigned."
        assert "errors" not in problem
    assert (await ngo.get(f"/v1/courses?citizen_id={citizen['id']}")).json()["items"] == []


async def test_a_worker_takes_a_course_but_gives_it_to_nobody(world: World) -> None:
    coordinator = await world.party("tryg-vej-coordinator-victim")
    worker = await world.party("tryg-vej-caseworker-victim")
    citizen = await world.unaided(coordinator)
    body = {"citizen_id": citizen["id"], "form": "group", "journey_started_on": TODAY}
    to_other = await worker.post("/v1/courses", {**body, "assigned_to": await me(coordinator)})
    assert (to_other.status_code, to_other.json()["type"].rsplit("/", 1)[1]) == (409, "cannot-be-assigned")
    course = await made(worker, "/v1/courses", {**body, "assigned_to": await me(worker)})
    path = f"/v1/courses/{course['id']}"
    etag = (await worker.get(path)).headers["etag"]
    handed = await worker.patch(path, {"assigned_to": await me(coordinator)}, if_match=etag)
    assert handed.status_code == 409
    # Laid down by the worker, it is nobody's again.
    free = await worker.patch(path, {"assigned_to": None}, if_match=etag)
    assert (free.status_code, free.json()["assigned_to"]) == (200, None)
    assert (await worker.get(path)).status_code == 200


async def test_a_worker_with_another_course_of_the_citizen_keeps_the_charge(world: World) -> None:
    coordinator = await world.party("tryg-vej-coordinator-victim")
    worker = await world.party("tryg-vej-caseworker-victim")
    citizen = await world.unaided(coordinator)
    one, other = [await world.course(coordinator, citizen, assigned_to=await me(worker)) for _ in range(2)]
    for course, expected in ((one, 200), (other, 404)):
        path = f"/v1/courses/{course['id']}"
        etag = (await coordinator.get(path)).headers["etag"]
        moved = await coordinator.patch(path, {"assigned_to": await me(coordinator)}, if_match=etag)
        assert moved.status_code == 200
        assert (await worker.get(path)).status_code == expected


async def test_lists_hold_only_ones_own_track_and_filter(world: World) -> None:
    victims, perpetrators = [await world.party(f"tryg-vej-coordinator-{track}") for track in ("victim", "perpetrator")]
    citizen = await world.unaided(victims)
    created = await world.course(victims, citizen)
    running = await world.running(victims, citizen, assigned_to=await me(victims))
    hers = await world.course(perpetrators, await world.unaided(perpetrators, "perpetrator"))
    of_citizen = f"/v1/courses?citizen_id={citizen['id']}"

    async def ids(party: Party, path: str) -> list[str]:
        answer = await party.get(path)
        assert answer.status_code == 200, answer.text
        return [each["id"] for each in answer.json()["items"]]

    assert await ids(victims, of_citizen) == [running["id"], created["id"]]
    assert await ids(victims, f"{of_citizen}&status=created") == [created["id"]]
    assert await ids(victims, f"{of_citizen}&assigned_to={await me(victims)}") == [running["id"]]
    assert await ids(victims, f"{of_citizen}&updated_since={running['updated_at']}") == [running["id"]]
    assert await ids(victims, f"{of_citizen}&track=perpetrator") == []
    assert hers["id"] not in await ids(victims, "/v1/courses?limit=200")
    assert await ids(perpetrators, of_citizen) == []
    for unknown in ("offset=1", "limit=0", "limit=201", "status=open", "citizen_id=1", "updated_since=1"):
        assert (await victims.get(f"/v1/courses?{unknown}")).status_code == 400, unknown


@pytest.mark.parametrize("client", ["lysningen-coordinator-victim", "favrskov-coordinator"])
@pytest.mark.parametrize("collection", ["courses", "support-needs", "follow-ups"])
async def test_a_page_costs_as_many_statements_whatever_its_size(
    world: World, app: FastAPI, client: str, collection: str
) -> None:
    party = await world.party(client)
    for _ in range(3):
        records = await journal(world, party)
        await made(
            party, "/v1/support-needs", {**NEED, "description": "Æ", "citizen_id": await citizen_of(party, records)}
        )
    counts = []
    for limit in (1, 2, 5, 200):
        with statements(app) as seen:
            answer = await party.get(f"/v1/{collection}?limit={limit}")
        assert answer.status_code == 200
        counts.append(len(seen))
    assert len(answer.json()["items"]) >= 3
    # Who asks, the page, the keys where there is something sealed, the log.
    assert counts == [4 if collection == "support-needs" else 3] * 4


async def citizen_of(party: Party, records: dict[str, str]) -> str:
    return str((await party.get(f"/v1/courses/{records['courses']}")).json()["citizen_id"])


async def test_sessions_cost_as_many_statements_whatever_the_page(world: World, app: FastAPI) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    for _ in range(4):
        await made(ngo, f"/v1/courses/{course['id']}/sessions", HELD)
    counts = []
    for limit in (1, 3, 200):
        with statements(app) as seen:
            await ngo.get(f"/v1/courses/{course['id']}/sessions?limit={limit}")
        counts.append(len(seen))
    assert counts == [4, 4, 4]


async def test_reading_one_course_is_three_statements(world: World, app: FastAPI) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    with statements(app) as seen:
        await ngo.get(f"/v1/courses/{course['id']}")
    assert len(seen) == 3, seen
