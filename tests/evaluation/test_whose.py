"""From whom a release's data enter, by which agreements: each controller in each of its projects is asked for."""

from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.demo import past_rows
from app.evaluation.job import Builder
from app.installation import Installation
from tests.boundary.scene import full
from tests.evaluation.programme import Parties, copied, invented, lay_out, written
from tests.evaluation.test_lifecycle import built, decided, drafted, refusal
from tests.support.world import JSON, Party, World

YEAR = 1951
"""No other test's, nor the year before one: courses go on into the next."""
INSTRUCTED = {"purposes": ["intervention", "evaluation"]}


async def parts_of(party: Party, release: JSON) -> list[str]:
    """The content of the files that one may have, as paths."""
    path = f"/v1/releases/{release['id']}/files"
    return [f"{path}/{each['id']}/content" for each in (await party.get(path)).json().get("items", [])]


async def newcomer(world: World) -> tuple[Party, JSON]:
    """A controller of its own, with an agreement in a project of its own that has the instruction to anonymise."""
    return await world.newcomer("police_district", "coordinator", INSTRUCTED, police_district_code="1461")


def of(side: Party, project: str, parties: Parties) -> Parties:
    """Who registers citizens and runs their courses too."""
    own = UUID(side.organisation_id)
    return Parties(UUID(project), own, own, parties.form)


async def test_each_agreement_is_asked_for_in_each_project(
    world: World, hurried: Builder, installation: Installation, parties: Parties, superuser: AsyncEngine
) -> None:
    assert installation.superuser is not None
    operator, officer = await world.party("operator-operator"), await world.party("operator-disclosure_officer")
    (side, first), (counted, tally) = await newcomer(world), await newcomer(world)
    other = await world.project_made()
    organisation = (await operator.get(f"/v1/organisations/{side.organisation_id}")).json()
    await world.activated(other["id"], organisation, "police_district")
    second = await world.agreement_in_force(side, other["id"], **INSTRUCTED)
    for at, agreement in enumerate((first, second)):
        theirs = of(side, agreement["project_id"], parties)
        await lay_out(installation.superuser, theirs, -YEAR - at, invented(YEAR, 40, seed=2 + at))
    # Of a third nobody consented: there is a number of them, which is made of its citizens all the same.
    known = of(counted, tally["project_id"], parties).of_rows
    async with written(installation.superuser) as connection:
        for table, row in past_rows.unconsented(known, f"{YEAR}Q2", 12):
            await copied(connection, table, [full(table, row)])

    draft = await drafted(world, YEAR)
    path = f"/v1/releases/{draft['id']}"
    release = await built(world, hurried, draft)
    assert {*release["controller_ids"]} == {side.organisation_id, counted.organisation_id}
    assert {*release["project_ids"]} == {first["project_id"], second["project_id"], tally["project_id"]}
    assert (await officer.act(f"{path}/check")).status_code == 200
    for party in (side, counted):
        answer = await decided(party, draft, "approve")
        assert answer.status_code == 200, answer.text

    for party, agreement in ((side, second), (side, first), (counted, tally)):
        ended = await party.act(f"/v1/agreements/{agreement['id']}/suspend")
        assert ended.status_code == 200, ended.text
        refused = await operator.act(f"{path}/publish")
        assert refusal(refused) == (409, "agreement-ended-since")
        assert refused.json()["allowed"] == ["cancelled", "draft"]
        assert (await party.act(f"/v1/agreements/{agreement['id']}/resume")).status_code == 200

    # Nor with an agreement that is there, and covers less than when the data were read.
    less = "UPDATE agreement_coverage SET valid_until = {} WHERE agreement_id = :id AND category = '{}'"
    async with superuser.begin() as rows:
        await rows.execute(text(less.format("'-infinity'", "course")), {"id": first["id"]})
    assert refusal(await operator.act(f"{path}/publish")) == (409, "agreement-ended-since")
    async with superuser.begin() as rows:
        await rows.execute(text(less.format("NULL", "course")), {"id": first["id"]})
        # What no release reads may be gone.
        await rows.execute(text(less.format("'-infinity'", "contact")), {"id": first["id"]})

    assert await parts_of(side, draft) == []
    published = await operator.act(f"{path}/publish")
    assert (published.status_code, published.json()["status"]) == (200, "published"), published.text
    parts = await parts_of(side, draft)
    assert (await side.get(parts[0])).status_code == 200
    # Once it is recalled those who were asked to approve it have its tombstone, like everybody.
    assert (await operator.act(f"{path}/recall", {"reason": "Fejl i kilden."})).status_code == 200
    assert (await side.get(path)).json()["recall_reason"] == "Fejl i kilden."
    assert await parts_of(side, draft) == []
    assert (await side.get(parts[0])).status_code == 404


async def test_who_is_left_out_is_in_no_tally(
    world: World, hurried: Builder, installation: Installation, parties: Parties
) -> None:
    assert installation.superuser is not None
    (side, first), (counted, tally) = await newcomer(world), await newcomer(world)
    year = YEAR + 3
    theirs = of(side, first["project_id"], parties)
    await lay_out(installation.superuser, theirs, -year, invented(year, 40, seed=4))
    known = of(counted, tally["project_id"], parties).of_rows
    async with written(installation.superuser) as connection:
        for table, row in past_rows.unconsented(known, f"{year}Q2", 12):
            await copied(connection, table, [full(table, row)])
    release = await built(world, hurried, await drafted(world, year), counted.organisation_id)
    assert release["controller_ids"] == [side.organisation_id]
    assert release["project_ids"] == [first["project_id"]]
