"""The codebook as a Data Package (version 2, datapackage.org): columns, categories, missing values, sizes, checksums.

Labels are English where the standard has one place for them; the Danish ones stand beside them (`label_da`).
"""

import hashlib
import json
from collections.abc import Mapping, Sequence
from typing import Any, Final

from app.evaluation.files.codebook import SUPPRESSED, Column, Kind, Table
from app.evaluation.files.release import KEPT, Release

_PROFILES: Final = "https://datapackage.org/profiles/2.0"
_TYPES: Final[Mapping[Kind, str]] = {
    Kind.CODE: "string",
    Kind.KEY: "string",
    Kind.TEXT: "string",
    Kind.INTEGER: "integer",
    Kind.NUMBER: "number",
}
_MISSING: Final = [{"value": "", "label": SUPPRESSED.en, "label_da": SUPPRESSED.da}]


def datapackage(release: Release, tables: Sequence[Table], files: Mapping[str, bytes]) -> bytes:
    """The descriptor.

    Args:
        files: all files written so far, by name; each table's CSV is among them.
    """
    descriptor = {
        "$schema": f"{_PROFILES}/datapackage.json",
        "name": release.name,
        "id": release.id,
        "title": release.words.en,
        "title_da": release.words.da,
        "version": "1",
        "created": release.snapshot_at,
        "sandbox": release.sandbox,
        "supersedes": list(release.supersedes),
        **({"kept": KEPT.en, "kept_da": KEPT.da} if release.supersedes else {}),
        "periods": list(release.periods),
        "disclosure_control": dict(release.parameters),
        "resources": [_resource(each, files[f"{each.name}.csv"]) for each in tables],
        "files": [{"path": name, "bytes": len(content), "hash": _hash(content)} for name, content in files.items()],
    }
    return (json.dumps(descriptor, ensure_ascii=False, indent=1) + "\n").encode()


def schema_of(table: Table) -> dict[str, Any]:
    """The columns of a table as a Table Schema."""
    return {
        "$schema": f"{_PROFILES}/tableschema.json",
        "fields": [_field(each) for each in table.columns],
        "primaryKey": list(table.key),
        "missingValues": _MISSING,
    }


def _resource(table: Table, content: bytes) -> dict[str, Any]:
    return {
        "$schema": f"{_PROFILES}/dataresource.json",
        "name": table.name,
        "type": "table",
        "title": table.words.en,
        "title_da": table.words.da,
        "path": f"{table.name}.csv",
        "format": "csv",
        "mediatype": "text/csv",
        "encoding": "utf-8",
        "bytes": len(content),
        "hash": _hash(content),
        "rows": table.frame.height,
        "schema": schema_of(table),
    }


def _field(column: Column) -> dict[str, Any]:
    described: dict[str, Any] = {
        "name": column.name,
        "type": _TYPES[column.kind],
        "title": column.words.en,
        "title_da": column.words.da,
    }
    if column.codes:
        described["categories"] = [
            {"value": code, "label": words.en, "label_da": words.da} for code, words in column.codes.items()
        ]
        described["constraints"] = {"required": True, "enum": list(column.codes)}
    if column.kind is Kind.CODE:
        described["stata_values"] = column.numbers()
    return described


def _hash(content: bytes) -> str:
    return f"sha256:{hashlib.sha256(content).hexdigest()}"
