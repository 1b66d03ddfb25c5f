"""One installation's database: its URLs, its roles, its schema."""

from collections.abc import AsyncIterator, Callable, Iterator
from contextlib import asynccontextmanager, contextmanager
from dataclasses import dataclass

from sqlalchemy import text
from sqlalchemy.engine import URL
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from app.auth.keys import KeyRing
from app.boundary.migration import VERSION_SEEN
from app.database import migrations, roles
from app.database.embedded import DATABASE, EmbeddedServer
from app.database.engines import Databases
from app.database.roles import LoginName
from app.database.urls import asyncpg_url, login_url
from app.measurements.shipped import ship
from app.settings import Settings

LOCK_NOT_AVAILABLE = "55P03"
OTHER_START_SECONDS = 600
"""How long one start waits for another that brings the schema up to date."""
_LOCK = 7_302_024  # any constant, like those of the roles and of the demo


class OtherStartError(RuntimeError):
    """Another start has been bringing the schema up to date for too long."""


class OwnerUnknownError(RuntimeError):
    """The login that owns the tables is not configured, only what serves requests."""


@dataclass(frozen=True, slots=True)
class Installation:
    """Where the database is, for each login."""

    settings: Settings
    keys: KeyRing
    owner_url: URL | None
    superuser: URL | None
    """Only of an embedded server, whose owner is made first."""

    @property
    def owner(self) -> URL:
        """The login that owns the tables; what serves requests can do without it.

        Raises:
            OwnerUnknownError: `DATABASE_URL` is not set.
        """
        if self.owner_url is None:
            raise OwnerUnknownError("This needs the login that owns the tables: set DATABASE_URL.")
        return self.owner_url

    @property
    def case(self) -> URL:
        """The login of the parties' requests."""
        return self._login("case", self.settings.case_database_url)

    @property
    def evaluator(self) -> URL:
        """The login of the evaluator's requests."""
        return self._login("evaluator", self.settings.evaluator_database_url)

    @property
    def answerer(self) -> URL:
        """The login of citizens who answer by link."""
        return self._login("answerer", self.settings.answerer_database_url)

    @property
    def builder(self) -> URL:
        """The login of the process that builds releases."""
        return self._login("builder", self.settings.builder_database_url)

    @property
    def deliverer(self) -> URL:
        """The login of the process that sends webhooks."""
        return self._login("deliverer", self.settings.deliverer_database_url)

    def _login(self, name: LoginName, given: str | None) -> URL:
        if given is not None:
            return asyncpg_url(given)
        base = self.settings.serving_database_url or self.owner.render_as_string(hide_password=False)
        return login_url(base, f"app_{name}", self.keys.database_passwords[name])

    def databases(self) -> Databases:
        """Engines for serving."""
        return Databases(
            {"case": self.case, "evaluator": self.evaluator, "answerer": self.answerer},
            pool_size=self.settings.pool_size,
            statement_timeout_ms=self.settings.statement_timeout_ms,
        )

    async def ensure_owner(self) -> None:
        """Make the owner of an embedded server's database, which nobody else could have made."""
        if self.superuser is not None:
            engine = create_async_engine(self.superuser, poolclass=NullPool)
            async with engine.begin() as connection:
                await roles.ensure_owner(connection, DATABASE)
            await engine.dispose()

    @asynccontextmanager
    async def alone(self, waiting: Callable[[int], None], *, seconds: int = OTHER_START_SECONDS) -> AsyncIterator[None]:
        """One start at a time brings the schema up to date; another waits, and says so first.

        Args:
            waiting: called with `seconds` where another start is at it.
            seconds: how long to wait for it.

        Raises:
            OtherStartError: it took longer; says what to do.
        """
        engine = create_async_engine(self.owner, poolclass=NullPool, isolation_level="AUTOCOMMIT")
        try:
            async with engine.connect() as connection:
                if not await connection.scalar(text(f"SELECT pg_try_advisory_lock({_LOCK})")):
                    waiting(seconds)
                    await connection.execute(text(f"SET lock_timeout = '{seconds}s'"))
                    try:
                        await connection.execute(text(f"SELECT pg_advisory_lock({_LOCK})"))
                    except DBAPIError as error:
                        if getattr(error.orig, "sqlstate", None) != LOCK_NOT_AVAILABLE:
                            raise
                        message = (
                            f"Another start has been bringing the schema up to date for more than {seconds} s: see "
                            "what it says, and start again when it has ended. Nothing was changed."
                        )
                        raise OtherStartError(message) from None
                yield  # the lock goes with the connection, however this process ends
        finally:
            await engine.dispose()

    async def migrate(self) -> None:
        """Make roles and logins, bring the schema up to date, and write the instruments that ship as data.

        Raises:
            ServerTakenError, SchemaOutOfDateError: nothing was changed; says what to do.
        """
        await self.ensure_owner()
        engine = create_async_engine(self.owner, poolclass=NullPool)
        async with engine.begin() as connection:
            await roles.require_own_server(connection)
            await migrations.require_known(connection)
            await roles.ensure_roles(connection, self.keys.database_passwords)
        async with engine.connect() as connection:
            await migrations.upgrade(connection)
            await connection.exec_driver_sql(VERSION_SEEN.create())
            await connection.commit()
        async with engine.begin() as connection:
            await ship(connection)
        await engine.dispose()


@contextmanager
def installation(settings: Settings, keys: KeyRing) -> Iterator[Installation]:
    """The installation that the settings describe; an embedded server runs as long as this is open."""
    if not settings.embedded:
        owner = asyncpg_url(settings.database_url) if settings.database_url is not None else None
        yield Installation(settings, keys, owner, None)
        return
    with EmbeddedServer(settings.database_dir) as server:
        yield Installation(settings, keys, asyncpg_url(server.url("app_owner")), asyncpg_url(server.url()))
