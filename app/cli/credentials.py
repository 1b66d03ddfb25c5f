"""`python -m app credentials`: what the demo's clients sign in with."""

import json
from typing import Annotated

import typer

from app.cli.console import Mistake, out, plainly, read_settings
from app.cli.welcome import command, listed
from app.demo.credentials import Credential, path_in, read
from app.settings import Settings


def credentials(
    *,
    as_json: Annotated[bool, typer.Option("--json", help="A list for scripts.")] = False,
) -> None:
    """Print every demo client with its secret (demo mode only)."""
    with plainly():
        found = demo_credentials(read_settings())
    if as_json:
        typer.echo(json.dumps([each.as_json() for each in found], ensure_ascii=False, indent=2))
        return
    for line in listed(found):
        out.print(line)


def demo_credentials(settings: Settings) -> list[Credential]:
    """The credentials of this installation.

    Raises:
        Mistake: there are none, and why.
    """
    if settings.mode != "demo":
        raise Mistake("There are demo clients in demo mode only; this installation is in production mode.")
    found = read(path_in(settings.data_dir))
    if found is None:
        raise Mistake(
            f"There are no demo credentials in {settings.data_dir} yet: start the server once (`make run`, or "
            f"`{command('serve')}`), or set APP_DATA_DIR to the folder it was started with."
        )
    return found
