"""Connections of the logins, handed out fairly, each in UTC and with a deadline.

Each role has connections of its own: PostgreSQL plans a statement under row-level security for one role, and plans it
anew when the next request on the same connection is another's.

A pool's own queue is not fair, so a semaphore of the pool's size stands before it: the tail of the
response times is what the person at the other end feels.
"""

import asyncio
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

from sqlalchemy import event
from sqlalchemy.engine import URL
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine
from sqlalchemy.pool import NullPool, PoolResetState, QueuePool

from app.database.driver import Driver, driver_of
from app.database.roles import LOGINS

Login = Literal["case", "evaluator", "answerer"]
"""The logins that serve requests."""

WAIT_SECONDS = 2.0
"""How long a request waits for a connection before it is told to come back (503)."""


STATEMENTS = 150
"""Statements that each connection keeps prepared, with their plans: more than one role's requests have in ordinary use.

A plan under all the policies is wide; the server holds up to a megabyte for each, on every connection."""


class PoolExhaustedError(Exception):
    """No connection became free in time."""


@dataclass(frozen=True, slots=True)
class Transaction:
    """A transaction of the driver's, in which SQLAlchemy's statements run as well.

    SQLAlchemy takes the connection for one that commits by itself: to have it begin, run the first statement and commit
    takes a seventh of a small request's time.
    """

    sql: AsyncConnection
    driver: Driver
    """For statements whose text is known."""

    async def begin(self) -> None:
        """Begin; also anew, once it was committed or rolled back."""
        await self.driver.execute("BEGIN")

    async def commit(self) -> None:
        """Make all of it durable."""
        await self.driver.execute("COMMIT")

    async def rollback(self) -> None:
        """Undo all of it."""
        await self.driver.execute("ROLLBACK")


@dataclass(slots=True)
class Usage:
    """How busy the connections of a login are."""

    turns: int
    """How many may be at work at a time."""
    open: int = 0
    at_work: int = 0
    waiting: int = 0


class Databases:
    """The engines of one process: of each login that serves requests, one for each role that it steps into.

    At most `pool_size` connections of a login are at work at a time; each role keeps at most as many open.
    """

    def __init__(self, urls: dict[Login, URL], *, pool_size: int, statement_timeout_ms: int) -> None:
        self._turns = {login: asyncio.Semaphore(pool_size) for login in urls}
        self._usage = {login: Usage(pool_size) for login in urls}
        self._engines: dict[tuple[Login, str], AsyncEngine] = {
            (login, role): _engine(
                url,
                statement_timeout_ms,
                pool_size=pool_size,
                max_overflow=0,
                pool_timeout=WAIT_SECONDS,
                pool_pre_ping=False,  # a broken connection is found by the first statement, and answered 503
                # Who comes next gets the connection used last, which has its plans, and the others may rest.
                pool_use_lifo=True,
                isolation_level="AUTOCOMMIT",  # see `Transaction`
                pool_reset_on_return=None,  # see `_end_what_is_open`
            )
            for login, url in urls.items()
            for role in ("", *LOGINS[f"app_{login}"])
        }
        for engine in self._engines.values():
            event.listen(engine.sync_engine, "reset", _end_what_is_open)
            event.listen(engine.sync_engine, "commit", _refuse_to_commit)
        self._beside = {login: _engine(url, statement_timeout_ms, poolclass=NullPool) for login, url in urls.items()}

    def engine(self, login: Login, role: str = "") -> AsyncEngine:
        """The engine for a login and the role it will step into; the empty role is sign-in's."""
        return self._engines[login, role]

    def engines(self, login: Login) -> list[AsyncEngine]:
        """All engines of a login."""
        return [engine for (owner, _), engine in self._engines.items() if owner == login]

    @asynccontextmanager
    async def transaction(self, login: Login, role: str = "") -> AsyncIterator[Transaction]:
        """A transaction that the caller commits; otherwise it is rolled back.

        Raises:
            PoolExhaustedError: none became free within `WAIT_SECONDS`.
        """
        turn, usage = self._turns[login], self._usage[login]
        usage.waiting += 1
        try:
            async with asyncio.timeout(WAIT_SECONDS):
                await turn.acquire()
        except TimeoutError as error:
            raise PoolExhaustedError from error
        finally:
            usage.waiting -= 1
        usage.at_work += 1
        try:
            async with self.engine(login, role).connect() as connection:
                transaction = Transaction(connection, await driver_of(connection))
                await transaction.begin()
                yield transaction
        finally:
            usage.at_work -= 1
            turn.release()

    def usage(self) -> dict[Login, Usage]:
        """How busy each login is at this moment."""
        for login, usage in self._usage.items():
            pools = [engine.pool for engine in self.engines(login)]
            usage.open = sum(each.checkedin() + each.checkedout() for each in pools if isinstance(each, QueuePool))
        return self._usage

    @asynccontextmanager
    async def beside(self, login: Login) -> AsyncIterator[AsyncConnection]:
        """A new connection outside the pools: whether the database answers does not depend on how busy we are."""
        async with self._beside[login].connect() as connection:
            yield connection

    @property
    def most_connections(self) -> int:
        """How many connections a process may have open at once, the one of the health check among them."""
        return sum(engine.pool.size() for engine in self._engines.values() if isinstance(engine.pool, QueuePool)) + 1

    async def close(self) -> None:
        """Close every connection."""
        for engine in (*self._engines.values(), *self._beside.values()):
            await engine.dispose()


def _end_what_is_open(connection: Any, _record: object, state: PoolResetState) -> None:
    """Nobody gets a connection with another's transaction: whoever left one open has it rolled back."""
    driver = connection.driver_connection
    if not state.terminate_only and not driver.is_closed() and driver.is_in_transaction():
        connection.run_async(lambda driver: driver.execute("ROLLBACK"))


def _refuse_to_commit(_connection: object) -> NoReturn:
    """To commit by SQLAlchemy would change nothing, and look as if it did."""
    raise RuntimeError("commit the Transaction, not its SQLAlchemy connection")


def _engine(url: URL, statement_timeout_ms: int, **pool: Any) -> AsyncEngine:
    return create_async_engine(
        url,
        **pool,
        connect_args={
            "timeout": 5,
            "command_timeout": statement_timeout_ms / 1000 + 1,
            # A statement over many categories is longer than asyncpg would keep by itself (15 KB).
            "max_cacheable_statement_size": 0,
            # By itself asyncpg keeps a statement for five minutes, and a hundred of them: planning one again under
            # row-level security takes 50 to 100 ms, which one caller after each pause would wait for.
            "max_cached_statement_lifetime": 0,
            "statement_cache_size": STATEMENTS,
            "prepared_statement_cache_size": STATEMENTS,  # the same of SQLAlchemy, which keeps its own
            "server_settings": {
                "application_name": "interventionsmodellen",
                "TimeZone": "UTC",
                "statement_timeout": str(statement_timeout_ms),
                "idle_in_transaction_session_timeout": str(statement_timeout_ms * 4),
                "jit": "off",  # compiling costs more than any statement of ours
                # Planning all the policies again for each set of values costs ten times the running.
                "plan_cache_mode": "force_generic_plan",
            },
        },
    )
