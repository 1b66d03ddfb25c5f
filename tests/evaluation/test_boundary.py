"""Whom the builder sees: stories, with SQL as its login. And what nobody may do with what it made."""

from collections.abc import AsyncIterator
from typing import Any

import asyncpg
import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from app.evaluation.snapshot_sql import PEOPLE
from app.installation import Installation
from tests.boundary.sql import refused, session, step_into
from tests.evaluation.programme import release_rows
from tests.support.world import JSON, Party, World

FROZEN, APPEND_ONLY, FORBIDDEN = "PW002", "PW003", "42501"
EVALUATION = ["contact", "evaluation_questionnaire"]
MACHINES = (
    "SELECT * FROM evaluation_tally('{}')",
    "SELECT * FROM evaluation_begun()",
    "SELECT * FROM evaluation_rows()",
)
ABOUT = ("citizen_background", "consent", "course", "session", "referral")


@pytest.fixture
async def sql(installation: Installation, app: Any) -> AsyncIterator["asyncpg.Connection[Any]"]:
    async with session(installation.builder) as connection:
        yield connection


async def seen(sql: "asyncpg.Connection[Any]", citizen: JSON) -> bool:
    """Whether the builder sees the citizen; and if not, nothing that is told of them."""
    there = bool(await sql.fetchval("SELECT count(*) FROM citizen WHERE id = $1", citizen["id"]))
    if not there:
        for table in ABOUT:
            assert not await sql.fetchval(f"SELECT count(*) FROM {table} WHERE citizen_id = $1", citizen["id"]), table
    return there


async def suspended(side: Party, agreement: JSON) -> None:
    answer = await side.act(f"/v1/agreements/{agreement['id']}/suspend")
    assert answer.status_code == 200, answer.text


async def test_only_who_consented_to_the_evaluation_is_seen_and_only_as_long(
    world: World, sql: "asyncpg.Connection[Any]"
) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police, background={"birth_year": 1871, "sex": "female"})
    assert not await seen(sql, citizen)
    await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity", "evaluation_interview"])
    assert not await seen(sql, citizen)
    consent = await world.consent(police, citizen, [ngo.organisation_id], EVALUATION)
    assert await seen(sql, citizen)
    row = await sql.fetchrow("SELECT birth_year, sex FROM citizen_background WHERE citizen_id = $1", citizen["id"])
    assert row is not None
    assert tuple(row) == (1871, "female")
    await world.withdrawn(police, consent)
    assert not await seen(sql, citizen)


async def test_only_with_the_controllers_instruction_to_anonymise(world: World, sql: "asyncpg.Connection[Any]") -> None:
    found = {}
    for purposes in (["intervention"], ["intervention", "evaluation"]):
        side, agreement = await world.newcomer(
            "police_district", agreement={"purposes": purposes}, police_district_code="1461"
        )
        body = {"project_id": agreement["project_id"], "track": "victim"}
        citizen = (await side.post("/v1/citizens", body)).json()
        found[len(purposes)] = (side, agreement, citizen)
    forms = {}
    for count, (side, agreement, citizen) in found.items():
        form = await world.made(
            "/v1/consent-forms",
            {
                "project_id": agreement["project_id"],
                "name": f"Formular {count}",
                "languages": ["da"],
                "notice_da": "Du bestemmer selv.",
                "recipients": [side.organisation_id],
                "scopes": EVALUATION,
            },
            "agency-secretary",
        )
        forms[count] = form["id"]
        drafted = await side.post(
            "/v1/consents",
            {
                "citizen_id": citizen["id"],
                "form_version_id": form["id"],
                "language": "da",
                "method": "paper",
                "scopes": EVALUATION,
                "recipients": [side.organisation_id],
                "informed_by": "PBA",
            },
        )
        assert drafted.status_code == 201, drafted.text
        signed = await side.act(f"/v1/consents/{drafted.json()['id']}/sign", {"signed_at": "2026-01-10T10:00:00Z"})
        assert signed.status_code == 200, signed.text
    assert [await seen(sql, found[count][2]) for count in (1, 2)] == [False, True]
    side, agreement, citizen = found[2]
    await suspended(side, agreement)
    assert not await seen(sql, citizen)


async def test_a_couple_is_one_only_where_both_consented_to_be_linked(
    world: World, sql: "asyncpg.Connection[Any]"
) -> None:
    police = await world.party("police-coordinator")
    ngo = world.organisation("tryg_vej")
    victim, perpetrator = await world.citizen(police), await world.citizen(police, "perpetrator")
    made = await police.post("/v1/pair-links", {"victim_id": victim["id"], "perpetrator_id": perpetrator["id"]})
    assert made.status_code == 201, made.text

    async def linked() -> int:
        return int(await sql.fetchval("SELECT count(*) FROM pair_link WHERE victim_id = $1", victim["id"]))

    both = [*EVALUATION, "evaluation_couple_link"]
    await world.consent(police, victim, [ngo], both)
    assert await linked() == 0
    await world.consent(police, perpetrator, [ngo], EVALUATION)
    assert await linked() == 0
    consent = await world.consent(police, perpetrator, [ngo], both)
    assert await linked() == 1
    await world.withdrawn(police, consent)
    assert await linked() == 0


async def test_special_protection_hides_the_municipality(world: World, sql: "asyncpg.Connection[Any]") -> None:
    police = await world.party("police-coordinator")
    for protection, shown in (("none", 1), ("special", 0)):
        identity = world.identity(address_protection=protection)
        citizen = await world.citizen(police, identity=identity)
        await world.consent(police, citizen, [world.organisation("tryg_vej")], EVALUATION)
        assert await seen(sql, citizen)
        found = await sql.fetchval("SELECT count(*) FROM citizen_residence WHERE citizen_id = $1", citizen["id"])
        assert found == shown, protection


async def test_those_without_consent_are_a_number(world: World, sql: "asyncpg.Connection[Any]") -> None:
    police = await world.party("police-coordinator")
    ask = "SELECT coalesce(sum(number), 0) FROM evaluation_tally($1) WHERE project = $2"
    project = world.project()

    async def tallied(*excluded: str) -> int:
        return int(await sql.fetchval(ask, [*excluded], project))

    before = await tallied()
    citizen = await world.citizen(police)
    assert await tallied() == before + 1
    await world.consent(police, citizen, [world.organisation("tryg_vej")], EVALUATION)
    assert await tallied() == before
    await world.citizen(police)
    assert await tallied(police.organisation_id) < await tallied()


async def test_a_renewed_consent_began_with_the_first(world: World, sql: "asyncpg.Connection[Any]") -> None:
    police = await world.party("police-coordinator")
    of_whom = [world.organisation("tryg_vej")]

    async def begun(citizen: JSON) -> int:
        """How many days ago, as a build has it."""
        days = {row["person"]: row["consented_on"] for row in await sql.fetch(PEOPLE)}
        return (today() - days[citizen["id"]]).days

    citizen = await world.citizen(police)
    first = await world.consent(police, citizen, of_whom, EVALUATION, days_ago=40)
    second = await world.consent(police, citizen, of_whom, EVALUATION, days_ago=20, supersedes_id=first["id"])
    third = await world.consent(police, citizen, of_whom, EVALUATION, days_ago=3, supersedes_id=second["id"])
    assert await begun(citizen) == 40
    # What the consents before were the builder does not see, nor of anybody who withdrew.
    assert await sql.fetchval("SELECT count(*) FROM consent WHERE citizen_id = $1", citizen["id"]) == 1
    ask = "SELECT count(*) FROM evaluation_begun() WHERE consent_id = $1"
    assert [await sql.fetchval(ask, each["id"]) for each in (second, third)] == [0, 1]
    await world.withdrawn(police, third)
    assert await sql.fetchval(ask, third["id"]) == 0
    await world.consent(police, citizen, of_whom, EVALUATION)
    assert await begun(citizen) == 0

    # The evaluation began with the renewal that ticked it.
    citizen = await world.citizen(police)
    without = await world.consent(police, citizen, of_whom, ["contact"], days_ago=30)
    await world.consent(police, citizen, of_whom, EVALUATION, days_ago=10, supersedes_id=without["id"])
    assert await begun(citizen) == 10


async def test_nobody_else_is_told_the_number(installation: Installation, world: World) -> None:
    evaluator = await world.party("vive-researcher")
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator", evaluator.organisation_id, functions="researcher")
        for each in MACHINES:
            assert await refused(connection, each) == FORBIDDEN, each
    async with session(installation.case) as connection:
        for role in ("agency", "operator", "police_district"):
            await step_into(connection, role, world.organisation("agency"))
            for each in MACHINES:
                assert await refused(connection, each) == FORBIDDEN, (role, each)
            await connection.execute("RESET ROLE")


async def test_an_ngo_asks_once_the_citizen_consented(world: World) -> None:
    ngo = await world.party("tryg-vej-coordinator-victim")
    citizen = await world.unaided(ngo)
    path = f"/v1/citizens/{citizen['id']}"
    etag = (await ngo.get(path)).headers["etag"]
    early = await ngo.put(f"{path}/background", {"birth_year": 1871}, if_match=etag)
    assert (early.status_code, early.json()["type"].rsplit("/", 1)[1]) == (409, "consent-required")
    await world.consent(ngo, citizen, [ngo.organisation_id], EVALUATION)
    etag = (await ngo.get(path)).headers["etag"]
    put = await ngo.put(f"{path}/background", {"birth_year": 1871, "sex": "female"}, if_match=etag)
    assert put.status_code == 200, put.text
    assert (put.json()["background"]["birth_year"], put.json()["background"]["sex"]) == (1871, "female")
    changed = await ngo.put(f"{path}/background", {"sex": "other"}, if_match=put.headers["etag"])
    assert (changed.json()["background"]["birth_year"], changed.json()["background"]["sex"]) == (None, "other")
    for wrong in ({"birth_year": 1200}, {"birth_year": 2099}, {"sex": "x"}, {"birth_year": "1871"}):
        answer = await ngo.put(f"{path}/background", wrong, if_match=changed.headers["etag"])
        assert answer.status_code == 422, wrong


async def test_the_background_is_passed_on_to_nobody(world: World) -> None:
    police, ngo = await world.party("police-coordinator"), await world.party("tryg-vej-coordinator-victim")
    citizen = await world.citizen(police, background={"birth_year": 1871, "sex": "female"})
    assert citizen["background"]["birth_year"] == 1871
    consent = await world.consent(police, citizen, [ngo.organisation_id], ["contact", "identity", *EVALUATION[1:]])
    await world.referral(police, consent, accepted_by=ngo)
    told = (await ngo.get(f"/v1/citizens/{citizen['id']}")).json()
    assert (told["background"], "background" in told["withheld"]) == (None, True)
    assert told["identity"] is not None


@pytest.fixture
async def published(world: World, installation: Installation) -> JSON:
    """A published release with a file, as rows."""
    assert installation.superuser is not None
    ids = await release_rows(installation.superuser, world, "published")
    return {"release": ids["release_id"], "job": ids["build_id"]}


async def test_what_is_published_never_changes(
    sql: "asyncpg.Connection[Any]", installation: Installation, published: JSON, superuser: AsyncEngine
) -> None:
    job = published["job"]
    of_release, of_build = f"id = '{published['release']}'", f"build_id = '{job}'"
    assert await refused(sql, f"UPDATE release_file_content SET content = 'y' WHERE {of_build}") == APPEND_ONLY
    assert await refused(sql, f"UPDATE release_file_content SET content = '' WHERE {of_build}") == APPEND_ONLY
    assert await refused(sql, f"UPDATE release_file SET sha256 = repeat('b', 64) WHERE {of_build}") == FORBIDDEN
    for change in ("findings = 1", "status = 'draft', build_id = NULL", "project_ids = '{}', report = '{}'"):
        assert await refused(sql, f"UPDATE release SET {change} WHERE {of_release}") == FROZEN, change
    assert await refused(sql, f"UPDATE release_job SET status = 'queued' WHERE id = '{job}'") == FROZEN
    added = f"""
        INSERT INTO release_file (id, created_at, updated_at, version, release_id, build_id, name, media_type,
        size_bytes, sha256) VALUES (gen_random_uuid(), now(), now(), 1, '{published["release"]}', '{job}', 'more.csv',
        'text/csv', 1, repeat('a', 64))
        """
    assert await refused(sql, added) == FROZEN
    ledger = f"UPDATE release_ledger SET %s WHERE {of_build}"
    assert await refused(sql, ledger % "person_ids = person_ids || gen_random_uuid()") == APPEND_ONLY
    assert await refused(sql, ledger % "person_ids = person_ids[1:1]") == APPEND_ONLY
    assert await refused(sql, ledger % "person_ids = person_ids[1:1], removed = 1") is None
    # Nor by those who own the tables, or the server.
    async with superuser.connect() as connection:
        raw: Any = (await connection.get_raw_connection()).driver_connection
        for table in ("release_file", "release_file_content"):
            assert await refused(raw, f"DELETE FROM {table} WHERE {of_build}") == APPEND_ONLY
        assert await refused(raw, f"UPDATE release_file_content SET content = 'y' WHERE {of_build}") == APPEND_ONLY


async def test_the_evaluators_login_reads_published_releases_and_nothing_of_their_making(
    installation: Installation, world: World, published: JSON, superuser: AsyncEngine
) -> None:
    evaluator = await world.party("vive-researcher")
    count = "SELECT count(*) FROM release_file_content WHERE build_id = $1"
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator", evaluator.organisation_id, functions="researcher")
        assert await connection.fetchval(count, published["job"]) == 1
        for table in ("release_ledger", "release_report", "release_approval", "release_job"):
            assert await refused(connection, f"SELECT FROM {table}") == FORBIDDEN, table
    async with superuser.begin() as rows:
        await rows.execute(text("SET LOCAL session_replication_role = replica"))
        await rows.execute(
            text("UPDATE release SET status = 'recalled', recalled_at = now() WHERE id = :id"),
            {"id": published["release"]},
        )
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator", evaluator.organisation_id, functions="researcher")
        assert await connection.fetchval(count, published["job"]) == 0
        assert await connection.fetchval("SELECT status FROM release WHERE id = $1", published["release"]) == "recalled"
