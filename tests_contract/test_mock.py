"""The mock that a frontend is begun with: Prism serves the contract, and answers with the contract's examples."""

import json
import subprocess
from collections.abc import Iterator
from typing import Any

import httpx
import pytest

from tests.support.server import free_port
from tests_contract.tools import ROOT, SECONDS, program

CONTRACT = ROOT / "openapi/openapi.json"
SIGNED_IN = {"Authorization": "Bearer any", "Idempotency-Key": "1", "If-Match": '"any"'}
ID = "0b8f2f6e-3c1d-4c39-9a55-1f7f0a4a2b10"


@pytest.fixture(scope="module")
def mock() -> Iterator[httpx.Client]:
    port = free_port()
    process = subprocess.Popen(
        [program("prism"), "mock", str(CONTRACT), "--port", str(port), "--host", "127.0.0.1"],
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


@pytest.mark.parametrize(
    ("method", "path", "example"),
    [
        ("GET", f"/v1/citizens/{ID}", "CitizenOut"),
        ("GET", "/v1/referrals", "ReferralPage"),
        ("GET", "/v1/worklist", "TaskPage"),
        ("GET", "/v1/me", "Me"),
        ("POST", f"/v1/courses/{ID}/clarify", "CourseOut"),
    ],
)
def test_the_mock_answers_with_the_examples(mock: httpx.Client, method: str, path: str, example: str) -> None:
    contract: dict[str, Any] = json.loads(CONTRACT.read_text(encoding="utf-8"))
    answer = mock.request(method, path)
    assert answer.status_code == 200, answer.text
    assert answer.json() == contract["components"]["examples"][example]["value"]


def test_the_mock_refuses_what_the_contract_does(mock: httpx.Client) -> None:
    assert mock.post("/v1/citizens", json={"track": "victim"}).status_code == 422
    assert mock.get("/v1/me", headers={"Authorization": ""}).status_code == 401
