"""The pseudonymised tier over HTTP.

While no declaration is in force for the caller these paths are 404, and where other paths are 403 as well: without the
role, the scope or an agreement of one's own.
"""

from typing import Annotated, Any
from uuid import UUID

from fastapi import Query, Response

from app.gate.answers import answer
from app.gate.cells import CREATE, READ, needs
from app.gate.desk import Desk
from app.gate.paging import Page, PageQuery
from app.gate.route import GatedRouter
from app.pseudonymised import service
from app.pseudonymised.views import ExtractList, PseudonymisedExtractIn, PseudonymisedExtractOut, SealedRow

router = GatedRouter(prefix="/v1/pseudonymised-extracts", tags=["Pseudonymised data"])

_NOT_OPEN: dict[int | str, dict[str, Any]] = {404: {}}
"""Also of the collection: without declaration, role, scope or agreement it is not there."""


@router.post("", status_code=202, operation_id="askForPseudonymisedExtract", responses=_NOT_OPEN)
async def ask(
    new: PseudonymisedExtractIn,
    response: Response,
    desk: Annotated[Desk, needs("pseudonymised_extract", CREATE, action="ask")],
) -> PseudonymisedExtractOut:
    """The evaluator asks for an extract (pseudonymiseret udtræk) under a controller's recipient declaration.

    It is made by a process of its own, of the citizens with an active consent to the evaluation that names the
    evaluator; follow it at `Location`. Its pseudonyms are its own: no two extracts can be joined by them.
    409 `extract-under-way`. One whose rows would tell, beside a published release, of the few who have no row is not
    made: `failed` with `error: beside_release`.
    """
    made = await service.ask(desk, new)
    return answer(response, made, location=f"/v1/pseudonymised-extracts/{made.view.id}")


@router.get("", operation_id="listPseudonymisedExtracts", responses=_NOT_OPEN)
async def page(
    query: Annotated[ExtractList, Query()],
    desk: Annotated[Desk, needs("pseudonymised_extract", READ, action="list")],
) -> Page[PseudonymisedExtractOut]:
    """The evaluator's extracts, newest first; for a controller those of its own citizens."""
    return await service.page(desk, query)


@router.get("/{extract_id}", operation_id="getPseudonymisedExtract")
async def get(
    extract_id: UUID, response: Response, desk: Annotated[Desk, needs("pseudonymised_extract", READ)]
) -> PseudonymisedExtractOut:
    """An extract, and whether it is built."""
    return answer(response, await service.get(desk, extract_id))


@router.get("/{extract_id}/rows", operation_id="listPseudonymisedRows")
async def rows(
    extract_id: UUID,
    query: Annotated[PageQuery, Query()],
    desk: Annotated[Desk, needs("pseudonymised", READ, action="list", also=("pseudonymised_extract",))],
) -> Page[SealedRow]:
    """The extract's rows, one a citizen, sealed to the key of the declaration.

    A row is gone at once when the citizen withdraws, is specially protected, or an agreement ends or runs out: what you
    have of it must be deleted then. Read the list again to learn which rows are gone. Each reading stands in the
    citizen's log.
    """
    return await service.rows(desk, extract_id, query)
