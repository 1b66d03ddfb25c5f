"""A file that arrives piece by piece, cut into its rows. Linear in its length, and holds no more than one row."""

from collections.abc import Iterator

from app.integration.imports.errors import UnreadableFile
from app.integration.imports.states import ImportFormat

MOST_ROW_BYTES = 256 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


class Splitter:
    """Rows as they come, each with its line end. A line that a quotation mark is open in goes on (RFC 4180)."""

    def __init__(self, kind: ImportFormat) -> None:
        """Nothing has come yet."""
        self._quoted = kind is ImportFormat.CSV
        self._begun: list[bytes] = []
        self._line = b""
        self._size = 0
        self._open = False
        self.rows = 0
        """Whole rows until now, a header among them."""

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The rows that end within this piece.

        Raises:
            UnreadableFile: a row is too long.
        """
        *lines, rest = (self._line + piece).split(b"\n")
        for line in lines:
            self._line = b""
            yield from self._take(line + b"\n")
        self._line = rest
        self._bound(len(rest))

    def end(self) -> Iterator[bytes]:
        """What is left without a line end."""
        if self._line or self._begun:
            self._begun.append(self._line)
            yield from self._whole()

    def _take(self, line: bytes) -> Iterator[bytes]:
        self._bound(len(line))
        self._begun.append(line)
        self._size += len(line)
        if self._quoted and line.count(b'"') % 2:
            self._open = not self._open
        if not self._open:
            yield from self._whole()

    def _whole(self) -> Iterator[bytes]:
        row, self._begun, self._size = b"".join(self._begun), [], 0
        if row.strip(b" \t\r\n"):
            self.rows += 1
            yield row

    def _bound(self, more: int) -> None:
        if self._size + more > MOST_ROW_BYTES:
            raise UnreadableFile("row_too_long", row=self.rows + (0 if self._quoted else 1))
