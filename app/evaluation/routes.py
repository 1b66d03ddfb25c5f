"""Releases over HTTP, for the operator and for those whose data are in them. The evaluator has routes of its own."""

from typing import Annotated
from urllib.parse import quote
from uuid import UUID

from fastapi import Query, Response

from app.evaluation import service
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
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page, PageQuery
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/releases", tags=["Releases"])

MEDIA = (
    *("text/csv", "application/gzip", "application/zstd", "application/jsonl", "application/vnd.apache.parquet"),
    *("application/x-stata-dta", "application/xml", "application/zip", "text/plain", "text/x-python"),
)


@router.post("", status_code=201, operation_id="draftRelease")
async def create(new: ReleaseIn, response: Response, desk: Annotated[Desk, needs("release", CREATE)]) -> ReleaseOut:
    """Draft a release (udgivelse) of the declared table programme over whole calendar years.

    Each day belongs to one release (409 `period-taken`), recalled ones apart.
    """
    made = await service.create(desk, new)
    return answer(response, made, location=f"/v1/releases/{made.view.id}")


@router.get("", operation_id="listReleases")
async def page(
    query: Annotated[ReleaseList, Query()], desk: Annotated[Desk, needs("release", READ, action="list")]
) -> Page[ReleaseOut]:
    """The operator's all; a party's those of its projects that are published, and what it is asked to approve apart."""
    return await service.page(desk, query)


@router.get("/{release_id}", operation_id="getRelease")
async def get(release_id: UUID, response: Response, desk: Annotated[Desk, needs("release", READ)]) -> ReleaseOut:
    """A release."""
    return answer(response, await service.get(desk, release_id))


@router.post("/{release_id}/build", status_code=202, operation_id="buildRelease")
async def build(
    release_id: UUID,
    order: BuildIn,
    response: Response,
    desk: Annotated[Desk, needs("release", UPDATE, action="build")],
) -> JobOut:
    """Ask for a build, or for another in place of the one there is: draft, built, checked, approved -> draft.

    It is made by a process of its own, of the data as they are then; follow it at `Location`. When it is done the
    release is `built`. 409 `period-not-over`, `build-under-way`; what is published is never built anew.
    """
    made = await service.build(desk, release_id, order)
    return answer(response, made, location=f"/v1/releases/{release_id}/builds/{made.view.id}")


@router.get("/{release_id}/builds", operation_id="listReleaseBuilds")
async def jobs(
    release_id: UUID,
    query: Annotated[PageQuery, Query()],
    desk: Annotated[Desk, needs("release_job", READ, action="list", also=("release",))],
) -> Page[JobOut]:
    """The release's builds, newest first."""
    return await service.jobs(desk, release_id, query)


@router.get("/{release_id}/builds/{build_id}", operation_id="getReleaseBuild")
async def job(
    release_id: UUID, build_id: UUID, response: Response, desk: Annotated[Desk, needs("release_job", READ)]
) -> JobOut:
    """A build (bygning), and how far it is. It goes on where the process that worked on it ends."""
    return answer(response, await service.job(desk, release_id, build_id))


@router.get("/{release_id}/internal-report", operation_id="getReleaseInternalReport")
async def internal_report(
    release_id: UUID, desk: Annotated[Desk, needs("release_report", READ, also=("release",))]
) -> InternalReportOut:
    """Exact counts and what the attacker found: for the operator and the disclosure officer alone."""
    return await service.internal_report(desk, release_id)


@router.get("/{release_id}/report", operation_id="getReleaseReport", responses={410: {}})
async def report(release_id: UUID, desk: Annotated[Desk, needs("release", READ, action="report")]) -> ReportOut:
    """The public report: what was read, what is shown and what is not, by which parameters.

    410 for a recalled release, with the reason.
    """
    return await service.report(desk, release_id)


@router.post("/{release_id}/check", operation_id="checkRelease")
async def check(
    release_id: UUID, response: Response, desk: Annotated[Desk, needs("release", UPDATE, action="check")]
) -> ReleaseOut:
    """Check: built -> checked, by a disclosure officer who did not ask for the build (409 `four-eyes`).

    Not where the attacker found something (409 `disclosure-found`). Each controller whose data are in it is asked for
    its approval then; where nobody is, it is approved at once. In place of a recalled release those whose data were in
    that one are asked.
    """
    return answer(response, await service.check(desk, release_id))


@router.post("/{release_id}/publish", operation_id="publishRelease")
async def publish(
    release_id: UUID, response: Response, desk: Annotated[Desk, needs("release", UPDATE, action="publish")]
) -> ReleaseOut:
    """Publish: approved -> published, for good: not one byte of it changes afterwards.

    409 `consent-withdrawn-since` where a consent to the evaluation ended after the data were read, 409
    `agreement-ended-since` likewise, 409 `rows-handed-out-since` where an evaluator got pseudonymised rows of people in
    it since then, 409 `sources-unknown` where an earlier version built it: build it anew.
    """
    return answer(response, await service.publish(desk, release_id))


@router.post("/{release_id}/recall", operation_id="recallRelease")
async def recall(
    release_id: UUID,
    recalled: RecallIn,
    response: Response,
    desk: Annotated[Desk, needs("release", UPDATE, action="recall")],
) -> ReleaseOut:
    """Recall: published -> recalled. None of its files is handed out any more; only its tombstone stays."""
    return answer(response, await service.recall(desk, release_id, recalled))


@router.post("/{release_id}/cancel", operation_id="cancelRelease")
async def cancel(
    release_id: UUID,
    cancelled: CancelIn,
    response: Response,
    desk: Annotated[Desk, needs("release", UPDATE, action="cancel")],
) -> ReleaseOut:
    """Cancel: draft, built, checked, approved -> cancelled. Its period and name are free, what was built is destroyed.

    Not what is published (409 `forbidden-transition`), and not while it is being built (409 `build-under-way`).
    """
    return answer(response, await service.cancel(desk, release_id, cancelled))


@router.get("/{release_id}/files", operation_id="listReleaseFiles")
async def files(
    release_id: UUID,
    query: Annotated[FileList, Query()],
    desk: Annotated[Desk, needs("release_file", READ, action="list", also=("release",))],
) -> Page[FileOut]:
    """The files that the caller may have: a project's partner has the part of the tables that is its project's."""
    return await service.files(desk, release_id, query)


@router.get(
    "/{release_id}/files/{file_id}/content",
    operation_id="getReleaseFileContent",
    response_class=Response,
    responses={200: {"content": {each: {"schema": {"type": "string", "format": "binary"}} for each in MEDIA}}},
)
async def content(
    release_id: UUID,
    file_id: UUID,
    desk: Annotated[Desk, needs("release_file_content", READ, action="download", media=MEDIA, also=("release_file",))],
) -> Response:
    """A file, to be saved."""
    row, bytes_of = await service.content(desk, release_id, file_id)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(row['name'], safe='')}",
        "ETag": f'"sha256-{row["sha256"]}"',
    }
    return Response(bytes_of, media_type=row["media_type"], headers=headers)
