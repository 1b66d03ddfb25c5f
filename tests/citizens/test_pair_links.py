import pytest

from tests.support.world import JSON, World, nobody


async def _couple(world: World) -> JSON:
    police = await world.party("police-integration")
    victim = await world.citizen(police, identity=None, contact=None)
    perpetrator = await world.citizen(police, "perpetrator", identity=None, contact=None)
    return {"victim_id": victim["id"], "perpetrator_id": perpetrator["id"]}


async def test_the_police_link_and_read(world: World) -> None:
    police = await world.party("police-caseworker")
    couple = await _couple(world)
    made = await police.post("/v1/pair-links", couple)
    assert (made.status_code, made.headers["location"]) == (201, f"/v1/pair-links/{made.json()['id']}")
    assert couple.items() <= made.json().items()
    assert (await police.get(made.headers["location"])).json() == made.json()
    for side in couple.values():
        assert (await police.get(f"/v1/pair-links?citizen_id={side}")).json()["items"] == [made.json()]
    assert (await police.get(f"/v1/pair-links?citizen_id={nobody()}")).json()["items"] == []
    assert (await police.post("/v1/pair-links", couple)).status_code == 409


async def test_nobody_else_ever(world: World) -> None:
    police = await world.party("police-integration")
    couple = await _couple(world)
    made = (await police.post("/v1/pair-links", couple)).json()
    for client in (
        *("aarhus-coordinator", "tryg-vej-coordinator-victim", "tryg-vej-integration-perpetrator", "vive-researcher"),
        *("agency-secretary", "trainer-secretary", "operator-operator", "operator-disclosure_officer"),
    ):
        party = await world.party(client)
        assert (await party.get("/v1/pair-links")).status_code == 403
        assert (await party.get(f"/v1/pair-links/{made['id']}")).status_code == 403
        assert (await party.post("/v1/pair-links", couple)).status_code == 403


@pytest.mark.parametrize(
    ("sides", "expected"),
    [
        (("perpetrator_id", "victim_id"), {("/victim_id", "wrong_track"), ("/perpetrator_id", "wrong_track")}),
        (("victim_id", "victim_id"), {("/perpetrator_id", "wrong_track")}),
        (("victim_id", None), {("/perpetrator_id", "unknown_reference")}),
    ],
)
async def test_one_of_each_track(world: World, sides: tuple[str, str | None], expected: set[tuple[str, str]]) -> None:
    police = await world.party("police-integration")
    couple = await _couple(world)
    victim, perpetrator = (couple[side] if side else nobody() for side in sides)
    answer = await police.post("/v1/pair-links", {"victim_id": victim, "perpetrator_id": perpetrator})
    assert answer.status_code == 422
    assert {(each["pointer"], each["code"]) for each in answer.json()["errors"]} == expected


async def test_both_must_be_the_polices_own(world: World) -> None:
    police, aarhus = await world.party("police-integration"), await world.party("aarhus-integration")
    couple = await _couple(world)
    others = await world.citizen(aarhus, "perpetrator", identity=None, contact=None)
    answer = await police.post("/v1/pair-links", {**couple, "perpetrator_id": others["id"]})
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "unknown_reference")
