"""The scripts of examples/vive, as VIVE runs them: against a running server, broken off, and after a recall."""

import importlib
import json
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import httpx
import pytest

from app.evaluation.report.figures import Noise
from tests.evaluation.client import SCRIPTS, Client, registered
from tests.support.server import Served


@pytest.fixture(scope="module")
def client(running: Served, tmp_path_factory: pytest.TempPathFactory) -> Client:
    return registered(running, tmp_path_factory.mktemp("client"))


@pytest.mark.server
def test_from_the_key_to_the_printed_tables(client: Client) -> None:
    assert "sandbox: " in (first := client.pull("--format", "csv", "dta"))
    assert "every checksum right" in first
    folder = client.folder / "sandbox"
    assert not list(folder.glob("*.part"))
    assert {"cells.csv", "cells.dta", "datapackage.json", "codebook.ddi.xml", "read.py"} <= {
        each.name for each in folder.iterdir()
    }
    assert not (folder / "cells.parquet").exists()
    assert client.pull() == "Nothing new.\n"

    said = client.run(sys.executable, SCRIPTS / "show.py", folder, "--language", "da")
    assert "Interventionsmodellen 2022-2024  2023Q1" in said
    assert "Identificeret" in said
    assert "I alt" in said
    assert " ± " in said
    assert "WHO-5 fra start til slut" in said
    assert "95 %-interval" in said
    assert said.count("Voldsudsat") > 3


@pytest.mark.server
def test_a_download_that_broke_off_goes_on(client: Client) -> None:
    client.pull()
    (client.folder / "cursor.txt").unlink()
    whole = client.folder / "sandbox/cells.csv"
    expected = whole.read_bytes()
    half = whole.with_name("cells.csv.part")
    half.write_bytes(expected[: len(expected) // 2])
    whole.unlink()
    assert "1 resumed" in client.pull()
    assert whole.read_bytes() == expected
    whole.write_bytes(expected + b"more")
    (client.folder / "cursor.txt").unlink()
    assert "1 fetched" in client.pull()
    assert whole.read_bytes() == expected


# --- what no server of ours does on demand ---------------------------------------------------------------------------


@pytest.fixture
def scripts() -> Iterator[Any]:
    """The two modules, as their folder has them."""
    sys.path.insert(0, str(SCRIPTS))
    yield importlib.import_module("api"), importlib.import_module("pull")
    sys.path.remove(str(SCRIPTS))
    del sys.modules["api"], sys.modules["pull"]


def test_small_counts_have_more_noise(tmp_path: Path) -> None:
    """Three counts, of which two may have been next to nobody."""
    noise = {"standard_deviation": 1.73, "standard_deviation_near_zero": 2.74, "near_zero_below": 10}
    package = {"disclosure_control": {"noise": noise, "thresholds": {"finer_rounding_from": 30}}, "resources": []}
    (tmp_path / "datapackage.json").write_text(json.dumps(package), encoding="utf-8")
    code = "from show import *; import sys; print(total([0, 9, None, 10], Release(Path(sys.argv[1]), 'en')))"
    told = subprocess.run(
        [sys.executable, "-c", code, tmp_path], cwd=SCRIPTS, capture_output=True, text=True, check=True
    )
    assert told.stdout.strip() == "19 ± 4.2"
    assert round(Noise.of(noise).of_sum([0, 9, 10]), 1) == 4.2


CONTENT = bytes(range(256)) * 40
RELEASE = {"id": "1", "name": "2026-1", "status": "published", "recall_reason": None}


class Breaking(httpx.SyncByteStream):
    """A body whose connection ends in the middle."""

    def __iter__(self) -> Iterator[bytes]:
        yield CONTENT[:5000]
        raise httpx.ReadError("the line went dead")


def platform(scripts: Any, answer: Callable[[httpx.Request], httpx.Response]) -> Any:
    from cryptography.hazmat.primitives.asymmetric import ec

    api, _ = scripts

    def all_of(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/oauth/token":
            return httpx.Response(200, json={"access_token": "t", "expires_in": 600})
        return answer(request)

    http = httpx.Client(base_url="http://server", transport=httpx.MockTransport(all_of))
    return api.Platform(http, "vive", ec.generate_private_key(ec.SECP256R1()), "k")


def described(scripts: Any, tmp_path: Path, content: bytes = CONTENT) -> dict[str, Any]:
    (tmp_path / "x").write_bytes(content)
    return {"name": "f.csv", "size_bytes": len(content), "sha256": scripts[0].sha256(tmp_path / "x")}


def test_a_line_that_goes_dead_is_taken_up_where_it_was(scripts: Any, tmp_path: Path) -> None:
    asked: list[str | None] = []

    def answer(request: httpx.Request) -> httpx.Response:
        asked.append(request.headers.get("range"))
        if len(asked) == 1:
            return httpx.Response(200, stream=Breaking())
        assert request.headers["if-range"] == f'"sha256-{file["sha256"]}"'
        return httpx.Response(206, stream=httpx.ByteStream(CONTENT[5000:]))

    file = described(scripts, tmp_path)
    assert platform(scripts, answer).download("1", file, tmp_path / "f.csv") == "resumed"
    assert asked == [None, "bytes=5000-"]
    assert (tmp_path / "f.csv").read_bytes() == CONTENT


def test_a_file_that_is_another_is_not_kept(scripts: Any, tmp_path: Path) -> None:
    file = described(scripts, tmp_path)
    wrong = platform(scripts, lambda _: httpx.Response(200, stream=httpx.ByteStream(CONTENT[::-1])))
    with pytest.raises(ValueError, match="did not arrive as it was published"):
        wrong.download("1", file, tmp_path / "f.csv")
    assert not list(tmp_path.glob("f.csv*"))


def test_of_a_damaged_file_one_line_is_said_and_it_is_fetched_anew(scripts: Any, tmp_path: Path) -> None:
    file = described(scripts, tmp_path)

    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path.endswith("/1"):
            return httpx.Response(200, json={"files": [file]})
        assert "range" not in request.headers
        return httpx.Response(200, stream=httpx.ByteStream(CONTENT))

    into = tmp_path / "2026-1"
    into.mkdir()
    (into / "f.csv.part").write_bytes(CONTENT[::-1])
    with pytest.raises(SystemExit, match=r"^2026-1: f\.csv did not arrive .*; it is fetched anew next time\.$") as end:
        scripts[1].fetch(platform(scripts, answer), RELEASE, into, ["csv"])
    assert end.value.__suppress_context__
    scripts[1].fetch(platform(scripts, answer), RELEASE, into, ["csv"])
    assert (into / "f.csv").read_bytes() == CONTENT


@pytest.mark.parametrize("told", ["in the feed", "in between"])
def test_of_a_recalled_release_nothing_stays(scripts: Any, tmp_path: Path, told: str) -> None:
    def answer(request: httpx.Request) -> httpx.Response:
        if request.url.path == "/v1/evaluator/releases":
            status = "recalled" if told == "in the feed" else "published"
            item = {**RELEASE, "status": status, "recall_reason": "Forkert." if status == "recalled" else None}
            return httpx.Response(200, json={"items": [item], "more": False, "cursor": "c"})
        return httpx.Response(410, json={"reason": "Forkert."}, headers={"content-type": "application/problem+json"})

    kept = tmp_path / "2026-1"
    kept.mkdir()
    (kept / "cells.csv").write_text("old")
    # What VIVE made of it in a folder within is of the release as well; what a link leads to is not.
    (kept / "figures/2026").mkdir(parents=True)
    (kept / "figures/2026/who5.png").write_text("made of it")
    (tmp_path / "own").mkdir()
    (tmp_path / "own/analysis.py").write_text("one's own")
    (kept / "linked").symlink_to(tmp_path / "own")
    scripts[1].pull(platform(scripts, answer), tmp_path, ["csv"])
    assert [each.name for each in kept.iterdir()] == ["RECALLED.txt"]
    assert (kept / "RECALLED.txt").read_text() == "Forkert.\n"
    assert [each.name for each in (tmp_path / "own").iterdir()] == ["analysis.py"]
    assert (tmp_path / "cursor.txt").read_text() == "c"
