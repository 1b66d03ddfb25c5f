"""A production installation set up from nothing, on a server of its own, as docs/operators.md has it."""

import asyncio
import json
import re
import subprocess
import sys
from collections.abc import Iterator

import httpx
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import create_async_engine

from app.auth.keys import KeyRing
from app.database.embedded import EmbeddedServer
from tests.support.server import ROOT, Installed, installed, own_folder

pytestmark = pytest.mark.server


@pytest.fixture(scope="module")
def empty_server() -> Iterator[EmbeddedServer]:
    with own_folder() as folder, EmbeddedServer(folder, durable=False) as server:
        yield server


@pytest.fixture(scope="module")
def production(empty_server: EmbeddedServer) -> Iterator[Installed]:
    """The owner may make roles, and is no superuser."""
    execute(empty_server.url(), "CREATE ROLE drift LOGIN CREATEROLE", "CREATE DATABASE live OWNER drift")
    with installed(DATABASE_URL=empty_server.url("drift", "live")) as this:
        this.more["APP_PUBLIC_URL"] = this.url
        yield this


def execute(url: str, *statements: str) -> None:
    async def run() -> None:
        engine = create_async_engine(url, isolation_level="AUTOCOMMIT")
        async with engine.connect() as connection:
            for statement in statements:
                await connection.execute(text(statement))
        await engine.dispose()

    asyncio.run(run())


def test_from_nothing_to_a_signed_in_operator(production: Installed, empty_server: EmbeddedServer) -> None:
    refused = production.run("serve")
    assert refused.exit_code == 2
    assert "For a new one run `python -m app migrate`" in refused.stderr

    migrated = production.run("migrate")
    assert migrated.exit_code == 0, migrated.stderr
    assert "Back that file up" in migrated.stderr
    assert KeyRing.load(production.data_dir / "keys.json").purpose == "production"

    key = production.data_dir / "drift-1.pem"
    made = production.run("operator", "new", "--client-id", "drift-1", "--initials", "AB", "--new-key", str(key))
    assert made.exit_code == 0, made.stderr
    again = production.run("operator", "new", "--client-id", "drift-1", "--initials", "AB", "--new-key", f"{key}.2")
    assert again.exit_code == 2
    assert "There is a client drift-1 already" in again.stderr

    second = production.data_dir / "second.pem"
    jwk = subprocess.run(
        [sys.executable, "examples/sign_in.py", "make-key", str(second)],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout
    (production.data_dir / "second.json").write_text(jwk)
    officer = production.run(
        "operator", "new", "--client-id", "officer-1", "--initials", "CD", "--disclosure-officer",
        "--public-key", str(production.data_dir / "second.json"),
    )  # fmt: skip
    assert officer.exit_code == 0, officer.stderr
    assert organisation_of(made.stdout) == organisation_of(officer.stdout)

    examined = production.run("doctor")
    assert "fsync" in examined.stdout  # this server is not durable, and the doctor says so
    assert not re.search(r"WRONG\s+(keys|schema|drift|row security|logins|connections)", examined.stdout)

    serving = production.start()
    try:
        token = sign_in(production, second, "officer-1")
        me = httpx.get(f"{serving.url}/v1/me", headers={"Authorization": f"Bearer {token}"}, timeout=10)
        assert me.status_code == 200
        assert me.json()["roles"] == ["disclosure_officer"]
        assert (
            "client_secret_basic"
            not in httpx.get(f"{serving.url}/.well-known/oauth-authorization-server", timeout=10).json()[
                "token_endpoint_auth_methods_supported"
            ]
        )
    finally:
        assert serving.stop() == 0
    assert empty_server.is_running  # it is not ours to stop


def organisation_of(said: str) -> str:
    return said.removeprefix("Organisation ").partition(",")[0]


def sign_in(this: Installed, key: object, client_id: str) -> str:
    return subprocess.run(
        [sys.executable, "examples/sign_in.py", "token", str(key), client_id, this.url],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


def test_serves_without_the_owner(production: Installed, empty_server: EmbeddedServer) -> None:
    assert production.run("migrate").exit_code == 0
    owner = production.more.pop("DATABASE_URL")
    production.more["APP_CASE_DATABASE_URL"] = empty_server.url("app_case", "live")
    production.more["APP_EVALUATOR_DATABASE_URL"] = empty_server.url("app_evaluator", "live")
    try:
        assert production.start().stop() == 0
        refused = production.run("migrate")
    finally:
        del production.more["APP_CASE_DATABASE_URL"], production.more["APP_EVALUATOR_DATABASE_URL"]
        production.more["DATABASE_URL"] = owner

    assert refused.exit_code == 2
    assert refused.stderr.strip().endswith("set DATABASE_URL.")


def test_an_old_schema_is_not_served(production: Installed, empty_server: EmbeddedServer) -> None:
    assert production.run("migrate").exit_code == 0
    live = empty_server.url("drift", "live")
    execute(live, "UPDATE alembic_version SET version_num = '0000'")
    try:
        done = production.run("serve")
    finally:
        execute(live, "UPDATE alembic_version SET version_num = '0001'")

    assert done.exit_code == 2
    assert "run `python -m app migrate`" in done.stderr


def test_what_was_altered_by_hand_is_found(production: Installed, empty_server: EmbeddedServer) -> None:
    assert production.run("migrate").exit_code == 0
    live = empty_server.url("drift", "live")
    assert production.run("check").exit_code == 0
    execute(live, "ALTER TABLE citizen NO FORCE ROW LEVEL SECURITY", "GRANT DELETE ON citizen TO ngo")
    try:
        checked, examined = production.run("check"), production.run("doctor")
    finally:
        execute(live, "ALTER TABLE citizen FORCE ROW LEVEL SECURITY", "REVOKE DELETE ON citizen FROM ngo")

    assert checked.exit_code == 1
    assert "ALTER TABLE citizen FORCE ROW LEVEL SECURITY" in checked.stdout
    assert "REVOKE DELETE ON citizen FROM ngo" in checked.stdout
    assert examined.exit_code == 1
    assert re.search(r"WRONG\s+row security\s+not enabled and forced on citizen", examined.stdout)


def test_lost_keys_are_not_silently_replaced(production: Installed) -> None:
    assert production.run("migrate").exit_code == 0
    keys = production.data_dir / "keys.json"
    away = keys.rename(keys.with_suffix(".away"))
    try:
        done = production.run("migrate")
        assert not keys.exists()
    finally:
        away.rename(keys)

    assert done.exit_code == 2
    assert "restore it from the backup" in done.stderr


def test_demo_keys_do_not_serve(production: Installed) -> None:
    keys = production.data_dir / "demo.json"
    assert production.run("keys", "new", "--demo", "--file", str(keys)).exit_code == 0
    production.more["APP_KEYS_FILE"] = str(keys)
    try:
        done = production.run("serve")
    finally:
        del production.more["APP_KEYS_FILE"]

    assert done.exit_code == 2
    assert "are demo keys, and this is not demo mode" in done.stderr
    assert "private_pem" in json.loads(keys.read_text())["signing"][0]
