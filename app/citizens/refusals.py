"""Why the boundary refused a row about a citizen whom the asker can see, where that may be told."""

from collections.abc import Mapping
from typing import Any

from sqlalchemy import and_, or_, select

from app.boundary.conditions import WORDS
from app.boundary.policy import Operation
from app.citizens.envelope import CITIZENS
from app.citizens.errors import ConsentRequired
from app.common.errors import NotFound
from app.common.problem import Problem
from app.gate.desk import Desk


async def refused(desk: Desk, category: str, operation: Operation, stem: Mapping[Any, Any]) -> Problem:
    """What to answer where the policy let the asker's own row of the category not be written.

    The policy's own words are asked again, of the place where the row would have stood: if all hold but `consented`,
    it is the citizen's consent that is missing, and 404 otherwise.
    """
    found = desk.policy[category]
    cells = [cell for cell in found.cells_for(desk.role, operation) if "consented" in cell.when]
    if not cells or found.scope is None:
        return NotFound()
    place = (
        select(
            CITIZENS.c.id.label("citizen_id"),
            CITIZENS.c.project_id,
            CITIZENS.c.track,
            CITIZENS.c.specially_protected,
            desk.asker.organisation.label("organisation_id"),
        )
        .where(CITIZENS.c.id == stem["id"], desk.readable("citizen"))
        .subquery("place")
    )
    every = found.every.get(desk.role, ())
    lacking = [
        and_(
            *(WORDS[word](place, desk.asker, found) for word in (*every, *cell.when) if word != "consented"),
            WORDS["consented"](place, desk.asker, found).is_(False),
        )
        for cell in cells
    ]
    only_consent = await desk.row(select(place.c.citizen_id).where(or_(*lacking)))
    return ConsentRequired(found.scope) if only_consent else NotFound()
