"""Another issuer, as a broker of MitID Erhverv is one: it signs, changes its keys, and misbehaves when told to."""

import asyncio
import json
import time
from collections.abc import AsyncIterator, Callable
from dataclasses import dataclass, field
from functools import cache
from typing import Any, Literal
from uuid import uuid4

import httpx
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, generate_private_key

from tests.support.assertions import public_jwk
from tests.support.tokens import Signer, compact, encode, raw_signer

JSON = dict[str, Any]
AUDIENCE = "interventionsmodellen-api"
SUBSTANTIAL = "https://data.gov.dk/concept/core/nsis/loa/Substantial"
Mood = Literal["well", "down", "huge", "redirecting", "garbage", "slow"]


@cache
def rsa_key(number: int, bits: int = 2048) -> rsa.RSAPrivateKey:
    """The same one for a number: making one takes a tenth of a second."""
    return rsa.generate_private_key(public_exponent=65_537, key_size=bits)


def rsa_signer(key: rsa.RSAPrivateKey, algorithm: str = "RS256") -> Signer:
    pss = padding.PSS(padding.MGF1(hashes.SHA256()), hashes.SHA256.digest_size)
    return lambda message: key.sign(message, pss if algorithm == "PS256" else padding.PKCS1v15(), hashes.SHA256())


def rsa_jwk(key: rsa.RSAPrivateKey, kid: str, **more: Any) -> JSON:
    numbers = key.public_key().public_numbers()
    n, e = (encode(value.to_bytes((value.bit_length() + 7) // 8, "big")) for value in (numbers.n, numbers.e))
    return {"kty": "RSA", "kid": kid, "n": n, "e": e, **more}


@dataclass
class IdentityProvider:
    """It has one RSA key and one P-256 key, named by its generation."""

    name: str = "broker"
    mood: Mood = "well"
    generation: int = 1
    more_keys: list[JSON] = field(default_factory=list)
    fetches: int = 0
    _ec: dict[int, Any] = field(default_factory=dict)

    @property
    def issuer(self) -> str:
        return f"https://{self.name}.example"

    def rotate(self) -> None:
        self.generation += 1

    def _rsa(self) -> rsa.RSAPrivateKey:
        return rsa_key(hash((self.name, self.generation)))

    def _p256(self) -> Any:
        return self._ec.setdefault(self.generation, generate_private_key(SECP256R1()))

    def jwks(self) -> JSON:
        keys = [
            rsa_jwk(self._rsa(), f"rsa-{self.generation}", use="sig"),
            {**public_jwk(self._p256().public_key(), f"ec-{self.generation}"), "use": "sig", "alg": "ES256"},
        ]
        return {"keys": [*keys, *self.more_keys]}

    def configuration(self, **more: str) -> str:
        """As an operator writes it."""
        members = {
            "name": f'"{self.name}"',
            "issuer": f'"{self.issuer}"',
            "audience": f'"{AUDIENCE}"',
            "jwks_url": f'"{self.issuer}/jwks"',
            "algorithms": '["ES256", "RS256", "PS256"]',
            "claims": '{ organisation = "cvr", assurance = "loa", role = ["privileges", "list"] }',
            "assurance_values": f'["{SUBSTANTIAL}", "https://data.gov.dk/concept/core/nsis/loa/High"]',
            "roles": (
                '[{ value = "worker", functions = ["caseworker"] }, '
                '{ value = "leader-victim", functions = ["coordinator"], track = "victim" }]'
            ),
            **more,
        }
        return "\n".join(["[[issuer]]", *(f"{name} = {value}" for name, value in members.items() if value), ""])

    def claims(self, subject: str, cvr: str, /, *roles: str, **changes: Any) -> JSON:
        now = int(time.time())
        members = {
            "iss": self.issuer, "sub": subject, "aud": AUDIENCE, "iat": now, "exp": now + 300, "jti": str(uuid4()),
            "cvr": cvr, "loa": SUBSTANTIAL, "privileges": {"list": [*roles]}, "name": "Åse Ærlig", **changes,
        }  # fmt: skip
        return {name: value for name, value in members.items() if value is not None}

    def sign(self, claims: JSON, algorithm: str = "RS256", **header: Any) -> str:
        kid = f"ec-{self.generation}" if algorithm == "ES256" else f"rsa-{self.generation}"
        signer = raw_signer(self._p256()) if algorithm == "ES256" else rsa_signer(self._rsa(), algorithm)
        return compact({"alg": algorithm, "typ": "at+jwt", "kid": kid, **header}, claims, signer)

    def token(self, subject: str, cvr: str, /, *roles: str, **changes: Any) -> str:
        return self.sign(self.claims(subject, cvr, *roles, **changes))

    def answer(self, request: httpx.Request) -> httpx.Response:
        """What it answers to whoever fetches its keys."""
        assert str(request.url) == f"{self.issuer}/jwks", "nothing else is ever fetched"
        self.fetches += 1
        if self.mood == "down":
            raise httpx.ConnectError("refused", request=request)
        answers: dict[str, Callable[[], httpx.Response]] = {
            "well": lambda: httpx.Response(200, content=_sent(json.dumps(self.jwks()).encode())),
            "huge": lambda: httpx.Response(200, content=_endless(self.jwks())),
            "redirecting": lambda: httpx.Response(302, headers={"location": "https://elsewhere.example/jwks"}),
            "slow": lambda: httpx.Response(200, content=_never()),
            "garbage": lambda: httpx.Response(200, content=_sent(b'{"keys": [], "keys": []}')),
        }
        return answers[self.mood]()


async def _sent(content: bytes) -> AsyncIterator[bytes]:
    """As from a socket, where nothing is there before it is read."""
    yield content


async def _never() -> AsyncIterator[bytes]:
    yield b"{"
    await asyncio.Event().wait()


async def _endless(jwks: JSON) -> AsyncIterator[bytes]:
    """A good set that never ends: whoever reads on and on is lost."""
    yield json.dumps(jwks).encode()
    while True:
        yield b" " * 8192


def serving(*providers: IdentityProvider) -> httpx.MockTransport:
    """The network that they are on."""
    at = {provider.issuer: provider for provider in providers}
    return httpx.MockTransport(lambda request: at[f"https://{request.url.host}"].answer(request))
