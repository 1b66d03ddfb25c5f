"""Asking for an extract, and reading its rows. Which rows there are for whom is the boundary's to say."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import select

from app.database.columns import fresh, table_of
from app.gate.desk import Desk, unknown_reference
from app.gate.paging import Page, PageQuery
from app.gate.resources import Tagged, page_of, row_etag
from app.pseudonymised.errors import ExtractUnderWay
from app.pseudonymised.states import PseudonymisedExtractStatus
from app.pseudonymised.views import ExtractList, PseudonymisedExtractIn, PseudonymisedExtractOut, SealedRow

DECLARATION, EXTRACT, RECORD = "recipient_declaration", "pseudonymised_extract", "pseudonymised"
_DECLARED = ("agreement_id", "project_id", "organisation_id", "recipient_id")


def _fields(row: Mapping[Any, Any]) -> dict[str, Any]:
    return {**row, "controller_id": row["organisation_id"]}


def _shown(row: Mapping[Any, Any]) -> Tagged[PseudonymisedExtractOut]:
    return Tagged(PseudonymisedExtractOut.model_validate(_fields(row)), row_etag(EXTRACT, row))


async def ask(desk: Desk, new: PseudonymisedExtractIn) -> Tagged[PseudonymisedExtractOut]:
    """An extract under a declaration, to be made by the builder.

    Raises:
        InvalidContent: no declaration in force that names the asker.
        ExtractUnderWay: one waits already.
    """
    table = table_of("recipient_declaration")
    found = await desk.row(select(table).where(table.c.agreement_id == new.agreement_id, desk.readable(DECLARATION)))
    if found is None:
        raise unknown_reference("/agreement_id")
    row = {
        **fresh(),
        **{name: found[name] for name in _DECLARED},
        "status": PseudonymisedExtractStatus.WAITING,
        "attempts": 0,
    }
    try:
        await desk.insert(EXTRACT, row, refers="/agreement_id")
    except asyncpg.UniqueViolationError as error:
        raise ExtractUnderWay from error
    desk.event.record_id = row["id"]
    return _shown({"error": None, "taken_at": None, **row})


async def get(desk: Desk, extract_id: UUID) -> Tagged[PseudonymisedExtractOut]:
    """An extract, and how far it is."""
    row = await desk.find(EXTRACT, extract_id)
    desk.event.record_id = extract_id
    return _shown(row)


async def page(desk: Desk, query: ExtractList) -> Page[PseudonymisedExtractOut]:
    """The asker's extracts, newest first."""
    return await page_of(desk, EXTRACT, query, PseudonymisedExtractOut, shown=_fields)


async def rows(desk: Desk, extract_id: UUID, query: PageQuery) -> Page[SealedRow]:
    """The rows of those who still consent, in no order that tells anything. Each stands in the citizen's log."""
    await desk.find(EXTRACT, extract_id)
    desk.event.record_id = extract_id
    of = [table_of("pseudonymised_record").c.extract_id == extract_id]
    return await page_of(
        desk,
        RECORD,
        query,
        SealedRow,
        route=f"{RECORD}/{extract_id}",
        where=of,
        shown=lambda row: {"id": row["id"], "sealed": row["sealed"].decode("ascii")},
    )
