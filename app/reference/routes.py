"""Reference data over HTTP: open, in both languages at once, and cacheable for an hour."""

from collections.abc import Callable
from functools import cache
from typing import Annotated, Any, NamedTuple

from fastapi import Path, Request
from pydantic import TypeAdapter
from starlette.responses import Response

from app.common.conditional import etag_of, not_modified
from app.common.errors import NotFound
from app.gate.cells import open_to_all
from app.gate.route import GatedRouter
from app.reference.lists import code_lists, expense_categories
from app.reference.places import municipalities, police_districts
from app.reference.views import CodeListOut, ExpenseCategoryOut, MunicipalityOut, PoliceDistrictOut

router = GatedRouter(prefix="/v1/reference", tags=["Reference"])

_PUBLIC = "Reference data is public and holds nothing of anybody."
_CACHED = {"Cache-Control": "public, max-age=3600"}
_SOURCES: dict[str, tuple[Any, Callable[[], Any]]] = {
    "municipalities": (list[MunicipalityOut], lambda: list(municipalities().values())),
    "police-districts": (list[PoliceDistrictOut], lambda: list(police_districts().values())),
    "code-lists": (list[CodeListOut], lambda: list(code_lists().values())),
    "expense-categories": (list[ExpenseCategoryOut], lambda: list(expense_categories())),
}


class _Document(NamedTuple):
    """Made once: the data never change while the process runs."""

    body: bytes
    etag: str


@cache
def _document(name: str) -> _Document:
    return _made(*_SOURCES[name])


@cache
def _code_list(name: str) -> _Document:
    if name not in code_lists():
        raise NotFound
    return _made(CodeListOut, lambda: code_lists()[name])


def _made(view: Any, source: Callable[[], Any]) -> _Document:
    adapter: TypeAdapter[Any] = TypeAdapter(view)
    body = adapter.dump_json(adapter.validate_python(source(), from_attributes=True))
    return _Document(body, etag_of(body))


def _answer(request: Request, document: _Document) -> Response:
    """The document, or 304 where the caller has it already."""
    headers = {**_CACHED, "ETag": document.etag}
    if not_modified(request.headers.get("if-none-match"), document.etag):
        return Response(status_code=304, headers=headers)
    return Response(document.body, media_type="application/json", headers=headers)


@router.get("/municipalities", operation_id="listMunicipalities", response_model=list[MunicipalityOut])
async def list_municipalities(request: Request, _open: Any = open_to_all(_PUBLIC)) -> Response:
    """The 98 municipalities (kommuner), each with the police district that it lies in."""
    return _answer(request, _document("municipalities"))


@router.get("/police-districts", operation_id="listPoliceDistricts", response_model=list[PoliceDistrictOut])
async def list_police_districts(request: Request, _open: Any = open_to_all(_PUBLIC)) -> Response:
    """The 12 police districts (politikredse)."""
    return _answer(request, _document("police-districts"))


@router.get("/code-lists", operation_id="listCodeLists", response_model=list[CodeListOut])
async def list_code_lists(request: Request, _open: Any = open_to_all(_PUBLIC)) -> Response:
    """All code lists (kodelister) with Danish and English labels, in one answer."""
    return _answer(request, _document("code-lists"))


@router.get("/code-lists/{name}", operation_id="getCodeList", response_model=CodeListOut)
async def get_code_list(
    name: Annotated[str, Path(max_length=60, description="The list's name.", examples=["consent_scope"])],
    request: Request,
    _open: Any = open_to_all(_PUBLIC),
) -> Response:
    """One code list by name."""
    return _answer(request, _code_list(name))


@router.get("/expense-categories", operation_id="listExpenseCategories", response_model=list[ExpenseCategoryOut])
async def list_expense_categories(request: Request, _open: Any = open_to_all(_PUBLIC)) -> Response:
    """What a grant may be spent on (tilskudsberettigede udgifter) in each programme, and what never."""
    return _answer(request, _document("expense-categories"))
