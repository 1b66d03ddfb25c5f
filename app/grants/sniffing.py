"""What a file's bytes say it is, and whether it does more than be read. Nothing is rendered or decoded here.

A PDF may not run scripts, start programs, send forms, or bring files along. Such orders can be hidden in compressed
object streams: those are opened, within bounds, and what cannot be looked into, an encrypted PDF above all, is refused.
It may take a while: call it in a thread. Metadata of images (EXIF) stays: these are the sender's own papers, and
whoever may read them gets them as they were sent.
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

_PIECE = 128 * 1024
"""Searched at a time: a search holds the interpreter, and others wait meanwhile."""
_OVERLAP = 256
_MAX_HEADER = 1024
_MAX_OBJECT_STREAMS = 4096
_MAX_INFLATED = 8 * 1024 * 1024


def _name(*names: str) -> re.Pattern[bytes]:
    """Names of PDF, each letter also by its hexadecimal escape (`/J#53` is `/JS`)."""

    def spelt(name: str) -> str:
        either = (f"(?:{each}|#{ord(each) >> 4:x}[{ord(each) & 15:x}{ord(each) & 15:X}])" for each in name)
        return "".join(either)

    firsts = "".join(sorted({each[0] for each in names}))
    choices = "|".join(spelt(each) for each in names)
    return re.compile(f"/(?=[{firsts}#])(?:{choices})(?![A-Za-z0-9#])".encode())


_DOES = ("JavaScript", "Launch", "EmbeddedFile", "EmbeddedFiles", "RichMedia", "Rendition", "XFA", "SubmitForm")
_ACTIVE = _name(*_DOES, "ImportData", "Encrypt")
"""Looked for everywhere, in streams too: where a stream begins and ends is the sender's word."""
_ACTIVE_INSIDE = _name(*_DOES, "ImportData", "Encrypt", "JS")
_OBJECT_STREAM = _name("ObjStm")
_HEADER = re.compile(
    rb"obj\s*+<<(?:\s*+(?:/(?:Type|ObjStm|N|First|Filter|FlateDecode|Length|Extends)(?![^\s/<>\[\]])|[0-9]++|R|[\[\]]))*+"
    rb"\s*+>>\s*+stream[ \t]*+\r?\n?"
)
"""Of an object stream, strictly: no strings, comments, escapes or parameters, so that its bytes are what follows."""


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
        _require_still(content)


def _require_still(content: bytes) -> None:
    if _holds(_ACTIVE, content):
        raise ActiveContent
    left = _MAX_INFLATED
    for count, start in enumerate(_object_streams(content)):
        if count == _MAX_OBJECT_STREAMS:
            raise ActiveContent
        inflated = _inflated(content, start, left)
        left -= len(inflated)
        if _holds(_ACTIVE_INSIDE, inflated):
            raise ActiveContent


def _found(pattern: re.Pattern[bytes], content: bytes) -> Iterator[int]:
    """Where a pattern of names is found, each place once."""
    last = -1
    for at in range(0, len(content), _PIECE):
        for found in pattern.finditer(content, at, at + _PIECE + _OVERLAP):
            if found.start() > last:
                last = found.start()
                yield last


def _holds(pattern: re.Pattern[bytes], content: bytes) -> bool:
    return next(_found(pattern, content), None) is not None


def _object_streams(content: bytes) -> Iterator[int]:
    """Where the bytes of each stream that holds objects begin.

    Raises:
        ActiveContent: one whose header is not as plain as every program writes it.
    """
    for name in _found(_OBJECT_STREAM, content):
        begins = content.rfind(b"obj", max(0, name - _MAX_HEADER), name)
        header = _HEADER.match(content, begins, name + _MAX_HEADER) if begins >= 0 else None
        if header is None or header.end() <= name:
            raise ActiveContent
        yield header.end()


def _inflated(content: bytes, start: int, at_most: int) -> bytes:
    """A Flate stream; one of another filter, cut short, or larger than anybody's, is not looked into and so refused."""
    reader = zlib.decompressobj()
    parts: list[bytes] = []
    size = 0
    try:
        for at in range(start, len(content), _PIECE):
            parts.append(reader.decompress(content[at : min(at + _PIECE, len(content))], at_most + 1 - size))
            size += len(parts[-1])
            if size > at_most:
                raise ActiveContent
            if reader.eof:
                return b"".join(parts)
    except zlib.error:
        raise ActiveContent from None
    raise ActiveContent
