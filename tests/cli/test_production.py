"""A production installation set up from nothing, on a server of its own, as docs/operations.md has it."""

import json
import re
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import httpx
import pytest
from sqlalchemy import URL, make_url

from app.auth.keys import RECHECK_SECONDS, KeyRing
from app.database.embedded import EmbeddedServer
from tests.support.plain_sql import execute, value
from tests.support.server import ROOT, Installed, installed, own_folder

pytestmark = pytest.mark.server


WORD = "owners-word"
LOCKED_OUT = (
    "ALTER ROLE app_case PASSWORD 'other'",
    "ALTER ROLE app_evaluator NOLOGIN",
    "ALTER ROLE app_answerer PASSWORD 'other'",
)
"""Logins of requests, none of which is used by a process beside the server alone."""


@pytest.fixture(scope="module")
def empty_server() -> Iterator[EmbeddedServer]:
    """It asks all but its superuser for a password, as a server of one's own does."""
    with own_folder() as folder, EmbeddedServer(folder, durable=False) as server:
        (folder / "cluster" / "pg_hba.conf").write_text("local all postgres trust\nlocal all all scram-sha-256\n")
        execute(server.url(), "SELECT pg_reload_conf()")
        yield server


def url_of(server: EmbeddedServer, user: str | None, password: str | None, database: str = "live") -> str:
    url = make_url(server.url(database=database))
    return URL.create(
        url.drivername, username=user, password=password, database=database, query=url.query
    ).render_as_string(hide_password=False)


@pytest.fixture(scope="module")
def production(empty_server: EmbeddedServer) -> Iterator[Installed]:
    """The owner may make roles, and is no superuser."""
    made = f"CREATE ROLE drift LOGIN CREATEROLE PASSWORD '{WORD}'"
    execute(empty_server.url(), made, "CREATE DATABASE live OWNER drift")
    with installed(DATABASE_URL=url_of(empty_server, "drift", WORD)) as this:
        this.more["APP_PUBLIC_URL"] = this.url
        yield this


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
    assert not Path(f"{key}.2").exists()

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

    logged = "SELECT string_agg(category, ' ' ORDER BY sequence) FROM audit_event WHERE client_id = '(command line)'"
    assert value(empty_server.url(database="live"), logged) == "organisation staff client staff client"

    examined = production.run("doctor")
    assert "No new upgrade" not in examined.output
    assert "fsync" in examined.stdout  # this server is not durable, and the doctor says so
    assert not re.search(r"WRONG\s+(keys|schema|drift|row security|owner|logins|connections)", examined.stdout)

    serving = production.start()
    try:
        token = sign_in(production, second, "officer-1")
        me = httpx.get(f"{serving.url}/v1/me", headers={"Authorization": f"Bearer {token}"}, timeout=10)
        assert me.status_code == 200
        assert me.json()["roles"] == ["disclosure_officer"]
        assert production.run("keys", "rotate", "--compromised").exit_code == 0
        time.sleep(RECHECK_SECONDS + 0.1)
        after = httpx.get(f"{serving.url}/v1/me", headers={"Authorization": f"Bearer {token}"}, timeout=10)
        assert after.status_code == 401
        assert sign_in(production, second, "officer-1")
        told = made.stdout.partition(", key ")[2].partition(".")[0]
        assert sign_in(production, key, "drift-1", told)  # the key that was made, by the name that was told
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


def sign_in(this: Installed, key: object, client_id: str, *key_id: str) -> str:
    return subprocess.run(
        [sys.executable, "examples/sign_in.py", "token", str(key), client_id, this.url, *key_id],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=True,
    ).stdout.strip()


@pytest.mark.parametrize("given", ["logins", "place"])
def test_serves_without_the_owner(production: Installed, empty_server: EmbeddedServer, given: str) -> None:
    assert production.run("migrate").exit_code == 0
    passwords = KeyRing.load(production.data_dir / "keys.json").database_passwords
    environment = {
        "logins": {
            "APP_CASE_DATABASE_URL": url_of(empty_server, "app_case", passwords["case"]),
            "APP_EVALUATOR_DATABASE_URL": url_of(empty_server, "app_evaluator", passwords["evaluator"]),
            "APP_ANSWERER_DATABASE_URL": url_of(empty_server, "app_answerer", passwords["answerer"]),
        },
        "place": {"APP_SERVING_DATABASE_URL": url_of(empty_server, None, None)},
    }
    before = dict(production.more)
    del production.more["DATABASE_URL"]
    production.more |= environment[given]
    try:
        assert WORD not in str(production.environment)
        assert production.start().stop() == 0
        refused = production.run("migrate")
    finally:
        production.more = before

    assert refused.exit_code == 2
    assert refused.stderr.strip().endswith("set DATABASE_URL.")


@contextmanager
def schema_at(server: EmbeddedServer, revision: str | None) -> Iterator[None]:
    live = server.url(database="live")
    execute(live, "CREATE TABLE kept AS TABLE alembic_version", "DELETE FROM alembic_version")
    if revision is not None:
        execute(live, f"INSERT INTO alembic_version VALUES ('{revision}')")
    try:
        yield
    finally:
        back = "INSERT INTO alembic_version SELECT version_num FROM kept"
        execute(live, "DELETE FROM alembic_version", back, "DROP TABLE kept")


def test_an_old_schema_is_not_served(production: Installed, empty_server: EmbeddedServer) -> None:
    assert production.run("migrate").exit_code == 0
    with schema_at(empty_server, None):
        done = production.run("serve")

    assert done.exit_code == 2
    assert "run `python -m app migrate`" in done.stderr


def test_a_newer_schema_is_said_in_a_sentence(production: Installed, empty_server: EmbeddedServer) -> None:
    """After going back to an older version: to migrate leads nowhere, and nothing may be changed."""
    assert production.run("migrate").exit_code == 0
    with schema_at(empty_server, "9999"):
        refused = [production.run(command) for command in ("serve", "migrate", "check")]
        examined = production.run("doctor")

    for done in refused:
        assert done.exit_code == 2
        assert "9999, which this version does not know" in done.stderr.strip().splitlines()[-1]
        assert "app migrate`" not in done.stderr
    assert examined.exit_code == 1
    assert re.search(r"WRONG\s+schema\s+.*9999, which this version does not know", examined.stdout)


def test_demo_mode_does_not_touch_it(production: Installed, empty_server: EmbeddedServer) -> None:
    """Neither with its keys nor with others, which would become the passwords of its logins."""
    assert production.run("migrate").exit_code == 0
    key = production.data_dir / "demo-mode.pem"
    production.run("operator", "new", "--client-id", "demo-mode", "--initials", "AB", "--new-key", str(key))
    passwords = "SELECT string_agg(rolpassword, ' ' ORDER BY rolname) FROM pg_authid WHERE rolname LIKE 'app%'"
    before = value(empty_server.url(database="live"), passwords)

    production.more["APP_MODE"] = "demo"
    try:
        with_its_keys = production.run("serve")
    finally:
        del production.more["APP_MODE"]
    with installed(APP_MODE="demo", DATABASE_URL=production.more["DATABASE_URL"]) as other:
        with_others = other.run("serve")

    assert with_its_keys.exit_code == with_others.exit_code == 2
    assert "are those of a production installation" in with_its_keys.stderr
    assert "has organisations that are not the demo's" in with_others.stderr
    assert value(empty_server.url(database="live"), passwords) == before


def test_the_demo_on_a_server_of_ones_own(empty_server: EmbeddedServer, production: Installed) -> None:
    """`migrate` loads it, so that what serves need not know the owner; one installation a server."""
    assert production.run("migrate").exit_code == 0
    execute(empty_server.url(), "CREATE DATABASE demo OWNER drift")
    with installed(APP_MODE="demo", DATABASE_URL=url_of(empty_server, "drift", WORD, "demo")) as this:
        refused = this.run("migrate")
        assert refused.exit_code == 2
        remedy = re.search(r"REVOKE ALL ON DATABASE live FROM [a-z_, ]+", refused.stderr)
        assert remedy
        execute(empty_server.url(), remedy[0])
        try:
            assert this.run("migrate").exit_code == 0
            this.more = {"APP_MODE": "demo", "APP_SERVING_DATABASE_URL": url_of(empty_server, None, None, "demo")}
            serving = this.start()
            assert "Ctrl-C stops the server; its database goes on." in serving.log
            first = this.credentials()[0]
            answer = httpx.post(
                f"{serving.url}/oauth/token",
                data={"grant_type": "client_credentials"},
                auth=(first["client_id"], first["client_secret"]),
                timeout=10,
            )
            assert answer.status_code == 200
            assert serving.stop() == 0
        finally:
            execute(empty_server.url(), "DROP DATABASE demo WITH (FORCE)")
    assert production.run("migrate").exit_code == 0


def test_what_was_altered_by_hand_is_found(production: Installed, empty_server: EmbeddedServer) -> None:
    assert production.run("migrate").exit_code == 0
    live = empty_server.url(database="live")
    clean = production.run("check")
    assert (clean.exit_code, clean.stdout) == (0, "The database is as the code wants it.\n")
    execute(live, "ALTER TABLE citizen NO FORCE ROW LEVEL SECURITY", "GRANT DELETE ON citizen TO ngo")
    execute(live, *LOCKED_OUT)
    try:
        checked, examined = production.run("check"), production.run("doctor")
    finally:
        execute(live, "ALTER TABLE citizen FORCE ROW LEVEL SECURITY", "REVOKE DELETE ON citizen FROM ngo")
        execute(live, "ALTER ROLE app_evaluator LOGIN")  # its password: by the `migrate` that each test begins with

    assert checked.exit_code == 1
    assert "ALTER TABLE citizen FORCE ROW LEVEL SECURITY" in checked.stdout
    assert "REVOKE DELETE ON citizen FROM ngo" in checked.stdout
    assert examined.exit_code == 1
    assert re.search(r"WRONG\s+row security\s+not enabled and forced on citizen", examined.stdout)
    shut = re.search(r"WRONG\s+logins\s+(.*) cannot sign in: `python -m app migrate`", examined.stdout)
    assert shut
    assert re.findall(r"app_\w+", shut[1]) == ["app_case", "app_evaluator", "app_answerer"]


def test_an_owner_who_is_a_superuser_is_told(production: Installed, empty_server: EmbeddedServer) -> None:
    execute(empty_server.url(), *LOCKED_OUT)
    assert production.run("migrate").exit_code == 0
    execute(empty_server.url(), "ALTER ROLE drift SUPERUSER")
    try:
        examined = production.run("doctor")
    finally:
        execute(empty_server.url(), "ALTER ROLE drift NOSUPERUSER")

    assert re.search(r"WRONG\s+owner\s+drift passes row-level security by", examined.stdout)
    assert re.search(r"ok\s+logins\s+all can sign in", examined.stdout)


def test_passwords_stay_out_of_the_servers_log(production: Installed, empty_server: EmbeddedServer) -> None:
    execute(empty_server.url(), "ALTER SYSTEM SET log_statement = 'ddl'", "SELECT pg_reload_conf()")
    try:
        assert production.run("migrate").exit_code == 0
    finally:
        execute(empty_server.url(), "ALTER SYSTEM RESET log_statement", "SELECT pg_reload_conf()")
    log = empty_server.log_path.read_text()
    passwords = KeyRing.load(production.data_dir / "keys.json").database_passwords

    assert "ALTER ROLE app_case LOGIN PASSWORD 'SCRAM-SHA-256$" in log
    assert not [name for name, password in passwords.items() if password in log]


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
