"""Releases with their files, reports, approvals, builds, and the ledger of who contributed to which cell.

A release lies across projects, so none of these hangs on one. Everything that a build made carries the build's id
(`release_job.id`); it belongs to the release for as long as `release.build_id` names that build.
"""

from datetime import date, datetime
from typing import Any
from uuid import UUID

from sqlalchemy import (
    CheckConstraint,
    Column,
    ForeignKeyConstraint,
    Index,
    LargeBinary,
    Text,
    UniqueConstraint,
    text,
)
from sqlalchemy.dialects.postgresql import JSONB, ExcludeConstraint
from sqlmodel import Field

from app.database.columns import Row, day, moment, one_of, uuids
from app.evaluation.states import ApprovalStatus, JobError, JobStatus, JobStep, ReleaseKind, ReleaseStatus


def _document(name: str) -> Any:
    return Field(default=None, sa_column=Column(name, JSONB, nullable=True))


def _of_build() -> ForeignKeyConstraint:
    """Ties a row to a build of its release."""
    return ForeignKeyConstraint(["build_id", "release_id"], ["release_job.id", "release_job.release_id"])


class Release(Row, table=True):
    """One frozen table programme over one period; `organisation_id` is the operator."""

    __tablename__ = "release"
    __table_args__ = (
        one_of("kind", ReleaseKind),
        one_of("status", ReleaseStatus),
        CheckConstraint("ends_on >= starts_on", name="dates"),
        CheckConstraint("name ~ '^[a-z0-9][a-z0-9-]{0,39}$'", name="name"),
        # The two who check it are two people, and what the attacker found never leaves `built`.
        CheckConstraint("checked_by IS NULL OR checked_by <> built_by", name="four_eyes"),
        CheckConstraint("status IN ('draft', 'built', 'cancelled') OR findings = 0", name="withstood"),
        CheckConstraint("(status IN ('draft', 'cancelled')) = (build_id IS NULL)", name="build"),
        CheckConstraint("status IN ('draft', 'built', 'cancelled') OR checked_by IS NOT NULL", name="checked"),
        CheckConstraint("(status IN ('published', 'recalled')) = (published_at IS NOT NULL)", name="published"),
        CheckConstraint("(status = 'recalled') = (recalled_at IS NOT NULL)", name="recalled"),
        CheckConstraint("(status = 'cancelled') = (cancelled_at IS NOT NULL)", name="cancelled"),
        Index("uq_release_name", "name", unique=True, postgresql_where="status <> 'cancelled'"),
        # Nothing is published twice: two answers about one period tell of whoever came or went in between.
        ExcludeConstraint(
            (text("daterange(starts_on, ends_on, '[]')"), "&&"),
            where=text("kind = 'programme' AND status NOT IN ('recalled', 'cancelled')"),
            name="ex_release_period",
        ),
        Index("ix_release_page", "created_at", "id"),
        Index("ix_release_published_at", "published_at", "id"),
    )

    organisation_id: UUID = Field(foreign_key="organisation.id")
    name: str = Field(sa_type=Text)
    """How people and files call it, e.g. `2024-h1`."""
    kind: str = Field(default=ReleaseKind.PROGRAMME, sa_type=Text)
    status: str = Field(default=ReleaseStatus.DRAFT, sa_type=Text)
    starts_on: date = day(nullable=False)
    ends_on: date = day(nullable=False)
    """The last day of the period; the periods of the programme's releases are disjoint."""
    final: bool = Field(default=False)
    """The programme's last: it alone shows the pool of what came late."""
    supersedes_id: UUID | None = Field(default=None, foreign_key="release.id")
    excluded_ids: list[UUID] = Field(sa_column=uuids("excluded_ids"))
    """Controllers whose data do not enter, since they did not approve."""
    build_id: UUID | None = None
    """The build whose files these are; NULL while it is a draft."""
    project_ids: list[UUID] = Field(sa_column=uuids("project_ids"))
    controller_ids: list[UUID] = Field(sa_column=uuids("controller_ids"))
    """Whose projects, and whose data, are in it."""
    sources: list[dict[str, Any]] | None = _document("sources")
    """Controller and project from which data entered, with the `categories` that its agreement covered then."""
    findings: int | None = None
    """What the attacker found."""
    parameters: dict[str, Any] | None = _document("parameters")
    """Of the disclosure control, minus the secret ones."""
    report: dict[str, Any] | None = _document("report")
    """The public report: rounded."""
    secret_check: str | None = Field(default=None, sa_type=Text)
    """By which a changed programme secret is noticed; tells nothing of it."""
    taken_at: datetime | None = moment()
    """The snapshot's time."""
    built_at: datetime | None = moment()
    built_by: UUID | None = Field(default=None, foreign_key="staff.id")
    """Who asked for the build."""
    checked_at: datetime | None = moment()
    checked_by: UUID | None = Field(default=None, foreign_key="staff.id")
    approved_at: datetime | None = moment()
    published_at: datetime | None = moment()
    recalled_at: datetime | None = moment()
    recall_reason: str | None = Field(default=None, sa_type=Text)
    cancelled_at: datetime | None = moment()
    cancel_reason: str | None = Field(default=None, sa_type=Text)


class ReleaseJob(Row, table=True):
    """One build of a release. Whoever works on it holds a lease, and renews it; a stale one is taken over."""

    __tablename__ = "release_job"
    __table_args__ = (
        ForeignKeyConstraint(["release_id"], ["release.id"]),
        one_of("status", JobStatus),
        one_of("step", JobStep),
        one_of("error", JobError),
        CheckConstraint("percent BETWEEN 0 AND 100", name="percent"),
        CheckConstraint("(status = 'running') = (worker IS NOT NULL AND leased_until IS NOT NULL)", name="lease"),
        CheckConstraint("(status = 'failed') = (error IS NOT NULL)", name="failed"),
        CheckConstraint("(status IN ('done', 'failed')) = (finished_at IS NOT NULL)", name="finished"),
        UniqueConstraint("id", "release_id"),
        Index("ix_release_job_page", "release_id", "created_at", "id"),
        # One build of a release at a time.
        Index("uq_release_job_open", "release_id", unique=True, postgresql_where="status IN ('queued', 'running')"),
    )

    release_id: UUID
    organisation_id: UUID = Field(foreign_key="organisation.id")
    asked_by: UUID = Field(foreign_key="staff.id")
    status: str = Field(default=JobStatus.QUEUED, sa_type=Text)
    step: str = Field(default=JobStep.WAITING, sa_type=Text)
    percent: int = Field(default=0)
    error: str | None = Field(default=None, sa_type=Text)
    attempts: int = Field(default=0)
    worker: str | None = Field(default=None, sa_type=Text)
    leased_until: datetime | None = moment()
    started_at: datetime | None = moment()
    finished_at: datetime | None = moment()


class ReleaseFile(Row, table=True):
    """One file of a build; its bytes are another category. Of a project's part `project_id` says whose."""

    __tablename__ = "release_file"
    __table_args__ = (
        _of_build(),
        CheckConstraint("sha256 ~ '^[0-9a-f]{64}$'", name="sha256"),
        CheckConstraint("size_bytes >= 0", name="size_bytes"),
        UniqueConstraint("id", "build_id"),
        UniqueConstraint("build_id", "project_id", "name", postgresql_nulls_not_distinct=True),
        Index("ix_release_file_release_id", "release_id", "build_id"),
    )

    release_id: UUID
    build_id: UUID
    project_id: UUID | None = Field(default=None, foreign_key="project.id")
    """NULL of the release's own files; a project's partners read the part that is their project's."""
    name: str = Field(sa_type=Text)
    media_type: str = Field(sa_type=Text)
    size_bytes: int
    sha256: str = Field(sa_type=Text)


class ReleaseFileContent(Row, table=True):
    """A file's bytes, written once. A trigger lets them be emptied only where the build was given up."""

    __tablename__ = "release_file_content"
    __table_args__ = (
        _of_build(),
        ForeignKeyConstraint(["file_id", "build_id"], ["release_file.id", "release_file.build_id"]),
        UniqueConstraint("file_id"),
    )

    file_id: UUID
    release_id: UUID
    build_id: UUID
    project_id: UUID | None = Field(default=None, foreign_key="project.id")
    """The file's, repeated."""
    content: bytes = Field(sa_type=LargeBinary)


class ReleaseReport(Row, table=True):
    """The internal report of a build: exact counts, and what the attacker found."""

    __tablename__ = "release_report"
    __table_args__ = (_of_build(), UniqueConstraint("build_id"))

    release_id: UUID
    build_id: UUID
    report: dict[str, Any] = Field(sa_column=Column("report", JSONB, nullable=False))


class ReleaseApproval(Row, table=True):
    """What a controller whose data enter says to a build. A trigger asks when the build was checked.

    All that it is told of the build is `about`: which years, by which method. Of no figure, and of nobody else.
    """

    __tablename__ = "release_approval"
    __table_args__ = (
        _of_build(),
        one_of("status", ApprovalStatus),
        CheckConstraint("(status IN ('pending', 'lapsed')) = (decided_at IS NULL)", name="decided"),
        UniqueConstraint("build_id", "organisation_id"),
        Index("ix_release_approval_organisation_id", "organisation_id", "created_at", "id"),
    )

    release_id: UUID
    build_id: UUID
    organisation_id: UUID = Field(foreign_key="organisation.id")
    about: dict[str, Any] | None = _document("about")
    """What is asked for: name, period and declared parameters."""
    status: str = Field(default=ApprovalStatus.PENDING, sa_type=Text)
    decided_at: datetime | None = moment()
    decided_by: UUID | None = Field(default=None, foreign_key="staff.id")
    reason: str | None = Field(default=None, sa_type=Text)


class ReleaseLedger(Row, table=True):
    """Who contributed to one cell. Nobody but the builder sees it: the audit of later releases needs it."""

    __tablename__ = "release_ledger"
    __table_args__ = (
        _of_build(),
        CheckConstraint("removed >= 0", name="removed"),
        Index("ix_release_ledger_build_id", "build_id"),
        Index("ix_release_ledger_release_id", "release_id"),
    )

    release_id: UUID
    build_id: UUID
    statistic: str = Field(sa_type=Text)
    """`cells`, `means`, `moments` or `cost`; or whatever `store.py` names."""
    cell: dict[str, Any] = Field(sa_column=Column("cell", JSONB, nullable=False))
    """Its coordinates."""
    person_ids: list[UUID] = Field(sa_column=uuids("person_ids"))
    removed: int = Field(default=0)
    """How many ids were erased since: of a cell with 1-4 removed nothing is computed anew."""
