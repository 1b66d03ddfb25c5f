"""What FastAPI cannot know of an operation: scopes and statuses from its declaration, headers from its method."""

from typing import Any

from app.contract.components import ALWAYS, RATE_FIELDS, problem_content
from app.contract.sign_in import ANSWERS, EXAMPLES, FORM_EXAMPLES
from app.contract.texts import STATUS_TEXT
from app.gate.cells import ByLink, Cell, Declaration, Open
from app.gate.offered import in_words

JSON = dict[str, Any]
UNREAD = frozenset({400, 408, 431})
"""What a connection answers to what it cannot make a request of (`app.common.protocol`)."""


def complete(operation: JSON, method: str, path: str, declared: Declaration) -> None:
    """Complete an operation from what its route declares."""
    operation["summary"] = in_words(operation["operationId"])
    parameters = operation.setdefault("parameters", [])
    for parameter in parameters:
        _without_null(parameter)
        _described(parameter)
    _answered(operation)
    if set(operation["tags"]) == {"Answering"}:
        _page(operation, parameters)
        return
    form = operation.pop("x-form", None)
    if form is not None:
        operation["requestBody"] = {
            "required": True,
            "content": {
                "application/x-www-form-urlencoded": {
                    "schema": {"$ref": f"#/components/schemas/{form}"},
                    "example": FORM_EXAMPLES[form],
                }
            },
        }
    _body(operation, method)
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
    statuses |= {int(status) for status in responses if int(status) in STATUS_TEXT}
    for status, response in responses.items():
        if int(status) in STATUS_TEXT:
            continue
        counted = bool(form) or not isinstance(declared, Open | ByLink)
        _success_headers(response, method, int(status), counted=counted, many=path.endswith("/bulk"))
    for status in sorted(statuses):
        responses[str(status)] = {"$ref": f"#/components/responses/Problem{status}"}


_RECORDS = {"need": "support need", "form": "consent form", "link": "pair link", "extract": "pseudonymised extract"}
_PATH = {
    "external_reference": "One's own reference of the record.",
    "programme": "The programme whose rules are asked for.",
    "name": "The file's name, as the list of files has it.",
    "language": "The language of the page.",
}
_QUERY = {
    "status": "Those in this state alone.",
    "updated_since": "Those changed at or after this time.",
    "active": "Those in use, or those that are not.",
    "enabled": "Those that may sign in, or those that may not.",
    "retired": "Those no longer in use, or those still in use.",
}


def _described(parameter: JSON) -> None:
    """What a parameter is, where its name says it: an id in the path, a filter in the query."""
    name = parameter.get("name", "")
    if "$ref" in parameter or parameter.get("description"):
        return
    if inner := parameter["schema"].get("description"):
        parameter["description"] = inner
    elif name.endswith("_id"):
        record = name.removesuffix("_id")
        of = f"the {_RECORDS.get(record, record.replace('_', ' '))}"
        parameter["description"] = f"Id of {of}." if parameter["in"] == "path" else f"Those of {of} alone."
    elif parameter["in"] == "path" and name in _PATH:
        parameter["description"] = _PATH[name]
    elif parameter["in"] == "query":
        parameter["description"] = _QUERY.get(name, f"Those with this {name.replace('_', ' ')} alone.")


def _body(operation: JSON, method: str) -> None:
    """A PATCH is a merge patch (RFC 7396), and is refused under another name."""
    if method == "patch":
        content = operation["requestBody"]["content"]
        content["application/merge-patch+json"] = content.pop("application/json")


def _answered(operation: JSON) -> None:
    """What sign-in and metadata answer, which no view describes."""
    name = operation["operationId"]
    if name in ANSWERS:
        operation["responses"]["200"]["content"] = {
            "application/json": {"schema": {"$ref": f"#/components/schemas/{ANSWERS[name]}"}, "example": EXAMPLES[name]}
        }


def _page(operation: JSON, parameters: list[JSON]) -> None:
    """A page for a citizen's browser: it declares its own answers, and no token is looked for.

    All of them are HTML, but where the connection refuses what it cannot read, before it knows whose page is asked for.
    """
    operation["security"] = []
    parameters.append({"$ref": "#/components/parameters/AcceptLanguage"})
    if "application/json" in operation["responses"].get("422", {}).get("content", {}):
        del operation["responses"]["422"]  # the framework's own; what cannot be read is 400 here
    for status, response in operation["responses"].items():
        again = {"Retry-After": {"$ref": "#/components/headers/RetryAfter"}} if status in {"429", "503"} else {}
        response["headers"] = {**ALWAYS, **again}
        if int(status) in UNREAD:
            response["content"] = {**response["content"], **problem_content(int(status))}


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


def _success_headers(response: JSON, method: str, status: int, *, counted: bool, many: bool) -> None:
    """What a success carries; what made many at once has no one place, nor one version."""
    headers = response.setdefault("headers", {})
    headers |= {**ALWAYS, **RATE_FIELDS} if counted else ALWAYS
    if status in {201, 202} and not many:
        headers["Location"] = {"$ref": "#/components/headers/Location"}
    if status in {200, 201, 202} and method != "get" and not many:
        headers["ETag"] = {"$ref": "#/components/headers/ETag"}


def _without_null(parameter: JSON) -> None:
    """An optional query parameter is left out, never null."""
    schema = parameter.get("schema", {})
    kinds = [each for each in schema.get("anyOf", []) if each != {"type": "null"}]
    if len(kinds) == 1:
        del schema["anyOf"]
        schema.update(kinds[0])
