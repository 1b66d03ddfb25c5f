from tests.support.world import World, nobody


async def test_police_registers_and_reads_a_citizen(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police, external_reference="SAG-æøå-1")

    answer = await police.get(f"/v1/citizens/{citizen['id']}")

    assert answer.status_code == 200
    assert answer.json() == citizen
    assert answer.headers["etag"].startswith('"')
    assert answer.headers["cache-control"] == "no-store"
    assert citizen["identity"]["given_name"] == "Ågot"
    assert citizen["external_reference"] == "SAG-æøå-1"
    assert citizen["withheld"] == []


async def test_another_party_gets_the_same_404_as_for_nobody(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police)
    for client in ("aarhus-coordinator", "tryg-vej-coordinator-victim", "lysningen-integration-victim"):
        other = await world.party(client)
        foreign = await other.get(f"/v1/citizens/{citizen['id']}")
        absent = await other.get(f"/v1/citizens/{nobody()}")
        assert foreign.status_code == absent.status_code == 404
        assert {**foreign.json(), "trace_id": "", "instance": ""} == {**absent.json(), "trace_id": "", "instance": ""}


async def test_operator_and_agency_can_never_read_citizens(world: World) -> None:
    for client in ("operator-operator", "agency-secretary", "vive-researcher", "trainer-secretary"):
        answer = await (await world.party(client)).get("/v1/citizens")
        assert answer.status_code == 403
        assert answer.json()["type"].endswith("/role-cannot")


async def test_put_needs_the_etag_and_changes_it(world: World) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police, contact=None)
    path = f"/v1/citizens/{citizen['id']}"
    etag = (await police.get(path)).headers["etag"]

    assert (await police.put(f"{path}/contact", world.contact())).status_code == 428
    first = await police.put(f"{path}/contact", world.contact(), if_match=etag)
    assert first.status_code == 200
    assert first.json()["contact"]["phone"] == "+4520000001"
    assert (await police.put(f"{path}/contact", world.contact(), if_match=etag)).status_code == 412
    assert (await police.get(path, if_none_match=first.headers["etag"])).status_code == 304


async def test_search_by_cpr_stays_inside_the_organisation(world: World) -> None:
    police = await world.party("police-integration")
    identity = world.identity()
    citizen = await world.citizen(police, identity=identity)
    found = await police.post("/v1/citizens/search", {"cpr": identity["cpr"]})
    assert [each["id"] for each in found.json()] == [citizen["id"]]
    municipality = await world.party("aarhus-integration")
    assert (await municipality.post("/v1/citizens/search", {"cpr": identity["cpr"]})).json() == []


async def test_list_pages_newest_first(world: World) -> None:
    party = await world.party("favrskov-coordinator")
    ids = [(await world.citizen(party, identity=None, contact=None))["id"] for _ in range(5)]
    first = (await party.get("/v1/citizens?limit=2")).json()
    second = (await party.get(f"/v1/citizens?limit=3&cursor={first['next_cursor']}")).json()
    assert [each["id"] for each in first["items"] + second["items"]] == ids[::-1][:5]
    altered = await party.get(f"/v1/citizens?limit=2&track=victim&cursor={first['next_cursor']}")
    assert altered.status_code == 400
