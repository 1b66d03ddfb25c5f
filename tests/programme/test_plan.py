"""The meeting plan: as it ships, one a project, and its versions."""

from app.programme.shipped import meeting_plan
from tests.programme.support import municipal, rules
from tests.support.world import World

PATH = "/v1/meeting-plans"


def test_the_plan_ships_as_the_documents_have_it() -> None:
    rows = meeting_plan()
    assert [each.number for each in rows] == [*range(1, 17)]
    assert len({each.meeting_type for each in rows}) == 7
    assert (rows[0].period_start.isoformat(), rows[-1].period_end.isoformat()) == ("2022-11-01", "2025-11-30")
    assert [each.value for each in rows[3].optional] == ["training_provider"]
    assert [each.value for each in rows[4].organisers] == ["agency", "municipality"]
    assert rows[3].place == "Odense (Socialstyrelsens lokaler), fysisk som udgangspunkt"


async def test_a_project_gets_one_plan(world: World) -> None:
    it = await municipal(world)
    made = await it.agency.post(PATH, {"project_id": it.project})
    assert made.status_code == 201, made.text
    assert (made.json()["plan_version"], len(made.json()["rows"]), made.json()["reason"]) == (1, 16, None)
    again = await it.agency.post(PATH, {"project_id": it.project})
    assert (again.status_code, again.json()["rules"]) == (409, ["one_plan_per_project"])


async def test_the_other_programme_has_none(world: World) -> None:
    agency = await world.party("agency-secretary")
    refused = await agency.post(PATH, {"project_id": world.project("model")})
    assert (refused.status_code, refused.json()["rules"]) == (409, ["municipal_programme_only"])


async def test_an_adjustment_is_a_new_version_and_the_old_one_stays(world: World) -> None:
    it = await municipal(world)
    made = await it.agency.post(PATH, {"project_id": it.project})
    path = made.headers["location"]
    body = {
        "reason": "Efter ønske fra kommunerne",
        "changes": [
            {"number": 10, "period_start": "2024-11-01", "period_end": "2024-11-30", "when": "November 2024"},
            {"number": 16, "cancelled": True},
            {"number": 4, "optional": ["training_provider", "managers"]},
        ],
        "additions": [
            {
                "when": "December 2023",
                "period_start": "2023-12-01",
                "period_end": "2023-12-31",
                "meeting_type": "dialogue_meeting",
                "scope": "per_municipality",
                "required": ["implementation_team", "agency"],
            }
        ],
    }
    assert (await it.agency.post(f"{path}/adjust", body)).status_code == 428
    new = await it.agency.post(f"{path}/adjust", body, if_match=made.headers["etag"])
    assert new.status_code == 201, new.text
    rows = {each["number"]: each for each in new.json()["rows"]}
    assert (new.json()["plan_version"], new.json()["supersedes_id"], len(rows)) == (2, made.json()["id"], 17)
    assert (rows[10]["period_start"], rows[16]["cancelled"], rows[17]["optional"]) == ("2024-11-01", True, [])
    assert rows[4]["optional"] == ["training_provider", "managers"]
    old = await it.municipalities[0].get(path)
    assert old.json()["rows"] == made.json()["rows"]
    assert old.json()["superseded_at"] is not None
    stale = await it.agency.post(f"{path}/adjust", body, if_match=made.headers["etag"])
    assert stale.status_code == 412
    late = await it.agency.post(f"{path}/adjust", body, if_match=old.headers["etag"])
    assert (late.status_code, late.json()["rules"]) == (409, ["version_superseded"])
    listed = await it.agency.get(f"{PATH}?project_id={it.project}")
    assert [each["plan_version"] for each in listed.json()["items"]] == [2, 1]


async def test_an_adjustment_makes_sense(world: World) -> None:
    it = await municipal(world)
    path = f"{PATH}/{(await it.plan())['id']}/adjust"
    for body, refused in (
        ({}, ["nothing_adjusted"]),
        ({"changes": [{"number": 99, "cancelled": True}]}, ["unknown_reference"]),
        ({"changes": [{"number": 4, "period_end": "2020-01-01"}]}, ["ends_before_start"]),
        ({"changes": [{"number": 4, "required": []}]}, ["nobody_required"]),
    ):
        answer = await it.agency.act(path, {"reason": "Derfor", **body})
        assert rules(answer) == (422, refused), body
    told = await it.agency.act(path, {"reason": "Efter samtale med 010190-1234", "changes": []})
    assert ("citizen_data_in_text" in rules(told)[1], told.status_code) == (True, 422)


async def test_who_reads_the_plan(world: World) -> None:
    it = await municipal(world)
    path = f"{PATH}/{(await it.plan())['id']}"
    for client, status in (
        ("police-coordinator", 403),
        ("tryg-vej-coordinator-victim", 403),
        ("trainer-secretary", 403),
        ("vive-researcher", 403),
        ("operator-operator", 403),
        ("aarhus-coordinator", 404),  # of another project
    ):
        assert (await (await world.party(client)).get(path)).status_code == status, client
    assert (await it.municipalities[1].get(path)).status_code == 200
    refused = await it.municipalities[1].post(PATH, {"project_id": it.project})
    assert refused.status_code == 403
