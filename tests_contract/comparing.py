"""The contract against the released one: what breaks, and is not declared.

    python -m tests_contract.comparing             compare; 1 when something undeclared breaks
    python -m tests_contract.comparing --release   take the contract over as the released one

Three readers look, since each sees what the others do not: api-smart-diff (npm) compares values and bounds,
api-schema-diff (PyPI) what an operation takes and gives, `reading` scopes, names, and what comes out.
"""

import json
import subprocess
import sys
import tempfile
import tomllib
from collections.abc import Iterator, Mapping, Sequence
from copy import deepcopy
from fnmatch import fnmatchcase
from pathlib import Path
from typing import Any

from tests_contract.reading import more_breaks
from tests_contract.tools import PYTHON, ROOT, SECONDS, TOOLS, run

JSON = dict[str, Any]

CONTRACT = ROOT / "openapi/openapi.json"
RELEASED = ROOT / "openapi/released.json"
DECLARED = ROOT / "openapi/declared-changes.toml"
_SAYS = ("description", "summary", "example", "examples", "title", "x-label-da")
"""What is said and binds nobody."""


def bare(document: JSON) -> JSON:
    """The contract without what is only said."""
    kept = _without_words(deepcopy(document))
    kept["info"] = {"title": "Interventionsmodellen", "version": document["info"]["version"]}
    kept.pop("tags", None)
    kept["components"].pop("examples", None)
    return dict(kept)


def _without_words(value: Any, *, names: bool = False) -> Any:
    if isinstance(value, list):
        return [_without_words(each) for each in value]
    if not isinstance(value, dict):
        return value
    return {
        name: _without_words(inner, names=name in {"properties", "schemas"})
        for name, inner in value.items()
        if names or name not in _SAYS
    }


def breaking(before: JSON, *others: JSON) -> list[list[str]]:
    """What breaks in each of the others, in the words of all readers."""
    with tempfile.TemporaryDirectory() as folder:
        files = [Path(folder) / f"{number}.json" for number in range(1 + len(others))]
        for file, document in zip(files, (before, *others), strict=True):
            file.write_text(json.dumps(bare(document)), encoding="utf-8")
        read = zip(_smart(files), _schema(files), others, strict=True)
        return [[*one, *another, *more_breaks(bare(before), bare(after))] for one, another, after in read]


def _smart(files: Sequence[Path]) -> Iterator[list[str]]:
    script = TOOLS / "smart-diff.mjs"  # beside its packages
    script.write_text((ROOT / "contract/smart-diff.mjs").read_text(encoding="utf-8"), encoding="utf-8")
    done = run("node", str(script), *map(str, files))
    assert done.returncode == 0, done.stderr
    for line in done.stdout.splitlines():
        yield [f"{action} {' '.join(path)}" for action, path in json.loads(line) if not _only_more(action, path)]


def _only_more(action: str, path: Sequence[str]) -> bool:
    """An answer that promises another field; the reader takes every `required` for a demand.

    What is among the components is told once more of each operation that it is used in, and there the reader knows
    whether it is taken or given.
    """
    return path[0] == "components" or (action == "add" and "responses" in path and "required" in path[-2:])


_COMPARE = """
import json, sys
from schema_diff.openapi.diff import diff_openapi
before, *others = [json.load(open(file, encoding="utf-8")) for file in sys.argv[1:]]
for after in others:
    print(json.dumps([[each.message, each.path] for each in diff_openapi(before, after).breaking]))
"""
"""As its own command does, of all files in one process."""


def _schema(files: Sequence[Path]) -> Iterator[list[str]]:
    done = subprocess.run(
        [PYTHON, "-c", _COMPARE, *map(str, files)], capture_output=True, text=True, timeout=SECONDS, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr
    for line in done.stdout.splitlines():
        yield [
            f"{message}: {path}"
            for message, path in json.loads(line)
            if not (message.startswith("Field became required") and ".responses." in path)
        ]


def undeclared(found: Sequence[str], declared: Sequence[Mapping[str, str]]) -> list[str]:
    """What nobody declared."""
    return [each for each in found if not any(fnmatchcase(each, one["what"]) for one in declared)]


def declarations() -> list[dict[str, str]]:
    """The declared changes, each with what and why."""
    return list(tomllib.loads(DECLARED.read_text(encoding="utf-8")).get("change", []))


def compared() -> list[str]:
    """What breaks in the contract as it is, and is not declared."""
    before, after = (json.loads(path.read_text(encoding="utf-8")) for path in (RELEASED, CONTRACT))
    return undeclared(breaking(before, after)[0], declarations())


def main() -> int:
    """Compare, or release."""
    if "--release" in sys.argv:
        RELEASED.write_text(json.dumps(bare(json.loads(CONTRACT.read_text(encoding="utf-8")))) + "\n", encoding="utf-8")
        return 0
    found = compared()
    for each in found:
        sys.stdout.write(each + "\n")
    return 1 if found else 0


if __name__ == "__main__":
    sys.exit(main())
