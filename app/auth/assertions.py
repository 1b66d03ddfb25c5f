"""Client assertions: how a machine signs in with its own key (RFC 7523, `private_key_jwt`).

The client signs a short-lived statement of who it is; we hold only its public key, so nothing
of ours that leaks can sign in as it. That an assertion is used once (`jti`) is checked by the
caller, in the database, until `expires_at`.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final

from cryptography.hazmat.primitives.asymmetric.ec import (
    SECP256R1,
    EllipticCurvePublicKey,
    EllipticCurvePublicNumbers,
)

from app.auth import _claims
from app.auth._compact import (
    ALGORITHM,
    JsonObject,
    RefusedError,
    check_signature,
    decode_segment,
    open_compact,
)

ASSERTION_TYPES: Final = ("JWT", "client-authentication+jwt")
"""Accepted `typ`, which may also be absent (RFC 7519 section 5.1; the second: RFC 7523bis)."""

MAX_LIFETIME_SECONDS: Final = 60
"""A minute, since an assertion is made for one request (FAPI 2.0 asks for a short life)."""

MAX_CLIENT_CHARACTERS: Final = 128

_REQUIRED = ("iss", "sub", "aud", "exp", "jti")
_OPTIONAL = ("iat", "nbf")
_COORDINATE_BYTES = 32
_JWK_REQUIRED = {"kty", "crv", "x", "y", "kid"}
_JWK_OPTIONAL = {"use": "sig", "alg": ALGORITHM, "key_ops": ["verify"]}
JWK_PRIVATE = {"d", "p", "q", "dp", "dq", "qi", "oth", "k"}  # RFC 7518 section 6


class InvalidAssertion(RefusedError):  # noqa: N818 - named as its sibling InvalidToken
    """The client did not prove who it is: the answer is `invalid_client` (RFC 6749, 5.2)."""


@dataclass(frozen=True, slots=True)
class VerifiedAssertion:
    """What the caller must remember: this `jti`, for this client, until then (seconds, UTC)."""

    token_id: str
    expires_at: int


def verify_client_assertion(
    token: str,
    *,
    client_id: str,
    client_keys: Sequence[object],
    issuer: str,
    now: float,
) -> VerifiedAssertion:
    """Verify that `token` was made by the client, for us, just now.

    `client_keys` are the public JWKs registered for **this** client; one that
    `public_jwk_problem` objects to is passed over. `issuer` is ours, and all that `aud` may say, as
    one string: FAPI 2.0 section 5.3.2.1, and RFC 7523bis; a token endpoint's address can be given
    out by another server as its own, to play to us what it gets. `now` is in seconds since 1970.

    Raises:
        InvalidAssertion: whatever is wrong with it; no other error for any input.
    """
    try:
        opened = open_compact(token)
        kid = _claims.key_id_of(opened, types=ASSERTION_TYPES, typ_required=False)
        check_signature(opened, _key_for(kid, client_keys))
        return _read_claims(opened.claims, client_id=client_id, issuer=issuer, now=now)
    except RefusedError as refused:
        raise InvalidAssertion(refused.reason) from None


def asserted_client_id(token: str) -> str:
    """Return whom the assertion claims to come from, **unverified**.

    For looking up the client where the request has no `client_id` (RFC 7521 section 4.2);
    then verify the assertion with that client's keys.

    Raises:
        InvalidAssertion: there is no readable claim.
    """
    try:
        claims = open_compact(token).claims
        return _claims.text(claims, "sub", _claims.VISIBLE, MAX_CLIENT_CHARACTERS)
    except RefusedError as refused:
        raise InvalidAssertion(refused.reason) from None


def public_jwk_problem(jwk: object) -> str | None:
    """Return why a JWK cannot be registered for a client, in words for its owner, or None.

    Only public P-256 keys with a `kid` are taken (RFC 7517, RFC 7518 section 6.2). The words
    never repeat a value: what was sent may be a private key.
    """
    if not isinstance(jwk, dict):
        return "A key must be a JSON object (RFC 7517)."
    members = set(jwk)
    kid = jwk.get("kid")
    if members & JWK_PRIVATE:
        problem = "This is a private key. Send the public key only, and replace this one."
    elif members - _JWK_REQUIRED - _JWK_OPTIONAL.keys():
        problem = "A key has only: kty, crv, x, y, kid and, if you wish, use, alg, key_ops."
    elif _JWK_REQUIRED - members:
        problem = "A key needs kty, crv, x, y and kid."
    elif jwk["kty"] != "EC" or jwk["crv"] != "P-256":
        problem = 'A key must have kty "EC" and crv "P-256".'
    elif not (isinstance(kid, str) and len(kid) <= _claims.MAX_KID_CHARACTERS and _claims.VISIBLE.fullmatch(kid)):
        problem = "kid must be 1 to 128 visible ASCII characters."
    elif any(jwk.get(name, value) != value for name, value in _JWK_OPTIONAL.items()):
        problem = 'use must be "sig", alg "ES256" and key_ops ["verify"], or absent.'
    elif p256_of(jwk) is None:
        problem = "x and y must be 32 bytes each, base64url unpadded, and a point on P-256."
    else:
        return None
    return problem


def _key_for(kid: str, client_keys: Sequence[object]) -> EllipticCurvePublicKey:
    usable = [jwk for jwk in client_keys if isinstance(jwk, dict) and not public_jwk_problem(jwk)]
    found = [key for jwk in usable if jwk["kid"] == kid and (key := p256_of(jwk))]
    # Two keys of one name: trying both would be guessing, which is what python-jose does.
    if len(found) != 1:
        raise RefusedError("kid")
    return found[0]


def p256_of(jwk: JsonObject) -> EllipticCurvePublicKey | None:
    """The key of a JWK's coordinates; None where they are no point on P-256."""
    x, y = _coordinate(jwk.get("x")), _coordinate(jwk.get("y"))
    if x is None or y is None:
        return None
    try:
        return EllipticCurvePublicNumbers(x, y, SECP256R1()).public_key()
    except ValueError:  # not on the curve
        return None


def _coordinate(value: object) -> int | None:
    if not isinstance(value, str):
        return None
    try:
        content = decode_segment(value)
    except RefusedError:
        return None
    return int.from_bytes(content, "big") if len(content) == _COORDINATE_BYTES else None


def _read_claims(claims: JsonObject, *, client_id: str, issuer: str, now: float) -> VerifiedAssertion:
    _claims.check_members(claims, _REQUIRED, _OPTIONAL)
    _claims.equal(claims, "iss", (client_id,))
    _claims.equal(claims, "sub", (client_id,))
    _claims.equal(claims, "aud", (issuer,))
    if "nbf" in claims:
        _claims.past(claims, "nbf", now)
    # RFC 7523 section 3 leaves `iat` out at will; then the life is counted from now.
    issued_at = _claims.past(claims, "iat", now) if "iat" in claims else now
    expires_at = _claims.future(claims, "exp", now)
    # A client's clock may be ahead of ours, so `iat` is too, by as much.
    if not 0 < expires_at - issued_at <= MAX_LIFETIME_SECONDS:
        raise RefusedError("lifetime")
    token_id = _claims.text(claims, "jti", _claims.VISIBLE, _claims.MAX_JTI_CHARACTERS)
    return VerifiedAssertion(token_id, expires_at)
