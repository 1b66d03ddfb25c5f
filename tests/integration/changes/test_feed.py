"""What each party is told of one citizen's way, read from its own feed."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from datetime import UTC, datetime, time, timedelta
from typing import Any
from uuid import uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine

from app.auth.keys import KeyRing
from app.cli.prune import pruned
from app.common.cursors import open_cursor, seal_cursor
from app.common.days import start_of_day
from app.common.workdays import COPENHAGEN
from app.installation import Installation
from tests.courses.test_support_needs import Bridge
from tests.integration.changes.following import Follower
from tests.stories.couple import HAPPENED_AT, side
from tests.support.world import JSON, World


@asynccontextmanager
async def unseen(superuser: AsyncEngine) -> AsyncIterator[AsyncConnection]:
    """A transaction of which no trigger tells anybody."""
    async with superuser.begin() as connection:
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        yield connection


def midnight(told: str) -> bool:
    """Whether a time tells no more than the day."""
    return datetime.fromisoformat(told).astimezone(COPENHAGEN).time() == time()


async def test_the_journey_as_each_party_is_told_of_it(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    of_police, of_ngo = await Follower.from_now(police), await Follower.from_now(ngo)
    # The blocks come with the citizen.
    citizen = await world.citizen(police)
    assert await of_police.told() == [("citizens", "created")]
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity", "bridging"])
    assert await of_police.told() == [("consents", "created"), ("consents", "updated")]
    assert await of_ngo.told() == [("consents", "created")]
    referral = await world.referral(police, consent)
    told = await of_ngo.items()
    assert [(each["collection"], each["kind"], each["citizen_id"]) for each in told] == [("referrals", "created", None)]
    await of_police.items()
    await ngo.act(f"/v1/referrals/{referral['id']}/accept")
    assert await of_police.told() == [("referrals", "updated")]
    assert await of_ngo.told() == [("referrals", "updated"), ("citizens", "created")]

    # Nothing of what the NGO does, without feedback_to_sender.
    course = await world.running(ngo, citizen)
    ended = {"ended_on": course["started_on"], "closing_reason": "planned"}
    assert (await ngo.act(f"/v1/courses/{course['id']}/complete", ended)).status_code == 200
    follow_up = {"course_id": course["id"], "due_on": course["started_on"]}
    assert (await ngo.post("/v1/follow-ups", follow_up)).status_code == 201
    assert await of_ngo.told() == [
        ("courses", "created"),
        ("referrals", "updated"),
        ("courses", "updated"),
        ("courses", "updated"),
        ("follow-ups", "created"),
    ]
    assert await of_police.told() == []

    # A new name reaches whom it was passed on to, a new address nobody but its controller (the wall, rule 7).
    path = f"/v1/citizens/{citizen['id']}"
    etag = {"if_match": (await police.get(path)).headers["etag"]}
    address = {"lines": ["Nyvej 1"], "postcode": "8000", "source": "citizen", "protection": "none"}
    answer = await police.put(f"{path}/address", address, **etag)
    assert answer.status_code == 200, answer.text
    assert (await of_police.told(), await of_ngo.told()) == ([("citizens", "updated")], [])
    renamed = {**citizen["identity"], "given_name": "Åse"}
    del renamed["source_organisation_id"]
    changed = await police.put(f"{path}/identity", renamed, if_match=answer.headers["etag"])
    assert changed.status_code == 200, changed.text
    assert (await of_police.told(), await of_ngo.told()) == ([("citizens", "updated")], [("citizens", "updated")])
    # Nor are a new municipality and a number that the recipient does not read, though written with the name.
    number = renamed["cpr"]
    for more in ({"municipality_code": "0730"}, {"cpr": f"{number[:7]}{(int(number[7:]) + 1) % 1000:03}"}):
        seen = await ngo.get(path)
        renamed |= more
        changed = await police.put(f"{path}/identity", renamed, if_match=changed.headers["etag"])
        assert changed.status_code == 200, changed.text
        assert (await of_police.told(), await of_ngo.told()) == ([("citizens", "updated")], [])
    again = await police.put(f"{path}/identity", renamed, if_match=changed.headers["etag"])
    # Nothing is written at all.
    assert (again.status_code, again.json()) == (200, changed.json())
    assert again.headers["etag"] == changed.headers["etag"]
    assert (await of_police.told(), await of_ngo.told()) == ([], [])
    still = await ngo.get(path)  # since before the number: no version tells of it either
    assert (still.headers["etag"], still.json()) == (seen.headers["etag"], seen.json())

    # What was passed on ends; the NGO's own journal stays.
    await world.withdrawn(police, consent)
    assert sorted(await of_ngo.told()) == [("citizens", "removed"), ("consents", "updated"), ("referrals", "updated")]
    assert await of_police.told() == [("consents", "updated")]
    assert (await ngo.post(f"/v1/consents/{consent['id']}/acknowledge")).status_code == 200
    assert (await of_police.told(), await of_ngo.told()) == ([("consents", "updated")], [("consents", "updated")])


async def test_a_municipality_follows_a_bridging_until_the_citizen_says_no(world: World) -> None:
    bridge = await Bridge.of(world)
    follower = await Follower.from_now(bridge.municipality)
    course = await world.running(bridge.ngo, bridge.citizen)
    _, sent = await bridge.sent(course_id=course["id"])
    assert await follower.told() == [("referrals", "created")]
    await bridge.municipality.act(f"/v1/referrals/{sent['referral_id']}/accept")
    first = await follower.items()
    assert {(each["collection"], each["kind"]) for each in first} == {
        ("referrals", "updated"),
        ("support-needs", "created"),
        ("citizens", "created"),
        ("courses", "created"),
    }
    assert len(first) == 4
    for each in first:
        assert (await bridge.municipality.get(f"/v1/{each['collection']}/{each['record_id']}")).status_code == 200
    assert (await bridge.ngo.act(f"/v1/courses/{course['id']}/pause")).status_code == 200
    assert await follower.told() == [("courses", "updated")]
    await world.withdrawn(bridge.ngo, bridge.consent)
    told = await follower.told()
    assert sorted(told) == [
        ("citizens", "removed"),
        ("consents", "updated"),
        ("courses", "removed"),
        ("referrals", "updated"),
        ("support-needs", "removed"),
    ]


async def test_who_has_a_course_is_told_to_its_controller_alone(world: World, superuser: AsyncEngine) -> None:
    """Nor does a version, a time or an ETag tell the reader of a copy; of what it is told, the day alone."""
    bridge = await Bridge.of(world)
    ngo, municipality = bridge.ngo, bridge.municipality
    course = await world.running(ngo, bridge.citizen)
    await bridge.accepted()
    path, listed = f"/v1/courses/{course['id']}", f"/v1/courses?citizen_id={bridge.citizen['id']}"
    me = (await ngo.get("/v1/me")).json()["staff_id"]
    async with unseen(superuser) as connection:
        ago = "created_at - interval '3 days'"
        aged = text(f"UPDATE course SET created_at = {ago}, updated_at = {ago} WHERE id = :id")
        await connection.execute(aged, {"id": course["id"]})
    controller, reader = await Follower.from_now(ngo), await Follower.from_now(municipality)
    seen, own = await municipality.get(path), await ngo.get(path)
    began = start_of_day(datetime.fromisoformat(own.json()["created_at"]))
    assert {datetime.fromisoformat(seen.json()[name]) for name in ("created_at", "updated_at")} == {began}

    async def changed(**members: Any) -> JSON:
        answer = await ngo.patch(path, members, if_match=(await ngo.get(path)).headers["etag"])
        assert answer.status_code == 200, answer.text
        return dict(answer.json())

    for worker in (me, None, me):
        last = await changed(assigned_to=worker)
        told = [each for each in await controller.items() if each["collection"] == "courses"]
        assert [each["kind"] for each in told] == ["updated"]
        assert await reader.items() == []
        now = await municipality.get(path)
        assert (now.headers["etag"], now.json()) == (seen.headers["etag"], seen.json())
        assert (await municipality.get(path, if_none_match=seen.headers["etag"])).status_code == 304
        assert (await municipality.get(listed)).json()["items"] == [seen.json()]
        since = f"{listed}&updated_since={last['updated_at']}"
        assert (await municipality.get(since)).json()["items"] == []
        assert [each["id"] for each in (await ngo.get(since)).json()["items"]] == [course["id"]]
    assert last["version"] == own.json()["version"] + 3

    # With what the reader is shown of it they move, and by no more than that.
    assert (await ngo.act(f"{path}/pause")).json()["version"] == last["version"] + 1
    assert await reader.told() == [("courses", "updated")]
    now, latest = await municipality.get(path), (await ngo.get(path)).json()
    assert (now.json()["status"], now.json()["version"]) == ("paused", seen.json()["version"] + 1)
    today = start_of_day(datetime.fromisoformat(latest["updated_at"]))
    assert datetime.fromisoformat(now.json()["updated_at"]) == today != datetime.fromisoformat(latest["updated_at"])
    assert now.headers["etag"] != seen.headers["etag"]
    since = f"{listed}&updated_since={latest['updated_at']}"
    assert (await municipality.get(since)).json()["items"] == [now.json()]
    # Written as it was is no change to the reader either.
    await changed(form=latest["form"])
    assert await reader.items() == []
    assert (await municipality.get(path)).json() == now.json()
    await changed(form="group", assigned_to=None)
    assert await reader.told() == [("courses", "updated")]
    assert (await municipality.get(path)).json()["version"] == now.json()["version"] + 1


async def test_each_track_is_told_of_its_own_side_alone(world: World) -> None:
    names = [f"tryg-vej-coordinator-{track}" for track in ("victim", "perpetrator")]
    victims, others = [await Follower.from_now(await world.party(name)) for name in names]
    one = await side(world, "victim")
    told = await victims.items()
    assert {each["collection"] for each in told} == {"citizens", "consents", "incidents", "referrals"}
    assert one.id in {each["citizen_id"] for each in told}
    assert {midnight(each["happened_at"]) for each in told} == {True}
    incident = next(each for each in told if each["collection"] == "incidents")
    assert incident["record_id"] == one.incident["id"]
    # To the recipient whatever is another's has a day, and no minute that both sides would share.
    filed = {"citizen_id": one.id, "number": "1461-70001-00043-26", "occurred_at": HAPPENED_AT, "account": "Uro."}
    details = {"relation": "current_partner", "violence_forms": ["physical"], "children_present": True}
    police = await world.party("police-coordinator")
    assert (await police.post("/v1/incidents", {**filed, **details})).status_code == 201
    [another] = await victims.items()
    assert (another["collection"], another["kind"]) == ("incidents", "created")
    assert midnight(another["happened_at"])
    # One's own record is told to the moment.
    assert not midnight((await police.get("/v1/changes?limit=200")).json()["items"][-1]["happened_at"])
    assert await others.items() == []
    foreign = await others.party.get(f"/v1/changes?after={victims.place}")
    assert (foreign.status_code, foreign.json()["type"].rsplit("/", 1)[1]) == (400, "invalid-cursor")


@pytest.mark.parametrize("feedback", [True, False])
async def test_how_it_went_is_told_to_the_sender_only_with_feedback(world: World, *, feedback: bool) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    scopes = ["contact", "identity", *(["feedback_to_sender"] if feedback else [])]
    consent = await world.consent(police, citizen, [ngo.organisation_id], scopes)
    referral = await world.referral(police, consent, accepted_by=ngo)
    sender, recipient = await Follower.from_now(police), await Follower.from_now(ngo)
    answer = await ngo.act(f"/v1/referrals/{referral['id']}/complete", {"outcome": "declined"})
    assert answer.status_code == 200, answer.text
    assert sorted(await recipient.told()) == [("citizens", "removed"), ("referrals", "updated")]
    assert await sender.told() == ([("referrals", "updated")] if feedback else [])
    # And to be told of no more, with the consent.
    path = f"/v1/referrals/{referral['id']}"
    assert (await police.get(path)).json()["outcome"] == ("declined" if feedback else None)
    await world.withdrawn(police, consent)
    told = await sender.told()
    assert sorted(told) == [("consents", "updated"), *([("referrals", "updated")] if feedback else [])]
    assert (await police.get(path)).json()["outcome"] is None


async def test_a_version_moves_with_what_its_reader_is_shown(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity", "cpr"])
    referral = await world.referral(police, consent, accepted_by=ngo)
    path, number = f"/v1/citizens/{citizen['id']}", citizen["identity"]["cpr"]
    seen = await ngo.get(path)
    new = {**citizen["identity"], "cpr": f"{number[:7]}{(int(number[7:]) + 1) % 1000:03}"}
    del new["source_organisation_id"]
    answer = await police.put(f"{path}/identity", new, if_match=(await police.get(path)).headers["etag"])
    assert answer.status_code == 200, answer.text
    now = await ngo.get(path)
    assert now.json()["identity"]["cpr"] == new["cpr"]
    assert now.headers["etag"] != seen.headers["etag"]
    assert now.json()["version"] > seen.json()["version"]
    # The sender's words end with the consent, and who reads them is told to look again.
    path, follower = f"/v1/referrals/{referral['id']}", await Follower.from_now(ngo)
    seen = await ngo.get(path)
    assert seen.json()["summary"]
    await world.withdrawn(police, consent)
    assert ("referrals", "updated") in await follower.told()
    now = await ngo.get(path)
    assert (now.status_code, now.json()["summary"]) == (200, None)
    assert now.headers["etag"] != seen.headers["etag"]


async def test_what_runs_out_by_time_is_removed_when_it_is_due(world: World, superuser: AsyncEngine) -> None:
    one = await side(world, "victim")
    ngo = await Follower.from_now(await world.party("tryg-vej-coordinator-victim"))
    past = {"past": datetime.now(UTC) - timedelta(seconds=1), "citizen": one.id}
    async with unseen(superuser) as connection:
        # The day has come.
        for statement in (
            "UPDATE consent SET valid_until = :past WHERE citizen_id = :citizen",
            "UPDATE disclosure SET valid_until = :past WHERE citizen_id = :citizen",
            "UPDATE change SET due_at = :past, happened_at = :past WHERE citizen_id = :citizen AND due_at > now()",
        ):
            assert (await connection.execute(text(statement), past)).rowcount > 0
    told = await ngo.told(one.id)
    assert sorted(told) == [
        ("citizens", "removed"),
        ("consents", "updated"),
        ("incidents", "removed"),
        ("referrals", "updated"),
    ]


async def test_what_cannot_be_read_any_more_is_told_as_removed_whatever_it_was(
    world: World, superuser: AsyncEngine
) -> None:
    ngo = await Follower.from_now(await world.party("tryg-vej-coordinator-victim"))
    one = await side(world, "victim")
    async with unseen(superuser) as connection:
        ended = text("UPDATE disclosure SET ended_at = '-infinity' WHERE citizen_id = :citizen")
        await connection.execute(ended, {"citizen": one.id})
    told = dict(await ngo.told(one.id))
    assert (told["citizens"], told["incidents"], told["referrals"]) == ("removed", "removed", "updated")


@pytest.mark.parametrize("whose", ["organisation_id", "recipient_id"])
async def test_with_an_agreement_goes_what_rested_on_it_and_comes_back(
    world: World, superuser: AsyncEngine, whose: str
) -> None:
    one = await side(world, "victim")
    told = text(
        "SELECT DISTINCT collection, kind FROM change WHERE citizen_id = :citizen AND organisation_id = :recipient "
        "AND due_at BETWEEN :since AND now() + interval '1 minute' AND collection <> 'courses'"
    )
    async with superuser.connect() as connection:  # rolled back: the demo's own agreements
        about = {"citizen": one.id, "recipient": one.referral["recipient_id"]}
        of = {"recipient_id": one.referral["recipient_id"], "organisation_id": world.organisation("police")}
        for status, kind in (("suspended", "removed"), ("in_force", "updated")):
            since = datetime.now(UTC)
            change = text(
                "UPDATE agreement SET status = :status WHERE organisation_id = :of AND type = 'data_processing' "
                "AND project_id = :project"
            )
            await connection.execute(change, {"status": status, "of": of[whose], "project": world.project()})
            rows = (await connection.execute(told, {**about, "since": since})).all()
            gone = {(each, kind) for each in ("citizens", "incidents", "consents")}
            assert {tuple(row) for row in rows} == {*gone, ("referrals", "updated")}
        await connection.rollback()


async def test_only_those_who_oversee_follow_and_only_what_their_token_reads(world: World) -> None:
    caseworker = await world.party("police-caseworker")
    answer = await caseworker.get("/v1/changes")
    assert (answer.status_code, answer.json()["type"].rsplit("/", 1)[1]) == (403, "role-cannot")
    police = await world.party("police-coordinator")
    both = await police.get("/v1/changes?latest=true&after=x")
    assert both.status_code == 400
    whole = await Follower.from_now(police)
    narrow = (await police.get("/v1/changes?latest=true&collection=consents")).json()["next_cursor"]
    citizen = await world.citizen(police)
    await world.consent(police, citizen, [world.organisation("tryg_vej")], signed=False)
    assert await whole.told(citizen["id"]) == [("citizens", "created"), ("consents", "created")]
    page = (await police.get(f"/v1/changes?collection=consents&after={narrow}&limit=1")).json()
    assert [each["collection"] for each in page["items"]] == ["consents"]
    assert (await police.get(f"/v1/changes?after={narrow}")).status_code == 400
    token = await world.token("police-coordinator", scope="change:read consent:read")
    first = await world.http.get("/v1/changes?limit=200", headers={"authorization": f"Bearer {token}"})
    assert {each["collection"] for each in first.json()["items"]} == {"consents"}


async def test_what_a_token_does_not_read_is_passed_over_by_no_other(world: World) -> None:
    """A place is good with a token for as much or less; with one for more, what happened there would be missed."""
    police = await world.party("police-coordinator")

    async def read(scope: str | None, after: str | None = None, **asked: str) -> tuple[int, JSON]:
        token = await world.token("police-coordinator", **({} if scope is None else {"scope": f"change:read {scope}"}))
        asked |= {"latest": "true"} if after is None else {"after": after}
        answer = await world.http.get("/v1/changes", params=asked, headers={"authorization": f"Bearer {token}"})
        return answer.status_code, dict(answer.json())

    whole = (await Follower.from_now(police)).place
    citizen = await world.citizen(police)
    consent = await world.consent(police, citizen, [world.organisation("tryg_vej")], signed=False)
    status, page = await read("consent:read", whole)
    assert (status, [each["record_id"] for each in page["items"]]) == (200, [consent["id"]])
    narrow = page["next_cursor"]
    for scope in ("consent:read citizen:read", "citizen:read", None):
        status, problem = await read(scope, narrow)
        assert (status, problem["type"].rsplit("/", 1)[1]) == (400, "invalid-cursor"), scope
        assert "latest=true" in problem["detail"]
    # As much, and less; what was left out before is left out still.
    for scope in ("consent:read", "consent:read change:read"):
        status, page = await read(scope, narrow)
        assert (status, page["items"]) == (200, [])
    status, page = await read("referral:read", whole)
    assert (await read("consent:read", page["next_cursor"]))[0] == 400
    # From before it was left out all of it comes.
    status, page = await read(None, whole)
    assert {each["record_id"] for each in page["items"]} == {citizen["id"], consent["id"]}
    # Of one collection alone the others were never asked for.
    status, page = await read("consent:read", collection="consents")
    assert (await read(None, page["next_cursor"], collection="consents"))[0] == 200


async def test_a_place_from_before_places_noted_what_was_left_out_is_gone_on_from(world: World, keys: KeyRing) -> None:
    police = await world.party("police-coordinator")
    whole = await Follower.from_now(police)
    context = {"organisation": police.organisation_id, "client": police.client_id, "track": "", "route": "changes"}
    place, left_out = open_cursor(keys.cursor_secret, whole.place, context=context)
    assert left_out, "the police read no courses, for one"
    whole.place = seal_cursor(keys.cursor_secret, context=context, position=[place])
    citizen = await world.citizen(police)
    assert [each["record_id"] for each in await whole.items()] == [citizen["id"]]


async def test_a_place_before_what_is_kept_is_gone_and_the_newest_stays(
    world: World, superuser: AsyncEngine, installation: Installation
) -> None:
    organisation = (await world.organisation_made("municipality", municipality_code="0101"))["id"]
    follower = await Follower.from_now(await world.user_of(organisation, "integration"))
    write = text(
        "INSERT INTO change (id, organisation_id, project_id, due_at, happened_at, collection, record_id, track, kind) "
        "VALUES (gen_random_uuid(), :mine, :project, now(), now(), 'courses', :record, 'victim', 'removed')"
    )
    start, about = follower.place, {"mine": organisation, "project": world.project()}
    for _ in range(3):
        async with unseen(superuser) as connection:
            await connection.execute(write, {**about, "record": uuid4()})
        assert len(await follower.items()) == 1
    async with unseen(superuser) as connection:
        aged = "UPDATE change SET numbered_at = now() - interval '91 days' WHERE organisation_id = :mine"
        await connection.execute(text(aged), about)
    assert await pruned(installation, 90) >= 2
    gone = await follower.party.get(f"/v1/changes?after={start}")
    assert (gone.status_code, gone.json()["type"].rsplit("/", 1)[1]) == (410, "changes-gone")
    assert await follower.items() == []
    kept: Any = await follower.party.get("/v1/changes")
    assert len(kept.json()["items"]) == 1
    async with unseen(superuser) as connection:
        await connection.execute(write, {**about, "record": uuid4()})
    assert len(await follower.items()) == 1
