"""`python -m app serve`: the server, and in demo mode everything around it."""

import asyncio
import errno
import gc
import logging
import signal
import socket
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import Annotated, NoReturn

import typer
import uvicorn

from app.auth.keys import KeyRingFile
from app.cli.console import Mistake, plainly, progress, read_settings
from app.cli.credentials import demo_credentials
from app.cli.installing import opened, prepared, reaching, ring_of, tracing_missing
from app.cli.unlocking import locked
from app.cli.welcome import welcome
from app.common.logging import configure_logging
from app.common.protocol import guarded_protocol
from app.database import migrations
from app.installation import Installation
from app.main import create_app
from app.metrics import Metrics
from app.settings import Settings

GRACE_SECONDS = 20
"""How long requests under way may go on after SIGTERM; compose.yaml gives 30 s before it kills."""
KEEP_ALIVE_SECONDS = 30
BUILDER = (sys.executable, "-m", "app", "releases", "work", "--attached")
DELIVERER = (sys.executable, "-m", "app", "webhooks", "work", "--attached")
IMPORTER = (sys.executable, "-m", "app", "imports", "work", "--attached")
BESIDE_GRACE_SECONDS = 3
"""A build that is stopped begins anew elsewhere, and an import goes on with its next batch: nobody waits for them."""
BESIDE_AGAIN_SECONDS = 10
"""One that was killed is replaced at once; one that cannot live is not replaced more often than this."""


class _Server(uvicorn.Server):
    """Greets once it takes requests, not before."""

    def __init__(self, config: uvicorn.Config, greet: Callable[[], None], let_go: Callable[[], None]) -> None:
        super().__init__(config)
        self.greet = greet
        self.let_go = let_go

    async def startup(self, sockets: list[socket.socket] | None = None) -> None:
        """Start, then greet."""
        await super().startup(sockets)
        if self.started:
            self.greet()

    async def shutdown(self, sockets: list[socket.socket] | None = None) -> None:
        """Let go first whoever only waits for something to happen; requests at work are given their time."""
        self.let_go()
        await super().shutdown(sockets)


def serve(
    host: Annotated[str | None, typer.Option(help="Address to listen on (APP_HOST).")] = None,
    port: Annotated[int | None, typer.Option(help="Port to listen on (APP_PORT).")] = None,
) -> None:
    """Start the server. Without DATABASE_URL it brings a database and a demo programme of its own."""
    begun = time.perf_counter()
    for number in (signal.SIGTERM, getattr(signal, "SIGHUP", signal.SIGTERM)):
        signal.signal(number, _leave)
    try:
        with plainly():
            settings = read_settings(host=host, port=port)
            if missing := tracing_missing(settings):
                raise Mistake(f"{missing}.")
            _listening_socket(settings).close()  # before the long steps: is the port free at all?
            keys = ring_of(settings)
            with opened(settings, keys) as this:
                _run(this, begun)
    except KeyboardInterrupt:
        progress.print("Stopped.")


def _leave(_number: int, _frame: object) -> NoReturn:
    """A signal that asks us to end ends us in order: the database is stopped on the way out."""
    raise SystemExit(0)


def _run(this: Installation, begun: float) -> None:
    settings = this.settings
    if settings.mode == "demo" and this.owner_url is not None:
        found = asyncio.run(prepared(this))
    else:
        found = demo_credentials(settings) if settings.mode == "demo" else []
        asyncio.run(_require_current(this))
    if wrong := asyncio.run(locked(this)):
        raise Mistake(f"Not started: {wrong}.")
    listening = _listening_socket(settings)
    app = create_app(settings, KeyRingFile(settings.key_ring_path), this.databases())
    readable = settings.mode == "demo" and sys.stdout.isatty()
    configure_logging(settings.log_level, json=settings.log_json and not readable)
    logging.getLogger("alembic").setLevel(logging.WARNING)  # each look at the schema's revision is two lines
    if readable:
        logging.getLogger("uvicorn.error").setLevel(logging.WARNING)
    config = uvicorn.Config(
        app,
        loop="auto" if sys.platform == "win32" else "uvloop",
        http=guarded_protocol(),
        ws="none",
        lifespan="on",
        log_config=None,
        access_log=False,
        server_header=False,
        proxy_headers=False,  # X-Forwarded-* is anybody's word; the public address is APP_PUBLIC_URL
        timeout_keep_alive=KEEP_ALIVE_SECONDS,
        timeout_graceful_shutdown=GRACE_SECONDS,
    )

    def greet() -> None:
        if settings.mode == "demo":
            welcome(settings, found, time.perf_counter() - begun)

    if settings.metrics_port is not None:
        _serve_metrics(app.state.metrics, settings.metrics_host, settings.metrics_port)
    gc.collect()
    gc.freeze()  # what is loaded by now stays to the end, and no request need wait for a look through it
    with (
        _beside(BUILDER, wanted=_builds(settings)),
        _beside(DELIVERER, wanted=settings.deliver_webhooks),
        _beside(IMPORTER, wanted=settings.run_imports),
    ):
        _Server(config, greet, app.state.waiting.end).run(sockets=[listening])


def _serve_metrics(metrics: Metrics, host: str, port: int) -> None:
    try:
        metrics.serve(host, port)
    except OSError as error:
        raise Mistake(
            f"Cannot listen on {host}, port {port}, for metrics: {error.strerror}. "
            "Choose others with APP_METRICS_HOST and APP_METRICS_PORT."
        ) from None


def _builds(settings: Settings) -> bool:
    """Whether releases are built beside the server: that process alone reads their secret, and takes a processor."""
    return settings.build_releases and (settings.mode == "demo" or settings.release_secret_path.exists())


@contextmanager
def _beside(command: Sequence[str], *, wanted: bool) -> Iterator[None]:
    """A process of its own, as long as the server runs."""
    if not wanted:
        yield
        return
    stop = threading.Event()
    keeper = threading.Thread(target=_keep, args=(command, stop), daemon=True)
    keeper.start()
    try:
        yield
    finally:
        stop.set()
        keeper.join()


def _keep(command: Sequence[str], stop: threading.Event) -> None:
    """One process at a time, and another where it ended by itself."""
    replaced = float("-inf")
    while not stop.is_set():
        child = subprocess.Popen([*command], stdin=subprocess.PIPE)  # noqa: S603 - our own program
        while child.poll() is None and not stop.wait(1):
            pass
        if child.poll() is not None:
            child.communicate()  # the pipe's end is left
            stop.wait(max(0, replaced + BESIDE_AGAIN_SECONDS - time.monotonic()))
            replaced = time.monotonic()
            continue
        try:
            child.communicate(timeout=BESIDE_GRACE_SECONDS)
        except subprocess.TimeoutExpired:
            child.kill()  # in the midst of its work, which another process takes over
            child.wait()


async def _require_current(this: Installation) -> None:
    databases = this.databases()
    try:
        with reaching(this.settings):
            async with databases.engine("case").connect() as connection:
                await migrations.require_current(connection)
    finally:
        await databases.close()


def _listening_socket(settings: Settings) -> socket.socket:
    """The socket to serve on; taken by ourselves, so that a port in use is a sentence and not a traceback."""
    try:
        family, kind, protocol, _, address = socket.getaddrinfo(
            settings.host, settings.port, type=socket.SOCK_STREAM, flags=socket.AI_PASSIVE
        )[0]
        listening = socket.socket(family, kind, protocol)
        try:
            if sys.platform != "win32":  # there it would share the port instead of reusing it
                listening.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            listening.bind(address)
            listening.listen(2048)
        except BaseException:
            listening.close()
            raise
    except OSError as error:
        if error.errno == errno.EADDRINUSE:
            raise Mistake(
                f"Port {settings.port} on {settings.host} is in use, perhaps by a server that runs already: stop it, "
                f"or choose another port, e.g. APP_PORT={settings.port % 65535 + 1}."
            ) from None
        raise Mistake(
            f"Cannot listen on {settings.host}, port {settings.port}: {error.strerror}. Choose others with APP_HOST "
            "and APP_PORT."
        ) from None
    return listening
