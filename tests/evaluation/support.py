"""A published release in the database, as the builder and the operator would have left it, of the tests' own bytes."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any
from uuid import UUID, uuid4

from sqlalchemy import insert, text, update
from sqlalchemy.ext.asyncio import AsyncEngine

from app.database.columns import table_of
from app.evaluation.files.names import media_type
from tests.support.world import JSON, Party, World

PATH = "/v1/evaluator/releases"


def fresh(**values: Any) -> dict[str, Any]:
    now = datetime.now(UTC)
    return {"id": uuid4(), "created_at": now, "updated_at": now, "version": 1, **values}


@dataclass(frozen=True)
class Put:
    """A release that was put there."""

    id: UUID
    name: str
    files: Mapping[str, bytes]
    file_ids: Mapping[str, UUID]

    @property
    def path(self) -> str:
        return f"{PATH}/{self.id}"

    def url(self, name: str) -> str:
        return f"{self.path}/files/{name}"


async def put(
    world: World, superuser: AsyncEngine, files: Mapping[str, bytes], *, parts: Mapping[str, bytes] | None = None
) -> Put:
    """A published release with these files, and a project's part that is none of the evaluator's.

    It is a sandbox's, in the sense of the database: what builds the next one does not look into it.
    """
    day = date(2100, 1, 1)
    name, now = f"r{uuid4().hex[:10]}", datetime.now(UTC)
    operator, officer = await world.party("operator-operator"), await world.party("operator-disclosure_officer")
    staff = [UUID((await each.get("/v1/me")).json()["staff_id"]) for each in (operator, officer)]
    build = uuid4()
    release = fresh(
        organisation_id=UUID(world.organisation("operator")), name=name, kind="sandbox", status="published",
        starts_on=day, ends_on=day, final=False, excluded_ids=[], build_id=build,
        project_ids=[UUID(world.project())], controller_ids=[UUID(world.organisation("police"))], findings=0,
        parameters={"noise": {"standard_deviation": 1.73}}, taken_at=now, built_at=now, built_by=staff[0],
        checked_at=now, checked_by=staff[1], approved_at=now, published_at=now,
    )  # fmt: skip
    about = {"release_id": release["id"], "build_id": build}
    job = fresh(release_id=release["id"], organisation_id=release["organisation_id"], asked_by=staff[0],
                status="done", step="writing", percent=100, attempts=1, finished_at=now)  # fmt: skip
    job["id"] = build
    rows, contents = [], []
    project = UUID(world.project())
    for owner, each, content in (
        *((None, each, content) for each, content in files.items()),
        *((project, each, content) for each, content in (parts or {}).items()),
    ):
        sha = hashlib.sha256(content).hexdigest()
        of = {**about, "project_id": owner}
        rows.append(fresh(**of, name=each, media_type=media_type(each), size_bytes=len(content), sha256=sha))
        contents.append(fresh(**of, file_id=rows[-1]["id"], content=content))
    async with superuser.begin() as connection:
        # The triggers keep the way to here, which is not what these tests are about.
        await connection.execute(text("SET LOCAL session_replication_role = replica"))
        await connection.execute(insert(table_of("release")), [release])
        await connection.execute(insert(table_of("release_job")), [job])
        await connection.execute(insert(table_of("release_file")), rows)
        await connection.execute(insert(table_of("release_file_content")), contents)
    own = {row["name"]: row["id"] for row in rows if row["project_id"] is None}
    return Put(release["id"], name, dict(files), own)


async def recall(superuser: AsyncEngine, release: Put, reason: str = "En fejl i tallene.") -> None:
    table = table_of("release")
    values = {"status": "recalled", "recalled_at": datetime.now(UTC), "recall_reason": reason}
    async with superuser.begin() as connection:
        await connection.execute(update(table).where(table.c.id == release.id).values(values))


async def since(party: Party, cursor: str | None = None) -> tuple[list[JSON], str]:
    """All that is new, page by page."""
    items: list[JSON] = []
    while True:
        answer = await party.get(f"{PATH}?since={cursor}" if cursor else PATH)
        assert answer.status_code == 200, answer.text
        page = answer.json()
        items, cursor = items + page["items"], str(page["cursor"])
        if not page["more"]:
            return items, cursor
