"""The embedded PostgreSQL survives what happens to a program that people start by hand."""

import importlib.util
import logging
import os
import re
import shutil
import signal
import stat
import subprocess
import sys
import tempfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import psutil
import pytest
from sqlalchemy import make_url, text
from sqlalchemy.exc import ProgrammingError
from sqlalchemy.ext.asyncio import create_async_engine

from app.database import embedded
from app.database.embedded import DATABASE, EmbeddedServer
from app.database.programs import EmbeddedServerError
from app.database.socket_folder import SocketFolderError, folder_for_socket

# Windows has no signals to send, no sockets in folders and no mode bits to look at: what is tested here is not there.
pytestmark = [
    pytest.mark.server,
    pytest.mark.skipif(sys.platform == "win32", reason="signals, sockets and folder modes"),
]

_USE = """
import sys
from pathlib import Path
from app.database.embedded import EmbeddedServer
EmbeddedServer(Path(sys.argv[1]), durable=False).start()
print("started", flush=True)
sys.stdin.read()
"""


async def query(url: str, *statements: str) -> list[object]:
    """The first column of the first row that each statement answers."""
    engine = create_async_engine(url)
    try:
        async with engine.begin() as connection:
            results = [await connection.execute(text(statement)) for statement in statements]
            return [result.scalar() if result.returns_rows else None for result in results]
    finally:
        await engine.dispose()


def pid_of(server: EmbeddedServer) -> int:
    return int((server.data_dir / "cluster/postmaster.pid").read_text().split("\n")[0])


def kill(pid: int) -> None:
    process = psutil.Process(pid)
    process.kill()
    # Where nobody collects orphans (a container without init) it stays, as a zombie.
    with suppress(psutil.NoSuchProcess):
        while process.is_running() and process.status() != psutil.STATUS_ZOMBIE:
            pass


@pytest.fixture
def folder() -> Iterator[Path]:
    """Not pytest's `tmp_path`: each session of pytest closes those of root's other sessions."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name).resolve()


@pytest.fixture(scope="module")
def data() -> Iterator[Path]:
    """For those tests, one after the other, that are not about making a cluster, which costs more than to start one."""
    with tempfile.TemporaryDirectory() as name:
        yield Path(name).resolve() / "data"


@pytest.fixture
def server(data: Path) -> Iterator[EmbeddedServer]:
    with EmbeddedServer(data, durable=False) as server:
        yield server
    assert not server.is_running


async def test_serves_with_the_settings_that_the_product_relies_on(folder: Path) -> None:
    with EmbeddedServer(folder / "durable") as server:
        expected = {
            "data_checksums": "on",
            "fsync": "on",
            "timezone": "UTC",
            "listen_addresses": "",
            "password_encryption": "scram-sha-256",
            "server_encoding": "UTF8",
            "max_connections": "100",
            "shared_buffers": "128MB",
        }
        answers = await query(server.url(), *(f"SHOW {name}" for name in expected))
        assert dict(zip(expected, answers, strict=True)) == expected
        (version,) = await query(server.url(), "SHOW server_version_num")
        assert str(version).startswith("18")
        assert await query(
            server.url(),
            "SELECT upper('blåbærgrød')",
            "SELECT current_database()",
            "SELECT current_user",
        ) == ["BLÅBÆRGRØD", DATABASE, "postgres"]


@pytest.mark.parametrize(
    "name",
    ["med mellemrum og æøå", """quo"te's $HOME `id` 100%""", "co,lon:", "long" * 40, "50% off?&#"],
)
async def test_any_folder_will_do(folder: Path, name: str) -> None:
    with EmbeddedServer(folder / name, durable=False) as server:
        assert await query(server.url(), "SELECT 1") == [1]
        socket = Path(str(make_url(server.url()).query["host"]))
        assert (socket / ".s.PGSQL.5432").is_socket()
    assert socket == server.data_dir / "cluster" or not socket.exists()


async def test_a_relative_folder_is_one_of_the_moment_it_was_named(
    folder: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(folder)
    server = EmbeddedServer(Path("a/b"), durable=False)
    monkeypatch.chdir("/")
    with server:
        assert await query(server.url(), "SELECT 1") == [1]
    assert (folder / "a/b/cluster/PG_VERSION").exists()


async def test_variables_of_another_postgresql_do_not_matter(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    for name, value in {"PGPORT": "1", "PGHOST": "nowhere", "PGDATA": "/nowhere"}.items():
        monkeypatch.setenv(name, value)
    with EmbeddedServer(folder / "data", durable=False) as server:
        assert await query(server.url(), "SELECT 1") == [1]


async def test_urls_for_other_users_and_databases(server: EmbeddedServer) -> None:
    await query(server.url(), 'CREATE ROLE "case" LOGIN')
    url = server.url("case", DATABASE)
    assert await query(url, "SELECT current_user", "SELECT current_database()") == ["case", DATABASE]
    for database in ("postgres", "template1"):  # nobody but the superuser has anything to do there
        with pytest.raises(ProgrammingError, match="permission denied for database"):
            await query(server.url("case", database), "SELECT 1")


def test_the_last_user_stops_it(server: EmbeddedServer) -> None:
    other = EmbeddedServer(server.data_dir, durable=False)
    assert other.start() == server.url()
    other.stop()
    other.stop()
    assert server.is_running
    other.start()
    server.stop()
    assert EmbeddedServer(server.data_dir).is_running
    other.stop()
    assert not EmbeddedServer(server.data_dir).is_running
    with pytest.raises(EmbeddedServerError, match="No PostgreSQL runs"):
        other.url()


def test_who_did_not_start_it_does_not_stop_it(server: EmbeddedServer) -> None:
    EmbeddedServer(server.data_dir).stop()
    assert server.is_running


def test_what_a_killed_application_left_is_used_and_stopped(data: Path) -> None:
    with subprocess.Popen(
        [sys.executable, "-c", _USE, str(data)], stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as application:
        assert application.stdout
        assert application.stdout.readline() == b"started\n"
        server = EmbeddedServer(data, durable=False)
        assert server.is_running
        before = pid_of(server)
        application.send_signal(signal.SIGKILL)
        application.wait()
    with server:
        assert pid_of(server) == before
    assert not server.is_running


async def test_recovers_when_the_server_was_killed(folder: Path) -> None:
    server = EmbeddedServer(folder)
    await query(server.start(), "CREATE TABLE kept (n int)", "INSERT INTO kept VALUES (7)")
    kill(pid_of(server))
    assert not server.is_running
    with EmbeddedServer(folder) as again:
        assert await query(again.url(), "SELECT n FROM kept") == [7]
    server.stop()


async def test_a_pid_file_that_names_another_process_is_stale(server: EmbeddedServer) -> None:
    pid_file = server.data_dir / "cluster/postmaster.pid"
    content = pid_file.read_text().split("\n")
    server.stop()
    pid_file.write_text("\n".join([str(os.getpid()), *content[1:]]))
    assert not server.is_running
    assert await query(server.start(), "SELECT 1") == [1]


async def test_an_interrupted_first_start_is_begun_anew(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    unfinished = folder / "cluster.unfinished"
    unfinished.mkdir()
    (unfinished / "PG_VERSION").write_text("18\n")
    with EmbeddedServer(folder, durable=False) as server:
        assert await query(server.url(), "SELECT 1") == [1]
    assert "starting over" in caplog.text
    assert not unfinished.exists()


async def test_a_folder_deleted_under_its_server_is_made_anew(folder: Path) -> None:
    first, other = EmbeddedServer(folder / "data", durable=False), EmbeddedServer(folder / "data", durable=False)
    first.start()
    old = pid_of(first)
    shutil.rmtree(first.data_dir)
    try:
        assert await query(other.start(), "SELECT 1") == [1]
        assert pid_of(other) != old
    finally:
        other.stop()
        first.stop()
    assert not first.is_running


def test_a_folder_with_other_things_in_it_is_left_alone(folder: Path) -> None:
    (folder / "cluster").mkdir()
    (folder / "cluster/thesis.txt").touch()
    with pytest.raises(EmbeddedServerError, match=r"cluster is not empty.*APP_DATA_DIR"):
        EmbeddedServer(folder).start()
    assert (folder / "cluster/thesis.txt").exists()


async def test_a_server_that_does_not_start_shows_its_log(server: EmbeddedServer) -> None:
    server.stop()
    configuration = server.data_dir / "cluster/postgresql.auto.conf"
    configuration.write_text("nonsense = on\n")
    with pytest.raises(EmbeddedServerError, match="unrecognized configuration parameter"):
        server.start()
    configuration.write_text("")
    assert await query(server.start(), "SELECT 1") == [1]


def test_without_the_package_the_message_says_what_to_do(folder: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(importlib.util, "find_spec", lambda _name: None)
    with pytest.raises(EmbeddedServerError, match=r"DATABASE_URL.*requirements/local\.txt"):
        EmbeddedServer(folder).start()


async def test_the_log_holds_no_values(server: EmbeddedServer) -> None:
    await query(server.url(), "CREATE TABLE people (cpr text UNIQUE)")
    insert = "INSERT INTO people VALUES ('0101581234'), ('0101581234')"
    with pytest.raises(Exception, match="duplicate key"):
        await query(server.url(), insert)
    log = server.log_path.read_text()
    assert "duplicate key" in log
    assert "0101581234" not in log


def test_a_large_log_is_put_aside(server: EmbeddedServer, monkeypatch: pytest.MonkeyPatch) -> None:
    server.stop()
    monkeypatch.setattr(embedded, "_LOG_LIMIT_BYTES", 10)
    server.start()
    assert "shut down" in server.log_path.with_suffix(".log.1").read_text()
    assert "ready to accept connections" in server.log_path.read_text()


def test_nobody_else_reaches_the_data_or_the_socket(server: EmbeddedServer) -> None:
    cluster = server.data_dir / "cluster"
    assert stat.S_IMODE(cluster.stat().st_mode) == 0o700
    assert stat.S_IMODE(server.log_path.stat().st_mode) == 0o600
    socket = folder_for_socket(cluster, None if os.geteuid() else server._account)
    assert stat.S_IMODE((socket / ".s.PGSQL.5432").stat().st_mode) == 0o700
    assert stat.S_IMODE(socket.stat().st_mode) == 0o700


def test_a_socket_folder_that_others_may_enter_is_refused(folder: Path) -> None:
    cluster = folder / ("long" * 40)
    elsewhere = folder_for_socket(cluster, None)
    assert elsewhere != cluster
    elsewhere.chmod(0o755)
    try:
        with pytest.raises(SocketFolderError, match=re.escape(str(elsewhere))):
            folder_for_socket(cluster, None)
    finally:
        elsewhere.rmdir()


# Only root may give files to another account, so nobody else can set the scene; for them there is nothing to hand over.
@pytest.mark.skipif(not hasattr(os, "geteuid") or os.geteuid() != 0, reason="only for root")
async def test_root_hands_the_server_to_another_account(folder: Path, caplog: pytest.LogCaptureFixture) -> None:
    closed = folder / "closed"
    closed.mkdir(mode=0o700)
    caplog.set_level(logging.WARNING)
    with EmbeddedServer(closed / "data", durable=False) as server:
        assert psutil.Process(pid_of(server)).uids().effective != 0
        assert await query(server.url(), "SELECT 1") == [1]
        with EmbeddedServer(closed / "data", durable=False) as joined:
            assert joined.is_running
    assert stat.S_IMODE(closed.stat().st_mode) == 0o701  # to pass through, not to list
    assert f"pass through {closed} " in caplog.text
