"""`python -m app openapi` and `matrix`: the generated documents, printed or written anew."""

import json
from pathlib import Path
from typing import Annotated

import typer
from fastapi import FastAPI

from app.api import ROUTERS
from app.cli.console import plainly, progress
from app.contract import document

ROOT = Path(__file__).parents[2]
OPENAPI = ROOT / "openapi" / "openapi.json"
MATRIX = ROOT / "docs" / "boundary.md"

Write = Annotated[bool, typer.Option("--write", help="Write the committed copy anew instead of printing.")]


def openapi(write: Write = False) -> None:
    """The contract (OpenAPI)."""
    app = FastAPI(openapi_url=None)
    for router in ROUTERS:
        app.include_router(router)
    _give(json.dumps(document(app), ensure_ascii=False, indent=2) + "\n", OPENAPI, write=write)


def matrix(write: Write = False) -> None:
    """The boundary's table for readers, from app/boundary/policy.toml."""
    from app.boundary.matrix import render

    _give(render(), MATRIX, write=write)


def _give(text: str, path: Path, *, write: bool) -> None:
    with plainly():
        if not write:
            typer.echo(text, nl=False)
            return
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        progress.print(f"Written: {path.relative_to(ROOT)}")
