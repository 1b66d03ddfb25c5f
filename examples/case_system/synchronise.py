"""A case system kept in step with the platform, both ways; killed at any moment, it goes on where it was.

    python examples/case_system/synchronise.py URL CLIENT_ID secret.pem case-system.sqlite [--key-id 2026-01] [--follow]

Outward: tasks in the order in which they were saved. A record is written by its own reference, so that writing it twice
is writing it once; an action bears the Idempotency-Key that was saved with its task. Only when the platform has
answered is the task done.

Inward: changes are taken in together with the place that they lead to, in one transaction. A change says only which
record; the record is read as it is now, so a change that is read twice does no harm.
"""

import argparse
import asyncio
import json
from pathlib import Path
from urllib.parse import quote

import httpx
from platform_client import JSON, Platform, Refused, with_key
from store import Store, Task

COLLECTIONS = ("citizens", "consents", "referrals", "courses", "support-needs", "follow-ups")
"""What is copied. Each is read at `/v1/{collection}/{id}` and listed at `/v1/{collection}`."""
FORBIDDEN, NOT_FOUND, GONE, STALE = 403, 404, 410, 412
OF_THE_RECORD = {400, 404, 409, 413, 422}
"""What is wrong with one record. 401, 403, 429 and 5xx are about us, or about the platform."""


async def push(platform: Platform, store: Store) -> None:
    """Tell everything that is to be told. What is refused waits for a person, and the next task is tried."""
    while (task := store.next_task()) is not None:
        try:
            await (_write(platform, task) if task.action is None else _act(platform, task))
        except Refused as refused:
            if refused.status not in OF_THE_RECORD:
                raise  # not this task, but we are refused: all of them wait until that is put right
            store.answered(task, json.dumps(refused.problem))
        else:
            store.answered(task, "done")


def _path(task: Task) -> str:
    return f"/v1/{task.collection}/by-reference/{quote(task.reference)}"


async def _write(platform: Platform, task: Task) -> None:
    await platform.ask("PUT", _path(task), body=task.body)


async def _act(platform: Platform, task: Task) -> None:
    while True:
        record = await platform.ask("GET", _path(task))
        path = f"/v1/{task.collection}/{record.json()['id']}/{task.action}"
        try:
            await platform.ask("POST", path, body=task.body, if_match=record.headers["etag"], idempotency_key=task.key)
        except Refused as refused:
            if refused.status != STALE:  # somebody changed it since we looked
                raise
        else:
            return


async def pull(platform: Platform, store: Store, *, wait: int = 0) -> int:
    """Take in what changed; how many records.

    Args:
        wait: seconds that the platform may wait for a change where there is none.
    """
    place, taken = store.place(), 0
    if place is None:
        return await _read_all(platform, store)
    while True:
        try:
            page = (await platform.ask("GET", f"/v1/changes?after={place}&limit=200&wait={wait}")).json()
        except Refused as refused:
            if refused.status != GONE and not refused.problem["type"].endswith("/invalid-cursor"):
                raise
            # We were away for longer than changes are kept, or may read more than we could when we were here last.
            return await _read_all(platform, store)
        named = {(each["collection"], each["record_id"]) for each in page["items"] if each["collection"] in COLLECTIONS}
        records = [(collection, id_, await _read(platform, collection, id_)) for collection, id_ in sorted(named)]
        # Of a record of our own None says that our agreement is not in force; what we know of it ourselves we keep.
        place = page["next_cursor"]
        store.take_in(records, place)
        taken += len(records)
        if not page["has_more"]:
            return taken


async def _read(platform: Platform, collection: str, id_: str) -> JSON | None:
    try:
        return dict((await platform.ask("GET", f"/v1/{collection}/{id_}")).json())
    except Refused as refused:
        suspended = refused.status == FORBIDDEN and refused.problem["type"].endswith("/agreement-not-in-force")
        if refused.status != NOT_FOUND and not suspended:
            raise
        return None


async def _read_all(platform: Platform, store: Store) -> int:
    """First the place, then the lists: what changes meanwhile comes again with the changes after the place."""
    place = (await platform.ask("GET", "/v1/changes?latest=true")).json()["next_cursor"]
    records: list[tuple[str, str, JSON | None]] = []
    for collection in COLLECTIONS:
        try:
            records += [(collection, item["id"], item) async for item in platform.pages(f"/v1/{collection}")]
        except Refused as refused:
            if refused.status != FORBIDDEN:  # the police have no courses, for one
                raise
    store.take_in(records, place, anew=True)
    return len(records)


async def run(arguments: argparse.Namespace) -> None:
    """Once, or until it is stopped."""
    store = Store(arguments.file)
    sign_in = with_key(arguments.key, arguments.client_id, arguments.url, arguments.key_id)
    async with httpx.AsyncClient(base_url=arguments.url, timeout=httpx.Timeout(10, read=60)) as http:
        platform = Platform(http, sign_in)
        while True:
            await push(platform, store)
            taken = await pull(platform, store, wait=10 if arguments.follow else 0)
            print(f"{taken} records taken in, {len(store.refused())} tasks for a person to look at.", flush=True)
            if not arguments.follow:
                return


if __name__ == "__main__":
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("url")
    parser.add_argument("client_id")
    parser.add_argument("key", type=Path)
    parser.add_argument("file", type=Path)
    parser.add_argument("--key-id", default="2026-01")
    parser.add_argument("--follow", action="store_true", help="go on until stopped")
    asyncio.run(run(parser.parse_args()))
