"""Schema names as a generated client should have them: `CitizenPage`, not `Page_CitizenOut_`."""

import re
from collections.abc import Iterator
from typing import Any

from app.contract.texts import TERMS

JSON = dict[str, Any]

_PAGE = re.compile(r"Page_(?P<of>\w+?)(Out)?_")
_QUALIFIED = re.compile(r"app__(?P<slice>[a-z]+(?:_[a-z]+)*)__(?:[a-z_]+)__(?P<name>[A-Z]\w*)")
_SLICES = {"citizens": "Citizen", "grants": "Grant", "interviews": "Interview", "programme": "Programme"}
"""What stands before a name that two slices have; a slice without an entry keeps its own name in the singular."""
_PREFIX = "#/components/schemas/"


def rename(document: JSON) -> None:
    """Give every schema a name that reads well, wherever it is named."""
    schemas: JSON = document["components"]["schemas"]
    names = {old: _name(old, schemas) for old in schemas}
    twice = {new for new in names.values() if [*names.values()].count(new) > 1}
    if twice:
        message = f"two views would be called {sorted(twice)} in the contract; give one of them another name"
        raise ValueError(message)
    document["components"]["schemas"] = {names[old]: schema for old, schema in sorted(schemas.items())}
    for old, new in names.items():
        schemas[old]["title"] = new
    for holder in _references(document):
        holder["$ref"] = _PREFIX + names[holder["$ref"].removeprefix(_PREFIX)]


def _name(old: str, schemas: JSON) -> str:
    if page := _PAGE.fullmatch(old):
        return page["of"].rpartition("__")[2] + "Page"
    if _QUALIFIED.fullmatch(old):
        return named(old)
    return old.removesuffix("-Output") if old.removesuffix("-Output") not in schemas else old.replace("-", "")


def named(qualified: str) -> str:
    """What a view is called of which another slice has one of the same name."""
    parts = _QUALIFIED.fullmatch(qualified)
    if parts is None:
        return qualified
    return _SLICES.get(parts["slice"], parts["slice"].title().replace("_", "")) + parts["name"]


def _references(value: Any) -> Iterator[JSON]:
    if isinstance(value, dict):
        if str(value.get("$ref", "")).startswith(_PREFIX):
            yield value
        for inner in value.values():
            yield from _references(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _references(inner)


def in_danish(document: JSON) -> None:
    """Begin the description of each view of a record with the Danish term for it."""
    for name, schema in document["components"]["schemas"].items():
        term = TERMS.get(name.removesuffix("Out").removesuffix("In"))
        if term:
            schema["description"] = f"{term}. {schema.get('description', '')}".strip()


def prune(document: JSON) -> None:
    """Leave out the components that nothing names any more, and what only these name."""
    components: JSON = document["components"]
    kinds = [kind for kind in components if kind != "securitySchemes"]
    wanted: set[tuple[str, str]] = set()
    ahead = [document["paths"]]
    while ahead:
        for kind, name in _named(ahead.pop()):
            if (kind, name) not in wanted:
                wanted.add((kind, name))
                ahead.append(components[kind][name])
    for kind in kinds:
        components[kind] = {name: each for name, each in components[kind].items() if (kind, name) in wanted}


def _named(value: Any) -> Iterator[tuple[str, str]]:
    if isinstance(value, dict):
        reference = value.get("$ref")
        if isinstance(reference, str) and reference.startswith("#/components/"):
            _, _, kind, name = reference.split("/")
            yield kind, name
        for inner in value.values():
            yield from _named(inner)
    elif isinstance(value, list):
        for inner in value:
            yield from _named(inner)
