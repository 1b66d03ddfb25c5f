"""A closed citizen: nothing new is begun, what runs goes on to its end."""

from typing import Any

import pytest

from tests.citizens.test_incidents import incident_of
from tests.consents.support import sign, withdraw
from tests.courses.test_support_needs import NEED
from tests.support.world import JSON, Party, World

ADDRESS = {"lines": ["Vej 1"], "postcode": "8000", "source": "citizen"}


def refused(answer: Any) -> bool:
    found = answer.json()
    return answer.status_code == 409 and found["type"].endswith("/citizen-closed")


async def close(party: Party, citizen: JSON) -> None:
    answer = await party.act(f"/v1/citizens/{citizen['id']}/close")
    assert answer.status_code == 200, answer.text


async def test_nothing_new_is_begun_until_it_is_reopened(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    path = f"/v1/citizens/{citizen['id']}"
    signed = await world.consent(police, citizen, [ngo.organisation_id])
    drafted = await world.consent(police, citizen, [ngo.organisation_id], signed=False)
    referral = await world.referral(police, signed, sent=False)
    body = {name: drafted[name] for name in ("citizen_id", "form_version_id", "language", "method", "informed_by")}
    body |= {name: drafted[name] for name in ("scopes", "recipients")}
    passing_on = {name: referral[name] for name in ("citizen_id", "consent_id", "recipient_id", "kind", "scopes")}

    async def attempts() -> list[Any]:
        etag = (await police.get(path)).headers["etag"]
        answers = [await police.put(f"{path}/identity", world.identity(), if_match=etag)]
        etag = (await police.get(path)).headers["etag"]
        answers.append(await police.put(f"{path}/contact", world.contact(), if_match=etag))
        etag = (await police.get(path)).headers["etag"]
        answers.append(await police.put(f"{path}/address", ADDRESS, if_match=etag))
        answers.append(await police.post("/v1/consents", body))
        answers.append(await sign(police, drafted))
        answers.append(await police.post("/v1/referrals", passing_on))
        answers.append(await police.act(f"/v1/referrals/{referral['id']}/send"))
        answers.append(await police.post("/v1/incidents", incident_of(citizen)))
        return answers

    await close(police, citizen)
    assert [each.text for each in await attempts() if not refused(each)] == []
    danish = await police.post("/v1/consents", body, accept_language="da")
    assert danish.json()["title"] == "Borgeren er afsluttet"
    assert (await police.act(f"{path}/close")).json()["allowed"] == ["active"]
    assert (await police.act(f"{path}/reopen")).status_code == 200
    assert [each.text for each in await attempts() if each.status_code not in {200, 201}] == []
    assert (await police.act(f"{path}/reopen")).json()["allowed"] == ["closed"]


async def test_what_runs_goes_on_to_its_end(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id])
    drafted = await world.consent(police, citizen, [ngo.organisation_id], signed=False)
    referral = await world.referral(police, consent)
    await close(police, citizen)
    # The recipient goes on with its own, whatever the sender closes.
    assert (await ngo.act(f"/v1/referrals/{referral['id']}/accept")).status_code == 200
    assert (await world.running(ngo, citizen))["status"] == "ongoing"
    etag = (await ngo.get(f"/v1/citizens/{citizen['id']}")).headers["etag"]
    contact = await ngo.put(f"/v1/citizens/{citizen['id']}/contact", world.contact(), if_match=etag)
    assert contact.status_code == 200
    done = await ngo.act(f"/v1/referrals/{referral['id']}/complete", {"outcome": "course_started"})
    assert done.status_code == 200
    assert (await police.act(f"/v1/consents/{drafted['id']}/refuse")).status_code == 200
    assert (await withdraw(police, consent)).status_code == 200


@pytest.mark.parametrize("client", ["tryg-vej-coordinator-victim", "aarhus-coordinator"])
async def test_who_runs_courses_starts_none_but_ends_the_running(world: World, client: str) -> None:
    party = await world.party(client)
    citizen = await world.unaided(party)
    course = await world.running(party, citizen)
    await close(party, citizen)
    body = {"citizen_id": citizen["id"], "form": "individual", "journey_started_on": "2024-03-01"}
    assert refused(await party.post("/v1/courses", body))
    ended = {"ended_on": course["started_on"], "closing_reason": "planned"}
    assert (await party.act(f"/v1/courses/{course['id']}/complete", ended)).status_code == 200


async def test_a_need_is_not_handed_over(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(ngo, identity=None, contact=None)
    consent = await world.consent(ngo, citizen, [ngo.organisation_id, world.organisation("aarhus")])
    need = (await ngo.post("/v1/support-needs", {**NEED, "citizen_id": citizen["id"]})).json()
    path = f"/v1/support-needs/{need['id']}"
    assert (await ngo.act(f"{path}/agree")).status_code == 200
    await close(ngo, citizen)
    terms = {"consent_id": consent["id"], "recipient_id": world.organisation("aarhus"), "scopes": consent["scopes"]}
    assert refused(await ngo.act(f"{path}/handover", terms))
    assert (await ngo.act(f"/v1/citizens/{citizen['id']}/reopen")).status_code == 200
    assert (await ngo.act(f"{path}/handover", terms)).status_code == 200
