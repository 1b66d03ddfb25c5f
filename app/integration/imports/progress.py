"""How far an import is, and what became of its rows: written by who works on it, as the client that sent it."""

from collections import Counter
from collections.abc import Mapping, Sequence
from datetime import timedelta
from typing import Any

from sqlalchemy import Integer, Text, Uuid, any_, bindparam, cast, column, func, literal, select, update
from sqlalchemy.dialects.postgresql import ARRAY

from app.audit import events
from app.audit.events import Event
from app.boundary.policy import Operation
from app.database.columns import fresh, table_of, utc_now
from app.gate.desk import Desk
from app.integration.imports.reading import ReadRow
from app.integration.imports.rows import Done
from app.integration.imports.states import ImportRowOutcome, ImportStatus

LEASE_SECONDS = 60.0
Job = dict[str, Any]
"""A row of `import_job`, kept up with what is written."""
COUNTS = {
    ImportRowOutcome.CREATED: "created",
    ImportRowOutcome.UPDATED: "updated",
    ImportRowOutcome.UNCHANGED: "unchanged",
    ImportRowOutcome.REFUSED: "refused",
}
NONE_WRITTEN = dict.fromkeys(("created", "updated", "unchanged"), 0)
NOTHING = {**NONE_WRITTEN, **dict.fromkeys(("position", "rows_done", "refused"), 0)}
_KINDS: dict[str, Any] = {"row": Integer, "outcome": Text, "record_id": Uuid}
_TEXTS: Any = ARRAY(Text)  # SQLAlchemy's own annotations do not admit an ARRAY here


class LeaseLostError(Exception):
    """Another works on it by now, or it was cancelled: what was begun is not to be."""


def further(job: Job, done: Sequence[Done]) -> Job:
    """The job after another batch."""
    counted = Counter(COUNTS[each.outcome] for each in done)
    counts = {name: job[name] + counted[name] for name in COUNTS.values()}
    return {**counts, "position": job["position"] + 1, "rows_done": job["rows_done"] + len(done)}


async def earlier(desk: Desk, job: Job, rows: Sequence[ReadRow]) -> frozenset[str]:
    """Which references of a batch an earlier row of the file has."""
    references = [row.reference for row in rows if row.reference is not None]
    found = await desk.fetch("import references", _with_references, import_id=job["id"], references=references)
    return frozenset(each["reference"] for each in found)


def _with_references(template: Desk) -> Any:
    rows = table_of("import_row")
    return select(rows.c.reference).where(
        rows.c.import_id == bindparam("import_id", type_=Uuid),
        rows.c.reference == any_(bindparam("references", type_=_TEXTS)),
        template.readable("import_row"),
    )


async def report(desk: Desk, job: Job, done: Sequence[Done]) -> None:
    """What became of the rows of a batch."""
    own = {"organisation_id": desk.organisation_id, "track": desk.principal.track, "import_id": job["id"]}
    rows = [
        {
            **fresh(),
            **own,
            "row": each.row.number,
            "reference": each.row.reference,
            "record_id": each.record_id,
            "outcome": each.outcome,
            "errors": each.told(),
        }
        for each in done
    ]
    await desk.insert_all("import_row", rows, [""] * len(rows), shown=False)


async def rewrite(desk: Desk, job: Job, done: Sequence[Done]) -> None:
    """What became of rows that were only tried until now."""
    given: dict[str, list[Any]] = {
        "row": [each.row.number for each in done],
        "outcome": [each.outcome.value for each in done],
        "record_id": [each.record_id for each in done],
    }
    arrays = (cast(literal(given[name], ARRAY(kind)), ARRAY(kind)) for name, kind in _KINDS.items())
    listed = func.unnest(*arrays).table_valued(*(column(name, kind) for name, kind in _KINDS.items()), name="now_so")
    now_so = listed.render_derived()
    rows = table_of("import_row")
    change = (
        update(rows)
        .where(rows.c.import_id == job["id"], rows.c.row == now_so.c.row, desk.may("import_row", Operation.UPDATE))
        .values(outcome=now_so.c.outcome, record_id=now_so.c.record_id, updated_at=utc_now())
    )
    await desk.change_all(change)
    for each in done:
        if each.errors:
            wrong = update(rows).where(
                rows.c.import_id == job["id"],
                rows.c.row == each.row.number,
                desk.may("import_row", Operation.UPDATE),
            )
            await desk.change_all(wrong.values(errors=each.told()))


async def keep_out(desk: Desk, job: Job) -> None:
    """Another row's fault keeps the good ones out as well."""
    rows = table_of("import_row")
    good = (rows.c.import_id == job["id"], rows.c.outcome != ImportRowOutcome.REFUSED)
    may = desk.may("import_row", Operation.UPDATE)
    kept_out = {"outcome": ImportRowOutcome.NOT_WRITTEN.value, "record_id": None, "updated_at": utc_now()}
    await desk.change_all(update(rows).where(*good, may).values(kept_out))


async def advance(desk: Desk, job: Job, new: Mapping[str, Any], *, position: bool = True) -> None:
    """How far it is, if nobody else has brought it further, or ended it.

    Args:
        position: whether it must be where it was read.

    Raises:
        LeaseLostError: it is not the worker's any more.
    """
    jobs = table_of("import_job")
    now = utc_now()
    held = [jobs.c.id == job["id"], jobs.c.worker == job["worker"], jobs.c.status == ImportStatus.RUNNING]
    if position:
        held.append(jobs.c.position == job["position"])
    lease = {"leased_until": now + timedelta(seconds=LEASE_SECONDS), "attempts": 0, "updated_at": now}
    values = {**lease, **new, "version": jobs.c.version + 1}
    changed = await desk.change_all(update(jobs).where(*held, desk.may("import", Operation.UPDATE)).values(values))
    if changed != 1:
        raise LeaseLostError


async def log(desk: Desk, job: Job, done: Sequence[Done]) -> None:
    """One event for the batch, with every record that it concerned; one for each row that was a denial."""
    desk.event.action, desk.event.record_id = "import", job["id"]
    request = f"import {job['id']}"
    await events.write(desk.driver, desk.principal, request, desk.event)
    for each in done:
        if each.denial is not None:
            denied = Event("import", desk.event.category, job["id"], outcome="denied", code=each.denial)
            await events.write(desk.driver, desk.principal, request, denied)
