"""private_key_jwt over HTTP: an assertion is its client's own, for us, for a minute, and once."""

import asyncio
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import httpx
import pytest
from sqlalchemy.ext.asyncio import AsyncEngine

from tests.audit.support import recording
from tests.support.assertions import make_client_assertion, new_client_key
from tests.support.tokens import twin
from tests.support.world import Party, World

ASSERTION_TYPE = "urn:ietf:params:oauth:client-assertion-type:jwt-bearer"
AUDIENCE = "http://127.0.0.1:8000"


@dataclass
class CaseSystem:
    """A client with a key pair of its own."""

    world: World
    client_id: str
    pem: str

    def assertion(self, **changes: Any) -> str:
        now = int(time.time())
        return make_client_assertion(self.pem, "key-1", self.client_id, AUDIENCE, now, **changes)

    async def sign_in(self, assertion: str, **form: str) -> httpx.Response:
        told = {"grant_type": "client_credentials", "client_assertion_type": ASSERTION_TYPE}
        return await self.world.http.post("/oauth/token", data={**told, "client_assertion": assertion, **form})


async def registered(world: World) -> CaseSystem:
    pem, public = new_client_key("key-1")
    about = {"organisation_id": world.organisation("aarhus"), "functions": ["integration"], "public_keys": [public]}
    return CaseSystem(world, (await world.made("/v1/clients", about))["client_id"], pem)


def refused(answer: httpx.Response) -> bool:
    assert "access_token" not in answer.text
    return answer.status_code == 401 and answer.json()["error"] == "invalid_client"


async def test_an_assertion_is_good_once(world: World) -> None:
    system = await registered(world)
    assertion = system.assertion()
    assert (await system.sign_in(assertion)).status_code == 200
    assert refused(await system.sign_in(assertion))
    assert (await system.sign_in(system.assertion())).status_code == 200


async def test_an_assertion_is_spent_by_its_name_and_not_by_its_text(world: World) -> None:
    system = await registered(world)
    assertion = system.assertion()
    assert (await system.sign_in(assertion)).status_code == 200
    assert refused(await system.sign_in(twin(assertion)))
    # The other one first: that it was refused is not for its signature.
    assertion = system.assertion()
    assert (await system.sign_in(twin(assertion))).status_code == 200
    assert refused(await system.sign_in(assertion))


async def test_a_refused_request_has_spent_its_assertion(world: World) -> None:
    system = await registered(world)
    for form in ({"scope": "everything"}, {"grant_type": "password"}):
        assertion = system.assertion()
        assert (await system.sign_in(assertion, **form)).status_code == 400
        assert refused(await system.sign_in(assertion))


async def test_of_many_at_once_one_is_let_in(world: World) -> None:
    system = await registered(world)
    assertion = system.assertion()
    answers = await asyncio.gather(*(system.sign_in(assertion) for _ in range(6)))
    assert sorted(each.status_code for each in answers) == [200, 401, 401, 401, 401, 401]


WRONG: dict[str, Callable[[int], dict[str, Any]]] = {
    "for somebody else": lambda _: {"aud": "https://elsewhere.example"},
    "for the token endpoint": lambda _: {"aud": "http://127.0.0.1:8000/oauth/token"},
    "for the audience of our tokens": lambda _: {"aud": "interventionsmodellen-api"},
    "for an hour": lambda now: {"exp": now + 3600},
    "over": lambda now: {"iat": now - 120, "exp": now - 60},
    "to come": lambda now: {"nbf": now + 60},
    "without a name": lambda _: {"jti": ""},
    "of another subject": lambda _: {"sub": "police-integration"},
    "in another's name": lambda _: {"iss": "police-integration", "sub": "police-integration"},
}


@pytest.mark.parametrize("name", WRONG)
async def test_an_assertion_that_is_not_as_it_must_be(world: World, name: str) -> None:
    system = await registered(world)
    assert refused(await system.sign_in(system.assertion(**WRONG[name](int(time.time())))))


async def test_anothers_key_signs_for_nobody_else(world: World) -> None:
    one, other = await registered(world), await registered(world)
    now = int(time.time())
    forged = make_client_assertion(other.pem, "key-1", one.client_id, AUDIENCE, now)
    assert refused(await one.sign_in(forged))
    assert refused(await one.sign_in(forged, client_id=other.client_id))
    assert (await one.sign_in(one.assertion())).status_code == 200


async def test_two_proofs_at_once_are_none(world: World) -> None:
    system = await registered(world)
    form = {
        "grant_type": "client_credentials",
        "client_assertion_type": ASSERTION_TYPE,
        "client_assertion": system.assertion(),
    }
    both = await world.http.post("/oauth/token", data=form, auth=(system.client_id, "a secret"))
    in_the_query = await world.http.post("/oauth/token", params=form)
    assert {both.status_code, in_the_query.status_code} <= {400, 401}
    assert "access_token" not in both.text + in_the_query.text


async def test_signing_in_and_revoking_are_logged_without_the_token(world: World, superuser: AsyncEngine) -> None:
    system = await registered(world)
    party = Party(world.http, system.client_id, world.organisation("aarhus"), token="")
    async with recording(superuser, party) as log:
        token = (await system.sign_in(system.assertion())).json()["access_token"]
        revoked = await world.http.post(
            "/oauth/revoke",
            data={
                "token": token,
                "client_assertion_type": ASSERTION_TYPE,
                "client_assertion": system.assertion(),
            },
        )
    assert revoked.status_code == 200
    assert [each["action"] for each in log.events] == ["sign_in", "revoke"]
    assert token not in str(log.events)
