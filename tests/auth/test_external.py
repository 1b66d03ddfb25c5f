"""Tokens of other issuers: what is believed, and everything that must not be; keys that are fetched decently."""

import asyncio
import base64
import json
import ssl
import time
from collections.abc import Callable, Collection
from pathlib import Path
from typing import Any

import pytest
from joserfc import jwt
from joserfc.jwk import KeySet

from app.auth._compact import RefusedError
from app.auth.external import ExternalTokens
from app.auth.issuers import Issuer, IssuersError, load_issuers
from app.auth.key_sets import COOLDOWN_SECONDS, FRESH_SECONDS, KEPT_SECONDS, FetchedKeys, NoKeysError, fetch
from app.auth.tokens import InvalidToken
from app.cli.doctor import of_issuers
from app.settings import Settings
from tests.integration.receivers import certificate
from tests.support.assertions import public_jwk
from tests.support.identity_provider import AUDIENCE, IdentityProvider, rsa_jwk, rsa_key, serving
from tests.support.server import ROOT
from tests.support.tokens import compact, raw_signer

CVR = "13585628"
OWN = "http://127.0.0.1:8000"


class Clock:
    now = 1000.0

    def __call__(self) -> float:
        return self.now


def issuers_of(folder: Path, *configurations: str) -> tuple[Issuer, ...]:
    path = folder / "issuers.toml"
    path.write_text("\n".join(configurations), encoding="utf-8")
    return load_issuers(path, own=OWN)


@pytest.fixture
def broker() -> IdentityProvider:
    return IdentityProvider()


@pytest.fixture
def tokens(broker: IdentityProvider, tmp_path: Path) -> ExternalTokens:
    return ExternalTokens(issuers_of(tmp_path, broker.configuration()), transport=serving(broker))


async def reason(tokens: ExternalTokens, token: str) -> str:
    with pytest.raises(InvalidToken) as caught:
        await tokens.verify(token, now=time.time())
    return caught.value.reason


@pytest.mark.parametrize("algorithm", ["RS256", "PS256", "ES256"])
async def test_what_it_says_is_read(broker: IdentityProvider, tokens: ExternalTokens, algorithm: str) -> None:
    claims = broker.claims("user-1", f"DK{CVR}", "worker", "other")
    token = broker.sign(claims, algorithm)
    told = await tokens.verify(token, now=time.time())
    assert (told.subject, told.organisation, set(told.roles)) == ("user-1", CVR, {"worker", "other"})
    assert told.issuer.functions(told.roles, None) == {"caseworker"}
    assert told.issuer.functions(frozenset({"leader-victim"}), "perpetrator") == frozenset()
    assert told.issuer.functions(frozenset({"leader-victim"}), "victim") == {"coordinator"}
    assert jwt.decode(token, KeySet.import_key_set(broker.jwks()), algorithms=[algorithm]).claims == claims  # type: ignore[arg-type]
    assert broker.fetches == 1


Forgery = Callable[[IdentityProvider], str]


def claimed(**changes: Any) -> Forgery:
    return lambda broker: broker.token("user-1", CVR, "worker", **changes)


def headed(**header: Any) -> Forgery:
    return lambda broker: broker.sign(broker.claims("user-1", CVR, "worker"), **header)


def hmac_with_the_public_key(broker: IdentityProvider) -> str:
    import hashlib
    import hmac

    public = base64.urlsafe_b64decode(broker.jwks()["keys"][0]["n"] + "==")
    header = {"alg": "HS256", "typ": "at+jwt", "kid": "rsa-1"}
    return compact(header, broker.claims("u", CVR, "worker"), lambda text: hmac.digest(public, text, hashlib.sha256))


def unsigned(broker: IdentityProvider) -> str:
    return compact({"alg": "none", "typ": "at+jwt", "kid": "rsa-1"}, broker.claims("u", CVR, "worker"), lambda _: b"")


NOW = int(time.time())
REFUSED: dict[str, tuple[Forgery, str]] = {
    "another audience": (claimed(aud="somebody-else"), "claim_aud"),
    "an audience among others": (claimed(aud=[AUDIENCE, "somebody-else"]), "claim_aud"),
    "no audience": (claimed(aud=None), "claim_aud"),
    "an unknown issuer": (claimed(iss="https://unknown.example"), "claim_iss"),
    "the issuer with a slash": (claimed(iss="https://broker.example/"), "claim_iss"),
    "issuers in a list": (claimed(iss=["https://broker.example"]), "claim_iss"),
    "low assurance": (claimed(loa="https://data.gov.dk/concept/core/nsis/loa/Low"), "assurance"),
    "no assurance": (claimed(loa=None), "claim_mapped"),
    "assurance that is a number": (claimed(loa=3), "claim_mapped"),
    "an hour": (claimed(exp=NOW + 3600), "lifetime"),
    "no end": (claimed(exp=None), "claim_exp"),
    "an end that is text": (claimed(exp=str(NOW + 60)), "claim_exp"),
    "over": (claimed(iat=NOW - 900, exp=NOW - 600), "expired"),
    "no beginning": (claimed(iat=None), "claim_iat"),
    "to come": (claimed(nbf=NOW + 900), "ahead_nbf"),
    "no name": (claimed(jti=None), "claim_mapped"),
    "no user": (claimed(sub=None), "claim_mapped"),
    "a user with a line break": (claimed(sub="user-1\n"), "claim_mapped"),
    "no organisation": (claimed(cvr=None), "claim_mapped"),
    "an organisation that is none": (claimed(cvr="12345678"), "organisation"),
    "roles that are none": (claimed(privileges={"list": [1]}), "claim_mapped"),
    "roles elsewhere": (claimed(privileges=["worker"]), "claim_mapped"),
    "unsigned": (unsigned, "shape"),
    "HMAC with the public key": (hmac_with_the_public_key, "signature_shape"),
    "another type": (headed(typ="JWT"), "typ"),
    "no type": (headed(typ=None), "typ"),
    "RS512": (headed(alg="RS512"), "alg"),
    "a key in the header": (headed(jwk={"kty": "RSA"}), "header_members"),
    "a key's address in the header": (headed(jku="https://elsewhere.example"), "header_members"),
    "something critical": (headed(crit=["b64"]), "header_members"),
    "the kid of the other kind": (headed(kid="ec-1"), "key_alg"),
    "an algorithm of the other kind": (headed(alg="ES256", kid="rsa-1"), "key_alg"),
    "PS256 for a signature by RS256": (headed(alg="PS256"), "signature"),
    "an unknown kid": (headed(kid="rsa-9"), "kid"),
}


@pytest.mark.parametrize("name", REFUSED)
async def test_what_must_not_be_believed(broker: IdentityProvider, tokens: ExternalTokens, name: str) -> None:
    forge, why = REFUSED[name]
    assert await reason(tokens, forge(broker)) == why


async def test_one_issuers_key_signs_nothing_for_another(broker: IdentityProvider, tmp_path: Path) -> None:
    """Nor is an algorithm of the one the other's; and a kid is looked for among its own issuer's keys alone."""
    other = IdentityProvider("other")
    only = other.configuration(algorithms='["ES256"]')
    tokens = ExternalTokens(issuers_of(tmp_path, broker.configuration(), only), transport=serving(broker, other))
    assert (
        await tokens.verify(other.sign(other.claims("u", CVR, "worker"), "ES256"), now=time.time())
    ).organisation == CVR

    assert await reason(tokens, broker.token("u", CVR, "worker", iss=other.issuer)) == "alg"
    forged = broker.sign(broker.claims("u", CVR, "worker", iss=other.issuer), "ES256")
    assert await reason(tokens, forged) == "signature", "both call their key ec-1"
    broker.rotate()
    forged = broker.sign(broker.claims("u", CVR, "worker", iss=other.issuer), "ES256")
    assert await reason(tokens, forged) == "kid"


async def test_keys_that_are_not_for_this_are_passed_over(broker: IdentityProvider, tokens: ExternalTokens) -> None:
    key, ec = rsa_key(7), public_jwk(broker._p256().public_key(), "x")
    broker.more_keys = [
        rsa_jwk(key, "for encryption", use="enc"),
        rsa_jwk(key, "to sign with", key_ops=["sign"]),
        rsa_jwk(key, "for another algorithm", alg="RS512"),
        rsa_jwk(key, "private", d="AQAB"),
        rsa_jwk(rsa_key(8, 1024), "short"),
        rsa_jwk(key, "twice"),
        {**ec, "kid": "twice"},
        {**ec, "kid": "off the curve", "y": ec["x"]},
        {**ec, "kid": "another curve", "crv": "P-384"},
        {"kty": "oct", "kid": "symmetric", "k": "AQAB"},
        rsa_jwk(key, ""),
        {"kty": "RSA", "kid": "empty"},
    ]
    for jwk in broker.more_keys:
        token = broker.sign(broker.claims("u", CVR, "worker"), kid=jwk["kid"])
        assert await reason(tokens, token) == "kid", jwk["kid"]
    assert (await tokens.verify(broker.token("u", CVR, "worker"), now=time.time())).organisation == CVR
    assert broker.fetches == 1


async def test_a_new_key_is_found_and_fetching_is_bounded(broker: IdentityProvider, tmp_path: Path) -> None:
    clock = Clock()
    (issuer,) = issuers_of(tmp_path, broker.configuration())
    keys = FetchedKeys(issuer, transport=serving(broker), monotonic=clock)
    found = await asyncio.gather(*(keys.find("rsa-1") for _ in range(20)))
    assert all(found)
    assert broker.fetches == 1, "many at once wait for one fetch"

    broker.rotate()
    assert [await keys.find(kid) for kid in ("rsa-2", "rsa-7", "made up")] == [None] * 3
    assert broker.fetches == 1, "not within the cooldown, whatever kid is asked for"
    clock.now += COOLDOWN_SECONDS
    assert await keys.find("rsa-2")
    assert await keys.find("rsa-1") is None, "what the issuer withdrew is gone"
    assert broker.fetches == 2

    broker.rotate()
    clock.now += FRESH_SECONDS + 1
    assert await keys.find("rsa-2"), "known, so nobody waits"
    await asyncio.gather(*(each for each in asyncio.all_tasks() if each is not asyncio.current_task()))
    assert (await keys.find("rsa-2"), broker.fetches) == (None, 3)
    await keys.close()


@pytest.mark.parametrize("mood", ["down", "slow", "huge", "redirecting", "garbage"])
async def test_old_keys_serve_while_new_ones_cannot_be_had(broker: IdentityProvider, tmp_path: Path, mood: Any) -> None:
    clock = Clock()
    (issuer,) = issuers_of(tmp_path, broker.configuration())
    keys = FetchedKeys(issuer, transport=serving(broker), monotonic=clock, deadline=0.05)
    assert await keys.find("rsa-1")
    broker.mood = mood
    for _ in range(3):
        clock.now += FRESH_SECONDS + 1
        assert await keys.find("rsa-1")
        assert await keys.find("made up") is None
    assert broker.fetches == 4
    clock.now += KEPT_SECONDS
    with pytest.raises(NoKeysError) as caught:
        await keys.find("rsa-1")
    assert 0 < caught.value.wait <= COOLDOWN_SECONDS, "for a day, and not longer; then nothing is known of any"
    broker.mood, clock.now = "well", clock.now + COOLDOWN_SECONDS
    assert await keys.find("rsa-1")


async def test_keys_may_stand_in_the_file(broker: IdentityProvider, tmp_path: Path) -> None:
    jwk = rsa_jwk(broker._rsa(), "rsa-1")
    written = ", ".join(f"{name} = {json.dumps(value)}" for name, value in jwk.items())
    issuers = issuers_of(tmp_path, broker.configuration(jwks_url="", keys=f"[{{ {written} }}]"))
    tokens = ExternalTokens(issuers, transport=serving(broker))
    assert (await tokens.verify(broker.token("u", CVR, "worker"), now=time.time())).subject == "u"
    assert broker.fetches == 0


async def test_an_organisation_may_have_another_name(broker: IdentityProvider, tmp_path: Path) -> None:
    """As a tenant of Entra ID has; then its CVR number is not taken from the token."""
    tokens = ExternalTokens(
        issuers_of(tmp_path, broker.configuration(organisations=f'{{ "tenant-1" = "{CVR}" }}')),
        transport=serving(broker),
    )
    assert (await tokens.verify(broker.token("u", "tenant-1", "worker"), now=time.time())).organisation == CVR
    assert await reason(tokens, broker.token("u", CVR, "worker")) == "organisation"


async def test_keys_are_fetched_through_a_configured_proxy_alone(
    broker: IdentityProvider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The environment is others' to set, and who is asked for the keys decides whose tokens are believed."""
    asked: list[bytes] = []

    async def proxy(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        asked.append(await reader.readline())
        writer.close()

    server = await asyncio.start_server(proxy, "127.0.0.1", 0)
    url = f"http://127.0.0.1:{server.sockets[0].getsockname()[1]}"
    for name in ("HTTPS_PROXY", "ALL_PROXY"):
        monkeypatch.setenv(name, url)
    keys_at = {"jwks_url": '"https://127.0.0.1:1/jwks"'}
    for more, connections in (({}, []), ({"proxy": f'"{url}"'}, [b"CONNECT 127.0.0.1:1 HTTP/1.1\r\n"])):
        (issuer,) = issuers_of(tmp_path, broker.configuration(**keys_at, **more))
        with pytest.raises(NoKeysError):
            await FetchedKeys(issuer).find("rsa-1")
        assert asked == connections
    server.close()
    await server.wait_closed()


async def test_an_authority_of_ones_own_may_vouch_and_then_no_other(
    broker: IdentityProvider, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Over a real connection: by the configuration alone, whatever the environment says of certificates."""
    body = json.dumps(broker.jwks()).encode()

    async def answer(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        await reader.readuntil(b"\r\n\r\n")
        writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: %d\r\n\r\n" % len(body) + body)
        await writer.drain()
        writer.close()

    tls, file = ssl.create_default_context(ssl.Purpose.CLIENT_AUTH), certificate("localhost", tmp_path)
    tls.load_cert_chain(file)
    monkeypatch.setenv("SSL_CERT_FILE", str(file))
    server = await asyncio.start_server(answer, "127.0.0.1", 0, ssl=tls)
    port = server.sockets[0].getsockname()[1]

    async def keys(host: str, **more: str) -> Collection[str]:
        (issuer,) = issuers_of(tmp_path, broker.configuration(jwks_url=f'"https://{host}:{port}/jwks"', **more))
        return await fetch(issuer)

    assert {*await keys("localhost", ca_file=f'"{file}"')} == {"rsa-1", "ec-1"}
    for host, more in (("localhost", {}), ("127.0.0.1", {"ca_file": f'"{file}"'})):
        with pytest.raises(RefusedError) as caught:
            await keys(host, **more)
        assert caught.value.reason == "certificate", host
    server.close()
    await server.wait_closed()


def test_the_page_for_operators_shows_one_that_can_be_used(tmp_path: Path) -> None:
    page = (ROOT / "docs/operations.md").read_text(encoding="utf-8")
    found = issuers_of(tmp_path, page.split("```toml\n")[1].split("```")[0])
    assert [each.name for each in found] == ["broker", "entra-aarhus"]


WRONG: dict[str, tuple[str | dict[str, str], str]] = {
    "no TOML": ("[[issuer", "not TOML"),
    "a level that is low": ({"assurance_values": '["urn:nsis:loa:Low"]'}, "below Substantial"),
    "no level": ({"assurance_values": "[]"}, "assurance_values"),
    "no TLS": ({"jwks_url": '"http://broker.example/jwks"'}, "https"),
    "no keys": ({"jwks_url": ""}, "either jwks_url or keys"),
    "a key that is none": ({"jwks_url": "", "keys": '[{ kty = "oct", kid = "1", k = "AQAB" }]'}, "cannot be used"),
    "an algorithm that is none of ours": ({"algorithms": '["HS256"]'}, "algorithms"),
    "a day": ({"max_lifetime_seconds": "86400"}, "max_lifetime_seconds"),
    "an unknown function": ({"roles": '[{ value = "x", functions = ["king"] }]'}, "functions"),
    "an unknown member": ({"trust": "true"}, "trust"),
    "no CVR number": ({"organisations": '{ "x" = "12345678" }'}, "CVR"),
    "units of no claim": ({"units": f'{{ "x" = "{CVR}" }}'}, "claims.unit"),
    "no authorities": ({"ca_file": '"/nowhere/ca.pem"'}, "certificates"),
    "a proxy that is none": ({"proxy": '"proxy.example"'}, "proxy"),
    "ourselves": ({"issuer": f'"{OWN.replace("http", "https")}"'}, "this service itself"),
}


@pytest.mark.parametrize("name", WRONG)
def test_a_configuration_that_cannot_be_used_says_why(broker: IdentityProvider, tmp_path: Path, name: str) -> None:
    change, why = WRONG[name]
    path = tmp_path / "issuers.toml"
    path.write_text(change if isinstance(change, str) else broker.configuration(**change), encoding="utf-8")
    with pytest.raises(IssuersError, match=why):
        load_issuers(path, own=OWN.replace("http", "https"))


def test_two_of_one_name_are_none(broker: IdentityProvider, tmp_path: Path) -> None:
    with pytest.raises(IssuersError, match="two have the same"):
        issuers_of(tmp_path, broker.configuration(), broker.configuration())


def test_the_doctor_looks_at_them(broker: IdentityProvider, tmp_path: Path) -> None:
    path = tmp_path / "issuers.toml"
    settings = Settings(issuers_file=path)

    def said() -> list[tuple[str, str]]:
        return [(each.verdict, each.says) for each in of_issuers(settings, transport=serving(broker))]

    assert [verdict for verdict, _ in said()] == ["WRONG"], "it is not there"
    path.write_text(broker.configuration(), encoding="utf-8")
    assert said() == [("ok", "https://broker.example, 2 keys for ES256, PS256, RS256")]
    broker.mood = "redirecting"
    assert [(verdict, "status_302" in says) for verdict, says in said()] == [("WRONG", True)]
    assert not [*of_issuers(Settings())]


async def test_a_signature_of_another_key_is_refused(broker: IdentityProvider, tokens: ExternalTokens) -> None:
    from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

    header = {"alg": "ES256", "typ": "at+jwt", "kid": "ec-1"}
    forged = compact(header, broker.claims("u", CVR, "worker"), raw_signer(generate_private_key(SECP256R1())))
    assert await reason(tokens, forged) == "signature"
