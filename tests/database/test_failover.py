"""A primary is killed while clients write, and its synchronous standby is promoted: docs/operations.md, "A standby"."""

import asyncio
import sys
import time
from collections.abc import Iterator
from contextlib import ExitStack, suppress
from dataclasses import dataclass, field, replace
from uuid import uuid4

import httpx
import psutil
import pytest

from app.database.embedded import EmbeddedServer
from tests.support.plain_sql import execute, value
from tests.support.server import Installed, Served, free_port, installed, own_folder

pytestmark = pytest.mark.server

WORD = "owners-word"
RULES = "local all postgres trust\nlocal replication postgres trust\nhost all all samehost scram-sha-256\n"
WRITTEN = "SELECT array_agg(reference) FROM external_reference WHERE reference LIKE 'failover-%'"
LOGGED = """
SELECT array_agg(reference) FROM audit_event JOIN external_reference AS of ON of.record_id = audit_event.record_id
WHERE action = 'create' AND outcome = 'done' AND reference LIKE 'failover-%'
"""
CLIENTS = 4
BEFORE, AFTER = 40, 40
"""So many are acknowledged before the primary is killed, and at least after the standby is promoted."""
PATIENCE = 60.0


@dataclass
class Pair:
    """Two servers, of which the second has whatever the first acknowledged."""

    first: EmbeddedServer
    second: EmbeddedServer
    ports: tuple[int, int]

    def url(self, user: str = "") -> str:
        """As docs/operations.md writes it."""
        hosts = "&".join(f"host=127.0.0.1:{port}" for port in self.ports)
        return f"postgresql://{user}/demo?{hosts}&target_session_attrs=read-write"

    def asked(self, query: str) -> list[str]:
        """What is in the database that takes writes in the end."""
        found = value(self.second.url(database="demo"), query)
        assert isinstance(found, list)
        return found

    def kill_first(self) -> None:
        running = self.first._postmaster()
        assert running is not None
        for process in (running.process, *running.process.children()):
            with suppress(psutil.NoSuchProcess):
                process.kill()

    def promote_second(self) -> None:
        assert value(self.second.url(), "SELECT pg_promote(true, 60)") is True


def on_port(server: EmbeddedServer, port: int) -> None:
    """What a server of one's own listens on stands beside what the product writes for its own."""
    with (server._cluster / "postgresql.auto.conf").open("a") as settings:
        settings.write(f"listen_addresses = '127.0.0.1'\nport = {port}\n")


def streaming(first: EmbeddedServer) -> bool:
    return value(first.url(), "SELECT count(*) FROM pg_stat_replication WHERE sync_state = 'sync'") == 1


@pytest.fixture(scope="module")
def pair() -> Iterator[Pair]:
    with own_folder() as folder, ExitStack() as running:
        first, second = (EmbeddedServer(folder / name) for name in ("one", "two"))
        ports = (free_port(), free_port())
        with first:
            (first._cluster / "pg_hba.conf").write_text(RULES)
        on_port(first, ports[0])
        running.enter_context(first)
        second.data_dir.mkdir()
        if first._account:
            first._account.own(second.data_dir)
        copied = ("-D", str(second._cluster), "--write-recovery-conf", "--checkpoint=fast", "--no-sync")
        host, port = (first._postmaster().host, str(ports[0]))  # type: ignore[union-attr]
        first._run("pg_basebackup", "-h", host, "-p", port, "-U", "postgres", *copied)
        on_port(second, ports[1])
        running.enter_context(second)
        execute(first.url(), "ALTER SYSTEM SET synchronous_standby_names = '*'", "SELECT pg_reload_conf()")
        made_by = time.monotonic() + PATIENCE
        while not streaming(first):
            assert time.monotonic() < made_by
        made = f"CREATE ROLE drift LOGIN CREATEROLE PASSWORD '{WORD}'"
        execute(first.url(), made, "CREATE DATABASE demo OWNER drift")
        yield Pair(first, second, ports)


@pytest.fixture(scope="module")
def serving(pair: Pair) -> Iterator[Served]:
    with installed(APP_MODE="demo", DATABASE_URL=pair.url(f"drift:{WORD}@")) as this:
        migrated = this.run("migrate")
        assert migrated.exit_code == 0, migrated.stderr
        this.more = {"APP_MODE": "demo", "APP_SERVING_DATABASE_URL": pair.url()}
        running = this.start()
        try:
            yield running
        finally:
            running.stop()


@dataclass
class Writers:
    """Clients of a case system, each of which repeats a request until it is answered."""

    url: str
    headers: dict[str, str]
    project: str
    acknowledged: list[str] = field(default_factory=list)
    refused: asyncio.Event = field(default_factory=asyncio.Event)
    """One of them was told that there is no database."""
    enough: int = BEFORE
    """They go on until so many are acknowledged."""

    async def go_on(self) -> None:
        async with httpx.AsyncClient(base_url=self.url, headers=self.headers, timeout=PATIENCE) as http:
            await asyncio.gather(*(self._write(http) for _ in range(CLIENTS)))

    async def _write(self, http: httpx.AsyncClient) -> None:
        while len(self.acknowledged) < self.enough:
            await self._until_answered(http, f"failover-{uuid4()}")

    async def _until_answered(self, http: httpx.AsyncClient, reference: str) -> None:
        body = {"project_id": self.project, "track": "victim", "external_reference": reference}
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            answer = await http.post("/v1/citizens", json=body, headers={"Idempotency-Key": reference})
            if answer.status_code == httpx.codes.CREATED:
                self.acknowledged.append(reference)
                return
            assert answer.status_code == httpx.codes.SERVICE_UNAVAILABLE, answer.text
            assert int(answer.headers["retry-after"]) > 0
            self.refused.set()
        raise AssertionError("nobody takes writes any more")


def signed_in(this: Installed) -> dict[str, str]:
    police = next(each for each in this.credentials() if each["client_id"] == "police-integration")
    answer = httpx.post(
        f"{this.url}/oauth/token",
        data={"grant_type": "client_credentials"},
        auth=(police["client_id"], police["client_secret"]),
        timeout=30,
    )
    return {"Authorization": f"Bearer {answer.json()['access_token']}"}


def examined(pair: Pair, this: Installed) -> None:
    """All logins find the server that takes writes, also those of which the driver itself is asked."""
    of_owner = {"APP_MODE": "demo", "DATABASE_URL": pair.url(f"drift:{WORD}@")}
    done = replace(this, more=of_owner).run("doctor")
    assert done.exit_code == 0, done.output


async def test_what_was_acknowledged_is_there_once_after_a_failover(pair: Pair, serving: Served) -> None:
    await asyncio.to_thread(examined, pair, serving.installed)
    headers = await asyncio.to_thread(signed_in, serving.installed)
    async with httpx.AsyncClient(base_url=serving.url, headers=headers, timeout=30) as http:
        projects = (await http.get("/v1/projects")).json()["items"]
    writers = Writers(serving.url, headers, projects[0]["id"])
    await writers.go_on()

    writers.enough = sys.maxsize
    going_on = asyncio.create_task(writers.go_on())
    await asyncio.to_thread(pair.kill_first)
    refused = asyncio.create_task(writers.refused.wait())
    await asyncio.wait({going_on, refused}, return_when=asyncio.FIRST_COMPLETED, timeout=PATIENCE)
    refused.cancel()
    assert writers.refused.is_set(), going_on
    await asyncio.to_thread(pair.promote_second)
    writers.enough = len(writers.acknowledged) + AFTER
    await going_on

    there, logged = [await asyncio.to_thread(pair.asked, each) for each in (WRITTEN, LOGGED)]
    assert sorted(there) == sorted(logged) == sorted(writers.acknowledged)
    await asyncio.to_thread(examined, pair, serving.installed)
