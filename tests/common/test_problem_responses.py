"""A small application that is sent what it does not accept, in every place there is."""

import datetime as dt
import enum
import json
import logging
from collections.abc import AsyncIterator
from typing import Annotated, Any, Literal
from uuid import UUID

import httpx
import pytest
import structlog
from fastapi import FastAPI, Header, HTTPException, Query, Request
from fastapi.responses import StreamingResponse
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st
from pydantic import AfterValidator, AwareDatetime, BaseModel, ConfigDict, Field

from app.common import errors, problem_responses, strict_json
from app.common.cpr import normalise_cpr
from app.common.problem import Bilingual, FieldError
from app.common.text import ShortText

SECRET = "0101901234"
JSON_TYPE = {"Content-Type": "application/json"}


class Colour(enum.StrEnum):
    RED = "red"
    BLUE = "blue"


class Cat(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["cat"]
    lives: int


class Dog(BaseModel):
    model_config = ConfigDict(extra="forbid")
    kind: Literal["dog"]
    tricks: list[str]


class Person(BaseModel):
    model_config = ConfigDict(extra="forbid")
    name: ShortText
    cpr: Annotated[str, AfterValidator(normalise_cpr)] | None = None
    age: Annotated[int, Field(ge=18, le=120)] | None = None
    born: dt.date | None = None
    seen: AwareDatetime | None = None
    id: UUID | None = None
    active: bool | None = None
    colour: Colour | None = None
    code: Annotated[str, Field(pattern="^[a-z]+$")] | None = None
    tags: Annotated[list[Annotated[str, Field(max_length=3)]], Field(max_length=2)] | None = None
    pet: Annotated[Cat | Dog, Field(discriminator="kind")] | None = None
    either: int | list[int] | None = None
    more: dict[str, int] | None = None
    friend: "Person | None" = None


class Filter(BaseModel):
    model_config = ConfigDict(extra="forbid")
    limit: Annotated[int, Field(ge=1, le=200)] = 50


def build() -> FastAPI:
    app = FastAPI()
    problem_responses.install(app)

    @app.post("/people")
    async def create(person: Person) -> dict[str, str]:
        return {}

    @app.get("/people")
    async def several(
        query: Annotated[Filter, Query()], if_seen: Annotated[int | None, Header()] = None
    ) -> dict[str, str]:
        return {}

    @app.get("/people/{person_id}")
    async def one(person_id: UUID, limit: int = 1) -> dict[str, str]:
        return {}

    @app.get("/raise/{what}")
    async def fail(what: str) -> dict[str, str]:
        raise RAISED[what]

    @app.get("/stream")
    async def stream() -> StreamingResponse:
        async def content() -> AsyncIterator[bytes]:
            yield b"begun"
            raise RuntimeError(SECRET)

        return StreamingResponse(content())

    @app.post("/strict")
    async def strict(request: Request) -> Any:
        return strict_json.loads(await request.body())

    @app.middleware("http")
    async def header(request: Request, call_next: Any) -> Any:
        response = await call_next(request)
        response.headers["X-Outer"] = "yes"
        return response

    return app


RAISED: dict[str, Exception] = {
    "transition": errors.ForbiddenTransition(state="sent", allowed=["accept"]),
    "conflict": errors.Conflict(
        Bilingual("Taken.", "Optaget."), errors=[FieldError("/x", "taken", "Taken.", "Optaget.")]
    ),
    "runtime": RuntimeError(SECRET),
    "http-404": HTTPException(404, detail=SECRET),
    "http-418": HTTPException(418, detail=SECRET),
    "http-303": HTTPException(303, headers={"Location": "/x"}),
    "http-401": HTTPException(401, headers={"WWW-Authenticate": "Bearer"}),
    "busy": errors.TooManyRequests(retry_after=7),
}


@pytest.fixture
async def client() -> AsyncIterator[httpx.AsyncClient]:
    transport = httpx.ASGITransport(build(), raise_app_exceptions=False)
    async with httpx.AsyncClient(transport=transport, base_url="http://test") as opened:
        yield opened


def check(response: httpx.Response, status: int, code: str) -> list[dict[str, str]]:
    """Check what holds for every problem and return its errors."""
    assert response.status_code == status
    assert response.headers["content-type"] == "application/problem+json"
    assert response.headers["cache-control"] == "no-store"
    assert "Accept-Language" in response.headers["vary"]
    assert response.headers["content-language"] in {"da", "en"}
    assert SECRET not in response.text
    document = response.json()
    assert document["status"] == status
    assert document["type"].endswith(f"/problems/{code}") or document["type"] == code
    assert {"title", "detail", "instance", "trace_id"} <= document.keys()
    return document.get("errors", [])


REJECTED: list[tuple[dict[str, Any], str, str]] = [
    ({"name": 1}, "/name", "string_type"),
    ({"name": ""}, "/name", "string_too_short"),
    ({"name": SECRET * 30}, "/name", "string_too_long"),
    ({"name": f"{SECRET}\u202e"}, "/name", "bidi_character"),
    ({"cpr": f"{SECRET}1"}, "/cpr", "invalid_cpr"),
    ({"age": 17}, "/age", "greater_than_equal"),
    ({"age": 101901234}, "/age", "less_than_equal"),
    ({"age": SECRET}, "/age", "less_than_equal"),
    ({"age": f"{SECRET}x"}, "/age", "int_type"),
    ({"born": SECRET + "x"}, "/born", "date_parsing"),
    ({"seen": f"{SECRET} x"}, "/seen", "datetime_parsing"),
    ({"seen": "2026-01-01T00:00:00"}, "/seen", "datetime_parsing"),
    ({"id": SECRET}, "/id", "uuid_parsing"),
    ({"active": SECRET}, "/active", "bool_type"),
    ({"colour": SECRET}, "/colour", "not_a_choice"),
    ({"code": SECRET}, "/code", "wrong_form"),
    ({"tags": ["a", "b", "c"]}, "/tags", "too_long"),
    ({"tags": ["a", SECRET]}, "/tags/1", "string_too_long"),
    ({"tags": SECRET}, "/tags", "list_type"),
    ({"pet": {"kind": SECRET}}, "/pet", "not_a_choice"),
    ({"pet": {"kind": "dog", "tricks": SECRET}}, "/pet/tricks", "list_type"),
    ({"pet": {"kind": "cat"}}, "/pet/lives", "missing"),
    ({"either": SECRET + "x"}, "/either", "int_type"),
    ({"more": {SECRET: "x"}}, "/more", "int_type"),
    ({"more": {"known": "x"}}, "/more/known", "int_type"),
    ({"friend": {}}, "/friend/name", "missing"),
    ({"friend": SECRET}, "/friend", "object_type"),
    ({"friend": {"name": "x", SECRET: 1}}, "/friend", "extra_forbidden"),
    ({"unknown": SECRET}, "/unknown", "extra_forbidden"),
    ({SECRET: 1}, "", "extra_forbidden"),
    ({f"cpr_{SECRET}": 1}, "", "extra_forbidden"),
    ({"a/b~c": 1}, "", "extra_forbidden"),
]


@pytest.mark.parametrize(("members", "pointer", "code"), REJECTED)
async def test_content_is_refused_with_where_and_why_but_never_what(
    client: httpx.AsyncClient, members: dict[str, Any], pointer: str, code: str
) -> None:
    response = await client.post("/people", json={"name": "x"} | members)
    found = check(response, 422, "invalid-content")
    assert (pointer, code) in {(e["pointer"], e["code"]) for e in found}
    danish = await client.post("/people", json={"name": "x"} | members, headers={"Accept-Language": "da"})
    assert danish.headers["content-language"] == "da"
    for english, other in zip(found, check(danish, 422, "invalid-content"), strict=True):
        assert english["message"] != other["message"]
        assert "{" not in english["message"] + other["message"]


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(
    field=st.sampled_from(sorted(set(Person.model_fields) - {"friend", "more"})),
    value=st.recursive(
        st.text(alphabet="qxz0123456789", min_size=8, max_size=30).map("zq".__add__)
        | st.integers(10**9, 10**12).map(str),
        lambda inner: (
            st.lists(inner, min_size=1, max_size=3) | st.dictionaries(st.just("zqkey0101901234"), inner, min_size=1)
        ),
        max_leaves=3,
    ),
)
async def test_no_rejected_value_is_ever_in_the_answer(client: httpx.AsyncClient, field: str, value: Any) -> None:
    response = await client.post("/people", json={"name": "x"} | {field: value})
    if response.status_code == 200:
        return
    assert response.status_code == 422
    for leaf in _leaves(value):
        assert leaf not in response.text


def _leaves(value: Any) -> list[str]:
    if isinstance(value, list):
        return [leaf for member in value for leaf in _leaves(member)]
    if isinstance(value, dict):
        return [*value, *(leaf for member in value.values() for leaf in _leaves(member))]
    return [value]


async def test_bodies_that_are_no_json(client: httpx.AsyncClient) -> None:
    found = check(
        await client.post("/people", content=f'{{"name": {SECRET}', headers=JSON_TYPE),
        400,
        "malformed-body",
    )
    assert found == [{"pointer": "", "code": "json_invalid", "message": "Not well-formed JSON."}]
    for media_type in ("text/plain", "application/xml", ""):
        response = await client.post("/people", content=b'{"name": "x"}', headers={"Content-Type": media_type})
        check(response, 415, "unsupported-media-type")
    found = check(await client.post("/people"), 422, "invalid-content")
    assert [(e["pointer"], e["code"]) for e in found] == [("", "missing")]
    check(await client.post("/people", content=b"\xff\xfe", headers=JSON_TYPE), 400, "malformed-body")
    found = check(await client.post("/people", json=[SECRET]), 422, "invalid-content")
    assert [(e["pointer"], e["code"]) for e in found] == [("", "object_type")]


async def test_strict_json_is_refused_by_its_own_codes(client: httpx.AsyncClient) -> None:
    response = await client.post("/strict", content=b'{"a": {"b": 1, "b": 2}}')
    found = check(response, 400, "malformed-body")
    assert found == [{"pointer": "/a", "code": "duplicate_member", "message": "A member stands twice."}]


async def test_parameters_are_refused_by_name(client: httpx.AsyncClient) -> None:
    found = check(await client.get(f"/people?limit={SECRET}x"), 400, "invalid-query")
    assert [(e["pointer"], e["code"]) for e in found] == [("/limit", "int_type")]
    found = check(await client.get("/people?limit=0&other=1"), 400, "invalid-query")
    assert {(e["pointer"], e["code"]) for e in found} == {
        ("/limit", "greater_than_equal"),
        ("/other", "extra_forbidden"),
    }
    found = check(await client.get(f"/people?{SECRET}=1"), 400, "invalid-query")
    assert [(e["pointer"], e["code"]) for e in found] == [("", "extra_forbidden")]
    response = await client.get("/people", headers={"If-Seen": SECRET + "x"})
    found = check(response, 400, "invalid-header")
    assert [(e["pointer"], e["code"]) for e in found] == [("/if-seen", "int_type")]


async def test_a_path_that_names_nothing_is_not_found(client: httpx.AsyncClient) -> None:
    for path in (
        f"/people/{SECRET}",
        f"/people/{SECRET}?limit=x",
        f"/nothing/{SECRET}",
        "/people/",
    ):
        response = await client.get(path, follow_redirects=True)
        if path == "/people/":
            continue
        check(response, 404, "not-found")
    known = "/people/0190f5c8-0000-7000-8000-000000000001"
    assert (await client.get(f"{known}x")).json()["instance"] == "/people/-"
    found = check(await client.get(f"{known}?limit=x"), 400, "invalid-query")
    assert found[0]["pointer"] == "/limit"
    assert (await client.get(f"{known}?limit=x")).json()["instance"] == known


async def test_methods_keep_their_allow(client: httpx.AsyncClient) -> None:
    response = await client.delete("/people")
    check(response, 405, "method-not-allowed")
    assert "POST" in response.headers["allow"] or "GET" in response.headers["allow"]


async def test_problems_raised_by_a_service(client: httpx.AsyncClient) -> None:
    response = await client.get("/raise/transition")
    check(response, 409, "forbidden-transition")
    assert response.json()["allowed"] == ["accept"]
    response = await client.get("/raise/conflict", headers={"Accept-Language": "da, en;q=0.5"})
    assert check(response, 409, "conflict")[0]["message"] == "Optaget."
    assert response.json()["detail"] == "Optaget."
    response = await client.get("/raise/busy")
    check(response, 429, "too-many-requests")
    assert response.headers["retry-after"] == "7"


async def test_exceptions_of_the_framework(client: httpx.AsyncClient) -> None:
    check(await client.get("/raise/http-404"), 404, "not-found")
    check(await client.get("/raise/http-418"), 418, "about:blank")
    response = await client.get("/raise/http-401")
    check(response, 401, "unauthenticated")
    assert response.headers["www-authenticate"] == "Bearer"
    assert (await client.get("/raise/http-303")).status_code == 303


async def test_what_is_unhandled_is_a_500_that_says_nothing(client: httpx.AsyncClient) -> None:
    with structlog.testing.capture_logs() as logs:
        response = await client.get("/raise/runtime")
    check(response, 500, "internal-error")
    assert response.headers["x-outer"] == "yes"
    assert SECRET not in repr(logs)
    (entry,) = [log for log in logs if log["event"] == "unhandled_exception"]
    assert entry["failure"][0]["class"] == "builtins.RuntimeError"
    assert "tests/common/test_problem_responses.py:" in entry["failure"][0]["frames"][-1]


async def test_once_begun_an_answer_only_ends(client: httpx.AsyncClient, caplog: pytest.LogCaptureFixture) -> None:
    with caplog.at_level(logging.INFO), structlog.testing.capture_logs() as logs:
        response = await client.get("/stream")
    assert response.content == b"begun"
    assert [log["event"] for log in logs] == ["unhandled_exception"]
    assert SECRET not in caplog.text


def test_the_trace_id_is_the_requests() -> None:
    scope = {"type": "http", "path": "/x", "headers": [], "state": {"request_id": "abc"}}
    response = problem_responses.problem_response(errors.NotFound(), Request(scope))
    assert json.loads(bytes(response.body))["trace_id"] == "abc"
