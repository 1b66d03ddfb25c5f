"""Imports as their client sees them: kept, told of, cancelled."""

from collections.abc import AsyncIterator, Mapping, Sequence
from typing import Any
from uuid import UUID

from sqlalchemy import Text, func, literal_column, select

from app.boundary.policy import Operation
from app.common.cursors import open_cursor, seal_cursor
from app.common.errors import InvalidCursor
from app.common.problem import Language
from app.database.columns import fresh, table_of
from app.gate.admission import require_cell
from app.gate.desk import Desk
from app.gate.paging import Page, bound_to
from app.gate.resources import Tagged, page_of, require_transition, row_etag
from app.integration.imports.errors import TooManyImports, UnreadableFile
from app.integration.imports.receiving import Received
from app.integration.imports.states import ENDED, TRANSITIONS, WAITING, ImportAtomicity, ImportStatus
from app.integration.imports.views import (
    ImportCounts,
    ImportList,
    ImportOut,
    ImportQuery,
    ImportRowOut,
    RowError,
    RowList,
)
from app.integration.references.registry import COLLECTIONS
from app.settings import Settings

_LOCKS = "SELECT current_setting('max_locks_per_transaction')::int * current_setting('max_connections')::int"
SHARE = 4
"""A transaction takes no more than this part of the locks that all share."""
_AT_A_TIME = 2000


def shown(row: Mapping[Any, Any]) -> ImportOut:
    """An import as its client sees it."""
    counts = {name: row[name] for name in ("created", "updated", "unchanged", "refused")}
    return ImportOut.model_validate(
        {
            **{name: row[name] for name in ImportOut.model_fields if name in row},
            "phase": row["phase"] if row["status"] == ImportStatus.RUNNING else None,
            "counts": ImportCounts(rows=row["rows_total"], done=row["rows_done"], **counts),
            "upload_destroyed": row["status"] in ENDED,
        }
    )


def _tagged(row: Mapping[Any, Any]) -> Tagged[ImportOut]:
    return Tagged(shown(row), row_etag("import", row))


async def create(
    desk: Desk, query: ImportQuery, received: Received, *, atomic_rows: int, most: int
) -> Tagged[ImportOut]:
    """Keep a file that was received, to be worked through.

    Args:
        atomic_rows: how many rows one transaction may write.
        most: how many of a client's imports may wait, this one among them.

    Raises:
        RoleCannot, InsufficientScope, AgreementNotInForce: the caller may not create what the rows are.
        UnreadableFile: more rows than one transaction may write.
        TooManyImports: as many of the client's wait as may.
    """
    collection = COLLECTIONS[query.collection]
    require_cell(desk.policy, desk.principal, collection.category, Operation.CREATE, also=collection.also)
    if query.atomic is ImportAtomicity.ALL:
        locks = await desk.driver.fetchval(_LOCKS)
        writable = min(atomic_rows, locks // SHARE)
        if received.rows > writable:
            raise UnreadableFile("too_many_rows", row=writable + 1)
    principal = desk.principal
    await _require_room(desk, most, coming=1)
    own = {"organisation_id": desk.organisation_id, "track": principal.track}
    row = {
        **fresh(),
        **own,
        "id": received.id,
        "client_id": principal.client_id,
        "staff_id": principal.staff_id,
        "asked_as": received.asked_as,
        **query.model_dump(mode="json"),
        "format": received.kind,
        "size_bytes": received.size,
        "rows_total": received.rows,
        "chunks": received.chunks,
        "status": ImportStatus.RECEIVED,
        **dict.fromkeys(("position", "rows_done", "created", "updated", "unchanged", "refused", "attempts"), 0),
        "wrapped": received.wrapped,
    }
    await desk.insert("import", row)
    for chunk in received.sealed():
        await desk.insert("import_upload", {**fresh(), **own, "import_id": received.id, **chunk._asdict()}, shown=False)
    # Once more with those that came at the same time, which wait for nothing but each other's end.
    await desk.alone("imports", principal.client_id)
    await _require_room(desk, most)
    desk.did("upload", received.id)
    return _tagged({column.name: row.get(column.name) for column in table_of("import_job").columns})


async def require_room(desk: Desk, settings: Settings) -> None:
    """Refuse a file before it is sent.

    Raises:
        TooManyImports: it would wait beside as many as may.
    """
    await _require_room(desk, settings.imports_waiting_most, coming=1)


async def _require_room(desk: Desk, most: int, *, coming: int = 0) -> None:
    """Refuse what would wait beside as many of the client's as may.

    Args:
        coming: how many are to be counted that are not written yet.

    Raises:
        TooManyImports: so many wait.
    """
    table = table_of("import_job")
    waiting = select(func.count().label("count")).where(
        table.c.client_id == desk.principal.client_id,
        # As the index has it, of the few that wait among all that there ever were.
        table.c.status.in_([literal_column(f"'{each}'", Text) for each in WAITING]),
        desk.readable("import"),
    )
    row = await desk.row(waiting)
    if row is not None and row["count"] + coming > most:
        raise TooManyImports(extensions={"limit": most})


async def get(desk: Desk, import_id: UUID) -> Tagged[ImportOut]:
    """One's own."""
    row = await desk.find("import", import_id)
    desk.event.record_id = import_id
    return _tagged(row)


async def page(desk: Desk, query: ImportList) -> Page[ImportOut]:
    """One's own, newest first."""
    return await page_of(desk, "import", query, ImportOut, shown=lambda row: shown(row).model_dump())


async def cancel(desk: Desk, import_id: UUID) -> Tagged[ImportOut]:
    """End an import where it is: rows that are written stay, none is written any more.

    Raises:
        ForbiddenTransition: it has ended.
    """
    row = await desk.find("import", import_id, lock=True)
    require_transition(TRANSITIONS, ImportStatus(row["status"]), ImportStatus.CANCELLED)
    desk.did("cancel", import_id)
    changed = await desk.update("import", row, {"status": ImportStatus.CANCELLED})
    return _tagged({**changed, "finished_at": changed["updated_at"]})


async def rows(desk: Desk, import_id: UUID, query: RowList, language: Language) -> Page[ImportRowOut]:
    """A report, in the order of the file."""
    await desk.find("import", import_id)
    desk.event.record_id = import_id
    context, secret = bound_to(desk, query, f"import rows {import_id}"), desk.keys.cursor_secret
    found = await _after(desk, import_id, query, _position(secret, query.cursor, context))
    items = [_row(each, language) for each in found[: query.limit]]
    more = len(found) > query.limit
    cursor = seal_cursor(secret, context=context, position=[items[-1].row]) if more else None
    return Page(items=items, next_cursor=cursor)


async def whole_report(
    desk: Desk, import_id: UUID, query: RowList, language: Language
) -> AsyncIterator[list[ImportRowOut]]:
    """As `rows`, all of them, some thousand at a time."""
    await desk.find("import", import_id)
    desk.event.record_id = import_id
    after, whole = 0, query.model_copy(update={"limit": _AT_A_TIME})
    while found := (await _after(desk, import_id, whole, after))[:_AT_A_TIME]:
        yield [_row(each, language) for each in found]
        after = found[-1]["row"]


async def _after(desk: Desk, import_id: UUID, query: RowList, after: int) -> Sequence[Mapping[Any, Any]]:
    table = table_of("import_row")
    names = [table.c[name] for name in ("row", "reference", "record_id", "outcome", "errors")]
    wanted = select(*names).where(table.c.import_id == import_id, table.c.row > after, desk.readable("import_row"))
    if query.outcome is not None:
        wanted = wanted.where(table.c.outcome == query.outcome)
    return await desk.rows(wanted.order_by(table.c.row).limit(query.limit + 1))


def _row(row: Mapping[Any, Any], language: Language) -> ImportRowOut:
    told = [
        RowError(pointer=each["pointer"], code=each["code"], message=each[f"message_{language}"])
        for each in row["errors"]
    ]
    return ImportRowOut(
        row=row["row"], reference=row["reference"], record_id=row["record_id"], outcome=row["outcome"], errors=told
    )


def _position(secret: bytes, cursor: str | None, context: Mapping[str, str]) -> int:
    if not cursor:
        return 0
    match open_cursor(secret, cursor, context=context):
        case [int(row)]:
            return row
        case _:
            raise InvalidCursor
