"""What ends a row: at once, over HTTP and for SQL as the evaluator's login, and what it held is erased."""

from collections.abc import Awaitable, Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.installation import Installation
from app.pseudonymised import extracting
from tests.boundary.sql import refused, session, step_into
from tests.pseudonymised.support import PATH, SCOPES, Tier, tier, url_of, worked
from tests.support.world import JSON, World

FORBIDDEN, FROZEN = "42501", "PW002"
Ending = Callable[[Tier, JSON], Awaitable[Any]]


async def withdrawn(it: Tier, citizen: JSON) -> None:
    await it.world.withdrawn(it.ngo, citizen["consent"])


async def renewed_without(it: Tier, citizen: JSON) -> None:
    terms = {"supersedes_id": citizen["consent"]["id"]}
    await it.consent(citizen, [it.ngo.organisation_id, it.evaluator.organisation_id], ["contact"], **terms)


async def renewed_for_others(it: Tier, citizen: JSON) -> None:
    await it.consent(citizen, [it.ngo.organisation_id], SCOPES, supersedes_id=citizen["consent"]["id"])


async def protected(it: Tier, citizen: JSON) -> None:
    path = f"/v1/citizens/{citizen['id']}"
    etag = (await it.ngo.get(path)).headers["etag"]
    identity = it.world.identity(cpr=None, address_protection="special")
    answer = await it.ngo.put(f"{path}/identity", identity, if_match=etag)
    assert answer.status_code == 200, answer.text


async def declaration_ended(it: Tier, citizen: JSON) -> None:
    answer = await it.evaluator.act(f"/v1/agreements/{it.agreements['declaration']['id']}/end")
    assert answer.status_code == 200, answer.text


async def evaluator_left(it: Tier, citizen: JSON) -> None:
    agency = await it.world.party("agency-secretary")
    answer = await agency.act(f"/v1/projects/{it.project}/partners/{it.partner['id']}/end")
    assert answer.status_code == 200, answer.text


async def controller_left(it: Tier, citizen: JSON) -> None:
    """Another takes its place: the programme requires one."""
    operator = await it.world.party("operator-operator")
    path = f"/v1/projects/{it.project}/partners"
    partners = (await operator.get(path)).json()["items"]
    (own,) = [each["id"] for each in partners if each["organisation_id"] == it.ngo.organisation_id]
    successor = await it.world.organisation_made("ngo", tracks=["victim"])
    await it.world.made(path, {"organisation_id": successor["id"], "lead": True, "replaces_id": own})


async def agreement_suspended(it: Tier, citizen: JSON) -> None:
    answer = await it.ngo.act(f"/v1/agreements/{it.agreements['ngo']['id']}/suspend")
    assert answer.status_code == 200, answer.text


async def evaluators_suspended(it: Tier, citizen: JSON) -> None:
    answer = await it.evaluator.act(f"/v1/agreements/{it.agreements['evaluator']['id']}/suspend")
    assert answer.status_code == 200, answer.text


async def left(superuser: AsyncEngine, row: str) -> tuple[Any, ...]:
    async with superuser.connect() as connection:
        asked = text("SELECT sealed IS NULL, ended_at IS NOT NULL FROM pseudonymised_record WHERE id = :id")
        return tuple((await connection.execute(asked, {"id": row})).one())


@pytest.mark.parametrize(
    ("ending", "erased"),
    [
        (withdrawn, True),
        (renewed_without, True),
        (renewed_for_others, True),
        (protected, True),
        (declaration_ended, True),
        (evaluator_left, True),
        (controller_left, True),
        (agreement_suspended, False),
        (evaluators_suspended, False),
    ],
)
async def test_what_ends_a_row_ends_it_at_once(
    world: World,
    installation: Installation,
    superuser: AsyncEngine,
    secret_path: Path,
    ending: Ending,
    erased: bool,
) -> None:
    it = await tier(world)
    citizen, _ = await it.citizen(), await it.citizen()
    extract = await it.extract(installation, secret_path)
    before = await it.rows(extract)
    assert await it.by_sql(installation) == before.keys()
    row = await row_of(superuser, citizen)
    assert await left(superuser, row) == (False, False)
    await ending(it, citizen)
    now = await it.rows(extract)
    of_all = ending not in {withdrawn, renewed_without, renewed_for_others, protected}
    assert now.keys() == (set() if of_all else before.keys() - {row})
    assert await it.by_sql(installation) == now.keys()
    assert await left(superuser, row) == (erased, erased)


async def row_of(superuser: AsyncEngine, citizen: JSON) -> str:
    async with superuser.connect() as connection:
        asked = text("SELECT record_id FROM pseudonymised_subject WHERE citizen_id = :id")
        return str((await connection.execute(asked, {"id": citizen["id"]})).scalar_one())


async def test_a_renewed_consent_carries_the_row_on_and_it_lasts_to_a_quarter(
    world: World, installation: Installation, superuser: AsyncEngine, secret_path: Path
) -> None:
    it = await tier(world)
    both = [it.ngo.organisation_id, it.evaluator.organisation_id]
    citizen = await it.citizen(valid_until="2028-05-20T10:00:00Z")
    extract = await it.extract(installation, secret_path)
    assert await until(superuser, citizen) == "2028-03-31"
    await it.consent(citizen, both, SCOPES, supersedes_id=citizen["consent"]["id"], valid_until="2029-02-03T10:00:00Z")
    assert len(await it.rows(extract)) == 1
    assert await until(superuser, citizen) == "2028-12-31"


async def until(superuser: AsyncEngine, citizen: JSON) -> str:
    """The last day on which the row is read."""
    async with superuser.connect() as connection:
        asked = text(
            "SELECT ((valid_until AT TIME ZONE 'Europe/Copenhagen')::date - 1)::text FROM pseudonymised_record "
            "JOIN pseudonymised_subject ON record_id = pseudonymised_record.id WHERE citizen_id = :id"
        )
        return str((await connection.execute(asked, {"id": citizen["id"]})).scalar_one())


async def test_who_withdraws_while_the_extract_is_made_is_not_in_it(
    world: World, installation: Installation, secret_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = await tier(world)
    going, staying = await it.citizen(), await it.citizen()
    read = extracting._snapshot

    async def and_withdrawn(url: str, extract: Mapping[str, Any]) -> Any:
        found = await read(url, extract)
        if str(extract["id"]) != asked["id"]:
            return found
        assert {str(each["citizen_id"]) for each in found[1]} == {going["id"], staying["id"]}
        await withdrawn(it, going)
        return found

    asked = await it.asked()
    with monkeypatch.context() as patched:
        patched.setattr(extracting, "_snapshot", and_withdrawn)
        await worked(installation, secret_path)
    assert len(await it.rows(asked)) == 1
    assert len(await it.by_sql(installation)) == 1


async def test_a_builder_that_breaks_down_leaves_nothing(
    world: World, installation: Installation, superuser: AsyncEngine, secret_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    it = await tier(world)
    await it.citizen()
    asked = await it.asked()
    with monkeypatch.context() as patched:
        patched.setattr(extracting, "_BUILT", "SELECT 1 / 0, $1::uuid, $2::timestamptz")
        await worked(installation, secret_path)
    found = (await it.evaluator.get(f"{PATH}/{asked['id']}")).json()
    assert (found["status"], found["error"]) == ("failed", "broken")
    async with superuser.connect() as connection:
        count = text("SELECT count(*) FROM pseudonymised_record WHERE extract_id = :id")
        assert (await connection.execute(count, {"id": asked["id"]})).scalar_one() == 0
    assert not await extracting.once(url_of(installation), secret_path)


async def test_the_evaluators_login_gets_no_further_by_sql_of_its_own(
    world: World, installation: Installation, secret_path: Path
) -> None:
    it, other = await tier(world), await tier(world)
    await it.citizen()
    extract = await it.extract(installation, secret_path)
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator", it.evaluator.organisation_id, functions="researcher")
        assert await connection.fetchval("SELECT count(*) FROM pseudonymised_record") == 1
        for statement in (
            "SELECT FROM pseudonymised_subject",
            "UPDATE pseudonymised_record SET ended_at = NULL",
            "UPDATE pseudonymised_extract SET status = 'built'",
            "INSERT INTO pseudonymised_record DEFAULT VALUES",
            "UPDATE recipient_declaration SET valid_until = NULL",
            "INSERT INTO recipient_declaration DEFAULT VALUES",
        ):
            assert await refused(connection, statement) == FORBIDDEN, statement
        # What it asks for is asked for, and not made by itself; and under its own declaration.
        asking = """
            INSERT INTO pseudonymised_extract (id, created_at, updated_at, version, project_id, organisation_id,
              agreement_id, recipient_id, attempts, status, taken_at)
            SELECT gen_random_uuid(), now(), now(), 1, $1, $2, $3, $4, 0, $5,
              CASE $5 WHEN 'built' THEN now() END
            """
        own = (it.project, it.ngo.organisation_id, it.agreements["declaration"]["id"], it.evaluator.organisation_id)
        assert await refused(connection, asking, *own, "built") == FROZEN
        assert await refused(connection, asking, *own, "waiting") is None
        foreign = (other.project, other.ngo.organisation_id, other.agreements["declaration"]["id"])
        assert await refused(connection, asking, *foreign, own[3], "waiting") == FORBIDDEN
        assert await refused(connection, asking, *foreign, other.evaluator.organisation_id, "waiting") == FORBIDDEN
        # A caseworker of the evaluator's is no researcher.
        await connection.execute("RESET ROLE")
        await step_into(connection, "evaluator", it.evaluator.organisation_id, functions="coordinator")
        assert await connection.fetchval("SELECT count(*) FROM pseudonymised_record") == 0
        assert await connection.fetchval("SELECT count(*) FROM pseudonymised_extract WHERE id = $1", extract["id"]) == 1


async def test_a_key_is_not_exchanged_once_it_was_laid_before_the_other_side(
    world: World, installation: Installation
) -> None:
    it = await tier(world)
    declaration = it.agreements["declaration"]["id"]
    async with session(installation.evaluator) as connection:
        await step_into(connection, "evaluator", it.evaluator.organisation_id, functions="researcher")
        change = "UPDATE agreement SET recipient_key = '{}' WHERE id = $1"
        assert await refused(connection, change, declaration) == FROZEN
