"""Why one may see something, and why not."""

from datetime import datetime
from typing import Any

from fastapi import FastAPI

from app.boundary.conditions import WORDS
from app.boundary.words import wordings
from tests.stories.couple import ALL_SCOPES, side, staff_of
from tests.support.statements import statements
from tests.support.world import JSON, Party, World, nobody


async def explained(party: Party, citizen_id: str) -> dict[str, JSON]:
    answer = await party.get(f"/v1/citizens/{citizen_id}/access-explanation")
    assert answer.status_code == 200, answer.text
    return {each["category"]: each for each in answer.json()["categories"]}


def way(category: JSON, origin: str) -> JSON:
    return next(dict(each) for each in category["ways"] if each["origin"] == origin)


def words(one: JSON) -> dict[str, Any]:
    return {each["word"]: each["holds"] for each in one["conditions"]}


def test_every_word_has_its_sentences_in_danish_and_english() -> None:
    assert set(wordings()) == {*WORDS, "function"}
    for wording in wordings().values():
        sentences = [wording.holds_da, wording.holds_en, wording.fails_da, wording.fails_en]
        assert len(set(sentences)) == 4
        assert all(each.endswith(".") for each in sentences)


async def test_the_police_see_all_of_their_own_but_never_what_is_not_theirs(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police)
    answer = await police.get(f"/v1/citizens/{citizen['id']}/access-explanation")
    assert answer.status_code == 200, answer.text
    explained = {each["category"]: each for each in answer.json()["categories"]}
    assert explained["identity"]["readable"]
    assert explained["identity"]["records"] == 1
    assert explained["identity"]["ways"][0]["agreement_id"]
    assert explained["address"]["readable"]
    assert explained["address"]["records"] == 0
    assert not explained["session_note"]["readable"]
    assert explained["session_note"]["ways"] == []
    assert explained["session_note"]["reason_en"] == "The role can never see the data."
    assert answer.json()["seen_by"] == []


async def test_a_citizen_one_may_not_see_is_not_explained(world: World) -> None:
    citizen = await world.citizen(await world.party("police-caseworker"))
    other = await world.party("aarhus-coordinator")
    foreign = await other.get(f"/v1/citizens/{citizen['id']}/access-explanation")
    absent = await other.get(f"/v1/citizens/{nobody()}/access-explanation")
    assert foreign.status_code == absent.status_code == 404
    assert {**foreign.json(), "trace_id": "", "instance": ""} == {**absent.json(), "trace_id": "", "instance": ""}


async def test_a_recipient_is_told_by_which_agreement_consent_and_referral(world: World) -> None:
    one = await side(world, "victim")
    ngo, police = await world.party("tryg-vej-coordinator-victim"), await world.party("police-coordinator")
    identity = (await explained(ngo, one.id))["identity"]
    assert (identity["readable"], identity["records"]) == (True, 1)
    assert identity["reason_da"] == "I må se oplysningerne."
    passed_on = way(identity, "passed_on")
    assert passed_on["holds"]
    assert all(words(passed_on).values())
    assert {"agreed", "in_own_track", "consented", "disclosed", "controller_agreed"} <= words(passed_on).keys()
    assert passed_on["source_organisation_id"] == police.organisation_id
    assert passed_on["consent_id"] == one.consent["id"]
    assert passed_on["referral_id"] == one.referral["id"]
    assert passed_on["agreement_id"]
    assert passed_on["ended_at"] is None
    opened = (await ngo.get(f"/v1/citizens/{one.id}")).json()["created_at"]
    assert datetime.fromisoformat(passed_on["opened_at"]) == datetime.fromisoformat(opened)


async def test_a_recipient_is_told_which_condition_keeps_something_back(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact"])
    await world.referral(police, consent, accepted_by=ngo)
    identity = (await explained(ngo, citizen["id"]))["identity"]
    assert (identity["readable"], identity["records"]) == (False, 0)
    assert identity["reason_en"].startswith("No active consent of the citizen names you and ticks the data.")
    assert identity["reason_da"].startswith("Intet aktivt samtykke")
    passed_on = way(identity, "passed_on")
    assert (passed_on["holds"], words(passed_on)["consented"], words(passed_on)["disclosed"]) == (False, False, False)
    assert words(passed_on)["controller_agreed"]
    assert passed_on["consent_id"] is passed_on["referral_id"] is None


async def test_own_is_said_only_of_what_is_ones_own(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police, external_reference="SAG-EGEN-1")
    consent = await world.consent(police, citizen, [ngo.organisation_id])
    await world.referral(police, consent, accepted_by=ngo)
    told = await explained(ngo, citizen["id"])
    for name in ("citizen", "identity", "contact", "external_reference", "session_note"):
        own = way(told[name], "own")
        assert (own["holds"], words(own)["own"]) == (False, False), name
        assert "Your organisation did not register the data." in [each["text_en"] for each in own["conditions"]]
    assert told["external_reference"]["readable"] is False
    assert told["external_reference"]["reason_en"] == "You can only see what your own organisation registered."
    assert [told[name]["readable"] for name in ("citizen", "identity", "contact")] == [True] * 3

    etag = (await ngo.get(f"/v1/citizens/{citizen['id']}")).headers["etag"]
    assert (await ngo.put(f"/v1/citizens/{citizen['id']}/contact", world.contact(), if_match=etag)).status_code == 200
    contact = (await explained(ngo, citizen["id"]))["contact"]
    assert (way(contact, "own")["holds"], contact["records"]) == (True, 2)

    for name, category in (await explained(police, citizen["id"])).items():
        if name in {"citizen", "identity", "contact", "external_reference"}:
            assert way(category, "own")["holds"], name


async def test_what_is_said_is_what_is_shown(world: World) -> None:
    for scopes in (["contact"], ["contact", "identity"], ["contact", "cpr"], ["contact", "address"], ALL_SCOPES[:4]):
        police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
        address = {"lines": ["Vej 1"], "postcode": "8000", "source": "citizen"}
        citizen = await world.citizen(police, address=address)
        consent = await world.consent(police, citizen, [ngo.organisation_id], scopes)
        await world.referral(police, consent, accepted_by=ngo)
        told = await explained(ngo, citizen["id"])
        withheld = set((await ngo.get(f"/v1/citizens/{citizen['id']}")).json()["withheld"])
        for category in ("identity", "cpr", "residence", "contact", "address"):
            assert told[category]["readable"] is (category not in withheld), (scopes, category)


async def test_what_depends_on_the_single_record_is_left_open(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    for address in (None, {"lines": ["Vej 1"], "postcode": "8000", "source": "cpr_register"}):
        citizen = await world.citizen(police, address=address)
        consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "address"])
        await world.referral(police, consent, accepted_by=ngo)
        told = (await explained(ngo, citizen["id"]))["address"]
        assert (told["readable"], told["records"]) == (False, 0)
        passed_on = way(told, "passed_on")
        assert (passed_on["holds"], words(passed_on)["given_by_citizen"]) == (None, None)
        assert told["reason_en"] == "It depends on the single record."


async def test_a_note_is_explained_by_assignment_and_function(world: World) -> None:
    ngo, worker = await world.party("tryg-vej-coordinator-victim"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.unaided(ngo)
    told = way((await explained(worker, citizen["id"]))["session_note"], "own")
    assert (told["holds"], words(told)["assigned"]) == (False, False)
    await ngo.post(f"/v1/citizens/{citizen['id']}/assignments", {"staff_id": await staff_of(worker)})
    told = way((await explained(worker, citizen["id"]))["session_note"], "own")
    assert (told["holds"], words(told)["assigned"]) == (True, True)
    system = await world.party("tryg-vej-integration-victim")
    told = way((await explained(system, citizen["id"]))["session_note"], "own")
    assert (told["holds"], words(told)["function"]) == (False, False)


async def test_the_controller_is_told_who_may_see_what_since_when(world: World) -> None:
    one = await side(world, "victim")
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    path = f"/v1/citizens/{one.id}/access-explanation"
    (recipient,) = (await police.get(path)).json()["seen_by"]
    assert recipient["organisation_id"] == ngo.organisation_id
    assert recipient["name"] == "Tryg Vej (opdigtet)"
    assert {"citizen", "identity", "cpr", "contact", "address", "incident_summary"} <= set(recipient["categories"])
    assert recipient["open"]
    assert (recipient["consent_id"], recipient["referral_id"]) == (one.consent["id"], one.referral["id"])
    assert recipient["until"] == one.consent["valid_until"]
    assert (await ngo.get(path)).json()["seen_by"] == []

    await world.withdrawn(ngo, one.consent)
    (recipient,) = (await police.get(path)).json()["seen_by"]
    assert not recipient["open"]
    assert datetime.fromisoformat(recipient["until"]) < datetime.fromisoformat(one.consent["valid_until"])


async def test_what_is_only_sent_is_seen_by_nobody(world: World) -> None:
    one = await side(world, "victim", accept=False)
    police = await world.party("police-coordinator")
    assert (await police.get(f"/v1/citizens/{one.id}/access-explanation")).json()["seen_by"] == []


async def test_it_is_two_statements(world: World, app: FastAPI) -> None:
    one = await side(world, "victim")
    ngo = await world.party("tryg-vej-coordinator-victim")
    with statements(app) as seen:
        await explained(ngo, one.id)
    # Who asks, the conditions, who else may see, the log.
    assert len(seen) == 4
