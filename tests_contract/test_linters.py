"""The contract through the eyes of those who read many: no errors and no warnings."""

import json
import shutil
from pathlib import Path

import pytest

from app.contract.naming import prune
from tests_contract.tools import ROOT, TOOLS, run

CONTRACT = ROOT / "openapi/openapi.json"


@pytest.fixture
def rules(tmp_path: Path) -> Path:
    """The rule sets beside the programs that they name."""
    folder = tmp_path / "contract"
    shutil.copytree(ROOT / "contract", folder, ignore=shutil.ignore_patterns("node_modules"))
    (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    (tmp_path / "openapi").mkdir()
    shutil.copy(CONTRACT, tmp_path / "openapi/openapi.json")
    return folder


def test_spectral_with_the_rules_of_owasp_finds_nothing(rules: Path) -> None:
    done = run("spectral", "lint", "../openapi/openapi.json", "-r", "spectral.yaml", "-F", "hint", "-q", cwd=rules)
    assert done.returncode == 0, done.stdout + done.stderr
    assert not done.stdout.strip()


def test_spectral_would_find_a_text_without_end(rules: Path) -> None:
    """The rules are in force: a seeded fault is seen."""
    contract = rules.parent / "openapi/openapi.json"
    part = json.loads(contract.read_text(encoding="utf-8"))
    part["paths"] = {"/v1/costs": part["paths"]["/v1/costs"]}
    prune(part)
    del part["components"]["schemas"]["CostIn"]["properties"]["category"]["maxLength"]
    contract.write_text(json.dumps(part), encoding="utf-8")
    done = run("spectral", "lint", "../openapi/openapi.json", "-r", "spectral.yaml", "-F", "hint", "-q", cwd=rules)
    assert done.returncode != 0
    assert "owasp:api4:2023-string-limit" in done.stdout


def test_redocly_finds_nothing(rules: Path) -> None:
    done = run("redocly", "lint", "../openapi/openapi.json", "--format=json", cwd=rules)
    assert done.returncode == 0, done.stdout + done.stderr
    assert '"errors": 0' in done.stdout
    assert '"warnings": 0' in done.stdout
