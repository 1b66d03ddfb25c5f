"""What the evaluator reads: what is new, what a release consists of, and the bytes of its files.

Every statement carries the evaluator's clause, and runs as the evaluator's login, whose grants end where this does.
The sandbox release is not in the database: it is there without anybody having built it.
"""

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Final
from uuid import UUID

from sqlalchemy import func, select

from app.common.byte_ranges import Part
from app.common.errors import NotFound
from app.database.columns import table_of, utc_now
from app.evaluation import sandbox
from app.evaluation.evaluator_errors import ReleaseRecalled
from app.evaluation.evaluator_views import (
    Approvals,
    FeedQuery,
    ManifestFile,
    ReleaseEntry,
    ReleaseFeed,
    ReleaseManifest,
)
from app.evaluation.feed import PAGE, Place, event_of, opened, seal
from app.evaluation.files.release import KEPT
from app.evaluation.states import ReleaseStatus
from app.gate.desk import Desk

_NAME: Final = re.compile(r"[A-Za-z0-9._-]{1,100}", re.ASCII)

RELEASE, FILE, CONTENT = "release", "release_file", "release_file_content"


@dataclass(frozen=True, slots=True)
class Wanted:
    """A file that may be handed out, before its bytes are read."""

    file: ManifestFile
    content: bytes | None
    """Where they are at hand already."""


async def feed(desk: Desk, query: FeedQuery) -> ReleaseFeed:
    """What was published or recalled since the cursor, oldest first; the sandbox before all others.

    Raises:
        InvalidCursor: not one of this organisation's.
    """
    secret, organisation = desk.keys.cursor_secret, desk.organisation_id
    place = opened(query.since, secret, organisation)
    rows = await _changed(desk, place)
    told = rows[:PAGE]
    for row in told:
        desk.saw(RELEASE, row)
    items = [ReleaseEntry.model_validate(dict(row)) for row in told]
    if query.since is None:
        items.insert(0, sandbox.entry())
    cursor = seal(place.next(told, utc_now()), secret, organisation)
    return ReleaseFeed(items=items, more=len(rows) > PAGE, cursor=cursor)


async def _changed(desk: Desk, place: Place) -> Sequence[Mapping[Any, Any]]:
    """One more than a page, without those that were told."""
    row = table_of(RELEASE)
    changed_at = func.coalesce(row.c.recalled_at, row.c.published_at).label("changed_at")
    query = select(*desk.columns(RELEASE), changed_at).where(desk.readable(RELEASE)).order_by(changed_at, row.c.id)
    if place.since is not None:
        query = query.where(changed_at >= place.since)
    found = await desk.rows(query.limit(PAGE + 1 + len(place.told)))
    return [each for each in found if event_of(each) not in place.told][: PAGE + 1]


async def manifest(desk: Desk, release_id: UUID) -> ReleaseManifest:
    """All that is to know of a release.

    Raises:
        NotFound: none that was published.
        ReleaseRecalled: with its tombstone.
    """
    if release_id == sandbox.ID:
        return await sandbox.manifest()
    row = await _published(desk, release_id)
    table = table_of(FILE)
    query = select(table).where(*_own_of(table, row), desk.shown(FILE)).order_by(table.c.name)
    files = [ManifestFile.model_validate(dict(each)) for each in await desk.rows(query)]
    approvals = Approvals.model_validate(dict(row))
    kept = {"kept": KEPT.en, "kept_da": KEPT.da} if row["supersedes_id"] else {}
    return ReleaseManifest.model_validate({**row, **kept, "approvals": approvals, "files": files})


async def wanted(desk: Desk, release_id: UUID, name: str) -> Wanted:
    """A file of a release, logged as asked for.

    Raises:
        NotFound: no such file.
        ReleaseRecalled: the release was recalled.
    """
    if release_id == sandbox.ID:
        made = await sandbox.file(name)
        held = None if made is None else Wanted(made.file, made.content)
    else:
        row = await _published(desk, release_id)
        table = table_of(FILE)
        named = (*_own_of(table, row), table.c.name == name)
        found = await desk.row(select(table).where(*named, desk.readable(FILE))) if _NAME.fullmatch(name) else None
        held = None if found is None else Wanted(ManifestFile.model_validate(dict(found)), None)
    if held is None:
        raise NotFound
    desk.event.record_id = held.file.id
    return held


async def content(desk: Desk, it: Wanted, part: Part) -> bytes:
    """The bytes of a part, logged as a download.

    Raises:
        NotFound: the release was recalled meanwhile.
    """
    desk.did("download")
    desk.event.code = part.said
    if it.content is not None:
        return it.content[part.start : part.end]
    table = table_of(CONTENT)
    piece = func.substring(table.c.content, part.start + 1, part.end - part.start)
    row = await desk.row(select(piece.label("piece")).where(table.c.file_id == it.file.id, desk.readable(CONTENT)))
    if row is None:
        raise NotFound
    return bytes(row["piece"])


async def _published(desk: Desk, release_id: UUID) -> Mapping[str, Any]:
    row = await desk.find(RELEASE, release_id)
    desk.event.record_id = release_id
    if row["status"] == ReleaseStatus.RECALLED:
        raise ReleaseRecalled(row["recalled_at"], row["recall_reason"])
    return row


def _own_of(table: Any, release: Mapping[str, Any]) -> tuple[Any, ...]:
    """The release's own files; what is a project's part goes to the project's partners."""
    return (
        table.c.release_id == release["id"],
        table.c.build_id == release["build_id"],
        table.c.project_id.is_(None),
    )
