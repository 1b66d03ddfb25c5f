"""`python -m app imports work`: the process that works through imports."""

import asyncio
import logging
from typing import Annotated

import typer

from app.auth.keys import KeyRingFile
from app.boundary.policy import load
from app.cli.attached import end_with_parent
from app.cli.console import plainly, read_settings
from app.cli.installing import opened, reaching, ring_of
from app.common.logging import configure_logging
from app.database.engines import Databases
from app.installation import Installation
from app.integration.imports.waiting import serve

imports = typer.Typer(
    help="Imports: what works through them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)
CONNECTIONS = 2
"""One for the rows, one that tells how far a long transaction is. Whoever serves requests has a pool of their own."""


@imports.callback()
def group() -> None:
    """Imports: what works through them."""


@imports.command()
def work(
    once: Annotated[bool, typer.Option("--once", help="Work through what waits, and end.")] = False,
    attached: Annotated[bool, typer.Option("--attached", hidden=True, help="End when standard input ends.")] = False,
) -> None:
    """Work through imports as they come. `serve` starts this by itself, unless APP_RUN_IMPORTS is false."""
    with plainly():
        settings = read_settings()
        keys = ring_of(settings)
        with opened(settings, keys) as this, reaching(settings):
            configure_logging(settings.log_level, json=settings.log_json)
            if attached:  # whose PostgreSQL ends with the server, whatever this process leaves behind
                logging.getLogger("app.database.embedded").setLevel(logging.WARNING)
            try:
                asyncio.run(_work(this, once=once, attached=attached))
            except (KeyboardInterrupt, asyncio.CancelledError):
                return


async def _work(this: Installation, *, once: bool, attached: bool) -> None:
    # Late: it reads every slice, and is not needed to say what is wrong with the settings.
    from app.integration.imports.running import Importer

    settings = this.settings
    databases = Databases(
        {"case": this.case}, pool_size=CONNECTIONS, statement_timeout_ms=settings.statement_timeout_ms
    )
    importer = Importer(databases, load(), KeyRingFile(settings.key_ring_path).current)
    try:
        if once:
            while await importer.once():
                pass
            return
        stop = asyncio.Event()
        if attached:
            end_with_parent(stop)
        await serve(importer.once, stop)
    finally:
        await databases.close()
