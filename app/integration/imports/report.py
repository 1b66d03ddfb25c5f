"""A report as CSV: a line for each fault of a row that was refused, one for every other row."""

import csv
import io
from collections.abc import AsyncIterator, Iterable, Iterator

from app.common.csv_text import safe_cell
from app.integration.imports.views import ImportRowOut

HEAD = ("row", "reference", "record_id", "outcome", "pointer", "code", "message")


async def as_csv(parts: AsyncIterator[list[ImportRowOut]]) -> bytes:
    """Safe against formulas; UTF-8."""
    text = io.StringIO()
    writer = csv.writer(text, lineterminator="\r\n")
    writer.writerow(HEAD)
    async for rows in parts:
        writer.writerows([safe_cell(value) for value in line] for line in _lines(rows))
    return text.getvalue().encode("utf-8")


def _lines(rows: Iterable[ImportRowOut]) -> Iterator[list[str | int | None]]:
    for each in rows:
        told: list[str | int | None] = [
            each.row,
            each.reference,
            str(each.record_id) if each.record_id else None,
            each.outcome,
        ]
        if not each.errors:
            yield [*told, None, None, None]
        for error in each.errors:
            yield [*told, error.pointer, error.code, error.message]
