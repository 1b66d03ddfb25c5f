"""What a server runs is what the tests saw."""

import re
from pathlib import Path

import pytest

_FOLDER = Path(__file__).parents[1] / "requirements"
_PIN = re.compile(r"^([a-z0-9-]+)(?:\[[^\]]*\])?==(\S+)", re.MULTILINE)


def pins(name: str) -> set[tuple[str, str]]:
    return set(_PIN.findall((_FOLDER / f"{name}.txt").read_text()))


def test_the_smaller_locks_are_part_of_the_larger() -> None:
    assert pins("base") < pins("local") < pins("dev") < pins("browser")
    assert pins("base") < pins("tracing") < pins("dev")


@pytest.mark.parametrize("name", ["base", "local", "tracing", "dev", "browser", "contract"])
def test_every_pin_has_hashes_and_no_address(name: str) -> None:
    lines = (_FOLDER / f"{name}.txt").read_text().splitlines()
    for number, line in enumerate(lines):
        if _PIN.match(line):
            assert "--hash=sha256:" in lines[number + 1], line
    assert not [line for line in lines if re.search(r"://|--(extra-)?index-url|--find-links", line)]


@pytest.mark.parametrize("name", ["base", "local", "tracing", "dev", "browser", "contract"])
def test_what_is_asked_for_is_explained(name: str) -> None:
    asked = re.findall(r"^([a-z][a-z0-9-]+)", (_FOLDER / f"{name}.in").read_text(), re.MULTILINE)
    explained = (_FOLDER / "README.md").read_text()
    assert [package for package in asked if package not in explained] == []
