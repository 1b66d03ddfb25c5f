"""`python -m app demo`: a citizen's journey, played over HTTP; `demo releases`: two years, and releases of them."""

import asyncio
from typing import Annotated

import typer

from app.cli.console import Mistake, plainly, progress, read_settings, step
from app.cli.credentials import demo_credentials
from app.cli.installing import OF_OTHERS, opened, owner, reaching, ring_of
from app.cli.welcome import base_url as own_url
from app.demo.loading import is_of_others
from app.installation import Installation

demo = typer.Typer(invoke_without_command=True, add_completion=False, pretty_exceptions_enable=False)


@demo.callback()
def journey(
    context: typer.Context,
    base_url: Annotated[
        str | None, typer.Option(help="The server to play against; this installation's by default.")
    ] = None,
) -> None:
    """Play a citizen's journey, and show what each party sees of it; exit code 1 if anything deviates."""
    if context.invoked_subcommand is not None:
        return
    from app.demo.journey import NoServerError, play

    with plainly():
        settings = read_settings()
        try:
            ok = play(base_url or own_url(settings), demo_credentials(settings))
        except NoServerError as error:
            raise Mistake(str(error)) from None
    if not ok:
        raise typer.Exit(1)


@demo.command()
def releases() -> None:
    """Two past years of invented citizens, and releases of them: published, recalled, superseded. Once only."""
    from app.demo.journey import NoServerError
    from app.demo.releases import play, ready

    with plainly():
        settings = read_settings()
        credentials = demo_credentials(settings)
        url = own_url(settings)
        try:
            ready(url)
            with opened(settings, ring_of(settings)) as this, reaching(settings):
                years = asyncio.run(_past(this))
            ok = play(url, credentials, years)
        except NoServerError as error:
            raise Mistake(str(error)) from None
    if not ok:
        raise typer.Exit(1)


async def _past(this: Installation) -> tuple[int, ...]:
    """The years that are there.

    Raises:
        Mistake: the database is somebody's who works with it.
    """
    from app.demo import past

    async with owner(this) as connection:
        if await is_of_others(connection):
            raise Mistake(OF_OTHERS)
    with step("Two years of invented citizens"):
        found = await past.ensure(this.owner)
    progress.print(f"  {found.citizens} loaded" if found.citizens else "  They were there")
    return found.years
