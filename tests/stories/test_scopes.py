"""A token shows what it was given for: not whatever its client may see besides."""

from dataclasses import replace

from app.common.days import today
from tests.stories.couple import side
from tests.support.world import Party, World

BLOCKS = ["identity", "cpr", "residence", "contact", "address", "background"]


async def given(world: World, client_id: str, *scopes: str) -> Party:
    """The client with a token for these scopes alone."""
    return replace(await world.party(client_id), token=await world.token(client_id, scope=" ".join(scopes)))


async def test_a_token_for_the_stem_shows_no_block_of_the_citizen(world: World) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    narrow = await given(world, "police-coordinator", "citizen:read", "contact:read")

    seen = (await narrow.get(f"/v1/citizens/{citizen['id']}")).json()
    assert seen["identity"] is None
    assert seen["contact"]["phone"] == citizen["contact"]["phone"]
    assert seen["withheld"] == ["identity", "cpr", "residence", "address", "background"]
    assert citizen["identity"]["cpr"] not in (await narrow.get("/v1/citizens?limit=200")).text

    without_cpr = await given(world, "police-coordinator", "citizen:read", "identity:read")
    identity = (await without_cpr.get(f"/v1/citizens/{citizen['id']}")).json()["identity"]
    assert identity["given_name"] == citizen["identity"]["given_name"]
    assert (identity["cpr"], identity["municipality_code"]) == (None, None)


async def test_a_search_by_cpr_asks_for_the_scope_of_the_number(world: World) -> None:
    narrow = await given(world, "police-coordinator", "citizen:read")
    refused = await narrow.post("/v1/citizens/search", {"cpr": world.identity()["cpr"]})
    assert (refused.status_code, refused.json()["scope"]) == (403, "cpr:read")


async def test_what_is_written_is_answered_as_far_as_the_token_reads_and_needs_its_scopes(world: World) -> None:
    narrow = await given(world, "police-coordinator", "citizen:create", "contact:create")
    body = {"project_id": world.project(), "track": "victim", "contact": world.contact()}
    made = await narrow.post("/v1/citizens", body)
    assert (made.status_code, made.json()["contact"], made.json()["withheld"]) == (201, None, BLOCKS)
    refused = await narrow.post("/v1/citizens", {**body, "identity": world.identity()})
    assert (refused.status_code, refused.json()["scope"]) == (403, "identity:create")


async def test_writing_one_block_does_not_lower_the_protection_that_another_raised(world: World) -> None:
    sender = await world.party("aarhus-coordinator")
    citizen = await world.citizen(sender, identity=world.identity(address_protection="special"))
    narrow = await given(world, "aarhus-coordinator", "citizen:read", "address:create", "address:update")
    path = f"/v1/citizens/{citizen['id']}"
    etag = (await narrow.get(path)).headers["etag"]
    address = {"lines": ["Opdigtet Vej 1"], "postcode": "8000", "source": "citizen", "protection": "none"}
    put = await narrow.put(f"{path}/address", address, if_match=etag)
    assert put.status_code == 200, put.text
    # Still hidden: whose records they are is not told to the one to whom they are passed on.
    assert (await sender.get(path)).json()["identity"]["address_protection"] == "special"
    ngo = await world.party("tryg-vej-coordinator-victim")
    referral = await world.referral(sender, await world.consent(sender, citizen, [ngo.organisation_id]))
    assert (await ngo.get(f"/v1/referrals/{referral['id']}")).json()["sender_id"] is None


async def test_an_explanation_counts_what_the_token_reads(world: World) -> None:
    one = await side(world, "victim")
    narrow = await given(world, "tryg-vej-coordinator-victim", "citizen:read")
    told = (await narrow.get(f"/v1/citizens/{one.id}/access-explanation")).json()["categories"]
    assert {each["category"]: each["records"] for each in told if each["records"] is not None} == {"citizen": 1}


async def test_timeline_and_worklist_hold_what_the_token_reads(world: World) -> None:
    one = await side(world, "victim")
    narrow = await given(world, "tryg-vej-coordinator-victim", "citizen:read", "withdrawal_acknowledgement:create")
    timeline = (await narrow.get(f"/v1/citizens/{one.id}/timeline")).json()["items"]
    assert {each["category"] for each in timeline} <= {"citizen"}
    wide = await world.party("tryg-vej-coordinator-victim")
    assert {"consent", "referral"} <= {
        each["category"] for each in (await wide.get(f"/v1/citizens/{one.id}/timeline")).json()["items"]
    }


async def test_a_summary_and_an_outcome_are_for_tokens_that_read_them(world: World) -> None:
    one = await side(world, "victim")
    wide = await world.party("tryg-vej-coordinator-victim")
    path = f"/v1/referrals/{one.referral['id']}"
    assert (await wide.get(path)).json()["summary"] is not None
    narrow = await given(world, "tryg-vej-coordinator-victim", "referral:read")
    seen = (await narrow.get(path)).json()
    assert (seen["summary"], seen["outcome"], seen["course_started"]) == (None, None, None)


async def test_answers_and_their_change_are_for_tokens_that_read_them(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    course = await world.running(ngo, await world.measured(ngo))
    response = await world.questionnaire(ngo, course)
    instrument = await world.instrument(ngo)
    given_answers = [{"item": each["id"], "value": 3} for each in instrument["items"]]
    done = await ngo.act(
        f"/v1/questionnaire-responses/{response['id']}/answer",
        {"answered_on": today().isoformat(), "answers": given_answers},
    )
    assert done.status_code == 200, done.text
    narrow = await given(world, "tryg-vej-coordinator-victim", "questionnaire_response:read")
    seen = (await narrow.get(f"/v1/questionnaire-responses/{response['id']}")).json()
    assert (seen["answers"], seen["withheld"]) == (None, ["answers"])


async def test_a_report_of_costs_asks_for_the_scopes_of_all_that_it_adds_up(world: World) -> None:
    narrow = await given(world, "tryg-vej-coordinator-victim", "time_entry:read")
    for path in ("course-cost", "course-cost.svg"):
        refused = await narrow.get(f"/v1/reports/{path}?project_id={world.project()}")
        assert (refused.status_code, refused.json()["scope"]) == (403, "cost:read")


async def test_me_tells_the_boundary_as_far_as_the_scopes_reach(world: World) -> None:
    narrow = await given(world, "police-coordinator", "citizen:read")
    rows = (await narrow.get("/v1/me")).json()["boundary"]
    assert {(row["category"], *row["operations"]) for row in rows} == {("citizen", "read")}
    system = (await (await world.party("tryg-vej-integration-victim")).get("/v1/me")).json()
    assert "session_note" not in {row["category"] for row in system["boundary"]}


async def test_a_replay_shows_nothing_that_the_later_token_was_not_given_for(world: World) -> None:
    police = await world.party("police-coordinator")
    body = {"project_id": world.project(), "track": "victim", "identity": world.identity()}
    first = await police.post("/v1/citizens", body, idempotency_key="registered-once")
    assert first.json()["identity"] is not None
    narrow = await given(world, "police-coordinator", "citizen:create")
    again = await narrow.post("/v1/citizens", body, idempotency_key="registered-once")
    assert again.status_code == 404, again.text
