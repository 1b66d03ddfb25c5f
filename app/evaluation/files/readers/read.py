"""Read the tables of this folder with their labels. Python 3.11 or newer, nothing else.

import read
cells = read.table("cells")                 # {"n": [12, None, ...], "sex": ["F", "M", ...], ...}
polars.DataFrame(cells)                     # or pandas.DataFrame(cells)
read.table("cells", labels="da")            # codes replaced by their Danish labels ("en" for English)
read.verify()                               # every file against SHA256SUMS

A value of None is not shown (disclosure control): it is neither zero nor unknown. The column `status` says why.
"""

import csv
import hashlib
import json
from pathlib import Path
from typing import Any

HERE = Path(__file__).resolve().parent
PACKAGE = json.loads((HERE / "datapackage.json").read_text(encoding="utf-8"))


def table(name: str, labels: str | None = None) -> dict[str, list[Any]]:
    """A table as columns."""
    resource = _resource(name)
    with (HERE / resource["path"]).open(encoding="utf-8", newline="") as file:
        rows = list(csv.DictReader(file))
    return {field["name"]: _column(field, [row[field["name"]] for row in rows], labels) for field in _fields(name)}


def label(name: str, column: str, language: str = "da") -> str:
    """What a column is called."""
    field = next(each for each in _fields(name) if each["name"] == column)
    return str(field["title_da" if language == "da" else "title"])


def verify() -> None:
    """Compare every file that is here with SHA256SUMS, and raise where one differs."""
    for line in (HERE / "SHA256SUMS").read_text(encoding="utf-8").splitlines():
        expected, name = line.split("  ", 1)
        path = HERE / name
        if path.exists() and hashlib.sha256(path.read_bytes()).hexdigest() != expected:
            raise ValueError(f"{name} is not as it was published")


def _resource(name: str) -> dict[str, Any]:
    return next(each for each in PACKAGE["resources"] if each["name"] == name)


def _fields(name: str) -> list[dict[str, Any]]:
    return list(_resource(name)["schema"]["fields"])


def _column(field: dict[str, Any], values: list[str], labels: str | None) -> list[Any]:
    if field["type"] != "string":
        convert = int if field["type"] == "integer" else float
        return [None if value == "" else convert(value) for value in values]
    key = "label_da" if labels == "da" else "label"
    words = {each["value"]: each[key] for each in field.get("categories", [])} if labels else {}
    return [words.get(value, value) for value in values]
