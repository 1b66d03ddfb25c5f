"""Bounds of everything: how long a text, how many items, how large a number can be at most.

What comes in is bounded by its view, and so is what goes out of the same name. What has no bound of its own gets one
that nothing of ours reaches, so that a reader knows what to make room for.
"""

from collections.abc import Iterator
from importlib import import_module
from typing import Any

JSON = dict[str, Any]

pattern_parser: Any = import_module("re._parser")
"""Tells the length that a pattern allows; whether type checkers know of it depends on their version."""
_LENGTHS = {"uuid": 36, "date": 10, "date-time": 35, "uri": 2048, "binary": 2**31 - 1, "email": 200}
LONGEST = 65_536
"""Characters of a text that has no bound of its own: longer than any that is kept."""
LONGEST_FILE = 16_777_216
"""Characters of a page, picture or calendar."""
JSON_MEDIA = ("/json", "+json")
MOST = 10_000
"""Items of a list that is not paged."""
LARGEST = 2**53 - 1
"""What every reader of JSON can hold exactly."""
INT32 = 2**31 - 1
ANY_TEXT = r"^[^\x00]*$"
"""Text that may hold anything: NUL is refused wherever it comes in."""
_ITERATED = ("anyOf", "oneOf", "allOf")


def bound(document: JSON) -> None:
    """Bound every schema of the document, those of views first, of which others take theirs."""
    schemas: JSON = document["components"]["schemas"]
    for name, schema in schemas.items():
        twin = schemas.get(name.removesuffix("Out") + "In", {}) if name.endswith("Out") else {}
        for member, inner in schema.get("properties", {}).items():
            _take(inner, twin.get("properties", {}).get(member, {}))
        _bound(schema)
    for kind in ("parameters", "headers"):
        for each in document["components"].get(kind, {}).values():
            _bound(each["schema"])
    _bound_operations(document)


def _bound_operations(document: JSON) -> None:
    for operation in _operations(document):
        for parameter in operation.get("parameters", ()):
            if "schema" in parameter:
                _bound(parameter["schema"])
        for body in (operation.get("requestBody", {}), *operation["responses"].values()):
            for media, content in body.get("content", {}).items():
                _bound(content["schema"], longest=LONGEST if media.endswith(JSON_MEDIA) else LONGEST_FILE)


def _operations(document: JSON) -> Iterator[JSON]:
    for item in document["paths"].values():
        yield from item.values()


def _kinds(schema: JSON) -> Iterator[JSON]:
    yield schema
    for word in _ITERATED:
        for each in schema.get(word, ()):
            yield from _kinds(each)


def _take(schema: JSON, of: JSON) -> None:
    """The bounds under which the same member came in hold for it as it goes out."""
    for each in _kinds(schema):
        for other in _kinds(of):
            if "$ref" not in each and each.get("type") == other.get("type") in {"string", "array"}:
                for word in ("maxLength", "maxItems"):
                    if word in other:
                        each.setdefault(word, other[word])
                _take(each.get("items", {}), other.get("items", {}))


def _bound(schema: JSON, *, longest: int = LONGEST) -> None:
    if "$ref" in schema:
        return
    kind = schema.get("type")
    if kind == "string" and "enum" not in schema and "const" not in schema:
        _text(schema, longest)
    elif kind == "array":
        schema.setdefault("maxItems", MOST)
    elif kind == "integer" and "enum" not in schema and "const" not in schema:
        _whole(schema)
    for each in schema.get("properties", {}).values():
        _bound(each)
    for word in ("items", "additionalProperties"):
        if isinstance(schema.get(word), dict):
            _bound(schema[word])
    for word in _ITERATED:
        for each in schema.get(word, ()):
            _bound(each)


def _text(schema: JSON, longest: int) -> None:
    if "maxLength" not in schema:
        at_most = _LENGTHS.get(schema.get("format", ""), longest)
        if "pattern" in schema:
            at_most = min(at_most, pattern_parser.parse(schema["pattern"]).getwidth()[1])
        schema["maxLength"] = at_most
    if not schema.keys() & {"format", "pattern"}:
        schema["pattern"] = ANY_TEXT


def _whole(schema: JSON) -> None:
    lowest, highest = schema.pop("ge", None), schema.pop("le", None)  # a validator before hides them from pydantic
    schema.setdefault("minimum", lowest if lowest is not None else schema.get("exclusiveMinimum", -LARGEST))
    schema.setdefault("maximum", highest if highest is not None else schema.get("exclusiveMaximum", LARGEST))
    schema["format"] = "int32" if schema["minimum"] >= -INT32 and schema["maximum"] <= INT32 else "int64"
