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


async def test_a_caseworker_reads_no_link_of_a_colleagues_case(world: World) -> None:
    coordinator, mine = await world.party("police-coordinator"), await world.party("police-caseworker")
    colleague = await world.user_of(coordinator.organisation_id, "caseworker")
    couple = await _couple(world)
    link = (await coordinator.post("/v1/pair-links", couple)).json()
    path, listed = f"/v1/pair-links/{link['id']}", f"/v1/pair-links?citizen_id={couple['victim_id']}"
    assert (await mine.get(path)).status_code == 200, "nobody's case yet"

    charge = {"staff_id": colleague.staff_id}
    answer = await coordinator.post(f"/v1/citizens/{couple['perpetrator_id']}/assignments", charge)
    assert answer.status_code == 201, answer.text
    assert (await mine.get(path)).status_code == 404
    assert (await mine.get(listed)).json()["items"] == []
    for party in (colleague, coordinator):
        assert (await party.get(path)).status_code == 200
        assert (await party.get(listed)).json()["items"] == [link]


async def test_a_municipality_does_not_learn_of_a_link_from_who_may_have_a_charge(world: World) -> None:
    """The wall, rules 1 and 2: the refusal that keeps an NGO's worker off the other side would tell it."""
    police, aarhus = await world.party("police-coordinator"), await world.party("aarhus-coordinator")
    couple = await _couple(world)
    for citizen_id in couple.values():
        citizen = (await police.get(f"/v1/citizens/{citizen_id}")).json()
        consent = await world.consent(police, citizen, [aarhus.organisation_id], ["contact", "bridging"])
        await world.referral(police, consent, accepted_by=aarhus, summary=None)
    assert (await police.post("/v1/pair-links", couple)).status_code == 201
    worker = await world.user_of(aarhus.organisation_id, "caseworker")
    for citizen_id in couple.values():
        answer = await aarhus.post(f"/v1/citizens/{citizen_id}/assignments", {"staff_id": worker.staff_id})
        assert answer.status_code == 201, answer.text
