"""What rests on an agreement is reachable while it is in force, and not one request longer."""

import asyncio
from typing import Any

import pytest

from app.boundary.policy import load
from tests.support.world import JSON, Party, World


async def with_citizen(world: World) -> tuple[Party, JSON, str]:
    """A case system of a municipality of its own, its agreement, and the path of a citizen that it registered."""
    side, agreement = await world.newcomer("municipality", municipality_code="0751")
    body = {"project_id": agreement["project_id"], "track": "victim", "contact": world.contact()}
    citizen = await side.post("/v1/citizens", body)
    assert citizen.status_code == 201, citizen.text
    return side, agreement, f"/v1/citizens/{citizen.json()['id']}"


def problem(answer: Any) -> tuple[int, str]:
    return answer.status_code, answer.json()["type"].rpartition("/")[2]


async def test_suspending_and_resuming_act_on_the_next_request(world: World) -> None:
    operator = await world.party("operator-operator")
    side, agreement, citizen = await with_citizen(world)
    path = f"/v1/agreements/{agreement['id']}"
    before = (await side.get(citizen)).json()
    assert before["contact"] is not None

    await operator.act(f"{path}/suspend")
    for answer in (
        await side.get(citizen),
        await side.get("/v1/citizens"),
        await side.put(f"{citizen}/contact", world.contact(), if_match='"x"'),
    ):
        assert problem(answer) == (403, "agreement-not-in-force")
    assert (await side.get("/v1/me")).json()["agreement_in_force"] is False

    await operator.act(f"{path}/resume")
    assert (await side.get(citizen)).json() == before


async def test_ending_is_for_good(world: World) -> None:
    side, agreement, citizen = await with_citizen(world)
    path = f"/v1/agreements/{agreement['id']}"
    assert (await side.act(f"{path}/end")).json()["status"] == "ended"
    assert problem(await side.get(citizen)) == (403, "agreement-not-in-force")
    assert (await side.act(f"{path}/resume")).json()["allowed"] == []


async def superseded(world: World, side: Party, agreement: JSON, **changes: Any) -> tuple[str, str]:
    """A new version, signed by the organisation; the paths of the old one and the new."""
    terms = {name: agreement[name] for name in ("categories", "purposes")}
    new = world.terms(agreement["project_id"], side.organisation_id, supersedes_id=agreement["id"], **terms | changes)
    path = f"/v1/agreements/{(await world.made('/v1/agreements', new))['id']}"
    for action in ("submit", "sign"):
        assert (await side.act(f"{path}/{action}")).status_code == 200
    return f"/v1/agreements/{agreement['id']}", path


async def test_a_category_no_longer_covered_is_not_there(world: World) -> None:
    operator = await world.party("operator-operator")
    side, agreement, citizen = await with_citizen(world)
    without_contact = [each for each in agreement["categories"] if each != "contact"]
    old, new = await superseded(world, side, agreement, categories=without_contact)
    assert (await operator.get(old)).json()["status"] == "in_force"
    assert (await side.get(citizen)).json()["contact"] is not None

    assert (await operator.act(f"{new}/sign")).json()["status"] == "in_force"
    assert (await operator.get(old)).json()["status"] == "ended"
    assert (await side.get(citizen)).json()["contact"] is None

    second = (await operator.get(new)).json()
    without_citizen = [each for each in without_contact if each != "citizen"]
    _, third = await superseded(world, side, second, categories=without_citizen)
    await operator.act(f"{third}/sign")
    assert (await side.get("/v1/me")).json()["agreement_in_force"] is True
    assert problem(await side.get(citizen)) == (404, "not-found")
    assert (await side.get("/v1/citizens")).json()["items"] == []


async def test_another_project_s_agreement_opens_nothing(world: World) -> None:
    operator = await world.party("operator-operator")
    side, agreement, citizen = await with_citizen(world)
    other = (await world.project_made())["id"]
    await world.made(f"/v1/projects/{other}/partners", {"organisation_id": side.organisation_id})
    await world.agreement_in_force(side, other)
    await operator.act(f"/v1/agreements/{agreement['id']}/suspend")
    assert problem(await side.get(citizen)) == (404, "not-found")


async def test_a_new_version_may_also_take_the_place_of_a_suspended_one(world: World) -> None:
    operator = await world.party("operator-operator")
    side, agreement, citizen = await with_citizen(world)
    await operator.act(f"/v1/agreements/{agreement['id']}/suspend")
    old, new = await superseded(world, side, agreement)
    assert problem(await side.get(citizen)) == (403, "agreement-not-in-force")
    await operator.act(f"{new}/sign")
    assert (await operator.get(old)).json()["status"] == "ended"
    assert (await side.get(citizen)).status_code == 200


@pytest.mark.parametrize(
    ("changes", "pointer", "code"),
    [
        ({"type": "joint_controllers"}, "/supersedes_id", "unknown_reference"),
        ({"valid_from": "2150-01-01T00:00:00Z"}, "/valid_from", "leaves_a_gap"),
    ],
)
async def test_what_cannot_supersede(world: World, changes: JSON, pointer: str, code: str) -> None:
    operator = await world.party("operator-operator")
    side, agreement = await world.newcomer()
    terms = world.terms(agreement["project_id"], side.organisation_id, supersedes_id=agreement["id"])
    answer = await operator.post("/v1/agreements", {**terms, **changes})
    assert answer.status_code == 422
    assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]


async def test_nobody_supersedes_another_s_agreement_or_a_dead_one(world: World) -> None:
    operator = await world.party("operator-operator")
    side, agreement = await world.newcomer()
    _, foreign = await world.newcomer()
    terms = world.terms(agreement["project_id"], side.organisation_id)
    for asker in (side, operator):
        answer = await asker.post("/v1/agreements", {**terms, "supersedes_id": foreign["id"]})
        assert answer.json()["errors"][0]["code"] == "unknown_reference"
    await operator.act(f"/v1/agreements/{agreement['id']}/end")
    answer = await side.post("/v1/agreements", {**terms, "supersedes_id": agreement["id"]})
    assert answer.json()["errors"][0]["code"] == "not_in_force"


async def test_not_yet_valid_covers_nothing_and_neither_does_expired(world: World) -> None:
    for validity in (
        {"valid_from": "2150-01-01T00:00:00Z"},
        {"valid_from": "2022-01-01T00:00:00Z", "valid_until": "2023-01-01T00:00:00Z"},
    ):
        side, agreement = await world.newcomer(agreement=validity)
        assert agreement["status"] == "in_force"
        assert problem(await side.get("/v1/citizens")) == (403, "agreement-not-in-force")


async def test_both_sides_sign_at_once(world: World) -> None:
    """One of them meets a version that is no longer the present one, and signs again."""
    operator = await world.party("operator-operator")
    side, agreement = await world.newcomer()
    _, path = await superseded_unsigned(world, side, agreement)
    etag = (await operator.get(path)).headers["etag"]
    answers = await asyncio.gather(*(each.post(f"{path}/sign", if_match=etag) for each in (operator, side)))
    assert sorted(each.status_code for each in answers) == [200, 412]
    late = (operator, side)[[each.status_code for each in answers].index(412)]
    assert (await late.act(f"{path}/sign")).json()["status"] == "in_force"


async def superseded_unsigned(world: World, side: Party, agreement: JSON) -> tuple[str, str]:
    new = world.terms(agreement["project_id"], side.organisation_id, supersedes_id=agreement["id"])
    path = f"/v1/agreements/{(await world.made('/v1/agreements', new))['id']}"
    await side.act(f"{path}/submit")
    return agreement["id"], path


def test_the_categories_are_the_policy_s() -> None:
    assert {"citizen", "contact", "session_note"} <= {*load().agreement_categories()}
