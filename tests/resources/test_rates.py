"""Hourly rates: one for a function on a day, for who keeps the accounts, and none changes under locked time."""

import asyncio

import pytest

from tests.resources.support import code_of, entry, faults, house
from tests.support.world import JSON, Party, World

PATH = "/v1/hourly-rates"


async def rate(party: Party, valid_from: str, valid_until: str | None = None, **members: object) -> JSON:
    body = {"function": "caseworker", "oere_per_hour": 40_000, "valid_from": valid_from, "valid_until": valid_until}
    answer = await party.post(PATH, {**body, **members})
    assert answer.status_code == 201, answer.text
    return dict(answer.json())


async def test_a_rate_is_registered_read_and_ended(world: World) -> None:
    it = await house(world)
    made = await rate(it.coordinator, "2024-01-01")
    path = f"{PATH}/{made['id']}"
    read = await it.users["secretary"].get(path)
    assert read.json() == made
    ended = await it.coordinator.patch(path, {"valid_until": "2024-12-31"}, if_match=read.headers["etag"])
    assert (ended.json()["valid_until"], ended.json()["version"]) == ("2024-12-31", 2)
    assert (await it.coordinator.patch(path, {}, if_match=read.headers["etag"])).status_code == 412
    assert (await it.coordinator.patch(path, {})).status_code == 428
    wrong = await it.coordinator.patch(path, {"valid_until": "2023-12-31"}, if_match=ended.headers["etag"])
    assert faults(wrong) == [("/valid_until", "before_valid_from")]
    assert [each["id"] for each in (await it.system.get(f"{PATH}?function=caseworker")).json()["items"]] == [made["id"]]


async def test_one_rate_applies_on_a_day(world: World) -> None:
    it = await house(world)
    await rate(it.coordinator, "2024-01-01", "2024-12-31")
    body = {"function": "caseworker", "oere_per_hour": 1}
    for days in (
        ("2024-12-31", None),
        ("2023-01-01", "2024-01-01"),
        ("2023-01-01", None),
        ("2024-05-01", "2024-05-01"),
    ):
        answer = await it.coordinator.post(PATH, {**body, "valid_from": days[0], "valid_until": days[1]})
        assert (answer.status_code, code_of(answer)) == (409, "rate-overlap"), days
    later = await rate(it.coordinator, "2025-01-01")
    await rate(it.coordinator, "2023-01-01", "2023-12-31")
    await rate(it.coordinator, "2024-06-01", function="coordinator")
    etag = (await it.coordinator.get(f"{PATH}/{later['id']}")).headers["etag"]
    assert (
        await it.coordinator.patch(f"{PATH}/{later['id']}", {"valid_until": None}, if_match=etag)
    ).status_code == 200
    danish = await it.coordinator.post(PATH, {**body, "valid_from": "2026-01-01"}, accept_language="da")
    assert danish.json()["title"] == "En anden timesats gælder"


async def test_of_two_at_once_one_is_registered(world: World) -> None:
    it = await house(world)
    body = {"function": "secretary", "oere_per_hour": 1, "valid_from": "2024-01-01"}
    answers = await asyncio.gather(*(party.post(PATH, body) for party in (it.coordinator, it.system) for _ in range(2)))
    assert sorted(each.status_code for each in answers) == [201, 409, 409, 409]


async def test_no_rate_changes_under_locked_time(world: World) -> None:
    it = await house(world)
    made = await rate(it.coordinator, "2024-01-01")
    path = f"{PATH}/{made['id']}"
    worker = it.users["caseworker"]
    await entry(worker, it.project, "approved", it.coordinator, day="2024-06-30")

    async def patched(change: JSON) -> int:
        answer = await it.coordinator.patch(path, change, if_match=(await it.coordinator.get(path)).headers["etag"])
        assert answer.status_code == 200 or code_of(answer) == "rate-in-use", answer.text
        return answer.status_code

    assert await patched({"oere_per_hour": 41_000}) == 200
    await entry(worker, it.project, "locked", it.coordinator, day="2024-06-30")
    assert await patched({"oere_per_hour": 42_000}) == 409
    assert await patched({"valid_until": "2024-06-29"}) == 409
    assert await patched({"valid_until": "2024-06-30"}) == 200
    assert await patched({"valid_until": None}) == 200


@pytest.mark.parametrize(
    ("change", "pointer", "code"),
    [
        ({"oere_per_hour": 0}, "/oere_per_hour", "greater_than_equal"),
        ({"oere_per_hour": "400"}, "/oere_per_hour", "int_type"),
        ({"function": "director"}, "/function", "not_a_choice"),
        ({"valid_until": "2023-12-31"}, "", "before_valid_from"),
        ({"organisation_id": "x"}, "/organisation_id", "extra_forbidden"),
    ],
)
async def test_a_rate_that_cannot_be(world: World, change: JSON, pointer: str, code: str) -> None:
    party = await world.party("randers-coordinator")
    body = {"function": "caseworker", "oere_per_hour": 40_000, "valid_from": "2024-01-01", **change}
    answer = await party.post(PATH, body)
    assert (answer.status_code, faults(answer)) == (422, [(pointer, code)])


async def test_rates_are_for_who_keeps_the_accounts_of_the_house(world: World) -> None:
    it = await house(world)
    made = await rate(it.coordinator, "2024-01-01")
    worker = it.users["caseworker"]
    assert (await worker.get(f"{PATH}/{made['id']}")).status_code == 404
    assert (await worker.get(PATH)).json()["items"] == []
    body = {"function": "caseworker", "oere_per_hour": 1, "valid_from": "2020-01-01", "valid_until": "2020-01-02"}
    assert (await worker.post(PATH, body)).status_code == 404
    assert (await (await world.party("aarhus-coordinator")).get(f"{PATH}/{made['id']}")).status_code == 404
    for client in ("agency-secretary", "vive-researcher", "trainer-secretary", "operator-operator"):
        assert (await (await world.party(client)).get(PATH)).status_code == 403, client
