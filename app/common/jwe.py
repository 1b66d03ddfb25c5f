"""Sealing to a recipient's public key: JWE in compact form, ECDH-ES on P-256 and A256GCM (RFC 7516, RFC 7518 § 4.6).

Only the holder of the private key opens it; whoever sealed it cannot. What is sealed is padded to whole blocks of
1,024 bytes with blanks, which JSON leaves out of account: its length would tell how much is in it.
"""

import base64
import hashlib
import json
import os
from collections.abc import Mapping

from cryptography.hazmat.primitives.asymmetric.ec import (
    ECDH,
    SECP256R1,
    EllipticCurvePublicKey,
    EllipticCurvePublicNumbers,
    generate_private_key,
)
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.concatkdf import ConcatKDFHash

MEMBERS = ("crv", "kty", "x", "y")
BLOCK = 1024
_COORDINATE_BYTES, _KEY_BYTES, _NONCE_BYTES, _TAG_BYTES = 32, 32, 12, 16


def public_key_of(jwk: Mapping[str, str]) -> EllipticCurvePublicKey:
    """The key that a public JWK on P-256 describes.

    Raises:
        ValueError: it is no such key, or no point of the curve.
    """
    x, y = (_decoded(jwk[name]) for name in ("x", "y"))
    if jwk["kty"] != "EC" or jwk["crv"] != "P-256" or {len(x), len(y)} != {_COORDINATE_BYTES}:
        raise ValueError("not a key on P-256")
    return EllipticCurvePublicNumbers(int.from_bytes(x), int.from_bytes(y), SECP256R1()).public_key()


def thumbprint(jwk: Mapping[str, str]) -> str:
    """By which a holder of several keys finds the one (RFC 7638)."""
    members = {name: jwk[name] for name in MEMBERS}
    return _encoded(hashlib.sha256(_compact(members)).digest())


def seal(jwk: Mapping[str, str], plain: Mapping[str, object]) -> bytes:
    """A JSON object that only the key's holder reads, each under a key of its own."""
    ephemeral = generate_private_key(SECP256R1())
    point = ephemeral.public_key().public_numbers()
    header = {
        "alg": "ECDH-ES",
        "cty": "json",
        "enc": "A256GCM",
        "epk": {"crv": "P-256", "kty": "EC", "x": _coordinate(point.x), "y": _coordinate(point.y)},
        "kid": thumbprint(jwk),
    }
    protected = _encoded(_compact(header)).encode("ascii")
    key = _derived(ephemeral.exchange(ECDH(), public_key_of(jwk)))
    nonce = os.urandom(_NONCE_BYTES)
    content = _compact(plain)
    content += b" " * (-len(content) % BLOCK)
    sealed = AESGCM(key).encrypt(nonce, content, protected)
    parts = (nonce, sealed[:-_TAG_BYTES], sealed[-_TAG_BYTES:])
    return b".".join((protected, b"", *(_encoded(each).encode("ascii") for each in parts)))


def _derived(shared: bytes) -> bytes:
    """The content's key from the two keys' shared secret (RFC 7518 § 4.6.2); neither party is named in it."""
    algorithm = b"A256GCM"
    nobody = (0).to_bytes(4)
    about = len(algorithm).to_bytes(4) + algorithm + nobody + nobody + (_KEY_BYTES * 8).to_bytes(4)
    return ConcatKDFHash(SHA256(), _KEY_BYTES, about).derive(shared)


def _compact(value: Mapping[str, object]) -> bytes:
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), sort_keys=True).encode()


def _coordinate(number: int) -> str:
    return _encoded(number.to_bytes(_COORDINATE_BYTES))


def _encoded(value: bytes) -> str:
    return base64.urlsafe_b64encode(value).rstrip(b"=").decode("ascii")


def _decoded(text: str) -> bytes:
    try:
        value = base64.b64decode(text + "=" * (-len(text) % 4), altchars=b"-_", validate=True)
    except ValueError as error:  # also binascii.Error
        raise ValueError("not base64url") from error
    if _encoded(value) != text:
        raise ValueError("not canonical base64url")
    return value
