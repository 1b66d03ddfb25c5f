"""A file as it arrives: cut into rows, counted, sealed, and laid on disk until all of it is there.

What lies on the disk is ciphertext under a key that is in memory alone, in a file without a name: a process that ends
leaves nothing that anybody can read. Whole, it goes into the database in one transaction, with the first answer to its
Idempotency-Key; cut off, there was nothing.
"""

import os
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from dataclasses import dataclass, field
from typing import IO, Any, NamedTuple
from uuid import UUID, uuid4

from pydantic import BaseModel

from app.auth.keys import KeyRing
from app.auth.tokens import AccessClaims
from app.common import encryption
from app.common.encryption import DataKey, FieldCipher
from app.integration.imports.cells import columns
from app.integration.imports.errors import UnreadableFile
from app.integration.imports.splitting import BYTE_ORDER_MARK, Splitter
from app.integration.imports.states import ImportFormat

MOST_ROWS = 100_000
BATCH_ROWS = 50
"""Rows of a chunk, which is a batch: below the 64 savepoints of a transaction that others need not look up on disk."""
_BATCH_BYTES = 256 * 1024
_UTF_16 = (b"\xff\xfe", b"\xfe\xff")


class Sealed(NamedTuple):
    """A chunk of the file."""

    position: int
    first_row: int
    sealed: bytes


class _Kept(NamedTuple):
    first_row: int
    offset: int
    size: int


def bound_to(import_id: UUID, organisation_id: UUID) -> bytes:
    """What the key of an import is wrapped with."""
    return f"import {import_id} of {organisation_id}".encode()


def place_of(import_id: UUID, organisation_id: UUID, position: int) -> dict[str, str]:
    """Where a chunk belongs; moved elsewhere it doesn't open."""
    return {
        "table": "import_chunk",
        "column": "sealed",
        "row_id": str(position),
        "organisation_id": str(organisation_id),
        "key_id": str(import_id),
    }


def opened(keys: KeyRing, wrapped: bytes, import_id: UUID, organisation_id: UUID) -> FieldCipher:
    """What opens the chunks of an import.

    Raises:
        DecryptionFailed: the master key is another's, or was taken away.
    """
    masters = {name: each.key for name, each in keys.master_keys.items()}
    return FieldCipher(encryption.unwrap_key(masters, wrapped, bound_to(import_id, organisation_id)))


@dataclass(slots=True)
class Received:
    """One file. Close it."""

    kind: ImportFormat
    body: type[BaseModel]
    claims: AccessClaims = field(repr=False)
    keys: KeyRing = field(repr=False)
    id: UUID = field(default_factory=uuid4)
    size: int = 0
    rows: int = 0
    wrapped: bytes = field(init=False, repr=False)
    _cipher: FieldCipher = field(init=False, repr=False)
    _splitter: Splitter = field(init=False)
    _file: IO[bytes] = field(init=False)
    _kept: list[_Kept] = field(default_factory=list)
    _header: bytes = b""
    _batch: list[bytes] = field(default_factory=list)
    _start: bytes = b""

    def __post_init__(self) -> None:
        """Make the key and the file."""
        key, master = DataKey.generate(), self.keys.current_master
        self.wrapped = encryption.wrap_key(master.key, master.id, key, bound_to(self.id, self.claims.organisation_id))
        self._cipher = FieldCipher(key)
        self._splitter = Splitter(self.kind)
        self._file = tempfile.TemporaryFile()  # noqa: SIM115 - closed by `close`

    @property
    def asked_as(self) -> dict[str, Any]:
        """What the token said of who sent it."""
        told = self.claims
        return {
            "subject": told.subject,
            "organisation_type": told.organisation_type,
            "roles": sorted(told.roles),
            "scope": sorted(told.scope),
            "token_id": told.token_id,
            "issued_at": told.issued_at,
            "narrowed": told.narrowed,
        }

    @property
    def chunks(self) -> int:
        """How many there are."""
        return len(self._kept)

    def take(self, piece: bytes) -> None:
        """The next piece.

        Raises:
            UnreadableFile: whatever comes yet, it's no file of rows that are taken.
        """
        if self.size < len(BYTE_ORDER_MARK):  # the start may come byte by byte
            self._start += piece
            self.size += len(piece)
            if self.size >= len(BYTE_ORDER_MARK):
                self._rows(self._begun())
            return
        self.size += len(piece)
        self._rows(piece)

    def end(self) -> None:
        """There is no more.

        Raises:
            UnreadableFile: there was no row.
        """
        if self.size < len(BYTE_ORDER_MARK):
            self._rows(self._begun())
        for row in self._splitter.end():
            self._row(row)
        self._seal()
        if not self.rows:
            raise UnreadableFile("no_rows")

    def sealed(self) -> Iterator[Sealed]:
        """The chunks, one at a time."""
        for position, kept in enumerate(self._kept):
            self._file.seek(kept.offset)
            yield Sealed(position, kept.first_row, self._file.read(kept.size))

    def close(self) -> None:
        """Let go of the file."""
        with suppress(OSError):
            self._file.close()

    def _begun(self) -> bytes:
        start, self._start = self._start, b""
        if start.startswith(_UTF_16) or b"\0" in start:
            raise UnreadableFile("not_utf8")
        if not start.startswith(BYTE_ORDER_MARK):
            return start
        if self.kind is ImportFormat.JSONL:
            raise UnreadableFile("byte_order_mark")
        return start.removeprefix(BYTE_ORDER_MARK)  # Excel writes one

    def _rows(self, piece: bytes) -> None:
        for row in self._splitter.feed(piece):
            self._row(row)

    def _row(self, row: bytes) -> None:
        if self.kind is ImportFormat.CSV and not self._header:
            self._head(row)
            return
        self.rows += 1
        if self.rows > MOST_ROWS:
            raise UnreadableFile("too_many_rows", row=self.rows)
        if len(self._batch) == BATCH_ROWS or sum(map(len, self._batch)) + len(row) > _BATCH_BYTES:
            self._seal(before=1)
        self._batch.append(row if row.endswith(b"\n") else row + b"\n")

    def _head(self, row: bytes) -> None:
        try:
            columns(row.decode(), self.body)
        except UnicodeDecodeError:
            raise UnreadableFile("not_utf8") from None
        self._header = row if row.endswith(b"\n") else row + b"\n"

    def _seal(self, *, before: int = 0) -> None:
        if not self._batch:
            return
        plain = self._header + b"".join(self._batch)
        place = place_of(self.id, self.claims.organisation_id, len(self._kept))
        sealed = self._cipher.encrypt_bytes(plain, **place)
        first = self.rows - before - len(self._batch) + 1
        offset = self._file.seek(0, os.SEEK_END)
        self._kept.append(_Kept(first, offset, self._file.write(sealed)))
        self._batch = []
