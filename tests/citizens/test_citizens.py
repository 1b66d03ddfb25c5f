"""Citizens by category: who registers, who reads, and what a list tells."""

import asyncio
from datetime import datetime, timedelta

import pytest
from fastapi import FastAPI

from tests.support.statements import statements
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
    assert [each["id"] for each in found.json()["items"]] == [citizen["id"]]
    assert found.json()["next_cursor"] is None
    municipality = await world.party("aarhus-integration")
    assert (await municipality.post("/v1/citizens/search", {"cpr": identity["cpr"]})).json()["items"] == []


async def test_list_pages_newest_first(world: World) -> None:
    party = await world.party("favrskov-coordinator")
    ids = [(await world.citizen(party, identity=None, contact=None))["id"] for _ in range(5)]
    first = (await party.get("/v1/citizens?limit=2")).json()
    second = (await party.get(f"/v1/citizens?limit=3&cursor={first['next_cursor']}")).json()
    assert [each["id"] for each in first["items"] + second["items"]] == ids[::-1][:5]
    altered = await party.get(f"/v1/citizens?limit=2&track=victim&cursor={first['next_cursor']}")
    assert altered.status_code == 400


async def test_updated_since_shows_a_change_of_a_block_to_its_keeper(world: World) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    path = f"/v1/citizens/{citizen['id']}"
    before = await police.get(path)
    since = before.json()["updated_at"]
    answer = await police.put(f"{path}/contact", world.contact(phone="+4520000033"), if_match=before.headers["etag"])
    assert answer.json()["version"] == before.json()["version"] + 1
    after = answer.json()["updated_at"]
    assert after > since
    listed = (await police.get(f"/v1/citizens?updated_since={after}&limit=200".replace("+", "%2B"))).json()["items"]
    assert citizen["id"] in {each["id"] for each in listed}


async def test_updated_since_tells_a_recipient_nothing_of_the_senders_times(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id])
    await world.referral(police, consent, accepted_by=ngo)
    opened = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()["updated_at"]
    assert opened > citizen["updated_at"]

    async def found(since: str) -> bool:
        listed = await ngo.get(f"/v1/citizens?limit=200&updated_since={since.replace('+', '%2B')}")
        return citizen["id"] in {each["id"] for each in listed.json()["items"]}

    assert await found(citizen["updated_at"])
    assert await found(opened), "between the two nothing changes the answer"
    later = (datetime.fromisoformat(opened) + timedelta(microseconds=1)).isoformat()
    assert not await found(later)


@pytest.mark.parametrize(
    "since", ["0001-01-01T00:00:00%2B14:00", "9999-12-31T23:59:59-14:00", "2024-01-01T00:00:00", "1700000000", "-1"]
)
async def test_a_time_that_cannot_be_meant(world: World, since: str) -> None:
    police = await world.party("police-coordinator")
    for path in ("citizens", "incidents", "consents", "referrals", "audit-events"):
        name = "since" if path == "audit-events" else "updated_since"
        answer = await police.get(f"/v1/{path}?{name}={since}")
        assert answer.status_code == 400, (path, answer.text)


async def test_one_of_two_writers_at_once_is_told(world: World) -> None:
    police = await world.party("police-coordinator")
    for _ in range(5):
        citizen = await world.citizen(police)
        path = f"/v1/citizens/{citizen['id']}"
        etag = (await police.get(path)).headers["etag"]
        phones = ["+4520000041", "+4520000042"]
        answers = await asyncio.gather(
            *(police.put(f"{path}/contact", world.contact(phone=each), if_match=etag) for each in phones)
        )
        assert sorted(each.status_code for each in answers) == [200, 412]
        kept = next(each.json()["contact"]["phone"] for each in answers if each.status_code == 200)
        assert (await police.get(path)).json()["contact"]["phone"] == kept


async def test_one_tracks_case_numbers_are_free_in_the_other(world: World) -> None:
    """A refusal would tell one side's worker what the other side's uses (the wall, rules 2 and 4)."""
    for track in ("victim", "perpetrator"):
        ngo = await world.party(f"tryg-vej-coordinator-{track}")
        body = {"project_id": world.project(), "track": track, "external_reference": "SAG-fælles"}
        assert (await ngo.post("/v1/citizens", body)).status_code == 201
    body = {"project_id": world.project(), "track": "perpetrator", "external_reference": "SAG-fælles"}
    assert (await ngo.post("/v1/citizens", body)).status_code == 409


async def test_the_municipal_programme_takes_victims_only(world: World) -> None:
    aarhus = await world.party("aarhus-caseworker")
    body = {"project_id": world.project("maturation"), "track": "perpetrator"}
    for language, message in (
        ("da", "Projektets program er ikke for borgere i dette spor."),
        ("en", "The project's programme is not for citizens of this track."),
    ):
        answer = await aarhus.post("/v1/citizens", body, accept_language=language)
        assert answer.status_code == 422
        assert answer.json()["errors"] == [
            {"pointer": "/track", "code": "track_not_in_programme", "message": message},
        ]
    assert (await aarhus.post("/v1/citizens", {**body, "track": "victim"})).status_code == 201
    # Nothing is said of a project that one takes no part in.
    police = await world.party("police-caseworker")
    answer = await police.post("/v1/citizens", body)
    assert answer.json()["errors"][0]["code"] == "unknown_reference"


async def test_a_closed_project_takes_no_new_citizens(world: World) -> None:
    operator, police = await world.party("operator-operator"), await world.party("police-caseworker")
    ngo, agreement = await world.newcomer()
    body = {"project_id": agreement["project_id"], "track": "victim"}
    known = await ngo.post("/v1/citizens", body)
    assert known.status_code == 201
    project = f"/v1/projects/{agreement['project_id']}"
    assert (await operator.act(f"{project}/close")).status_code == 200
    answer = await ngo.post("/v1/citizens", body, accept_language="da")
    assert (answer.status_code, answer.json()["title"]) == (409, "Projektet er lukket")
    assert answer.json()["type"].endswith("/project-closed")
    assert (await ngo.get(known.headers["location"])).status_code == 200
    foreign = await police.post("/v1/citizens", body)
    assert (foreign.status_code, foreign.json()["errors"][0]["code"]) == (422, "unknown_reference")

    planned = (await world.project_made())["id"]
    await world.made(f"/v1/projects/{planned}/partners", {"organisation_id": ngo.organisation_id})
    answer = await ngo.post("/v1/citizens", {**body, "project_id": planned})
    assert answer.status_code == 422, "no agreement covers it yet"


async def test_registering_a_bare_citizen_is_seven_statements(world: World, app: FastAPI) -> None:
    police = await world.party("police-integration")
    with statements(app) as seen:
        answer = await police.post("/v1/citizens", {"project_id": world.project(), "track": "victim"})
    assert answer.status_code == 201
    # Who asks, the key's turn and first answer, the project, the stem, what is shown, the first answer kept, the log.
    assert len(seen) == 7


async def test_that_the_sender_wrote_something_is_not_the_recipients_to_know(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    address = {"lines": ["Opdigtet Vej 1"], "postcode": "8000", "source": "citizen", "protection": "none"}
    citizen = await world.citizen(police, address=address)
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity"])
    await world.referral(police, consent, accepted_by=ngo)
    path = f"/v1/citizens/{citizen['id']}"
    before, etag = await ngo.get(path), (await police.get(path)).headers["etag"]
    written = await police.put(f"{path}/address", {**address, "lines": ["Opdigtet Vej 2"]}, if_match=etag)
    assert written.status_code == 200
    after = await ngo.get(path)
    assert (after.json(), after.headers["etag"]) == (before.json(), before.headers["etag"])
