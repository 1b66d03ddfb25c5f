"""Rows of other categories beside the one that is read, as JSON in the same statement; NULL where not readable."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, FromClause, func, literal_column, select
from sqlalchemy.dialects.postgresql import JSONB
from sqlalchemy.sql.selectable import NamedFromClause

from app.database.columns import table_of
from app.gate.desk import Desk


def as_json(row: NamedFromClause) -> ColumnElement[Any]:
    """A whole row, by its alias; name the alias in the FROM as well, since no column of it stands here."""
    return func.to_jsonb(literal_column(row.name), type_=JSONB)


def ids_of(part: Mapping[str, Any]) -> dict[str, UUID]:
    """The ids in a row that came as JSON, as the log and an update want them."""
    return {name: UUID(part[name]) for name in ("id", "citizen_id", "organisation_id")}


def key_beside(desk: Desk, row: FromClause) -> ColumnElement[Any]:
    """The data key that the row's controller seals with; unlabelled."""
    key = table_of("data_key").alias("key_beside")
    query = (
        select(as_json(key))
        .select_from(key)
        .where(
            key.c.citizen_id == row.c.citizen_id,
            key.c.organisation_id == row.c.organisation_id,
            desk.readable("data_key", key),
        )
    )
    return query.correlate(row).scalar_subquery()
