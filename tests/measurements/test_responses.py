"""Questionnaires: assigned, handed out, answered once; the server scores."""

import asyncio
from datetime import timedelta
from typing import Any

import pytest

from app.common.days import today
from tests.courses.test_courses import WAYS, in_state
from tests.measurements.test_instruments import code, in_use, terms, worded_item
from tests.support.world import JSON, Party, World, nobody

TODAY = today().isoformat()
PATH = "/v1/questionnaire-responses"
ALLOWED = {
    "assigned": ["declined", "handed_out", "not_answered"],
    "handed_out": ["answered", "declined", "not_answered"],
    "answered": [],
    "declined": [],
    "not_answered": [],
}


def day(offset: int) -> str:
    return (today() + timedelta(days=offset)).isoformat()


def filled(*values: int, name: str = "who5", **members: Any) -> JSON:
    answers = [{"item": f"{name}_{place}", "value": value} for place, value in enumerate(values, 1)]
    return {"answered_on": TODAY, "answers": answers, **members}


async def answered(world: World, party: Party, course: JSON, *values: int, wave: str = "start") -> JSON:
    made = await world.questionnaire(party, course, wave)
    answer = await party.act(f"{PATH}/{made['id']}/answer", filled(*values))
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def running(world: World, party: Party) -> JSON:
    return await world.running(party, await world.measured(party))


async def assigned(world: World, party: Party, course: JSON, wave: str = "start", name: str = "who5") -> Any:
    body = {"course_id": course["id"], "instrument_id": (await world.instrument(party, name))["id"], "wave": wave}
    return await party.post(PATH, body)


def kind(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].rsplit("/", 1)[1]


async def test_a_questionnaire_from_assignment_to_score(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await running(world, ngo)
    instrument = await world.instrument(ngo)
    made = await assigned(world, ngo, course)
    assert made.status_code == 201, made.text
    path = made.headers["location"]
    assert path == f"{PATH}/{made.json()['id']}"
    assert made.json() | {"created_at": "", "updated_at": ""} == {
        "id": made.json()["id"],
        "project_id": world.project(),
        "course_id": course["id"],
        "citizen_id": course["citizen_id"],
        "track": "victim",
        "instrument_id": instrument["id"],
        "instrument_code": "who5",
        "wave": "start",
        "status": "assigned",
        "handed_out_at": None,
        "answered_on": None,
        "answered_through": None,
        "external_reference": None,
        "answers": None,
        "withheld": [],
        "created_at": "",
        "updated_at": "",
        "version": 1,
    }
    assert (await ngo.post(f"{path}/hand-out")).status_code == 428
    assert (await ngo.post(f"{path}/hand-out", if_match='"x"')).status_code == 412
    handed = await ngo.post(f"{path}/hand-out", if_match=made.headers["etag"])
    assert (handed.json()["status"], handed.json()["version"]) == ("handed_out", 2)
    assert handed.json()["handed_out_at"]
    # In whatever order the answers come, they are kept in the instrument's.
    shuffled = filled(3, 2, 1, 0, 1)
    shuffled["answers"].reverse()
    done = await ngo.post(f"{path}/answer", shuffled, if_match=handed.headers["etag"])
    assert done.json()["answers"] == {"answers": filled(3, 2, 1, 0, 1)["answers"], "score": 28, "band": "at_most_28"}
    assert (done.json()["status"], done.json()["answered_on"], done.json()["withheld"]) == ("answered", TODAY, [])
    read = await ngo.get(path)
    assert (read.json(), read.headers["etag"]) == (done.json(), done.headers["etag"])


async def test_in_the_municipal_programme_the_municipality_asks(world: World) -> None:
    municipality = await world.party("favrskov-caseworker")
    made = await answered(world, municipality, await running(world, municipality), 5, 5, 5, 5, 5)
    assert made["answers"] == {"answers": filled(5, 5, 5, 5, 5)["answers"], "score": 100, "band": None}


async def test_brief_inspire_o(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    made = await world.questionnaire(ngo, await running(world, ngo), code="brief_inspire_o")
    done = (await ngo.act(f"{PATH}/{made['id']}/answer", filled(1, 2, 3, 4, 1, name="inspire"))).json()
    assert (done["answers"]["score"], done["answers"]["band"]) == (55, None)


@pytest.mark.parametrize(
    ("body", "faults"),
    [
        (filled(3, 2, 1, 0), [("/answers", "missing_item")]),
        (filled(6, 2, 1, 0, -1), [("/answers/0/value", "off_scale"), ("/answers/4/value", "off_scale")]),
        (
            filled(1, 2, 3, 4) | {"answers": [*filled(1, 2, 3, 4)["answers"], {"item": "who5_1", "value": 0}]},
            [("/answers/4/item", "duplicate_item"), ("/answers", "missing_item")],
        ),
        (filled(1, 2, 3, 4, 5, 1), [("/answers/5/item", "unknown_item")]),
        (filled(1, 2, 3, 4, 5, answers=[]), [("/answers", "too_short")]),
        (filled(1, 2, 3, 4, 5, answered_on=day(1)), [("/answered_on", "date_in_future")]),
        (filled(1, 2, 3, 4, 5, answered_on="2024-02-29"), [("/answered_on", "before_journey_start")]),
        (filled(1, 2, 3, 4, 5, score=100), [("/score", "extra_forbidden")]),
        (filled(1, 2, 3, 4, 2.5), [("/answers/4/value", "int_type")]),  # type: ignore[arg-type]
        (filled(1, 2, 3, 4, True), [("/answers/4/value", "int_type")]),
        (filled(1, 2, 3, 4, "5"), [("/answers/4/value", "int_type")]),  # type: ignore[arg-type]
    ],
)
async def test_answers_that_cannot_be(world: World, body: JSON, faults: list[tuple[str, str]]) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    made = await world.questionnaire(ngo, await running(world, ngo))
    answer = await ngo.act(f"{PATH}/{made['id']}/answer", body)
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == faults
    assert (await ngo.get(f"{PATH}/{made['id']}")).json()["status"] == "handed_out"


@pytest.mark.parametrize("status", ALLOWED)
async def test_the_way_through_the_states(world: World, status: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    path = f"{PATH}/{(await assigned(world, ngo, await running(world, ngo))).json()['id']}"
    ways = {"handed_out": ["hand-out"], "answered": ["hand-out", "answer"], "declined": ["decline"]}
    for verb in ways.get(status, ["not-answered"] if status == "not_answered" else []):
        await ngo.act(f"{path}/{verb}", filled(1, 1, 1, 1, 1) if verb == "answer" else None)
    assert (await ngo.get(path)).json()["status"] == status
    becomes = {"hand-out": "handed_out", "answer": "answered", "decline": "declined", "not-answered": "not_answered"}
    for verb, to in becomes.items():
        if to in ALLOWED[status]:
            continue
        answer = await ngo.act(f"{path}/{verb}", filled(1, 1, 1, 1, 1) if verb == "answer" else None)
        assert kind(answer) == (409, "forbidden-transition")
        assert (answer.json()["state"], answer.json()["allowed"]) == (status, ALLOWED[status])


async def test_of_two_who_answer_at_once_one_wins(world: World) -> None:
    coordinator, system = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-integration-victim"),
    )
    path = f"{PATH}/{(await world.questionnaire(coordinator, await running(world, coordinator)))['id']}"
    etag = (await coordinator.get(path)).headers["etag"]
    answers = await asyncio.gather(
        *(
            party.post(f"{path}/answer", filled(value, 1, 1, 1, 1), if_match=etag)
            for party in (coordinator, system)
            for value in (1, 2)
        )
    )
    assert sorted(each.status_code for each in answers) == [200, 412, 412, 412]


async def test_one_for_each_course_instrument_and_wave_whatever_the_version(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course, name = await running(world, ngo), code()
    await in_use(world, name)
    assert (await assigned(world, ngo, course, name=name)).status_code == 201
    assert kind(await assigned(world, ngo, course, name=name)) == (409, "already-assigned")
    await in_use(world, name)
    assert kind(await assigned(world, ngo, course, name=name)) == (409, "already-assigned")
    assert (await assigned(world, ngo, course, "end", name=name)).status_code == 201
    at_once = await asyncio.gather(*(assigned(world, ngo, course) for _ in range(3)))
    assert sorted(each.status_code for each in at_once) == [201, 409, 409]


async def test_a_repeated_assignment_gets_the_first_answer(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    body = {
        "course_id": (await running(world, ngo))["id"],
        "instrument_id": (await world.instrument(ngo))["id"],
        "wave": "start",
    }
    first, again = [await ngo.post(PATH, body, idempotency_key=f"again-{body['course_id']}") for _ in range(2)]
    assert (first.status_code, again.status_code, again.json()) == (201, 201, first.json())


async def test_only_a_version_in_use_and_its_own_waves(world: World) -> None:
    ngo, agency = await world.party("tryg-vej-coordinator-victim"), await world.party("agency-secretary")
    course = await running(world, ngo)
    instrument = await in_use(world, code(), waves=["end"])
    body = {"course_id": course["id"], "instrument_id": instrument["id"], "wave": "start"}
    wrong = await ngo.post(PATH, body)
    assert [(each["pointer"], each["code"]) for each in wrong.json()["errors"]] == [("/wave", "not_in_instrument")]
    made = (await ngo.post(PATH, {**body, "wave": "end"})).json()
    await agency.act(f"/v1/instruments/{instrument['id']}/retire")
    other = await running(world, ngo)
    retired = await ngo.post(PATH, {**body, "course_id": other["id"], "wave": "end"})
    assert kind(retired) == (409, "instrument-not-active")
    draft = (await agency.post("/v1/instruments", {"code": code(), **terms()})).json()
    assert kind(await ngo.post(PATH, {**body, "instrument_id": draft["id"]})) == (409, "instrument-not-active")
    # What was assigned before is still handed out and answered.
    assert (await ngo.act(f"{PATH}/{made['id']}/hand-out")).status_code == 200
    answers = [{"item": "q1", "value": 1}, {"item": "q2", "value": 2}]
    done = await ngo.act(f"{PATH}/{made['id']}/answer", {"answered_on": TODAY, "answers": answers})
    assert done.json()["answers"] == {"answers": answers, "score": 38, "band": "low"}


@pytest.mark.parametrize("status", WAYS)
async def test_in_which_courses_and_waves(world: World, status: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await in_state(world, ngo, status)
    citizen = {"id": course["citizen_id"], "project_id": course["project_id"]}
    await world.consent(ngo, citizen, [ngo.organisation_id], ["contact", "evaluation_questionnaire"])
    ended = status in {"completed", "interrupted", "referred_on"}
    for wave in ("start", "end", "follow_up"):
        answer = await assigned(world, ngo, course, wave)
        if status == "not_started":
            assert kind(answer) == (409, "course-never-started")
        elif wave == "follow_up" and not ended:
            assert kind(answer) == (409, "course-not-ended")
        else:
            assert answer.status_code == 201, (wave, answer.text)


async def test_an_instrument_that_asks_for_consent_is_not_used_without(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    course = await world.running(ngo, citizen)
    missing = (409, "evaluation-consent-missing")
    assert kind(await assigned(world, ngo, course)) == missing
    # One that does not name the organisation is none of its business.
    await world.consent(ngo, citizen, [world.organisation("aarhus")], ["contact", "evaluation_questionnaire"])
    assert kind(await assigned(world, ngo, course)) == missing
    consent = await world.consent(ngo, citizen, [ngo.organisation_id], ["contact", "evaluation_questionnaire"])
    one = (await assigned(world, ngo, course)).json()
    two = await world.questionnaire(ngo, course, "end")
    three = (await assigned(world, ngo, course, name="brief_inspire_o")).json()
    await world.withdrawn(ngo, consent)
    assert kind(await ngo.act(f"{PATH}/{one['id']}/hand-out")) == missing
    assert kind(await ngo.act(f"{PATH}/{two['id']}/answer", filled(1, 1, 1, 1, 1))) == missing
    assert (await ngo.act(f"{PATH}/{one['id']}/decline")).json()["status"] == "declined"
    assert (await ngo.act(f"{PATH}/{three['id']}/not-answered")).json()["status"] == "not_answered"


async def test_what_was_answered_stays_after_a_withdrawal(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    consent = await world.consent(ngo, citizen, [ngo.organisation_id], ["contact", "evaluation_questionnaire"])
    made = await answered(world, ngo, await world.running(ngo, citizen), 1, 2, 3, 4, 5)
    await world.withdrawn(ngo, consent)
    assert (await ngo.get(f"{PATH}/{made['id']}")).json() == made


async def test_one_that_asks_for_no_consent_and_no_whole_form(world: World) -> None:
    ngo, agency = await world.party("lysningen-coordinator-victim"), await world.party("agency-secretary")
    instrument = await in_use(
        world,
        code(),
        items=[worded_item(f"q{number}", required=False) for number in (1, 2, 3)],
        scoring={"rule": "share_of_max", "factor": None, "complete": False},
        requires_evaluation_consent=False,
    )
    course = await world.running(ngo, await world.unaided(ngo))
    body = {"course_id": course["id"], "instrument_id": instrument["id"], "wave": "start"}
    made = (await ngo.post(PATH, body)).json()
    # Nobody else's course waits for it from now on.
    await agency.act(f"/v1/instruments/{instrument['id']}/retire")
    await ngo.act(f"{PATH}/{made['id']}/hand-out")
    done = await ngo.act(f"{PATH}/{made['id']}/answer", {"answered_on": TODAY, "answers": [{"item": "q3", "value": 3}]})
    assert done.json()["answers"] == {"answers": [{"item": "q3", "value": 3}], "score": 75, "band": None}


async def test_a_body_cannot_name_what_is_not_yours(world: World) -> None:
    ngo, other = await world.party("tryg-vej-coordinator-victim"), await world.party("lysningen-coordinator-victim")
    theirs, mine = await running(world, other), await running(world, ngo)
    instrument = (await world.instrument(ngo))["id"]
    for course, version, pointer in (
        (theirs["id"], instrument, "/course_id"),
        (nobody(), instrument, "/course_id"),
        (mine["id"], nobody(), "/instrument_id"),
    ):
        answer = await ngo.post(PATH, {"course_id": course, "instrument_id": version, "wave": "start"})
        assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, "unknown_reference")]


async def test_the_list_filters_and_pages(world: World) -> None:
    ngo = await world.party("lysningen-integration-victim")
    course, other = await running(world, ngo), await running(world, ngo)
    one = await answered(world, ngo, course, 1, 1, 1, 1, 1)
    two = await world.questionnaire(ngo, course, "end")
    three = (await assigned(world, ngo, other)).json()
    four = (await assigned(world, ngo, other, name="brief_inspire_o")).json()
    ids = [each["id"] for each in (one, two, three, four)]

    async def found(query: str) -> list[str]:
        items = (await ngo.get(f"{PATH}?limit=200&{query}")).json()["items"]
        return [each["id"] for each in items if each["id"] in ids]

    assert await found("track=victim") == ids[::-1]
    assert await found(f"course_id={course['id']}") == [ids[1], ids[0]]
    assert await found(f"citizen_id={other['citizen_id']}") == [ids[3], ids[2]]
    assert await found("status=answered") == [ids[0]]
    assert await found("wave=end") == [ids[1]]
    assert await found(f"instrument_id={four['instrument_id']}") == [ids[3]]
    assert await found(f"updated_since={three['updated_at']}") == [ids[3], ids[2]]
    assert await found("track=perpetrator") == []
    first = (await ngo.get(f"{PATH}?limit=2")).json()
    second = (await ngo.get(f"{PATH}?limit=2&cursor={first['next_cursor']}")).json()
    assert [each["id"] for each in first["items"] + second["items"]] == ids[::-1]
    assert second["items"][1] == (await ngo.get(f"{PATH}/{one['id']}")).json()
    assert (await ngo.get(f"{PATH}?limit=2&wave=end&cursor={first['next_cursor']}")).status_code == 400
    for query in ("wave=middle", "status=open", "instrument_id=who5", "score=28"):
        assert (await ngo.get(f"{PATH}?{query}")).status_code == 400, query
