"""The command line: `python -m app`. Each command is a file here, imported when it is called for."""

from importlib import import_module
from typing import Any

import typer
from typer.core import TyperGroup
from typer.main import get_command

COMMANDS = (
    "serve",
    "demo",
    "credentials",
    "migrate",
    "check",
    "doctor",
    "keys",
    "operator",
    "audit",
    "prune",
    "releases",
    "webhooks",
    "imports",
    "openapi",
    "matrix",
)
_FILES = {"migrate": "database", "check": "database", "openapi": "documents", "matrix": "documents"}


class _Late(TyperGroup):
    """Imports a command when it is called for: showing the credentials needs neither database nor routes."""

    def list_commands(self, ctx: Any) -> list[str]:  # noqa: ARG002 - Typer's signature
        """In the order in which one meets them."""
        return [*COMMANDS]

    def get_command(self, ctx: Any, cmd_name: str) -> Any:  # noqa: ARG002 - likewise
        """The command of that name, if there is one."""
        if cmd_name not in COMMANDS:
            return None
        found = getattr(import_module(f"app.cli.{_FILES.get(cmd_name, cmd_name)}"), cmd_name)
        if isinstance(found, typer.Typer):
            group = get_command(found)
            group.name = cmd_name
            return group
        alone = _typer()
        alone.command(cmd_name)(found)
        return get_command(alone)


def _typer(**more: object) -> typer.Typer:
    return typer.Typer(add_completion=False, pretty_exceptions_enable=False, **more)  # type: ignore[arg-type]  # passed on as given


app = _typer(cls=_Late, no_args_is_help=True)


@app.callback()
def main() -> None:
    """Interventionsmodellen: the server, and what belongs to running it."""
