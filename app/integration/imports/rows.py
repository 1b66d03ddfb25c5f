"""Rows become records: each is an upsert by reference, as the client that sent the file.

A batch is first tried as a whole, new citizens in a few statements. Where a row is refused the batch is undone and run
row by row, each in a savepoint.
"""

from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from typing import Any
from uuid import UUID

import structlog

from app.citizens.bulk import register_all
from app.common.errors import Unavailable
from app.common.logging import summarise_exception
from app.common.problem import FieldError, Problem
from app.gate.admission import denial_of
from app.gate.database_errors import as_problems
from app.gate.desk import Desk
from app.gate.external_references import hold_references, known_of
from app.integration.imports.errors import fault
from app.integration.imports.reading import ReadRow
from app.integration.imports.states import ImportRowOutcome
from app.integration.references.registry import Collection
from app.integration.references.upserting import Upserted

logger = structlog.get_logger(__name__)

Together = Callable[[Desk, Sequence[tuple[str, Any]]], Awaitable[list[UUID]]]
TOGETHER: dict[str, Together] = {"citizens": register_all}
"""By collection: what creates many new records, under their references, or none."""
MOST_ALONE = 2
"""From so many rows on the shorter way is shorter."""


@dataclass(frozen=True, slots=True)
class Done:
    """What became of a row."""

    row: ReadRow
    outcome: ImportRowOutcome
    record_id: UUID | None = None
    errors: Sequence[FieldError] = field(default=())
    denial: str | None = None
    """The log's code, where it was refused for who asks."""

    def told(self) -> list[dict[str, str]]:
        """The faults as they are kept."""
        return [
            {"pointer": each.pointer, "code": each.code, "message_en": each.message_en, "message_da": each.message_da}
            for each in self.errors
        ]


async def run(desk: Desk, collection: Collection, rows: Sequence[ReadRow], known: frozenset[str]) -> list[Done]:
    """All rows of a batch; what is refused leaves nothing behind.

    Args:
        known: references of earlier rows of the file.

    Raises:
        Unavailable: for reasons that pass; the batch is to be tried again.
    """
    _refuse_repeated(rows, known)
    good = [row for row in rows if not row.errors]
    await hold_references(desk, collection.category, [row.reference or "" for row in good])
    done = await _together(desk, collection, good)
    if done is None:
        done = [await _alone(desk, collection, row) for row in good]
    by_number = {each.row.number: each for each in done}
    return [by_number.get(row.number) or Done(row, ImportRowOutcome.REFUSED, errors=row.errors) for row in rows]


async def run_bare(desk: Desk, collection: Collection, rows: Sequence[ReadRow]) -> list[Done]:
    """As `run`, where one row that is refused ends it all.

    Raises:
        RowRefusedError: naming the row.
    """
    savepoint = await desk.connection.begin_nested()
    try:
        with _forgotten_if_undone(desk), as_problems():
            done = await _written(desk, collection, rows)
    except Unavailable:
        raise
    except Problem:
        await savepoint.rollback()
    else:
        await savepoint.commit()
        return done
    return [await _or_end(desk, collection, row) for row in rows]


async def _or_end(desk: Desk, collection: Collection, row: ReadRow) -> Done:
    try:
        with as_problems():
            return _done(row, await _upsert(desk, collection, row))
    except Unavailable:
        raise
    except Problem as problem:
        raise RowRefusedError(_refused(row, problem)) from problem


class RowRefusedError(Exception):
    """A row that is written together with all others was refused."""

    def __init__(self, done: Done) -> None:
        """Keep what became of it."""
        super().__init__("refused")
        self.done = done


def _refuse_repeated(rows: Sequence[ReadRow], known: frozenset[str]) -> None:
    seen = set(known)
    for row in rows:
        if row.reference is None:
            continue
        if row.reference in seen:
            row.errors.append(fault("duplicate_reference", "/external_reference"))
        seen.add(row.reference)


async def _together(desk: Desk, collection: Collection, rows: Sequence[ReadRow]) -> list[Done] | None:
    """All at once; None where one is refused, with nothing done."""
    savepoint = await desk.connection.begin_nested()
    try:
        with _forgotten_if_undone(desk), as_problems():
            done = await _written(desk, collection, rows)
    except Unavailable:
        raise
    except Exception:  # noqa: BLE001 - whatever it is, it comes again where the row stands alone, and is told of there
        await savepoint.rollback()
        return None
    await savepoint.commit()
    return done


async def _alone(desk: Desk, collection: Collection, row: ReadRow) -> Done:
    savepoint = await desk.connection.begin_nested()
    try:
        with _forgotten_if_undone(desk), as_problems():
            done = _done(row, await _upsert(desk, collection, row))
    except Unavailable:
        raise
    except Problem as problem:
        await savepoint.rollback()
        return _refused(row, problem)
    except Exception as error:  # noqa: BLE001 - a row that meets a fault of ours keeps no other row out
        await savepoint.rollback()
        logger.error("import_row_broken", row=row.number, failure=summarise_exception(error))  # noqa: TRY400
        return Done(row, ImportRowOutcome.REFUSED, errors=[fault("internal_error")])
    await savepoint.commit()
    return done


@contextmanager
def _forgotten_if_undone(desk: Desk) -> Iterator[None]:
    """What was undone was not shown to anybody, and stands in no log."""
    before = len(desk.event.subjects)
    try:
        yield
    except BaseException:
        del desk.event.subjects[before:]
        raise


async def _written(desk: Desk, collection: Collection, rows: Sequence[ReadRow]) -> list[Done]:
    """All rows; those that are new and that there is a shorter way for together."""
    together = TOGETHER.get(collection.name)
    if together is None or len(rows) < MOST_ALONE:
        return [_done(row, await _upsert(desk, collection, row)) for row in rows]
    known = await known_of(desk, collection.category, [row.reference or "" for row in rows])
    new = [row for row in rows if row.reference not in known]
    made = await together(desk, [(row.reference or "", row.body) for row in new]) if new else []
    done = [Done(row, ImportRowOutcome.CREATED, record_id) for row, record_id in zip(new, made, strict=True)]
    return done + [_done(row, await _upsert(desk, collection, row)) for row in rows if row.reference in known]


async def _upsert(desk: Desk, collection: Collection, row: ReadRow) -> Upserted:
    body: Any = row.body
    return await collection.upsert(desk, row.reference or "", body)


def _done(row: ReadRow, upserted: Upserted) -> Done:
    changed = ImportRowOutcome.UPDATED if upserted.changed else ImportRowOutcome.UNCHANGED
    return Done(row, ImportRowOutcome.CREATED if upserted.created else changed, upserted.record_id)


def _refused(row: ReadRow, problem: Problem) -> Done:
    of_itself = FieldError("", problem.code.replace("-", "_"), problem.detail.en, problem.detail.da)
    return Done(row, ImportRowOutcome.REFUSED, errors=problem.errors or [of_itself], denial=denial_of(problem))
