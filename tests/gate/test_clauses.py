"""The clause of a cell is built once a process, and is the one that would be built."""

from typing import Any
from unittest.mock import Mock

import pytest

from app.boundary.asker import PARAMETER_ASKER
from app.boundary.clauses import allowed
from app.boundary.policy import Operation, load
from app.database.columns import table_of
from app.gate import desk as of_desk
from app.gate.prepared import _DIALECT
from tests.support.world import World


async def test_a_request_like_the_last_builds_none(world: World, monkeypatch: pytest.MonkeyPatch) -> None:
    police, district = await world.party("police-caseworker"), await world.party("police-coordinator")
    citizen = await world.citizen(police)
    await world.consent(police, citizen, [world.organisation("tryg_vej")])

    building = Mock(side_effect=allowed)
    monkeypatch.setattr(of_desk, "allowed", building)
    another = await world.citizen(district)
    await world.consent(district, another, [world.organisation("tryg_vej")])

    assert building.call_count == 0


@pytest.mark.parametrize("category", ["citizen", "consent", "disclosure", "project"])
def test_it_is_the_cells_own(category: str) -> None:
    found = load()[category]

    def text(clause: Any) -> str:
        return str(clause.compile(dialect=_DIALECT))

    for role in {cell.role for cell in found.cells}:
        for operation in Operation:
            kept = text(of_desk.kept_clause(found, operation, role))
            assert kept == text(allowed(found, operation, role, table_of(found.table), PARAMETER_ASKER))
            assert of_desk.kept_clause(found, operation, role) is of_desk.kept_clause(found, operation, role)
