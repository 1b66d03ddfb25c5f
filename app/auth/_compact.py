"""The strict half of reading a signed token, shared by access tokens and client assertions.

python-jose verifies the signature and nothing else here, because by itself it accepts what it
must not (duplicate members, non-canonical base64, any `typ`, unknown `crit`) and raises errors
of every kind on hostile input. So each token passes this order, cheapest check first:
size -> shape -> canonical base64url -> strict JSON -> (caller: header, key) -> signature ->
(caller: claims). Nothing in a token is ever fetched, and no key ever comes from a token.
"""

import base64
import binascii
import re
from collections.abc import Container
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ec import SECP256R1, EllipticCurvePublicKey
from jose import jws
from jose.backends.cryptography_backend import (
    CryptographyECKey,  # imported by name: never the fallback on `ecdsa` (CVE-2024-23342)
)
from jose.exceptions import JOSEError

from app.common import strict_json

ALGORITHM: Final = "ES256"
"""The only algorithm (RFC 8725 section 3.1: the verifier chooses, not the token)."""

MAX_CHARACTERS: Final = 8 * 1024
"""Longest token that is looked at; ours are under 1 KB (CWE-400)."""

MAX_DEPTH: Final = 4
"""Deepest JSON that is parsed; a claims set needs 2: the object and its `roles`."""

SIGNATURE_BYTES: Final = 64
"""R and S as 32 bytes each, never DER (RFC 7518 section 3.4)."""

JsonObject = dict[str, object]

_SHAPE = re.compile(r"[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+\.[A-Za-z0-9_-]+")


class RefusedError(Exception):
    """A token was refused.

    `reason` is a short code from a fixed set, fit for a log line or a metric's label. It never
    holds anything from the token, and it is for operators: the caller of the API is told only
    that the token is invalid.
    """

    def __init__(self, reason: str) -> None:
        super().__init__(reason)
        self.reason = reason


@dataclass(frozen=True, slots=True)
class Compact:
    """A token in JWS compact serialisation (RFC 7515 section 7.1), parsed but **not verified**."""

    text: str
    header: JsonObject
    claims: JsonObject


def open_compact(token: object, *, signatures: Container[int] = (SIGNATURE_BYTES,)) -> Compact:
    """Take a token apart without trusting it.

    Args:
        token: whatever was sent.
        signatures: how many bytes its signature may have.

    Raises:
        RefusedError: whatever is wrong with it; no other error for any input.
    """
    if not isinstance(token, str):
        raise RefusedError("not_text")
    if len(token) > MAX_CHARACTERS:
        raise RefusedError("too_large")
    if _SHAPE.fullmatch(token) is None:
        raise RefusedError("shape")
    header, claims, signature = map(decode_segment, token.split("."))
    if len(signature) not in signatures:
        raise RefusedError("signature_shape")
    return Compact(token, parse_object(header), parse_object(claims))


def decode_segment(segment: str) -> bytes:
    """Decode base64url in its one canonical spelling: no padding, no stray trailing bits.

    Python's decoder skips foreign characters and ignores the unused bits of the last one, so
    that many texts mean the same bytes; encoding again and comparing leaves one.
    """
    try:
        content = base64.urlsafe_b64decode(segment + "=" * (-len(segment) % 4))
    except (binascii.Error, ValueError):
        raise RefusedError("base64") from None
    if encode_segment(content) != segment:
        raise RefusedError("base64")
    return content


def encode_segment(content: bytes) -> str:
    """Encode as base64url without padding (RFC 7515 section 2)."""
    return base64.urlsafe_b64encode(content).rstrip(b"=").decode("ascii")


def parse_object(content: bytes) -> JsonObject:
    """Parse one strict JSON object; the reason is the code of `strict_json`, or `not_object`."""
    try:
        value = strict_json.loads(content, max_depth=MAX_DEPTH)
    except strict_json.StrictJSONError as error:
        raise RefusedError(error.code) from None
    if not isinstance(value, dict):
        raise RefusedError("not_object")
    return value


def check_signature(token: Compact, key: object) -> None:
    """Verify the signature with one known P-256 key (python-jose would take P-384 for ES256)."""
    if not isinstance(key, EllipticCurvePublicKey) or not isinstance(key.curve, SECP256R1):
        raise RefusedError("key_type")
    try:
        jws.verify(token.text, CryptographyECKey(key, ALGORITHM), algorithms=[ALGORITHM])
    except JOSEError:
        raise RefusedError("signature") from None
