"""Missing answers on the worklist, and questionnaires on the timeline."""

from datetime import timedelta

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from tests.journey.test_timeline import kinds, timeline
from tests.journey.test_worklist import tasks
from tests.measurements.test_responses import PATH, answered, assigned, day, running
from tests.support.world import JSON, Party, World


async def missing(party: Party, course: JSON) -> list[JSON]:
    return await tasks(party, course["id"], kind="answer_missing")


async def settled(world: World, party: Party, course: JSON, wave: str) -> None:
    """Nothing is waited for in this wave any more: what is not answered is declined."""
    instruments = (await party.get("/v1/instruments?status=active&limit=200")).json()["items"]
    for each in instruments:
        if wave in each["waves"]:
            body = {"course_id": course["id"], "instrument_id": each["id"], "wave": wave}
            made = await party.post(PATH, body)
            if made.status_code == 201:
                assert (await party.act(f"{PATH}/{made.json()['id']}/decline")).status_code == 200


async def test_a_started_course_waits_for_its_first_answers(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await running(world, ngo)
    (task,) = await missing(ngo, course)
    assert task == {
        "kind": "answer_missing",
        "label_da": "Indhent svar på spørgeskema",
        "label_en": "Obtain a questionnaire's answers",
        "due_on": (today() + timedelta(days=14)).isoformat(),
        "overdue": False,
        "citizen_id": course["citizen_id"],
        "record": {"category": "course", "id": course["id"]},
        "project_id": world.project(),
        "track": "victim",
    }
    made = (await assigned(world, ngo, course)).json()
    await ngo.act(f"{PATH}/{made['id']}/hand-out")
    assert len(await missing(ngo, course)) == 1
    await ngo.act(f"{PATH}/{made['id']}/not-answered")
    await settled(world, ngo, course, "start")
    assert await missing(ngo, course) == []


async def test_what_is_answered_is_not_missing(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    course = await running(world, ngo)
    await answered(world, ngo, course, 1, 1, 1, 1, 1)
    await settled(world, ngo, course, "start")
    assert await missing(ngo, course) == []
    await ngo.act(f"/v1/courses/{course['id']}/complete", {"ended_on": day(0)})
    assert len(await missing(ngo, course)) == 1
    await settled(world, ngo, course, "end")
    assert await missing(ngo, course) == []
    follow_up = (await ngo.post("/v1/follow-ups", {"course_id": course["id"], "due_on": day(3)})).json()
    assert await missing(ngo, course) == []
    moved = (await ngo.get(f"/v1/follow-ups/{follow_up['id']}")).headers["etag"]
    await ngo.patch(f"/v1/follow-ups/{follow_up['id']}", {"due_on": day(0)}, if_match=moved)
    assert len(await missing(ngo, course)) == 1
    await ngo.act(f"/v1/follow-ups/{follow_up['id']}/cancel")
    assert await missing(ngo, course) == []


async def test_without_a_consent_only_what_was_assigned_is_waited_for(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    course = await world.running(ngo, citizen)
    assert await missing(ngo, course) == []
    consent = await world.consent(ngo, citizen, [ngo.organisation_id], ["contact", "evaluation_questionnaire"])
    made = (await assigned(world, ngo, course)).json()
    await world.withdrawn(ngo, consent)
    assert len(await missing(ngo, course)) == 1
    await ngo.act(f"{PATH}/{made['id']}/not-answered")
    assert await missing(ngo, course) == []


async def test_a_course_that_has_not_begun_waits_for_nothing(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    assert await missing(ngo, await world.course(ngo, await world.measured(ngo))) == []


async def test_it_is_overdue_after_fourteen_days_and_forgotten_after_half_a_year(
    world: World, superuser: AsyncEngine
) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await running(world, ngo)
    for days, found in ((14, [False]), (15, [True]), (179, [True]), (180, [])):
        async with superuser.begin() as connection:
            await connection.execute(
                text("UPDATE course SET started_on = :day WHERE id = :id"),
                {"day": today() - timedelta(days=days), "id": course["id"]},
            )
        assert [each["overdue"] for each in await missing(ngo, course)] == found, days


async def test_it_waits_for_the_courses_own_people_only(world: World) -> None:
    favrskov = await world.party("favrskov-coordinator")
    course = await running(world, favrskov)
    assert len(await missing(favrskov, course)) == 1
    for client in ("randers-coordinator", "police-coordinator", "tryg-vej-coordinator-victim"):
        assert await tasks(await world.party(client), course["id"]) == [], client


async def test_questionnaires_stand_on_the_timeline(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await running(world, ngo)
    await answered(world, ngo, course, 1, 1, 1, 1, 1)
    declined = (await assigned(world, ngo, course, "end")).json()
    await ngo.act(f"{PATH}/{declined['id']}/decline")
    unanswered = (await assigned(world, ngo, course, name="brief_inspire_o")).json()
    await ngo.act(f"{PATH}/{unanswered['id']}/not-answered")
    events = await timeline(ngo, course["citizen_id"])
    found = [each for each in kinds(events) if each.startswith("questionnaire")]
    assert found == [
        "questionnaire_assigned",
        "questionnaire_handed_out",
        "questionnaire_assigned",
        "questionnaire_declined",
        "questionnaire_assigned",
        "questionnaire_not_answered",
        "questionnaire_answered",
    ]
    dated = next(each for each in events if each["kind"] == "questionnaire_answered")
    assert (dated["at"], dated["on"], dated["category"]) == (None, day(0), "questionnaire_response")
