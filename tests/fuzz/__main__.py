"""`make fuzz`: the whole contract as each identity in turn, for as long as one likes, on a database of its own.

ARGS="--minutes 30 --seed 7" says how long, and from where; another seed tries something else. It tells what it does,
and at its end what was called and each failure with the request that repeats it; 1 is its answer where there is any.
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
from tests.fuzz.identities import EVALUATOR, KINDS, Identity, identities
from tests.fuzz.run import Effort, Found, fuzz
from tests.fuzz.stage import Stage
from tests.support.world import World

TURN_SECONDS = 240
"""How long one identity has before the next: less than a token lives."""


def main() -> int:
    ask = argparse.ArgumentParser(prog="python -m tests.fuzz", description=__doc__)
    ask.add_argument("--minutes", type=float, default=10)
    ask.add_argument("--seed", type=int, default=1)
    given = ask.parse_args()
    structlog.configure(wrapper_class=structlog.make_filtering_bound_logger(50))
    with tempfile.TemporaryDirectory(prefix="interventionsmodellen-fuzz-") as folder:
        settings = Settings(data_dir=Path(folder), log_level="CRITICAL")
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
            return await identities(World(http, loaded), (*KINDS, EVALUATOR))


def _rounds(
    made: Installation, settings: Settings, loaded: Loaded, seconds: float, seed: int
) -> list[tuple[Stage, Found]]:
    app: FastAPI = create_app(settings, KeyRingFile(settings.key_ring_path), made.databases())
    until, done = time.monotonic() + seconds, list[tuple[Stage, Found]]()
    for turn in itertools.count(seed):
        left = until - time.monotonic()
        if left <= 0:
            break
        parties = asyncio.run(_parties(made, settings, loaded))
        for which, asker in enumerate(parties):
            left = (until - time.monotonic()) / (len(parties) - which)
            if left < 1:
                break
            stage = Stage(app, asker, [each for each in parties if each is not asker], turn)
            effort = Effort(seed=turn, examples=10, steps=10, seconds=int(min(left, TURN_SECONDS / len(parties))))
            _say(f"seed {turn}: as {asker.name}")
            done.append((stage, fuzz(stage, effort, _say)))
    asgi.shutdown_lifespans()
    return done


def _say(text: str) -> None:
    sys.stdout.write(f"{time.strftime('%H:%M:%S')} {text}\n")
    sys.stdout.flush()


def _tell(done: list[tuple[Stage, Found]]) -> int:
    operations, statuses, compared, failures = Counter[str](), Counter[int](), 0, dict[tuple[str, str, str], str]()
    errors = set[str]()
    for stage, found in done:
        operations += stage.operations
        statuses += stage.statuses
        compared += len(stage.compared)
        failures = {**found.failures, **failures}
        errors |= set(found.errors)
    for (kind, label, who), text in sorted(failures.items()):
        _say(f"{kind} at {label} as {who}\n{text}\n")
    for each in sorted(errors):
        _say(each)
    told = ", ".join(f"{status}: {count}" for status, count in sorted(statuses.items()))
    _say(f"{len(operations)} operations, {sum(operations.values())} cases ({told}); {compared} asked by others too")
    _say(f"{len(failures)} failures, {len(errors)} errors")
    return 1 if failures or errors else 0


if __name__ == "__main__":
    sys.exit(main())
