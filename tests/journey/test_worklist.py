"""What waits for whom."""

from datetime import UTC, date, datetime, timedelta
from typing import Any

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from app.common.workdays import danish_date, workdays_after
from tests.stories.couple import side, staff_of
from tests.support.world import JSON, Party, World


async def tasks(party: Party, *records: str, kind: str | None = None) -> list[JSON]:
    """The caller's tasks about these records."""
    found: list[JSON] = []
    path = "/v1/worklist?limit=200" + (f"&kind={kind}" if kind else "")
    cursor = ""
    while True:
        answer = await party.get(f"{path}&cursor={cursor}" if cursor else path)
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        cursor = answer.json()["next_cursor"]
        if cursor is None:
            return [each for each in found if each["record"]["id"] in records]


def kinds(found: list[JSON]) -> set[str]:
    return {each["kind"] for each in found}


async def age(superuser: AsyncEngine, table: str, column: str, record_id: str, **by: Any) -> None:
    """Let something have happened earlier."""
    async with superuser.begin() as connection:
        await connection.execute(text("SET LOCAL session_replication_role = replica"))  # the terms are frozen
        await connection.execute(
            text(f"UPDATE {table} SET {column} = {column} - CAST(:by AS interval) WHERE id = :id"),
            {"by": timedelta(**by), "id": record_id},
        )


async def test_a_referral_to_answer(world: World) -> None:
    one = await side(world, "victim", accept=False)
    ngo, police = await world.party("tryg-vej-caseworker-victim"), await world.party("police-coordinator")
    (task,) = await tasks(ngo, one.referral["id"])
    sent = danish_date(datetime.fromisoformat(one.referral["sent_at"]))
    assert task == {
        "kind": "referral_to_answer",
        "label_da": "Besvar videregivelse",
        "label_en": "Answer a referral",
        "due_on": workdays_after(sent, 3).isoformat(),
        "overdue": False,
        "citizen_id": None,
        "record": {"category": "referral", "id": one.referral["id"]},
        "project_id": world.project(),
        "track": "victim",
    }
    assert await tasks(police, one.referral["id"]) == []
    assert await tasks(await world.party("tryg-vej-coordinator-perpetrator"), one.referral["id"]) == []
    await ngo.act(f"/v1/referrals/{one.referral['id']}/receive")
    assert kinds(await tasks(ngo, one.referral["id"])) == {"referral_to_answer"}
    await ngo.act(f"/v1/referrals/{one.referral['id']}/reject", {"reason": "no_capacity"})
    assert await tasks(ngo, one.referral["id"]) == []


async def test_deadlines_count_working_days_by_urgency(world: World, superuser: AsyncEngine) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("lysningen-coordinator-victim")
    consent = await world.consent(police, await world.citizen(police), [ngo.organisation_id])
    sent = {each: await world.referral(police, consent, urgency=each) for each in ("acute", "soon", "routine")}
    for referral in sent.values():  # Maundy Thursday to Easter Monday 2025 are holidays: 16/4 is a Wednesday
        async with superuser.begin() as connection:
            await connection.execute(
                text("UPDATE referral SET sent_at = '2025-04-16T23:30:00+02:00' WHERE id = :id"), {"id": referral["id"]}
            )
    found = await tasks(ngo, *(each["id"] for each in sent.values()))
    due = {each["record"]["id"]: (each["due_on"], each["overdue"]) for each in found}
    assert due[sent["acute"]["id"]] == ("2025-04-22", True)
    assert due[sent["soon"]["id"]] == ("2025-04-24", True)
    assert due[sent["routine"]["id"]] == ("2025-04-28", True)
    assert [each["due_on"] for each in found] == sorted(each["due_on"] for each in found)


async def test_a_contact_is_due_until_it_is_attempted(world: World) -> None:
    one = await side(world, "victim")
    ngo = await world.party("tryg-vej-caseworker-victim")
    (task,) = await tasks(ngo, one.referral["id"])
    assert (task["kind"], task["citizen_id"]) == ("contact_due", one.id)
    accepted = danish_date(datetime.fromisoformat(one.referral["responded_at"]))
    assert task["due_on"] == workdays_after(accepted, 3).isoformat()
    attempt = {"attempted_at": one.referral["responded_at"], "channel": "phone", "outcome": "no_answer"}
    await ngo.post(f"/v1/referrals/{one.referral['id']}/contact-attempts", attempt)
    assert await tasks(ngo, one.referral["id"]) == []


async def test_an_accepted_citizen_waits_for_a_worker_with_the_coordinator_only(world: World) -> None:
    one = await side(world, "victim")
    coordinator, worker = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-caseworker-victim"),
    )
    (task,) = await tasks(coordinator, one.id)
    assert (task["kind"], task["citizen_id"]) == ("citizen_unassigned", one.id)
    assert await tasks(worker, one.id) == []
    await coordinator.post(f"/v1/citizens/{one.id}/assignments", {"staff_id": await staff_of(worker)})
    assert await tasks(coordinator, one.id) == []


async def test_a_colleagues_tasks_are_not_shown(world: World) -> None:
    one = await side(world, "victim")
    coordinator, worker = (
        await world.party("tryg-vej-coordinator-victim"),
        await world.party("tryg-vej-caseworker-victim"),
    )
    colleague = await world.user_of(world.organisation("tryg_vej"), "caseworker", "victim")
    assert kinds(await tasks(colleague, one.referral["id"])) == {"contact_due"}
    await coordinator.post(f"/v1/citizens/{one.id}/assignments", {"staff_id": await staff_of(worker)})
    assert await tasks(colleague, one.referral["id"]) == []
    assert kinds(await tasks(worker, one.referral["id"])) == {"contact_due"}


async def test_a_withdrawal_to_acknowledge_becomes_overdue_after_three_working_days(
    world: World, superuser: AsyncEngine
) -> None:
    one = await side(world, "victim")
    ngo, police = await world.party("tryg-vej-coordinator-victim"), await world.party("police-coordinator")
    await world.withdrawn(police, one.consent)
    (task,) = await tasks(ngo, one.consent["id"])
    assert (task["kind"], task["due_on"]) == ("withdrawal_to_acknowledge", workdays_after(today(), 3).isoformat())
    assert not task["overdue"]
    assert await tasks(police, one.consent["id"]) == []
    await age(superuser, "consent", "withdrawn_at", one.consent["id"], days=20)
    assert (await tasks(ngo, one.consent["id"]))[0]["overdue"]
    await ngo.post(f"/v1/consents/{one.consent['id']}/acknowledge")
    assert await tasks(ngo, one.consent["id"]) == []


async def test_a_consent_that_runs_out_is_told_to_who_holds_it_and_to_who_lives_by_it(
    world: World, superuser: AsyncEngine
) -> None:
    one = await side(world, "victim")
    ngo, police = await world.party("tryg-vej-coordinator-victim"), await world.party("police-coordinator")
    assert await tasks(police, one.consent["id"]) == []
    lasts = datetime.fromisoformat(one.consent["valid_until"]) - datetime.now(UTC)
    await age(superuser, "consent", "valid_until", one.consent["id"], days=lasts.days - 29)
    for party in (police, ngo):
        (task,) = await tasks(party, one.consent["id"])
        assert (task["kind"], task["overdue"]) == ("consent_expiring", False)
        assert abs(date.fromisoformat(task["due_on"]) - today() - timedelta(days=29)) <= timedelta(days=1)


async def test_a_consent_that_awaits_signature_has_no_date_and_stands_last(world: World) -> None:
    police = await world.party("police-coordinator")
    draft = await world.consent(police, await world.citizen(police), [world.organisation("tryg_vej")], signed=False)
    (task,) = await tasks(police, draft["id"])
    assert (task["kind"], task["due_on"], task["overdue"]) == ("consent_unsigned", None, False)
    await police.act(f"/v1/consents/{draft['id']}/refuse")
    assert await tasks(police, draft["id"]) == []


async def test_sessions_and_follow_ups(world: World) -> None:
    ngo = await world.party("lysningen-coordinator-victim")
    course = await world.running(ngo, await world.unaided(ngo))
    path = f"/v1/courses/{course['id']}/sessions"
    past = (await ngo.post(path, {"held_on": today().isoformat(), "form": "phone"})).json()
    coming = (await ngo.post(path, {"held_on": (today() + timedelta(days=3)).isoformat(), "form": "phone"})).json()
    (task,) = await tasks(ngo, past["id"], coming["id"])
    assert (task["record"]["id"], task["kind"], task["overdue"]) == (past["id"], "session_without_outcome", False)
    await ngo.act(f"/v1/sessions/{past['id']}/cancel")
    await ngo.act(f"/v1/sessions/{coming['id']}/cancel")

    done = {"ended_on": today().isoformat(), "closing_reason": "planned"}
    await ngo.act(f"/v1/courses/{course['id']}/complete", done)
    near, far = [
        (
            await ngo.post("/v1/follow-ups", {"course_id": course["id"], "due_on": str(today() + timedelta(days=days))})
        ).json()
        for days in (14, 15)
    ]
    (task,) = await tasks(ngo, near["id"], far["id"])
    assert (task["kind"], task["due_on"], task["record"]["id"]) == ("follow_up_due", near["due_on"], near["id"])


async def test_pages_join_and_the_filter_is_bound_into_the_cursor(world: World) -> None:
    police, randers = await world.party("police-coordinator"), await world.party("randers-coordinator")
    consent = await world.consent(police, await world.citizen(police), [randers.organisation_id])
    for urgency in ("acute", "routine", "soon"):
        await world.referral(police, consent, urgency=urgency)
    path = "/v1/worklist?kind=referral_to_answer"
    whole = (await randers.get(f"{path}&limit=200")).json()["items"]
    assert {each["kind"] for each in whole} == {"referral_to_answer"}
    first = (await randers.get(f"{path}&limit=2")).json()
    rest = (await randers.get(f"{path}&limit=200&cursor={first['next_cursor']}")).json()
    assert first["items"] + rest["items"] == whole
    assert (await randers.get(f"/v1/worklist?cursor={first['next_cursor']}")).status_code == 400
    assert (await randers.get("/v1/worklist?kind=holiday")).status_code in {400, 422}
