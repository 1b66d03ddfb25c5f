"""What R's script does when the line goes dead, and when a release is recalled: against a server that does so."""

import hashlib
import json
import subprocess
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from typing import Any

import pytest

from tests.evaluation.client import SCRIPTS
from tests.support.server import ROOT

CONTENT = bytes(range(256)) * 2000
FEED = "/v1/evaluator/releases"


class Troubled(BaseHTTPRequestHandler):
    """A server with one release: the third answer with bytes ends in the middle; or the release is recalled."""

    how = "dead"
    ranges: list[str]

    def do_POST(self) -> None:
        self.said(200, {"access_token": "t", "expires_in": 600})

    def do_GET(self) -> None:
        path = self.path.partition("?")[0]
        if path == FEED:
            status = "recalled" if self.how == "in the feed" else "published"
            item = {"id": "1", "name": "r", "status": status, "recall_reason": "Forkert."}
            self.said(200, {"items": [item], "more": False, "cursor": "c"})
        elif self.how != "dead":
            self.said(410, {"reason": "Forkert."}, "application/problem+json")
        elif path == f"{FEED}/1":
            digest = hashlib.sha256(CONTENT).hexdigest()
            self.said(200, {"files": [{"name": "f.json", "size_bytes": len(CONTENT), "sha256": digest}]})
        else:
            self.part()

    def part(self) -> None:
        self.ranges.append(self.headers["range"])
        first, last = map(int, self.headers["range"].removeprefix("bytes=").split("-"))
        piece = CONTENT[first : last + 1]
        self.send_response(206)
        self.send_header("content-length", str(len(piece)))
        self.end_headers()
        self.wfile.write(piece[: len(piece) // 2] if len(self.ranges) == 2 else piece)
        self.close_connection = True

    def said(self, status: int, body: Any, kind: str = "application/json") -> None:
        content = json.dumps(body).encode()
        self.send_response(status)
        self.send_header("content-type", kind)
        self.send_header("content-length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_: object) -> None:
        """Nothing."""


@contextmanager
def troubled(how: str) -> Iterator[tuple[str, list[str]]]:
    """Its address, and which parts were asked of it."""
    ranges: list[str] = []
    server = ThreadingHTTPServer(("127.0.0.1", 0), type("Handler", (Troubled,), {"how": how, "ranges": ranges}))
    thread = Thread(target=server.serve_forever, daemon=True)
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.server_port}", ranges
    finally:
        server.shutdown()
        server.server_close()
        thread.join()


@pytest.fixture(scope="module")
def key(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("key") / "secret.pem"
    subprocess.run([sys.executable, ROOT / "examples/sign_in.py", "make-key", path], check=True, capture_output=True)
    return path


def pulled(url: str, key: Path, folder: Path) -> str:
    command = ["Rscript", str(SCRIPTS / "pull.R"), url, "vive", str(key), str(folder)]
    return subprocess.run(command, capture_output=True, text=True, check=False, timeout=120).stdout


def test_a_line_that_goes_dead_costs_one_piece(key: Path, tmp_path: Path) -> None:
    with troubled("dead") as (url, ranges):
        assert "r: 1 files, every checksum right" in pulled(url, key, tmp_path)
    assert (tmp_path / "r/f.json").read_bytes() == CONTENT
    assert ranges == ["bytes=0-262143", "bytes=262144-524287", "bytes=262144-524287"]


@pytest.mark.parametrize("how", ["in the feed", "in between"])
def test_of_a_recalled_release_nothing_stays(key: Path, tmp_path: Path, how: str) -> None:
    (tmp_path / "r").mkdir()
    (tmp_path / "r/cells.dta").write_text("old")
    with troubled(how) as (url, _):
        assert "r: recalled, and deleted here: Forkert." in pulled(url, key, tmp_path)
    assert [each.name for each in (tmp_path / "r").iterdir()] == ["RECALLED.txt"]
    assert (tmp_path / "cursor.txt").read_text().strip() == "c"
