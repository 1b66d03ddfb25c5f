"""Releases as the evaluator's scripts see them."""

from datetime import date, datetime
from typing import Annotated, Any
from uuid import UUID

from pydantic import BaseModel, ConfigDict, Field

from app.common.cursors import MAX_CURSOR_LENGTH
from app.evaluation.states import ReleaseKind, ReleaseStatus
from app.evaluation.views import IN_PLACE, TAKEN


class FeedQuery(BaseModel):
    """Unknown parameters are refused."""

    model_config = ConfigDict(extra="forbid")

    since: Annotated[
        str | None,
        Field(
            min_length=1,
            max_length=MAX_CURSOR_LENGTH,
            description="`cursor` of an earlier answer: only what is new since then.",
        ),
    ] = None


class ReleaseEntry(BaseModel):
    """A release, or the tombstone of one."""

    id: UUID
    name: str = Field(description="How people and files call it.")
    kind: ReleaseKind = Field(description="`sandbox` is of invented people, in the same form.")
    status: ReleaseStatus = Field(description="`published`, or `recalled`: then delete what you have of it.")
    starts_on: date
    ends_on: date = Field(description="The last day of its period. The periods of releases are disjoint.")
    final: bool = Field(description="Whether it is the last, which has what came late.")
    supersedes_id: UUID | None = Field(description="The recalled release that it comes in place of.")
    published_at: datetime
    recalled_at: datetime | None
    recall_reason: str | None


class ReleaseFeed(BaseModel):
    """What is new, oldest first."""

    items: list[ReleaseEntry]
    more: bool = Field(description="Whether there is more at once: ask again with `cursor`.")
    cursor: str = Field(
        max_length=MAX_CURSOR_LENGTH, description="Keep it, and send it as `since` next time. It is opaque."
    )


class ManifestFile(BaseModel):
    """One file: what it must be when it has arrived."""

    id: UUID = Field(description="By which the log names its downloads.")
    name: str
    media_type: str
    size_bytes: int
    sha256: str = Field(description="Of the whole file, hexadecimal; its ETag is `sha256-` and this.")


class Approvals(BaseModel):
    """Who stood for it. The controllers' names are at `/v1/organisations`."""

    checked_at: datetime | None = Field(
        description="By a disclosure officer who did not build it; null of the sandbox."
    )
    approved_at: datetime | None = Field(description="When the last controller had approved.")
    controller_ids: list[UUID] = Field(
        description=f"The controllers whose data are in it, each of which approved. {IN_PLACE}"
    )


class ReleaseManifest(ReleaseEntry):
    """All that is to know of a release before its files are opened."""

    taken_at: datetime | None = Field(description=TAKEN)
    kept: str | None = Field(default=None, description="Of one in place of a recalled one: of whom figures are kept.")
    kept_da: str | None = None
    approvals: Approvals
    parameters: dict[str, Any] = Field(description="Of the disclosure control, as far as they are public.")
    project_ids: list[UUID]
    files: list[ManifestFile] = Field(description="Everything, `bundle.zip` too, which has the others in it.")
