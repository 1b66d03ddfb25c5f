"""Codes, states and transitions of releases."""

from enum import StrEnum


class ReleaseKind(StrEnum):
    """What a release is made of; the code list `release_kind`."""

    PROGRAMME = "programme"
    SANDBOX = "sandbox"
    """Synthetic data in the same schema: nobody's data enter, so nobody is asked."""


class ReleaseStatus(StrEnum):
    """draft -> built -> checked -> approved -> published -> recalled; or cancelled. The code list `release_status`."""

    DRAFT = "draft"
    BUILT = "built"
    CHECKED = "checked"
    APPROVED = "approved"
    PUBLISHED = "published"
    RECALLED = "recalled"
    CANCELLED = "cancelled"
    """Given up before it was published: its period and name are free, and what was built is destroyed."""


_NOTHING: frozenset[ReleaseStatus] = frozenset()
TRANSITIONS: dict[ReleaseStatus, frozenset[ReleaseStatus]] = {
    **dict.fromkeys(ReleaseStatus, _NOTHING),
    ReleaseStatus.DRAFT: frozenset({ReleaseStatus.BUILT, ReleaseStatus.CANCELLED}),
    ReleaseStatus.BUILT: frozenset({ReleaseStatus.CHECKED, ReleaseStatus.DRAFT, ReleaseStatus.CANCELLED}),
    ReleaseStatus.CHECKED: frozenset({ReleaseStatus.APPROVED, ReleaseStatus.DRAFT, ReleaseStatus.CANCELLED}),
    ReleaseStatus.APPROVED: frozenset({ReleaseStatus.PUBLISHED, ReleaseStatus.DRAFT, ReleaseStatus.CANCELLED}),
    ReleaseStatus.PUBLISHED: frozenset({ReleaseStatus.RECALLED}),
}
"""Back to `draft` is a rebuild: what was built before is no release any more. What is published never is rebuilt."""

BUILDABLE = frozenset(
    state for state in ReleaseStatus if state is ReleaseStatus.DRAFT or ReleaseStatus.DRAFT in TRANSITIONS[state]
)
"""The states in which a build may begin."""
TOLD = frozenset({ReleaseStatus.PUBLISHED, ReleaseStatus.RECALLED})
"""What a reader sees: a release, or the tombstone of one."""


class JobStatus(StrEnum):
    """queued -> running -> done / failed; the code list `release_job_status`."""

    QUEUED = "queued"
    RUNNING = "running"
    DONE = "done"
    FAILED = "failed"


class JobStep(StrEnum):
    """What a build is at; the code list `release_job_step`."""

    WAITING = "waiting"
    SNAPSHOT = "snapshot"
    TABLES = "tables"
    ATTACK = "attack"
    FILES = "files"
    WRITING = "writing"


class JobError(StrEnum):
    """Why a build failed; the code list `release_job_error`."""

    NO_DATA = "no_data"
    SECRET_CHANGED = "secret_changed"  # noqa: S105 - a code
    SECRET_MISSING = "secret_missing"  # noqa: S105 - a code
    INTERRUPTED = "interrupted"
    BROKEN = "broken"


class ApprovalStatus(StrEnum):
    """pending -> approved / refused / lapsed; the code list `release_approval_status`."""

    PENDING = "pending"
    APPROVED = "approved"
    REFUSED = "refused"
    LAPSED = "lapsed"
    """The build was given up before anything was said to it."""
