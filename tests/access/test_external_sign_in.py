"""A user of another identity provider: what its token says, and what is registered here, and never more than both."""

import dataclasses
import time
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import httpx
import pytest
from fastapi import FastAPI
from stdnum.dk import cvr as cvr_numbers
from structlog.testing import capture_logs

from app.auth.external import ExternalTokens
from app.auth.issuers import load_issuers
from app.auth.key_sets import COOLDOWN_SECONDS
from tests.audit.support import recording
from tests.integration.imports.support import imported, lines, references
from tests.support.identity_provider import IdentityProvider, serving
from tests.support.statements import statements
from tests.support.world import JSON, Party, World

CVRS = (str(number) for number in range(40_000_000, 50_000_000) if cvr_numbers.is_valid(str(number)))
SUBJECT = "8b2c51d0-6a1e-4b0c-9d9c-2f3c1d7b5a10"


@pytest.fixture
def broker() -> IdentityProvider:
    return IdentityProvider()


@pytest.fixture
async def trusted(app: FastAPI, broker: IdentityProvider, tmp_path: Path) -> AsyncIterator[ExternalTokens]:
    """The application, believing the broker."""
    path, usual = tmp_path / "issuers.toml", app.state.services
    path.write_text(broker.configuration(), encoding="utf-8")
    external = ExternalTokens(load_issuers(path, own=usual.settings.issuer), transport=serving(broker))
    app.state.services = dataclasses.replace(usual, external=external)
    yield external
    app.state.services = usual
    await external.close()


@dataclass
class Employed:
    """Somebody of an organisation of its own, registered for the broker's user."""

    world: World
    broker: IdentityProvider
    integration: Party
    agreement: JSON
    cvr: str
    staff: JSON
    client: JSON
    subject: str

    async def ask(self, path: str = "/v1/me", *roles: str, **claims: Any) -> httpx.Response:
        told = {"sub": self.subject, "cvr": self.cvr, **claims}
        signed = self.broker.sign({**self.broker.claims("", "", *(roles or ("worker",))), **told})
        return await self.world.http.get(path, headers={"authorization": f"Bearer {signed}"})

    async def status(self, path: str = "/v1/me", *roles: str, **claims: Any) -> int:
        answer = await self.ask(path, *roles, **claims)
        if answer.status_code == 401:
            assert answer.json()["type"].endswith("/unauthenticated")
            assert answer.headers["www-authenticate"] == 'Bearer error="invalid_token"'
        return answer.status_code


async def employed(world: World, broker: IdentityProvider, *, with_number: bool = True, **more: Any) -> Employed:
    cvr = next(CVRS)
    subject = f"{SUBJECT[:-8]}{cvr}"
    side, agreement = await world.newcomer("ngo", cvr=cvr if with_number else None)
    organisation = {"organisation_id": side.organisation_id}
    staff = {"initials": "ÅÆ", "track": "victim", "functions": ["caseworker", "coordinator"], **organisation}
    member = await world.made("/v1/staff", staff)
    about = {
        **organisation,
        "staff_id": member["id"],
        "functions": ["caseworker", "coordinator"],
        "external_identity": {"issuer": broker.issuer, "subject": subject},
        **more,
    }
    return Employed(world, broker, side, agreement, cvr, member, await world.made("/v1/clients", about), subject)


async def test_a_user_is_who_is_registered_with_what_both_say(
    world: World, app: FastAPI, broker: IdentityProvider, trusted: ExternalTokens, superuser: Any
) -> None:
    user = await employed(world, broker)
    me = (await user.ask("/v1/me", "worker", "cleaner")).json()
    assert (me["client_id"], me["staff_id"]) == (user.client["client_id"], user.staff["id"])
    assert (me["organisation"]["id"], me["track"]) == (user.integration.organisation_id, "victim")
    assert me["roles"] == ["caseworker"], "registered as coordinator too, but the broker does not say so today"
    both = (await user.ask("/v1/me", "worker", "leader-victim")).json()
    assert both["roles"] == ["caseworker", "coordinator"]

    person = Party(world.http, user.client["client_id"], user.integration.organisation_id, token="")
    async with recording(superuser, person) as log:
        answer = await user.ask("/v1/citizens")
    assert answer.status_code == 200
    assert answer.headers["ratelimit"].startswith('"client";r=')
    assert [(each["client_id"], str(each["staff_id"])) for each in log.events] == [(person.client_id, user.staff["id"])]
    assert broker.fetches == 1
    introspected = await world.http.post(
        "/oauth/introspect",
        data={"token": broker.token(user.subject, user.cvr, "worker")},
        auth=next((each.client_id, each.client_secret) for each in world.loaded.credentials),
    )
    assert introspected.json() == {"active": False}, "it is not of our issuing"
    with statements(app) as seen:
        assert await user.status("/v1/me", loa="https://data.gov.dk/concept/core/nsis/loa/Low") == 401
    assert not seen, "what is not believed is looked up nowhere"


async def test_what_the_database_does_not_say_the_token_cannot(
    world: World, broker: IdentityProvider, trusted: ExternalTokens
) -> None:
    user, other = await employed(world, broker), await employed(world, broker)
    only = await employed(world, broker, functions=["caseworker"])
    assert (await only.ask("/v1/me", "worker", "leader-victim")).json()["roles"] == ["caseworker"]
    refused = {
        "nothing is left of the functions": await only.status("/v1/me", "leader-victim"),
        "no function": await user.status("/v1/me", "cleaner"),
        "unknown user": await user.status("/v1/me", sub="somebody"),
        "another organisation's number": await user.status("/v1/me", cvr=other.cvr),
        "a number that nobody has": await user.status("/v1/me", cvr=next(CVRS)),
        "our client's name": await user.status("/v1/me", sub=user.client["client_id"]),
    }
    assert refused == dict.fromkeys(refused, 401)


async def test_the_log_says_why_one_is_refused_and_nothing_of_whom(
    world: World, broker: IdentityProvider, trusted: ExternalTokens
) -> None:
    """The answer is the same for all of them; whoever connects a broker has to find out which it is."""
    user = await employed(world, broker)
    tried: dict[str, dict[str, Any]] = {
        "assurance": {"loa": "https://data.gov.dk/concept/core/nsis/loa/Low"},
        "claim_aud": {"aud": "somebody-else"},
        "organisation": {"cvr": "12345678"},
        "no_such_client": {"sub": "somebody"},
        "functions": {"privileges": {"list": ["cleaner"]}},
    }
    for reason, claims in tried.items():
        with capture_logs() as logged:
            assert await user.status(**claims) == 401
        said = [each for each in logged if each["event"] == "issuer_token_refused"]
        assert [(each["issuer"], each["reason"]) for each in said] == [("broker", reason)]
        assert not {user.subject, user.cvr, "somebody", "12345678"} & {str(value) for value in said[0].values()}
    with capture_logs() as logged:
        assert await user.status(iss="https://unknown.example") == 401
    assert "issuer_token_refused" not in {each["event"] for each in logged}, "it is nobody's whom we know"


async def test_a_token_is_not_called_wrong_while_the_keys_cannot_be_had(
    world: World, broker: IdentityProvider, trusted: ExternalTokens
) -> None:
    """A screen throws away what is 401, and sends its user to sign in at a provider that is away."""
    user = await employed(world, broker)
    broker.mood = "down"
    refused = await user.ask()
    assert (refused.status_code, refused.json()["type"].rsplit("/", 1)[-1]) == (503, "unavailable")
    assert 0 < int(refused.headers["retry-after"]) <= COOLDOWN_SECONDS
    assert "identity provider" in refused.json()["detail"]
    assert await user.status(iss="https://unknown.example") == 401, "of an issuer that nobody configured"
    assert (await user.integration.get("/v1/me")).status_code == 200, "nobody else is touched"


async def test_a_branch_without_a_number_of_its_own(
    world: World, app: FastAPI, broker: IdentityProvider, trusted: ExternalTokens, tmp_path: Path
) -> None:
    """It is named by another claim, whatever number the whole has; and is no more than itself."""
    branch, whole = await employed(world, broker, with_number=False), await employed(world, broker)
    path, usual = tmp_path / "units.toml", app.state.services
    claims = '{ organisation = "cvr", assurance = "loa", role = ["privileges", "list"], unit = ["unit", "id"] }'
    units = f'{{ "north" = "{branch.integration.organisation_id}" }}'
    path.write_text(broker.configuration(claims=claims, units=units), encoding="utf-8")
    external = ExternalTokens(load_issuers(path, own=usual.settings.issuer), transport=serving(broker))
    app.state.services = dataclasses.replace(usual, external=external)
    try:
        me = (await branch.ask(cvr=whole.cvr, unit={"id": "north"})).json()
        assert me["organisation"]["id"] == branch.integration.organisation_id
        assert await branch.status(cvr=None, unit={"id": "north"}) == 200
        assert await whole.status(unit={"id": "south"}) == 200
        refused = {
            "the branch's user as the whole's": await branch.status(cvr=whole.cvr),
            "a unit that is not named": await branch.status(cvr=whole.cvr, unit={"id": "south"}),
            "the whole's user in the branch": await whole.status(unit={"id": "north"}),
            "an id in place of a number": await branch.status(cvr=branch.integration.organisation_id),
        }
        assert refused == dict.fromkeys(refused, 401)
    finally:
        app.state.services = usual
        await external.close()


async def test_what_they_import_goes_on_with_what_the_token_confirmed(
    world: World, app: FastAPI, broker: IdentityProvider, trusted: ExternalTokens
) -> None:
    user = await employed(world, broker)
    told = broker.claims(user.subject, user.cvr, "leader-victim")  # a caseworker too, but that it does not say
    party = Party(world.http, user.client["client_id"], user.integration.organisation_id, broker.sign(told))
    row = {"external_reference": references(1)[0], "project_id": user.agreement["project_id"], "track": "victim"}
    done = await imported(app, party, lines([row]))
    assert (done["status"], done["error"], done["counts"]["created"]) == ("completed", None, 1)


async def test_what_changes_here_acts_on_the_next_request(
    world: World, broker: IdentityProvider, trusted: ExternalTokens
) -> None:
    operator = await world.party("operator-operator")
    user = await employed(world, broker)
    assert await user.status("/v1/citizens") == 200

    agreement = f"/v1/agreements/{user.agreement['id']}"
    assert (await operator.act(f"{agreement}/suspend")).status_code == 200
    answer = await user.ask("/v1/citizens")
    assert (answer.status_code, answer.json()["type"].rpartition("/")[2]) == (403, "agreement-not-in-force")
    assert (await operator.act(f"{agreement}/resume")).status_code == 200

    staff = f"/v1/staff/{user.staff['id']}"
    for action, status in (("deactivate", 401), ("activate", 200)):
        assert (await operator.act(f"{staff}/{action}")).status_code == 200
        assert await user.status() == status

    client = f"/v1/clients/{user.client['id']}"
    claims = broker.claims(user.subject, user.cvr)
    for action in ("disable", "enable"):
        assert (await operator.act(f"{client}/{action}")).status_code == 200
        assert await user.status("/v1/me", iat=claims["iat"]) == 401, "a token from before stays refused"
    later = {"iat": int(time.time()) + 2, "exp": int(time.time()) + 200}  # as of a clock that is a little ahead
    assert await user.status("/v1/me", **later) == 200

    organisation = f"/v1/organisations/{user.integration.organisation_id}"
    deactivated = await operator.act(f"{organisation}/deactivate")
    assert deactivated.status_code == 200, deactivated.text
    assert await user.status("/v1/me", **later) == 401


async def test_a_client_is_registered_for_one_user_of_a_known_issuer(
    world: World, broker: IdentityProvider, trusted: ExternalTokens
) -> None:
    operator = await world.party("operator-operator")
    user = await employed(world, broker)
    shown = (await operator.get(f"/v1/clients/{user.client['id']}")).json()
    assert shown["external_identity"] == {"issuer": broker.issuer, "subject": user.subject}
    assert (shown["has_secret"], shown["public_keys"]) == (False, [])

    key = {"kty": "EC", "crv": "P-256", "kid": "2026-01"}
    key |= {"x": "f83OJ3D2xF1Bg8vub9tLe1gHMzV76e8Tus9uPHvRVEU", "y": "x_FEzRu9m36HLN_tue659LNpXW6pCyStikYjKIWI5a0"}
    body = {"organisation_id": user.integration.organisation_id, "functions": ["integration"], "track": "victim"}
    identity = {"issuer": broker.issuer, "subject": "another"}
    for changes, pointer, code in (
        (
            {"external_identity": {**identity, "issuer": "https://x.example"}},
            "/external_identity/issuer",
            "unknown_issuer",
        ),
        ({"external_identity": identity, "public_keys": [key]}, "/external_identity", "one_proof"),
        ({"external_identity": identity, "with_secret": True}, "/external_identity", "one_proof"),
    ):
        answer = await operator.post("/v1/clients", {**body, **changes})
        assert answer.status_code == 422
        assert [(each["pointer"], each["code"]) for each in answer.json()["errors"]] == [(pointer, code)]
    twice = await operator.post("/v1/clients", {**body, "external_identity": {**identity, "subject": user.subject}})
    assert twice.status_code == 409
    path = f"/v1/clients/{user.client['id']}"
    etag = (await operator.get(path)).headers["etag"]
    answer = await operator.put(f"{path}/public-keys", {"public_keys": [key]}, if_match=etag)
    assert (answer.status_code, answer.json()["errors"][0]["code"]) == (422, "one_proof")
    basic = await world.http.post(
        "/oauth/token", data={"grant_type": "client_credentials"}, auth=(user.client["client_id"], "")
    )
    assert basic.status_code == 401, "it has no proof of its own"


async def test_nobody_elses_token_is_believed_unless_it_is_configured(
    world: World, broker: IdentityProvider, app: FastAPI
) -> None:
    assert not app.state.services.external.issuers
    token = broker.token(SUBJECT, "13585628", "worker")
    answer = await world.http.get("/v1/me", headers={"authorization": f"Bearer {token}"})
    assert (answer.status_code, broker.fetches) == (401, 0)
