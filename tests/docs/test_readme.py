"""The commands of the README and of docs/, run as they stand, and their output compared with what the page says.

A ```bash block is run; a ```text block after it says what it prints, line by line, with … for what differs each time.
All blocks of a page run in one bash, one after the other. (```console is for what starts or installs something.)
"""

import os
import re
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager, nullcontext
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.docs import vive_contact
from tests.evaluation.building import builder_of
from tests.integration.imports.working import importer_of
from tests.support.server import ROOT, Served

PAGES = [path for path in (ROOT / "README.md", *sorted((ROOT / "docs").rglob("*.md"))) if "```bash" in path.read_text()]


@contextmanager
def for_vive(served: Served) -> Iterator[None]:
    """An NGO has passed a contact on, and somebody builds releases."""
    vive_contact.pass_on(served)
    with builder_of(served):
        yield


PREPARED: dict[str, Callable[[Served], AbstractContextManager[None]]] = {
    "vive.md": for_vive,
    "integrators.md": importer_of,
}
"""What must have happened, or go on, for a page's commands."""
_FENCE = re.compile(r"^```(\w*)\n(.*?)^```$", re.MULTILINE | re.DOTALL)
_LINK = re.compile(r"(?<!!)\[[^\]]*\]\((?!https?://|mailto:)([^)#\s]+)(?:#([^)\s]*))?\)")
_END_OF_BLOCK = "--- end of block ---"


@dataclass(frozen=True)
class Block:
    """Commands, and what the page says they print (None where it says nothing)."""

    commands: str
    expected: str | None


def blocks(page: str) -> list[Block]:
    fences = _FENCE.findall(page)
    found = []
    for index, (language, content) in enumerate(fences):
        if language == "bash":
            follows = fences[index + 1] if index + 1 < len(fences) else ("", "")
            found.append(Block(content, follows[1] if follows[0] == "text" else None))
    return found


def as_pattern(expected: str) -> str:
    return ".*".join(re.escape(part) for part in expected.strip().split("…"))


@pytest.mark.server
@pytest.mark.parametrize("path", PAGES, ids=lambda path: str(path.relative_to(ROOT)))
def test_commands_do_what_the_page_says(path: Path, running: Served) -> None:
    assert shutil.which("bash"), "bash is needed to run the commands of the pages"
    assert shutil.which("curl"), "curl is needed to run the commands of the pages"
    todo = blocks(path.read_text(encoding="utf-8"))
    script = "set -euo pipefail\n" + "".join(f"{each.commands}\necho '{_END_OF_BLOCK}'\n" for each in todo)
    # As in a virtual environment: by way of a version manager's script python3 takes five times as long to start.
    found_first = os.pathsep.join([str(Path(sys.executable).parent), os.environ["PATH"]])
    with PREPARED.get(path.name, nullcontext)(running):
        done = subprocess.run(
            ["bash", "-c", script],
            cwd=ROOT,
            env=running.installed.environment | {"PYTHON": sys.executable, "PATH": found_first},
            capture_output=True,
            text=True,
            timeout=300,
            check=False,
        )
    printed = done.stdout.split(f"{_END_OF_BLOCK}\n")

    assert done.returncode == 0, f"{printed[-1]}\n{done.stderr}"
    for block, output in zip(todo, printed, strict=False):
        if block.expected is not None:
            assert re.fullmatch(as_pattern(block.expected), output.strip()), f"{block.commands}\nprinted:\n{output}"


def test_the_readme_has_the_two_commands_and_the_tour() -> None:
    page = (ROOT / "README.md").read_text(encoding="utf-8")

    assert "make run" in page
    assert "make test" in page
    assert len(blocks(page)) >= 8


@pytest.mark.parametrize(
    "path",
    [ROOT / "README.md", ROOT / "CONTRIBUTING.md", ROOT / "CHANGELOG.md", *sorted((ROOT / "docs").rglob("*.md"))],
    ids=lambda path: str(path.relative_to(ROOT)),
)
def test_links_lead_somewhere(path: Path) -> None:
    text = _FENCE.sub("", path.read_text(encoding="utf-8"))
    missing = [target for target, _ in _LINK.findall(text) if not (path.parent / target).exists()]

    assert not missing
