"""What courses cost, reckoned by hand; who sees which part; as CSV and as a picture."""

import csv
import io
from datetime import UTC, datetime
from fractions import Fraction
from typing import Any
from xml.etree import ElementTree as ET

from fastapi import FastAPI

from app.resources.report_forms import kroner
from tests.resources.support import House, code_of, cost, entry, house
from tests.resources.test_rates import rate
from tests.support.statements import statements
from tests.support.world import JSON, Party, World, nobody

PATH = "/v1/reports/course-cost"
SVG = "{http://www.w3.org/2000/svg}"


async def course_of(world: World, party: Party, project: str) -> JSON:
    """A running course in a project that has no form of the demo's."""
    citizen = await party.post("/v1/citizens", {"project_id": project, "track": "victim"})
    assert citizen.status_code == 201, citizen.text
    form = await world.made(
        "/v1/consent-forms",
        {
            "project_id": project,
            "name": "Samtykke",
            "languages": ["da"],
            "notice_da": "Du bestemmer selv.",
            "recipients": [party.organisation_id],
            "scopes": ["contact"],
        },
    )
    body = {
        "citizen_id": citizen.json()["id"],
        "form_version_id": form["id"],
        "language": "da",
        "method": "paper",
        "scopes": ["contact"],
        "recipients": [party.organisation_id],
        "informed_by": "PBA",
    }
    path = f"/v1/consents/{(await party.post('/v1/consents', body)).json()['id']}"
    signed = await party.act(f"{path}/sign", {"signed_at": datetime.now(UTC).isoformat()})
    assert signed.status_code == 200, signed.text
    return await world.running(party, citizen.json())


async def reported(world: World) -> tuple[House, JSON]:
    """A house with a course, its time and its costs."""
    it = await house(world)
    worker, coordinator = it.users["caseworker"], it.coordinator
    course = await course_of(world, coordinator, it.project)
    await rate(coordinator, "2023-01-01", "2023-12-31", oere_per_hour=40_001)
    await rate(coordinator, "2024-01-01", oere_per_hour=50_000)
    await rate(coordinator, "2023-01-01", oere_per_hour=60_000, function="coordinator")
    on = {"by": coordinator, "course_id": course["id"]}
    # At 400.01 kr. an hour 7 minutes are 4666.78 -> 4667 øre, each time; 45 minutes are 30000.75 -> 30001.
    for minutes, task in ((7, "sessions"), (7, "sessions"), (45, "contact")):
        await entry(worker, it.project, "approved", day="2023-05-01", minutes=minutes, task=task, **on)
    # Another rate from the new year on: 90 minutes at 500 kr. = 75000 øre; and the coordinator's own half hour.
    await entry(worker, it.project, "locked", day="2024-01-01", minutes=90, task="sessions", **on)
    await entry(coordinator, it.project, "approved", day="2024-01-01", minutes=30, task="meetings")
    # A day without a rate, and a draft, which counts in nothing.
    await entry(worker, it.project, "approved", coordinator, day="2022-12-31", minutes=20, task="transport")
    await entry(worker, it.project, day="2024-01-02", minutes=600)
    await cost(coordinator, it.project, "booked", amount_oere=12_345, course_id=course["id"], day="2024-01-01")
    await cost(coordinator, it.project, "audited", amount_oere=1, category="premises", day="2024-02-01")
    await cost(coordinator, it.project, amount_oere=77_777, day="2024-02-01")
    return it, course


async def test_the_report_is_reckoned_by_hand(world: World, app: FastAPI) -> None:
    it, course = await reported(world)
    with statements(app) as seen:
        answer = await it.coordinator.get(f"{PATH}?project_id={it.project}")
    assert answer.status_code == 200, answer.text
    # Who asks, the project, the time, the costs, the log.
    assert len(seen) == 5, seen
    found = answer.json()
    of_course = 4667 + 4667 + 30_001 + 75_000
    assert found["by_course"] == [
        {
            "course_id": course["id"],
            "minutes": 7 + 7 + 45 + 90,
            "minutes_without_rate": 0,
            "time_oere": of_course,
            "cost_oere": 12_345,
            "total_oere": of_course + 12_345,
        },
        {
            "course_id": None,
            "minutes": 50,
            "minutes_without_rate": 20,
            "time_oere": 30_000,
            "cost_oere": 1,
            "total_oere": 30_001,
        },
    ]
    assert found["totals"] == {
        "minutes": 199,
        "minutes_without_rate": 20,
        "time_oere": of_course + 30_000,
        "cost_oere": 12_346,
        "total_oere": of_course + 30_000 + 12_346,
    }
    tasks = {each["task"]: (each["minutes"], each["time_oere"]) for each in found["by_task"]}
    assert tasks == {
        "contact": (45, 30_001),
        "meetings": (30, 30_000),
        "sessions": (104, 84_334),
        "transport": (20, 0),
    }
    assert found["by_category"] == [
        {"category": "premises", "cost_oere": 1},
        {"category": "transport", "cost_oere": 12_345},
    ]


async def test_every_way_of_adding_up_comes_to_the_same_oere(world: World) -> None:
    it, _ = await reported(world)
    found = (await it.coordinator.get(f"{PATH}?project_id={it.project}")).json()

    def total(part: str, of: str = "total_oere") -> int:
        return sum(each[of] for each in found[part])

    whole = found["totals"]["total_oere"]
    assert total("by_course") == whole
    assert total("by_task") + total("by_category", "cost_oere") == whole
    assert total("by_staff") + total("by_category", "cost_oere") == whole
    assert total("by_staff", "minutes") == total("by_task", "minutes") == found["totals"]["minutes"]


async def test_each_entry_is_rounded_half_up_before_it_is_summed(world: World) -> None:
    it = await house(world)
    await rate(it.coordinator, "2023-01-01", oere_per_hour=33_330)
    every = (1, 2, 3, 29, 30, 31, 59, 60, 61, 1440)
    for minutes in every:
        await entry(it.users["caseworker"], it.project, "approved", it.coordinator, minutes=minutes)
    found = (await it.coordinator.get(f"{PATH}?project_id={it.project}")).json()
    exact = [Fraction(minutes * 33_330, 60) for minutes in every]
    assert any(each.denominator == 2 for each in exact)
    assert found["totals"]["time_oere"] == sum((each + Fraction(1, 2)).__floor__() for each in exact)


async def test_a_period_bounds_the_report(world: World) -> None:
    it, _ = await reported(world)
    path = f"{PATH}?project_id={it.project}"

    async def total(query: str) -> int:
        return int((await it.coordinator.get(f"{path}&{query}")).json()["totals"]["total_oere"])

    assert await total("to_day=2023-12-31") == 4667 + 4667 + 30_001
    assert await total("from_day=2024-01-01&to_day=2024-01-01") == 75_000 + 30_000 + 12_345
    assert await total("from_day=2024-01-02") == 1
    for wrong in ("from_day=2024-01-02&to_day=2024-01-01", "from_day=1", "format=pdf", "project=x"):
        answer = await it.coordinator.get(f"{path}&{wrong}")
        assert (answer.status_code, code_of(answer)) == (400, "invalid-query"), wrong


async def test_nobody_stands_in_it_by_id_or_initials(world: World) -> None:
    it, _ = await reported(world)
    for form in ("json", "csv"):
        text = (await it.coordinator.get(f"{PATH}?project_id={it.project}&format={form}")).text
        for user in it.users.values():
            assert str(user.staff_id) not in text
        assert "PRV" not in text
    found = (await it.coordinator.get(f"{PATH}?project_id={it.project}")).json()
    entries = (await it.coordinator.get("/v1/time-entries")).json()["items"]
    counted = {each["staff_pseudonym"] for each in entries if each["status"] != "draft"}
    assert [each["staff"] for each in found["by_staff"]] == sorted(counted)


async def test_who_may_not_see_the_rates_sees_no_money(world: World) -> None:
    it, _ = await reported(world)
    path = f"{PATH}?project_id={it.project}"
    found = (await it.users["caseworker"].get(path)).json()
    assert found["withheld"] == ["hourly_rate", "cost"]
    hidden = dict.fromkeys(("minutes_without_rate", "time_oere", "cost_oere", "total_oere"))
    assert found["totals"] == {"minutes": 169, **hidden}
    assert {each["time_oere"] for part in ("by_course", "by_task", "by_staff") for each in found[part]} == {None}
    table = lines((await it.users["caseworker"].get(f"{path}&format=csv")).text)
    assert {(each["time_oere"], each["total_oere"]) for each in table} == {("", "")}
    picture = await it.users["caseworker"].get(path.replace("course-cost", "course-cost.svg"))
    assert picture.status_code == 200, picture.text
    for each in ("secretary", "coordinator"):
        seen = (await it.users[each].get(path)).json()
        assert (seen["withheld"], seen["totals"]["cost_oere"]) == ([], 12_346)


async def test_the_report_is_ones_own(world: World) -> None:
    it, course = await reported(world)
    for client in ("agency-secretary", "vive-researcher", "trainer-secretary", "operator-operator"):
        answer = await (await world.party(client)).get(f"{PATH}?project_id={it.project}")
        assert (answer.status_code, code_of(answer)) == (403, "role-cannot"), client
    for project in (it.project, nobody()):
        stranger = await (await world.party("aarhus-coordinator")).get(f"{PATH}?project_id={project}")
        assert (stranger.status_code, code_of(stranger)) == (404, "not-found")
    # A partner of the same project has its own, and nothing of the other's.
    other = await world.organisation_made("ngo", tracks=["victim"])
    await world.made(f"/v1/projects/{it.project}/partners", {"organisation_id": other["id"], "lead": False})
    partner = await world.user_of(other["id"], "coordinator", "victim")
    await world.agreement_in_force(partner, it.project)
    answer = await partner.get(f"{PATH}?project_id={it.project}")
    assert (answer.json()["totals"]["total_oere"], answer.json()["by_course"]) == (0, [])
    assert course["id"] not in answer.text


async def test_in_an_ngo_the_report_is_of_ones_own_side(world: World) -> None:
    victims = await world.party("tryg-vej-coordinator-victim")
    perpetrators = await world.party("tryg-vej-coordinator-perpetrator")
    course = await world.running(victims, await world.unaided(victims))
    await entry(victims, world.project(), "approved", course_id=course["id"])
    await cost(victims, world.project(), "booked", course_id=course["id"])
    assert course["id"] in (await victims.get(f"{PATH}?project_id={world.project()}")).text
    assert course["id"] not in (await perpetrators.get(f"{PATH}?project_id={world.project()}")).text


async def test_the_police_have_one_without_courses(world: World) -> None:
    police = await world.party("police-coordinator")
    await entry(police, world.project(), "approved", minutes=30)
    await cost(police, world.project(), "booked")
    found = (await police.get(f"{PATH}?project_id={world.project()}")).json()
    assert [each["course_id"] for each in found["by_course"]] == [None]
    assert found["totals"]["cost_oere"] >= 10_000


def lines(text: str) -> list[dict[str, str]]:
    return [*csv.DictReader(io.StringIO(text, newline=""))]


async def test_the_csv_has_the_same_lines(world: World) -> None:
    it, _ = await reported(world)
    path = f"{PATH}?project_id={it.project}"
    found = (await it.coordinator.get(path)).json()
    asked = await it.coordinator.get(f"{path}&format=csv", accept_language="da")
    assert asked.headers["content-type"] == "text/csv; charset=utf-8; header=present"
    assert "attachment" in asked.headers["content-disposition"]
    by_accept = await it.coordinator.get(path, accept="text/csv", accept_language="da")
    assert by_accept.text == asked.text
    table = lines(asked.text)
    for part, name in (("course", "by_course"), ("task", "by_task"), ("staff", "by_staff")):
        assert [int(each["total_oere"]) for each in table if each["part"] == part] == [
            each["total_oere"] for each in found[name]
        ]
    assert next(each for each in table if each["part"] == "total")["total_oere"] == str(found["totals"]["total_oere"])
    labels = {each["key"]: each["label"] for each in table}
    assert (labels["sessions"], labels["premises"], labels[""]) == ("Samtaleforløb", "Lokaler", "Uden forløb")
    english = lines((await it.coordinator.get(f"{path}&format=csv")).text)
    assert {each["label"] for each in english} >= {"Course sessions", "Premises", "Of no course"}
    assert (await it.coordinator.get(f"{path}&format=json", accept="text/csv")).json() == found
    both = await it.coordinator.get(path, accept="application/json, text/csv;q=0.5")
    assert both.json() == found
    assert (await it.coordinator.get(path, accept="application/pdf")).status_code == 406


async def test_no_cell_of_the_csv_is_a_formula(world: World) -> None:
    operator = await world.party("operator-operator")
    name = '=HYPERLINK("http://example.com";"x")'
    organisation = await operator.post("/v1/organisations", {"type": "ngo", "name": name, "tracks": ["victim"]})
    project = await world.project_made()
    await world.activated(project["id"], organisation.json(), "ngo")
    party = await world.user_of(organisation.json()["id"], "coordinator", "victim")
    await world.agreement_in_force(party, project["id"])
    table = lines((await party.get(f"{PATH}?project_id={project['id']}&format=csv")).text)
    assert [each["label"] for each in table] == [f"'{name}"]


async def test_the_picture_says_the_same_in_both_languages(world: World) -> None:
    it, course = await reported(world)
    path = f"{PATH}.svg?project_id={it.project}"
    for accept in ("image/svg+xml", "image/*", "*/*"):
        answer = await it.coordinator.get(path, accept=accept, accept_language="da")
        assert (answer.status_code, answer.headers["content-type"]) == (200, "image/svg+xml"), accept
    tree: Any = ET.fromstring(answer.text)  # noqa: S314 - our own answer
    assert tree.find(f"{SVG}title").text.startswith("Hvad forløbene koster: Prøve")
    described = tree.find(f"{SVG}desc").text
    assert described == f"Forløb {course['id'][:8]}: {kroner(126_680)}; Uden forløb: {kroner(30_001)}"
    assert "<script" not in answer.text
    english = await it.coordinator.get(path)
    assert "Of no course" in english.text
    empty = await it.coordinator.get(f"{path}&to_day=2000-01-01", accept_language="da")
    assert "Der er ingen godkendt tid eller bogført udgift." in empty.text


def test_kroner_are_written_as_in_denmark() -> None:
    assert [kroner(each) for each in (0, 5, 123_450, 123_456_789)] == [
        "0,00 kr.",
        "0,05 kr.",
        "1.234,50 kr.",
        "1.234.567,89 kr.",
    ]
