"""`python -m app changes prune`: changes are kept for so long as somebody may still have to read them."""

import asyncio

import typer

from app.cli.console import plainly, progress, read_settings
from app.cli.installing import opened, owner, reaching, ring_of
from app.installation import Installation
from app.integration.changes import pruning

changes = typer.Typer(
    help="What changed, for those who follow it.",
    no_args_is_help=True,
    add_completion=False,
    pretty_exceptions_enable=False,
)


@changes.callback()
def _group() -> None:
    """What changed, for those who follow it."""


@changes.command()
def prune() -> None:
    """Remove changes that could be read for longer than APP_CHANGES_KEPT_DAYS; run it daily.

    Whoever has not read them by then gets 410 and reads the lists anew. While a few thousand are removed, a fraction of
    a second, writers wait.
    """
    with plainly():
        settings = read_settings()
        with opened(settings, ring_of(settings)) as this, reaching(settings):
            count = asyncio.run(pruned(this, settings.changes_kept_days))
    progress.print(f"  {count} changes removed.")


async def pruned(this: Installation, days: int) -> int:
    """How many were removed."""
    more = True
    while more:
        async with owner(this) as connection:
            more = await pruning.number_all(connection)
    async with owner(this) as connection:
        found = await pruning.old(connection, days)
    for organisation, first, last in found:
        for start in range(first, last + 1, pruning.AT_ONCE):
            async with owner(this) as connection:
                await pruning.remove(connection, organisation, start, min(start + pruning.AT_ONCE - 1, last))
    return sum(last - first + 1 for _, first, last in found)
