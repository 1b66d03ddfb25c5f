"""What changed from the start of a course to its end."""

import pytest

from tests.measurements.test_instruments import code, in_use, terms, worded_item
from tests.measurements.test_responses import TODAY, answered, running
from tests.support.world import JSON, Party, World, nobody


async def change(party: Party, course: JSON) -> JSON:
    answer = await party.get(f"/v1/courses/{course['id']}/change")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


@pytest.mark.parametrize(
    ("start", "end", "difference", "relevant"),
    [
        ((1, 1, 1, 1, 1), (2, 2, 1, 1, 1), 8, False),
        ((1, 1, 1, 1, 1), (2, 2, 2, 1, 1), 12, True),
        ((3, 3, 3, 3, 3), (2, 2, 2, 3, 3), -12, True),
        ((3, 3, 3, 3, 3), (3, 3, 3, 3, 3), 0, False),
    ],
)
async def test_who_5_from_start_to_end(
    world: World, start: tuple[int, ...], end: tuple[int, ...], difference: int, relevant: bool
) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await running(world, ngo)
    assert await change(ngo, course) == {"course_id": course["id"], "items": [], "withheld": []}
    first = await answered(world, ngo, course, *start)
    (half,) = (await change(ngo, course))["items"]
    assert (half["end"], half["change"], half["relevant"]) == (None, None, None)
    last = await answered(world, ngo, course, *end, wave="end")
    measured = [
        {"response_id": each["id"], "answered_on": TODAY, "score": sum(values) * 4, "band": each["answers"]["band"]}
        for each, values in ((first, start), (last, end))
    ]
    assert await change(ngo, course) == {
        "course_id": course["id"],
        "items": [
            {
                "instrument_code": "who5",
                "title_da": "WHO-5 trivselsindeks",
                "title_en": "WHO-5 Well-Being Index",
                "start": measured[0],
                "end": measured[1],
                "change": difference,
                "relevant_change": 10,
                "relevant": relevant,
            }
        ],
        "withheld": [],
    }


async def score(party: Party, course: JSON, instrument: JSON, wave: str, value: int) -> None:
    body = {"course_id": course["id"], "instrument_id": instrument["id"], "wave": wave}
    path = f"/v1/questionnaire-responses/{(await party.post('/v1/questionnaire-responses', body)).json()['id']}"
    await party.act(f"{path}/hand-out")
    answers = [{"item": "q1", "value": value}, {"item": "q2", "value": value}]
    answer = await party.act(f"{path}/answer", {"answered_on": TODAY, "answers": answers})
    assert answer.status_code == 200, answer.text


@pytest.mark.parametrize(("relevant_change", "relevant"), [(25, True), (26, False), (None, None)])
async def test_the_relevant_change_is_the_instruments_and_counts_itself(
    world: World, relevant_change: int | None, relevant: bool | None
) -> None:
    ngo, course = await world.party("tryg-vej-coordinator-victim"), None
    course = await running(world, ngo)
    instrument = await in_use(world, code(), relevant_change=relevant_change)
    await score(ngo, course, instrument, "start", 2)
    await score(ngo, course, instrument, "end", 1)
    (found,) = (await change(ngo, course))["items"]
    assert (found["change"], found["relevant"]) == (-25, relevant)


async def test_two_versions_are_not_set_against_each_other(world: World) -> None:
    ngo, name = await world.party("tryg-vej-coordinator-victim"), code()
    course = await running(world, ngo)
    await score(ngo, course, await in_use(world, name), "start", 1)
    wider = [worded_item(each) for each in ("q1", "q2")]
    await score(ngo, course, await in_use(world, name, items=wider, scale_max=10), "end", 8)
    (found,) = (await change(ngo, course))["items"]
    assert (found["start"]["score"], found["end"]["score"], found["change"], found["relevant"]) == (25, 80, None, None)


async def test_what_the_instrument_does_not_show_is_left_out_and_said(world: World) -> None:
    coordinator, worker = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-caseworker-victim"),
    )
    course = await running(world, coordinator)
    hidden = await in_use(world, code(), score_seen_by=terms()["score_seen_by"])
    await score(coordinator, course, hidden, "start", 1)
    await answered(world, coordinator, course, 1, 1, 1, 1, 1)
    assert len((await change(coordinator, course))["items"]) == 2
    seen = await change(worker, course)
    assert ([each["instrument_code"] for each in seen["items"]], seen["withheld"]) == (["who5"], ["answers"])


async def test_a_course_that_is_not_ones_own_has_no_change(world: World) -> None:
    course = await running(world, await world.party("tryg-vej-coordinator-victim"))
    for client in ("lysningen-coordinator-victim", "tryg-vej-coordinator-perpetrator", "aarhus-coordinator"):
        party = await world.party(client)
        foreign, absent = [await party.get(f"/v1/courses/{each}/change") for each in (course["id"], nobody())]
        assert foreign.status_code == absent.status_code == 404, client
    for client in ("police-coordinator", "vive-researcher", "agency-secretary", "operator-operator"):
        assert (await (await world.party(client)).get(f"/v1/courses/{course['id']}/change")).status_code == 403
