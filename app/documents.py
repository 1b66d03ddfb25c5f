"""The contract as the running server has it."""

from typing import Any

from fastapi import APIRouter, Request
from fastapi.responses import JSONResponse

from app.gate.cells import open_to_all
from app.gate.route import GatedRoute

router = APIRouter(tags=["Operations"], route_class=GatedRoute)


@router.get("/openapi.json", operation_id="getContract")
async def contract(request: Request, _open: Any = open_to_all("The contract is public.")) -> JSONResponse:
    """This document."""
    return JSONResponse(request.app.openapi(), headers={"Cache-Control": "public, max-age=300"})
