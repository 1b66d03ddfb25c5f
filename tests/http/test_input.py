"""Bad input of every kind gets a problem document, never a 5xx, and never its own value back."""

import json
import re
from typing import Any
from uuid import uuid4

import httpx
import pytest

from tests.support.world import World, nobody

SECRET = "9901019999"
DEEP = b'{"a":' * 200 + b"1" + b"}" * 200


def problem(answer: httpx.Response, *statuses: int) -> dict[str, Any]:
    assert answer.status_code in statuses, (answer.status_code, answer.text)
    assert answer.headers["content-type"] == "application/problem+json"
    assert answer.headers["cache-control"] == "no-store"
    assert SECRET not in answer.text
    document = answer.json()
    assert {"type", "title", "status", "detail", "instance", "trace_id"} <= document.keys()
    assert document["status"] == answer.status_code
    return dict(document)


async def send(world: World, content: bytes, media: str = "application/json", **headers: str) -> httpx.Response:
    police = await world.party("police-coordinator")
    sent = {
        "Authorization": f"Bearer {police.token}",
        "Idempotency-Key": str(uuid4()),
        "Content-Type": media,
        **headers,
    }
    return await world.http.post("/v1/citizens", content=content, headers=sent)


BODIES = {
    "empty": b"",
    "no json": b"hello",
    "half": b'{"track": "vic',
    "array": b"[]",
    "string": b'"x"',
    "null": b"null",
    "nan": b'{"track": NaN}',
    "infinity": b'{"track": Infinity}',
    "duplicate member": b'{"track": "victim", "track": "victim"}',
    "deep": DEEP,
    "long integer": b'{"track": ' + b"9" * 4301 + b"}",
    "lone surrogate": b'{"external_reference": "\\ud800"}',
    "nul": b'{"external_reference": "a\\u0000b"}',
    "byte order mark": b"\xef\xbb\xbf{}",
    "utf-16": "{}".encode("utf-16"),
    "not utf-8": b'{"external_reference": "\xff"}',
    "trailing": b"{} {}",
}


@pytest.mark.parametrize("name", BODIES)
async def test_bodies_that_are_not_what_json_must_be(world: World, name: str) -> None:
    problem(await send(world, BODIES[name]), 400, 422)


MEMBERS: dict[str, Any] = {
    "unknown member": {"secret": SECRET},
    "id": {"id": str(uuid4())},
    "organisation": {"organisation_id": str(uuid4())},
    "version": {"version": 7},
    "status": {"status": "archived"},
    "controller": {"controller_id": str(uuid4())},
    "track of neither side": {"track": SECRET},
    "project that is no uuid": {"project_id": SECRET},
    "project in braces": {"project_id": "{" + str(uuid4()) + "}"},
    "cpr of letters": {"identity": {"given_name": "A", "family_name": "B", "birth_date": "1870-01-01", "cpr": "xxxx"}},
    "cpr in arabic digits": {
        "identity": {"given_name": "A", "family_name": "B", "birth_date": "1870-01-01", "cpr": "٠١٠١٧٠٥٠٠٠"}
    },
    "impossible date": {"identity": {"given_name": "A", "family_name": "B", "birth_date": "1870-02-30"}},
    "date with a time": {"identity": {"given_name": "A", "family_name": "B", "birth_date": "1870-01-01T00:00:01"}},
    "birth to come": {"identity": {"given_name": "A", "family_name": "B", "birth_date": "2999-01-01"}},
    "two people's numbers": {
        "identity": {"given_name": "A", "family_name": "B", "birth_date": "1871-01-01", "cpr": "0101705000"}
    },
    "bidi in a name": {"identity": {"given_name": "A\u202eB", "family_name": "B", "birth_date": "1870-01-01"}},
    "control character": {"identity": {"given_name": "A\u0007", "family_name": "B", "birth_date": "1870-01-01"}},
    "name of 10,000": {"identity": {"given_name": "A" * 10_000, "family_name": "B", "birth_date": "1870-01-01"}},
    "no such municipality": {
        "identity": {
            "given_name": "A", "family_name": "B", "birth_date": "1870-01-01", "municipality_code": "0411",
        }
    },
    "phone of words": {"contact": {"phone": "ring mig op"}},
    "hours backwards": {"contact": {"safe_hours": [{"weekday": 1, "from_time": "12:00", "to_time": "08:00"}]}},
    "eighth weekday": {"contact": {"safe_hours": [{"weekday": 8, "from_time": "08:00", "to_time": "12:00"}]}},
    "channel by pigeon": {"contact": {"safe_channels": ["pigeon"]}},
    "postcode of five": {"address": {"lines": ["Vej 1"], "postcode": "80000", "source": "citizen"}},
    "a number for a text": {"external_reference": 9901019999},
    "a text for a truth": {"contact": {"never_leave_message": "yes"}},
}  # fmt: skip


@pytest.mark.parametrize("name", MEMBERS)
async def test_members_that_are_not_accepted(world: World, name: str) -> None:
    body = {"project_id": world.project(), "track": "victim", **MEMBERS[name]}
    document = problem(await send(world, json.dumps(body).encode()), 422)
    assert document["type"].endswith("/invalid-content")
    assert document["errors"]
    assert all({"pointer", "code", "message"} == each.keys() for each in document["errors"])


@pytest.mark.parametrize(
    ("name", "pointer", "code"),
    [
        ("birth to come", "/identity/birth_date", "implausible_date"),
        ("two people's numbers", "/identity/birth_date", "birth_date_differs"),
        ("hours backwards", "/contact/safe_hours/0/to_time", "ends_before_start"),
    ],
)
async def test_what_two_members_say_together_has_its_place(world: World, name: str, pointer: str, code: str) -> None:
    body = {"project_id": world.project(), "track": "victim", **MEMBERS[name]}
    found = problem(await send(world, json.dumps(body).encode()), 422)["errors"]
    assert [(each["pointer"], each["code"]) for each in found] == [(pointer, code)]


async def test_what_is_registered_already_names_its_member(world: World) -> None:
    police = await world.party("police-coordinator")
    body = {"project_id": world.project(), "track": "victim", "external_reference": "SAG-2026-4711"}
    assert (await police.post("/v1/citizens", body)).status_code == 201
    twice = problem(await police.post("/v1/citizens", body), 409)
    assert [(each["pointer"], each["code"]) for each in twice["errors"]] == [
        ("/external_reference", "already_registered")
    ]
    pair = {
        "victim_id": (await world.citizen(police))["id"],
        "perpetrator_id": (await world.citizen(police, "perpetrator"))["id"],
    }
    assert (await police.post("/v1/pair-links", pair)).status_code == 201
    again = problem(await police.post("/v1/pair-links", pair), 409)
    assert [(each["pointer"], each["code"]) for each in again["errors"]] == [
        ("/victim_id", "already_linked"),
        ("/perpetrator_id", "already_linked"),
    ]


async def test_errors_speak_danish(world: World) -> None:
    answer = await send(world, b'{"track": "victim"}', **{"Accept-Language": "da-DK, en;q=0.5"})
    assert problem(answer, 422)["title"] == "Ugyldigt indhold"
    assert answer.headers["content-language"] == "da"


@pytest.mark.parametrize(
    "media",
    ["text/plain", "application/xml", "multipart/form-data; boundary=x", "application/json; charset=utf-16", ""],
)
async def test_media_types(world: World, media: str) -> None:
    problem(await send(world, b"{}", media), 415)


async def test_a_patch_is_a_merge_patch_and_the_contract_says_so(world: World) -> None:
    contract = (await world.http.get("/openapi.json")).json()
    operator = await world.party("operator-operator")
    patches = {path: item["patch"] for path, item in contract["paths"].items() if "patch" in item}
    assert len(patches) > 15
    for path, operation in patches.items():
        assert [*operation["requestBody"]["content"]] == ["application/merge-patch+json"], path
        address = re.sub(r"\{\w+\}", nobody(), path)
        refused = await operator.call("PATCH", address, {}, content_type="application/json", if_match='"1"')
        problem(refused, 415)
        assert (await operator.patch(address, {}, if_match='"1"')).status_code in {403, 404}, "not for its media type"


async def test_accept(world: World) -> None:
    police = await world.party("police-coordinator")
    problem(await police.get("/v1/citizens", accept="text/html"), 406)
    assert (await police.get("/v1/citizens", accept="application/json")).status_code == 200


@pytest.mark.parametrize("encoding", ["gzip", "br", "deflate", "identity, gzip"])
async def test_compressed_bodies_are_not_opened(world: World, encoding: str) -> None:
    problem(await send(world, b"x" * 100, **{"Content-Encoding": encoding}), 415)


async def test_large_bodies_are_refused(world: World) -> None:
    problem(await send(world, b'{"a":"' + b"x" * 1_100_000 + b'"}'), 413)


@pytest.mark.parametrize(
    "query",
    ["limit=0", "limit=05", "limit=201", "limit=-1", "limit=1e2", "limit=٥", "limit=5.0", "limit=", "limit=%205",
     "limit=5&limit=5", "unknown=1", "cursor=", "cursor=AAAA", "cursor=%00", "track=both", "project_id=x",
     "updated_since=yesterday", "sort=cpr", "filter[cpr]=9901019999", "expand=identity"],
)  # fmt: skip
async def test_queries(world: World, query: str) -> None:
    police = await world.party("police-coordinator")
    problem(await police.get(f"/v1/citizens?{query}"), 400)


@pytest.mark.parametrize("spelt", ["TRUE", "1", "yes", "on", "t", ""])
async def test_truth_has_one_spelling_in_a_query(world: World, spelt: str) -> None:
    operator = await world.party("operator-operator")
    problem(await operator.get(f"/v1/clients?enabled={spelt}"), 400)
    for right in ("true", "false"):
        assert (await operator.get(f"/v1/clients?enabled={right}&limit=1")).status_code == 200


@pytest.mark.parametrize("form", ["{{{}}}", "urn:uuid:{}", "hyphenless"])
async def test_an_id_has_one_spelling_in_a_path(world: World, form: str) -> None:
    operator = await world.party("operator-operator")
    known = world.organisation("aarhus")
    assert (await operator.get(f"/v1/organisations/{known}")).status_code == 200
    spelt = known.replace("-", "") if form == "hyphenless" else form.format(known)
    problem(await operator.get(f"/v1/organisations/{spelt}"), 404)


@pytest.mark.parametrize(
    "path",
    ["/v1/citizens/", "/v1/citizens/x", "/v1/citizens/0c7f3f5cb5d64f50a2b8b1a0c9d8e7f6",
     "/v1/citizens/0C7F3F5C-B5D6-4F50-A2B8-B1A0C9D8E7F6x",
     "/v1/citizens/%00", "/v1//citizens", "/v1/citizens/%2e%2e/me", "/v2/citizens", "/v1",
     "/v1/citizens/1%20OR%201=1", "/admin", "/v1/citizens/0101705000"],
)  # fmt: skip
async def test_paths_that_lead_nowhere(world: World, path: str) -> None:
    police = await world.party("police-coordinator")
    # As a raw target: httpx would tidy the path up before sending it.
    request = world.http.build_request("GET", "/", headers={"Authorization": f"Bearer {police.token}"})
    request.url = request.url.copy_with(raw_path=path.encode())
    problem(await world.http.send(request), 404)


@pytest.mark.parametrize("method", ["DELETE", "PATCH", "HEAD", "OPTIONS", "TRACE", "TRACK", "PROPFIND"])
async def test_methods(world: World, method: str) -> None:
    police = await world.party("police-coordinator")
    answer = await world.http.request(
        method, "/v1/citizens", headers={"Authorization": f"Bearer {police.token}", "X-HTTP-Method-Override": "GET"}
    )
    assert answer.status_code == 405
    assert answer.headers["allow"] == "GET, POST"


@pytest.mark.parametrize("key", [None, "", "x" * 129, "æøå", "a b", "a\tb"])
async def test_idempotency_keys(world: World, key: str | None) -> None:
    police = await world.party("police-coordinator")
    headers = {"Authorization": f"Bearer {police.token}"}
    if key is not None:
        headers["Idempotency-Key"] = key
    raw = [(name.encode(), value.encode("utf-8")) for name, value in headers.items()]
    answer = await world.http.post(
        "/v1/citizens", json={"project_id": world.project(), "track": "victim"}, headers=httpx.Headers(raw)
    )
    document = problem(answer, 400)
    assert document["type"].endswith("/idempotency-key-missing" if key is None else "/idempotency-key-malformed")


async def test_a_project_that_is_not_ones_own_is_like_one_that_is_not_there(world: World) -> None:
    police = await world.party("police-coordinator")
    foreign = await police.post("/v1/citizens", {"project_id": world.project("maturation"), "track": "victim"})
    absent = await police.post("/v1/citizens", {"project_id": str(uuid4()), "track": "victim"})
    assert problem(foreign, 422)["errors"] == problem(absent, 422)["errors"]
    assert foreign.json()["errors"][0]["pointer"] == "/project_id"
