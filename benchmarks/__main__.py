"""`python -m benchmarks [--citizens 1000 100000] [--rounds 5] [--seconds 3]`: prints ratios, never judges."""

import argparse
import asyncio
import json
import os
import re
import signal
import subprocess
import sys
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from statistics import median
from typing import Any
from uuid import uuid4

import httpx
from rich.console import Console
from rich.table import Table
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from app.auth.keys import KeyRingFile
from app.boundary.policy import load as load_policy
from app.common.logging import configure_logging
from app.database.embedded import EmbeddedServer
from app.database.programs import binaries
from app.installation import Installation, installation
from app.main import create_app
from app.settings import Settings
from benchmarks import imports
from benchmarks.load import Size, load
from benchmarks.same_sql import pgbench, record
from benchmarks.traffic import Rate, measure

CONNECTIONS = 32
CLIENT = "lysningen-coordinator-victim"
console = Console()


@dataclass(frozen=True, slots=True)
class Workload:
    """One request of performance.md's list."""

    name: str
    path: str
    wanted: int
    body: Callable[[str], dict[str, Any]] | None = None

    def raw(self, token: str, course: str) -> bytes:
        """The request's bytes."""
        method = "GET" if self.body is None else "POST"
        lines = [
            f"{method} {self.path.format(course=course)} HTTP/1.1",
            "Host: 127.0.0.1",
            f"Authorization: Bearer {token}",
        ]
        content = b""
        if self.body is not None:
            content = json.dumps(self.body(course)).encode()
            lines += [
                "Content-Type: application/json",
                f"Idempotency-Key: {uuid4()}",
                f"Content-Length: {len(content)}",
            ]
        return "\r\n".join([*lines, "", ""]).encode() + content


WORKLOADS = (
    Workload("W1 one course", "/v1/courses/{course}", 200),
    Workload("W2 page of 50 courses", "/v1/courses?limit=50", 200),
    Workload(
        "W3 new follow-up",
        "/v1/follow-ups",
        201,
        lambda course: {"course_id": course, "due_on": date(2030, 1, 1).isoformat()},
    ),
)


@contextmanager
def _serving(settings: Settings) -> Iterator[subprocess.Popen[bytes]]:
    """The server as a process of its own, the way it is run."""
    environment = {
        **os.environ,
        "APP_DATA_DIR": str(settings.data_dir),
        "APP_PORT": str(settings.port),
        "APP_LOG_LEVEL": "ERROR",
        "APP_RATE_CLIENT": "1000000/1",  # counted as in earnest, and never reached: all of the load is one client's
    }
    process = subprocess.Popen(
        [sys.executable, "-m", "app", "serve"], env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT
    )
    try:
        for _ in range(600):
            try:
                if httpx.get(f"http://127.0.0.1:{settings.port}/health/ready").status_code == 200:
                    break
            except httpx.TransportError:
                pass
            if process.poll() is not None:
                raise RuntimeError("the server did not start; is the port free?")
            asyncio.run(asyncio.sleep(0.1))
        yield process
    finally:
        process.send_signal(signal.SIGTERM)
        process.wait(30)


def _credential(settings: Settings, client_id: str = CLIENT) -> dict[str, str]:
    done = subprocess.run(
        [sys.executable, "-m", "app", "credentials", "--json"],
        env={**os.environ, "APP_DATA_DIR": str(settings.data_dir), "APP_PORT": str(settings.port)},
        capture_output=True,
        text=True,
        check=True,
    )
    return next(each for each in json.loads(done.stdout) if each["client_id"] == client_id)


async def _fill(superuser: Any, citizens: int, asker: str) -> list[str]:
    engine = create_async_engine(superuser)
    async with engine.begin() as connection:
        project = await connection.scalar(
            text("SELECT id::text FROM project WHERE programme = 'intervention_model_2022_2024'")
        )
        courses = await load(
            connection, Size(citizens), project=project, asker=asker, categories=load_policy().agreement_categories()
        )
    async with engine.connect() as connection:
        await (await connection.execution_options(isolation_level="AUTOCOMMIT")).execute(text("VACUUM ANALYZE"))
    await engine.dispose()
    return courses


async def _scripts(
    settings: Settings, made: Installation, token: str, courses: list[str], workload: Workload, folder: Path
) -> list[Path]:
    """The request's own statements for pgbench, for some of the courses."""
    single = settings.model_copy(update={"pool_size": 1})
    databases = Installation(single, made.keys, made.owner, made.superuser).databases()
    app = create_app(single, KeyRingFile(settings.key_ring_path), databases)
    scripts: list[Path] = []
    transport = httpx.ASGITransport(app=app)
    async with httpx.AsyncClient(transport=transport, base_url=settings.issuer) as http:
        # Not written down: at first the driver asks what kinds of values there are.
        for course in (courses[10], *courses[:10]):
            headers = {"Authorization": f"Bearer {token}", "Idempotency-Key": str(uuid4())}

            async def request(course: str = course, headers: Any = headers) -> None:
                path = workload.path.format(course=course)
                answer = (
                    await http.get(path, headers=headers)
                    if workload.body is None
                    else await http.post(path, json=workload.body(course), headers=headers)
                )
                if answer.status_code != workload.wanted:
                    raise RuntimeError(answer.text)

            recorder = await record(databases.engine("case", "ngo"), request)
            if course == courses[10]:
                continue
            path = folder / f"{len(scripts)}.sql"
            fresh = _fresh(recorder.statements) | {headers["Idempotency-Key"]}
            path.write_text(recorder.script(fresh), encoding="utf-8")
            scripts.append(path)
    await databases.close()
    return scripts


def _fresh(statements: list[str]) -> set[str]:
    """Ids that the application made for this request: those of the rows it inserted, and its key."""
    inserted = " ".join(each for each in statements if "INSERT INTO" in each)
    read = " ".join(each for each in statements if "INSERT INTO" not in each)
    ids = set(re.findall(r"'([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})'", inserted))
    return {each for each in ids if each not in read}


def _round(
    settings: Settings, uri: str, token: str, courses: list[str], workload: Workload, scripts: list[Path], seconds: int
) -> tuple[Rate, float]:
    def request(number: int) -> bytes:
        return workload.raw(token, courses[number % len(courses)])

    ours = asyncio.run(
        measure(settings.port, request, connections=CONNECTIONS, seconds=seconds, wanted=workload.wanted)
    )
    theirs = pgbench(binaries(), uri, scripts, connections=settings.pool_size, seconds=seconds)
    return ours, theirs


def main() -> None:
    """Measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--citizens", type=int, nargs="+", default=[1_000, 100_000])
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--seconds", type=int, default=3)
    parser.add_argument("--imported", type=int, default=10_000, help="rows of W5's file; 0: not measured")
    parser.add_argument("--port", type=int, default=8765)
    chosen = parser.parse_args()
    configure_logging("ERROR")
    rates: dict[tuple[str, int], float] = {}
    table = Table("workload", "citizens", "ours /s", "p50 ms", "p99 ms", "pgbench /s", "ratio")
    for citizens in chosen.citizens:
        with tempfile.TemporaryDirectory(prefix="benchmark-") as folder:
            settings = Settings(data_dir=Path(folder) / "data", port=chosen.port, log_level="ERROR")
            _measure_size(settings, citizens, chosen, table, rates, Path(folder))
    console.print(table)
    if len(chosen.citizens) > 1:
        small, large = chosen.citizens[0], chosen.citizens[-1]
        for workload in WORKLOADS:
            ratio = rates[workload.name, large] / rates[workload.name, small]
            console.print(f"{workload.name}: {large} citizens at {ratio:.2f} of the rate of {small}")


def _measure_size(
    settings: Settings, citizens: int, chosen: Any, table: Table, rates: dict[tuple[str, int], float], folder: Path
) -> None:
    with _serving(settings):
        credential = _credential(settings)
        with installation(settings, KeyRingFile(settings.key_ring_path).current()) as made:
            console.print(f"Loading {citizens} citizens ...")
            courses = asyncio.run(_fill(made.superuser, citizens, credential["organisation_id"]))
            server = EmbeddedServer(settings.database_dir)
            uri = server.url("app_case").replace("+asyncpg", "")
            for workload in WORKLOADS:
                measured = []
                for _ in range(chosen.rounds):
                    answer = httpx.post(
                        f"{settings.issuer}/oauth/token",
                        data={"grant_type": "client_credentials"},
                        auth=(credential["client_id"], credential["client_secret"]),
                    )
                    token = answer.json()["access_token"]
                    scripts = asyncio.run(_scripts(settings, made, token, courses, workload, folder))
                    measured.append(_round(settings, uri, token, courses, workload, scripts, chosen.seconds))
                _report(table, workload, citizens, measured, rates)
            if chosen.imported:
                plain = server.url().replace("+asyncpg", "")
                of = _credential(settings, imports.CLIENT)
                w5 = imports.Imports(settings.issuer, of, chosen.imported, plain, binaries() / "psql", folder)
                lines = [w5.round() for _ in range(chosen.rounds)]
                table.add_row(*imports.told(chosen.imported, citizens, lines))


def _report(
    table: Table,
    workload: Workload,
    citizens: int,
    measured: list[tuple[Rate, float]],
    rates: dict[tuple[str, int], float],
) -> None:
    ours = median(rate.per_second for rate, _ in measured)
    ratio = median(rate.per_second / theirs for rate, theirs in measured)
    rates[workload.name, citizens] = ours
    table.add_row(
        workload.name,
        str(citizens),
        f"{ours:.0f}",
        f"{median(rate.p50_ms for rate, _ in measured):.1f}",
        f"{median(rate.p99_ms for rate, _ in measured):.1f}",
        f"{median(theirs for _, theirs in measured):.0f}",
        f"{ratio:.2f}",
    )


if __name__ == "__main__":
    main()
