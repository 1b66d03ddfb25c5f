"""What the files say about themselves: each table, its columns, and the codes that stand in them.

Every format is written from this, so that they cannot say different things.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from typing import Final

import polars as pl

from app.evaluation.files.words import Words


class Kind(StrEnum):
    """What stands in a column."""

    CODE = "code"
    """One of a closed list of codes. In Stata a number with a value label: the code's place in the list."""
    KEY = "key"
    """One of an open list that another release may have more of (places, periods). In Stata the text itself, so that
    two releases can be appended without one's numbers meaning another's places."""
    TEXT = "text"
    """Words about the row; none of its coordinates."""
    INTEGER = "integer"
    NUMBER = "number"


TYPES: Final[Mapping[Kind, pl.DataType]] = {
    Kind.CODE: pl.String(),
    Kind.KEY: pl.String(),
    Kind.TEXT: pl.String(),
    Kind.INTEGER: pl.Int64(),
    Kind.NUMBER: pl.Float64(),
}
"""As which a column is written to Parquet."""


@dataclass(frozen=True, slots=True)
class Column:
    """A column, and what its values mean."""

    name: str
    kind: Kind
    words: Words
    codes: Mapping[str, Words] = field(default_factory=dict)
    """In the order of the codebook; only appended to, since Stata's numbers are the places."""

    @property
    def measured(self) -> bool:
        """Whether it holds values, which may be withheld, rather than coordinates, which never are."""
        return self.kind in {Kind.INTEGER, Kind.NUMBER}

    def numbers(self) -> dict[str, int]:
        """The number of each code in Stata."""
        return {code: place for place, code in enumerate(self.codes, 1)}


@dataclass(frozen=True, slots=True)
class Table:
    """A table with its rows, in the order of its codes."""

    name: str
    words: Words
    columns: tuple[Column, ...]
    frame: pl.DataFrame

    @property
    def key(self) -> tuple[str, ...]:
        """The columns that say which row it is."""
        said = {Kind.CODE, Kind.KEY}
        return tuple(each.name for each in self.columns if each.kind in said and each.name != STATUS)

    def __post_init__(self) -> None:
        """Refuse a frame that is not as the codebook says.

        Raises:
            CodebookError: naming the column.
        """
        _check_columns(self)
        for column in self.columns:
            _check_codes(self, column)


STATUS: Final = "status"
"""The column that says why a value is not there."""

SUPPRESSED: Final = Words("Vises ikke; se status", "Not shown; see status")
"""What an empty value means, in every format: `""` in CSV, null in JSON and Parquet, `.a` in Stata."""


class CodebookError(ValueError):
    """A frame holds what the codebook does not explain."""


def _check_columns(table: Table) -> None:
    expected = {each.name: TYPES[each.kind] for each in table.columns}
    found = dict(table.frame.schema)
    if found != expected or list(found) != list(expected):
        message = f"{table.name}: the columns are {found}, the codebook has {expected}"
        raise CodebookError(message)


def _check_codes(table: Table, column: Column) -> None:
    values = table.frame[column.name]
    if column.measured or column.kind is Kind.TEXT:
        return
    if values.null_count():
        message = f"{table.name}.{column.name}: a code is missing"
        raise CodebookError(message)
    if column.codes and (unknown := sorted(set(values.unique()) - column.codes.keys())):
        message = f"{table.name}.{column.name}: no label for {', '.join(unknown)}"
        raise CodebookError(message)


def codes_table(tables: tuple[Table, ...]) -> Table:
    """All codes of all tables as a table of its own, to be joined with: labels, and the numbers of Stata."""
    rows = list(_codes(tables))
    columns = (
        Column("table_name", Kind.KEY, Words("Tabel (fil)", "Table (file)")),
        Column("column_name", Kind.KEY, Words("Kolonne", "Column")),
        Column("code", Kind.KEY, Words("Kode", "Code")),
        Column("label_da", Kind.TEXT, Words("Dansk etiket", "Danish label")),
        Column("label_en", Kind.TEXT, Words("Engelsk etiket", "English label")),
        Column(
            "number",
            Kind.INTEGER,
            Words("Kodens tal i Stata-filen; 0 hvor den er tekst", "Its number in the Stata file; 0 where it is text"),
        ),
    )
    frame = pl.DataFrame(rows, schema={each.name: TYPES[each.kind] for each in columns}, orient="row")
    return Table("codes", Words("Koder med etiketter", "Codes with labels"), columns, frame)


def _codes(tables: tuple[Table, ...]) -> Iterator[tuple[str, str, str, str, str, int]]:
    for table in tables:
        for column in table.columns:
            numbers = column.numbers() if column.kind is Kind.CODE else {}
            for code, words in column.codes.items():
                yield table.name, column.name, code, words.da, words.en, numbers.get(code, 0)
