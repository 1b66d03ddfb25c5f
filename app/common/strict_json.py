"""JSON as a contract reads it: UTF-8 only, no duplicate members, no NaN, bounded depth.

RFC 8259 leaves these to the reader, and two readers that differ are how a check is bypassed.
Whatever is accepted here, `json.loads` reads as the same value.
"""

import json
import math
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import Any, Literal, NoReturn

from app.common.problem import safe_pointer

Code = Literal[
    "not_utf8",
    "byte_order_mark",
    "invalid_json",
    "duplicate_member",
    "not_a_number",
    "lone_surrogate",
    "nul_character",
    "too_deep",
    "number_too_long",
]

MAX_INTEGER_DIGITS = 18  # fits a signed 64-bit integer, and int() stays linear
MAX_FLOAT_CHARACTERS = 64

_ESCAPE = re.compile(r"\\u(?:0000|[dD][89a-fA-F])")
_STRING = re.compile(r'"(?:[^"\\]|\\.)*"')
_BRACKET = re.compile(r"[\[\]{}]")
_BYTE_ORDER_MARKS = (b"\xef\xbb\xbf", b"\xff\xfe", b"\xfe\xff")


class StrictJSONError(Exception):
    """JSON that is refused. `pointer` (RFC 6901) is as near as names that may be repeated go.

    The text is the code alone: a message that quoted the input would end in a log.
    """

    def __init__(self, code: Code, pointer: str = "") -> None:
        """Keep the machine-readable `code` and where it was found."""
        super().__init__(code)
        self.code: Code = code
        self.pointer = pointer


@dataclass(frozen=True, slots=True)
class _Refused:
    """Stands in the parsed tree where a value is refused, until its pointer is known."""

    code: Code


def loads(data: bytes, *, max_depth: int = 32) -> Any:
    """Parse `data`, or raise `StrictJSONError`; nothing else is raised, whatever the bytes.

    `max_depth` counts arrays and objects inside each other. Linear in the length of `data`.
    """
    if data.startswith(_BYTE_ORDER_MARKS):
        code: Code = "byte_order_mark" if data.startswith(b"\xef\xbb\xbf") else "not_utf8"
        raise StrictJSONError(code)
    try:
        text = data.decode("utf-8")
    except UnicodeDecodeError:
        raise StrictJSONError("not_utf8") from None
    if text.startswith("\x00") or text[1:2] == "\x00":  # UTF-16 or UTF-32 without a mark
        raise StrictJSONError("not_utf8")
    refused: list[Code] = []
    try:
        value = _decoder(refused).decode(text)
    except RecursionError:
        raise StrictJSONError("too_deep") from None
    except ValueError:
        raise StrictJSONError("invalid_json") from None
    # Raw NUL is no JSON and raw surrogates are no UTF-8, so both need an escape to get in.
    check_text = _ESCAPE.search(text) is not None
    if refused or check_text or _deeper(text, max_depth):
        _check(value, max_depth, check_text=check_text)
    return value


def _deeper(text: str, most: int) -> bool:
    """Return whether more than so many arrays and objects lie inside each other in `text`, which is JSON."""
    if text.count("[") + text.count("{") <= most:
        return False
    deepest = depth = 0
    for bracket in _BRACKET.findall(_STRING.sub("", text)):
        depth += 1 if bracket in "[{" else -1
        deepest = max(deepest, depth)
    return deepest > most


def _check(root: object, max_depth: int, *, check_text: bool) -> None:
    """Walk the tree without recursion and raise for what only its place makes reportable."""
    stack: list[tuple[Iterator[tuple[str | int, Any]], str | int]] = [(iter([("", root)]), "")]
    while stack:
        step = next(stack[-1][0], None)
        if step is None:
            stack.pop()
            continue
        name, value = step
        if isinstance(value, _Refused):
            _refuse(value.code, stack, name)
        if check_text:
            _check_text(name, value, stack)
        if isinstance(value, (dict, list)):
            if len(stack) > max_depth:
                _refuse("too_deep", stack, name)
            members: Iterator[tuple[str | int, Any]] = (
                iter(value.items()) if isinstance(value, dict) else iter(enumerate(value))
            )
            stack.append((members, name))


def _check_text(name: str | int, value: object, stack: list[tuple[Any, str | int]]) -> None:
    for text in (name, value):
        if isinstance(text, str):
            if "\x00" in text:
                _refuse("nul_character", stack, name)
            if not text.isascii() and not _encodable(text):
                _refuse("lone_surrogate", stack, name)


def _encodable(text: str) -> bool:
    try:
        text.encode("utf-8")
    except UnicodeEncodeError:
        return False
    return True


def _refuse(code: Code, stack: list[tuple[Any, str | int]], name: str | int) -> NoReturn:
    # The first frame holds the root and the second is named by it: neither is in the pointer.
    path = [entry[1] for entry in stack[2:]]
    raise StrictJSONError(code, safe_pointer([*path, name] if len(stack) > 1 else []))


def _decoder(refused: list[Code]) -> json.JSONDecoder:
    """Return a decoder that puts `_Refused` where a value is, and its code in `refused`."""

    def refuse(code: Code) -> _Refused:
        refused.append(code)
        return _Refused(code)

    def members(pairs: list[tuple[str, Any]]) -> dict[str, Any] | _Refused:
        made = dict(pairs)
        return made if len(made) == len(pairs) else refuse("duplicate_member")

    def integer(literal: str) -> int | _Refused:
        if len(literal) > MAX_INTEGER_DIGITS + literal.startswith("-"):
            return refuse("number_too_long")
        return int(literal)

    def number(literal: str) -> float | _Refused:
        value = float(literal) if len(literal) <= MAX_FLOAT_CHARACTERS else math.inf
        return value if math.isfinite(value) else refuse("number_too_long")

    return json.JSONDecoder(
        object_pairs_hook=members,
        parse_int=integer,
        parse_float=number,
        parse_constant=lambda _literal: refuse("not_a_number"),
        strict=True,
    )
