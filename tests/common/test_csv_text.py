"""No cell that a spreadsheet would take for a formula."""

import csv
import io

import pytest

from app.common.csv_text import csv_document, safe_cell


@pytest.mark.parametrize(
    "text",
    [
        "=1+1",
        "+45",
        "-1",
        "@SUM(A1)",
        "\t=1",
        "\r=1",
        "\n=1",
        " =1",
        "\u00a0=1",
        "＝1",
        "＋1",
        "－1",
        "＠a",
        "|cmd",
        "%x",
        "\t",
    ],
)
def test_a_formula_becomes_text(text: str) -> None:
    assert safe_cell(text) == f"'{text}"


@pytest.mark.parametrize(
    ("value", "cell"), [("Forløb", "Forløb"), ("a=b", "a=b"), ("", ""), (None, ""), (0, "0"), (-5, "-5"), (12, "12")]
)
def test_the_rest_stays_as_it_is(value: str | int | None, cell: str) -> None:
    assert safe_cell(value) == cell


def test_a_document_is_read_back_as_it_was_written() -> None:
    rows: list[list[str | int | None]] = [["a,b", 'say "hi"', 1], ["æøå\nto linjer", None, -2]]
    read = [*csv.reader(io.StringIO(csv_document(("x", "y", "z"), rows).decode("utf-8"), newline=""))]
    assert read == [["x", "y", "z"], ["a,b", 'say "hi"', "1"], ["æøå\nto linjer", "", "-2"]]
