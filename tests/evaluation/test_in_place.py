"""A release in place of a recalled one: whoever's figures it keeps is asked again, or nothing of theirs is kept."""

import json
from collections.abc import Iterable
from uuid import UUID

import polars as pl
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.demo import past_rows
from app.evaluation.disclosure.frames import FILES
from app.evaluation.disclosure.withheld import PARAMETER
from app.evaluation.files.release import KEPT
from app.evaluation.job import Builder
from app.evaluation.sources import Source, carried, categories_read
from app.installation import Installation
from tests.boundary.scene import full
from tests.evaluation.programme import Parties, copied, id_of, invented, lay_out, written
from tests.evaluation.support import PATH
from tests.evaluation.test_lifecycle import built, decided, drafted, refusal
from tests.evaluation.test_whose import INSTRUCTED, newcomer, of
from tests.support.world import JSON, Party, World

MODEL = "intervention_model_2022_2024"
YEAR = 1961
"""No other test's, nor the year before one."""
_LEFT = """
UPDATE consent SET status = 'withdrawn', withdrawn_at = now() WHERE project_id = :project AND citizen_id IN (
  SELECT citizen_id FROM course WHERE organisation_id = :runner
  UNION SELECT citizen_id FROM contact_attempt WHERE organisation_id = :runner
)
"""
_OF_SOME = "UPDATE consent SET status = 'withdrawn', withdrawn_at = now() WHERE citizen_id = ANY (:citizens)"
_ERASED = "UPDATE release_ledger SET removed = 2 WHERE build_id = :build AND statistic = 'cells'"
_KEPT = """
SELECT bool_or(build_id = :again AND statistic = 'cells' AND removed = 2),
  (SELECT count(DISTINCT report ->> 'people_rounded') FROM release WHERE build_id IN (:first, :again))
FROM release_ledger WHERE build_id IN (:first, :again)
"""


async def both_sides(world: World) -> tuple[Party, Party, str]:
    """Who registers and who runs the courses in a project of their own."""
    runner, agreement = await world.newcomer("ngo", "coordinator", INSTRUCTED)
    project = agreement["project_id"]
    operator = await world.party("operator-operator")
    partners = (await operator.get(f"/v1/projects/{project}/partners")).json()["items"]
    organisations = [(await operator.get(f"/v1/organisations/{each['organisation_id']}")).json() for each in partners]
    police = next(each["id"] for each in organisations if each["type"] == "police_district")
    registrar = await world.user_of(police, "coordinator")
    await world.agreement_in_force(registrar, project, **INSTRUCTED)
    return registrar, runner, project


async def let_through(world: World, release: JSON, *controllers: Party) -> None:
    officer = await world.party("operator-disclosure_officer")
    assert (await officer.act(f"/v1/releases/{release['id']}/check")).status_code == 200
    for each in controllers:
        answer = await decided(each, release, "approve")
        assert answer.status_code == 200, answer.text


async def test_whose_figures_are_kept_is_asked_again_or_they_are_not_shown(
    world: World, hurried: Builder, installation: Installation, parties: Parties, superuser: AsyncEngine
) -> None:
    assert installation.superuser is not None
    operator, vive = await world.party("operator-operator"), await world.party("vive-integration")
    (registrar, runner, project), (counted, tally) = await both_sides(world), await newcomer(world)
    theirs = Parties(UUID(project), UUID(registrar.organisation_id), UUID(runner.organisation_id), parties.form)
    await lay_out(installation.superuser, theirs, -YEAR, invented(YEAR, 120, seed=3))
    async with written(installation.superuser) as connection:
        for table, row in past_rows.unconsented(of(counted, tally["project_id"], parties).of_rows, f"{YEAR}Q2", 12):
            await copied(connection, table, [full(table, row)])

    first = await built(world, hurried, await drafted(world, YEAR))
    everybody = {each.organisation_id for each in (registrar, runner, counted)}
    assert {*first["controller_ids"]} == everybody
    await let_through(world, first, registrar, runner, counted)
    assert (await operator.act(f"/v1/releases/{first['id']}/publish")).status_code == 200
    assert (await operator.act(f"/v1/releases/{first['id']}/recall", {"reason": "Fejl i kilden."})).status_code == 200
    # Of whoever ran the courses the snapshot has nobody any more; what a few of them are counted in is kept.
    async with superuser.begin() as rows:
        await rows.execute(text("SET LOCAL session_replication_role = replica"))
        await rows.execute(text(_LEFT), {"project": project, "runner": runner.organisation_id})
        await rows.execute(text(_ERASED), {"build": first["build_id"]})
    draft = await drafted(world, YEAR, name=f"y{YEAR}-2", supersedes_id=first["id"])
    again = await built(world, hurried, draft)
    assert {*again["controller_ids"]} == everybody
    async with superuser.connect() as rows:
        builds = {"first": first["build_id"], "again": again["build_id"]}
        # How many were erased from what is kept stays known. How many people there are is told once: both numbers told
        # how many have left.
        assert (await rows.execute(text(_KEPT), builds)).one() == (True, 1)

    # Of a project that one of its controllers is out of nothing is shown: the other is not asked for it.
    half = await built(world, hurried, draft, runner.organisation_id)
    assert (half["controller_ids"], half["project_ids"]) == ([counted.organisation_id], [tally["project_id"]])

    # One that does not approve is in none of its figures, kept or not: nor in what they are counted in besides.
    without = await built(world, hurried, draft, counted.organisation_id)
    assert {*without["controller_ids"]} == everybody - {counted.organisation_id}
    await let_through(world, without, registrar, runner)
    path = f"/v1/releases/{draft['id']}"
    await rests_on_what_is_told(superuser, operator, draft, runner)
    published = await operator.act(f"{path}/publish")
    assert published.status_code == 200, published.text

    manifest = (await vive.get(f"{PATH}/{draft['id']}")).json()
    assert list(manifest["parameters"][PARAMETER]) == [tally["project_id"]]
    found = await vive.get(f"{PATH}/{draft['id']}/files/cells.parquet")
    shown = pl.read_parquet(found.content).filter(pl.col("n").is_not_null())
    places = set(shown["place_code"])
    assert project in places
    assert not {tally["project_id"], MODEL, f"others_{MODEL}"} & places
    assert "municipality" not in set(shown.filter(pl.col("n") > 0)["place_level"])


async def rests_on_what_is_told(superuser: AsyncEngine, operator: Party, draft: JSON, runner: Party) -> None:
    """Where it is unknown from whom data came, or whose figures are kept, that is why it is not published."""
    keep = "UPDATE release SET sources = CAST(:sources AS jsonb) WHERE id = :id"
    async with superuser.connect() as rows:
        known = await rows.scalar(text("SELECT sources FROM release WHERE id = :id"), {"id": draft["id"]})
    fewer = [each for each in known if each["organisation_id"] != runner.organisation_id]
    for sources in (None, json.dumps(fewer), json.dumps(known)):
        async with superuser.begin() as rows:
            await rows.execute(text("SET LOCAL session_replication_role = replica"))
            await rows.execute(text(keep), {"id": draft["id"], "sources": sources})
        if sources != json.dumps(known):
            refused = await operator.act(f"/v1/releases/{draft['id']}/publish")
            assert refusal(refused) == (409, "sources-unknown")
            assert refused.json()["allowed"] == ["cancelled", "draft"]


async def test_what_is_in_place_of_a_recalled_release_is_of_that_ones_controllers_and_citizens_alone(
    world: World, hurried: Builder, installation: Installation, parties: Parties, superuser: AsyncEngine
) -> None:
    """Whoever came since is in none of its figures; and it is made, though none of those who are is there any more."""
    assert installation.superuser is not None
    operator, year = await world.party("operator-operator"), YEAR + 4
    (side, of_side), (late, of_late) = await newcomer(world), await newcomer(world)
    there, came = invented(year, 40, seed=5), invented(year, 40, seed=6)
    known = of(side, of_side["project_id"], parties)
    await lay_out(installation.superuser, known, -year, there)
    first = await built(world, hurried, await drafted(world, year))
    await let_through(world, first, side)
    assert (await operator.act(f"/v1/releases/{first['id']}/publish")).status_code == 200
    assert (await operator.act(f"/v1/releases/{first['id']}/recall", {"reason": "Fejl i teksten."})).status_code == 200

    await lay_out(installation.superuser, of(late, of_late["project_id"], parties), -year - 1, came)
    draft = await drafted(world, year, name=f"y{year}-2", supersedes_id=first["id"])
    path = f"/v1/releases/{draft['id']}"
    again = await built(world, hurried, draft)
    assert again["controller_ids"] == [side.organisation_id]
    assert again["project_ids"] == [of_side["project_id"]]
    await let_through(world, again, side)
    for release, kept in ((first, None), (again, KEPT.en)):
        [asked] = (await side.get(f"/v1/release-approvals?release_id={release['id']}&status=approved")).json()["items"]
        assert asked["about"]["kept"] == kept
    # Without the only one of whom it is there is nothing to show.
    asked = await operator.act(f"{path}/build", {"without_controller_ids": [side.organisation_id]})
    await hurried.once()
    assert (await operator.get(asked.headers["location"])).json()["error"] == "no_data"

    await let_through(world, await built(world, hurried, draft), side)
    await withdraw(superuser, (id_of(-year - 1, each) for each in came.persons["person"]))
    await withdraw(superuser, [id_of(-year, there.persons["person"][0])])
    assert refusal(await operator.act(f"{path}/publish")) == (409, "consent-withdrawn-since")

    await withdraw(superuser, (id_of(-year, each) for each in there.persons["person"]))
    nobody_left = await built(world, hurried, draft)
    assert await behind_figures(superuser, nobody_left) == await behind_figures(superuser, first) != []
    await let_through(world, nobody_left, side)
    published = await operator.act(f"{path}/publish")
    assert published.status_code == 200, published.text


async def withdraw(superuser: AsyncEngine, citizens: Iterable[UUID]) -> None:
    async with superuser.begin() as rows:
        await rows.execute(text("SET LOCAL session_replication_role = replica"))
        await rows.execute(text(_OF_SOME), {"citizens": [*citizens]})


async def behind_figures(superuser: AsyncEngine, release: JSON) -> list[int]:
    """How many stand behind each figure."""
    sizes = "SELECT cardinality(person_ids) FROM release_ledger WHERE build_id = :build AND statistic = ANY (:files)"
    async with superuser.connect() as rows:
        found = await rows.execute(text(sizes), {"build": release["build_id"], "files": [*FILES]})
        return sorted(found.scalars())


def test_a_source_stands_while_its_agreement_covers_what_is_read() -> None:
    """What no release reads may be gone from it."""
    assert {"citizen", "course", "questionnaire_answers"} <= {*categories_read()}
    assert not {"contact", "address", "session_note", "grant"} & {*categories_read()}
    before = [Source("ngo", "p", "model", ["contact", "course"])]
    # What it covers since is none of what was read then, and may end.
    for now in (["course"], ["citizen", "course"]):
        assert carried(before, {("ngo", "p"): now}, []).sources == [Source("ngo", "p", "model", ["course"])]
    for covered, excluded in (
        ({("ngo", "p"): ["citizen"]}, []),
        ({("ngo", "other"): ["course"]}, []),
        ({("ngo", "p"): ["course"]}, ["ngo"]),
    ):
        over = carried(before, covered, excluded)
        assert (list(over.sources), dict(over.withheld)) == ([], {"p": "model"})
    # Of one that was built before categories were kept it is known that there was an agreement.
    unknown = [Source("ngo", "p", "model", None)]
    assert carried(unknown, {("ngo", "p"): ["citizen"]}, []).sources == [Source("ngo", "p", "model", ["citizen"])]
