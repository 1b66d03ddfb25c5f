"""What a request must look like before it is worth knowing who sent it."""

from collections import Counter
from typing import Any
from urllib.parse import parse_qsl
from uuid import UUID

from fastapi.dependencies.models import Dependant
from fastapi.dependencies.utils import get_flat_params
from starlette.requests import Request

from app.common import strict_json
from app.common.errors import InvalidContent, InvalidQuery, NotAcceptable, NotFound, UnsupportedMediaType
from app.common.problem import FieldError, is_safe_name

_ACCEPTED = {"*/*", "application/*", "application/json", "application/problem+json"}
_MEDIA_TYPES = {"POST": "application/json", "PUT": "application/json", "PATCH": "application/merge-patch+json"}


NOT_OURS = "external_reference"
"""The parameter of a path that is in the caller's words: an id there is none of ours, however it is spelt."""

_UNEXPECTED = FieldError(
    "", "unexpected_body", "This operation takes no body.", "Denne handling tager ikke imod et indhold."
)


class StrictRequest(Request):
    """A request whose JSON is read strictly; see `app.common.strict_json`."""

    async def json(self) -> Any:
        """The body, or a problem."""
        return strict_json.loads(await self.body())


def query_names(dependant: Dependant) -> frozenset[str]:
    """The query parameters that a route declares."""
    own = get_flat_params(Dependant(query_params=dependant.query_params))
    below = (query_names(each) for each in dependant.dependencies)
    return frozenset(field.alias for field in own).union(*below)


def check_path(request: Request) -> None:
    """An id in a path has one spelling: pydantic would read it in braces, and without its hyphens.

    Raises:
        NotFound: another names nothing.
    """
    for name, value in request.path_params.items():
        if name == NOT_OURS:
            continue
        try:
            plain = str(UUID(value))
        except ValueError:
            continue
        if value.lower() != plain:
            raise NotFound


def check_query(request: Request, known: frozenset[str]) -> None:
    """Every parameter is one of the route's own, and stands once.

    Raises:
        InvalidQuery: naming those that are not.
    """
    if not request.scope["query_string"]:
        return
    given = Counter(name for name, _ in parse_qsl(request.url.query, keep_blank_values=True))
    errors = [
        FieldError(
            f"/{name}" if is_safe_name(name) else "",
            "unknown_parameter" if name not in known else "repeated_parameter",
            "There is no such parameter." if name not in known else "The parameter stands more than once.",
            "Der er ingen sådan parameter." if name not in known else "Parameteren står mere end én gang.",
        )
        for name, times in given.items()
        if name not in known or times > 1
    ]
    if errors:
        raise InvalidQuery(errors=errors)


async def check_no_body(request: Request) -> None:
    """Refuse words that nobody would read; an empty object says nothing and passes.

    Raises:
        InvalidContent: a member was given.
        MalformedBody: it is no JSON.
    """
    if await request.body() and await request.json() not in ({}, None):
        raise InvalidContent(errors=[_UNEXPECTED])


async def check_media(
    request: Request, offered: tuple[str, ...] = (), uploads: tuple[str, ...] = (), *, streamed: bool = False
) -> None:
    """JSON is offered, and JSON is asked for, or another of what is `offered`; a PATCH is a merge patch (RFC 7396).

    Args:
        uploads: what comes in place of JSON, where a route takes files.
        streamed: the body is not to be read yet.

    Raises:
        NotAcceptable: the client takes no JSON, nor what else there is.
        UnsupportedMediaType: the body is something else.
    """
    accept = request.headers.get("accept")
    if accept and not _ACCEPTED.union(offered) & {part.partition(";")[0].strip().lower() for part in accept.split(",")}:
        raise NotAcceptable
    wanted = _MEDIA_TYPES.get(request.method)
    if wanted is None or (not streamed and not await request.body()):
        return
    kind, _, parameters = request.headers.get("content-type", "").partition(";")
    if streamed and parameters.strip().lower() in {"charset=utf-8", 'charset="utf-8"'}:
        parameters = ""  # lines of text, which clients name the charset of
    if uploads:
        if kind.strip().lower() not in uploads or parameters.strip():
            raise UnsupportedMediaType
        return
    charset = parameters.strip().lower()
    if kind.strip().lower() != wanted or charset not in {"", "charset=utf-8", 'charset="utf-8"'}:
        raise UnsupportedMediaType
