"""The whole application as a process of its own, as an operator starts it."""

import json
import os
import shutil
import signal
import socket
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any
from unittest.mock import patch

import httpx
from typer.testing import CliRunner, Result

from app.cli import app

ROOT = Path(__file__).parents[2]
START_SECONDS = 240.0
UNLIMITED = dict.fromkeys(
    (
        "rate_client",
        "rate_search",
        "rate_introspection",
        "rate_match",
        "rate_wrong_sign_in",
        "rate_wrong_sign_in_by_all",
        "rate_link",
    ),
    "1000000/1",
)
"""Tests ask faster than any client; `tests/http/test_rates.py` sets its own."""
UNHURRIED = {**UNLIMITED, "statement_timeout_ms": "60000"}
"""Besides, a busy machine is no database that is gone."""
STOP_SECONDS = 60.0


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


@contextmanager
def own_folder() -> Iterator[Path]:
    # Not pytest's tmp_path: it closes its folders to the account that PostgreSQL runs as under root.
    folder = Path(tempfile.mkdtemp(prefix="interventionsmodellen-"))
    try:
        yield folder
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _is_ours(name: str) -> bool:
    return name.startswith(("APP_", "PG")) or name == "DATABASE_URL"


@dataclass
class Installed:
    """A data folder, and the environment in which commands are run on it."""

    data_dir: Path
    port: int
    more: dict[str, str]

    @property
    def url(self) -> str:
        return f"http://127.0.0.1:{self.port}"

    @property
    def environment(self) -> dict[str, str]:
        """Of a process of its own."""
        inherited = {name: value for name, value in os.environ.items() if not _is_ours(name)}
        return inherited | self._own

    @property
    def _own(self) -> dict[str, str]:
        # Few of them build releases, and each would start a process for it.
        own = {"APP_DATA_DIR": str(self.data_dir), "APP_PORT": str(self.port), "APP_BUILD_RELEASES": "false"}
        own["APP_DELIVER_WEBHOOKS"] = "false"
        own["APP_RUN_IMPORTS"] = "false"
        return own | {f"APP_{name.upper()}": value for name, value in UNHURRIED.items()} | self.more

    def run(self, *arguments: str) -> Result:
        """A command, to its end, in this process: importing everything anew takes longer than most commands."""
        changed: dict[str, str | None] = {name: None for name in os.environ if _is_ours(name)}
        with patch("signal.signal"):  # the tests' own handlers stay
            done = CliRunner().invoke(app, list(arguments), env=changed | self._own)
        if done.exception is not None and not isinstance(done.exception, SystemExit):
            raise done.exception
        return done

    def credentials(self) -> list[dict[str, Any]]:
        done = self.run("credentials", "--json")
        assert done.exit_code == 0, done.stderr
        return list(json.loads(done.stdout))

    def start(self) -> "Served":
        """Start the server, and wait until it is ready."""
        log = (self.data_dir / "serve.log").open("ab")
        process = subprocess.Popen(
            [sys.executable, "-m", "app", "serve"], cwd=ROOT, env=self.environment, stdout=log, stderr=log
        )
        log.close()
        served = Served(self, process)
        served.wait_until_ready()
        return served


@dataclass
class Served:
    """A server that runs."""

    installed: Installed
    process: "subprocess.Popen[bytes]"

    @property
    def url(self) -> str:
        return self.installed.url

    @property
    def log(self) -> str:
        """All it printed, in this run and earlier ones."""
        return (self.installed.data_dir / "serve.log").read_text(encoding="utf-8")

    def wait_until_ready(self) -> None:
        end = time.monotonic() + START_SECONDS
        with httpx.Client(timeout=5) as http:  # one for all tries: to make one reads every certificate there is
            while time.monotonic() < end:
                assert self.process.poll() is None, self.log
                try:
                    if http.get(f"{self.url}/health/ready").status_code == 200:
                        return
                except httpx.TransportError:
                    pass
                time.sleep(0.05)
        raise AssertionError(self.log)

    def stop(self, how: signal.Signals = signal.SIGTERM) -> int:
        """Ask it to end; its exit code."""
        if self.process.poll() is None:
            self.process.send_signal(how)
        try:
            return self.process.wait(STOP_SECONDS)
        except subprocess.TimeoutExpired:
            self.process.kill()
            self.process.wait()
            raise


@contextmanager
def installed(**more: str) -> Iterator[Installed]:
    """A new installation in a folder of its own."""
    with own_folder() as folder:
        yield Installed(folder, free_port(), more)


@contextmanager
def served(**more: str) -> Iterator[Served]:
    """A new installation that runs."""
    with installed(**more) as this:
        running = this.start()
        try:
            yield running
        finally:
            running.stop()
