"""`make fuzz`: the whole contract as each identity in turn, on a database of its own.

A round is never cut short: in it each operation has all phases, the boundaries of its values as one identity that can
use it, the next round as another. ARGS="--minutes 60 --seed 7" begins rounds for that long, and from there; each has
a seed of its own. It tells each failure as it is found, with the request that repeats it, and at its end what was
called; 1 is its answer where there is any failure.
"""

import argparse
import asyncio
import itertools
import sys
import tempfile
import time
from collections import Counter
from pathlib import Path

import httpx
import structlog
from fastapi import FastAPI
from schemathesis.python import asgi
from sqlalchemy.ext.asyncio import create_async_engine

from app.auth.keys import KeyRing, KeyRingFile
from app.database.embedded import EmbeddedServer
from app.database.urls import asyncpg_url
from app.demo.programme import Loaded, load_programme
from app.installation import Installation
from app.main import create_app
from app.settings import Settings
from tests.fuzz.identities import KINDS, LATER, Identity, identities, operator
from tests.fuzz.run import PATIENT, Effort, Found, fuzz
from tests.fuzz.stage import Stage, labels
from tests.support.server import UNLIMITED
from tests.support.world import World


def main() -> int:
    ask = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    ask.add_argument("--minutes", type=float, default=0)
    ask.add_argument("--seed", type=int, default=1)
    given = ask.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with tempfile.TemporaryDirectory(prefix="interventionsmodellen-fuzz-") as folder:
        settings = Settings.model_validate({"data_dir": Path(folder), "log_level": "CRITICAL", **UNLIMITED, **PATIENT})
        ring = KeyRing.generate("demo")
        ring.save(settings.key_ring_path)
        with EmbeddedServer(settings.database_dir, durable=False) as server:
            made = Installation(settings, ring, asyncpg_url(server.url("app_owner")), asyncpg_url(server.url()))
            loaded = asyncio.run(_load(made))
            stages = _rounds(made, settings, loaded, given.minutes * 60, given.seed)
    return _tell(stages)


async def _load(made: Installation) -> Loaded:
    await made.migrate()
    engine = create_async_engine(made.owner)
    async with engine.begin() as connection:
        loaded = await load_programme(connection)
    await engine.dispose()
    return loaded


async def _parties(made: Installation, settings: Settings, loaded: Loaded) -> list[Identity]:
    """New organisations for each round: what the last one ended is not missed."""
    app = create_app(settings, KeyRingFile(settings.key_ring_path), made.databases())
    async with app.router.lifespan_context(app):
        transport = httpx.ASGITransport(app=app, raise_app_exceptions=False)
        async with httpx.AsyncClient(transport=transport, base_url="http://127.0.0.1:8000") as http:
            world = World(http, loaded)
            return [*await identities(world, (*KINDS, *LATER)), await operator(world)]


def _rounds(
    made: Installation, settings: Settings, loaded: Loaded, seconds: float, seed: int
) -> list[tuple[Stage, Found]]:
    app: FastAPI = create_app(settings, KeyRingFile(settings.key_ring_path), made.databases())
    until, done = time.monotonic() + seconds, list[tuple[Stage, Found]]()
    for turn in itertools.count(seed):
        if done and time.monotonic() > until:
            break
        parties = asyncio.run(_parties(made, settings, loaded))
        stages = [Stage(app, asker, [each for each in parties if each is not asker], turn) for asker in parties]
        for stage, covered in zip(stages, covered_by(stages, turn), strict=True):
            _say(f"seed {turn}: as {stage.asker.name}")
            done.append((stage, fuzz(stage, Effort(seed=turn, examples=3, chains=200, covered=covered), _say)))
    asgi.shutdown_lifespans()
    return done


def covered_by(stages: list[Stage], turn: int) -> list[frozenset[str]]:
    """Which operations each covers: every one has an identity that can use it, where there is one."""
    mine: list[set[str]] = [set() for _ in stages]
    for number, label in enumerate(sorted(labels(stages[0].app.openapi())), turn):
        able = [which for which, stage in enumerate(stages) if label in stage.labels_of_role] or [0]
        mine[able[number % len(able)]].add(label)
    return [frozenset(each) for each in mine]


def _say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stdout.flush()


def _tell(done: list[tuple[Stage, Found]]) -> int:
    operations, statuses, compared = Counter[str](), Counter[int](), 0
    for stage, _ in done:
        operations += stage.operations
        statuses += stage.statuses
        compared += len(stage.compared)
    failures = {key for _, found in done for key in found.failures}
    errors = {each for _, found in done for each in found.errors}
    for each in [*(f"{kind} at {label} as {who}" for kind, label, who in sorted(failures)), *sorted(errors)]:
        _say(each)
    told = ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
    _say(f"{len(operations)} operations, {sum(operations.values())} cases ({told}); {compared} asked by others too")
    _say(f"{len(failures)} failures, {len(errors)} errors")
    return 1 if failures or errors else 0


if __name__ == "__main__":
    sys.exit(main())
