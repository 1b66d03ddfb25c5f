"""Rows and releases: nobody works out from both what the few answered who have no row."""

from pathlib import Path
from uuid import UUID, uuid4

import asyncpg
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.evaluation.job import handed_out
from app.evaluation.snapshot import snapshot
from app.installation import Installation
from tests.boundary.scene import full
from tests.evaluation.programme import copied, release_rows, written
from tests.pseudonymised.support import PATH, Tier, tier, url_of, worked
from tests.support.world import JSON, World

CELL = {
    "release": "y1899", "table": "outcome_place", "period_type": "cohort", "period": "1899", "place_level": "project",
    "place_code": "p", "track": "victim", "sex": "all", "age_group": "all", "measure": "who5", "category": "all",
}  # fmt: skip


async def entered(installation: Installation, world: World, status: str, rows: dict[str, list[UUID]]) -> str:
    """A release in this state, with these people behind its figures; nobody is to be asked. Its path."""
    assert installation.superuser is not None
    made = await release_rows(installation.superuser, world, status)
    of = {"release_id": UUID(made["release_id"]), "build_id": UUID(made["build_id"]), "removed": 0}
    async with written(installation.superuser) as connection:
        await connection.execute(
            "UPDATE release SET controller_ids = '{}', sources = NULL WHERE id = $1", of["release_id"]
        )
        for statistic, people in rows.items():
            row = {**of, "statistic": statistic, "cell": CELL, "person_ids": people}
            await copied(connection, "release_ledger", [full("release_ledger", row)])
    return f"/v1/releases/{made['release_id']}"


async def outcome(it: Tier, installation: Installation, secret_path: Path) -> tuple[str, str | None]:
    asked = await it.asked()
    await worked(installation, secret_path)
    made: JSON = (await it.evaluator.get(f"{PATH}/{asked['id']}")).json()
    assert made["status"] == "built" or await it.rows(made) == {}
    return made["status"], made["error"]


async def test_rows_less_a_mean_that_is_out_leave_nobody_or_ten(
    world: World, installation: Installation, secret_path: Path, superuser: AsyncEngine
) -> None:
    it = await tier(world)
    named = [UUID((await it.citizen())["id"]) for _ in range(2)]
    others = [uuid4() for _ in range(10)]
    await entered(installation, world, "published", {"means": [*named, *others[:9]]})
    assert await outcome(it, installation, secret_path) == ("failed", "beside_release")
    # Recalled, it has been read.
    async with superuser.begin() as rows:
        await rows.execute(text("SET LOCAL session_replication_role = replica"))
        await rows.execute(
            text("UPDATE release SET status = 'recalled', recalled_at = now() WHERE id IN (SELECT release_id FROM "
                 "release_ledger WHERE :one = ANY (person_ids))"),
            {"one": named[0]},
        )  # fmt: skip
    assert await outcome(it, installation, secret_path) == ("failed", "beside_release")
    async with superuser.begin() as rows:
        await rows.execute(text("SET LOCAL session_replication_role = replica"))
        await rows.execute(
            text("UPDATE release_ledger SET person_ids = :ten WHERE :one = ANY (person_ids)"),
            {"ten": [*named, *others], "one": named[0]},
        )
    assert await outcome(it, installation, secret_path) == ("built", None)


async def test_a_release_that_did_not_know_of_the_rows_is_built_anew(
    world: World, installation: Installation, secret_path: Path, superuser: AsyncEngine
) -> None:
    it, operator = await tier(world), await world.party("operator-operator")
    named = [UUID((await it.citizen())["id"])]
    path = await entered(installation, world, "approved", {"contributors": named})
    assert await outcome(it, installation, secret_path) == ("built", None)
    refused = await operator.act(f"{path}/publish")
    assert (refused.status_code, refused.json()["type"].rpartition("/")[2]) == (409, "rows-handed-out-since")
    assert refused.json()["allowed"] == ["cancelled", "draft"]
    connection = await asyncpg.connect(url_of(installation))
    try:
        persons = (await snapshot(connection, [])).microdata.persons
    finally:
        await connection.close()
    assert handed_out(persons, [str(each) for each in named]) == {it.evaluator.organisation_id: [str(named[0])]}
    # One that knew of them is published; that they have ended since makes no difference.
    async with superuser.begin() as rows:
        await rows.execute(text("SET LOCAL session_replication_role = replica"))
        known = full("release_ledger", {"statistic": "handed_out", "cell": {"recipient": it.evaluator.organisation_id}})
        await rows.execute(
            text("INSERT INTO release_ledger (id, created_at, updated_at, version, release_id, build_id, statistic, "
                 "cell, person_ids, removed) SELECT :id, now(), now(), 1, release_id, build_id, 'handed_out', "
                 "jsonb_build_object('recipient', CAST(:recipient AS text)), person_ids, 0 FROM release_ledger "
                 "WHERE statistic = 'contributors' AND :one = ANY (person_ids)"),
            {"id": known["id"], "recipient": it.evaluator.organisation_id, "one": named[0]},
        )  # fmt: skip
    published = await operator.act(f"{path}/publish")
    assert published.status_code == 200, published.text
