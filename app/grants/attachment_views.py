"""Files as they go in and out: what they are; the bytes travel by themselves."""

import re
from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, BaseModel, BeforeValidator, Field, model_validator

from app.common.cpr import holds_cpr
from app.common.problem import InvalidValue
from app.common.text import clean_line
from app.common.views import Strict, example
from app.gate.paging import PageQuery
from app.grants.media import MediaType
from app.grants.states import AttachmentKind

_PLAIN = re.compile(r"[A-Za-z0-9ÆØÅæøå_][A-Za-z0-9ÆØÅæøå_ .()+,-]*\.[A-Za-z]{2,4}")
_LIKE_CPR = re.compile(r"[0-9]{6}[ .()+,_-]*[0-9]{4}")
_BETWEEN = re.compile(r"[ .()+,_-]+")
EXTENSIONS = {
    MediaType.PDF: {"pdf"},
    MediaType.PNG: {"png"},
    MediaType.JPEG: {"jpg", "jpeg"},
    MediaType.WEBP: {"webp"},
    MediaType.TIFF: {"tif", "tiff"},
}


class OddFileName(InvalidValue):
    """With a path in it, hidden, or without an extension."""

    code = "file_name"
    message_en = "A file name has letters (A-Z, Æ, Ø, Å), digits, spaces and . - _ ( ) + , and ends in its extension."
    message_da = "Et filnavn har bogstaver (A-Å), cifre, mellemrum og . - _ ( ) + , og slutter med sin endelse."


class NumberInFileName(InvalidValue):
    """Digits like those of a CPR number (the wall, rule 8)."""

    code = "cpr_in_file_name"
    message_en = "A file name holds no CPR number, nor what looks like one."
    message_da = "Et filnavn har intet CPR-nummer, og intet der ligner."


class OtherExtension(InvalidValue):
    """The name says another type than the member."""

    code = "extension_and_type"
    message_en = "The extension does not agree with the media type."
    message_da = "Endelsen svarer ikke til medietypen."


def _neutral(value: str) -> str:
    if not _PLAIN.fullmatch(value) or ".." in value:
        raise OddFileName
    if _LIKE_CPR.search(value) or holds_cpr(_BETWEEN.sub("-", value)):
        raise NumberInFileName
    return value


FileName = Annotated[
    str,
    Field(min_length=5, max_length=120, description="Neutral: never a citizen's name or CPR number."),
    BeforeValidator(clean_line),
    AfterValidator(_neutral),
]


class AttachmentIn(Strict):
    """A file to be sent."""

    model_config = example(
        {"kind": "application_form", "file_name": "Ansøgningsskema.pdf", "media_type": "application/pdf"}
    )

    kind: AttachmentKind
    file_name: FileName
    media_type: MediaType

    @model_validator(mode="after")
    def _of_its_type(self) -> "AttachmentIn":
        if self.file_name.rpartition(".")[2].lower() not in EXTENSIONS[self.media_type]:
            raise OtherExtension
        return self


class AttachmentOut(BaseModel):
    """A file (bilagsfil); size and hash are null until its content was sent."""

    id: UUID
    grant_id: UUID
    kind: AttachmentKind
    file_name: str
    media_type: MediaType
    size_bytes: int | None
    sha256: str | None = Field(description="Of the content, in hexadecimal.")
    withdrawn_at: datetime | None = Field(description="When it was taken back from the draft; it has no content since.")
    created_at: datetime
    updated_at: datetime
    version: int


class AttachmentList(PageQuery):
    """Filters of the list."""

    kind: AttachmentKind | None = None
