"""The path of a referral: its terms, its transitions, and what each side sees of it on the way."""

import asyncio
from typing import Any

import httpx
import pytest

from app.common.days import today
from tests.support.world import JSON, Party, World, nobody

ALL = ["contact", "identity", "cpr", "address", "incident", "bridging", "feedback_to_sender"]
MINIMUM = {"kind", "urgency", "track", "sender_id", "recipient_id", "scopes", "project_id", "status", "id", "version"}


async def police_consent(world: World, client: str = "tryg-vej-caseworker-victim") -> tuple[Party, Party, JSON]:
    """The police, a recipient, and a consent to everything that names it."""
    police, recipient = await world.party("police-caseworker"), await world.party(client)
    citizen = await world.citizen(police)
    return police, recipient, await world.consent(police, citizen, [recipient.organisation_id], ALL)


def errors(answer: httpx.Response) -> set[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return {(each["pointer"], each["code"]) for each in answer.json()["errors"]}


async def test_from_draft_to_completed(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    referral = await world.referral(police, consent, sent=False)
    path = f"/v1/referrals/{referral['id']}"
    assert (referral["status"], referral["sent_at"]) == ("draft", None)
    assert (await ngo.get(path)).status_code == 404, "a draft is the sender's own paper"

    sent = (await police.act(f"{path}/send")).json()
    assert (sent["status"], sent["summary"]) == ("sent", "Ønsker hjælp hurtigst muligt.")

    before = (await ngo.get(path)).json()
    shown = {name for name, value in before.items() if value is not None}
    assert shown == MINIMUM | {"created_at", "updated_at", "sent_at"}
    assert before["created_at"] == before["sent_at"], "when the sender began to write is the sender's"
    assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).status_code == 404

    received = (await ngo.act(f"{path}/receive")).json()
    assert (received["status"], received["citizen_id"], received["summary"]) == ("received", None, None)

    accepted = await ngo.act(f"{path}/accept")
    assert accepted.json()["citizen_id"] == consent["citizen_id"]
    assert accepted.json()["consent_id"] == consent["id"]
    assert accepted.json()["summary"] == "Ønsker hjælp hurtigst muligt."
    assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).status_code == 200

    done = await ngo.act(f"{path}/complete", {"outcome": "course_started"})
    assert (done.json()["status"], done.json()["course_started"]) == ("completed", True)
    assert (await police.get(path)).json()["outcome"] == "course_started"


async def test_a_rejection_says_why_and_opens_nothing(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    referral = await world.referral(police, consent)
    path = f"/v1/referrals/{referral['id']}"
    answer = await ngo.act(f"{path}/reject", {"reason": "no_capacity"})
    assert (answer.json()["status"], answer.json()["rejected_reason"]) == ("rejected", "no_capacity")
    assert answer.json()["citizen_id"] is None
    assert (await ngo.get(f"/v1/citizens/{consent['citizen_id']}")).status_code == 404
    assert (await police.get(path)).json()["rejected_reason"] == "no_capacity"


async def test_recall_takes_back_what_was_not_accepted(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    sent = await world.referral(police, consent)
    path = f"/v1/referrals/{sent['id']}"
    assert (await police.act(f"{path}/recall")).json()["status"] == "recalled"
    assert (await ngo.get(path)).json()["status"] == "recalled"
    assert (await ngo.get(path)).json()["citizen_id"] is None

    draft = await world.referral(police, consent, sent=False)
    path = f"/v1/referrals/{draft['id']}"
    assert (await police.act(f"{path}/recall")).json()["status"] == "recalled"
    assert (await ngo.get(path)).status_code == 404, "what was never sent is never seen"


SENDER = {
    "draft": {"send", "recall"},
    "sent": {"recall"},
    "received": {"recall"},
    "accepted": set(),
    "rejected": set(),
    "recalled": set(),
}
RECIPIENT = {
    "sent": {"receive", "accept", "reject"},
    "received": {"accept", "reject"},
    "accepted": {"complete"},
    "completed": set(),
    "rejected": set(),
    "recalled": set(),
}
BODIES = {"reject": {"reason": "other"}, "complete": {"outcome": "declined"}}
STATE_OF = {
    "send": "sent",
    "receive": "received",
    "accept": "accepted",
    "reject": "rejected",
    "recall": "recalled",
    "complete": "completed",
}
WAYS = {
    "draft": [],
    "sent": ["send"],
    "received": ["send", "receive"],
    "accepted": ["send", "accept"],
    "completed": ["send", "accept", "complete"],
    "rejected": ["send", "reject"],
    "recalled": ["send", "recall"],
}


@pytest.mark.parametrize("state", WAYS)
async def test_what_the_state_forbids_is_409_with_what_it_allows(world: World, state: str) -> None:
    sender, ngo = await world.party("aarhus-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(sender)
    consent = await world.consent(sender, citizen, [ngo.organisation_id], ALL)
    path = f"/v1/referrals/{(await world.referral(sender, consent, sent=False))['id']}"
    for step in WAYS[state]:
        by = sender if step in {"send", "recall"} else ngo
        assert (await by.act(f"{path}/{step}", BODIES.get(step))).status_code == 200
    for party, table in ((sender, SENDER), (ngo, RECIPIENT)):
        if state not in table:
            continue
        for action in STATE_OF.keys() - table[state]:
            answer = await party.act(f"{path}/{action}", BODIES.get(action))
            assert answer.status_code == 409, (action, answer.text)
            assert answer.json()["type"].endswith("/forbidden-transition")
            assert answer.json()["state"] == state
            assert answer.json()["allowed"] == sorted(STATE_OF[each] for each in table[state])
    if state != "draft":
        assert (
            await sender.patch(path, {"urgency": "acute"}, if_match=(await sender.get(path)).headers["etag"])
        ).json()["state"] == state


async def test_the_police_can_never_complete(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    referral = await world.referral(police, consent, accepted_by=ngo)
    answer = await police.act(f"/v1/referrals/{referral['id']}/complete", {"outcome": "declined"})
    assert answer.status_code == 403


async def test_a_draft_is_amended_by_merge_patch(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    referral = await world.referral(police, consent, sent=False, summary=None)
    path = f"/v1/referrals/{referral['id']}"
    etag = (await police.get(path)).headers["etag"]
    assert (await police.patch(path, {"urgency": "acute"})).status_code == 428
    amended = await police.patch(path, {"urgency": "acute", "summary": "Ring først til støttepersonen."}, if_match=etag)
    assert amended.status_code == 200, amended.text
    assert (amended.json()["urgency"], amended.json()["scopes"]) == ("acute", ALL)
    assert amended.json()["summary"] == "Ring først til støttepersonen."
    assert (await police.patch(path, {"urgency": "soon"}, if_match=etag)).status_code == 412
    now = amended.headers["etag"]
    assert errors(await police.patch(path, {"urgency": None}, if_match=now)) == {("/urgency", "not_a_choice")}
    assert errors(await police.patch(path, {"citizen_id": nobody()}, if_match=now)) == {
        ("/citizen_id", "extra_forbidden")
    }
    assert errors(await police.patch(path, {"scopes": ["identity"]}, if_match=now)) == {("/scopes", "contact_required")}
    again = await police.patch(path, {"summary": "Ny tekst."}, if_match=now)
    assert again.headers["etag"] != now
    await police.act(f"{path}/send")
    assert (await ngo.act(f"{path}/accept")).json()["summary"] == "Ny tekst."


async def test_terms_within_consent_project_and_track(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(police)
    named = [ngo.organisation_id, world.organisation("aarhus")]
    consent = await world.consent(police, citizen, named, ["contact", "identity"])
    body = {
        "citizen_id": citizen["id"],
        "consent_id": consent["id"],
        "recipient_id": ngo.organisation_id,
        "kind": "initial",
        "scopes": ["contact"],
    }

    async def refused(**changes: Any) -> set[tuple[str, str]]:
        return errors(await police.post("/v1/referrals", {**body, **changes}))

    assert await refused(scopes=["contact", "cpr"]) == {("/scopes/1", "not_consented")}
    assert await refused(scopes=["identity"]) == {("/scopes", "contact_required")}
    assert await refused(kind="bridging") == {("/scopes", "bridging_required")}
    assert await refused(recipient_id=world.organisation("randers")) == {("/recipient_id", "not_named")}
    assert await refused(recipient_id=world.organisation("vive")) == {("/recipient_id", "cannot_receive")}
    assert await refused(recipient_id=world.organisation("trainer")) == {("/recipient_id", "not_a_partner")}
    assert await refused(recipient_id=nobody()) == {("/recipient_id", "not_a_partner")}
    assert await refused(recipient_id=police.organisation_id) == {("/recipient_id", "own_organisation")}
    assert await refused(scopes=["contact", "contact"]) == {("/scopes", "duplicate_item")}
    assert await refused(citizen_id=nobody()) == {("/citizen_id", "unknown_reference")}
    assert await refused(consent_id=nobody()) == {("/consent_id", "unknown_reference")}
    other = await world.citizen(police)
    assert await refused(citizen_id=other["id"]) == {("/consent_id", "unknown_reference")}
    assert await refused(status="accepted") == {("/status", "extra_forbidden")}


async def test_an_ngo_gets_only_its_own_track(world: World) -> None:
    police = await world.party("police-caseworker")
    citizen = await world.citizen(police, track="perpetrator")
    lysningen = world.organisation("lysningen")
    consent = await world.consent(police, citizen, [lysningen], ["contact"])
    body = {"citizen_id": citizen["id"], "consent_id": consent["id"], "recipient_id": lysningen, "kind": "initial"}
    answer = await police.post("/v1/referrals", {**body, "scopes": ["contact"]})
    assert errors(answer) == {("/recipient_id", "track_not_served")}


async def test_foreign_ids_of_others_are_as_good_as_none(world: World) -> None:
    aarhus, police = await world.party("aarhus-caseworker"), await world.party("police-caseworker")
    citizen = await world.citizen(aarhus)
    consent = await world.consent(aarhus, citizen, [world.organisation("tryg_vej")])
    body = {"recipient_id": world.organisation("tryg_vej"), "kind": "initial", "scopes": ["contact"]}
    answer = await police.post("/v1/referrals", {**body, "citizen_id": citizen["id"], "consent_id": consent["id"]})
    assert errors(answer) == {("/citizen_id", "unknown_reference")}
    own = await world.citizen(police)
    answer = await police.post("/v1/referrals", {**body, "citizen_id": own["id"], "consent_id": consent["id"]})
    assert errors(answer) == {("/consent_id", "unknown_reference")}


async def test_a_draft_may_await_the_signature_but_is_not_sent(world: World) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("tryg-vej-caseworker-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact"], signed=False)
    referral = await world.referral(police, consent, sent=False)
    answer = await police.act(f"/v1/referrals/{referral['id']}/send")
    assert answer.status_code == 409
    assert answer.json()["type"].endswith("/consent-not-active")
    assert (await police.get(f"/v1/referrals/{referral['id']}")).json()["status"] == "draft"


async def test_foreign_ids_on_every_verb(world: World) -> None:
    police, _, consent = await police_consent(world)
    referral = await world.referral(police, consent)
    stranger = await world.party("lysningen-coordinator-victim")
    for party in (stranger, await world.party("tryg-vej-coordinator-perpetrator")):
        for found in (referral["id"], nobody()):
            path = f"/v1/referrals/{found}"
            tag = '"of-another"'
            answers = [
                await party.get(path),
                await party.patch(path, {"urgency": "acute"}, if_match=tag),
                await party.get(f"{path}/contact-attempts"),
                await party.get(f"{path}/contact-attempts/{nobody()}"),
                await party.post(
                    f"{path}/contact-attempts",
                    {"attempted_at": "2023-01-02T12:00:00Z", "channel": "phone", "outcome": "reached"},
                ),
            ]
            answers += [await party.post(f"{path}/{each}", BODIES.get(each), if_match=tag) for each in STATE_OF]
            for answer in answers:
                assert answer.status_code == 404, answer.text
                assert referral["id"] not in answer.text.replace(answer.json()["instance"], "")
        listed = await party.get("/v1/referrals?limit=200")
        assert referral["id"] not in {each["id"] for each in listed.json()["items"]}


async def test_the_list_by_direction_status_citizen_and_time(world: World) -> None:
    favrskov, ngo = await world.party("favrskov-coordinator"), await world.party("tryg-vej-integration-victim")
    citizen = await world.citizen(favrskov)
    consent = await world.consent(favrskov, citizen, [ngo.organisation_id], ALL)
    made = [await world.referral(favrskov, consent) for _ in range(4)]
    ids = [each["id"] for each in made]
    path = f"/v1/referrals/{ids[0]}"
    await ngo.act(f"{path}/accept")
    await ngo.act(f"/v1/referrals/{ids[1]}/accept")
    await ngo.act(f"{path}/complete", {"outcome": "declined"})

    async def listed(party: Party, **query: str) -> list[str]:
        answer = await party.get(
            "/v1/referrals?limit=200&" + "&".join(f"{key}={value}" for key, value in query.items())
        )
        assert answer.status_code == 200, answer.text
        return [each["id"] for each in answer.json()["items"] if each["id"] in ids]

    of_citizen = {"citizen_id": citizen["id"]}
    assert await listed(favrskov, **of_citizen) == ids[::-1]
    assert await listed(favrskov, direction="received", **of_citizen) == []
    assert await listed(favrskov, status="completed", **of_citizen) == [ids[0]]
    assert await listed(favrskov, status="accepted", **of_citizen) == [ids[1]]
    assert await listed(favrskov, status="sent", **of_citizen) == [ids[3], ids[2]]
    # To the recipient, whose those not accepted are about is hidden, from the filter too.
    assert await listed(ngo, **of_citizen) == [ids[1], ids[0]]
    assert set(await listed(ngo, direction="received")) == set(ids)
    assert await listed(ngo, direction="sent") == []
    since = (await favrskov.get(path)).json()["updated_at"].replace("+", "%2B")
    assert await listed(favrskov, updated_since=since, **of_citizen) == [ids[0]]

    first = (await favrskov.get(f"/v1/referrals?limit=3&citizen_id={citizen['id']}")).json()
    rest = await favrskov.get(f"/v1/referrals?limit=3&citizen_id={citizen['id']}&cursor={first['next_cursor']}")
    assert [each["id"] for each in first["items"] + rest.json()["items"]] == ids[::-1]
    assert rest.json()["next_cursor"] is None
    altered = await favrskov.get(f"/v1/referrals?limit=3&direction=sent&cursor={first['next_cursor']}")
    assert altered.status_code == 400


async def test_a_double_submit_is_one_referral(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    body = {
        "citizen_id": consent["citizen_id"],
        "consent_id": consent["id"],
        "recipient_id": ngo.organisation_id,
        "kind": "initial",
        "scopes": ["contact"],
        "summary": "Kort.",
    }
    first = await police.post("/v1/referrals", body, idempotency_key="en-gang")
    second = await police.post("/v1/referrals", body, idempotency_key="en-gang")
    assert first.json() == second.json()
    assert second.headers["idempotency-replayed"] == "true"
    path = f"/v1/referrals/{first.json()['id']}"

    twice = await asyncio.gather(*(police.post(f"{path}/send", if_match=first.headers["etag"]) for _ in range(2)))
    assert sorted(each.status_code for each in twice) == [200, 412]
    etag = (await ngo.get(path)).headers["etag"]
    twice = await asyncio.gather(*(ngo.post(f"{path}/accept", if_match=etag) for _ in range(2)))
    assert sorted(each.status_code for each in twice) == [200, 412]


async def test_accept_and_recall_at_once_is_one_of_them(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    for _ in range(10):
        path = f"/v1/referrals/{(await world.referral(police, consent))['id']}"
        theirs, ours = (await ngo.get(path)).headers["etag"], (await police.get(path)).headers["etag"]
        answers = await asyncio.gather(
            ngo.post(f"{path}/accept", if_match=theirs), police.post(f"{path}/recall", if_match=ours)
        )
        assert sorted(each.status_code for each in answers) == [200, 412]
        won = "accepted" if answers[0].status_code == 200 else "recalled"
        assert (await police.get(path)).json()["status"] == won


async def test_a_course_that_starts_is_noted_once_for_the_sender(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    path = f"/v1/referrals/{(await world.referral(police, consent, accepted_by=ngo))['id']}"
    assert (await police.get(path)).json()["course_started"] is None
    course = await world.course(ngo, {"id": consent["citizen_id"]}, referral_id=path.rsplit("/", 1)[1])
    started = await ngo.act(f"/v1/courses/{course['id']}/start", {"started_on": today().isoformat()})
    assert started.status_code == 200, started.text
    shown = (await police.get(path)).json()
    assert (shown["status"], shown["course_started"], shown["outcome"]) == ("accepted", True, None)
    done = await ngo.act(f"{path}/complete", {"outcome": "referred_on"})
    assert (done.json()["course_started"], done.json()["outcome"]) == (True, "referred_on")


async def test_a_caseworker_answers_only_for_whom_they_may_see(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    referral = await world.referral(police, consent, accepted_by=ngo)
    coordinator = await world.party("tryg-vej-coordinator-victim")
    colleague = await world.user_of(ngo.organisation_id, "caseworker", track="victim")
    await coordinator.post(f"/v1/citizens/{consent['citizen_id']}/assignments", {"staff_id": colleague.staff_id})
    path = f"/v1/referrals/{referral['id']}"
    assert (await ngo.get(path)).status_code == 404
    assert (await ngo.post(f"{path}/complete", {"outcome": "declined"}, if_match='"x"')).status_code == 404
    assert (await colleague.get(path)).status_code == 200
    assert (await coordinator.get(path)).status_code == 200


async def test_an_organisation_whose_agreement_ends_reaches_nothing(world: World) -> None:
    police, ngo, consent = await police_consent(world)
    referral = await world.referral(police, consent)
    operator = await world.party("operator-operator")
    terms = (await operator.get(f"/v1/agreements?organisation_id={ngo.organisation_id}")).json()["items"]
    agreement = f"/v1/agreements/{next(each['id'] for each in terms if each['status'] == 'in_force')}"
    assert (await operator.act(f"{agreement}/suspend")).status_code == 200
    try:
        answer = await ngo.get(f"/v1/referrals/{referral['id']}")
        assert answer.status_code == 403
        assert answer.json()["type"].endswith("/agreement-not-in-force")
    finally:
        assert (await operator.act(f"{agreement}/resume")).status_code == 200
    assert (await ngo.get(f"/v1/referrals/{referral['id']}")).status_code == 200
