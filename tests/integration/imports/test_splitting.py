"""Where a row of a CSV ends, and what is in it: whatever a file is, nothing of it is lost without a word."""

import csv
import io
import re

from hypothesis import given
from hypothesis import strategies as st
from pydantic import BaseModel

from app.integration.imports.errors import UnreadableFile
from app.integration.imports.reading import ReadRow, rows_of
from app.integration.imports.splitting import Splitter
from app.integration.imports.states import ImportFormat

HEAD = ("external_reference", "note", "other")
CELLS = st.text('a" ;,\n\r\u2028æøå', max_size=8)
LINES = st.lists(
    st.sampled_from([b"a", b"a;b;c\n", b'"', b'""', b";", b";;", b'";"', b"\n", b"\r", b"\r\n", b" ", b"\xc3\xa6"])
)


class Body(BaseModel):
    """What the rows are read as."""

    note: str | None = None
    other: str | None = None


def split(content: bytes, cut: int) -> list[bytes]:
    """The rows of a file that comes in pieces, its header the first of them."""
    splitter = Splitter(ImportFormat.CSV)
    found: list[bytes] = []
    for at in range(0, len(content), cut):
        found += splitter.feed(content[at : at + cut])
    return [*found, *splitter.end()]


def read(rows: list[bytes]) -> list[ReadRow]:
    """As a chunk of the file is read again."""
    chunk = b"".join(row if row.endswith(b"\n") else row + b"\n" for row in rows)
    return rows_of(chunk, ImportFormat.CSV, Body, 1)


@given(st.lists(st.tuples(CELLS, CELLS), min_size=1), st.sampled_from(";,"), st.integers(1, 40), st.booleans())
def test_what_is_written_as_csv_comes_back_whole(
    cells: list[tuple[str, str]], delimiter: str, cut: int, every: bool
) -> None:
    written = io.StringIO()
    writer = csv.writer(written, delimiter=delimiter, quoting=csv.QUOTE_ALL if every else csv.QUOTE_MINIMAL)
    writer.writerow(HEAD)
    writer.writerows((f"SAG-{number}x", *each) for number, each in enumerate(cells))
    found = read(split(written.getvalue().encode(), cut))
    assert [each.errors for each in found] == [[]] * len(cells)
    assert [each.reference for each in found] == [f"SAG-{number}x" for number in range(len(cells))]
    bodies = [each.body.model_dump() for each in found if each.body]
    wanted = [(note if note.strip() else None, other if other.strip() else None) for note, other in cells]
    assert [(each["note"], each["other"]) for each in bodies] == wanted


@given(LINES, st.integers(1, 40))
def test_every_character_is_in_a_row_that_is_told_of(parts: list[bytes], cut: int) -> None:
    content = b"".join(parts)
    try:
        header, *rows = split(";".join(HEAD).encode() + b"\n" + content, cut)
    except UnreadableFile:  # as a whole, and nothing of it is kept
        content += b'"'
        header, *rows = split(";".join(HEAD).encode() + b"\n" + content, cut)
    assert b"".join(rows).translate(None, b" \r\n") == content.translate(None, b" \r\n")
    found = read([header, *rows])
    assert [each.number for each in found] == [*range(1, len(rows) + 1)]
    for row, each in zip(rows, found, strict=True):
        if each.body and not each.errors:
            cells = (each.reference or "", *(cell or "" for cell in each.body.model_dump().values()))
            assert re.sub(r'[";\s]', "", "".join(cells)) == re.sub(r'[";\s]', "", row.decode()), (row, each)


def test_a_quotation_mark_within_a_cell_and_any_line_end() -> None:
    content = b'external_reference;note\nA1;Inge "Kaj\nA2;x\rA3;y\r\nA4;Bo "Ib\n\n  \nA5;"a\r\nb"\rA6;"a"b\nA7;z'
    found = read(split(content, 3))
    assert [(each.number, each.reference) for each in found if not each.errors] == [
        *((number, f"A{number}") for number in (1, 2, 3, 4, 5)),
        (7, "A7"),
    ]
    assert [each.errors[0].code for each in found if each.errors] == ["invalid_csv"]
    assert found[0].body == Body(note='Inge "Kaj')
    assert found[4].body == Body(note="a\r\nb")
