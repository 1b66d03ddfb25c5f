"""What neither of the two readers tells: who may call an operation and where, what it is called, and what comes out.

Both readers take a change of what is answered for harmless where it is one of what is sent.
"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

JSON = dict[str, Any]

_LISTS = ("x-code-list", "x-choices")
_SAME = ("type", "format", "const", *_LISTS)
"""Words of a schema that a client was written for."""
_ELSEWHERE = {"anyOf", "oneOf", "allOf", "$ref", "enum", "const"}
_UPPER = ("maximum", "exclusiveMaximum", "maxLength", "maxItems", "maxProperties")
_LOWER = ("minimum", "exclusiveMinimum", "minLength", "minItems", "minProperties")
_OF_SCHEME = ("type", "scheme", "bearerFormat", "name", "in", "openIdConnectUrl")
_OF_FLOW = ("tokenUrl", "authorizationUrl", "refreshUrl", "deviceAuthorizationUrl")


def more_breaks(before: JSON, after: JSON) -> Iterator[str]:
    """What else breaks, of operations and schemas that are in both."""
    yield from _servers("servers", before, after)
    reader = _Reader(before, after)
    answered = set[str]()
    for path, item in before["paths"].items():
        for method, was in item.items():
            now = after["paths"].get(path, {}).get(method)
            if now is not None:
                yield from _operation(reader, f"{method.upper()} {path}", was, now)
                answered |= _named(before, was["responses"])
    for part, named in before["components"].items():
        if part == "securitySchemes":
            yield from _schemes(named, after["components"].get(part, {}))
            continue
        if part == "schemas":  # types of a generated client
            yield from (f"Schema gone: {name}" for name in sorted(named.keys() - after["components"][part].keys()))
        for name in named.keys() & after["components"].get(part, {}).keys():
            gives = part in {"responses", "headers"} or name in answered
            yield from reader.within(f"components.{part}.{name}", named[name], after["components"][part][name], gives)


def _servers(at: str, was: JSON, now: JSON) -> Iterator[str]:
    there = {each["url"] for each in now.get("servers", ())}
    for each in was.get("servers", ()):
        if each["url"] not in there:
            yield f"Server gone: {at}: {each['url']}"


def _schemes(was: JSON, now: JSON) -> Iterator[str]:
    """How a client signs in."""
    for name, scheme in was.items():
        other = now.get(name)
        if other is None:
            yield f"Security scheme gone: {name}"
            continue
        yield from _others(f"components.securitySchemes.{name}", _OF_SCHEME, scheme, other)
        for kind, flow in scheme.get("flows", {}).items():
            at = f"components.securitySchemes.{name}.{kind}"
            flows = other.get("flows", {})
            if kind not in flows:
                yield f"Flow gone: {at}"
                continue
            yield from _others(at, _OF_FLOW, flow, flows[kind])
            if gone := flow.get("scopes", {}).keys() - flows[kind].get("scopes", {}).keys():
                yield f"Scopes gone: {at}: {', '.join(sorted(gone))}"


def _others(at: str, words: tuple[str, ...], was: JSON, now: JSON) -> Iterator[str]:
    for word in words:
        if word in was and was[word] != now.get(word):
            yield f"Other {word}: {at}: {was[word]}"


def _operation(reader: "_Reader", at: str, was: JSON, now: JSON) -> Iterator[str]:
    if was["operationId"] != now["operationId"]:
        yield f"Operation renamed: {at}: {was['operationId']}"
    for one, other in zip(was.get("tags", ())[:1], (*now.get("tags", ()), None), strict=False):
        if one != other:  # the module of a generated client that it stands in
            yield f"Other tag: {at}: {one}"
    ways = [_scopes(each) for each in now["security"]]
    for each in was["security"]:
        if not any(way <= _scopes(each) for way in ways):
            yield f"Scope demanded: {at}: a token with {', '.join(sorted(_scopes(each))) or 'none'} no longer does"
    yield from _servers(at, was, now if now.get("servers") else was)
    for name in was.keys() & now.keys():
        yield from reader.within(f"{at}.{name}", was[name], now[name], name == "responses")


def _scopes(way: JSON) -> set[str]:
    return {f"{scheme} {scope}".strip() for scheme, scopes in way.items() for scope in (*scopes, "")}


def _named(document: JSON, part: Any) -> set[str]:
    """The schemas that are part of it, however deep."""
    found, open_ = set[str](), [part]
    while open_:
        value = open_.pop()
        open_ += value.values() if isinstance(value, dict) else value if isinstance(value, list) else ()
        if isinstance(value, dict) and isinstance(value.get("$ref"), str):
            name = value["$ref"]
            if name not in found:
                found.add(name)
                open_.append(_target(document, name))
    return {name.rpartition("/")[2] for name in found if name.startswith("#/components/schemas/")}


def _target(document: JSON, reference: str) -> JSON:
    value: Any = document
    for name in reference.removeprefix("#/").split("/"):
        value = value[name.replace("~1", "/").replace("~0", "~")]
    return dict(value)


@dataclass
class _Reader:
    """Reads two documents side by side."""

    before: JSON
    after: JSON
    _compared: set[tuple[str, str, bool]] = field(default_factory=set)

    def within(self, at: str, was: Any, now: Any, gives: bool) -> Iterator[str]:
        """Pairs of what stands at the same place in both.

        Args:
            gives: it is part of an answer, of which a strict client takes no more than it was told.
        """
        if isinstance(was, list) and isinstance(now, list):
            for place, (one, other) in enumerate(zip(was, now, strict=False)):
                yield from self.within(f"{at}.{place}", one, other, gives)
        if not (isinstance(was, dict) and isinstance(now, dict)):
            return
        names = was.get("$ref"), now.get("$ref")
        if names[0] != names[1] and any(isinstance(each, str) for each in names):
            # Named anew, or not any more: what is meant is compared. What both name alike is, among the components.
            key = (str(names[0] or at), str(names[1] or at), gives)
            if key in self._compared:
                return
            self._compared.add(key)
            was, now = _meant(self.before, was), _meant(self.after, now)
        yield from _schema(at, was, now)
        if gives:
            yield from _wider(at, was, now)
            yield from _links(at, was, now)
        for name in sorted(was.keys() & now.keys()):
            yield from self.within(f"{at}.{name}", was[name], now[name], gives)


def _meant(document: JSON, schema: JSON) -> JSON:
    seen = set[str]()
    while isinstance(name := schema.get("$ref"), str) and name not in seen:
        seen.add(name)
        schema = {**_target(document, name), **{word: each for word, each in schema.items() if word != "$ref"}}
    return schema


def _schema(at: str, was: JSON, now: JSON) -> Iterator[str]:
    for word in _SAME:
        # What was of one kind may be one of several now, which the two readers tell.
        left_out = word in _LISTS or (word == "type" and not _ELSEWHERE & now.keys())
        if isinstance(was.get(word), str) and was[word] != now.get(word) and (left_out or word in now):
            yield f"Other {word}: {at}: {was[word]}"
    others = now.get("properties", None if _ELSEWHERE & now.keys() else {})
    if isinstance(was.get("properties"), dict) and isinstance(others, dict):
        for name in sorted(was["properties"].keys() - others.keys()):
            yield f"Member gone: {at}: {name}"
    if isinstance(now.get("enum"), list) and (gone := {*was.get("enum", ["any text"])} - {*now["enum"]}):
        yield f"Values gone: {at}: {', '.join(sorted(map(str, gone)))}"


def _wider(at: str, was: JSON, now: JSON) -> Iterator[str]:
    """More may be answered than a client made room for."""
    for words, wider in ((_UPPER, lambda one, other: other > one), (_LOWER, lambda one, other: other < one)):
        for word in words:
            if _figure(was, word) and not (_figure(now, word) and not wider(was[word], now[word])):
                yield f"Wider {word}: {at}: {was[word]}"
    if isinstance(was.get("pattern"), str) and was["pattern"] != now.get("pattern"):
        yield f"Other pattern: {at}: {was['pattern']}"
    if isinstance(was.get("format"), str) and "format" not in now:
        yield f"Other format: {at}: {was['format']}"
    if isinstance(was.get("enum"), list) and (more := {*now.get("enum", ["any text"])} - {*was["enum"]}):
        yield f"Values added: {at}: {', '.join(sorted(map(str, more)))}"


def _figure(schema: Mapping[str, Any], word: str) -> bool:
    """Whether the word is a bound here, and not the name of a member."""
    return isinstance(schema.get(word), int | float)


def _links(at: str, was: JSON, now: JSON) -> Iterator[str]:
    """What a client follows from an answer."""
    if "links" not in was or not {"content", "headers"} & was.keys():
        return  # a member of that name
    there = now.get("links", {})
    for name, link in was["links"].items():
        if name not in there:
            yield f"Link gone: {at}: {name}"
            continue
        for word in ("operationId", "operationRef"):
            if link.get(word) != there[name].get(word):
                yield f"Other {word}: {at}.links.{name}: {link.get(word)}"
        given = there[name].get("parameters", {})
        for parameter, value in link.get("parameters", {}).items():
            if given.get(parameter) != value:
                yield f"Other parameter: {at}.links.{name}: {parameter}"
