from typing import Any

import pytest

from tests.support.world import World, nobody


async def hire(world: World, organisation_id: str, **fields: Any) -> Any:
    operator = await world.party("operator-operator")
    body = {"organisation_id": organisation_id, "initials": "ÅS", "functions": ["caseworker"], **fields}
    return await operator.post("/v1/staff", body)


async def test_one_sees_one_s_own_organisation_s_staff(world: World) -> None:
    ours = (await hire(world, world.organisation("randers"))).json()
    theirs = (await hire(world, world.organisation("favrskov"))).json()
    coordinator = await world.party("randers-coordinator")
    items = (await coordinator.get("/v1/staff?active=true")).json()["items"]
    assert items[0] == ours
    assert {each["organisation_id"] for each in items} == {world.organisation("randers")}
    assert (await coordinator.get(f"/v1/staff?organisation_id={world.organisation('favrskov')}")).json()["items"] == []
    assert (await coordinator.get(f"/v1/staff/{ours['id']}")).json() == ours
    for absent in (theirs["id"], nobody()):
        assert (await coordinator.get(f"/v1/staff/{absent}")).status_code == 404
    operator = await world.party("operator-operator")
    seen = (await operator.get(f"/v1/staff?organisation_id={world.organisation('favrskov')}&limit=1")).json()
    assert seen["items"] == [theirs]


async def test_a_user_of_an_ngo_works_in_one_track_that_it_serves(world: World) -> None:
    lysningen, tryg_vej = world.organisation("lysningen"), world.organisation("tryg_vej")
    for track in (None, "perpetrator"):
        answer = await hire(world, lysningen, track=track)
        assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "track_not_served")
    assert (await hire(world, lysningen, track="victim")).status_code == 201
    for track in ("victim", "perpetrator"):
        assert (await hire(world, tryg_vej, track=track)).json()["track"] == track
    police = world.organisation("police")
    for track in (None, "victim"):
        assert (await hire(world, police, track=track)).json()["track"] == track


@pytest.mark.parametrize(
    ("key", "functions", "code"),
    [
        ("police", ["researcher"], "function_of_type"),
        ("vive", ["caseworker"], "function_of_type"),
        ("police", ["operator"], "function_of_type"),
        ("operator", ["operator", "disclosure_officer"], "four_eyes"),
        ("police", ["integration"], "not_a_person"),
        ("police", ["caseworker", "caseworker"], "duplicate_item"),
        ("police", [], "too_short"),
    ],
)
async def test_functions_that_cannot_be(world: World, key: str, functions: list[str], code: str) -> None:
    answer = await hire(world, world.organisation(key), functions=functions)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, code)


async def test_references_that_are_not_there(world: World) -> None:
    answer = await hire(world, nobody())
    assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/organisation_id")
    operator = await world.party("operator-operator")
    assert (await operator.post(f"/v1/staff/{nobody()}/deactivate", if_match='"x"')).status_code == 404


async def test_only_the_operator_keeps_staff(world: World) -> None:
    police = await world.party("police-coordinator")
    body = {"organisation_id": police.organisation_id, "initials": "XY", "functions": ["caseworker"]}
    assert (await police.post("/v1/staff", body)).status_code == 403
    one = (await police.get("/v1/staff")).json()["items"][0]
    assert (await police.act(f"/v1/staff/{one['id']}/deactivate")).status_code == 403


async def test_who_is_deactivated_is_out_at_once_and_back_when_active_again(world: World) -> None:
    operator = await world.party("operator-operator")
    user = await world.user_of(world.organisation("aarhus"), "caseworker")
    staff_id = (await user.get("/v1/me")).json()["staff_id"]
    path = f"/v1/staff/{staff_id}"
    assert (await operator.act(f"{path}/activate")).json()["allowed"] == ["inactive"]
    assert (await operator.post(f"{path}/deactivate")).status_code == 428
    assert (await operator.act(f"{path}/deactivate")).json()["active"] is False
    assert (await user.get("/v1/me")).status_code == 401
    again = await operator.act(f"{path}/deactivate")
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "inactive", ["active"])
    assert (await operator.act(f"{path}/activate")).json()["active"] is True
    assert (await user.get("/v1/me")).status_code == 200


async def test_nobody_deactivates_themselves(world: World) -> None:
    operator = await world.party("operator-operator")
    staff_id = (await operator.get("/v1/me")).json()["staff_id"]
    answer = await operator.act(f"/v1/staff/{staff_id}/deactivate")
    assert (answer.status_code, answer.json()["type"].rpartition("/")[2]) == (409, "own-access")


async def test_a_repeated_registration_happens_once(world: World) -> None:
    operator = await world.party("operator-operator")
    body = {"organisation_id": world.organisation("police"), "initials": "GG", "functions": ["coordinator"]}
    first = await operator.post("/v1/staff", body, Idempotency_Key="staff-once")
    again = await operator.post("/v1/staff", body, Idempotency_Key="staff-once")
    assert (first.status_code, again.json()) == (201, first.json())
