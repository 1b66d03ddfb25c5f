"""What the pages say of the source is so: paths that they name are there, and the list of rooms is whole."""

import re
import tomllib
from pathlib import Path

import pytest

import app.api  # noqa: F401 - defines every problem
from app.boundary.conditions import WORDS
from app.common.problem import Problem
from tests.support.server import ROOT

PAGES = [ROOT / "README.md", ROOT / "CONTRIBUTING.md", *sorted((ROOT / "docs").rglob("*.md"))]
_NAMED = re.compile(r"`((?:app|tests|docs|openapi|alembic|requirements|benchmarks|examples)/[\w./*-]*)`")
_COMMAND = re.compile(r"`(?:python -m app|…) ([a-z]+)")
_MAKE = re.compile(r"`make ([a-z]+)")
CONTRIBUTING = (ROOT / "CONTRIBUTING.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: str(page.relative_to(ROOT)))
def test_paths_that_are_named_are_there(page: Path) -> None:
    named = _NAMED.findall(page.read_text(encoding="utf-8"))
    assert [each for each in named if not any(ROOT.glob(each.rstrip("/")))] == []


def test_every_room_of_the_house_is_listed() -> None:
    listed = set(re.findall(r"\w+", CONTRIBUTING.split("```\napp/\n")[1].split("```")[0]))
    slices = re.findall(r"^\| `(\w+)` \|", CONTRIBUTING.split("The slices, from")[1], re.MULTILINE)
    rooms = {each.stem for each in (ROOT / "app").iterdir() if each.suffix == ".py" or each.is_dir()}
    assert rooms - listed - set(slices) - {"__init__", "__pycache__"} == set()


def test_the_slices_are_listed_in_their_order() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    layers = next(each["layers"] for each in project["tool"]["importlinter"]["contracts"] if each["id"] == "layers")
    slices = re.findall(r"^\| `(\w+)` \|", CONTRIBUTING.split("The slices, from")[1], re.MULTILINE)
    assert [each for each in reversed(layers) if each in slices] == slices
    written = {each for each in layers if not each.startswith("(")}
    assert written & set(layers[layers.index("documents | health") + 1 : layers.index("gate")]) == set(slices)


def test_every_slice_is_kept_from_http_but_its_routes() -> None:
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    contract = next(each for each in project["tool"]["importlinter"]["contracts"] if each["id"] == "no-http-inside")
    slices = set(re.findall(r"^\| `(\w+)` \|", CONTRIBUTING.split("The slices, from")[1], re.MULTILINE))
    assert {f"app.{each}" for each in slices} <= set(contract["source_modules"])
    allowed = [each.removesuffix(" -> **") for each in contract["ignore_imports"]]
    assert [each for each in allowed if not (ROOT / f"{each.replace('.', '/')}.py").is_file()] == []


def test_commands_and_targets_that_are_named_exist() -> None:
    told = "\n".join(page.read_text(encoding="utf-8") for page in PAGES)
    targets = set(re.findall(r"^([a-z]+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(_MAKE.findall(told)) <= targets
    helped = (ROOT / "app" / "cli").glob("*.py")
    known = "\n".join(each.read_text(encoding="utf-8") for each in helped)
    assert [
        name for name in set(_COMMAND.findall(told)) if f'"{name}"' not in known and f"def {name}(" not in known
    ] == []


def test_every_condition_word_has_its_explanation() -> None:
    words = tomllib.loads((ROOT / "app" / "boundary" / "words.toml").read_text(encoding="utf-8"))
    assert set(words) - {"function"} == set(WORDS)  # the others are the functions of users, by name


def codes(kind: type[Problem]) -> set[str]:
    return {kind.code, *(code for each in kind.__subclasses__() for code in codes(each))}


def test_codes_of_problems_that_integrators_are_told_exist() -> None:
    table = (ROOT / "docs" / "integrators.md").read_text(encoding="utf-8").split("\n## Errors\n")[1]
    told = set(re.findall(r"`([a-z]+(?:-[a-z]+)+)`", table))
    assert told
    assert told <= codes(Problem)
