"""Clients: who they may be, what is told of them, and that disabling one acts on its next request."""

import time
from dataclasses import replace
from typing import Any
from uuid import uuid4

import pytest
from fastapi import FastAPI
from joserfc import jwt
from joserfc.jwk import ECKey
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.access.credentials import ASSERTION_TYPE
from tests.support.world import JSON, World, nobody


def key_pair(kid: str = "key-1") -> tuple[ECKey, JSON]:
    key = ECKey.generate_key("P-256", {"kid": kid})
    return key, dict(key.as_dict(private=False))


async def make(world: World, key: str = "police", **fields: Any) -> Any:
    operator = await world.party("operator-operator")
    body = {"organisation_id": world.organisation(key), "functions": ["integration"], **fields}
    return await operator.post("/v1/clients", body)


async def replace_keys(party: Any, client_id: str, *keys: JSON) -> Any:
    path = f"/v1/clients/{client_id}"
    etag = (await party.get(path)).headers["etag"]
    return await party.put(f"{path}/public-keys", {"public_keys": [*keys]}, if_match=etag)


async def signed_in(world: World, client_id: str, key: ECKey) -> int:
    claims = {
        "iss": client_id,
        "sub": client_id,
        "aud": "http://127.0.0.1:8000",
        "exp": int(time.time()) + 50,
        "jti": str(uuid4()),
    }
    assertion = jwt.encode({"alg": "ES256", "kid": key.as_dict()["kid"]}, claims, key)
    form = {"grant_type": "client_credentials", "client_assertion_type": ASSERTION_TYPE, "client_assertion": assertion}
    return (await world.http.post("/oauth/token", data=form)).status_code


def refused(answer: Any) -> list[tuple[str, str]]:
    assert answer.status_code == 422, answer.text
    return [(each["pointer"], each["code"]) for each in answer.json()["errors"]]


async def test_a_party_reads_in_its_own_log_who_was_let_in_on_its_behalf(world: World) -> None:
    operator, police = await world.party("operator-operator"), await world.party("police-coordinator")
    made = (await make(world, with_secret=True)).json()
    path = f"/v1/clients/{made['id']}"
    assert (await operator.act(f"{path}/disable")).status_code == 200
    assert (await replace_keys(operator, made["id"], key_pair()[1])).status_code == 200
    log = (await police.get("/v1/audit-events?category=client&limit=200")).json()["items"]
    told = [(each["client_id"], each["action"]) for each in log if each["record_id"] == made["id"]]
    assert sorted(told) == [("operator", action) for action in ("create", "disable", "replace_keys")]
    elsewhere = await (await world.party("aarhus-coordinator")).get("/v1/audit-events?category=client&limit=200")
    assert made["id"] not in elsewhere.text


async def test_an_ngo_reads_it_on_the_side_that_was_opened(world: World) -> None:
    sides = {track: await world.party(f"tryg-vej-coordinator-{track}") for track in ("victim", "perpetrator")}
    for track, party in sides.items():
        made = (await make(world, "tryg_vej", track=track, with_secret=True)).json()
        for other, reader in sides.items():
            log = (await reader.get("/v1/audit-events?category=client&action=create&limit=200")).json()["items"]
            assert (made["id"] in {each["record_id"] for each in log}) is (reader is party), (track, other)


async def test_who_checks_releases_lets_nobody_in(world: World) -> None:
    officer, police = await world.party("operator-disclosure_officer"), await world.party("police-coordinator")
    body = {"organisation_id": police.organisation_id, "functions": ["coordinator"], "with_secret": True}
    assert (await officer.post("/v1/clients", body)).status_code == 422
    assert (await officer.get("/v1/clients")).json()["items"] == []
    made = (await make(world, with_secret=True)).json()
    assert (await officer.act(f"/v1/clients/{made['id']}/disable")).status_code == 404
    agreement = (await (await world.party("operator-operator")).get("/v1/agreements?limit=1")).json()["items"][0]
    assert (await officer.act(f"/v1/agreements/{agreement['id']}/suspend")).status_code == 404
    assert (await officer.get("/v1/projects")).json()["items"] != []


async def test_a_secret_is_told_once_and_kept_as_a_hash(world: World, superuser: AsyncEngine) -> None:
    operator = await world.party("operator-operator")
    body = {"organisation_id": world.organisation("police"), "functions": ["integration"], "with_secret": True}
    answer = await operator.post("/v1/clients", body, Idempotency_Key="secret-once")
    made = answer.json()
    assert answer.status_code == 201
    assert answer.headers["location"] == f"/v1/clients/{made['id']}"
    assert answer.headers["cache-control"] == "no-store"
    secret = made.pop("client_secret")
    assert len(secret) >= 43

    signed_in = await world.http.post(
        "/oauth/token", data={"grant_type": "client_credentials"}, auth=(made["client_id"], secret)
    )
    assert signed_in.status_code == 200
    one = await operator.get(f"/v1/clients/{made['id']}")
    assert one.json() == made
    assert made["has_secret"] is True
    listed = await operator.get(f"/v1/clients?organisation_id={world.organisation('police')}&enabled=true&limit=1")
    assert listed.json()["items"] == [made]
    for shown in (one.text, listed.text):
        assert "hash" not in shown
        assert "argon2" not in shown

    replay = await operator.post("/v1/clients", body, Idempotency_Key="secret-once")
    assert replay.json() == {**made, "client_secret": secret}
    async with superuser.connect() as connection:
        kept = [*(await connection.execute(text("SELECT client::text FROM client"))).scalars()]
        kept += (await connection.execute(text("SELECT idempotency::text FROM idempotency"))).scalars()
    assert len(kept) > 1
    assert not [row for row in kept if secret in row or secret.encode().hex() in row]


async def test_a_case_system_signs_in_with_its_own_key(world: World) -> None:
    key, public = key_pair()
    made = (await make(world, "aarhus", public_keys=[public], scopes=["citizen:read", "citizen:create"])).json()
    assert made["public_keys"] == [public]
    assert made["client_secret"] is None
    claims = {
        "iss": made["client_id"],
        "sub": made["client_id"],
        "aud": "http://127.0.0.1:8000",
        "exp": int(time.time()) + 50,
        "jti": str(uuid4()),
    }
    assertion = jwt.encode({"alg": "ES256", "kid": "key-1"}, claims, key)
    form = {"grant_type": "client_credentials", "client_assertion_type": ASSERTION_TYPE, "client_assertion": assertion}
    token = await world.http.post("/oauth/token", data=form)
    assert token.status_code == 200, token.text
    assert token.json()["scope"] == "citizen:create citizen:read"


async def test_disabling_acts_on_the_next_request(world: World) -> None:
    operator = await world.party("operator-operator")
    user = await world.user_of(world.organisation("police"), "integration")
    path = f"/v1/clients/{user.client_id}"
    assert (await operator.act(f"{path}/enable")).json()["allowed"] == ["disabled"]
    assert (await user.get("/v1/citizens")).status_code == 200
    began = time.monotonic()
    assert (await operator.act(f"{path}/disable")).json()["enabled"] is False
    answer = await user.get("/v1/citizens")
    assert time.monotonic() - began < 1
    assert answer.status_code == 401
    assert "invalid_token" in answer.headers["www-authenticate"]
    again = await operator.act(f"{path}/disable")
    assert (again.status_code, again.json()["state"], again.json()["allowed"]) == (409, "disabled", ["enabled"])
    assert (await operator.post(f"{path}/enable")).status_code == 428
    assert (await operator.act(f"{path}/enable")).json()["enabled"] is True
    assert (await user.get("/v1/citizens")).status_code == 401


async def test_tokens_from_before_a_disabling_stay_refused(world: World) -> None:
    operator = await world.party("operator-operator")
    made = (await make(world, with_secret=True)).json()
    path = f"/v1/clients/{made['id']}"

    async def reads() -> tuple[dict[str, str], int]:
        form, auth = {"grant_type": "client_credentials"}, (made["client_id"], made["client_secret"])
        token = (await world.http.post("/oauth/token", data=form, auth=auth)).json()["access_token"]
        header = {"authorization": f"Bearer {token}"}
        return header, (await world.http.get("/v1/citizens", headers=header)).status_code

    for _ in range(2):  # the second time within the same second, too
        before, status = await reads()
        assert status == 200
        assert (await operator.act(f"{path}/disable")).status_code == 200
        assert (await operator.act(f"{path}/enable")).status_code == 200
        assert (await world.http.get("/v1/citizens", headers=before)).status_code == 401
    assert (await reads())[1] == 200


async def test_a_client_s_keys_are_changed_without_a_break(world: World) -> None:
    operator = await world.party("operator-operator")
    (old, old_public), (new, new_public) = key_pair("old"), key_pair("new")
    made = (await make(world, public_keys=[old_public])).json()
    id_, client_id = made["id"], made["client_id"]
    assert await signed_in(world, client_id, new) == 401
    both = await replace_keys(operator, id_, old_public, new_public)
    assert (both.status_code, both.json()["public_keys"]) == (200, [old_public, new_public])
    assert [await signed_in(world, client_id, key) for key in (old, new)] == [200, 200]
    assert (await replace_keys(operator, id_, new_public)).status_code == 200
    assert [await signed_in(world, client_id, key) for key in (old, new)] == [401, 200]

    assert refused(await replace_keys(operator, id_, new_public, new_public)) == [("/public_keys/1", "invalid_key")]
    assert (await replace_keys(operator, id_)).status_code == 422
    assert (await replace_keys(operator, id_, *(key_pair(str(each))[1] for each in range(6)))).status_code == 422
    path, body = f"/v1/clients/{id_}/public-keys", {"public_keys": [old_public]}
    assert (await operator.put(path, body)).status_code == 428
    assert (await operator.put(path, body, if_match='"x"')).status_code == 412
    own = (await operator.get("/v1/audit-events?category=client&action=replace_keys&limit=200")).json()["items"]
    assert [each["record_id"] for each in own if each["outcome"] == "done"].count(id_) == 2


async def test_the_operator_s_own_client_stays(world: World, superuser: AsyncEngine) -> None:
    operator = await world.party("operator-operator")
    async with superuser.connect() as connection:
        query = text("SELECT id FROM client WHERE client_id = 'operator-operator'")
        own = (await connection.execute(query)).scalar_one()
    answer = await operator.act(f"/v1/clients/{own}/disable")
    assert (answer.status_code, answer.json()["type"].rpartition("/")[2]) == (409, "own-access")


async def test_an_ngo_s_client_works_in_one_track_that_it_serves(world: World) -> None:
    for track in (None, "perpetrator"):
        assert refused(await make(world, "lysningen", with_secret=True, track=track)) == [
            ("/track", "track_not_served")
        ]
    answer = await make(world, "lysningen", with_secret=True, track="victim")
    assert (answer.status_code, answer.json()["track"]) == (201, "victim")


async def test_the_user_behind_a_client_counts(world: World) -> None:
    organisation = world.organisation("tryg_vej")
    about = {"organisation_id": organisation, "functions": ["caseworker"], "track": "victim"}
    staff = (await world.made("/v1/staff", {**about, "initials": "UB"}))["id"]
    given = {"functions": ["caseworker"], "with_secret": True, "staff_id": staff}
    assert (await make(world, "tryg_vej", **given)).json()["track"] == "victim"
    assert refused(await make(world, "tryg_vej", **given, track="perpetrator")) == [("/track", "track_of_user")]
    other = {**given, "functions": ["coordinator"]}
    assert refused(await make(world, "tryg_vej", **other)) == [("/functions", "function_of_user")]
    assert refused(await make(world, "lysningen", **given)) == [("/staff_id", "unknown_reference")]
    operator = await world.party("operator-operator")
    await operator.act(f"/v1/staff/{staff}/deactivate")
    assert refused(await make(world, "tryg_vej", **given)) == [("/staff_id", "unknown_reference")]


async def test_scopes_and_functions_that_the_boundary_does_not_give(world: World) -> None:
    scopes = ["citizen:read", "session_note:read", "organisation:create"]
    assert refused(await make(world, with_secret=True, scopes=scopes)) == [
        ("/scopes/1", "scope_of_type"),
        ("/scopes/2", "scope_of_type"),
    ]
    assert refused(await make(world, with_secret=True, functions=["disclosure_officer"])) == [
        ("/functions", "function_of_type")
    ]
    assert refused(await make(world, with_secret=True, scopes=["citizen:read", "citizen:read"])) == [
        ("/scopes", "duplicate_item")
    ]


async def test_keys_are_looked_at_before_they_are_taken(world: World) -> None:
    private, public = key_pair()
    assert refused(await make(world)) == [("/public_keys", "no_proof")]
    answer = await make(world, public_keys=[private.as_dict(private=True)])
    assert refused(answer) == [("/public_keys/0", "invalid_key")]
    assert "private key" in answer.json()["errors"][0]["message"]
    assert str(private.as_dict(private=True)["d"]) not in answer.text
    assert refused(await make(world, public_keys=[public, public])) == [("/public_keys/1", "invalid_key")]
    p384 = ECKey.generate_key("P-384", {"kid": "k"}).as_dict(private=False)
    assert refused(await make(world, public_keys=[public, p384])) == [("/public_keys/1", "invalid_key")]
    assert refused(await make(world, public_keys=["text"]))[0][0] == "/public_keys/0"
    off_curve = {**public, "x": public["y"], "y": public["x"]}
    assert refused(await make(world, public_keys=[off_curve])) == [("/public_keys/0", "invalid_key")]


async def test_secrets_are_for_the_demo_only(world: World, app: FastAPI, monkeypatch: pytest.MonkeyPatch) -> None:
    services = app.state.services
    production = replace(services, settings=services.settings.model_copy(update={"chosen_mode": "production"}))
    operator = await world.party("operator-operator")
    monkeypatch.setitem(app.state._state, "services", production)
    body = {"organisation_id": world.organisation("police"), "functions": ["integration"], "with_secret": True}
    assert refused(await operator.post("/v1/clients", body)) == [("/with_secret", "demo_only")]


@pytest.mark.parametrize("client", ["police-coordinator", "agency-secretary", "vive-researcher", "trainer-secretary"])
async def test_nobody_else_knows_of_clients(world: World, client: str) -> None:
    party = await world.party(client)
    made = (await make(world, with_secret=True)).json()
    assert (await party.get("/v1/clients")).status_code == 403
    assert (await party.get(f"/v1/clients/{made['id']}")).status_code == 403
    assert (await party.act(f"/v1/clients/{made['id']}/disable")).status_code == 403
    keys = {"public_keys": [key_pair()[1]]}
    assert (await party.put(f"/v1/clients/{made['id']}/public-keys", keys, if_match='"x"')).status_code == 403
    body = {"organisation_id": party.organisation_id, "functions": ["integration"], "with_secret": True}
    assert (await party.post("/v1/clients", body)).status_code == 403


async def test_clients_that_are_not_there(world: World) -> None:
    operator = await world.party("operator-operator")
    assert (await operator.get(f"/v1/clients/{nobody()}")).status_code == 404
    assert (await operator.post(f"/v1/clients/{nobody()}/disable", if_match='"x"')).status_code == 404
    body = {"organisation_id": nobody(), "functions": ["integration"], "with_secret": True}
    assert refused(await operator.post("/v1/clients", body)) == [("/organisation_id", "unknown_reference")]
