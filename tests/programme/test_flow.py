"""Programme status: each party's own part exactly, the others' at least; counted here by hand."""

import xml.etree.ElementTree as ET
from typing import Any

import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine

from app.boundary.counts import FLOW_STEPS
from app.programme.flow_views import FlowStatus, FlowStep
from app.reference.lists import code_lists
from tests.programme.flow_support import PATH, STEPS, Field, field
from tests.resources.support import code_of
from tests.support.statements import statements
from tests.support.world import World, nobody

FARTHEST = ["identified"] + ["passed_on"] + ["contacted"] + ["started"] + ["ended"] + ["followed_up"] * 6 + ["accepted"]
"""Twelve citizens of the police's, and how far each has come."""


@pytest.fixture(scope="module")
async def played(world: World, superuser: AsyncEngine) -> Field:
    it = await field(world)
    for each in FARTHEST:
        await it.brought(each)
    await it.aged(superuser)
    return it


def test_the_steps_are_the_same_everywhere() -> None:
    assert tuple(FlowStep) == FLOW_STEPS == STEPS
    assert [each.code for each in code_lists()["flow_step"].codes] == [*FlowStep]
    assert [each.code for each in code_lists()["flow_status"].codes] == [*FlowStatus]


async def test_the_police_know_their_part_and_of_the_rest_that_there_is_some(played: Field) -> None:
    assert await played.told(played["police"], "own") == [12, 11, 11, 0, 0, 0, None]
    # Ten were accepted, of whom nine were reached: 9 is cut to the five that leave five in doubt.
    assert await played.told(played["police"]) == [None, None, None, 5, 5, 5, 5]
    assert await played.told(played["police"], "project") == [12, 11, 11, 5, 5, 5, 5]


async def test_the_ngo_counts_what_it_did(played: Field) -> None:
    assert await played.told(played["ngo"], "own") == [11, 11, 11, 9, 8, 7, 6]
    assert await played.told(played["ngo"]) == [None] * 7
    assert await played.told(played["ngo"], "project") == [11, 11, 11, 9, 8, 7, 6]


async def test_who_had_no_part_learns_multiples_of_five(played: Field) -> None:
    # Twelve; of eleven consents no more than twelve less five, rounded down; and so on.
    assert await played.told(played["municipality"], "own") == [0] * 7
    assert await played.told(played["municipality"]) == [10, 5, 5, 5, 5, 5, 5]


async def test_the_agency_has_aggregates_alone(played: Field) -> None:
    assert await played.told(played["agency"], "own") == [None] * 7
    assert await played.told(played["agency"]) == [10, 5, 5, 5, 5, 5, 5]
    answer = await played["agency"].get(f"{PATH}?project_id={played.project}")
    assert answer.json()["minimum_cell"] == 5
    assert answer.headers["cache-control"] == "no-store"
    assert {each["status"] for each in answer.json()["steps"]} == {"at_least"}


async def test_a_caseworker_counts_their_own_charge(world: World, played: Field) -> None:
    worker = await world.user_of(played["ngo"].organisation_id, "caseworker", "victim")
    colleague = await world.user_of(played["ngo"].organisation_id, "caseworker", "victim")
    citizen = (await played["ngo"].get("/v1/citizens")).json()["items"][0]["id"]
    body = {"staff_id": colleague.staff_id}
    await played["ngo"].post(f"/v1/citizens/{citizen}/assignments", body)
    assert (await played.flow(worker))["identified"]["own"] == 10
    assert (await played.flow(colleague))["identified"]["own"] == 11


async def test_evaluator_trainer_and_operator_have_no_live_numbers(played: Field, world: World) -> None:
    for client in ("vive-researcher", "trainer-secretary", "operator-operator"):
        for path in (PATH, f"{PATH}.svg"):
            answer = await (await world.party(client)).get(f"{path}?project_id={played.project}")
            assert (answer.status_code, code_of(answer)) == (403, "role-cannot"), client


async def test_nought_is_not_told_apart_from_four(world: World) -> None:
    it = await field(world)
    seen = {0: (await it.flow(it["agency"]))["identified"]}
    for number in range(1, 11):
        await it.brought("identified")
        seen[number] = (await it.flow(it["agency"]))["identified"]
    assert [seen[number]["others"] for number in range(11)] == [None] * 5 + [5] * 5 + [10]
    assert seen[0] == seen[4]
    assert (seen[4]["status"], seen[5]["status"]) == ("below_minimum", "at_least")


async def test_in_the_municipal_programme_nothing_is_passed_on(world: World, superuser: AsyncEngine) -> None:
    it = await field(world, municipal=True)
    for to in ("started", "ended", "followed_up", "followed_up", "followed_up", "followed_up", "followed_up"):
        citizen = await it.world.citizen(it["municipality"], identity=None)
        municipality = it["municipality"]
        await it.world.consent(municipality, citizen, [municipality.organisation_id])
        await it.course({"citizen": citizen}, to, municipality)
    for _ in range(6):
        await it.world.citizen(it["municipality"], identity=None)
    await it.aged(superuser)
    assert await it.told(it["municipality"], "own") == [13, 7, None, None, 7, 6, 5]
    assert await it.told(it["second"], "own") == [0, 0, None, None, 0, 0, 0]
    assert await it.told(it["second"]) == [10, 5, None, None, 5, 5, 5]
    found = await it.flow(it["agency"])
    assert {step for step in STEPS if found[step]["status"] == "not_applicable"} == {"passed_on", "contacted"}
    # What one does oneself is in one's own number, and moves nothing of the others'.
    for number in range(1, 5):
        await it.world.citizen(it["second"], identity=None)
        identified = (await it.flow(it["second"]))["identified"]
        assert (identified["own"], identified["others"], identified["project"]) == (number, 10, 10 + number)


async def test_another_project_is_as_one_that_never_was(played: Field, world: World) -> None:
    strangers = [await world.party(each) for each in ("police-coordinator", "tryg-vej-coordinator-victim")]
    foreign = (await world.project_made())["id"]
    for party in (*strangers, played["ngo"], played["agency"]):
        own = party in played.parties.values()
        answers = [
            await party.get(f"{path}?project_id={project}")
            for path in (PATH, f"{PATH}.svg")
            for project in (foreign if own else played.project, nobody())
        ]
        assert {each.status_code for each in answers} == {404}
        assert len({tuple(sorted({**each.json(), "trace_id": "", "instance": ""}.items())) for each in answers}) == 1
    for query in ("", "?project_id=x", f"?project_id={played.project}&track=victim"):
        assert (await played["ngo"].get(f"{PATH}{query}")).status_code == 400, query


async def test_it_ends_with_the_agreement_and_with_the_partnership(world: World) -> None:
    it = await field(world, second_ngo=True)
    agreement = (await it["second"].get("/v1/agreements")).json()["items"][0]["id"]
    assert (
        await (await world.party("operator-operator")).act(f"/v1/agreements/{agreement}/suspend")
    ).status_code == 200
    assert (await it["second"].get(f"{PATH}?project_id={it.project}")).status_code == 403
    partners = f"/v1/projects/{it.project}/partners"
    (mine,) = [
        each["id"]
        for each in (await it["municipality"].get(partners)).json()["items"]
        if each["organisation_id"] == it["municipality"].organisation_id
    ]
    successor = await world.organisation_made("municipality", municipality_code="0727")
    body = {"organisation_id": successor["id"], "replaces_id": mine}  # the programme requires one
    replaced = await (await world.party("operator-operator")).post(partners, body)
    assert replaced.status_code == 201, replaced.text
    assert (await it["municipality"].get(f"{PATH}?project_id={it.project}")).status_code == 404
    await it.flow(it["police"])


async def test_it_takes_two_statements_whatever_there_is(played: Field, world: World, app: FastAPI) -> None:
    empty = await field(world)
    counted = []
    for it in (played, empty):
        for name in ("police", "ngo", "agency"):
            with statements(app) as seen:
                await it.flow(it[name])
            counted.append(len(seen))
    # Who asks, the project with one's own part, the others', the log.
    assert set(counted) == {4}


async def test_it_is_logged(played: Field) -> None:
    await played.flow(played["police"])
    events = (await played["police"].get("/v1/audit-events?limit=5")).json()["items"]
    (found,) = [each for each in events if each["action"] == "flow"][:1]
    assert (found["category"], found["record_id"], found["outcome"]) == ("flow", played.project, "done")


SVG = "{http://www.w3.org/2000/svg}"


async def test_the_picture_says_the_same_in_both_languages(played: Field) -> None:
    ngo, path = played["ngo"], f"{PATH}.svg?project_id={played.project}"
    for party, said in (
        (played["police"], "Kontaktet: mindst 5 (0 + 5); Forløb påbegyndt: mindst 5 (0 + 5)"),
        (played["agency"], "Identificeret: mindst 10; Samtykke givet: mindst 5"),
        (ngo, "Forløb afsluttet: 7 (øvrige: færre end 5, eller vises ikke)"),
    ):
        answer = await party.get(path, accept="image/*", accept_language="da")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml")
        tree: Any = ET.fromstring(answer.text)  # noqa: S314 - our own answer
        assert tree.attrib["role"] == "img"
        assert tree.find(f"{SVG}title").text == "Programstatus: Prøve"
        described = tree.find(f"{SVG}desc").text
        assert said in described
        drawn = [each.text for each in tree.findall(f"{SVG}text")]
        assert all(part.partition(": ")[2] in drawn for part in described.split("; "))
        assert not {each.tag for each in tree.iter()} & {f"{SVG}script", f"{SVG}image", f"{SVG}style"}
    english = await ngo.get(path)
    assert "Course ended: 7 (others: fewer than 5, or not shown)" in english.text


async def test_the_form_goes_by_what_is_accepted(played: Field) -> None:
    path = f"{PATH}?project_id={played.project}"
    picture = await played["ngo"].get(path, accept="image/svg+xml")
    assert picture.headers["content-type"] == "image/svg+xml"
    assert picture.text == (await played["ngo"].get(path.replace("flow?", "flow.svg?"))).text
    both = await played["ngo"].get(path, accept="application/json, image/svg+xml;q=0.5")
    assert both.json()["steps"]
    assert {each.headers["vary"] for each in (picture, both)} >= {"Accept"}
    assert (await played["ngo"].get(path, accept="image/png")).status_code == 406
