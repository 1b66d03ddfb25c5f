"""Statements that are kept are those that would be built: a key forgets nothing that their text depends on."""

from collections.abc import Callable, Hashable, Iterator
from typing import Any

import pytest
from sqlalchemy import ClauseElement

from app.gate import desk as of_desk
from app.gate.prepared import _DIALECT, Prepared, prepared
from tests.support.world import JSON, World, nobody

CLIENTS = [
    "police-caseworker",
    "aarhus-coordinator",
    "tryg-vej-caseworker-victim",
    "lysningen-coordinator-victim",
]
SAMPLES = {"uuid": nobody(), "date-time": "2024-01-01T00:00:00Z", "date": "2024-01-01"}


@pytest.fixture
def looked_at(monkeypatch: pytest.MonkeyPatch) -> dict[Hashable, int]:
    """How often each kept statement was held against one built anew."""
    seen: dict[Hashable, int] = {}

    def verifying(key: Hashable, build: Callable[[], ClauseElement]) -> Prepared:
        known = prepared(key, build)
        compiled: Any = build().compile(dialect=_DIALECT)
        assert known.text == str(compiled), key
        assert known.names == tuple(compiled.positiontup), key
        assert {name: known.fixed[name] for name in known.fixed} == dict(compiled.params), key
        seen[key] = seen.get(key, 0) + 1
        return known

    monkeypatch.setattr(of_desk, "prepared", verifying)
    return seen


def lists(contract: JSON) -> Iterator[tuple[str, dict[str, str]]]:
    """Each list with a sample of each of its filters."""
    for path, operations in contract["paths"].items():
        if "{" in path or "get" not in operations or not path.startswith("/v1/"):
            continue
        asked = [each for each in operations["get"].get("parameters", ()) if each.get("in") == "query"]
        if any(each["required"] for each in asked):
            continue  # a report of something, not a list
        parameters = {
            each["name"]: sample for each in asked if (sample := sample_of(contract, each["schema"])) is not None
        }
        parameters.pop("cursor", None)
        yield path, parameters


def sample_of(contract: JSON, schema: JSON) -> str | None:
    if "$ref" in schema:
        schema = contract["components"]["schemas"][schema["$ref"].rsplit("/", 1)[1]]
    if "enum" in schema:
        return str(schema["enum"][0])
    if schema.get("type") == "boolean":
        return "true"
    if schema.get("type") == "integer":
        return "2"
    return SAMPLES.get(schema.get("format", ""))


@pytest.mark.parametrize("client", CLIENTS)
async def test_every_list_with_each_filter_and_with_all(
    world: World, looked_at: dict[Hashable, int], client: str
) -> None:
    party = await world.party(client)
    contract = (await world.http.get("/openapi.json")).json()
    answered = 0
    for path, samples in lists(contract):
        for names in ([], *([name] for name in samples), list(samples)):
            query = "&".join(f"{name}={samples[name]}" for name in names)
            answer = await party.get(f"{path}?{query}".rstrip("?"))
            assert answer.status_code in {200, 403, 404}, (path, query, answer.text)
            answered += answer.status_code == 200
            if answer.status_code == 403:
                break
    assert answered > 5
    assert max(looked_at.values(), default=2) > 1
