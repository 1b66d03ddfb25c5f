"""What neither of the two readers tells: who may call an operation, what a client calls it, and what comes out.

Both readers take a change of what is answered for harmless where it is one of what is sent.
"""

from collections.abc import Iterator
from typing import Any

JSON = dict[str, Any]

_SAME = ("type", "format", "const", "x-code-list")
"""Words of a schema that a client was written for."""


def more_breaks(before: JSON, after: JSON) -> Iterator[str]:
    """What else breaks, of operations and schemas that are in both."""
    for path, item in before["paths"].items():
        for method, was in item.items():
            now = after["paths"].get(path, {}).get(method)
            if now is not None:
                yield from _operation(f"{method.upper()} {path}", was, now)
    yield from _within("components", before["components"], after["components"])


def _operation(at: str, was: JSON, now: JSON) -> Iterator[str]:
    if was["operationId"] != now["operationId"]:
        yield f"Operation renamed: {at}: {was['operationId']}"
    ways = [_scopes(each) for each in now["security"]]
    for each in was["security"]:
        if not any(way <= _scopes(each) for way in ways):
            yield f"Scope demanded: {at}: a token with {', '.join(sorted(_scopes(each))) or 'none'} no longer does"
    yield from _within(at, was, now)


def _scopes(way: JSON) -> set[str]:
    return {f"{scheme} {scope}".strip() for scheme, scopes in way.items() for scope in (*scopes, "")}


def _within(at: str, was: Any, now: Any) -> Iterator[str]:
    """Pairs of what stands at the same place in both."""
    if isinstance(was, list) and isinstance(now, list):
        for place, (one, other) in enumerate(zip(was, now, strict=False)):
            yield from _within(f"{at}.{place}", one, other)
    if isinstance(was, dict) and isinstance(now, dict):
        yield from _schema(at, was, now)
        for name in was.keys() & now.keys():
            yield from _within(f"{at}.{name}", was[name], now[name])


def _schema(at: str, was: JSON, now: JSON) -> Iterator[str]:
    for word in _SAME:
        if isinstance(was.get(word), str) and word in now and was[word] != now[word]:
            yield f"Other {word}: {at}: {was[word]}"
    if isinstance(was.get("properties"), dict) and isinstance(now.get("properties"), dict):
        for name in sorted(was["properties"].keys() - now["properties"].keys()):
            yield f"Member gone: {at}: {name}"
    if isinstance(now.get("enum"), list) and (gone := {*was.get("enum", ["any text"])} - {*now["enum"]}):
        yield f"Values gone: {at}: {', '.join(sorted(gone))}"
