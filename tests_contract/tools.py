"""Node's programs, installed from `contract/package-lock.json`; nothing here downloads anything."""

import os
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).parents[1]
TOOLS = Path(os.environ.get("TEST_CONTRACT_TOOLS", ROOT / ".venv/contract"))
"""Where `make test-contract` installs them."""
PYTHON = os.environ.get("TEST_CONTRACT_PYTHON", str(ROOT / ".venv/contract-python/bin/python"))
"""A virtual environment of its own: the generator of Python clients asks for another typer than the product has."""
SECONDS = 300.0
"""Of a program that hangs; on a busy machine each takes long."""
QUIET = {"REDOCLY_TELEMETRY": "off", "REDOCLY_SUPPRESS_UPDATE_NOTICE": "true", "NO_COLOR": "1", "CI": "1"}


def commands(begins: str) -> list[str]:
    """The lines of the block of docs/frontend.md that begins so."""
    page = (ROOT / "docs/frontend.md").read_text(encoding="utf-8")
    return next(
        block for block in re.findall(r"```console\n(.*?)```", page, re.DOTALL) if block.startswith(begins)
    ).splitlines()


def program(name: str) -> str:
    found = TOOLS / "node_modules/.bin" / name
    assert found.exists(), f"{name} is not installed: run `make test-contract`"
    return str(found)


def run(name: str, *arguments: str, cwd: Path = ROOT, **environment: str) -> "subprocess.CompletedProcess[str]":
    """A program to its end; `node` is the machine's own."""
    command = [name if name == "node" else program(name), *arguments]
    return subprocess.run(
        command,
        cwd=cwd,
        env={**os.environ, **QUIET, **environment},
        capture_output=True,
        text=True,
        timeout=SECONDS,
        check=False,
    )
