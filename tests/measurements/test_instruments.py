"""Instruments in versions: drafted, worded, taken into use once, never changed after."""

import asyncio
import itertools
from typing import Any

import pytest
from sqlalchemy.ext.asyncio import AsyncEngine, create_async_engine

from app.installation import Installation
from app.measurements.shipped import ship
from tests.boundary.sql import refused
from tests.support.world import JSON, World, nobody

_numbers = itertools.count(1)


def code() -> str:
    return f"trial_{next(_numbers)}"


def worded_item(name: str, **changes: Any) -> JSON:
    return {"id": name, "wording_da": "Hvordan?", "wording_en": None, "required": True, **changes}


def terms(**changes: Any) -> JSON:
    return {
        "title_da": "Prøveskema",
        "title_en": "Trial form",
        "items": [worded_item(f"q{number}") for number in (1, 2)],
        "scale_min": 0,
        "scale_max": 4,
        "scoring": {"rule": "share_of_max", "factor": None, "complete": True},
        "bands": [{"code": "low", "label_da": "Lav", "label_en": "Low", "at_most": 50}],
        "waves": ["start", "end"],
        "relevant_change": None,
        "score_seen_by": [{"organisation_type": "ngo", "functions": ["coordinator"]}],
        "requires_evaluation_consent": True,
        **changes,
    }


async def in_use(world: World, name: str, **changes: Any) -> JSON:
    agency = await world.party("agency-secretary")
    made = await agency.post("/v1/instruments", {"code": name, **terms(**changes)})
    assert made.status_code == 201, made.text
    answer = await agency.act(f"/v1/instruments/{made.json()['id']}/activate")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


@pytest.mark.parametrize("client", ["agency-secretary", "operator-operator"])
async def test_a_version_is_drafted_worded_and_taken_into_use(world: World, client: str) -> None:
    party, name = await world.party(client), code()
    made = await party.post("/v1/instruments", {"code": name, **terms()})
    assert made.status_code == 201, made.text
    path = f"/v1/instruments/{made.json()['id']}"
    assert made.headers["location"] == path
    assert (made.json()["instrument_version"], made.json()["status"]) == (1, "draft")
    worded = terms()
    worded["items"][0] |= {"wording_da": "Føler du dig tryg?", "wording_en": "Do you feel safe?"}
    assert (await party.put(path, worded)).status_code == 428
    changed = await party.put(path, worded, if_match=made.headers["etag"])
    assert changed.json()["items"][0]["wording_da"] == "Føler du dig tryg?"
    assert (await party.put(path, worded, if_match=made.headers["etag"])).status_code == 412
    active = await party.post(f"{path}/activate", if_match=changed.headers["etag"])
    assert (active.json()["status"], active.json()["retired_at"]) == ("active", None)
    assert active.json()["activated_at"]

    again = await party.put(path, worded, if_match=active.headers["etag"])
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "active", ["retired"])
    ngo = await world.party("tryg-vej-caseworker-victim")
    assert (await ngo.get(path)).json() == active.json()


async def test_a_form_of_ones_own_is_taken_into_use_once_it_asks_something(world: World) -> None:
    agency, bare = await world.party("agency-secretary"), {"wording_da": None, "wording_en": None}
    items = [worded_item("q1", **bare), worded_item("q2"), worded_item("q3", **bare)]
    made = await agency.post("/v1/instruments", {"code": code(), **terms(items=items)})
    path = made.headers["location"]
    refusal = await agency.act(f"{path}/activate")
    assert (refusal.status_code, refusal.json()["type"].rpartition("/")[2]) == (409, "form-without-wording")
    assert [each["pointer"] for each in refusal.json()["errors"]] == ["/items/0", "/items/2"]
    for each in items:
        each["wording_en"] = "How?"
    worded = await agency.put(path, terms(items=items), if_match=(await agency.get(path)).headers["etag"])
    assert worded.status_code == 200, worded.text
    assert (await agency.act(f"{path}/activate")).json()["status"] == "active"
    (shipped,) = (await agency.get("/v1/instruments?code=benefit&status=draft")).json()["items"]
    assert (await agency.act(f"/v1/instruments/{shipped['id']}/activate")).status_code == 409


async def test_a_new_version_supersedes_the_one_in_use(world: World) -> None:
    agency, name = await world.party("agency-secretary"), code()
    first = await in_use(world, name)
    second = await in_use(world, name, title_en="Better")
    assert (second["instrument_version"], second["supersedes_id"]) == (2, first["id"])
    old = (await agency.get(f"/v1/instruments/{first['id']}")).json()
    assert old["status"] == "retired"
    assert old["retired_at"] == second["activated_at"]
    versions = (await agency.get(f"/v1/instruments?code={name}")).json()["items"]
    assert [each["instrument_version"] for each in versions] == [2, 1]
    for verb in ("activate", "retire"):
        answer = await agency.act(f"/v1/instruments/{first['id']}/{verb}")
        assert (answer.status_code, answer.json()["allowed"]) == (409, [])
    assert (await agency.act(f"/v1/instruments/{second['id']}/retire")).json()["status"] == "retired"
    assert (await agency.get(f"/v1/instruments?code={name}&status=active")).json()["items"] == []


async def test_two_at_a_time_get_two_numbers_and_one_is_in_use(world: World) -> None:
    agency, operator, name = await world.party("agency-secretary"), await world.party("operator-operator"), code()
    made = await asyncio.gather(
        *(each.post("/v1/instruments", {"code": name, **terms()}) for each in (agency, operator))
    )
    assert sorted(each.json()["instrument_version"] for each in made) == [1, 2]
    answers = await asyncio.gather(
        *(
            party.post(f"/v1/instruments/{each.json()['id']}/activate", if_match=each.headers["etag"])
            for party, each in zip((agency, operator), made, strict=True)
        )
    )
    assert {each.status_code for each in answers} == {200}
    assert len((await agency.get(f"/v1/instruments?code={name}&status=active")).json()["items"]) == 1


ITEM = {"id": "q1", "wording_da": None, "wording_en": None, "required": True}
BAND = {"code": "low", "label_da": "Lav", "label_en": "Low", "at_most": 50}


@pytest.mark.parametrize(
    ("change", "pointer", "fault"),
    [
        ({"items": []}, "/items", "too_short"),
        ({"items": [ITEM, ITEM]}, "", "duplicate_item"),
        ({"items": [{**ITEM, "id": "Q 1"}]}, "/items/0/id", "wrong_form"),
        ({"scale_min": 4}, "", "scale_upside_down"),
        ({"scale_min": 0.5}, "/scale_min", "int_type"),
        ({"scoring": {"rule": "sum_times_factor", "factor": None, "complete": True}}, "/scoring", "factor_misplaced"),
        ({"scoring": {"rule": "share_of_max", "factor": 4, "complete": True}}, "/scoring", "factor_misplaced"),
        ({"scoring": {"rule": "sum_times_factor", "factor": 4, "complete": False}}, "", "incomplete_scoring"),
        ({"items": [{**ITEM, "required": False}]}, "", "incomplete_scoring"),
        ({"scoring": {"rule": "median", "factor": None, "complete": True}}, "/scoring/rule", "not_a_choice"),
        ({"bands": [BAND, {**BAND, "code": "high"}]}, "", "bands_out_of_order"),
        ({"bands": [BAND, {**BAND, "at_most": 60}]}, "", "duplicate_item"),
        ({"waves": ["start", "start"]}, "/waves", "duplicate_item"),
        ({"waves": ["middle"]}, "/waves/0", "not_a_choice"),
        (
            {"score_seen_by": [{"organisation_type": "police_district", "functions": ["coordinator"]}]},
            "/score_seen_by/0/organisation_type",
            "not_a_choice",
        ),
        ({"requires_evaluation_consent": "yes"}, "/requires_evaluation_consent", "bool_type"),
        ({"status": "active"}, "/status", "extra_forbidden"),
    ],
)
async def test_what_cannot_be_an_instrument(world: World, change: JSON, pointer: str, fault: str) -> None:
    agency = await world.party("agency-secretary")
    answer = await agency.post("/v1/instruments", {"code": code(), **terms(**change)})
    assert answer.status_code == 422, answer.text
    assert (pointer, fault) in [(each["pointer"], each["code"]) for each in answer.json()["errors"]]


async def test_who_may_do_what_with_instruments(world: World) -> None:
    instrument = await world.instrument(await world.party("agency-secretary"))
    path = f"/v1/instruments/{instrument['id']}"
    for client in ("aarhus-caseworker", "tryg-vej-integration-perpetrator", "vive-researcher", "operator-operator"):
        assert (await (await world.party(client)).get(path)).status_code == 200, client
    for client in ("police-coordinator", "trainer-secretary"):
        assert (await (await world.party(client)).get(path)).status_code == 403, client
    for client in ("aarhus-coordinator", "tryg-vej-coordinator-victim", "vive-researcher"):
        party = await world.party(client)
        answers = [
            await party.post("/v1/instruments", {"code": code(), **terms()}),
            await party.put(path, terms(), if_match='"x"'),
            await party.post(f"{path}/activate", if_match='"x"'),
            await party.post(f"{path}/retire", if_match='"x"'),
        ]
        assert {each.status_code for each in answers} == {403}, client
    assert (await (await world.party("agency-secretary")).get(f"/v1/instruments/{nobody()}")).status_code == 404


async def test_the_demo_has_two_in_use_and_the_programmes_own_as_drafts(world: World) -> None:
    vive = await world.party("vive-researcher")
    items = (await vive.get("/v1/instruments?limit=200")).json()["items"]
    first = {each["code"]: each["status"] for each in items if each["instrument_version"] == 1}
    assert (first["who5"], first["brief_inspire_o"]) == ("active", "active")
    assert {first[each] for each in ("benefit", "safety", "freedom", "scope_for_action")} == {"draft"}


async def test_shipping_again_changes_nothing(world: World, installation: Installation) -> None:
    agency = await world.party("agency-secretary")
    before = (await agency.get("/v1/instruments?code=who5")).json()
    engine = create_async_engine(installation.owner)
    async with engine.begin() as connection:
        await ship(connection)
    await engine.dispose()
    assert (await agency.get("/v1/instruments?code=who5")).json() == before


@pytest.mark.parametrize(
    "change",
    [
        "scale_max = 9",
        "items = '[]'",
        "scoring = '{}'",
        "waves = '{}'",
        "score_seen_by = '[]'",
        "status = 'draft', activated_at = NULL",
    ],
)
async def test_the_database_keeps_what_is_in_use(world: World, superuser: AsyncEngine, change: str) -> None:
    instrument = await in_use(world, code())
    async with superuser.connect() as connection:
        raw = (await connection.get_raw_connection()).driver_connection
        statement = f"UPDATE instrument SET {change} WHERE id = '{instrument['id']}'"
        assert await refused(raw, statement) == "PW002"


_WHO5_SCORING = {"rule": "sum_times_factor", "factor": 4, "complete": True}
_WHO5_ITEMS = [worded_item(f"who5_{number}") for number in range(1, 6)]
_WHO5_BANDS = [
    {"code": f"at_most_{limit}", "label_da": str(limit), "label_en": str(limit), "at_most": limit}
    for limit in (28, 35, 50)
]
_WHO5: JSON = {
    "items": _WHO5_ITEMS,
    "scale_min": 0,
    "scale_max": 5,
    "scoring": _WHO5_SCORING,
    "bands": _WHO5_BANDS,
    "relevant_change": 10,
}


@pytest.mark.parametrize(
    ("name", "changes", "wanted"),
    [
        ("who5", {**_WHO5, "scale_max": 9}, ["/scale_max"]),
        ("who5", {**_WHO5, "scoring": {**_WHO5_SCORING, "factor": 5}}, ["/scoring"]),
        ("who5", {**_WHO5, "items": _WHO5_ITEMS[:4]}, ["/items"]),
        ("who5", {**_WHO5, "bands": [{**_WHO5_BANDS[0], "at_most": 99}]}, ["/bands"]),
        ("who5", {**_WHO5, "relevant_change": 1}, ["/relevant_change"]),
        ("who5", {**_WHO5, "requires_evaluation_consent": False}, ["/requires_evaluation_consent"]),
        ("benefit", {"scoring": _WHO5_SCORING}, ["/scoring"]),
    ],
)
async def test_versions_of_what_ships_are_scored_alike(
    world: World, name: str, changes: JSON, wanted: list[str]
) -> None:
    agency = await world.party("agency-secretary")
    answer = await agency.post("/v1/instruments", {"code": name, **terms(**changes)})
    assert answer.status_code == 422, answer.text
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [
        (pointer, "fixed_by_code") for pointer in wanted
    ]


async def test_a_draft_of_what_ships_keeps_its_scoring_when_it_is_written_anew(world: World) -> None:
    agency = await world.party("agency-secretary")
    made = await agency.post("/v1/instruments", {"code": "who5", **terms(**_WHO5)})
    assert made.status_code == 201, made.text
    answer = await agency.put(
        f"/v1/instruments/{made.json()['id']}", terms(**_WHO5) | {"scale_max": 9}, if_match=made.headers["etag"]
    )
    assert [each["code"] for each in answer.json()["errors"]] == ["fixed_by_code"]
