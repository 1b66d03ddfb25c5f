"""Tables as CSV (RFC 4180, UTF-8) that a spreadsheet reads as what they are: text and numbers, never formulas."""

import csv
import io
from collections.abc import Iterable, Sequence

# Also as full-width letters, and behind white space: spreadsheets look past both.
_FORMULA = frozenset("=+-@\uff1d\uff0b\uff0d\uff20|%\t\r\n")


def safe_cell(value: str | int | None) -> str:
    """The value as a cell; a text that a program might take for a formula gets an apostrophe before it."""
    if value is None:
        return ""
    if isinstance(value, int):
        return str(value)
    begins = value.lstrip(" \u00a0")[:1] or value[:1]
    return f"'{value}" if begins in _FORMULA else value


def csv_document(head: Sequence[str], rows: Iterable[Sequence[str | int | None]]) -> bytes:
    """The whole table, with its head."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(head)
    writer.writerows([safe_cell(value) for value in row] for row in rows)
    return text.getvalue().encode("utf-8")
