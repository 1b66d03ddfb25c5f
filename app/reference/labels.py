"""What forms and buttons are called in Danish: members of what is sent, and operations that do something."""

import json
from functools import lru_cache
from pathlib import Path

_FILE = Path(__file__).with_name("data") / "labels.json"


@lru_cache
def _labels() -> dict[str, dict[str, str]]:
    return dict(json.loads(_FILE.read_text(encoding="utf-8")))


def member_labels() -> dict[str, str]:
    """Of members by name, or by `View.member` where a view means something else by it."""
    return _labels()["members"]


def operation_labels() -> dict[str, str]:
    """Of operations by their id; what only reads, and what machines alone call, has none."""
    return _labels()["operations"]


def member_choices() -> dict[str, str]:
    """Of members that name another record, or a code of reference data: the list to choose it from."""
    return _labels()["choices"]
