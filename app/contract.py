"""The OpenAPI document: FastAPI's own, with what it cannot know taken from the routes' declarations.

From a route's cell come its scopes and the statuses it can answer; from its method the headers that the
conventions ask for. The committed copy is `openapi/openapi.json`; a test holds the two together.
"""

import re
from collections.abc import Iterator, Mapping
from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from fastapi.routing import APIRoute

from app.api import ROUTERS
from app.auth.scopes import scopes_of_role
from app.boundary.policy import ROLES, load
from app.common.problem import PROBLEM_MEDIA_TYPE, PROBLEM_TYPE_BASE, Problem
from app.gate.cells import ByLink, Cell, Declaration, Open, declaration_of

JSON = dict[str, Any]

VERSION = "1.0.0-alpha.1"
DESCRIPTION = """\
Interventionsmodellen: early help to adults who are subjected to, or use, violence in close relationships.

Police districts and municipalities find people, obtain a signed consent (samtykke) and pass information on; a voluntary
organisation makes contact, runs a course (forløb) and follows up. Each party sees only what law, agreement
(databehandleraftale) and the citizen's own consent allow: whatever the caller may not see answers 404, exactly as if it
had never existed, and 403 is only for what the caller's role can never do.

Errors are problem documents (RFC 9457) with a stable `type`, in Danish under `Accept-Language: da`. A POST that creates
or acts carries an `Idempotency-Key`; a change of a versioned resource carries `If-Match`. Lists are paged by cursor.
"""
TAGS = (
    ("Sign-in", "Tokens, and who one is here."),
    ("Reference", "Kommuner, politikredse and code lists with Danish and English labels."),
    ("Organisations", "Organisations, staff and clients."),
    ("Projects", "Projects and their partners, under one of the two programmes."),
    ("Agreements", "Databehandleraftaler: without one in force, what rests on it is unreachable."),
    ("Citizens", "Borgere, with each category of data as a block that may be withheld."),
    ("Incidents", "What the police know of an event (hændelse), split by who may learn it."),
    ("Consents", "Samtykkeerklæringer: forms in versions; signed, refused, withdrawn."),
    ("Referrals", "Videregivelser: the minimum before acceptance, what was consented to after."),
    ("Courses", "Forløb, samtaler and notes."),
    ("Support needs", "Støttebehov, and the bridging (brobygning) of them to a municipality."),
    ("Follow-ups", "Opfølgning after a course."),
    ("Measuring", "Måleinstrumenter in versions, spørgeskemaer with answers and scores, and what changed."),
    ("Answering", "The page on which a citizen answers by link: HTML, for a browser and not for a client."),
    (
        "Interviews",
        "Interviewkandidater, their contact on its way to the evaluator apart from research data; evalueringsbidrag.",
    ),
    ("Journey", "The journey seen whole: timeline, worklist, who may see what and who did."),
    ("Blind match", "Blindt opslag: asking a partner whether it knows a citizen, to that partner's decision."),
    ("Changes", "What changed, in order: how a case system (fagsystem) keeps itself in step."),
    ("Meetings and training", "Mødeplan, møder, referater, kalender og undervisningsdage."),
    ("Maturation", "Modning: kriterier og vurdering ved hver port."),
    ("Time and cost", "Tidsforbrug og udgifter: what the model takes and costs, and whose grant it may be paid from."),
    ("Grants", "Tilskud: application, decision, budget and its changes, instalments, accounts, files (R45-R53)."),
    (
        "Pseudonymised data",
        "Pseudonymiserede udtræk: sealed rows for the evaluator; 404 unless a controller has declared the recipient.",
    ),
    ("Releases", "Anonymiserede udgivelser: built, attacked, checked, approved; frozen, pulled by the evaluator."),
    ("Operations", "Health."),
)
_FORMS: Mapping[str, JSON] = {
    "TokenRequest": {
        "type": "object",
        "required": ["grant_type"],
        "properties": {
            "grant_type": {"type": "string", "enum": ["client_credentials"]},
            "scope": {"type": "string", "description": "Ask for less than the client may have."},
            "client_id": {"type": "string"},
            "client_assertion_type": {"type": "string"},
            "client_assertion": {"type": "string", "description": "A JWT signed by the client (RFC 7523)."},
        },
    },
    "PresentedToken": {
        "type": "object",
        "required": ["token"],
        "properties": {
            "token": {"type": "string"},
            "token_type_hint": {"type": "string"},
            "client_id": {"type": "string"},
            "client_assertion_type": {"type": "string"},
            "client_assertion": {"type": "string"},
        },
    },
}
_CAPITAL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")


def problem_codes() -> list[str]:
    """The code of every problem that the product can answer with."""

    def below(kind: type[Problem]) -> Iterator[type[Problem]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    found = {each for each in below(Problem) if each.__module__.startswith("app.")}
    return sorted({each.code for each in found})


_PROBLEM_SCHEMA: JSON = {
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
        "title": {"type": "string"},
        "status": {"type": "integer"},
        "detail": {"type": "string"},
        "instance": {"type": "string"},
        "trace_id": {"type": "string"},
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
        "state": {"type": "string", "description": "Of what a state forbids: the present state."},
        "policies": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Of 429: the rates that are used up.",
        },
        "allowed": {
            "type": "array",
            "items": {"type": "string"},
            "description": "Of a forbidden transition: the states that the caller itself can ask for now.",
        },
    },
}
_STATUS_TEXT = {
    400: "Malformed: a header, the query, the cursor or the JSON itself.",
    401: "No token, or one that is not accepted.",
    403: "What the role can never do, what the token's scope does not carry, or no agreement in force.",
    404: "Not there, or not the caller's to see; the two are the same.",
    409: "The state forbids it (`allowed` lists what it permits), or it conflicts with what is registered.",
    406: "None of the media types in `Accept` can be given.",
    408: "The request came too slowly.",
    410: "No longer there: recalled since it was published, or older than what is kept.",
    412: "Changed since it was read.",
    413: "Larger than is accepted.",
    414: "The path or the query is longer than is accepted.",
    415: "Another media type than the operation takes.",
    416: "The file has no such bytes; `Content-Range` says how large it is.",
    422: "Content that is not accepted; `errors` points at it.",
    428: "`If-Match` is missing.",
    429: "The rate limit is reached (`policies` names which); see `Retry-After`.",
    431: "The headers are larger than is accepted.",
    500: "A fault of ours.",
    503: "Not available at the moment; see `Retry-After`.",
}
_HEADERS: Mapping[str, JSON] = {
    "ETag": {"description": "The version of what is shown.", "schema": {"type": "string"}},
    "Location": {"description": "Where the new resource is.", "schema": {"type": "string"}},
    "XRequestID": {"description": "Quote it when reporting.", "schema": {"type": "string"}},
    "RetryAfter": {"description": "Seconds.", "schema": {"type": "integer"}},
    "RateLimitPolicy": {
        "description": "The client's quotas (draft-ietf-httpapi-ratelimit-headers-10): `q` in `w` seconds.",
        "schema": {"type": "string", "examples": ['"client";q=200;w=4']},
    },
    "RateLimit": {
        "description": "What is left of each (`r`); where something was used, the seconds until there is more (`t`).",
        "schema": {"type": "string", "examples": ['"client";r=199;t=1']},
    },
}
_RATE_FIELDS: Mapping[str, JSON] = {
    "RateLimit": {"$ref": "#/components/headers/RateLimit"},
    "RateLimit-Policy": {"$ref": "#/components/headers/RateLimitPolicy"},
}
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
        "schema": {"type": "string"},
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


def routes() -> Iterator[APIRoute]:
    """Every route of the product."""
    for router in ROUTERS:
        for route in router.routes:
            if isinstance(route, APIRoute):
                yield route


def declarations() -> dict[str, Declaration]:
    """The declaration of every operation, by operation id."""
    return {str(route.operation_id): declaration_of(route.dependant, route.path) for route in routes()}


def document(app: FastAPI, *, server: str = "http://127.0.0.1:8000") -> JSON:
    """The whole contract."""
    raw = get_openapi(
        title="Interventionsmodellen",
        version=VERSION,
        summary="Early help out of violence in close relationships, inside its boundaries",
        description=DESCRIPTION,
        routes=app.routes,
        tags=[{"name": name, "description": text} for name, text in TAGS],
        servers=[{"url": server, "description": "A local server; yours will be elsewhere."}],
        contact={"name": "The maintainers", "url": "https://interventionsmodellen.example/"},
        license_info={"name": "EUPL-1.2", "identifier": "EUPL-1.2"},
    )
    declared = declarations()
    for path, item in raw["paths"].items():
        for method, operation in item.items():
            _complete(operation, method, path, declared[operation["operationId"]])
    _components(raw)
    return raw


def _complete(operation: JSON, method: str, path: str, declared: Declaration) -> None:
    words = _CAPITAL.sub(" ", operation["operationId"]).lower()
    operation["summary"] = words[0].upper() + words[1:]
    parameters = operation.setdefault("parameters", [])
    for parameter in parameters:
        _without_null(parameter)
    if set(operation["tags"]) == {"Answering"}:
        _page(operation, parameters)
        return
    form = operation.pop("x-form", None)
    if form is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {"application/x-www-form-urlencoded": {"schema": _FORMS[form]}},
        }
    statuses = {400, 408, 414, 431, 500, 503}
    if isinstance(declared, Open | ByLink):
        operation["security"] = [{"clientSecret": []}, {}] if form else []
        statuses |= {401, 413, 415, 429} if form else set()
        statuses |= {429} if isinstance(declared, ByLink) else set()
    else:
        ways = [[*scopes] for _, scopes in declared.ways] if isinstance(declared, Cell) else [[]]
        operation["security"] = [{"clientCredentials": scopes} for scopes in ways]
        statuses |= {401, 403, 406, 429}
    statuses |= {404} if "{" in path else set()
    statuses |= {*operation.pop("x-statuses", ())}  # what a route answers besides what follows from its declaration
    if "requestBody" in operation and not form:
        statuses |= {413, 415, 422}
    if isinstance(declared, Cell):
        statuses |= _conventions(parameters, method, declared, single="{" in path)
    parameters.append({"$ref": "#/components/parameters/AcceptLanguage"})
    responses = operation["responses"]
    responses.pop("422", None)
    # What a route says that it refuses with besides, beyond what follows from its declaration.
    statuses |= {int(status) for status in responses if int(status) in _STATUS_TEXT}
    for status, response in responses.items():
        if int(status) in _STATUS_TEXT:
            continue
        _success_headers(response, method, int(status), counted=bool(form) or not isinstance(declared, Open | ByLink))
    for status in sorted(statuses):
        responses[str(status)] = {"$ref": f"#/components/responses/Problem{status}"}


def _page(operation: JSON, parameters: list[JSON]) -> None:
    """A page for a citizen's browser: it declares its own answers, all of them HTML, and no token is looked for."""
    operation["security"] = []
    parameters.append({"$ref": "#/components/parameters/AcceptLanguage"})
    if "application/json" in operation["responses"].get("422", {}).get("content", {}):
        del operation["responses"]["422"]  # the framework's own; what cannot be read is 400 here
    for response in operation["responses"].values():
        response["headers"] = {"X-Request-ID": {"$ref": "#/components/headers/XRequestID"}}


def _conventions(parameters: list[JSON], method: str, declared: Cell, *, single: bool) -> set[int]:
    """The headers that a method asks for, and the statuses that come with them."""
    if method in {"get", "head"}:
        if single:
            parameters.append({"$ref": "#/components/parameters/IfNoneMatch"})
        return set()
    statuses: set[int] = {409}
    if method == "post" and not declared.safe:
        parameters.append({"$ref": "#/components/parameters/IdempotencyKey"})
        statuses |= {422}
    if method in {"put", "patch"} or (method == "post" and declared.changes):
        named = ("IfMatchOptional", "IfNoneMatchOnWrite") if declared.mirrors else ("IfMatch",)
        parameters += [{"$ref": f"#/components/parameters/{name}"} for name in named]
        statuses |= {412} if declared.mirrors else {412, 428}
    return statuses


def _success_headers(response: JSON, method: str, status: int, *, counted: bool) -> None:
    headers = response.setdefault("headers", {})
    headers |= _RATE_FIELDS if counted else {}
    headers["X-Request-ID"] = {"$ref": "#/components/headers/XRequestID"}
    if status == 201:  # noqa: PLR2004 - HTTP
        headers["Location"] = {"$ref": "#/components/headers/Location"}
    if status in {200, 201} and method != "get":
        headers["ETag"] = {"$ref": "#/components/headers/ETag"}


def _without_null(parameter: JSON) -> None:
    """An optional query parameter is left out, never null."""
    schema = parameter.get("schema", {})
    kinds = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(kinds) == 1:
        del schema["anyOf"]
        schema.update(kinds[0])


def _components(raw: JSON) -> None:
    components = raw.setdefault("components", {})
    schemas = components.setdefault("schemas", {})
    for unused in ("HTTPValidationError", "ValidationError"):
        schemas.pop(unused, None)
    schemas["Problem"] = _PROBLEM_SCHEMA
    components["headers"] = dict(_HEADERS)
    components["parameters"] = dict(_PARAMETERS)
    components["responses"] = {f"Problem{status}": _problem(status) for status in _STATUS_TEXT}
    scopes = {scope: scope for role in ROLES for scope in sorted(scopes_of_role(load(), role))}
    components["securitySchemes"] = {
        "clientCredentials": {
            "type": "oauth2",
            "description": "Tokens live at most ten minutes; private_key_jwt (RFC 7523) proves the client.",
            "flows": {"clientCredentials": {"tokenUrl": "/oauth/token", "scopes": dict(sorted(scopes.items()))}},
        },
        "clientSecret": {
            "type": "http",
            "scheme": "basic",
            "description": "client_secret_basic: demo and development only.",
        },
    }


def _problem(status: int) -> JSON:
    # Those of the rates once the client is known, whatever comes of its request.
    headers = {"X-Request-ID": {"$ref": "#/components/headers/XRequestID"}, **_RATE_FIELDS}
    if status in {429, 503}:
        headers["Retry-After"] = {"$ref": "#/components/headers/RetryAfter"}
    return {
        "description": _STATUS_TEXT[status],
        "headers": headers,
        "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
    }
