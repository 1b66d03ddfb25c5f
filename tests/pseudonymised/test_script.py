"""VIVE's script opens what we seal, and writes what is there, page by page."""

import csv
import importlib
import stat
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import Any

import pytest

from app.common.jwe import seal
from tests.support.server import ROOT
from tests.support.world import JSON


@pytest.fixture
def script(monkeypatch: pytest.MonkeyPatch) -> Any:
    monkeypatch.syspath_prepend(str(ROOT / "examples/vive"))
    found = importlib.import_module("pseudonymised")
    yield found
    for name in ("pseudonymised", "api"):
        sys.modules.pop(name, None)


def test_it_opens_what_was_sealed_to_its_key_and_keeps_it_to_itself(script: Any, tmp_path: Path) -> None:
    public = script.make_key(tmp_path / "seal.pem")
    assert public.keys() == {"kty", "crv", "x", "y"}
    key = script.read_key(tmp_path / "seal.pem")
    people = [{"pseudonym": f"{number:032x}", "hours": number / 2, "sex": None} for number in range(3)]
    sealed = [{"id": "x", "sealed": seal(public, each).decode("ascii")} for each in people]
    pages = {"": {"items": sealed[:2], "next_cursor": "more"}, "more": {"items": sealed[2:], "next_cursor": None}}

    class Platform:
        def post(self, path: str, body: JSON) -> Any:
            assert (path, body) == (script.PATH, {"agreement_id": "agreed"})
            return SimpleNamespace(json=lambda: {"id": "e", "status": "built"})

        def get(self, path: str, params: JSON) -> Any:
            assert path == f"{script.PATH}/e/rows"
            return SimpleNamespace(json=lambda: pages[params.get("cursor", "")])

    into = tmp_path / "rows.csv"
    assert script.pull(Platform(), key, "agreed", into) == 3
    with into.open(encoding="utf-8", newline="") as file:
        assert [each["pseudonym"] for each in csv.DictReader(file)] == [each["pseudonym"] for each in people]
    assert {stat.S_IMODE(path.stat().st_mode) for path in tmp_path.iterdir()} == {0o600}
