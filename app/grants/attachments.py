"""Files of a grant: announced, sent once, downloaded."""

import asyncio
import hashlib
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import func, select

from app.common.errors import InvalidContent
from app.common.problem import FieldError, InvalidValue
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.resources import Tagged, row_etag, tagged
from app.grants.attachment_views import AttachmentIn, AttachmentList, AttachmentOut
from app.grants.errors import AlreadyGiven, FilesOutstanding, FileWithdrawn, NoContent
from app.grants.lists import page_of_grant
from app.grants.media import MediaType
from app.grants.reading import Held, held, part, require_status
from app.grants.sniffing import OtherContent, require_harmless
from app.grants.states import AttachmentKind, GrantStatus
from app.grants.storage import DEFAULT_STORE, STORES

CATEGORY = "grant_attachment"
FILES = table_of("grant_attachment")
MOST_OUTSTANDING = 20
"""Files of a grant that are announced and not sent yet."""
_OPEN = (GrantStatus.DRAFT, GrantStatus.SUBMITTED, GrantStatus.UNDER_ASSESSMENT, GrantStatus.GRANTED)


async def create(desk: Desk, grant_id: UUID, new: AttachmentIn) -> Tagged[AttachmentOut]:
    """Announce a file; its content follows.

    Raises:
        FilesOutstanding: the content of too many has not followed yet.
    """
    it = await held(desk, grant_id)
    _require_open(desk, it, new.kind)
    await _require_few(desk, grant_id)
    row = {
        **fresh(),
        **it.keys,
        **new.model_dump(),
        **dict.fromkeys(("size_bytes", "sha256", "storage", "withdrawn_at")),
    }
    await desk.insert(CATEGORY, row)
    desk.event.record_id = row["id"]
    return tagged(AttachmentOut, CATEGORY, row)


async def _require_few(desk: Desk, grant_id: UUID) -> None:
    await desk.alone("announced files", grant_id)
    found = await desk.row(
        select(func.count().label("outstanding")).where(
            FILES.c.grant_id == grant_id,
            FILES.c.sha256.is_(None),
            FILES.c.withdrawn_at.is_(None),
            desk.readable(CATEGORY),
        )
    )
    if found is not None and found["outstanding"] >= MOST_OUTSTANDING:
        raise FilesOutstanding(MOST_OUTSTANDING)


def _require_open(desk: Desk, it: Held, kind: AttachmentKind) -> None:
    """Refuse a file, announced or sent, where the grant takes no such file any more."""
    require_status(desk, it, *((GrantStatus.DRAFT,) if kind is AttachmentKind.APPLICATION_FORM else _OPEN))


async def get(desk: Desk, grant_id: UUID, attachment_id: UUID) -> Tagged[AttachmentOut]:
    """What a file is."""
    return tagged(AttachmentOut, CATEGORY, await part(desk, CATEGORY, grant_id, attachment_id))


async def page(desk: Desk, grant_id: UUID, query: AttachmentList) -> Page[AttachmentOut]:
    """The grant's files."""
    return await page_of_grant(desk, CATEGORY, grant_id, query, _view)


def _view(row: Mapping[Any, Any]) -> AttachmentOut:
    return AttachmentOut.model_validate(dict(row))


async def write(desk: Desk, grant_id: UUID, attachment_id: UUID, content: bytes, sent_as: str) -> Tagged[AttachmentOut]:
    """Take the content, once.

    Args:
        sent_as: the media type that the request named.

    Raises:
        ForbiddenTransition: the grant takes no such file any more.
        AlreadyGiven: it was sent before.
        FileWithdrawn: it was taken back.
        InvalidContent: it is not what it is said to be, or does more than be read.
    """
    it = await held(desk, grant_id, lock=True)
    row = await part(desk, CATEGORY, grant_id, attachment_id, lock=True)
    desk.require_match(row_etag(CATEGORY, row))
    _require_kept(row)
    if row["sha256"] is not None:
        raise AlreadyGiven
    _require_open(desk, it, AttachmentKind(row["kind"]))
    declared = MediaType(row["media_type"])
    try:
        if sent_as != declared:
            raise OtherContent
        await asyncio.to_thread(require_harmless, content, declared)
    except InvalidValue as fault:
        raise InvalidContent(errors=[FieldError("", fault.code, fault.message_en, fault.message_da)]) from None
    await STORES[DEFAULT_STORE].put(desk, row, content)
    digest = await asyncio.to_thread(hashlib.sha256, content)
    about = {"size_bytes": len(content), "sha256": digest.hexdigest(), "storage": DEFAULT_STORE}
    return tagged(AttachmentOut, CATEGORY, await desk.update(CATEGORY, row, about))


def _require_kept(row: Mapping[str, Any]) -> None:
    if row["withdrawn_at"] is not None:
        raise FileWithdrawn


async def withdraw(desk: Desk, grant_id: UUID, attachment_id: UUID) -> Tagged[AttachmentOut]:
    """Take a file back from a draft: its bytes are erased, and it is not handed in. Another may be announced.

    Raises:
        ForbiddenTransition: the application is no draft any more.
        FileWithdrawn: it was taken back before.
    """
    it = await held(desk, grant_id, lock=True)
    row = await part(desk, CATEGORY, grant_id, attachment_id, lock=True)
    desk.require_match(row_etag(CATEGORY, row))
    _require_kept(row)
    require_status(desk, it, GrantStatus.DRAFT)
    if row["storage"] is not None:
        await STORES[row["storage"]].erase(desk, row)
    return tagged(AttachmentOut, CATEGORY, await desk.update(CATEGORY, row, {"withdrawn_at": utc_now()}))


async def read(desk: Desk, grant_id: UUID, attachment_id: UUID) -> tuple[Mapping[str, Any], bytes]:
    """A file with its content.

    Raises:
        NoContent: it was never sent.
        FileWithdrawn: it was taken back.
    """
    row = await part(desk, CATEGORY, grant_id, attachment_id)
    _require_kept(row)
    if row["storage"] is None:
        raise NoContent
    return row, await STORES[row["storage"]].get(desk, row)
