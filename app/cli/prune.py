"""`python -m app prune`: what has been of use for long enough is removed."""

import asyncio
from collections.abc import Awaitable, Callable
from functools import partial
from typing import TypeVar
from uuid import UUID

from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection

from app.auth.spent import EXPIRED
from app.cli.console import plainly, progress, read_settings
from app.cli.installing import opened, owner, reaching, ring_of
from app.database.pruning import Spent
from app.gate.spent import ANSWERS
from app.installation import Installation
from app.integration.changes import pruning
from app.integration.webhooks.spent import DELIVERIES, WAITING_IN_VAIN

TRIES = 20
SECONDS_BETWEEN = 0.5
"""A transaction that does not get its locks soon gives way to those who work, and is tried again."""
_Found = TypeVar("_Found")
_LOCK_NOT_AVAILABLE, _DEADLOCK = "55P03", "40P01"


def prune() -> None:
    """Remove what is spent: changes, deliveries, first answers of idempotency keys, expired proofs. Run it daily.

    How long each is kept: APP_CHANGES_KEPT_DAYS, APP_DELIVERIES_KEPT_DAYS, APP_ANSWERS_KEPT_DAYS. While a few thousand
    are removed, a fraction of a second, writers of the same wait.
    """
    with plainly():
        settings = read_settings()
        with opened(settings, ring_of(settings)) as this, reaching(settings):
            count = asyncio.run(pruned(this, settings.changes_kept_days))
            progress.print(f"  {count} changes removed.")
            for spent, days in (
                (WAITING_IN_VAIN, settings.changes_kept_days),
                (DELIVERIES, settings.deliveries_kept_days),
                (ANSWERS, settings.answers_kept_days),
                (EXPIRED, 1),
            ):
                count = asyncio.run(removed(this, spent, days))
                progress.print(f"  {count} {spent.name} removed.")


async def pruned(this: Installation, days: int) -> int:
    """How many changes were removed."""
    more = True
    while more:
        more = await _transaction(this, pruning.number_all)
    found = await _transaction(this, lambda connection: pruning.old(connection, days))
    for organisation, first, last in found:
        for start in range(first, last + 1, pruning.AT_ONCE):
            batch = (organisation, start, min(start + pruning.AT_ONCE - 1, last))
            await _transaction(this, partial(_without, batch))
    return sum(last - first + 1 for _, first, last in found)


async def _without(batch: tuple[UUID, int, int], connection: AsyncConnection) -> None:
    await pruning.remove(connection, *batch)


async def removed(this: Installation, spent: Spent, days: int) -> int:
    """How many rows were removed, batch by batch, each in a transaction of its own."""
    count = 0
    while gone := await _transaction(this, lambda connection: spent.remove(connection, days)):
        count += gone
    return count


async def _transaction(this: Installation, work: Callable[[AsyncConnection], Awaitable[_Found]]) -> _Found:
    for _ in range(TRIES - 1):
        try:
            async with owner(this) as connection:
                return await work(connection)
        except DBAPIError as error:
            if getattr(error.orig, "sqlstate", None) not in {_LOCK_NOT_AVAILABLE, _DEADLOCK}:
                raise
            await asyncio.sleep(SECONDS_BETWEEN)
    async with owner(this) as connection:
        return await work(connection)
