"""Clients generated from the contract: they compile under every strictness, and play a journey against a server."""

import os
import shutil
import subprocess
from pathlib import Path

import pytest

from tests.support.server import Served
from tests_contract.tools import PYTHON, ROOT, SECONDS, TOOLS, run

CONTRACT = ROOT / "openapi/openapi.json"
WRONG = """\
import type { Schema } from "./client.js";
// @ts-expect-error: no track is spelled so
export const misspelled: Schema<"CitizenIn"> = { project_id: "", track: "victm" };
// @ts-expect-error: a citizen has no such field
export const invented: Schema<"CitizenIn"> = { project_id: "", track: "victim", notes: 1 };
"""
"""That it compiles says something: where one of these is no error, the compiler stops."""


@pytest.fixture(scope="module")
def frontend(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example beside its packages, with the client generated as docs/frontend.md says."""
    folder = tmp_path_factory.mktemp("frontend")
    for name in ("client.ts", "journey.ts", "package.json", "tsconfig.json"):
        shutil.copy(ROOT / "examples/frontend" / name, folder)
    (folder / "wrong.ts").write_text(WRONG, encoding="utf-8")
    (folder / "node_modules").symlink_to(TOOLS / "node_modules")
    done = run("openapi-typescript", str(CONTRACT), "--output", "generated/contract.d.ts", cwd=folder)
    assert done.returncode == 0, done.stdout + done.stderr
    return folder


def test_the_typescript_client_compiles_under_strict_and_plays_the_whole_journey(
    frontend: Path, running: Served, credentials: Path
) -> None:
    compiled = run("tsc", cwd=frontend)
    assert compiled.returncode == 0, compiled.stdout
    played = run("node", "built/journey.js", running.url, str(credentials), cwd=frontend)
    assert played.returncode == 0, played.stdout + played.stderr
    assert played.stdout.endswith("The whole journey went as expected.\n")


def test_the_python_client_plays_a_journey(running: Served, credentials: Path, tmp_path: Path) -> None:
    generator = [PYTHON, "-m", "openapi_python_client", "generate", "--path", str(CONTRACT), "--meta", "none"]
    (tmp_path / "config.yaml").write_text("post_hooks: []\n", encoding="utf-8")
    made = subprocess.run(
        [*generator, "--output-path", str(tmp_path / "contract_client"), "--config", str(tmp_path / "config.yaml")],
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert made.returncode == 0, made.stdout + made.stderr
    played = subprocess.run(
        [PYTHON, str(ROOT / "examples/python_client/journey.py"), running.url, str(credentials)],
        env={**os.environ, "PYTHONPATH": str(tmp_path)},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert played.returncode == 0, played.stdout + played.stderr
    assert "The referral is accepted" in played.stdout
