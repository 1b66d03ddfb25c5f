"""The coordinator assigns; whoever is not assigned does not see; a refusal says nothing."""

import asyncio
from typing import Any

import httpx
from sqlalchemy import text

from tests.support.world import JSON, Party, World, nobody


async def staff(world: World, coordinator: Party, track: str | None = None) -> Party:
    return await world.user_of(coordinator.organisation_id, "caseworker", track=track)


def refused(answer: httpx.Response) -> JSON:
    assert answer.status_code == 409, answer.text
    body = answer.json()
    assert body["type"].endswith("/cannot-be-assigned")
    return {**body, "instance": "", "trace_id": ""}


async def test_a_caseworker_sees_what_is_assigned_to_them_or_to_nobody(world: World) -> None:
    coordinator = await world.party("randers-coordinator")
    one, other = await staff(world, coordinator), await staff(world, coordinator)
    citizen = await world.citizen(coordinator)
    path = f"/v1/citizens/{citizen['id']}"
    assert (await one.get(path)).status_code == (await other.get(path)).status_code == 200

    made = await coordinator.post(f"{path}/assignments", {"staff_id": one.staff_id})
    assert made.status_code == 201, made.text
    assert (await coordinator.get(made.headers["location"])).json() == made.json()
    assert (await one.get(path)).status_code == 200
    assert (await other.get(path)).status_code == 404
    assert (await other.get(f"{path}/assignments")).status_code == 404
    assert (await coordinator.get(path)).status_code == 200

    ended = await coordinator.act(f"{made.headers['location']}/end")
    assert ended.json()["ended_at"] is not None
    assert (await other.get(path)).status_code == 200
    again = await coordinator.act(f"{made.headers['location']}/end")
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "ended", [])
    listed = await coordinator.get(f"{path}/assignments")
    assert [each["id"] for each in listed.json()["items"]] == [made.json()["id"]]
    assert (await coordinator.get(f"{path}/assignments?active=true")).json()["items"] == []


async def test_a_caseworker_takes_on_only_oneself_and_only_whom_nobody_has(world: World) -> None:
    coordinator = await world.party("randers-coordinator")
    one, other = await staff(world, coordinator), await staff(world, coordinator)
    citizen = await world.citizen(coordinator)
    path = f"/v1/citizens/{citizen['id']}/assignments"
    refused(await one.post(path, {"staff_id": other.staff_id}))
    twice = await asyncio.gather(*(each.post(path, {"staff_id": each.staff_id}) for each in (one, other)))
    assert sorted(each.status_code for each in twice) in ([201, 404], [201, 409])
    winner, loser = (one, other) if twice[0].status_code == 201 else (other, one)
    assert (await loser.get(f"/v1/citizens/{citizen['id']}")).status_code == 404
    refused(await winner.post(path, {"staff_id": winner.staff_id}))
    # The coordinator may add a second worker, whom the first cannot relieve.
    second = await coordinator.post(path, {"staff_id": loser.staff_id})
    assert second.status_code == 201, second.text
    assert (await winner.act(f"{second.headers['location']}/end")).status_code == 404
    assert (await loser.act(f"{second.headers['location']}/end")).status_code == 200


async def test_every_refusal_says_the_same(world: World, superuser: Any) -> None:
    police = await world.party("police-coordinator")
    ngo, other_side = [await world.party(f"tryg-vej-coordinator-{track}") for track in ("victim", "perpetrator")]
    victim, perpetrator = await world.citizen(police), await world.citizen(police, track="perpetrator")
    await police.post("/v1/pair-links", {"victim_id": victim["id"], "perpetrator_id": perpetrator["id"]})
    for side, citizen in ((ngo, victim), (other_side, perpetrator)):
        consent = await world.consent(police, citizen, [side.organisation_id])
        await world.referral(police, consent, accepted_by=side)
    worker, across = await staff(world, ngo, "victim"), await staff(world, ngo, "perpetrator")
    of_another = await staff(world, police)
    path = f"/v1/citizens/{victim['id']}/assignments"
    assert (await ngo.post(path, {"staff_id": worker.staff_id})).status_code == 201
    answers = [
        await ngo.post(path, {"staff_id": worker.staff_id}),
        await ngo.post(path, {"staff_id": across.staff_id}),
        await ngo.post(path, {"staff_id": of_another.staff_id}),
        await ngo.post(path, {"staff_id": nobody()}),
    ]
    # Somebody who once worked for this citizen now works on the other side.
    async with superuser.begin() as connection:
        await connection.execute(text("UPDATE staff SET track = 'perpetrator' WHERE id = :id"), {"id": worker.staff_id})
    theirs = f"/v1/citizens/{perpetrator['id']}/assignments"
    answers.append(await other_side.post(theirs, {"staff_id": worker.staff_id}))
    assert len({str(refused(each)) for each in answers}) == 1
    assert (await other_side.post(theirs, {"staff_id": across.staff_id})).status_code == 201


async def test_foreign_citizens_and_assignments(world: World) -> None:
    police, randers = await world.party("police-coordinator"), await world.party("randers-coordinator")
    citizen, own = await world.citizen(police), await world.citizen(randers)
    worker = await staff(world, randers)
    path = f"/v1/citizens/{citizen['id']}/assignments"
    assert (await randers.post(path, {"staff_id": worker.staff_id})).status_code == 404
    assert (await randers.get(path)).status_code == 404
    made = await randers.post(f"/v1/citizens/{own['id']}/assignments", {"staff_id": worker.staff_id})
    mixed = f"{path}/{made.json()['id']}"
    assert (await randers.get(mixed)).status_code == 404
    assert (await randers.post(f"{mixed}/end", if_match=made.headers["etag"])).status_code == 404
    assert (await police.get(f"/v1/citizens/{own['id']}/assignments/{made.json()['id']}")).status_code == 404


async def test_one_worker_is_never_given_both_sides_at_once(world: World) -> None:
    police = await world.party("police-coordinator")
    for _ in range(5):
        worker = await staff(world, police)
        sides = [await world.citizen(police), await world.citizen(police, track="perpetrator")]
        await police.post("/v1/pair-links", {"victim_id": sides[0]["id"], "perpetrator_id": sides[1]["id"]})
        answers = await asyncio.gather(
            *(police.post(f"/v1/citizens/{each['id']}/assignments", {"staff_id": worker.staff_id}) for each in sides)
        )
        assert sorted(each.status_code for each in answers) == [201, 409]


async def test_the_wall_stands_between_all_records_of_the_two(world: World, superuser: Any) -> None:
    """The link joins two records; a new call to the home makes others of the same people, with the same CPR number."""
    police = await world.party("police-coordinator")
    ngo, other_side = [await world.party(f"tryg-vej-coordinator-{track}") for track in ("victim", "perpetrator")]
    hers, his = world.identity(), world.identity()
    linked, again = [
        [await world.citizen(police, identity=hers), await world.citizen(police, "perpetrator", identity=his)]
        for _ in range(2)
    ]
    pair = {"victim_id": linked[0]["id"], "perpetrator_id": linked[1]["id"]}
    assert (await police.post("/v1/pair-links", pair)).status_code == 201
    stranger = await world.citizen(police, "perpetrator")

    worker = await staff(world, police)
    given = await police.post(f"/v1/citizens/{again[0]['id']}/assignments", {"staff_id": worker.staff_id})
    assert given.status_code == 201, given.text
    for each in (linked[1], again[1]):
        refused(await police.post(f"/v1/citizens/{each['id']}/assignments", {"staff_id": worker.staff_id}))
    for each in (stranger, linked[0]):
        answer = await police.post(f"/v1/citizens/{each['id']}/assignments", {"staff_id": worker.staff_id})
        assert answer.status_code == 201, answer.text

    # In an NGO that serves both tracks, for one who has moved to the other side.
    for side, citizen in ((ngo, again[0]), (other_side, again[1])):
        consent = await world.consent(police, citizen, [side.organisation_id])
        await world.referral(police, consent, accepted_by=side, summary=None)
    worker = await staff(world, ngo, "victim")
    given = await ngo.post(f"/v1/citizens/{again[0]['id']}/assignments", {"staff_id": worker.staff_id})
    assert given.status_code == 201, given.text
    async with superuser.begin() as connection:
        await connection.execute(text("UPDATE staff SET track = 'perpetrator' WHERE id = :id"), {"id": worker.staff_id})
    refused(await other_side.post(f"/v1/citizens/{again[1]['id']}/assignments", {"staff_id": worker.staff_id}))


async def test_after_a_withdrawal_the_coordinator_still_takes_the_citizen_from_a_worker(world: World) -> None:
    police, coordinator = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    one, other = await staff(world, coordinator, "victim"), await staff(world, coordinator, "victim")
    consent = await world.consent(police, await world.citizen(police), [coordinator.organisation_id])
    await world.referral(police, consent, accepted_by=coordinator)
    path = f"/v1/citizens/{consent['citizen_id']}/assignments"
    made = (await coordinator.post(path, {"staff_id": one.staff_id})).json()
    await world.withdrawn(police, consent)
    assert (await coordinator.get(path.rpartition("/")[0])).status_code == 404

    listed = (await coordinator.get(f"{path}?active=true")).json()["items"]
    assert [each["id"] for each in listed] == [made["id"]]
    # Nobody else learns of it, and nobody new is given the citizen.
    for stranger in (other, await world.party("lysningen-coordinator-victim")):
        for hidden in (path, f"{path}/{made['id']}"):
            assert (await stranger.get(hidden)).status_code == 404
    assert (await police.get(path)).json()["items"] == []
    assert (await coordinator.post(path, {"staff_id": other.staff_id})).status_code == 404
    ended = await coordinator.act(f"{path}/{made['id']}/end")
    assert (ended.status_code, ended.json()["ended_at"] is not None) == (200, True)
    assert (await coordinator.get(f"{path}?active=true")).json()["items"] == []
    assert (await coordinator.get(f"/v1/citizens/{nobody()}/assignments")).status_code == 404
