"""How often one may ask: each client for itself; strangers before anything costs a processor or a statement."""

import dataclasses
import re
from collections.abc import Iterator
from contextlib import contextmanager

import httpx
import pytest
from fastapi import FastAPI

from app.access import credentials
from app.gate.rates import RateLimits
from app.settings import Settings
from tests.access.test_sign_in import registered
from tests.common.test_rates import Clock
from tests.measurements.linked import linked
from tests.support.statements import statements
from tests.support.world import Party, World

RATES = {
    "rate_client": "6/60",
    "rate_search": "2/60",
    "rate_match": "2/60",
    "rate_introspection": "1/60",
    "rate_wrong_sign_in": "2/60",
    "rate_wrong_sign_in_by_all": "5/60",
    "rate_link": "2/60",
}
POLICY = re.compile(r'"([a-z-]+)";q=([1-9][0-9]*);w=([1-9][0-9]*)')
STANDING = re.compile(r'"([a-z-]+)";r=([0-9]+)(?:;t=([1-9][0-9]*))?')
SEARCH = {"cpr": "0102585000"}


@contextmanager
def low(app: FastAPI) -> Iterator[Clock]:
    """The application with low rates, and a clock that stands."""
    usual, standing = app.state.services, Clock()
    limits = RateLimits(Settings.model_validate(RATES), clock=standing)
    app.state.services = dataclasses.replace(usual, rates=limits)
    yield standing
    app.state.services = usual


@pytest.fixture
def clock(app: FastAPI) -> Iterator[Clock]:
    with low(app) as standing:
        yield standing


def left(answer: httpx.Response) -> dict[str, int]:
    """By policy, what is left; the two fields name the same policies."""
    policies = [POLICY.fullmatch(each) for each in answer.headers["ratelimit-policy"].split(", ")]
    standing = [STANDING.fullmatch(each) for each in answer.headers["ratelimit"].split(", ")]
    assert [each and each[1] for each in policies] == [each and each[1] for each in standing]
    return {each[1]: int(each[2]) for each in standing if each}


def refused(answer: httpx.Response, *policies: str) -> bool:
    if answer.status_code != 429:
        return False
    problem = answer.json()
    assert problem["type"].endswith("/too-many-requests")
    assert problem["policies"] == list(policies)
    assert 1 <= int(answer.headers["retry-after"]) <= 60
    return True


async def other_of_the_same(world: World, party: Party) -> Party:
    """Another client of the same organisation."""
    about = {"organisation_id": party.organisation_id, "functions": ["integration"], "with_secret": True}
    made = await world.made("/v1/clients", about)
    answer = await world.http.post(
        "/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(made["client_id"], made["client_secret"]),
    )
    return Party(world.http, made["client_id"], party.organisation_id, answer.json()["access_token"])


async def test_each_client_has_its_own_share_and_is_told_on_every_answer(
    world: World, app: FastAPI, clock: Clock
) -> None:
    police, ngo = await world.party("police-caseworker"), await world.party("lysningen-coordinator-victim")
    other = await other_of_the_same(world, police)
    clock.pass_(3600)

    answers = [
        await police.get("/v1/me"),
        await police.get("/v1/citizens/0b8f2f6e-3c1d-4c39-9a55-1f7f0a4a2b10"),
        await police.get("/v1/citizens?limit=0"),
        await police.post("/v1/clients", {}),
        await police.post("/v1/citizens", {"unknown": 1}),
        await police.get("/v1/me", accept="text/plain"),
    ]
    assert [each.status_code for each in answers] == [200, 404, 400, 403, 422, 406]
    assert [left(each) for each in answers] == [{"client": count} for count in (5, 4, 3, 2, 1, 0)]
    with statements(app) as seen:
        answer = await police.get("/v1/me")
    assert refused(answer, "client")
    assert left(answer) == {"client": 0}
    assert not seen, "nothing was asked of the database"
    assert [left(await each.get("/v1/me")) for each in (ngo, other)] == [{"client": 5}] * 2
    assert "ratelimit" not in (await world.http.get("/v1/me")).headers, "nobody asked"

    clock.pass_(10)
    assert [(await police.get("/v1/me")).status_code for _ in range(2)] == [200, 429]


async def test_what_no_route_answers_counts_for_nobody_and_costs_nothing(
    world: World, app: FastAPI, clock: Clock
) -> None:
    police = await world.party("police-caseworker")
    clock.pass_(3600)
    with statements(app) as seen:
        answers = [
            await police.get("/v1/no-such-thing"),
            await police.get("/v1/me/"),
            await police.call("DELETE", "/v1/me"),
            await police.get("/health/live"),
        ]
    assert [each.status_code for each in answers] == [404, 404, 405, 200]
    assert [each for each in answers if "ratelimit" in each.headers or "ratelimit-policy" in each.headers] == []
    assert not seen
    assert left(await police.get("/v1/me")) == {"client": 5}


@pytest.mark.parametrize(("name", "path"), [("search", "/v1/citizens/search"), ("match", "/v1/match-requests")])
async def test_searches_by_number_are_fewer(world: World, clock: Clock, name: str, path: str) -> None:
    police = await world.party("police-caseworker")
    clock.pass_(3600)
    answers = [await police.post(path, SEARCH) for _ in range(3)]
    assert [left(each)[name] for each in answers] == [1, 0, 0]
    assert refused(answers[2], name)
    assert answers[2].headers["retry-after"] == "30"
    assert (await police.get("/v1/me")).status_code == 200


async def secret(world: World, client_id: str, wrong: str = "wrong") -> httpx.Response:
    return await world.http.post("/oauth/token", data={"grant_type": "client_credentials"}, auth=(client_id, wrong))


async def test_wrong_secrets_meet_the_limit_before_they_cost_anything(
    world: World, app: FastAPI, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A known client and an unknown one alike; and in many names at once, all of them."""
    hashed: list[str] = []
    check = credentials.check_secret

    async def counting(client: object, *rest: object, **more: object) -> None:
        hashed.append(str(client))
        await check(client, *rest, **more)  # type: ignore[arg-type]  # as it was called

    monkeypatch.setattr("app.access.oauth.check_secret", counting)
    for client_id in ("police-caseworker", "who-is-that"):
        assert [(await secret(world, client_id)).status_code for _ in range(2)] == [401, 401]
        hashed.clear()
        with statements(app) as seen:
            answer = await secret(world, client_id)
        assert refused(answer, "wrong-sign-in")
        assert "ratelimit" not in answer.headers, "it has not proved who it is"
        assert (hashed, seen) == ([], [])
    assert (await secret(world, "somebody-else")).status_code == 401
    assert refused(await secret(world, "yet-somebody-else"), "wrong-sign-in-by-all")
    assert refused(await secret(world, "police-caseworker"), "wrong-sign-in")

    clock.pass_(60)
    right = next(each.client_secret for each in world.loaded.credentials if each.client_id == "police-caseworker")
    answers = [await secret(world, "police-caseworker", right) for _ in range(4)]
    assert [each.status_code for each in answers] == [200] * 4, "right ones do not count as wrong"
    assert [left(each) for each in answers] == [{"client": count} for count in (5, 4, 3, 2)]


async def test_wrong_assertions_shut_nobody_out(world: World, clock: Clock) -> None:
    system = await registered(world)
    clock.pass_(3600)
    answers = [await system.sign_in(system.assertion(jti="")) for _ in range(3)]
    assert [each.status_code for each in answers] == [401, 401, 429]
    assert (await system.sign_in(system.assertion())).status_code == 200


async def test_introspection_is_limited_once_the_client_has_proved_itself(world: World, clock: Clock) -> None:
    clock.pass_(3600)
    credential = next(each for each in world.loaded.credentials if each.client_id == "police-caseworker")
    auth = (credential.client_id, credential.client_secret)
    answers = [await world.http.post("/oauth/introspect", data={"token": "x"}, auth=auth) for _ in range(2)]
    assert answers[0].json() == {"active": False}
    assert refused(answers[1], "introspection")


async def test_a_link_is_limited_whether_it_leads_somewhere_or_not(world: World, app: FastAPI) -> None:
    this = await linked(world)
    unknown = "/q/" + "A" * 43
    calendar = "/v1/calendar/" + "A" * 43 + ".ics"
    with low(app):
        for path, first in ((this.page, 200), (unknown, 404), (calendar, 404)):
            assert [(await world.http.get(path)).status_code for _ in range(2)] == [first] * 2
        pages = []
        for path in (this.page, unknown, calendar):
            with statements(app) as seen:
                answer = await world.http.get(path)
            assert answer.status_code == 429
            assert answer.headers["retry-after"] == "30"
            assert not seen
            pages.append(answer)
        assert pages[0].content == pages[1].content, "the page tells no more than that"
        assert pages[0].headers["content-type"].startswith("text/html")
        assert refused(pages[2], "link")
