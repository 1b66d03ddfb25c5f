"""Imports as they are asked for, and as they and their reports are told."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.database.columns import Track
from app.gate.paging import PageQuery
from app.integration.imports.states import (
    ImportAtomicity,
    ImportFailure,
    ImportFormat,
    ImportMode,
    ImportPhase,
    ImportRowOutcome,
    ImportStatus,
)
from app.integration.references.registry import COLLECTIONS

CollectionName = Annotated[
    str,
    Field(
        pattern=f"^({'|'.join(sorted(COLLECTIONS))})$",
        description="What the rows are: " + ", ".join(f"`{each}`" for each in sorted(COLLECTIONS)) + ".",
        examples=["citizens"],
    ),
]


class ImportQuery(BaseModel):
    """What to do with a file."""

    model_config = ConfigDict(extra="forbid")

    collection: CollectionName
    mode: ImportMode = Field(description="`validate` writes nothing, and reports what `commit` would do.")
    atomic: ImportAtomicity = Field(
        default=ImportAtomicity.OBJECT,
        description="`object`: a row that is refused keeps out itself alone. `all`: it keeps out every row; such "
        "a file has fewer rows at most (a setting).",
    )


class ImportCounts(BaseModel):
    """How far it has come: while it runs, of the present phase."""

    rows: int = Field(description="In the file.")
    done: int
    created: int
    updated: int
    unchanged: int
    refused: int


class ImportOut(BaseModel):
    """An import, and how far it has come."""

    id: UUID
    collection: str
    mode: ImportMode
    atomic: ImportAtomicity
    format: ImportFormat
    track: Track | None = Field(description="The one side that the client works in, if any.")
    status: ImportStatus
    phase: ImportPhase | None = Field(description="Of one that runs: `checking` is rolled back, `writing` is not.")
    error: ImportFailure | None = Field(description="Why it failed as a whole; the rows have their own.")
    counts: ImportCounts
    size_bytes: int
    upload_destroyed: bool = Field(description="Whether what was sent is gone: once the import has ended.")
    created_at: datetime
    updated_at: datetime
    started_at: datetime | None
    finished_at: datetime | None
    version: int


class ImportList(PageQuery):
    """Filters of the list."""

    status: ImportStatus | None = None
    collection: CollectionName | None = None


class RowError(BaseModel):
    """What is wrong with a row; never the value that was refused."""

    pointer: str = Field(description="RFC 6901, into the row as JSON.")
    code: str
    message: str


class ImportRowOut(BaseModel):
    """What became of a row, or would."""

    row: int = Field(description="From 1; a header and blank lines are not counted.")
    reference: str | None = Field(description="Null where it could not be read.")
    record_id: UUID | None = Field(description="Null where nothing was written.")
    outcome: ImportRowOutcome
    errors: list[RowError]


class RowList(PageQuery):
    """Filters of a report."""

    outcome: ImportRowOutcome | None = None
