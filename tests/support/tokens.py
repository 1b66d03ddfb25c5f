"""Builders of tokens, valid and forged, that sign exactly what they are given."""

import base64
import json
from collections.abc import Callable, Mapping
from typing import Any

from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric.ec import ECDSA, EllipticCurvePrivateKey
from cryptography.hazmat.primitives.asymmetric.utils import decode_dss_signature

from app.auth.keys import SigningKey

ISSUER = "https://platform.example"
AUDIENCE = "interventionsmodellen-api"
NOW = 1_760_000_000
ORGANISATION = "0199c3a4-7d1e-7c5b-8a2f-3b6d9e0f1a2b"

P256_ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551

Signer = Callable[[bytes], bytes]


def encode(content: bytes) -> str:
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def decode(segment: str) -> bytes:
    return base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))


def as_json(value: object) -> bytes:
    """JSON as any JOSE library writes it; bytes are taken as they are."""
    return value if isinstance(value, bytes) else json.dumps(value).encode()


def raw_signer(key: EllipticCurvePrivateKey) -> Signer:
    """ES256: R and S, 32 bytes each (48 for a P-384 key)."""
    size = (key.curve.key_size + 7) // 8

    def sign(message: bytes) -> bytes:
        r, s = decode_dss_signature(der_signer(key)(message))
        return r.to_bytes(size, "big") + s.to_bytes(size, "big")

    return sign


def der_signer(key: EllipticCurvePrivateKey) -> Signer:
    return lambda message: key.sign(message, ECDSA(hashes.SHA256()))


def compact(header: object, claims: object, sign: Signer) -> str:
    """Join and sign; header and claims may be JSON values or bytes that are no JSON at all."""
    signed = f"{encode(as_json(header))}.{encode(as_json(claims))}"
    return f"{signed}.{encode(sign(signed.encode()))}"


def twin(token: str) -> str:
    """The same token with the other signature that verifies: (r, n - s) for (r, s)."""
    head, body, signature = token.split(".")
    r, s = decode(signature)[:32], int.from_bytes(decode(signature)[32:], "big")
    return f"{head}.{body}.{encode(r + (P256_ORDER - s).to_bytes(32, 'big'))}"


def claims_of(token: str) -> dict[str, Any]:
    """What a token says, unverified."""
    return dict(json.loads(decode(token.split(".")[1])))


def signed(key: SigningKey, token: str, **changes: Any) -> str:
    """The same token with other claims, by this key; a claim that is None is left out."""
    claims = {name: value for name, value in {**claims_of(token), **changes}.items() if value is not None}
    return compact(header_for(key.kid), claims, raw_signer(key.private_key))


def header_for(kid: str, /, **changes: object) -> dict[str, Any]:
    return {"alg": "ES256", "typ": "at+jwt", "kid": kid, **changes}


def claims_at(now: int = NOW, /, **changes: object) -> dict[str, Any]:
    return {
        "iss": ISSUER,
        "sub": "staff-17",
        "aud": AUDIENCE,
        "exp": now + 600,
        "iat": now,
        "nbf": now,
        "jti": "jti-1",
        "client_id": "frontend",
        "organisation_id": ORGANISATION,
        "organisation_type": "ngo",
        "scope": "courses:read courses:write",
        "roles": ["caseworker"],
        **changes,
    }


def without(members: Mapping[str, Any], *names: str) -> dict[str, Any]:
    return {name: value for name, value in members.items() if name not in names}
