"""What was said in a session: sealed, and for the assigned worker and the coordinator alone."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from sqlalchemy import select

from app.boundary.policy import Operation
from app.citizens.stem import about
from app.citizens.vault import own_key
from app.common.errors import NotFound
from app.courses.session_views import NoteOut
from app.courses.sessions import SESSIONS
from app.courses.tables import SessionNote
from app.database.columns import table_of
from app.gate.desk import Desk
from app.gate.resources import Tagged, row_etag, tagged

NOTES = table_of(SessionNote.__tablename__)


async def get(desk: Desk, session_id: UUID) -> Tagged[NoteOut]:
    """The note of a session.

    Raises:
        NotFound: there is none, or not for the asker.
    """
    row = await _note(desk, session_id)
    if row is None:
        raise NotFound
    desk.saw("session_note", row)
    key = await own_key(desk, row)
    return _tagged(desk, row, key.open(NOTES.name, row, "note") or "")


async def put(desk: Desk, session_id: UUID, text: str) -> tuple[Tagged[NoteOut], bool]:
    """Write the note: the first from the session's ETag, a later one from the note's own.

    Returns:
        The note, and whether it is the first.
    """
    session = await _session(desk, session_id)
    old = await _note(desk, session_id)
    desk.require_match(row_etag("session_note", old) if old else row_etag("session", session))
    key = await own_key(desk, session)
    if old is not None:
        new = await desk.update("session_note", old, key.seal(NOTES.name, old["id"], note=text))
        return _tagged(desk, new, text), False
    base = about(desk, session)
    row = {**base, "session_id": session_id, **key.seal(NOTES.name, base["id"], note=text)}
    await desk.insert("session_note", row)
    return _tagged(desk, row, text), True


def _tagged(desk: Desk, row: Mapping[Any, Any], text: str) -> Tagged[NoteOut]:
    desk.event.record_id = row["id"]
    return tagged(NoteOut, "session_note", {**row, "text": text})


async def _session(desk: Desk, session_id: UUID) -> Mapping[Any, Any]:
    """The session, where the asker may write its note: the note's own cell, asked of the session's row."""
    row = await desk.row(
        select(SESSIONS).where(
            SESSIONS.c.id == session_id,
            desk.readable("session"),
            desk.may("session_note", Operation.CREATE, SESSIONS),
        )
    )
    if row is None:
        raise NotFound
    return row


async def _note(desk: Desk, session_id: UUID) -> Mapping[Any, Any] | None:
    return await desk.row(select(NOTES).where(NOTES.c.session_id == session_id, desk.readable("session_note")))
