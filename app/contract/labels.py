"""What people read on forms and buttons: `x-label-da` beside members and operations, `x-code-list` beside enumerations.

A code list has the Danish and English labels of an enumeration's codes.
"""

import re
from collections.abc import Iterator
from typing import Any

from app.reference.labels import member_labels, operation_labels
from app.reference.lists import code_lists

JSON = dict[str, Any]

_SCHEMAS = "#/components/schemas/"
TOLD_BESIDE = frozenset({"EventKind", "TaskKind"})
"""Their labels stand beside each code in the answer."""
UNLABELLED = frozenset({"ChangeKind", "Collection", "MediaType", "TokenRequest.grant_type"})
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
    """What each member of a form, and each button, is called in Danish."""
    for operation in (each for item in document["paths"].values() for each in item.values()):
        if label := operation_labels().get(operation["operationId"]):
            operation["x-label-da"] = label
    for name in sorted(sent(document)):
        for member, schema in document["components"]["schemas"][name].get("properties", {}).items():
            label = member_labels().get(f"{name}.{member}") or member_labels().get(member)
            if label is None:
                message = f"no Danish label of {name}.{member}: write it in app/reference/data/labels.json"
                raise LookupError(message)
            schema["x-label-da"] = label


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
