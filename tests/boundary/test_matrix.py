"""The page for readers says what the policy says."""

import re
from pathlib import Path

from app.boundary.conditions import WORDS
from app.boundary.matrix import ROLE_LABELS, render
from app.boundary.policy import MACHINE_ROLES, ROLES, load

PAGE = Path(__file__).parents[2] / "docs" / "boundary.md"


def test_the_committed_page_is_the_policys() -> None:
    assert PAGE.read_text(encoding="utf-8") == render(), "run `python -m app matrix --write`"


def test_every_link_has_its_anchor() -> None:
    page = render()
    anchors = set(re.findall(r'<a id="([\w-]+)">', page))
    assert set(re.findall(r"\(#([\w-]+)\)", page)) <= anchors
    assert {f"category-{name}" for name in load().routed} | WORDS.keys() == anchors


def test_every_cell_stands_on_the_page_with_its_basis() -> None:
    page = render()
    for category in load().routed.values():
        section = page.split(f'<a id="category-{category.name}"></a>')[1].split("<a id=")[0]
        assert category.label_da in section
        assert category.label_en in section
        rows = [line for line in section.splitlines() if line.startswith("| ") and not line.startswith("| Rolle")]
        for cell in category.cells:
            assert any(ROLE_LABELS[cell.role][0] in row and cell.basis in row for row in rows), cell


def test_every_role_has_its_labels() -> None:
    assert ROLE_LABELS.keys() == {*ROLES, *MACHINE_ROLES}


def test_tables_are_whole() -> None:
    blocks = re.findall(r"(?:^\|.*\|\n)+", render(), re.MULTILINE)
    assert len(blocks) > len(load().categories)
    for block in blocks:
        assert len({line.count("|") - line.count("\\|") for line in block.splitlines()}) == 1
