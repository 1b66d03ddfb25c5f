"""What docs/operations.md says of backups, done; and what compose.yaml tells to whom."""

import asyncio
import os
import re
import shlex
import subprocess
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path

import pytest
import yaml
from sqlalchemy import make_url, text
from sqlalchemy.ext.asyncio import create_async_engine

from app.database.counters import KEEP
from app.database.embedded import DATABASE, EmbeddedServer
from app.database.programs import binaries
from tests.support.server import ROOT, Installed, installed, own_folder

_CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.MULTILINE | re.DOTALL)
COMPOSE = yaml.safe_load((ROOT / "compose.yaml").read_text(encoding="utf-8"))
ROWS = "SELECT string_agg(e::text, ' ' ORDER BY sequence) FROM audit_event AS e"


def commands(heading: str) -> list[list[str]]:
    """The commands of each block below a heading of the page."""
    page = (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    section = page.split(f"\n## {heading}\n")[1].split("\n## ")[0]
    return [[line[2:] for line in block.splitlines() if line.startswith("$ ")] for block in _CONSOLE.findall(section)]


def at(server: EmbeddedServer, folder: Path) -> dict[str, str]:
    """The environment of PostgreSQL's programs."""
    query = make_url(server.url()).query
    kept = {name: value for name, value in os.environ.items() if not name.startswith("PG")}
    path = f"{binaries()}{os.pathsep}{os.environ['PATH']}"
    return kept | {"PATH": path, "PGHOST": str(query["host"]), "PGPORT": str(query["port"]), "HOME": str(folder)}


def execute(url: str, statement: str) -> object:
    async def run() -> object:
        engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            done = await connection.execute(text(statement))
            found: object = done.scalar() if done.returns_rows else None
        await engine.dispose()
        return found

    return asyncio.run(run())


@contextmanager
def new_server() -> Iterator[EmbeddedServer]:
    with own_folder() as folder, EmbeddedServer(folder, durable=False) as server:
        execute(server.url(database="postgres"), f"DROP DATABASE {DATABASE}")
        yield server


def follow(lines: list[str], this: Installed, server: EmbeddedServer, folder: Path) -> None:
    """Type the page's commands, in a folder."""
    for line in lines:
        words = shlex.split(line)
        if words[:3] == ["python", "-m", "app"]:
            ran = this.run(*words[3:])
            assert ran.exit_code == 0, f"{line}\n{ran.output}"
            continue
        done = subprocess.run(words, cwd=folder, env=at(server, folder), capture_output=True, text=True, check=False)
        assert done.returncode == 0, f"{line}\n{done.stderr}"


@pytest.fixture(scope="module")
def containers() -> Iterator[tuple[EmbeddedServer, Installed]]:
    """A production installation whose owner was made as compose.yaml makes it; what a test does to it stands beside."""
    script = COMPOSE["configs"]["owner"]["content"].replace("$$", "$")
    with new_server() as server, installed(APP_MODE="production") as this:
        environment = at(server, this.data_dir) | {"OWNER_PASSWORD": "it's a 'word'"}
        subprocess.run(["bash", "-euo", "pipefail", "-c", script], env=environment, check=True, capture_output=True)
        this.more["DATABASE_URL"] = server.url("owner")
        assert this.run("migrate").exit_code == 0
        yield server, this


@pytest.mark.server
def test_a_dump_is_made_and_restored_as_the_page_says(
    containers: tuple[EmbeddedServer, Installed], tmp_path: Path
) -> None:
    once, each_time, restoring = commands("Backup")
    first, this = containers
    with new_server() as second:
        key = str(this.data_dir / "one.pem")
        assert this.run("operator", "new", "--client-id", "a", "--initials", "A", "--new-key", key).exit_code == 0
        sealed = this.run("audit", "seal")
        (tmp_path / "heads.json").write_text(sealed.stdout)
        before = execute(first.url(), ROWS)

        as_owner = subprocess.run(
            ["pg_dump", "-U", "owner", "-d", DATABASE, "--file=/dev/null"],
            env=at(first, tmp_path), capture_output=True, text=True, check=False,
        )  # fmt: skip
        assert "query would be affected by row-level security policy" in as_owner.stderr
        follow(once + each_time, this, first, tmp_path)
        assert this.run("check").exit_code == 0  # that role is none of the wall's

        restored = replace(this, more=this.more | {"DATABASE_URL": second.url("owner")})
        follow(restoring, restored, second, tmp_path)
        assert execute(second.url(), ROWS) == before
        assert before
        assert restored.run("audit", "verify", "--heads", str(tmp_path / "heads.json")).exit_code == 0


@pytest.mark.server
def test_the_containers_keep_the_counters_of_rows_as_the_page_has_it(
    containers: tuple[EmbeddedServer, Installed],
) -> None:
    server, _ = containers
    assert f"\n{KEEP};\n```" in (ROOT / "docs" / "operations.md").read_text(encoding="utf-8")
    told = "SELECT has_function_privilege('app_evaluator', 'pg_stat_get_live_tuples(oid)', 'EXECUTE')"
    assert execute(server.url(), told) is False


def test_the_server_is_not_told_the_owners_word() -> None:
    told = {name: str(service["environment"]) for name, service in COMPOSE["services"].items()}

    assert "PASSWORD" not in told["app"]
    assert "DATABASE_URL': 'postgresql://owner:${OWNER_PASSWORD" in told["migrate"]
    assert "POSTGRES_PASSWORD" not in told["migrate"]
    assert COMPOSE["services"]["app"]["depends_on"]["migrate"] == {"condition": "service_completed_successfully"}


@pytest.mark.server
def test_the_owner_of_the_containers_is_bound_by_row_level_security(
    containers: tuple[EmbeddedServer, Installed],
) -> None:
    server, this = containers
    assert this.run("check").exit_code == 0
    assert "WRONG    owner" not in this.run("doctor").stdout
    powers = "SELECT rolsuper OR rolbypassrls OR rolcreatedb OR rolreplication FROM pg_roles WHERE rolname = 'owner'"
    assert execute(server.url(), powers) is False
