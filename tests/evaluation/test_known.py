"""Of whom each controller knew what is kept with a release: later ones are judged by it, whoever has withdrawn then."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any
from uuid import UUID

from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.evaluation.disclosure.besides import known_to_each
from app.evaluation.disclosure.frames import Built
from app.evaluation.disclosure.microdata import Microdata
from app.evaluation.job import Builder
from app.installation import Installation
from tests.evaluation.programme import Parties, invented, lay_out
from tests.evaluation.test_in_place import let_through, withdraw
from tests.evaluation.test_lifecycle import built, drafted
from tests.evaluation.test_whose import newcomer, of
from tests.support.world import World

YEAR = 1973
"""No other test's, nor the year before one, nor the next."""
_BEHIND = """
SELECT DISTINCT person FROM release_ledger JOIN release USING (build_id), unnest(person_ids) AS person
WHERE release.name = :name AND statistic = 'means' ORDER BY person LIMIT 1
"""


async def test_what_is_known_of_who_withdrew_is_kept(
    world: World, hurried: Builder, installation: Installation, parties: Parties, superuser: AsyncEngine
) -> None:
    assert installation.superuser is not None
    operator, (side, of_side) = await world.party("operator-operator"), await newcomer(world)
    where = of(side, of_side["project_id"], parties)
    for at in (0, 1):
        await lay_out(installation.superuser, where, -YEAR - at, invented(YEAR + at, 60, seed=5 + at))
    judged: list[Microdata] = []

    def looking(_: Built, __: Sequence[Built], microdata: Microdata) -> list[dict[str, Any]]:
        judged.append(microdata)
        return []

    first = await built(world, replace(hurried, attack=looking), await drafted(world, YEAR))
    await let_through(world, first, side)
    assert (await operator.act(f"/v1/releases/{first['id']}/publish")).status_code == 200
    async with superuser.connect() as rows:
        gone: UUID = (await rows.execute(text(_BEHIND), {"name": first["name"]})).scalar_one()
    assert {side.organisation_id} == knowing(gone, known_to_each(judged[0].persons))
    await withdraw(superuser, [gone])
    await built(world, replace(hurried, attack=looking), await drafted(world, YEAR + 1))

    assert knowing(gone, known_to_each(judged[1].persons)) == set()
    assert knowing(gone, judged[1].knew) == {side.organisation_id}


def knowing(person: UUID, known: Any) -> set[str]:
    """Who has what the person answered at the end."""
    return {by for variable, by, people in known.iter_rows() if variable == "who5_end" and str(person) in people}
