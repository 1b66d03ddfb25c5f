import pytest

from tests.support.world import World, nobody

MUNICIPALITY = {"type": "municipality", "name": "Odder Kommune", "municipality_code": "0727"}
CVRS = ["13585628", "25052943", "26134439"]


async def test_operator_takes_an_organisation_in_and_everyone_may_read_it(world: World) -> None:
    operator = await world.party("operator-operator")
    answer = await operator.post("/v1/organisations", {**MUNICIPALITY, "cvr": "DK 13585628".replace(" ", "")})
    assert answer.status_code == 201, answer.text
    made = answer.json()
    assert answer.headers["location"] == f"/v1/organisations/{made['id']}"
    assert (made["cvr"], made["status"], made["tracks"]) == ("13585628", "active", ["perpetrator", "victim"])

    for client in ("aarhus-caseworker", "vive-researcher", "lysningen-caseworker-victim", "agency-secretary"):
        seen = await (await world.party(client)).get(f"/v1/organisations/{made['id']}")
        assert seen.json() == made
        assert seen.headers["etag"] == answer.headers["etag"]


async def test_the_list_filters_and_pages(world: World) -> None:
    operator = await world.party("operator-operator")
    ids = [(await world.organisation_made("ngo", tracks=["victim"]))["id"] for _ in range(3)]
    first = (await operator.get("/v1/organisations?type=ngo&status=active&limit=2")).json()
    assert [each["id"] for each in first["items"]] == ids[:0:-1]
    following = await operator.get(f"/v1/organisations?type=ngo&status=active&cursor={first['next_cursor']}")
    assert following.json()["items"][0]["id"] == ids[0]
    assert {each["type"] for each in following.json()["items"]} == {"ngo"}
    assert (await operator.get(f"/v1/organisations?type=agency&cursor={first['next_cursor']}")).status_code == 400
    assert (await operator.get("/v1/organisations?sort=name")).status_code == 400
    assert (await operator.get("/v1/organisations?updated_since=2999-01-01T00:00:00Z")).status_code == 400
    assert (await operator.get("/v1/organisations?updated_since=2100-01-01T00:00:00Z")).json()["items"] == []


@pytest.mark.parametrize(
    ("body", "pointer", "code"),
    [
        ({**MUNICIPALITY, "cvr": "13585629"}, "/cvr", "invalid_cvr"),
        ({**MUNICIPALITY, "municipality_code": "0411"}, "/municipality_code", "unknown_municipality"),
        ({**MUNICIPALITY, "municipality_code": None}, "", "code_of_type"),
        ({**MUNICIPALITY, "police_district_code": "1461"}, "", "code_of_type"),
        ({**MUNICIPALITY, "tracks": ["victim"]}, "", "tracks_of_type"),
        (
            {"type": "police_district", "name": "Politi", "police_district_code": "1000"},
            "/police_district_code",
            "unknown_police_district",
        ),
        ({"type": "police_district", "name": "Politi"}, "", "code_of_type"),
        ({"type": "ngo", "name": "Foreningen"}, "", "tracks_of_type"),
        ({"type": "ngo", "name": "Foreningen", "tracks": []}, "/tracks", "too_short"),
        ({"type": "ngo", "name": "Foreningen", "tracks": ["victim", "victim"]}, "/tracks", "duplicate_item"),
        ({"type": "ngo", "name": "Foreningen", "tracks": ["victim"], "municipality_code": "0751"}, "", "code_of_type"),
        ({"type": "evaluator", "name": "Andre", "status": "inactive"}, "/status", "extra_forbidden"),
    ],
)
async def test_what_does_not_belong_to_the_type_is_refused(
    world: World, body: dict[str, object], pointer: str, code: str
) -> None:
    answer = await (await world.party("operator-operator")).post("/v1/organisations", body)
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]


async def test_one_organisation_a_cvr_number(world: World) -> None:
    operator = await world.party("operator-operator")
    body = {"type": "training_provider", "name": "Kursushuset", "cvr": "25052943"}
    assert (await operator.post("/v1/organisations", body)).status_code == 201
    assert (await operator.post("/v1/organisations", body)).status_code == 409


async def test_a_cvr_number_comes_later(world: World) -> None:
    operator = await world.party("operator-operator")
    made = await world.organisation_made("ngo", tracks=["victim"])
    path = f"/v1/organisations/{made['id']}"
    etag = (await operator.get(path)).headers["etag"]
    assert (await operator.patch(path, {"cvr": CVRS[2]})).status_code == 428
    answer = await operator.patch(path, {"cvr": f"DK{CVRS[2]}"}, if_match=etag)
    assert answer.status_code == 200, answer.text
    assert answer.json() == {
        **made,
        "cvr": CVRS[2],
        "version": made["version"] + 1,
        "updated_at": answer.json()["updated_at"],
    }
    assert (await operator.patch(path, {"name": "Andre"}, if_match=etag)).status_code == 412
    etag = answer.headers["etag"]
    for body, pointer, code in (
        ({"cvr": "13585629"}, "/cvr", "invalid_cvr"),
        ({"name": None}, "/name", "string_type"),
        ({"type": "agency"}, "/type", "extra_forbidden"),
    ):
        refused = await operator.patch(path, body, if_match=etag)
        assert refused.status_code == 422
        assert [(each["pointer"], each["code"]) for each in refused.json()["errors"]] == [(pointer, code)]
    other = await world.organisation_made("ngo", tracks=["victim"])
    taken = f"/v1/organisations/{other['id']}"
    known = (await operator.get(taken)).headers["etag"]
    assert (await operator.patch(taken, {"cvr": CVRS[2]}, if_match=known)).status_code == 409
    named = await operator.patch(path, {"name": "Foreningen Ny Vej", "cvr": None}, if_match=etag)
    assert (named.json()["name"], named.json()["cvr"]) == ("Foreningen Ny Vej", None)
    refused = await (await world.party("agency-secretary")).patch(path, {"cvr": None}, if_match=etag)
    assert refused.status_code == 403


@pytest.mark.parametrize("client", ["police-coordinator", "agency-secretary", "vive-researcher", "trainer-secretary"])
async def test_only_the_operator_writes(world: World, client: str) -> None:
    party = await world.party(client)
    assert (await party.post("/v1/organisations", MUNICIPALITY)).status_code == 403
    made = await world.organisation_made("training_provider")
    answer = await party.act(f"/v1/organisations/{made['id']}/deactivate")
    assert answer.status_code == 403
    assert answer.json()["type"].endswith("/role-cannot")


async def test_inactive_and_active_again(world: World) -> None:
    operator = await world.party("operator-operator")
    path = f"/v1/organisations/{(await world.organisation_made('ngo', tracks=['victim']))['id']}"
    refused = await operator.act(f"{path}/activate")
    assert refused.status_code == 409
    assert (refused.json()["state"], refused.json()["allowed"]) == ("active", ["inactive"])
    assert (await operator.post(f"{path}/deactivate")).status_code == 428
    assert (await operator.post(f"{path}/deactivate", if_match='"another"')).status_code == 412
    assert (await operator.act(f"{path}/deactivate")).json()["status"] == "inactive"
    assert (await operator.act(f"{path}/deactivate")).json()["allowed"] == ["active"]
    assert (await operator.act(f"{path}/activate")).json()["status"] == "active"
    assert (await operator.post(f"/v1/organisations/{nobody()}/activate", if_match='"x"')).status_code == 404


async def test_an_inactive_organisation_is_out_at_once(world: World) -> None:
    operator = await world.party("operator-operator")
    organisation = await world.organisation_made("ngo", tracks=["victim"])
    user = await world.user_of(organisation["id"], "coordinator", track="victim")
    assert (await user.get("/v1/me")).status_code == 200
    await operator.act(f"/v1/organisations/{organisation['id']}/deactivate")
    assert (await user.get("/v1/me")).status_code == 401


async def test_the_operator_cannot_shut_itself_out(world: World) -> None:
    operator = await world.party("operator-operator")
    answer = await operator.act(f"/v1/organisations/{operator.organisation_id}/deactivate")
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/own-access")


async def test_a_repeated_write_happens_once(world: World) -> None:
    operator = await world.party("operator-operator")
    body = {"type": "ngo", "name": "Én gang", "tracks": ["victim"]}
    first = await operator.post("/v1/organisations", body, Idempotency_Key="organisation-once")
    again = await operator.post("/v1/organisations", body, Idempotency_Key="organisation-once")
    assert first.json() == again.json()
    assert again.headers["idempotency-replayed"] == "true"
    other = await operator.post("/v1/organisations", {**body, "name": "To"}, Idempotency_Key="organisation-once")
    assert other.status_code == 422
