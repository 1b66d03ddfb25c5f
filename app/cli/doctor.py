"""`python -m app doctor`: what is wrong with an installation, and what to do about it."""

import asyncio
import difflib
import os
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass
from datetime import timedelta
from typing import Literal

import asyncpg
import httpx
import typer
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncConnection

from app.auth._compact import RefusedError
from app.auth.issuers import Issuer, IssuersError, load_issuers
from app.auth.key_sets import fetch
from app.auth.keys import KeyRing, KeyRingError
from app.boundary.catalogue import protected_in
from app.boundary.policy import load
from app.cli.console import Mistake, columns, out, plainly, read_settings
from app.cli.database import differences
from app.cli.installing import opened, owner, reaching, tracing_missing
from app.cli.unlocking import locked
from app.database import migrations
from app.database.roles import LOGINS
from app.database.urls import driver_url
from app.evaluation.secret import SECRETS_USED, NoSecretError, SecretMissingError, check_of, read_secret
from app.evaluation.waiting import LEFT
from app.installation import Installation
from app.integration.imports.waiting import WAITING as IMPORTS_WAITING
from app.integration.webhooks.queue import WAITING
from app.settings import PREFIX, Settings, variables

WRONG = 1
MAJOR = 18
LEFT_FOR = timedelta(minutes=10)
"""So long no build waits where somebody works on them."""
DURABLE = {"fsync": "on", "full_page_writes": "on", "synchronous_commit": "on"}
ALL_BUT = 0.85
"""How alike a variable without our prefix is to one of ours for that to be meant: `DATABSE_URL`, `CORS_ORIGINS`."""

Verdict = Literal["ok", "note", "WRONG"]


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that was looked at."""

    verdict: Verdict
    subject: str
    says: str


def doctor() -> None:
    """Look at keys, database, schema and settings; exit code 1 if something is wrong."""
    with plainly():
        settings = read_settings()
        findings = [*_of_settings(settings), *_of_environment(), *_of_keys(settings)]
        barred = any(each.verdict == "WRONG" for each in findings)
        findings += of_issuers(settings)  # bars nothing: an outage of theirs would hide what is wrong with us
        if barred:
            findings.append(Finding("note", "database", "not looked at: put the above right first"))
        else:
            findings += _of_database(settings)
    for line in columns([(each.verdict, each.subject, each.says) for each in findings]):
        out.print(line)
    if any(each.verdict == "WRONG" for each in findings):
        raise typer.Exit(WRONG)


def _of_settings(settings: Settings) -> Iterator[Finding]:
    database = "embedded" if settings.embedded else "DATABASE_URL"
    yield Finding("ok", "mode", f"{settings.mode}, database: {database}, data folder: {settings.data_dir}")
    if "*" in settings.cors_origins:
        yield Finding("note", "browsers", "any website may call this from a browser: APP_CORS_ORIGINS holds *")
    if missing := tracing_missing(settings):
        yield Finding("WRONG", "traces", missing)
    if settings.mode != "production":
        return
    if settings.embedded:
        yield Finding("WRONG", "mode", "production on the embedded database: set DATABASE_URL")
    if not settings.issuer.startswith("https://"):
        yield Finding("note", "public url", f"{settings.issuer} is not https: set APP_PUBLIC_URL to the outside's URL")


def _of_environment() -> Iterator[Finding]:
    """Variables that look like settings and are read by none: what was meant is not set, and nothing says so."""
    known = variables()
    for name in sorted(each for each in os.environ if each.upper().startswith(PREFIX) and each.upper() not in known):
        # DATABASE_URL has no prefix, as everywhere.
        bare = name.upper().removeprefix(PREFIX)
        near = [bare] if bare in known else difflib.get_close_matches(name.upper(), known, n=1)
        meant = f": is {near[0]} meant?" if near else ""
        yield Finding("note", "environment", f"no setting reads {name}{meant}")
    # Others' variables are all the rest: of these only what is all but one of ours, which itself is not there.
    present = {each.upper() for each in os.environ}
    for name in sorted(
        each for each in os.environ if not each.upper().startswith(PREFIX) and each.upper() not in known
    ):
        near = difflib.get_close_matches(name.upper(), known - present, n=1, cutoff=ALL_BUT)
        if near:
            yield Finding("note", "environment", f"no setting reads {name}: is {near[0]} meant?")


def of_issuers(settings: Settings, *, transport: httpx.AsyncBaseTransport | None = None) -> Iterator[Finding]:
    """The issuers that are believed beside us, and whether their keys can be had."""
    try:
        issuers = load_issuers(settings.issuers_file, own=settings.issuer)
    except IssuersError as error:
        yield Finding("WRONG", "issuers", str(error))
        return
    for each in issuers:
        yield asyncio.run(_of_issuer(each, transport))


async def _of_issuer(issuer: Issuer, transport: httpx.AsyncBaseTransport | None) -> Finding:
    subject = f"issuer {issuer.name}"
    try:
        keys = issuer.static_keys() or await fetch(issuer, transport=transport)
    except RefusedError as refused:
        says = f"its keys cannot be had from {issuer.jwks_url} ({refused.reason}): its tokens will be refused"
        return Finding("WRONG", subject, says)
    if not keys:
        return Finding("WRONG", subject, f"none of the keys at {issuer.jwks_url} is for {_listed(issuer.algorithms)}")
    return Finding("ok", subject, f"{issuer.issuer}, {len(keys)} keys for {_listed(issuer.algorithms)}")


def _of_keys(settings: Settings) -> Iterator[Finding]:
    try:
        ring = KeyRing.load(settings.key_ring_path)
    except KeyRingError as error:
        yield Finding("WRONG", "keys", str(error))
        return
    if settings.mode != "demo" and ring.purpose == "demo":
        yield Finding("WRONG", "keys", f"{settings.key_ring_path} holds demo keys: make others with `keys new`")
    else:
        yield Finding("ok", "keys", f"{settings.key_ring_path} ({ring.purpose}, {len(ring.master_keys)} master keys)")


def _of_database(settings: Settings) -> list[Finding]:
    try:
        with opened(settings, KeyRing.load(settings.key_ring_path)) as this, reaching(settings):
            return asyncio.run(_all(this))
    except Mistake as error:
        return [Finding("WRONG", "database", str(error))]


async def _all(this: Installation) -> list[Finding]:
    async with owner(this) as connection:
        found = [each async for each in _of_schema(connection)]
        found += [each async for each in _of_server(connection, this)]
    found.append(await of_logins(this))
    if not any(each.verdict == "WRONG" and each.subject == "schema" for each in found):
        found += await _of_drift(this)
        found.append(await of_sealed(this))
        found += await of_releases(this)
        found += await of_webhooks(this)
        found += await of_imports(this)
    return found


async def _of_schema(connection: AsyncConnection) -> AsyncIterator[Finding]:
    try:
        await migrations.require_current(connection)
    except migrations.SchemaOutOfDateError as error:
        yield Finding("WRONG", "schema", str(error))
        return
    yield Finding("ok", "schema", f"at {_listed(migrations.heads())}")
    naked = {each.table for each in load().categories.values()} - await connection.run_sync(protected_in)
    if naked:
        yield Finding("WRONG", "row security", f"not enabled and forced on {_listed(naked)}: see `python -m app check`")
    else:
        yield Finding("ok", "row security", "enabled and forced on every table of the boundary")


async def _of_drift(this: Installation) -> list[Finding]:
    found = await differences(this)
    if found:
        says = f"{len(found)} differences between database and code: see `python -m app check`"
        return [Finding("WRONG", "drift", says)]
    return [Finding("ok", "drift", "tables, policies, grants, triggers are as the code wants them")]


async def _of_server(connection: AsyncConnection, this: Installation) -> AsyncIterator[Finding]:
    settings_of = await connection.execute(text("SELECT name, setting FROM pg_settings"))
    shown: dict[str, str] = {each["name"]: each["setting"] for each in settings_of.mappings()}
    version = int(shown["server_version_num"]) // 10_000
    verdict: Verdict = "ok" if version >= MAJOR else "WRONG"
    yield Finding(verdict, "server", f"PostgreSQL {shown['server_version']} (wanted: {MAJOR} or newer)")
    for name, wanted in DURABLE.items():
        if shown[name] != wanted:
            yield Finding("WRONG", name, f"{shown[name]}: a crash may lose or tear what was answered as written")
    if shown["data_checksums"] != "on":
        yield Finding("WRONG", "data_checksums", "off: silent damage of the disk would not be noticed")
    yield _room(int(shown["max_connections"]), this)
    powerful = text("SELECT rolname FROM pg_roles WHERE rolname = current_user AND (rolsuper OR rolbypassrls)")
    if owns := (await connection.execute(powerful)).scalar():
        says = f"{owns} passes row-level security by: give the database to a role with CREATEROLE only"
        yield Finding("WRONG", "owner", says)
    exempt = await connection.execute(
        text("SELECT rolname FROM pg_roles WHERE rolname = ANY(:logins) AND (rolsuper OR rolbypassrls)"),
        {"logins": [*LOGINS]},
    )
    if names := exempt.scalars().all():
        yield Finding("WRONG", "logins", f"{_listed(names)} may pass row-level security by: ALTER ROLE ... NOBYPASSRLS")


async def of_logins(this: Installation) -> Finding:
    """Whether each can sign in that requests and the processes beside them use."""
    shut = {}
    for each in (this.case, this.evaluator, this.answerer, this.builder, this.deliverer):
        try:
            connection = await asyncpg.connect(driver_url(each))
        except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
            shut[each.username or "nobody"] = type(error).__name__
        else:
            await connection.close()
    if not shut:
        return Finding("ok", "logins", "all can sign in")
    who = ", ".join(f"{name} ({reason})" for name, reason in shut.items())
    says = f"{who} cannot sign in: `python -m app migrate` gives logins and passwords again"
    return Finding("WRONG", "logins", says)


async def of_sealed(this: Installation) -> Finding:
    """Whether the key ring opens what the parties have written."""
    try:
        wrong = await locked(this)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return Finding("WRONG", "data keys", f"the login of requests cannot reach them ({type(error).__name__})")
    return Finding("WRONG", "data keys", wrong) if wrong else Finding("ok", "data keys", "the key ring opens them")


async def of_releases(this: Installation) -> list[Finding]:
    """The secret that they are built with, and whether anybody builds those that are asked for."""
    url = driver_url(this.builder)
    try:
        connection = await asyncpg.connect(url)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return [Finding("WRONG", "release builder", f"its login cannot reach the database ({type(error).__name__})")]
    try:
        used = {str(row["secret_check"]) for row in await connection.fetch(SECRETS_USED)}
        left = await connection.fetchrow(LEFT, LEFT_FOR)
    finally:
        await connection.close()
    found = [_of_secret(this.settings, used)]
    if left is not None and left["builds"]:
        since = f"{left['since']:%Y-%m-%d %H:%M} UTC"
        says = f"{left['builds']} builds that nobody works on, since {since}: run `python -m app releases work`"
        found.append(Finding("WRONG", "release builder", says))
    return found


async def of_webhooks(this: Installation) -> list[Finding]:
    """Whether anybody sends what is due."""
    url = driver_url(this.deliverer)
    try:
        connection = await asyncpg.connect(url)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return [Finding("WRONG", "webhooks", f"their login cannot reach the database ({type(error).__name__})")]
    try:
        left = await connection.fetchrow(WAITING, LEFT_FOR)
    finally:
        await connection.close()
    if left is None or not left["deliveries"]:
        return [Finding("ok", "webhooks", "none waits")]
    since = f"{left['since']:%Y-%m-%d %H:%M} UTC"
    says = f"{left['deliveries']} deliveries that nobody sends, since {since}: run `python -m app webhooks work`"
    return [Finding("WRONG", "webhooks", says)]


async def of_imports(this: Installation) -> list[Finding]:
    """Whether anybody works through those that were sent."""
    url = driver_url(this.case)
    try:
        connection = await asyncpg.connect(url)
    except (OSError, asyncpg.PostgresError, asyncpg.InterfaceError) as error:
        return [Finding("WRONG", "imports", f"their login cannot reach the database ({type(error).__name__})")]
    try:
        left = await connection.fetchrow(IMPORTS_WAITING, LEFT_FOR)
    finally:
        await connection.close()
    if left is None or not left["imports"]:
        return [Finding("ok", "imports", "none lies still")]
    since = f"{left['since']:%Y-%m-%d %H:%M} UTC"
    if left["others_go_on"]:
        says = f"{left['imports']} wait for their turn since {since}: run another `python -m app imports work`"
        return [Finding("note", "imports", says)]
    says = f"{left['imports']} imports that nobody works on, since {since}: run `python -m app imports work`"
    return [Finding("WRONG", "imports", says)]


def _of_secret(settings: Settings, used: set[str]) -> Finding:
    """Whether it is there, and one of those `used` for what is published."""
    path, subject = settings.release_secret_path, "release secret"
    try:
        check = check_of(read_secret(path))
    except NoSecretError as error:
        if not settings.build_releases:
            return Finding("note", subject, "none here: releases are built elsewhere (APP_BUILD_RELEASES)")
        if used:
            return Finding("WRONG", subject, str(error))
        making = "`serve` makes it" if settings.mode == "demo" else "make it with `python -m app releases secret`"
        return Finding("note", subject, f"none yet at {path}: {making}")
    except SecretMissingError as error:
        return Finding("WRONG", subject, str(error))
    if used and check not in used:
        says = f"{path} is not what the published releases were built with, and builds nothing: restore that one"
        return Finding("WRONG", subject, says)
    of = "that of the published releases" if used else "no release is published yet"
    return Finding("ok", subject, f"{path} ({of})")


def _room(limit: int, this: Installation) -> Finding:
    """Connections of one process against what the server gives; three are kept for superusers."""
    one = this.databases().most_connections
    fits = (limit - 3) // one
    verdict: Verdict = "ok" if fits >= 1 else "WRONG"
    says = f"{one} a process at most (APP_POOL_SIZE x each role), max_connections {limit}: room for {fits} processes"
    return Finding(verdict, "connections", says)


def _listed(names: object) -> str:
    return ", ".join(sorted(names)) if isinstance(names, set | frozenset | list) and names else "nothing"
