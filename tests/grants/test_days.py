"""The days of what happened: not before it could, not in the future; who began too late."""

from datetime import timedelta
from uuid import UUID

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.common.days import today
from tests.grants.support import Application, granted, line
from tests.grants.test_accounts import deadlines, paid, plan, told
from tests.resources.support import faults
from tests.support.world import World


async def granted_days_ago(it: Application, superuser: AsyncEngine, days: int) -> None:
    """As if time had passed."""
    async with superuser.begin() as connection:
        statement = text("UPDATE grant_application SET granted_on = :day WHERE id = :id")
        given = {"day": today() - timedelta(days=days), "id": UUID(it.grant["id"])}
        assert (await connection.execute(statement, given)).rowcount == 1


async def test_a_day_is_none_before_it_could_be_and_none_to_come(world: World, superuser: AsyncEngine) -> None:
    it = await granted(world, line(100))
    path = (await plan(it, 40)).headers["location"]
    for days_ago, code in ((1, "too_early"), (-1, "date_in_future")):
        day = (today() - timedelta(days=days_ago)).isoformat()
        assert faults(await it.agency.act(f"{path}/pay", {"paid_on": day})) == [("/paid_on", code)]
        assert faults(await told(it, "start", days_ago)) == [("/occurred_on", code)]
    await granted_days_ago(it, superuser, 3)
    await paid(it, 60)
    for days_ago, code in ((1, "too_early"), (-1, "date_in_future")):
        assert faults(await told(it, "repayment", days_ago, amount_oere=1)) == [("/occurred_on", code)]
    day = (today() - timedelta(days=2)).isoformat()
    assert (await it.agency.act(f"{path}/pay", {"paid_on": day})).status_code == 200
    assert (await told(it, "repayment", 2, amount_oere=1)).status_code == 201
    assert (await told(it, "start", 3)).status_code == 201


@pytest.mark.parametrize(("days", "status", "lapses"), [(190, "overdue", 200), (10, "met", 409)])
async def test_a_grant_lapses_that_began_too_late(
    world: World, superuser: AsyncEngine, days: int, status: str, lapses: int
) -> None:
    it = await granted(world, line(100))
    await granted_days_ago(it, superuser, days)
    assert (await told(it, "start", 0)).status_code == 201
    assert (await deadlines(it))["bek_267_2022_start"]["status"] == status
    assert (await it.act("lapse", by=it.agency)).status_code == lapses
