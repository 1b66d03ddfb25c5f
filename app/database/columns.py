"""What the tables of all slices have in common.

Ids are random (UUIDv4): a UUIDv7 carries its time of birth, and two records born in the same minute would
tell that the two sides of a couple belong together (the wall, rule 3). Ids and times are made here and
not by the database, since `server_default` makes SQLAlchemy add RETURNING, which a role that may create but
not read is refused.
"""

from collections.abc import Iterable
from datetime import UTC, date, datetime
from enum import StrEnum
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import (
    TIMESTAMP,
    CheckConstraint,
    Column,
    Date,
    ForeignKeyConstraint,
    LargeBinary,
    Table,
    Text,
    UniqueConstraint,
    Uuid,
)
from sqlalchemy.dialects.postgresql import ARRAY
from sqlmodel import Field, SQLModel

NAMING = {
    "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    "uq": "uq_%(table_name)s_%(column_0_N_name)s",
    "ck": "ck_%(table_name)s_%(constraint_name)s",
    "fk": "fk_%(table_name)s_%(column_0_N_name)s",
    "pk": "pk_%(table_name)s",
}
SQLModel.metadata.naming_convention = NAMING

Timestamp = TIMESTAMP(timezone=True)


def utc_now() -> datetime:
    """The time, aware and in UTC, as every column stores it."""
    return datetime.now(UTC)


def table_of(name: str) -> Table:
    """A table by name; the slices have put theirs into the metadata when the application was assembled."""
    return SQLModel.metadata.tables[name]


def texts(name: str) -> Column[list[str]]:
    """A list of codes."""
    return Column(name, ARRAY(Text), nullable=False)


def uuids(name: str) -> Column[list[UUID]]:
    """A list of ids."""
    return Column(name, ARRAY(Uuid), nullable=False)


def one_of(column: str, codes: type[StrEnum] | Iterable[str]) -> CheckConstraint:
    """Text with a CHECK: an enum type's `=` is not leakproof and would lose its index under RLS."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} IN ({listed})", name=column)


def all_of(column: str, codes: type[StrEnum] | Iterable[str]) -> CheckConstraint:
    """Each element of the list is one of the codes."""
    listed = ", ".join(f"'{code}'" for code in codes)
    return CheckConstraint(f"{column} <@ ARRAY[{listed}]::text[]", name=column)


class Track(StrEnum):
    """The side of the violence that a record belongs to; the two share nothing."""

    VICTIM = "victim"
    PERPETRATOR = "perpetrator"


class Row(SQLModel):
    """A row with an id, times in UTC, and the version that its ETag is made of."""

    id: UUID = Field(default_factory=uuid4, primary_key=True)
    created_at: datetime = Field(default_factory=utc_now, sa_type=Timestamp)
    updated_at: datetime = Field(default_factory=utc_now, sa_type=Timestamp)
    version: int = Field(default=1)


def fresh() -> dict[str, Any]:
    """The columns of a new `Row`, as its statement writes them."""
    now = utc_now()
    return {"id": uuid4(), "created_at": now, "updated_at": now, "version": 1}


class ControlledRow(Row):
    """A row within a project, with the organisation that answers for it (GDPR art. 4(7))."""

    project_id: UUID = Field(foreign_key="project.id")
    organisation_id: UUID = Field(foreign_key="organisation.id")


class CitizenRow(ControlledRow):
    """A row about one citizen by one controller.

    Track and project are repeated from the stem and held to it by a composite key, so that no row can
    be hung on a citizen of another project or of the other side.
    """

    citizen_id: UUID
    track: str = Field(sa_type=Text)


def of_citizen() -> ForeignKeyConstraint:
    """Ties a `CitizenRow` to its stem, with project and track."""
    return ForeignKeyConstraint(
        ["citizen_id", "project_id", "track"], ["citizen.id", "citizen.project_id", "citizen.track"]
    )


def one_per_controller() -> UniqueConstraint:
    """One row of the category a citizen and controller."""
    return UniqueConstraint("citizen_id", "organisation_id")


def encrypted(*, nullable: bool = False) -> Any:
    """A field as ciphertext (AES-256-GCM under the citizen's data key)."""
    return Field(default=None if nullable else ..., sa_type=LargeBinary, nullable=nullable)


def moment(*, nullable: bool = True) -> Any:
    """A time in UTC."""
    return Field(default=None if nullable else ..., sa_type=Timestamp, nullable=nullable)


def day(*, nullable: bool = True) -> Any:
    """A calendar day in Europe/Copenhagen."""
    return Field(default=None if nullable else ..., sa_type=Date, nullable=nullable)


__all__ = [
    "NAMING",
    "CitizenRow",
    "ControlledRow",
    "Row",
    "Timestamp",
    "Track",
    "all_of",
    "date",
    "day",
    "encrypted",
    "fresh",
    "moment",
    "of_citizen",
    "one_of",
    "one_per_controller",
    "table_of",
    "texts",
    "utc_now",
    "uuids",
]
