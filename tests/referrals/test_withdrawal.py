"""A withdrawal acts at once: on what is open, on what is under way, and on what is answered again."""

import asyncio
from typing import Any

import httpx
from sqlalchemy import text

from tests.support.world import JSON, Party, World

WITHDRAWAL = {"withdrawn_by": "citizen", "withdrawal_channel": "phone"}


async def parties(world: World) -> tuple[Party, Party, JSON]:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    scopes = ["contact", "identity", "feedback_to_sender"]
    return police, ngo, await world.consent(police, citizen, [ngo.organisation_id], scopes)


async def test_what_is_open_closes_and_what_waits_is_recalled(world: World, superuser: Any) -> None:
    police, ngo, consent = await parties(world)
    accepted = await world.referral(police, consent, accepted_by=ngo)
    waiting = await world.referral(police, consent)
    draft = await world.referral(police, consent, sent=False)
    citizen = f"/v1/citizens/{consent['citizen_id']}"
    assert (await ngo.get(citizen)).status_code == 200

    await world.withdrawn(ngo, consent)

    assert (await ngo.get(citizen)).status_code == 404
    kept = (await ngo.get(f"/v1/referrals/{accepted['id']}")).json()
    assert (kept["status"], kept["summary"]) == ("accepted", None)
    shown = (await ngo.get(f"/v1/referrals/{waiting['id']}")).json()
    assert (shown["status"], shown["citizen_id"]) == ("recalled", None)
    assert (await ngo.get(f"/v1/referrals/{draft['id']}")).status_code == 404
    assert (await police.get(f"/v1/referrals/{draft['id']}")).json()["status"] == "recalled"
    refused = await ngo.act(f"/v1/referrals/{waiting['id']}/accept")
    assert (refused.status_code, refused.json()["state"]) == (409, "recalled")
    async with superuser.connect() as connection:
        open_still = await connection.execute(
            text("SELECT count(*) FROM disclosure WHERE consent_id = :id AND ended_at IS NULL"), {"id": consent["id"]}
        )
    assert open_still.scalar_one() == 0


async def test_no_referral_begins_under_a_withdrawn_consent(world: World) -> None:
    police, ngo, consent = await parties(world)
    await world.withdrawn(police, consent)
    body = {
        "citizen_id": consent["citizen_id"],
        "consent_id": consent["id"],
        "recipient_id": ngo.organisation_id,
        "kind": "initial",
        "scopes": ["contact"],
    }
    answer = await police.post("/v1/referrals", body)
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/consent-not-active")


async def test_another_consent_does_not_keep_open_what_this_one_opened(world: World) -> None:
    police, ngo, consent = await parties(world)
    referral = await world.referral(police, consent, accepted_by=ngo)
    await world.consent(
        police, {"id": consent["citizen_id"], "project_id": consent["project_id"]}, [ngo.organisation_id]
    )
    await world.withdrawn(police, consent)
    assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).status_code == 404
    assert (await ngo.get(f"/v1/referrals/{referral['id']}")).json()["summary"] is None


async def test_an_acceptance_is_not_replayed_after_withdrawal(world: World) -> None:
    police, ngo, consent = await parties(world)
    path = f"/v1/referrals/{(await world.referral(police, consent, summary=None))['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    first = await ngo.post(f"{path}/accept", if_match=etag, idempotency_key="accept-1")
    again = await ngo.post(f"{path}/accept", if_match=etag, idempotency_key="accept-1")
    assert first.json() == again.json()
    await world.withdrawn(police, consent)
    assert (await ngo.post(f"{path}/accept", if_match=etag, idempotency_key="accept-1")).status_code == 404


async def test_withdrawing_while_accepting_never_leaves_anything_open(world: World, superuser: Any) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    orders = set()
    for turn in range(32):
        consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity"])
        path = f"/v1/referrals/{(await world.referral(police, consent))['id']}"
        etag = (await ngo.get(path)).headers["etag"]
        tag = (await police.get(f"/v1/consents/{consent['id']}")).headers["etag"]

        async def accept(path: str = path, etag: str = etag) -> int:
            return (await ngo.post(f"{path}/accept", if_match=etag)).status_code

        async def withdraw(consent: JSON = consent, tag: str = tag, wait: float = (turn % 8) * 0.015) -> httpx.Response:
            await asyncio.sleep(wait)
            return await police.post(f"/v1/consents/{consent['id']}/withdraw", WITHDRAWAL, if_match=tag)

        accepted, withdrawn = await asyncio.gather(accept(), withdraw())
        assert withdrawn.status_code == 200, withdrawn.text
        assert accepted in {200, 409, 412}
        status = (await police.get(path)).json()["status"]
        assert status == ("accepted" if accepted == 200 else "recalled")
        assert (await ngo.get(f"/v1/citizens/{citizen['id']}")).status_code == 404
        orders.add(status)
    async with superuser.connect() as connection:
        leaks = await connection.execute(
            text(
                "SELECT count(*) FROM disclosure AS d JOIN consent AS c ON c.id = d.consent_id "
                "WHERE d.citizen_id = :id AND c.status <> 'active' AND d.ended_at IS NULL"
            ),
            {"id": citizen["id"]},
        )
    assert leaks.scalar_one() == 0
    assert orders == {"accepted", "recalled"}, "both orders were seen"


async def test_withdrawing_while_sending_never_leaves_it_sent(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    for _ in range(10):
        consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact"])
        path = f"/v1/referrals/{(await world.referral(police, consent, sent=False))['id']}"
        etag = (await police.get(path)).headers["etag"]
        tag = (await ngo.get(f"/v1/consents/{consent['id']}")).headers["etag"]
        sent, withdrawn = await asyncio.gather(
            police.post(f"{path}/send", if_match=etag),
            ngo.post(f"/v1/consents/{consent['id']}/withdraw", WITHDRAWAL, if_match=tag),
        )
        assert withdrawn.status_code == 200, withdrawn.text
        assert sent.status_code in {200, 409, 412}, sent.text
        assert (await police.get(path)).json()["status"] == "recalled"


async def test_feedback_only_with_the_citizens_consent_and_only_while_it_lasts(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    for feedback in (True, False):
        citizen = await world.citizen(police)
        scopes = ["contact", *(["feedback_to_sender"] if feedback else [])]
        consent = await world.consent(police, citizen, [ngo.organisation_id], scopes)
        path = f"/v1/referrals/{(await world.referral(police, consent, accepted_by=ngo))['id']}"
        before = await police.get(path)
        done = await ngo.act(f"{path}/complete", {"outcome": "declined"})
        assert (done.json()["status"], done.json()["outcome"]) == ("completed", "declined")
        after = await police.get(path)
        if not feedback:
            assert after.json() == before.json(), "nothing at all tells the sender"
            assert after.headers["etag"] == before.headers["etag"]
            continue
        assert (after.json()["status"], after.json()["outcome"]) == ("completed", "declined")
        assert after.json()["course_started"] is False
        await world.withdrawn(ngo, consent)
        gone = (await police.get(path)).json()
        assert (gone["status"], gone["outcome"], gone["course_started"]) == ("accepted", None, None)
        assert (await ngo.get(path)).json()["status"] == "completed", "the recipient's own record stays"
        listed = (await police.get(f"/v1/referrals?status=completed&citizen_id={citizen['id']}")).json()
        assert listed["items"] == []


async def test_withdrawing_while_drafting_leaves_no_draft_behind(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    for turn in range(8):
        consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact"])
        body = {
            "citizen_id": citizen["id"],
            "consent_id": consent["id"],
            "recipient_id": ngo.organisation_id,
            "kind": "initial",
            "scopes": ["contact"],
        }
        tag = (await ngo.get(f"/v1/consents/{consent['id']}")).headers["etag"]

        async def withdraw(
            path: str = f"/v1/consents/{consent['id']}/withdraw", tag: str = tag, turn: int = turn
        ) -> int:
            await asyncio.sleep(turn * 0.01)
            return (await ngo.post(path, WITHDRAWAL, if_match=tag)).status_code

        drafted, withdrawn = await asyncio.gather(police.post("/v1/referrals", body), withdraw())
        assert withdrawn == 200
        assert drafted.status_code in {201, 409}, drafted.text
        if drafted.status_code == 201:
            assert (await police.get(f"/v1/referrals/{drafted.json()['id']}")).json()["status"] == "recalled"
