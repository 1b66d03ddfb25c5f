"""`python -m app demo`: a citizen's journey, played over HTTP against the running server."""

from typing import Annotated

import typer

from app.cli.console import Mistake, plainly, read_settings
from app.cli.credentials import demo_credentials
from app.cli.welcome import base_url as own_url


def demo(
    base_url: Annotated[
        str | None, typer.Option(help="The server to play against; this installation's by default.")
    ] = None,
) -> None:
    """Play a citizen's journey, and show what each party sees of it; exit code 1 if anything deviates."""
    from app.demo.journey import NoServerError, play

    with plainly():
        settings = read_settings()
        try:
            ok = play(base_url or own_url(settings), demo_credentials(settings))
        except NoServerError as error:
            raise Mistake(str(error)) from None
    if not ok:
        raise typer.Exit(1)
