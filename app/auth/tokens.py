"""Access tokens: JWTs after RFC 9068, signed with ES256, at most ten minutes.

A token says who is asking and nothing about what they may see: agreements, consents and
assignments are read from the database on each request, and what it says of its client is held
against the database as well (`app.auth.principal`). A token that was revoked early is found by
its `jti`, elsewhere, and never by a hash of its text: an ECDSA signature (r, s) has a twin
(r, n - s), so one token has two texts that verify (docs/decisions/0026-tokens-are-held-against-the-database.md).
"""

import re
import secrets
from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from typing import Final, Literal
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ec import EllipticCurvePublicKey
from jose import jws
from jose.backends.cryptography_backend import CryptographyECKey

from app.auth import _claims
from app.auth._compact import (
    ALGORITHM,
    MAX_CHARACTERS,
    JsonObject,
    RefusedError,
    check_signature,
    open_compact,
)
from app.auth.keys import SigningKey
from app.boundary.policy import ROLES

ACCESS_TYP: Final = "at+jwt"
"""RFC 9068 section 2.1; its long form `application/at+jwt` is not taken."""

MAX_LIFETIME_SECONDS: Final = 600
"""Ten minutes from `iat` to `exp` (RFC 9700 section 2.2: limit what a stolen token is worth)."""

MAX_SUBJECT_CHARACTERS: Final = 255
"""OpenID Connect Core 1.0 section 2: `sub` is at most 255 ASCII characters."""

MAX_CLIENT_CHARACTERS: Final = 128
MAX_ROLES: Final = 16
MAX_SCOPES: Final = 256

Track = Literal["victim", "perpetrator"]

_REQUIRED = (
    *("iss", "sub", "aud", "exp", "iat", "nbf", "jti", "client_id"),
    *("organisation_id", "organisation_type", "scope", "roles"),
)
_OPTIONAL = ("track",)
_WORD = re.compile(r"[a-z][a-z0-9_]{0,63}")
# Narrower than RFC 6749 appendix A.4, which lets quotes and brackets into a scope.
_SCOPE = re.compile(r"[A-Za-z0-9_.:/-]{1,64}")
_SCOPES = re.compile(rf"{_SCOPE.pattern}(?: {_SCOPE.pattern})*")


class InvalidToken(RefusedError):  # noqa: N818 - named as RFC 6750 names it, invalid_token
    """The access token is not accepted: the answer is 401, whatever `reason` says."""


@dataclass(frozen=True, slots=True)
class AccessClaims:
    """What a verified token says. Times are whole seconds since 1970 (UTC)."""

    issuer: str
    subject: str
    audience: str
    issued_at: int
    expires_at: int
    token_id: str
    client_id: str
    organisation_id: UUID
    organisation_type: str
    scope: frozenset[str]
    roles: frozenset[str]
    track: Track | None = None
    narrowed: bool = False
    """Whether the roles may be fewer than what is registered: those that another issuer confirms."""

    @property
    def client_key(self) -> str:
        """The client, for counting."""
        return self.client_id


def issue_access_token(
    key: SigningKey,
    *,
    issuer: str,
    audience: str,
    subject: str,
    client_id: str,
    organisation_id: UUID,
    organisation_type: str,
    scope: frozenset[str],
    roles: frozenset[str],
    track: Track | None,
    now: float,
    lifetime: int = MAX_LIFETIME_SECONDS,
    token_id: str | None = None,
) -> str:
    """Sign a token that is valid from `now` (seconds since 1970) for `lifetime` seconds.

    Raises:
        ValueError: we would not accept the token ourselves, for example because it has no
            scope or too long a life. The message names the claim and not its value.
    """
    issued_at = int(now)
    claims: JsonObject = {
        "iss": issuer,
        "sub": subject,
        "aud": audience,
        "exp": issued_at + lifetime,
        "iat": issued_at,
        "nbf": issued_at,
        "jti": secrets.token_urlsafe(16) if token_id is None else token_id,
        "client_id": client_id,
        "organisation_id": str(organisation_id),
        "organisation_type": organisation_type,
        "scope": " ".join(sorted(scope)),
        "roles": sorted(roles),
    }
    if track is not None:
        claims["track"] = track
    try:
        readback = _read_claims(claims, issuer=issuer, audience=audience, now=now)
        if readback.scope != scope:  # one word with a space in it would become two
            raise RefusedError("claim_scope")  # noqa: TRY301 - one way out for every refusal
    except RefusedError as refused:
        message = f"This access token would not be accepted: {refused.reason}"
        raise ValueError(message) from None
    signer = CryptographyECKey(key.private_key, ALGORITHM)
    header = {"typ": ACCESS_TYP, "kid": key.kid}
    token = str(jws.sign(claims, signer, headers=header, algorithm=ALGORITHM))
    if len(token) > MAX_CHARACTERS:
        raise ValueError("This access token would not be accepted: too_large")
    return token


def verify_access_token(
    token: str,
    keys: Mapping[str, EllipticCurvePublicKey],
    *,
    issuer: str,
    audience: str,
    now: float,
) -> AccessClaims:
    """Verify a token at `now` (seconds since 1970) and return what it says.

    Raises:
        InvalidToken: whatever is wrong with it; no other error for any input.
    """
    try:
        opened = open_compact(token)
        kid = _claims.key_id_of(opened, types=(ACCESS_TYP,))
        check_signature(opened, _key_for(kid, keys))
        return _read_claims(opened.claims, issuer=issuer, audience=audience, now=now)
    except RefusedError as refused:
        raise InvalidToken(refused.reason) from None


def _key_for(kid: str, keys: Mapping[str, EllipticCurvePublicKey]) -> EllipticCurvePublicKey:
    # By name or not at all: python-jose given several keys tries each.
    if kid not in keys:
        raise RefusedError("kid")
    return keys[kid]


def _read_claims(claims: JsonObject, *, issuer: str, audience: str, now: float) -> AccessClaims:
    _claims.check_members(claims, _REQUIRED, _OPTIONAL)
    _claims.past(claims, "nbf", now)
    issued_at = _claims.past(claims, "iat", now)
    expires_at = _claims.future(claims, "exp", now)
    if not 0 < expires_at - issued_at <= MAX_LIFETIME_SECONDS:
        raise RefusedError("lifetime")
    return AccessClaims(
        issuer=_claims.equal(claims, "iss", (issuer,)),
        subject=_claims.text(claims, "sub", _claims.VISIBLE, MAX_SUBJECT_CHARACTERS),
        audience=_claims.equal(claims, "aud", (audience,)),
        issued_at=issued_at,
        expires_at=expires_at,
        token_id=_claims.text(claims, "jti", _claims.VISIBLE, _claims.MAX_JTI_CHARACTERS),
        client_id=_claims.text(claims, "client_id", _claims.VISIBLE, MAX_CLIENT_CHARACTERS),
        organisation_id=_claims.canonical_uuid(claims, "organisation_id"),
        organisation_type=_claims.equal(claims, "organisation_type", ROLES),
        scope=_read_scope(claims),
        roles=_read_roles(claims),
        track=_read_track(claims),
    )


def _read_scope(claims: JsonObject) -> frozenset[str]:
    words = _claims.text(claims, "scope", _SCOPES, MAX_SCOPES * 65).split(" ")
    if len(words) > MAX_SCOPES or len(set(words)) != len(words):
        raise RefusedError("claim_scope")
    return frozenset(words)


def _read_roles(claims: JsonObject) -> frozenset[str]:
    value = claims["roles"]
    if not isinstance(value, list) or len(value) > MAX_ROLES:
        raise RefusedError("claim_roles")
    roles = [role for role in value if isinstance(role, str) and _WORD.fullmatch(role)]
    if len(roles) != len(value) or len(set(roles)) != len(roles):
        raise RefusedError("claim_roles")
    return frozenset(roles)


def _read_track(claims: JsonObject) -> Track | None:
    if "track" not in claims:
        return None
    match claims["track"]:
        case "victim":
            return "victim"
        case "perpetrator":
            return "perpetrator"
        case _:
            raise RefusedError("claim_track")


class VerifiedTokens:
    """Remembers tokens that were verified, since a client sends the same one many times.

    It saves the signature check (about 0.1 ms) and nothing else: expiry is checked on each
    call, a revoked `jti` is the caller's to check on each call, and a change of keys forgets
    everything. It holds the hash of a token, never the token. It belongs to one event loop:
    nothing in it awaits, and it is not for threads.
    """

    def __init__(self, *, issuer: str, audience: str, limit: int = 4096) -> None:
        self._issuer = issuer
        self._audience = audience
        self._limit = limit
        self._keys: dict[str, EllipticCurvePublicKey] = {}
        self._known: dict[bytes, AccessClaims] = {}

    def __len__(self) -> int:
        """Return how many tokens are remembered, expired ones included."""
        return len(self._known)

    def verify(self, token: str, keys: Mapping[str, EllipticCurvePublicKey], *, now: float) -> AccessClaims:
        """Do as `verify_access_token` does, with the same errors, from memory where possible."""
        if keys != self._keys:
            self._known.clear()
            self._keys = dict(keys)
        digest = _digest(token)
        # Taken out and put back at the end: the first in the dict is the longest unused.
        claims = self._known.pop(digest, None)
        if claims is None or not claims.expires_at > now:
            claims = verify_access_token(token, keys, issuer=self._issuer, audience=self._audience, now=now)
        self._known[digest] = claims
        if len(self._known) > self._limit:
            del self._known[next(iter(self._known))]
        return claims


def _digest(token: object) -> bytes:
    # What cannot be a token is not worth hashing: a hash of 5 MB takes longer than refusing it.
    if not isinstance(token, str) or not token.isascii() or len(token) > MAX_CHARACTERS:
        raise InvalidToken("shape")
    return sha256(token.encode("ascii")).digest()
