"""What the answer does not explain stands in the log with its cause, and never with a row's values."""

from typing import Any
from unittest.mock import patch

import asyncpg
import pytest
from fastapi import FastAPI
from sqlalchemy.ext.asyncio import AsyncEngine
from structlog.testing import capture_logs

from app.audit import events
from app.database.engines import Databases
from tests.support.world import World


def of(logged: list[Any], name: str) -> list[Any]:
    return [each for each in logged if each["event"] == name]


async def test_a_right_that_the_database_refuses_is_critical(world: World, superuser: AsyncEngine) -> None:
    """The caller is told what everybody is told; the operator is told that the second enforcement fired."""
    police = await world.party("police-caseworker")
    async with superuser.begin() as connection:
        await connection.exec_driver_sql("REVOKE SELECT ON staff FROM police_district")
    try:
        with capture_logs() as logged:
            answer = await police.get("/v1/staff")
    finally:
        async with superuser.begin() as connection:
            await connection.exec_driver_sql("GRANT SELECT ON staff TO police_district")

    assert answer.status_code == 404
    (told,) = of(logged, "database_refused")
    assert (told["log_level"], told["sqlstate"]) == ("critical", "42501")
    assert "InsufficientPrivilege" in str(told["failure"])
    assert "permission denied" not in str(told)


async def test_a_silent_database_has_its_cause_logged(world: World, app: FastAPI) -> None:
    police = await world.party("police-caseworker")
    with capture_logs() as logged, patch.object(Databases, "engine", side_effect=ConnectionRefusedError("at 10.0.0.7")):
        answer = await police.get("/v1/staff")

    assert answer.status_code == 503
    (told,) = of(logged, "database_unavailable")
    assert told["failure"][0]["class"] == "builtins.ConnectionRefusedError"
    assert "10.0.0.7" not in str(told)


@pytest.mark.parametrize("error", [asyncpg.DiskFullError("row (Ane, 0101580000)")])
async def test_an_event_that_cannot_be_written_has_its_cause_logged(world: World, error: Exception) -> None:
    police = await world.party("police-caseworker")
    with capture_logs() as logged, patch.object(events, "_append", side_effect=error):
        answer = await police.get("/v1/staff")

    assert answer.status_code == 503
    (told,) = of(logged, "event_not_written")
    assert (told["log_level"], told["sqlstate"]) == ("error", "53100")
    assert "Ane" not in str(told)
