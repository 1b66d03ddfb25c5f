"""Files of rows, and a worker that takes one turn at a time."""

import json
from collections.abc import Iterable
from random import choices
from typing import Any
from uuid import uuid4

import httpx
from fastapi import FastAPI

from app.integration.imports.running import Importer
from tests.support.world import JSON, Party, World

JSONL = "application/jsonl"


def importer(app: FastAPI, **fields: Any) -> Importer:
    """A worker beside the application, in the same process."""
    services = app.state.services
    return Importer(services.databases, services.policy, services.keys.current, **fields)


def lines(rows: Iterable[JSON | str]) -> bytes:
    """JSON Lines; a text stands as it is."""
    return "".join((each if isinstance(each, str) else json.dumps(each)) + "\n" for each in rows).encode()


def citizen_row(world: World, reference: str, **members: Any) -> JSON:
    """A citizen with identity."""
    body = {"project_id": world.project(), "track": "victim", "identity": world.identity()}
    return {"external_reference": reference, **body, **members}


def references(count: int) -> list[str]:
    """References that no other test has."""
    prefix = "".join(choices("abcdefghijkl", k=8))  # digits in a row could be a CPR number
    return [f"SAG-{prefix}-{number}" for number in range(count)]


async def sent(party: Party, content: Any, media: str = JSONL, **query: str) -> httpx.Response:
    """A file, sent as whole or piece by piece."""
    asked = {"collection": "citizens", "mode": "commit", **query}
    key = asked.pop("key", str(uuid4()))
    return await party.http.post(
        "/v1/imports",
        params=asked,
        content=content,
        headers={"authorization": f"Bearer {party.token}", "content-type": media, "idempotency-key": key},
    )


async def accepted(party: Party, content: Any, media: str = JSONL, **query: str) -> JSON:
    """A file that was taken."""
    answer = await sent(party, content, media, **query)
    assert answer.status_code == 202, answer.text
    assert answer.headers["location"] == f"/v1/imports/{answer.json()['id']}"
    return dict(answer.json())


async def worked(app: FastAPI) -> None:
    """Everything that waits."""
    while await importer(app).once():
        pass


async def imported(app: FastAPI, party: Party, content: Any, media: str = JSONL, **query: str) -> JSON:
    """A file that was taken and worked through."""
    job = await accepted(party, content, media, **query)
    await worked(app)
    return await seen(party, job)


async def seen(party: Party, job: JSON) -> JSON:
    """An import as it is now."""
    answer = await party.get(f"/v1/imports/{job['id']}")
    assert answer.status_code == 200, answer.text
    return dict(answer.json())


async def report(party: Party, job: JSON, **query: str) -> list[JSON]:
    """All rows of a report."""
    asked = "&".join(f"{name}={value}" for name, value in query.items())
    found: list[JSON] = []
    cursor: str | None = ""
    while cursor is not None:
        answer = await party.get(f"/v1/imports/{job['id']}/rows?{asked}" + (f"&cursor={cursor}" if cursor else ""))
        assert answer.status_code == 200, answer.text
        found += answer.json()["items"]
        cursor = answer.json()["next_cursor"]
    return found
