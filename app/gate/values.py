"""A row as a statement takes it."""

import json
from collections.abc import Mapping
from typing import Any

from sqlalchemy import JSON, Table


def written(table: Table, name: str, value: Any) -> Any:
    """A value as the driver takes it: JSON as text."""
    return json.dumps(value) if isinstance(table.c[name].type, JSON) and value is not None else value


def all_written(table: Table, name: str, values: list[Any]) -> list[Any]:
    """As `written`, of many rows."""
    return [written(table, name, each) for each in values] if isinstance(table.c[name].type, JSON) else values


def complete(target: Table, values: Mapping[str, Any]) -> dict[str, Any]:
    """The row with NULL where nothing is given, except columns that the database makes itself."""
    return {
        column.name: values.get(column.name)
        for column in target.columns
        if column.identity is None and (column.name in values or column.nullable)
    }
