"""Opening an installation from the command line: its keys, its database, its roles and schema."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from contextlib import AsyncExitStack, ExitStack, asynccontextmanager, contextmanager
from importlib import import_module
from pathlib import Path

import asyncpg
from sqlalchemy.exc import ArgumentError, DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool

from app import models  # noqa: F401 - fills the metadata, as the routes do in a server
from app.auth.keys import KeyRing
from app.auth.purpose import refuse_wrong_keys
from app.cli.console import Mistake, progress, step
from app.database import migrations
from app.database.file_lock import FileLock
from app.demo.credentials import Credential, path_in
from app.demo.loading import ensure, is_of_others
from app.installation import Installation, installation
from app.settings import Settings

NO_KEYS = (
    "There is no key ring at {path}. If this installation has run before, restore it from the backup: what was "
    "encrypted under lost keys stays unreadable. For a new one run `python -m app migrate`, which makes it."
)


OF_OTHERS = (
    "The database has organisations that are not the demo's, and demo mode lets anybody in who knows a demo client's "
    "secret: unset APP_MODE to serve it, or set DATABASE_URL to an empty database for the demo."
)


def tracing_missing(settings: Settings) -> str | None:
    """What keeps spans from being sent; None where nothing does, or nobody wants them."""
    if settings.traces_url is None:
        return None
    try:
        import_module("app.tracing")
    except ImportError:
        return "APP_TRACES_URL needs the packages of requirements/tracing.txt: install them, or unset it"
    return None


def make_data_dir(settings: Settings) -> None:
    """The data folder, closed to others.

    Raises:
        Mistake: it cannot be made or written.
    """
    try:
        settings.data_dir.mkdir(mode=0o700, parents=True, exist_ok=True)
    except OSError as error:
        raise Mistake(
            f"The data folder {settings.data_dir} cannot be used ({error.strerror}): set APP_DATA_DIR to a folder of "
            "your own."
        ) from None


def ring_of(settings: Settings) -> KeyRing:
    """The key ring; in demo mode a new installation gets one.

    Raises:
        Mistake: there is none outside demo mode.
        WrongKeysError, KeyRingError: it must not or cannot be used.
    """
    path = settings.key_ring_path
    if not path.exists():
        if settings.mode != "demo":
            raise Mistake(NO_KEYS.format(path=path))
        _make_demo_keys(settings, path)
    ring = KeyRing.load(path)
    refuse_wrong_keys(settings, ring)
    return ring


def _make_demo_keys(settings: Settings, path: Path) -> None:
    make_data_dir(settings)
    lock = FileLock(settings.data_dir / "first.lock")
    lock.acquire()
    try:
        if not path.exists():  # of another start at the same moment
            KeyRing.generate("demo").save(path)
            progress.print(f"  Demo keys made in {path}")
    finally:
        lock.release()


@contextmanager
def reaching(settings: Settings) -> Iterator[None]:
    """Say plainly that the database cannot be reached or refuses us.

    Raises:
        Mistake: where it was looked for (without its password) and what it said.
    """
    try:
        yield
    except ArgumentError:
        raise Mistake(
            "DATABASE_URL is not a database URL such as postgresql://owner:word@host:5432/name, or, of several hosts, "
            "postgresql://owner:word@/name?host=one:5432&host=two:5432."
        ) from None
    except (DBAPIError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError) as error:
        where = "the embedded database" if settings.embedded else "the database that is configured"
        raise Mistake(f"Cannot work with {where}: {_reason(error)}.") from error


def _reason(error: BaseException) -> str:
    """The database's own words; they are about connections and rights here, never about rows."""
    original = getattr(error, "orig", None) or error
    cause = original.__cause__ if isinstance(original, Exception) and original.__cause__ else original
    said = str(cause).strip().splitlines()
    return said[0].rstrip(".") if said else type(cause).__name__


@contextmanager
def opened(settings: Settings, keys: KeyRing) -> Iterator[Installation]:
    """The installation, its embedded server running as long as this is open."""
    with ExitStack() as closing:
        with reaching(settings):
            if settings.embedded:
                make_data_dir(settings)
                new = not (settings.database_dir / "cluster").exists()
                with step("Making a PostgreSQL of its own" if new else "Starting PostgreSQL"):
                    this = closing.enter_context(installation(settings, keys))
                asyncio.run(this.ensure_owner())
            else:
                this = closing.enter_context(installation(settings, keys))
        yield this


@asynccontextmanager
async def engine_of(this: Installation) -> AsyncIterator[AsyncEngine]:
    """An engine as the owner, closed at the end."""
    engine = create_async_engine(this.owner, poolclass=NullPool)
    try:
        yield engine
    finally:
        await engine.dispose()


@asynccontextmanager
async def owner(this: Installation) -> AsyncIterator[AsyncConnection]:
    """One transaction as the owner, committed at the end."""
    async with engine_of(this) as engine, engine.begin() as connection:
        yield connection


async def is_new(this: Installation) -> bool:
    """Whether the database has no schema of ours yet."""
    async with owner(this) as connection:
        return not await migrations.revisions(connection)


async def prepared(this: Installation) -> list[Credential]:
    """Demo mode: the schema brought up to date, the programme loaded once; answers who may sign in.

    Raises:
        Mistake: the database is somebody's who works with it; nothing has been changed.
    """
    async with AsyncExitStack() as until_loaded:
        with reaching(this.settings):
            await until_loaded.enter_async_context(this.alone(_waits))
            async with owner(this) as connection:
                if await is_of_others(connection):
                    raise Mistake(OF_OTHERS)
            await _migrated(this)
        async with owner(this) as connection:
            make_data_dir(this.settings)
            found, loaded = await ensure(connection, path_in(this.settings.data_dir))
    if loaded:
        progress.print("  Demo programme loaded")
    return found


async def _migrated(this: Installation) -> None:
    with step("Bringing the database's schema up to date"):
        await this.migrate()


async def migrated_alone(this: Installation) -> None:
    """The schema brought up to date, and no other start at it at the same time."""
    async with this.alone(_waits):
        await _migrated(this)


def _waits(seconds: int) -> None:
    progress.print(
        f"  Another start is bringing this database's schema up to date: waiting for it, {seconds} s at most"
    )
