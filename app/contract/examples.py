"""An example of every body: the views' own where they have one, else put together from the values that members share.

An example is what a mock server answers with and what a reader sees first, so it is believable, coherent and invented:
ids that belong together are the same everywhere, and births are from 1858 to 1899.
"""

from collections.abc import Iterator
from typing import Any
from uuid import UUID, uuid5

from app.common.views import Strict
from app.contract.media import MEDIA
from app.contract.naming import named
from app.contract.values import FIELDS, SCHEMAS
from app.contract.whose_ids import RECORDS

JSON = dict[str, Any]

_NAMESPACE = UUID("6f1f7f6e-52a4-4b0e-9c66-0a5b8f3c2d10")
_TIMES = {"date": "2026-03-02", "date-time": "2026-03-02T09:30:00Z"}
_PREFIX = "#/components/schemas/"
WHERE = "write it in the view, `Field(examples=[...])` or `example({...})`, or in app/contract/values.py"


class NoExampleError(LookupError):
    """A member of which nobody has said what it looks like."""


def id_of(record: str) -> str:
    """The id of the record of that kind in all examples, of the form of a random one."""
    return str(UUID(bytes=uuid5(_NAMESPACE, record).bytes, version=4))


def add_examples(document: JSON) -> None:
    """Give every body its example; an example that several bodies share stands once, among the components.

    Raises:
        NoExampleError: it names the member and where to write what is missing.
    """
    maker = _Maker(document["components"]["schemas"])
    shared: JSON = document["components"].setdefault("examples", {})
    for item in document["paths"].values():
        for operation in item.values():
            bodies = [operation.get("requestBody", {}), *operation["responses"].values()]
            for body in bodies:
                for media, content in body.get("content", {}).items():
                    _give(operation["operationId"], media, content, maker, shared)
    for name, body in maker.written.items():
        if name in maker.schemas:
            maker.schemas[name]["examples"] = [body]


def _give(operation: str, media: str, content: JSON, maker: "_Maker", shared: JSON) -> None:
    schema = content.get("schema", {})
    if "example" in content:
        return
    if schema.get("format") == "binary" or media in MEDIA:
        content["example"] = MEDIA.get(media, "(bytes)")
    elif "$ref" in schema:
        name = schema["$ref"].removeprefix(_PREFIX)
        shared.setdefault(name, {"value": maker.of(schema, name)})
        content["examples"] = {"example": {"$ref": f"#/components/examples/{name}"}}
    else:
        content["example"] = maker.of(schema, operation)


def _views() -> Iterator[type[Strict]]:
    def below(kind: type[Strict]) -> Iterator[type[Strict]]:
        for each in kind.__subclasses__():
            yield each
            yield from below(each)

    yield from below(Strict)


def _written(schemas: JSON) -> JSON:
    """The views' own examples, with the nulls that the framework drops."""
    found: JSON = {}
    for view in _views():
        extra = view.model_config.get("json_schema_extra")
        if "json_schema_extra" in view.__dict__.get("model_config", {}) and isinstance(extra, dict):
            bodies = extra.get("examples")
            if isinstance(bodies, list) and bodies:
                qualified = f"{view.__module__}.{view.__name__}".replace(".", "__")
                found[named(qualified) if named(qualified) in schemas else view.__name__] = bodies[0]
    return found


class _Maker:
    """Puts examples together."""

    def __init__(self, schemas: JSON) -> None:
        self.schemas = schemas
        self.written = _written(schemas)

    def of(self, schema: JSON, at: str, member: str = "") -> Any:
        """An example of a schema that stands at `at`, as a member of that name."""
        if "$ref" in schema:
            name = schema["$ref"].removeprefix(_PREFIX)
            if member in FIELDS and "enum" in self.schemas[name] and FIELDS[member] in self.schemas[name]["enum"]:
                return FIELDS[member]
            return self._component(name)
        if schema.get("examples"):
            return schema["examples"][0]
        if "const" in schema:
            return schema["const"]
        if member in FIELDS and FIELDS[member] is None and {"type": "null"} in schema.get("anyOf", ()):
            return None
        if "anyOf" in schema:
            return self.of(next(each for each in schema["anyOf"] if each.get("type") != "null"), at, member)
        return self._plain(schema, at, member)

    def _component(self, name: str) -> Any:
        schema = self.schemas[name]
        if name in self.written:
            return self.written[name]
        if "enum" in schema:
            return schema["enum"][0]
        made: JSON = {}
        twin = self.written.get(name.removesuffix("Out") + "In", {}) if name.endswith("Out") else {}
        given = SCHEMAS.get(name, {})
        for member, inner in schema.get("properties", {}).items():
            if member in given:
                made[member] = given[member]
            elif member in twin and self._alike(inner):
                made[member] = twin[member]
            elif member == "id":
                made[member] = id_of(RECORDS.get(name, _words(name.removesuffix("Out"))))
            else:
                made[member] = self.of(inner, f"{name}.{member}", member)
        return made

    def _plain(self, schema: JSON, at: str, member: str) -> Any:
        kind = schema.get("type")
        if kind == "object" and "properties" in schema:
            return {name: self.of(inner, f"{at}.{name}", name) for name, inner in schema["properties"].items()}
        if schema.get("format") == "uuid":
            return id_of(RECORDS.get(member, member.removesuffix("_ids").removesuffix("_id").removesuffix("s")))
        if kind == "array":
            given = FIELDS.get(member)
            if isinstance(given, list) and all(self._fits(schema["items"], each) for each in given):
                return given
            return [self.of(schema["items"], at, member)]
        if member in FIELDS and self._fits(schema, FIELDS[member]):
            return FIELDS[member]
        return self._simple(schema, at, member)

    def _simple(self, schema: JSON, at: str, member: str) -> Any:
        """Of what every value is as good as another."""
        kind = schema.get("type")
        if "enum" in schema:
            return schema["enum"][0]
        if schema.get("format") in _TIMES:
            return _TIMES[schema["format"]]
        if kind == "boolean":
            return False
        if kind == "integer" and member.endswith("_oere"):
            return 1_250_000
        message = f"no example of {at} in the contract: {WHERE}"
        raise NoExampleError(message)

    @staticmethod
    def _alike(schema: JSON) -> bool:
        """Whether a member goes out as it came in: an id is of the example's own records, a view may show more."""
        of = schema.get("items", schema)
        return schema.get("format") != "uuid" and not str(of.get("$ref", "")).endswith("Out")

    def _fits(self, schema: JSON, value: Any) -> bool:
        kinds = {"string": str, "integer": int, "array": list, "object": dict}
        if "$ref" in schema:
            schema = self.schemas[schema["$ref"].removeprefix(_PREFIX)]
        if "enum" in schema:
            return value in schema["enum"]
        return isinstance(value, kinds.get(schema.get("type", ""), object))


def _words(name: str) -> str:
    return "".join("_" + each.lower() if each.isupper() else each for each in name).lstrip("_")
