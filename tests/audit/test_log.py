"""Reading the log: whose, how far, in pages."""

from datetime import UTC, datetime
from typing import Any

import pytest

from tests.stories.couple import bare, side, staff_of
from tests.support.world import JSON, Party, World, nobody


async def entries(party: Party, path: str, **query: Any) -> list[JSON]:
    parameters = "&".join(f"{name}={value}" for name, value in {"limit": 200, **query}.items())
    answer = await party.get(f"/v1/{path}?{parameters}")
    assert answer.status_code == 200, answer.text
    return list(answer.json()["items"])


def at(moment: datetime) -> str:
    return moment.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%S.%fZ")


async def test_an_event_as_it_is_shown(world: World) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    (event, *_rest) = await entries(police, "audit-events")
    assert event.keys() == {
        "id",
        "at",
        "client_id",
        "staff_id",
        "request_id",
        "action",
        "category",
        "record_id",
        "outcome",
        "code",
    }
    assert (event["action"], event["category"], event["outcome"]) == ("create", "citizen", "done")
    assert (event["record_id"], event["client_id"]) == (citizen["id"], "police-coordinator")
    assert event["staff_id"] == await staff_of(police)


async def test_filters_of_the_organisations_log(world: World) -> None:
    party = await world.party("favrskov-coordinator")
    before = datetime.now(UTC)
    citizen = await world.citizen(party)
    await party.get(f"/v1/citizens/{citizen['id']}")
    await party.get(f"/v1/citizens/{nobody()}")
    between = datetime.now(UTC)
    await party.get("/v1/referrals")

    async def told(**query: Any) -> list[tuple[str, str, str]]:
        found = await entries(party, "audit-events", since=at(before), **query)
        return [(each["action"], each["category"], each["outcome"]) for each in found]

    assert await told(until=at(between)) == [
        ("read", "citizen", "denied"),
        ("read", "citizen", "done"),
        ("create", "citizen", "done"),
    ]
    assert await told(outcome="denied") == [("read", "citizen", "denied")]
    assert await told(action="create") == [("create", "citizen", "done")]
    assert await told(category="referral") == [("list", "referral", "done")]
    assert await told(category="referral", until=at(between)) == []
    for wrong in ("outcome=perhaps", "since=yesterday", "since=2025-01-01T00:00:00", "staff_id=1"):
        assert (await party.get(f"/v1/audit-events?{wrong}")).status_code in {400, 422}, wrong


async def test_events_page_newest_first(world: World) -> None:
    party = await world.party("lysningen-coordinator-victim")
    since = at(datetime.now(UTC))
    for _ in range(5):
        await party.get("/v1/citizens")
    until = at(datetime.now(UTC))
    whole = await entries(party, "audit-events", since=since, until=until)
    assert len(whole) >= 5
    found: list[JSON] = []
    cursor = ""
    while True:
        path = f"/v1/audit-events?since={since}&until={until}&limit=3" + (f"&cursor={cursor}" if cursor else "")
        page = (await party.get(path)).json()
        found += page["items"]
        cursor = page["next_cursor"]
        if cursor is None:
            break
    assert [each["id"] for each in found] == [each["id"] for each in whole]
    assert [each["at"] for each in whole] == sorted((each["at"] for each in whole), reverse=True)


@pytest.mark.parametrize(
    "client", ["operator-operator", "agency-secretary", "vive-researcher", "trainer-secretary", "police-integration"]
)
async def test_everyone_reads_the_log_of_their_own_organisation(world: World, client: str) -> None:
    party = await world.party(client)
    await party.get("/v1/citizens")
    found = await entries(party, "audit-events")
    organisation = {
        each.client_id for each in world.loaded.credentials if each.organisation_id == party.organisation_id
    }
    demo = {each.client_id for each in world.loaded.credentials}
    assert client in {each["client_id"] for each in found}
    assert not {each["client_id"] for each in found} & (demo - organisation)


async def test_a_citizens_log_for_who_is_in_charge_of_them(world: World) -> None:
    coordinator, worker = await world.party("randers-coordinator"), await world.party("randers-caseworker")
    citizen = await world.citizen(coordinator)
    path = f"citizens/{citizen['id']}/access-log"
    await worker.get(f"/v1/citizens/{citizen['id']}")
    found = await entries(coordinator, path)
    assert {each["staff_id"] for each in found} == {await staff_of(coordinator), await staff_of(worker)}
    assert {(each["category"], each["access"], each["action"]) for each in found} >= {
        ("citizen", "create", "create"),
        ("citizen", "read", "read"),
        ("contact", "create", "create"),
    }
    assert await entries(worker, path) == [], "not theirs yet"
    await coordinator.post(f"/v1/citizens/{citizen['id']}/assignments", {"staff_id": await staff_of(worker)})
    seen = await entries(worker, path)
    assert len(seen) >= len(found)
    # Who else it was of the colleagues is the coordinator's to know.
    assert {each["staff_id"] for each in seen} == {None, await staff_of(worker)}


async def test_a_citizens_log_in_pages_and_by_category(world: World) -> None:
    party = await world.party("aarhus-integration")
    citizen = await world.citizen(party)
    await party.get(f"/v1/citizens/{citizen['id']}")
    path = f"citizens/{citizen['id']}/access-log"
    whole = await entries(party, path)
    assert [each["at"] for each in whole] == sorted((each["at"] for each in whole), reverse=True)
    first = (await party.get(f"/v1/{path}?limit=3")).json()
    rest = await entries(party, path, cursor=first["next_cursor"])
    assert first["items"] + rest == whole
    only = await entries(party, path, category="contact")
    assert only == [each for each in whole if each["category"] == "contact"]
    assert await entries(party, path, until="2025-01-01T00:00:00Z") == []


async def test_the_log_of_a_citizen_one_never_saw_is_as_if_there_were_none(world: World) -> None:
    one = await side(world, "victim", accept=False)
    for client in ("tryg-vej-coordinator-victim", "tryg-vej-coordinator-perpetrator", "randers-integration"):
        party = await world.party(client)
        await party.get(f"/v1/citizens/{one.id}")  # refused, and logged as such
        foreign = await party.get(f"/v1/citizens/{one.id}/access-log")
        absent = await party.get(f"/v1/citizens/{nobody()}/access-log")
        assert bare(foreign) == bare(absent)
        assert foreign.status_code == 404


async def test_it_stays_with_who_had_access_after_the_withdrawal(world: World) -> None:
    one = await side(world, "victim")
    ngo = await world.party("tryg-vej-coordinator-victim")
    await ngo.get(f"/v1/citizens/{one.id}")
    await world.withdrawn(ngo, one.consent)
    found = await entries(ngo, f"citizens/{one.id}/access-log")
    assert {"citizen", "identity", "cpr"} <= {each["category"] for each in found}
    assert (await ngo.get(f"/v1/citizens/{one.id}")).status_code == 404
