"""A release on its way: drafted, built, checked, published, recalled. Approvals are apart."""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import asyncpg
from sqlalchemy import and_, exists, literal, or_, select

from app.boundary.policy import Operation
from app.common.days import today
from app.common.errors import ForbiddenTransition, NotFound
from app.database.columns import fresh, table_of, utc_now
from app.evaluation.errors import (
    BuildUnderWay,
    DisclosureFound,
    FinalMade,
    FourEyes,
    PeriodNotOver,
    PeriodTaken,
    PersonRequired,
    of_rule,
)
from app.evaluation.evaluator_errors import ReleaseRecalled
from app.evaluation.states import BUILDABLE, TRANSITIONS, JobStatus, JobStep, ReleaseKind, ReleaseStatus
from app.evaluation.views import (
    BuildIn,
    CancelIn,
    FileList,
    FileOut,
    InternalReportOut,
    JobOut,
    RecallIn,
    ReleaseIn,
    ReleaseList,
    ReleaseOut,
    ReportOut,
)
from app.gate.desk import Desk
from app.gate.paging import Page, PageQuery
from app.gate.references import referred
from app.gate.resources import Tagged, matched, page_of, require_transition, row_etag, tagged
from app.organisations.errors import invalid
from app.resources.errors import as_rules

RELEASE, JOB, FILE, CONTENT = "release", "release_job", "release_file", "release_file_content"


def _fields(desk: Desk, row: Mapping[Any, Any]) -> dict[str, Any]:
    return {**row, "without_controller_ids": row["excluded_ids"] if desk.role == "operator" else None}


def shown(desk: Desk, row: Mapping[Any, Any]) -> Tagged[ReleaseOut]:
    """The release as its view shows it."""
    return Tagged(ReleaseOut.model_validate(_fields(desk, row)), row_etag(RELEASE, row))


def _require_step(desk: Desk, operation: Operation, *columns: str) -> UUID:
    """Who does what of a release is a person's to do, in the function whose cell it is.

    Raises:
        RoleCannot: in another function.
        PersonRequired: the client belongs to no user.
    """
    desk.require_function(RELEASE, operation, *columns)
    return require_person(desk)


def require_person(desk: Desk) -> UUID:
    """The user who asks.

    Raises:
        PersonRequired: the client belongs to none.
    """
    if desk.principal.staff_id is None:
        raise PersonRequired
    return desk.principal.staff_id


# --- drafting and reading -----------------------------------------------------------------------------


async def create(desk: Desk, new: ReleaseIn) -> Tagged[ReleaseOut]:
    """A draft.

    Raises:
        PeriodTaken: another release has days of the period, or the name.
        FinalMade: a final release is of earlier years, or this one would be final and is not the last.
    """
    _require_step(desk, Operation.CREATE)
    await _require_free(desk, new)
    row = {
        **fresh(),
        **new.model_dump(),
        "organisation_id": desk.organisation_id,
        "status": ReleaseStatus.DRAFT,
        "excluded_ids": [],
        "project_ids": [],
        "controller_ids": [],
    }
    try:
        await desk.insert(RELEASE, row)
    except (asyncpg.UniqueViolationError, asyncpg.ExclusionViolationError) as error:
        raise PeriodTaken from error
    desk.event.record_id = row["id"]
    return shown(desk, {**dict.fromkeys(ReleaseOut.model_fields), **row})


async def _require_free(desk: Desk, new: ReleaseIn) -> None:
    """Refuse years that were released before, unless in place of the recalled release that was the last of them."""
    if new.supersedes_id is not None:
        before = await referred(desk, RELEASE, new.supersedes_id, "/supersedes_id")
        about = ("kind", "starts_on", "ends_on", "final")
        if before["status"] != ReleaseStatus.RECALLED or any(before[each] != getattr(new, each) for each in about):
            raise invalid(
                "/supersedes_id",
                "not_recalled",
                "Only a recalled release of the same years is superseded, a final one by a final one.",
                "Kun en udgivelse af de samme år, der er trukket tilbage, kan afløses, en afsluttende af en ny "
                "afsluttende.",
            )
    release, later = table_of(RELEASE), table_of(RELEASE).alias("later")
    recalled = select(release.c.id).where(
        release.c.kind == ReleaseKind.PROGRAMME,
        release.c.status == ReleaseStatus.RECALLED,
        release.c.starts_on <= new.ends_on,
        release.c.ends_on >= new.starts_on,
        ~exists(
            select(later.c.id)
            .where(later.c.supersedes_id == release.c.id, later.c.status != ReleaseStatus.CANCELLED)
            .correlate(release)
        ),
        desk.readable(RELEASE),
    )
    if new.kind is ReleaseKind.PROGRAMME and {row["id"] for row in await desk.rows(recalled)} - {new.supersedes_id}:
        raise PeriodTaken
    if new.kind is ReleaseKind.PROGRAMME:
        await _require_last(desk, new)


async def _require_last(desk: Desk, new: ReleaseIn) -> None:
    release = table_of(RELEASE)
    follows = and_(release.c.final, release.c.starts_on < new.starts_on)
    precedes = and_(literal(new.final), release.c.starts_on > new.starts_on)
    apart = select(release.c.id).where(
        release.c.kind == ReleaseKind.PROGRAMME,
        release.c.status != ReleaseStatus.CANCELLED,
        or_(follows, precedes),
        desk.readable(RELEASE),
    )
    if await desk.rows(apart.limit(1)):
        raise FinalMade


async def get(desk: Desk, release_id: UUID) -> Tagged[ReleaseOut]:
    """A release in a state in which the asker may see it."""
    row = await desk.find(RELEASE, release_id)
    desk.event.record_id = release_id
    return shown(desk, row)


async def page(desk: Desk, query: ReleaseList) -> Page[ReleaseOut]:
    """Those that the asker may see, newest first."""
    return await page_of(desk, RELEASE, query, ReleaseOut, shown=lambda row: _fields(desk, row))


async def report(desk: Desk, release_id: UUID) -> ReportOut:
    """The public report.

    Raises:
        NotFound: nothing was built yet.
        ReleaseRecalled: only its tombstone stays.
    """
    row = await desk.find(RELEASE, release_id)
    if row["status"] == ReleaseStatus.RECALLED:
        raise ReleaseRecalled(row["recalled_at"], row["recall_reason"])
    if row["report"] is None:
        raise NotFound
    return ReportOut(release_id=row["id"], name=row["name"], report=row["report"], parameters=row["parameters"])


async def internal_report(desk: Desk, release_id: UUID) -> InternalReportOut:
    """The internal report of the present build.

    Raises:
        NotFound: nothing was built yet.
    """
    release = await desk.find(RELEASE, release_id)
    desk.event.record_id = release_id
    table = table_of("release_report")
    row = await desk.row(select(table).where(table.c.build_id == release["build_id"], desk.readable("release_report")))
    if row is None:
        raise NotFound
    return InternalReportOut.model_validate(dict(row))


# --- building -----------------------------------------------------------------------------------------


async def build(desk: Desk, release_id: UUID, order: BuildIn) -> Tagged[JobOut]:
    """Ask for a build; one that was there is none any more. Another process does it.

    Raises:
        ForbiddenTransition: it is published; what is published never changes.
        PeriodNotOver: the period has not ended.
        BuildUnderWay: one is asked for already.
    """
    person = _require_step(desk, Operation.UPDATE, "build_id", "excluded_ids")
    row = await matched(desk, RELEASE, release_id)
    state = ReleaseStatus(row["status"])
    if state not in BUILDABLE:
        raise ForbiddenTransition(state=state, allowed=sorted(TRANSITIONS[state]))
    if row["kind"] == ReleaseKind.PROGRAMME and row["ends_on"] >= today():
        raise PeriodNotOver
    await desk.update(
        RELEASE,
        row,
        {"status": ReleaseStatus.DRAFT, "build_id": None, "excluded_ids": order.without_controller_ids},
    )
    job = {
        **fresh(),
        "release_id": release_id,
        "organisation_id": desk.organisation_id,
        "asked_by": person,
        "status": JobStatus.QUEUED,
        "step": JobStep.WAITING,
        "percent": 0,
        "attempts": 0,
    }
    try:
        await desk.insert(JOB, job)
    except asyncpg.UniqueViolationError as error:
        raise BuildUnderWay from error
    return tagged(JobOut, JOB, {**dict.fromkeys(JobOut.model_fields), **job})


async def job(desk: Desk, release_id: UUID, job_id: UUID) -> Tagged[JobOut]:
    """A build, and how far it is.

    Raises:
        NotFound: none of this release.
    """
    row = await desk.find(JOB, job_id)
    if row["release_id"] != release_id:
        raise NotFound
    desk.event.record_id = job_id
    return tagged(JobOut, JOB, row)


async def jobs(desk: Desk, release_id: UUID, query: PageQuery) -> Page[JobOut]:
    """The release's builds, newest first."""
    await desk.find(RELEASE, release_id)
    of = [table_of(JOB).c.release_id == release_id]
    return await page_of(desk, JOB, query, JobOut, route=f"{JOB}/{release_id}", where=of)


# --- checking, publishing, recalling ------------------------------------------------------------------


async def check(desk: Desk, release_id: UUID) -> Tagged[ReleaseOut]:
    """Check: built -> checked, by a disclosure officer who did not ask for the build; the controllers are asked then.

    Raises:
        FourEyes: the same person asked for the build.
        DisclosureFound: the attacker found something.
    """
    person = _require_step(desk, Operation.UPDATE, "checked_at", "checked_by")
    row = await matched(desk, RELEASE, release_id)
    require_transition(TRANSITIONS, ReleaseStatus(row["status"]), ReleaseStatus.CHECKED)
    if row["built_by"] == person:
        raise FourEyes
    if row["findings"]:
        raise DisclosureFound
    await desk.update(RELEASE, row, {"status": ReleaseStatus.CHECKED, "checked_at": utc_now(), "checked_by": person})
    # Where nobody is to be asked, a trigger has approved it.
    return await get(desk, release_id)


async def publish(desk: Desk, release_id: UUID) -> Tagged[ReleaseOut]:
    """Publish: approved -> published, for good.

    Raises:
        ConsentWithdrawn, AgreementEnded: since the data were read; it must be built anew.
        RowsHandedOut: since the data were read, pseudonymised ones of people in it; likewise.
        SourcesUnknown: it was built before it was kept from whom data enter; likewise.
        ApprovalMissing: a controller has not approved.
    """
    _require_step(desk, Operation.UPDATE, "published_at")
    row = await matched(desk, RELEASE, release_id)
    state = ReleaseStatus(row["status"])
    require_transition(TRANSITIONS, state, ReleaseStatus.PUBLISHED)
    again = sorted(TRANSITIONS[state] - {ReleaseStatus.PUBLISHED})
    with as_rules(lambda code, _row: of_rule(code, state, again)):
        return shown(
            desk, await desk.update(RELEASE, row, {"status": ReleaseStatus.PUBLISHED, "published_at": utc_now()})
        )


async def recall(desk: Desk, release_id: UUID, recalled: RecallIn) -> Tagged[ReleaseOut]:
    """Recall: published -> recalled, nothing of it is handed out any more; that it was there stays."""
    _require_step(desk, Operation.UPDATE, "recalled_at", "recall_reason")
    row = await matched(desk, RELEASE, release_id)
    require_transition(TRANSITIONS, ReleaseStatus(row["status"]), ReleaseStatus.RECALLED)
    changes = {"status": ReleaseStatus.RECALLED, "recalled_at": utc_now(), "recall_reason": recalled.reason}
    return shown(desk, await desk.update(RELEASE, row, changes))


async def cancel(desk: Desk, release_id: UUID, cancelled: CancelIn) -> Tagged[ReleaseOut]:
    """Cancel: what is not published is given up; its period and name are free, and its files and ids are destroyed.

    Raises:
        BuildUnderWay: a build is not done yet.
    """
    _require_step(desk, Operation.UPDATE, "cancelled_at", "cancel_reason")
    row = await matched(desk, RELEASE, release_id)
    require_transition(TRANSITIONS, ReleaseStatus(row["status"]), ReleaseStatus.CANCELLED)
    table = table_of(JOB)
    open_jobs = select(table.c.id).where(
        table.c.release_id == release_id,
        table.c.status.in_([JobStatus.QUEUED, JobStatus.RUNNING]),
        desk.readable(JOB),
    )
    if await desk.rows(open_jobs):
        raise BuildUnderWay
    changes = {
        "status": ReleaseStatus.CANCELLED,
        "build_id": None,
        "cancelled_at": utc_now(),
        "cancel_reason": cancelled.reason,
    }
    await desk.update(RELEASE, row, changes)
    # A trigger has taken all of the build off it.
    return await get(desk, release_id)


# --- files --------------------------------------------------------------------------------------------


async def files(desk: Desk, release_id: UUID, query: FileList) -> Page[FileOut]:
    """The files of the present build that the asker may have: a project's partner those of its project."""
    release = await desk.find(RELEASE, release_id)
    table = table_of(FILE)
    of = [table.c.build_id == release["build_id"]]
    if query.project_id is not None:
        of.append(table.c.project_id == query.project_id)
    return await page_of(desk, FILE, query, FileOut, route=f"{FILE}/{release_id}", where=of)


async def content(desk: Desk, release_id: UUID, file_id: UUID) -> tuple[Mapping[str, Any], bytes]:
    """A file with its bytes.

    Raises:
        NotFound: not the asker's to have.
    """
    row = await desk.find(FILE, file_id)
    if row["release_id"] != release_id:
        raise NotFound
    table = table_of(CONTENT)
    found = await desk.row(select(table.c.content).where(table.c.file_id == file_id, desk.readable(CONTENT)))
    if found is None:
        raise NotFound
    desk.event.record_id = file_id
    return row, bytes(found["content"])
