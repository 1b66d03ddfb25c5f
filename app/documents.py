"""The contract as the running server has it, and a page to read and try it on, without any CDN."""

import json
from importlib.resources import files
from pathlib import Path
from typing import Annotated, Any, Final, NamedTuple

from fastapi import Path as InPath
from fastapi import Request
from fastapi.responses import FileResponse, JSONResponse, Response

from app.common.conditional import etag_of, not_modified
from app.common.errors import NotFound
from app.gate.cells import open_to_all
from app.gate.route import GatedRouter
from app.organisations.states import OrganisationType

router = GatedRouter(tags=["Operations"])

_PACKAGE = Path(str(files("fastapi_offline"))) / "static"
_OWN = Path(__file__).parent / "swagger"
_FILES: Final = {
    "swagger-ui-bundle.js": (_PACKAGE, "text/javascript; charset=utf-8"),
    "swagger-ui.css": (_PACKAGE, "text/css; charset=utf-8"),
    "favicon.png": (_PACKAGE, "image/png"),
    "start.js": (_OWN, "text/javascript; charset=utf-8"),
}
_POLICY: Final = (
    # Nothing from elsewhere, no script in the page itself. Swagger UI's icons are data: in its style sheet.
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; connect-src 'self'; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
)


@router.get("/openapi.json", operation_id="getContract", response_class=JSONResponse)
async def contract(request: Request, _open: Any = open_to_all("The contract is public.")) -> Response:
    """This document."""
    return _answer(request, None)


@router.get("/openapi/{role}.json", operation_id="getContractOfRole", response_class=JSONResponse)
async def contract_of_role(
    role: Annotated[OrganisationType, InPath(description="The type of organisation that will call.")],
    request: Request,
    _open: Any = open_to_all("The contract is public."),
) -> Response:
    """This document as far as one type of organisation (aktørtype) can ever use it."""
    return _answer(request, role.value)


class ServedContract(NamedTuple):
    """A contract as it goes out; made once."""

    body: bytes
    etag: str

    @classmethod
    def of(cls, document: dict[str, Any]) -> "ServedContract":
        """The document, written out."""
        body = json.dumps(document, ensure_ascii=False).encode()
        return cls(body, etag_of(body))


def _answer(request: Request, role: str | None) -> Response:
    """The contract, whole or for a role; or 304 where the caller has it already."""
    contract: ServedContract = request.app.state.contract(role)
    headers = {"Cache-Control": "public, max-age=300", "ETag": contract.etag}
    if not_modified(request.headers.get("if-none-match"), contract.etag):
        return Response(status_code=304, headers=headers)
    return Response(contract.body, media_type="application/json", headers=headers)


@router.get("/docs", operation_id="getDocumentation", include_in_schema=False)
async def page(_open: Any = open_to_all("The documentation is public.")) -> Response:
    """The contract, to read and to try."""
    return FileResponse(
        _OWN / "index.html", media_type="text/html; charset=utf-8", headers={"Content-Security-Policy": _POLICY}
    )


@router.get("/docs/{name}", operation_id="getDocumentationFile", include_in_schema=False)
async def part(name: str, _open: Any = open_to_all("The documentation is public.")) -> Response:
    """Scripts and styles of the page; a closed list, so no path is ever looked up."""
    if name not in _FILES:
        raise NotFound
    folder, media_type = _FILES[name]
    return FileResponse(folder / name, media_type=media_type, headers={"Cache-Control": "public, max-age=3600"})
