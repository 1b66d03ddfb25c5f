"""The wall between the two sides, told as stories over HTTP. What is tested here is what would kill someone."""

import re
from typing import Any
from uuid import UUID

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from app.installation import Installation
from tests.stories.couple import (
    HAPPENED_AT,
    NUMBER,
    PLACE,
    Couple,
    bare,
    couple,
    ids_in,
    secrets_of,
    seen_by,
    side,
    staff_of,
    times_in,
    workers,
)
from tests.support.world import JSON, World, nobody

OTHERS = (
    "aarhus-coordinator",
    "randers-integration",
    "tryg-vej-coordinator-victim",
    "tryg-vej-caseworker-perpetrator",
    "lysningen-coordinator-victim",
)


@pytest.fixture(scope="module")
async def pair(world: World) -> Couple:
    """For the stories that only look."""
    return await couple(world)


# --- rule 1: nothing in common ---------------------------------------------------------------------


@pytest.mark.parametrize(("asker", "other"), [("perpetrator", "victim"), ("victim", "perpetrator")])
async def test_the_workers_of_one_side_find_no_trace_of_the_other(
    world: World, pair: Couple, asker: str, other: str
) -> None:
    sought = pair.victim if other == "victim" else pair.perpetrator
    absent = nobody()
    for worker in await workers(world, asker):
        for path in sought.paths():
            foreign = await worker.get(path)
            never = await worker.get(path.replace(path.split("/")[3], absent))
            assert bare(foreign) == bare(never), path
            assert foreign.status_code == 404, path


@pytest.mark.parametrize("asker", ["victim", "perpetrator"])
async def test_no_list_search_worklist_or_log_of_one_side_mentions_the_other(world: World, asker: str) -> None:
    pair = await couple(world)  # of its own: a worker's log names the ids that they themselves asked for
    other = pair.perpetrator if asker == "victim" else pair.victim
    for worker in await workers(world, asker):
        texts = [
            (await worker.get(f"/v1/{path}?limit=200")).text
            for path in ("citizens", "consents", "referrals", "incidents", "courses", "worklist", "audit-events")
        ]
        texts.append((await worker.post("/v1/citizens/search", {"cpr": other.identity["cpr"]})).text)
        for found in texts:
            for secret in secrets_of(other):
                assert str(secret) not in found


async def test_what_the_two_sides_see_shares_no_id_and_no_time(world: World, pair: Couple) -> None:
    victims, perpetrators = [
        await seen_by(await world.party(f"tryg-vej-coordinator-{one.track}"), one.id)
        for one in (pair.victim, pair.perpetrator)
    ]
    # The NGO's own agreement with the platform is the same whoever asks; it is about no citizen.
    agreements = set(re.findall(r'"agreement_id": "([^"]+)"', victims))
    known_to_all = {world.organisation("police"), world.organisation("tryg_vej"), world.project(), world.form()}
    assert ids_in(victims) & ids_in(perpetrators) <= known_to_all | agreements
    assert times_in(victims) & times_in(perpetrators) == set()


async def test_number_time_and_place_of_the_incident_never_leave_the_police(world: World, pair: Couple) -> None:
    for one in (pair.victim, pair.perpetrator):
        seen = await seen_by(await world.party(f"tryg-vej-coordinator-{one.track}"), one.id)
        shown = (
            await (await world.party(f"tryg-vej-caseworker-{one.track}")).get(f"/v1/incidents/{one.incident['id']}")
        ).text
        for found in (seen, shown):
            for secret in (NUMBER, PLACE, HAPPENED_AT[:16]):
                assert secret not in found


async def test_the_police_number_of_the_case_reaches_nobody_else(world: World) -> None:
    one = await side(world, "victim")
    seen = await seen_by(await world.party("tryg-vej-coordinator-victim"), one.id)
    assert one.citizen["external_reference"] not in seen
    assert one.citizen["external_reference"] in await seen_by(await world.party("police-coordinator"), one.id)


async def test_when_the_police_registered_is_not_shown_to_a_recipient(world: World) -> None:
    one = await side(world, "victim")
    seen = await seen_by(await world.party("tryg-vej-coordinator-victim"), one.id)
    assert one.citizen["created_at"] not in times_in(seen)
    assert one.citizen["updated_at"] not in times_in(seen)


async def test_nobody_but_the_police_can_know_that_there_is_a_pair(world: World, pair: Couple) -> None:
    for client in OTHERS:
        party = await world.party(client)
        for path in ("/v1/pair-links", f"/v1/pair-links/{pair.link['id']}", f"/v1/pair-links/{nobody()}"):
            assert (await party.get(path)).status_code == 403
        body = {"victim_id": pair.victim.id, "perpetrator_id": pair.perpetrator.id}
        assert (await party.post("/v1/pair-links", body)).status_code == 403


# --- rule 2: not yours is as if it never was ---------------------------------------------------------


@pytest.mark.parametrize("client", OTHERS)
async def test_a_citizen_of_others_answers_on_every_verb_like_one_that_never_was(world: World, client: str) -> None:
    citizen = await world.citizen(await world.party("police-coordinator"))
    party = await world.party(client)
    address = {"lines": ["Vej 1"], "postcode": "8000", "source": "citizen"}
    calls: list[tuple[str, str, Any]] = [
        ("GET", "", None),
        ("PUT", "/identity", world.identity()),
        ("PUT", "/contact", world.contact()),
        ("PUT", "/address", address),
        ("POST", "/close", None),
        ("POST", "/reopen", None),
        ("POST", "/assignments", {"staff_id": nobody()}),
        ("GET", "/assignments", None),
        ("GET", "/timeline", None),
        ("GET", "/access-explanation", None),
        ("GET", "/access-log", None),
    ]
    for method, end, body in calls:
        answers = [
            await party.call(method, f"/v1/citizens/{each}{end}", body, if_match='"x"', if_none_match="*")
            for each in (citizen["id"], nobody())
        ]
        assert bare(answers[0]) == bare(answers[1]), (method, end)
        assert answers[0].status_code in {403, 404}, (method, end)
        assert answers[0].headers.keys() == answers[1].headers.keys()


async def test_registering_someone_known_to_others_is_an_ordinary_registration(world: World) -> None:
    identity = world.identity()
    first = await world.citizen(await world.party("police-coordinator"), identity=identity)
    second = await world.citizen(await world.party("aarhus-coordinator"), identity=identity)
    third = await world.citizen(await world.party("randers-coordinator"), "perpetrator", identity=identity)
    assert len({first["id"], second["id"], third["id"]}) == 3
    assert first.keys() == second.keys() == third.keys()
    assert second["withheld"] == third["withheld"] == []


async def test_a_search_by_cpr_looks_only_at_ones_own_and_at_what_was_passed_on(world: World) -> None:
    one = await side(world, "victim")
    for client in ("aarhus-integration", "lysningen-coordinator-victim", "tryg-vej-coordinator-perpetrator"):
        party = await world.party(client)
        assert (await party.post("/v1/citizens/search", {"cpr": one.identity["cpr"]})).json()["items"] == []
    recipient = await world.party("tryg-vej-coordinator-victim")
    found = (await recipient.post("/v1/citizens/search", {"cpr": one.identity["cpr"]})).json()["items"]
    assert [each["id"] for each in found] == [one.id]


async def test_a_filter_on_a_citizen_of_others_is_as_empty_as_on_nobody(world: World) -> None:
    one = await side(world, "victim")
    for client in ("aarhus-integration", "tryg-vej-coordinator-perpetrator"):
        party = await world.party(client)
        for path in ("consents", "referrals", "incidents", "courses", "support-needs", "follow-ups"):
            foreign, never = [await party.get(f"/v1/{path}?citizen_id={each}") for each in (one.id, nobody())]
            assert foreign.status_code == 200, foreign.text
            assert foreign.json() == never.json() == {"items": [], "next_cursor": None}


async def test_a_body_that_names_anothers_record_is_refused_like_one_that_names_none(
    world: World, pair: Couple
) -> None:
    party = await world.party("aarhus-coordinator")

    async def told(path: str, **members: Any) -> list[tuple[int, JSON]]:
        answers = [
            await party.post(path, {**members, **ids})
            for ids in ({"citizen_id": pair.victim.id}, {"citizen_id": nobody()})
        ]
        return [bare(each) for each in answers]

    consent = {
        "form_version_id": world.form(),
        "language": "da",
        "method": "paper",
        "scopes": ["contact"],
        "recipients": [world.organisation("tryg_vej")],
        "informed_by": "PBA",
    }
    referral = {
        "consent_id": pair.victim.consent["id"],
        "recipient_id": world.organisation("tryg_vej"),
        "kind": "initial",
        "scopes": ["contact"],
    }
    for answers in (
        await told("/v1/consents", **consent),
        await told("/v1/referrals", **referral),
        await told("/v1/support-needs", theme="economy", level="light"),
    ):
        assert answers[0] == answers[1]
        assert answers[0][0] == 422


async def test_the_police_cannot_file_or_link_what_is_not_theirs(world: World) -> None:
    foreign = await world.citizen(await world.party("aarhus-coordinator"), "perpetrator")
    own = await world.citizen(await world.party("police-coordinator"))
    police = await world.party("police-coordinator")
    answers = [
        await police.post("/v1/pair-links", {"victim_id": own["id"], "perpetrator_id": each})
        for each in (foreign["id"], nobody())
    ]
    assert bare(answers[0]) == bare(answers[1])
    assert answers[0].status_code == 422


async def test_an_etag_is_no_oracle(world: World) -> None:
    one = await side(world, "victim")
    police, stranger = await world.party("police-coordinator"), await world.party("aarhus-coordinator")
    etag = (await police.get(f"/v1/citizens/{one.id}")).headers["etag"]
    for headers in ({"if_none_match": etag}, {"if_none_match": "*"}, {"if_match": etag}):
        answer = await stranger.get(f"/v1/citizens/{one.id}", **headers)
        assert answer.status_code == 404
        assert "etag" not in answer.headers


# --- rule 3: ids and times tell nothing --------------------------------------------------------------


async def test_ids_carry_neither_order_nor_time(world: World, pair: Couple) -> None:
    ids = [
        UUID(each[name])
        for one in (pair.victim, pair.perpetrator)
        for each, name in [(one.citizen, "id"), (one.incident, "id"), (one.consent, "id"), (one.referral, "id")]
    ]
    assert {each.version for each in ids} == {4}
    assert {each.variant for each in ids} == {"specified in RFC 4122"}


# --- rule 4: one track each --------------------------------------------------------------------------


def refusal(answer: httpx.Response) -> JSON:
    assert answer.status_code == 409, answer.text
    return bare(answer)[1]


async def test_who_cannot_be_assigned_is_refused_in_one_way_whatever_the_reason(world: World, pair: Couple) -> None:
    coordinator = await world.party("tryg-vej-coordinator-victim")
    path = f"/v1/citizens/{pair.victim.id}/assignments"
    reasons = {
        "of the other track": await staff_of(await world.party("tryg-vej-caseworker-perpetrator")),
        "of another organisation": await staff_of(await world.party("lysningen-caseworker-victim")),
        "of nobody": nobody(),
    }
    told = [refusal(await coordinator.post(path, {"staff_id": each})) for each in reasons.values()]
    assert told[0] == told[1] == told[2]
    assert told[0]["type"].endswith("/cannot-be-assigned")
    assert "errors" not in told[0]


async def test_a_worker_on_one_side_is_never_given_the_other(world: World) -> None:
    police = await world.party("police-coordinator")
    pair = await couple(world)
    worker = await staff_of(await world.party("police-caseworker"))
    first = await police.post(f"/v1/citizens/{pair.victim.id}/assignments", {"staff_id": worker})
    assert first.status_code == 201, first.text
    told = refusal(await police.post(f"/v1/citizens/{pair.perpetrator.id}/assignments", {"staff_id": worker}))
    never = refusal(await police.post(f"/v1/citizens/{pair.perpetrator.id}/assignments", {"staff_id": nobody()}))
    assert told == never


async def test_there_is_no_ngo_user_without_a_track(world: World) -> None:
    operator = await world.party("operator-operator")
    body = {"organisation_id": world.organisation("tryg_vej"), "functions": ["coordinator"], "initials": "PRV"}
    assert (await operator.post("/v1/staff", body)).status_code == 422


async def test_and_if_there_were_one_the_database_would_show_them_nobody(
    world: World, pair: Couple, installation: Installation
) -> None:
    engine = create_async_engine(installation.case)
    counts = {}
    try:
        for track in ("victim", ""):
            async with engine.connect() as connection:
                await connection.execute(text("SET LOCAL ROLE ngo"))
                for name, value in {
                    "organisation": world.organisation("tryg_vej"),
                    "functions": "coordinator",
                    "track": track,
                }.items():
                    await connection.execute(text(f"SELECT set_config('boundary.{name}', '{value}', true)"))
                counts[track] = (await connection.execute(text("SELECT count(*) FROM citizen"))).scalar_one()
    finally:
        await engine.dispose()
    assert counts["victim"] > 0
    assert counts[""] == 0
