"""Files over HTTP. The content travels raw: up as the body of a PUT, down as an attachment that no browser opens."""

from typing import Annotated, Any
from urllib.parse import quote
from uuid import UUID

from fastapi import Query, Request, Response

from app.common.conditional import etag_of
from app.gate.answers import answer
from app.gate.cells import CREATE, READ, UPDATE, needs
from app.gate.desk import Desk
from app.gate.paging import Page
from app.gate.route import GatedRouter
from app.grants import attachments as service
from app.grants.attachment_views import AttachmentIn, AttachmentList, AttachmentOut
from app.grants.media import MediaType

router = GatedRouter(prefix="/v1/grants", tags=["Grants"])
MEDIA = tuple(each.value for each in MediaType)
_BYTES: dict[str, Any] = {media: {"schema": {"type": "string", "format": "binary"}} for media in MEDIA}


@router.post("/{grant_id}/attachments", status_code=201, operation_id="createGrantAttachment")
async def create(
    grant_id: UUID, new: AttachmentIn, response: Response, desk: Annotated[Desk, needs("grant_attachment", CREATE)]
) -> AttachmentOut:
    """Announce a file (bilagsfil): PDF or an image. Then send its content with PUT."""
    created = await service.create(desk, grant_id, new)
    return answer(response, created, location=f"/v1/grants/{grant_id}/attachments/{created.view.id}")


@router.get("/{grant_id}/attachments", operation_id="listGrantAttachments")
async def page(
    grant_id: UUID,
    query: Annotated[AttachmentList, Query()],
    desk: Annotated[Desk, needs("grant_attachment", READ, action="list")],
) -> Page[AttachmentOut]:
    """The grant's files, newest first, without their content."""
    return await service.page(desk, grant_id, query)


@router.get("/{grant_id}/attachments/{attachment_id}", operation_id="getGrantAttachment")
async def get(
    grant_id: UUID, attachment_id: UUID, response: Response, desk: Annotated[Desk, needs("grant_attachment", READ)]
) -> AttachmentOut:
    """What a file is, with the SHA-256 of its content."""
    return answer(response, await service.get(desk, grant_id, attachment_id))


@router.put(
    "/{grant_id}/attachments/{attachment_id}/content",
    operation_id="putGrantAttachmentContent",
    openapi_extra={"requestBody": {"required": True, "content": _BYTES}},
)
async def write(
    grant_id: UUID,
    attachment_id: UUID,
    request: Request,
    response: Response,
    desk: Annotated[Desk, needs("grant_attachment", UPDATE, action="upload", uploads=MEDIA)],
) -> AttachmentOut:
    """Send the content, once, raw, with the media type that was announced; at most 10 MiB (a setting).

    422 where the bytes are not of that type (`content_and_type`), or a PDF holds scripts, programs or files, or is
    encrypted (`active_content`).
    """
    sent_as = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    return answer(response, await service.write(desk, grant_id, attachment_id, await request.body(), sent_as))


@router.post("/{grant_id}/attachments/{attachment_id}/withdraw", operation_id="withdrawGrantAttachment")
async def withdraw(
    grant_id: UUID,
    attachment_id: UUID,
    response: Response,
    desk: Annotated[Desk, needs("grant_attachment", UPDATE, action="withdraw")],
) -> AttachmentOut:
    """Take a file back from a draft: its content is erased, and it is not handed in; POST another in its place."""
    return answer(response, await service.withdraw(desk, grant_id, attachment_id))


@router.get(
    "/{grant_id}/attachments/{attachment_id}/content",
    operation_id="getGrantAttachmentContent",
    response_class=Response,
    responses={200: {"content": _BYTES, "description": "The content, to be saved."}},
    openapi_extra={"x-statuses": [409]},
)
async def read(
    grant_id: UUID,
    attachment_id: UUID,
    desk: Annotated[Desk, needs("grant_attachment_content", READ, action="download", media=MEDIA)],
) -> Response:
    """The content as it was sent, to be saved and never opened in place (`Content-Disposition: attachment`).

    409 where it was never sent (`no-content`), or taken back (`file-withdrawn`).
    """
    row, content = await service.read(desk, grant_id, attachment_id)
    headers = {
        "Content-Disposition": f"attachment; filename*=UTF-8''{quote(row['file_name'], safe='')}",
        "ETag": etag_of("grant_attachment_content", row["sha256"]),
    }
    return Response(content, media_type=row["media_type"], headers=headers)
