"""What `doctor` says of the releases' secret, and of builds that nobody works on."""

from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from datetime import UTC, datetime, timedelta
from pathlib import Path
from uuid import UUID, uuid4

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.cli.doctor import LEFT_FOR, Finding, of_releases
from app.evaluation.secret import check_of, make_secret, read_secret
from app.installation import Installation
from tests.evaluation.programme import release_rows
from tests.support.world import World

REPLICA = text("SET LOCAL session_replication_role = replica")


async def said(installation: Installation, path: Path, **settings: object) -> dict[str, Finding]:
    given = installation.settings.model_copy(update={"release_secret_file": path, **settings})
    return {each.subject: each for each in await of_releases(replace(installation, settings=given))}


@pytest.fixture
async def published(installation: Installation, world: World, superuser: AsyncEngine, secret_path: Path) -> UUID:
    """A release under the secret of all tests."""
    assert installation.superuser is not None
    release = UUID((await release_rows(installation.superuser, world, "published"))["release_id"])
    async with superuser.begin() as connection:
        await connection.execute(REPLICA)
        await connection.execute(
            text("UPDATE release SET secret_check = :check WHERE id = :id"),
            {"check": check_of(read_secret(secret_path)), "id": release},
        )
    return release


async def test_the_secret_is_that_of_what_is_published(
    installation: Installation, published: UUID, secret_path: Path, tmp_path: Path
) -> None:
    found = (await said(installation, secret_path))["release secret"]
    assert (found.verdict, "that of the published releases" in found.says) == ("ok", True)

    missing = tmp_path / "release.secret"
    found = (await said(installation, missing))["release secret"]
    assert (found.verdict, "Restore it from the backup" in found.says) == ("WRONG", True)
    elsewhere = (await said(installation, missing, build_releases=False))["release secret"]
    assert elsewhere.verdict == "note"

    make_secret(missing)
    found = (await said(installation, missing))["release secret"]
    assert (found.verdict, "not what the published releases were built with" in found.says) == ("WRONG", True)
    for content, mode in (("zz", 0o600), (secret_path.read_text(), 0o640)):
        missing.write_text(content)
        missing.chmod(mode)
        assert (await said(installation, missing))["release secret"].verdict == "WRONG"


ASKED = text(
    "INSERT INTO release_job (id, created_at, updated_at, version, release_id, organisation_id, asked_by, status, "
    "step, percent, attempts, worker, leased_until) "
    "SELECT gen_random_uuid(), :since, :since, 1, release_id, organisation_id, asked_by, :status, step, 0, 0, "
    ":worker, :lease FROM release_job WHERE release_id = :release LIMIT 1"
)
GONE = text("DELETE FROM release_job WHERE release_id = :release AND status IN ('queued', 'running')")


@asynccontextmanager
async def waiting(engine: AsyncEngine, release: UUID, since: datetime, lease: datetime | None) -> AsyncIterator[None]:
    """A build that was asked for; the tests' builders must not find it."""
    taken_up = {"status": "queued", "worker": None} if lease is None else {"status": "running", "worker": "somebody"}
    async with engine.begin() as connection:
        await connection.execute(REPLICA)
        await connection.execute(ASKED, {"since": since, "lease": lease, "release": release, **taken_up})
    try:
        yield
    finally:
        async with engine.begin() as connection:
            await connection.execute(REPLICA)
            await connection.execute(GONE, {"release": release})


async def test_builds_that_nobody_works_on_are_found(
    installation: Installation, published: UUID, secret_path: Path, superuser: AsyncEngine
) -> None:
    now = datetime.now(UTC)
    long_ago, just_now = now - LEFT_FOR - timedelta(minutes=1), now - timedelta(minutes=1)
    for since, lease, wrong in (
        (long_ago, None, True),
        (long_ago, long_ago, True),
        (just_now, None, False),
        (long_ago, now + timedelta(minutes=1), False),
    ):
        async with waiting(superuser, published, since, lease):
            found = (await said(installation, secret_path)).get("release builder")
        assert (found is not None and found.verdict == "WRONG" and "releases work" in found.says) is wrong


EXTRACT = text(
    "INSERT INTO pseudonymised_extract (id, created_at, updated_at, version, project_id, organisation_id, "
    "agreement_id, recipient_id, status, attempts) VALUES (:id, :since, :since, 1, :id, :id, :id, :id, 'waiting', 0)"
)


async def test_extracts_that_nobody_makes_are_found(
    installation: Installation, secret_path: Path, superuser: AsyncEngine
) -> None:
    now = datetime.now(UTC)
    for since, wrong in ((now - LEFT_FOR - timedelta(minutes=1), True), (now - timedelta(minutes=1), False)):
        given = {"id": uuid4()}
        async with superuser.begin() as connection:
            await connection.execute(REPLICA)
            await connection.execute(EXTRACT, {**given, "since": since})
        try:
            found = (await said(installation, secret_path)).get("release builder")
        finally:
            async with superuser.begin() as connection:
                await connection.execute(text("DELETE FROM pseudonymised_extract WHERE id = :id"), given)
        assert (found is not None and found.verdict == "WRONG" and "releases work" in found.says) is wrong


async def test_a_builder_that_cannot_sign_in_is_found(installation: Installation, secret_path: Path) -> None:
    wrong = installation.settings.model_copy(
        update={"builder_database_url": "postgresql://app_builder:wrong@127.0.0.1:1/nowhere"}
    )
    found = await of_releases(replace(installation, settings=wrong))
    assert [(each.verdict, each.subject) for each in found] == [("WRONG", "release builder")]
