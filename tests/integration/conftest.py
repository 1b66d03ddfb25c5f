"""Workers that send webhooks when a test says so, and to its own endpoints alone."""

from collections.abc import AsyncIterator

import pytest
from sqlalchemy import text
from sqlalchemy.ext.asyncio import AsyncEngine

from app.auth.keys import KeyRing
from app.installation import Installation
from tests.integration.hooks import Clock, Make, deliverer
from tests.support.world import Party, World


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.fixture
async def make(installation: Installation, keys: KeyRing, clock: Clock, superuser: AsyncEngine) -> AsyncIterator[Make]:
    """Workers; the endpoints of other tests have nothing to do with them."""
    await _nobody_else(superuser)
    yield lambda **changes: deliverer(installation, keys, changes.pop("clock", clock), **changes)
    await _nobody_else(superuser)


async def _nobody_else(superuser: AsyncEngine) -> None:
    disabled = "UPDATE webhook_endpoint SET status = 'disabled', disabled_because = 'by_owner' WHERE status = 'enabled'"
    async with superuser.begin() as connection:
        await connection.execute(text(disabled))


@pytest.fixture
async def aarhus(world: World) -> Party:
    return await world.party("aarhus-integration")
