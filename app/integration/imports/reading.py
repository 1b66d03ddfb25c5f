"""One chunk as rows: what each says, or why it cannot be read."""

import csv
from dataclasses import dataclass, field
from typing import Any

from pydantic import BaseModel, TypeAdapter, ValidationError

from app.common import strict_json
from app.common.citizen_text import CaseReference
from app.common.problem import FieldError
from app.common.validation_errors import field_error, pointer_into
from app.integration.imports.cells import REFERENCE, Columns, columns
from app.integration.imports.errors import fault
from app.integration.imports.splitting import Splitter
from app.integration.imports.states import ImportFormat

_REFERENCE: TypeAdapter[str] = TypeAdapter(CaseReference)


@dataclass(slots=True)
class ReadRow:
    """One row: a body that is good in form, or its faults."""

    number: int
    reference: str | None = None
    body: BaseModel | None = None
    errors: list[FieldError] = field(default_factory=list)


def rows_of(chunk: bytes, kind: ImportFormat, body: type[BaseModel], first_row: int) -> list[ReadRow]:
    """The rows of a chunk, the header of a CSV not among them."""
    splitter = Splitter(kind)
    lines = [*splitter.feed(chunk), *splitter.end()]
    header = columns(lines.pop(0).decode(), body) if kind is ImportFormat.CSV else None
    return [_read(ReadRow(first_row + place), line, body, header) for place, line in enumerate(lines)]


def _read(row: ReadRow, line: bytes, body: type[BaseModel], header: Columns | None) -> ReadRow:
    try:
        found = strict_json.loads(line) if header is None else _from_csv(line, header)
    except strict_json.StrictJSONError as error:
        row.errors.append(fault(error.code, error.pointer))
        return row
    if not isinstance(found, dict):
        row.errors.append(fault("object_type"))
        return row
    _name(row, found.pop(REFERENCE, None))
    try:
        row.body = body.model_validate(found)
    except ValidationError as error:
        row.errors += [
            field_error(dict(each), pointer_into(found, each["loc"], kind=each["type"])) for each in error.errors()
        ]
    return row


def _from_csv(line: bytes, header: Columns) -> dict[str, Any]:
    try:
        text = line.decode()
    except UnicodeDecodeError:
        raise strict_json.StrictJSONError("not_utf8") from None
    if "\0" in text:
        raise strict_json.StrictJSONError("nul_character")
    try:
        found = header.row(text)
    except csv.Error:
        raise _RefusedRowError("invalid_csv") from None
    if found is None:
        raise _RefusedRowError("wrong_number_of_cells")
    return found


class _RefusedRowError(strict_json.StrictJSONError):
    """A row that is no row of this CSV; the code is ours and not one of JSON's."""

    def __init__(self, code: str) -> None:
        Exception.__init__(self, code)
        self.code = code  # type: ignore[assignment]  # of a wider set
        self.pointer = ""


def _name(row: ReadRow, given: object) -> None:
    if given is None:
        row.errors.append(fault("missing", f"/{REFERENCE}"))
        return
    try:
        row.reference = _REFERENCE.validate_python(given, strict=True)
    except ValidationError as error:
        row.errors += [field_error(dict(each), f"/{REFERENCE}") for each in error.errors()]
