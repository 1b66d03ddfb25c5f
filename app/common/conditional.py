"""Conditional requests (RFC 9110 § 13): strong ETags, If-Match against lost updates."""

import base64
import hashlib
import re

from app.common.errors import PreconditionFailed, PreconditionRequired

_TAG = re.compile(r'(W/)?("[\x21\x23-\x7e\x80-\xff]*")')
_TAGS = re.compile(rf"[ \t]*{_TAG.pattern}(?:[ \t]*,[ \t]*{_TAG.pattern})*[ \t]*")
_ETAG_CHARACTERS = 22  # 132 bits of SHA-256 in base64url


def etag_of(*parts: object) -> str:
    """Return a strong ETag, quotes included, that changes when any of `parts` does.

    The parts count as their text. Give the caller's role or organisation too where the
    representation depends on it; a hash is used so that a version number does not show.
    """
    digest = hashlib.sha256()
    for part in parts:
        data = str(part).encode()
        digest.update(len(data).to_bytes(8, "big"))
        digest.update(data)
    tag = base64.urlsafe_b64encode(digest.digest()).decode("ascii")[:_ETAG_CHARACTERS]
    return f'"{tag}"'


def require_match(if_match_header: str | None, current: str) -> None:
    """Pass when If-Match names `current`; weak tags never match (RFC 9110 § 8.8.3.2).

    Raises `PreconditionRequired` for an absent header and for `*`, which would be the blind
    overwrite that the header is there to prevent; `PreconditionFailed` otherwise.
    """
    header = (if_match_header or "").strip()
    if header in {"", "*"}:
        raise PreconditionRequired
    if (False, current) not in _tags(header):
        raise PreconditionFailed


def require_match_if_any(if_match: str | None, current: str) -> None:
    """Pass unless If-Match names other representations only: of a read it is no duty (RFC 9110 § 13.1.1).

    Raises `PreconditionFailed`.
    """
    header = (if_match or "").strip()
    if header not in {"", "*"} and (False, current) not in _tags(header):
        raise PreconditionFailed


def not_modified(if_none_match: str | None, current: str) -> bool:
    """Tell whether If-None-Match names `current`, by weak comparison (RFC 9110 § 13.1.2)."""
    header = (if_none_match or "").strip()
    if header == "*":
        return True
    return any(tag == current for _, tag in _tags(header))


def _tags(header: str) -> list[tuple[bool, str]]:
    """Split a list of entity tags to (is weak, tag); a malformed list has none."""
    if not _TAGS.fullmatch(header):
        return []
    return [(weak != "", tag) for weak, tag in _TAG.findall(header)]
