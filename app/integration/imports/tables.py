"""Imports, what was uploaded for them until they end, and their reports.

No citizen's name or number stands in an import or its report: a reference, a record's id, and of what was refused where
and why. What was uploaded is sealed under a key of the import's own, and both are destroyed when it ends.
"""

from datetime import datetime
from typing import Any
from uuid import UUID

from sqlalchemy import CheckConstraint, Column, Index, LargeBinary, Text, UniqueConstraint
from sqlalchemy.dialects.postgresql import JSONB
from sqlmodel import Field

from app.database.columns import Row, Track, moment, one_of
from app.integration.imports.states import (
    ENDED,
    ImportAtomicity,
    ImportFailure,
    ImportFormat,
    ImportMode,
    ImportPhase,
    ImportRowOutcome,
    ImportStatus,
)

_ENDED = ", ".join(f"'{each}'" for each in sorted(ENDED))


class ImportJob(Row, table=True):
    """One file on its way in."""

    __tablename__ = "import_job"
    __table_args__ = (
        one_of("track", Track),
        one_of("mode", ImportMode),
        one_of("atomic", ImportAtomicity),
        one_of("format", ImportFormat),
        one_of("status", ImportStatus),
        one_of("phase", ImportPhase),
        one_of("error", ImportFailure),
        CheckConstraint("(status = 'failed') = (error IS NOT NULL)", name="failed"),
        CheckConstraint(f"(status IN ({_ENDED})) = (wrapped = '')", name="key_destroyed"),
        Index("ix_import_job_organisation_id", "organisation_id", "created_at", "id"),
        Index("ix_import_job_waiting", "updated_at", postgresql_where="status IN ('received', 'running')"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    track: str | None = Field(default=None, sa_type=Text)
    """The one side that the client works in, if any: on the other side it isn't known of."""
    client_id: str = Field(sa_type=Text)
    staff_id: UUID | None = None
    asked_as: dict[str, Any] = Field(sa_column=Column("asked_as", JSONB, nullable=False))
    """What the token said: each batch asks again whether it still holds."""
    collection: str = Field(sa_type=Text)
    mode: str = Field(sa_type=Text)
    atomic: str = Field(sa_type=Text)
    format: str = Field(sa_type=Text)
    size_bytes: int
    rows_total: int
    chunks: int
    status: str = Field(default=ImportStatus.RECEIVED, sa_type=Text)
    phase: str | None = Field(default=None, sa_type=Text)
    error: str | None = Field(default=None, sa_type=Text)
    position: int = Field(default=0)
    """Chunks that the present phase is done with."""
    rows_done: int = Field(default=0)
    created: int = Field(default=0)
    updated: int = Field(default=0)
    unchanged: int = Field(default=0)
    refused: int = Field(default=0)
    wrapped: bytes = Field(sa_type=LargeBinary)
    """The key of the chunks, wrapped by the master key; a trigger empties it when the import ends."""
    attempts: int = Field(default=0)
    """Taken up so often since it last got on, by processes that may have ended over it."""
    worker: str | None = Field(default=None, sa_type=Text)
    leased_until: datetime | None = moment()
    started_at: datetime | None = moment()
    finished_at: datetime | None = moment()


class ImportChunk(Row, table=True):
    """Some rows as they were sent, with the header before them in a CSV. Sealed; emptied when the import ends."""

    __tablename__ = "import_chunk"
    __table_args__ = (one_of("track", Track), UniqueConstraint("import_id", "position"))

    organisation_id: UUID = Field(foreign_key="organisation.id")
    track: str | None = Field(default=None, sa_type=Text)
    import_id: UUID = Field(foreign_key="import_job.id")
    position: int
    first_row: int
    sealed: bytes = Field(sa_type=LargeBinary)


class ImportRow(Row, table=True):
    """What became of one row."""

    __tablename__ = "import_row"
    __table_args__ = (
        one_of("track", Track),
        one_of("outcome", ImportRowOutcome),
        UniqueConstraint("import_id", "row"),
        Index("ix_import_row_reference", "import_id", "reference"),
        Index("ix_import_row_outcome", "import_id", "outcome", "row"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    track: str | None = Field(default=None, sa_type=Text)
    import_id: UUID = Field(foreign_key="import_job.id")
    row: int
    """From 1; a header and blank lines aren't counted."""
    reference: str | None = Field(default=None, sa_type=Text)
    record_id: UUID | None = None
    outcome: str = Field(sa_type=Text)
    errors: list[dict[str, Any]] = Field(sa_column=Column("errors", JSONB, nullable=False))
    """Pointer, code and message in both languages; never what was refused."""
