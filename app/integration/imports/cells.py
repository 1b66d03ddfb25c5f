"""CSV as JSON: dotted headers are members within members, and a cell is what its member wants it to be.

Cells are text. Where the member is a number or true/false, a cell that reads as one becomes it; one that doesn't stays
text, and is refused as such. A list of codes or texts stands in one cell, divided by `|`; of a list of objects each
member has a column of its own, numbered from 0 (`contact.safe_hours.0.weekday`). An empty cell is absent.
"""

import csv
import re
from collections.abc import Callable, Sequence
from functools import lru_cache
from types import UnionType
from typing import Annotated, Any, Union, get_args, get_origin

from pydantic import BaseModel

from app.common.problem import is_safe_name, safe_pointer
from app.integration.imports.errors import UnreadableFile
from app.integration.imports.splitting import delimiter_of

REFERENCE = "external_reference"
_INTEGER = re.compile(r"-?[0-9]{1,18}", re.ASCII)
_TRUTH = {"true": True, "false": False}
_MOST_ITEMS = 100
_KEPT_HEADERS = 32
"""Whoever sends a file writes its header: there is no end of those."""

Read = Callable[[str], Any]


def _integer(cell: str) -> object:
    return int(cell) if _INTEGER.fullmatch(cell) else cell


def _truth(cell: str) -> object:
    return _TRUTH.get(cell, cell)


def _plain(annotation: Any) -> Any:
    """Without its metadata and its None."""
    while get_origin(annotation) is Annotated:
        annotation = get_args(annotation)[0]
    if get_origin(annotation) in {Union, UnionType}:
        kinds = [each for each in get_args(annotation) if each is not type(None)]
        return _plain(kinds[0])
    return annotation


def _reader(annotation: Any) -> Read | None:
    """How a cell becomes such a value; None for what no one cell holds."""
    kind = _plain(annotation)
    if get_origin(kind) is list:
        inner = _reader(get_args(kind)[0])
        return None if inner is None else lambda cell: [inner(each.strip()) for each in cell.split("|")]
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return None
    if kind is bool:
        return _truth
    return _integer if kind is int else str


def _column(annotation: Any, path: Sequence[str]) -> Read | None:
    """How the cells of a column are read; None where there is no such member."""
    if not path:
        return _reader(annotation)
    kind, (name, *rest) = _plain(annotation), path
    if get_origin(kind) is list:
        numbered = _INTEGER.fullmatch(name) is not None and str(int(name)) == name and 0 <= int(name) < _MOST_ITEMS
        return _column(get_args(kind)[0], rest) if numbered else None
    if isinstance(kind, type) and issubclass(kind, BaseModel) and name in kind.model_fields:
        field = kind.model_fields[name]
        return _column(field.annotation, rest)
    return None


class Columns:
    """The header of a CSV, held against what the collection takes."""

    def __init__(self, header: str, body: type[BaseModel]) -> None:
        """Find the delimiter, and how each column is read.

        Raises:
            UnreadableFile: a column is unknown, missing, stands twice or has no name.
        """
        self.delimiter = delimiter_of(header.encode()).decode()
        try:
            names = [each.strip() for each in self._parsed(header)]
        except csv.Error:
            raise UnreadableFile("invalid_csv") from None
        self._paths = [tuple(each.split(".")) for each in names]
        if any(not part for path in self._paths for part in path):
            raise UnreadableFile("empty_column")
        self._readers = [self._known(path, body) for path in self._paths]
        if len(set(self._paths)) != len(self._paths):
            raise UnreadableFile("duplicate_column")
        for name in (REFERENCE, *(name for name, field in body.model_fields.items() if field.is_required())):
            if not any(path[0] == name for path in self._paths):
                raise UnreadableFile("missing_column", safe_pointer((name,)))

    def _known(self, path: tuple[str, ...], body: type[BaseModel]) -> Read:
        read = str if path == (REFERENCE,) else _column(body, path)
        if read is None:
            raise UnreadableFile("unknown_column", safe_pointer(path) if all(map(_shown, path)) else "")
        return read

    def _parsed(self, text: str) -> list[str]:
        """The cells of the one row that this is; of more than one it is no row.

        Raises:
            csv.Error: it isn't CSV, or isn't one row.
        """
        return next(csv.reader([text], delimiter=self.delimiter, strict=True))

    def row(self, text: str) -> dict[str, Any] | None:
        """A row as JSON would have it; None where it has another number of cells.

        Raises:
            csv.Error: it isn't CSV, or isn't one row.
        """
        cells = self._parsed(text)
        if len(cells) != len(self._paths):
            return None
        found: dict[str, Any] = {}
        for path, read, cell in zip(self._paths, self._readers, cells, strict=True):
            if cell.strip():
                _put(found, path, read(cell))
        return {name: _listed(each) for name, each in found.items()}


def _shown(name: str) -> bool:
    return is_safe_name(name) or name.isdigit()


def _put(found: dict[str, Any], path: Sequence[str], value: Any) -> None:
    for part in path[:-1]:
        found = found.setdefault(part, {})
    found[path[-1]] = value


def _listed(value: Any) -> Any:
    """Objects whose members are numbers are lists."""
    if not isinstance(value, dict):
        return value
    inner = {name: _listed(each) for name, each in value.items()}
    if inner and all(name.isdigit() for name in inner):
        return [inner[name] for name in sorted(inner, key=int)]
    return inner


@lru_cache(maxsize=_KEPT_HEADERS)
def columns(header: str, body: type[BaseModel]) -> Columns:
    """The same header comes with each chunk of a file."""
    return Columns(header, body)
