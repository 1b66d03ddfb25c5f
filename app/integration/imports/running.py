"""Working through imports, a batch at a time, under a lease.

A batch is one transaction, with how far the import has come: a process that ends in the midst of it has done nothing
of it, and who takes the import up goes on with that batch. Each batch enters anew as the client that sent the file.
"""

import os
from collections import Counter
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from dataclasses import dataclass, field, replace
from typing import Any
from uuid import uuid4

import structlog
from sqlalchemy import select

from app.audit.events import Event
from app.auth.keys import KeyRing
from app.auth.principal import enter
from app.auth.tokens import AccessClaims
from app.boundary.policy import Operation, Policy
from app.common.errors import AgreementNotInForce, InsufficientScope, RoleCannot, TokenOutdated, Unauthenticated
from app.common.logging import summarise_exception
from app.common.problem import Problem
from app.database.columns import table_of
from app.database.driver import count_of
from app.database.engines import Databases, Transaction
from app.gate.admission import require_cell
from app.gate.database_errors import as_problems
from app.gate.desk import Desk
from app.integration.imports import progress
from app.integration.imports.progress import COUNTS, LEASE_SECONDS, NONE_WRITTEN, NOTHING, Job, LeaseLostError
from app.integration.imports.reading import ReadRow, rows_of
from app.integration.imports.receiving import opened, place_of
from app.integration.imports.rows import Done, RowRefusedError, run, run_bare
from app.integration.imports.states import (
    ImportAtomicity,
    ImportFailure,
    ImportFormat,
    ImportMode,
    ImportPhase,
    ImportRowOutcome,
    ImportStatus,
)
from app.integration.references.registry import COLLECTIONS, Collection

BATCHES_A_TURN = 20
"""Then another import that waits has its turn."""
FIRST_PLANS = frozenset({4, 16, 64})
"""Batches of a connection at which a table that began with it has become another."""
BATCHES_A_PLAN = 256
"""As long as a connection keeps plans at most: one made while a table was small reads all of it when it is large."""
MOST_ATTEMPTS = 5
logger = structlog.get_logger(__name__)

_CLAIM = """
UPDATE import_job SET status = 'running', worker = $1, leased_until = clock_timestamp() + make_interval(secs => $2),
  attempts = attempts + 1, started_at = coalesce(started_at, clock_timestamp()), updated_at = clock_timestamp(),
  phase = coalesce(phase, CASE WHEN mode = 'commit' AND atomic = 'object' THEN 'writing' ELSE 'checking' END),
  version = version + 1
WHERE id = (
  SELECT id FROM import_job
  WHERE status = 'received' OR (status = 'running' AND leased_until < clock_timestamp())
  ORDER BY updated_at LIMIT 1 FOR UPDATE SKIP LOCKED
)
RETURNING *
"""
_LET_GO = """
UPDATE import_job SET leased_until = clock_timestamp() + make_interval(secs => $3), updated_at = clock_timestamp(),
  version = version + 1
WHERE id = $1 AND worker = $2 AND status = 'running'
"""
_FAIL = """
UPDATE import_job SET status = 'failed', error = $3, updated_at = clock_timestamp(), version = version + 1
WHERE id = $1 AND worker = $2 AND status = 'running'
"""
_TELL = """
UPDATE import_job SET rows_done = $3, leased_until = clock_timestamp() + make_interval(secs => $4),
  updated_at = clock_timestamp(), version = version + 1
WHERE id = $1 AND worker = $2 AND status = 'running'
"""
_FAILURES: dict[type[Problem], ImportFailure] = {
    Unauthenticated: ImportFailure.CLIENT_REFUSED,
    TokenOutdated: ImportFailure.RIGHTS_CHANGED,
    RoleCannot: ImportFailure.RIGHTS_CHANGED,
    InsufficientScope: ImportFailure.RIGHTS_CHANGED,
    AgreementNotInForce: ImportFailure.AGREEMENT_NOT_IN_FORCE,
}


class _EndedError(Exception):
    """The import can't go on."""

    def __init__(self, failure: ImportFailure) -> None:
        super().__init__(failure)
        self.failure = failure


@dataclass(slots=True)
class Importer:
    """Works on imports as the `case` login, each as the client that sent it."""

    databases: Databases
    policy: Policy
    keys: Callable[[], KeyRing]
    lease_seconds: float = LEASE_SECONDS
    batches: int = BATCHES_A_TURN
    name: str = field(default_factory=lambda: f"{os.getpid()}-{uuid4().hex[:8]}")

    async def once(self) -> bool:
        """Give an import that waits, or was left, a turn; False where there is none."""
        job = await self._claimed()
        if job is None:
            return False
        try:
            await self._turn(job)
        except LeaseLostError:
            logger.info("import_left", import_id=str(job["id"]))
        except _EndedError as ended:
            await self._as_nobody(_FAIL, job["id"], self.name, ended.failure)
            logger.warning("import_failed", import_id=str(job["id"]), error=ended.failure)
        except Exception as error:  # noqa: BLE001 - whatever it is, it is tried again, and given up in the end
            logger.error("import_interrupted", import_id=str(job["id"]), failure=summarise_exception(error))  # noqa: TRY400
            if job["attempts"] >= MOST_ATTEMPTS:
                await self._as_nobody(_FAIL, job["id"], self.name, ImportFailure.BROKEN)
            else:
                await self._as_nobody(_LET_GO, job["id"], self.name, float(job["attempts"]))
        return True

    async def _turn(self, job: Job) -> None:
        if job["attempts"] > MOST_ATTEMPTS:
            raise _EndedError(ImportFailure.INTERRUPTED)
        for _ in range(self.batches):
            if await self._step(job):
                return
        await self._as_nobody(_LET_GO, job["id"], self.name, 0.0)

    async def _step(self, job: Job) -> bool:
        """One transaction further; whether that was the last."""
        checking = job["phase"] == ImportPhase.CHECKING
        if checking and job["position"] < job["chunks"]:
            await self._check(job)
            return False
        if checking:
            return await self._judge(job)
        if job["atomic"] == ImportAtomicity.ALL:
            await self._write_all(job)
            return True
        return await self._write(job)

    # --- the steps ------------------------------------------------------------------------------------

    async def _write(self, job: Job) -> bool:
        """A batch, written with how far the import has come."""
        async with self._as_client(job) as desk:
            done = await self._run(desk, job)
            await progress.report(desk, job, done)
            last: bool = job["position"] + 1 == job["chunks"]
            new = progress.further(job, done) | ({"status": ImportStatus.COMPLETED} if last else {})
            await progress.advance(desk, job, new)
            await progress.log(desk, job, done)
            await desk.transaction.commit()
        job.update(new)
        return last

    async def _check(self, job: Job) -> None:
        """A batch tried and undone; then, apart from it, what would have become of it."""
        async with self._as_client(job) as desk:
            done = await self._run(desk, job)
            seen = [replace(each, access="read") for each in desk.event.subjects if each.access != "create"]
            await desk.transaction.rollback()
        done = [
            each if each.outcome is not ImportRowOutcome.CREATED else replace(each, record_id=None) for each in done
        ]
        async with self._as_client(job) as desk:
            await progress.report(desk, job, done)
            new = progress.further(job, done)
            await progress.advance(desk, job, new)
            desk.event.subjects = seen
            await progress.log(desk, job, done)
            await desk.transaction.commit()
        job.update(new)

    async def _judge(self, job: Job) -> bool:
        """All rows were tried: end here, or write them."""
        commits, all_or_none = job["mode"] == ImportMode.COMMIT, job["atomic"] == ImportAtomicity.ALL
        kept_out = all_or_none and job["refused"] > 0
        async with self._as_client(job) as desk:
            if kept_out:
                await progress.keep_out(desk, job)
            new: Job = {"status": ImportStatus.COMPLETED} | ({**NONE_WRITTEN} if kept_out else {})
            if commits and kept_out:
                new |= {"status": ImportStatus.FAILED, "error": ImportFailure.ROWS_REFUSED}
            elif commits:
                new = {"phase": ImportPhase.WRITING, **NOTHING}
            await progress.advance(desk, job, new)
            await desk.transaction.commit()
        job.update(new)
        ended: bool = "status" in new
        return ended

    async def _write_all(self, job: Job) -> None:
        """Every row in one transaction; how far it is, is told from outside it."""
        try:
            async with self._as_client(job) as desk:
                counts, part = Counter[str](), {**job}
                for position in range(job["chunks"]):
                    part["position"] = position
                    rows = await self._rows(desk, part)
                    done = await run_bare(desk, _collection(job), rows)
                    await progress.rewrite(desk, job, done)
                    counts.update(COUNTS[each.outcome] for each in done)
                    await progress.log(desk, job, done)
                    desk.event.subjects = []
                    await self._tell(job, counts.total())
                new = {
                    "status": ImportStatus.COMPLETED,
                    "position": job["chunks"],
                    "rows_done": counts.total(),
                    **counts,
                }
                await progress.advance(desk, job, new, position=False)
                await desk.transaction.commit()
        except RowRefusedError as refused:  # good a moment ago, and somebody else changed what it hangs on
            await self._refuse_all(job, refused.done)

    async def _refuse_all(self, job: Job, done: Done) -> None:
        async with self._as_client(job) as desk:
            await progress.rewrite(desk, job, [done])
            await progress.keep_out(desk, job)
            failed = {"status": ImportStatus.FAILED, "error": ImportFailure.ROWS_REFUSED}
            await progress.advance(desk, job, {**NONE_WRITTEN, **failed, "refused": 1}, position=False)
            await progress.log(desk, job, [done])
            await desk.transaction.commit()

    # --- what they share --------------------------------------------------------------------------------

    async def _claimed(self) -> Job | None:
        with as_problems():
            async with self.databases.transaction("case") as transaction:
                row = await transaction.driver.fetchrow(_CLAIM, self.name, self.lease_seconds)
                await transaction.commit()
        return None if row is None else dict(row)

    async def _as_nobody(self, statement: str, *values: Any) -> str:
        """On a connection that has stepped into no role, which sees imports and nothing else of anybody's."""
        async with self.databases.transaction("case") as transaction:
            said: str = await transaction.driver.execute(statement, *values)
            await transaction.commit()
        return said

    async def _tell(self, job: Job, rows_done: int) -> None:
        """How far a transaction is that is not yet committed, and that it is still worked on.

        Raises:
            LeaseLostError: it is another's, or was cancelled.
        """
        if count_of(await self._as_nobody(_TELL, job["id"], self.name, rows_done, self.lease_seconds)) != 1:
            raise LeaseLostError

    @asynccontextmanager
    async def _as_client(self, job: Job) -> AsyncIterator[Desk]:
        """The client that sent it, as the database knows it now.

        Raises:
            _EndedError: it may not any more.
        """
        with as_problems():
            async with self.databases.transaction("case", job["asked_as"]["organisation_type"]) as transaction:
                await _plan_anew(transaction)
                collection = _collection(job)
                try:
                    principal = await enter(transaction.driver, _claims(job))
                    require_cell(self.policy, principal, collection.category, Operation.CREATE, also=collection.also)
                    require_cell(self.policy, principal, "import", Operation.UPDATE)
                except Problem as problem:
                    raise _EndedError(_FAILURES[type(problem)]) from problem
                event = Event("import", collection.category, job["id"])
                yield Desk(transaction, principal, self.policy, self.keys(), event)

    async def _run(self, desk: Desk, job: Job) -> list[Done]:
        rows = await self._rows(desk, job)
        return await run(desk, _collection(job), rows, await progress.earlier(desk, job, rows))

    async def _rows(self, desk: Desk, job: Job) -> list[ReadRow]:
        chunks = table_of("import_chunk")
        found = await desk.row(
            select(chunks.c.sealed, chunks.c.first_row).where(
                chunks.c.import_id == job["id"],
                chunks.c.position == job["position"],
                desk.readable("import_upload"),
            )
        )
        if found is None or not found["sealed"]:  # it has ended, by another's hand
            raise LeaseLostError
        cipher = opened(desk.keys, job["wrapped"], job["id"], desk.organisation_id)
        place = place_of(job["id"], desk.organisation_id, job["position"])
        plain = cipher.decrypt_bytes(found["sealed"], **place)
        return rows_of(plain, ImportFormat(job["format"]), _collection(job).body, found["first_row"])


async def _plan_anew(transaction: Transaction) -> None:
    """Now and then: plans are kept whatever values they are run with, and a file makes tables grow."""
    kept = transaction.sql.info
    batches = kept["batches"] = kept.get("batches", 0) + 1
    if batches in FIRST_PLANS or batches % BATCHES_A_PLAN == 0:
        await transaction.driver.execute("DISCARD PLANS")


def _collection(job: Job) -> Collection:
    return COLLECTIONS[job["collection"]]


def _claims(job: Job) -> AccessClaims:
    """What the token said when the file was sent; only whether it still holds is asked, not how long it lived."""
    told = job["asked_as"]
    return AccessClaims(
        issuer="",
        subject=told["subject"],
        audience="",
        issued_at=told["issued_at"],
        expires_at=0,
        token_id=told["token_id"],
        client_id=job["client_id"],
        organisation_id=job["organisation_id"],
        organisation_type=told["organisation_type"],
        scope=frozenset(told["scope"]),
        roles=frozenset(told["roles"]),
        track=job["track"],
        narrowed=told["narrowed"],
    )
