"""A citizen is erased from who is behind the figures of releases."""

import re
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager, nullcontext
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest
from sqlalchemy import ColumnElement, FromClause, and_, any_, literal, text
from sqlalchemy.ext.asyncio import AsyncEngine
from typer.testing import CliRunner

from app.boundary.conditions import WORDS
from app.cli import releases
from app.cli.console import Mistake
from app.cli.installing import owner
from app.cli.releases import forgotten_and_logged
from app.common.errors import Unavailable
from app.evaluation.forgetting import Forgotten, consent_stands, forgotten
from app.evaluation.job import Builder
from app.installation import Installation
from tests.evaluation.programme import Parties, id_of, invented, lay_out
from tests.evaluation.test_in_place import let_through, withdraw
from tests.evaluation.test_lifecycle import built, drafted
from tests.evaluation.test_whose import newcomer, of
from tests.support.world import World

YEAR = 1969
"""No other test's, nor the year before one."""
SOMEBODY = "0198c0de-0000-7000-8000-000000000001"
_BEHIND = """
SELECT release.name, statistic, cell, cardinality(person_ids) + removed AS persons, removed,
  :citizen = ANY (person_ids) AS there
FROM release_ledger JOIN release USING (build_id) WHERE release.name LIKE :named
ORDER BY release.name, statistic, cell::text
"""
_LOGGED = """
SELECT outcome, code, record_id IS NULL AND NOT EXISTS (SELECT FROM audit_subject WHERE event_id = audit_event.id)
FROM audit_event WHERE category = 'release_ledger' AND action = 'erase' ORDER BY sequence
"""
_SUSPENDED = "UPDATE agreement_coverage SET valid_from = valid_from + interval '9 years' WHERE purpose = 'evaluation'"
_RESUMED = "UPDATE agreement_coverage SET valid_from = valid_from - interval '9 years' WHERE purpose = 'evaluation'"
_RUNNING = "UPDATE release_job SET status = 'running', worker = 'x', leased_until = now() WHERE status = 'queued'"
_WRITTEN_AGAIN = f"""
UPDATE release_ledger SET person_ids = array_append(person_ids, :citizen), removed = removed - 1
WHERE id = (
  SELECT ledger.id FROM release_ledger AS ledger JOIN release USING (build_id)
  WHERE release.name = 'y{YEAR}' AND ledger.removed = 1 ORDER BY ledger.id LIMIT 1
)
"""
_CONSENTS_AGAIN = "UPDATE consent SET status = 'active', valid_until = NULL WHERE citizen_id = :citizen"


async def test_an_erased_citizen_is_behind_no_figure_and_is_still_counted(
    world: World,
    hurried: Builder,
    installation: Installation,
    parties: Parties,
    superuser: AsyncEngine,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    assert installation.superuser is not None
    operator = await world.party("operator-operator")
    (side, of_side), there = await newcomer(world), invented(YEAR, 40, seed=7)
    await lay_out(installation.superuser, of(side, of_side["project_id"], parties), -YEAR, there)
    started = there.persons.drop_nulls("started_on").sort("person")
    gone, stays = (id_of(-YEAR, each) for each in started["person"][:2])
    first = await built(world, hurried, await drafted(world, YEAR))
    await let_through(world, first, side)
    path = f"/v1/releases/{first['id']}"
    assert (await operator.act(f"{path}/publish")).status_code == 200
    assert (await operator.act(f"{path}/recall", {"reason": "Fejl i teksten."})).status_code == 200
    draft = await drafted(world, YEAR, name=f"y{YEAR}-2", supersedes_id=first["id"])
    path = f"/v1/releases/{draft['id']}"
    await built(world, hurried, draft)
    before = await behind(superuser, gone)

    assert "consent to the evaluation stands" in await refused(installation, gone)
    # The builder would see no consent while agreements do not cover the evaluation.
    async with suspended(superuser):
        assert "consent to the evaluation stands" in await refused(installation, gone)
    await withdraw(superuser, [gone])
    # Publishing must go on knowing whom to ask about.
    assert f"not out: y{YEAR}-2." in await refused(installation, gone)
    asked = await operator.act(f"{path}/build", {"without_controller_ids": []})
    assert asked.status_code == 202
    async with superuser.begin() as rows:
        await rows.execute(text(_RUNNING))
    assert "A build is under way" in await refused(installation, gone)
    assert [each[:-1] for each in await behind(superuser, gone)] == [
        each[:-1] for each in before if each.name == f"y{YEAR}"
    ]
    await hurried.once()

    before, others = await behind(superuser, gone), await behind(superuser, stays)
    with monkeypatch.context() as patched:
        patched.setattr(releases, "log", unwritable)
        with pytest.raises(Unavailable):
            await forgotten_and_logged(installation, gone)
    assert await behind(superuser, gone) == before

    # A build that ended just then has written the id again.
    with meanwhile(monkeypatch, superuser, _WRITTEN_AGAIN, gone):
        done = await forgotten_and_logged(installation, gone)
    assert (done.entries, done.releases) == (sum(each.there for each in before) + 1, 2)
    after = await behind(superuser, gone)
    assert [(each.persons, each.removed, each.there) for each in after] == [
        (each.persons, each.removed + each.there, False) for each in before
    ]
    assert [each.there for each in await behind(superuser, stays)] == [each.there for each in others]
    again = await forgotten_and_logged(installation, gone)
    assert (again.entries, again.releases) == (0, 0)
    with meanwhile(monkeypatch, superuser, _CONSENTS_AGAIN, gone):
        assert re.search("Erased from 0 entries; but meanwhile: .*consent .* stands", await refused(installation, gone))
    await withdraw(superuser, [gone])
    async with superuser.connect() as rows:
        logged = [tuple(each) for each in await rows.execute(text(_LOGGED))]
    assert logged == [
        *[("denied", "consent-stands", True)] * 2,
        ("denied", "not-out", True),
        ("denied", "build-under-way", True),
        *[("done", None, True)] * 4,
        ("denied", "consent-stands", True),
    ]
    await let_through(world, (await operator.get(path)).json(), side)
    published = await operator.act(f"{path}/publish")
    assert published.status_code == 200, published.text


@contextmanager
def meanwhile(monkeypatch: pytest.MonkeyPatch, superuser: AsyncEngine, statement: str, citizen: UUID) -> Iterator[None]:
    """Something happens between the first look and the second."""
    looks = []

    @asynccontextmanager
    async def looked(*given: Any, **named: Any) -> AsyncIterator[Forgotten]:
        async with forgotten(*given, **named) as done:
            yield done
        looks.append(done)
        if len(looks) == 1:
            async with superuser.begin() as rows:
                await rows.execute(text("SET LOCAL session_replication_role = replica"))
                await rows.execute(text(statement), {"citizen": citizen})

    with monkeypatch.context() as patched:
        patched.setattr(releases, "forgotten", looked)
        yield
    assert len(looks) == 2


async def test_that_a_consent_stands_is_the_policys_own_word(
    world: World, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    police = await world.party("police-coordinator")
    citizen = await world.citizen(police)
    at = UUID(citizen["id"])

    async def stands() -> bool:
        async with owner(installation) as connection:
            return await consent_stands(connection, at)

    assert not await stands()
    given = await world.consent(police, citizen, [world.organisation("tryg_vej")], ["evaluation_questionnaire"])
    assert await stands()
    as_it_was = WORDS["ticks_evaluation"]

    def stricter(row: FromClause, *of: Any) -> ColumnElement[bool]:
        return and_(as_it_was(row, *of), literal("evaluation_couple_link") == any_(row.c.scopes))

    with monkeypatch.context() as patched:
        patched.setitem(WORDS, "ticks_evaluation", stricter)
        assert not await stands()
    await world.withdrawn(police, given)
    assert not await stands()


@pytest.mark.parametrize("words", [["--citizen", SOMEBODY], ["--citizen", "-"], []], ids=["option", "dash", "nothing"])
def test_the_id_may_come_on_standard_input(
    words: list[str], tmp_path: Path, installation: Installation, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked = []

    async def instead(_this: Installation, citizen: UUID) -> Forgotten:
        asked.append(str(citizen))
        return Forgotten(3, 2)

    monkeypatch.setenv("APP_DATA_DIR", str(tmp_path))
    monkeypatch.setattr(releases, "opened", lambda *_: nullcontext(installation))
    monkeypatch.setattr(releases, "forgotten_and_logged", instead)
    done = CliRunner().invoke(releases.releases, ["forget", *words], input=f"{SOMEBODY}\n")
    assert (done.exit_code, done.stdout) == (0, "Erased from 3 entries of 2 releases.\n")
    assert asked == [SOMEBODY]
    wrong = CliRunner().invoke(releases.releases, ["forget"], input="0101900000\n")
    assert wrong.exit_code == 2
    assert "not the id of a citizen's record" in wrong.stderr
    assert "0101900000" not in wrong.output
    assert asked == [SOMEBODY]


@asynccontextmanager
async def suspended(superuser: AsyncEngine) -> AsyncIterator[None]:
    """No agreement covers the evaluation."""
    async with superuser.begin() as rows:
        await rows.execute(text(_SUSPENDED))
    try:
        yield
    finally:
        async with superuser.begin() as rows:
            await rows.execute(text(_RESUMED))


async def unwritable(*_given: Any) -> None:
    """What is not logged is not done."""
    raise Unavailable


async def behind(superuser: AsyncEngine, citizen: UUID) -> list[Any]:
    """The ledgers of this year's releases, and whether the citizen is in them."""
    async with superuser.connect() as rows:
        found = await rows.execute(text(_BEHIND), {"citizen": citizen, "named": f"y{YEAR}%"})
        return list(found)


async def refused(installation: Installation, citizen: UUID) -> str:
    with pytest.raises(Mistake) as mistake:
        await forgotten_and_logged(installation, citizen)
    return str(mistake.value)
