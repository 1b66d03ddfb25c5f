"""Builds: claimed by lease, so that one survives whatever becomes of the process that worked on it.

Whoever works on a build renews its lease; once that has run out another takes the build over from its beginning. All
that is written of it is written in one transaction, by the one who has the lease then.
"""

import asyncio
import multiprocessing
import os
import threading
from collections.abc import AsyncIterator, Callable, Iterator, Mapping, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import AbstractContextManager, asynccontextmanager, contextmanager
from dataclasses import dataclass, field, replace
from multiprocessing.process import BaseProcess
from pathlib import Path
from typing import Any, TypeVar
from uuid import uuid4

import asyncpg
import polars as pl
import structlog

from app.database.driver import count_of
from app.evaluation import making, store
from app.evaluation.disclosure.besides import known_to_each
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.microdata import PERSONS
from app.evaluation.disclosure.withheld import PARAMETER
from app.evaluation.secret import SecretMissingError, check_of, read_secret
from app.evaluation.snapshot import Snapshot, snapshot
from app.evaluation.sources import Carried, carried, sources_of
from app.evaluation.states import JobError, JobStep

LEASE_SECONDS = 60.0
MOST_ATTEMPTS = 3
"""A build that has ended three processes is the fault of none of them."""
PERCENT: Mapping[JobStep, int] = {
    JobStep.SNAPSHOT: 5,
    JobStep.TABLES: 20,
    JobStep.ATTACK: 50,
    JobStep.FILES: 80,
    JobStep.WRITING: 90,
}
STATEMENT_TIMEOUT_MS = 600_000
DAYS = tuple(name for name, kind in PERSONS.items() if kind == pl.Date)

Answer = TypeVar("Answer")
logger = structlog.get_logger(__name__)

_CLAIM = """
UPDATE release_job SET status = 'running', worker = $1, leased_until = clock_timestamp() + make_interval(secs => $2),
  attempts = attempts + 1, started_at = coalesce(started_at, clock_timestamp()), step = 'snapshot', percent = 0,
  updated_at = clock_timestamp(), version = version + 1
WHERE id = (
  SELECT id FROM release_job
  WHERE status = 'queued' OR (status = 'running' AND leased_until < clock_timestamp())
  ORDER BY created_at LIMIT 1 FOR UPDATE SKIP LOCKED
)
RETURNING *
"""
_RENEW = """
UPDATE release_job SET leased_until = clock_timestamp() + make_interval(secs => $3), step = coalesce($4, step),
  percent = coalesce($5, percent), updated_at = clock_timestamp(), version = version + 1
WHERE id = $1 AND worker = $2 AND status = 'running'
"""
_FAIL = """
UPDATE release_job SET status = 'failed', error = $3, worker = NULL, leased_until = NULL,
  finished_at = clock_timestamp(), updated_at = clock_timestamp(), version = version + 1
WHERE id = $1 AND worker = $2 AND status = 'running'
"""


class _FailedError(Exception):
    """The build cannot be; a new one may."""

    def __init__(self, error: JobError) -> None:
        super().__init__(error)
        self.error = error


@contextmanager
def own_process() -> Iterator[Executor]:
    """A process of its own for what takes the processor: whoever waits for it renews the lease meanwhile."""
    pool = ProcessPoolExecutor(1, mp_context=multiprocessing.get_context("spawn"), initializer=_end_with_parent)
    try:
        yield pool
    finally:
        # Not waited for: who has lost the lease is done, whatever that process still computes.
        pool.shutdown(wait=False, cancel_futures=True)


def _end_with_parent() -> None:
    """A process whose parent was killed would wait for it for ever."""
    parent = multiprocessing.parent_process()
    if parent is not None:
        threading.Thread(target=_exit_after, args=(parent,), daemon=True).start()


def _exit_after(parent: BaseProcess) -> None:
    parent.join()
    os._exit(1)


@dataclass(slots=True)
class Builder:
    """Works on builds, one at a time, as the builder's login."""

    url: str = field(repr=False)
    secret_path: Path
    lease_seconds: float = LEASE_SECONDS
    process: Callable[[], AbstractContextManager[Executor]] = own_process
    """Where it is computed."""
    attack: Callable[..., list[dict[str, Any]]] = making.attacked
    name: str = field(default_factory=lambda: f"{os.getpid()}-{uuid4().hex[:8]}")

    async def once(self) -> bool:
        """Work on a build that waits, or was left; False where there is none."""
        async with self._connected() as connection:
            job = await connection.fetchrow(_CLAIM, self.name, self.lease_seconds)
            if job is None:
                return False
            try:
                await self._leased(connection, dict(job))
            except _FailedError as failed:
                await connection.execute(_FAIL, job["id"], self.name, failed.error)
                logger.warning("release_build_failed", job_id=str(job["id"]), error=failed.error)
            except store.LeaseLostError:
                logger.warning("release_build_taken_over", job_id=str(job["id"]))
            except Exception as error:  # noqa: BLE001 - whatever it is, the build has failed and the next may be tried
                await connection.execute(_FAIL, job["id"], self.name, JobError.BROKEN)
                # The kind alone: a message may hold values of rows.
                logger.error("release_build_broken", job_id=str(job["id"]), kind=type(error).__name__)  # noqa: TRY400
        return True

    @asynccontextmanager
    async def _connected(self) -> "AsyncIterator[asyncpg.Connection[asyncpg.Record]]":
        settings = {"application_name": "release builder", "jit": "off", "TimeZone": "UTC"}
        connection = await asyncpg.connect(
            self.url, server_settings={**settings, "statement_timeout": str(STATEMENT_TIMEOUT_MS)}
        )
        try:
            yield connection
        finally:
            await connection.close()

    async def _leased(self, connection: "asyncpg.Connection[asyncpg.Record]", job: dict[str, Any]) -> None:
        """Build, and stop where the lease is lost."""
        building = asyncio.create_task(self._build(connection, job))
        renewing = asyncio.create_task(self._renewed(job))
        try:
            await asyncio.wait({building, renewing}, return_when=asyncio.FIRST_COMPLETED)
            if not building.done():
                raise store.LeaseLostError
            await building
        finally:
            for task in (building, renewing):
                task.cancel()
            await asyncio.gather(building, renewing, return_exceptions=True)

    async def _renewed(self, job: Mapping[str, Any]) -> None:
        """Until somebody else has it."""
        async with self._connected() as connection:
            held = True
            while held:
                await asyncio.sleep(self.lease_seconds / 3)
                held = await self._renew(connection, job, None)

    async def _renew(
        self, connection: "asyncpg.Connection[asyncpg.Record]", job: Mapping[str, Any], step: JobStep | None
    ) -> bool:
        percent = None if step is None else PERCENT[step]
        said = await connection.execute(_RENEW, job["id"], self.name, self.lease_seconds, step, percent)
        return count_of(said) == 1

    async def _build(self, connection: "asyncpg.Connection[asyncpg.Record]", job: dict[str, Any]) -> None:
        if job["attempts"] > MOST_ATTEMPTS:
            raise _FailedError(JobError.INTERRUPTED)
        secret = self._secret()
        used = await store.secrets_used(connection)
        if used and check_of(secret) not in used:
            raise _FailedError(JobError.SECRET_CHANGED)
        order, excluded = await store.order_of(connection, job["release_id"])
        await self._renew(connection, job, JobStep.SNAPSHOT)
        earlier = [] if order.sandbox else await store.earlier(connection, job["release_id"])
        read: Snapshot | None = None
        over = Carried()
        with self.process() as process:
            if order.sandbox:
                microdata = await _in(process, making.invented, order)
            else:
                read = await snapshot(connection, excluded)
                microdata = replace(read.microdata, knew=await store.knew(connection, job["release_id"]))
                if order.supersedes:
                    before = await sources_of(connection, order.supersedes[0])
                    over = carried(before, read.covered, {*map(str, excluded)})
            # What is in place of a recalled release is of those who were in that one.
            if microdata.persons.is_empty() and not order.supersedes:
                raise _FailedError(JobError.NO_DATA)
            await self._renew(connection, job, JobStep.TABLES)
            built = await _in(process, making.tables, microdata, secret, order, earlier, over.withheld)
            await self._renew(connection, job, JobStep.ATTACK)
            findings = await _in(process, self.attack, built, earlier, microdata)
            await self._renew(connection, job, JobStep.FILES)
            files = await _in(process, making.files, built, order, microdata.taken_at)
        people: list[str] = []
        sources: list[dict[str, Any]] = []
        if read is None:
            # Of invented people nobody's data enter.
            built = replace(built, ledger=built.ledger.clear())
        else:
            people, sources = _whose_still(read, built, over) if order.supersedes else _whose(read, built, order)
            if not sources:
                raise _FailedError(JobError.NO_DATA)
        await self._renew(connection, job, JobStep.WRITING)
        had, known = handed_out(microdata.persons, people), known_of(microdata.persons, built)
        result = store.Result(built, findings, files, microdata.taken_at, people, sources, check_of(secret), had, known)
        await store.write(connection, job, self.name, result)

    def _secret(self) -> bytes:
        try:
            return read_secret(self.secret_path)
        except SecretMissingError as error:
            logger.error("release_secret_missing", reason=str(error))  # noqa: TRY400
            raise _FailedError(JobError.SECRET_MISSING) from error


def _whose(read: Snapshot, built: Built, order: making.Order) -> tuple[list[str], list[dict[str, Any]]]:
    """People whose data enter, with something in the period, or counted; and from whom, those in a tally too.

    Where there is nobody but in a tally, nothing is built: it would be of citizens who consented to nothing.
    """
    microdata = read.microdata
    years = list(order.years)
    within = [pl.col(day).dt.year().is_in(years) for day in DAYS]
    cost = microdata.costs.filter(pl.col("year").is_in(years))["person"]
    counted = pl.concat([cost, _behind(built)]).unique()
    entering = microdata.persons.filter(
        pl.any_horizontal(*within).fill_null(value=False) | pl.col("person").is_in(counted.to_list())
    )
    if entering.is_empty():
        return [], []
    rows = entering.select("project", controller="controllers").explode("controller")
    tallied = read.registrars.filter(pl.col("quarter").str.head(4).is_in([*map(str, years)]))
    all_of_them = pl.concat([rows, tallied.select("project", "controller")]).drop_nulls().unique()
    sources = [
        _source(controller, project, read.covered.get((controller, project), []))
        for project, controller in all_of_them.sort("controller", "project").iter_rows()
    ]
    return entering["person"].to_list(), sources


def _whose_still(read: Snapshot, built: Built, over: Carried) -> tuple[list[str], list[dict[str, Any]]]:
    """In place of a recalled release, likewise: those behind its figures whose consent stands, and whose they are.

    Whoever came since is in none of them. Of a project that is withheld nothing is, whosever it is.
    """
    withheld = built.parameters[PARAMETER]
    people = read.microdata.persons.filter(pl.col("person").is_in(_behind(built).to_list()))["person"].to_list()
    sources = [
        _source(each.organisation, each.project, each.categories or ())
        for each in over.sources
        if each.project not in withheld
    ]
    return people, sources


def _behind(built: Built) -> pl.Series:
    return built.ledger["persons"].explode().drop_nulls()


def _source(controller: str, project: str, categories: Sequence[str]) -> dict[str, Any]:
    return {"organisation_id": controller, "project_id": project, "categories": [*categories]}


def known_of(persons: pl.DataFrame, built: Built) -> pl.DataFrame:
    """Of whom of those behind its exact figures each knows what: later releases are judged by it, whoever has gone."""
    exact = built.ledger.filter(pl.col("file").is_in(["means", "moments"]))["persons"].explode().drop_nulls()
    return known_to_each(persons.filter(pl.col("person").is_in(exact.to_list())))


def handed_out(persons: pl.DataFrame, people: Sequence[str]) -> dict[str, list[str]]:
    """By evaluator those of these people of whom it has had pseudonymised rows."""
    rows = persons.filter(pl.col("person").is_in(people)).explode("recipients").drop_nulls("recipients")
    return dict(rows.group_by("recipients", maintain_order=True).agg("person").iter_rows())


async def _in(process: Executor, function: Callable[..., Answer], *given: Any) -> Answer:
    try:
        return await asyncio.get_running_loop().run_in_executor(process, function, *given)
    except BrokenProcessPool as error:
        raise _FailedError(JobError.BROKEN) from error
