"""The SQL statements that requests make, counted where they leave for PostgreSQL."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any

from fastapi import FastAPI
from sqlalchemy import event

from app.database.engines import Databases

_FRAMES = ("BEGIN", "COMMIT", "ROLLBACK")


@contextmanager
def statements(app: FastAPI) -> Iterator[list[str]]:
    """Collect the text of every statement of the requests' logins, whether by SQLAlchemy or past it.

    What opens and closes the transaction is left out.
    """
    databases: Databases = app.state.services.databases
    engines = [each.sync_engine for each in (*databases.engines("case"), *databases.engines("evaluator"))]
    seen: list[str] = []

    def executed(_connection: Any, _cursor: Any, statement: str, *_rest: Any) -> None:
        seen.append(statement)

    def logged(record: Any) -> None:
        if not record.query.lstrip(" ;").upper().startswith(_FRAMES):
            seen.append(record.query)

    def checked_out(connection: Any, *_rest: Any) -> None:
        connection.driver_connection.add_query_logger(logged)

    def checked_in(connection: Any, *_rest: Any) -> None:
        if connection is not None:
            connection.driver_connection.remove_query_logger(logged)

    hooks: dict[str, Callable[..., Any]] = {
        "before_cursor_execute": executed,
        "checkout": checked_out,
        "checkin": checked_in,
    }
    wanted = [(engine, name, hook) for engine in engines for name, hook in hooks.items()]
    for each in wanted:
        event.listen(each[0], each[1], each[2])
    try:
        yield seen
    finally:
        for each in wanted:
            event.remove(each[0], each[1], each[2])
