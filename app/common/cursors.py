"""Cursors of lists: sealed, so that neither the sort value nor another list can be read.

A cursor is AES-256-GCM over the position, bound to everything that decides what the list shows
(organisation, role, route, filters, sort). It is no authority: whoever presents it is checked
like any other caller.
"""

import base64
import binascii
import json
import os
import re
from collections.abc import Mapping, Sequence
from functools import lru_cache

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

from app.common import strict_json
from app.common.errors import InvalidCursor

MAX_CURSOR_LENGTH = 1024

_VERSION = b"\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_WIDTH = 128
"""What is sealed is as long as a multiple of this: how many figures a number has would tell how many there are."""
_MOST = MAX_CURSOR_LENGTH * 3 // 4 - len(_VERSION) - _NONCE_BYTES - _TAG_BYTES
_ALPHABET = re.compile(r"[A-Za-z0-9_-]+", re.ASCII)


def seal_cursor(secret: bytes, *, context: Mapping[str, str], position: Sequence[str | int | None]) -> str:
    """Return `position` (the sort key of the last row sent) as a cursor for `context` only.

    Raises ValueError for a position that would not fit `MAX_CURSOR_LENGTH`: a sort key is short.
    """
    nonce = os.urandom(_NONCE_BYTES)
    plain = json.dumps(list(position), ensure_ascii=False, separators=(",", ":")).encode()
    plain = plain.ljust(min(-(-len(plain) // _WIDTH) * _WIDTH, _MOST))
    sealed = _VERSION + nonce + _cipher(secret).encrypt(nonce, plain, _bound_to(context))
    cursor = base64.urlsafe_b64encode(sealed).rstrip(b"=").decode("ascii")
    if len(cursor) > MAX_CURSOR_LENGTH:
        raise ValueError("the position is too long for a cursor")
    return cursor


def open_cursor(secret: bytes, cursor: str, *, context: Mapping[str, str]) -> list[str | int | None]:
    """Return the position in `cursor`; `InvalidCursor` for anything odd, without saying what."""
    sealed = _decode(cursor)
    if len(sealed) < len(_VERSION) + _NONCE_BYTES + _TAG_BYTES or sealed[:1] != _VERSION:
        raise InvalidCursor
    nonce, body = sealed[1 : 1 + _NONCE_BYTES], sealed[1 + _NONCE_BYTES :]
    try:
        plain = _cipher(secret).decrypt(nonce, body, _bound_to(context))
        position = strict_json.loads(plain, max_depth=1)
    except (InvalidTag, strict_json.StrictJSONError):
        raise InvalidCursor from None
    if not isinstance(position, list) or not all(type(p) in {str, int, type(None)} for p in position):
        raise InvalidCursor
    return position


def _decode(cursor: str) -> bytes:
    if len(cursor) > MAX_CURSOR_LENGTH or not _ALPHABET.fullmatch(cursor):
        raise InvalidCursor
    try:
        sealed = base64.urlsafe_b64decode(cursor + "=" * (-len(cursor) % 4))
    except (binascii.Error, ValueError):
        raise InvalidCursor from None
    # The unused bits of the last character must be zero: one position, one spelling.
    if base64.urlsafe_b64encode(sealed).rstrip(b"=").decode("ascii") != cursor:
        raise InvalidCursor
    return sealed


def _bound_to(context: Mapping[str, str]) -> bytes:
    return _VERSION + json.dumps(dict(context), sort_keys=True, separators=(",", ":")).encode()


@lru_cache(maxsize=8)
def _cipher(secret: bytes) -> AESGCM:
    hkdf = HKDF(algorithm=SHA256(), length=32, salt=None, info=b"interventionsmodellen cursor 1")
    return AESGCM(hkdf.derive(secret))
