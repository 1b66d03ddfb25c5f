"""Stata's own format: labels on variables and values, and what is not shown as the missing value `.a`."""

import re
import tempfile
from collections import Counter
from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import polars as pl
import pyreadstat

from app.evaluation.files.codebook import SUPPRESSED, Column, Kind, Table
from app.evaluation.files.words import Words

_VERSION: Final = 14
"""Stata 14 and later, R's haven and pyreadstat read it; the first one in UTF-8."""
_WITHHELD: Final = "a"
_LABEL_LENGTH: Final = 80
"""Stata cuts the label of a variable or file after this many characters."""
_VALUE_LABEL_LENGTH: Final = 32_000
_TIMESTAMP: Final = re.compile(rb"<timestamp>\x11.{17}</timestamp>", re.DOTALL)


def dta(table: Table) -> bytes:
    """The table as one .dta file, in Danish (VIVE's own language); `codes` has the English labels."""
    frame = table.frame.select(_written(table.frame[each.name], each) for each in table.columns)
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder) / "table.dta"
        pyreadstat.write_dta(
            frame,
            path,
            file_label=table.words.da[:_LABEL_LENGTH],
            version=_VERSION,
            column_labels={each.name: each.words.da[:_LABEL_LENGTH] for each in table.columns},
            variable_value_labels={each.name: labels for each in table.columns if (labels := _labels(each))},
            missing_user_values={each.name: [_WITHHELD] for each in table.columns if each.measured},
        )
        return _without_time(path.read_bytes())


def _written(values: pl.Series, column: Column) -> pl.Series:
    if column.kind is Kind.CODE:
        return values.replace_strict(column.numbers(), return_dtype=pl.Int32)
    if column.measured:
        # The writer takes a missing value with its letter only among other objects.
        given: list[Any] = [_WITHHELD if value is None else value for value in values]
        return pl.Series(column.name, given, dtype=pl.Object)
    return values


def _labels(column: Column) -> dict[Any, str]:
    if column.measured:
        return {_WITHHELD: SUPPRESSED.da}
    if column.kind is not Kind.CODE:
        return {}
    numbers = column.numbers()
    return {numbers[code]: label for code, label in unique_labels(column.codes).items()}


def unique_labels(codes: Mapping[str, Words]) -> dict[str, str]:
    """The Danish label of each code; with the code behind it where another's is the same.

    Stata's `encode` and R's `factor` would take two values with one label for one.
    """
    times = Counter(words.da for words in codes.values())
    return {
        code: (words.da if times[words.da] == 1 else f"{words.da} ({code})")[:_VALUE_LABEL_LENGTH]
        for code, words in codes.items()
    }


def _without_time(content: bytes) -> bytes:
    """Replace the time of writing, so that the same table gives the same bytes.

    Raises:
        ValueError: it is not where the format has it.
    """
    replaced, times = _TIMESTAMP.subn(b"<timestamp>\x1101 Jan 2000 00:00</timestamp>", content, count=1)
    if times != 1:
        raise ValueError("the file has no time of writing")
    return replaced
