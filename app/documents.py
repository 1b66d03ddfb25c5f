"""The contract as the running server has it, and a page to read and try it on, without any CDN."""

from importlib.resources import files
from pathlib import Path
from typing import Any, Final

from fastapi import Request
from fastapi.responses import FileResponse, JSONResponse, Response

from app.common.errors import NotFound
from app.gate.cells import open_to_all
from app.gate.route import GatedRouter

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


@router.get("/openapi.json", operation_id="getContract")
async def contract(request: Request, _open: Any = open_to_all("The contract is public.")) -> JSONResponse:
    """This document."""
    return JSONResponse(request.app.openapi(), headers={"Cache-Control": "public, max-age=300"})


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
