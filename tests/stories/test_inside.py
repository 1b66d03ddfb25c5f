"""Inside an organisation, and around the programme: who works on what, told as stories over HTTP."""

from datetime import UTC, datetime

from tests.stories.couple import side, staff_of
from tests.support.world import World, nobody

READS = (
    "citizens",
    f"citizens/{nobody()}",
    f"citizens/{nobody()}/timeline",
    f"citizens/{nobody()}/access-explanation",
    f"citizens/{nobody()}/access-log",
    "incidents",
    "consents",
    "referrals",
    "courses",
    f"sessions/{nobody()}",
    f"sessions/{nobody()}/note",
    "support-needs",
    "follow-ups",
)


async def test_the_operator_the_agency_the_trainer_and_the_evaluator_see_no_citizen_anywhere(world: World) -> None:
    clients = ("operator-operator", "operator-disclosure_officer", "agency-secretary", "trainer-secretary")
    for client in (*clients, "vive-researcher", "vive-integration"):
        party = await world.party(client)
        for path in READS:
            assert (await party.get(f"/v1/{path}")).status_code == 403, (client, path)
        waiting = (await party.get("/v1/worklist?limit=200")).json()["items"]
        assert {each["citizen_id"] for each in waiting} <= {None}, client
        assert (await party.post("/v1/citizens/search", {"cpr": world.identity()["cpr"]})).status_code == 403


async def test_a_caseworker_does_not_see_the_citizen_of_a_colleague(world: World) -> None:
    one = await side(world, "victim")
    coordinator, worker = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-caseworker-victim"),
    )
    colleague = await world.user_of(world.organisation("tryg_vej"), "caseworker", "victim")
    path = f"/v1/citizens/{one.id}"
    assert (await colleague.get(path)).status_code == 200, "nobody has the charge yet"
    taken = await coordinator.post(f"{path}/assignments", {"staff_id": await staff_of(worker)})
    assert taken.status_code == 201, taken.text

    assert (await worker.get(path)).status_code == 200
    for end in ("", "/timeline", "/access-explanation", "/access-log"):
        assert (await colleague.get(f"{path}{end}")).status_code == 404, end
    assert (await colleague.get(f"/v1/referrals/{one.referral['id']}")).status_code == 404
    for listed in ("citizens", "referrals", "consents", "worklist"):
        text = (await colleague.get(f"/v1/{listed}?limit=200")).text
        assert one.id not in text
        assert one.referral["id"] not in text


async def test_a_session_note_is_for_the_assigned_worker_and_the_coordinator_alone(world: World) -> None:
    one = await side(world, "victim")
    coordinator, worker = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-caseworker-victim"),
    )
    course = await world.running(coordinator, one.citizen, referral_id=one.referral["id"])
    await coordinator.post(f"/v1/citizens/{one.id}/assignments", {"staff_id": await staff_of(worker)})
    held = {"held_on": course["started_on"], "form": "individual", "minutes": 50, "status": "held"}
    session = (await worker.post(f"/v1/courses/{course['id']}/sessions", held)).json()
    path = f"/v1/sessions/{session['id']}/note"
    etag = (await worker.get(f"/v1/sessions/{session['id']}")).headers["etag"]
    written = await worker.put(path, {"text": "Hun fortæller om sin søster."}, if_match=etag)
    assert written.status_code == 201, written.text

    colleague = await world.user_of(world.organisation("tryg_vej"), "caseworker", "victim")
    for party, status in (
        (worker, 200),
        (coordinator, 200),
        (colleague, 404),
        (await world.party("tryg-vej-integration-victim"), 403),
        (await world.party("tryg-vej-coordinator-perpetrator"), 404),
        (await world.party("lysningen-coordinator-victim"), 404),
        (await world.party("aarhus-coordinator"), 404),
        (await world.party("police-coordinator"), 403),
    ):
        answer = await party.get(path)
        assert answer.status_code == status, party.client_id
        assert ("søster" in answer.text) is (status == 200)


async def test_a_municipality_learns_of_a_need_only_when_it_is_bridged_to_it(world: World) -> None:
    ngo, aarhus = await world.party("tryg-vej-coordinator-victim"), await world.party("aarhus-coordinator")
    citizen = await world.unaided(ngo)
    need = (
        await ngo.post("/v1/support-needs", {"citizen_id": citizen["id"], "theme": "economy", "level": "light"})
    ).json()
    path = f"/v1/support-needs/{need['id']}"
    assert (await aarhus.get(path)).status_code == 404
    await ngo.act(f"{path}/agree")
    consent = await world.consent(ngo, citizen, [aarhus.organisation_id], ["contact", "identity", "bridging"])
    body = {"consent_id": consent["id"], "recipient_id": aarhus.organisation_id, "scopes": ["contact", "bridging"]}
    handed = await ngo.act(f"{path}/handover", body)
    assert handed.status_code == 200, handed.text
    assert (await aarhus.get(path)).status_code == 404, "sent is not yet accepted"
    accepted = await aarhus.act(f"/v1/referrals/{handed.json()['referral_id']}/accept")
    assert accepted.status_code == 200, accepted.text
    assert (await aarhus.get(path)).json()["theme"] == "economy"
    assert (await (await world.party("randers-coordinator")).get(path)).status_code == 404

    await world.withdrawn(ngo, consent)
    assert (await aarhus.get(path)).status_code == 404


async def test_while_the_agreement_is_suspended_nothing_can_be_reached_and_then_it_can_again(world: World) -> None:
    side_, agreement = await world.newcomer()
    operator = await world.party("operator-operator")
    assert (await side_.get("/v1/citizens")).status_code == 200
    assert (await operator.act(f"/v1/agreements/{agreement['id']}/suspend")).status_code == 200
    for path in ("citizens", "referrals", "courses", f"citizens/{nobody()}/timeline"):
        answer = await side_.get(f"/v1/{path}")
        assert answer.status_code == 403, path
        assert answer.json()["type"].endswith("/agreement-not-in-force")
    waiting = await side_.get("/v1/worklist")
    assert (waiting.status_code, waiting.json()["items"]) == (200, []), "what needs an agreement is not in it"
    # But the consents that one holds: a citizen's no is taken down at any time (decision 0030).
    assert (await side_.get("/v1/consents")).status_code == 200
    assert (await operator.act(f"/v1/agreements/{agreement['id']}/resume")).status_code == 200
    assert (await side_.get("/v1/citizens")).status_code == 200


async def test_a_client_that_is_disabled_is_out_at_its_next_request(world: World) -> None:
    user = await world.user_of(world.organisation("tryg_vej"), "caseworker", "victim")
    operator = await world.party("operator-operator")
    assert (await user.get("/v1/citizens")).status_code == 200
    disabled = await operator.act(f"/v1/clients/{user.client_id}/disable")
    assert disabled.status_code == 200, disabled.text
    assert (await user.get("/v1/citizens")).status_code == 401


async def test_the_log_shows_the_police_that_their_record_was_read_but_not_what_for(world: World) -> None:
    before = datetime.now(UTC)
    one = await side(world, "victim")
    ngo, police = await world.party("tryg-vej-coordinator-victim"), await world.party("police-coordinator")
    await world.running(ngo, one.citizen, referral_id=one.referral["id"])
    log = (await police.get(f"/v1/citizens/{one.id}/access-log?limit=200")).json()["items"]
    theirs = [each for each in log if each["organisation_id"] == ngo.organisation_id]
    assert "citizen" in {each["category"] for each in theirs}
    assert "course" not in {each["category"] for each in theirs}
    assert {each["staff_id"] for each in theirs} == {each["action"] for each in theirs} == {None}
    assert all(datetime.fromisoformat(each["at"]) > before for each in theirs)
    own = (await ngo.get(f"/v1/citizens/{one.id}/access-log?limit=200")).json()["items"]
    assert {each["organisation_id"] for each in own} == {ngo.organisation_id}
    assert {each["staff_id"] for each in own} == {await staff_of(ngo)}


async def test_a_caseworkers_log_holds_only_their_own_doings(world: World) -> None:
    worker, coordinator = await world.party("randers-caseworker"), await world.party("randers-coordinator")
    await world.citizen(coordinator)
    await world.citizen(worker)
    mine = (await worker.get("/v1/audit-events?limit=200")).json()["items"]
    assert {each["staff_id"] for each in mine} == {await staff_of(worker)}
    all_of_them = (await coordinator.get("/v1/audit-events?limit=200")).json()["items"]
    assert {await staff_of(worker), await staff_of(coordinator)} <= {each["staff_id"] for each in all_of_them}


async def test_in_an_ngo_nobody_reads_the_log_of_the_other_track(world: World) -> None:
    await side(world, "perpetrator")
    coordinator = await world.party("tryg-vej-coordinator-victim")
    log = (await coordinator.get("/v1/audit-events?limit=200")).json()["items"]
    assert log
    assert not [each["client_id"] for each in log if each["client_id"].endswith("-perpetrator")]
