"""Encryption of single fields, and an index for exact search over what is encrypted.

A data key per citizen and controller encrypts that citizen's fields and is itself wrapped by a
master key that is kept outside the database. Destroying the data key is erasure (GDPR Art. 17):
what lies in backups becomes unreadable with it. The associated data of each field holds its
place, so that a ciphertext moved to another row, column or organisation does not open.
"""

import hashlib
import hmac
import os
from collections.abc import Mapping
from functools import lru_cache
from typing import Self
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.hkdf import HKDF

KEY_BYTES = 32

_FIELD_VERSION = b"\x01"
_WRAP_VERSION = b"\x01"
_NONCE_BYTES = 12
_TAG_BYTES = 16
_MAX_MASTER_ID_BYTES = 255


class DecryptionFailed(Exception):  # noqa: N818 - reads as what happened
    """The ciphertext was altered or moved, or is another key's. Says no more on purpose."""


class UnknownMasterKey(DecryptionFailed):
    """The data key is wrapped by a master key that this process has not been given."""


class DataKey(bytes):
    """32 random bytes; one for each citizen and controller. Never shows itself in a repr."""

    __slots__ = ()

    def __new__(cls, value: bytes) -> Self:
        """Take 32 bytes; raises ValueError for any other length."""
        if len(value) != KEY_BYTES:
            raise ValueError("a data key has 32 bytes")
        return super().__new__(cls, value)

    @classmethod
    def generate(cls) -> Self:
        """Return a new key from the operating system's generator."""
        return cls(os.urandom(KEY_BYTES))

    def __repr__(self) -> str:
        return "DataKey(...)"

    __str__ = __repr__


def wrap_key(master: bytes, master_id: str, data_key: bytes, aad: bytes) -> bytes:
    """Encrypt `data_key` under `master` (32 bytes), bound to `aad` (e.g. citizen and controller).

    The result carries `master_id` in clear (at most 255 bytes), so that masters can be rotated:
    version, length of id, id, nonce, ciphertext and tag.
    """
    name = master_id.encode()
    if not 0 < len(name) <= _MAX_MASTER_ID_BYTES:
        raise ValueError("the id of a master key has 1 to 255 bytes")
    header = _WRAP_VERSION + bytes([len(name)]) + name
    nonce = os.urandom(_NONCE_BYTES)
    return header + nonce + _cipher(master).encrypt(nonce, bytes(data_key), header + aad)


def master_id_of(wrapped: bytes) -> str:
    """Return the id of the master key that `wrapped` needs; tells what is left to re-wrap."""
    if len(wrapped) < 2 or wrapped[:1] != _WRAP_VERSION:  # noqa: PLR2004 - version and length
        raise DecryptionFailed
    name = wrapped[2 : 2 + wrapped[1]]
    try:
        return name.decode()
    except UnicodeDecodeError:
        raise DecryptionFailed from None


def unwrap_key(masters: Mapping[str, bytes], wrapped: bytes, aad: bytes) -> DataKey:
    """Return the data key in `wrapped`, choosing among `masters` by the id it carries.

    Raises `UnknownMasterKey` when that one is absent, else `DecryptionFailed`.
    """
    master = masters.get(master_id_of(wrapped))
    if master is None:
        raise UnknownMasterKey
    end = 2 + wrapped[1]
    header, nonce, body = wrapped[:end], wrapped[end : end + _NONCE_BYTES], wrapped[end:]
    if len(body) != _NONCE_BYTES + KEY_BYTES + _TAG_BYTES:
        raise DecryptionFailed
    try:
        return DataKey(_cipher(master).decrypt(nonce, body[_NONCE_BYTES:], header + aad))
    except InvalidTag:
        raise DecryptionFailed from None


class FieldCipher:
    """Encrypts and decrypts the fields of one data key; make one per key, not one per field."""

    __slots__ = ("_aead",)

    def __init__(self, data_key: bytes) -> None:
        """Expand `data_key` (32 bytes) once."""
        self._aead = AESGCM(bytes(DataKey(data_key)))

    def encrypt(
        self,
        plaintext: str,
        *,
        table: str,
        column: str,
        row_id: UUID | str,
        organisation_id: UUID | str,
        key_id: UUID | str,
    ) -> bytes:
        """Return version byte, nonce, ciphertext and tag; `key_id` names the data key."""
        return self.encrypt_bytes(
            plaintext.encode(),
            table=table,
            column=column,
            row_id=row_id,
            organisation_id=organisation_id,
            key_id=key_id,
        )

    def encrypt_bytes(
        self,
        plain: bytes,
        *,
        table: str,
        column: str,
        row_id: UUID | str,
        organisation_id: UUID | str,
        key_id: UUID | str,
    ) -> bytes:
        """As `encrypt`, of what need not be text."""
        nonce = os.urandom(_NONCE_BYTES)
        place = _place(table, column, row_id, organisation_id, key_id)
        return _FIELD_VERSION + nonce + self._aead.encrypt(nonce, plain, place)

    def decrypt(
        self,
        ciphertext: bytes,
        *,
        table: str,
        column: str,
        row_id: UUID | str,
        organisation_id: UUID | str,
        key_id: UUID | str,
    ) -> str:
        """Return the text, or raise `DecryptionFailed` unless every part of the place is equal."""
        return self.decrypt_bytes(
            ciphertext,
            table=table,
            column=column,
            row_id=row_id,
            organisation_id=organisation_id,
            key_id=key_id,
        ).decode()

    def decrypt_bytes(
        self,
        ciphertext: bytes,
        *,
        table: str,
        column: str,
        row_id: UUID | str,
        organisation_id: UUID | str,
        key_id: UUID | str,
    ) -> bytes:
        """As `decrypt`, of what need not be text."""
        if len(ciphertext) < 1 + _NONCE_BYTES + _TAG_BYTES or ciphertext[:1] != _FIELD_VERSION:
            raise DecryptionFailed
        nonce, body = ciphertext[1 : 1 + _NONCE_BYTES], ciphertext[1 + _NONCE_BYTES :]
        place = _place(table, column, row_id, organisation_id, key_id)
        try:
            return self._aead.decrypt(nonce, body, place)
        except InvalidTag:
            raise DecryptionFailed from None


def blind_index(secret: bytes, *, organisation_id: UUID | str, column: str, value: str) -> bytes:
    """Return 32 bytes that are equal for equal values of one organisation's column only.

    Give the normalised value. The CPR space can be walked through in minutes, so `secret` (at
    least 32 bytes) must never be where the database is.
    """
    key = _index_key(secret, _joined("blind index", str(organisation_id), column))
    return hmac.digest(key, value.encode(), hashlib.sha256)


def _place(
    table: str,
    column: str,
    row_id: UUID | str,
    organisation_id: UUID | str,
    key_id: UUID | str,
) -> bytes:
    return _joined(table, column, str(row_id), str(organisation_id), str(key_id))


def _joined(*parts: str) -> bytes:
    """Join with length prefixes: no two lists of parts give the same bytes."""
    encoded = [part.encode() for part in parts]
    return b"".join(len(part).to_bytes(4, "big") + part for part in encoded)


@lru_cache(maxsize=8)
def _cipher(master: bytes) -> AESGCM:
    if len(master) != KEY_BYTES:
        raise ValueError("a master key has 32 bytes")
    return AESGCM(master)


@lru_cache(maxsize=1024)
def _index_key(secret: bytes, info: bytes) -> bytes:
    if len(secret) < KEY_BYTES:
        raise ValueError("the secret of a blind index has at least 32 bytes")
    return HKDF(algorithm=SHA256(), length=KEY_BYTES, salt=None, info=info).derive(secret)
