"""What forms and buttons are drawn from, beside their schemas.

`x-label-da`: what a member, or an operation, is called in Danish. `x-code-list`: which list has the labels of an
enumeration's codes. `x-choices`: the list of records, or of reference data, that a member names one of.
"""

import json
import re
from collections.abc import Iterator
from typing import Any

from app.reference.labels import member_choices, member_labels, operation_labels
from app.reference.lists import code_lists

JSON = dict[str, Any]

_WHERE = "app/reference/data/labels.json"
_SCHEMAS = "#/components/schemas/"
TOLD_BESIDE = frozenset({"EventKind", "TaskKind"})
"""Their labels stand beside each code in the answer."""
UNLABELLED = frozenset({"CallableOperation.method", "ChangeKind", "Collection", "MediaType", "TokenRequest.grant_type"})
"""What programs read, and no person."""


def enumerations(document: JSON) -> Iterator[tuple[str, JSON]]:
    """Every enumeration of the views, with where it stands."""
    for name, schema in document["components"]["schemas"].items():
        yield from _within(name, schema)


def _within(at: str, schema: JSON) -> Iterator[tuple[str, JSON]]:
    if "enum" in schema:
        yield at, schema
    for member, inner in schema.get("properties", {}).items():
        yield from _within(f"{at}.{member}", inner)
    for inner in (schema.get("items"), schema.get("additionalProperties"), *schema.get("anyOf", ())):
        if isinstance(inner, dict):
            yield from _within(at, inner)


def add_code_lists(document: JSON) -> None:
    """Name the list of each enumeration; of several with the same codes the one that is called as it is."""
    for at, schema in enumerations(document):
        codes = {*schema["enum"]}
        lists = [each.name for each in code_lists().values() if codes <= {code.code for code in each.codes}]
        called = re.sub(r"(?<!^)(?=[A-Z])", "_", at.rpartition(".")[2]).lower()
        exact = [name for name in lists if codes == {code.code for code in code_lists()[name].codes}]
        if exact or lists:
            schema["x-code-list"] = called if called in (exact or lists) else (exact or lists)[0]


def add_labels(document: JSON) -> None:
    """What each button and each member of a form is called in Danish, and where what a member names is chosen from."""
    for operation in (each for item in document["paths"].values() for each in item.values()):
        if label := operation_labels().get(operation["operationId"]):
            operation["x-label-da"] = label
    for name in sorted(sent(document)):
        _label(name, document["components"]["schemas"][name])


def _label(name: str, schema: JSON) -> None:
    for member, inner in schema.get("properties", {}).items():
        label, choices = (
            known.get(f"{name}.{member}") or known.get(member) for known in (member_labels(), member_choices())
        )
        if label is None or (choices is None and '"uuid"' in json.dumps(inner)):
            message = f"no Danish label of {name}.{member}, or no list to choose it from: write it in {_WHERE}"
            raise LookupError(message)
        inner["x-label-da"] = label
        if choices is not None and _takes_any_text(inner):
            inner["x-choices"] = choices
        for each in (inner, inner.get("items", {})):
            _label(name, each)


def _takes_any_text(schema: JSON) -> bool:
    """Whether it, or each of its items, may be a text that no enumeration bounds."""
    inner = (*schema.get("anyOf", ()), *([schema["items"]] if "items" in schema else ()))
    return (schema.get("type") == "string" and "enum" not in schema) or any(_takes_any_text(each) for each in inner)


def sent(document: JSON) -> set[str]:
    """The schemas of what is sent, and of what stands in it."""
    bodies = [each.get("requestBody", {}) for item in document["paths"].values() for each in item.values()]
    found: set[str] = set()
    waiting = [each for body in bodies for each in _named(body)]
    while waiting:
        name = waiting.pop()
        if name not in found:
            found.add(name)
            waiting += _named(document["components"]["schemas"][name])
    return found


def _named(value: Any) -> Iterator[str]:
    if isinstance(value, list):
        for each in value:
            yield from _named(each)
    elif isinstance(value, dict):
        if str(value.get("$ref", "")).startswith(_SCHEMAS):
            yield value["$ref"].removeprefix(_SCHEMAS)
        for inner in value.values():
            yield from _named(inner)
