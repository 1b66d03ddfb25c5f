"""Clients generated from the contract: they compile under every strictness, and play a journey against a server."""

import os
import shutil
import subprocess
import sys
from concurrent.futures import Future
from pathlib import Path

import pytest

from tests.support.server import Served
from tests_contract.tools import PYTHON, QUIET, ROOT, SECONDS, TOOLS, commands

CONTRACT = ROOT / "openapi/openapi.json"
WRONG = """\
import type { Schema } from "./client.js";
// @ts-expect-error: no track is spelled so
export const misspelled: Schema<"CitizenIn"> = { project_id: "", track: "victm" };
// @ts-expect-error: a citizen has no such field
export const invented: Schema<"CitizenIn"> = { project_id: "", track: "victim", notes: 1 };
"""
"""That it compiles says something: where one of these is no error, the compiler stops."""


ROLES = (
    "lysningen-coordinator-victim",
    "police-integration",
    "agency-secretary",
    "vive-researcher",
    "operator-operator",
)
"""Clients whose screens are drawn: of another type of organisation each."""


@pytest.fixture(scope="module")
def checkout(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The example where it lies in a checkout, with its packages installed."""
    folder = tmp_path_factory.mktemp("checkout")
    example = folder / "examples/frontend"
    example.mkdir(parents=True)
    for name in ("client.ts", "draw.ts", "journey.ts", "package.json", "tsconfig.json"):
        shutil.copy(ROOT / "examples/frontend" / name, example)
    (example / "wrong.ts").write_text(WRONG, encoding="utf-8")
    (example / "node_modules").symlink_to(TOOLS / "node_modules")
    (folder / "openapi").mkdir()
    shutil.copy(CONTRACT, folder / "openapi")
    return folder


def in_bash(command: str, cwd: Path, **environment: str) -> str:
    done = subprocess.run(
        ["bash", "-c", command],
        cwd=cwd,
        env={**os.environ, **QUIET, **environment},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
    assert done.returncode == 0, f"{command}\n{done.stdout}{done.stderr}"
    return done.stdout


def test_the_typescript_client_compiles_under_strict_plays_the_journey_and_draws_every_form(
    checkout: Path, starting: "Future[Served]"
) -> None:
    """The page's own lines; of them the first is done already, and the server starts while it compiles."""
    install, generate, build, credentials, journey, draw = commands("npm --prefix")
    assert install == "npm --prefix examples/frontend install"
    in_bash(f"{generate} && {build}", checkout)
    running = starting.result()
    environment = running.installed.environment | {"PYTHONPATH": str(ROOT)}
    in_bash(credentials.replace("python", sys.executable, 1), checkout, **environment)
    played = in_bash(journey.replace("http://127.0.0.1:8000", running.url), checkout)
    assert played.endswith("The whole journey went as expected.\n")
    for client in ROLES:
        named = draw.replace("http://127.0.0.1:8000", running.url).rpartition(" ")[0]
        drawn = in_bash(f"{named} {client}", checkout)
        assert drawn.endswith(" knapper i alt.\n")
        assert "undefined" not in drawn


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
