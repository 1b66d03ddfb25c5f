"""`python -m app webhooks work`: the process that sends webhooks."""

import asyncio
import logging
import signal
from contextlib import suppress
from typing import Annotated

import typer

from app.auth.keys import KeyRingFile
from app.cli.attached import end_with_parent
from app.cli.console import plainly, read_settings
from app.cli.installing import opened, reaching, ring_of
from app.common.logging import configure_logging
from app.database.urls import driver_url
from app.installation import Installation
from app.integration.webhooks.delivering import Deliverer
from app.integration.webhooks.sending import Sender

webhooks = typer.Typer(
    help="Webhooks: what sends them.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@webhooks.callback()
def main() -> None:
    """Webhooks: what sends them."""


@webhooks.command()
def work(
    once: Annotated[bool, typer.Option("--once", help="Send what is due, one an endpoint, and end.")] = False,
    attached: Annotated[bool, typer.Option("--attached", hidden=True, help="End when standard input ends.")] = False,
) -> None:
    """Tell webhook endpoints of changes as they happen, on as many machines as you like.

    `serve` starts this by itself, unless APP_DELIVER_WEBHOOKS is false.
    """
    with plainly():
        settings = read_settings()
        keys = ring_of(settings)
        with opened(settings, keys) as this, reaching(settings):
            configure_logging(settings.log_level, json=settings.log_json)
            if attached:  # whose PostgreSQL ends with the server, whatever this process leaves behind
                logging.getLogger("app.database.embedded").setLevel(logging.WARNING)
            try:
                asyncio.run(_once(this) if once else _always(this, attached=attached))
            except (KeyboardInterrupt, asyncio.CancelledError):
                return


def _deliverer(this: Installation) -> Deliverer:
    url, judging = (driver_url(each) for each in (this.deliverer, this.case))
    keys = KeyRingFile(this.settings.key_ring_path).current
    return Deliverer(url, judging, keys, Sender(local=this.settings.mode == "demo"))


async def _once(this: Installation) -> None:
    await _deliverer(this).once()


async def _always(this: Installation, *, attached: bool) -> None:
    stop = asyncio.Event()
    # Windows has no SIGTERM to wait for: there the worker is ended at once, and what it held is taken up again.
    with suppress(NotImplementedError):
        asyncio.get_running_loop().add_signal_handler(signal.SIGTERM, stop.set)
    if attached:
        end_with_parent(stop)
    await _deliverer(this).serve(stop)
