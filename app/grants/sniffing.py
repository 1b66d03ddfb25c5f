"""What a file's bytes say it is, and whether it does more than be read. Nothing is rendered or decoded here.

A PDF may not run scripts, start programs, or bring files along; since such orders can be hidden in compressed object
streams, those are opened, within bounds; an encrypted PDF cannot be looked into and is refused. Metadata of images
(EXIF) stays: these are the sender's own papers, and whoever may read them gets them as they were sent.
"""

import re
import zlib
from collections.abc import Iterator

from app.common.problem import InvalidValue
from app.grants.media import MediaType

_SIGNATURES: tuple[tuple[MediaType, re.Pattern[bytes]], ...] = (
    (MediaType.PDF, re.compile(rb"%PDF-[12]\.[0-9]")),
    (MediaType.PNG, re.compile(rb"\x89PNG\r\n\x1a\n\x00\x00\x00\x0dIHDR")),
    (MediaType.JPEG, re.compile(rb"\xff\xd8\xff")),
    (MediaType.WEBP, re.compile(rb"RIFF.{4}WEBPVP8", re.DOTALL)),
    (MediaType.TIFF, re.compile(rb"II\x2a\x00|MM\x00\x2a")),
)
_ENDS: dict[MediaType, re.Pattern[bytes]] = {
    MediaType.PDF: re.compile(rb"%%EOF\s*\Z"),
    MediaType.PNG: re.compile(rb"IEND\xaeB`\x82\Z"),
    MediaType.JPEG: re.compile(rb"\xff\xd9\s*\x00*\Z"),
}
_TAIL = 2048

_ACTIVE = re.compile(rb"/(?:JavaScript|JS|Launch|EmbeddedFiles?|RichMedia|XFA)(?![A-Za-z0-9])")
_ENCRYPTED = re.compile(rb"/Encrypt(?![A-Za-z0-9])")
_ESCAPED = re.compile(rb"#([0-9A-Fa-f]{2})")
_STREAM = re.compile(rb"stream\r?\n")
_MAX_INFLATED = 64 * 1024 * 1024


class ActiveContent(InvalidValue):
    """A PDF that does something."""

    code = "active_content"
    message_en = "The PDF holds scripts, programs or files, or cannot be looked into."
    message_da = "PDF-filen indeholder scripts, programmer eller filer, eller kan ikke undersøges."


class OtherContent(InvalidValue):
    """The bytes are not what they are said to be."""

    code = "content_and_type"
    message_en = "The content is not of the type that was declared."
    message_da = "Indholdet er ikke af den angivne type."


def sniffed(content: bytes) -> MediaType | None:
    """The type by its first and last bytes; None for anything else than a whole file of a known type."""
    for kind, signature in _SIGNATURES:
        if signature.match(content):
            end = _ENDS.get(kind)
            return kind if end is None or end.search(content[-_TAIL:]) else None
    return None


def require_harmless(content: bytes, declared: MediaType) -> None:
    """Refuse what is not as declared, or does more than be read.

    Raises:
        OtherContent: the bytes say another type.
        ActiveContent: a PDF with scripts, programs or files in it.
    """
    if sniffed(content) is not declared:
        raise OtherContent
    if declared is MediaType.PDF:
        if _ENCRYPTED.search(_plain(content)):
            raise ActiveContent
        for text in _texts(content):
            if _ACTIVE.search(_plain(text)):
                raise ActiveContent


def _plain(text: bytes) -> bytes:
    """Names without their hexadecimal escapes (`/J#53` is `/JS`)."""
    return _ESCAPED.sub(lambda found: bytes([int(found[1], 16)]), text) if b"#" in text else text


def _texts(content: bytes) -> Iterator[bytes]:
    """What is written between the streams, and the streams that hold objects, inflated."""
    left = _MAX_INFLATED
    position = 0
    for found in _STREAM.finditer(content):
        if found.start() < position:
            continue
        header = content[max(position, found.start() - _TAIL) : found.start()]
        yield content[position : found.start()]
        end = content.find(b"endstream", found.end())
        position = len(content) if end < 0 else end
        if b"ObjStm" in _plain(header):
            inflated = _inflated(content[found.end() : position], left)
            left -= len(inflated)
            yield inflated
    yield content[position:]


def _inflated(data: bytes, at_most: int) -> bytes:
    """A Flate stream; one of another filter, or larger than anybody's, is not looked into and so refused."""
    reader = zlib.decompressobj()
    try:
        text = reader.decompress(data, at_most)
    except zlib.error:
        raise ActiveContent from None
    if reader.unconsumed_tail:
        raise ActiveContent
    return text
