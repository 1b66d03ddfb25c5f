"""The mock that a frontend is begun with: Prism serves the contract, and answers with the contract's examples."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any
from urllib.parse import urlencode

import httpx
import pytest

from tests.support.server import free_port
from tests_contract.tools import ROOT, SECONDS, commands, program

CONTRACT = ROOT / "openapi/openapi.json"
SIGNED_IN = {"Authorization": "Bearer any", "Idempotency-Key": "1", "If-Match": '"any"'}
ID = "0b8f2f6e-3c1d-4c39-9a55-1f7f0a4a2b10"


@pytest.fixture(scope="module")
def mock() -> Iterator[httpx.Client]:
    port = free_port()
    (line,) = commands("npx @stoplight/prism-cli")
    process = subprocess.Popen(
        [program("prism"), *line.split()[2:], "--port", str(port), "--host", "127.0.0.1"],
        cwd=ROOT,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        text=True,
    )
    try:
        assert process.stdout is not None
        assert any("Prism is listening" in line for line in process.stdout), "it ended before it listened"
        with httpx.Client(base_url=f"http://127.0.0.1:{port}", headers=SIGNED_IN, timeout=SECONDS) as client:
            yield client
    finally:
        process.kill()
        process.communicate()


def test_every_reading_operation_answers_with_its_example(mock: httpx.Client) -> None:
    contract: dict[str, Any] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    examples = contract["components"]["examples"]
    for path, item in contract["paths"].items():
        for content in item.get("get", {"responses": {}})["responses"].get("200", {}).get("content", {}).items():
            media, body = content
            if media != "application/json" or "get" not in item:
                continue
            name = body.get("examples", {}).get("example", {}).get("$ref", "").rpartition("/")[2]
            answer = mock.get(address(path, item["get"], contract), headers={"Accept": media})
            assert answer.status_code == 200, (path, answer.text)
            assert answer.json() == (examples[name]["value"] if name else body["example"]), path


def address(path: str, operation: dict[str, Any], contract: dict[str, Any]) -> str:
    """The operation's address, with an id wherever one is asked for, and what else it demands."""
    asked = {}
    for each in operation.get("parameters", ()):
        it = found(contract, each)
        schema = found(contract, it["schema"])
        value = schema["enum"][0] if "enum" in schema else ID
        if it["in"] == "path":
            path = path.replace(f"{{{it['name']}}}", value)
        elif it["in"] == "query" and it.get("required"):
            asked[it["name"]] = value
    return f"{path}?{urlencode(asked)}" if asked else path


def found(contract: dict[str, Any], value: dict[str, Any]) -> dict[str, Any]:
    kind, _, name = value.get("$ref", "").removeprefix("#/components/").partition("/")
    return dict(contract["components"][kind][name]) if name else value


def test_an_action_answers_with_its_example(mock: httpx.Client) -> None:
    contract: dict[str, Any] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    answer = mock.post(f"/v1/courses/{ID}/clarify")
    assert answer.status_code == 200, answer.text
    assert answer.json() == contract["components"]["examples"]["CourseOut"]["value"]


def test_the_mock_refuses_what_the_contract_does(mock: httpx.Client) -> None:
    assert mock.post("/v1/citizens", json={"track": "victim"}).status_code == 422
    assert mock.get("/v1/me", headers={"Authorization": ""}).status_code == 401
