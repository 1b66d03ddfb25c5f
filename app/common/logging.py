"""Structured logs that hold no person: JSON lines, UTC, masked keys and values.

The second line of defence. The first is not to log what a caller sent; this one is for what
libraries write and for mistakes. Exceptions are class names and places, never messages, since
the message of a database error quotes the row.
"""

import logging
import re
import sys
from collections.abc import Mapping, MutableMapping
from datetime import date, datetime
from enum import Enum
from pathlib import PurePath
from traceback import walk_tb
from typing import Any
from uuid import UUID

import structlog
from structlog.typing import Processor

EventDict = MutableMapping[str, Any]

REDACTED = "[redacted]"

_MAX_TEXT = 4096
_MAX_NESTING = 6
_MAX_FRAMES = 20
_MAX_EXCEPTIONS = 5

# Whole keys, and words of which a key may consist (client_secret, citizen_cpr, phone_number).
_DENIED_KEYS = frozenset({"name", "body", "query", "query_string", "params", "lines", "summary"})
_DENIED_KEYS |= {
    "given_name",
    "family_name",
    "full_name",
    "input",
    "headers",
    "note",
    "code_phrase",
}
_DENIED_WORDS = frozenset({"cpr", "phone", "mobile", "email", "mail", "address", "authorization"})
_DENIED_WORDS |= {"token", "secret", "password", "assertion", "cookie", "dpop", "birthdate"}

_MASKS: tuple[tuple[re.Pattern[str], str], ...] = (
    (re.compile(r"(?i)\b(bearer|basic|dpop)[ \t]+[^\s,;\"']+"), r"\1 [token]"),
    (re.compile(r"eyJ[A-Za-z0-9_-]{5,}(?:\.[A-Za-z0-9_-]*)*"), "[token]"),
    (re.compile(r"://[^/@\s]{1,256}@"), "://[credentials]@"),
    (re.compile(r"[\w.+%-]{1,64}@[\w-]{1,63}(?:\.[\w-]{1,63}){1,8}"), "[email]"),
    (re.compile(r"(?<![0-9A-Za-z])[0-9]{6}[- ]?[0-9]{4}(?![0-9A-Za-z])"), "[cpr]"),
    # No word, dot or hyphen around: else groups of digits in a UUID or a version would match.
    (re.compile(r"(?<![\w.-])(?:\+|00)[1-9](?:[ -]?[0-9]){6,14}(?![\w-])"), "[phone]"),
    (re.compile(r"(?<![\w.-])[2-9][0-9](?: ?[0-9]{2}){3}(?![\w-])"), "[phone]"),
)
# Most of what is logged: words, route templates, ids. Nothing above matches inside of them.
_HARMLESS = re.compile(r"[A-Za-z_{}/]{0,200}|[0-9a-f]{32}|[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}", re.ASCII)
_OWN_KEYS = frozenset({"timestamp", "level", "logger"})  # set by the processors before `redact`
_PLAIN_KEY = re.compile(r"[A-Za-z_]{1,64}", re.ASCII)
_CPR_NUMBER = re.compile(r"[0-9]{9,10}", re.ASCII)


def mask_text(text: str) -> str:
    """Return `text` (4,096 characters of it) without CPR, token, e-mail and telephone number."""
    if _HARMLESS.fullmatch(text):
        return text
    text = text[:_MAX_TEXT]
    for pattern, replacement in _MASKS:
        text = pattern.sub(replacement, text)
    return text


def summarise_exception(exc: BaseException) -> list[dict[str, object]]:
    """Return class and places (`file:line`, outermost first) of `exc` and what caused it."""
    summary: list[dict[str, object]] = []
    pending: list[BaseException] = [exc]
    seen: set[int] = set()
    while pending and len(summary) < _MAX_EXCEPTIONS:
        one = pending.pop(0)
        if id(one) in seen:
            continue
        seen.add(id(one))
        places = [
            f"{'/'.join(PurePath(frame.f_code.co_filename).parts[-3:])}:{line}"
            for frame, line in walk_tb(one.__traceback__)
        ]
        summary.append(
            {
                "class": f"{type(one).__module__}.{type(one).__qualname__}",
                "frames": places[-_MAX_FRAMES:],
            }
        )
        if isinstance(one, BaseExceptionGroup):
            pending.extend(one.exceptions)
        before = one.__cause__ or (None if one.__suppress_context__ else one.__context__)
        if before is not None:
            pending.append(before)
    return summary


def render_exceptions(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Processor: put `exception` for `exc_info`, and drop the stack, whose lines quote code."""
    info = event.pop("exc_info", None)
    event.pop("stack_info", None)
    event.pop("stack", None)
    if info is True:
        info = sys.exc_info()
    if isinstance(info, tuple):
        info = info[1]
    if isinstance(info, BaseException):
        event["exception"] = summarise_exception(info)
    return event


def redact(_logger: Any, _method: str, event: EventDict) -> EventDict:
    """Processor: mask what stands under a denied key, and what looks personal anywhere else."""
    return {
        _masked_key(key): REDACTED if _denied(key) else _masked(value, 0)
        for key, value in event.items()
        if key not in _OWN_KEYS
    } | {key: event[key] for key in _OWN_KEYS & event.keys()}


def _denied(key: str) -> bool:
    lowered = key.lower().replace("-", "_")
    return lowered in _DENIED_KEYS or not _DENIED_WORDS.isdisjoint(lowered.split("_"))


def _masked_key(key: str) -> str:
    return key if _PLAIN_KEY.fullmatch(key) else mask_text(key)


def _masked(value: object, depth: int) -> object:
    if value is None or isinstance(value, (bool, float)):
        return value
    if isinstance(value, Enum):
        return _masked(value.value, depth)
    if isinstance(value, str):
        return mask_text(value)
    if isinstance(value, int):
        return "[cpr]" if _CPR_NUMBER.fullmatch(str(abs(value))) else value
    if isinstance(value, (UUID, date, datetime)):
        return str(value)
    if isinstance(value, Mapping) and depth < _MAX_NESTING:
        return {
            _masked_key(str(key)): REDACTED if _denied(str(key)) else _masked(member, depth + 1)
            for key, member in value.items()
        }
    if isinstance(value, (list, tuple, set, frozenset)) and depth < _MAX_NESTING:
        return [_masked(member, depth + 1) for member in value]
    # The repr of a model, a row or an exception may hold anything.
    return f"<{type(value).__qualname__}>"


def configure_logging(level: str = "INFO", *, json: bool = True) -> None:
    """Send every log, structlog's and the standard library's, through the same processors.

    One JSON object a line on standard output, or readable lines when `json` is false. To be
    called once, before the server starts; run uvicorn with `log_config=None`, since its own
    configuration would bring its handlers back. uvicorn's access log quotes raw paths and query
    strings and is silenced: `AccessLog` writes the route template instead.
    """
    shared: list[Processor] = [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_logger_name,
        structlog.stdlib.add_log_level,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        render_exceptions,
    ]
    renderer: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False) if json else structlog.dev.ConsoleRenderer(colors=False)
    )
    formatter = structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, redact, renderer],
    )
    handler = logging.StreamHandler(sys.stdout)
    handler.setFormatter(formatter)
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(level.upper())
    for name in ("uvicorn", "uvicorn.error", "uvicorn.asgi", "sqlalchemy"):
        library = logging.getLogger(name)
        library.handlers = []
        library.propagate = True
    # The library would print the arguments of a record that it cannot format.
    logging.raiseExceptions = False
    access = logging.getLogger("uvicorn.access")
    access.handlers = []
    access.propagate = False
    access.disabled = True  # without a handler, the library's last resort would print warnings
    structlog.configure(
        processors=[*shared, structlog.stdlib.ProcessorFormatter.wrap_for_formatter],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
        cache_logger_on_first_use=False,
    )
