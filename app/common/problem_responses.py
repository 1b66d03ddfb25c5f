"""Problems on the wire: RFC 9457 documents in the caller's language, for every error there is.

Nothing of what the caller sent is repeated: not in `detail`, not in `errors`, and in `instance`
only such path segments as are names of ours or UUIDs.
"""

import re
from collections.abc import Awaitable, Callable, Mapping, Sequence
from http import HTTPStatus
from typing import Any

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import ClientDisconnect, Request
from starlette.responses import JSONResponse, Response
from starlette.types import ASGIApp, Message, Receive, Scope, Send

from app.common import errors
from app.common.languages import preferred_language
from app.common.logging import summarise_exception
from app.common.problem import (
    PROBLEM_MEDIA_TYPE,
    Bilingual,
    FieldError,
    Problem,
    is_safe_name,
    json_pointer,
)
from app.common.strict_json import StrictJSONError
from app.common.validation_errors import field_error, pointer_into

Respond = Callable[[Problem, Request], Response]
LogUnhandled = Callable[[BaseException, Request], None]
Answer = Callable[[Request, Exception], Awaitable[Response]]

_UUID = r"[0-9a-fA-F]{8}(?:-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}"
_SHOWN_SEGMENT = re.compile(rf"{_UUID}(?:\.ics)?|(?!.*[0-9]{{6}})[a-z.][a-z0-9._-]{{0,63}}", re.ASCII)
_HIDDEN_SEGMENT = "-"

_BY_STATUS: dict[int, type[Problem]] = {
    HTTPStatus.BAD_REQUEST: errors.MalformedBody,
    HTTPStatus.UNAUTHORIZED: errors.Unauthenticated,
    HTTPStatus.FORBIDDEN: errors.RoleCannot,
    HTTPStatus.NOT_FOUND: errors.NotFound,
    HTTPStatus.METHOD_NOT_ALLOWED: errors.MethodNotAllowed,
    HTTPStatus.NOT_ACCEPTABLE: errors.NotAcceptable,
    HTTPStatus.CONFLICT: errors.Conflict,
    HTTPStatus.PRECONDITION_FAILED: errors.PreconditionFailed,
    HTTPStatus.REQUEST_ENTITY_TOO_LARGE: errors.PayloadTooLarge,
    HTTPStatus.REQUEST_URI_TOO_LONG: errors.UriTooLong,
    HTTPStatus.UNSUPPORTED_MEDIA_TYPE: errors.UnsupportedMediaType,
    HTTPStatus.UNPROCESSABLE_ENTITY: errors.InvalidContent,
    HTTPStatus.PRECONDITION_REQUIRED: errors.PreconditionRequired,
    HTTPStatus.TOO_MANY_REQUESTS: errors.TooManyRequests,
    HTTPStatus.REQUEST_HEADER_FIELDS_TOO_LARGE: errors.HeaderFieldsTooLarge,
    HTTPStatus.SERVICE_UNAVAILABLE: errors.Unavailable,
}

_STRICT_JSON_MESSAGES: dict[str, Bilingual] = {
    "duplicate_member": Bilingual("A member stands twice.", "Et felt står to gange."),
    "too_deep": Bilingual("Nested too deeply.", "For mange niveauer."),
    "number_too_long": Bilingual("The number is too long.", "Tallet er for langt."),
}
_NOT_STRICT_JSON = Bilingual("Not JSON as the contract requires it.", "Ikke JSON, som kontrakten kræver det.")


class OtherStatus(Problem):
    """A status that the framework answers with and that has no class of ours."""

    def __init__(self, status: int) -> None:
        """Take the title from HTTP, as RFC 9457 § 4.2.1 says of about:blank."""
        super().__init__()
        known = {each.value: each.phrase for each in HTTPStatus}
        self.status = status
        self.title = Bilingual(known.get(status, "Error"), known.get(status, "Fejl"))
        self.detail = self.title

    @property
    def type_uri(self) -> str:
        """No type of its own."""
        return "about:blank"


def problem_response(problem: Problem, request: Request) -> Response:
    """Write `problem` as `application/problem+json`, in Danish or English by Accept-Language."""
    language = preferred_language(",".join(request.headers.getlist("accept-language")))
    trace_id = request.scope.get("state", {}).get("request_id", "-")
    document = problem.document(language, instance=_instance(request.scope), trace_id=trace_id)
    headers = {
        "Content-Language": language,
        "Vary": "Accept-Language",
        "Cache-Control": "no-store",
    } | problem.headers
    return JSONResponse(document, status_code=problem.status, headers=headers, media_type=PROBLEM_MEDIA_TYPE)


def from_http_exception(exc: HTTPException) -> Problem:
    """Turn the framework's exception into a problem; its headers (`Allow`) are kept.

    FastAPI wraps whatever reading the body raises in a 400: a problem or a `StrictJSONError`
    underneath is what is answered with.
    """
    if isinstance(exc.__cause__, Problem):
        return exc.__cause__
    if isinstance(exc.__cause__, StrictJSONError):
        return from_strict_json(exc.__cause__)
    kind = _BY_STATUS.get(exc.status_code)
    problem = kind() if kind is not None else OtherStatus(exc.status_code)
    problem.headers |= dict(exc.headers or {})
    return problem


def from_strict_json(exc: StrictJSONError) -> errors.MalformedBody:
    """Say which rule the body breaks, and where."""
    message = _STRICT_JSON_MESSAGES.get(exc.code, _NOT_STRICT_JSON)
    return errors.MalformedBody(errors=[FieldError(exc.pointer, exc.code, message.en, message.da)])


def from_validation(found: Sequence[Mapping[str, Any]], body: object) -> Problem:
    """Choose the problem for FastAPI's findings: where they lie decides more than what they are.

    A path that does not parse names nothing that exists: 404. Then headers and cookies, then the
    query, both 400, and the body last: 415 where it was not read as JSON at all, 400 where it is
    no JSON, else 422.
    """
    places = {str(error["loc"][0]) for error in found}
    if "path" in places:
        return errors.NotFound()
    for place, kind in (
        ("header", errors.InvalidHeader),
        ("cookie", errors.InvalidHeader),
        ("query", errors.InvalidQuery),
    ):
        if place in places:
            return kind(errors=[_parameter(e) for e in found if e["loc"][0] == place])
    if isinstance(body, bytes) and body:
        return errors.UnsupportedMediaType()
    if any(error["type"] == "json_invalid" for error in found):
        return errors.MalformedBody(errors=[field_error({"type": "json_invalid"}, "")])
    return errors.InvalidContent(
        errors=[field_error(error, pointer_into(body, error["loc"][1:], kind=error["type"])) for error in found]
    )


def log_unhandled(exc: BaseException, _request: Request) -> None:
    """Log class and places of `exc`; its message may hold what the caller sent."""
    structlog.get_logger("app.errors").error("unhandled_exception", failure=summarise_exception(exc))


def install(app: FastAPI, *, log: LogUnhandled = log_unhandled, respond: Respond = problem_response) -> None:
    """Make every error of `app` a problem document, or what `respond` makes of it; call before any other middleware.

    Unhandled exceptions are answered by the innermost middleware, so that the 500 passes
    through the others and gets their headers like any response; `log` is told of each.
    """

    # Coroutines, because Starlette runs a plain function in a thread.
    async def on_problem(request: Request, exc: Exception) -> Response:
        return respond(_problem_of(exc), request)

    async def on_unhandled(request: Request, exc: Exception) -> Response:
        problem = _problem_of(exc)
        if isinstance(problem, errors.InternalError):
            log(exc, request)
        return respond(problem, request)

    async def on_http_exception(request: Request, exc: Exception) -> Response:
        if isinstance(exc, HTTPException) and exc.status_code < HTTPStatus.BAD_REQUEST:
            return Response(status_code=exc.status_code, headers=exc.headers)
        return await on_problem(request, exc)

    app.add_exception_handler(Problem, on_problem)
    app.add_exception_handler(StrictJSONError, on_problem)
    app.add_exception_handler(RequestValidationError, on_problem)
    app.add_exception_handler(HTTPException, on_http_exception)
    # What a middleware raises reaches only this one.
    app.add_exception_handler(Exception, on_unhandled)
    app.add_middleware(UnhandledErrors, answer=on_unhandled)


class UnhandledErrors:
    """Answer what nothing else caught. Once a response has begun, only the connection can end."""

    def __init__(self, app: ASGIApp, answer: Answer) -> None:
        """Wrap `app`; `answer` makes the response."""
        self.app = app
        self.answer = answer

    async def __call__(self, scope: Scope, receive: Receive, send: Send) -> None:
        """Pass a request on, and answer for it if that fails."""
        if scope["type"] != "http":
            await self.app(scope, receive, send)
            return
        started = False

        async def remember_start(message: Message) -> None:
            nonlocal started
            started = started or message["type"] == "http.response.start"
            await send(message)

        try:
            await self.app(scope, receive, remember_start)
        except ClientDisconnect:
            return  # whoever would read an answer has gone, or was refused
        except Exception as exc:
            if started:
                raise
            response = await self.answer(Request(scope), exc)
            await response(scope, receive, send)


def _problem_of(exc: Exception) -> Problem:
    if isinstance(exc, Problem):
        return exc
    if isinstance(exc, StrictJSONError):
        return from_strict_json(exc)
    if isinstance(exc, RequestValidationError):
        return from_validation(exc.errors(), exc.body)
    if isinstance(exc, HTTPException):
        return from_http_exception(exc)
    return errors.InternalError()


def _parameter(error: Mapping[str, Any]) -> FieldError:
    """Point at a query parameter or header: declared names in full, unknown ones if harmless."""
    name = str(error["loc"][1]) if len(error["loc"]) > 1 else ""
    shown = name and (error["type"] != "extra_forbidden" or is_safe_name(name))
    return field_error(error, json_pointer([name] if shown else []))


def _instance(scope: Scope) -> str:
    segments = str(scope.get("path", "")).split("/")
    shown = (s if not s or _SHOWN_SEGMENT.fullmatch(s) else _HIDDEN_SEGMENT for s in segments)
    return "/".join(shown) or "/"
