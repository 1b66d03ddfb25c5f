"""A file that arrives piece by piece, cut into its rows. Linear in its length, and holds no more than one row.

A line of CSV ends with CR, LF or both, wherever no cell is open. As `csv.reader` has it, which reads the rows
afterwards, a quotation mark opens a cell where it is its first character, and is text like any other elsewhere.
"""

from collections.abc import Iterator

from app.integration.imports.errors import UnreadableFile
from app.integration.imports.states import ImportFormat

MOST_ROW_BYTES = 256 * 1024
BYTE_ORDER_MARK = b"\xef\xbb\xbf"


def delimiter_of(header: bytes) -> bytes:
    """What divides the cells of a CSV: it stands between the names of its columns."""
    return b";" if header.count(b";") > header.count(b",") else b","


def left_open(line: bytes, delimiter: bytes, *, quoted: bool) -> bool:
    """Whether a cell goes on beyond the line's end.

    Args:
        quoted: whether one did before it.
    """
    at = 0
    if not quoted and line.startswith(b'"'):
        quoted, at = True, 1
    while True:
        if quoted and (at := _closed(line, at)) < 0:
            return True
        if (at := line.find(delimiter + b'"', at)) < 0:
            return False
        quoted, at = True, at + 2


def _closed(line: bytes, at: int) -> int:
    """The place after the quotation mark that closes a cell; a doubled one stands for itself. -1 where none does."""
    while (at := line.find(b'"', at)) >= 0:
        if line[at + 1 : at + 2] != b'"':
            return at + 1
        at += 2
    return -1


class Splitter:
    """Rows as they come, each with its line end; an empty line is none."""

    def __init__(self, kind: ImportFormat) -> None:
        """Nothing has come yet."""
        self._csv = kind is ImportFormat.CSV
        self._delimiter = b""
        self._begun: list[bytes] = []
        self._line = b""
        self._size = 0
        self.rows = 0
        """Whole rows until now, a header among them."""

    @property
    def open(self) -> bool:
        """Whether a quotation mark was never closed, once there is no more."""
        return bool(self._begun)

    def feed(self, piece: bytes) -> Iterator[bytes]:
        """The rows that end within this piece.

        Raises:
            UnreadableFile: a row is too long.
        """
        *lines, rest = self._lines(self._line + piece)
        for line in lines:
            self._line = b""
            yield from self._take(line)
        self._line = rest
        self._bound(len(rest))

    def end(self) -> Iterator[bytes]:
        """What is left without a line end.

        Raises:
            UnreadableFile: a cell was never closed, and nobody knows how many rows are in it.
        """
        if self._line:
            yield from self._take(self._line)
            self._line = b""
        if self._begun:
            raise UnreadableFile("unclosed_quote", row=self.rows)

    def _lines(self, text: bytes) -> list[bytes]:
        """Those that are whole, and what is left."""
        if not self._csv:
            *whole, rest = text.split(b"\n")
            return [*(each + b"\n" for each in whole), rest]
        lines = text.splitlines(keepends=True)  # of bytes: CR, LF, CR LF and nothing else
        return lines if lines and not lines[-1].endswith((b"\r", b"\n")) else [*lines, b""]

    def _take(self, line: bytes) -> Iterator[bytes]:
        self._bound(len(line))
        if not self._begun and not line.strip(b" \t\r\n"):
            return
        if self._csv and self._delimiter and left_open(line, self._delimiter, quoted=bool(self._begun)):
            self._begun.append(line)
            self._size += len(line)
            return
        if self._csv and not self._delimiter:
            self._delimiter = delimiter_of(line)  # the header is the first line, as no column's name has a second
        row, self._begun, self._size = b"".join((*self._begun, line)), [], 0
        self.rows += 1
        yield row

    def _bound(self, more: int) -> None:
        if self._size + more > MOST_ROW_BYTES:
            raise UnreadableFile("row_too_long", row=self.rows + (0 if self._csv else 1))
