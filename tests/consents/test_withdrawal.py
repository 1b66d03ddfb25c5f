from datetime import date
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.workdays import danish_date
from app.consents import withdrawal
from app.database.columns import utc_now
from tests.consents.support import kind, stored, withdraw
from tests.support.world import JSON, Party, World


async def _signed(world: World, **citizen: Any) -> tuple[Party, JSON]:
    police = await world.party("police-integration")
    recipients = [world.organisation(each) for each in ("tryg_vej", "aarhus", "vive")]
    return police, await world.consent(police, await world.citizen(police, **citizen), recipients)


@pytest.mark.parametrize("client", ["police-integration", "tryg-vej-integration-victim", "aarhus-caseworker"])
async def test_whoever_holds_it_may_register_a_withdrawal(world: World, superuser: AsyncEngine, client: str) -> None:
    police, consent = await _signed(world)
    ngo = await world.party("tryg-vej-integration-victim")
    accepted = await world.referral(police, consent, accepted_by=ngo)
    aarhus = world.organisation("aarhus")
    sent = await world.referral(police, consent, aarhus)
    drafted = await world.referral(police, consent, aarhus, sent=False)
    assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).status_code == 200

    answer = await withdraw(await world.party(client), consent)

    assert answer.status_code == 200, answer.text
    assert (answer.json()["status"], answer.json()["withdrawn_by"]) == ("withdrawn", "citizen")
    assert answer.json()["withdrawal_channel"] == "phone"
    assert answer.json()["withdrawn_at"] is not None
    assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).status_code == 404
    assert await stored(superuser, "SELECT count(*) FROM disclosure WHERE consent_id = :id", id=consent["id"]) > 0
    open_ones = "SELECT count(*) FROM disclosure WHERE consent_id = :id AND ended_at IS NULL"
    assert await stored(superuser, open_ones, id=consent["id"]) == 0
    state = "SELECT status FROM referral WHERE id = :id"
    assert [await stored(superuser, state, id=each["id"]) for each in (accepted, sent, drafted)] == [
        "accepted",
        "recalled",
        "recalled",
    ]


async def test_withdrawing_needs_the_present_version_and_is_once(world: World) -> None:
    police, consent = await _signed(world)
    path, body = f"/v1/consents/{consent['id']}/withdraw", {"withdrawn_by": "citizen", "withdrawal_channel": "sms"}
    assert (await police.post(path, body)).status_code == 428
    assert (await police.post(path, body, if_match='"stale"')).status_code == 412
    assert (await withdraw(police, consent)).status_code == 200
    again = await withdraw(police, consent)
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "withdrawn", [])


@pytest.mark.parametrize(
    "body",
    [
        {"withdrawn_by": "spouse", "withdrawal_channel": "phone"},
        {"withdrawn_by": "citizen", "withdrawal_channel": "pigeon"},
        {"withdrawn_by": "citizen"},
        {"withdrawn_by": "citizen", "withdrawal_channel": "phone", "reason": "Bor på Hemmelig Vej 1"},
    ],
)
async def test_a_withdrawal_asks_for_two_things_only(world: World, body: JSON) -> None:
    police, consent = await _signed(world)
    answer = await police.act(f"/v1/consents/{consent['id']}/withdraw", body)
    assert answer.status_code == 422
    assert not [value for value in ("spouse", "pigeon", "Hemmelig") if value in answer.text]
    assert (await police.get(f"/v1/consents/{consent['id']}")).json()["status"] == "active"


async def test_recipients_acknowledge_and_the_holder_sees_who_has_not(world: World, superuser: AsyncEngine) -> None:
    police, consent = await _signed(world)
    ngo, aarhus = await world.party("tryg-vej-caseworker-victim"), await world.party("aarhus-coordinator")
    path = f"/v1/consents/{consent['id']}"
    assert (await police.get(f"{path}/acknowledgements")).json() == {"items": []}
    early = await ngo.post(f"{path}/acknowledge")
    assert (early.status_code, kind(early), early.json()["state"]) == (409, "forbidden-transition", "active")
    assert early.json()["allowed"] == ["withdrawn"]
    await withdraw(police, consent)

    waiting = (await police.get(f"{path}/acknowledgements")).json()["items"]
    # The evaluator acknowledges nothing here, and the holder knows.
    assert {each["organisation_id"] for each in waiting} == {ngo.organisation_id, aarhus.organisation_id}
    assert [(each["acknowledged_at"], each["overdue"]) for each in waiting] == [(None, False)] * 2
    done = await ngo.post(f"{path}/acknowledge")
    assert (done.status_code, done.json()["organisation_id"]) == (200, ngo.organisation_id)
    again = await ngo.post(f"{path}/acknowledge", accept_language="da")
    assert (again.status_code, kind(again)) == (409, "already-acknowledged")
    assert again.json()["title"] == "Allerede kvitteret"
    assert (await ngo.get(f"{path}/acknowledgements")).json()["items"] == [done.json()]
    assert (await aarhus.get(f"{path}/acknowledgements")).json()["items"][0]["acknowledged_at"] is None

    async with superuser.begin() as connection:
        await connection.execute(text("SET LOCAL session_replication_role = replica"))  # past the triggers
        await connection.execute(
            text("UPDATE consent SET withdrawn_at = now() - interval '20 days' WHERE id = :id"), {"id": consent["id"]}
        )
    late = {
        each["organisation_id"]: each["overdue"]
        for each in (await police.get(f"{path}/acknowledgements")).json()["items"]
    }
    assert late == {ngo.organisation_id: False, aarhus.organisation_id: True}


async def test_the_police_have_nothing_to_acknowledge(world: World) -> None:
    police, consent = await _signed(world)
    await withdraw(police, consent)
    assert (await police.post(f"/v1/consents/{consent['id']}/acknowledge")).status_code == 403


@pytest.mark.parametrize(
    ("withdrawn_at", "due_on"),
    [
        ("2026-03-31T10:00:00Z", "2026-04-08"),  # Skærtorsdag, Langfredag, 2. påskedag and a weekend between
        ("2026-06-11T10:00:00Z", "2026-06-16"),
        ("2026-06-11T22:30:00Z", "2026-06-17"),  # already Friday in Denmark
    ],
)
def test_the_deadline_is_three_working_days(withdrawn_at: str, due_on: str) -> None:
    moment = utc_now().fromisoformat(withdrawn_at)
    out = withdrawal._out(
        {"withdrawn_at": moment}, {"organisation_id": "7b0d5b0e-5d6e-4b57-8f4e-2f3f5e0c9c11", "acknowledged_at": None}
    )
    assert (out.due_on, out.overdue) == (date.fromisoformat(due_on), danish_date(utc_now()) > out.due_on)


async def test_the_whole_act_is_logged(world: World, superuser: AsyncEngine) -> None:
    police, consent = await _signed(world, identity=None, contact=None)
    await withdraw(police, consent)
    query = (
        "SELECT string_agg(action || ':' || outcome, ',' ORDER BY at) FROM audit_event "
        "WHERE category = 'consent' AND record_id = :id AND action <> 'read'"
    )
    assert await stored(superuser, query, id=consent["id"]) == "create:done,sign:done,withdraw:done"
    subjects = (
        "SELECT count(*) FROM audit_subject AS s JOIN audit_event AS e ON e.id = s.event_id "
        "WHERE s.record_id = :id AND s.citizen_id = :citizen AND e.action = 'withdraw'"
    )
    assert await stored(superuser, subjects, id=consent["id"], citizen=consent["citizen_id"]) >= 1
