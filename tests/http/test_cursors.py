"""A cursor is good for the list, the filters and the caller it was given to, and for nothing else."""

import json

import pytest

from tests.support.server import ROOT
from tests.support.world import Party, World


@pytest.fixture(scope="module")
async def given(world: World) -> tuple[Party, str]:
    party = await world.party("favrskov-coordinator")
    for _ in range(2):
        await world.citizen(party, identity=None, contact=None)
    page = (await party.get("/v1/citizens?limit=1&track=victim")).json()
    return party, page["next_cursor"]


async def test_it_leads_on(given: tuple[Party, str]) -> None:
    party, cursor = given
    assert (await party.get(f"/v1/citizens?limit=1&track=victim&cursor={cursor}")).status_code == 200


async def test_no_letter_of_it_can_be_changed(given: tuple[Party, str]) -> None:
    party, cursor = given
    for place in range(0, len(cursor), 3):
        other = "A" if cursor[place] != "A" else "B"
        answer = await party.get(f"/v1/citizens?track=victim&cursor={cursor[:place]}{other}{cursor[place + 1 :]}")
        assert answer.status_code == 400, place
        assert cursor[:place] not in answer.text or not place


async def test_it_cannot_be_cut_or_lengthened(given: tuple[Party, str]) -> None:
    party, cursor = given
    for other in (cursor[:-1], cursor[1:], cursor[: len(cursor) // 2], f"{cursor}A", f"{cursor}=", cursor * 2):
        answer = await party.get(f"/v1/citizens?track=victim&cursor={other}")
        assert answer.status_code == 400, other


async def test_none_is_longer_than_the_contract_says(world: World, given: tuple[Party, str]) -> None:
    party, cursor = given
    told = json.loads((ROOT / "openapi/openapi.json").read_text(encoding="utf-8"))
    for path, name in (("/v1/citizens", "cursor"), ("/v1/changes", "after")):
        [asked] = [each for each in told["paths"][path]["get"]["parameters"] if each.get("name") == name]
        most = asked["schema"]["maxLength"]
        for length in (most, most + 1, 2 * most):
            answer = await party.get(f"{path}?{name}={cursor.ljust(length, 'A')}")
            assert (answer.status_code, answer.headers["content-type"]) == (400, "application/problem+json")
        answered = told["paths"][path]["get"]["responses"]["200"]["content"]["application/json"]["schema"]["$ref"]
        page = told["components"]["schemas"][answered.rpartition("/")[2]]
        assert f'"maxLength": {most}' in json.dumps(page["properties"]["next_cursor"])
    evaluator = await world.party("vive-researcher")
    assert (await evaluator.get(f"/v1/evaluator/releases?since={'A' * 1025}")).status_code == 400


@pytest.mark.parametrize(
    "path",
    [
        "citizens",
        "citizens?track=perpetrator",
        "citizens?track=victim&updated_since=2024-01-01T00:00:00Z",
        "consents",
        "referrals",
        "audit-events",
        "worklist",
    ],
)
async def test_it_fits_no_other_list_and_no_other_filter(given: tuple[Party, str], path: str) -> None:
    party, cursor = given
    answer = await party.get(f"/v1/{path}{'&' if '?' in path else '?'}cursor={cursor}")
    assert answer.status_code == 400, answer.text


@pytest.mark.parametrize("client", ["randers-coordinator", "tryg-vej-coordinator-victim"])
async def test_it_is_no_other_organisations(world: World, given: tuple[Party, str], client: str) -> None:
    _, cursor = given
    party = await world.party(client)
    assert (await party.get(f"/v1/citizens?track=victim&cursor={cursor}")).status_code == 400
