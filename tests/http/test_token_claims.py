"""Tokens of the server's own key that say something else of their client than the database does."""

from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.auth.keys import SigningKey
from tests.support.tokens import claims_of, signed, twin
from tests.support.world import Party, World, nobody


async def me(world: World, token: str) -> httpx.Response:
    return await world.http.get("/v1/me", headers={"authorization": f"Bearer {token}"})


def outdated(answer: httpx.Response) -> bool:
    """Whether the answer is the one that says to get a new token."""
    assert answer.status_code == 401, answer.text
    assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
    assert answer.headers["content-type"] == "application/problem+json"
    return bool(answer.json()["type"].endswith("/token-outdated")) and "Get a new token" in answer.json()["detail"]


def key_of(app: FastAPI) -> SigningKey:
    key: SigningKey = app.state.services.keys.current().signing_key
    return key


OTHERWISE: dict[str, Any] = {
    "more functions": {"roles": ["caseworker", "coordinator"]},
    "another function": {"roles": ["operator"]},
    "no function": {"roles": []},
    "the other track": {"track": "perpetrator"},
    "no track": {"track": None},
    "another type of organisation": {"organisation_type": "municipality"},
    "the operator's type": {"organisation_type": "operator"},
    "an organisation that is none": {"organisation_id": nobody()},
    "a subject that is none": {"sub": nobody()},
    "the client as its own subject": {"sub": "tryg-vej-coordinator-victim"},
}


@pytest.mark.parametrize("changes", OTHERWISE.values(), ids=OTHERWISE)
async def test_what_a_token_says_of_its_client_is_what_the_database_says(
    app: FastAPI, world: World, changes: dict[str, Any]
) -> None:
    token = (await world.party("tryg-vej-coordinator-victim")).token
    assert (await me(world, signed(key_of(app), token))).status_code == 200
    assert outdated(await me(world, signed(key_of(app), token, **changes)))


async def test_another_client_organisation_or_user_that_is_there(app: FastAPI, world: World) -> None:
    own, other = await world.party("aarhus-coordinator"), await world.party("randers-coordinator")
    theirs = claims_of(other.token)
    for name in ("client_id", "organisation_id", "sub"):
        assert outdated(await me(world, signed(key_of(app), own.token, **{name: theirs[name]}))), name
    colleague = claims_of((await world.party("aarhus-caseworker")).token)
    assert outdated(await me(world, signed(key_of(app), own.token, sub=colleague["sub"])))


async def test_the_evaluators_login_is_not_lent_by_a_token(app: FastAPI, world: World) -> None:
    vive = (await world.party("vive-researcher")).token
    assert (await me(world, signed(key_of(app), vive))).status_code == 200
    for other in ("police_district", "operator", "agency"):
        assert outdated(await me(world, signed(key_of(app), vive, organisation_type=other))), other
    # That login knows of no client but the evaluator's own.
    police = (await world.party("police-coordinator")).token
    refused = await me(world, signed(key_of(app), police, organisation_type="evaluator"))
    assert (refused.status_code, refused.json()["type"].rpartition("/")[2]) == (401, "unauthenticated")


async def test_a_token_carries_no_more_than_was_chosen_for_its_client(app: FastAPI, world: World) -> None:
    narrow = await world.user_of(world.organisation("aarhus"), "integration", scopes=["citizen:read", "contact:read"])
    assert (await me(world, signed(key_of(app), narrow.token, scope="contact:read"))).status_code == 200
    assert outdated(await me(world, signed(key_of(app), narrow.token, scope="citizen:read contact:read identity:read")))
    system = await world.party("tryg-vej-integration-victim")  # nothing chosen: all, but session notes
    assert outdated(await me(world, signed(key_of(app), system.token, scope="citizen:read session_note:read")))


async def _change(superuser: AsyncEngine, party: Party, statement: str) -> None:
    async with superuser.begin() as connection:
        await connection.execute(text(statement), {"client": party.client_id, "staff": party.staff_id})


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE staff SET functions = '{caseworker}' WHERE id = :staff",
        "UPDATE staff SET functions = '{}' WHERE id = :staff",
        "UPDATE client SET functions = '{caseworker}' WHERE client_id = :client",
        "UPDATE staff SET track = 'perpetrator' WHERE id = :staff",
        "UPDATE client SET scopes = '{citizen:read}' WHERE client_id = :client",
    ],
)
async def test_what_is_changed_acts_on_the_next_request(world: World, superuser: AsyncEngine, statement: str) -> None:
    user = await world.user_of(world.organisation("tryg_vej"), "coordinator", "victim")
    assert (await user.get("/v1/me")).status_code == 200
    await _change(superuser, user, statement)
    assert outdated(await user.get("/v1/me"))
    assert outdated(await user.get("/v1/citizens"))


async def test_a_new_token_says_what_was_changed(world: World, superuser: AsyncEngine) -> None:
    made = await world.made(
        "/v1/clients",
        {"organisation_id": world.organisation("aarhus"), "functions": ["integration"], "with_secret": True},
    )
    proof = (made["client_id"], made["client_secret"])

    async def token() -> str:
        answer = await world.http.post("/oauth/token", data={"grant_type": "client_credentials"}, auth=proof)
        return str(answer.json()["access_token"])

    old = await token()
    party = Party(world.http, made["client_id"], world.organisation("aarhus"), old)
    await _change(superuser, party, "UPDATE client SET track = 'victim' WHERE client_id = :client")
    assert outdated(await me(world, old))
    told = await world.http.post("/oauth/introspect", data={"token": old}, auth=proof)
    assert told.json() == {"active": False}
    new = await me(world, await token())
    assert (new.status_code, new.json()["track"]) == (200, "victim")


async def test_a_disabled_client_is_not_told_to_get_a_new_token(app: FastAPI, world: World) -> None:
    user = await world.user_of(world.organisation("aarhus"), "caseworker")
    operator = await world.party("operator-operator")
    assert (await operator.act(f"/v1/staff/{user.staff_id}/deactivate")).status_code == 200
    for token in (user.token, signed(key_of(app), user.token, roles=["coordinator"])):
        answer = await me(world, token)
        assert answer.status_code == 401
        assert answer.json()["type"].endswith("/unauthenticated")


async def test_the_twin_of_a_revoked_token_is_revoked(world: World) -> None:
    # Another text, the same token: (r, n - s) verifies wherever (r, s) does.
    token = await world.token("favrskov-caseworker")
    other = twin(token)
    assert (await me(world, token)).status_code == (await me(world, other)).status_code == 200
    assert other != token
    credential = next(each for each in world.loaded.credentials if each.client_id == "favrskov-caseworker")
    proof = (credential.client_id, credential.client_secret)
    assert (await world.http.post("/oauth/revoke", data={"token": other}, auth=proof)).status_code == 200
    for each in (token, other):
        assert (await me(world, each)).status_code == 401
