"""docs/security.md, made from docs/security/*.toml: which test shows which requirement.

`python -m tests.docs.security_page` writes the page anew.
"""

import ast
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).parents[2]
PAGE = ROOT / "docs" / "security.md"
SOURCES = ("negative-cases", "api-top-ten", "oauth", "asvs")
HEAD = """\
# Requirements of security, and the tests that show them

*Generated from [`docs/security/`](security/) by `python -m tests.docs.security_page`; a test fails when the two differ,
when a named test is not there, and when an entry says nothing. Do not edit this page.*

An entry has tests that show it, or a reason why it does not apply, or says that it is **not there yet**. A test that is
named shows the requirement where it could be broken, not every place where it holds; the boundary itself is
[tested exhaustively](request-walk.md).

"""


@dataclass(frozen=True)
class Entry:
    """One requirement, with exactly one of tests, reason and later."""

    id: str
    text: str = ""
    tests: list[str] = field(default_factory=list)
    reason: str = ""
    later: str = ""

    @property
    def kind(self) -> str:
        return "tests" if self.tests else "reason" if self.reason else "later" if self.later else ""


@dataclass(frozen=True)
class Source:
    """One standard, its entries by group."""

    name: str
    title: str
    source: str
    groups: dict[str, list[Entry]]

    @property
    def entries(self) -> list[Entry]:
        return [entry for group in self.groups.values() for entry in group]


def read() -> list[Source]:
    """The requirements as they are written down.

    Raises:
        TypeError: an entry has a member that is not known.
    """
    found = []
    for name in SOURCES:
        content = tomllib.loads((ROOT / "docs" / "security" / f"{name}.toml").read_text(encoding="utf-8"))
        groups = {
            group["title"]: [Entry(identity, **about) for identity, about in group["entry"].items()]
            for group in content["group"]
        }
        found.append(Source(name, content["title"], content["source"], groups))
    return found


def collected() -> set[str]:
    """Every test there is, as pytest names it, without running or importing any."""
    return {
        f"{path.relative_to(ROOT).as_posix()}::{name}"
        for path in (ROOT / "tests").rglob("test_*.py")
        for name in _tests_in(ast.parse(path.read_text(encoding="utf-8")).body)
    }


def _tests_in(body: list[ast.stmt]) -> Iterator[str]:
    for each in body:
        if isinstance(each, ast.ClassDef) and each.name.startswith("Test"):
            yield from (f"{each.name}::{name}" for name in _tests_in(each.body))
        elif isinstance(each, ast.FunctionDef | ast.AsyncFunctionDef) and each.name.startswith("test_"):
            yield each.name


def render() -> str:
    """The page."""
    sources = read()
    counts = ["| | shown by tests | does not apply | not there yet |", "| --- | --- | --- | --- |"]
    for source in sources:
        of = [sum(each.kind == kind for each in source.entries) for kind in ("tests", "reason", "later")]
        counts.append(f"| [{source.title}](security/{source.name}.toml) | {of[0]} | {of[1]} | {of[2]} |")
    parts = [HEAD + "\n".join(counts) + "\n"]
    for source in sources:
        parts.append(f"\n## {source.title}\n\n{source.source}\n")
        for title, entries in source.groups.items():
            rows = "\n".join(f"| {each.id} | {each.text} | {_shown(each)} |" for each in entries)
            parts.append(f"\n### {title}\n\n| | | shown by |\n| --- | --- | --- |\n{rows}\n")
    return "".join(parts)


def _shown(entry: Entry) -> str:
    if entry.tests:
        return "<br>".join(_link(each) for each in entry.tests)
    return f"does not apply: {entry.reason}" if entry.reason else f"**not there yet**: {entry.later}"


def _link(test: str) -> str:
    path, _, name = test.partition("::")
    return f"[{name.rpartition('::')[2].removeprefix('test_').replace('_', ' ')}](../{path})"


if __name__ == "__main__":
    PAGE.write_text(render(), encoding="utf-8")
