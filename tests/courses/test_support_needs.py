"""Needs that others must meet: agreed with the citizen, handed over, and how the contact went."""

import asyncio
from typing import Any

import pytest

from tests.courses.test_courses import TODAY, VERBS
from tests.courses.test_sessions import HELD
from tests.support.world import JSON, Party, World, nobody

NEED = {"theme": "housing", "level": "moderate", "description": "Skal fraflytte lejligheden på Søgade."}
BRIDGE = ["contact", "bridging"]
WAYS: dict[str, tuple[str, ...]] = {
    "identified": (),
    "agreed": ("agree",),
    "declined": ("agree", "decline"),
}


async def need(world: World, party: Party, citizen: JSON, **members: Any) -> JSON:
    answer = await party.post("/v1/support-needs", {**NEED, "citizen_id": citizen["id"], **members})
    assert answer.status_code == 201, answer.text
    assert answer.headers["location"] == f"/v1/support-needs/{answer.json()['id']}"
    return dict(answer.json())


class Bridge:
    """An NGO with a citizen whose consent names the municipality for bridging."""

    def __init__(self, world: World, ngo: Party, municipality: Party, citizen: JSON, consent: JSON) -> None:
        self.world, self.ngo, self.municipality = world, ngo, municipality
        self.citizen, self.consent = citizen, consent

    @classmethod
    async def of(cls, world: World, municipality: str = "aarhus-coordinator", **members: Any) -> "Bridge":
        ngo = await world.party("tryg-vej-coordinator-victim")
        other = await world.party(municipality)
        citizen = await world.citizen(ngo, identity=None, contact=None)
        recipients = [ngo.organisation_id, other.organisation_id]
        return cls(world, ngo, other, citizen, await world.consent(ngo, citizen, recipients, **members))

    def terms(self, **changes: Any) -> JSON:
        return {
            "consent_id": self.consent["id"],
            "recipient_id": self.municipality.organisation_id,
            "urgency": "soon",
            "scopes": BRIDGE,
            "summary": "Har brug for hjælp til en bolig.",
            **changes,
        }

    async def agreed(self, **members: Any) -> str:
        """The path of a need that the citizen wants help with."""
        path = f"/v1/support-needs/{(await need(self.world, self.ngo, self.citizen, **members))['id']}"
        assert (await self.ngo.act(f"{path}/agree")).status_code == 200
        return path

    async def sent(self, **members: Any) -> tuple[str, JSON]:
        path = await self.agreed(**members)
        answer = await self.ngo.act(f"{path}/handover", self.terms())
        assert answer.status_code == 200, answer.text
        return path, dict(answer.json())

    async def accepted(self, **members: Any) -> str:
        path, row = await self.sent(**members)
        answer = await self.municipality.act(f"/v1/referrals/{row['referral_id']}/accept")
        assert answer.status_code == 200, answer.text
        return path


async def test_a_need_is_handed_over_and_both_see_how_it_goes(world: World) -> None:
    bridge = await Bridge.of(world)
    ngo, municipality = bridge.ngo, bridge.municipality
    course = await world.running(ngo, bridge.citizen)
    path, sent = await bridge.sent(course_id=course["id"])
    assert (sent["status"], sent["recipient_id"]) == ("sent", municipality.organisation_id)
    referral = (await municipality.get(f"/v1/referrals/{sent['referral_id']}")).json()
    assert (referral["kind"], referral["status"], referral["citizen_id"]) == ("bridging", "sent", None)

    # Not before it has accepted.
    assert (await municipality.get(path)).status_code == 404
    assert (await municipality.act(f"/v1/referrals/{sent['referral_id']}/accept")).status_code == 200
    seen = await municipality.get(path)
    assert seen.status_code == 200
    assert seen.json() == {**sent, "course_id": None, "version": 3}
    assert seen.json()["description"] == NEED["description"]
    assert sent["id"] in [each["id"] for each in (await municipality.get("/v1/support-needs")).json()["items"]]

    failed = await municipality.act(f"{path}/fail-contact")
    assert failed.json()["status"] == "contact_not_established"
    established = await municipality.act(f"{path}/establish-contact")
    assert established.json()["status"] == "contact_established"
    assert (await ngo.get(path)).json()["status"] == "contact_established"
    closed = await municipality.act(f"{path}/close")
    assert (closed.status_code, closed.json()["status"]) == (200, "closed")


async def test_the_bridged_municipality_reads_the_course_but_no_session_and_changes_nothing(world: World) -> None:
    bridge = await Bridge.of(world, "randers-coordinator")
    ngo, municipality = bridge.ngo, bridge.municipality
    staff = (await ngo.get("/v1/me")).json()["staff_id"]
    course = await world.running(ngo, bridge.citizen, assigned_to=staff)
    session = (await ngo.post(f"/v1/courses/{course['id']}/sessions", HELD)).json()
    path = f"/v1/courses/{course['id']}"
    assert (await municipality.get(path)).status_code == 404
    need_path = await bridge.accepted()

    seen = await municipality.get(path)
    assert seen.status_code == 200
    day = {name: seen.json()[name] for name in ("created_at", "updated_at")}  # told by the day: test_feed.py
    assert seen.json() == {**course, "assigned_to": None, "referral_id": None, **day}
    listed = (await municipality.get(f"/v1/courses?citizen_id={bridge.citizen['id']}")).json()["items"]
    assert [each["id"] for each in listed] == [course["id"]]
    for hidden in (f"{path}/sessions", f"/v1/sessions/{session['id']}", f"/v1/sessions/{session['id']}/note"):
        assert (await municipality.get(hidden)).status_code == 404
    assert (await municipality.post(f"{path}/sessions", HELD)).status_code == 404
    etag = seen.headers["etag"]
    assert (await municipality.patch(path, {"form": "group"}, if_match=etag)).status_code == 404
    for verb, body in VERBS.items():
        assert (await municipality.post(f"{path}/{verb}", body, if_match=etag)).status_code == 404
    follow_up = await municipality.post("/v1/follow-ups", {"course_id": course["id"], "due_on": TODAY})
    assert follow_up.status_code == 422
    attached = {**NEED, "citizen_id": bridge.citizen["id"], "course_id": course["id"]}
    assert (await municipality.post("/v1/support-needs", attached)).status_code == 422

    # A withdrawal closes both at once, and leaves the NGO its journal.
    await world.withdrawn(ngo, bridge.consent)
    assert (await municipality.get(path)).status_code == 404
    assert (await municipality.get(need_path)).status_code == 404
    assert (await municipality.get(f"/v1/courses?citizen_id={bridge.citizen['id']}")).json()["items"] == []
    mine = (await ngo.get(need_path)).json()
    assert (mine["status"], mine["description"]) == ("sent", NEED["description"])
    assert (await ngo.act(f"{need_path}/decline")).json()["status"] == "declined"


async def test_each_party_writes_its_own_part(world: World) -> None:
    bridge = await Bridge.of(world, "favrskov-coordinator")
    path = await bridge.accepted()
    for party, verbs in ((bridge.ngo, ("establish-contact", "fail-contact")), (bridge.municipality, ("decline",))):
        for verb in verbs:
            answer = await party.act(f"{path}/{verb}")
            assert (answer.status_code, answer.json()["state"]) == (409, "sent")
    assert answer.json()["allowed"] == ["contact_established", "contact_not_established"]
    etag = (await bridge.municipality.get(path)).headers["etag"]
    theirs = await bridge.municipality.patch(path, {"level": "none"}, if_match=etag)
    assert (theirs.status_code, theirs.json()["type"].rsplit("/", 1)[1]) == (409, "other-partys-part")
    after_the_fact = await bridge.ngo.patch(path, {"level": "none"}, if_match=etag)
    assert (after_the_fact.status_code, after_the_fact.json()["allowed"]) == (409, [])


@pytest.mark.parametrize("status", WAYS)
async def test_transitions_that_the_state_forbids(world: World, status: str) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    path = f"/v1/support-needs/{(await need(world, ngo, await world.unaided(ngo)))['id']}"
    for verb in WAYS[status]:
        assert (await ngo.act(f"{path}/{verb}")).status_code == 200
    handover = {"consent_id": nobody(), "recipient_id": nobody(), "scopes": BRIDGE}
    allowed = {"identified": ["agreed", "declined"], "agreed": ["declined", "sent"], "declined": []}[status]
    verbs = {"agree": "agreed", "decline": "declined", "handover": "sent", "close": "closed"}
    verbs |= {"establish-contact": "contact_established", "fail-contact": "contact_not_established"}
    for verb, to in verbs.items():
        if to not in allowed:
            answer = await ngo.act(f"{path}/{verb}", handover if verb == "handover" else None)
            assert (answer.status_code, answer.json()["state"], answer.json()["allowed"]) == (409, status, allowed)


async def test_a_handover_on_bad_terms_hands_over_nothing(world: World) -> None:
    bridge = await Bridge.of(world)
    path = await bridge.agreed()
    randers = world.organisation("randers")
    for terms, pointer in (
        (bridge.terms(recipient_id=randers), "/recipient_id"),
        (bridge.terms(recipient_id=bridge.ngo.organisation_id), "/recipient_id"),
        (bridge.terms(consent_id=nobody()), "/consent_id"),
        (bridge.terms(scopes=["contact"]), "/scopes"),
        (bridge.terms(scopes=["contact", "bridging", "cpr"]), "/scopes/2"),
        (bridge.terms(kind="initial"), "/kind"),
    ):
        answer = await bridge.ngo.act(f"{path}/handover", terms)
        assert (answer.status_code, answer.json()["errors"][0]["pointer"]) == (422, pointer)
    await world.withdrawn(bridge.ngo, bridge.consent)
    answer = await bridge.ngo.act(f"{path}/handover", bridge.terms())
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (409, "consent-not-active")
    assert (await bridge.ngo.get(path)).json()["status"] == "agreed"
    sent = (await bridge.ngo.get(f"/v1/referrals?citizen_id={bridge.citizen['id']}")).json()["items"]
    assert sent == []


async def test_a_rejected_bridging_shows_the_need_to_nobody_else(world: World) -> None:
    bridge = await Bridge.of(world)
    path, row = await bridge.sent()
    rejected = await bridge.municipality.act(f"/v1/referrals/{row['referral_id']}/reject", {"reason": "no_capacity"})
    assert rejected.status_code == 200, rejected.text
    assert (await bridge.municipality.get(path)).status_code == 404
    for client in ("randers-coordinator", "lysningen-coordinator-victim", "tryg-vej-coordinator-perpetrator"):
        assert (await (await world.party(client)).get(path)).status_code == 404


async def test_level_and_description_change_before_the_handover(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    path = f"/v1/support-needs/{(await need(world, ngo, await world.unaided(ngo)))['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    assert (await ngo.patch(path, {"level": "high"})).status_code == 428
    changed = await ngo.patch(path, {"level": "high", "description": "Flyttet på æblegården."}, if_match=etag)
    assert (changed.json()["level"], changed.json()["description"]) == ("high", "Flyttet på æblegården.")
    emptied = await ngo.patch(path, {"description": None}, if_match=changed.headers["etag"])
    assert (emptied.json()["level"], emptied.json()["description"]) == ("high", None)
    for body in ({"level": None}, {"theme": "economy"}, {"status": "closed"}, {"description": ""}):
        assert (await ngo.patch(path, body, if_match=emptied.headers["etag"])).status_code == 422


async def test_the_list_filters(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    course = await world.course(ngo, citizen)
    first = await need(world, ngo, citizen, course_id=course["id"])
    second = await need(world, ngo, citizen, theme="legal", description=None)
    assert (await ngo.act(f"/v1/support-needs/{second['id']}/agree")).status_code == 200
    path = f"/v1/support-needs?citizen_id={citizen['id']}"
    for query, expected in (
        ("", [second, first]),
        ("&status=agreed", [second]),
        ("&theme=housing", [first]),
        (f"&course_id={course['id']}", [first]),
    ):
        items = (await ngo.get(path + query)).json()["items"]
        assert [each["id"] for each in items] == [each["id"] for each in expected]
    assert items[0]["description"] == NEED["description"]


async def test_needs_of_a_municipality_in_its_own_programme(world: World) -> None:
    municipality = await world.party("aarhus-integration")
    citizen = await world.unaided(municipality)
    made = await need(world, municipality, citizen)
    assert (made["controller_id"], made["status"]) == (municipality.organisation_id, "identified")
    assert (await (await world.party("randers-integration")).get(f"/v1/support-needs/{made['id']}")).status_code == 404


async def test_a_need_declined_after_the_handover_takes_its_referral_back(world: World) -> None:
    bridge = await Bridge.of(world)
    path, row = await bridge.sent()
    municipality, referral = bridge.municipality, f"/v1/referrals/{row['referral_id']}"

    async def to_answer() -> list[str]:
        tasks = (await municipality.get("/v1/worklist?kind=referral_to_answer&limit=200")).json()["items"]
        return [each["record"]["id"] for each in tasks]

    assert row["referral_id"] in await to_answer()
    declined = await bridge.ngo.act(f"{path}/decline")
    assert (declined.status_code, declined.json()["status"]) == (200, "declined")
    assert (await municipality.get(referral)).json()["status"] == "recalled"
    assert row["referral_id"] not in await to_answer()
    late = await municipality.act(f"{referral}/accept")
    assert (late.status_code, late.json()["state"]) == (409, "recalled")
    for seen in (f"/v1/citizens/{bridge.citizen['id']}", path):
        assert (await municipality.get(seen)).status_code == 404


@pytest.mark.parametrize("end", ["reject", "recall"])
async def test_a_need_that_came_to_nothing_is_handed_over_again(world: World, end: str) -> None:
    bridge = await Bridge.of(world)
    path, row = await bridge.sent()
    referral = f"/v1/referrals/{row['referral_id']}"
    other = await world.party("randers-coordinator")
    consent = await world.consent(
        bridge.ngo, bridge.citizen, [other.organisation_id], ["contact", "identity", "bridging"]
    )
    terms = {"consent_id": consent["id"], "recipient_id": other.organisation_id, "scopes": ["contact", "bridging"]}
    waiting = await bridge.ngo.act(f"{path}/handover", terms)
    assert (waiting.status_code, waiting.json()["allowed"]) == (409, ["declined"])
    ended = await (
        bridge.municipality.act(f"{referral}/reject", {"reason": "no_capacity"})
        if end == "reject"
        else bridge.ngo.act(f"{referral}/recall")
    )
    assert ended.status_code == 200, ended.text
    again = await bridge.ngo.act(f"{path}/handover", terms)
    assert again.status_code == 200, again.text
    assert (again.json()["status"], again.json()["recipient_id"]) == ("sent", other.organisation_id)
    assert again.json()["referral_id"] != row["referral_id"]
    assert (await other.act(f"/v1/referrals/{again.json()['referral_id']}/accept")).status_code == 200
    assert (await other.get(path)).status_code == 200
    assert (await bridge.municipality.get(path)).status_code == 404
    over = await bridge.ngo.act(f"{path}/handover", terms)
    assert (over.status_code, over.json()["allowed"]) == (409, []), "it was accepted"


async def test_an_accepted_need_is_not_declined_while_it_is_read(world: World) -> None:
    bridge = await Bridge.of(world)
    path = await bridge.accepted()
    refused = await bridge.ngo.act(f"{path}/decline")
    assert (refused.status_code, refused.json()["state"], refused.json()["allowed"]) == (409, "sent", [])
    assert (await bridge.ngo.get(path)).json()["status"] == "sent"


@pytest.mark.parametrize("_round", range(4))
async def test_declining_and_accepting_at_once_never_leave_a_declined_need_open(world: World, _round: int) -> None:
    bridge = await Bridge.of(world)
    path, row = await bridge.sent()
    referral = f"/v1/referrals/{row['referral_id']}"
    declined, accepted = await asyncio.gather(
        bridge.ngo.act(f"{path}/decline"), bridge.municipality.act(f"{referral}/accept")
    )
    statuses = {declined.status_code, accepted.status_code}
    assert 200 in statuses
    assert statuses & {409, 412}
    need_status = (await bridge.ngo.get(path)).json()["status"]
    referral_status = (await bridge.ngo.get(referral)).json()["status"]
    assert (need_status, referral_status) in {("declined", "recalled"), ("sent", "accepted")}
    seen = await bridge.municipality.get(f"/v1/citizens/{bridge.citizen['id']}")
    assert seen.status_code == (200 if referral_status == "accepted" else 404)
