"""Client assertions (RFC 7523) as a client makes them, for tests and as an example."""

import secrets
from typing import Any

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePrivateKey,
    EllipticCurvePublicKey,
    generate_private_key,
)
from cryptography.hazmat.primitives.serialization import (
    Encoding,
    NoEncryption,
    PrivateFormat,
    load_pem_private_key,
)

from tests.support.tokens import compact, encode, raw_signer


def new_client_key(kid: str) -> tuple[str, dict[str, Any]]:
    """A key pair as a client makes it: the private PEM to keep, the public JWK to register."""
    key = generate_private_key(SECP256R1())
    pem = key.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode()
    return pem, public_jwk(key.public_key(), kid)


def public_jwk(key: EllipticCurvePublicKey, kid: str) -> dict[str, Any]:
    numbers = key.public_numbers()
    size = (key.curve.key_size + 7) // 8
    return {
        "kty": "EC",
        "crv": {256: "P-256", 384: "P-384"}[key.curve.key_size],
        "x": encode(numbers.x.to_bytes(size, "big")),
        "y": encode(numbers.y.to_bytes(size, "big")),
        "kid": kid,
    }


def load_private(pem: str) -> EllipticCurvePrivateKey:
    key = load_pem_private_key(pem.encode(), password=None)
    assert isinstance(key, EllipticCurvePrivateKey)
    return key


def assertion_claims(client_id: str, audience: str, now: int, **changes: object) -> dict[str, Any]:
    return {
        "iss": client_id,
        "sub": client_id,
        "aud": audience,
        "iat": now,
        "exp": now + 60,
        "jti": secrets.token_urlsafe(16),
        **changes,
    }


def make_client_assertion(
    private_key_pem: str, kid: str, client_id: str, audience: str, now: int, **changes: object
) -> str:
    """Sign an assertion that is valid for a minute from `now` (seconds since 1970)."""
    claims = assertion_claims(client_id, audience, now, **changes)
    sign = raw_signer(load_private(private_key_pem))
    return compact({"alg": "ES256", "kid": kid, "typ": "JWT"}, claims, sign)
