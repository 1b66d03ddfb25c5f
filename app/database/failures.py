"""What the database refused or could not do, in the log: SQLSTATE, class, places; no message, since it quotes rows."""

import asyncpg
import structlog
from sqlalchemy.exc import DBAPIError

from app.common.logging import summarise_exception

INSUFFICIENT_PRIVILEGE = "42501"
GONE = (asyncpg.InterfaceError, asyncpg.InternalClientError)
"""The driver's own errors of a connection that ended: the second where it ended while a statement was under way."""


def sqlstate_of(error: BaseException) -> str | None:
    """The SQLSTATE of the database's or driver's error: empty where the server gave none; None for any other error."""
    if isinstance(error, DBAPIError):
        return str(getattr(error.orig, "sqlstate", None) or "")
    if isinstance(error, asyncpg.PostgresError):
        return str(error.sqlstate or "")
    return None


def log_failure(what: str, error: BaseException) -> None:
    """Tell the operator of what the caller is told nothing of.

    That the database refused a right is critical: the application let through what the second enforcement stopped, or
    a GRANT is missing.
    """
    state = sqlstate_of(error)
    log = structlog.get_logger("app.database")
    write = log.critical if state == INSUFFICIENT_PRIVILEGE else log.error
    write(what, sqlstate=state or None, failure=summarise_exception(error))
