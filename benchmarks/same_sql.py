"""The statements that one request runs, as pgbench scripts: what the database alone could do."""

import os
import re
import subprocess
from collections.abc import Awaitable, Callable
from datetime import datetime
from pathlib import Path
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import event

_PARAMETER = re.compile(r"\$(\d+)")
_QUOTED = re.compile(r"'((?:[^']|'')*)'")


def _literal(value: Any) -> str:
    match value:
        case None:
            return "NULL"
        case bool():
            return "true" if value else "false"
        case int() | float():
            return str(value)
        case bytes():
            return f"'\\x{value.hex()}'::bytea"
        case datetime() | UUID():
            return f"'{value}'"
        case list() | tuple():
            inner = ",".join("NULL" if each is None else '"' + str(each).replace('"', '\\"') + '"' for each in value)
            return "'{" + inner.replace("'", "''") + "}'"
        case _:
            return "'" + str(value).replace("'", "''") + "'"


def _escaped(quoted: re.Match[str]) -> str:
    if ":" not in quoted[1]:
        return quoted[0]
    # pgbench takes a name after a colon for a variable of its own, within quotes too.
    return "E'" + quoted[1].replace("\\", "\\\\").replace(":", "\\x3a") + "'"


class Recorder:
    """Listens to a driver's connections, and writes down what they were asked."""

    def __init__(self) -> None:
        self.statements: list[str] = []

    def __call__(self, query: asyncpg.connection.LoggedQuery) -> None:
        """Take down one statement of the driver's own."""
        self._take(query.query, query.args or ())

    def of_engine(self, _connection: Any, _cursor: Any, statement: str, values: Any, *_more: Any) -> None:
        """Take down one statement of SQLAlchemy's, which prepares its own and so passes the driver's log by."""
        self._take(statement, values or ())

    def _take(self, statement: str, values: Any) -> None:
        text = _PARAMETER.sub(lambda found: _literal(values[int(found[1]) - 1]), statement)
        self.statements.append(_QUOTED.sub(_escaped, " ".join(text.split())))

    def script(self, fresh: set[str]) -> str:
        """The request's statements as one transaction; ids in `fresh` are made anew by the database."""
        lines = []
        for statement in self.statements:
            if statement.rstrip(";").upper() in {"BEGIN", "COMMIT", "ROLLBACK"}:
                continue
            lines.append(_renewed(statement, fresh).rstrip(";") + ";")
        return "BEGIN;\n" + "\n".join(lines) + "\nCOMMIT;\n"


def _renewed(statement: str, fresh: set[str]) -> str:
    for each in fresh:
        statement = statement.replace(f"'{each}'", "gen_random_uuid()")
    return statement


async def record(pool: Any, request: Callable[[], Awaitable[Any]]) -> Recorder:
    """Run one request and take down its statements.

    Args:
        pool: the engine whose connections are listened to.
        request: makes the request within this process.
    """
    recorder = Recorder()
    async with pool.connect() as connection:
        raw = await connection.get_raw_connection()
        raw.driver_connection.add_query_logger(recorder)
    event.listen(pool.sync_engine, "before_cursor_execute", recorder.of_engine)
    try:
        await request()
        if not recorder.statements:
            raise RuntimeError("no statement was seen: another pool served the request")
    finally:
        event.remove(pool.sync_engine, "before_cursor_execute", recorder.of_engine)
        async with pool.connect() as connection:
            raw = await connection.get_raw_connection()
            raw.driver_connection.remove_query_logger(recorder)
    return recorder


def pgbench(programs: Path, uri: str, scripts: list[Path], *, connections: int, seconds: int) -> float:
    """Transactions a second over prepared statements, scripts chosen at random."""
    files = [part for script in scripts for part in ("-f", str(script))]
    command = [str(programs / "pgbench"), "-n", "-M", "prepared", "-c", str(connections), "-j", "2", "-T", str(seconds)]
    environment = {**os.environ, "PGOPTIONS": "-c jit=off -c TimeZone=UTC -c plan_cache_mode=force_generic_plan"}
    done = subprocess.run([*command, *files, uri], capture_output=True, text=True, check=False, env=environment)
    if done.returncode:
        raise RuntimeError(done.stderr[-2000:])
    told = re.search(r"tps = ([0-9.]+)", done.stdout)
    if told is None:
        raise RuntimeError(done.stdout[-2000:])
    return float(told[1])
