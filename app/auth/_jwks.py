"""Public keys of another issuer, as a JWK set brings them (RFC 7517): those of the wrong kind are passed over."""

from collections.abc import Collection
from dataclasses import dataclass
from typing import Final

from cryptography.exceptions import InvalidSignature
from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from cryptography.hazmat.primitives.asymmetric.padding import MGF1, PSS
from cryptography.hazmat.primitives.asymmetric.rsa import RSAPublicKey, RSAPublicNumbers
from cryptography.hazmat.primitives.hashes import SHA256
from jose import jws
from jose.backends.cryptography_backend import CryptographyRSAKey
from jose.exceptions import JOSEError

from app.auth import _claims
from app.auth._compact import Compact, JsonObject, RefusedError, check_signature, decode_segment
from app.auth.assertions import JWK_PRIVATE, p256_of
from app.common import strict_json

MOST_KEYS: Final = 50
MOST_DEPTH: Final = 6
RSA_BITS: Final = range(2048, 4097)
"""NIST SP 800-131A: no fewer; more would only cost."""
RSA_EXPONENT: Final = 65_537
SIGNATURES: Final = frozenset({64, *range(256, 513)})
"""Bytes of a signature: ES256, or a modulus of `RSA_BITS`."""


@dataclass(frozen=True, slots=True)
class IssuerKey:
    """A public key, and what it may have signed with."""

    key: EllipticCurvePublicKey | RSAPublicKey
    algorithms: frozenset[str]

    def check(self, token: Compact) -> None:
        """Verify a token's signature with this key, by the algorithm that its header names.

        Raises:
            RefusedError: it does not hold, or the key is none for that algorithm.
        """
        algorithm = str(token.header["alg"])
        if algorithm not in self.algorithms:
            raise RefusedError("key_alg")
        if isinstance(self.key, EllipticCurvePublicKey):
            check_signature(token, self.key)
        elif algorithm == "PS256":
            _check_pss(token, self.key)
        else:
            try:
                jws.verify(token.text, CryptographyRSAKey(self.key, algorithm), algorithms=[algorithm])
            except JOSEError:
                raise RefusedError("signature") from None


def _check_pss(token: Compact, key: RSAPublicKey) -> None:
    """PS256 (RFC 7518 section 3.5), which python-jose does not know."""
    signed, _, signature = token.text.rpartition(".")
    try:
        key.verify(decode_segment(signature), signed.encode("ascii"), PSS(MGF1(SHA256()), SHA256.digest_size), SHA256())
    except InvalidSignature:
        raise RefusedError("signature") from None


def keys_in(content: bytes, algorithms: Collection[str]) -> dict[str, IssuerKey]:
    """The keys of a set that can be used, by kid; of two with one kid neither, since trying both would be guessing.

    Raises:
        RefusedError: it is no JWK set, or has too many keys.
    """
    try:
        document = strict_json.loads(content, max_depth=MOST_DEPTH)
    except strict_json.StrictJSONError as error:
        raise RefusedError(error.code) from None
    listed = document.get("keys") if isinstance(document, dict) else None
    if not isinstance(listed, list):
        raise RefusedError("not_a_jwk_set")
    if len(listed) > MOST_KEYS:
        raise RefusedError("too_many_keys")
    names = [each.get("kid") for each in listed if isinstance(each, dict)]
    found = [key_of(each, algorithms) for each in listed if isinstance(each, dict)]
    return {kid: key for kid, key in filter(None, found) if names.count(kid) == 1}


def key_of(jwk: JsonObject, algorithms: Collection[str]) -> tuple[str, IssuerKey] | None:
    """A JWK's kid and key; None where it is not public, not for signing, or for none of the algorithms."""
    kid = jwk.get("kid")
    if not isinstance(kid, str) or not 0 < len(kid) <= _claims.MAX_KID_CHARACTERS or JWK_PRIVATE & jwk.keys():
        return None
    operations = jwk.get("key_ops", ["verify"])
    if jwk.get("use", "sig") != "sig" or not isinstance(operations, list) or "verify" not in operations:
        return None
    key, kinds = _public(jwk)
    named = {"alg": jwk["alg"]} if "alg" in jwk else {}
    usable = frozenset(each for each in kinds if each in algorithms and named.get("alg", each) == each)
    return (kid, IssuerKey(key, usable)) if key is not None and usable else None


def _public(jwk: JsonObject) -> tuple[EllipticCurvePublicKey | RSAPublicKey | None, tuple[str, ...]]:
    if jwk.get("kty") == "EC" and jwk.get("crv") == "P-256":
        return p256_of(jwk), ("ES256",)
    if jwk.get("kty") == "RSA":
        return _rsa(jwk), ("RS256", "PS256")
    return None, ()


def _rsa(jwk: JsonObject) -> RSAPublicKey | None:
    n, e = jwk.get("n"), jwk.get("e")
    if not isinstance(n, str) or not isinstance(e, str):
        return None
    try:
        modulus, exponent = (int.from_bytes(decode_segment(each), "big") for each in (n, e))
        if modulus.bit_length() not in RSA_BITS or exponent != RSA_EXPONENT:
            return None
        return RSAPublicNumbers(exponent, modulus).public_key()
    except (RefusedError, ValueError):
        return None
