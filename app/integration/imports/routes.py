"""Imports over HTTP. A file comes as the body, and is taken piece by piece."""

from collections.abc import AsyncIterator
from typing import Annotated, Any
from uuid import UUID

from fastapi import Header, Query, Request, Response
from fastapi.exceptions import RequestValidationError
from pydantic import ValidationError

from app.auth.tokens import AccessClaims
from app.gate.answers import answer, prefers
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.integration.imports import service
from app.integration.imports.receiving import Received
from app.integration.imports.report import as_csv
from app.integration.imports.states import ImportFormat
from app.integration.imports.views import ImportList, ImportOut, ImportQuery, ImportRowOut, RowList
from app.integration.references.registry import COLLECTIONS
from app.settings import Settings

router = GatedRouter(prefix="/v1/imports", tags=["Imports"])

JSONL, NDJSON, CSV = "application/jsonl", "application/x-ndjson", "text/csv"
_FORMATS = {JSONL: ImportFormat.JSONL, NDJSON: ImportFormat.JSONL, CSV: ImportFormat.CSV}
MEDIA = (*_FORMATS,)
_TEXT: dict[str, Any] = {"schema": {"type": "string"}}
_LONGEST = Settings.model_fields["import_limit_bytes"].default
_EXAMPLES: dict[str, str] = {
    JSONL: '{"external_reference": "SAG-1", "project_id": "6f1c5f0e-0f9e-4c39-9a51-0b6a4f1f7a11", "track": "victim"}\n',
    CSV: "external_reference;project_id;track\r\nSAG-1;6f1c5f0e-0f9e-4c39-9a51-0b6a4f1f7a11;victim\r\n",
}
_EXAMPLES[NDJSON] = _EXAMPLES[JSONL]
_BODY = {media: {"schema": {"type": "string", "maxLength": _LONGEST}, "example": _EXAMPLES[media]} for media in MEDIA}


async def take(request: Request, claims: AccessClaims, pieces: AsyncIterator[bytes]) -> Received:
    """A file, while it arrives."""
    try:
        query = ImportQuery.model_validate(dict(request.query_params))
    except ValidationError as error:
        raise RequestValidationError([{**each, "loc": ("query", *each["loc"])} for each in error.errors()]) from None
    kind = _FORMATS[request.headers.get("content-type", "").partition(";")[0].strip().lower()]
    keys = request.app.state.services.keys.current()
    received = Received(kind, COLLECTIONS[query.collection].body, claims, keys)
    try:
        async for piece in pieces:
            received.take(piece)
        received.end()
    except BaseException:
        received.close()
        raise
    return received


@router.post(
    "",
    status_code=202,
    operation_id="createImport",
    openapi_extra={"requestBody": {"required": True, "content": _BODY}},
)
async def create(
    query: Annotated[ImportQuery, Query()],
    request: Request,
    response: Response,
    desk: Annotated[
        Desk,
        needs(
            *("import", CREATE),
            action="upload",
            uploads=MEDIA,
            limit="import_limit_bytes",
            taker=take,
            room=service.require_room,
        ),
    ],
) -> ImportOut:
    """Send records by the file: JSON Lines, or CSV with a header line.

    Each row is a record of the collection as `PUT .../by-reference/{external_reference}` takes it, with its
    `external_reference` as a member. CSV is UTF-8 (with or without the mark that Excel writes), divided by `;` or `,`;
    headers are dotted (`identity.given_name`), a cell of several values is divided by `|`, an empty cell is absent.
    100,000 rows and 64 MiB at most (a setting), sent without Content-Encoding. The upload is kept sealed until the
    import ends, and then destroyed; the report stays. 20 of a client's imports (a setting) may wait to be worked
    through; another one is 409 `too-many-imports` until one of them has ended.
    """
    settings: Settings = request.app.state.services.settings
    limits = {"atomic_rows": settings.import_atomic_rows, "most": settings.imports_waiting_most}
    created = await service.create(desk, query, request.scope["state"]["taken"], **limits)
    return answer(response, created, location=f"/v1/imports/{created.view.id}")


@router.get("", operation_id="listImports")
async def page(
    query: Annotated[ImportList, Query()], desk: Annotated[Desk, needs("import", READ, action="list")]
) -> Page[ImportOut]:
    """One's own organisation's imports, of one's own track, newest first."""
    return await service.page(desk, query)


@router.get("/{import_id}", operation_id="getImport")
async def get(import_id: UUID, response: Response, desk: Annotated[Desk, needs("import", READ)]) -> ImportOut:
    """How far an import has come."""
    return answer(response, await service.get(desk, import_id))


@router.post("/{import_id}/cancel", operation_id="cancelImport")
async def cancel(
    import_id: UUID, response: Response, desk: Annotated[Desk, needs("import", UPDATE, action="cancel", changes=False)]
) -> ImportOut:
    """End an import where it is. What is written stays; with `atomic=all` that is nothing.

    Without If-Match: what it ends changes by the second.
    """
    return answer(response, await service.cancel(desk, import_id))


@router.get(
    "/{import_id}/rows",
    operation_id="listImportRows",
    response_model=Page[ImportRowOut],
    responses={200: {"content": {CSV: _TEXT}}},
)
async def rows(
    import_id: UUID,
    query: Annotated[RowList, Query()],
    response: Response,
    desk: Annotated[Desk, needs("import_row", READ, action="report", media=(CSV,), also=("import",))],
    accept: Annotated[str, Header(include_in_schema=False)] = "",
) -> Any:
    """What became of each row, in the order of the file; never a value that was refused.

    As CSV (`Accept: text/csv`) the whole report at once, a line for each fault, safe against formulas.
    """
    response.headers["Vary"] = "Accept"
    if prefers(accept, CSV):
        named = {"Content-Disposition": 'attachment; filename="import-report.csv"', "Vary": "Accept"}
        written = await as_csv(service.whole_report(desk, import_id, query, desk.language))
        return Response(written, media_type=f"{CSV}; charset=utf-8; header=present", headers=named)
    return await service.rows(desk, import_id, query, desk.language)
