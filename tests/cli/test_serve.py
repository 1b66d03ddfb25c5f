"""The server as a person starts it: first run, second run, signals, and what is said when it cannot start."""

import signal
import socket
import stat
import time

import httpx
import pytest

from app.database.embedded import EmbeddedServer
from tests.support.server import Installed, Served, installed

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
    with installed() as this:
        first = this.start()
        before = this.credentials()
        assert first.stop(signal.SIGINT) == 0
        assert not EmbeddedServer(this.data_dir / "postgres").is_running

        second = this.start()
        assert this.credentials() == before
        assert second.log.count("Demo programme loaded") == 1
        assert token_answer(second.url, before[0]["client_id"], before[0]["client_secret"]).status_code == 200
        answered, code = end_during_a_request(second)
        assert (answered, code) == (b"HTTP/1.1 401", 0)
        assert not EmbeddedServer(this.data_dir / "postgres").is_running

        (this.data_dir / "demo-credentials.json").unlink()
        third = this.start()
        after = this.credentials()
        assert [each["client_id"] for each in after] == [each["client_id"] for each in before]
        assert token_answer(third.url, after[0]["client_id"], after[0]["client_secret"]).status_code == 200
        assert token_answer(third.url, before[0]["client_id"], before[0]["client_secret"]).status_code == 401
        assert third.stop(signal.SIGTERM) == 0


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
        ({"APP_MODE": "demo", "DATABASE_URL": "not a url"}, "DATABASE_URL is not a database URL"),
        ({"APP_DATA_DIR": "/proc/nowhere"}, "The data folder /proc/nowhere cannot be used"),
    ],
)
def test_what_cannot_be_is_said_in_a_sentence(environment: dict[str, str], says: str) -> None:
    with installed() as this:
        this.more = environment
        said = refusal(this, "serve")
    assert said.startswith(says)
    assert "a:b" not in said
