"""Releases over HTTP, for scripts of the evaluator: the feed, the manifest, and files that can be resumed."""

from http import HTTPStatus
from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import Query, Request, Response

from app.common.byte_ranges import digest_header, part_of, sha256_etag
from app.common.conditional import etag_of
from app.common.problem import Language
from app.evaluation import evaluator_service as service
from app.evaluation.evaluator_errors import RangeNotSatisfiable
from app.evaluation.evaluator_views import FeedQuery, ManifestFile, ReleaseFeed, ReleaseManifest
from app.evaluation.files.names import BUNDLE, MEDIA_TYPES
from app.evaluation.report.serving import page_policy, report_name
from app.gate.cells import READ, needs
from app.gate.desk import Desk
from app.gate.route import GatedRouter

router = GatedRouter(prefix="/v1/evaluator/releases", tags=["Releases"])

_PRIVATE = {"Cache-Control": "private, no-cache"}
"""To be kept by who fetched it and nobody in between, and asked about each time: a release may be recalled."""
_KINDS = (*(kind.partition(";")[0] for kind in MEDIA_TYPES.values()), "text/plain", "application/octet-stream")
MEDIA = tuple(dict.fromkeys(each for kind in _KINDS for each in (kind, f"{kind.partition('/')[0]}/*")))
_BINARY: dict[str, Any] = {"application/octet-stream": {"schema": {"type": "string", "format": "binary"}}}
_GONE: dict[int | str, dict[str, Any]] = {410: {}}
_ANSWERS: dict[int | str, dict[str, Any]] = {
    200: {"content": _BINARY, "description": "The whole file."},
    206: {"content": _BINARY, "description": "The part that Range asked for."},
    **_GONE,
    412: {},
    416: {},
}
_PAGE: dict[int | str, dict[str, Any]] = {
    200: {"description": "The page.", "content": {"text/html": {"schema": {"type": "string"}}}},
    **_GONE,
    412: {},
}
_HEAD: dict[int | str, dict[str, Any]] = {200: {"description": "Its size, type and checksum."}, **_GONE, 412: {}}
_ONLY = ("evaluator",)
"""The other parties may read releases too, but by routes and a login of their own."""
_RANGED: dict[str, Any] = {
    "parameters": [
        {
            "name": name,
            "in": "header",
            "required": False,
            "description": description,
            "schema": {"type": "string"},
        }
        for name, description in (
            ("Range", "`bytes=`first-last, first-, or -count: one part. Anything else gives the whole file."),
            ("If-Match", "An ETag: 412 if the file no longer is that one."),
            ("If-Range", "An ETag: the part if the file still is that one, else all of it."),
        )
    ]
}
FileDesk = Annotated[
    Desk, needs("release_file_content", READ, action="look", media=MEDIA, also=("release", "release_file"), only=_ONLY)
]


@router.get("", operation_id="listEvaluatorReleases")
async def feed(
    query: Annotated[FeedQuery, Query()],
    response: Response,
    desk: Annotated[Desk, needs("release", READ, action="list", only=_ONLY)],
) -> ReleaseFeed:
    """What was published or recalled since `since`, oldest first; without it everything, and the sandbox release.

    A recalled release stays in the list, as `recalled`: delete what you have downloaded of it.
    """
    response.headers.update(_PRIVATE)
    return await service.feed(desk, query)


@router.get("/{release_id}", operation_id="getEvaluatorRelease", responses=_GONE)
async def manifest(
    release_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("release", READ, also=("release_file",), only=_ONLY)],
) -> ReleaseManifest:
    """The manifest: periods, approvals, disclosure parameters, and each file with its size and checksum.

    410 for a recalled release, with the reason.
    """
    found = await service.manifest(desk, release_id)
    response.headers.update({**_PRIVATE, "ETag": etag_of("release", found.model_dump_json())})
    return found


@router.get(
    "/{release_id}/files/{name}",
    operation_id="getReleaseFile",
    response_class=Response,
    responses=_ANSWERS,
    openapi_extra=_RANGED,
)
async def read_file(release_id: UUID, name: str, request: Request, desk: FileDesk) -> Response:
    """A file, or the part of it that Range asks for. Its bytes never change.

    To go on with a download that broke off: `Range: bytes=<what you have>-` with `If-Range: <the ETag>`.
    `Content-Digest` is the SHA-256 of what this answer holds, `Repr-Digest` of the whole file. 410 for a recalled
    release.
    """
    return await _answer(request, desk, release_id, name)


@router.head("/{release_id}/files/{name}", operation_id="headReleaseFile", response_class=Response, responses=_HEAD)
async def head_file(release_id: UUID, name: str, request: Request, desk: FileDesk) -> Response:
    """A file's size, type and checksum."""
    return await _answer(request, desk, release_id, name)


@router.get(
    "/{release_id}/bundle.zip",
    operation_id="getReleaseBundle",
    response_class=Response,
    responses=_ANSWERS,
    openapi_extra=_RANGED,
)
async def read_bundle(release_id: UUID, request: Request, desk: FileDesk) -> Response:
    """Everything in one archive, besides the compressed twins of the CSV files. As `files/bundle.zip`."""
    return await _answer(request, desk, release_id, BUNDLE)


@router.head("/{release_id}/bundle.zip", operation_id="headReleaseBundle", response_class=Response, responses=_HEAD)
async def head_bundle(release_id: UUID, request: Request, desk: FileDesk) -> Response:
    """The archive's size and checksum."""
    return await _answer(request, desk, release_id, BUNDLE)


@router.get("/{release_id}/report.html", operation_id="getEvaluatorReport", response_class=Response, responses=_PAGE)
async def read_report(release_id: UUID, request: Request, desk: FileDesk) -> Response:
    """The release as a page to read and to print, in the language of Accept-Language.

    It is complete in itself: no script, and nothing from elsewhere. 410 for a recalled release.
    """
    return await _page(request, desk, release_id, desk.language)


@router.get(
    "/{release_id}/report.{language}.html",
    operation_id="getEvaluatorReportInLanguage",
    response_class=Response,
    responses=_PAGE,
)
async def read_report_in(release_id: UUID, language: Language, request: Request, desk: FileDesk) -> Response:
    """The page in Danish or English."""
    return await _page(request, desk, release_id, language)


async def _page(request: Request, desk: Desk, release_id: UUID, language: Language) -> Response:
    it = await service.wanted(desk, release_id, report_name(language))
    etag = sha256_etag(it.file.sha256)
    headers = {**_PRIVATE, "ETag": etag, "Vary": "Accept-Language"}
    part = part_of("HEAD", request.headers, etag, it.file.size_bytes)
    if part.status == HTTPStatus.NOT_MODIFIED:
        return Response(status_code=part.status, headers=headers)
    content = await service.content(desk, it, part)
    headers |= {
        "Content-Language": language,
        "Content-Security-Policy": page_policy(content),
        "Cross-Origin-Opener-Policy": "same-origin",
        "X-Robots-Tag": "noindex, nofollow, noarchive",
    }
    return Response(content, headers=headers, media_type=it.file.media_type)


async def _answer(request: Request, desk: Desk, release_id: UUID, name: str) -> Response:
    it = await service.wanted(desk, release_id, name)
    part = part_of(request.method, request.headers, sha256_etag(it.file.sha256), it.file.size_bytes)
    headers = {**_PRIVATE, "ETag": sha256_etag(it.file.sha256), **part.headers}
    if part.status == HTTPStatus.NOT_MODIFIED:
        return Response(status_code=part.status, headers=headers)
    if part.status == HTTPStatus.REQUESTED_RANGE_NOT_SATISFIABLE:
        raise RangeNotSatisfiable(headers={**part.headers, "Accept-Ranges": "bytes"})
    headers |= _described(it.file)
    if request.method == "HEAD":
        headers |= {"Content-Length": str(it.file.size_bytes), "Content-Digest": headers["Repr-Digest"]}
        return Response(headers=headers, media_type=it.file.media_type)
    content = await service.content(desk, it, part)
    headers["Content-Digest"] = digest_header(content)
    return Response(content, part.status, headers, it.file.media_type)


def _described(file: ManifestFile) -> dict[str, str]:
    return {
        "Accept-Ranges": "bytes",
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(file.name, safe='')}",
        "Repr-Digest": digest_header(hexadecimal=file.sha256),
    }
