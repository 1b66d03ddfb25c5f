"""Which code list has the Danish and English labels of an enumeration: `x-code-list` beside it."""

import re
from collections.abc import Iterator
from typing import Any

from app.reference.lists import code_lists

JSON = dict[str, Any]

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
