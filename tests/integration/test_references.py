"""Records by the references of the case systems that keep them."""

import asyncio
from urllib.parse import quote

import pytest
from fastapi import FastAPI

from tests.integration.kinds import KINDS, Kind, reference
from tests.support.statements import statements
from tests.support.world import World


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
async def test_one_record_under_its_reference(world: World, app: FastAPI, kind: Kind) -> None:
    party = await world.party(kind.client)
    first, changed, fixed, forbidden = await kind.bodies(world, party)
    sag = reference("SAG/æ 1")
    path = f"/v1/{kind.name}/by-reference/{quote(sag)}"
    assert (await party.get(path)).status_code == 404
    assert (await party.put(path, first, if_match='"never"')).status_code == 412

    made = await party.put(path, first, if_none_match="*")
    assert made.status_code == 201, made.text
    own = made.headers["location"]
    assert own == f"/v1/{kind.name}/{made.json()['id']}"
    assert made.json()["external_reference"] == sag
    for each in (path, own):
        read = await party.get(each)
        assert (read.json(), read.headers["etag"]) == (made.json(), made.headers["etag"])

    within = f"courses/{first['course_id']}/sessions" if kind.name == "sessions" else kind.name
    with statements(app) as seen:
        listed = (await party.get(f"/v1/{within}?limit=20")).json()["items"]
    assert [each["external_reference"] for each in listed if each["id"] == made.json()["id"]] == [sag]
    # Who asks, the page, the log; and the course of sessions, the keys to what needs are described by, or answers.
    further = kind.name in {"sessions", "support-needs"} or any(each.get("status") == "answered" for each in listed)
    assert len(seen) == 3 + further, seen

    again = await party.put(path, {**first, "external_reference": sag})
    assert (again.status_code, again.json(), again.headers["etag"]) == (200, made.json(), made.headers["etag"])
    assert "location" not in again.headers
    assert (await party.put(path, first, if_none_match="*")).status_code == 412

    if changed != first:
        new = await party.put(path, changed, if_match=made.headers["etag"])
        assert new.status_code == 200, new.text
        assert (new.json()["id"], new.json()["version"] > made.json()["version"]) == (made.json()["id"], True)
        assert new.headers["etag"] == (await party.get(own)).headers["etag"] != made.headers["etag"]
        assert (await party.put(path, changed, if_match=made.headers["etag"])).status_code == 412
        assert (await party.put(path, changed)).headers["etag"] == new.headers["etag"]

    never = await party.put(path, fixed)
    assert (never.status_code, never.json()["type"].rsplit("/", 1)[1]) == (409, "never-changes"), never.text
    assert all(each["pointer"].lstrip("/") in fixed for each in never.json()["errors"])
    other = await party.put(path, {**first, "external_reference": "ANDEN"})
    assert (other.status_code, other.json()["errors"][0]["pointer"]) == (422, "/external_reference")

    if kind.closed is not None:
        assert (await party.act(f"{own}/{kind.closed}", kind.closing)).status_code == 200
        assert forbidden is not None
        refused = await party.put(path, forbidden)
        assert refused.status_code == 409, refused.text
        assert refused.json()["type"].rsplit("/", 1)[1] != "never-changes"


@pytest.mark.parametrize("kind", KINDS, ids=lambda kind: kind.name)
async def test_two_first_at_once_make_one_record(world: World, kind: Kind) -> None:
    party = await world.party(kind.client)
    body, *_ = await kind.bodies(world, party)
    path = f"/v1/{kind.name}/by-reference/{reference()}"
    both = await asyncio.gather(party.put(path, body), party.put(path, body))
    assert sorted(each.status_code for each in both) == [200, 201], [each.text for each in both]
    assert both[0].json() == both[1].json()
