"""Readers of single header members and claims: each by exact type, form and bound.

A claim that is absent, null, of another type or out of bounds is refused with the same code,
`claim_<name>`; `type(x) is int` and not `isinstance`, since a JSON true is an int to Python.
"""

import re
from collections.abc import Collection
from typing import Final
from uuid import UUID

from app.auth._compact import ALGORITHM, Compact, JsonObject, RefusedError

CLOCK_SKEW_SECONDS: Final = 5
"""How far ahead of us another clock may be (RFC 7519 section 4.1.4: "a small leeway")."""

MAX_KID_CHARACTERS: Final = 128
MAX_JTI_CHARACTERS: Final = 64

VISIBLE: Final = re.compile(r"[\x21-\x7e]+")
"""Visible ASCII: no control character, no space, nothing that looks like something else."""

_CANONICAL_UUID = re.compile(r"[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}")


def key_id_of(
    token: Compact, *, types: Collection[str], typ_required: bool = True, algorithms: Collection[str] = (ALGORITHM,)
) -> str:
    """Check the header (exactly `alg`, `typ`, `kid`) and return its `kid`.

    What is not listed is refused, and so are `crit`, `b64`, `jwk`, `jku`, `x5c` and `x5u`,
    by which a token chooses its own rules or its own key (RFC 8725 sections 3.1 and 3.10).
    """
    members = token.header.keys()
    required = {"alg", "typ", "kid"} if typ_required else {"alg", "kid"}
    if not required <= members <= {"alg", "typ", "kid"}:
        raise RefusedError("header_members")
    if token.header["alg"] not in tuple(algorithms):
        raise RefusedError("alg")
    if "typ" in members and token.header["typ"] not in tuple(types):
        raise RefusedError("typ")
    kid = token.header["kid"]
    if not isinstance(kid, str) or not 0 < len(kid) <= MAX_KID_CHARACTERS:
        raise RefusedError("kid")
    return kid


def check_members(claims: JsonObject, required: Collection[str], optional: Collection[str]) -> None:
    """Refuse a claims set that lacks a required claim or brings one that nobody reads."""
    for name in required:
        if name not in claims:
            raise RefusedError(f"claim_{name}")
    if not claims.keys() <= {*required, *optional}:
        raise RefusedError("claim_unknown")


def text(claims: JsonObject, name: str, pattern: re.Pattern[str], most: int) -> str:
    """Return a string claim of 1 to `most` characters that matches the pattern as a whole."""
    value = claims.get(name)
    if not isinstance(value, str) or len(value) > most or pattern.fullmatch(value) is None:
        raise RefusedError(f"claim_{name}")
    return value


def equal(claims: JsonObject, name: str, accepted: Collection[str]) -> str:
    """Return a string claim that is one of the accepted; a list of strings is not a string."""
    value = claims.get(name)
    if not isinstance(value, str) or value not in tuple(accepted):
        raise RefusedError(f"claim_{name}")
    return value


def canonical_uuid(claims: JsonObject, name: str) -> UUID:
    """Return a UUID in lower case with hyphens: `UUID()` also takes braces, `urn:` and more."""
    return UUID(text(claims, name, _CANONICAL_UUID, 36))


def seconds(claims: JsonObject, name: str) -> int:
    """Return a NumericDate (RFC 7519 section 2) in whole seconds since 1970, not negative."""
    value = claims.get(name)
    if type(value) is not int or value < 0:
        raise RefusedError(f"claim_{name}")
    return value


def past(claims: JsonObject, name: str, now: float) -> int:
    """Return an `iat` or `nbf` that has come, give or take the skew of clocks."""
    value = seconds(claims, name)
    # This way round, and in `future`, so that a `now` that is no number refuses.
    if not value <= now + CLOCK_SKEW_SECONDS:
        raise RefusedError(f"ahead_{name}")
    return value


def future(claims: JsonObject, name: str, now: float) -> int:
    """Return an `exp` that has not come; at that very second it has (RFC 7519 section 4.1.4)."""
    value = seconds(claims, name)
    if not value > now:
        raise RefusedError("expired")
    return value
