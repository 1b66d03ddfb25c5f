"""What waits around the pathway, for those who see no citizen: agency, evaluator, training provider."""

from datetime import UTC, datetime, timedelta

import pytest

from app.common.days import today
from tests.consents.test_suspended import suspended
from tests.grants.support import line, submitted
from tests.interviews.support import CONTACTS, consented, contact, contribution, step
from tests.journey.test_worklist import kinds, tasks
from tests.programme.support import Programme, hours, municipal
from tests.stories.test_scopes import given
from tests.support.world import World

NEXT_WEEK = datetime.now(UTC).replace(microsecond=0) + timedelta(days=7)


@pytest.fixture(scope="module")
async def it(world: World) -> Programme:
    return await municipal(world)


async def test_an_application_waits_with_the_agency_until_it_is_decided(world: World) -> None:
    it = await submitted(world, line(100))
    (found,) = await tasks(it.agency, it.grant["id"])
    assert (found["kind"], found["due_on"], found["citizen_id"]) == ("grant_to_receive", None, None)
    assert found["record"] == {"category": "grant", "id": it.grant["id"]}
    await it.assess()
    assert kinds(await tasks(it.agency, it.grant["id"])) == {"grant_to_decide"}
    assert await tasks(it.applicant, it.grant["id"]) == []
    body = {"outcome": "granted", "granted_oere": 100, "conditions": [], "grounds": "Opfylder kriterierne."}
    assert (await it.act("decide", body, by=it.agency)).status_code == 200
    assert await tasks(it.agency, it.grant["id"]) == []


async def test_a_change_of_budget_and_accounts_wait_with_the_agency(world: World) -> None:
    it = await submitted(world, line(100))
    budgets = await it.read("/budget")
    assert await tasks(it.agency, budgets["id"]) == [], "the application's own is decided with the application"
    await it.grant_it()
    change = {"budget_lines": [line(60), line(40, "transport", note="Tog")], "reason": "Flere rejser."}
    made = await it.applicant.post(f"{it.path}/amendments", change)
    assert made.status_code == 201, made.text
    assert kinds(await tasks(it.agency, made.json()["id"])) == {"budget_to_decide"}
    assert await tasks(it.applicant, made.json()["id"]) == []
    answer = await it.agency.act(f"{it.path}/amendments/{made.json()['id']}/approve", {"note": "Fint."})
    assert answer.status_code == 200, answer.text
    assert await tasks(it.agency, made.json()["id"]) == []

    account = await it.account()
    await it.audited(account)
    about = account.rsplit("/", 1)[1]
    assert await tasks(it.agency, about) == [], "not handed in yet"
    handed = await it.applicant.act(f"{account}/submit")
    assert handed.status_code == 200, handed.text
    assert kinds(await tasks(it.agency, about)) == {"accounts_to_decide"}
    assert (await it.agency.act(f"{account}/approve", {"note": "Fint."})).status_code == 200
    assert await tasks(it.agency, about) == []


async def test_a_meeting_waits_with_the_secretariat_and_with_whom_it_needs(it: Programme, world: World) -> None:
    for each in it.municipalities[:2]:
        await world.agreement_in_force(each, it.project)
    needed = [each.organisation_id for each in (it.agency, it.trainer, it.municipalities[0])]
    about = {"meeting_type": "kick_off", "required": needed, "optional": [it.evaluator.organisation_id]}
    meeting = await it.meeting("planned", **about, **hours(NEXT_WEEK))
    path = f"/v1/meetings/{meeting['id']}"
    (found,) = await tasks(it.agency, meeting["id"])
    assert (found["kind"], found["due_on"]) == ("meeting_to_hold", meeting["local_start"][:10])
    assert await tasks(it.trainer, meeting["id"]) == [], "not invited yet"
    assert (await it.agency.act(f"{path}/invite")).status_code == 200
    assert kinds(await tasks(it.agency, meeting["id"])) == {"meeting_to_hold"}
    for party in (it.trainer, it.municipalities[0]):
        assert kinds(await tasks(party, meeting["id"])) == {"meeting_to_attend"}
    for party in (it.evaluator, it.municipalities[1]):
        assert await tasks(party, meeting["id"]) == []


async def test_minutes_wait_for_approval_and_decisions_with_who_owes_them(it: Programme) -> None:
    owners = (it.agency, it.evaluator, it.trainer)
    needed = [each.organisation_id for each in owners]
    meeting = await it.meeting("held", meeting_type="kick_off", required=needed, optional=[])
    path = f"/v1/meetings/{meeting['id']}"
    assert kinds(await tasks(it.agency, meeting["id"])) == {"minutes_to_approve"}
    for party in owners:
        body = {"decision": "Skriver ud.", "owner_id": party.organisation_id, "due_on": today().isoformat()}
        made = (await it.agency.post(f"{path}/decisions", body)).json()
        (found,) = await tasks(party, made["id"])
        assert (found["kind"], found["due_on"], found["overdue"]) == ("decision_due", today().isoformat(), False)
        assert not [each for other in owners if other is not party for each in await tasks(other, made["id"])]
        assert (await party.act(f"/v1/meeting-decisions/{made['id']}/complete")).status_code == 200
        assert await tasks(party, made["id"]) == []


async def test_a_training_day_waits_with_who_gives_it(it: Programme) -> None:
    yesterday = (today() - timedelta(days=1)).isoformat()
    day = await it.taught(yesterday, held=False)
    (found,) = await tasks(it.trainer, day["id"])
    assert (found["kind"], found["due_on"], found["overdue"]) == ("training_day_to_hold", yesterday, True)
    assert await tasks(it.agency, day["id"]) == []
    far = await it.taught((today() + timedelta(days=15)).isoformat(), held=False)
    assert await tasks(it.trainer, far["id"]) == []
    body = {"attendance": [{"organisation_id": day["participants"][0], "persons": 12}]}
    assert (await it.trainer.act(f"/v1/training-days/{day['id']}/hold", body)).status_code == 200
    assert await tasks(it.trainer, day["id"]) == []


async def test_an_interview_waits_with_the_evaluator_and_names_no_citizen(world: World) -> None:
    ngo, vive = await world.party("tryg-vej-coordinator-victim"), await world.party("vive-researcher")
    candidate = await consented(world, ngo)
    before = {each["id"] for each in (await vive.get(f"{CONTACTS}?limit=200")).json()["items"]}
    await step(ngo, candidate, "pass-on-contact", contact())
    (new,) = [each for each in (await vive.get(f"{CONTACTS}?limit=200")).json()["items"] if each["id"] not in before]
    (found,) = await tasks(vive, new["id"])
    assert (found["kind"], found["due_on"]) == ("interview_to_hold", new["valid_until"])
    assert (found["citizen_id"], found["track"]) == (None, None)
    assert candidate["citizen_id"] not in (await vive.get("/v1/worklist?limit=200")).text
    assert (await vive.act(f"{CONTACTS}/{new['id']}/not-held")).status_code == 200
    assert await tasks(vive, new["id"]) == []


async def test_a_contribution_is_followed_up_by_the_evaluator(world: World) -> None:
    police, vive = await world.party("police-coordinator"), await world.party("vive-researcher")
    made = await contribution(world, police, due_on=today().isoformat())
    assert kinds(await tasks(vive, made["id"])) == {"contribution_expected"}
    assert kinds(await tasks(police, made["id"])) == {"contribution_due"}
    assert await tasks(await world.party("agency-secretary"), made["id"]) == []


async def test_any_of_its_scopes_opens_the_list_and_shows_what_it_reads(world: World) -> None:
    it = await submitted(world, line(100))
    narrow = await given(world, "agency-secretary", "grant:read")
    assert kinds(await tasks(narrow, it.grant["id"])) == {"grant_to_receive"}
    other = await given(world, "agency-secretary", "meeting:read")
    assert await tasks(other, it.grant["id"]) == []
    none = await given(world, "agency-secretary", "organisation:read")
    refused = await none.get("/v1/worklist")
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (403, "insufficient-scope")


async def test_a_wider_token_shows_no_less_while_the_agreement_is_suspended(world: World) -> None:
    police = await world.party("police-coordinator")
    narrow = await given(world, "police-coordinator", "meeting:read")
    other = await given(world, "police-coordinator", "referral:read")
    path = "/v1/worklist?limit=200"
    async with suspended(world, police):
        listed, whole, refused = [await each.get(path) for each in (narrow, police, other)]
    assert (listed.status_code, whole.status_code) == (200, 200)
    assert {each["record"]["id"] for each in listed.json()["items"]} <= {
        each["record"]["id"] for each in whole.json()["items"]
    }
    assert not kinds(whole.json()["items"]) & {"referral_to_answer", "contact_due", "citizen_unassigned"}
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[1]) == (403, "agreement-not-in-force")
