"""From what a request has created to what may be done with it: OpenAPI's links, from the paths alone.

A collection's POST answers with the record's `id`; every operation below `{collection}/{its_id}` takes it (a session
of a course is at `/v1/sessions/{its_id}`), and one that asks for `If-Match` takes the answer's `ETag`.
"""

import re
from typing import Any

JSON = dict[str, Any]

_METHODS = ("get", "put", "patch", "post")
_OF_THE_RECORD = re.compile(r"/\{([a-z_]+)\}(?:/[a-z-]+)?")
"""The record itself, or one action or part of it."""
_IF_MATCH = "#/components/parameters/IfMatch"


def link(document: JSON) -> None:
    """Give every 201 that has an id the links to what takes it."""
    paths: JSON = document["paths"]
    for collection, item in paths.items():
        created = item.get("post", {}).get("responses", {}).get("201")
        if created is None or not _has_id(document, created):
            continue
        passed_on = {name: f"$request.path.{name}" for name in re.findall(r"\{([a-z_]+)\}", collection)}
        bases = (collection, f"/v1/{collection.rpartition('/')[2]}")
        links = {
            operation["operationId"]: _link(
                operation, {**(passed_on if path.startswith(collection) else {}), its_id: "$response.body#/id"}
            )
            for path, others in paths.items()
            if (its_id := _its_id(path, bases))
            for method, operation in others.items()
            if method in _METHODS
        }
        if links:
            created["links"] = links


def keep(document: JSON) -> None:
    """Drop the links to operations that a part of the contract does not have."""
    there = {operation["operationId"] for item in document["paths"].values() for operation in item.values()}
    for item in document["paths"].values():
        for operation in item.values():
            for response in operation["responses"].values():
                if links := response.pop("links", None):
                    kept = {name: each for name, each in links.items() if name in there}
                    response.update({"links": kept} if kept else {})


def _its_id(path: str, bases: tuple[str, ...]) -> str | None:
    for base in bases:
        if path.startswith(f"{base}/") and (below := _OF_THE_RECORD.fullmatch(path, len(base))):
            return below.group(1)
    return None


def _link(operation: JSON, parameters: dict[str, str]) -> JSON:
    if any(each.get("$ref") == _IF_MATCH for each in operation.get("parameters", ())):
        parameters |= {"If-Match": "$response.header.ETag"}
    return {"operationId": operation["operationId"], "parameters": parameters}


def _has_id(document: JSON, response: JSON) -> bool:
    schema = response.get("content", {}).get("application/json", {}).get("schema", {})
    name = schema.get("$ref", "").rpartition("/")[2]
    return "id" in document["components"]["schemas"].get(name, {}).get("properties", {})
