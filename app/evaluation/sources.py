"""In place of a recalled release: whose its data are.

What is kept from a recalled release is of its controllers, whoever of their citizens the snapshot still has, and of
nobody else. They are asked again. Of one that is left out, or whose agreement does not cover any more what was read
then, nothing is kept: its projects are withheld (`disclosure.withheld`).
"""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, replace

import asyncpg

from app.boundary.policy import Operation, load

_AGREED = "evaluation_agreed"
_OF_RELEASE = """
SELECT entered.organisation_id::text, entered.project_id::text, project.programme, entered.categories
FROM release CROSS JOIN jsonb_to_recordset(sources) AS entered(organisation_id uuid, project_id uuid, categories text[])
  JOIN project ON project.id = entered.project_id
WHERE release.name = $1
-- Of one that was built before this was kept: whichever of its projects its controllers were partners of.
UNION
SELECT partner.organisation_id::text, partner.project_id::text, project.programme, NULL
FROM release JOIN project_partner AS partner
  ON partner.organisation_id = ANY (release.controller_ids) AND partner.project_id = ANY (release.project_ids)
  JOIN project ON project.id = partner.project_id
WHERE release.name = $1 AND release.sources IS NULL
ORDER BY 1, 2
"""


@dataclass(frozen=True, slots=True)
class Source:
    """A controller in a project, of a release that is out."""

    organisation: str
    project: str
    programme: str
    categories: Sequence[str] | None
    """That its agreement covered then; None where that was not kept."""

    def read(self, now: Collection[str]) -> set[str]:
        """What a build read of it, by all that it reads; what its agreement covers `now`, where that was not kept."""
        return {*categories_read()}.intersection(self.categories or now)


@dataclass(frozen=True, slots=True)
class Carried:
    """What a release in place of a recalled one takes over of its sources."""

    sources: Sequence[Source] = ()
    """Those that stand, with what was read of them then."""
    withheld: Mapping[str, str] = field(default_factory=dict)
    """Projects of which nothing may be kept, with their programmes."""


def categories_read() -> list[str]:
    """The categories, as agreements name them, of which a build reads anything."""
    return sorted(
        {
            category.covered_as
            for category in load().categories.values()
            for cell in category.cells_for("builder", Operation.READ)
            if _AGREED in cell.when
        }
    )


async def sources_of(connection: "asyncpg.Connection[asyncpg.Record]", release: str) -> list[Source]:
    """Those of a release, by its name."""
    return [Source(*row) for row in await connection.fetch(_OF_RELEASE, release)]


def carried(
    before: Sequence[Source], covered: Mapping[tuple[str, str], Sequence[str]], excluded: Collection[str]
) -> Carried:
    """Which of a recalled release's sources stand, by what agreements cover now, and what is withheld."""
    sources: list[Source] = []
    withheld: dict[str, str] = {}
    for source in before:
        now = {*covered.get((source.organisation, source.project), ())}
        if source.organisation in excluded or not now or not source.read(now) <= now:
            withheld[source.project] = source.programme
        else:
            sources.append(replace(source, categories=sorted(source.read(now))))
    return Carried(sources, withheld)
