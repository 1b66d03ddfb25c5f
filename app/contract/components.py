"""What operations share: problems, headers, parameters, sign-in."""

from collections.abc import Iterator, Mapping
from copy import deepcopy
from typing import Any

from app.auth.scopes import scopes_of_role
from app.boundary.policy import ROLES, load
from app.common import errors
from app.common.problem import PROBLEM_MEDIA_TYPE, PROBLEM_TYPE_BASE, Problem
from app.contract.sign_in import BODIES
from app.contract.texts import STATUS_TEXT

JSON = dict[str, Any]


def _problems() -> set[type[Problem]]:
    def below(kind: type[Problem]) -> Iterator[type[Problem]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    return {each for each in below(Problem) if each.__module__.startswith("app.")}


def problem_codes() -> list[str]:
    """The code of every problem that the product can answer with."""
    return sorted({each.code for each in _problems()})


PROBLEM_SCHEMA: JSON = {
    "type": "object",
    "title": "Problem",
    "description": "RFC 9457. Never holds the value that was refused.",
    "required": ["type", "title", "status", "detail", "instance", "trace_id"],
    "properties": {
        "type": {
            "type": "string",
            "format": "uri",
            "description": "Stable; the last segment is one of: " + ", ".join(f"`{code}`" for code in problem_codes()),
            "examples": [PROBLEM_TYPE_BASE + "not-found"],
        },
        "title": {"type": "string", "maxLength": 200},
        "status": {"type": "integer", "minimum": 400, "maximum": 599},
        "detail": {"type": "string", "maxLength": 1000},
        "instance": {"type": "string", "maxLength": 8192},
        "trace_id": {"type": "string", "maxLength": 200},
        "errors": {
            "type": "array",
            "items": {
                "type": "object",
                "required": ["pointer", "code", "message"],
                "properties": {
                    "pointer": {"type": "string", "description": "RFC 6901, into the body."},
                    "code": {"type": "string"},
                    "message": {"type": "string"},
                },
            },
        },
        "policies": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Of 429: the rates that are used up.",
        },
        "state": {"type": "string", "description": "Of what a state forbids: the present state."},
        "allowed": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Of a forbidden transition: the states that the caller itself can ask for now.",
        },
    },
}
_HEADERS: Mapping[str, JSON] = {
    "ETag": {"description": "The version of what is shown.", "schema": {"type": "string"}},
    "Location": {"description": "Where the new resource is.", "required": True, "schema": {"type": "string"}},
    "XRequestID": {"description": "Quote it when reporting.", "required": True, "schema": {"type": "string"}},
    "RetryAfter": {
        "description": "Seconds.",
        "required": True,
        "schema": {"type": "integer", "minimum": 0, "maximum": 86_400},
    },
    "RateLimitPolicy": {
        "description": "The client's quotas (draft-ietf-httpapi-ratelimit-headers-10): `q` in `w` seconds.",
        "schema": {"type": "string", "maxLength": 1000, "examples": ['"client";q=200;w=4']},
    },
    "RateLimit": {
        "description": "What is left of each (`r`); where something was used, the seconds until there is more (`t`).",
        "schema": {"type": "string", "maxLength": 1000, "examples": ['"client";r=199;t=1']},
    },
    "Access-Control-Allow-Origin": {
        "description": "The browser's origin, where it is one of those configured (`APP_CORS_ORIGINS`); else absent.",
        "schema": {"type": "string", "maxLength": 200},
    },
}
ALWAYS: JSON = {
    "X-Request-ID": {"$ref": "#/components/headers/XRequestID"},
    "Access-Control-Allow-Origin": {"$ref": "#/components/headers/Access-Control-Allow-Origin"},
}
"""Headers that any answer may have."""
RATE_FIELDS: JSON = {
    "RateLimit": {"$ref": "#/components/headers/RateLimit"},
    "RateLimit-Policy": {"$ref": "#/components/headers/RateLimitPolicy"},
}
"""Headers of every answer once the client is known, whatever comes of its request."""
_PARAMETERS: Mapping[str, JSON] = {
    "IdempotencyKey": {
        "name": "Idempotency-Key",
        "in": "header",
        "required": True,
        "description": "1-128 printable ASCII characters, new for each action. A repetition gets the first answer.",
        "schema": {"type": "string", "minLength": 1, "maxLength": 128, "pattern": "^[!-~]+$"},
    },
    "IfMatch": {
        "name": "If-Match",
        "in": "header",
        "required": True,
        "description": "The ETag that was read; `*` is refused.",
        "schema": {"type": "string", "pattern": '^"[!#-~]*"$'},
    },
    "IfMatchOptional": {
        "name": "If-Match",
        "in": "header",
        "required": False,
        "description": "The ETag that was read: 412 when it is another by now, or when there is no such record.",
        "schema": {"type": "string"},
    },
    "IfNoneMatchOnWrite": {
        "name": "If-None-Match",
        "in": "header",
        "required": False,
        "description": "`*`: only where there is no such record yet, 412 otherwise.",
        "schema": {"type": "string"},
    },
    "IfNoneMatch": {
        "name": "If-None-Match",
        "in": "header",
        "required": False,
        "description": "An ETag; 304 when nothing has changed.",
        "schema": {"type": "string"},
    },
    "AcceptLanguage": {
        "name": "Accept-Language",
        "in": "header",
        "required": False,
        "description": "`da` or `en`, for problem documents and labels.",
        "schema": {"type": "string"},
    },
}


def add_components(raw: JSON) -> None:
    """What operations refer to, besides the schemas of views."""
    components = raw.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas |= deepcopy({"Problem": PROBLEM_SCHEMA, **BODIES})
    components["headers"] = dict(_HEADERS)
    components["parameters"] = dict(_PARAMETERS)
    components["responses"] = {f"Problem{status}": _problem(status) for status in STATUS_TEXT}
    scopes = {scope: scope for role in ROLES for scope in sorted(scopes_of_role(load(), role))}
    components["securitySchemes"] = {
        "clientCredentials": {
            "type": "oauth2",
            "description": (
                "Tokens are JWTs as RFC8725 asks (one algorithm, typed, every claim held against what it must be) and "
                "live at most ten minutes; private_key_jwt (RFC 7523) proves the client."
            ),
            "flows": {"clientCredentials": {"tokenUrl": "/oauth/token", "scopes": dict(sorted(scopes.items()))}},
        },
        "clientSecret": {
            "type": "http",
            "scheme": "basic",
            "description": "client_secret_basic: demo and development only.",
        },
    }


_FAMILIAR: Mapping[int, type[Problem]] = {
    each.status: each
    for each in (
        *(errors.InvalidQuery, errors.Unauthenticated, errors.RoleCannot, errors.NotFound, errors.NotAcceptable),
        *(errors.RequestTimeout, errors.ForbiddenTransition, errors.PreconditionFailed, errors.PayloadTooLarge),
        *(errors.UriTooLong, errors.UnsupportedMediaType, errors.InvalidContent, errors.PreconditionRequired),
        *(errors.HeaderFieldsTooLarge, errors.TooManyRequests, errors.InternalError, errors.Unavailable),
    )
}
"""Of each status the problem that is met most often."""
_MORE: Mapping[int, JSON] = {
    429: {"policies": ["client"]},
    409: {"state": "completed", "allowed": []},
    422: {"errors": [{"pointer": "/identity/cpr", "code": "cpr_invalid", "message": "Must be a CPR number."}]},
}


def problem_content(status: int) -> JSON:
    """The body of that status, as a problem document."""
    kind = _FAMILIAR.get(status) or min(
        (each for each in _problems() if each.status == status), key=lambda each: each.code
    )
    shown: JSON = {
        "type": PROBLEM_TYPE_BASE + kind.code,
        "title": kind.title.en,
        "status": status,
        "detail": kind.default_detail.en,
        "instance": "/v1/citizens",
        "trace_id": "5f8c9f3e0c5d4e0f9b1a2c3d4e5f6a7b",
        **_MORE.get(status, {}),
    }
    return {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}, "example": shown}}


def _problem(status: int) -> JSON:
    headers = {**ALWAYS, **RATE_FIELDS}
    if status in {429, 503}:
        headers["Retry-After"] = {"$ref": "#/components/headers/RetryAfter"}
    return {"description": STATUS_TEXT[status], "headers": headers, "content": problem_content(status)}
