"""The server as a person starts it: first run, second run, signals, and what is said when it cannot start."""

import asyncio
import os
import signal
import socket
import stat
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from typing import Any
from uuid import uuid4

import asyncpg
import httpx
import pytest

from app.database.embedded import EmbeddedServer
from tests.support import prepared
from tests.support.server import START_SECONDS, Installed, Served, installed

pytestmark = pytest.mark.server


def token_answer(url: str, client_id: str, secret: str) -> httpx.Response:
    return httpx.post(
        f"{url}/oauth/token", data={"grant_type": "client_credentials"}, auth=(client_id, secret), timeout=10
    )


def refusal(this: Installed, *arguments: str) -> str:
    """What a command says that cannot do its work: one line, no traceback, exit code 2."""
    done = this.run(*arguments)
    assert done.exit_code == 2, done.output
    assert done.stdout == ""
    return done.stderr.strip().splitlines()[-1]


def test_says_how_to_begin(running: Served) -> None:
    log = running.log

    assert f"ready on {running.url}" in log
    assert f"{running.url}/docs" in log
    assert "python" in log
    assert "-m app credentials" in log
    curl = next(line for line in log.splitlines() if "curl" in line)
    client_id, secret = curl.split("-u ")[1].split()[0].split(":")
    assert token_answer(running.url, client_id, secret).status_code == 200


def test_credentials_are_of_everyone_and_sign_in(running: Served) -> None:
    credentials = running.installed.credentials()

    wanted = {"organisation_type", "organisation_name", "organisation_id", "track", "roles"}
    assert all(set(each) == wanted | {"client_id", "client_secret"} for each in credentials)
    ngo = [each for each in credentials if each["organisation_type"] == "ngo"]
    of_ngos = {(each["organisation_name"], each["track"], role) for each in ngo for role in each["roles"]}
    assert {(track, role) for name, track, role in of_ngos if name.startswith("Tryg Vej")} == {
        (track, role) for track in ("victim", "perpetrator") for role in ("caseworker", "coordinator", "integration")
    }
    integrating = {each["organisation_name"] for each in credentials if "integration" in each["roles"]}
    parties = {each["organisation_name"] for each in credentials if each["organisation_type"] != "operator"}
    assert integrating == parties
    for each in credentials[::7]:
        assert token_answer(running.url, each["client_id"], each["client_secret"]).status_code == 200


def test_secrets_are_the_owners_alone(running: Served) -> None:
    folder = running.installed.data_dir

    for name in ("demo-credentials.json", "keys.json"):
        assert stat.S_IMODE((folder / name).stat().st_mode) == 0o600


def test_a_start_leaves_programme_and_credentials_as_they_are(running: Served) -> None:
    """It is one on a copy of an installation."""
    assert running.installed.credentials() == prepared.credentials_in(running.installed.data_dir)
    assert "Demo programme loaded" not in running.log


def test_says_nothing_of_itself(running: Served) -> None:
    answer = httpx.get(f"{running.url}/v1/citizens", timeout=10)

    assert answer.status_code == 401
    assert "server" not in answer.headers
    assert httpx.get(f"{running.url}/health/live", timeout=10).json() == {"status": "ok"}


def test_a_second_server_on_the_port_says_so(running: Served) -> None:
    assert refusal(running.installed, "serve") == (
        f"Port {running.installed.port} on 127.0.0.1 is in use, perhaps by a server that runs already: stop it, or "
        f"choose another port, e.g. APP_PORT={running.installed.port + 1}."
    )


def test_a_run_takes_up_what_the_last_one_left() -> None:
    """Database and demo programme, lost credentials made anew; and a release under way, whoever is killed."""
    with installed(APP_BUILD_RELEASES="true") as this:
        first = this.start()
        before = this.credentials()
        assert [each for each in before if each["client_secret"] in making(first)] == []
        build = Build(first)
        with build.halted():
            builder = build.worker_other_than(None)
            assert first.stop(signal.SIGINT) == 0
        assert not EmbeddedServer(this.data_dir / "postgres").is_running
        with pytest.raises(ProcessLookupError):
            os.kill(builder, 0)

        (this.data_dir / "demo-credentials.json").unlink()
        with EmbeddedServer(this.data_dir / "postgres"), build.halted():
            build.abandoned()
            second = this.start()
            builder = build.worker_other_than(builder)
            os.kill(builder, signal.SIGKILL)
        build.abandoned()
        assert build.outcome() == ("done", 3)
        assert second.log.count("Demo programme loaded") == 1
        after = this.credentials()
        assert [each["client_id"] for each in after] == [each["client_id"] for each in before]
        assert token_answer(second.url, after[0]["client_id"], after[0]["client_secret"]).status_code == 200
        assert token_answer(second.url, before[0]["client_id"], before[0]["client_secret"]).status_code == 401
        answered, code = end_during_a_request(second)
        assert (answered, code) == (b"HTTP/1.1 401", 0)
        assert "goes on" not in second.log  # said by the builder of a database that ends right after it
        assert not EmbeddedServer(this.data_dir / "postgres").is_running


def making(first: Served) -> str:
    """What an installation's first start says before it greets, and its PostgreSQL."""
    said, greeting, _ = first.log.partition("Interventionsmodellen is ready on")
    assert "Demo programme loaded" in said
    assert greeting
    return said + (first.installed.data_dir / "postgres/server.log").read_text(encoding="utf-8")


class Build:
    """A sandbox release that the operator asked for; the process beside the server works on it."""

    def __init__(self, served: Served) -> None:
        self.this = served.installed
        secret = next(each for each in self.this.credentials() if each["client_id"] == "operator-operator")
        token = token_answer(served.url, "operator-operator", secret["client_secret"]).json()["access_token"]
        with httpx.Client(base_url=served.url, timeout=30, headers={"authorization": f"Bearer {token}"}) as http:
            body = {"name": "sandbox-2", "kind": "sandbox", "starts_on": "2024-01-01", "ends_on": "2024-12-31"}
            made = http.post("/v1/releases", json=body, headers={"idempotency-key": str(uuid4())})
            headers = {"idempotency-key": str(uuid4()), "if-match": made.headers["etag"]}
            asked = http.post(f"/v1/releases/{made.json()['id']}/build", json={}, headers=headers)
        assert asked.status_code == 202, asked.text

    @contextmanager
    def halted(self) -> Iterator[None]:
        """Whoever works on it comes as far as reading the projects' names."""
        loop = asyncio.new_event_loop()
        connection = loop.run_until_complete(self._connected())
        loop.run_until_complete(connection.execute("BEGIN; LOCK TABLE project IN ACCESS EXCLUSIVE MODE"))
        yield
        with suppress(OSError, asyncpg.PostgresError, asyncpg.InterfaceError):  # its server may have been stopped
            loop.run_until_complete(connection.close(timeout=5))
        loop.close()

    def worker_other_than(self, before: int | None) -> int:
        """The process that works on it, once there is one that did not before."""
        found = until(lambda: self._one("SELECT worker FROM release_job WHERE worker NOT LIKE $1", f"{before}-%"))
        return int(found["worker"].partition("-")[0])

    def abandoned(self) -> None:
        """As if the minute had passed for which whoever was killed had the build."""
        self._one("UPDATE release_job SET leased_until = now() WHERE status = 'running' RETURNING id")

    def outcome(self) -> tuple[str, int]:
        """How it ended, and at which attempt."""
        ended = "SELECT status, attempts FROM release_job WHERE finished_at IS NOT NULL"
        found = until(lambda: self._one(ended))
        return found["status"], found["attempts"]

    def _one(self, query: str, *given: Any) -> Any:
        async def run() -> Any:
            connection = await self._connected()
            try:
                return await connection.fetchrow(query, *given)
            finally:
                await connection.close()

        return asyncio.run(run())

    async def _connected(self) -> "asyncpg.Connection[asyncpg.Record]":
        url = EmbeddedServer(self.this.data_dir / "postgres").url()
        return await asyncpg.connect(url.replace("+asyncpg", ""))


def until(found: Callable[[], Any]) -> Any:
    end = time.monotonic() + START_SECONDS
    while (what := found()) is None:
        assert time.monotonic() < end
        time.sleep(0.1)
    return what


def end_during_a_request(this: Served) -> tuple[bytes, int]:
    """SIGTERM while a body is on its way: how the answer begins, and the exit code."""
    with socket.create_connection(("127.0.0.1", this.installed.port), timeout=10) as connection:
        body = b"grant_type=client_credentials"
        connection.sendall(
            b"POST /oauth/token HTTP/1.1\r\nHost: 127.0.0.1\r\n"
            b"Content-Type: application/x-www-form-urlencoded\r\n"
            b"Content-Length: %d\r\n\r\n" % len(body)
        )
        connection.sendall(body[:5])
        time.sleep(0.3)
        this.process.send_signal(signal.SIGTERM)
        time.sleep(0.5)
        assert this.process.poll() is None
        connection.sendall(body[5:])
        answered = connection.recv(4096)[:12]
        return answered, this.stop()


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"APP_PORT": "no"}, "APP_PORT cannot be used: Input should be a valid integer"),
        ({"APP_HOST": "192.0.2.1"}, "Cannot listen on 192.0.2.1"),
        ({"APP_MODE": "production", "DATABASE_URL": "postgresql://a:b@127.0.0.1:1/c"}, "There is no key ring at"),
        (
            {"APP_MODE": "demo", "DATABASE_URL": "postgresql://a:b@127.0.0.1:1/c"},
            "Cannot work with the database that is configured: ",
        ),
        (
            {"APP_MODE": "demo", "DATABASE_URL": "not a url"},
            "DATABASE_URL cannot be used: it must be a URL of PostgreSQL",
        ),
        (
            {"APP_MODE": "demo", "DATABASE_URL": "postgresql://a:b@127.0.0.1:1,127.0.0.1:2/c"},
            "DATABASE_URL is not a database URL such as postgresql://owner:word@host:5432/name, or, of several hosts, ",
        ),
        ({"APP_DATA_DIR": "/proc/nowhere"}, "The data folder /proc/nowhere cannot be used"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(environment: dict[str, str], says: str) -> None:
    with installed() as this:
        this.more = environment
        said = refusal(this, "serve")
    assert said.startswith(says)
    assert "a:b" not in said
