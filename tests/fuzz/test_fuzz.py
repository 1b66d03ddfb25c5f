"""The bounded run: the same requests each time, over a share of the contract. `make fuzz` takes the whole of it."""

import asyncio

import pytest
from fastapi import FastAPI

from tests.fuzz.faults import FAULTS, Faulty
from tests.fuzz.identities import Identity, identities
from tests.fuzz.run import Effort, Found, fuzz
from tests.fuzz.stage import Stage
from tests.support.world import World

SEED = 5
SHARE = 3
"""How many operations of each identity are covered."""
DEEP = frozenset(
    {
        *("GET /v1/programme/plan-status", "GET /v1/programme/flow"),
        *("POST /v1/time-entries", "POST /v1/time-entries/bulk", "GET /v1/time-entries/{time_entry_id}"),
        *("PATCH /v1/time-entries/{time_entry_id}", "POST /v1/time-entries/{time_entry_id}/cancel"),
        *("GET /v1/consents/{consent_id}", "GET /v1/citizens/{citizen_id}", "GET /v1/citizens/{citizen_id}/timeline"),
        *("GET /v1/courses/{course_id}", "GET /v1/incidents/{incident_id}"),
        *("POST /v1/follow-ups", "GET /v1/follow-ups/{follow_up_id}"),
    }
)


@pytest.fixture(scope="package")
async def parties(world: World) -> list[Identity]:
    return await identities(world)


def stage(app: FastAPI, parties: list[Identity], asker: Identity) -> Stage:
    return Stage(app, asker, [each for each in parties if each is not asker], seed=SEED)


@pytest.mark.parametrize("which", [0, 1, 2], ids=["ngo", "municipality", "police"])
async def test_nothing_is_found(fuzzed: FastAPI, parties: list[Identity], which: int) -> None:
    asked = stage(fuzzed, parties, parties[which])
    share = asked.share(SHARE)
    effort = Effort(seed=SEED, examples=3, only=share | DEEP, covered=share)
    found = await asyncio.to_thread(fuzz, asked, effort)
    assert found.text() == ""
    assert asked.operations.keys() >= share
    # Of what this identity could see or do, the others have been asked.
    assert asked.compared.keys() >= {"GET /v1/citizens/{citizen_id}", "GET /v1/consents/{consent_id}"}


async def test_every_check_can_fail(fuzzed: FastAPI, parties: list[Identity]) -> None:
    faulty = stage(Faulty(fuzzed, parties[0]), parties, parties[0])  # type: ignore[arg-type]  # as good as one
    effort = Effort(seed=SEED, examples=1, only=frozenset(FAULTS))
    found: Found = await asyncio.to_thread(fuzz, faulty, effort)
    met = {(label, kind) for kind, label, _ in found.failures}
    assert {(label, kind) for label, (_, kind) in FAULTS.items()} - met == set()
