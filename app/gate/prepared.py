"""Statements compiled once a process and run with parameters on the driver's own connection.

Building a statement's clauses and compiling them costs more than running it. The text is made from the policy's
own clauses (`clauses.allowed`), never written by hand beside them, so that there is still one boundary.
"""

import json
from collections.abc import Callable, Hashable, Mapping
from dataclasses import dataclass
from typing import Any

from sqlalchemy import JSON, ClauseElement, SelectBase
from sqlalchemy.dialects.postgresql import asyncpg as driver

_dialect: Any = driver.dialect
_DIALECT = _dialect()
_KNOWN: dict[Hashable, "Prepared"] = {}


@dataclass(frozen=True, slots=True)
class Prepared:
    """A statement's text, and the names of its parameters in order."""

    text: str
    names: tuple[str, ...]
    fixed: Mapping[str, Any]
    """Values that were literals in the statement."""
    json: frozenset[str]
    """Columns of the answer that come as JSON text."""

    def arguments(self, values: Mapping[str, Any]) -> list[Any]:
        """The values in the text's order."""
        return [values[name] if name in values else self.fixed[name] for name in self.names]

    def row(self, record: Any) -> dict[str, Any]:
        """A row of the driver's as the rest of the product knows rows."""
        if not self.json:
            return dict(record)
        return {
            # SQLAlchemy may have taught the driver to read JSON on this connection.
            name: json.loads(value) if name in self.json and isinstance(value, str) else value
            for name, value in record.items()
        }


def prepared(key: Hashable, build: Callable[[], ClauseElement]) -> Prepared:
    """The compiled statement known by `key`, built when first asked for.

    Args:
        key: everything that the statement's text depends on (role, category, columns ...).
        build: makes the statement with `bindparam(name)` for what varies.
    """
    known = _KNOWN.get(key)
    if known is None:
        statement = build()
        compiled: Any = statement.compile(dialect=_DIALECT)
        columns = statement.selected_columns if isinstance(statement, SelectBase) else ()
        known = _KNOWN[key] = Prepared(
            str(compiled),
            tuple(compiled.positiontup),
            dict(compiled.params),
            frozenset(str(column.key) for column in columns if isinstance(column.type, JSON)),
        )
    return known
