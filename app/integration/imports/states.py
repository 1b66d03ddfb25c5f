"""Codes, states and transitions of imports."""

from enum import StrEnum


class ImportMode(StrEnum):
    """Whether an import writes; the code list `import_mode`."""

    VALIDATE = "validate"
    """The same run, rolled back: the report says what would become of each row."""
    COMMIT = "commit"


class ImportAtomicity(StrEnum):
    """What a row that is refused takes with it; the code list `import_atomicity`."""

    ALL = "all"
    """Everything: one row refused, and nothing is written."""
    OBJECT = "object"
    """Itself alone."""


class ImportFormat(StrEnum):
    """How the rows come; the code list `import_format`."""

    JSONL = "jsonl"
    CSV = "csv"


class ImportStatus(StrEnum):
    """received -> running -> completed | failed | cancelled; the code list `import_status`."""

    RECEIVED = "received"
    RUNNING = "running"
    COMPLETED = "completed"
    FAILED = "failed"
    CANCELLED = "cancelled"


ENDED = frozenset({ImportStatus.COMPLETED, ImportStatus.FAILED, ImportStatus.CANCELLED})
WAITING = tuple(sorted(set(ImportStatus) - ENDED))
TRANSITIONS: dict[ImportStatus, frozenset[ImportStatus]] = {
    **dict.fromkeys(ENDED, frozenset[ImportStatus]()),
    ImportStatus.RECEIVED: frozenset({ImportStatus.RUNNING, ImportStatus.CANCELLED, ImportStatus.FAILED}),
    ImportStatus.RUNNING: ENDED,
}


class ImportPhase(StrEnum):
    """What a running import does; the code list `import_phase`."""

    CHECKING = "checking"
    """Each row is tried and rolled back."""
    WRITING = "writing"


class ImportRowOutcome(StrEnum):
    """What became of a row, or would; the code list `import_row_outcome`."""

    CREATED = "created"
    UPDATED = "updated"
    UNCHANGED = "unchanged"
    REFUSED = "refused"
    NOT_WRITTEN = "not_written"
    """It was good, and another row's fault kept it out (`atomic=all`)."""


class ImportFailure(StrEnum):
    """Why an import failed as a whole; the code list `import_failure`."""

    ROWS_REFUSED = "rows_refused"
    """`atomic=all`, and at least one row was refused: nothing was written."""
    CLIENT_REFUSED = "client_refused"
    """The client is disabled, or its token was revoked."""
    RIGHTS_CHANGED = "rights_changed"
    """Functions, track or scopes of the client are others than when it sent the file."""
    AGREEMENT_NOT_IN_FORCE = "agreement_not_in_force"
    INTERRUPTED = "interrupted"
    """It ended the process that worked on it, again and again in the same place (`running.MOST_ATTEMPTS`)."""
    BROKEN = "broken"
    """A fault of ours."""
