"""Whose references they are, what they may look like, and what a request by one costs and leaves in the log."""

from uuid import uuid4

import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.integration.imports import support as imports
from tests.integration.kinds import KINDS, reference
from tests.resources.support import own_day, time
from tests.support.statements import statements
from tests.support.world import JSON, Party, World

BY = "by-reference"


async def test_anothers_reference_is_as_good_as_never_given(world: World) -> None:
    police, aarhus = await world.party("police-integration"), await world.party("aarhus-integration")
    sag, never = reference(), reference()
    body = {"project_id": world.project(), "track": "victim"}
    theirs = await police.put(f"/v1/citizens/{BY}/{sag}", body)
    assert theirs.status_code == 201
    known, unknown = [await aarhus.get(f"/v1/citizens/{BY}/{each}") for each in (sag, never)]
    assert known.status_code == 404
    assert {**known.json(), "trace_id": ""} == {**unknown.json(), "trace_id": ""}
    consent, *_ = await KINDS[1].bodies(world, police)
    answers = [
        await aarhus.put(f"/v1/consents/{BY}/X", {**consent, "citizen_reference": each}) for each in (sag, never)
    ]
    assert [each.json()["errors"] for each in answers] == [
        [
            {
                "pointer": "/citizen_reference",
                "code": "unknown_reference",
                "message": "There is no such record for you.",
            }
        ]
    ] * 2
    own = await aarhus.put(f"/v1/citizens/{BY}/{sag}", body)
    assert own.status_code == 201
    assert own.json()["id"] != theirs.json()["id"]


async def test_each_track_has_its_own_view(world: World) -> None:
    sides = {track: await world.party(f"tryg-vej-caseworker-{track}") for track in ("victim", "perpetrator")}
    sag, day = reference(), own_day()
    for name in ("citizens", "time-entries"):
        made = {}
        for track, worker in sides.items():
            spent = {"task": "documentation", "day": day, "minutes": 30}
            about = {"track": track} if name == "citizens" else spent
            answer = await worker.put(f"/v1/{name}/{BY}/{sag}", {"project_id": world.project(), **about})
            assert answer.status_code == 201, answer.text
            made[track] = answer.json()
        for track, worker in sides.items():
            assert (await worker.get(f"/v1/{name}/{BY}/{sag}")).json() == made[track]


async def test_a_recipient_never_reads_it(world: World) -> None:
    police, ngo = await world.party("police-integration"), await world.party("tryg-vej-coordinator-victim")
    sag = reference()
    citizen = await world.citizen(police, external_reference=sag)
    consent = await world.consent(police, citizen, [ngo.organisation_id], external_reference=sag)
    referral = await world.referral(police, consent, accepted_by=ngo, external_reference=sag)
    for name, record_id in (("citizens", citizen["id"]), ("consents", consent["id"]), ("referrals", referral["id"])):
        path = f"/v1/{name}/{record_id}"
        assert (await police.get(path)).json()["external_reference"] == sag
        assert (await police.get(f"/v1/{name}/{BY}/{sag}")).json()["id"] == record_id
        theirs = await ngo.get(path)
        assert (theirs.status_code, theirs.json()["external_reference"]) == (200, None)
        assert (await ngo.get(f"/v1/{name}/{BY}/{sag}")).status_code == 404
        for party, expected in ((police, sag), (ngo, None)):
            [listed] = [each for each in await _listed(party, name) if each["id"] == record_id]
            assert listed["external_reference"] == expected
    scopes = "consent:read"
    narrow = Party(world.http, "", police.organisation_id, await world.token("police-integration", scope=scopes))
    assert {each["external_reference"] for each in await _listed(narrow, "consents")} == {None}


async def _listed(party: Party, name: str) -> list[JSON]:
    answer = await party.get(f"/v1/{name}?limit=20")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


async def test_a_post_takes_one_as_well(world: World) -> None:
    worker = await world.party("tryg-vej-caseworker-victim")
    first, second = reference(), reference()
    items = [time(world.project(), external_reference=each) for each in (first, second)]
    made = await worker.post("/v1/time-entries/bulk", {"items": items})
    assert [each["external_reference"] for each in made.json()["items"]] == [first, second]
    assert (await worker.get(f"/v1/time-entries/{BY}/{second}")).json() == made.json()["items"][1]
    again = await worker.post("/v1/time-entries", time(world.project(), external_reference=first))
    assert (again.status_code, again.json()["errors"][0]["pointer"]) == (409, "/external_reference")


async def test_another_record_is_named_once(world: World) -> None:
    police = await world.party("police-integration")
    body, *_ = await KINDS[1].bodies(world, police)
    path = f"/v1/consents/{BY}/{reference()}"
    citizen = (await world.citizen(police))["id"]
    nobody = {name: value for name, value in body.items() if name != "citizen_reference"}
    for sent, expected in (
        (nobody, ("/citizen_id", "named_once")),
        ({**body, "citizen_id": citizen}, ("/citizen_reference", "named_once")),
        ({**nobody, "citizen_id": str(uuid4())}, ("/citizen_id", "unknown_reference")),
        ({**body, "supersedes_reference": "ingen"}, ("/supersedes_reference", "unknown_reference")),
    ):
        answer = await police.put(path, sent)
        assert answer.status_code == 422
        assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [expected]


@pytest.mark.parametrize("name", ["SAG 010190-5801 x", "a" * 201, "x\u200b\u202ey"])
async def test_what_is_no_reference(world: World, name: str) -> None:
    police = await world.party("police-integration")
    body = {"project_id": world.project(), "track": "victim"}
    for answer in (await police.put(f"/v1/citizens/{BY}/{name}", body), await police.get(f"/v1/citizens/{BY}/{name}")):
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, "/external_reference")
        assert name not in answer.text
        assert "010190" not in answer.text
    assert (await police.post("/v1/citizens", {**body, "external_reference": name})).status_code == 422
    assert (await police.post("/v1/citizens", {**body, "external_reference": "a//b"})).status_code == 422


async def test_a_reference_that_looks_like_an_id_is_none_of_ours(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-integration")
    name = uuid4().hex
    unknown = await police.get(f"/v1/citizens/{BY}/{name}")
    assert unknown.status_code == 404
    assert (
        await police.put(f"/v1/citizens/{BY}/{name}", {"project_id": world.project(), "track": "victim"})
    ).is_success
    assert (await police.get(f"/v1/citizens/{BY}/{name}")).status_code == 200
    [(_, record_id, _)] = await _logged(superuser, unknown.headers["x-request-id"])
    assert record_id is None


async def _logged(superuser: AsyncEngine, request_id: str) -> list[tuple[str, object, list[str]]]:
    async with superuser.connect() as connection:
        rows = await connection.execute(
            text(
                "SELECT e.action, e.record_id, coalesce(array_agg(DISTINCT s.access), '{}') FROM audit_event AS e"
                " LEFT JOIN audit_subject AS s ON s.event_id = e.id WHERE e.request_id = :request_id GROUP BY e.id"
            ),
            {"request_id": request_id},
        )
        return [(each[0], each[1], [name for name in each[2] if name]) for each in rows]


async def test_the_log_says_what_became_of_it(world: World, superuser: AsyncEngine) -> None:
    police = await world.party("police-integration")
    body = {"project_id": world.project(), "track": "victim", "contact": world.contact()}
    path = f"/v1/citizens/{BY}/{reference()}"
    for sent, action, strongest in (
        (body, "create", "create"),
        (body, "read", "read"),
        ({**body, "contact": world.contact(shared_device=False)}, "update", "update"),
    ):
        answer = await police.put(path, sent)
        [(said, record_id, accesses)] = await _logged(superuser, answer.headers["x-request-id"])
        assert (said, str(record_id)) == (action, answer.json()["id"])
        assert strongest in accesses
        assert {"create", "update"}.isdisjoint(accesses) is (action == "read")


async def test_how_many_statements_it_takes(world: World, app: FastAPI) -> None:
    party = await world.party("tryg-vej-integration-victim")
    body, changed, *_ = await KINDS[2].bodies(world, party)
    path = f"/v1/courses/{BY}/{reference()}"
    counts = []
    for sent in (body, body, changed):
        with statements(app) as seen:
            assert (await party.put(path, sent)).is_success
        counts.append(len(seen))
    with statements(app) as seen:
        assert (await party.get(path)).status_code == 200
    # New: who asks, the reference held and looked for, citizen, course, reference, consent, the log. The same: who
    # asks, held and looked for, the course, the log; changed: that, the course held and read again, the change's two.
    assert [*counts, len(seen)] == [8, 5, 9, 4]


async def test_what_the_token_was_not_given_for(world: World) -> None:
    police = await world.party("police-integration")
    path = f"/v1/citizens/{BY}/{reference()}"
    body = {"project_id": world.project(), "track": "victim", "identity": world.identity()}
    assert (await police.put(path, body)).status_code == 201
    scopes = ["citizen:create", "citizen:read", "external_reference:read", "identity:create", "cpr:create"]
    scopes += ["import:create"]
    for lacking in ("external_reference:read", "identity:read"):
        token = await world.token("police-integration", scope=" ".join(each for each in scopes if each != lacking))
        narrow = Party(world.http, "police-integration", police.organisation_id, token)
        refused = await narrow.put(path, body)
        assert (refused.status_code, refused.json()["scope"]) == (403, lacking)
        if lacking == "external_reference:read":  # many upserts ask what each of them would
            imported = await imports.sent(narrow, imports.lines([{**body, "external_reference": reference()}]))
            assert (imported.status_code, imported.json()["scope"]) == (403, lacking)
