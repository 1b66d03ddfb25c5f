"""What rows tell beside the releases that are out: means and moments, less the rows, of the few who have none.

Whoever has a row of nearly everybody in a class takes these out of the class's mean and has the mean of the others. So
besides all rows that an evaluator has ever had, of any controller, a figure that is out leaves nobody or as many as
beside a controller's own. Releases that are built later know of the rows (app/evaluation/disclosure/besides.py).
"""

import asyncio
from collections.abc import Collection
from dataclasses import dataclass
from typing import Any
from uuid import UUID

import polars as pl

from app.boundary.triggers.releases import PUBLISHING
from app.evaluation.attack.besides import known_but_for_a_few_by_rows
from app.evaluation.disclosure.declared import declared
from app.evaluation.store import ledger_of

_OUT = "SELECT build_id FROM release WHERE status IN ('published', 'recalled') ORDER BY build_id"
_HANDED_OUT = "SELECT citizen::text FROM evaluation_rows() WHERE recipient = $1"


@dataclass(frozen=True, slots=True)
class _Known:
    """What a recipient has: figures of these builds, recalled ones as well, and rows of these citizens."""

    builds: tuple[UUID, ...]
    citizens: frozenset[str]


async def tell_of_a_few(connection: Any, recipient: UUID, more: Collection[str]) -> bool:
    """Whether these rows, beside all that the recipient has, would tell of a few others.

    From then on to the end of the transaction nothing is published, nor are rows handed out.
    """
    known, told = None, False
    while (now := await _known(connection, recipient)) != known:
        # What was looked at without holding anybody up is looked at once more if it was not all.
        known, told = now, await _told(connection, now, frozenset(more))
        await connection.execute(f"SELECT pg_advisory_xact_lock({PUBLISHING})")
    return told


async def _known(connection: Any, recipient: UUID) -> _Known:
    builds = await connection.fetch(_OUT)
    citizens = await connection.fetch(_HANDED_OUT, recipient)
    return _Known(tuple(row[0] for row in builds), frozenset(row[0] for row in citizens))


async def _told(connection: Any, known: _Known, more: frozenset[str]) -> bool:
    if more <= known.citizens:
        return False
    ledger = await ledger_of(connection, known.builds, ["means", "moments"])
    return await asyncio.to_thread(_more_is_told, ledger, known.citizens, known.citizens | more)


def _more_is_told(ledger: pl.DataFrame, before: frozenset[str], after: frozenset[str]) -> bool:
    then, now = (set(known_but_for_a_few_by_rows(ledger, each, declared())) for each in (before, after))
    return not now <= then
