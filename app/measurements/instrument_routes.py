"""Instruments over HTTP."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.measurements import instruments
from app.measurements.instrument_views import InstrumentIn, InstrumentList, InstrumentOut, InstrumentTerms

router = GatedRouter(prefix="/v1/instruments", tags=["Measuring"])


@router.post("", status_code=201, operation_id="draftInstrument")
async def draft(
    new: InstrumentIn, response: Response, desk: Annotated[Desk, needs("instrument", CREATE)]
) -> InstrumentOut:
    """Draft a new version of an instrument (måleinstrument), or the first of a new one (agency, operator).

    `instrument_version` counts up within `code`. Scale, scoring rule and bands are data; the wording of the items may
    be left out, e.g. where a licence forbids to copy it.
    """
    made = await instruments.draft(desk, new)
    return answer(response, made, location=f"/v1/instruments/{made.view.id}")


@router.get("", operation_id="listInstruments")
async def page(
    query: Annotated[InstrumentList, Query()], desk: Annotated[Desk, needs("instrument", READ, action="list")]
) -> Page[InstrumentOut]:
    """Versions of the instruments, newest first; `code` for those of one, `status=active` for what is in use."""
    return await instruments.page(desk, query)


@router.get("/{instrument_id}", operation_id="getInstrument")
async def get(
    instrument_id: UUID, response: Response, desk: Annotated[Desk, needs("instrument", READ)]
) -> InstrumentOut:
    """One version of an instrument."""
    return answer(response, await instruments.get(desk, instrument_id))


@router.put("/{instrument_id}", operation_id="replaceInstrumentDraft")
async def replace(
    instrument_id: UUID,
    terms: InstrumentTerms,
    response: Response,
    desk: Annotated[Desk, needs("instrument", UPDATE)],
) -> InstrumentOut:
    """Write a draft anew, e.g. with the wording of its items. In use it never changes: 409."""
    return answer(response, await instruments.replace(desk, instrument_id, terms))


@router.post("/{instrument_id}/activate", operation_id="activateInstrument")
async def activate(
    instrument_id: UUID, response: Response, desk: Annotated[Desk, needs("instrument", UPDATE, action="activate")]
) -> InstrumentOut:
    """Take a draft into use: draft -> active. The version in use before it retires in the same moment.

    A form of one's own has words for each item first (409 `form-without-wording`); WHO-5 and Brief INSPIRE-O, whose
    words are published elsewhere, may go without.
    """
    return answer(response, await instruments.activate(desk, instrument_id))


@router.post("/{instrument_id}/retire", operation_id="retireInstrument")
async def retire(
    instrument_id: UUID, response: Response, desk: Annotated[Desk, needs("instrument", UPDATE, action="retire")]
) -> InstrumentOut:
    """Take a version out of use: active -> retired. What is assigned already can still be answered."""
    return answer(response, await instruments.retire(desk, instrument_id))
