"""Parts of a file whose bytes never change (RFC 9110 §§ 13, 14): what a GET with Range and If-Range is answered with.

Pure: which bytes, and with which status. A download that broke off goes on where it ended, and only if the file still
is the one of which the client has the beginning.
"""

import base64
import hashlib
import re
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Final

from app.common.conditional import not_modified, require_match_if_any

_RANGE: Final = re.compile(r"bytes=[ \t]*(?:(\d{1,18})-(\d{1,18})?|-(\d{1,18}))[ \t]*", re.ASCII | re.IGNORECASE)
_OK, _PARTIAL, _NOT_MODIFIED, _UNSATISFIABLE = 200, 206, 304, 416


@dataclass(frozen=True, slots=True)
class Part:
    """What is sent: a status, and for 200 and 206 the bytes from `start` up to before `end`."""

    status: int
    start: int
    end: int
    size: int
    """Of the whole file."""

    @property
    def headers(self) -> dict[str, str]:
        """What says which part it is."""
        if self.status == _PARTIAL:
            return {"Content-Range": f"bytes {self.start}-{self.end - 1}/{self.size}"}
        return {"Content-Range": f"bytes */{self.size}"} if self.status == _UNSATISFIABLE else {}

    @property
    def said(self) -> str | None:
        """The part for a log, as a Range header would name it; none for the whole."""
        return f"bytes={self.start}-{self.end - 1}" if self.status == _PARTIAL else None


def part_of(method: str, headers: Mapping[str, str], etag: str, size: int) -> Part:
    """Decide in the order of RFC 9110 § 13.2.2.

    Args:
        method: GET or HEAD; only GET has parts.
        headers: of the request, by lower-case name or case-insensitive.
        etag: a strong one, with its quotes.
        size: of the whole file, in bytes.

    A Range that is malformed, names several parts or another unit is no Range: the whole file answers it.

    Raises:
        PreconditionFailed: If-Match names other files only.
    """
    require_match_if_any(headers.get("if-match"), etag)
    if not_modified(headers.get("if-none-match"), etag):
        return Part(_NOT_MODIFIED, 0, 0, size)
    whole = Part(_OK, 0, size, size)
    found = _RANGE.fullmatch(headers.get("range", ""))
    if method != "GET" or found is None or not _is_same(headers.get("if-range"), etag):
        return whole
    first, last, suffix = (int(each) if each else None for each in found.groups())
    if suffix is not None:
        return _partial(max(0, size - suffix), size, size)
    start = first or 0
    if last is not None and last < start:
        return whole
    return _partial(start, size if last is None else min(last + 1, size), size)


def _is_same(if_range: str | None, etag: str) -> bool:
    """Strong comparison; a date never matches, since no Last-Modified was sent."""
    return if_range is None or if_range.strip() == etag


def _partial(start: int, end: int, size: int) -> Part:
    if start >= end:
        return Part(_UNSATISFIABLE, 0, 0, size)
    return Part(_PARTIAL, start, end, size)


def sha256_etag(hexadecimal: str) -> str:
    """The strong ETag of a file by its checksum: two files with one ETag are the same bytes, on any server."""
    return f'"sha256-{hexadecimal}"'


def digest_header(content: bytes | None = None, *, hexadecimal: str | None = None) -> str:
    """A SHA-256 as Content-Digest and Repr-Digest have it (RFC 9530), of bytes or of a known checksum."""
    digest = hashlib.sha256(content or b"").digest() if hexadecimal is None else bytes.fromhex(hexadecimal)
    return f"sha-256=:{base64.b64encode(digest).decode('ascii')}:"
